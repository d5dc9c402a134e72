//! The members in other languages (https://www.rfc-editor.org/rfc/rfc9728#section-2.1).

use super::handle::telnyx_resource_metadata;
use std::ffi::c_char;
use std::ptr;

/// The number of members in other languages (https://www.rfc-editor.org/rfc/rfc9728#section-2.1).
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_resource_metadata_variants_count(metadata: Option<&telnyx_resource_metadata>) -> usize {
    metadata.map_or(0, |m| m.variants().count())
}

/// The whole name of a member in another language, such as "resource_name#fr-CA".
///
/// Returns a string of the document's; NULL past the end.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_resource_metadata_variants_name_at(
    metadata: Option<&telnyx_resource_metadata>,
    index: usize,
) -> *const c_char {
    metadata.map_or(ptr::null(), |m| m.variants().name_at(index))
}

/// The value of a member in another language.
///
/// Returns a string of the document's; NULL past the end.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_resource_metadata_variants_value_at(
    metadata: Option<&telnyx_resource_metadata>,
    index: usize,
) -> *const c_char {
    metadata.map_or(ptr::null(), |m| m.variants().value_at(index))
}
