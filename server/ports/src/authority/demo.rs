//! Identifiers of the demo world, shared by whoever loads demo data and by the simulator
//! of the authority, so that both speak of the same records.

use std::net::Ipv4Addr;

/// The provider the demo runs as (`ispId`).
pub const PROVIDER_ID: i64 = 110_000_000_999;
/// Its account at the authority (`userName`).
pub const USER: &str = "demo";
/// The account's password.
pub const PASSWORD: &str = "demo-authority";
/// Another provider of the demo world.
pub const OTHER_PROVIDER_ID: i64 = 110_000_000_888;

/// A website of the demo world with its one domain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DemoWebsite {
    pub name: &'static str,
    pub domain: &'static str,
    /// `Wz_xx/Baxh`
    pub license_number: &'static str,
    /// `Wzid`
    pub website_authority_id: i64,
    /// `Ymid`
    pub domain_authority_id: i64,
    /// `Jrid` of the first access.
    pub access_authority_id: i64,
    /// `Ipid` of the first access.
    pub ip_authority_id: i64,
    /// The address the first access reports.
    pub address: Ipv4Addr,
}

/// An entity of the demo world.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DemoEntity {
    pub name: &'static str,
    /// `Zt_xx/Baxh`
    pub license_number: &'static str,
    pub license_password: &'static str,
    /// `Ztid`
    pub entity_authority_id: i64,
    /// `Zjhm`, a business licence (`Zjlx` 1).
    pub certificate_number: &'static str,
}

/// Entity of the demo holder; both websites have an access of the demo provider.
pub const HOLDER: DemoEntity = DemoEntity {
    name: "Example Trading Co., Ltd.",
    license_number: "京ICP备20260001号",
    license_password: "Lic-Pass-1",
    entity_authority_id: 110_000_777_001,
    certificate_number: "110100000000001",
};

/// First website of [`HOLDER`].
pub const SHOP: DemoWebsite = DemoWebsite {
    name: "Example Shop",
    domain: "example-shop.cn",
    license_number: "京ICP备20260001号-1",
    website_authority_id: 110_000_888_001,
    domain_authority_id: 110_000_999_001,
    access_authority_id: 110_000_123_001,
    ip_authority_id: 110_000_666_001,
    address: Ipv4Addr::new(203, 0, 113, 10),
};

/// Second website of [`HOLDER`], which another provider serves as well.
pub const BLOG: DemoWebsite = DemoWebsite {
    name: "Example Blog",
    domain: "example-blog.cn",
    license_number: "京ICP备20260001号-2",
    website_authority_id: 110_000_888_002,
    domain_authority_id: 110_000_999_002,
    access_authority_id: 110_000_123_002,
    ip_authority_id: 110_000_666_002,
    address: Ipv4Addr::new(203, 0, 113, 11),
};

/// `Jrid` of the other provider's access to [`BLOG`].
pub const BLOG_OTHER_ACCESS_ID: i64 = 110_000_123_003;
/// `Ipid` of the other provider's access to [`BLOG`].
pub const BLOG_OTHER_IP_ID: i64 = 110_000_666_003;
/// The address the other provider reports for [`BLOG`].
pub const BLOG_OTHER_ADDRESS: Ipv4Addr = Ipv4Addr::new(198, 51, 100, 20);

/// An entity that is filed with another provider only, for *new access*.
pub const PARTNER: DemoEntity = DemoEntity {
    name: "Partner Studio",
    license_number: "京ICP备20260002号",
    license_password: "Lic-Pass-2",
    entity_authority_id: 110_000_777_002,
    certificate_number: "110100000000002",
};

/// The website of [`PARTNER`]; its access belongs to [`OTHER_PROVIDER_ID`].
pub const PARTNER_SITE: DemoWebsite = DemoWebsite {
    name: "Partner Studio",
    domain: "partner-site.cn",
    license_number: "京ICP备20260002号-1",
    website_authority_id: 110_000_888_003,
    domain_authority_id: 110_000_999_003,
    access_authority_id: 110_000_123_004,
    ip_authority_id: 110_000_666_004,
    address: Ipv4Addr::new(198, 51, 100, 30),
};
