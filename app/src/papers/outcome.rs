//! The outcome report of a review: across its States, then State by State. It tells published things
//! and figures of a frozen register alone; where nothing is recorded, it says so.

use domain::{
    fields::Vocabulary,
    follow_up::{
        meeting::Bilingual,
        progress::ProgressStatus,
        review::{Review, ReviewKind},
    },
};
use register::{
    following::Entry,
    outcomes::{OWN_CHAPTERS, OfState, Outcome},
};
use strum::VariantArray;

use super::{
    Paper, Part, Run, Sources, Table,
    citing::{Citing, cited},
    dossier, plain, talk,
};
use crate::{
    pages::follow_up::{lists, review::when},
    words::{Words, t},
};

pub use super::outcome_annex::annex;

/// The report.
pub fn report(sources: Sources<'_>, outcome: &Outcome) -> Paper {
    let words = sources.words;
    let mut citing = Citing::new(sources, &outcome.named);
    let review: Review = outcome.review.content();
    let states = by_name(words, outcome);
    let mut parts = rests_on(sources, outcome);
    parts.extend(table_of_states(&mut citing, outcome, &states));
    parts.extend(shares(&mut citing, outcome, &states));
    parts.extend(partnerships(sources, outcome));
    parts.extend(commitments(sources, outcome));
    parts.extend(findings(sources, t!(words, "review-findings"), &[&outcome.review]));
    if review.review.kind == Some(ReviewKind::Forum) {
        let carried: Vec<&Entry> = outcome.carried.iter().collect();
        parts.extend(findings(sources, t!(words, "outcome-carried"), &carried));
    }
    parts.extend(state_by_state(&mut citing, outcome, &states));
    parts.extend(sources.colophon(&outcome.review.path(), outcome.review.today));
    Paper {
        language: words.language,
        title: review.review.in_language(words.language.code()).to_owned(),
        lines: below_title(words, outcome, &review),
        parts,
    }
}

/// The States in the order of their names.
pub(super) fn by_name(words: Words, outcome: &Outcome) -> Vec<&OfState> {
    let mut states: Vec<&OfState> = outcome.states.iter().collect();
    words.sort_by_name(&mut states, |of| words.state(&of.state));
    states
}

/// What it is; when, where and by which commission the review was held.
fn below_title(words: Words, outcome: &Outcome, review: &Review) -> Vec<String> {
    let about = &review.review;
    let commission =
        about.commission.as_deref().map(|code| words.label(Vocabulary::Commission, code));
    let told =
        [when(words, about), about.place(words.language.code()).map(str::to_owned), commission];
    let what = if outcome.frozen.is_some() {
        t!(words, "outcome-report")
    } else {
        format!("{} · {}", t!(words, "outcome-report"), t!(words, "outcome-provisional"))
    };
    let mut lines = vec![what, told.into_iter().flatten().collect::<Vec<_>>().join(" · ")];
    lines.retain(|line| !line.is_empty());
    lines
}

/// The frozen register behind every figure; or that there is none yet.
pub(super) fn basis(sources: Sources<'_>, outcome: &Outcome) -> String {
    let words = sources.words;
    match &outcome.frozen {
        Some(head) => cited(sources, head),
        None => t!(words, "outcome-not-frozen", day = words.day(outcome.day)),
    }
}

fn rests_on(sources: Sources<'_>, outcome: &Outcome) -> Vec<Part> {
    let words = sources.words;
    let mut parts = vec![
        Part::heading(1, t!(words, "outcome-basis")),
        Part::text(basis(sources, outcome)),
        Part::text(t!(words, "outcome-basis-about")),
    ];
    if !outcome.is_intact {
        parts.push(Part::Paragraph(vec![Run::Strong(t!(words, "frozen-not-intact"))]));
    }
    parts
}

/// Whether a State takes part, as it said.
pub(super) fn takes_part(words: Words, of: &OfState) -> String {
    match of.takes_part {
        Some(true) => words.label(Vocabulary::YesNo, "yes"),
        Some(false) => words.label(Vocabulary::YesNo, "no"),
        None => t!(words, "desk-not-said"),
    }
}

/// Whether there is a dossier that everybody can read.
pub(super) fn dossier_told(words: Words, of: &OfState) -> String {
    match &of.dossier {
        Some(dossier) => {
            let stage = words.label(Vocabulary::PracticeStage, dossier.stage.into());
            t!(words, "outcome-dossier-published", stage = stage)
        }
        None => t!(words, "outcome-dossier-not-published"),
    }
}

