use super::sealed::Sealed;
use crate::{AuthorizationServerMetadata, Error, ResourceMetadata};

/// A metadata document. A binding moves it between processes, for example for Python's `pickle`.
pub trait Document: Sized + Sealed {
    /// The document as text for [`from_saved`](Document::from_saved) in another process, with its URL, its signature's status
    /// and its warnings.
    fn to_saved(&self) -> String;

    /// The document that [`to_saved`](Document::to_saved) has saved. It is not judged again: the text must come from a source
    /// that is trusted as the program itself.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidArgument`](crate::ErrorKind::InvalidArgument), `invalid_json` and `invalid_metadata` for any other
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
