use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// How public a place on the network is; the order is from the least to the most.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Zone {
    /// This machine.
    Loopback,
    /// This machine's networks, and everything else that is not reachable from everywhere.
    Private,
    /// Reachable from everywhere.
    Public,
}

impl Zone {
    /// The zone of an address that a URL from a server may lead to at all: link-local (where clouds keep their metadata
    /// services), unspecified and multicast addresses have none.
    pub(crate) fn of(address: IpAddr) -> Option<Zone> {
        match address {
            IpAddr::V4(address) => of_v4(address),
            IpAddr::V6(address) => of_v6(address),
        }
    }

    /// The zone that an answer came from.
    pub(crate) fn of_peer(address: IpAddr) -> Zone {
        Zone::of(address).unwrap_or(Zone::Private)
    }
}

/// Blocks that are not globally reachable, from the
/// [IANA IPv4 Special-Purpose Address Registry](https://www.iana.org/assignments/iana-ipv4-special-registry/), but for
/// those that [`of_v4`] knows by itself.
const PRIVATE_V4: &[(Ipv4Addr, u32)] = &[
    (Ipv4Addr::new(0, 0, 0, 0), 8),
    (Ipv4Addr::new(10, 0, 0, 0), 8),
    (Ipv4Addr::new(100, 64, 0, 0), 10),
    (Ipv4Addr::new(172, 16, 0, 0), 12),
    (Ipv4Addr::new(192, 0, 0, 0), 24),
    (Ipv4Addr::new(192, 0, 2, 0), 24),
    (Ipv4Addr::new(192, 88, 99, 0), 24),
    (Ipv4Addr::new(192, 168, 0, 0), 16),
    (Ipv4Addr::new(198, 18, 0, 0), 15),
    (Ipv4Addr::new(198, 51, 100, 0), 24),
    (Ipv4Addr::new(203, 0, 113, 0), 24),
    (Ipv4Addr::new(240, 0, 0, 0), 4),
];

fn of_v4(address: Ipv4Addr) -> Option<Zone> {
    if address.is_link_local() || address.is_unspecified() || address.is_multicast() || address.is_broadcast() {
        return None;
    }
    if address.is_loopback() {
        return Some(Zone::Loopback);
    }
    let in_block = |(block, bits): &(Ipv4Addr, u32)| (address.to_bits() ^ block.to_bits()) >> (32 - bits) == 0;
    Some(if PRIVATE_V4.iter().any(in_block) { Zone::Private } else { Zone::Public })
}

/// Blocks inside global unicast space that are not globally reachable, from the
/// [IANA IPv6 Special-Purpose Address Registry](https://www.iana.org/assignments/iana-ipv6-special-registry/).
const PRIVATE_V6: &[(Ipv6Addr, u32)] = &[
    (Ipv6Addr::new(0x2001, 0, 0, 0, 0, 0, 0, 0), 23),
    (Ipv6Addr::new(0x2001, 0xdb8, 0, 0, 0, 0, 0, 0), 32),
    (Ipv6Addr::new(0x3fff, 0, 0, 0, 0, 0, 0, 0), 20),
];

fn of_v6(address: Ipv6Addr) -> Option<Zone> {
    let [a, b, c, d, e, f, g, h] = address.segments();
    let embedded = |high: u16, low: u16| of_v4(Ipv4Addr::from_bits(u32::from(high) << 16 | u32::from(low)));
    match [a, b, c, d, e, f] {
        // IPv4-mapped (RFC 4291 section 2.5.5.2), and NAT64's well-known prefix (RFC 6052 section 2.1).
        [0, 0, 0, 0, 0, 0xffff] | [0x64, 0xff9b, 0, 0, 0, 0] => return embedded(g, h),
        // 6to4 (RFC 3056 section 2).
        [0x2002, ..] => return embedded(b, c),
        // Locally used NAT64 (RFC 8215) may embed an address anywhere; the usual place, at most private.
        [0x64, 0xff9b, 1, ..] => return embedded(g, h).map(|zone| zone.min(Zone::Private)),
        // IPv4-compatible (RFC 4291 section 2.5.5.1), long deprecated: what it embeds, at most private.
        [0, 0, 0, 0, 0, 0] if g != 0 => return embedded(g, h).map(|zone| zone.min(Zone::Private)),
        _ => {}
    }
    if address.is_unspecified() || address.is_multicast() || address.is_unicast_link_local() {
        return None;
    }
    if address.is_loopback() {
        return Some(Zone::Loopback);
    }
    let in_block = |(block, bits): &(Ipv6Addr, u32)| (address.to_bits() ^ block.to_bits()) >> (128 - bits) == 0;
    // Nothing outside 2000::/3 is global unicast (RFC 4291 section 2.4, and its registry).
    let public = a >> 13 == 1 && !PRIVATE_V6.iter().any(in_block);
    Some(if public { Zone::Public } else { Zone::Private })
}

/// Who named a URL, and so where it may lead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reach {
    /// The caller: anywhere that the caller can reach.
    Caller,
    /// A server, in an answer from this zone: to places that are at least as public.
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

    fn zone(address: &str) -> Option<Zone> {
        Zone::of(address.parse().unwrap())
    }

    #[test]
    fn every_form_of_an_address_is_in_its_zone() {
        for address in ["127.0.0.1", "127.255.0.1", "::1", "::ffff:127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::"] {
            assert_eq!(zone(address), Some(Zone::Loopback), "{address}");
        }
        for address in [
            "0.1.2.3",
            "10.0.0.1",
            "100.64.0.1",
            "100.127.255.255",
            "172.16.0.1",
            "172.31.255.255",
            "192.0.0.9",
            "192.0.2.1",
            "192.168.1.1",
            "198.19.255.255",
            "240.0.0.1",
            "fc00::1",
            "fdff::1",
            "fec0::1",
            "100::1",
            "2001::1",
            "2001:1ff::1",
            "2001:db8::1",
            "3fff:fff::1",
            "4000::1",
            "5f00::1",
            "::ffff:10.0.0.1",
            "64:ff9b::10.0.0.1",
            "64:ff9b:1::8.8.8.8",
            "::8.8.8.8",
            "2002:0a00:0001::",
        ] {
            assert_eq!(zone(address), Some(Zone::Private), "{address}");
        }
        for address in [
            "1.1.1.1",
            "100.63.255.255",
            "100.128.0.1",
            "172.15.0.1",
            "172.32.0.1",
            "198.17.0.1",
            "198.20.0.1",
            "2001:200::1",
            "2606:4700::1",
            "::ffff:8.8.8.8",
            "64:ff9b::8.8.8.8",
            "2002:0808:0808::1",
        ] {
            assert_eq!(zone(address), Some(Zone::Public), "{address}");
        }
        for address in [
            "0.0.0.0",
            "169.254.169.254",
            "224.0.0.1",
            "239.255.255.255",
            "255.255.255.255",
            "::",
            "fe80::1",
            "febf::1",
            "ff02::1",
            "::ffff:169.254.169.254",
            "::ffff:0.0.0.0",
            "64:ff9b::169.254.169.254",
            "64:ff9b:1::169.254.169.254",
            "::169.254.169.254",
            "2002:a9fe:a9fe::",
        ] {
            assert_eq!(zone(address), None, "{address}");
        }
    }

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
