//! What the coding of a text says: the term, and the 34 provisions.

use domain::{
    PartialDate,
    agreement::{Duration, Finding, TextFinding, YesNo},
    criteria,
};

use super::{RemarkKind, draft::Draft, scope, table::Row, title};

const CODER: &str = "Chilton & Woda (2022)";
const CODED_IN: i32 = 2022;

/// Years of a fixed term that a treaty may have; more is a typing error.
const TERM_YEARS: std::ops::RangeInclusive<u32> = 1..=100;

/// The two files should tell the same of the same agreement; where they do not, the other file
/// stands and the coding is kept in words.
pub(super) fn compare(draft: &mut Draft, known: Row<'_>, coding: Row<'_>) {
    for column in ["countryA", "countryB", "year"] {
        if known.cell(column) != coding.cell(column) {
            draft.remark(coding, column, RemarkKind::ValueNotExpected);
            draft.note(format!("The coding gives {column} as \"{}\".", coding.cell(column)));
        }
    }
}

/// Everything of a row of the coding.
pub(super) fn code(draft: &mut Draft, row: Row<'_>) {
    title::given(draft, row);
    text_coded(draft, row);
    term(draft, row);
    earlier_agreements(draft, row);
    scope::quota(draft, row);
    scope::recruitment(draft, row);
    for item in criteria::item_codes() {
        finding(draft, row, item);
    }
}

fn text_coded(draft: &mut Draft, row: Row<'_>) {
    let language = row.cell("coded_orig_lang");
    if language.is_empty() {
        draft.remark(row, "coded_orig_lang", RemarkKind::EmptyCell);
        return;
    }
    // The misspelling is the publisher's.
    match row.cell("coded_google_translation") {
        "Original langauge" => draft.note(format!("Coded from the text in {language}.")),
        "Translation" => {
            draft.note(format!("Coded from a machine translation; the text is in {language}."));
        }
        _ => {
            draft.not_expected(row, "coded_google_translation");
            draft.note(format!("The text coded is in {language}."));
        }
    }
}

/// How long it lasts (field's facts, section 2.6).
fn term(draft: &mut Draft, row: Row<'_>) {
    let duration = match row.cell("bla_duration") {
        "The BLA is valid until terminated" => Some(Duration::UntilTerminated),
        "The BLA is valid for a specified number of years" => Some(Duration::FixedTerm),
        "The BLA does not mention when it terminates" => Some(Duration::NotStated),
        "Other" => Some(Duration::Other),
        "" => {
            draft.remark(row, "bla_duration", RemarkKind::EmptyCell);
            None
        }
        _ => {
            draft.not_expected(row, "bla_duration");
            None
        }
    };
    draft.agreement.life.duration = duration;

    match (row.cell("bla_duration_other"), duration) {
        ("", Some(Duration::Other)) => {
            draft.remark(row, "bla_duration_other", RemarkKind::EmptyCell);
        }
        ("", _) => {}
        (words, _) => draft.note(format!("Its duration, as coded: \"{words}\".")),
    }
    let years = row.cell("bla_duration_years");
    match years.parse::<u32>() {
        Ok(years) if TERM_YEARS.contains(&years) => {
            draft.agreement.life.term_months = Some(years * 12);
        }
        _ if years.is_empty() => {}
        _ => draft.not_expected(row, "bla_duration_years"),
    }
    draft.agreement.life.tacit_renewal =
        draft.flag(row, "autorenew").map(|renewed| if renewed { YesNo::Yes } else { YesNo::No });
}

/// Which agreements those are the dataset does not say, so these are words and no links.
fn earlier_agreements(draft: &mut Draft, row: Row<'_>) {
    if draft.flag(row, "past_bla_amend") == Some(true) {
        draft.note("It amends or adds to an earlier agreement.");
    }
    match row.cell("past_bla_ref") {
        "No prior BLA" => draft.note("It refers to no earlier agreement."),
        "One prior BLA" => draft.note("It refers to one earlier agreement."),
        "More than one prior BLA" => draft.note("It refers to more than one earlier agreement."),
        "" => draft.remark(row, "past_bla_ref", RemarkKind::EmptyCell),
        _ => draft.not_expected(row, "past_bla_ref"),
    }
    if draft.flag(row, "past_bla_replace") == Some(true) {
        draft.note("It fully replaces an earlier agreement.");
    }
}

/// What the text says of one item. The coding is yes or no; anything else is no finding of theirs.
fn finding(draft: &mut Draft, row: Row<'_>, item: &'static str) {
    let finding = match row.cell(item) {
        "1" => Finding::Yes,
        "0" => Finding::No,
        "" => {
            draft.remark(row, item, RemarkKind::EmptyCell);
            Finding::CannotTell
        }
        _ => {
            draft.not_expected(row, item);
            Finding::CannotTell
        }
    };
    draft.agreement.provisions.findings.push(TextFinding {
        item: item.to_owned(),
        finding: Some(finding),
        coder: Some(CODER.to_owned()),
        coded_on: Some(PartialDate::Year(CODED_IN)),
        ..TextFinding::default()
    });
}
