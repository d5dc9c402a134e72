use super::zone::Zone;
use std::net::IpAddr;

/// Where a URL may lead, which depends on who named it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reach {
    /// The caller named it: to any address.
    Caller,
    /// A server named it, in a response from this zone: to addresses that are at least as public.
    Server(Zone),
}

impl Reach {
    pub(crate) fn allows(self, address: IpAddr) -> bool {
        match self {
            Reach::Caller => true,
            Reach::Server(from) => Zone::of(address).is_some_and(|zone| zone >= from),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_server_leads_to_no_less_public_a_place() {
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
