//! What is counted while an agreement is carried out: the catalogue of indicators (field's facts,
//! agreements, section 8.2). An indicator of several units is several rows; what is answered with
//! yes or no is none.

use std::sync::LazyLock;

use serde::Deserialize;
use strum::{IntoStaticStr, VariantArray};

use crate::reference::{Named, rows};

/// What a figure counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, IntoStaticStr, VariantArray)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Unit {
    Persons,
    Number,
    Percent,
    Days,
    MonthsOfEarnings,
    /// Money: the figure has a currency.
    Amount,
}

/// An indicator.
#[derive(Clone, Debug, Deserialize)]
pub struct Indicator {
    pub code: String,
    pub unit: Unit,
    name_en: String,
    name_ru: String,
    /// From what it is derived.
    pub basis: String,
}

impl Named for Indicator {
    fn name(&self, language: &str) -> &str {
        if language == "ru" { &self.name_ru } else { &self.name_en }
    }
}

static INDICATORS: LazyLock<Vec<Indicator>> =
    LazyLock::new(|| rows(include_str!("../data/indicators.csv")));

/// All of them, in the order of the catalogue.
pub fn all() -> &'static [Indicator] {
    &INDICATORS
}

/// The indicator with this code.
pub fn indicator(code: &str) -> Option<&'static Indicator> {
    INDICATORS.iter().find(|indicator| indicator.code == code)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_indicator_has_a_code_of_its_own_two_names_and_a_basis() {
        let codes: BTreeSet<&str> = all().iter().map(|found| found.code.as_str()).collect();
        assert_eq!(codes.len(), all().len());
        for found in all() {
            for text in [found.name("en"), found.name("ru"), &found.basis] {
                assert!(!text.trim().is_empty(), "{}", found.code);
            }
        }
    }

    #[test]
    fn the_catalogue_is_whole_but_for_what_is_answered_with_yes_or_no() {
        let numbers: BTreeSet<&str> = all().iter().map(|found| &found.code[..3]).collect();
        let expected: BTreeSet<String> = (1..=35)
            .filter(|number| ![23, 24].contains(number))
            .map(|number| format!("I{number:02}"))
            .collect();
        assert_eq!(numbers, expected.iter().map(String::as_str).collect());
    }

    #[test]
    fn an_indicator_of_money_is_an_amount_and_one_of_people_is_not() {
        assert_eq!(indicator("I18b").map(|found| found.unit), Some(Unit::Amount));
        assert_eq!(indicator("I04a").map(|found| found.unit), Some(Unit::Persons));
        assert!(indicator("I04").is_none());
    }
}
