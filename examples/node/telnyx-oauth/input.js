/** @file Checks of input that cannot be passed to C. The library checks everything else. */
import { invalidArgument } from './error.js';

/**
 * @param {string} argument the name in the error message
 * @param {unknown} value
 * @returns {string}
 */
export function text(argument, value) {
  if (typeof value !== 'string') throw invalidArgument(`${argument} must be a string, not ${kindOf(value)}`);
  const at = value.search(/\0|\p{Surrogate}/u);
  if (at < 0) return value;
  const found = value[at] === '\0' ? 'NUL' : 'lone surrogate';
  throw invalidArgument(`${argument} must not contain a ${found}, but has one at index ${at}`);
}

/**
 * @param {string} argument
 * @param {unknown} value
 * @returns {string | null} null for undefined and null; null is NULL in C
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
  const given = typeof value === 'number' ? String(value) : kindOf(value);
  throw invalidArgument(`${argument} must be a whole number from 0 to ${most}, not ${given}`);
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
 * Returns the field lines of a WWW-Authenticate.
 * @param {unknown} value
 * @returns {string[] | null} null for undefined and null; null is NULL in C
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
