use super::domain_name::domain_name;
use crate::language::Language;
use crate::text::pick;
use shared::email_address::EmailAddressError;
use shared::phone::{MobilePhoneError, OfficePhoneError};

pub(super) fn mobile_phone(language: Language, why: MobilePhoneError) -> String {
    let words = match why {
        MobilePhoneError::IllegalCharacter(character) => {
            return sentence!(
                language,
                "“{character}” cannot stand in a mobile number. Enter its 11 digits.",
                "手机号码中不能有“{character}”，请填写 11 位数字。"
            );
        }
        MobilePhoneError::Empty => (
            "No mobile number is entered. It has 11 digits.",
            "未填写手机号码。手机号码为 11 位数字。",
        ),
        MobilePhoneError::OtherCountry => (
            "Only mobile numbers of mainland China (+86) can be used. Enter such a number with its 11 digits.",
            "只能使用中国大陆（+86）的手机号码，请填写 11 位数字。",
        ),
        MobilePhoneError::OfficePhoneGiven => (
            "This is an office phone. Enter a mobile number: 11 digits without a 0 in front.",
            "这是固定电话。请填写手机号码：11 位数字，开头没有 0。",
        ),
        MobilePhoneError::MoreThanOne => (
            "These are two numbers. Enter one mobile number only.",
            "这里有两个号码，只能填写一个手机号码。",
        ),
        MobilePhoneError::Length => (
            "A mobile number has 11 digits. Count them again.",
            "手机号码为 11 位数字，请核对位数。",
        ),
        MobilePhoneError::Beginning => (
            "A mobile number begins with 13 to 19. Check the first digits.",
            "手机号码以 13 至 19 开头，请核对前几位。",
        ),
    };
    pick(language, words).to_owned()
}

pub(super) fn office_phone(language: Language, why: OfficePhoneError) -> String {
    let words = match why {
        OfficePhoneError::IllegalCharacter(character) => {
            return sentence!(
                language,
                "“{character}” cannot stand in an office phone. Use digits and hyphens, such as 0571-80000000.",
                "办公电话中不能有“{character}”。请使用数字和短横线，例如 0571-80000000。"
            );
        }
        OfficePhoneError::Empty => (
            "No office phone is entered. It looks like 0571-80000000.",
            "未填写办公电话。办公电话形如 0571-80000000。",
        ),
        OfficePhoneError::OtherCountry => (
            "Only phones of mainland China (+86) can be used. Enter one with its area code, such as 0571-80000000.",
            "只能使用中国大陆（+86）的电话。请填写带区号的号码，例如 0571-80000000。",
        ),
        OfficePhoneError::MobilePhoneGiven => (
            "This is a mobile number. Enter an office phone with its area code, such as 0571-80000000.",
            "这是手机号码。请填写带区号的办公电话，例如 0571-80000000。",
        ),
        OfficePhoneError::MoreThanOne => (
            "These are two numbers. Enter one; an extension follows a hyphen, as in 0571-80000000-123.",
            "这里有两个号码，只能填写一个；分机号写在短横线之后，例如 0571-80000000-123。",
        ),
        OfficePhoneError::AreaCode => (
            "The area code is missing or wrong. Begin with it, such as 010 or 0571.",
            "区号缺失或不正确。请以区号开头，例如 010 或 0571。",
        ),
        OfficePhoneError::NumberLength => (
            "After the area code there are 7 or 8 digits. Count them again.",
            "区号之后应为 7 或 8 位数字，请核对位数。",
        ),
        OfficePhoneError::Extension => (
            "An extension has at most 6 digits and comes last, as in 0571-80000000-123.",
            "分机号最多 6 位，放在最后，例如 0571-80000000-123。",
        ),
    };
    pick(language, words).to_owned()
}

pub(super) fn email_address(language: Language, why: EmailAddressError) -> String {
    let words = match why {
        EmailAddressError::IllegalCharacter(character) => {
            return sentence!(
                language,
                "“{character}” cannot stand before the @ of an email address. Remove or correct it.",
                "邮箱地址 @ 之前不能有“{character}”，请删除或改正。"
            );
        }
        EmailAddressError::Domain(why) => {
            let why = domain_name(language, why);
            return sentence!(
                language,
                "What follows the @ is not right. {why}",
                "邮箱地址 @ 之后的部分有误：{why}"
            );
        }
        EmailAddressError::Empty => (
            "No email address is entered. It looks like name@example.com.",
            "未填写邮箱地址。邮箱地址形如 name@example.com。",
        ),
        EmailAddressError::AtMissing => (
            "An email address has an @, as in name@example.com. Add it and what follows it.",
            "邮箱地址中应有 @，例如 name@example.com。请补充完整。",
        ),
        EmailAddressError::MoreThanOne => (
            "Enter one email address only, as in name@example.com.",
            "只能填写一个邮箱地址，例如 name@example.com。",
        ),
        EmailAddressError::LocalPartEmpty => (
            "Nothing stands before the @. Enter the whole address, as in name@example.com.",
            "@ 之前没有内容。请填写完整的邮箱地址，例如 name@example.com。",
        ),
        EmailAddressError::LocalPartTooLong => (
            "More than 64 characters stand before the @. Check whether more than the address was pasted.",
            "@ 之前超过 64 个字符，请核对是否粘贴了其他内容。",
        ),
        EmailAddressError::DotMisplaced => (
            "Before the @ there is a dot too many: not at the beginning or end, and not two in a row.",
            "@ 之前的点号有误：不能在开头或结尾，也不能连续出现。",
        ),
        EmailAddressError::TooShort => (
            "An email address has at least 6 characters. Enter the whole address, as in name@example.com.",
            "邮箱地址至少有 6 个字符。请填写完整，例如 name@example.com。",
        ),
        EmailAddressError::TooLong => (
            "An email address has at most 128 characters. Use a shorter one.",
            "邮箱地址最多 128 个字符，请换用较短的地址。",
        ),
    };
    pick(language, words).to_owned()
}
