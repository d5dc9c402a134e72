use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

/// A JSON value as compact text. Unlike a map, it keeps the order of members and repeated members.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct JsonText(pub(crate) String);

impl<'de> Deserialize<'de> for JsonText {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TextVisitor)
    }
}

struct TextVisitor;

impl TextVisitor {
    fn text<E>(value: impl Into<Value>) -> Result<JsonText, E> {
        Ok(JsonText(value.into().to_string()))
    }
}

impl<'de> Visitor<'de> for TextVisitor {
    type Value = JsonText;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E: Error>(self) -> Result<JsonText, E> {
        Self::text(Value::Null)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<JsonText, E> {
        Self::text(value)
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<JsonText, E> {
        Self::text(value)
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<JsonText, E> {
        Self::text(value)
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<JsonText, E> {
        Self::text(value)
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<JsonText, E> {
        Self::text(value)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<JsonText, A::Error> {
        let mut out = String::from("[");
        while let Some(item) = seq.next_element::<JsonText>()? {
            separate(&mut out);
            out.push_str(&item.0);
        }
        out.push(']');
        Ok(JsonText(out))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<JsonText, A::Error> {
        let mut out = String::from("{");
        while let Some((name, value)) = map.next_entry::<String, JsonText>()? {
            separate(&mut out);
            out.push_str(&Value::from(name).to_string());
            out.push(':');
            out.push_str(&value.0);
        }
        out.push('}');
        Ok(JsonText(out))
    }
}

fn separate(out: &mut String) {
    if out.len() > 1 {
        out.push(',');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_text_keeps_order_and_repeated_members() {
        let json = r#"{"z":1,"a":[true,null,-2,1.5,"q\"\\\u0001",{}],"z":[]}"#;
        assert_eq!(serde_json::from_str::<JsonText>(json).unwrap().0, json);
    }
}
