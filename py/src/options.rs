//! Converts the options of a client, and the rules of `from_response` and `DiscoveryPlan`. None stands for core's default.

use crate::arguments::{addresses, boolean, cast, count, seconds, text};
use crate::exception::raised;
use crate::trusted_keys::TrustedKeys;
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyMapping};
use std::path::PathBuf;
use std::str::FromStr;
use telnyx_oauth::{ClientBuilder, ResourceMatch, Rules};

/// Returns a builder with the options from the keyword arguments.
pub(crate) fn builder(class: &str, options: Option<&Bound<'_, PyDict>>) -> PyResult<ClientBuilder> {
    let mut builder = ClientBuilder::new().client_name("python");
    for (name, value) in options.into_iter().flatten() {
        builder = set(builder, class, &name.to_string(), &value)?;
    }
    Ok(builder)
}

/// A function that sets one option in core's builder.
type Setter = fn(ClientBuilder, &str, &Bound<'_, PyAny>) -> PyResult<ClientBuilder>;

fn set(builder: ClientBuilder, class: &str, name: &str, value: &Bound<'_, PyAny>) -> PyResult<ClientBuilder> {
    let setter: Setter = match name {
        // begin generated: options
        "base_url" => |builder, name, value| Ok(builder.base_url(string(name, value)?)),
        "timeout" => |builder, name, value| Ok(builder.timeout(seconds(name, value)?)),
        "connect_timeout" => |builder, name, value| Ok(builder.connect_timeout(seconds(name, value)?)),
        "max_retries" => |builder, name, value| Ok(builder.max_retries(count(name, value, u32::MAX)?)),
        "max_redirects" => |builder, name, value| Ok(builder.max_redirects(count(name, value, u32::MAX)?)),
        "max_body_bytes" => |builder, name, value| Ok(builder.max_body_bytes(count(name, value, usize::MAX)?)),
        "max_total_bytes" => |builder, name, value| Ok(builder.max_total_bytes(count(name, value, usize::MAX)?)),
        "cache" => |builder, name, value| Ok(builder.cache(boolean(name, value)?)),
        "resource_match" => |builder, name, value| Ok(builder.resource_match(policy(name, value)?)),
        "strict" => |builder, name, value| Ok(builder.strict(boolean(name, value)?)),
        "profile" => |builder, name, value| Ok(builder.profile(named(name, value)?)),
        "probe" => |builder, name, value| Ok(builder.probe(named(name, value)?)),
        "legacy_origin" => |builder, name, value| Ok(builder.legacy_origin(boolean(name, value)?)),
        "allow_http" => |builder, name, value| Ok(builder.allow_http(boolean(name, value)?)),
        "allow_private_addresses" => |builder, name, value| Ok(builder.allow_private_addresses(boolean(name, value)?)),
        "trusted_keys" => |builder, name, value| Ok(builder.trusted_keys(trusted_keys(name, value)?)),
        "authorization_server_trusted_keys" => {
            |builder, name, value| Ok(builder.authorization_server_trusted_keys(trusted_keys(name, value)?))
        }
        "ca_file" => |builder, name, value| Ok(builder.ca_file(path(name, value)?)),
        "resolve" => resolve,
        "proxy" => |builder, name, value| Ok(builder.proxy(string(name, value)?)),
        "ignore_environment" => |builder, name, value| Ok(builder.ignore_environment(boolean(name, value)?)),
        "user_agent" => |builder, name, value| Ok(builder.user_agent(string(name, value)?)),
        "header" => header,
        "api_key" => |builder, name, value| string(name, value).map(|_| builder),
        // end generated: options
        _ => return Err(PyTypeError::new_err(format!("{class}() got an unexpected keyword argument '{name}'"))),
    };
    if value.is_none() { Ok(builder) } else { setter(builder, name, value) }
}

fn resolve(builder: ClientBuilder, name: &str, value: &Bound<'_, PyAny>) -> PyResult<ClientBuilder> {
    let addresses = addresses(name, value)?.into_iter();
    Ok(addresses.fold(builder, |builder, (host, port, address)| builder.resolve(host, port, address)))
}

fn header(builder: ClientBuilder, name: &str, value: &Bound<'_, PyAny>) -> PyResult<ClientBuilder> {
    let wrong = || PyTypeError::new_err(format!("{name} must be a mapping of str to str"));
    let fields = value.cast::<PyMapping>().map_err(|_| wrong())?.items()?;
    fields.iter().try_fold(builder, |builder, field| {
        let (name, value): (String, String) = field.extract().map_err(|_| wrong())?;
        Ok(builder.header(name, value))
    })
}

/// A value that has a name in core.
fn named<T: FromStr<Err = telnyx_oauth::Error>>(name: &str, value: &Bound<'_, PyAny>) -> PyResult<T> {
    text(name, value)?.parse().map_err(|error| raised(value.py(), &error))
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

fn policy(name: &str, value: &Bound<'_, PyAny>) -> PyResult<ResourceMatch> {
    named(name, value)
}

/// The keyword arguments that set the rules of `from_response` and `DiscoveryPlan`.
#[derive(Default)]
pub(crate) struct RuleArguments<'a, 'py> {
    pub(crate) resource_match: Option<&'a Bound<'py, PyAny>>,
    pub(crate) strict: Option<&'a Bound<'py, PyAny>>,
    pub(crate) allow_http: Option<&'a Bound<'py, PyAny>>,
    pub(crate) trusted_keys: Option<&'a Bound<'py, PyAny>>,
    pub(crate) authorization_server_trusted_keys: Option<&'a Bound<'py, PyAny>>,
    pub(crate) profile: Option<&'a Bound<'py, PyAny>>,
    pub(crate) probe: Option<&'a Bound<'py, PyAny>>,
    pub(crate) legacy_origin: Option<&'a Bound<'py, PyAny>>,
}

impl RuleArguments<'_, '_> {
    pub(crate) fn rules(&self) -> PyResult<Rules> {
        let mut rules = Rules::new();
        if let Some(value) = self.resource_match {
            rules = rules.resource_match(policy("resource_match", value)?);
        }
        if let Some(strict) = self.strict {
            rules = rules.strict(boolean("strict", strict)?);
        }
        if let Some(allow) = self.allow_http {
            rules = rules.allow_http(boolean("allow_http", allow)?);
        }
        if let Some(profile) = self.profile {
            rules = rules.profile(named("profile", profile)?);
        }
        if let Some(probe) = self.probe {
            rules = rules.probe(named("probe", probe)?);
        }
        if let Some(legacy_origin) = self.legacy_origin {
            rules = rules.legacy_origin(boolean("legacy_origin", legacy_origin)?);
        }
        if let Some(keys) = self.trusted_keys {
            rules = rules.trusted_keys(trusted_keys("trusted_keys", keys)?);
        }
        if let Some(keys) = self.authorization_server_trusted_keys {
            let keys = trusted_keys("authorization_server_trusted_keys", keys)?;
            rules = rules.authorization_server_trusted_keys(keys);
        }
        Ok(rules)
    }
}
