//! What the table of agreements says: who, when, and whether there is a text.

use domain::{
    PartialDate,
    agreement::{Event, EventKind, Identifier, IdentifierScheme, Party, Source, TextAvailability},
    fold::fold,
    states::{self, PartyStatus},
};

use super::{KEY, RemarkKind, dates, draft::Draft, mend, table::Row};

/// How the dataset numbers its agreements.
const SERIES: &str = "Chilton & Woda BLA";
/// Where the publisher keeps it.
const ADDRESS: &str = "https://dataverse.harvard.edu/dataverse/BLA";
const SOURCE: &str = "Chilton & Woda, Bilateral Labor Agreements dataset (Harvard Dataverse)";

/// Names of a State in a former time that the tables of parties hold under its present code.
const FORMER_NAMES: [&str; 1] = ["west germany"];

/// The columns of copies, with the language of each. The spelling is the publisher's.
const COPIES: [(&str, &str); 8] = [
    ("copy_english", "English"),
    ("copy_french", "French"),
    ("copy_german", "German"),
    ("copy_spanish", "Spanish"),
    ("copy_arabic", "Arabic"),
    ("copy_polish", "Polish"),
    ("copy_russian", "Russian"),
    ("copy_portugese", "Portuguese"),
];

/// A party's name as given, with letters put right.
pub(super) fn party_name(row: Row<'_>, column: &str) -> String {
    let given = row.cell(column);
    mend::mended(given).unwrap_or_else(|| given.to_owned())
}

/// The parties. Their roles stay open: the order of the columns does not tell them.
pub(super) fn parties(draft: &mut Draft, row: Row<'_>) {
    for column in ["countryA", "countryB"] {
        let name = party_name(row, column);
        if name.is_empty() {
            draft.remark(row, column, RemarkKind::EmptyCell);
            continue;
        }
        if name != row.cell(column) {
            draft.remark(row, column, RemarkKind::TextMended);
        }
        let Some(party) = states::named(&name).filter(|party| !party.is_example()) else {
            draft.remark(row, column, RemarkKind::PartyNotKnown);
            draft.note(format!("The dataset names a party \"{name}\"."));
            continue;
        };
        if FORMER_NAMES.contains(&fold(&name).as_str()) {
            draft.remark(row, column, RemarkKind::HistoricParty);
            draft.note(format!("The dataset names a party \"{name}\"."));
        }
        match party.status {
            PartyStatus::State => {}
            PartyStatus::Historic => draft.remark(row, column, RemarkKind::HistoricParty),
            PartyStatus::Other | PartyStatus::Example => {
                draft.remark(row, column, RemarkKind::PartyNotAState);
            }
        }
        draft.agreement.parties.parties.push(Party { code: party.code.clone(), role: None });
    }
}

/// The signature: the date where it can be read, else the year, else an event without a date.
pub(super) fn signed(draft: &mut Draft, row: Row<'_>) {
    let mut notes = Vec::new();
    let given_year = row.cell("year");
    let year = dates::year(given_year)
        .map_err(|what| {
            draft.remark(row, "year", what);
            notes.push(format!("The dataset gives the year of signature as \"{given_year}\"."));
        })
        .ok();
    let read = read_date(draft, row, "datesigned", "signature", &mut notes);
    if let (Some(PartialDate::Day(_)), Some(year)) = (read, year)
        && read.is_some_and(|date| date.year() != year)
    {
        draft.remark(row, "year", RemarkKind::YearAndDateDisagree);
        notes.push(format!("The dataset gives the year of signature as \"{year}\"."));
    }
    draft.agreement.life.events.push(Event {
        kind: Some(EventKind::Signed),
        date: read.or(year.map(PartialDate::Year)),
        note: Some(notes.join(" ")).filter(|note| !note.is_empty()),
        ..Event::default()
    });
}

