//! Papers to take away, as plain data: what is written in them, not how a file format writes it. Each
//! is put together in a file of its own, which asks the register as a page does; the server makes DOCX
//! of a [`Paper`] and XLSX of an [`Annex`].

pub mod annex;
mod citing;
pub mod coverage;
pub mod dossier;
pub mod filed;
pub mod outcome;
mod outcome_annex;
mod programme;
pub mod talk;

pub use annex::Annex;
use register::following::Entry;

use crate::{
    pages::follow_up::lists,
    words::{Language, Words, t},
};

/// A document of text and tables.
#[derive(Clone, Debug, PartialEq)]
pub struct Paper {
    pub language: Language,
    pub title: String,
    /// What stands below the title: what it is, of what day.
    pub lines: Vec<String>,
    pub parts: Vec<Part>,
}

/// A piece of a paper.
#[derive(Clone, Debug, PartialEq)]
pub enum Part {
    /// Level 1 stands below the title, 3 is the lowest.
    Heading {
        level: u8,
        text: String,
    },
    Paragraph(Vec<Run>),
    Bullets(Vec<Vec<Run>>),
    Table(Table),
}

/// A table with a caption above and one row of heads, which is repeated on every page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    pub caption: String,
    pub head: Vec<String>,
    /// Each row has as many cells as there are heads.
    pub rows: Vec<Vec<Vec<Run>>>,
    /// The columns that hold numbers, from 0: they stand at the right edge.
    pub numeric: Vec<usize>,
}

/// Text within a line. A line break in it stays one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Run {
    Text(String),
    Strong(String),
    /// A footnote at this place, with what stands in it.
    Footnote(String),
}

impl Part {
    /// A heading.
    pub fn heading(level: u8, text: String) -> Self {
        Self::Heading { level, text }
    }

    /// A paragraph of plain text.
    pub fn text(text: String) -> Self {
        Self::Paragraph(vec![Run::Text(text)])
    }
}

/// A cell or a bullet of plain text.
fn plain(text: String) -> Vec<Run> {
    vec![Run::Text(text)]
}

/// How a paper names its sources: by title, number and the full address, so that paper leads back to
/// the record.
#[derive(Clone, Copy, Debug)]
pub struct Sources<'a> {
    pub words: Words,
    /// Where people reach the register, such as `https://register.example.org`.
    pub origin: &'a str,
}

impl Sources<'_> {
    /// The full address of a page, in the language of the paper.
    pub fn address(self, path: &str) -> String {
        format!("{}{}", self.origin, self.words.href(path))
    }

    /// A footnote to a record.
    pub fn note(self, title: String, id: i64, path: &str) -> Run {
        let (number, address) = (id.to_string(), self.address(path));
        Run::Footnote(t!(
            self.words,
            "paper-footnote",
            title = title,
            number = number,
            address = address
        ))
    }

    /// A footnote to an entry of the follow-up.
    pub fn entry(self, entry: &Entry) -> Run {
        self.note(lists::title(self.words, entry), entry.id, &entry.path())
    }

    /// What stands at the end of every paper: where it comes from, of which day, and the disclaimers.
    pub fn colophon(self, path: &str, today: chrono::NaiveDate) -> Vec<Part> {
        let words = self.words;
        let (address, date) = (self.address(path), words.day(today));
        vec![
            Part::heading(1, t!(words, "paper-about")),
            Part::text(t!(words, "paper-drawn", address = address, date = date)),
            Part::text(t!(words, "disclaimer-designations")),
            Part::text(t!(words, "disclaimer-registration")),
        ]
    }
}
