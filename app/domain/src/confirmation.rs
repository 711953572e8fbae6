//! Two sides of one record: what a party that did not record an agreement says about each section
//! of it. The register never picks one of two versions; it shows both.

use serde_json::Value;
use strum::{EnumString, IntoStaticStr, VariantArray};

use crate::{
    Agreement,
    changes::{Change, section_changes},
    fields::{SectionCode, Values, write},
};

/// What a party says about a section.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum Word {
    Confirmed,
    /// With its own version and a reason.
    Contested,
}

/// Where a section stands with one party.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    EnumString,
    IntoStaticStr,
    VariantArray,
)]
#[strum(serialize_all = "snake_case")]
pub enum Answer {
    Contested,
    /// It was confirmed or contested, and changed since: that word no longer counts.
    ChangedSince,
    NotAnswered,
    Confirmed,
}

/// What one party said about one section, as it is kept.
#[derive(Clone, Debug, PartialEq)]
pub struct Said {
    pub section: SectionCode,
    /// The party that says it.
    pub state: String,
    pub word: Word,
    /// The section as it stood in the record then.
    pub about: Value,
    /// The party's own version, where it contests.
    pub own: Option<Values>,
    pub reason: Option<String>,
}

/// The sections about which there is something to say: those in which anything is recorded.
pub fn sections(agreement: &Agreement) -> impl Iterator<Item = SectionCode> {
    SectionCode::VARIANTS.iter().copied().filter(|section| agreement.has(*section))
}

/// Where a section stands with `state`, after everything `said` about the record, oldest first.
pub fn answer(agreement: &Agreement, section: SectionCode, state: &str, said: &[Said]) -> Answer {
    match last(section, state, said) {
        None => Answer::NotAnswered,
        Some(said) if !is_about(said, agreement) => Answer::ChangedSince,
        Some(said) if said.word == Word::Contested => Answer::Contested,
        Some(_) => Answer::Confirmed,
    }
}

/// The last word of `state` on a section, whether it still counts or not.
pub fn last<'a>(section: SectionCode, state: &str, said: &'a [Said]) -> Option<&'a Said> {
    said.iter().rfind(|said| said.section == section && said.state == state)
}

/// Whether the section still is what was spoken about. A change of one section leaves the words on
/// the others as they are.
fn is_about(said: &Said, agreement: &Agreement) -> bool {
    let form = said.section.form();
    write(form, &said.about) == write(form, &agreement.section(said.section))
}

/// What two parties record differently in a section: as recorded, and as the other party has it.
pub fn differences(agreement: &Agreement, said: &Said) -> Vec<Change> {
    let form = said.section.form();
    match &said.own {
        Some(own) => section_changes(form, &write(form, &agreement.section(said.section)), own),
        None => Vec::new(),
    }
}

/// Why a word is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum WordProblem {
    #[error("contested without a reason")]
    NoReason,
    #[error("contested without another version")]
    NothingDiffers,
}

/// Whether a word may be taken: contesting asks for a version that differs, and for a reason.
///
/// # Errors
/// The reason for which it may not.
pub fn check(agreement: &Agreement, said: &Said) -> Result<(), WordProblem> {
    if said.word == Word::Confirmed {
        return Ok(());
    }
    if differences(agreement, said).is_empty() {
        Err(WordProblem::NothingDiffers)
    } else if said.reason.as_deref().is_none_or(|reason| reason.trim().is_empty()) {
        Err(WordProblem::NoReason)
    } else {
        Ok(())
    }
}

/// Where the whole record stands with the parties that did not record it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum RecordAnswer {
    /// At least one section is contested.
    Contested,
    /// Every section is confirmed by every other party.
    Confirmed,
    /// Some sections are confirmed, none is contested.
    PartlyConfirmed,
    /// No other party's word counts: recorded by one party, or from a public source.
    OneParty,
}

