//! An entry of the follow-up: what it is, which forms it has, and what lists show of it.

use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::Value;
use strum::{EnumString, IntoStaticStr, VariantArray};

use super::{
    agreement_report::AgreementReport,
    commitment::{Commitment, Deliverable, Partner, Recommendation},
    meeting::{Bilingual, Meeting},
    pledge::Pledge,
    practice::Practice,
    progress::{self, ProgressStatus},
    review::Review,
    statement::Statement,
};
use crate::{
    PartialDate,
    fields::{Form, follow_up as forms},
};

/// What an entry is.
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
pub enum EntryKind {
    Meeting,
    Statement,
    Recommendation,
    Commitment,
    Deliverable,
    Practice,
    Pledge,
    Review,
    Dossier,
    /// On how an agreement gets on, by one of its parties.
    AgreementReport,
}

impl EntryKind {
    /// The code as it is stored and stands in the keys of words.
    pub fn code(self) -> &'static str {
        self.into()
    }

    /// The first part of the addresses of its pages.
    pub fn path(self) -> &'static str {
        match self {
            Self::Meeting => "meetings",
            Self::Statement => "statements",
            Self::Recommendation => "recommendations",
            Self::Commitment => "commitments",
            Self::Deliverable => "deliverables",
            Self::Practice => "practices",
            Self::Pledge => "pledges",
            Self::Review => "reviews",
            Self::Dossier => "dossiers",
            Self::AgreementReport => "reports",
        }
    }

    /// The kind with this first part of an address.
    pub fn from_path(path: &str) -> Option<Self> {
        Self::VARIANTS.iter().copied().find(|kind| kind.path() == path)
    }

    /// Its forms, each saved on its own. The first is the one it begins with.
    pub fn forms(self) -> &'static [Form] {
        match self {
            Self::Meeting => &[
                forms::MEETING,
                forms::AGENDA,
                forms::PARTICIPATION,
                forms::MATERIALS,
                forms::MINUTES,
            ],
            Self::Statement => &[forms::STATEMENT],
            Self::Recommendation => &[forms::RECOMMENDATION],
            Self::Commitment => &[forms::COMMITMENT],
            Self::Deliverable => &[forms::DELIVERABLE],
            Self::Practice => &[forms::PRACTICE, forms::PEER_REVIEW],
            Self::Pledge => &[forms::PLEDGE],
            Self::Review => {
                &[forms::REVIEW, forms::TIMETABLE, forms::REVIEWERS, forms::REVIEW_FINDINGS]
            }
            Self::Dossier => &forms::DOSSIER,
            Self::AgreementReport => {
                &[forms::AGREEMENT_REPORT, forms::INDICATORS, forms::JOINT_COMMITTEE]
            }
        }
    }

    /// Its form with this code.
    pub fn form(self, code: &str) -> Option<Form> {
        self.forms().iter().copied().find(|form| form.code == code)
    }

    /// Whether a State files it with the Network, stage by stage.
    pub fn is_filed(self) -> bool {
        matches!(self, Self::Practice | Self::Pledge | Self::Dossier)
    }

    /// Whether its progress is followed by dated updates.
    pub fn is_followed(self) -> bool {
        matches!(self, Self::Recommendation | Self::Commitment | Self::Deliverable | Self::Pledge)
    }
}

/// Something that an entry is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Target {
    /// The number of an agreement's record.
    Agreement(u32),
    /// A corridor's address, such as `AZE-KAZ`.
    Corridor(String),
    /// A GCM objective, 1 to 23.
    Objective(String),
    /// An item of the criteria.
    Provision(String),
    /// A State that takes part, carries it out too, or is addressed.
    State(String),
    /// An account whose word in a peer review is waited for.
    Reviewer(i64),
}

