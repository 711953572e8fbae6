//! The starter data of the follow-up: the Talk as its concept note has it, the Network's workstream and
//! guidance, and the reviews of the second cycle with the forums before and after them. What States
//! said, and which of them take part, is not known, and nothing is filled in.

use domain::{
    PartialDate,
    checkpoints::{Checkpoint, checkpoints},
    fields::{read as read_form, write},
    follow_up::EntryKind,
    reference::Named,
};
use serde_json::{Map, Value, json};

use super::BadFile;

/// The forum of 2022 is the background of the second cycle of regional reviews, that of 2026 its next
/// stage; reviews before them are checkpoints only.
const FIRST_YEAR: i32 = 2022;

const TALK: (&str, &str) = ("starter/talk.json", include_str!("../../starter/talk.json"));
const REVIEWS: (&str, &str) = ("starter/reviews.json", include_str!("../../starter/reviews.json"));
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
    let timetables = parsed(REVIEWS)?;
    let is_review = |checkpoint: &&Checkpoint| {
        checkpoint.kind != "talk" && checkpoint.from.year() >= FIRST_YEAR
    };
    for checkpoint in checkpoints().iter().filter(is_review) {
        let given = review(checkpoint, &timetables[&checkpoint.code]);
        entries.push(StarterEntry {
            kind: EntryKind::Review,
            key: checkpoint.code.clone(),
            content: content(REVIEWS.0, EntryKind::Review, &given)?,
        });
    }
    Ok(entries)
}

/// A review as the table of checkpoints has it.
fn review(checkpoint: &Checkpoint, timetable: &Value) -> Value {
    let given = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let in_language = |language: &str| {
        (checkpoint.name(language), checkpoint.place(language), checkpoint.note(language))
    };
    let ((title_en, place_en, note_en), (title_ru, place_ru, note_ru)) =
        (in_language("en"), in_language("ru"));
    json!({
        "review": {
            "title_en": title_en,
            "title_ru": title_ru,
            "kind": checkpoint.kind,
            "commission": given(&checkpoint.commission),
            "from": checkpoint.from.to_string(),
            "to": checkpoint.to.map(|to: PartialDate| to.to_string()),
            "place_en": given(place_en),
            "place_ru": given(place_ru),
            "note_en": given(note_en),
            "note_ru": given(note_ru),
        },
        "timetable": timetable,
    })
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
