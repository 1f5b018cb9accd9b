use serde::{Deserialize, Serialize};

/// S23, S25: a number of codes that cannot be issued. Nothing is issued then.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum QuotaRefused {
    /// Less than one was asked for, or no number at all.
    NotANumberOfCodes { remaining: u32 },
    /// More than what is left.
    MoreThanRemaining { remaining: u32 },
}

/// What is left of `quota` when `counted` codes count against it (S23).
#[must_use]
pub const fn remaining(quota: u32, counted: u32) -> u32 {
    quota.saturating_sub(counted)
}

/// S23, S25: all of `wanted` codes fit into the quota, or none is issued.
///
/// # Errors
/// [`QuotaRefused`] with what is left.
pub const fn check_quota(quota: u32, counted: u32, wanted: u32) -> Result<(), QuotaRefused> {
    let remaining = remaining(quota, counted);
    if wanted == 0 && remaining > 0 {
        Err(QuotaRefused::NotANumberOfCodes { remaining })
    } else if wanted == 0 || wanted > remaining {
        Err(QuotaRefused::MoreThanRemaining { remaining })
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn s23_the_sixth_code_is_refused() {
        assert_eq!(check_quota(5, 4, 1), Ok(()));
        assert_eq!(
            check_quota(5, 5, 1),
            Err(QuotaRefused::MoreThanRemaining { remaining: 0 })
        );
    }

    #[test]
    fn s25_a_request_is_all_or_nothing() {
        assert_eq!(
            check_quota(5, 3, 3),
            Err(QuotaRefused::MoreThanRemaining { remaining: 2 })
        );
        assert_eq!(check_quota(5, 3, 2), Ok(()));
        assert_eq!(
            check_quota(5, 2, 0),
            Err(QuotaRefused::NotANumberOfCodes { remaining: 3 })
        );
        assert_eq!(
            check_quota(5, 5, 0),
            Err(QuotaRefused::MoreThanRemaining { remaining: 0 })
        );
    }
}
