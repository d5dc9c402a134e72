//! Copies of the crate's enums. Their names are the same in every language.

macro_rules! vocabulary {
    ($(#[$meta:meta])* $type:ident { $($(#[$doc:meta])* $variant:ident,)* }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Enum)]
        #[cfg_attr(test, derive(serde::Serialize))]
        #[cfg_attr(test, serde(rename_all = "snake_case"))]
        pub enum $type {
            $($(#[$doc])* $variant,)*
        }

        impl From<telnyx_oauth::$type> for $type {
            fn from(value: telnyx_oauth::$type) -> $type {
                match value {
                    $(telnyx_oauth::$type::$variant => $type::$variant,)*
                    other => unreachable!("the binding lacks {other}"),
                }
            }
        }
    };
}

pub(crate) use vocabulary;
