/** @file Tests of calls and of the ways to end a call. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { test } from 'node:test';

import { Client, judgeResourceMetadata, TelnyxOAuthError, version } from 'telnyx-oauth';

import { LONG, play, requests, startSandbox, trusting } from './sandbox.js';

const sandbox = await startSandbox();

test('a discovery returns the source of each part', async () => {
  const resource = `${sandbox.https}/v2/mcp`;
  const found = await new Client(trusting(sandbox)).discover(resource);
  assert.equal(found.resource, resource);
  assert.equal(found.challenge?.scheme, 'bearer');
  assert.equal(found.challenge?.resourceMetadata, found.resourceMetadataUrl);
  assert.equal(found.resourceMetadata?.resource, resource);
  assert.deepEqual(found.resourceMetadata?.authorizationServers, [sandbox.https]);
  assert.equal(found.authorizationServers[0]?.metadata, found.authorizationServer);
  assert.equal(found.authorizationServers[0]?.metadataUrl, found.authorizationServer?.url);
  assert.equal(found.authorizationServer?.issuer, sandbox.https);
  assert.equal(found.authorizationServer?.supportsRequestUriParameter, true);
  assert.deepEqual([found.attempts[0]?.purpose, found.attempts[0]?.status], ['probe', 401]);
  assert.equal(found.toJSON().resource_metadata_url, found.resourceMetadataUrl);

  const none = await new Client(trusting(sandbox)).discover(sandbox.https, { wwwAuthenticate: [] });
  assert(none.attempts.every((attempt) => attempt.purpose !== 'probe'));
});

test("a server's failure does not fail the discovery", async () => {
  const json = { resource: '${origin}', authorization_servers: ['${origin}/none', '${origin}'] };
  await play(sandbox, { routes: [{ path: '/.well-known/oauth-protected-resource', answers: [{ json }] }] });
  const found = await new Client(trusting(sandbox)).discover(sandbox.https);
  assert.equal(found.authorizationServers[0]?.metadata, undefined);
  assert.equal(found.authorizationServers[0]?.error?.kind, 'not_found');
  assert.equal(found.authorizationServers[0]?.attempts.length, 3);
  assert.equal(found.authorizationServer?.issuer, sandbox.https);
  await play(sandbox, { routes: [] });
});

test('the legacy origin replaces a missing document', async () => {
  await play(sandbox, {
    routes: [{ path: '/.well-known/oauth-protected-resource', answers: [{ status: 404 }] }],
  });
  const resource = `${sandbox.https}/api`;
  const error = await failureOf(new Client(trusting(sandbox)).discover(resource));
  assert.equal(error.kind, 'not_found');
  const found = await new Client({ ...trusting(sandbox), legacyOrigin: true }).discover(resource);
  assert.equal(found.via, 'legacy_origin');
  assert.deepEqual([found.resourceMetadata, found.resourceMetadataUrl], [undefined, undefined]);
  assert.equal(found.authorizationServer?.issuer, sandbox.https);
  assert.deepEqual([found.toJSON().via, found.toJSON().resource_metadata], ['legacy_origin', null]);
  await play(sandbox, { routes: [] });
});

test('a probe of a POST finds the challenges that a GET lacks', async () => {
  const bearer = 'Bearer resource_metadata="${origin}/.well-known/oauth-protected-resource"';
  const challenged = { status: 401, headers: { 'www-authenticate': `Basic realm="a", ${bearer}` } };
  await play(sandbox, {
    routes: [
      { path: '/mcp', method: 'GET', answers: [{ status: 405 }] },
      { path: '/mcp', method: 'POST', answers: [challenged] },
    ],
  });
  const resource = `${sandbox.https}/mcp`;
  const without = await new Client(trusting(sandbox)).discover(resource);
  assert.deepEqual(without.challenges, []);
  assert(without.warnings.some(({ kind }) => kind === 'probe_inconclusive'));
  const found = await new Client({ ...trusting(sandbox), probe: 'mcp' }).discover(resource);
  assert.equal(found.via, 'challenge');
  assert.equal(found.challenges.length, 2);
  assert.equal(found.challenges[0]?.scheme, 'basic');
  assert.deepEqual(found.challenges[1], found.challenge);
  await play(sandbox, { routes: [] });
});

test('a header field is sent to the resource', async () => {
  const headers = [{ name: 'X-Gateway', value: 'one' }];
  await new Client({ ...trusting(sandbox), headers }).discover(`${sandbox.https}/v2/mcp`);
  const sent = (await requests(sandbox)).filter(({ target }) => target === '/v2/mcp').flatMap(({ headers }) => headers);
  assert.deepEqual(
    sent.filter(([name]) => name === 'x-gateway'),
    [['x-gateway', 'one']],
  );
});

test('a document is immutable and finds a member by language', () => {
  const document = {
    resource: 'https://rs.example',
    authorization_servers: ['https://as.example'],
    resource_name: 'N',
    'resource_name#fr': 'Nom',
    url: 'a private member',
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
  assert.equal(metadata.extra.url, 'a private member');
  assert.deepEqual(['x_vendor' in metadata.extra, 'xVendor' in metadata], [true, false]);
  assert.equal(/** @type {any} */ (metadata).polluted, undefined);
  assert.throws(() => /** @type {any} */ (metadata.authorizationServers).push('https://evil.example'), TypeError);
  assert.throws(() => Object.assign(metadata, { resource: 'https://evil.example' }), TypeError);
});

