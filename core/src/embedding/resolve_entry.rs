use crate::Error;
use crate::protocol::identifiers::parse_identifier;
use std::fmt::Write;
use std::net::IpAddr;

/// Returns `HOST:PORT:ADDRESS[,ADDRESS...]`, the value of curl's `--resolve`, for an endpoint and the addresses that
/// [`Client::vet`](crate::Client::vet) returns. IPv6 addresses are in brackets.
///
/// # Errors
/// [`ErrorKind::InvalidArgument`](crate::ErrorKind::InvalidArgument) if `url` is not an absolute http or https URL.
pub fn resolve_entry(url: &str, addresses: &[IpAddr]) -> Result<String, Error> {
    let url = parse_identifier("url", url)?;
    let mut entry =
        format!("{}:{}", url.host_str().unwrap_or_default(), url.port_or_known_default().unwrap_or_default());
    for (index, address) in addresses.iter().enumerate() {
        entry.push(if index == 0 { ':' } else { ',' });
        // Writing to a string cannot fail.
        let _ = match address {
            IpAddr::V4(address) => write!(entry, "{address}"),
            IpAddr::V6(address) => write!(entry, "[{address}]"),
        };
    }
    Ok(entry)
}
