//! Reads the arguments that C passes. Each function relies on the rules of the header, and checks everything else.

use crate::boundary::null;
use oauth::{Error, embedding};
use std::ffi::{CStr, c_char, c_void};
use std::slice;

/// Returns a handle that several calls may use at the same time.
///
/// # Safety
/// `handle` is NULL, or points to a `T` that stays valid and unchanged for `'a`.
pub(crate) unsafe fn shared<'a, T>(name: &str, handle: *mut T) -> Result<&'a T, Error> {
    // SAFETY: the caller of this function guarantees it.
    unsafe { handle.as_ref() }.ok_or_else(|| null(name))
}

/// Reads a string that may be NULL.
///
/// # Safety
/// `text` is NULL, or points to a string that ends with NUL and stays valid and unchanged for `'a`.
pub(crate) unsafe fn optional<'a>(name: &str, text: *const c_char) -> Result<Option<&'a str>, Error> {
    if text.is_null() {
        return Ok(None);
    }
    // SAFETY: the pointer is not NULL, and the caller guarantees the rest.
    let text = unsafe { CStr::from_ptr(text) };
    text.to_str().map(Some).map_err(|error| {
        embedding::invalid_argument(format!("{name} must be UTF-8: invalid at byte {}", error.valid_up_to()))
    })
}

/// Reads a name to look up. NULL and text that is not UTF-8 match no name.
///
/// # Safety
/// The same as for [`optional`].
pub(crate) unsafe fn readable<'a>(text: *const c_char) -> Option<&'a str> {
    // SAFETY: the caller of this function guarantees it.
    unsafe { optional("text", text) }.ok().flatten()
}

/// Reads a required string.
///
/// # Safety
/// The same as for [`optional`].
pub(crate) unsafe fn required<'a>(name: &str, text: *const c_char) -> Result<&'a str, Error> {
    // SAFETY: the caller of this function guarantees it.
    unsafe { optional(name, text) }?.ok_or_else(|| null(name))
}

/// Reads an array of strings. Returns `None` if the array is NULL and its length is 0.
///
/// # Safety
/// `texts` is NULL, or points to `count` pointers. For each pointer, the rules of [`optional`] apply. The array stays
/// valid and unchanged for `'a`.
pub(crate) unsafe fn texts<'a>(
    name: &str,
    texts: *const *const c_char,
    count: usize,
) -> Result<Option<Vec<&'a str>>, Error> {
    if texts.is_null() && count == 0 {
        return Ok(None);
    }
    // SAFETY: the caller of this function guarantees it.
    let texts = unsafe { array(name, texts, count) }?;
    // SAFETY: the caller of this function guarantees it.
    let text = |(i, text): (usize, &*const c_char)| unsafe { required(&format!("{name}[{i}]"), *text) };
    texts.iter().enumerate().map(text).collect::<Result<_, _>>().map(Some)
}

/// Reads bytes. Returns an empty slice if the pointer is NULL and the length is 0.
///
/// # Safety
/// `bytes` is NULL, or points to `length` bytes that stay valid and unchanged for `'a`.
pub(crate) unsafe fn bytes<'a>(name: &str, bytes: *const c_void, length: usize) -> Result<&'a [u8], Error> {
    if bytes.is_null() && length == 0 {
        return Ok(&[]);
    }
    // SAFETY: the caller of this function guarantees it.
    unsafe { array(name, bytes.cast(), length) }
}

/// # Safety
/// `items` is NULL, or points to `count` items that stay valid and unchanged for `'a`.
unsafe fn array<'a, T>(name: &str, items: *const T, count: usize) -> Result<&'a [T], Error> {
    if items.is_null() {
        return Err(null(name));
    }
    if count > isize::MAX as usize / size_of::<T>() {
        return Err(embedding::invalid_argument(format!("{name} cannot have {count} elements")));
    }
    if !items.is_aligned() {
        return Err(embedding::invalid_argument(format!("{name} must be aligned for its elements")));
    }
    // SAFETY: the pointer is aligned and not NULL, the length is at most `isize::MAX` bytes, and the caller guarantees
    // the rest.
    Ok(unsafe { slice::from_raw_parts(items, count) })
}
