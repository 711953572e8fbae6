//! What the text says about each of the 34 provisions under the 20 ILO good-practice criteria.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};

use crate::PartialDate;

/// What the text says. "Not coded yet" is the absence of a finding, never one of these.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Hash,
    Serialize,
    Deserialize,
    EnumString,
    IntoStaticStr,
    VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Finding {
    Yes,
    Partly,
    No,
    CannotTell,
}

/// The findings of the original text and those that later texts brought.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Provisions {
    /// What the original text says: at most one for an item.
    pub findings: Vec<TextFinding>,
    /// What an amendment changed, from its own date.
    pub later: Vec<LaterFinding>,
}

/// What the original text says about one item.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct TextFinding {
    /// A code of [`crate::criteria`], such as `joint_commit`.
    pub item: String,
    pub finding: Option<Finding>,
    pub article: Option<String>,
    pub note: Option<String>,
    /// Who coded it; the register writes it when the finding is saved.
    pub coder: Option<String>,
    pub coded_on: Option<PartialDate>,
}

/// What a later text (an amendment, a protocol) says about one item.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct LaterFinding {
    pub item: String,
    pub finding: Option<Finding>,
    /// The text that brought it, in words.
    pub text: Option<String>,
    /// From when it holds.
    pub since: Option<PartialDate>,
    pub article: Option<String>,
    pub coder: Option<String>,
    pub coded_on: Option<PartialDate>,
}

impl Provisions {
    /// The finding about `item` that holds on `day`: that of the latest text in effect by then.
    pub fn finding_at(&self, item: &str, day: NaiveDate) -> Option<Finding> {
        self.later
            .iter()
            .filter(|later| later.item == item && later.finding.is_some())
            .filter_map(|later| Some((later.since?.last_day(), later.finding)))
            .filter(|(since, _)| *since <= day)
            .max_by_key(|(since, _)| *since)
            .map_or_else(|| self.original(item), |(_, finding)| finding)
    }

    fn original(&self, item: &str) -> Option<Finding> {
        self.findings.iter().find(|finding| finding.item == item)?.finding
    }

    /// Writes who coded what is new against `before`, and keeps the coder of what stayed.
    pub fn stamp(&mut self, before: &Self, coder: &str, today: NaiveDate) {
        for finding in &mut self.findings {
            let old = before.findings.iter().find(|old| old.item == finding.item);
            (finding.coder, finding.coded_on) = match old {
                Some(old)
                    if (old.finding, &old.article, &old.note)
                        == (finding.finding, &finding.article, &finding.note) =>
                {
                    (old.coder.clone(), old.coded_on)
                }
                _ => (Some(coder.to_owned()), Some(today.into())),
            };
        }
        for finding in &mut self.later {
            let old = before.later.iter().find(|old| {
                (&old.item, old.finding, &old.text, old.since, &old.article)
                    == (
                        &finding.item,
                        finding.finding,
                        &finding.text,
                        finding.since,
                        &finding.article,
                    )
            });
            (finding.coder, finding.coded_on) = match old {
                Some(old) => (old.coder.clone(), old.coded_on),
                None => (Some(coder.to_owned()), Some(today.into())),
            };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    fn found(finding: Finding) -> TextFinding {
        TextFinding { item: "wage_prot".into(), finding: Some(finding), ..TextFinding::default() }
    }

    #[test]
    fn an_amendment_adds_a_provision_from_its_own_date() {
        let provisions = Provisions {
            findings: vec![found(Finding::No)],
            later: vec![LaterFinding {
                item: "wage_prot".into(),
                finding: Some(Finding::Yes),
                since: Some(PartialDate::Month(2020, 3)),
                ..LaterFinding::default()
            }],
        };
        assert_eq!(provisions.finding_at("wage_prot", day("2020-03-30")), Some(Finding::No));
        assert_eq!(provisions.finding_at("wage_prot", day("2020-03-31")), Some(Finding::Yes));
        assert_eq!(provisions.finding_at("passport", day("2024-01-01")), None);
    }

    #[test]
    fn a_finding_that_stayed_keeps_its_coder_and_a_new_one_gets_the_person_who_saved_it() {
        let mut before = Provisions { findings: vec![found(Finding::No)], later: vec![] };
        before.stamp(&Provisions::default(), "First", day("2023-01-01"));

        let mut after = Provisions { findings: vec![found(Finding::No)], later: vec![] };
        after.stamp(&before, "Second", day("2024-01-01"));
        assert_eq!(after, before);

        after.findings[0].finding = Some(Finding::Partly);
        after.stamp(&before, "Second", day("2024-01-01"));
        assert_eq!(after.findings[0].coder.as_deref(), Some("Second"));
    }
}
