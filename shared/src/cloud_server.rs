//! A cloud instance of the provider's inventory, and whether it can carry a filing (S21).

mod eligibility;

pub use eligibility::{Ineligibility, check_eligibility};

use crate::coded::coded;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::net::Ipv4Addr;

/// The facts of a server that the rules look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CloudServer {
    pub billing: Billing,
    pub state: ServerState,
    /// In a mainland China region.
    pub mainland: bool,
    /// First day of the term and the day it ends (exclusive), renewals counted; `None`
    /// for billing without a term. Days of Asia/Shanghai.
    pub term: Option<Term>,
    /// The bound public IP (EIP).
    pub public_ip: Option<Ipv4Addr>,
}

/// A paid period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Term {
    pub starts_on: NaiveDate,
    pub ends_on: NaiveDate,
}

coded! {
    /// How the server is paid for (S21 i).
    Billing {
        MonthlyPackage = "monthly_package",
        YearlyPackage = "yearly_package",
        PayAsYouGo = "pay_as_you_go",
        Trial = "trial",
    }
}

impl Billing {
    /// Paid before use, for a term.
    #[must_use]
    pub const fn is_prepaid(self) -> bool {
        matches!(self, Self::MonthlyPackage | Self::YearlyPackage)
    }
}

coded! {
    /// What the inventory says of the server (S21 v).
    ServerState {
        Running = "running",
        Stopped = "stopped",
        Expired = "expired",
        Refunded = "refunded",
        Frozen = "frozen",
    }
}

impl ServerState {
    /// Still the customer's to use.
    #[must_use]
    pub const fn is_usable(self) -> bool {
        matches!(self, Self::Running | Self::Stopped)
    }
}
