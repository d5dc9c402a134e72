/** @file Tests of every kind of error. */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import {
  Client,
  discover,
  fetchResourceMetadata,
  judgeResourceMetadata,
  parseChallenges,
  resourceMetadataUrl,
  TelnyxOAuthError,
} from 'telnyx-oauth';

import { play, read, startSandbox, trusting } from './sandbox.js';

const KINDS =
  `invalid_argument insecure_url blocked_address transport tls timeout cancelled redirect_refused http_status
  oauth_error content_type body_too_large invalid_json invalid_metadata resource_mismatch issuer_mismatch not_found
  signature_invalid profile_unmet`.split(/\s+/);

const sandbox = await startSandbox();
const { scenario, cases } = read('testdata/scenarios/errors.json');
await play(sandbox, scenario);

test('there is a case for every kind except internal, which only a bug causes', () => {
  const kinds = cases.map((/** @type {{ kind: string }} */ { kind }) => kind);
  assert.deepEqual([...new Set(kinds)].sort(), [...KINDS].sort());
});

/** @param {string | undefined} text */
function atSandbox(text) {
  return text
    ?.replace('${http}', sandbox.http)
    .replace('${https}', sandbox.https)
    .replace('${port}', String(sandbox.port));
}

/** @param {Promise<unknown>} call a call that must fail */
async function failure(call) {
  const error = await call.then(
    (found) => assert.fail(`expected an error, got ${JSON.stringify(found)}`),
    (error) => error,
  );
  assert(error instanceof TelnyxOAuthError, String(error));
  return error;
}

/** @param {any} errorCase */
async function provoke(errorCase) {
  const { max_body_bytes: maxBodyBytes, trusted_keys: jwks, profile } = errorCase.options ?? {};
  const { authorization_server_trusted_keys: serverJwks } = errorCase.options ?? {};
  const client = new Client({
    ...trusting(sandbox),
    resolve: [{ host: 'expired.example', port: sandbox.port, address: '127.0.0.1' }],
    ...(maxBodyBytes && { maxBodyBytes }),
    ...(jwks && { trustedKeys: { jwks } }),
    ...(serverJwks && { authorizationServerTrustedKeys: { jwks: serverJwks } }),
    ...(profile && { profile }),
  });
  const options = {
    ...(errorCase.timeout && { timeoutMs: errorCase.timeout * 1000 }),
    ...(errorCase.cancelled && { signal: AbortSignal.abort('enough') }),
  };
  const target = atSandbox(errorCase.target);
  switch (errorCase.call) {
    case 'fetch_resource_metadata':
      return client.fetchResourceMetadata(target, options);
    case 'fetch_authorization_server_metadata':
      return client.fetchAuthorizationServerMetadata(target, options);
    case 'discover':
      return client.discover(target, { ...options, wwwAuthenticate: errorCase.www_authenticate });
    default:
      return assert.fail(`unknown call ${errorCase.call}`);
  }
}

for (const errorCase of cases) {
  test(errorCase.kind, async () => {
    const error = await failure(provoke(errorCase));
    assert.equal(error.kind, errorCase.kind);
    assert.equal(error.name, errorCase.cancelled ? 'AbortError' : 'TelnyxOAuthError');
    assert.equal(error.cause, errorCase.cancelled && 'enough');
    assert.notEqual(error.message, '');
    assert(error.message.includes(errorCase.words ?? ''), error.message);
    assert.equal(error.httpStatus, errorCase.http_status);
    assert.equal(error.error, errorCase.error);
    assert.equal(error.errorDescription, errorCase.error_description);
    assert.equal(error.retryAfter, errorCase.retry_after);
    if (errorCase.url) assert.equal(error.url, atSandbox(errorCase.url));
    for (const attempt of error.attempts) assert.match(attempt.url, /^https:/);
    if (errorCase.http_status) assert.equal(error.attempts.at(-1)?.status, errorCase.http_status);
  });
}

/** Input of the wrong type. @type {any} */
const wrong = { number: 5, null: null, list: [5] };
const nul = 'https://rs.example/\0evil';
const closed = new Client();
closed.close();
closed.close();

/** @type {[string, () => unknown][]} */
const refused = [
  ['resource must not contain a NUL, but has one at index 19', () => fetchResourceMetadata(nul)],
  ['resource must not contain a lone surrogate, but has one at index 8', () => resourceMetadataUrl('https://\ud800')],
  ['resource must be a string, not of type number', () => fetchResourceMetadata(wrong.number)],
  ['resource must be a string, not null', () => resourceMetadataUrl(wrong.null)],
  ['WWW-Authenticate must not contain a NUL', () => discover(null, { wwwAuthenticate: ['a', nul] })],
  ['WWW-Authenticate must be a string', () => parseChallenges(wrong.list)],
  ['signal must be an AbortSignal', () => fetchResourceMetadata(null, { signal: wrong.number })],
  ['timeoutMs must be a whole number', () => fetchResourceMetadata(null, { timeoutMs: -1 })],
  ['options must be an object', () => fetchResourceMetadata(null, wrong.null)],
  ['unknown option "timeout"', () => new Client(/** @type {any} */ ({ timeout: 5 }))],
  ['baseUrl must not contain a NUL', () => new Client({ baseUrl: nul })],
  ['timeout', () => new Client({ timeoutMs: 0 })],
  ['timeoutMs must be a whole number', () => new Client({ timeoutMs: 0.5 })],
  ['maxRetries must be a whole number from 0 to 4294967295', () => new Client({ maxRetries: 2 ** 32 })],
  ['cache must be true or false', () => new Client({ cache: wrong.number })],
  ['resourceMatch must be one of', () => new Client({ resourceMatch: /** @type {any} */ ('any') })],
  ['profile', () => new Client({ profile: /** @type {any} */ ('none') })],
  ['probe', () => new Client({ probe: /** @type {any} */ ('post') })],
  ['header', () => new Client({ headers: [{ name: 'Authorization', value: 'Bearer secret' }] })],
  ['headers.value must be a string', () => new Client({ headers: [{ name: 'X-Gateway', value: wrong.number }] })],
  ['resolve.port must be', () => new Client({ resolve: [{ host: 'a', port: 65536, address: '::1' }] })],
  ['status must be', () => judgeResourceMetadata('https://rs.example', { status: 65736, body: '' })],
  ['body must be', () => judgeResourceMetadata('https://rs.example', { status: 200, body: wrong.number })],
  ['the client must not be closed', () => closed.fetchResourceMetadata()],
];
for (const [words, call] of refused) {
  test(`refused: ${words}`, async () => {
    const error = await failure((async () => call())());
    assert.equal(error.kind, 'invalid_argument');
    assert(error.message.includes(words), error.message);
  });
}
