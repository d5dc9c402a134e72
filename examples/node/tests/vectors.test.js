/** @file Runs the test vectors that all languages share. */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import {
  authorizationServerMetadataUrls,
  judgeAuthorizationServerMetadata,
  judgeResourceMetadata,
  parseChallenges,
  resourceMetadataUrl,
  TelnyxOAuthError,
} from 'telnyx-oauth';

import { read } from './sandbox.js';

/** @typedef {import('telnyx-oauth').ResourceMatch} ResourceMatch */

/**
 * Runs every case of a file.
 * @param {string} file
 * @param {(vector: any) => void} check
 */
function each(file, check) {
  test(file, async (all) => {
    const { cases } = read(`testdata/${file}.json`);
    assert(cases.length > 0);
    for (const vector of cases) await all.test(vector.id, () => check(vector));
  });
}

/**
 * @template Found
 * @param {() => Found} call
 * @returns {Found | string} the result, or the kind of the error
 */
function foundOrKind(call) {
  try {
    return call();
  } catch (error) {
    assert(error instanceof TelnyxOAuthError, String(error));
    return error.kind;
  }
}

each('resource_metadata_url', ({ resource, url, error }) => {
  const found = foundOrKind(() => resourceMetadataUrl(resource));
  assert.equal(found, url ?? error);
});

each('authorization_server_metadata_urls', ({ issuer, urls, error }) => {
  const found = foundOrKind(() => authorizationServerMetadataUrls(issuer));
  assert.deepEqual(found, urls ?? error);
});

each('challenges', (vector) => {
  const found = parseChallenges(vector.headers);
  const expected = found.map(({ scheme, params, token68 = null }) => ({ scheme, params, token68 }));
  assert.deepEqual(expected, vector.challenges);
  if (vector.resource_metadata === null) return;
  // The values of the challenge that a discovery uses.
  const used = found.find((challenge) => challenge.resourceMetadata === vector.resource_metadata);
  assert(used);
  assert.deepEqual(used.scope ?? null, vector.scope);
});

each('resource_match', (vector) => {
  const body = JSON.stringify({ resource: vector.resource, authorization_servers: ['https://as.example'] });
  const response = { status: 200, contentType: 'application/json', body };
  /** @type {ResourceMatch[]} */
  const policies = ['exact', 'covers', 'same_origin'];
  for (const resourceMatch of policies) {
    const found = foundOrKind(() => judgeResourceMetadata(vector.requested, response, { resourceMatch }));
    assert.equal(typeof found === 'object', vector[resourceMatch], resourceMatch);
  }
});

/** Whether a document's property is one of its members. @param {string} property */
const isMember = (property) =>
  !/^(extra|variants|url|rawJson|signatureStatus|warnings|(requires|supports|sends)[A-Z].*)$/.test(property);

/** The name of a property's member in the document. @param {string} property */
const memberOf = (property) => property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/**
 * Converts a result to the vectors' form.
 * @param {() => any} call
 */
function judged(call) {
  const found = foundOrKind(call);
  if (typeof found === 'string') return { error: found };
  const members = Object.entries(found)
    .filter(([name, value]) => isMember(name) && value !== undefined)
    .map(([name, value]) => [memberOf(name), value]);
  const document = { ...Object.fromEntries(members), ...found.variants, ...found.extra };
  assert.deepEqual(document, found.toJSON());
  return { document, warnings: found.warnings.map((/** @type {{ kind: string }} */ { kind }) => kind).sort() };
}

/** @param {any} vector */
function response({ status, content_type, body, url }) {
  return { status, contentType: content_type, body, ...(url && { url }) };
}

each('resource_documents', (vector) => {
  const rules = { resourceMatch: vector.policy };
  assert.deepEqual(
    judged(() => judgeResourceMetadata(vector.resource, response(vector), rules)),
    vector.expect,
  );
});

each('authorization_server_documents', (vector) => {
  const rules = { strict: vector.strict };
  assert.deepEqual(
    judged(() => judgeAuthorizationServerMetadata(vector.issuer, response(vector), rules)),
    vector.expect,
  );
});
