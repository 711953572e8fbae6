//! The Global Compact for Migration and what stands beside it: 23 objectives, ten guiding
//! principles, the SDGs, the provision areas of the Network's guidance.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::reference::{Named, rows};

/// One of the 23 objectives (A/RES/73/195; round tables A/RES/73/326).
#[derive(Clone, Debug, Deserialize)]
pub struct Objective {
    #[serde(rename = "objective")]
    pub number: u32,
    /// 1 to 4.
    pub round_table: u32,
    short_en: String,
    short_ru: String,
    title_en: String,
    title_ru: String,
    /// "yes" where the Russian title is the resolution's own wording; else it is a working
    /// translation.
    pub ru_official: String,
}

impl Objective {
    /// The resolution's title.
    pub fn title(&self, language: &str) -> &str {
        if language == "ru" { &self.title_ru } else { &self.title_en }
    }
}

impl Named for Objective {
    fn name(&self, language: &str) -> &str {
        if language == "ru" { &self.short_ru } else { &self.short_en }
    }
}

/// A code with a name in English and Russian.
#[derive(Clone, Debug, Deserialize)]
pub struct Term {
    #[serde(alias = "goal", alias = "revision")]
    pub code: String,
    name_en: String,
    name_ru: String,
}

impl Named for Term {
    fn name(&self, language: &str) -> &str {
        if language == "ru" { &self.name_ru } else { &self.name_en }
    }
}

static OBJECTIVES: LazyLock<Vec<Objective>> =
    LazyLock::new(|| rows(include_str!("../data/objectives.csv")));
static PRINCIPLES: LazyLock<Vec<Term>> =
    LazyLock::new(|| rows(include_str!("../data/principles.csv")));
static SDGS: LazyLock<Vec<Term>> = LazyLock::new(|| rows(include_str!("../data/sdgs.csv")));
static GUIDANCE_AREAS: LazyLock<Vec<Term>> =
    LazyLock::new(|| rows(include_str!("../data/guidance_areas.csv")));
static COMMISSIONS: LazyLock<Vec<Term>> =
    LazyLock::new(|| rows(include_str!("../data/commissions.csv")));
static REGIONS: LazyLock<Vec<Term>> = LazyLock::new(|| rows(include_str!("../data/regions.csv")));

/// The 23 objectives.
pub fn objectives() -> &'static [Objective] {
    &OBJECTIVES
}

/// The ten guiding principles.
pub fn principles() -> &'static [Term] {
    &PRINCIPLES
}

/// The 17 Sustainable Development Goals.
pub fn sdgs() -> &'static [Term] {
    &SDGS
}

/// The 11 provision areas of the Network's guidance.
pub fn guidance_areas() -> &'static [Term] {
    &GUIDANCE_AREAS
}

/// The five regional commissions.
pub fn commissions() -> &'static [Term] {
    &COMMISSIONS
}

/// The regions and sub-regions of M49.
pub fn regions() -> &'static [Term] {
    &REGIONS
}

/// A region's name in `language`, from the English name that the tables of States use.
pub fn region_name<'a>(english: &'a str, language: &str) -> &'a str {
    REGIONS
        .iter()
        .find(|region| region.name_en == english)
        .map_or(english, |region| region.name(language))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::states;

    #[test]
    fn the_tables_are_whole() {
        assert_eq!(objectives().len(), 23);
        assert_eq!(principles().len(), 10);
        assert_eq!(sdgs().len(), 17);
        assert_eq!(guidance_areas().len(), 11);
        assert_eq!(commissions().len(), 5);
    }

    #[test]
    fn every_region_and_commission_of_a_state_has_a_name() {
        for state in states::all() {
            for region in [&state.region, &state.subregion] {
                assert!(
                    region.is_empty() || regions().iter().any(|known| known.name_en == *region),
                    "{region}"
                );
            }
            for commission in &state.commissions {
                assert!(
                    commissions().iter().any(|known| known.code == *commission),
                    "{commission}"
                );
            }
        }
    }
}
