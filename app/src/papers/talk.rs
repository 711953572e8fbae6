//! The summary report of a meeting: what is recorded of it and visible to the reader, and nothing
//! else. Where nothing is recorded, the report says so.

use domain::{
    coverage::{By, Counts},
    fields::Vocabulary,
    follow_up::{
        EntryKind,
        commitment::{Commitment, Recommendation},
        meeting::{Bilingual, Meeting},
        progress,
        statement::Statement,
    },
    search::{Facet, Query},
};
use register::{
    Error,
    counting::Coverage,
    following::{Entry, Wanted, updates},
};

use super::{
    Paper, Part, Run, Sources, Table, plain,
    programme::{agenda, below_title, lines, minutes, participation},
};
use crate::{
    pages::{follow_up::lists, home},
    request::Request,
    words::{Words, t},
};

/// The item of the criteria whose share stands beside the concept note's.
pub(super) const SOCIAL_SECURITY: &str = "social_security";

/// The report of a meeting. `origin` is where people reach the register.
///
/// # Errors
/// When the register does not answer.
pub async fn report(request: &Request, entry: &Entry, origin: &str) -> Result<Paper, Error> {
    let words = request.words;
    let sources = Sources { words, origin };
    let meeting: Meeting = entry.content();
    let wanted = Wanted { meeting: Some(entry.id), ..Wanted::default() };
    let of_meeting = request.register.entries_of(&request.actor, &wanted).await?;
    let of_kind = |kind: EntryKind| -> Vec<&Entry> {
        of_meeting.iter().filter(|entry| entry.kind == kind).collect()
    };
    let all = Query::default();
    let participants = meeting
        .states()
        .into_iter()
        .fold(Query::default(), |query, state| query.with(Facet::Party, state));
    let counted =
        [(t!(words, "all-in-register"), &all), (t!(words, "paper-of-participants"), &participants)];
    let mut shares = Vec::new();
    for (label, query) in counted {
        shares.push((label, query, request.register.coverage(query, By::Item).await?));
    }
    let mut parts = Vec::new();
    parts.extend(lines(t!(words, "meeting-goals"), words, &meeting.meeting.goals));
    parts.extend(participation(words, &meeting));
    parts.extend(agenda(words, &meeting));
    parts.extend(statements(sources, &meeting, of_kind(EntryKind::Statement)));
    parts.extend(recommendations(sources, &of_kind(EntryKind::Recommendation)));
    parts.extend(commitments(sources, &of_kind(EntryKind::Commitment)));
    parts.extend(share_of_provisions(sources, &shares));
    parts.extend(lines(t!(words, "meeting-outcomes"), words, &meeting.meeting.outcomes));
    parts.extend(minutes(words, &meeting));
    parts.extend(sources.colophon(&entry.path(), entry.today));
    Ok(Paper {
        language: words.language,
        title: meeting.meeting.in_language(words.language.code()).to_owned(),
        lines: below_title(words, &meeting),
        parts,
    })
}

/// Question by question what States said, by their names; then of whom nothing is recorded.
fn statements(sources: Sources<'_>, meeting: &Meeting, mut said: Vec<&Entry>) -> Vec<Part> {
    let words = sources.words;
    words.sort_by_name(&mut said, |statement| lists::owner(words, statement));
    let mut parts = vec![Part::heading(1, t!(words, "meeting-statements"))];
    if meeting.meeting.questions.is_empty() {
        parts.push(Part::text(t!(words, "paper-nothing-recorded")));
    }
    for (number, question) in (1u32..).zip(&meeting.meeting.questions) {
        parts.push(Part::heading(2, t!(words, "question-number", number = number)));
        let text = question.in_language(words.language.code()).to_owned();
        parts.push(Part::Paragraph(vec![Run::Strong(text)]));
        let of_question: Vec<Part> = said
            .iter()
            .filter(|statement| statement.question == Some(number))
            .map(|statement| one_statement(sources, statement))
            .collect();
        if of_question.is_empty() {
            parts.push(Part::text(t!(words, "paper-nothing-said")));
        }
        parts.extend(of_question);
    }
    let mut silent: Vec<&str> = meeting.states();
    silent.retain(|state| said.iter().all(|entry| entry.owner.as_deref() != Some(*state)));
    let mut silent: Vec<String> = silent.into_iter().map(|state| words.state(state)).collect();
    words.sort_by_name(&mut silent, String::clone);
    if !silent.is_empty() {
        parts.push(Part::text(t!(words, "paper-silent", states = silent.join(", "))));
    }
    parts
}

fn one_statement(sources: Sources<'_>, entry: &Entry) -> Part {
    let words = sources.words;
    let owner = lists::owner(words, entry);
    let text = entry.content::<Statement>().statement.text.unwrap_or_default();
    let mut runs = vec![Run::Strong(format!("{owner}: ")), Run::Text(text)];
    runs.push(sources.entry(entry));
    if entry.recorded_for {
        let mark = t!(words, "statement-recorded-for", state = owner);
        runs.push(Run::Text(format!(" [{mark}]")));
    }
    runs.extend(draft(words, entry));
    Part::Paragraph(runs)
}

