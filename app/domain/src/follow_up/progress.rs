//! How something that is to be carried out gets on: its status, and dated updates with evidence.
//! Commitments, recommendations and the Network's deliverables are followed in the same way.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};

/// Where it stands: the words of the Network's own workstream pages (field's facts, follow-up,
/// section 3), and "dropped".
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
pub enum ProgressStatus {
    YetToStart,
    InProgress,
    Completed,
    Dropped,
}

/// What a report of progress rests on, weakest first.
#[derive(
    Clone,
    Copy,
    Debug,
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
pub enum EvidenceLevel {
    SelfReported,
    ConfirmedByPartner,
    BackedByDocument,
    BackedByStatistics,
}

impl EvidenceLevel {
    /// Whether it says where the evidence is.
    pub fn needs_address(self) -> bool {
        matches!(self, Self::BackedByDocument | Self::BackedByStatistics)
    }
}

/// What somebody reports.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Report {
    pub status: Option<ProgressStatus>,
    pub text: Option<String>,
    /// What it rests on; a partner's word counts as such whatever is chosen.
    pub evidence: Option<EvidenceLevel>,
    /// Where the evidence is: an http or https address.
    pub address: Option<String>,
}

/// A report with who made it and when, as it is kept.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Update {
    #[serde(flatten)]
    pub report: Report,
    pub on: NaiveDate,
    pub author: String,
    /// The State for which the author reports; none for the Network.
    pub state: Option<String>,
}

/// Why a report is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum ReportProblem {
    #[error("neither a status nor a text")]
    NothingSaid,
    #[error("dropped without a reason")]
    NoReason,
    #[error("evidence without an address")]
    NoAddress,
    #[error("a partner reports and does not decide the status")]
    NotTheOwner,
}

/// Whether a report may be added to what is followed. `by_owner` tells that the owner reports, not
/// a partner.
///
/// # Errors
/// The reason for which it may not. Any status may follow any other: work is taken up again, and
/// what was called completed may turn out not to be. Dropping asks for a reason.
pub fn check(report: &Report, by_owner: bool) -> Result<(), ReportProblem> {
    let says = report.text.as_deref().is_some_and(|text| !text.trim().is_empty());
    let needs_address = report.evidence.is_some_and(EvidenceLevel::needs_address);
    if report.status.is_some() && !by_owner {
        Err(ReportProblem::NotTheOwner)
    } else if report.status == Some(ProgressStatus::Dropped) && !says {
        Err(ReportProblem::NoReason)
    } else if report.status.is_none() && !says {
        Err(ReportProblem::NothingSaid)
    } else if needs_address && report.address.is_none() {
        Err(ReportProblem::NoAddress)
    } else {
        Ok(())
    }
}

/// Where it stands after all updates; nothing where nobody has said it.
pub fn status(updates: &[Update]) -> Option<ProgressStatus> {
    updates.iter().rev().find_map(|update| update.report.status)
}

/// The strongest evidence that any update brought.
pub fn evidence(updates: &[Update]) -> Option<EvidenceLevel> {
    backed_by(updates)?.evidence
}

/// The report with the strongest evidence; of several, the last.
pub fn backed_by(updates: &[Update]) -> Option<&Report> {
    let reports = updates.iter().map(|update| &update.report);
    reports.filter(|report| report.evidence.is_some()).max_by_key(|report| report.evidence)
}

/// Whether it is late on `today`: due before it, and neither completed nor dropped.
pub fn is_overdue(
    due: Option<NaiveDate>,
    status: Option<ProgressStatus>,
    today: NaiveDate,
) -> bool {
    let is_over = matches!(status, Some(ProgressStatus::Completed | ProgressStatus::Dropped));
    !is_over && due.is_some_and(|due| due < today)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report(status: Option<ProgressStatus>, text: &str) -> Report {
        Report { status, text: (!text.is_empty()).then(|| text.to_owned()), ..Report::default() }
    }

    fn update(report: Report) -> Update {
        let on = "2024-01-01".parse().expect("a day");
        Update { report, on, author: "Example".into(), state: None }
    }

    #[test]
    fn a_report_is_refused_with_the_reason() {
        let with = |evidence, address: Option<&str>| Report {
            evidence: Some(evidence),
            address: address.map(str::to_owned),
            ..report(None, "Done")
        };
        for (report, by_owner, expected) in [
            (report(None, ""), true, Err(ReportProblem::NothingSaid)),
            (report(Some(ProgressStatus::InProgress), ""), true, Ok(())),
            (report(Some(ProgressStatus::Dropped), " "), true, Err(ReportProblem::NoReason)),
            (report(Some(ProgressStatus::Dropped), "No budget"), true, Ok(())),
            (
                report(Some(ProgressStatus::Completed), "Done"),
                false,
                Err(ReportProblem::NotTheOwner),
            ),
            (report(None, "We saw it"), false, Ok(())),
            (with(EvidenceLevel::BackedByDocument, None), true, Err(ReportProblem::NoAddress)),
            (with(EvidenceLevel::BackedByStatistics, Some("https://example.org")), true, Ok(())),
            (with(EvidenceLevel::SelfReported, None), true, Ok(())),
        ] {
            assert_eq!(check(&report, by_owner), expected, "{report:?} {by_owner}");
        }
    }

    #[test]
    fn the_last_status_said_counts_and_the_strongest_evidence() {
        let mut updates = vec![
            update(report(Some(ProgressStatus::InProgress), "")),
            update(Report {
                evidence: Some(EvidenceLevel::BackedByDocument),
                address: Some("https://example.org/report".into()),
                ..report(Some(ProgressStatus::Completed), "")
            }),
        ];
        updates.push(update(Report {
            evidence: Some(EvidenceLevel::SelfReported),
            ..report(None, "A word more")
        }));
        assert_eq!(status(&updates), Some(ProgressStatus::Completed));
        assert_eq!(evidence(&updates), Some(EvidenceLevel::BackedByDocument));
        let address = backed_by(&updates).and_then(|report| report.address.as_deref());
        assert_eq!(address, Some("https://example.org/report"));
        assert_eq!(status(&[]), None);
        assert_eq!(backed_by(&[update(report(None, "No evidence"))]), None);
    }

    #[test]
    fn what_is_done_or_dropped_is_never_late() {
        let day = |text: &str| text.parse().expect("a day");
        let (due, today) = (Some(day("2024-03-11")), day("2024-03-12"));
        for (status, late) in [
            (None, true),
            (Some(ProgressStatus::YetToStart), true),
            (Some(ProgressStatus::InProgress), true),
            (Some(ProgressStatus::Completed), false),
            (Some(ProgressStatus::Dropped), false),
        ] {
            assert_eq!(is_overdue(due, status, today), late, "{status:?}");
        }
        assert!(!is_overdue(due, None, day("2024-03-11")), "the due day itself is in time");
        assert!(!is_overdue(None, None, today));
    }
}
