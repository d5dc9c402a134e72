use crate::protocol::addresses::Zone;
use std::net::IpAddr;

/// The addresses to which a URL may lead. They depend on the source of the URL.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reach {
    /// The URL comes from the caller: any address.
    Caller,
    /// The URL comes from a server, in a response from this zone: addresses that are at least as public.
    Server(Zone),
}

impl Reach {
    pub(crate) fn allows(self, address: IpAddr) -> bool {
        match self {
            Reach::Caller => true,
            Reach::Server(from) => Zone::of(address).is_some_and(|zone| zone >= from),
        }
    }

    /// The allowed addresses among a name's addresses.
    ///
    /// # Errors
    /// The first address, if there are addresses but none is allowed.
    pub(crate) fn permitted(self, found: &[IpAddr]) -> Result<Vec<IpAddr>, IpAddr> {
        let allowed: Vec<_> = found.iter().copied().filter(|address| self.allows(*address)).collect();
        match found.first() {
            Some(blocked) if allowed.is_empty() => Err(*blocked),
            _ => Ok(allowed),
        }
    }

    /// The reach of a redirect in a response from `zone` to a request with this reach.
    pub(super) fn redirected(self, zone: Zone) -> Reach {
        match self {
            Reach::Caller => Reach::Server(zone),
            Reach::Server(from) => Reach::Server(from.max(zone)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn addresses(texts: &[&str]) -> Vec<IpAddr> {
        texts.iter().map(|text| text.parse().unwrap()).collect()
    }

    #[test]
    fn only_the_allowed_addresses_of_a_name_are_used() {
        let mixed = addresses(&["10.0.0.1", "1.1.1.1", "::1", "2606:4700::1", "169.254.169.254"]);
        let permitted = |reach: Reach| reach.permitted(&mixed);
        assert_eq!(permitted(Reach::Caller), Ok(mixed.clone()));
        assert_eq!(permitted(Reach::Server(Zone::Loopback)), Ok(mixed[..4].to_vec()));
        assert_eq!(permitted(Reach::Server(Zone::Private)), Ok(addresses(&["10.0.0.1", "1.1.1.1", "2606:4700::1"])));
        assert_eq!(permitted(Reach::Server(Zone::Public)), Ok(addresses(&["1.1.1.1", "2606:4700::1"])));
        let blocked = addresses(&["10.0.0.1", "::1"]);
        assert_eq!(Reach::Server(Zone::Public).permitted(&blocked), Err(blocked[0]));
        assert_eq!(Reach::Server(Zone::Public).permitted(&[]), Ok(Vec::new()));
    }

    #[test]
    fn a_redirect_narrows_a_reach() {
        assert_eq!(Reach::Caller.redirected(Zone::Private), Reach::Server(Zone::Private));
        assert_eq!(Reach::Server(Zone::Private).redirected(Zone::Public), Reach::Server(Zone::Public));
        assert_eq!(Reach::Server(Zone::Public).redirected(Zone::Loopback), Reach::Server(Zone::Public));
    }

    #[test]
    fn a_server_names_only_addresses_as_public_as_its_own() {
        let [loopback, private, public, link_local] =
            ["127.0.0.1", "10.0.0.1", "1.1.1.1", "169.254.1.1"].map(|address| address.parse().unwrap());
        for (reach, allowed) in [
            (Reach::Caller, [true, true, true, true]),
            (Reach::Server(Zone::Loopback), [true, true, true, false]),
            (Reach::Server(Zone::Private), [false, true, true, false]),
            (Reach::Server(Zone::Public), [false, false, true, false]),
        ] {
            assert_eq!([loopback, private, public, link_local].map(|address| reach.allows(address)), allowed);
        }
    }
}