fn table_of_states(citing: &mut Citing<'_>, outcome: &Outcome, states: &[&OfState]) -> Vec<Part> {
    let (sources, words) = (citing.sources, citing.sources.words);
    let heading = Part::heading(1, t!(words, "outcome-states"));
    if states.is_empty() {
        return vec![heading, Part::text(t!(words, "outcome-no-states"))];
    }
    let mut head = vec![
        t!(words, "statements-state"),
        t!(words, "desk-takes-part"),
        t!(words, "desk-dossier"),
        t!(words, "frozen-agreements"),
    ];
    head.push(t!(words, "frozen-applied", date = words.day(outcome.day)));
    let rows = states
        .iter()
        .map(|of| {
            let mut dossier = plain(dossier_told(words, of));
            dossier.extend(of.dossier.as_ref().map(|entry| sources.entry(entry)));
            vec![
                plain(words.state(&of.state)),
                plain(takes_part(words, of)),
                dossier,
                plain(words.number(of.figures.agreements)),
                plain(words.number(of.figures.applied)),
            ]
        })
        .collect();
    vec![heading, Part::Table(Table { head, rows, numeric: vec![3, 4], ..Table::default() })]
}

/// The share of agreements with social security provisions by State, beside the concept note's.
fn shares(citing: &mut Citing<'_>, outcome: &Outcome, states: &[&OfState]) -> Vec<Part> {
    let words = citing.sources.words;
    let of_item = |label: String, figures: &domain::figures::Figures| {
        let share = talk::share(words, figures.item(talk::SOCIAL_SECURITY));
        vec![plain(label), plain(share)]
    };
    let mut rows = vec![
        vec![plain(t!(words, "concept-note")), plain(t!(words, "concept-note-value"))],
        of_item(t!(words, "all-in-register"), &outcome.all),
        of_item(t!(words, "outcome-of-review"), &outcome.of_review),
    ];
    if let (Some(head), Some(cell)) = (&outcome.frozen, rows[1].last_mut()) {
        cell.push(citing.frozen(head));
    }
    let (coded, not_coded): (Vec<&OfState>, Vec<&OfState>) =
        states.iter().copied().partition(|of| of.figures.coded > 0);
    rows.extend(coded.into_iter().map(|of| of_item(words.state(&of.state), &of.figures)));
    let head = vec![t!(words, "paper-agreements-counted"), t!(words, "share")];
    let caption = t!(words, "coverage-about");
    let mut parts = vec![
        Part::heading(1, t!(words, "social-security-share")),
        Part::Table(Table { caption, head, rows, ..Table::default() }),
    ];
    if !not_coded.is_empty() {
        let states: Vec<String> = not_coded.into_iter().map(|of| words.state(&of.state)).collect();
        parts.push(Part::text(t!(words, "outcome-none-coded", states = states.join(", "))));
    }
    parts.push(Part::text(t!(words, "concept-note-source")));
    parts
}

fn partnerships(sources: Sources<'_>, outcome: &Outcome) -> Vec<Part> {
    let words = sources.words;
    let heading = Part::heading(1, t!(words, "outcome-partnerships"));
    if outcome.partnerships.is_empty() {
        return vec![heading, Part::text(t!(words, "outcome-no-partnerships"))];
    }
    let rows = outcome
        .partnerships
        .iter()
        .map(|of| {
            if !of.is_public {
                let number = t!(words, "record-number", id = of.id.to_string());
                let withdrawn = t!(words, "outcome-withdrawn");
                return vec![plain(number), plain(withdrawn), plain(String::new())];
            }
            let title = match of.agreement.title(words.language.code()) {
                "" => t!(words, "no-title"),
                title => title.to_owned(),
            };
            let note = sources.note(title.clone(), of.id, &format!("/agreements/{}", of.id));
            let mut parties: Vec<String> =
                of.agreement.party_codes().map(|party| words.state(party)).collect();
            words.sort_by_name(&mut parties, String::clone);
            let status = words.text(&format!("status-short-{}", <&str>::from(of.status)));
            vec![vec![Run::Text(title), note], plain(parties.join(", ")), plain(status)]
        })
        .collect();
    let head = vec![
        t!(words, "outcome-agreement"),
        t!(words, "outcome-parties"),
        t!(words, "outcome-status-on", day = words.day(outcome.day)),
    ];
    vec![heading, Part::Table(Table { head, rows, ..Table::default() })]
}

