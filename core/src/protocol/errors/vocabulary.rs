//! A macro for enums whose values have the same names in every language.

use super::text::quoted;
use crate::Error;

macro_rules! vocabulary {
    ($(#[$meta:meta])* $type:ident { $($(#[$doc:meta])* $variant:ident = $name:literal,)* }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum $type {
            $($(#[$doc])* $variant,)*
        }

        impl $type {
            /// All values.
            pub const ALL: &'static [$type] = &[$($type::$variant),*];

            /// The name, the same in every language and on the command line.
            pub fn as_str(self) -> &'static str {
                match self {
                    $($type::$variant => $name,)*
                }
            }
        }

        $crate::protocol::errors::shown_as_str!($type);
    };
}

macro_rules! shown_as_str {
    ($type:ident) => {
        impl std::fmt::Display for $type {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }
    };
}

/// Returns the value of this name among `all`.
///
/// # Errors
/// [`ErrorKind::InvalidArgument`](crate::ErrorKind::InvalidArgument), which lists the names for the option.
pub(crate) fn parse_value<T: Copy>(
    option: &str,
    name: &str,
    all: &[T],
    as_str: fn(T) -> &'static str,
) -> Result<T, Error> {
    all.iter().copied().find(|value| as_str(*value) == name).ok_or_else(|| {
        let names: Vec<_> = all.iter().map(|value| as_str(*value)).collect();
        let names = match names.split_last() {
            Some((last, others)) if !others.is_empty() => format!("{} or {last}", others.join(", ")),
            _ => names.concat(),
        };
        Error::invalid_argument(format!("{option} must be {names}, not {}", quoted(name)))
    })
}

pub(crate) use shown_as_str;
pub(crate) use vocabulary;
