use super::HoldReason;
use crate::cloud_server::Ineligibility;
use serde::{Deserialize, Serialize};

/// What a [`HoldReason`] stands for in one case, as the holder is told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HoldCause {
    ///
    ServerNotEligible {
        server_name: String,
        failed: Vec<Ineligibility>,
    },
    /// not the public IP that was submitted.
    OtherPublicIp {
        server_name: String,
        public_ip: String,
    },
    /// With the words of whoever disabled it.
    CodeDisabled { words: String },
}

impl HoldCause {
    /// What the application is flagged with.
    #[must_use]
    pub const fn reason(&self) -> HoldReason {
        match self {
            Self::ServerNotEligible { .. } | Self::OtherPublicIp { .. } => HoldReason::ServerGone,
            Self::CodeDisabled { .. } => HoldReason::CodeDisabled,
        }
    }

    /// What somebody wrote about it.
    #[must_use]
    pub fn words(&self) -> &str {
        match self {
            Self::CodeDisabled { words } => words,
            Self::ServerNotEligible { .. } | Self::OtherPublicIp { .. } => "",
        }
    }

    /// A sentence in English and in Chinese. Messages and mails say the same, so it stands
    /// beside the cause.
    #[must_use]
    pub fn sentences(&self) -> (String, String) {
        match self {
            Self::ServerNotEligible {
                server_name,
                failed,
            } => {
                let (english, chinese): (Vec<_>, Vec<_>) =
                    failed.iter().map(|failed| failed.labels()).unzip();
                (
                    format!(
                        "Its server {server_name} no longer meets the conditions: {}.",
                        english.join("; ")
                    ),
                    format!(
                        "所用服务器 {server_name} 已不符合条件：{}。",
                        chinese.join("；")
                    ),
                )
            }
            Self::OtherPublicIp {
                server_name,
                public_ip,
            } => (
                format!("Its server {server_name} now has another public IP, {public_ip}."),
                format!("所用服务器 {server_name} 的公网 IP 已变更为 {public_ip}。"),
            ),
            Self::CodeDisabled { words } => (
                format!(
                    "Its authorization code was disabled by the provider’s staff. Reason: {words}"
                ),
                format!("所用的备案授权码已被接入商停用，原因：{words}"),
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_names_every_condition_that_is_not_met() {
        let cause = HoldCause::ServerNotEligible {
            server_name: "vm-1".to_owned(),
            failed: vec![Ineligibility::NotUsable, Ineligibility::NoPublicIp],
        };
        let (english, chinese) = cause.sentences();
        assert_eq!(
            english,
            "Its server vm-1 no longer meets the conditions: it is expired, refunded or frozen; no public IP is bound to it."
        );
        assert_eq!(
            chinese,
            "所用服务器 vm-1 已不符合条件：已到期、已退款或被冻结；未绑定公网 IP。"
        );
        assert_eq!(cause.reason(), HoldReason::ServerGone);
    }

    #[test]
    fn words_of_staff_are_passed_on() {
        let words = "resold".to_owned();
        let cause = HoldCause::CodeDisabled { words };
        let (english, chinese) = cause.sentences();
        assert!(english.contains("resold") && chinese.contains("resold"));
        assert_eq!(cause.words(), "resold");
    }
}
