//! A section and its changes told in words: for the record's page, its history, and two versions
//! side by side.

use domain::{
    PartialDate,
    changes::{Change, Row, table_rows},
    fields::{Field, Form, Input, Part, Table, Values},
};

use crate::{
    forms::names,
    words::{Words, t},
};

/// What stands in a field, in words.
pub fn value(words: Words, field: &Field, text: &str) -> String {
    match field.input {
        _ if text.is_empty() => t!(words, "left-open"),
        Input::Choice(vocabulary) | Input::Choices(vocabulary) => words.label(vocabulary, text),
        Input::Date => {
            text.parse::<PartialDate>().map_or_else(|_| text.to_owned(), |date| words.date(date))
        }
        Input::Tick => t!(words, "ticked"),
        Input::Records => t!(words, "record-number", id = text),
        Input::Number(_) if field.name == "agreement" => t!(words, "record-link", id = text),
        Input::Decimal => words.figure(text),
        Input::Number(_) => {
            text.parse().map_or_else(|_| text.to_owned(), |number| words.number(number))
        }
        _ => text.to_owned(),
    }
}

/// A row of a table in words: what is filled, one after the other.
pub fn row(words: Words, form: Form, table: &Table, row: &Row) -> String {
    let filled = table.fields.iter().zip(row).filter(|(_, text)| !text.is_empty());
    let told = filled.map(|(field, text)| match field.input {
        Input::Tick => words.text(&format!("field-{}-{}-{}", form.code, table.name, field.name)),
        _ => value(words, field, text),
    });
    told.collect::<Vec<_>>().join(" · ")
}

/// A whole section: labels with what stands there, without what was left open.
pub fn tell(words: Words, form: Form, values: &Values) -> Vec<(String, Vec<String>)> {
    let code = form.code;
    let mut told = Vec::new();
    for part in form.parts {
        match part {
            Part::Field(field) => {
                let texts: Vec<String> =
                    values.all(field.name).iter().map(|text| value(words, field, text)).collect();
                if !texts.is_empty() {
                    told.push((words.text(&format!("field-{code}-{}", field.name)), texts));
                }
            }
            Part::Rows(table) => {
                let rows: Vec<String> = table_rows(table, values)
                    .iter()
                    .map(|found| row(words, form, table, found))
                    .collect();
                if !rows.is_empty() {
                    told.push((words.text(&format!("table-{code}-{}", table.name)), rows));
                }
            }
            Part::Grid { table, codes, .. } => {
                for row_code in codes.codes() {
                    let texts: Vec<String> = table
                        .fields
                        .iter()
                        .filter(|field| field.input != Input::Kept)
                        .filter_map(|field| {
                            let text =
                                values.get(&format!("{}.{row_code}.{}", table.name, field.name));
                            (!text.is_empty()).then(|| {
                                let label = words
                                    .text(&format!("field-{code}-{}-{}", table.name, field.name));
                                format!("{label}: {}", value(words, field, text))
                            })
                        })
                        .collect();
                    if !texts.is_empty() {
                        told.push((words.label(*codes, row_code), vec![texts.join(" · ")]));
                    }
                }
            }
        }
    }
    told
}

/// A change in words: what it is about, before, after. An empty text stands for nothing.
pub struct Told {
    pub about: String,
    pub before: String,
    pub after: String,
}

/// A change in words.
pub fn change(words: Words, change: &Change) -> Told {
    match change {
        Change::Field { form, field, before, after } => {
            let list = |texts: &[String]| {
                texts.iter().map(|text| value(words, field, text)).collect::<Vec<_>>().join(", ")
            };
            Told {
                about: names::label(words, *form, field.name),
                before: list(before),
                after: list(after),
            }
        }
        Change::Cell { form, part, code, field, before, after } => {
            let Part::Grid { table, .. } = part else {
                return Told { about: String::new(), before: before.clone(), after: after.clone() };
            };
            let text = |text: &str| {
                if text.is_empty() { String::new() } else { value(words, field, text) }
            };
            Told {
                about: names::label(words, *form, &format!("{}.{code}.{}", table.name, field.name)),
                before: text(before),
                after: text(after),
            }
        }
        Change::RowField { form, table, number, field, before, after } => {
            let text = |text: &str| {
                if text.is_empty() { String::new() } else { value(words, field, text) }
            };
            let name = format!("{}.{number}.{}", table.name, field.name);
            Told {
                about: names::label(words, *form, &name),
                before: text(before),
                after: text(after),
            }
        }
        Change::Row { form, table, row: found, added } => {
            let told = row(words, *form, table, found);
            let about = words.text(&format!("table-{}-{}", form.code, table.name));
            if *added {
                Told { about, before: String::new(), after: told }
            } else {
                Told { about, before: told, after: String::new() }
            }
        }
    }
}
