//! Words that several pages share. The English ones are accessible names that outside
//! checks rely on; the Chinese ones are the official terms.

words! {
    /// The product's name in the header and in page titles.
    license_system: "License System", "备案系统";
    /// The link at the upper right of every public page (S7).
    license: "License", "备案";
    log_in: "Log in", "登录";
    log_out: "Log out", "退出登录";
    email: "Email", "邮箱";
    password: "Password", "密码";
    /// Beside the link to the log-in page, when a session has ended while a form was filled in.
    typed_is_kept: "What you typed is kept for after that, passwords excepted.",
        "登录后仍可看到您填写的内容（密码除外）。";
    /// A button that stays pressed while the password is shown.
    show_password: "Show password", "显示密码";
    /// Asked before a page is left with a form that was filled in and not sent.
    leave_unsaved: "Leave this page? What you typed has not been sent and will be lost.",
        "确定离开此页面吗？您填写的内容尚未提交，离开后将丢失。";
    /// After the number of messages.
    unread: "unread", "条未读";

    cancel_access: "Cancel Access", "取消接入";
    /// Confirms the pop-up (S10, S26).
    ok: "OK", "确定";
    /// Leaves the pop-up without a trace (S10).
    give_up: "Give Up", "放弃";
    license_password: "License password", "备案密码";
    retrieve_license_password: "Ways to Retrieve License Password", "找回备案密码的方式";

    next: "Next", "下一步";
    back: "Back", "上一步";
    submit: "Submit", "提交";
    save: "Save", "保存";
    withdraw: "Withdraw", "撤回";
    abandon: "Abandon", "放弃备案";
    modify_and_submit: "Modify and Submit", "修改并提交";
    verify: "Verify", "验证";
    first_license: "First license", "首次备案";
    new_access: "New access", "新增接入";
    server_of_this_account: "Server of this account", "本账号的服务器";
    authorization_code: "Authorization code", "备案授权码";

    apply_for_authorization_code: "Apply for Authorization Code", "申请备案授权码";
    manage_authorization_code: "Manage Authorization Code", "管理备案授权码";
    apply: "Apply", "申请";
    view: "View", "查看";
    copy: "Copy", "复制";
    copied: "Copied", "已复制";
    copy_failed: "Copying failed. Select the text and copy it.", "复制失败，请选中文字后复制。";

    /// Code status (S31).
    unused: "Unused", "未使用";
    /// Code status (S32a).
    licensing: "Licensing", "备案中";
    /// Code status (S33).
    used: "Used", "已使用";
    /// Code status (S34).
    invalid: "Invalid", "无效";

    approve: "Approve", "通过";
    reject: "Reject", "驳回";
    reason: "Reason", "原因";
    more: "More", "更多";
    close: "Close", "关闭";
    search: "Search", "搜索";
    /// Unfolds what narrows a list, on a phone.
    filter: "Filter", "筛选";
    actions: "Actions", "操作";
    status: "Status", "状态";
    none: "None", "无";
    yes: "Yes", "是";
    no: "No", "否";
    optional: "optional", "选填";
    loading: "Loading", "正在加载";
    newer: "Newer", "较新";
    older: "Older", "较早";
    pages: "Pages", "分页";
    /// Name of the trail of links above a page's title.
    breadcrumbs: "You are here", "当前位置";
    check_these_fields: "Please check what you entered", "请检查填写的内容";
    overdue: "Overdue", "已逾期";
    /// Before a time: "Today, 24:00".
    today: "Today", "今天";
    /// A due date that rests on a year whose holidays are not published yet.
    provisional: "provisional", "暂定";

    menu: "Menu", "菜单";
    main_menu: "Main menu", "主菜单";
    account_menu: "Account", "账号";
    skip_to_content: "Skip to content", "跳到正文";
    language: "Language", "语言";
    appearance: "Appearance", "外观";
    appearance_system: "System", "跟随系统";
    appearance_light: "Light", "浅色";
    appearance_dark: "Dark", "深色";

    my_licenses: "My Licenses", "我的备案";
    license_applications: "License Applications", "备案申请";
    messages: "Messages", "消息";
    help_center: "Help Center", "帮助中心";
    my_account: "My account", "我的账号";
    review_queue: "Review Queue", "待审核";
    authorization_codes: "Authorization Codes", "备案授权码";
    dashboard: "Dashboard", "统计";
    audit_trail: "Audit Trail", "审计记录";
    working_calendar: "Working Calendar", "工作日历";
    accounts: "Accounts", "账号管理";
    service_tokens: "Service Tokens", "服务令牌";
    inventory: "Inventory", "资源";
    authority_channel: "Authority Channel", "管局接口";
    outbox: "Outbox", "发件箱";

    reveal: "Reveal", "显示";
    /// Said where personal data can be revealed (the role table's RevealPersonalData).
    reveal_is_recorded: "Revealing is recorded in the audit trail.", "查看明文会记入审计记录。";
}
