use crate::language::Language;
use crate::text::pick;
use shared::credit_code::CreditCodeError;
use shared::identity_card::IdentityCardError;

pub(super) fn credit_code(language: Language, why: CreditCodeError) -> String {
    let words = match why {
        CreditCodeError::IllegalCharacter(character) => {
            return sentence!(
                language,
                "“{character}” does not occur in a unified social credit code. It has digits and capital letters except I, O, S, V and Z.",
                "统一社会信用代码中不会出现“{character}”。它由数字和大写字母组成，不含 I、O、S、V、Z。"
            );
        }
        CreditCodeError::Empty => (
            "No unified social credit code is entered. It has 18 characters and is on the business license.",
            "未填写统一社会信用代码。代码共 18 位，印在营业执照上。",
        ),
        CreditCodeError::Length => (
            "A unified social credit code has 18 characters, an older registration number 15 digits. Count them again.",
            "统一社会信用代码为 18 位，旧版工商注册号为 15 位数字，请核对位数。",
        ),
        CreditCodeError::PlaceNotDigits => (
            "The 3rd to 8th characters of a unified social credit code are digits. Check whether a letter stands for a digit there.",
            "统一社会信用代码的第 3 至 8 位为数字，请核对是否误写成字母。",
        ),
        CreditCodeError::CheckCharacter => (
            "One character of this unified social credit code is mistyped. Compare it with the certificate.",
            "统一社会信用代码有误，请与证件逐位核对。",
        ),
    };
    pick(language, words).to_owned()
}

pub(super) fn identity_card(language: Language, why: IdentityCardError) -> String {
    let words = match why {
        IdentityCardError::IllegalCharacter(character) => {
            return sentence!(
                language,
                "“{character}” cannot stand there. An identity card number has 17 digits, then a digit or X.",
                "此处不能有“{character}”。居民身份证号码前 17 位为数字，末位为数字或 X。"
            );
        }
        IdentityCardError::Empty => (
            "No identity card number is entered. It has 18 characters.",
            "未填写居民身份证号码。号码共 18 位。",
        ),
        IdentityCardError::FirstGeneration => (
            "This is a number of the first generation with 15 digits. Enter the 18 characters of the present card.",
            "这是 15 位的第一代身份证号码。请填写现行身份证的 18 位号码。",
        ),
        IdentityCardError::Length => (
            "An identity card number has 18 characters. Count them again.",
            "居民身份证号码为 18 位，请核对位数。",
        ),
        IdentityCardError::UnknownProvince => (
            "No province has the first two digits of this identity card number. Compare them with the card.",
            "居民身份证号码的前两位不对应任何省份，请与证件核对。",
        ),
        IdentityCardError::BirthDate => (
            "The 7th to 14th digits of an identity card number are the date of birth. Compare them with the card.",
            "居民身份证号码的第 7 至 14 位应为出生日期，请与证件核对。",
        ),
        IdentityCardError::CheckCharacter => (
            "One character of this identity card number is mistyped. Compare it with the card.",
            "居民身份证号码有误，请与证件逐位核对。",
        ),
    };
    pick(language, words).to_owned()
}
