use std::ffi::{CStr, c_char};

/// The values of an enumeration of the core, with their numbers in C and their names.
pub(crate) type Vocabulary<T> = [(T, i32, &'static CStr)];

/// Returns the number of a value. A test checks that every value of the core is listed.
pub(crate) fn number_of<T: PartialEq>(vocabulary: &Vocabulary<T>, value: &T) -> Option<i32> {
    vocabulary.iter().find(|(listed, ..)| listed == value).map(|(_, number, _)| *number)
}

/// Returns the name of a number, or `unknown` for a number that is not listed.
pub(crate) fn name_of<T>(vocabulary: &Vocabulary<T>, number: i32) -> *const c_char {
    let found = vocabulary.iter().find(|(_, listed, _)| *listed == number);
    found.map_or(c"unknown", |(.., name)| name).as_ptr()
}

/// Checks that a vocabulary lists all values of the core with their names and with different numbers.
#[cfg(test)]
pub(crate) fn check<T: PartialEq + std::fmt::Display>(vocabulary: &Vocabulary<T>, all: &[T]) {
    assert_eq!(vocabulary.len(), all.len());
    for value in all {
        let (_, number, name) =
            vocabulary.iter().find(|(listed, ..)| listed == value).expect("every value must be listed");
        assert_eq!(name.to_str().unwrap(), value.to_string());
        assert_eq!(vocabulary.iter().filter(|(_, other, _)| other == number).count(), 1, "{value}");
    }
}
