//! What a field is called, by its section and its name in the form.

use domain::fields::{Form, Part};

use crate::words::{Words, t};

/// The label of a field of a section or of a table's row: `events.2.date` is "Date".
pub fn label(words: Words, form: Form, name: &str) -> String {
    let code = form.code;
    let mut parts = name.split('.');
    match (parts.next(), parts.next(), parts.next()) {
        (Some(table), Some(row), Some(field)) => {
            let label = words.text(&format!("field-{code}-{table}-{field}"));
            match row_name(words, form, table, row) {
                Some(row) => format!("{row}: {label}"),
                None => label,
            }
        }
        _ => words.text(&format!("field-{code}-{name}")),
    }
}

/// What a row of a table is called: by its code in a grid, by its number otherwise.
pub fn row_name(words: Words, form: Form, table: &str, row: &str) -> Option<String> {
    let part = form.parts.iter().find(|part| match part {
        Part::Rows(found) | Part::Grid { table: found, .. } => found.name == table,
        Part::Field(_) => false,
    })?;
    match part {
        Part::Grid { codes, .. } => Some(words.label(*codes, row)),
        Part::Rows(_) => {
            let number: usize = row.parse().ok()?;
            let table = words.text(&format!("table-{}-{table}", form.code));
            Some(t!(words, "row-number", table = table, number = number + 1))
        }
        Part::Field(_) => None,
    }
}
