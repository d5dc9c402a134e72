//! A client's options, and the rules for judging without a client. An option that is None has core's default.

use crate::arguments::{addresses, boolean, cast, count, seconds, text};
use crate::exception::raised;
use crate::trusted_keys::TrustedKeys;
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::PyDict;
use std::path::PathBuf;
use telnyx_oauth::{ClientBuilder, ResourceMatch, Rules};

/// The builder that a client's keyword arguments describe.
pub(crate) fn builder(class: &str, options: Option<&Bound<'_, PyDict>>) -> PyResult<ClientBuilder> {
    let mut builder = ClientBuilder::new().client_name("python");
    for (name, value) in options.into_iter().flatten() {
        builder = set(builder, class, &name.to_string(), &value)?;
    }
    Ok(builder)
}

fn set(builder: ClientBuilder, class: &str, name: &str, value: &Bound<'_, PyAny>) -> PyResult<ClientBuilder> {
    let given = !value.is_none();
    Ok(match name {
        "base_url" if given => builder.base_url(string(name, value)?),
        "allow_http" if given => builder.allow_http(boolean(name, value)?),
        "allow_private_addresses" if given => builder.allow_private_addresses(boolean(name, value)?),
        "resource_match" if given => builder.resource_match(policy(value)?),
        "strict" if given => builder.strict(boolean(name, value)?),
        "timeout" if given => builder.timeout(seconds(name, value)?),
        "connect_timeout" if given => builder.connect_timeout(seconds(name, value)?),
        "max_redirects" if given => builder.max_redirects(count(name, value, u32::MAX)?),
        "max_body_bytes" if given => builder.max_body_bytes(count(name, value, usize::MAX)?),
        "max_total_bytes" if given => builder.max_total_bytes(count(name, value, usize::MAX)?),
        "max_retries" if given => builder.max_retries(count(name, value, u32::MAX)?),
        "cache" if given => builder.cache(boolean(name, value)?),
        "user_agent" if given => builder.user_agent(string(name, value)?),
        "ca_file" if given => builder.ca_file(path(name, value)?),
        "resolve" if given => addresses(name, value)?
            .into_iter()
            .fold(builder, |builder, (host, port, address)| builder.resolve(host, port, address)),
        "proxy" if given => builder.proxy(string(name, value)?),
        "ignore_environment" if given => builder.ignore_environment(boolean(name, value)?),
        "trusted_keys" if given => builder.trusted_keys(trusted_keys(name, value)?),
        // Checked for its type, and dropped: the documents are public.
        "api_key" if given => string(name, value).map(|_| builder)?,
        "base_url"
        | "allow_http"
        | "allow_private_addresses"
        | "resource_match"
        | "strict"
        | "timeout"
        | "connect_timeout"
        | "max_redirects"
        | "max_body_bytes"
        | "max_total_bytes"
        | "max_retries"
        | "cache"
        | "user_agent"
        | "ca_file"
        | "resolve"
        | "proxy"
        | "ignore_environment"
        | "trusted_keys"
        | "api_key" => builder,
        _ => return Err(PyTypeError::new_err(format!("{class}() got an unexpected keyword argument '{name}'"))),
    })
}

fn string(name: &str, value: &Bound<'_, PyAny>) -> PyResult<String> {
    Ok(text(name, value)?.into_owned())
}

fn path(name: &str, value: &Bound<'_, PyAny>) -> PyResult<PathBuf> {
    value.extract().map_err(|_| PyTypeError::new_err(format!("{name} must be a str or a path")))
}

fn trusted_keys(name: &str, value: &Bound<'_, PyAny>) -> PyResult<telnyx_oauth::TrustedKeys> {
    Ok(cast::<TrustedKeys>(name, "TrustedKeys", value)?.get().keys.clone())
}

fn policy(name: &Bound<'_, PyAny>) -> PyResult<ResourceMatch> {
    text("resource_match", name)?.parse().map_err(|error| raised(name.py(), &error))
}

/// The rules for judging without a client.
pub(crate) struct Judging<'a, 'py> {
    pub(crate) resource_match: Option<&'a Bound<'py, PyAny>>,
    pub(crate) strict: Option<&'a Bound<'py, PyAny>>,
    pub(crate) allow_http: Option<&'a Bound<'py, PyAny>>,
    pub(crate) trusted_keys: Option<&'a Bound<'py, PyAny>>,
}

impl Judging<'_, '_> {
    pub(crate) fn rules(&self) -> PyResult<Rules> {
        let mut rules = Rules::new();
        if let Some(name) = self.resource_match {
            rules = rules.resource_match(policy(name)?);
        }
        if let Some(strict) = self.strict {
            rules = rules.strict(boolean("strict", strict)?);
        }
        if let Some(allow) = self.allow_http {
            rules = rules.allow_http(boolean("allow_http", allow)?);
        }
        if let Some(keys) = self.trusted_keys {
            rules = rules.trusted_keys(trusted_keys("trusted_keys", keys)?);
        }
        Ok(rules)
    }
}
