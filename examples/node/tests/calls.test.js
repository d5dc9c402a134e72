/** @file Calls, and how they end. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { test } from 'node:test';

import { Client, judgeResourceMetadata, TelnyxOAuthError, version } from 'telnyx-oauth';

import { LONG, play, requests, startSandbox, trusting } from './sandbox.js';

const place = await startSandbox();

test('a discovery tells all that it found', async () => {
  const resource = `${place.https}/v2/mcp`;
  const found = await new Client(trusting(place)).discover(resource);
  assert.equal(found.resource, resource);
  assert.equal(found.challenge?.scheme, 'bearer');
  assert.equal(found.challenge?.resourceMetadata, found.resourceMetadataUrl);
  assert.equal(found.resourceMetadata.resource, resource);
  assert.deepEqual(found.resourceMetadata.authorizationServers, [place.https]);
  assert.equal(found.authorizationServers[0]?.metadata, found.authorizationServer);
  assert.equal(found.authorizationServers[0]?.metadataUrl, found.authorizationServer?.url);
  assert.equal(found.authorizationServer?.issuer, place.https);
  assert.equal(found.authorizationServer?.supportsRequestUriParameter, true);
  assert.deepEqual([found.attempts[0]?.purpose, found.attempts[0]?.status], ['probe', 401]);
  assert.equal(found.toJSON().resource_metadata_url, found.resourceMetadataUrl);

  const none = await new Client(trusting(place)).discover(place.https, { wwwAuthenticate: [] });
  assert(none.attempts.every((attempt) => attempt.purpose !== 'probe'));
});

test("a server's failure is its own", async () => {
  const json = { resource: '${origin}', authorization_servers: ['${origin}/none', '${origin}'] };
  await play(place, { routes: [{ path: '/.well-known/oauth-protected-resource', answers: [{ json }] }] });
  const found = await new Client(trusting(place)).discover(place.https);
  assert.equal(found.authorizationServers[0]?.metadata, undefined);
  assert.equal(found.authorizationServers[0]?.error?.kind, 'not_found');
  assert.equal(found.authorizationServers[0]?.attempts.length, 3);
  assert.equal(found.authorizationServer?.issuer, place.https);
  await play(place, { routes: [] });
});

test('documents are immutable, and find languages', () => {
  const document = {
    resource: 'https://rs.example',
    authorization_servers: ['https://as.example'],
    resource_name: 'N',
    'resource_name#fr': 'Nom',
    url: 'a member of theirs',
    x_vendor: 1,
    ['__proto__']: { polluted: true },
  };
  const response = { status: 200, contentType: 'application/json', body: Buffer.from(JSON.stringify(document)) };
  const metadata = judgeResourceMetadata('https://rs.example', response);
  assert.equal(metadata.resourceNameFor('fr-CA'), 'Nom');
  assert.equal(metadata.resourceNameFor('en'), 'N');
  assert.equal(metadata.resourceTosUriFor('en'), undefined);
  assert.equal(metadata.variants['resource_name#fr'], 'Nom');
  assert.equal(metadata.url, 'https://rs.example/.well-known/oauth-protected-resource');
  assert.equal(metadata.extra.url, 'a member of theirs');
  assert.deepEqual(['x_vendor' in metadata.extra, 'xVendor' in metadata], [true, false]);
  assert.equal(/** @type {any} */ (metadata).polluted, undefined);
  assert.throws(() => /** @type {any} */ (metadata.authorizationServers).push('https://evil.example'), TypeError);
  assert.throws(() => Object.assign(metadata, { resource: 'https://evil.example' }), TypeError);
});

/**
 * A server that takes connections and never answers.
 * @param {{ after: (end: () => void) => void }} context of the test that it serves
 */
async function silentPeer(context) {
  const server = createServer();
  context.after(() => server.close());
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return { server, origin: `http://127.0.0.1:${port}` };
}

/** @param {Promise<unknown>} call */
async function failureOf(call) {
  const error = await call.then(
    () => assert.fail('an error is due'),
    (error) => error,
  );
  assert(error instanceof TelnyxOAuthError, String(error));
  return error;
}

test('an aborted call closes its connection, and the event loop turns meanwhile', {
  timeout: LONG,
}, async (context) => {
  const { server, origin } = await silentPeer(context);
  const abort = new AbortController();
  const failed = failureOf(new Client({ proxy: '' }).fetchResourceMetadata(origin, { signal: abort.signal }));
  const [connection] = await once(server, 'connection');
  const [request] = await once(connection, 'data');
  assert.match(String(request), /^GET \/\.well-known\/oauth-protected-resource /);
  const closed = once(connection, 'close');
  const reason = new Error('enough');
  abort.abort(reason);
  const error = await failed;
  assert.deepEqual([error.kind, error.name, error.cause], ['cancelled', 'AbortError', reason]);
  await closed;
});

