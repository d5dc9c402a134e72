use std::borrow::Cow;

/// The resource or issuer of a call: its identifier, or the client's default.
///
/// Calls take `impl Into<Identifier>`: `&str`, `String`, `&String`, `Some("https://…")`, and `None` for the default:
/// `https://api.telnyx.com`, or the origin of [`ClientBuilder::base_url`](crate::ClientBuilder::base_url).
///
/// ```no_run
/// # fn example(configured: Option<String>) -> Result<(), telnyx_oauth::Error> {
/// use telnyx_oauth::blocking::fetch_resource_metadata;
///
/// let resource = String::from("https://api.telnyx.com/v2/mcp");
/// fetch_resource_metadata(&resource)?;
/// fetch_resource_metadata(resource)?;
/// fetch_resource_metadata(configured.as_deref())?;
/// fetch_resource_metadata(None)?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identifier<'a>(Option<Cow<'a, str>>);

impl Identifier<'_> {
    /// The identifier; `None`: the client's default.
    pub(crate) fn text(&self) -> Option<&str> {
        self.0.as_deref()
    }

    /// Returns the identifier without borrowed text, for a call that outlives its arguments.
    pub(crate) fn into_owned(self) -> Identifier<'static> {
        Identifier(self.0.map(|text| Cow::Owned(text.into_owned())))
    }
}

impl<'a> From<&'a str> for Identifier<'a> {
    fn from(text: &'a str) -> Identifier<'a> {
        Identifier(Some(text.into()))
    }
}

impl<'a> From<&'a String> for Identifier<'a> {
    fn from(text: &'a String) -> Identifier<'a> {
        Identifier(Some(text.into()))
    }
}

impl From<String> for Identifier<'_> {
    fn from(text: String) -> Self {
        Identifier(Some(text.into()))
    }
}

// There is only one conversion from an `Option`, so that `None` needs no type annotation.
impl<'a> From<Option<&'a str>> for Identifier<'a> {
    fn from(text: Option<&'a str>) -> Identifier<'a> {
        Identifier(text.map(Cow::Borrowed))
    }
}
