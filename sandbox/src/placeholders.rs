use std::borrow::Cow;

/// The values of the placeholders for one request.
#[derive(Clone, Debug)]
pub(crate) struct Placeholders {
    /// The scheme and `Host` of the request.
    pub(crate) origin: String,
    /// The `Host` of the request, with the port if there is one.
    pub(crate) host: String,
    /// The path of the request without the query.
    pub(crate) path: String,
    /// The origin of the sandbox for plain HTTP.
    pub(crate) http: String,
    /// The origin of the sandbox for HTTPS.
    pub(crate) https: String,
}

impl Placeholders {
    /// Returns `text` with its placeholders replaced. Unknown placeholders stay as they are.
    pub(crate) fn expand(&self, text: &str) -> String {
        self.replace(text, Cow::Borrowed)
    }

    /// Returns JSON text with its placeholders replaced. The values are escaped for JSON strings.
    pub(crate) fn expand_json(&self, text: &str) -> String {
        self.replace(text, |value| {
            let quoted = serde_json::Value::from(value).to_string();
            Cow::Owned(quoted[1..quoted.len() - 1].to_owned())
        })
    }

    fn replace<'a>(&'a self, text: &str, escape: impl Fn(&'a str) -> Cow<'a, str>) -> String {
        let mut out = String::with_capacity(text.len() + 64);
        let mut rest = text;
        while let Some(at) = rest.find("${") {
            out.push_str(&rest[..at]);
            let after = &rest[at + 2..];
            let known = after.find('}').and_then(|end| Some((self.value(&after[..end])?, end)));
            match known {
                Some((value, end)) => {
                    out.push_str(&escape(value));
                    rest = &after[end + 1..];
                }
                None => {
                    out.push_str("${");
                    rest = after;
                }
            }
        }
        out.push_str(rest);
        out
    }

    fn value(&self, name: &str) -> Option<&str> {
        Some(match name {
            "origin" => &self.origin,
            "host" => &self.host,
            "path" => &self.path,
            "http" => &self.http,
            "https" => &self.https,
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn placeholders() -> Placeholders {
        Placeholders {
            origin: "https://h".into(),
            host: "a\"b".into(),
            path: "/p".into(),
            http: "http://1".into(),
            https: "https://2".into(),
        }
    }

    #[test]
    fn expand_replaces_known_placeholders_and_keeps_others() {
        assert_eq!(placeholders().expand("${origin}${path} ${http} ${https}"), "https://h/p http://1 https://2");
        assert_eq!(placeholders().expand("${x} ${ $ {host} ${host"), "${x} ${ $ {host} ${host");
        assert_eq!(placeholders().expand("${${host}"), "${a\"b");
    }

    #[test]
    fn expand_json_escapes_values() {
        assert_eq!(placeholders().expand_json("\"${host}\""), r#""a\"b""#);
    }
}