/// How many stand where; then each with its evidence.
fn commitments(sources: Sources<'_>, outcome: &Outcome) -> Vec<Part> {
    let words = sources.words;
    let heading = Part::heading(1, t!(words, "commitments-title"));
    let all: Vec<&Entry> = outcome.commitments.iter().collect();
    if all.is_empty() {
        return vec![heading, Part::text(t!(words, "meeting-commitments-empty"))];
    }
    let statuses = ProgressStatus::VARIANTS.iter().copied().map(Some).chain([None]);
    let mut rows: Vec<Vec<Vec<Run>>> = statuses
        .map(|status| {
            let label = status.map_or_else(
                || t!(words, "commitment-no-status"),
                |status| words.label(Vocabulary::ProgressStatus, status.into()),
            );
            let count = all.iter().filter(|entry| entry.status == status).count() as u64;
            vec![plain(label), plain(words.number(count))]
        })
        .collect();
    let overdue = all.iter().filter(|entry| entry.is_overdue).count() as u64;
    rows.push(vec![plain(t!(words, "outcome-overdue")), plain(words.number(overdue))]);
    let head = vec![t!(words, "commitment-filter-status"), t!(words, "outcome-count")];
    let counts = Table { head, rows, numeric: vec![1], ..Table::default() };
    vec![heading, Part::Table(counts), talk::table_of_commitments(sources, &all)]
}

/// What was found, by round table, each with its review.
fn findings(sources: Sources<'_>, heading: String, reviews: &[&Entry]) -> Vec<Part> {
    let words = sources.words;
    let mut parts = vec![Part::heading(1, heading)];
    let reviews: Vec<(&Entry, Review)> =
        reviews.iter().map(|entry| (*entry, entry.content::<Review>())).collect();
    for code in Vocabulary::RoundTable.codes() {
        let mut bullets = Vec::new();
        for (entry, review) in &reviews {
            let title = review.review.in_language(words.language.code());
            let found = review.findings.findings.iter();
            let found = found.filter(|found| found.round_table.as_deref() == Some(code));
            bullets.extend(found.map(|found| {
                let text = found.text.clone().unwrap_or_default();
                vec![Run::Text(text), sources.note(title.to_owned(), entry.id, &entry.path())]
            }));
        }
        if !bullets.is_empty() {
            let title = words.label(Vocabulary::RoundTable, code);
            let heading = t!(words, "round-table", number = code.to_owned(), title = title);
            parts.push(Part::heading(2, heading));
            parts.push(Part::Bullets(bullets));
        }
    }
    if parts.len() == 1 {
        parts.push(Part::text(t!(words, "outcome-no-findings")));
    }
    parts
}

/// A section for each State that has an agreement in the register or has published its dossier; the
/// others are named.
fn state_by_state(citing: &mut Citing<'_>, outcome: &Outcome, states: &[&OfState]) -> Vec<Part> {
    let words = citing.sources.words;
    let mut parts = vec![Part::heading(1, t!(words, "outcome-state-by-state"))];
    let (told, silent): (Vec<&OfState>, Vec<&OfState>) =
        states.iter().copied().partition(|of| of.figures.agreements > 0 || of.dossier.is_some());
    for of in told {
        let name = words.state(&of.state);
        parts.push(Part::heading(2, name.clone()));
        parts.push(citing.figures(name, &of.figures, &outcome.all, outcome.frozen.as_ref()));
        parts.extend(own_words(citing, of));
    }
    if !silent.is_empty() {
        let states: Vec<String> = silent.into_iter().map(|of| words.state(&of.state)).collect();
        parts.push(Part::text(t!(words, "outcome-silent", states = states.join(", "))));
    }
    parts
}

/// What the State says itself of challenges and next steps, where it has published its dossier.
fn own_words(citing: &mut Citing<'_>, of: &OfState) -> Vec<Part> {
    let (sources, words) = (citing.sources, citing.sources.words);
    let Some(entry) = &of.dossier else {
        return vec![Part::text(t!(words, "outcome-dossier-none"))];
    };
    let mut parts = Vec::new();
    for chapter in OWN_CHAPTERS {
        let mut paragraphs = citing.paragraphs(dossier::text(entry, chapter));
        if let Some(Part::Paragraph(runs)) = paragraphs.last_mut() {
            runs.push(Run::Text(" ".to_owned()));
            runs.push(sources.note(lists::title(words, entry), entry.id, &entry.path()));
            parts.push(Part::heading(3, words.text(&format!("form-{}", chapter.code()))));
            parts.extend(paragraphs);
        }
    }
    parts
}
