use super::zone::Zone;
use std::net::{Ipv4Addr, Ipv6Addr};

/// The IPv4 address that an IPv6 address has inside, where its prefix says so; several where the prefix leaves open which.
pub(super) struct Inside {
    pub(super) addresses: [Option<Ipv4Addr>; 4],
    /// How public the whole address is at most.
    pub(super) limit: Zone,
    /// Whether both addresses are one and the same place.
    pub(super) is_mapped: bool,
}

impl Inside {
    pub(super) fn of(address: Ipv6Addr) -> Option<Inside> {
        let [a, b, c, d, e, f, g, h] = address.segments();
        let one = |[high, low]: [u16; 2], limit| {
            let inside = Ipv4Addr::from_bits(u32::from(high) << 16 | u32::from(low));
            Some(Inside { addresses: [Some(inside), None, None, None], limit, is_mapped: false })
        };
        match [a, b, c, d, e, f] {
            // IPv4-mapped (RFC 4291 section 2.5.5.2).
            [0, 0, 0, 0, 0, 0xffff] => one([g, h], Zone::Public).map(|inside| Inside { is_mapped: true, ..inside }),
            // IPv4-translated (RFC 2765 section 2.1).
            [0, 0, 0, 0, 0xffff, 0] => one([g, h], Zone::Private),
            // NAT64's well-known prefix (RFC 6052 section 2.1).
            [0x64, 0xff9b, 0, 0, 0, 0] => one([g, h], Zone::Public),
            // Locally used NAT64 (RFC 8215), with prefixes of /48, /56, /64 and /96.
            [0x64, 0xff9b, 1, ..] => {
                let found = embeddings(address);
                let link_local = found.iter().find(|(inside, _)| inside.is_link_local());
                let addresses = match link_local {
                    // It counts wherever it may be read.
                    Some((inside, _)) => [Some(*inside), None, None, None],
                    None => [2, 3, 4, 5].map(|at| found[at].1.then_some(found[at].0)),
                };
                Some(Inside { addresses, limit: Zone::Private, is_mapped: false })
            }
            // 6to4 (RFC 3056 section 2).
            [0x2002, ..] => one([b, c], Zone::Public),
            // Teredo (RFC 4380 section 4): the client's address, its bits turned.
            [0x2001, 0, ..] => one([!g, !h], Zone::Private),
            // IPv4-compatible (RFC 4291 section 2.5.5.1), long deprecated.
            [0, 0, 0, 0, 0, 0] if g != 0 => one([g, h], Zone::Private),
            _ => None,
        }
    }
}

/// The IPv4 addresses that an IPv6 address has inside if it is one of
/// [RFC 6052 section 2.2](https://www.rfc-editor.org/rfc/rfc6052#section-2.2) with a prefix of 32, 40, 48, 56, 64 or 96
/// bits, and whether the bits that must be zero are.
pub(super) fn embeddings(address: Ipv6Addr) -> [(Ipv4Addr, bool); 6] {
    let octets = address.octets();
    [[4, 5, 6, 7], [5, 6, 7, 9], [6, 7, 9, 10], [7, 9, 10, 11], [9, 10, 11, 12], [12, 13, 14, 15]].map(|places| {
        let is_zero = |octet: &u8| *octet == 0;
        let is_whole = octets[8] == 0 && octets[places[3].max(8) + 1..].iter().all(is_zero);
        (Ipv4Addr::from(places.map(|place| octets[place])), is_whole)
    })
}
