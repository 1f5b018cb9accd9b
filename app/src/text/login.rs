//! The log-in page (S8): a choice of ways, and what each asks for.

use crate::language::Language;

words! {
    /// The page's title.
    title: "Log in to the License System", "登录备案系统";
    choose_way: "Choose a way to log in", "请选择登录方式";
    with_password: "With password", "密码登录";
    with_password_hint: "Email and password of your account.", "使用账号的邮箱和密码登录。";
    with_code: "With a code by email", "邮箱验证码登录";
    with_code_hint: "We send a code to your email. You need no password.", "我们会向您的邮箱发送验证码，无需密码。";
    /// The button that asks for a code.
    send_code: "Send code", "发送验证码";
    /// Said whether or not the account exists, so that nobody can find out who has one.
    code_sent: "If there is an account with this email, a code is on its way. Enter it below.",
        "如果该邮箱已开通账号，验证码已发出。请在下方填写。";
    code_not_arrived: "Nothing has arrived? Look in the spam folder, or ask for a new code. Only the newest code works.",
        "没有收到？请查看垃圾邮件，或重新获取。只有最新的验证码有效。";
    another_code: "Ask for a new code or use another email", "重新获取验证码或换一个邮箱";
    /// Why this page is shown in place of the one that was asked for.
    log_in_first: "Log in to see this page. After that it opens by itself.", "请先登录，登录后会自动打开该页面。";
    logged_out: "You are logged out.", "您已退出登录。";
    forgot_password: "Forgot password?", "忘记密码？";
    forgot_title: "Choose a new password", "重设密码";
    forgot_lead: "We send a code to your email. With it you choose a new password.", "我们会向您的邮箱发送验证码，凭验证码即可设置新密码。";
    new_password_hint: "At least 12 characters that nobody guesses. All devices that are logged in now are logged out.",
        "至少 12 个字符，且不易被猜到。设置后，当前已登录的设备都将退出登录。";
    set_new_password: "Change password and log in", "修改密码并登录";
    back_to_log_in: "Back to log-in", "返回登录";
    another_password_code: "Ask for a new code or use another email", "重新获取验证码或换一个邮箱";
    no_account: "No account yet?", "还没有账号？";
    demo_accounts: "Demo accounts", "演示账号";
    demo_note: "This is a demonstration. Nothing here is reported to a real authority.",
        "当前为演示环境，所有数据都不会上报真实的通信管理局。";
}

/// What to do without an account.
#[must_use]
pub fn no_account_help(language: Language, provider: &str) -> String {
    sentence!(
        language,
        "Accounts belong to customers of {provider} and are opened by its license help. Write or call:",
        "账号面向 {provider} 的客户，由其备案客服开通，请联系："
    )
}

/// The button beside a demo account. It is not called “Log in”: that is the form's.
#[must_use]
pub fn use_account(language: Language, email: &str) -> String {
    match language {
        Language::English => format!("Use {email}"),
        Language::Chinese => format!("使用 {email}"),
    }
}
