use crate::protocol::addresses::Zone;
use crate::protocol::errors::{parsed_by_name, vocabulary};

vocabulary! {
    /// How public the address of a response is.
    AddressZone {
        /// This machine.
        Loopback = "loopback",
        /// A private network.
        Private = "private",
        /// Reachable from everywhere.
        Public = "public",
    }
}

parsed_by_name!(AddressZone, "zone");

impl From<Zone> for AddressZone {
    fn from(zone: Zone) -> AddressZone {
        match zone {
            Zone::Loopback => AddressZone::Loopback,
            Zone::Private => AddressZone::Private,
            Zone::Public => AddressZone::Public,
        }
    }
}

impl From<AddressZone> for Zone {
    fn from(zone: AddressZone) -> Zone {
        match zone {
            AddressZone::Loopback => Zone::Loopback,
            AddressZone::Private => Zone::Private,
            AddressZone::Public => Zone::Public,
        }
    }
}
