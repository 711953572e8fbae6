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
    /// A field in a row of a table, where the row is the same one in both versions.
    RowField {
        form: Form,
        table: &'static Table,
        /// The row's number in the version before.
        number: usize,
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
                changes.extend(row_changes(form, table, before, after));
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

/// Rows that are in both versions are no change; of the others, those that are alike are one row that
/// was changed.
fn row_changes(form: Form, table: &'static Table, before: &Values, after: &Values) -> Vec<Change> {
    let (old, new) = (numbered_rows(table, before), numbered_rows(table, after));
    let mut gone = without(&old, &new);
    let mut come = without(&new, &old);
    let mut changes = Vec::new();
    gone.retain(|(number, row)| {
        let best = (0..come.len())
            .filter(|at| are_alike(row, &come[*at].1))
            .max_by_key(|at| (same_fields(row, &come[*at].1), std::cmp::Reverse(*at)));
        let Some(best) = best else { return true };
        let (_, now) = come.remove(best);
        for (field, (before, after)) in table.fields.iter().zip(row.iter().zip(now)) {
            if *before != after {
                let (number, before) = (*number, before.clone());
                changes.push(Change::RowField { form, table, number, field, before, after });
            }
        }
        false
    });
    let row = |(_, row): (usize, Row), added| Change::Row { form, table, row, added };
    changes.extend(gone.into_iter().map(|gone| row(gone, false)));
    changes.extend(come.into_iter().map(|come| row(come, true)));
    changes
}

/// How many fields are filled and the same in two rows.
fn same_fields(one: &Row, other: &Row) -> usize {
    one.iter().zip(other).filter(|(one, other)| !one.is_empty() && one == other).count()
}

/// Whether two rows are one that was changed: at least half of what the shorter one says is the same.
fn are_alike(one: &Row, other: &Row) -> bool {
    let filled = |row: &Row| row.iter().filter(|text| !text.is_empty()).count();
    let same = same_fields(one, other);
    same > 0 && same * 2 >= filled(one).min(filled(other))
}

/// What stands in a field. A form also sends the fields that were left empty; a record has none.
fn filled(values: &Values, name: &str) -> Vec<String> {
    let texts = values.all(name).iter().map(|text| text.trim().replace("\r\n", "\n"));
    texts.filter(|text| !text.is_empty()).collect()
}

/// The rows of a table as texts; what the register writes itself is left out.
pub fn table_rows(table: &Table, values: &Values) -> Vec<Row> {
    numbered_rows(table, values).into_iter().map(|(_, row)| row).collect()
}

fn numbered_rows(table: &Table, values: &Values) -> Vec<(usize, Row)> {
    let rows = values.row_numbers(table.name).into_iter().map(|number| {
        let row = table
            .fields
            .iter()
            .map(|field| match field.input {
                Input::Kept => String::new(),
                _ => {
                    values.get(&format!("{}.{number}.{}", table.name, field.name)).trim().to_owned()
                }
            })
            .collect::<Row>();
        (number, row)
    });
    rows.filter(|(_, row)| row.iter().any(|text| !text.is_empty())).collect()
}

/// The rows that are not among the others, counting doubles.
fn without(rows: &[(usize, Row)], others: &[(usize, Row)]) -> Vec<(usize, Row)> {
    let mut left = others.to_vec();
    let mut found = rows.to_vec();
    found.retain(|(_, row)| match left.iter().position(|(_, other)| other == row) {
        Some(at) => {
            left.remove(at);
            false
        }
        None => true,
    });
    found
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
                Change::RowField { table, number, field, after, .. }
                    if base_of_row(table, base, theirs, *number, field) == Some(after.clone()) =>
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

/// What stood in a field of their row in the version both began with; nothing where the row was not
/// there.
fn base_of_row(
    table: &Table,
    base: &Values,
    theirs: &Values,
    number: usize,
    field: &Field,
) -> Option<String> {
    let rows = numbered_rows(table, theirs);
    let (_, row) = rows.iter().find(|(other, _)| *other == number)?;
    let before = table_rows(table, base).into_iter().filter(|before| are_alike(row, before));
    let before = before.max_by_key(|before| same_fields(row, before))?;
    let at = table.fields.iter().position(|other| other.name == field.name)?;
    before.get(at).cloned()
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
            Change::RowField { table, number, field, after, .. } => {
                let name = format!("{}.{number}.{}", table.name, field.name);
                values.take(&name);
                if !after.is_empty() {
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
mod tests;
