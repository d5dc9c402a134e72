/** @file The members of a document. */
import { copyList } from './list.js';
import { names } from './native.js';
import { copyWarning } from './warning.js';

/** @typedef {import('./native.js').Handle} Handle */

/**
 * Whether a document's signed_metadata was verified.
 *
 * - `absent`: the document has no signed_metadata.
 * - `unverified`: the caller gave no trusted keys. The signature was not checked, and the claims are not among the
 *   members.
 * - `verified`: a trusted key verified the signature. The claims replace the plain members.
 * @typedef {'absent' | 'unverified' | 'verified'} SignatureStatus
 */

/**
 * Copies the members and the other properties of a document from the library's document.
 * @param {Record<string, unknown>} document
 * @param {any} native the document's functions
 * @param {Handle} handle
 * @param {Readonly<Record<string, string>>} [variants] the members in other languages, which have no property
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
