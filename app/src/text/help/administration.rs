use super::{HelpArticle, HelpBlock, Writer};
use crate::language::Language;
use crate::text::{channel, role};
use shared::role::Role;
use shared::wire::authority_channel::ChannelState;

/// For administrators.
pub(super) fn article(language: Language) -> HelpArticle {
    let w = Writer(language);
    HelpArticle {
        intro: w.say(
            "Administrators operate the system and take no review decisions. What belongs to the machine itself is done on the server with license-server; license-server --help lists its commands.",
            "系统管理员维护系统运行，不参与审核。服务器上的操作使用 license-server 命令，可用 license-server --help 查看。",
        ),
        sections: vec![
            w.section("Accounts and roles", "账号与角色", vec![
                HelpBlock::Terms(
                    Role::ALL
                        .map(|each| {
                            (
                                role::name(language, each).to_owned(),
                                role::purpose(language, each).to_owned(),
                            )
                        })
                        .to_vec(),
                ),
                w.points([
                    (
                        "Accounts creates them and changes their roles. A new role counts from the next page on.",
                        "在“账号管理”中创建账号、更改角色。角色变更在打开下一页时生效。",
                    ),
                    (
                        "A new administrator is proposed by one administrator and confirmed by another within 7 days.",
                        "新的系统管理员须由一位系统管理员提议，另一位在 7 天内确认。",
                    ),
                    (
                        "Block logs an account out everywhere until it is unblocked; the reason is mailed to it. Reset password shows a new password once.",
                        "“停用”使账号在所有设备上退出登录，直至恢复，原因会以邮件告知本人。“重置密码”后新密码仅显示一次。",
                    ),
                ]),
            ]),
            w.section("The channel to the authority", "管局接口", vec![
                HelpBlock::Terms(
                    ChannelState::ALL
                        .iter()
                        .map(|state| {
                            (
                                channel::channel_state(language, *state).to_owned(),
                                channel::channel_state_sentence(language, *state).to_owned(),
                            )
                        })
                        .collect(),
                ),
                w.paragraph(
                    "Files of the authority that could not be processed, or that came twice, are listed with what is wrong; Process again tries once more.",
                    "未能处理或重复下发的管局文件会连同问题一并列出，可点击“重新处理”。",
                ),
            ]),
            w.section("Servers and public IPs", "服务器与公网 IP", vec![
                w.paragraph(
                    "Inventory shows what codes and filings rest on: servers, their terms and their public IPs. It comes from a file (license-server inventory import FILE.csv) or from your own systems through the machine interface.",
                    "“资源”显示授权码和备案所依据的服务器、租期与公网 IP，来自文件（license-server inventory import FILE.csv）或由贵方系统通过接口推送。",
                ),
            ]),
            w.section("Other systems", "其他系统", vec![
                w.points([
                    (
                        "Service Tokens lets another system call the machine interface. A token is shown once; revoking it counts from the next call on.",
                        "“服务令牌”供其他系统调用接口。令牌仅显示一次，吊销后从下一次调用起失效。",
                    ),
                    (
                        "The interface is described at /api/v1/openapi.json.",
                        "接口说明见 /api/v1/openapi.json。",
                    ),
                ]),
            ]),
            w.section("Mails", "邮件", vec![
                w.paragraph(
                    "Outbox lists the mails that were sent, wait, or were given up. license-server doctor checks the settings, the mail server’s too.",
                    "“发件箱”列出已发送、等待发送和已放弃的邮件。license-server doctor 可检查各项设置，包括邮件服务器。",
                ),
            ]),
        ],
    }
}
