use crate::language::Language;
use crate::text::pick;
use shared::credit_code::CreditCodeError;
use shared::hong_kong_macao_permit::HongKongMacaoPermitError;
use shared::identity_card::IdentityCardError;
use shared::permanent_residence_card::PermanentResidenceCardError;

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
            "The last character of this unified social credit code does not fit the others. Compare it with the license; if it stands there exactly so, confirm that below.",
            "统一社会信用代码的校验位不符，请与证件逐位核对；如证件上确实如此，请在下方确认。",
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

pub(super) const fn hong_kong_macao_permit(
    language: Language,
    why: HongKongMacaoPermitError,
) -> &'static str {
    let words = match why {
        HongKongMacaoPermitError::Empty => (
            "No permit number is entered. It looks like H01234567.",
            "未填写通行证号码。号码形如 H01234567。",
        ),
        HongKongMacaoPermitError::Beginning => (
            "The number of this permit begins with H or M, as in H01234567.",
            "通行证号码以 H 或 M 开头，例如 H01234567。",
        ),
        HongKongMacaoPermitError::Digits => (
            "After the letter there are 8 digits, or 10 on an older permit. Count them again.",
            "字母之后应为 8 位数字，旧版通行证为 10 位，请核对位数。",
        ),
    };
    pick(language, words)
}

pub(super) const fn permanent_residence_card(
    language: Language,
    why: PermanentResidenceCardError,
) -> &'static str {
    let words = match why {
        PermanentResidenceCardError::Empty => (
            "No card number is entered. It has 18 digits.",
            "未填写永久居留身份证号码。号码共 18 位。",
        ),
        PermanentResidenceCardError::Form => (
            "A permanent residence card number has 18 digits; older cards have 3 letters and 12 digits. Compare it with the card.",
            "永久居留身份证号码为 18 位数字，旧版为 3 位字母和 12 位数字，请与证件核对。",
        ),
        PermanentResidenceCardError::Beginning => (
            "A permanent residence card number begins with 9 and two digits of a province. Compare them with the card.",
            "永久居留身份证号码以 9 和两位省份代码开头，请与证件核对。",
        ),
        PermanentResidenceCardError::BirthDate => (
            "The 7th to 14th digits of a permanent residence card number are the date of birth. Compare them with the card.",
            "永久居留身份证号码的第 7 至 14 位应为出生日期，请与证件核对。",
        ),
        PermanentResidenceCardError::CheckCharacter => (
            "One character of this permanent residence card number is mistyped. Compare it with the card.",
            "永久居留身份证号码有误，请与证件逐位核对。",
        ),
    };
    pick(language, words)
}
