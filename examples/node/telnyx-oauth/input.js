/** @file What C cannot be handed. Everything else is for the library to judge. */
import { invalidArgument } from './error.js';

/**
 * @param {string} argument what the error calls it
 * @param {unknown} value
 * @returns {string}
 */
export function text(argument, value) {
  if (typeof value !== 'string') throw invalidArgument(`${argument} must be a string, not ${kindOf(value)}`);
  const at = value.search(/\0|\p{Surrogate}/u);
  if (at < 0) return value;
  throw invalidArgument(`${argument} must have no ${value[at] === '\0' ? 'NUL' : 'lone surrogate'}, not one at ${at}`);
}

/**
 * @param {string} argument
 * @param {unknown} value
 * @returns {string | null} null, which is NULL, for undefined and null
 */
export function optionalText(argument, value) {
  return value === undefined || value === null ? null : text(argument, value);
}

/**
 * @param {string} argument
 * @param {unknown} value
 * @param {number} [most]
 * @returns {number}
 */
export function wholeNumber(argument, value, most = Number.MAX_SAFE_INTEGER) {
  if (Number.isInteger(value) && Number(value) >= 0 && Number(value) <= most) return Number(value);
  const what = typeof value === 'number' ? String(value) : kindOf(value);
  throw invalidArgument(`${argument} must be a whole number from 0 to ${most}, not ${what}`);
}

/**
 * @param {string} argument
 * @param {unknown} value
 * @returns {boolean}
 */
export function flag(argument, value) {
  if (typeof value === 'boolean') return value;
  throw invalidArgument(`${argument} must be true or false, not ${kindOf(value)}`);
}

/**
 * @param {string} argument
 * @param {unknown} value
 * @returns {Record<string, unknown>}
 */
export function object(argument, value) {
  if (typeof value === 'object' && value !== null) return /** @type {Record<string, unknown>} */ (value);
  throw invalidArgument(`${argument} must be an object, not ${kindOf(value)}`);
}

/**
 * The field lines of a WWW-Authenticate.
 * @param {unknown} value
 * @returns {string[] | null} null, which is NULL, for undefined and null
 */
export function lines(value) {
  if (value === undefined || value === null) return null;
  const list = Array.isArray(value) ? value : [value];
  return list.map((line) => text('WWW-Authenticate', line));
}

/** @param {unknown} value */
function kindOf(value) {
  return value === null ? 'null' : Array.isArray(value) ? 'an array' : `of type ${typeof value}`;
}
