//! The record of an access that has ended.

words! {
    add_access_again: "Add access again", "重新办理新增接入";
    again_possible: "The license numbers were not touched. You can add access here again at any time: everything on record is filled in.",
        "备案号不受影响。您可随时在本接入商重新办理新增接入，登记的信息会自动填入。";
    served_again: "The website has access here again.", "该网站已重新在本接入商接入。";
    view_website: "View the website", "查看网站";
    not_licensed: "The license number of the website or of its entity is not valid any more, so access cannot be added.",
        "该网站或其主体的备案号已失效，无法新增接入。";
    server: "Server", "服务器";
    since: "Access since", "接入时间";
    content_and_contacts: "Content and contacts", "内容与联系人";
    nothing_filed: "Not known here: the website was filed through another provider.",
        "本系统没有记录：该网站是通过其他接入商备案的。";
    history: "History", "办理历史";
    began: "Access began", "开始接入";
}
