use crate::language::Language;
use crate::text::pick;
use shared::domain_name::DomainNameError;

pub(super) fn domain_name(language: Language, why: DomainNameError) -> String {
    let words = match why {
        DomainNameError::IllegalCharacter(character) => {
            return sentence!(
                language,
                "“{character}” cannot stand in a domain. Use letters, digits, hyphens and dots, such as example.cn.",
                "域名中不能有“{character}”。请使用字母、数字、短横线和点，例如 example.cn。"
            );
        }
        DomainNameError::Empty => (
            "No domain is entered. It looks like example.cn.",
            "未填写域名。域名形如 example.cn。",
        ),
        DomainNameError::SchemeGiven => (
            "This is a web address. Enter the domain only: leave out http:// or https://.",
            "这是网址。请只填写域名，去掉 http:// 或 https://。",
        ),
        DomainNameError::PathGiven => (
            "Enter the domain only: leave out the slash and everything after it.",
            "请只填写域名，去掉斜杠及其后面的内容。",
        ),
        DomainNameError::PortGiven => (
            "Enter the domain only: leave out the colon and the port number.",
            "请只填写域名，去掉冒号和端口号。",
        ),
        DomainNameError::EmailAddressGiven => (
            "This is an email address. Enter the domain of the website, such as example.cn.",
            "这是邮箱地址。请填写网站的域名，例如 example.cn。",
        ),
        DomainNameError::IpAddressGiven => (
            "This is an IP address. Enter the domain of the website, such as example.cn.",
            "这是 IP 地址。请填写网站的域名，例如 example.cn。",
        ),
        DomainNameError::WwwGiven => (
            "Leave out www. at the beginning: example.cn in place of www.example.cn.",
            "请去掉开头的 www.，例如填写 example.cn，而不是 www.example.cn。",
        ),
        DomainNameError::EndingMissing => (
            "The domain has no ending. Add it, such as .cn or .com.",
            "域名缺少后缀，请补上，例如 .cn 或 .com。",
        ),
        DomainNameError::PublicSuffix => (
            "This is only an ending under which domains are registered. Enter the whole domain, such as example.com.cn.",
            "这只是域名后缀。请填写完整的域名，例如 example.com.cn。",
        ),
        DomainNameError::LabelEmpty => (
            "There is a dot too many. Nothing can be missing before, between or after the dots, as in shop.example.cn.",
            "点号多余，或点号之间缺少内容。正确的形式如 shop.example.cn。",
        ),
        DomainNameError::LabelTooLong => (
            "A part between two dots is longer than 63 characters. Check whether the domain is right.",
            "两个点号之间的部分超过 63 个字符，请核对域名。",
        ),
        DomainNameError::HyphenAtEdge => (
            "A part of a domain cannot begin or end with a hyphen. Remove the hyphen beside the dot.",
            "域名的各部分不能以短横线开头或结尾，请去掉点号旁边的短横线。",
        ),
        DomainNameError::NotIdna => (
            "A part of this domain is not a name that can be registered. Enter it as your registrar shows it.",
            "域名中有无法注册的部分。请按域名注册商显示的形式填写。",
        ),
        DomainNameError::TooShort => (
            "A domain has at least 4 characters. Enter the whole domain, such as a.cn.",
            "域名至少有 4 个字符，请填写完整的域名，例如 a.cn。",
        ),
        DomainNameError::TooLong => (
            "A domain has at most 128 characters. Check whether more than the domain was pasted.",
            "域名最多 128 个字符，请核对是否粘贴了其他内容。",
        ),
    };
    pick(language, words).to_owned()
}
