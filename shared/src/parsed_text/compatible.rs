//! Characters that look like Han characters and are others: what copying from a PDF gives.
//!
//! Tables of 2 KB instead of a library of normalization: the forms of that (NFC, NFKC) read `⼾`,
//! which stands for 户 on licenses, as 戶, leave the radicals of simplified characters as they
//! are, and change much that a license prints on purpose (`（`, `㈠`, `℃`).

/// The Kangxi radicals from U+2F00. Where Unicode gives the older form, the one of today.
const KANGXI: &str = "\
     一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀\
     寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈户手支攴文斗斤方无日曰月木欠止歹殳毋\
     比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸\
     缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛\
     辰辵邑酉釆里金長門阜隶隹雨青非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻\
     黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠\
";

/// Radicals of today's characters and other forms of a character that is written by itself, each
/// followed by that character.
const RADICALS: &str = "\
     ⺅亻⺉刂⺋㔾⺐尢⺒巳⺓幺⺕彐⺖忄⺗心⺘扌⺙攵⺟母⺠民⺡氵⺣灬⺦丬⺨犭⺫罒⺭礻⺯糹\
     ⺰纟⺼月⻁虎⻂衤⻄西⻅见⻆角⻈讠⻉贝⻋车⻌辶⻐钅⻑長⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞\
     ⻝食⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟\
";

/// The compatibility ideographs from U+F900; blank where there is none.
const IDEOGRAPHS: &str = "\
     豈更車賈滑串句龜龜契金喇奈懶癩羅蘿螺裸邏樂洛烙珞落酪駱亂卵欄爛蘭鸞嵐濫藍襤拉臘蠟\
     廊朗浪狼郎來冷勞擄櫓爐盧老蘆虜路露魯鷺碌祿綠菉錄鹿論壟弄籠聾牢磊賂雷壘屢樓淚漏累\
     縷陋勒肋凜凌稜綾菱陵讀拏樂諾丹寧怒率異北磻便復不泌數索參塞省葉說殺辰沈拾若掠略亮\
     兩凉梁糧良諒量勵呂女廬旅濾礪閭驪麗黎力曆歷轢年憐戀撚漣煉璉秊練聯輦蓮連鍊列劣咽烈\
     裂說廉念捻殮簾獵令囹寧嶺怜玲瑩羚聆鈴零靈領例禮醴隸惡了僚寮尿料樂燎療蓼遼龍暈阮劉\
     杻柳流溜琉留硫紐類六戮陸倫崙淪輪律慄栗率隆利吏履易李梨泥理痢罹裏裡里離匿溺吝燐璘\
     藺隣鱗麟林淋臨立笠粒狀炙識什茶刺切度拓糖宅洞暴輻行降見廓兀嗀﨎﨏塚﨑晴﨓﨔凞猪益\
     礼神祥福靖精羽﨟蘒﨡諸﨣﨤逸都﨧﨨﨩飯飼館鶴郞隷侮僧免勉勤卑喝嘆器塀墨層屮悔慨憎\
     懲敏既暑梅海渚漢煮爫琢碑社祉祈祐祖祝禍禎穀突節練縉繁署者臭艹艹著褐視謁謹賓贈辶逸\
     難響頻恵𤋮舘　　並况全侀充冀勇勺喝啕喙嗢塚墳奄奔婢嬨廒廙彩徭惘慎愈憎慠懲戴揄搜摒\
     敖晴朗望杖歹殺流滛滋漢瀞煮瞧爵犯猪瑱甆画瘝瘟益盛直睊着磌窱節类絛練缾者荒華蝹襁覆\
     視調諸請謁諾諭謹變贈輸遲醙鉶陼難靖韛響頋頻鬒龜𢡊𢡄𣏕㮝䀘䀹𥉉𥳐𧻓齃龎\
";

/// The ordinary character in place of one that looks the same.
pub(super) fn unified(character: char) -> char {
    let ordinary = match character {
        '\u{2E80}'..='\u{2EFF}' => RADICALS.chars().skip_while(|c| *c != character).nth(1),
        '\u{2F00}'..='\u{2FD5}' => from_table(KANGXI, character, '\u{2F00}'),
        '\u{F900}'..='\u{FAD9}' => from_table(IDEOGRAPHS, character, '\u{F900}'),
        _ => None,
    };
    ordinary.unwrap_or(character)
}

fn from_table(table: &str, character: char, first: char) -> Option<char> {
    let at = u32::from(character).checked_sub(u32::from(first))?;
    let ordinary = table.chars().nth(usize::try_from(at).ok()?);
    ordinary.filter(|c| *c != '\u{3000}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gbk::first_not_representable;
    use unicode_normalization::UnicodeNormalization;

    #[test]
    fn the_tables_agree_with_unicode_but_for_two_forms_of_today() {
        for character in ('\u{2F00}'..='\u{2FD5}').chain('\u{F900}'..='\u{FAD9}') {
            let expected = match character {
                '\u{2F3E}' => '户',
                '\u{2FAD}' => '青',
                other => other.nfkc().next().unwrap(),
            };
            assert_eq!(unified(character), expected, "{character:?}");
        }
        for character in '\u{2E80}'..='\u{2EFF}' {
            let normal = character.nfkc().next().unwrap();
            if normal != character {
                assert_eq!(unified(character), normal, "{character:?}");
            }
        }
    }

    #[test]
    fn what_a_pdf_gives_becomes_what_it_shows() {
        let copied = "杭州⽤⼾⻔⻋⻢⻓⾦⿊示例";
        let read: String = copied.chars().map(unified).collect();
        assert_eq!(read, "杭州用户门车马长金黑示例");
        assert_eq!(first_not_representable(&read), None);
    }

    #[test]
    fn ordinary_characters_stay() {
        let ordinary = "京ICP备（北京）㈠℃·１２ Café 户戶";
        assert_eq!(ordinary.chars().map(unified).collect::<String>(), ordinary);
    }
}
