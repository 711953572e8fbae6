//! What a field is called, by its section and its name in the form.

use domain::fields::{Part, SectionCode};

use crate::words::{Words, t};

/// The label of a field of a section or of a table's row: `events.2.date` is "Date".
pub fn label(words: Words, section: SectionCode, name: &str) -> String {
    let code = section.code();
    let mut parts = name.split('.');
    match (parts.next(), parts.next(), parts.next()) {
        (Some(table), Some(row), Some(field)) => {
            let label = words.text(&format!("field-{code}-{table}-{field}"));
            match row_name(words, section, table, row) {
                Some(row) => format!("{row}: {label}"),
                None => label,
            }
        }
        _ => words.text(&format!("field-{code}-{name}")),
    }
}

/// What a row of a table is called: by its code in a grid, by its number otherwise.
pub fn row_name(words: Words, section: SectionCode, table: &str, row: &str) -> Option<String> {
    let part = section.parts().iter().find(|part| match part {
        Part::Rows(found) | Part::Grid { table: found, .. } => found.name == table,
        Part::Field(_) => false,
    })?;
    match part {
        Part::Grid { codes, .. } => Some(words.label(*codes, row)),
        Part::Rows(_) => {
            let number: usize = row.parse().ok()?;
            let table = words.text(&format!("table-{}-{table}", section.code()));
            Some(t!(words, "row-number", table = table, number = number + 1))
        }
        Part::Field(_) => None,
    }
}
