//! The catalogue of an agreement's fields: which sections there are, which fields each holds, and
//! what may be put into them. Forms, the comparison of two versions and the history are made from
//! it, so that a field added here is asked for, checked, compared and told everywhere.

mod catalogue;
mod decimal;
pub mod follow_up;
mod reading;
mod values;
mod vocabulary;

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};

pub use reading::{FieldProblem, Problem, read, write};
pub use values::Values;
pub use vocabulary::{Vocabulary, codes_of};

/// A part of the record that is saved on its own.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Hash,
    Serialize,
    Deserialize,
    EnumString,
    IntoStaticStr,
    VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum SectionCode {
    Identity,
    Parties,
    Life,
    Scope,
    Provisions,
    SocialSecurity,
    Skills,
    Integration,
    Objectives,
    References,
}

impl SectionCode {
    /// The code as it stands in addresses, in the record and in the words.
    pub fn code(self) -> &'static str {
        self.into()
    }

    /// The section as a form.
    pub fn form(self) -> Form {
        Form { code: self.code(), parts: catalogue::parts(self) }
    }
}

/// The fields that are asked for and saved together: a section of a record, or a form of an entry of
/// the follow-up.
#[derive(Clone, Copy, Debug)]
pub struct Form {
    /// As it stands in addresses, in what is stored and in the keys of the words.
    pub code: &'static str,
    /// In the order in which a person is asked.
    pub parts: &'static [Part],
}

impl Form {
    /// The names of its fields that hold numbers of records.
    pub fn records(self) -> impl Iterator<Item = &'static str> {
        self.parts.iter().filter_map(|part| match part {
            Part::Field(field) if field.input == Input::Records => Some(field.name),
            _ => None,
        })
    }
}

/// What may be put into a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Input {
    /// One line, of at most so many characters.
    Line(usize),
    /// Several lines, of at most so many characters.
    Text(usize),
    /// A date known to the day, the month or the year.
    Date,
    /// Hours and minutes, such as `16:15`.
    Time,
    /// A year, four digits.
    Year,
    /// Three capital letters of ISO 4217.
    Currency,
    /// A whole number from 0 to this.
    Number(u64),
    /// A number not below zero that may have decimals.
    Decimal,
    /// An http or https address.
    Address,
    /// One code of a vocabulary.
    Choice(Vocabulary),
    /// Any number of codes of a vocabulary.
    Choices(Vocabulary),
    /// Numbers of records of agreements.
    Records,
    /// Yes where it is ticked.
    Tick,
    /// Written by the register and only shown: who coded it and when.
    Kept,
}

/// One field.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    pub name: &'static str,
    pub input: Input,
    /// May not be left open; in a row as soon as anything stands in the row.
    pub needed: bool,
}

/// A field, or a table of them.
#[derive(Clone, Copy, Debug)]
pub enum Part {
    Field(Field),
    /// As many rows as the person adds.
    Rows(Table),
    /// One row for each code of a vocabulary, which stands in the field `key`.
    Grid {
        table: Table,
        key: &'static str,
        codes: Vocabulary,
    },
}

/// The fields of each row of a table.
#[derive(Clone, Copy, Debug)]
pub struct Table {
    pub name: &'static str,
    pub fields: &'static [Field],
}

#[cfg(test)]
mod tests;
