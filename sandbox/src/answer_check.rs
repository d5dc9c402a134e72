use http::{HeaderName, HeaderValue};

use crate::answer::{Answer, Content, Outcome};

impl Answer {
    /// Checks that this answer can be sent. The error names the broken rule.
    pub(crate) fn check(&self) -> Result<(), String> {
        if let Some(status) = self.status
            && !(200..=999).contains(&status)
        {
            return Err(format!("`status` must be 200 to 999, not {status} (an interim response needs `raw`)"));
        }
        for (name, value) in &self.headers {
            header(name, value)?;
        }
        if let Some(location) = &self.redirect {
            header("location", location)?;
        }
        if self.drip.is_some_and(|drip| drip.bytes == 0) {
            return Err("the `bytes` of `drip` must be at least 1".into());
        }
        if let Content::Endless { text, .. } = &self.content
            && text.is_empty()
        {
            return Err("the `text` of `endless` must not be empty".into());
        }
        if let Outcome::Raw(raw) = &self.outcome
            && let Some((text, None)) = &raw.repeat
            && text.is_empty()
        {
            return Err("the `text` of a `raw_repeat` without `times` must not be empty".into());
        }
        Ok(())
    }
}

fn header(name: &str, value: &str) -> Result<(), String> {
    if HeaderName::from_bytes(name.as_bytes()).is_err() {
        return Err(format!("{name:?} is not a valid header name"));
    }
    if HeaderValue::from_bytes(value.as_bytes()).is_err() {
        return Err(format!("the value of header {name:?} contains a control character"));
    }
    Ok(())
}
