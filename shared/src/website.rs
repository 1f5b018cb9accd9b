//! A website (网站): one service of an entity.

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
    /// Languages of the content (`Yylb`).
    SiteLanguage {
        SimplifiedChinese = "simplified_chinese",
        TraditionalChinese = "traditional_chinese",
        English = "english",
        Japanese = "japanese",
        French = "french",
        Spanish = "spanish",
        Arabic = "arabic",
        Russian = "russian",
    }
}

impl SiteLanguage {
    /// The authority's number (`Yylb_id`).
    #[must_use]
    pub const fn number(self) -> i32 {
        match self {
            Self::SimplifiedChinese => 1,
            Self::TraditionalChinese => 2,
            Self::English => 3,
            Self::Japanese => 4,
            Self::French => 5,
            Self::Spanish => 6,
            Self::Arabic => 7,
            Self::Russian => 8,
        }
    }
}
