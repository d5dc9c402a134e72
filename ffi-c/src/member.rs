//! A member of a document, as C reads it by name.

use crate::copies::{Copy, Pairs, c_string};
use oauth::Value;
use once_cell::race::OnceBox;
use std::ffi::CString;

/// The type of a member's value: one of TELNYX_MEMBER_TYPE_*.
pub type telnyx_member_type = i32;

/// The document has no member of this name.
pub const TELNYX_MEMBER_TYPE_ABSENT: telnyx_member_type = 0;
/// A string.
pub const TELNYX_MEMBER_TYPE_STRING: telnyx_member_type = 1;
/// A list of strings.
pub const TELNYX_MEMBER_TYPE_LIST: telnyx_member_type = 2;
/// A boolean.
pub const TELNYX_MEMBER_TYPE_BOOLEAN: telnyx_member_type = 3;
/// Any other value. It can be read as JSON.
pub const TELNYX_MEMBER_TYPE_JSON: telnyx_member_type = 4;

/// The document has no member of this name, or its value is not a boolean.
pub const TELNYX_BOOLEAN_ABSENT: i32 = -1;
/// The member is false.
pub const TELNYX_BOOLEAN_FALSE: i32 = 0;
/// The member is true.
pub const TELNYX_BOOLEAN_TRUE: i32 = 1;

/// A member, with copies of the values that C has read.
#[derive(Default)]
pub(crate) struct Member {
    pub(crate) value: OnceBox<Copied>,
    pub(crate) json: Copy,
    /// The names and strings of an object, if the member is registered as an object of strings.
    pub(crate) pairs: OnceBox<Pairs>,
}

impl Member {
    /// Makes an unregistered member and copies its value now. The core finds an unregistered member by a linear search,
    /// and a document may have very many.
    pub(crate) fn unregistered(json: &str) -> Member {
        let value = OnceBox::with_value(Box::new(Copied::from(Value::of(json))));
        Member { value, json: Copy::made(json), pairs: OnceBox::new() }
    }
}

/// The copy of a value.
pub(crate) enum Copied {
    String(CString),
    List(Box<[CString]>),
    Boolean(bool),
    Json,
}

impl From<Value<'_>> for Copied {
    fn from(value: Value<'_>) -> Copied {
        match value {
            Value::String(text) => Copied::String(c_string(&text)),
            Value::Strings(texts) => Copied::List(texts.iter().map(|text| c_string(text)).collect()),
            Value::Boolean(value) => Copied::Boolean(value),
            _ => Copied::Json,
        }
    }
}

impl Copied {
    pub(crate) fn type_(&self) -> telnyx_member_type {
        match self {
            Copied::String(_) => TELNYX_MEMBER_TYPE_STRING,
            Copied::List(_) => TELNYX_MEMBER_TYPE_LIST,
            Copied::Boolean(_) => TELNYX_MEMBER_TYPE_BOOLEAN,
            Copied::Json => TELNYX_MEMBER_TYPE_JSON,
        }
    }
}
