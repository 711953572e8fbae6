//! What a page is asked with.

use domain::{
    account::Actor,
    states::{self, State},
};
use register::Register;

use crate::words::{Language, Words};

/// Pages of a list that may be asked for: no list that is paged has more.
const MOST_PAGES: u64 = 4000;

/// The page of a list that an address or a form names, counted from 0; the first where it names none.
pub fn page_number(text: &str) -> u64 {
    text.parse::<u64>().unwrap_or(1).clamp(1, MOST_PAGES) - 1
}

/// One request of one reader.
#[derive(Clone, Debug)]
pub struct Request {
    pub register: Register,
    pub actor: Actor,
    pub words: Words,
    /// The path without the language, such as `/agreements/7`.
    pub path: String,
    /// What stands behind the question mark.
    pub query: String,
    /// Whether this installation sends mail.
    pub sends_mail: bool,
    /// Whether the register holds the example with its fictitious States.
    pub holds_example: bool,
    /// The request's number, by which the log knows it.
    pub number: String,
}

impl Request {
    /// The first value of a parameter of the address.
    pub fn parameter(&self, name: &str) -> Option<String> {
        form_urlencoded::parse(self.query.as_bytes())
            .find(|(found, value)| found == name && !value.trim().is_empty())
            .map(|(_, value)| value.trim().to_owned())
    }

    /// The page of a list that the address names, counted from 0.
    pub fn page(&self) -> u64 {
        page_number(&self.parameter("page").unwrap_or_default())
    }

    /// The State or other party with this code: a fictitious one only where the register holds the
    /// example.
    pub fn state(&self, code: &str) -> Option<&'static State> {
        states::state(code).filter(|state| self.holds_example || !state.is_example())
    }

    /// The same page in another language. `/en` in front says that English was chosen; the server
    /// remembers it and leads to the bare address.
    pub fn in_language(&self, language: Language) -> String {
        let question = if self.query.is_empty() { "" } else { "?" };
        format!("/{}{}{question}{}", language.code(), self.path, self.query)
    }
}
