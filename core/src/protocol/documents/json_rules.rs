use super::json_path::JsonPath;
use super::seen_names::SeenNames;
use crate::protocol::errors::quoted;
use std::cell::{Cell, RefCell};
use std::hash::RandomState;

/// The rules for one document that JSON itself does not have. The reader continues after a broken rule, because invalid JSON
/// is the more important error.
pub(super) struct JsonRules {
    hasher: RandomState,
    /// The message about the first broken rule.
    violation: RefCell<Option<String>>,
    strings_left: Cell<usize>,
    max_strings: usize,
}

impl JsonRules {
    pub(super) fn new(max_strings: usize) -> JsonRules {
        JsonRules {
            hasher: RandomState::new(),
            violation: RefCell::new(None),
            strings_left: Cell::new(max_strings),
            max_strings,
        }
    }

    /// The message about the first broken rule.
    pub(super) fn into_violation(self) -> Option<String> {
        self.violation.into_inner()
    }

    fn record(&self, message: impl FnOnce() -> String) {
        self.violation.borrow_mut().get_or_insert_with(message);
    }

    /// An empty set for the names of one object.
    pub(super) fn seen_names(&self) -> SeenNames<'_> {
        SeenNames::new(&self.hasher)
    }

    /// Checks a string.
    pub(super) fn string(&self, text: &str, path: JsonPath<'_>) {
        if text.contains('\0') {
            self.record(|| format!("{path}: a string must not hold NUL, and is {}", quoted(text)));
        }
    }

    /// Checks the name of a member. Returns false if the object already has the name.
    pub(super) fn name(&self, name: &str, path: JsonPath<'_>, seen: &mut SeenNames<'_>) -> bool {
        self.string(name, path);
        let is_new = seen.insert(name);
        if !is_new {
            self.record(|| format!("{path}: a member must not occur twice"));
        }
        is_new
    }

    /// Counts one string of a list. Returns false if the limit is exceeded.
    pub(super) fn counts_string(&self, path: JsonPath<'_>) -> bool {
        let left = self.strings_left.get().checked_sub(1);
        match left {
            Some(left) => self.strings_left.set(left),
            None => self.record(|| {
                format!("{path}: the lists of a document must not hold more than {} strings", self.max_strings)
            }),
        }
        left.is_some()
    }
}
