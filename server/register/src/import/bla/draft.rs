//! A record while it is read.

use domain::{
    Agreement,
    agreement::{Identity, LegalNature},
};

use super::{Remark, RemarkKind, table::Row};

/// The record, what was said on the way, and the sentences that keep what has no field.
pub(super) struct Draft {
    pub key: String,
    pub agreement: Agreement,
    pub notes: Vec<String>,
    pub remarks: Vec<Remark>,
}

impl Draft {
    pub fn new(key: &str) -> Self {
        // The title does not decide whether the parties meant to be bound.
        let legal_nature = Some(LegalNature::Undetermined);
        let agreement = Agreement {
            identity: Identity { legal_nature, ..Identity::default() },
            ..Agreement::default()
        };
        Self { key: key.to_owned(), agreement, notes: Vec::new(), remarks: Vec::new() }
    }

    pub fn remark(&mut self, row: Row<'_>, column: &'static str, what: RemarkKind) {
        self.remarks.push(Remark {
            file: row.file,
            line: row.line,
            key: self.key.clone(),
            column,
            given: row.cell(column).to_owned(),
            what,
        });
    }

    pub fn note(&mut self, sentence: impl Into<String>) {
        self.notes.push(sentence.into());
    }

    /// Remarks on a value that the column should not have, and keeps it in words.
    pub fn not_expected(&mut self, row: Row<'_>, column: &'static str) {
        self.remark(row, column, RemarkKind::ValueNotExpected);
        self.note(format!("The dataset gives {column} as \"{}\".", row.cell(column)));
    }

    /// A column of ones and noughts.
    pub fn flag(&mut self, row: Row<'_>, column: &'static str) -> Option<bool> {
        match row.cell(column) {
            "1" => Some(true),
            "0" => Some(false),
            "" => {
                self.remark(row, column, RemarkKind::EmptyCell);
                None
            }
            _ => {
                self.not_expected(row, column);
                None
            }
        }
    }
}
