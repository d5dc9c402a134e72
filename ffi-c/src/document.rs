//! The document in a handle, and the methods that read it for C.

use crate::copies::{Copy, Pairs, c_string, pointer_to};
use crate::member::{
    Copied, Member, TELNYX_BOOLEAN_ABSENT, TELNYX_BOOLEAN_FALSE, TELNYX_BOOLEAN_TRUE, TELNYX_MEMBER_TYPE_ABSENT,
    telnyx_member_type,
};
use crate::other_members::OtherMembers;
use crate::signature::signature_status_of;
use crate::warning::{Warnings, telnyx_warning};
use oauth::{AuthorizationServerMetadata, Extra, ResourceMetadata, SignatureStatus, Value, Warning};
use once_cell::race::OnceBox;
use serde::Serialize;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ffi::c_char;
use std::ptr;

/// The methods that both document types of the core have.
pub(crate) trait Metadata: Serialize {
    fn member_names(&self) -> impl Iterator<Item = Cow<'_, str>>;
    fn member(&self, name: &str) -> Option<Value<'_>>;
    fn member_json(&self, name: &str) -> Option<Cow<'_, str>>;
    fn is_judged(&self, name: &str) -> bool;
    fn extra(&self) -> &Extra;
    fn url(&self) -> &str;
    fn raw_json(&self) -> &str;
    fn signature_status(&self) -> SignatureStatus;
    fn warnings(&self) -> &[Warning];
}

/// Implements the trait with the methods of the core.
macro_rules! metadata {
    ($type:ty) => {
        impl Metadata for $type {
            fn member_names(&self) -> impl Iterator<Item = Cow<'_, str>> {
                self.member_names()
            }
            fn member(&self, name: &str) -> Option<Value<'_>> {
                self.member(name)
            }
            fn member_json(&self, name: &str) -> Option<Cow<'_, str>> {
                self.member_json(name)
            }
            fn is_judged(&self, name: &str) -> bool {
                self.is_judged(name)
            }
            fn extra(&self) -> &Extra {
                self.extra()
            }
            fn url(&self) -> &str {
                self.url()
            }
            fn raw_json(&self) -> &str {
                self.raw_json()
            }
            fn signature_status(&self) -> SignatureStatus {
                self.signature_status()
            }
            fn warnings(&self) -> &[Warning] {
                self.warnings()
            }
        }
    };
}

metadata!(ResourceMetadata);
metadata!(AuthorizationServerMetadata);

/// A document, with copies of the values that C has read.
pub(crate) struct Document<M> {
    pub(crate) metadata: M,
    /// The registered members with their names, in the order of the core. Each is copied when C first reads it.
    registered: OnceBox<Box<[(Copy, Member)]>>,
    /// All other members. They are copied together when C first reads one of them.
    others: OnceBox<OtherMembers>,
    url: Copy,
    extra: Copy,
    raw_json: Copy,
    json: Copy,
    warnings: Warnings,
}

impl<M> From<M> for Document<M> {
    fn from(metadata: M) -> Document<M> {
        Document {
            metadata,
            registered: OnceBox::new(),
            others: OnceBox::new(),
            url: Copy::default(),
            extra: Copy::default(),
            raw_json: Copy::default(),
            json: Copy::default(),
            warnings: Warnings::default(),
        }
    }
}

