//! The own account.

words! {
    lead: "Your password, your language and the devices that are logged in.", "您的密码、语言和已登录的设备。";
    details: "Account", "账号信息";
    name: "Name", "名称";
    role: "Role", "角色";
    change_password: "Change password", "修改密码";
    set_password: "Set a password", "设置密码";
    current_password: "Current password", "当前密码";
    new_password_hint: "At least 10 characters. Other devices are logged out.", "至少 10 个字符。修改后其他设备将退出登录。";
    password_changed: "The password is changed. Other devices were logged out.", "密码已修改，其他设备已退出登录。";
    sessions: "Devices that are logged in", "已登录的设备";
    device: "Device", "设备";
    logged_in_at: "Logged in", "登录时间";
    last_seen_at: "Last seen", "最近使用";
    this_device: "This device", "当前设备";
    unknown_device: "Unknown device", "未知设备";
    log_out_device: "Log out", "退出登录";
    session_revoked: "The device is logged out.", "该设备已退出登录。";
    language_hint: "Pages and emails are in this language.", "页面和邮件使用此语言。";
}
