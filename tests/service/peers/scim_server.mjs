// SPDX-License-Identifier: MIT
// A SCIM server of other people (npm scimmy, scimmy-routers) as a portal's, on a free port of this computer.
// Arguments: the bearer token, the most accounts on a page, and "etags" for a server that checks If-Match.
// Prints one line of JSON, its own address, once it answers.
import { randomUUID } from 'node:crypto';
import express from 'express';
import SCIMMY from 'scimmy';
import SCIMMYRouters from 'scimmy-routers';

const [token, mostResults, etags] = process.argv.slice(2);
const { Attribute, SchemaDefinition } = SCIMMY.Types;

// docs/architecture.md, SCIM extension of an account.
const text = (name, config = {}) => new Attribute('string', name, config);
const extension = 'urn:ietf:params:scim:schemas:extension:proconnect:2.0:Account';
class Account extends SCIMMY.Types.Schema {
  static #definition = new SchemaDefinition('Account', extension, 'Account of a company', [
    text('siren', { required: true, caseExact: true }),
    text('siret', { multiValued: true }),
    new Attribute('complex', 'role', {}, [
      text('value'), text('display'), new Attribute('boolean', 'administrator'),
    ]),
    new Attribute('complex', 'rights', { multiValued: true }, [
      text('value'), text('display'), new Attribute('boolean', 'payment'),
    ]),
    text('certification', { canonicalValues: ['none', 'certified', 'toWithdraw'] }),
    text('certifiedSubject'),
    new Attribute('dateTime', 'lastLogin'),
    text('request'),
  ]);

  static get definition() {
    return Account.#definition;
  }

  constructor(resource, direction = 'both') {
    super(resource, direction);
    Object.assign(this, Account.#definition.coerce(resource, direction));
  }
}

const accounts = new Map();
const asked = [];

function shown(account) {
  const { version, ...rest } = account;
  return { ...rest, meta: { ...rest.meta, ...(etags ? { version: `W/"${version}"` } : {}) } };
}

/** A filter of the engine finds an extension's attributes under their whole names only. */
function filterable(account) {
  const named = Object.entries(account[extension]).map(([name, value]) => [`${extension}:${name}`, value]);
  return { ...account, ...Object.fromEntries(named) };
}

SCIMMY.Config.set({ patch: true, filter: { supported: true, maxResults: Number(mostResults) }, etag: Boolean(etags) });
SCIMMY.Resources.declare(SCIMMY.Resources.User.extend(Account, true))
  .ingress((resource, data) => {
    const before = accounts.get(resource.id);
    const now = new Date().toISOString();
    const account = {
      ...data,
      id: before?.id ?? randomUUID(),
      version: (before?.version ?? 0) + 1,
      meta: { created: before?.meta.created ?? now, lastModified: now },
    };
    accounts.set(account.id, account);
    return shown(account);
  })
  .egress((resource) => {
    if (resource.id) {
      const account = accounts.get(resource.id);
      if (!account) {
        throw new SCIMMY.Types.Error(404, null, `Resource ${resource.id} not found`);
      }
      return shown(account);
    }
    // No page is longer than the server says; the engine cuts it where the client asked.
    if (resource.constraints) {
      resource.constraints.count = Math.min(resource.constraints.count ?? Infinity, Number(mostResults));
    }
    const all = [...accounts.values()];
    return (resource.filter ? resource.filter.match(all.map(filterable)).map(({ id }) => accounts.get(id)) : all)
      .map(shown);
  })
  .degress((resource) => { accounts.delete(resource.id); });

const application = express();
application.get('/control', (request, response) => response.json(asked));
application.use((request, response, next) => {
  asked.push({
    method: request.method, path: request.path, query: { ...request.query }, ifMatch: request.get('If-Match') ?? null,
  });
  next();
});
if (etags) {
  // The routers leave RFC 7644, 3.14 to whoever mounts them.
  application.patch('/scim/v2/Users/:id', (request, response, next) => {
    const account = accounts.get(request.params.id);
    const wanted = request.get('If-Match');
    if (!account || !wanted || wanted === `W/"${account.version}"`) {
      return next();
    }
    return response.status(412).type('application/scim+json').send(JSON.stringify({
      schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'], status: '412', detail: 'The account has changed',
    }));
  });
}
application.use('/scim/v2', new SCIMMYRouters({
  type: 'bearer',
  handler: (request) => {
    if (request.get('Authorization') !== `Bearer ${token}`) {
      throw new Error('wrong token');
    }
    return 'proconnectd';
  },
}));

const server = application.listen(0, '127.0.0.1', () => {
  const address = `http://127.0.0.1:${server.address().port}`;
  console.log(JSON.stringify({ scim: `${address}/scim/v2`, control: `${address}/control` }));
});
process.once('SIGTERM', () => process.exit(0));
