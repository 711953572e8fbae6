//! The starter data of the follow-up: the Talk as its concept note has it, and the Network's
//! workstream and guidance. What States said there is not known, and nothing is filled in.

use domain::{
    fields::{read as read_form, write},
    follow_up::EntryKind,
};
use serde_json::{Map, Value};

use super::BadFile;

const TALK: (&str, &str) = ("starter/talk.json", include_str!("../../starter/talk.json"));
const NETWORK: (&str, &str) = ("starter/network.json", include_str!("../../starter/network.json"));

/// An entry that the program brings.
pub struct StarterEntry {
    pub kind: EntryKind,
    /// Stays the same for ever, so that starting again finds the entry again; part of its address.
    pub key: String,
    pub content: Value,
}

/// The entries of the starter data.
///
/// # Errors
/// When a file that the program brings is broken, which the tests would find.
pub fn read() -> Result<Vec<StarterEntry>, BadFile> {
    let talk = parsed(TALK)?;
    let mut entries = vec![StarterEntry {
        kind: EntryKind::Meeting,
        key: domain::checkpoints::TALK.to_owned(),
        content: content(TALK.0, EntryKind::Meeting, &talk)?,
    }];
    for entry in parsed(NETWORK)?.as_array().into_iter().flatten() {
        let key = entry["key"].as_str().unwrap_or_default().to_owned();
        let content = content(NETWORK.0, EntryKind::Deliverable, entry)?;
        entries.push(StarterEntry { kind: EntryKind::Deliverable, key, content });
    }
    Ok(entries)
}

fn parsed((file, text): (&'static str, &str)) -> Result<Value, BadFile> {
    serde_json::from_str(text).map_err(|error| BadFile::NotJson { file, cause: error.to_string() })
}

/// The forms' sections, each as the form itself would have read it.
fn content(file: &'static str, kind: EntryKind, given: &Value) -> Result<Value, BadFile> {
    let mut content = Map::new();
    for form in kind.forms() {
        let section = read_form(*form, &write(*form, &given[form.code])).map_err(|problems| {
            let cause = format!("{}: {problems:?}", form.code);
            BadFile::NotJson { file, cause }
        })?;
        content.insert(form.code.to_owned(), section);
    }
    Ok(Value::Object(content))
}
