use super::sealed::Sealed;
use crate::{AuthorizationParameters, AuthorizationServerMetadata, Error, ResourceMetadata};

/// A metadata document, or the [`AuthorizationParameters`], that a binding can move between processes, for example for
/// Python's `pickle`.
pub trait Document: Sized + Sealed {
    /// The document as text, with its URL, its signature status and its warnings. [`from_saved`](Document::from_saved)
    /// reads this text, in this or another process.
    fn to_saved(&self) -> String;

    /// The document in a text from [`to_saved`](Document::to_saved). The document is not checked again, so the text must
    /// come from a source that you trust like the program itself.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidArgument`](crate::ErrorKind::InvalidArgument), `invalid_json` or `invalid_metadata` for any other
    /// text.
    fn from_saved(saved: &str) -> Result<Self, Error>;
}

macro_rules! document {
    ($type:ident) => {
        impl Sealed for $type {}

        impl Document for $type {
            fn to_saved(&self) -> String {
                $type::to_saved(self)
            }

            fn from_saved(saved: &str) -> Result<$type, Error> {
                $type::from_saved(saved)
            }
        }
    };
}

document!(ResourceMetadata);
document!(AuthorizationServerMetadata);
document!(AuthorizationParameters);
