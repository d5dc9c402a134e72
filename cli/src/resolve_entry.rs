use std::net::IpAddr;
use std::str::FromStr;

/// An entry `HOST:PORT:ADDR`, as in curl's `--resolve`. An IPv6 host must be in brackets, an IPv6 address may be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ResolveEntry {
    pub(crate) host: String,
    pub(crate) port: u16,
    pub(crate) address: IpAddr,
}

impl FromStr for ResolveEntry {
    type Err = String;

    fn from_str(text: &str) -> Result<ResolveEntry, String> {
        let shape = || "expected HOST:PORT:ADDR, such as api.telnyx.com:443:127.0.0.1".to_owned();
        // The colons of an IPv6 host are inside brackets.
        let end_of_host = if text.starts_with('[') { text.find(']').map(|end| end + 1) } else { text.find(':') };
        let (host, rest) = text.split_at(end_of_host.ok_or_else(shape)?);
        let (port, address) = rest.strip_prefix(':').and_then(|rest| rest.split_once(':')).ok_or_else(shape)?;
        if host.is_empty() {
            return Err(shape());
        }
        let bare = address.strip_prefix('[').and_then(|address| address.strip_suffix(']'));
        Ok(ResolveEntry {
            host: host.to_owned(),
            port: port.parse().map_err(|_| format!("expected a port from 0 to 65535, got '{port}'"))?,
            address: bare
                .unwrap_or(address)
                .parse()
                .map_err(|_| format!("expected one IP address, got '{address}'"))?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::net::{Ipv4Addr, Ipv6Addr};

    #[test]
    fn ipv4_and_ipv6_entries_are_parsed() {
        let parse = |text: &str| text.parse::<ResolveEntry>().map(|entry| (entry.host, entry.port, entry.address));
        let (v4, v6) = (IpAddr::V4(Ipv4Addr::LOCALHOST), IpAddr::V6(Ipv6Addr::LOCALHOST));
        assert_eq!(parse("rs.example:443:127.0.0.1"), Ok(("rs.example".into(), 443, v4)));
        assert_eq!(parse("rs.example:443:::1"), Ok(("rs.example".into(), 443, v6)));
        assert_eq!(parse("rs.example:443:[::1]"), Ok(("rs.example".into(), 443, v6)));
        assert_eq!(parse("[2001:db8::1]:443:[::1]"), Ok(("[2001:db8::1]".into(), 443, v6)));
    }

    #[test]
    fn malformed_entries_are_refused() {
        let wrong = [
            "",
            "rs.example",
            "rs.example:443",
            ":443:127.0.0.1",
            "rs.example:x:127.0.0.1",
            "rs.example:65536:127.0.0.1",
            "rs.example:443:localhost",
            "rs.example:443:127.0.0.1,127.0.0.2",
            "rs.example:443:[::1",
            "[2001:db8::1:443:127.0.0.1",
        ];
        for text in wrong {
            assert!(text.parse::<ResolveEntry>().is_err(), "{text}");
        }
    }
}
