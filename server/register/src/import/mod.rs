//! Agreements from tables that others made: what the readers give to the use case that stores them.
//!
//! A reader is pure: bytes in, records and remarks out. It drops nothing and guesses nothing. What
//! cannot be read is kept in the record as it was given, and a [`Remark`] says so, with the line,
//! so that whoever imports can look at the row itself.

pub mod bla;
pub mod run;
pub mod starter;
mod starter_entries;

use domain::Agreement;
use strum::IntoStaticStr;
use thiserror::Error;

/// A record that came in.
#[derive(Clone, Debug, PartialEq)]
pub struct Incoming {
    /// What its publisher calls it. It stays the same over editions, so that importing again finds
    /// the record again.
    pub key: String,
    pub agreement: Agreement,
}

/// Something in a row that had to be read with care, mended or left as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// The file's name, as its publisher calls it.
    pub file: &'static str,
    /// The line of the file on which the row begins; 1 is the header.
    pub line: u64,
    /// The record's key.
    pub key: String,
    pub column: &'static str,
    /// The cell as given, without the blanks around it.
    pub given: String,
    pub what: RemarkKind,
}

/// What was remarkable.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum RemarkKind {
    /// The year says that it is not known (9999).
    UnknownYear,
    /// A year in which no agreement in a register can have been made, such as 2997.
    YearOutOfRange,
    /// Kept in words; the record has the year alone, or no date.
    DateNotReadable,
    /// Read as day/month, because as month/day there is no such day.
    DayAndMonthSwapped,
    /// The date of signature is not in the year that the year column gives. The date stands.
    YearAndDateDisagree,
    /// Both dates stand.
    RatifiedBeforeSigned,
    /// A name that the tables of parties do not have; it is kept in words.
    PartyNotKnown,
    /// A State that is no more.
    HistoricParty,
    /// A party that is not a State of the United Nations system.
    PartyNotAState,
    /// No title is known; the record is called by its parties and year.
    TitleMissing,
    /// Letters that had been encoded twice were put right.
    TextMended,
    /// The number of workers is not a bare number; it is kept in words.
    QuotaInWords,
    /// Coded, though the table of agreements has no such row. The record is made from the coding.
    CodingWithoutFormation,
    /// Not one of the values of this column; kept in words, or as "cannot tell".
    ValueNotExpected,
    /// Nothing stands where every row should have a value.
    EmptyCell,
}

/// What was read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    pub incoming: Vec<Incoming>,
    /// In the order of the records.
    pub remarks: Vec<Remark>,
}

/// Why a file was refused whole: nothing of it is imported.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum BadFile {
    #[error("{file} lacks the columns {}", missing.join(", "))]
    NotThatFile { file: &'static str, missing: Vec<&'static str> },
    #[error("{first} and {second} were given in each other's place")]
    Exchanged { first: &'static str, second: &'static str },
    #[error("{file}, line {line}: not a table of comma-separated values in UTF-8: {cause}")]
    NotCsv { file: &'static str, line: u64, cause: String },
    #[error("{file} can't be read: {cause}")]
    NotJson { file: &'static str, cause: String },
    #[error("{file} has no rows")]
    Empty { file: &'static str },
    #[error("{file} has two rows with the key {key}")]
    DoubleKey { file: &'static str, key: String },
    /// A value without which the row cannot be understood at all.
    #[error("{file}, line {line}: {column} cannot be \"{given}\"")]
    ValueOutOfFrame { file: &'static str, line: u64, column: &'static str, given: String },
}
