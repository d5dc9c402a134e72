use std::fmt;

/// Why CA certificates could not be read.
#[derive(Clone, Debug)]
pub(crate) struct TrustError {
    pub(super) fault: Fault,
    pub(super) why: String,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Fault {
    /// There is no such file or directory.
    Absent,
    /// It was read, and holds no usable certificate.
    Unusable,
    /// It could not be read. Another try may succeed.
    Unreadable,
}

impl TrustError {
    /// The error of a store that this environment variable names.
    pub(super) fn of(self, variable: &str) -> TrustError {
        TrustError { why: format!("{variable}: {}", self.why), ..self }
    }

    /// Both errors as one. If another try may end one of them, it may end both.
    pub(super) fn and(self, other: TrustError) -> TrustError {
        let fault = if other.fault == Fault::Unreadable { other.fault } else { self.fault };
        TrustError { fault, why: format!("{}; {}", self.why, other.why) }
    }
}

impl fmt::Display for TrustError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.why)
    }
}

impl std::error::Error for TrustError {}