/// What not everybody can see is marked, so that nobody hands it on unknowing.
fn draft(words: Words, entry: &Entry) -> Option<Run> {
    entry
        .published_at
        .is_none()
        .then(|| Run::Text(format!(" [{}]", t!(words, "paper-not-published"))))
}

fn recommendations(sources: Sources<'_>, entries: &[&Entry]) -> Vec<Part> {
    let words = sources.words;
    let heading = Part::heading(1, t!(words, "meeting-recommendations"));
    if entries.is_empty() {
        return vec![heading, Part::text(t!(words, "meeting-recommendations-empty"))];
    }
    let bullets = entries
        .iter()
        .map(|entry| {
            let recommended = entry.content::<Recommendation>().recommendation;
            let text = recommended.in_language(words.language.code()).to_owned();
            let addressed = lists::addressed(words, &recommended);
            let mut about = vec![
                format!("{}: {addressed}", t!(words, "recommendation-addressed")),
                lists::progress_told(words, entry),
            ];
            let due = recommended.due.map(|due| words.date(due));
            about.extend(due.map(|due| format!("{}: {due}", t!(words, "commitment-due"))));
            let mut runs = vec![Run::Text(text), sources.entry(entry)];
            runs.push(Run::Text(format!("\n{}", about.join(" · "))));
            runs.extend(draft(words, entry));
            runs
        })
        .collect();
    vec![heading, Part::Bullets(bullets)]
}

/// What somebody is to carry out, how far it is, and on what that rests.
fn commitments(sources: Sources<'_>, entries: &[&Entry]) -> Vec<Part> {
    let words = sources.words;
    let heading = Part::heading(1, t!(words, "meeting-commitments"));
    if entries.is_empty() {
        return vec![heading, Part::text(t!(words, "meeting-commitments-empty"))];
    }
    vec![heading, table_of_commitments(sources, entries)]
}

/// Each with whose it is, until when, how far, and the evidence.
pub(super) fn table_of_commitments(sources: Sources<'_>, entries: &[&Entry]) -> Part {
    let words = sources.words;
    let rows = entries
        .iter()
        .map(|entry| {
            let committed = entry.content::<Commitment>().commitment;
            let mut what =
                vec![Run::Text(committed.text.unwrap_or_default()), sources.entry(entry)];
            what.extend(draft(words, entry));
            let updates = updates(&entry.content);
            let evidence = progress::evidence(&updates).map_or_else(
                || t!(words, "paper-no-evidence"),
                |level| words.label(Vocabulary::EvidenceLevel, level.into()),
            );
            let mut evidence = plain(evidence);
            let address = updates.iter().rev().find_map(|update| update.report.address.clone());
            evidence.extend(address.map(Run::Footnote));
            let due = entry.due.map_or_else(|| t!(words, "not-known"), |due| words.date(due));
            vec![
                what,
                plain(lists::owner(words, entry)),
                plain(due),
                plain(lists::progress_told(words, entry)),
                evidence,
            ]
        })
        .collect();
    let head = vec![
        t!(words, "entry-kind-commitment"),
        t!(words, "commitment-owner"),
        t!(words, "commitment-due"),
        t!(words, "commitment-filter-status"),
        t!(words, "commitment-evidence"),
    ];
    Part::Table(Table { head, rows, ..Table::default() })
}

/// The concept note's share beside our own, each with the records behind it.
fn share_of_provisions(sources: Sources<'_>, shares: &[(String, &Query, Coverage)]) -> Vec<Part> {
    let words = sources.words;
    let mut rows =
        vec![vec![plain(t!(words, "concept-note")), plain(t!(words, "concept-note-value"))]];
    for (label, query, coverage) in shares {
        let found = coverage.rows.iter().find(|row| row.what == SOCIAL_SECURITY);
        let counts = found.map(|row| row.counts).unwrap_or_default();
        let behind = Query { coded: true, ..(*query).clone() }
            .with(Facet::Provision, &format!("{SOCIAL_SECURITY}:yes"));
        let address = sources.address(&format!("/agreements?{}", behind.to_address()));
        let mut cell = plain(share(words, counts));
        cell.push(Run::Footnote(t!(words, "paper-figure", address = address)));
        rows.push(vec![plain(label.clone()), cell]);
    }
    let head = vec![t!(words, "paper-agreements-counted"), t!(words, "share")];
    let caption = t!(words, "coverage-about");
    vec![
        Part::heading(1, t!(words, "social-security-share")),
        Part::Table(Table { caption, head, rows, ..Table::default() }),
        Part::text(t!(words, "concept-note-source")),
    ]
}

/// A share with its denominator, or why there is none.
pub(super) fn share(words: Words, counts: Counts) -> String {
    if counts.coded == 0 {
        return t!(words, "none-coded-here");
    }
    let share = words.percent(home::percent(counts.yes, counts.coded));
    t!(words, "share-of-coded", share = share, coded = counts.coded)
}
