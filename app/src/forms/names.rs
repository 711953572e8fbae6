//! What a field is called, by its section and its name in the form.

use domain::fields::{Field, FieldProblem, Form, Input, Part};

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

/// What is wrong with a field, in words, with the limit of the field where it has one.
pub fn problem(words: Words, form: Form, name: &str, problem: FieldProblem) -> String {
    let limit = match field(form, name).map(|field| field.input) {
        Some(Input::Line(most) | Input::Text(most)) => most as u64,
        Some(Input::Number(most)) => most,
        _ => 0,
    };
    let key = format!("problem-{}", <&str>::from(problem));
    words.text_with(&key, &[("limit", limit.into())])
}

/// The field with this name in a form, such as `events.2.date`.
fn field(form: Form, name: &str) -> Option<&'static Field> {
    let mut parts = name.split('.');
    let (first, last) = (parts.next()?, parts.next_back());
    form.parts.iter().find_map(|part| match (part, last) {
        (Part::Field(field), None) if field.name == first => Some(field),
        (Part::Rows(table) | Part::Grid { table, .. }, Some(last)) if table.name == first => {
            table.fields.iter().find(|field| field.name == last)
        }
        _ => None,
    })
}
