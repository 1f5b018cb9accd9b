//! A website (网站): one service of an entity.

use crate::code_table::{Known, TableRow};
use crate::coded::coded;

coded! {
    /// What kind of internet information service it is.
    ServiceType {
        Website = "website",
        App = "app",
        MiniProgram = "mini_program",
        QuickApp = "quick_app",
    }
}

coded! {
    /// Languages of the content (`Yylb`), in the order of their numbers.
    SiteLanguage {
        SimplifiedChinese = "simplified_chinese",
        TraditionalChinese = "traditional_chinese",
        Uyghur = "uyghur",
        Kazakh = "kazakh",
        Kirgiz = "kirgiz",
        Mongolian = "mongolian",
        Tibetan = "tibetan",
        Zhuang = "zhuang",
        Korean = "korean",
        Yi = "yi",
        Miao = "miao",
        English = "english",
        Japanese = "japanese",
        French = "french",
        Russian = "russian",
        Spanish = "spanish",
        Arabic = "arabic",
    }
}

impl SiteLanguage {
    /// Until a table of the authority came: the numbers that a hosting company's dictionary for
    /// the same interface has, in the order of the requirement's text.
    const fn usual_number(self) -> i32 {
        match self {
            Self::SimplifiedChinese => 1,
            Self::TraditionalChinese => 2,
            Self::Uyghur => 3,
            Self::Kazakh => 4,
            Self::Kirgiz => 5,
            Self::Mongolian => 6,
            Self::Tibetan => 7,
            Self::Zhuang => 8,
            Self::Korean => 9,
            Self::Yi => 10,
            Self::Miao => 11,
            Self::English => 12,
            Self::Japanese => 13,
            Self::French => 14,
            Self::Russian => 15,
            Self::Spanish => 16,
            Self::Arabic => 17,
        }
    }

    /// What the authority's word for it holds.
    const fn words(self) -> &'static [&'static str] {
        match self {
            Self::SimplifiedChinese => &["简体"],
            Self::TraditionalChinese => &["繁体"],
            Self::Uyghur => &["维吾尔"],
            Self::Kazakh => &["哈萨克"],
            Self::Kirgiz => &["柯尔克孜"],
            Self::Mongolian => &["蒙古"],
            Self::Tibetan => &["藏"],
            Self::Zhuang => &["壮"],
            Self::Korean => &["朝鲜", "韩"],
            Self::Yi => &["彝"],
            Self::Miao => &["苗"],
            Self::English => &["英"],
            Self::Japanese => &["日"],
            Self::French => &["法"],
            Self::Russian => &["俄"],
            Self::Spanish => &["西班牙", "西语", "西文"],
            Self::Arabic => &["阿拉伯"],
        }
    }
}

impl Known for SiteLanguage {
    const ALL: &'static [Self] = Self::ALL;

    fn code(self) -> &'static str {
        self.code()
    }

    fn number(self) -> Option<i32> {
        Some(self.usual_number())
    }

    /// By its words: public sources do not agree on the numbers.
    fn of_row(row: &TableRow) -> Option<Self> {
        let is_meant = |language: &Self| {
            let mut words = language.words().iter();
            words.any(|word| row.text.contains(word))
        };
        Self::ALL.iter().copied().find(is_meant)
    }
}
