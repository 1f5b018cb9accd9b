//! IPv4 addresses and the provider's ranges. The authority's interface knows no IPv6
//! (authority protocol, 3.3).

mod range;

use std::net::{Ipv4Addr, Ipv6Addr};

use serde::{Deserialize, Serialize};

use crate::parsed_text::tidy;

pub use range::{Ipv4Range, Ipv4RangeError};

/// The address of one host; never 0.0.0.0, which the authority refuses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Ipv4Host(Ipv4Addr);

/// What is wrong with a text that should be an IPv4 address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum Ipv4HostError {
    #[error("nothing was entered")]
    Empty,
    #[error("it is an IPv6 address; the authority takes IPv4 only")]
    Ipv6Given,
    #[error("it is a range; one address is needed")]
    RangeGiven,
    #[error("an IPv4 address has four numbers from 0 to 255 with dots between")]
    NotAnAddress,
    #[error("0.0.0.0 is not the address of a host")]
    Unspecified,
}

impl Ipv4Host {
    /// Reads an address in dotted form; full-width characters and surrounding spaces are put
    /// right. Leading zeros are refused, because some programs read them as octal.
    ///
    /// # Errors
    /// The first thing that is wrong.
    pub fn parse(input: &str) -> Result<Self, Ipv4HostError> {
        let text = tidy(input).replace('\u{3002}', ".");
        if text.is_empty() {
            return Err(Ipv4HostError::Empty);
        }
        if text.parse::<Ipv6Addr>().is_ok() {
            return Err(Ipv4HostError::Ipv6Given);
        }
        if Ipv4Range::parse(&text).is_ok_and(|range| !range.is_one_address()) {
            return Err(Ipv4HostError::RangeGiven);
        }
        let address = text
            .parse::<Ipv4Addr>()
            .map_err(|_| Ipv4HostError::NotAnAddress)?;
        Self::from_number(u32::from(address))
    }

    /// From the authority's form: the four bytes as one number in network order.
    ///
    /// # Errors
    /// [`Ipv4HostError::Unspecified`] for 0.
    pub fn from_number(number: u32) -> Result<Self, Ipv4HostError> {
        match number {
            0 => Err(Ipv4HostError::Unspecified),
            number => Ok(Self(Ipv4Addr::from(number))),
        }
    }

    /// The authority's form; see [`Ipv4Host::from_number`].
    pub fn number(self) -> u32 {
        u32::from(self.0)
    }

    pub fn address(self) -> Ipv4Addr {
        self.0
    }
}

impl std::fmt::Display for Ipv4Host {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(formatter)
    }
}

impl std::str::FromStr for Ipv4Host {
    type Err = Ipv4HostError;

    fn from_str(input: &str) -> Result<Self, Self::Err> {
        Self::parse(input)
    }
}

impl TryFrom<String> for Ipv4Host {
    type Error = Ipv4HostError;

    fn try_from(input: String) -> Result<Self, Self::Error> {
        Self::parse(&input)
    }
}

impl From<Ipv4Host> for String {
    fn from(host: Ipv4Host) -> Self {
        host.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_those_of_the_authority_protocol() {
        for (text, number) in [
            ("1.2.3.4", 16_909_060),
            ("192.0.2.10", 3_221_225_994),
            ("198.51.100.0", 3_325_256_704),
            ("198.51.100.255", 3_325_256_959),
            ("203.0.113.7", 3_405_803_783),
            ("255.255.255.255", 4_294_967_295),
            ("106.2.76.1", 1_778_535_425),
        ] {
            let host = Ipv4Host::parse(text).unwrap();
            assert_eq!(host.number(), number, "{text}");
            assert_eq!(Ipv4Host::from_number(number), Ok(host));
        }
    }

    #[test]
    fn each_mistake_has_its_own_error() {
        use Ipv4HostError::*;
        for (typed, expected) in [
            (" ", Empty),
            ("2001:db8::1", Ipv6Given),
            ("203.0.113.0/24", RangeGiven),
            ("203.0.113.1-203.0.113.9", RangeGiven),
            ("203.0.113", NotAnAddress),
            ("203.0.113.256", NotAnAddress),
            ("203.0.113.010", NotAnAddress),
            ("example.cn", NotAnAddress),
            ("0.0.0.0", Unspecified),
        ] {
            assert_eq!(Ipv4Host::parse(typed), Err(expected), "{typed}");
        }
        assert_eq!(
            Ipv4Host::parse(" ２０３.0。113.10 ").unwrap().to_string(),
            "203.0.113.10"
        );
    }
}