impl Target {
    /// What it is, as it is stored.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Agreement(_) => "agreement",
            Self::Corridor(_) => "corridor",
            Self::Objective(_) => "objective",
            Self::Provision(_) => "provision",
            Self::State(_) => "state",
            Self::Reviewer(_) => "reviewer",
        }
    }

    /// Its number, address or code.
    pub fn code(&self) -> String {
        match self {
            Self::Agreement(number) => number.to_string(),
            Self::Corridor(code)
            | Self::Objective(code)
            | Self::Provision(code)
            | Self::State(code) => code.clone(),
            Self::Reviewer(account) => account.to_string(),
        }
    }
}

/// What lists show of an entry and ask for across entries.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Head {
    pub title: String,
    pub due: Option<PartialDate>,
    pub status: Option<ProgressStatus>,
    /// Each once, in order.
    pub targets: Vec<Target>,
}

/// Longest title in a list, in characters.
const LONGEST_TITLE: usize = 200;

/// What lists show of an entry with this content: an object with the sections of its forms.
pub fn head(kind: EntryKind, content: &Value) -> Head {
    let mut head = match kind {
        EntryKind::Meeting => of_meeting(&read(content)),
        EntryKind::Statement => of_statement(&read(content)),
        EntryKind::Recommendation => of_recommendation(&read(content)),
        EntryKind::Commitment => of_commitment(&read(content)),
        EntryKind::Deliverable => of_deliverable(&read(content)),
        EntryKind::Practice => of_practice(&read(content)),
        EntryKind::Pledge => of_pledge(&read(content)),
        EntryKind::Review => of_review(&read(content)),
        // Its title is its State and its review, in the reader's words.
        EntryKind::Dossier => Head::default(),
        EntryKind::AgreementReport => of_agreement_report(&read(content)),
    };
    head.title = short(&head.title);
    head.targets.sort();
    head.targets.dedup();
    head
}

/// The typed content. What can't be read is empty: only damage makes it so, and a list goes on.
pub fn read<Content: DeserializeOwned + Default>(content: &Value) -> Content {
    serde_json::from_value(content.clone()).unwrap_or_default()
}

fn short(text: &str) -> String {
    let line = text.lines().next().unwrap_or_default();
    if line.chars().count() <= LONGEST_TITLE && line.len() == text.trim_end().len() {
        return line.to_owned();
    }
    let cut: String = line.chars().take(LONGEST_TITLE).collect();
    format!("{} …", cut.trim_end())
}

fn objectives(numbers: &[String]) -> impl Iterator<Item = Target> {
    numbers.iter().cloned().map(Target::Objective)
}

fn agreements(numbers: &[u32]) -> impl Iterator<Item = Target> {
    numbers.iter().copied().map(Target::Agreement)
}

fn of_meeting(meeting: &Meeting) -> Head {
    Head {
        title: meeting.meeting.in_language("en").to_owned(),
        due: meeting.meeting.date,
        targets: meeting
            .states()
            .into_iter()
            .map(|state| Target::State(state.to_owned()))
            .collect(),
        ..Head::default()
    }
}

fn of_statement(statement: &Statement) -> Head {
    let said = &statement.statement;
    Head {
        title: said.text.clone().unwrap_or_default(),
        targets: agreements(&said.agreements)
            .chain(
                said.corridors.iter().filter_map(|corridor| corridor.pair().map(Target::Corridor)),
            )
            .chain(objectives(&said.objectives))
            .collect(),
        ..Head::default()
    }
}

fn of_recommendation(entry: &Recommendation) -> Head {
    let recommended = &entry.recommendation;
    let states = recommended.states.iter().filter_map(|addressee| addressee.state.clone());
    Head {
        title: recommended.in_language("en").to_owned(),
        due: recommended.due,
        status: progress::status(&entry.updates),
        targets: states.map(Target::State).chain(objectives(&recommended.objectives)).collect(),
    }
}

fn of_commitment(entry: &Commitment) -> Head {
    let committed = &entry.commitment;
    let partner = |partner: &Partner| partner.state.clone().map(Target::State);
    Head {
        title: committed.text.clone().unwrap_or_default(),
        due: committed.due,
        status: progress::status(&entry.updates),
        targets: agreements(&committed.agreements)
            .chain(objectives(&committed.objectives))
            .chain(committed.partners.iter().filter_map(partner))
            .collect(),
    }
}

