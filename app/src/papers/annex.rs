//! Figures to calculate with, as plain data.

use chrono::NaiveDate;

use crate::words::Language;

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
