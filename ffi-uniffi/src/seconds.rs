use std::time::Duration;

/// A time in seconds. A number in Ruby, Swift and Python; `uniffi.toml` maps the type to `java.time.Duration` for the JVM.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(test, derive(serde::Serialize))]
pub struct Seconds(pub f64);

uniffi::custom_newtype!(Seconds, f64);

impl From<Duration> for Seconds {
    fn from(duration: Duration) -> Seconds {
        Seconds(duration.as_secs_f64())
    }
}
