//! What two parties record differently in an agreement: field by field both versions, in neutral
//! words. The register picks none.

use domain::{
    PartialDate,
    agreement::EventKind,
    changes::Change,
    confirmation::{differences, last},
    fields::SectionCode,
};
use register::{answering::Contest, dossiers::OfState};

use super::of_agreement;
use crate::{
    components::two_sides::{Versions, versions},
    words::{Words, t},
};

/// Longest version, in characters, that is told within a line; of longer ones the line says that they
/// differ, and the record has both.
const SHORT: usize = 120;

/// A line for each field that another party records differently.
pub fn contests(words: Words, of: &OfState) -> Vec<String> {
    let recorder = match &of.recorded_by {
        Some(state) => words.state(state),
        None => t!(words, "side-public-source"),
    };
    let lines = of.contests.iter().flat_map(|contest| of_section(words, of, contest, &recorder));
    lines.map(|text| of_agreement(&text, of.id)).collect()
}

fn of_section(words: Words, of: &OfState, contest: &Contest, recorder: &str) -> Vec<String> {
    let state = words.state(&contest.state);
    let section = words.text(&format!("section-{}", contest.section.code()));
    let said = last(contest.section, &contest.state, &of.said);
    let mut differences = said.map(|said| differences(&of.agreement, said)).unwrap_or_default();
    let mut lines = Vec::new();
    if let Some((ours, theirs)) = signatures(of, contest) {
        // Told in its own words, so not once more as a field.
        differences.retain(|change| !is_of_signature(change, ours, theirs));
        lines.push(t!(
            words,
            "draft-contested-signature",
            recorder = recorder.to_owned(),
            date = words.date(ours),
            state = state.clone(),
            other = words.date(theirs)
        ));
    }
    let nothing = || t!(words, "draft-nothing-there");
    lines.extend(versions(words, differences).into_iter().map(
        |Versions { about, ours, theirs }| {
            let field = t!(words, "draft-field", section = section.clone(), field = about);
            if is_short(&ours) && is_short(&theirs) {
                let filled = |text: String| if text.is_empty() { nothing() } else { text };
                t!(
                    words,
                    "draft-contested-field",
                    field = field,
                    recorder = recorder.to_owned(),
                    ours = filled(ours),
                    state = state.clone(),
                    theirs = filled(theirs)
                )
            } else {
                contested(words, field, recorder, &state)
            }
        },
    ));
    if lines.is_empty() {
        lines.push(contested(words, section, recorder, &state));
    }
    lines
}

fn contested(words: Words, what: String, recorder: &str, state: &str) -> String {
    let (recorder, state) = (recorder.to_owned(), state.to_owned());
    t!(words, "draft-contested", section = what, recorder = recorder, state = state)
}

/// The two dates of signature, where the other party has another one.
fn signatures(of: &OfState, contest: &Contest) -> Option<(PartialDate, PartialDate)> {
    let theirs = contest.signed.filter(|_| contest.section == SectionCode::Life)?;
    let events = of.agreement.life.events.iter();
    let ours = events
        .filter(|event| event.kind == Some(EventKind::Signed))
        .filter_map(|event| event.date)
        .max()?;
    (ours != theirs).then_some((ours, theirs))
}

/// Whether a difference is that of these two dates.
fn is_of_signature(change: &Change, ours: PartialDate, theirs: PartialDate) -> bool {
    let Change::RowField { table, field, before, after, .. } = change else { return false };
    table.name == "events"
        && field.name == "date"
        && before.parse::<PartialDate>() == Ok(ours)
        && after.parse::<PartialDate>() == Ok(theirs)
}

/// Whether a version fits into a line.
fn is_short(text: &str) -> bool {
    !text.contains('\n') && text.chars().count() <= SHORT
}

#[cfg(test)]
mod tests {
    use domain::{
        Agreement,
        agreement::Event,
        confirmation::{RecordAnswer, Said, Word},
        fields::write,
        status::Status,
    };

    use super::*;
    use crate::words::Language;

    fn signed(date: &str, notice_months: u32) -> Agreement {
        let mut agreement = Agreement::default();
        agreement.life.events.push(Event {
            kind: Some(EventKind::Signed),
            date: date.parse().ok(),
            ..Event::default()
        });
        agreement.life.notice_months = Some(notice_months);
        agreement
    }

    /// What is told where Kazakhstan has this life of the agreement.
    fn told(theirs: &Agreement, signed_by_them: Option<&str>) -> Vec<String> {
        let section = SectionCode::Life;
        let agreement = signed("2017-04-05", 6);
        let said = Said {
            section,
            state: "KAZ".into(),
            word: Word::Contested,
            about: agreement.section(section),
            own: Some(write(section.form(), &theirs.section(section))),
            reason: Some("Our original says so.".into()),
        };
        let contest = Contest {
            state: "KAZ".into(),
            section,
            signed: signed_by_them.and_then(|date| date.parse().ok()),
        };
        let of = OfState {
            id: 12,
            agreement,
            at_talk: Status::Signed,
            on_day: Status::Signed,
            answer: RecordAnswer::Contested,
            contests: vec![contest],
            said: vec![said],
            recorded_by: Some("AZE".into()),
            heard: None,
        };
        contests(Words { language: Language::English }, &of)
    }

    #[test]
    fn each_contested_field_is_told_once_with_both_versions() {
        let lines = told(&signed("2017-05-04", 3), Some("2017-05-04"));
        assert_eq!(
            lines[0],
            "Two dates of signature are recorded: Azerbaijan records 5 April 2017, Kazakhstan \
             records 4 May 2017. [agreements/12]"
        );
        assert!(lines[1].ends_with("Azerbaijan records 6, Kazakhstan records 3. [agreements/12]"));
        assert_eq!(lines.len(), 2, "{lines:?}");
    }

    #[test]
    fn a_long_version_is_not_told_within_a_line() {
        let mut theirs = signed("2017-04-05", 6);
        theirs.life.events[0].note = Some("A long explanation. ".repeat(20));
        let lines = told(&theirs, None);
        assert_eq!(lines.len(), 1, "{lines:?}");
        assert!(
            lines[0].contains("Azerbaijan and Kazakhstan record different things."),
            "{lines:?}"
        );
    }
}
