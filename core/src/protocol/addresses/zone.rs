use super::embedded_address::{EmbeddedAddress, embedded_at_each_length};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// How public an address is. Ordered from the least to the most public.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Zone {
    /// This machine.
    Loopback,
    /// A private network, or any other address that is not reachable from everywhere.
    Private,
    /// Reachable from everywhere.
    Public,
}

impl Zone {
    /// The zone of an address. `None` for addresses that a server may never name: link-local, unspecified and multicast
    /// addresses, and the metadata services of clouds.
    pub(crate) fn of(address: IpAddr) -> Option<Zone> {
        match address {
            IpAddr::V4(address) => zone_of_v4(address),
            IpAddr::V6(address) => zone_of_v6(address),
        }
    }

    /// The zone of a response's peer. A translated address has the zone of its embedded address, because the translator's
    /// prefix gives the peer no access to this network.
    pub(crate) fn of_peer(address: IpAddr) -> Zone {
        if let IpAddr::V6(address) = address
            && let Some(embedded) = EmbeddedAddress::of(address)
            && !embedded.is_mapped
        {
            let zones = embedded.addresses.iter().flatten().filter_map(|embedded| zone_of_v4(*embedded));
            return zones.max().map_or(Zone::Private, |zone| zone.max(Zone::Private));
        }
        Zone::of(address).unwrap_or(Zone::Private)
    }
}

/// The metadata services of clouds: Amazon, Google, Azure and others; containers on Amazon; Alibaba; Oracle;
/// Azure's platform.
const METADATA_V4: &[Ipv4Addr] = &[
    Ipv4Addr::new(169, 254, 169, 254),
    Ipv4Addr::new(169, 254, 170, 2),
    Ipv4Addr::new(100, 100, 100, 200),
    Ipv4Addr::new(192, 0, 0, 192),
    Ipv4Addr::new(168, 63, 129, 16),
];

/// The same for IPv6: Amazon, Google, Oracle.
const METADATA_V6: &[Ipv6Addr] = &[
    Ipv6Addr::new(0xfd00, 0xec2, 0, 0, 0, 0, 0, 0x254),
    Ipv6Addr::new(0xfd20, 0xce, 0, 0, 0, 0, 0, 0x254),
    Ipv6Addr::new(0xfd00, 0xc1, 0, 0, 0, 0, 0xa9fe, 0xa9fe),
];

/// Blocks that are not globally reachable, from the
/// [IANA IPv4 Special-Purpose Address Registry](https://www.iana.org/assignments/iana-ipv4-special-registry/). Without the
/// blocks that [`zone_of_v4`] checks itself.
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

fn zone_of_v4(address: Ipv4Addr) -> Option<Zone> {
    if address.is_link_local() || address.is_unspecified() || address.is_multicast() || address.is_broadcast() {
        return None;
    }
    if METADATA_V4.contains(&address) {
        return None;
    }
    if address.is_loopback() {
        return Some(Zone::Loopback);
    }
    let in_block = |(block, bits): &(Ipv4Addr, u32)| (address.to_bits() ^ block.to_bits()) >> (32 - bits) == 0;
    Some(if PRIVATE_V4.iter().any(in_block) { Zone::Private } else { Zone::Public })
}

/// Blocks of global unicast space that are not globally reachable, from the
/// [IANA IPv6 Special-Purpose Address Registry](https://www.iana.org/assignments/iana-ipv6-special-registry/).
const PRIVATE_V6: &[(Ipv6Addr, u32)] = &[
    (Ipv6Addr::new(0x2001, 0, 0, 0, 0, 0, 0, 0), 23),
    (Ipv6Addr::new(0x2001, 0xdb8, 0, 0, 0, 0, 0, 0), 32),
    (Ipv6Addr::new(0x3fff, 0, 0, 0, 0, 0, 0, 0), 20),
];

