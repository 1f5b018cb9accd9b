//! The messages page.

words! {
    lead: "What happened to your applications, websites and codes. The same goes to you by email; for codes as you choose in My account.",
        "您的申请、网站和授权码的最新动态，同时会以邮件通知您；授权码的邮件可在“我的账号”中设置。";
    mark_all_read: "Mark all as read", "全部标为已读";
    mark_read: "Mark as read", "标为已读";
    unread: "Unread", "未读";
    all: "All", "全部";
    which: "Which messages", "筛选消息";
    nothing_unread: "Nothing unread", "没有未读消息";
    nothing_unread_hint: "You have read everything.", "所有消息都已读。";
    read: "Read", "已读";
    no_messages: "No messages yet", "暂无消息";
    no_messages_hint: "You are told here whenever something happens to your applications.", "您的申请有进展时，会在这里通知您。";
}
