use crate::boundary::make;
use crate::error::telnyx_error;
use crate::status::telnyx_status;
use crate::string::telnyx_string;
use std::mem::MaybeUninit;
use std::sync::atomic::{AtomicBool, Ordering};

static NEXT_CALL: AtomicBool = AtomicBool::new(false);

/// Makes the next call that does I/O panic, to test that its client stays usable.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_test_panic_in_next_call() {
    NEXT_CALL.store(true, Ordering::Relaxed);
}

pub(crate) fn panic_where_asked() {
    if NEXT_CALL.swap(false, Ordering::Relaxed) {
        panic!("a forced panic");
    }
}

/// Panics, to test the error that C receives. This function is not in the header, and not in the installed library.
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn telnyx_test_panic(
    string_out: Option<&mut MaybeUninit<Option<Box<telnyx_string>>>>,
    error_out: Option<&mut MaybeUninit<Option<Box<telnyx_error>>>>,
) -> telnyx_status {
    make("string_out", string_out, error_out, || panic!("a forced panic"))
}
