//! From what was typed to a section of the record, and back.

use chrono::NaiveTime;
use serde_json::{Map, Value};

use super::{Field, Form, Input, Part, Table, Values, decimal};
use crate::{PartialDate, partial_date::DateError};

/// What is wrong with a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, strum::IntoStaticStr, strum::VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum FieldProblem {
    /// Something else stands in the row and this does not.
    Needed,
    /// It may not be left open.
    Required,
    NotADate,
    NoSuchDay,
    YearOutOfRange,
    NotATime,
    NotANumber,
    NumberTooLarge,
    NotAYear,
    NotACurrency,
    NotAChoice,
    NotAnAddress,
    TooLong,
    /// There is no record with this number, or it is this one.
    NoSuchRecord,
    /// The record that this one is said to replace is between other parties.
    OtherParties,
    /// The State that records an agreement is not among its parties.
    OwnStateMissing,
    NotADecimal,
    /// It asks for the number of one record.
    NotOneRecord,
    /// The actor's State is no party of that agreement.
    NotAParty,
    /// The end of a period lies before its beginning.
    EndsTooEarly,
    NotAnEmail,
    /// Nothing goes on without this tick.
    NotTicked,
    /// Neither a State nor an organization is named.
    NobodyNamed,
    /// The meeting is not held in this way.
    NotHeldSo,
    /// It asks for a day that has not come yet.
    NotInFuture,
    /// It asks for a date known to the day.
    NotAWholeDate,
    /// More came in a short time than people send.
    TooMany,
    /// The State wants two people for it ([`crate::two_people`]).
    SecondPerson,
}

/// A problem with the field of this name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The name in the form, such as `events.2.date`.
    pub name: String,
    pub problem: FieldProblem,
}

/// The section that `values` make: what the form asks for, as it is kept.
///
/// # Errors
/// Every problem found, in the order of the fields; the values are left as they were typed.
pub fn read(form: Form, values: &Values) -> Result<Value, Vec<Problem>> {
    let mut problems = Vec::new();
    let mut object = Map::new();
    for part in form.parts {
        match part {
            Part::Field(field) => {
                let value = read_field(field, field.name, values, &mut problems);
                if field.needed && is_open(value.as_ref()) {
                    let known = problems.last().is_some_and(|last| last.name == field.name);
                    if !known {
                        let name = field.name.to_owned();
                        problems.push(Problem { name, problem: FieldProblem::Required });
                    }
                }
                insert(&mut object, field.name, value);
            }
            Part::Rows(table) => {
                let rows = values.row_numbers(table.name);
                let rows = rows.iter().filter_map(|number| {
                    read_row(table, &format!("{}.{number}", table.name), values, &mut problems)
                });
                let rows = rows.map(Value::Object).collect();
                object.insert(table.name.to_owned(), Value::Array(rows));
            }
            Part::Grid { table, key, codes } => {
                let mut rows = Vec::new();
                for code in codes.codes() {
                    let name = format!("{}.{code}", table.name);
                    if let Some(mut row) = read_row(table, &name, values, &mut problems) {
                        row.insert((*key).to_owned(), Value::from(code));
                        rows.push(Value::Object(row));
                    }
                }
                object.insert(table.name.to_owned(), Value::Array(rows));
            }
        }
    }
    if problems.is_empty() { Ok(Value::Object(object)) } else { Err(problems) }
}

/// A list without anything in it is open too.
fn is_open(value: Option<&Value>) -> bool {
    value.is_none_or(|value| value.as_array().is_some_and(Vec::is_empty))
}

fn insert(object: &mut Map<String, Value>, name: &str, value: Option<Value>) {
    if let Some(value) = value {
        object.insert(name.to_owned(), value);
    }
}

/// The row, or nothing where the person left it empty. A tick alone does not fill a row.
fn read_row(
    table: &Table,
    name: &str,
    values: &Values,
    problems: &mut Vec<Problem>,
) -> Option<Map<String, Value>> {
    let asked = || table.fields.iter().filter(|field| field.input != Input::Kept);
    let filled = asked()
        .filter(|field| field.input != Input::Tick)
        .any(|field| !values.get(&format!("{name}.{}", field.name)).trim().is_empty());
    if !filled {
        return None;
    }
    let mut row = Map::new();
    for field in asked() {
        let name = format!("{name}.{}", field.name);
        if field.needed && values.get(&name).trim().is_empty() {
            problems.push(Problem { name, problem: FieldProblem::Needed });
        } else {
            insert(&mut row, field.name, read_field(field, &name, values, problems));
        }
    }
    Some(row)
}

fn read_field(
    field: &Field,
    name: &str,
    values: &Values,
    problems: &mut Vec<Problem>,
) -> Option<Value> {
    let value = match field.input {
        Input::Choices(vocabulary) => {
            let codes = values.all(name);
            if codes.iter().all(|code| vocabulary.holds(code)) {
                Ok(Some(Value::from(codes.to_vec())))
            } else {
                Err(FieldProblem::NotAChoice)
            }
        }
        Input::Records => read_records(values.all(name)).map(|numbers| Some(Value::from(numbers))),
        Input::Tick => Ok(Some(Value::from(!values.get(name).is_empty()))),
        input => {
            // Browsers send line ends as CR LF; the record keeps LF, and a line has none.
            let text = values.get(name).replace("\r\n", "\n").replace('\r', "\n");
            let text = if matches!(input, Input::Line(_)) { text.replace('\n', " ") } else { text };
            match text.trim() {
                "" => Ok(None),
                text => read_text(input, text).map(Some),
            }
        }
    };
    match value {
        Ok(value) => value,
        Err(problem) => {
            problems.push(Problem { name: name.to_owned(), problem });
            None
        }
    }
}

