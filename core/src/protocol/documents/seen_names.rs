use std::collections::HashSet;
use std::hash::{BuildHasher, RandomState};

/// The names of one object so far, as hashes under a random key: two names are taken for one with a probability of about
/// 2⁻⁶⁴, and hashes take far less memory than the names.
pub(super) struct SeenNames<'a> {
    hasher: &'a RandomState,
    few: Vec<u64>,
    many: HashSet<u64>,
}

impl SeenNames<'_> {
    /// How many are compared one by one.
    const FEW: usize = 32;

    pub(super) fn new(hasher: &RandomState) -> SeenNames<'_> {
        SeenNames { hasher, few: Vec::new(), many: HashSet::new() }
    }

    /// Whether the name is new.
    pub(super) fn insert(&mut self, name: &str) -> bool {
        let hash = self.hasher.hash_one(name);
        if self.few.contains(&hash) {
            return false;
        }
        if self.few.len() < SeenNames::FEW {
            self.few.push(hash);
            return true;
        }
        self.many.insert(hash)
    }
}
