//! The two files of the *Bilateral Labor Agreements* dataset of Chilton & Woda (2022, Harvard
//! Dataverse): every agreement they know of, and their coding of those whose text they hold.
//!
//! The rows belong to their publisher and are never part of this program: whoever imports them has
//! downloaded them. What the columns mean, and where they are wrong, is in the field's facts
//! (`agreements.md`, sections 2.2, 2.6 and 2.7) and in the notes beside the data.
//!
//! Dates are read month/day/year, as the publisher writes them. Where only day/month gives a day,
//! that is read and remarked; a date that is possible both ways is not doubted, because nothing in
//! the row could decide it. The numbers of countries and of their pairs (`codeA`, `codeB`,
//! `dyadID`) only repeat the names and are not kept.

mod coding;
mod dates;
mod draft;
mod formation;
mod mend;
mod scope;
mod table;
#[cfg(test)]
mod tests;
mod title;

use std::collections::HashMap;

use domain::{agreement::Objectives, criteria};

use self::{
    draft::Draft,
    table::{Row, Table},
};
use super::{BadFile, Incoming, Reading, Remark, RemarkKind};

/// Every known agreement.
const FORMATION: &str = "bla_formation.csv";
/// What the texts provide.
const CODING: &str = "bla_coding.csv";
/// The publisher's number of an agreement, on which the files join.
const KEY: &str = "treatyID";

const FORMATION_COLUMNS: [&str; 17] = [
    KEY,
    "countryA",
    "countryB",
    "year",
    "datesigned",
    "ratified",
    "copy_available",
    "evidence_available",
    "evidence_notavailable",
    "copy_english",
    "copy_french",
    "copy_german",
    "copy_spanish",
    "copy_arabic",
    "copy_polish",
    "copy_russian",
    "copy_portugese",
];

/// Besides the 34 items.
const CODING_COLUMNS: [&str; 17] = [
    KEY,
    "countryA",
    "countryB",
    "year",
    "agreement_title",
    "coded_orig_lang",
    "coded_google_translation",
    "autorenew",
    "bla_duration",
    "bla_duration_other",
    "bla_duration_years",
    "past_bla_amend",
    "past_bla_ref",
    "past_bla_replace",
    "quota",
    "quota_num",
    "recruit_auth_who",
];

/// Reads both files and joins them.
///
/// # Errors
/// When a file is not the one it should be, or its rows cannot be told apart. A value that cannot
/// be read is no error: it is kept as given, with a remark.
pub fn read(formation: &[u8], coding: &[u8]) -> Result<Reading, BadFile> {
    let coding_columns: Vec<&'static str> =
        CODING_COLUMNS.iter().chain(criteria::item_codes()).copied().collect();
    let known = Table::read(FORMATION, formation, &FORMATION_COLUMNS, KEY).map_err(|error| {
        let exchanged = matches!(error, BadFile::NotThatFile { .. })
            && Table::read(FORMATION, coding, &FORMATION_COLUMNS, KEY).is_ok()
            && Table::read(CODING, formation, &coding_columns, KEY).is_ok();
        if exchanged { BadFile::Exchanged { first: FORMATION, second: CODING } } else { error }
    })?;
    let coded = Table::read(CODING, coding, &coding_columns, KEY)?;

    let mut codings: HashMap<&str, Row<'_>> =
        coded.rows().map(|row| (row.cell(KEY), row)).collect();
    let mut reading = Reading::default();
    for row in known.rows() {
        let coding = codings.remove(row.cell(KEY));
        add(&mut reading, agreement(row, coding));
    }
    for row in coded.rows().filter(|row| codings.contains_key(row.cell(KEY))) {
        add(&mut reading, only_coded(row));
    }
    Ok(reading)
}

fn agreement(row: Row<'_>, coding: Option<Row<'_>>) -> Draft {
    let mut draft = Draft::new(row.cell(KEY));
    formation::parties(&mut draft, row);
    formation::signed(&mut draft, row);
    formation::ratified(&mut draft, row);
    formation::source(&mut draft, row);
    formation::text_availability(&mut draft, row);
    if let Some(coding) = coding {
        coding::compare(&mut draft, row, coding);
        coding::code(&mut draft, coding);
    } else {
        title::made(&mut draft, row);
    }
    draft
}

/// A row of the coding whose agreement the other file does not have is a record all the same.
fn only_coded(row: Row<'_>) -> Draft {
    let mut draft = Draft::new(row.cell(KEY));
    draft.remark(row, KEY, RemarkKind::CodingWithoutFormation);
    formation::parties(&mut draft, row);
    formation::signed(&mut draft, row);
    formation::source(&mut draft, row);
    coding::code(&mut draft, row);
    draft
}

fn add(reading: &mut Reading, draft: Draft) {
    let Draft { key, mut agreement, notes, remarks } = draft;
    agreement.objectives = Objectives::proposed(&agreement);
    agreement.references.note = Some(notes.join(" ")).filter(|note| !note.is_empty());
    reading.incoming.push(Incoming { key, agreement });
    reading.remarks.extend(remarks);
}