fn zone_of_v6(address: Ipv6Addr) -> Option<Zone> {
    // A translator may use any prefix.
    let leads_to_metadata = embedded_at_each_length(address).iter().any(|(embedded, _)| METADATA_V4.contains(embedded));
    if leads_to_metadata || METADATA_V6.contains(&address) {
        return None;
    }
    if let Some(EmbeddedAddress { addresses, may_be_public, .. }) = EmbeddedAddress::of(address) {
        let limit = if may_be_public { Zone::Public } else { Zone::Private };
        let zones = addresses.iter().flatten().filter_map(|embedded| zone_of_v4(*embedded));
        return zones.min().map(|zone| zone.min(limit));
    }
    if address.is_unspecified() || address.is_multicast() || address.is_unicast_link_local() {
        return None;
    }
    if address.is_loopback() {
        return Some(Zone::Loopback);
    }
    let in_block = |(block, bits): &(Ipv6Addr, u32)| (address.to_bits() ^ block.to_bits()) >> (128 - bits) == 0;
    // Only 2000::/3 is global unicast (RFC 4291 section 2.4, and its registry).
    let public = address.segments()[0] >> 13 == 1 && !PRIVATE_V6.iter().any(in_block);
    Some(if public { Zone::Public } else { Zone::Private })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn zone(address: &str) -> Option<Zone> {
        Zone::of(address.parse().unwrap())
    }

    #[test]
    fn every_form_of_an_address_is_in_its_zone() {
        for address in [
            "127.0.0.1",
            "127.255.0.1",
            "::1",
            "::ffff:127.0.0.1",
            "64:ff9b::7f00:1",
            "2002:7f00:1::",
            "::ffff:0:7f00:1",
            "64:ff9b:1:7f00:0:100::",
            "2001::80ff:fffe",
        ] {
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
            "::ffff:0:8.8.8.8",
            "::ffff:0:10.0.0.1",
            "64:ff9b:1:808:8:800::",
            "64:ff9b:1:8:8:808::",
            "64:ff9b:1::8:808:800:0",
            "64:ff9b:1:a00:0:100::",
            "2001:0:808:808::f7f7:f7f7",
            "fd00:ec2::253",
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
            "100.100.100.200",
            "168.63.129.16",
            "192.0.0.192",
            "::ffff:168.63.129.16",
            "64:ff9b::100.100.100.200",
            "fd00:ec2::254",
            "fd20:ce::254",
            "fd00:c1::a9fe:a9fe",
            "::ffff:0:a9fe:a9fe",
            "::ffff:0:0:0",
            "64:ff9b:1::",
            "64:ff9b:1::224.0.0.1",
            // Teredo.
            "2001::5601:5601",
        ] {
            assert_eq!(zone(address), None, "{address}");
        }
    }

    /// The IPv6 address that embeds `address` after a prefix of this length.
    fn embedded(prefix: &str, bits: usize, address: &str) -> Ipv6Addr {
        let mut octets = prefix.parse::<Ipv6Addr>().unwrap().octets();
        let indices = (bits / 8..16).filter(|index| *index != 8);
        for (index, octet) in indices.zip(address.parse::<Ipv4Addr>().unwrap().octets()) {
            octets[index] = octet;
        }
        octets.into()
    }

    #[test]
    fn an_embedded_address_is_found_at_every_prefix_length() {
        assert_eq!(embedded("2001:db8:122:344::", 64, "192.0.2.33").to_string(), "2001:db8:122:344:c0:2:2100:0");
        for metadata in METADATA_V4 {
            for bits in [32, 40, 48, 56, 64, 96] {
                let address = embedded("2a00:1:2:3::", bits, &metadata.to_string());
                assert_eq!(Zone::of(address.into()), None, "{address}");
            }
        }
        for bits in [48, 56, 64, 96] {
            let local = |inside| Zone::of(embedded("64:ff9b:1::", bits, inside).into());
            assert_eq!(local("169.254.1.2"), None, "{bits}");
            assert_eq!(local("169.254.169.254"), None, "{bits}");
            assert_eq!(local("127.0.0.1"), Some(Zone::Loopback), "{bits}");
            assert_eq!(local("8.8.8.8"), Some(Zone::Private), "{bits}");
        }
        // Not all required bits are zero.
        assert_eq!(zone("64:ff9b:1:a9fe:1:200::1"), None);
    }

    #[test]
    fn a_translated_peer_has_the_zone_of_its_embedded_address() {
        let from = |address: &str| Zone::of_peer(address.parse().unwrap());
        for bits in [48, 56, 64, 96] {
            let peer = |inside| Zone::of_peer(embedded("64:ff9b:1::", bits, inside).into());
            assert_eq!(peer("8.8.8.8"), Zone::Public, "{bits}");
            assert_eq!(peer("10.0.0.0"), Zone::Private, "{bits}");
            assert_eq!(peer("127.0.0.0"), Zone::Private, "{bits}");
        }
        for (address, zone) in [
            ("2001:0:a00:1::f7f7:f7f7", Zone::Public),
            ("2001::f5ff:fffe", Zone::Private),
            ("2002:808:808::1", Zone::Public),
            ("2002:a00:1::1", Zone::Private),
            ("2002:7f00:1::1", Zone::Private),
            ("::ffff:0:8.8.8.8", Zone::Public),
            ("::8.8.8.8", Zone::Public),
            ("64:ff9b::8.8.8.8", Zone::Public),
            ("64:ff9b::127.0.0.1", Zone::Private),
            ("::ffff:127.0.0.1", Zone::Loopback),
            ("::ffff:10.0.0.1", Zone::Private),
            ("::ffff:8.8.8.8", Zone::Public),
            ("127.0.0.1", Zone::Loopback),
            ("::1", Zone::Loopback),
            ("fd00:ec2::254", Zone::Private),
            ("169.254.169.254", Zone::Private),
        ] {
            assert_eq!(from(address), zone, "{address}");
        }
    }
}
