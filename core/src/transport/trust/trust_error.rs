use std::fmt;

/// The error of CA certificates that could not be read.
#[derive(Clone, Debug)]
pub(crate) struct TrustError {
    pub(super) fault: Fault,
    pub(super) reason: String,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Fault {
    /// The file or directory does not exist.
    Absent,
    /// The file or directory holds no usable certificate.
    Unusable,
    /// The file or directory could not be read. Another try may succeed.
    Unreadable,
}

impl TrustError {
    /// The error with the environment variable that names the store.
    pub(super) fn with_variable(self, variable: &str) -> TrustError {
        TrustError { reason: format!("{variable}: {}", self.reason), ..self }
    }

    /// Both errors as one. Another try may succeed if it may succeed for one of them.
    pub(super) fn and(self, other: TrustError) -> TrustError {
        let fault = if other.fault == Fault::Unreadable { other.fault } else { self.fault };
        TrustError { fault, reason: format!("{}; {}", self.reason, other.reason) }
    }
}

impl fmt::Display for TrustError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.reason)
    }
}

impl std::error::Error for TrustError {}
