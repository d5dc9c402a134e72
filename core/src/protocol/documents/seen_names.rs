use std::collections::HashSet;
use std::hash::{BuildHasher, RandomState};

/// The names of one object that were read before, as hashes with a random key. Hashes take far less memory than the
/// names. Two different names have equal hashes with a probability of about 2⁻⁶⁴.
pub(super) struct SeenNames<'a> {
    hasher: &'a RandomState,
    few: Vec<u64>,
    many: HashSet<u64>,
}

impl SeenNames<'_> {
    /// The number of names that are compared one by one. A hash set is slower for few names.
    const FEW: usize = 32;

    pub(super) fn new(hasher: &RandomState) -> SeenNames<'_> {
        SeenNames { hasher, few: Vec::new(), many: HashSet::new() }
    }

    /// Adds a name. Returns true if it is new.
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
