//! The members in other languages (https://www.rfc-editor.org/rfc/rfc9728#section-2.1).

use super::telnyx_resource_metadata;
use crate::copies::{Copy, c_string};
use crate::input::optional;
use once_cell::race::OnceBox;
use std::ffi::{CString, c_char};
use std::ptr;

/// The copies of the members in other languages: whole names, and values.
#[derive(Default)]
pub(super) struct Variants(OnceBox<Box<[(CString, CString)]>>);

impl telnyx_resource_metadata {
    fn variants(&self) -> &[(CString, CString)] {
        let copy = |(name, value)| (c_string(name), c_string(value));
        self.copies.variants.0.get_or_init(|| Box::new(self.document.variants().map(copy).collect()))
    }

    /// The copy of what the core has found: the value of a variant, or else of the member without a language.
    fn in_language(&self, found: Option<&str>, untagged: &Copy) -> *const c_char {
        let Some(found) = found else { return ptr::null() };
        match self.document.variants().position(|(_, value)| ptr::eq(value, found)) {
            Some(index) => self.variants().get(index).map_or(ptr::null(), |(_, value)| value.as_ptr()),
            None => untagged.of(Some(found)),
        }
    }
}

/// A language range. What cannot be one fits no language, as the empty one.
///
/// # Safety
/// As [`optional`].
unsafe fn range<'a>(language: *const c_char) -> &'a str {
    // SAFETY: as this function's.
    unsafe { optional("language", language) }.ok().flatten().unwrap_or_default()
}

/// telnyx_resource_metadata_resource_name() in the language that fits best, by the lookup of
/// https://www.rfc-editor.org/rfc/rfc4647#section-3.4; else without a language.
///
/// language: a language range such as "fr-CA"; upper and lower case are the same. NULL: none.
///
/// Returns a string of the document's; NULL: absent.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn telnyx_resource_metadata_resource_name_for(
    metadata: Option<&telnyx_resource_metadata>,
    language: *const c_char,
) -> *const c_char {
    // SAFETY: the header asks for NULL or a string.
    let language = unsafe { range(language) };
    metadata.map_or(ptr::null(), |m| m.in_language(m.document.resource_name_for(language), &m.copies.resource_name))
}

/// telnyx_resource_metadata_resource_documentation() in the language that fits best, by the lookup of
/// https://www.rfc-editor.org/rfc/rfc4647#section-3.4; else without a language.
///
/// language: a language range such as "fr-CA"; upper and lower case are the same. NULL: none.
///
/// Returns a string of the document's; NULL: absent.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn telnyx_resource_metadata_resource_documentation_for(
    metadata: Option<&telnyx_resource_metadata>,
    language: *const c_char,
) -> *const c_char {
    // SAFETY: the header asks for NULL or a string.
    let language = unsafe { range(language) };
    metadata.map_or(ptr::null(), |m| {
        m.in_language(m.document.resource_documentation_for(language), &m.copies.resource_documentation)
    })
}

/// telnyx_resource_metadata_resource_policy_uri() in the language that fits best, by the lookup of
/// https://www.rfc-editor.org/rfc/rfc4647#section-3.4; else without a language.
///
/// language: a language range such as "fr-CA"; upper and lower case are the same. NULL: none.
///
/// Returns a string of the document's; NULL: absent.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn telnyx_resource_metadata_resource_policy_uri_for(
    metadata: Option<&telnyx_resource_metadata>,
    language: *const c_char,
) -> *const c_char {
    // SAFETY: the header asks for NULL or a string.
    let language = unsafe { range(language) };
    metadata.map_or(ptr::null(), |m| {
        m.in_language(m.document.resource_policy_uri_for(language), &m.copies.resource_policy_uri)
    })
}

/// telnyx_resource_metadata_resource_tos_uri() in the language that fits best, by the lookup of
/// https://www.rfc-editor.org/rfc/rfc4647#section-3.4; else without a language.
///
/// language: a language range such as "fr-CA"; upper and lower case are the same. NULL: none.
///
/// Returns a string of the document's; NULL: absent.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn telnyx_resource_metadata_resource_tos_uri_for(
    metadata: Option<&telnyx_resource_metadata>,
    language: *const c_char,
) -> *const c_char {
    // SAFETY: the header asks for NULL or a string.
    let language = unsafe { range(language) };
    metadata
        .map_or(ptr::null(), |m| m.in_language(m.document.resource_tos_uri_for(language), &m.copies.resource_tos_uri))
}

/// The number of members in other languages (https://www.rfc-editor.org/rfc/rfc9728#section-2.1).
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_resource_metadata_variants_count(metadata: Option<&telnyx_resource_metadata>) -> usize {
    metadata.map_or(0, |m| m.document.variants().count())
}

/// The whole name of a member in another language, such as "resource_name#fr-CA".
///
/// Returns a string of the document's; NULL past the end.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_resource_metadata_variants_name_at(
    metadata: Option<&telnyx_resource_metadata>,
    index: usize,
) -> *const c_char {
    metadata.and_then(|m| m.variants().get(index)).map_or(ptr::null(), |(name, _)| name.as_ptr())
}

/// The value of a member in another language.
///
/// Returns a string of the document's; NULL past the end.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_resource_metadata_variants_value_at(
    metadata: Option<&telnyx_resource_metadata>,
    index: usize,
) -> *const c_char {
    metadata.and_then(|m| m.variants().get(index)).map_or(ptr::null(), |(_, value)| value.as_ptr())
}
