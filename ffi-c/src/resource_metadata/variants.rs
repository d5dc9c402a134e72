//! The language variants of members (https://www.rfc-editor.org/rfc/rfc9728#section-2.1).

use super::handle::telnyx_resource_metadata;
use std::ffi::c_char;
use std::ptr;

/// The number of language variants of members (https://www.rfc-editor.org/rfc/rfc9728#section-2.1).
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_resource_metadata_variants_count(metadata: Option<&telnyx_resource_metadata>) -> usize {
    metadata.map_or(0, |m| m.variants().count())
}

/// The full name of a language variant, such as "resource_name#fr-CA".
///
/// Returns a string that belongs to the document; NULL if index is past the end.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_resource_metadata_variants_name_at(
    metadata: Option<&telnyx_resource_metadata>,
    index: usize,
) -> *const c_char {
    metadata.map_or(ptr::null(), |m| m.variants().name_at(index))
}

/// The value of a language variant.
///
/// Returns a string that belongs to the document; NULL if index is past the end.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_resource_metadata_variants_value_at(
    metadata: Option<&telnyx_resource_metadata>,
    index: usize,
) -> *const c_char {
    metadata.map_or(ptr::null(), |m| m.variants().value_at(index))
}
