use std::net::{Ipv4Addr, Ipv6Addr};

use serde::{Deserialize, Serialize};

use super::Ipv4Host;
use crate::parsed_text::{is_dash, tidy_without_spaces};

/// A range of addresses, both ends included: `203.0.113.0/24`, `203.0.113.1-203.0.113.9` or
/// a single address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Ipv4Range {
    first: u32,
    last: u32,
}

/// What is wrong with a text that should be a range of addresses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum Ipv4RangeError {
    #[error("nothing was entered")]
    Empty,
    #[error("it is an IPv6 range; the authority takes IPv4 only")]
    Ipv6Given,
    #[error("an IPv4 address has four numbers from 0 to 255 with dots between")]
    NotAnAddress,
    #[error("after the slash comes a number from 0 to 32")]
    PrefixLength,
    #[error("the address before the slash is not the first of its network")]
    NotTheFirstAddress,
    #[error("the last address is below the first")]
    Reversed,
}

impl Ipv4Range {
    /// Reads a range; spaces and full-width characters are put right.
    ///
    /// # Errors
    /// The first thing that is wrong. `203.0.113.7/24` is refused: it may mean one address
    /// or 256, and a wrong guess would block or admit 255 strangers.
    pub fn parse(input: &str) -> Result<Self, Ipv4RangeError> {
        let text = tidy_without_spaces(input).replace(is_dash, "-");
        if text.is_empty() {
            return Err(Ipv4RangeError::Empty);
        }
        if let Some((network, prefix_length)) = text.split_once('/') {
            return Self::of_network(read_address(network)?, prefix_length);
        }
        let (first, last) = text.split_once('-').unwrap_or((&text, &text));
        let (first, last) = (read_address(first)?, read_address(last)?);
        if first > last {
            return Err(Ipv4RangeError::Reversed);
        }
        Ok(Self { first, last })
    }

    fn of_network(first: u32, prefix_length: &str) -> Result<Self, Ipv4RangeError> {
        let prefix_length = Some(prefix_length)
            .filter(|digits| digits.chars().all(|c| c.is_ascii_digit()))
            .and_then(|digits| digits.parse::<u32>().ok())
            .filter(|length| *length <= 32)
            .ok_or(Ipv4RangeError::PrefixLength)?;
        let host_bits = u32::MAX.checked_shr(prefix_length).unwrap_or(0);
        if first & host_bits != 0 {
            return Err(Ipv4RangeError::NotTheFirstAddress);
        }
        Ok(Self {
            first,
            last: first | host_bits,
        })
    }

    /// Whether that address is one of the range.
    pub fn contains(self, host: Ipv4Host) -> bool {
        (self.first..=self.last).contains(&host.number())
    }

    /// First and last address as the authority's numbers (`Qsip`, `Zzip`).
    pub fn numbers(self) -> (u32, u32) {
        (self.first, self.last)
    }

    /// Whether it holds a single address.
    pub fn is_one_address(self) -> bool {
        self.first == self.last
    }

    /// The prefix length, if the range is exactly one network.
    fn prefix_length(self) -> Option<u32> {
        let host_bits = self.last ^ self.first;
        let is_network = host_bits.trailing_ones() + host_bits.leading_zeros() == u32::BITS;
        (is_network && self.first & host_bits == 0).then(|| host_bits.leading_zeros())
    }
}

fn read_address(text: &str) -> Result<u32, Ipv4RangeError> {
    if text.parse::<Ipv6Addr>().is_ok() {
        return Err(Ipv4RangeError::Ipv6Given);
    }
    text.parse::<Ipv4Addr>()
        .map(u32::from)
        .map_err(|_| Ipv4RangeError::NotAnAddress)
}

impl std::fmt::Display for Ipv4Range {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let first = Ipv4Addr::from(self.first);
        match self.prefix_length() {
            Some(32) => write!(formatter, "{first}"),
            Some(length) => write!(formatter, "{first}/{length}"),
            None => write!(formatter, "{first}-{}", Ipv4Addr::from(self.last)),
        }
    }
}

impl std::str::FromStr for Ipv4Range {
    type Err = Ipv4RangeError;

    fn from_str(input: &str) -> Result<Self, Self::Err> {
        Self::parse(input)
    }
}

impl TryFrom<String> for Ipv4Range {
    type Error = Ipv4RangeError;

    fn try_from(input: String) -> Result<Self, Self::Error> {
        Self::parse(&input)
    }
}

impl From<Ipv4Range> for String {
    fn from(range: Ipv4Range) -> Self {
        range.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_holds_both_its_ends_and_nothing_beyond() {
        for text in ["203.0.113.0/24", "203.0.113.0 — 203.0.113.255"] {
            let range = Ipv4Range::parse(text).unwrap();
            assert_eq!(range.numbers(), (3_405_803_776, 3_405_804_031));
            assert_eq!(range.to_string(), "203.0.113.0/24");
            for (host, inside) in [
                ("203.0.112.255", false),
                ("203.0.113.0", true),
                ("203.0.113.255", true),
                ("203.0.114.0", false),
            ] {
                assert_eq!(
                    range.contains(Ipv4Host::parse(host).unwrap()),
                    inside,
                    "{host}"
                );
            }
        }
        assert!(
            Ipv4Range::parse("0.0.0.0/0")
                .unwrap()
                .contains(Ipv4Host::parse("1.2.3.4").unwrap())
        );
        assert!(Ipv4Range::parse("1.2.3.4/32").unwrap().is_one_address());
    }

    #[test]
    fn each_mistake_has_its_own_error() {
        use Ipv4RangeError::*;
        for (typed, expected) in [
            ("", Empty),
            ("2001:db8::/32", Ipv6Given),
            ("203.0.113/24", NotAnAddress),
            ("203.0.113.0/33", PrefixLength),
            ("203.0.113.0/+8", PrefixLength),
            ("203.0.113.0/", PrefixLength),
            ("203.0.113.7/24", NotTheFirstAddress),
            ("203.0.113.9-203.0.113.1", Reversed),
        ] {
            assert_eq!(Ipv4Range::parse(typed), Err(expected), "{typed}");
        }
    }
}