/// Numbers, each once: ticked, or written with anything between them.
fn read_records(texts: &[String]) -> Result<Vec<u32>, FieldProblem> {
    let mut numbers = Vec::new();
    for text in texts.iter().flat_map(|text| text.split([' ', ',', ';', '\n', '\r', '\t'])) {
        if text.is_empty() {
            continue;
        }
        let number = text.parse().map_err(|_| FieldProblem::NotANumber)?;
        if !numbers.contains(&number) {
            numbers.push(number);
        }
    }
    Ok(numbers)
}

/// "1 500" and "1,500" as they are printed: blanks anywhere, commas only between groups of three.
fn without_groups(text: &str) -> String {
    let digits = text.replace([' ', '\u{a0}', '\u{202f}'], "");
    let mut groups = digits.split(',');
    let first = groups.next().unwrap_or_default();
    if (1..=3).contains(&first.len()) && groups.all(|group| group.len() == 3) {
        digits.replace(',', "")
    } else {
        digits
    }
}

fn read_text(input: Input, text: &str) -> Result<Value, FieldProblem> {
    match input {
        Input::Line(most) | Input::Text(most) if text.chars().count() > most => {
            Err(FieldProblem::TooLong)
        }
        Input::Date => match text.parse::<PartialDate>() {
            Ok(date) => Ok(Value::from(date.to_string())),
            Err(DateError::Form) => Err(FieldProblem::NotADate),
            Err(DateError::NoSuchDay) => Err(FieldProblem::NoSuchDay),
            Err(DateError::Year) => Err(FieldProblem::YearOutOfRange),
        },
        Input::Time => match NaiveTime::parse_from_str(text, "%H:%M") {
            Ok(time) => Ok(Value::from(time.format("%H:%M").to_string())),
            Err(_) => Err(FieldProblem::NotATime),
        },
        Input::Year => match text.parse::<PartialDate>() {
            Ok(PartialDate::Year(year)) => Ok(Value::from(year)),
            _ => Err(FieldProblem::NotAYear),
        },
        Input::Currency => {
            let code = text.to_uppercase();
            let is_code = code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase());
            if is_code { Ok(Value::from(code)) } else { Err(FieldProblem::NotACurrency) }
        }
        Input::Number(most) => match without_groups(text).parse::<u64>() {
            Ok(number) if number <= most => Ok(Value::from(number)),
            Ok(_) => Err(FieldProblem::NumberTooLarge),
            Err(_) => Err(FieldProblem::NotANumber),
        },
        Input::Decimal => decimal::read(text).map(Value::from).ok_or(FieldProblem::NotADecimal),
        Input::Address if !is_address(text) => Err(FieldProblem::NotAnAddress),
        Input::Choice(vocabulary) if !vocabulary.holds(text) => Err(FieldProblem::NotAChoice),
        _ => Ok(Value::from(text)),
    }
}

/// Only http and https: an address of another scheme in a link could run in the reader's browser.
fn is_address(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    text.len() <= 2000
        && rest.is_some_and(|rest| !rest.is_empty() && !rest.starts_with('/'))
        && !text.contains(|char: char| {
            char.is_whitespace() || char.is_control() || "<>\"".contains(char)
        })
}

/// The form values of a section: what a person is shown to edit.
pub fn write(form: Form, value: &Value) -> Values {
    let mut values = Values::default();
    for part in form.parts {
        match part {
            Part::Field(field) => write_field(field, field.name, &value[field.name], &mut values),
            Part::Rows(table) => {
                for (number, row) in rows_of(&value[table.name]).enumerate() {
                    write_row(table, &format!("{}.{number}", table.name), row, &mut values);
                }
            }
            Part::Grid { table, key, .. } => {
                for row in rows_of(&value[table.name]) {
                    if let Some(code) = row[*key].as_str() {
                        write_row(table, &format!("{}.{code}", table.name), row, &mut values);
                    }
                }
            }
        }
    }
    values
}

fn rows_of(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn write_row(table: &Table, name: &str, row: &Value, values: &mut Values) {
    for field in table.fields {
        write_field(field, &format!("{name}.{}", field.name), &row[field.name], values);
    }
}

fn write_field(field: &Field, name: &str, value: &Value, values: &mut Values) {
    match value {
        Value::String(text) if !text.is_empty() => values.push(name, text.as_str()),
        Value::Number(number) => values.push(name, number.to_string()),
        Value::Bool(true) if field.input == Input::Tick => values.push(name, "yes"),
        Value::Array(codes) => {
            for code in codes {
                match code {
                    Value::String(code) => values.push(name, code.as_str()),
                    Value::Number(number) => values.push(name, number.to_string()),
                    _ => {}
                }
            }
        }
        _ => {}
    }
}
