//! What lists show of an entry and ask for across entries: one way for each kind.

use serde_json::Value;

use super::{
    agreement_report::AgreementReport,
    commitment::{Commitment, Deliverable, Partner, Recommendation},
    entry::{EntryKind, Target, read},
    meeting::{Bilingual, Meeting},
    pledge::Pledge,
    practice::Practice,
    progress::{self, ProgressStatus},
    review::Review,
    statement::Statement,
};
use crate::PartialDate;

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
mod tests;
