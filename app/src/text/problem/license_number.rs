use crate::language::Language;
use crate::text::pick;
use shared::license_number::LicenseNumberError;

pub(super) fn license_number(language: Language, why: LicenseNumberError) -> String {
    let words = match why {
        LicenseNumberError::Empty => (
            "No license number is entered. It looks like 京ICP备12345678号.",
            "未填写备案号。备案号形如 京ICP备12345678号。",
        ),
        LicenseNumberError::UnknownProvince => (
            "A license number begins with the one-character name of a province, such as 京 in 京ICP备12345678号. Add or correct it.",
            "备案号以省份简称开头，例如 京ICP备12345678号 中的“京”。请补上或改正。",
        ),
        LicenseNumberError::MarkMissing => (
            "ICP备 must follow the province, as in 京ICP备12345678号.",
            "省份简称之后应为“ICP备”，例如 京ICP备12345678号。",
        ),
        LicenseNumberError::CommercialPermit => (
            "This is the number of a commercial permit (ICP证 or 粤B2-…). Enter the license number with ICP备.",
            "这是经营许可证号（ICP证或“粤B2-…”）。请填写带“ICP备”的备案号。",
        ),
        LicenseNumberError::PublicSecurityRegistration => (
            "This is the number of a public security registration (公网安备). Enter the license number with ICP备.",
            "这是公安联网备案号（公网安备）。请填写带“ICP备”的备案号。",
        ),
        LicenseNumberError::SerialLength => (
            "Between ICP备 and 号 there are 5 to 10 digits. Count them again.",
            "“ICP备”与“号”之间应为 5 至 10 位数字，请核对位数。",
        ),
        LicenseNumberError::TextAfterNumber => (
            "Something follows the license number that does not belong to it. End it with 号, or with a suffix such as -1.",
            "备案号后面有多余的内容。备案号应以“号”或“-1”这样的后缀结尾。",
        ),
        LicenseNumberError::SuffixMalformed => (
            "The suffix is a hyphen and a number, and for apps one letter: -1 or -1A. Correct what follows the hyphen.",
            "后缀由短横线和数字组成，App 另加一个字母，例如 -1 或 -1A。请改正短横线后面的内容。",
        ),
        LicenseNumberError::SuffixNotWanted => (
            "This is a website’s number. Enter the entity’s number: leave out the suffix such as -1.",
            "这是网站备案号。请填写主体备案号，去掉“-1”这样的后缀。",
        ),
        LicenseNumberError::SuffixMissing => (
            "This is the entity’s number. Enter the website’s number: it ends in a suffix such as -1.",
            "这是主体备案号。请填写网站备案号，末尾带有“-1”这样的后缀。",
        ),
    };
    pick(language, words).to_owned()
}
