/** @file The members of a document. */
import { copyList } from './list.js';
import { names } from './native.js';
import { copyWarning } from './warning.js';

/** @typedef {import('./native.js').Handle} Handle */

/**
 * What is known of a document's signed_metadata: there is none; there is one, and no trusted keys were given, so that
 * its claims are not among the members; a trusted key has signed it, and its claims stand in the place of the plain
 * members.
 * @typedef {'absent' | 'unverified' | 'verified'} SignatureStatus
 */

/**
 * Gives document its members, as the library has written them, and what is known about it.
 * @param {Record<string, unknown>} document
 * @param {any} native its functions
 * @param {Handle} handle
 * @param {Readonly<Record<string, string>>} [variants] members that have no property of their own
 */
export function copyMembers(document, native, handle, variants = {}) {
  const extra = JSON.parse(native.extra(handle));
  for (const [name, value] of Object.entries(JSON.parse(native.toJson(handle)))) {
    if (!Object.hasOwn(extra, name) && !Object.hasOwn(variants, name)) document[inCamelCase(name)] = frozen(value);
  }
  document.extra = frozen(extra);
  document.url = native.url(handle);
  document.rawJson = native.rawJson(handle);
  document.signatureStatus = names.signatureStatus(native.signatureStatus(handle));
  document.warnings = copyList(native.warnings, handle, copyWarning);
}

/** @param {string} name */
function inCamelCase(name) {
  return name.replace(/_([a-z])/g, (_, letter) => letter.toUpperCase());
}

/** @param {unknown} value */
function frozen(value) {
  if (typeof value === 'object' && value !== null) {
    Object.values(value).forEach(frozen);
    Object.freeze(value);
  }
  return value;
}
