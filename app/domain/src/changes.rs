//! What differs between two versions of a section, field by field and row by row: for the history,
//! and for the person whose save met a colleague's.

use strum::VariantArray;

use crate::{
    Agreement,
    fields::{Field, Form, Input, Part, SectionCode, Table, Values, read, write},
};

/// One difference.
#[derive(Clone, Debug)]
pub enum Change {
    /// A field outside tables.
    Field { form: Form, field: &'static Field, before: Vec<String>, after: Vec<String> },
    /// A field in the row of a grid.
    Cell {
        form: Form,
        part: &'static Part,
        /// The row's code, such as an item of the criteria.
        code: String,
        field: &'static Field,
        before: String,
        after: String,
    },
    /// A row of a table was there and is not, or the other way round.
    Row { form: Form, table: &'static Table, row: Row, added: bool },
}

/// The texts of a row, by the order of its table's fields.
pub type Row = Vec<String>;

/// Everything that differs between two versions of the record.
pub fn changes(before: &Agreement, after: &Agreement) -> Vec<Change> {
    SectionCode::VARIANTS
        .iter()
        .flat_map(|section| {
            let form = section.form();
            section_changes(
                form,
                &write(form, &before.section(*section)),
                &write(form, &after.section(*section)),
            )
        })
        .collect()
}

/// What differs between two versions of one section, as form values.
pub fn section_changes(form: Form, before: &Values, after: &Values) -> Vec<Change> {
    let mut changes = Vec::new();
    for part in form.parts {
        match part {
            Part::Field(field) => {
                let (before, after) = (filled(before, field.name), filled(after, field.name));
                if before != after {
                    changes.push(Change::Field { form, field, before, after });
                }
            }
            Part::Rows(table) => {
                let (old, new) = (table_rows(table, before), table_rows(table, after));
                changes.extend(without(&old, &new).map(|row| Change::Row {
                    form,
                    table,
                    row,
                    added: false,
                }));
                changes.extend(without(&new, &old).map(|row| Change::Row {
                    form,
                    table,
                    row,
                    added: true,
                }));
            }
            Part::Grid { table, codes, .. } => {
                for code in codes.codes() {
                    for field in table.fields {
                        let name = format!("{}.{code}.{}", table.name, field.name);
                        let (before, after) = (before.get(&name).trim(), after.get(&name).trim());
                        if before != after && field.input != Input::Kept {
                            changes.push(Change::Cell {
                                form,
                                part,
                                code: code.to_owned(),
                                field,
                                before: before.to_owned(),
                                after: after.to_owned(),
                            });
                        }
                    }
                }
            }
        }
    }
    changes
}

/// What stands in a field. A form also sends the fields that were left empty; a record has none.
fn filled(values: &Values, name: &str) -> Vec<String> {
    let texts = values.all(name).iter().map(|text| text.trim().replace("\r\n", "\n"));
    texts.filter(|text| !text.is_empty()).collect()
}

/// The rows of a table as texts; what the register writes itself is left out.
pub fn table_rows(table: &Table, values: &Values) -> Vec<Row> {
    let rows = values.row_numbers(table.name).into_iter().map(|number| {
        table
            .fields
            .iter()
            .map(|field| match field.input {
                Input::Kept => String::new(),
                _ => {
                    values.get(&format!("{}.{number}.{}", table.name, field.name)).trim().to_owned()
                }
            })
            .collect::<Row>()
    });
    rows.filter(|row| row.iter().any(|text| !text.is_empty())).collect()
}

/// The rows that are not among the others, counting doubles.
fn without(rows: &[Row], others: &[Row]) -> impl Iterator<Item = Row> {
    let mut left = others.to_vec();
    rows.iter().filter_map(move |row| match left.iter().position(|other| other == row) {
        Some(at) => {
            left.remove(at);
            None
        }
        None => Some(row.clone()),
    })
}

/// Two people changed the same section: what each of them has against the version both began with.
#[derive(Clone, Debug)]
pub struct Conflict {
    /// What differs between my version and theirs, with the choice that keeps both people's work
    /// where it can: the side that moved away from the common version.
    pub choices: Vec<(Change, Side)>,
}

/// Whose version of a difference is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    Mine,
    Theirs,
}

/// Compares `theirs` and `mine`, both made from `base`.
///
/// The proposed side is the one that changed; where both did, it is mine, which is what the person
/// has before their eyes.
pub fn conflict(form: Form, base: &Values, theirs: &Values, mine: &Values) -> Conflict {
    let choices = section_changes(form, theirs, mine)
        .into_iter()
        .map(|change| {
            let side = match &change {
                Change::Field { field, after, .. } if filled(base, field.name) == *after => {
                    Side::Theirs
                }
                Change::Cell { part: Part::Grid { table, .. }, code, field, after, .. }
                    if base.get(&format!("{}.{code}.{}", table.name, field.name)) == after =>
                {
                    Side::Theirs
                }
                // A row that only one of us has: whoever added it or took it out has changed it.
                Change::Row { table, row, added, .. } => {
                    let in_base = table_rows(table, base).contains(row);
                    if *added == in_base { Side::Theirs } else { Side::Mine }
                }
                _ => Side::Mine,
            };
            (change, side)
        })
        .collect();
    Conflict { choices }
}

/// The values after a conflict: theirs, with each difference settled as chosen.
pub fn settle(form: Form, theirs: &Values, settled: &[(Change, Side)]) -> Values {
    let mut values = theirs.clone();
    for (change, _) in settled.iter().filter(|(_, side)| *side == Side::Mine) {
        match change {
            Change::Field { field, after, .. } => {
                values.take(field.name);
                for text in after {
                    values.push(field.name, text.as_str());
                }
            }
            Change::Cell { part, code, field, after, .. } => {
                if let Part::Grid { table, .. } = part {
                    let name = format!("{}.{code}.{}", table.name, field.name);
                    values.take(&name);
                    values.push(name, after.as_str());
                }
            }
            Change::Row { table, row, added: true, .. } => {
                let number = values.row_numbers(table.name).last().map_or(0, |last| last + 1);
                for (field, text) in table.fields.iter().zip(row) {
                    if !text.is_empty() {
                        values
                            .push(format!("{}.{number}.{}", table.name, field.name), text.as_str());
                    }
                }
            }
            Change::Row { table, row, added: false, .. } => {
                let number = values.row_numbers(table.name).into_iter().find(|number| {
                    table.fields.iter().zip(row).all(|(field, text)| {
                        field.input == Input::Kept
                            || values.get(&format!("{}.{number}.{}", table.name, field.name)).trim()
                                == text
                    })
                });
                if let Some(number) = number {
                    values.remove_row(table.name, number);
                }
            }
        }
    }
    // Rows are numbered anew, in the order in which they stand.
    match read(form, &values) {
        Ok(value) => write(form, &value),
        Err(_) => values,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(pairs: &[(&str, &str)]) -> Values {
        pairs.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
    }

    const BASE: &[(&str, &str)] = &[
        ("kind", "other"),
        ("level", "state"),
        ("titles.0.text", "First"),
        ("titles.0.language", "en"),
        ("titles.1.text", "Второе"),
        ("titles.1.language", "ru"),
    ];

    #[test]
    fn a_changed_field_and_a_changed_row_are_told_apart() {
        let after = values(&[
            ("kind", "protocol"),
            ("level", "state"),
            ("titles.0.text", "First"),
            ("titles.0.language", "en"),
            ("titles.1.text", "Другое"),
            ("titles.1.language", "ru"),
        ]);
        let changes = section_changes(SectionCode::Identity.form(), &values(BASE), &after);
        assert_eq!(changes.len(), 3);
        assert!(matches!(&changes[0], Change::Field { field, .. } if field.name == "kind"));
        assert!(matches!(&changes[1], Change::Row { added: false, row, .. } if row[0] == "Второе"));
        assert!(matches!(&changes[2], Change::Row { added: true, row, .. } if row[0] == "Другое"));
    }

    #[test]
    fn what_only_one_of_two_people_changed_is_proposed_as_they_have_it() {
        let theirs = values(&[
            ("kind", "protocol"),
            ("level", "state"),
            ("titles.0.text", "First"),
            ("titles.0.language", "en"),
            ("titles.1.text", "Второе"),
            ("titles.1.language", "ru"),
            ("titles.2.text", "Troisième"),
            ("titles.2.language", "fr"),
        ]);
        let mine = values(&[
            ("kind", "other"),
            ("level", "ministry"),
            ("titles.0.text", "First"),
            ("titles.0.language", "en"),
            // As a form sends it: what was left empty is there and empty.
            ("legal_nature", ""),
            ("summary", ""),
        ]);
        let conflict = conflict(SectionCode::Identity.form(), &values(BASE), &theirs, &mine);
        let sides: Vec<Side> = conflict.choices.iter().map(|(_, side)| *side).collect();
        // Their kind, my level, my removal of the Russian title, their French one.
        assert_eq!(sides, [Side::Theirs, Side::Mine, Side::Mine, Side::Theirs]);

        let settled = settle(SectionCode::Identity.form(), &theirs, &conflict.choices);
        assert_eq!(settled.get("kind"), "protocol");
        assert_eq!(settled.get("level"), "ministry");
        assert_eq!(settled.get("titles.0.text"), "First");
        assert_eq!(settled.get("titles.1.text"), "Troisième");
        assert_eq!(settled.row_numbers("titles"), [0, 1]);
    }
}