impl<M: Metadata> Document<M> {
    /// Returns the type of a member. In this and the following methods, the name `None` matches no member.
    pub(crate) fn type_of<'a>(&self, name: impl Into<Option<&'a str>>) -> telnyx_member_type {
        self.value(name).map_or(TELNYX_MEMBER_TYPE_ABSENT, Copied::type_)
    }

    pub(crate) fn string<'a>(&self, name: impl Into<Option<&'a str>>) -> *const c_char {
        match self.value(name) {
            Some(Copied::String(text)) => text.as_ptr(),
            _ => ptr::null(),
        }
    }

    pub(crate) fn list_count<'a>(&self, name: impl Into<Option<&'a str>>) -> usize {
        match self.value(name) {
            Some(Copied::List(texts)) => texts.len(),
            _ => 0,
        }
    }

    pub(crate) fn list_at<'a>(&self, name: impl Into<Option<&'a str>>, index: usize) -> *const c_char {
        match self.value(name) {
            Some(Copied::List(texts)) => pointer_to(texts.get(index)),
            _ => ptr::null(),
        }
    }

    pub(crate) fn boolean<'a>(&self, name: impl Into<Option<&'a str>>) -> i32 {
        match self.value(name) {
            Some(Copied::Boolean(true)) => TELNYX_BOOLEAN_TRUE,
            Some(Copied::Boolean(false)) => TELNYX_BOOLEAN_FALSE,
            _ => TELNYX_BOOLEAN_ABSENT,
        }
    }

    pub(crate) fn is_true(&self, name: &str) -> bool {
        self.boolean(name) == TELNYX_BOOLEAN_TRUE
    }

    pub(crate) fn is_false(&self, name: &str) -> bool {
        self.boolean(name) == TELNYX_BOOLEAN_FALSE
    }

    /// Returns the value of a member as JSON.
    pub(crate) fn json<'a>(&self, name: impl Into<Option<&'a str>>) -> *const c_char {
        let Some((name, member)) = self.member(name) else { return ptr::null() };
        member.json.of(self.metadata.member_json(name).as_deref())
    }

    pub(crate) fn is_judged<'a>(&self, name: impl Into<Option<&'a str>>) -> bool {
        name.into().is_some_and(|name| self.metadata.is_judged(name))
    }

    /// Returns copies of the names and strings in a member that is an object, or `None` if the member is absent.
    /// `pairs` are the strings of the core.
    pub(crate) fn pairs(&self, name: &str, pairs: Option<&[(String, String)]>) -> Option<&Pairs> {
        let (_, member) = self.member(name)?;
        let pairs = pairs?.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        Some(member.pairs.get_or_init(|| Box::new(Pairs::of(pairs))))
    }

    pub(crate) fn names_count(&self) -> usize {
        self.registered().len() + self.others().count()
    }

    pub(crate) fn names_at(&self, index: usize) -> *const c_char {
        let registered = self.registered();
        match registered.get(index) {
            Some((name, _)) => name.of(self.registered_names().nth(index).as_deref()),
            None => pointer_to(self.others().name_at(index - registered.len())),
        }
    }

    pub(crate) fn document_url(&self) -> *const c_char {
        self.url.of(Some(self.metadata.url()))
    }

    pub(crate) fn extra(&self) -> *const c_char {
        self.extra.json_of(self.metadata.extra())
    }

    pub(crate) fn raw_json(&self) -> *const c_char {
        self.raw_json.of(Some(self.metadata.raw_json()))
    }

    pub(crate) fn to_json(&self) -> *const c_char {
        self.json.json_of(&self.metadata)
    }

    pub(crate) fn signature_status(&self) -> i32 {
        signature_status_of(self.metadata.signature_status())
    }

    pub(crate) fn warnings_count(&self) -> usize {
        self.metadata.warnings().len()
    }

    pub(crate) fn warnings_at(&self, index: usize) -> Option<&telnyx_warning> {
        self.warnings.at(self.metadata.warnings(), index)
    }

    fn value<'a>(&self, name: impl Into<Option<&'a str>>) -> Option<&Copied> {
        let (name, member) = self.member(name)?;
        let copied = || Box::new(self.metadata.member(name).map_or(Copied::Json, Copied::from));
        Some(member.value.get_or_init(copied))
    }

    fn member<'a>(&self, name: impl Into<Option<&'a str>>) -> Option<(&'a str, &Member)> {
        let name = name.into()?;
        if let Some(index) = self.registered_names().position(|registered| registered == name) {
            return Some((name, &self.registered()[index].1));
        }
        if self.others.get().is_none() {
            // An absent member is no reason to copy the others.
            self.metadata.member(name)?;
        }
        Some((name, self.others().find(name)?))
    }

    /// The names of the registered members. The core lists these first, then the language variants, whose names contain
    /// `#`, and then the unregistered members.
    fn registered_names(&self) -> impl Iterator<Item = Cow<'_, str>> {
        let unregistered = self.metadata.extra().iter().next().map(|(name, _)| name);
        self.metadata.member_names().take_while(move |name| !name.contains('#') && Some(name) != unregistered.as_ref())
    }

    fn registered(&self) -> &[(Copy, Member)] {
        self.registered.get_or_init(|| Box::new(self.registered_names().map(|_| Default::default()).collect()))
    }

    fn others(&self) -> &OtherMembers {
        self.others.get_or_init(|| {
            let unregistered: BTreeMap<_, _> = self.metadata.extra().iter().collect();
            let names = self.metadata.member_names().skip(self.registered().len());
            let others = names.map(|name| {
                let member = unregistered.get(&name).map(|json| Member::unregistered(json)).unwrap_or_default();
                (c_string(&name), member)
            });
            Box::new(others.collect())
        })
    }
}
