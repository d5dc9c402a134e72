use std::net::IpAddr;
use std::sync::Arc;
use url::Host;

/// An address that the caller sets for a host and port, like curl's `--resolve`.
#[derive(Clone, Debug)]
pub(crate) struct Pin {
    pub(crate) host: Host,
    pub(crate) port: u16,
    pub(crate) address: IpAddr,
}

/// The caller's pins. The last pin of a host and port replaces earlier ones.
///
/// A pin is for a host and port, but a resolver sees only the host. So a host may need several resolvers: one for each
/// pinned address, and one for its other ports. All hosts share the resolvers: the first resolver has the first address of
/// every host. So most clients need two resolvers, whatever the number of pins.
#[derive(Clone, Debug)]
pub(crate) struct Pins(Arc<[Pin]>);

impl FromIterator<Pin> for Pins {
    fn from_iter<I: IntoIterator<Item = Pin>>(pins: I) -> Pins {
        let mut kept = Vec::<Pin>::new();
        for pin in pins {
            match kept.iter_mut().find(|other| other.host == pin.host && other.port == pin.port) {
                Some(other) => *other = pin,
                None => kept.push(pin),
            }
        }
        Pins(kept.into())
    }
}

impl Pins {
    pub(super) fn address<S>(&self, host: &Host<S>, port: u16) -> Option<IpAddr>
    where
        String: PartialEq<S>,
    {
        self.0.iter().find(|pin| pin.port == port && pin.host == *host).map(|pin| pin.address)
    }

    /// The number of the resolver for a host and a port.
    pub(super) fn resolver(&self, host: &Host, port: u16) -> usize {
        let addresses = addresses(self.0.iter().filter(|pin| pin.host == *host));
        let pinned = self.address(host, port);
        addresses.iter().position(|address| Some(*address) == pinned).unwrap_or(addresses.len())
    }

    /// The pinned address of a name in this resolver; `None` if the system resolves the name.
    pub(super) fn resolve(&self, resolver: usize, name: &str) -> Option<IpAddr> {
        let has_name = |pin: &&Pin| matches!(&pin.host, Host::Domain(host) if host.eq_ignore_ascii_case(name));
        addresses(self.0.iter().filter(has_name)).get(resolver).copied()
    }
}

/// The distinct addresses of a host's pins.
fn addresses<'a>(pins: impl Iterator<Item = &'a Pin>) -> Vec<IpAddr> {
    let mut addresses = Vec::new();
    for pin in pins {
        if !addresses.contains(&pin.address) {
            addresses.push(pin.address);
        }
    }
    addresses
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_host_and_port_has_its_own_address() {
        let pin = |host: &str, port, address: &str| Pin {
            host: Host::parse(host).unwrap(),
            port,
            address: address.parse().unwrap(),
        };
        let pins: Pins = [
            pin("a.example", 443, "192.0.2.9"),
            pin("b.example", 443, "192.0.2.2"),
            pin("a.example", 8443, "192.0.2.3"),
            pin("a.example", 443, "192.0.2.1"),
            pin("a.example", 9443, "192.0.2.1"),
        ]
        .into_iter()
        .collect();
        for (host, port, resolver, address) in [
            ("a.example", 443, 0, Some("192.0.2.1")),
            ("a.example", 9443, 0, Some("192.0.2.1")),
            ("a.example", 8443, 1, Some("192.0.2.3")),
            ("a.example", 80, 2, None),
            ("b.example", 443, 0, Some("192.0.2.2")),
            ("b.example", 80, 1, None),
            ("c.example", 443, 0, None),
        ] {
            let found = pins.resolver(&Host::parse(host).unwrap(), port);
            assert_eq!(found, resolver, "{host}:{port}");
            let address = address.map(|address| address.parse().unwrap());
            assert_eq!(pins.resolve(found, host), address, "{host}:{port}");
            assert_eq!(pins.address(&Host::parse(host).unwrap(), port), address, "{host}:{port}");
        }
    }
}
