// SPDX-License-Identifier: MIT
// The engine of FranceConnect (npm oidc-provider), set up as FranceConnect sets it up, on a free port of this computer.
// Argument: the service's public address. Prints one line of JSON, its own address, once it answers.
import * as http from 'node:http';
import { createHash, generateKeyPairSync, randomUUID } from 'node:crypto';
import Provider from 'oidc-provider';

const service = process.argv[2];
const secret = 'real-provider-secret-of-32-letters';
const allowedParameters = new Set(
  'client_id redirect_uri response_type scope state nonce acr_values prompt claims idp_hint ui_locales'.split(' '));

// Test identity of FranceConnect's own mock provider.
const person = {
  given_name: 'Angela Claire Louise',
  given_name_array: ['Angela', 'Claire', 'Louise'],
  family_name: 'DUBOIS',
  birthdate: '1962-08-24',
  idp_birthdate: '1962-08-24',
  gender: 'female',
  birthplace: '75107',
  birthcountry: '99100',
  email: 'wossewodda-3728@yopmail.com',
};

const client = (id, more) => ({
  client_id: id,
  client_secret: secret,
  application_type: 'web',
  subject_type: 'pairwise',
  token_endpoint_auth_method: 'client_secret_post',
  redirect_uris: [`${service}/sign-in/callback`, `${service}/sign-in/callback-plus`],
  post_logout_redirect_uris: [`${service}/sign-out/return`],
  id_token_signed_response_alg: 'ES256',
  userinfo_signed_response_alg: 'ES256',
  ...more,
});
// FranceConnect+: the identity provider's own words instead of the register's.
const encrypted = (algorithm) => ({
  scope: 'openid given_name family_name gender birthdate birthplace birthcountry preferred_username email',
  jwks_uri: `${service}/.well-known/jwks.json`,
  id_token_encrypted_response_alg: algorithm,
  id_token_encrypted_response_enc: 'A256GCM',
  userinfo_encrypted_response_alg: algorithm,
  userinfo_encrypted_response_enc: 'A256GCM',
});
const rs256 = { id_token_signed_response_alg: 'RS256', userinfo_signed_response_alg: 'RS256' };
const clients = [
  client('es256'),
  client('rs256', rs256),
  client('plain-userinfo', { userinfo_signed_response_alg: undefined }),
  client('ecdh-es', encrypted('ECDH-ES')),
  client('rsa-oaep', encrypted('RSA-OAEP')),
  client('other-encryption', { ...encrypted('ECDH-ES'), id_token_encrypted_response_enc: 'A128GCM' }),
];

function freshKeys() {
  const pair = (alg, type, options) => ({
    ...generateKeyPairSync(type, options).privateKey.export({ format: 'jwk' }), alg, use: 'sig', kid: randomUUID(),
  });
  return { keys: [pair('ES256', 'ec', { namedCurve: 'P-256' }), pair('RS256', 'rsa', { modulusLength: 2048 })] };
}

const scopes = ['given_name', 'family_name', 'gender', 'birthdate', 'birthplace', 'birthcountry', 'preferred_username',
  'idp_birthdate', 'email'];

function provider(issuer) {
  const made = new Provider(issuer, {
    clients,
    jwks: freshKeys(),
    routes: {
      authorization: '/authorize', token: '/token', userinfo: '/userinfo', jwks: '/jwks',
      end_session: '/session/end', revocation: '/token/revocation',
    },
    subjectTypes: ['pairwise'],
    pairwiseIdentifier: (ctx, account, { clientId }) =>
      createHash('sha256').update(`${clientId} ${account}`).digest('hex') + 'v1',
    acrValues: ['eidas1', 'eidas2', 'eidas3'],
    scopes: ['openid', ...scopes],
    claims: {
      ...Object.fromEntries(scopes.map((scope) => [scope, [scope]])),
      given_name: ['given_name', 'given_name_array'],
      amr: ['amr'],
      acr: null, auth_time: null, iss: null, openid: ['sub', 'acr', 'auth_time'],
    },
    conformIdTokenClaims: true,
    enabledJWA: {
      idTokenEncryptionAlgValues: ['ECDH-ES', 'RSA-OAEP'],
      userinfoEncryptionAlgValues: ['ECDH-ES', 'RSA-OAEP'],
    },
    features: {
      devInteractions: { enabled: false },
      jwtUserinfo: { enabled: true },
      claimsParameter: { enabled: true },
      revocation: { enabled: true },
      encryption: { enabled: true },
      rpInitiatedLogout: { enabled: true },
    },
    pkce: { required: () => false },
    responseTypes: ['code'],
    ttl: { AuthorizationCode: 30, Grant: 30, AccessToken: 60, IdToken: 60, Interaction: 1800, Session: 1800 },
    cookies: { keys: ['of one run only'], names: { session: 'fc_session_id' }, short: { path: '/' }, long: { path: '/' } },
    interactions: { url: (ctx, interaction) => `/api/v2/interaction/${interaction.uid}` },
    findAccount: (ctx, id) => ({ accountId: id, claims: () => ({ sub: id, ...person }) }),
    // Nobody sees the engine's own pages: what went wrong is said in one line.
    renderError: (ctx, out) => { ctx.type = 'text'; ctx.body = `${out.error}: ${out.error_description}`; },
  });
  made.on('end_session.success', () => { counts.ended += 1; });
  made.on('server_error', (ctx, error) => console.error(error));
  return made;
}

