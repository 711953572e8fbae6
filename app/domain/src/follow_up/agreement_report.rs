//! A State's dated report on how an agreement to which it is a party gets on: what happened, figures,
//! and the work of the joint committee.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};

use super::progress::EvidenceLevel;
use crate::{
    PartialDate,
    fields::{FieldProblem, Problem, Values},
    indicators::{Unit, indicator},
};

/// Whom a figure counts.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Serialize,
    Deserialize,
    EnumString,
    IntoStaticStr,
    VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Sex {
    Women,
    Men,
    /// Not told apart.
    #[default]
    All,
}

/// The report.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct AgreementReport {
    pub agreement_report: Reported,
    pub indicators: Indicators,
    pub joint_committee: JointCommittee,
}

/// On which agreement, for which period, and what happened.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Reported {
    /// The number of the agreement's record: exactly one.
    pub agreements: Vec<u32>,
    pub from: Option<PartialDate>,
    pub to: Option<PartialDate>,
    pub text: Option<String>,
    pub evidence: Option<EvidenceLevel>,
    /// Where the evidence is: an http or https address.
    pub address: Option<String>,
}

/// Figures.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Indicators {
    pub indicators: Vec<Figure>,
}

/// One figure.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Figure {
    /// A code of the catalogue of indicators.
    pub indicator: Option<String>,
    /// A number as [`crate::fields::Input::Decimal`] keeps it, in the indicator's unit.
    pub value: Option<String>,
    /// ISO 4217, for amounts.
    pub currency: Option<String>,
    pub sex: Option<Sex>,
    pub from: Option<PartialDate>,
    /// The end of the period; where it is open, `from` is all of it.
    pub to: Option<PartialDate>,
    pub source: Option<String>,
    /// How it is counted.
    pub definition: Option<String>,
}

impl Figure {
    /// The first and the last day of its period.
    pub fn period(&self) -> Option<(NaiveDate, NaiveDate)> {
        let from = self.from?;
        Some((from.first_day(), self.to.unwrap_or(from).last_day()))
    }
}

/// The work of the joint committee.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct JointCommittee {
    pub meetings: Vec<CommitteeMeeting>,
    pub action_points: Vec<ActionPoint>,
}

/// A meeting of it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct CommitteeMeeting {
    pub date: Option<PartialDate>,
    pub place: Option<String>,
    /// A note, or the minutes themselves.
    pub minutes: Option<String>,
    /// Where the minutes are: an http or https address.
    pub address: Option<String>,
}

/// Something that it asked for.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ActionPoint {
    pub text: Option<String>,
    /// The State that is to do it.
    pub responsible: Option<String>,
    pub due: Option<PartialDate>,
    pub done: bool,
}

impl ActionPoint {
    /// Whether it is late on `today`: due before it, and not done.
    pub fn is_overdue(&self, today: NaiveDate) -> bool {
        !self.done && self.due.is_some_and(|due| due.last_day() < today)
    }
}

/// What is wrong with a report beyond its single fields: it is on one agreement, its period does not
/// end before it begins, and what a document or statistics back has an address.
pub fn problems(reported: &Reported) -> Vec<Problem> {
    let needs_address = reported.evidence.is_some_and(EvidenceLevel::needs_address);
    [
        (reported.agreements.len() != 1, "agreements", FieldProblem::NotOneRecord),
        (ends_before_it_begins(reported.from, reported.to), "to", FieldProblem::EndsTooEarly),
        (needs_address && reported.address.is_none(), "address", FieldProblem::Required),
    ]
    .into_iter()
    .filter(|(is_wrong, ..)| *is_wrong)
    .map(|(_, name, problem)| Problem { name: name.to_owned(), problem })
    .collect()
}

