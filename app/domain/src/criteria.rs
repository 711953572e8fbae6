//! The 34 provision items under the 20 ILO good-practice criteria, as the published coding frame
//! numbers them (Chilton & Woda 2022 after Wickramasekara 2015 and the ILO guides of 2018).

use std::sync::LazyLock;

use serde::Deserialize;
use strum::{EnumString, IntoStaticStr, VariantArray};

use crate::{
    agreement::Finding,
    reference::{Named, rows},
};

/// The three headings of the criteria: 1–7, 8–16, 17–20.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Deserialize, EnumString, IntoStaticStr, VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Pillar {
    Governance,
    Protection,
    Development,
}

/// One of the 34 items.
#[derive(Clone, Debug)]
pub struct Item {
    /// The dataset's own name of it, such as `joint_commit`.
    pub code: String,
    /// 1 to 20.
    pub criterion: u8,
    /// "a" to "e" where a criterion has several items, else empty.
    pub sub: String,
    pub pillar: Pillar,
    /// The provision area of the Network's guidance.
    pub guidance_area: String,
    /// The GCM objectives it serves.
    pub objectives: Vec<u32>,
    label_en: String,
    label_ru: String,
}

/// One of the 20 criteria.
#[derive(Clone, Debug, Deserialize)]
pub struct Criterion {
    #[serde(rename = "criterion")]
    pub number: u8,
    pub pillar: Pillar,
    name_en: String,
    name_ru: String,
}

impl Named for Item {
    fn name(&self, language: &str) -> &str {
        if language == "ru" { &self.label_ru } else { &self.label_en }
    }
}

impl Named for Criterion {
    fn name(&self, language: &str) -> &str {
        if language == "ru" { &self.name_ru } else { &self.name_en }
    }
}

#[derive(Deserialize)]
struct Row {
    item: String,
    criterion: u8,
    sub: String,
    pillar: Pillar,
    guidance_area: String,
    objectives: String,
    label_en: String,
    label_ru: String,
}

static ITEMS: LazyLock<Vec<Item>> = LazyLock::new(|| {
    rows::<Row>(include_str!("../data/criteria.csv"))
        .into_iter()
        .map(|row| Item {
            code: row.item,
            criterion: row.criterion,
            sub: row.sub,
            pillar: row.pillar,
            guidance_area: row.guidance_area,
            objectives: row
                .objectives
                .split(' ')
                .filter_map(|number| number.parse().ok())
                .collect(),
            label_en: row.label_en,
            label_ru: row.label_ru,
        })
        .collect()
});

static ITEM_CODES: LazyLock<Vec<&'static str>> =
    LazyLock::new(|| ITEMS.iter().map(|item| item.code.as_str()).collect());

static CRITERIA: LazyLock<Vec<Criterion>> =
    LazyLock::new(|| rows(include_str!("../data/criterion_names.csv")));

/// The 34 items, in the order of the criteria.
pub fn items() -> &'static [Item] {
    &ITEMS
}

/// The codes of the 34 items.
pub fn item_codes() -> &'static [&'static str] {
    &ITEM_CODES
}

/// The item with this code.
pub fn item(code: &str) -> Option<&'static Item> {
    ITEMS.iter().find(|item| item.code == code)
}

/// The 20 criteria.
pub fn criteria() -> &'static [Criterion] {
    &CRITERIA
}

/// What the findings of a criterion's items come to: it is met if any item is (the published
/// frame's own rule); where none is, partly if any is partly; where any item could not be told and
/// none is met, neither can the criterion.
pub fn criterion_finding(findings: impl IntoIterator<Item = Finding>) -> Option<Finding> {
    let rank = |finding: &Finding| match finding {
        Finding::Yes => 3,
        Finding::Partly => 2,
        Finding::CannotTell => 1,
        Finding::No => 0,
    };
    findings.into_iter().max_by_key(rank)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_are_34_items_under_20_criteria_in_both_languages() {
        assert_eq!(items().len(), 34);
        assert_eq!(criteria().len(), 20);
        for criterion in criteria() {
            assert!(items().iter().any(|item| item.criterion == criterion.number));
            assert!(!criterion.name("ru").is_empty() && !criterion.name("en").is_empty());
        }
        assert_eq!(item("social_security").map(|item| item.objectives.clone()), Some(vec![22, 15]));
    }

    #[test]
    fn a_criterion_is_met_if_any_of_its_items_is() {
        use Finding::{CannotTell, No, Partly, Yes};
        for (findings, met) in [
            (vec![], None),
            (vec![No, Yes], Some(Yes)),
            (vec![No, Partly, CannotTell], Some(Partly)),
            (vec![No, CannotTell], Some(CannotTell)),
            (vec![No, No], Some(No)),
        ] {
            assert_eq!(criterion_finding(findings.clone()), met, "{findings:?}");
        }
    }
}
