use crate::coded::coded;

coded! {
    /// Reasons offered until the authority's own table (`Zxly`) has been downloaded.
    BuiltInReason {
        MovedToAnotherProvider = "moved_to_another_provider",
        WebsiteClosed = "website_closed",
        ServerReleased = "server_released",
        Other = "other",
    }
}

impl BuiltInReason {
    /// The reason that an entry of the authority's table stands for, so that readers of
    /// English understand it too. Entries in other words stay as they are.
    #[must_use]
    pub fn from_authority_text(text: &str) -> Option<Self> {
        match text.trim() {
            "变更接入服务商" | "变更接入商" | "更换接入商" => {
                Some(Self::MovedToAnotherProvider)
            }
            "网站关闭" | "网站已关闭" | "网站停办" => Some(Self::WebsiteClosed),
            "服务器已释放" | "服务器释放" | "服务器到期" => {
                Some(Self::ServerReleased)
            }
            "其他" | "其它" => Some(Self::Other),
            _ => None,
        }
    }
}

/// The built-in reasons with the numbers reported for them; a setting can change those,
/// because no public source lists the authority's table.
pub const DEFAULT_REASONS: [(i32, BuiltInReason); 4] = [
    (1, BuiltInReason::MovedToAnotherProvider),
    (2, BuiltInReason::WebsiteClosed),
    (3, BuiltInReason::ServerReleased),
    (4, BuiltInReason::Other),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_entries_of_the_authoritys_table_are_understood() {
        assert_eq!(
            BuiltInReason::from_authority_text("网站关闭"),
            Some(BuiltInReason::WebsiteClosed)
        );
        assert_eq!(BuiltInReason::from_authority_text("机房搬迁"), None);
    }
}