fn of_deliverable(entry: &Deliverable) -> Head {
    let delivered = &entry.deliverable;
    Head {
        title: delivered.in_language("en").to_owned(),
        due: delivered.due,
        status: progress::status(&entry.updates),
        targets: delivered.provisions.iter().cloned().map(Target::Provision).collect(),
    }
}

fn of_practice(entry: &Practice) -> Head {
    let described = &entry.practice;
    let countries = described.countries.iter().filter_map(|country| country.state.clone());
    Head {
        title: described.title.clone().unwrap_or_default(),
        targets: agreements(&described.agreements)
            .chain(objectives(&described.primary_objectives))
            .chain(objectives(&described.secondary_objectives))
            .chain(countries.map(Target::State))
            .chain(entry.peer_review.awaited().map(Target::Reviewer))
            .collect(),
        ..Head::default()
    }
}

fn of_pledge(entry: &Pledge) -> Head {
    let pledged = &entry.pledge;
    let partners = pledged.partners.iter().filter_map(|partner| partner.state.clone());
    Head {
        title: pledged.title.clone().unwrap_or_default(),
        due: pledged.to,
        status: progress::status(&entry.updates),
        targets: agreements(&pledged.agreements)
            .chain(objectives(&pledged.objectives))
            .chain(partners.map(Target::State))
            .collect(),
    }
}

fn of_review(entry: &Review) -> Head {
    Head {
        title: entry.review.in_language("en").to_owned(),
        due: entry.review.input_due,
        targets: entry.states().into_iter().map(|state| Target::State(state.to_owned())).collect(),
        ..Head::default()
    }
}

fn of_agreement_report(entry: &AgreementReport) -> Head {
    let reported = &entry.agreement_report;
    Head {
        title: reported.text.clone().unwrap_or_default(),
        targets: agreements(&reported.agreements).collect(),
        ..Head::default()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_statement_leads_to_what_it_is_about() {
        let content = json!({"statement": {
            "text": "We concluded two agreements.\nMore follow.",
            "agreements": [7, 3, 7],
            "corridors": [{"one": "KAZ", "other": "AZE"}],
            "objectives": ["5"],
        }});
        let head = head(EntryKind::Statement, &content);
        assert_eq!(head.title, "We concluded two agreements. …");
        assert_eq!(
            head.targets,
            [
                Target::Agreement(3),
                Target::Agreement(7),
                Target::Corridor("AZE-KAZ".into()),
                Target::Objective("5".into()),
            ]
        );
    }

    #[test]
    fn a_commitment_stands_where_its_last_update_says() {
        let content = json!({
            "commitment": {"text": "Sign", "due": "2024-12", "partners": [{"state": "KGZ"}]},
            "updates": [{"status": "in_progress", "on": "2024-02-01", "author": "Example", "state": "AZE"}],
        });
        let head = head(EntryKind::Commitment, &content);
        assert_eq!(head.status, Some(ProgressStatus::InProgress));
        assert_eq!(head.due, Some(PartialDate::Month(2024, 12)));
        assert_eq!(head.targets, [Target::State("KGZ".into())]);
    }

    #[test]
    fn a_report_leads_to_its_agreement_and_is_never_due() {
        let content = json!({"agreement_report": {
            "agreements": [7], "from": "2024", "to": "2025", "text": "Workers left.\nMore follow.",
        }});
        let expected = Head {
            title: "Workers left. …".into(),
            targets: vec![Target::Agreement(7)],
            ..Head::default()
        };
        assert_eq!(head(EntryKind::AgreementReport, &content), expected);
        assert_eq!(head(EntryKind::AgreementReport, &json!({})), Head::default());
    }

    #[test]
    fn every_kind_is_found_by_its_path_and_begins_with_a_form() {
        for kind in EntryKind::VARIANTS {
            assert_eq!(EntryKind::from_path(kind.path()), Some(*kind));
            assert!(!kind.forms().is_empty());
        }
        assert_eq!(EntryKind::from_path("agreements"), None);
    }
}
