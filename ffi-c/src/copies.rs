//! C strings that are copied from a handle on first use and kept as long as the handle. The copies use no locks: a
//! forked child could inherit a lock whose owner does not exist there.

use once_cell::race::OnceBox;
use serde::Serialize;
use std::ffi::{CString, c_char};
use std::ptr;

/// Copies a string. Documents, messages and URLs contain no NUL. In any other text, U+FFFD replaces a NUL.
pub(crate) fn c_string(text: &str) -> CString {
    CString::new(text).unwrap_or_else(|_| CString::new(text.replace('\0', "\u{fffd}")).unwrap_or_default())
}

/// Returns the pointer to a string, or NULL for `None`.
pub(crate) fn pointer_to(text: Option<&CString>) -> *const c_char {
    text.map_or(ptr::null(), |text| text.as_ptr())
}

/// A copy of a string, made on first use.
#[derive(Default)]
pub(crate) struct Copy(OnceBox<CString>);

impl Copy {
    /// Makes the copy now.
    pub(crate) fn made(text: &str) -> Copy {
        Copy(OnceBox::with_value(Box::new(c_string(text))))
    }

    /// Returns the copy of `text`, or NULL for `None`.
    pub(crate) fn of(&self, text: Option<&str>) -> *const c_char {
        pointer_to(text.map(|text| self.0.get_or_init(|| Box::new(c_string(text)))))
    }

    /// Returns the copy of a value as JSON on one line.
    pub(crate) fn json_of(&self, value: &impl Serialize) -> *const c_char {
        // Serialization cannot fail: every key is a string.
        let json = || Box::new(c_string(&serde_json::to_string(value).unwrap_or_default()));
        self.0.get_or_init(json).as_ptr()
    }
}

/// Copies of names and their values, in order.
#[derive(Default)]
pub(crate) struct Pairs(Box<[(CString, CString)]>);

impl Pairs {
    pub(crate) fn of<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> Pairs {
        Pairs(pairs.into_iter().map(|(name, value)| (c_string(name), c_string(value))).collect())
    }

    pub(crate) fn count(&self) -> usize {
        self.0.len()
    }

    pub(crate) fn name_at(&self, index: usize) -> *const c_char {
        pointer_to(self.0.get(index).map(|(name, _)| name))
    }

    pub(crate) fn value_at(&self, index: usize) -> *const c_char {
        pointer_to(self.0.get(index).map(|(_, value)| value))
    }

    /// Returns the value of the first name for which `is_wanted` returns true.
    pub(crate) fn value_of(&self, is_wanted: impl Fn(&[u8]) -> bool) -> *const c_char {
        pointer_to(self.0.iter().find(|(name, _)| is_wanted(name.as_bytes())).map(|(_, value)| value))
    }
}

#[cfg(test)]
mod tests {
    use super::c_string;

    #[test]
    fn a_nul_inside_is_replaced() {
        assert_eq!(c_string("a\0b\0").to_str().unwrap(), "a\u{fffd}b\u{fffd}");
        assert_eq!(c_string("a\u{e9}b").to_str().unwrap(), "a\u{e9}b");
    }
}