/**
 * Starts a server that accepts connections and never answers.
 * @param {{ after: (end: () => void) => void }} context the context of the test
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
    () => assert.fail('expected an error'),
    (error) => error,
  );
  assert(error instanceof TelnyxOAuthError, String(error));
  return error;
}

test('an aborted call closes its connection, and the event loop runs during the call', {
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

test('a call without a free thread waits, and an abort ends the wait', { timeout: LONG }, async (context) => {
  const { server, origin } = await silentPeer(context);
  /** @type {import('node:net').Socket[]} */
  const connections = [];
  server.on('connection', (connection) => connections.push(connection));
  const client = new Client({ proxy: '', cache: false });
  const first = new AbortController();
  // More calls than koffi's limit and the number of threads.
  const calls = Array.from({ length: 300 }, (_, index) => {
    const signal = index < 3 ? first.signal : AbortSignal.timeout(50);
    return failureOf(client.fetchResourceMetadata(origin, { signal }));
  });
  const late = await Promise.all(calls.slice(3));
  assert(late.every(({ kind, cause }) => kind === 'cancelled' && cause instanceof DOMException));
  while (connections.length < 3) await once(server, 'connection');
  // One thread stays free for files.
  assert((await readFile(new URL(import.meta.url))).length > 0);
  first.abort();
  for (const { kind } of await Promise.all(calls.slice(0, 3))) assert.equal(kind, 'cancelled');
  assert.equal(connections.length, 3);
});

test('calls share a client, and close() does not end running calls', async () => {
  const client = new Client({ ...trusting(sandbox), cache: false });
  const calls = Array.from({ length: 64 }, () => client.fetchResourceMetadata(sandbox.https));
  client.close();
  for (const metadata of await Promise.all(calls)) assert.equal(metadata.resource, sandbox.https);
});

/**
 * Runs a program that uses this package. Returns its exit code and output.
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

test('the free functions use the environment and send the User-Agent of Node', async () => {
  await fetch(`${sandbox.http}/.sandbox/scenario`, { method: 'DELETE' });
  const { code, printed } = await run(
    `import { discover, fetchAuthorizationServerMetadata, fetchResourceMetadata, vet } from 'telnyx-oauth';
    console.log((await fetchResourceMetadata()).authorizationServers[0]);
    console.log((await fetchAuthorizationServerMetadata()).issuer);
    console.log((await discover()).authorizationServer.issuer);
    console.log(await vet('https://127.0.0.1/', 'https://127.0.0.1/'));`,
    { TELNYX_BASE_URL: `${sandbox.https}/v2`, SSL_CERT_FILE: sandbox.caFile },
  );
  assert.deepEqual([code, printed], [0, `${`${sandbox.https}\n`.repeat(3)}[ '127.0.0.1' ]\n`]);
  const agent = (await requests(sandbox))[0]?.headers.find(([name]) => name === 'user-agent');
  assert.equal(agent?.[1], `telnyx-oauth/${version()} (node)`);
});

test('the program in docs/node.md runs', async () => {
  const page = readFileSync(new URL('../../../docs/node.md', import.meta.url), 'utf8');
  const program = /^```js$(.*?)^```$/ms.exec(page)?.[1];
  assert(program);
  const { code, printed } = await run(program, { TELNYX_BASE_URL: sandbox.https, SSL_CERT_FILE: sandbox.caFile });
  assert.equal(code, 0);
  assert(printed.startsWith(`tokens from ${sandbox.https}/`), printed);
});

test('process.exit does not wait for running calls', { timeout: LONG }, async (context) => {
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

test('the import fails if the stack size of koffi cannot be changed', async () => {
  const { code, printed } = await run(
    `import koffi from 'koffi';
    koffi.load('libc.so.6');
    await import('telnyx-oauth').catch((error) => console.log(error.message));`,
  );
  assert.equal(code, 0);
  assert.match(printed, /import telnyx-oauth earlier, or call koffi\.config\(\{ async_stack_size: 2097152 \}\) first/);
});

test('the import fails and names a missing library', async () => {
  const { printed } = await run(`await import('telnyx-oauth').catch((error) => console.log(error.message));`, {
    LD_LIBRARY_PATH: '',
  });
  assert.equal(printed, 'cannot load libtelnyx_oauth.so.1: install it, or add its folder to LD_LIBRARY_PATH\n');
});

test('the package has the version of the library', () => {
  const text = readFileSync(new URL('../telnyx-oauth/package.json', import.meta.url), 'utf8');
  assert.equal(JSON.parse(text).version, version());
});
