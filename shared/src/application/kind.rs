use crate::coded::coded;

coded! {
    /// What an application asks for.
    ApplicationKind {
        /// Neither the entity nor the domain has a number.
        FirstLicense = "first_license",
        /// The website has a number; this provider is added to it.
        NewAccess = "new_access",
        /// The link between the website and this provider ends.
        CancelAccess = "cancel_access",
    }
}

impl ApplicationKind {
    /// Filings are drafted in steps and carry a server's IP; cancellations are not and do not.
    #[must_use]
    pub const fn is_filing(self) -> bool {
        matches!(self, Self::FirstLicense | Self::NewAccess)
    }

    /// Letters that open the application's number, for instance `CA-20261122-0007`.
    #[must_use]
    pub const fn number_prefix(self) -> &'static str {
        match self {
            Self::FirstLicense => "FL",
            Self::NewAccess => "NA",
            Self::CancelAccess => "CA",
        }
    }
}

coded! {
    /// The steps of a filing, in order. Materials and photo come between Website and Check.
    FilingStep {
        Verify = "verify",
        Entity = "entity",
        Website = "website",
        Check = "check",
    }
}

impl FilingStep {
    /// The step after this one.
    #[must_use]
    pub const fn next(self) -> Option<Self> {
        match self {
            Self::Verify => Some(Self::Entity),
            Self::Entity => Some(Self::Website),
            Self::Website => Some(Self::Check),
            Self::Check => None,
        }
    }

    /// The step before this one.
    #[must_use]
    pub const fn previous(self) -> Option<Self> {
        match self {
            Self::Verify => None,
            Self::Entity => Some(Self::Verify),
            Self::Website => Some(Self::Entity),
            Self::Check => Some(Self::Website),
        }
    }
}
