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

/// Whether GBK has the character and XML may carry it. Refused is what GBK decoders do not
/// agree on: the euro sign, characters for private use, the places that GB18030 filled.
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
        let mut buffer = [0; 4];
        let (bytes, _, replaced) = GBK.encode(character.encode_utf8(&mut buffer));
        let filled_by_gb18030 = matches!(
            *bytes,
            [0xa6, 0xd9..=0xdf | 0xec | 0xed | 0xf3]
                | [0xa8, 0xbc | 0xbf]
                | [0xa9, 0x89..=0x95]
                | [0xfe, 0x50..=0xa0]
        );
        !disputed && in_xml && !replaced && !filled_by_gb18030
    }

    /// GBK's size is known.
    #[test]
    fn the_two_byte_table_is_complete() {
        let count = ('\u{80}'..='\u{ffff}').filter(|character| is_representable(*character));
        assert_eq!(count.count(), 21_791);
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
        for outside in ['\u{e5e5}', '한', '㑇', '⿰', '\u{80}'] {
            assert_eq!(
                first_not_representable(outside.encode_utf8(&mut [0; 4])),
                Some(outside)
            );
        }
    }
}
