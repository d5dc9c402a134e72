/** @file Tests of the addresses of endpoints, and of the caller's authorization server. */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Client, TelnyxOAuthError } from 'telnyx-oauth';

import { play, startSandbox, trusting } from './sandbox.js';

const PUBLIC = 'https://as.example/metadata';
const LOOPBACK = 'https://127.0.0.1/metadata';

const sandbox = await startSandbox();

/** Returns a client that knows the public address of as.example. */
function publicClient(options = {}) {
  return new Client({ proxy: '', resolve: [{ host: 'as.example', port: 443, address: '1.1.1.1' }], ...options });
}

/** @param {Promise<unknown>} call */
async function kindOf(call) {
  const error = await call.then(
    () => assert.fail('expected an error'),
    (error) => error,
  );
  assert(error instanceof TelnyxOAuthError, String(error));
  return error.kind;
}

test('an endpoint has the allowed addresses', async () => {
  const client = publicClient();
  for (const [url = '', from = '', ...addresses] of [
    ['https://8.8.8.8/token', PUBLIC, '8.8.8.8'],
    ['https://[2606:4700:4700::1111]/token', PUBLIC, '2606:4700:4700::1111'],
    ['https://as.example/token', PUBLIC, '1.1.1.1'],
    ['https://localhost/token', LOOPBACK, '127.0.0.1', '::1'],
  ]) {
    assert.deepEqual(await client.vet(url, from), addresses);
  }
});

test('an endpoint of a discovery is vetted', async () => {
  const client = new Client(trusting(sandbox));
  const server = (await client.discover(sandbox.https)).authorizationServers[0];
  const addresses = await client.vet(server?.metadata?.tokenEndpoint ?? '', server?.metadataUrl ?? '');
  assert.deepEqual(addresses, ['127.0.0.1']);
});

test('vet refuses an endpoint', async () => {
  const client = publicClient();
  for (const [url = '', from = '', kind] of [
    ['https://127.0.0.1/token', PUBLIC, 'blocked_address'],
    ['https://localhost/token', PUBLIC, 'blocked_address'],
    ['https://10.0.0.1/token', PUBLIC, 'blocked_address'],
    ['https://169.254.169.254/token', LOOPBACK, 'blocked_address'],
    ['http://as.example/token', PUBLIC, 'insecure_url'],
    ['/token', PUBLIC, 'invalid_argument'],
    ['', PUBLIC, 'invalid_argument'],
    ['https://as.example/token', 'metadata', 'invalid_argument'],
    ['https://as.example\0/token', PUBLIC, 'invalid_argument'],
    ['https://as.example/token', `${PUBLIC}\0`, 'invalid_argument'],
  ]) {
    assert.equal(await kindOf(client.vet(url, from)), kind, `${url} from ${from}`);
  }
  assert.equal(await kindOf(client.vet(/** @type {any} */ (undefined), PUBLIC)), 'invalid_argument');
  const lenient = publicClient({ allowPrivateAddresses: true });
  assert.deepEqual(await lenient.vet('https://10.0.0.1/token', PUBLIC), ['10.0.0.1']);
});

test('vet is refused behind a proxy', async () => {
  const client = publicClient({ proxy: 'http://127.0.0.1:9' });
  assert.equal(await kindOf(client.vet('https://8.8.8.8/token', PUBLIC)), 'invalid_argument');
});

test('vet obeys the options of its call', async () => {
  const client = publicClient();
  const url = 'https://as.example/token';
  assert.equal(await kindOf(client.vet(url, PUBLIC, { signal: AbortSignal.abort() })), 'cancelled');
  assert.equal(await kindOf(client.vet(url, PUBLIC, { timeoutMs: 0 })), 'invalid_argument');
});

/** Gives the sandbox the server /tenant, which no document lists, and a resource /nothing without a document. */
async function playIssuers() {
  const listed = { resource: '${origin}/mcp', authorization_servers: ['${origin}'] };
  const server = '/.well-known/oauth-authorization-server';
  await play(sandbox, {
    routes: [
      { path: '/.well-known/oauth-protected-resource', answers: [{ status: 404 }] },
      { path: '/.well-known/oauth-protected-resource/mcp', answers: [{ json: listed }] },
      { path: `${server}/other`, answers: [{ json: { issuer: 'https://other.example' } }] },
      { path: `${server}/tenant`, answers: [{ json: { issuer: '${origin}/tenant' } }] },
    ],
  });
}

test("a discovery uses the caller's server", async () => {
  await playIssuers();
  const client = new Client(trusting(sandbox));
  const issuer = `${sandbox.https}/tenant`;
  for (const [path, via] of [
    ['/mcp', 'well_known'],
    ['/nothing', 'issuer'],
  ]) {
    const found = await client.discover(`${sandbox.https}${path}`, { issuer, wwwAuthenticate: [] });
    assert.equal(found.via, via);
    assert.equal(found.resourceMetadata === undefined, via === 'issuer');
    assert.equal(found.authorizationServers[0]?.issuer, issuer);
    assert.equal(found.authorizationServer?.issuer, issuer);
  }
  const without = await client.discover(`${sandbox.https}/mcp`, { issuer: null });
  assert.equal(without.authorizationServer?.issuer, sandbox.https);
});

test("the failure of the caller's server fails the discovery", async () => {
  await playIssuers();
  const client = new Client(trusting(sandbox));
  for (const [issuer = '', kind] of [
    [`${sandbox.https}/none`, 'not_found'],
    [`${sandbox.https}/other`, 'issuer_mismatch'],
    ['', 'invalid_argument'],
    ['as.example', 'invalid_argument'],
    ['https://as.example?x=1', 'invalid_argument'],
    ['https://as\0.example', 'invalid_argument'],
    ['http://as.example', 'insecure_url'],
  ]) {
    const call = client.discover(`${sandbox.https}/mcp`, { issuer, wwwAuthenticate: [] });
    assert.equal(await kindOf(call), kind, issuer);
  }
});
