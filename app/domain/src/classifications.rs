//! ISIC sections and divisions, ISCO-08 groups, languages. Codes are texts; an ISIC code carries its
//! revision (`4:F`), because the letters from J on shift between revisions 4 and 5.

use std::{collections::HashMap, sync::LazyLock};

use serde::Deserialize;

use crate::{
    compact::Term,
    reference::{Named, rows},
};

/// A sector of ISIC.
#[derive(Clone, Debug)]
pub struct SectorTerm {
    /// Revision and code, such as `4:F`.
    pub code: String,
    name_en: String,
    name_ru: String,
}

impl Named for SectorTerm {
    fn name(&self, language: &str) -> &str {
        if language == "ru" { &self.name_ru } else { &self.name_en }
    }
}

#[derive(Deserialize)]
struct SectorRow {
    revision: String,
    code: String,
    name_en: String,
    name_ru: String,
}

static SECTORS: LazyLock<Vec<SectorTerm>> = LazyLock::new(|| {
    rows::<SectorRow>(include_str!("../data/isic.csv"))
        .into_iter()
        .map(|row| SectorTerm {
            code: format!("{}:{}", row.revision, row.code),
            name_en: row.name_en,
            name_ru: row.name_ru,
        })
        .collect()
});
static OCCUPATIONS: LazyLock<Vec<Term>> =
    LazyLock::new(|| rows(include_str!("../data/isco08.csv")));
static LANGUAGES: LazyLock<Vec<Term>> =
    LazyLock::new(|| rows(include_str!("../data/languages.csv")));

/// Sectors of ISIC, Rev. 4 and 5.
pub fn sectors() -> &'static [SectorTerm] {
    &SECTORS
}

/// Occupation groups of ISCO-08.
pub fn occupations() -> &'static [Term] {
    &OCCUPATIONS
}

/// Languages of titles and authentic texts.
pub fn languages() -> &'static [Term] {
    &LANGUAGES
}

static SEARCH_WORDS: LazyLock<HashMap<String, String>> = LazyLock::new(|| {
    let rows = rows::<SearchWords>(include_str!("../data/search_words.csv"));
    rows.into_iter().map(|row| (row.code, row.words)).collect()
});

#[derive(Deserialize)]
struct SearchWords {
    code: String,
    words: String,
}

/// Words in English and Russian by which people look for a kind of instrument or a mode of social
/// security; never printed.
pub fn search_words(code: &str) -> Option<&'static str> {
    SEARCH_WORDS.get(code).map(String::as_str)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_classifications_are_read_with_their_leading_zeros_and_revisions() {
        assert!(occupations().iter().any(|term| term.code == "01"));
        assert_eq!(occupations().iter().filter(|term| term.code.len() == 2).count(), 43);
        let name = |code: &str| {
            sectors().iter().find(|term| term.code == code).map(|term| term.name("en").to_owned())
        };
        assert_ne!(name("4:J"), name("5:J"));
        assert!(languages().len() > 40);
    }
}
