use crate::Error;
use crate::protocol::errors::quoted;

/// The maximum number of issuers in a message.
const MOST_SHOWN: usize = 8;

/// Returns the index of the authorization server that a caller has chosen.
///
/// `servers` are the listed issuers, each with the issuer in its document, if there is a good one. A listed issuer takes
/// precedence. The two differ only if a root issuer is listed with another slash at its end.
///
/// # Errors
/// [`ErrorKind::InvalidArgument`](crate::ErrorKind::InvalidArgument) if no server has this issuer.
pub fn choose_server<'a>(
    servers: impl Iterator<Item = (&'a str, Option<&'a str>)> + Clone,
    issuer: &str,
) -> Result<usize, Error> {
    let is_listed = |(listed, _)| listed == issuer;
    let is_declared = |(_, declared)| declared == Some(issuer);
    servers.clone().position(is_listed).or_else(|| servers.clone().position(is_declared)).ok_or_else(|| {
        let found: Vec<String> = servers.map(|(listed, _)| quoted(listed)).take(MOST_SHOWN).collect();
        let found = if found.is_empty() { "none".to_owned() } else { found.join(", ") };
        let message =
            format!("the discovery has no authorization server with the issuer {}; it found {found}", quoted(issuer));
        Error::invalid_argument(message).at(issuer)
    })
}
