use std::convert::Infallible;
use std::fmt;
use std::str::FromStr;

/// An argument of `--header`, as curl takes it: `NAME: VALUE`. The value may be a secret, so Debug shows none of it.
#[derive(Clone)]
pub(crate) struct HeaderField(String);

impl HeaderField {
    /// Returns the name and the value. `None`: the argument has no colon.
    pub(crate) fn parts(&self) -> Option<(&str, &str)> {
        let (name, value) = self.0.split_once(':')?;
        Some((name.trim(), value.trim()))
    }
}

impl FromStr for HeaderField {
    type Err = Infallible;

    // clap prints an argument that does not parse, so `parts` finds the missing colon.
    fn from_str(text: &str) -> Result<HeaderField, Infallible> {
        Ok(HeaderField(text.to_owned()))
    }
}

impl fmt::Debug for HeaderField {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("HeaderField(…)")
    }
}