test('calls that find no thread wait for one, and can be aborted there', { timeout: LONG }, async (context) => {
  const { server, origin } = await silentPeer(context);
  /** @type {import('node:net').Socket[]} */
  const connections = [];
  server.on('connection', (connection) => connections.push(connection));
  const client = new Client({ proxy: '', cache: false });
  const first = new AbortController();
  // More than koffi takes at once, and than there are threads.
  const calls = Array.from({ length: 300 }, (_, index) => {
    const signal = index < 3 ? first.signal : AbortSignal.timeout(50);
    return failureOf(client.fetchResourceMetadata(origin, { signal }));
  });
  const late = await Promise.all(calls.slice(3));
  assert(late.every(({ kind, cause }) => kind === 'cancelled' && cause instanceof DOMException));
  while (connections.length < 3) await once(server, 'connection');
  // A thread is left for files.
  assert((await readFile(new URL(import.meta.url))).length > 0);
  first.abort();
  for (const { kind } of await Promise.all(calls.slice(0, 3))) assert.equal(kind, 'cancelled');
  assert.equal(connections.length, 3);
});

test('many calls use one client, and closing it lets them end', async () => {
  const client = new Client({ ...trusting(place), cache: false });
  const calls = Array.from({ length: 64 }, () => client.fetchResourceMetadata(place.https));
  client.close();
  for (const metadata of await Promise.all(calls)) assert.equal(metadata.resource, place.https);
});

/**
 * Runs a program of this package's, and returns its exit code and what it printed.
 * @param {string} program
 * @param {Record<string, string>} [environment]
 */
async function run(program, environment = {}) {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    cwd: new URL('..', import.meta.url),
    env: { ...process.env, ...environment },
    timeout: LONG,
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (printed += text));
  const [code] = await once(child, 'close');
  return { code, printed };
}

test('free functions take the environment, and say who they are', async () => {
  await fetch(`${place.http}/.sandbox/scenario`, { method: 'DELETE' });
  const { code, printed } = await run(
    `import { discover, fetchAuthorizationServerMetadata, fetchResourceMetadata } from 'telnyx-oauth';
    console.log((await fetchResourceMetadata()).authorizationServers[0]);
    console.log((await fetchAuthorizationServerMetadata()).issuer);
    console.log((await discover()).authorizationServer.issuer);`,
    { TELNYX_BASE_URL: `${place.https}/v2`, SSL_CERT_FILE: place.caFile },
  );
  assert.deepEqual([code, printed], [0, `${place.https}\n`.repeat(3)]);
  const agent = (await requests(place))[0]?.headers.find(([name]) => name === 'user-agent');
  assert.equal(agent?.[1], `telnyx-oauth/${version()} (node)`);
});

test('the program in docs/node.md runs', async () => {
  const page = readFileSync(new URL('../../../docs/node.md', import.meta.url), 'utf8');
  const program = /^```js$(.*?)^```$/ms.exec(page)?.[1];
  assert(program);
  const { code, printed } = await run(program, { TELNYX_BASE_URL: place.https, SSL_CERT_FILE: place.caFile });
  assert.equal(code, 0);
  assert(printed.startsWith(`tokens from ${place.https}/`), printed);
});

test('a process that exits does not wait for its calls', { timeout: LONG }, async (context) => {
  const { server, origin } = await silentPeer(context);
  const program = `import { fetchResourceMetadata } from 'telnyx-oauth';
    fetchResourceMetadata('${origin}', { timeoutMs: ${LONG * 10} }).catch(() => {});
    process.stdin.once('end', () => process.exit(3)).resume();`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    cwd: new URL('..', import.meta.url),
    stdio: ['pipe', 'inherit', 'inherit'],
  });
  await once(server, 'connection');
  child.stdin?.end();
  assert.deepEqual(await once(child, 'exit'), [3, null]);
});

test('a small stack that cannot be changed any more is refused', async () => {
  const { code, printed } = await run(
    `import koffi from 'koffi';
    koffi.load('libc.so.6');
    await import('telnyx-oauth').catch((error) => console.log(error.message));`,
  );
  assert.equal(code, 0);
  assert.match(printed, /import telnyx-oauth earlier, or call koffi\.config\(\{ async_stack_size: 2097152 \}\) first/);
});

test('a library that is not there is named', async () => {
  const { printed } = await run(`await import('telnyx-oauth').catch((error) => console.log(error.message));`, {
    LD_LIBRARY_PATH: '',
  });
  assert.equal(printed, 'libtelnyx_oauth.so.1 must be installed, or its folder be in LD_LIBRARY_PATH\n');
});

test('the package has the version of the library', () => {
  const text = readFileSync(new URL('../telnyx-oauth/package.json', import.meta.url), 'utf8');
  assert.equal(JSON.parse(text).version, version());
});
