use crate::coded::coded;
use serde::{Deserialize, Serialize};

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

/// Policy `cancel.reasons`: the numbers reported for the built-in reasons. A setting, because
/// no public source lists the authority's table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ReasonNumbers {
    pub moved_to_another_provider: i32,
    pub website_closed: i32,
    pub server_released: i32,
    pub other: i32,
}

impl Default for ReasonNumbers {
    fn default() -> Self {
        Self {
            moved_to_another_provider: 1,
            website_closed: 2,
            server_released: 3,
            other: 4,
        }
    }
}

impl ReasonNumbers {
    /// The built-in reasons with their numbers, in the order in which they are offered.
    #[must_use]
    pub const fn offered(self) -> [(i32, BuiltInReason); 4] {
        [
            (
                self.moved_to_another_provider,
                BuiltInReason::MovedToAnotherProvider,
            ),
            (self.website_closed, BuiltInReason::WebsiteClosed),
            (self.server_released, BuiltInReason::ServerReleased),
            (self.other, BuiltInReason::Other),
        ]
    }
}

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
