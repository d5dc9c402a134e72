/// The `WWW-Authenticate` field lines of a response that the caller has received from the resource, or `None`.
///
/// [`Client::discover`](crate::Client::discover) and [`DiscoveryPlan::new`](crate::DiscoveryPlan::new) accept
/// `impl Into<WwwAuthenticate>`:
///
/// - one line or several, as any kind of text. Any iterator of text can be collected. An empty list says that the response
///   had no such field;
/// - `None`, if the caller has no response from the resource. Discovery then requests the resource itself.
///
/// ```
/// use telnyx_oauth::{DiscoveryPlan, Rules, WwwAuthenticate};
///
/// let (resource, rules) = ("https://rs.example", Rules::new());
/// DiscoveryPlan::new(resource, None, &rules)?;
/// DiscoveryPlan::new(resource, "Bearer scope=\"a\"", &rules)?;
/// DiscoveryPlan::new(resource, ["Basic", "Bearer"], &rules)?;
///
/// let header = [("server", "x"), ("www-authenticate", "Bearer")];
/// let lines = header.iter().filter(|(name, _)| *name == "www-authenticate").map(|(_, value)| value);
/// DiscoveryPlan::new(resource, lines.collect::<WwwAuthenticate>(), &rules)?;
/// # Ok::<(), telnyx_oauth::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WwwAuthenticate(Option<Vec<String>>);

impl WwwAuthenticate {
    /// Returns the field lines. `None`: the caller has no response.
    pub(crate) fn into_lines(self) -> Option<Vec<String>> {
        self.0
    }
}

impl<T: AsRef<str>> FromIterator<T> for WwwAuthenticate {
    fn from_iter<I: IntoIterator<Item = T>>(lines: I) -> WwwAuthenticate {
        WwwAuthenticate(Some(lines.into_iter().map(|line| line.as_ref().to_owned()).collect()))
    }
}

// A second conversion from an `Option` would make the type of a plain `None` ambiguous.
impl From<Option<&[&str]>> for WwwAuthenticate {
    fn from(lines: Option<&[&str]>) -> WwwAuthenticate {
        lines.map(WwwAuthenticate::from_iter).unwrap_or_default()
    }
}

impl From<&str> for WwwAuthenticate {
    fn from(line: &str) -> WwwAuthenticate {
        WwwAuthenticate::from_iter([line])
    }
}

impl From<&String> for WwwAuthenticate {
    fn from(line: &String) -> WwwAuthenticate {
        WwwAuthenticate::from_iter([line])
    }
}

impl From<String> for WwwAuthenticate {
    fn from(line: String) -> WwwAuthenticate {
        WwwAuthenticate(Some(vec![line]))
    }
}

impl<T: AsRef<str>> From<&[T]> for WwwAuthenticate {
    fn from(lines: &[T]) -> WwwAuthenticate {
        WwwAuthenticate::from_iter(lines)
    }
}

impl<T: AsRef<str>, const N: usize> From<&[T; N]> for WwwAuthenticate {
    fn from(lines: &[T; N]) -> WwwAuthenticate {
        WwwAuthenticate::from_iter(lines)
    }
}

impl<T: AsRef<str>, const N: usize> From<[T; N]> for WwwAuthenticate {
    fn from(lines: [T; N]) -> WwwAuthenticate {
        WwwAuthenticate::from_iter(lines)
    }
}

impl<T: AsRef<str>> From<&Vec<T>> for WwwAuthenticate {
    fn from(lines: &Vec<T>) -> WwwAuthenticate {
        WwwAuthenticate::from_iter(lines)
    }
}

impl<T: AsRef<str>> From<Vec<T>> for WwwAuthenticate {
    fn from(lines: Vec<T>) -> WwwAuthenticate {
        WwwAuthenticate::from_iter(lines)
    }
}
