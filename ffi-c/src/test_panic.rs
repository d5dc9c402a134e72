use crate::boundary::make;
use crate::error::telnyx_error;
use crate::status::telnyx_status;
use crate::string::telnyx_string;
use std::mem::MaybeUninit;

/// Panics inside, for the tests of what then comes out. Not in the header, and not in the library that is installed.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_test_panic(
    string_out: Option<&mut MaybeUninit<Option<Box<telnyx_string>>>>,
    error_out: Option<&mut MaybeUninit<Option<Box<telnyx_error>>>>,
) -> telnyx_status {
    make("string_out", string_out, error_out, || panic!("a forced panic"))
}
