//! A table of comma-separated values, recognised by its columns.

use std::collections::{HashMap, HashSet};

use csv::{ReaderBuilder, StringRecord};

use crate::import::BadFile;

/// The mark that spreadsheet programs put before a text in UTF-8.
const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// A table that has all the columns asked for, and in which every row has its own key.
pub(super) struct Table {
    pub file: &'static str,
    columns: HashMap<String, usize>,
    records: Vec<(u64, StringRecord)>,
}

/// One row of it.
#[derive(Clone, Copy)]
pub(super) struct Row<'t> {
    pub file: &'static str,
    /// The line on which it begins; 1 is the header.
    pub line: u64,
    columns: &'t HashMap<String, usize>,
    record: &'t StringRecord,
}

impl<'t> Row<'t> {
    /// The cell without the blanks around it; empty where there is no such column.
    pub fn cell(self, column: &str) -> &'t str {
        self.columns.get(column).and_then(|at| self.record.get(*at)).map_or("", str::trim)
    }
}

impl Table {
    /// Reads a table whose rows are told apart by the column `key`.
    pub fn read(
        file: &'static str,
        bytes: &[u8],
        needed: &[&'static str],
        key: &'static str,
    ) -> Result<Self, BadFile> {
        let bytes = bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(bytes);
        let mut reader = ReaderBuilder::new().from_reader(bytes);
        let header = reader.headers().map_err(|error| not_csv(file, &error))?;
        let columns: HashMap<String, usize> =
            header.iter().enumerate().map(|(at, name)| (name.trim().to_owned(), at)).collect();
        let missing: Vec<&'static str> =
            needed.iter().copied().filter(|name| !columns.contains_key(*name)).collect();
        if !missing.is_empty() {
            return Err(BadFile::NotThatFile { file, missing });
        }
        let records = reader
            .into_records()
            .map(|record| {
                let record = record.map_err(|error| not_csv(file, &error))?;
                Ok((record.position().map_or(0, csv::Position::line), record))
            })
            .collect::<Result<Vec<_>, BadFile>>()?;
        let table = Self { file, columns, records };
        table.check_keys(key)?;
        Ok(table)
    }

    /// Without a key of its own a row could not be found again at the next import.
    fn check_keys(&self, column: &'static str) -> Result<(), BadFile> {
        let file = self.file;
        if self.records.is_empty() {
            return Err(BadFile::Empty { file });
        }
        let mut seen = HashSet::new();
        for row in self.rows() {
            let key = row.cell(column);
            if key.is_empty() {
                let given = String::new();
                return Err(BadFile::ValueOutOfFrame { file, line: row.line, column, given });
            }
            if !seen.insert(key) {
                return Err(BadFile::DoubleKey { file, key: key.to_owned() });
            }
        }
        Ok(())
    }

    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.records.iter().map(|(line, record)| Row {
            file: self.file,
            line: *line,
            columns: &self.columns,
            record,
        })
    }
}

fn not_csv(file: &'static str, error: &csv::Error) -> BadFile {
    let line = error.position().map_or(1, csv::Position::line);
    BadFile::NotCsv { file, line, cause: error.to_string() }
}
