use super::text::quoted;
use crate::Error;

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

/// Implements `FromStr` for a vocabulary whose values an option accepts by name.
macro_rules! parsed_by_name {
    ($type:ident, $option:literal) => {
        impl std::str::FromStr for $type {
            type Err = $crate::Error;

            /// Parses the name of a value.
            ///
            /// # Errors
            /// [`ErrorKind::InvalidArgument`](crate::ErrorKind::InvalidArgument) for any other text.
            fn from_str(name: &str) -> Result<$type, $crate::Error> {
                $crate::protocol::errors::parse_value($option, name, $type::ALL, $type::as_str)
            }
        }
    };
}

pub(crate) use parsed_by_name;
