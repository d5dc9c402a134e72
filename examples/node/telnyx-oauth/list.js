/** @file Copies of the library's lists. */

/** @typedef {import('./native.js').Handle} Handle */

/**
 * Copies a list.
 * @template Item, Copy
 * @param {{ count: (handle: Handle) => number, at: (handle: Handle, index: number) => Item }} functions
 * @param {Handle} handle the owner of the list
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
 * @param {Handle} handle the owner of the names and values
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
