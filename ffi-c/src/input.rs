//! Reads the arguments that C passes. Each function relies on the header's contract, and checks everything else.

use crate::boundary::null;
use oauth::{Error, embedding};
use std::ffi::{CStr, c_char, c_void};
use std::slice;

/// A handle that calls share.
///
/// # Safety
/// `handle` is NULL, or points to a `T` that lives and is not changed for `'a`.
pub(crate) unsafe fn shared<'a, T>(name: &str, handle: *mut T) -> Result<&'a T, Error> {
    // SAFETY: as this function's.
    unsafe { handle.as_ref() }.ok_or_else(|| null(name))
}

/// A string that may be NULL.
///
/// # Safety
/// `text` is NULL, or points to a string that ends with NUL, and lives and is not changed for `'a`.
pub(crate) unsafe fn optional<'a>(name: &str, text: *const c_char) -> Result<Option<&'a str>, Error> {
    if text.is_null() {
        return Ok(None);
    }
    // SAFETY: it is not NULL; else as this function's.
    let text = unsafe { CStr::from_ptr(text) };
    text.to_str().map(Some).map_err(|error| {
        embedding::invalid_argument(format!("{name} must be UTF-8: invalid at byte {}", error.valid_up_to()))
    })
}

/// A string by which something is looked up: NULL and text that is not UTF-8 are the name of nothing.
///
/// # Safety
/// As [`optional`].
pub(crate) unsafe fn readable<'a>(text: *const c_char) -> Option<&'a str> {
    // SAFETY: as this function's.
    unsafe { optional("text", text) }.ok().flatten()
}

/// A string.
///
/// # Safety
/// As [`optional`].
pub(crate) unsafe fn required<'a>(name: &str, text: *const c_char) -> Result<&'a str, Error> {
    // SAFETY: as this function's.
    unsafe { optional(name, text) }?.ok_or_else(|| null(name))
}

/// An array of strings; `None` if it is NULL and of length 0.
///
/// # Safety
/// `texts` is NULL, or points to `count` pointers, each as [`optional`]; all live and are not changed for `'a`.
pub(crate) unsafe fn texts<'a>(
    name: &str,
    texts: *const *const c_char,
    count: usize,
) -> Result<Option<Vec<&'a str>>, Error> {
    if texts.is_null() && count == 0 {
        return Ok(None);
    }
    // SAFETY: as this function's.
    let texts = unsafe { array(name, texts, count) }?;
    // SAFETY: as this function's.
    let text = |(i, text): (usize, &*const c_char)| unsafe { required(&format!("{name}[{i}]"), *text) };
    texts.iter().enumerate().map(text).collect::<Result<_, _>>().map(Some)
}

/// Bytes; none if they are NULL and of length 0.
///
/// # Safety
/// `bytes` is NULL, or points to `length` bytes that live and are not changed for `'a`.
pub(crate) unsafe fn bytes<'a>(name: &str, bytes: *const c_void, length: usize) -> Result<&'a [u8], Error> {
    if bytes.is_null() && length == 0 {
        return Ok(&[]);
    }
    // SAFETY: as this function's.
    unsafe { array(name, bytes.cast(), length) }
}

/// # Safety
/// `items` is NULL, or points to `count` items that live and are not changed for `'a`.
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
    // SAFETY: it is not NULL, aligned, and no larger than anything can be; else as this function's.
    Ok(unsafe { slice::from_raw_parts(items, count) })
}
