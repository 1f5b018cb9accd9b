//! The messages page.

words! {
    lead: "What happened to your applications, websites and codes. The same goes to you by email.",
        "您的申请、网站和授权码的最新动态，同时会以邮件通知您。";
    mark_all_read: "Mark all as read", "全部标为已读";
    mark_read: "Mark as read", "标为已读";
    unread: "Unread", "未读";
    read: "Read", "已读";
    no_messages: "No messages yet", "暂无消息";
    no_messages_hint: "You are told here whenever something happens to your applications.", "您的申请有进展时，会在这里通知您。";
}
