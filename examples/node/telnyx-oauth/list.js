/** @file Lists of the library's. */

/** @typedef {import('./native.js').Handle} Handle */

/**
 * Copies a list.
 * @template Item, Copy
 * @param {{ count: (handle: Handle) => number, at: (handle: Handle, index: number) => Item }} functions
 * @param {Handle} handle that it belongs to
 * @param {(item: Item) => Copy} copy
 * @returns {readonly Copy[]}
 */
export function copyList(functions, handle, copy) {
  const length = Number(functions.count(handle));
  return Object.freeze(Array.from({ length }, (_, index) => copy(functions.at(handle, index))));
}

/**
 * Copies names and values.
 * @param {{
 *   count: (handle: Handle) => number,
 *   nameAt: (handle: Handle, index: number) => string,
 *   valueAt: (handle: Handle, index: number) => string,
 * }} functions
 * @param {Handle} handle that they belong to
 * @returns {Readonly<Record<string, string>>}
 */
export function copyNamed(functions, handle) {
  const length = Number(functions.count(handle));
  const entries = Array.from({ length }, (_, index) => [
    functions.nameAt(handle, index),
    functions.valueAt(handle, index),
  ]);
  return Object.freeze(Object.fromEntries(entries));
}
