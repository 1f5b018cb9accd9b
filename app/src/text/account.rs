//! The own account.

use crate::language::Language;

words! {
    lead: "Your password, your language and the devices that are logged in.", "您的密码、语言和已登录的设备。";
    details: "Account", "账号信息";
    name: "Name", "名称";
    role: "Role", "角色";
    change_password: "Change password", "修改密码";
    set_password: "Set a password", "设置密码";
    current_password: "Current password", "当前密码";
    new_password_hint: "At least 12 characters that nobody guesses. Other devices are logged out.", "至少 12 个字符，且不易被猜到。修改后其他设备将退出登录。";
    password_changed: "The password is changed. Other devices were logged out.", "密码已修改，其他设备已退出登录。";
    sessions: "Devices that are logged in", "已登录的设备";
    device_heading: "Device", "设备";
    logged_in_at: "Logged in", "登录时间";
    last_seen_at: "Last seen", "最近使用";
    this_device: "This device", "当前设备";
    unknown_device: "Unknown device", "未知设备";
    log_out_device: "Log out", "退出登录";
    session_revoked: "The device is logged out.", "该设备已退出登录。";
    mails: "Emails", "邮件";
    mails_about_codes: "Tell me by email when one of my authorization codes is taken, used, returned or made invalid", "我的备案授权码被占用、使用、归还或失效时，通过邮件通知我";
    mails_about_codes_hint: "Messages on the page tell you in any case.", "系统消息始终会通知您。";
    mails_changed: "Your choice of emails is saved.", "邮件设置已保存。";
    language_hint: "Pages and emails are in this language.", "页面和邮件使用此语言。";
}

/// What a browser calls itself, as people know it: `Firefox, Windows`.
#[must_use]
pub fn device(language: Language, user_agent: &str) -> String {
    // The first that fits: most browsers also name those they descend from.
    const BROWSERS: [(&str, &str); 6] = [
        ("Edg", "Edge"),
        ("OPR/", "Opera"),
        ("Firefox/", "Firefox"),
        ("MicroMessenger", "WeChat"),
        ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
    ];
    const SYSTEMS: [(&str, &str); 7] = [
        ("Windows", "Windows"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Mac OS", "macOS"),
        ("Android", "Android"),
        ("HarmonyOS", "HarmonyOS"),
        ("Linux", "Linux"),
    ];
    let named = |names: &[(&str, &'static str)]| {
        names
            .iter()
            .find(|(mark, _)| user_agent.contains(mark))
            .map(|(_, name)| *name)
    };
    match (named(&BROWSERS), named(&SYSTEMS)) {
        (Some(browser), Some(system)) => {
            sentence!(language, "{browser}, {system}", "{browser}，{system}")
        }
        (Some(one), None) | (None, Some(one)) => one.to_owned(),
        (None, None) => unknown_device(language).to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_device_is_called_as_people_know_it() {
        for (user_agent, expected) in [
            (
                "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/130.0 Safari/537.36",
                "Chrome, Linux",
            ),
            (
                "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/130.0 Safari/537.36 Edg/130.0",
                "Edge, Windows",
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1",
                "Safari, iPhone",
            ),
            (
                "Mozilla/5.0 (Linux; Android 15) Gecko/130.0 Firefox/130.0",
                "Firefox, Android",
            ),
            ("curl/8.5.0", "Unknown device"),
            ("", "Unknown device"),
        ] {
            assert_eq!(
                device(Language::English, user_agent),
                expected,
                "{user_agent}"
            );
        }
    }
}
