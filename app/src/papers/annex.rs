//! Figures to calculate with, as plain data.

use chrono::NaiveDate;

use crate::words::{Language, Words, t};

/// A workbook.
#[derive(Clone, Debug, PartialEq)]
pub struct Annex {
    pub language: Language,
    pub title: String,
    pub sheets: Vec<Sheet>,
}

/// A table with one row of heads.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    pub name: String,
    pub head: Vec<String>,
    pub rows: Vec<Vec<Cell>>,
}

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    Text(String),
    Count(u64),
    /// Percent of a whole.
    Share(f64),
    Day(NaiveDate),
    /// Nothing: there is no denominator.
    Empty,
}

/// A row of two texts: what is told, and what is said of it.
pub fn told(label: String, said: String) -> Vec<Cell> {
    vec![Cell::Text(label), Cell::Text(said)]
}

/// The sheet on what the figures rest: its own rows, then what to compare them with and what they do
/// not say.
pub fn about_sheet(words: Words, mut rows: Vec<Vec<Cell>>) -> Sheet {
    rows.extend([
        told(t!(words, "concept-note"), t!(words, "concept-note-value")),
        told(String::new(), t!(words, "concept-note-source")),
        told(t!(words, "annex-disclaimer"), t!(words, "disclaimer-designations")),
        told(String::new(), t!(words, "disclaimer-registration")),
    ]);
    let head = vec![t!(words, "annex-what"), t!(words, "annex-said")];
    Sheet { name: t!(words, "annex-sheet-about"), head, rows }
}