/// Where the whole record stands. `recorded_by` has no say: its word is the record.
pub fn record_answer(
    agreement: &Agreement,
    recorded_by: Option<&str>,
    said: &[Said],
) -> RecordAnswer {
    // Of most records nobody has said anything.
    if said.is_empty() {
        return RecordAnswer::OneParty;
    }
    let answers: Vec<Answer> = agreement
        .party_codes()
        .filter(|party| Some(*party) != recorded_by)
        .flat_map(|party| sections(agreement).map(move |section| (party, section)))
        .map(|(party, section)| answer(agreement, section, party, said))
        .collect();
    let any = |wanted: Answer| answers.contains(&wanted);
    if any(Answer::Contested) {
        RecordAnswer::Contested
    } else if !any(Answer::Confirmed) {
        RecordAnswer::OneParty
    } else if answers.iter().all(|answer| *answer == Answer::Confirmed) {
        RecordAnswer::Confirmed
    } else {
        RecordAnswer::PartlyConfirmed
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::agreement::{Event, EventKind, Party};

    fn agreement() -> Agreement {
        let mut agreement = Agreement::default();
        agreement.parties.parties =
            ["AAA", "BBB"].map(|code| Party { code: code.into(), role: None }).to_vec();
        agreement.life.events.push(Event {
            kind: Some(EventKind::Signed),
            date: "2017-04-05".parse().ok(),
            ..Event::default()
        });
        agreement
    }

    fn said(agreement: &Agreement, section: SectionCode, word: Word) -> Said {
        Said {
            section,
            state: "BBB".into(),
            word,
            about: agreement.section(section),
            own: None,
            reason: None,
        }
    }

    /// The section as `BBB` has it: signed a month later.
    fn contested(agreement: &Agreement) -> Said {
        let mut own = agreement.clone();
        own.life.events[0].date = "2017-05-04".parse().ok();
        let form = SectionCode::Life.form();
        Said {
            own: Some(write(form, &own.section(SectionCode::Life))),
            reason: Some("Our original says 4 May.".into()),
            ..said(agreement, SectionCode::Life, Word::Contested)
        }
    }

    #[test]
    fn a_changed_section_loses_its_own_confirmation_and_no_other() {
        let mut record = agreement();
        let words = [
            said(&record, SectionCode::Parties, Word::Confirmed),
            said(&record, SectionCode::Life, Word::Confirmed),
        ];
        record.life.notice_months = Some(6);
        let answer = |section| answer(&record, section, "BBB", &words);
        assert_eq!(answer(SectionCode::Life), Answer::ChangedSince);
        assert_eq!(answer(SectionCode::Parties), Answer::Confirmed);
        assert_eq!(answer(SectionCode::Scope), Answer::NotAnswered);
    }

    #[test]
    fn the_last_word_counts_and_both_versions_are_kept_apart() {
        let record = agreement();
        let words = [said(&record, SectionCode::Life, Word::Confirmed), contested(&record)];
        assert_eq!(answer(&record, SectionCode::Life, "BBB", &words), Answer::Contested);
        let differences = differences(&record, &words[1]);
        assert!(
            matches!(&differences[..], [Change::RowField { before, after, .. }]
                if before == "2017-04-05" && after == "2017-05-04"),
            "{differences:?}"
        );
    }

    #[test]
    fn contesting_asks_for_another_version_and_a_reason() {
        let record = agreement();
        let good = contested(&record);
        let form = SectionCode::Life.form();
        let same = Some(write(form, &record.section(SectionCode::Life)));
        for (said, expected) in [
            (said(&record, SectionCode::Life, Word::Confirmed), Ok(())),
            (good.clone(), Ok(())),
            (Said { reason: Some(" ".into()), ..good.clone() }, Err(WordProblem::NoReason)),
            (Said { own: same, ..good.clone() }, Err(WordProblem::NothingDiffers)),
            (Said { own: None, ..good }, Err(WordProblem::NothingDiffers)),
        ] {
            assert_eq!(check(&record, &said), expected, "{said:?}");
        }
    }

    #[test]
    fn the_whole_record_stands_where_its_sections_do() {
        let record = agreement();
        let confirmed = |section| said(&record, section, Word::Confirmed);
        let standing = |words: &[Said]| record_answer(&record, Some("AAA"), words);
        assert_eq!(standing(&[]), RecordAnswer::OneParty);
        assert_eq!(standing(&[confirmed(SectionCode::Life)]), RecordAnswer::PartlyConfirmed);
        assert_eq!(
            standing(&[confirmed(SectionCode::Life), confirmed(SectionCode::Parties)]),
            RecordAnswer::Confirmed
        );
        assert_eq!(
            standing(&[confirmed(SectionCode::Parties), contested(&record)]),
            RecordAnswer::Contested
        );
        // The State that records it has no say about its own entry.
        let own = Said { state: "AAA".into(), ..confirmed(SectionCode::Life) };
        assert_eq!(standing(&[own]), RecordAnswer::OneParty);
    }
}
