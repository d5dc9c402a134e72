use std::net::{Ipv4Addr, Ipv6Addr};

/// The IPv4 address that an IPv6 address embeds, by its prefix. Several addresses if the length of the prefix is unknown.
pub(super) struct EmbeddedAddress {
    pub(super) addresses: [Option<Ipv4Addr>; 4],
    /// True if the IPv6 address may be reachable from everywhere.
    pub(super) may_be_public: bool,
    /// True for an IPv4-mapped address: both addresses name the same host.
    pub(super) is_mapped: bool,
}

impl EmbeddedAddress {
    pub(super) fn of(address: Ipv6Addr) -> Option<EmbeddedAddress> {
        let [a, b, c, d, e, f, g, h] = address.segments();
        let one = |[high, low]: [u16; 2], may_be_public| {
            let embedded = Ipv4Addr::from_bits(u32::from(high) << 16 | u32::from(low));
            Some(EmbeddedAddress { addresses: [Some(embedded), None, None, None], may_be_public, is_mapped: false })
        };
        match [a, b, c, d, e, f] {
            // IPv4-mapped (RFC 4291 section 2.5.5.2).
            [0, 0, 0, 0, 0, 0xffff] => {
                one([g, h], true).map(|embedded| EmbeddedAddress { is_mapped: true, ..embedded })
            }
            // IPv4-translated (RFC 2765 section 2.1).
            [0, 0, 0, 0, 0xffff, 0] => one([g, h], false),
            // NAT64's well-known prefix (RFC 6052 section 2.1).
            [0x64, 0xff9b, 0, 0, 0, 0] => one([g, h], true),
            // Locally used NAT64 (RFC 8215), with prefixes of /48, /56, /64 and /96.
            [0x64, 0xff9b, 1, ..] => {
                let found = embedded_at_each_length(address);
                let link_local = found.iter().find(|(embedded, _)| embedded.is_link_local());
                let addresses = match link_local {
                    // A link-local address counts at any prefix length.
                    Some((embedded, _)) => [Some(*embedded), None, None, None],
                    None => [2, 3, 4, 5].map(|length| found[length].1.then_some(found[length].0)),
                };
                Some(EmbeddedAddress { addresses, may_be_public: false, is_mapped: false })
            }
            // 6to4 (RFC 3056 section 2).
            [0x2002, ..] => one([b, c], true),
            // Teredo (RFC 4380 section 4): the client's address with inverted bits.
            [0x2001, 0, ..] => one([!g, !h], false),
            // IPv4-compatible (RFC 4291 section 2.5.5.1), deprecated.
            [0, 0, 0, 0, 0, 0] if g != 0 => one([g, h], false),
            _ => None,
        }
    }
}

/// The IPv4 address that an IPv6 address embeds at each prefix length of
/// [RFC 6052 section 2.2](https://www.rfc-editor.org/rfc/rfc6052#section-2.2): 32, 40, 48, 56, 64 and 96 bits. Each with
/// true if the bits are zero that the RFC requires to be zero.
pub(super) fn embedded_at_each_length(address: Ipv6Addr) -> [(Ipv4Addr, bool); 6] {
    let octets = address.octets();
    [[4, 5, 6, 7], [5, 6, 7, 9], [6, 7, 9, 10], [7, 9, 10, 11], [9, 10, 11, 12], [12, 13, 14, 15]].map(|indices| {
        let is_zero = |octet: &u8| *octet == 0;
        let has_zeros = octets[8] == 0 && octets[indices[3].max(8) + 1..].iter().all(is_zero);
        (Ipv4Addr::from(indices.map(|index| octets[index])), has_zeros)
    })
}
