//! A State's dated report on how an agreement to which it is a party gets on: what happened, figures,
//! and the work of the joint committee.

use std::collections::HashSet;

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

/// A report with the agreement that it is on.
#[derive(Clone, Copy, Debug)]
pub struct ReportOn<'a> {
    /// The number of the agreement's record.
    pub agreement: i64,
    pub report: &'a AgreementReport,
}

/// The day of the last meeting of a joint committee that these reports tell of, as late as it may have
/// been; a meeting that is planned has not been held.
pub fn last_meeting<'a>(
    reports: impl IntoIterator<Item = &'a AgreementReport>,
    today: NaiveDate,
) -> Option<NaiveDate> {
    reports
        .into_iter()
        .flat_map(|report| &report.joint_committee.meetings)
        .filter_map(|meeting| meeting.date)
        .filter(|date| date.first_day() <= today)
        .map(|date| date.last_day().min(today))
        .max()
}

/// What joint committees asked of a State and no report says is done, with the place of its report
/// among them; what is due first comes first. Two reports that tell the same point of one agreement
/// tell one point.
pub fn open_points<'a>(reports: &[ReportOn<'a>], state: &str) -> Vec<(usize, &'a ActionPoint)> {
    let told =
        |point: &ActionPoint| point.text.as_deref().unwrap_or_default().trim().to_lowercase();
    let all = || {
        reports.iter().enumerate().flat_map(|(place, on)| {
            let points = on.report.joint_committee.action_points.iter();
            points.map(move |point| (place, on.agreement, point))
        })
    };
    let done: HashSet<(i64, String)> = all()
        .filter(|(.., point)| point.done)
        .map(|(_, agreement, point)| (agreement, told(point)))
        .collect();
    let mut seen = HashSet::new();
    let mut open: Vec<(usize, &ActionPoint)> = all()
        .filter(|(.., point)| !point.done && point.responsible.as_deref() == Some(state))
        .filter(|(_, agreement, point)| {
            let key = (*agreement, told(point));
            !done.contains(&key) && seen.insert(key)
        })
        .map(|(place, _, point)| (place, point))
        .collect();
    open.sort_by_key(|(_, point)| (point.due.is_none(), point.due));
    open
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
mod tests;