/// What is wrong with rows of figures beyond their single fields. It is asked of what was typed,
/// because a problem has the number of the row in the form.
pub fn figure_problems(values: &Values) -> Vec<Problem> {
    let mut problems = Vec::new();
    for number in values.row_numbers("indicators") {
        let name = |field: &str| format!("indicators.{number}.{field}");
        let text = |field: &str| values.get(&name(field)).trim().to_owned();
        let is_amount =
            indicator(&text("indicator")).is_some_and(|found| found.unit == Unit::Amount);
        if is_amount && text("currency").is_empty() {
            problems.push(Problem { name: name("currency"), problem: FieldProblem::Needed });
        }
        if ends_before_it_begins(text("from").parse().ok(), text("to").parse().ok()) {
            problems.push(Problem { name: name("to"), problem: FieldProblem::EndsTooEarly });
        }
    }
    problems
}

fn ends_before_it_begins(from: Option<PartialDate>, to: Option<PartialDate>) -> bool {
    from.zip(to).is_some_and(|(from, to)| to.last_day() < from.first_day())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> PartialDate {
        text.parse().expect("a date")
    }

    fn found(problems: Vec<Problem>) -> Vec<(String, FieldProblem)> {
        problems.into_iter().map(|found| (found.name, found.problem)).collect()
    }

    #[test]
    fn a_report_is_on_one_agreement_and_each_rule_is_named() {
        let report = Reported {
            agreements: vec![7],
            from: Some(date("2024")),
            to: Some(date("2024-06")),
            ..Reported::default()
        };
        assert_eq!(found(problems(&report)), []);
        let with = |change: fn(&mut Reported)| {
            let mut report = report.clone();
            change(&mut report);
            found(problems(&report))
        };
        for (found, name, problem) in [
            (with(|report| report.agreements.clear()), "agreements", FieldProblem::NotOneRecord),
            (with(|report| report.agreements.push(8)), "agreements", FieldProblem::NotOneRecord),
            (
                with(|report| report.to = Some(PartialDate::Year(2023))),
                "to",
                FieldProblem::EndsTooEarly,
            ),
            (
                with(|report| report.evidence = Some(EvidenceLevel::BackedByDocument)),
                "address",
                FieldProblem::Required,
            ),
        ] {
            assert_eq!(found, [(name.to_owned(), problem)]);
        }
        let self_reported = with(|report| report.evidence = Some(EvidenceLevel::SelfReported));
        assert_eq!(self_reported, []);
    }

    #[test]
    fn an_amount_has_a_currency_and_a_period_does_not_end_before_it_begins() {
        let asked = |pairs: &[(&str, &str)]| {
            let pairs = pairs
                .iter()
                .map(|(field, text)| (format!("indicators.3.{field}"), (*text).to_owned()));
            found(figure_problems(&pairs.collect()))
        };
        let problem = |field: &str, problem| vec![(format!("indicators.3.{field}"), problem)];
        for (pairs, expected) in [
            (
                vec![("indicator", "I18b"), ("from", "2024")],
                problem("currency", FieldProblem::Needed),
            ),
            (vec![("indicator", "I18b"), ("currency", "EUR")], vec![]),
            (vec![("indicator", "I04a"), ("from", "2024")], vec![]),
            (
                vec![("indicator", "I04a"), ("from", "2024-07"), ("to", "2024-06")],
                problem("to", FieldProblem::EndsTooEarly),
            ),
            (vec![("indicator", "I04a"), ("from", "2024-07"), ("to", "2024")], vec![]),
        ] {
            assert_eq!(asked(&pairs), expected, "{pairs:?}");
        }
    }

    #[test]
    fn an_action_point_is_late_once_its_last_day_has_passed_and_it_is_not_done() {
        let today = "2025-07-01".parse().expect("a day");
        for (due, done, late) in [
            (Some("2025-06"), false, true),
            (Some("2025-06"), true, false),
            (Some("2025-07-01"), false, false),
            (Some("2025"), false, false),
            (None, false, false),
        ] {
            let point = ActionPoint { due: due.map(date), done, ..ActionPoint::default() };
            assert_eq!(point.is_overdue(today), late, "{due:?} {done}");
        }
    }
}
