use crate::member::Member;
use std::ffi::CString;

/// The language variants and the unregistered members of a document, in order, with an index of their names.
pub(crate) struct OtherMembers {
    all: Box<[(CString, Member)]>,
    /// The indices in the order of the names.
    by_name: Box<[usize]>,
}

impl FromIterator<(CString, Member)> for OtherMembers {
    fn from_iter<I: IntoIterator<Item = (CString, Member)>>(members: I) -> OtherMembers {
        let all: Box<[_]> = members.into_iter().collect();
        let mut by_name: Box<[usize]> = (0..all.len()).collect();
        by_name.sort_by_key(|index| &all[*index].0);
        OtherMembers { all, by_name }
    }
}

impl OtherMembers {
    pub(crate) fn count(&self) -> usize {
        self.all.len()
    }

    pub(crate) fn name_at(&self, index: usize) -> Option<&CString> {
        self.all.get(index).map(|(name, _)| name)
    }

    pub(crate) fn find(&self, name: &str) -> Option<&Member> {
        let compare = |index: &usize| self.all[*index].0.as_bytes().cmp(name.as_bytes());
        let found = self.by_name.binary_search_by(compare).ok()?;
        Some(&self.all[self.by_name[found]].1)
    }
}
