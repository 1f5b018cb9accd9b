//! The public page: what this is and what can be done.

words! {
    title: "ICP licenses for your websites", "网站 ICP 备案";
    lead: "In mainland China a website may be served only by a provider that has an access record for it. Here you file licenses, add and cancel access, and share your servers’ public IPs for filings.",
        "在中国大陆，网站只能由为其办理了接入备案的接入商提供服务。您可以在这里办理备案、新增和取消接入，并授权他人使用您服务器的公网 IP 办理备案。";
    to_console: "Go to the console", "进入控制台";
    cancel_title: "Cancel access", "取消接入";
    cancel_text: "A website no longer uses this provider’s servers. End its access here; its license numbers stay.",
        "网站不再使用本接入商的服务器时，可取消接入，备案号保留。";
    codes_title: "Authorization codes", "备案授权码";
    codes_text: "Let another account file a website on your server. Each code lends the server’s public IP to one website.",
        "允许其他账号在您的服务器上备案网站。每个授权码可供一个网站使用该服务器的公网 IP。";
    file_title: "File a license", "办理备案";
    file_text: "Apply for a first license, or add this provider to a website that has a license number.",
        "办理首次备案，或为已有备案号的网站新增接入。";
    how: "Step by step", "查看步骤";
    start: "Start", "开始办理";
    how_it_works: "How it works", "办理流程";
    step_apply: "You fill in an application. Everything that is missing is listed at once.", "您填写申请，缺少的内容会一次性列出。";
    step_review: "The provider reviews it and shows by when it decides.", "接入商初审，并告知作出决定的时间。";
    step_authority: "The competent authority decides within 20 working days.", "通信管理局在 20 个工作日内审核。";
    step_result: "You are told every result here and by email.", "每一步结果都会在这里和邮件中通知您。";
}
