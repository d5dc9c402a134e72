use std::ffi::{CStr, c_char};

/// The values of one of the core's vocabularies, with their numbers in C and their names.
pub(crate) type Vocabulary<T> = [(T, i32, &'static CStr)];

/// The number of a value. The core knows no value that is not listed: a test sees to that.
pub(crate) fn number_of<T: PartialEq>(vocabulary: &Vocabulary<T>, value: &T) -> Option<i32> {
    vocabulary.iter().find(|(listed, ..)| listed == value).map(|(_, number, _)| *number)
}

/// The name of a number, `unknown` for any other one.
pub(crate) fn name_of<T>(vocabulary: &Vocabulary<T>, number: i32) -> *const c_char {
    let found = vocabulary.iter().find(|(_, listed, _)| *listed == number);
    found.map_or(c"unknown", |(.., name)| name).as_ptr()
}

/// Checks that a vocabulary lists all of the core's values, by their names, under numbers of their own.
#[cfg(test)]
pub(crate) fn check<T: PartialEq + std::fmt::Display>(vocabulary: &Vocabulary<T>, all: &[T]) {
    assert_eq!(vocabulary.len(), all.len());
    for value in all {
        let (_, number, name) = vocabulary.iter().find(|(listed, ..)| listed == value).expect("a value is not listed");
        assert_eq!(name.to_str().unwrap(), value.to_string());
        assert_eq!(vocabulary.iter().filter(|(_, other, _)| other == number).count(), 1, "{value}");
    }
}
