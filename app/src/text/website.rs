//! One website: what is on record.

words! {
    on_record: "On record", "登记信息";
    domains: "Domains", "域名";
    points_elsewhere: "The domain points elsewhere", "域名已解析到其他地址";
    cannot_cancel: "The access cannot be canceled now", "目前不能取消接入";
    other_access: "Access at other providers", "其他接入商的接入";
    other_access_known: "Known", "有";
}
