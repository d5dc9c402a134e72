use serde_json::Value;
use telnyx_oauth::embedding::quoted;

/// A JSON value from the network, for a finding: escaped and cut.
pub(super) fn shown(value: &Value) -> String {
    quoted(&value.to_string())
}