// What is counted, and what the next sign-ins are made to be.
const counts = { jwks: 0, token: 0, ended: 0 };
let faults = {};
const machineClock = Date.now.bind(Date);
Date.now = () => machineClock() + (faults.clock ?? 0) * 1000;

function answer(response, status, body, headers = {}) {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', ...headers });
  response.end(body);
}

async function control(request, response) {
  let body = '';
  for await (const part of request) {
    body += part;
  }
  const order = JSON.parse(body || '{}');
  if (order.rotate) {
    current = provider(issuer);
  }
  if (order.faults) {
    faults = order.faults;
  }
  answer(response, 200, JSON.stringify(counts));
}

/** FranceConnect's own door: a list of parameters, and the lowest known level among those asked for. */
function refusal(query) {
  for (const name of query.keys()) {
    if (!allowedParameters.has(name)) {
      return `Y030007 ${name}`;
    }
  }
  if ((query.get('nonce') ?? '').length < 22 || !query.get('state') || !query.get('acr_values')) {
    return 'Y030007';
  }
  return undefined;
}

async function interaction(request, response, url) {
  const details = await current.interactionDetails(request, response);
  if (url.searchParams.has('abort')) {
    const result = { error: 'access_denied', error_description: 'User auth aborted' };
    return current.interactionFinished(request, response, result);
  }
  const grant = new current.Grant({ accountId: 'angela', clientId: details.params.client_id });
  grant.addOIDCScope(details.params.scope);
  const asked = details.params.acr_values.split(' ').filter((level) => /^eidas[123]$/.test(level)).sort();
  return current.interactionFinished(request, response, {
    login: {
      accountId: 'angela',
      acr: faults.acr ?? asked[0],
      amr: ['fc', 'pwd'],
      ts: Math.floor(Date.now() / 1000) - (faults.signedInAgo ?? 0),
      remember: false,
    },
    consent: { grantId: await grant.save() },
  });
}

async function handle(request, response) {
  const url = new URL(request.url, issuer);
  const path = url.pathname.replace(/^\/api\/v2/, '');
  if (url.pathname === '/control') {
    return control(request, response);
  }
  if (path === '/jwks' || path === '/token') {
    counts[path.slice(1)] += 1;
  }
  if (path.startsWith('/interaction/')) {
    return interaction(request, response, url);
  }
  if (path === '/authorize') {
    const why = refusal(url.searchParams);
    if (why) {
      return answer(response, 400, why);
    }
    url.searchParams.set('prompt', 'login consent');
    request.url = url.pathname + url.search;
  }
  // The engine is mounted where its issuer says.
  request.originalUrl = request.url;
  request.url = request.url.replace(/^\/api\/v2/, '') || '/';
  return current.callback()(request, response);
}

const server = http.createServer((request, response) => {
  handle(request, response).catch((error) => {
    console.error(error);
    answer(response, 500, 'the test provider failed');
  });
});
await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
const issuer = `http://127.0.0.1:${server.address().port}/api/v2`;
let current = provider(issuer);
console.log(JSON.stringify({ issuer, control: issuer.replace('/api/v2', '/control'), secret }));
process.once('SIGTERM', () => process.exit(0));
