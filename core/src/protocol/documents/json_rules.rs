use super::json_path::JsonPath;
use super::seen_names::SeenNames;
use crate::protocol::errors::quoted;
use std::cell::{Cell, RefCell};
use std::hash::RandomState;

/// The rules for one document beyond those of JSON. The first broken one is kept, and reading goes on: invalid JSON counts
/// before it.
pub(super) struct JsonRules {
    hasher: RandomState,
    broken: RefCell<Option<String>>,
    strings_left: Cell<usize>,
    most_strings: usize,
}

impl JsonRules {
    pub(super) fn new(most_strings: usize) -> JsonRules {
        JsonRules {
            hasher: RandomState::new(),
            broken: RefCell::new(None),
            strings_left: Cell::new(most_strings),
            most_strings,
        }
    }

    /// The message about the first broken rule.
    pub(super) fn into_broken(self) -> Option<String> {
        self.broken.into_inner()
    }

    fn note(&self, message: impl FnOnce() -> String) {
        self.broken.borrow_mut().get_or_insert_with(message);
    }

    /// For the names of one object.
    pub(super) fn no_names(&self) -> SeenNames<'_> {
        SeenNames::new(&self.hasher)
    }

    pub(super) fn string(&self, text: &str, path: JsonPath<'_>) {
        if text.contains('\0') {
            self.note(|| format!("{path}: a string must not hold NUL, and is {}", quoted(text)));
        }
    }

    /// Judges the name of a member. False if it occurs a second time.
    pub(super) fn name(&self, name: &str, path: JsonPath<'_>, seen: &mut SeenNames<'_>) -> bool {
        self.string(name, path);
        let is_new = seen.insert(name);
        if !is_new {
            self.note(|| format!("{path}: a member must not occur twice"));
        }
        is_new
    }

    /// Whether one more string of a list may be kept.
    pub(super) fn counts_string(&self, path: JsonPath<'_>) -> bool {
        let left = self.strings_left.get().checked_sub(1);
        match left {
            Some(left) => self.strings_left.set(left),
            None => self.note(|| {
                format!("{path}: the lists of a document must not hold more than {} strings", self.most_strings)
            }),
        }
        left.is_some()
    }
}
