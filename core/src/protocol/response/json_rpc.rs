//! The signs of JSON-RPC in a body, which may be cut off at any byte.

use serde::Deserialize;
use serde::de::{Deserializer, IgnoredAny, MapAccess, Visitor};
use std::fmt;

/// True if a body begins with a JSON object that has a `jsonrpc` member. The body may be cut off after that member.
pub(crate) fn has_json_rpc_member(body: &[u8]) -> bool {
    let mut found = false;
    // A body that is cut off is an error, which does not matter once the member is found.
    _ = serde_json::Deserializer::from_slice(body).deserialize_map(Members { found: &mut found });
    found
}

/// Returns the `code` of a JSON-RPC error response; `None` if a body is not one, or is cut off.
pub(crate) fn error_code(body: &[u8]) -> Option<i64> {
    #[derive(Deserialize)]
    struct Failure {
        #[serde(rename = "jsonrpc")]
        _jsonrpc: IgnoredAny,
        error: Code,
    }
    #[derive(Deserialize)]
    struct Code {
        code: i64,
    }
    Some(serde_json::from_slice::<Failure>(body).ok()?.error.code)
}

/// Looks for the member.
struct Members<'a> {
    found: &'a mut bool,
}

impl<'de> Visitor<'de> for Members<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<(), A::Error> {
        while let Some(name) = members.next_key::<String>()? {
            members.next_value::<IgnoredAny>()?;
            *self.found |= name == "jsonrpc";
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_member_is_found_before_the_cut_and_only_in_the_outermost_object() {
        for (body, found) in [
            (r#"{"jsonrpc": "2.0"}"#, true),
            (r#"{"error": {"code": [1, 2]}, "jsonrpc": "2.0", "id"#, true),
            (r#" {"jsonrpc":2,"#, true),
            (r#"{"jsonrpc": "2."#, false),
            (r#"{"jsonrpc""#, false),
            (r#"{"error": {"jsonrpc": "2.0"}}"#, false),
            (r#"{"a": "\"jsonrpc\": 1"}"#, false),
            (r#"[{"jsonrpc": "2.0"}]"#, false),
            (r#""jsonrpc""#, false),
            ("<html>{\"jsonrpc\": \"2.0\"}", false),
            ("", false),
        ] {
            assert_eq!(has_json_rpc_member(body.as_bytes()), found, "{body}");
        }
        assert!(!has_json_rpc_member("{\"a\":".repeat(10_000).as_bytes()));
    }

    #[test]
    fn the_code_of_an_error_response_is_read() {
        for (body, code) in [
            (r#"{"jsonrpc": "2.0", "id": 1, "error": {"code": -32022, "message": "m", "data": {}}}"#, Some(-32022)),
            (r#"{"error": {"code": -32022}}"#, None),
            (r#"{"jsonrpc": "2.0", "error": {"code": "-32022"}}"#, None),
            (r#"{"jsonrpc": "2.0", "result": {}}"#, None),
            (r#"{"jsonrpc": "2.0", "error": {"code": -32022"#, None),
        ] {
            assert_eq!(error_code(body.as_bytes()), code, "{body}");
        }
    }
}
