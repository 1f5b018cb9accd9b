//! The second-level endings of `.cn`, which people type in place of a domain.

/// Categories, and the two letters of each of the 34 provincial regions (CNNIC).
const BELOW_CN: &[&str] = &[
    "ac", "com", "edu", "gov", "mil", "net", "org", //
    "ah", "bj", "cq", "fj", "gd", "gs", "gx", "gz", "ha", "hb", "he", "hi", "hk", "hl", "hn", "jl",
    "js", "jx", "ln", "mo", "nm", "nx", "qh", "sc", "sd", "sh", "sn", "sx", "tj", "tw", "xj", "xz",
    "yn", "zj",
];

/// Whether domains are registered below that name, so that it cannot be one itself.
pub(super) fn is_public_suffix(host: &str) -> bool {
    host.strip_suffix(".cn")
        .is_some_and(|rest| BELOW_CN.contains(&rest))
}
