use std::time::Duration;

/// Parses a number of seconds with an optional fraction. The library checks the range.
pub(crate) fn parse(text: &str) -> Result<Duration, String> {
    let seconds: f64 = text.parse().map_err(|_| "expected a number of seconds, such as 5 or 0.25".to_owned())?;
    Duration::try_from_secs_f64(seconds).map_err(|error| error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fractions_are_accepted_and_other_text_is_refused() {
        assert_eq!(parse("0.25"), Ok(Duration::from_millis(250)));
        assert_eq!(parse("5"), Ok(Duration::from_secs(5)));
        for text in ["", "-1", "nan", "inf", "1e300", "5s", "1,5"] {
            assert!(parse(text).is_err(), "{text}");
        }
    }
}