/// The publisher's one date for two facts (field's facts, section 2.7), for all parties.
pub(super) fn ratified(draft: &mut Draft, row: Row<'_>) {
    if row.cell("ratified").is_empty() {
        return;
    }
    let mut notes = Vec::new();
    let date = read_date(draft, row, "ratified", "ratification or entry into force", &mut notes);
    let signed = draft.agreement.life.events.first().and_then(|event| event.date);
    if let (Some(ratified), Some(signed)) = (date, signed)
        && ratified.last_day() < signed.first_day()
    {
        draft.remark(row, "ratified", RemarkKind::RatifiedBeforeSigned);
    }
    draft.agreement.life.events.push(Event {
        kind: Some(EventKind::RatifiedOrInForce),
        date,
        note: Some(notes.join(" ")).filter(|note| !note.is_empty()),
        ..Event::default()
    });
}

/// The date of a cell; where it cannot be read as it stands, with a remark and the cell in words.
fn read_date(
    draft: &mut Draft,
    row: Row<'_>,
    column: &'static str,
    of: &str,
    notes: &mut Vec<String>,
) -> Option<PartialDate> {
    let given = row.cell(column);
    if given.is_empty() {
        return None;
    }
    let (date, what) = match dates::day(given) {
        Ok((day, false)) => return Some(PartialDate::Day(day)),
        Ok((day, true)) => (Some(PartialDate::Day(day)), RemarkKind::DayAndMonthSwapped),
        Err(what) => (None, what),
    };
    draft.remark(row, column, what);
    notes.push(format!("The dataset gives the date of {of} as \"{given}\"."));
    date
}

/// The number in the dataset and where the record comes from.
pub(super) fn source(draft: &mut Draft, row: Row<'_>) {
    let references = &mut draft.agreement.references;
    references.identifiers.push(Identifier {
        scheme: Some(IdentifierScheme::Dataset),
        series: Some(SERIES.to_owned()),
        value: row.cell(KEY).to_owned(),
    });
    let list = row.cell("dataset_original");
    references.sources.push(Source {
        title: Some(SOURCE.to_owned()),
        address: Some(ADDRESS.to_owned()),
        note: (!list.is_empty()).then(|| format!("The dataset has it from {list}.")),
        ..Source::default()
    });
}

/// Whether there is a text, in words: two thirds of the agreements have one. The languages are
/// those of copies, which need not be those of the authentic texts.
pub(super) fn text_availability(draft: &mut Draft, row: Row<'_>) {
    let copy = draft.flag(row, "copy_available");
    let languages: Vec<&str> = COPIES
        .into_iter()
        .filter(|(column, _)| draft.flag(row, column) == Some(true))
        .map(|(_, language)| language)
        .collect();
    let languages = languages.join(", ");
    match (copy, languages.is_empty()) {
        (Some(true), true) => draft.note("The publisher holds a copy of the text."),
        (Some(true), false) => {
            draft.note(format!("The publisher holds a copy of the text ({languages})."));
        }
        (Some(false), false) => draft.note(format!(
            "The dataset names copies of the text ({languages}) and says that none is available."
        )),
        (None, false) => draft.note(format!("The dataset names copies of the text ({languages}).")),
        (_, true) => {}
    }
    let evidence = draft.flag(row, "evidence_available") == Some(true);
    if evidence {
        draft.note("The publisher holds evidence that the agreement exists.");
    }
    let neither = draft.flag(row, "evidence_notavailable") == Some(true);
    if neither {
        draft.note("The publisher holds neither its text nor evidence of it.");
    }
    draft.agreement.identity.text_availability = match (copy, evidence, neither) {
        (Some(true), _, false) => Some(TextAvailability::FullText),
        (Some(false), true, false) => Some(TextAvailability::EvidenceOnly),
        (Some(false), false, true) => Some(TextAvailability::None),
        // Flags that contradict each other decide nothing; the sentences keep them.
        _ => None,
    };
}
