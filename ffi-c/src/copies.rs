//! Strings as C wants them, with a NUL behind each: copied from a handle's document when somebody first asks for them,
//! and kept as long as the handle. There is no lock, which a child behind a fork could inherit.

use once_cell::race::OnceBox;
use serde::Serialize;
use std::ffi::{CString, c_char};
use std::ptr;

/// Copies a string. No document, message or URL has a NUL in it; where something else does, U+FFFD stands in its place.
pub(crate) fn c_string(text: &str) -> CString {
    CString::new(text).unwrap_or_else(|_| CString::new(text.replace('\0', "\u{fffd}")).unwrap_or_default())
}

/// What a function returns for a string that may be absent.
pub(crate) fn pointer_to(text: Option<&CString>) -> *const c_char {
    text.map_or(ptr::null(), |text| text.as_ptr())
}

/// The copy of a string.
#[derive(Default)]
pub(crate) struct Copy(OnceBox<CString>);

impl Copy {
    /// The copy of `text`, which is the same each time; NULL where it is absent.
    pub(crate) fn of(&self, text: Option<&str>) -> *const c_char {
        pointer_to(text.map(|text| self.0.get_or_init(|| Box::new(c_string(text)))))
    }

    /// The copy of a value's JSON on one line.
    pub(crate) fn json_of(&self, value: &impl Serialize) -> *const c_char {
        // What has only strings for keys can always be written.
        let json = || Box::new(c_string(&serde_json::to_string(value).unwrap_or_default()));
        self.0.get_or_init(json).as_ptr()
    }
}

/// The copies of a list of strings.
#[derive(Default)]
pub(crate) struct Copies(OnceBox<Box<[CString]>>);

impl Copies {
    /// The copy of `texts[index]`; NULL past the list's end, and where there is no list.
    pub(crate) fn at(&self, texts: Option<&[String]>, index: usize) -> *const c_char {
        let Some(texts) = texts.filter(|texts| index < texts.len()) else { return ptr::null() };
        let copies = self.0.get_or_init(|| Box::new(texts.iter().map(|text| c_string(text)).collect()));
        pointer_to(copies.get(index))
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
