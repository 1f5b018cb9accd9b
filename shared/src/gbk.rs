//! GBK, the encoding of the authority's interface: which characters can be reported at all.
//!
//! The answer is exact. It comes from a bitmap of the Basic Multilingual Plane (8 KB) instead
//! of an encoder's tables, because this crate also runs in the browser.

/// One bit per code point, the lowest bit of a byte first.
static BITMAP: &[u8; 0x1_0000 / 8] = include_bytes!("gbk/bitmap.bin");

/// The first character of the text that the interface cannot carry.
#[must_use]
pub fn first_not_representable(text: &str) -> Option<char> {
    text.chars().find(|character| !is_representable(*character))
}

/// Whether GBK has the character and XML may carry it. The euro sign and characters for
/// private use are refused, because GBK decoders do not agree on them.
fn is_representable(character: char) -> bool {
    let code = u32::from(character);
    let byte = usize::try_from(code / 8).ok().and_then(|at| BITMAP.get(at));
    byte.is_some_and(|byte| byte & (1 << (code % 8)) != 0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use encoding_rs::GBK;

    fn expected(character: char) -> bool {
        let disputed = matches!(character, '€' | '\u{80}' | '\u{e000}'..='\u{f8ff}');
        let in_xml = matches!(character, '\t' | '\n' | '\r' | ' '..='\u{fffd}' | '\u{10000}'..);
        let (_, _, replaced) = GBK.encode(character.encode_utf8(&mut [0; 4]));
        !disputed && in_xml && !replaced
    }

    #[test]
    fn the_bitmap_agrees_with_the_encoder_on_every_character() {
        for character in '\0'..=char::MAX {
            assert_eq!(
                is_representable(character),
                expected(character),
                "{character:?}"
            );
        }
    }

    #[test]
    fn the_first_character_that_is_missing_is_named() {
        assert_eq!(
            first_not_representable("北京示例科技（集团）有限公司 A·b\n"),
            None
        );
        assert_eq!(first_not_representable("張三豐 ㈠ ℃"), None);
        assert_eq!(first_not_representable("张😀三👍"), Some('😀'));
        assert_eq!(first_not_representable("𠮷野家"), Some('𠮷'));
        assert_eq!(first_not_representable("Café 100€"), Some('€'));
        assert_eq!(first_not_representable("a\u{0}b"), Some('\u{0}'));
    }
}
