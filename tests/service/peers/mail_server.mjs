// SPDX-License-Identifier: MIT
// A mail server of other people (npm smtp-server), on a free port of this computer: STARTTLS, and only to whoever signs
// in over it. Arguments: key file, certificate file, user, password. GET /messages gives what it took; PUT /refusals
// {address: reply} says whom it refuses. Prints one line of JSON, its addresses, once it answers.
import { readFileSync } from 'node:fs';
import express from 'express';
import { SMTPServer } from 'smtp-server';

const [key, certificate, user, password] = process.argv.slice(2);
const messages = [];
let refusals = {};

const mail = new SMTPServer({
  key: readFileSync(key),
  cert: readFileSync(certificate),
  authMethods: ['PLAIN'],
  disableReverseLookup: true,
  onAuth({ username, password: given }, session, done) {
    if (username !== user || given !== password) {
      return done(new Error('wrong user or password'));
    }
    return done(null, { user: username });
  },
  onRcptTo({ address }, session, done) {
    const refusal = refusals[address];
    if (!refusal) {
      return done();
    }
    const [code, ...words] = refusal.split(' ');
    return done(Object.assign(new Error(words.join(' ')), { responseCode: Number(code) }));
  },
  onData(stream, session, done) {
    const parts = [];
    stream.on('data', (part) => parts.push(part));
    stream.on('end', () => {
      messages.push({
        secure: session.secure, user: session.user, from: session.envelope.mailFrom.address,
        to: session.envelope.rcptTo.map(({ address }) => address), source: Buffer.concat(parts).toString('latin1'),
      });
      done();
    });
  },
});
mail.on('error', () => {}); // a client that hangs up, or does not trust the certificate

const control = express();
control.get('/messages', (request, response) => response.json(messages));
control.put('/refusals', express.json(), (request, response) => {
  refusals = request.body;
  response.sendStatus(204);
});

mail.listen(0, '127.0.0.1', () => {
  const http = control.listen(0, '127.0.0.1', () => {
    console.log(JSON.stringify({
      smtp: `127.0.0.1:${mail.server.address().port}`, control: `http://127.0.0.1:${http.address().port}`,
    }));
  });
});
process.once('SIGTERM', () => process.exit(0));
