//! The figures of a review's outcome, to calculate with.

use domain::{
    coverage::Counts,
    fields::Vocabulary,
    figures::Figures,
    follow_up::{meeting::Bilingual, review::Review},
};
use register::outcomes::Outcome;

use super::{
    Annex, Sources,
    annex::{Cell, Sheet, about_sheet, told},
    outcome::{basis, by_name, dossier_told, takes_part},
    talk::{SOCIAL_SECURITY, share},
};
use crate::words::{Words, t};

/// The workbook: the States, their provisions, and what was counted.
pub fn annex(sources: Sources<'_>, outcome: &Outcome) -> Annex {
    let words = sources.words;
    let review: Review = outcome.review.content();
    Annex {
        language: words.language,
        title: review.review.in_language(words.language.code()).to_owned(),
        sheets: vec![
            states(words, outcome),
            provisions(words, outcome),
            about(sources, outcome, &review),
        ],
    }
}

/// The counts of one item, as cells with the share at their end.
fn counted(counts: Counts) -> Vec<Cell> {
    let numbers = [counts.yes, counts.partly, counts.no, counts.cannot_tell, counts.coded];
    let share = counts.share().map_or(Cell::Empty, Cell::Share);
    numbers.map(Cell::Count).into_iter().chain([share]).collect()
}

fn head_of_counts(words: Words) -> Vec<String> {
    let findings = ["yes", "partly", "no", "cannot_tell"];
    let mut head: Vec<String> =
        findings.iter().map(|finding| words.label(Vocabulary::Finding, finding)).collect();
    head.extend([t!(words, "coded"), t!(words, "annex-share-of-yes")]);
    head
}

/// A row for each State, and one for the whole register.
fn states(words: Words, outcome: &Outcome) -> Sheet {
    let row = |start: [String; 4], figures: &Figures| {
        let mut cells: Vec<Cell> = start.map(Cell::Text).into();
        let numbers = [figures.agreements, figures.applied, figures.with_skills];
        cells.extend(numbers.map(Cell::Count));
        cells.extend(counted(figures.item(SOCIAL_SECURITY)));
        cells
    };
    let mut rows: Vec<Vec<Cell>> = by_name(words, outcome)
        .into_iter()
        .map(|of| {
            let start = [
                words.state(&of.state),
                of.state.clone(),
                takes_part(words, of),
                dossier_told(words, of),
            ];
            row(start, &of.figures)
        })
        .collect();
    let whole = [t!(words, "all-in-register"), String::new(), String::new(), String::new()];
    rows.push(row(whole, &outcome.all));
    let mut head = vec![
        t!(words, "statements-state"),
        t!(words, "annex-code"),
        t!(words, "desk-takes-part"),
        t!(words, "desk-dossier"),
        t!(words, "frozen-agreements"),
        t!(words, "frozen-applied", date = words.day(outcome.day)),
        t!(words, "frozen-skills"),
    ];
    let social = t!(words, "social-security-share");
    head.extend(head_of_counts(words).into_iter().map(|label| format!("{social}: {label}")));
    Sheet { name: t!(words, "outcome-sheet-states"), head, rows }
}

/// A row for each provision of each State any of whose agreements is coded, and of the whole register.
fn provisions(words: Words, outcome: &Outcome) -> Sheet {
    let of = |name: &str, code: &str, figures: &Figures| -> Vec<Vec<Cell>> {
        figures
            .items
            .iter()
            .map(|item| {
                let texts = [
                    name.to_owned(),
                    code.to_owned(),
                    words.label(Vocabulary::Item, &item.what),
                    item.what.clone(),
                ];
                texts.map(Cell::Text).into_iter().chain(counted(item.counts)).collect()
            })
            .collect()
    };
    let states = by_name(words, outcome);
    let coded = states.into_iter().filter(|state| state.figures.coded > 0);
    let mut rows: Vec<Vec<Cell>> = coded
        .flat_map(|state| of(&words.state(&state.state), &state.state, &state.figures))
        .collect();
    rows.extend(of(&t!(words, "all-in-register"), "", &outcome.all));
    let mut head = vec![
        t!(words, "statements-state"),
        t!(words, "annex-code"),
        t!(words, "frozen-provision"),
        t!(words, "outcome-provision-code"),
    ];
    head.extend(head_of_counts(words));
    Sheet { name: t!(words, "outcome-sheet-provisions"), head, rows }
}

/// On what the figures rest, and what to compare them with.
fn about(sources: Sources<'_>, outcome: &Outcome, review: &Review) -> Sheet {
    let words = sources.words;
    let title = review.review.in_language(words.language.code()).to_owned();
    let mut rows = vec![
        told(t!(words, "entry-kind-review"), title),
        told(t!(words, "annex-address"), sources.address(&outcome.review.path())),
        vec![Cell::Text(t!(words, "annex-drawn-on")), Cell::Day(outcome.review.today)],
        told(t!(words, "outcome-basis"), basis(sources, outcome)),
        vec![Cell::Text(t!(words, "frozen-day")), Cell::Day(outcome.day)],
    ];
    if let Some(head) = &outcome.frozen {
        rows.push(told(t!(words, "frozen-at"), words.instant(head.at)));
        rows.push(told(t!(words, "frozen-hash"), head.hash.clone()));
    }
    if !outcome.is_intact {
        rows.push(told(String::new(), t!(words, "frozen-not-intact")));
    }
    let social = outcome.of_review.item(SOCIAL_SECURITY);
    rows.extend([
        told(String::new(), t!(words, "coverage-about")),
        told(String::new(), t!(words, "outcome-counted-once")),
        told(t!(words, "outcome-of-review"), share(words, social)),
    ]);
    about_sheet(words, rows)
}
