//! What the example consists of: who acts, and their deeds in order. The files beside the code are
//! written as people would read them: a record by its key behind an `@`, a day near the day of
//! loading as `today+30`.

use std::collections::{BTreeMap, HashMap};

use chrono::{NaiveDate, TimeDelta};
use domain::{account::Role, fields::SectionCode, follow_up::EntryKind};
use serde::{Deserialize, de::DeserializeOwned};
use serde_json::{Map, Value};

use crate::import::BadFile;

const ACCOUNTS: (&str, &str) =
    ("example/accounts.json", include_str!("../../example/accounts.json"));
const DEEDS: [(&str, &str); 5] = [
    ("example/agreements.json", include_str!("../../example/agreements.json")),
    ("example/meeting.json", include_str!("../../example/meeting.json")),
    ("example/reports.json", include_str!("../../example/reports.json")),
    ("example/filed.json", include_str!("../../example/filed.json")),
    ("example/review.json", include_str!("../../example/review.json")),
];

/// The whole example.
pub struct Script {
    pub accounts: Vec<Person>,
    /// The deeds of each file, in the order in which they are done.
    pub deeds: Vec<(&'static str, Vec<Deed>)>,
}

/// An account to be made.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Person {
    pub email: String,
    pub name: String,
    pub role: Role,
    pub state: Option<String>,
}

/// What one account does.
#[derive(Deserialize)]
pub struct Deed {
    /// The account's address.
    pub by: String,
    #[serde(flatten)]
    pub what: What,
}

/// A deed. Keys are the example's own names for what is made.
#[derive(Deserialize)]
#[serde(tag = "do", rename_all = "snake_case")]
pub enum What {
    /// Records an agreement, section by section.
    Record {
        key: String,
        sections: Map<String, Value>,
        #[serde(default)]
        publish: bool,
    },
    /// Confirms sections of an agreement; all in which anything is recorded where none is named.
    Confirm {
        agreement: String,
        #[serde(default)]
        sections: Vec<SectionCode>,
    },
    /// Gives another version of a section: these fields differ.
    Contest {
        agreement: String,
        section: SectionCode,
        fields: BTreeMap<String, String>,
        reason: String,
    },
    /// Begins an entry and fills its forms.
    Enter {
        key: String,
        kind: EntryKind,
        /// The State for which the Network writes.
        state: Option<String>,
        parent: Option<String>,
        meeting: Option<String>,
        question: Option<u32>,
        forms: Map<String, Value>,
        #[serde(default)]
        publish: bool,
    },
    /// Fills one more form of an entry.
    Fill {
        key: String,
        form: String,
        content: Value,
    },
    Publish {
        key: String,
    },
    /// Says that what the Network wrote for it, or its part of a pledge, is its own.
    Own {
        key: String,
    },
    Report {
        key: String,
        report: Value,
    },
    Step {
        key: String,
        step: String,
    },
    /// Names reviewers of a practice, each of whom then declares no conflict of interest and gives an
    /// opinion.
    PeerReview {
        key: String,
        reviewers: Vec<Assessed>,
    },
    TakePart {
        review: String,
        takes_part: bool,
    },
    /// Begins a dossier, has it drafted and writes chapters of its own.
    Dossier {
        key: String,
        review: String,
        chapters: BTreeMap<String, String>,
    },
    Ask {
        key: String,
        chapter: String,
        text: String,
    },
    Answer {
        key: String,
        number: usize,
        text: String,
    },
}

/// What one reviewer says of a practice.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assessed {
    /// The account's address.
    pub by: String,
    pub kind: String,
    pub opinion: String,
    pub comment: String,
}

/// Reads the files.
///
/// # Errors
/// When a file that the program brings is broken, which the tests would find.
pub fn read() -> Result<Script, BadFile> {
    let deeds = DEEDS
        .into_iter()
        .map(|file| Ok((file.0, parsed(file)?)))
        .collect::<Result<Vec<_>, BadFile>>()?;
    Ok(Script { accounts: parsed(ACCOUNTS)?, deeds })
}

fn parsed<Content: DeserializeOwned>(
    (file, text): (&'static str, &'static str),
) -> Result<Content, BadFile> {
    serde_json::from_str(text).map_err(|error| BadFile::NotJson { file, cause: error.to_string() })
}

/// What is written in a file with the numbers of the records and the days that it means. A record
/// that is not made yet stays as it is written, and the form refuses it.
pub fn meant(written: &Value, made: &HashMap<String, i64>, today: NaiveDate) -> Value {
    match written {
        Value::String(text) => {
            let number = text.strip_prefix('@').and_then(|key| made.get(key)).copied();
            match (number, day(text, today)) {
                (Some(number), _) => Value::from(number),
                (None, Some(day)) => Value::from(day.to_string()),
                (None, None) => written.clone(),
            }
        }
        Value::Array(items) => items.iter().map(|item| meant(item, made, today)).collect(),
        Value::Object(fields) => fields
            .iter()
            .map(|(name, value)| (name.clone(), meant(value, made, today)))
            .collect::<Map<_, _>>()
            .into(),
        _ => written.clone(),
    }
}

/// `today`, `today+30`, `today-7`.
fn day(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let days: i64 = match text.strip_prefix("today")? {
        "" => 0,
        days => days.parse().ok()?,
    };
    today.checked_add_signed(TimeDelta::try_days(days)?)
}

#[cfg(test)]
mod tests {
    use domain::{
        fields::{Form, follow_up as forms, read as read_form, write},
        states,
    };
    use serde_json::json;

    use super::*;

    fn today() -> NaiveDate {
        "2026-03-01".parse().expect("a day")
    }

    #[test]
    fn keys_and_days_stand_for_numbers_and_dates() {
        let made = HashMap::from([("lma".to_owned(), 7)]);
        for (written, expected) in [
            (json!("@lma"), json!(7)),
            (json!("@unknown"), json!("@unknown")),
            (json!("today"), json!("2026-03-01")),
            (json!(["today+30", "today-1"]), json!(["2026-03-31", "2026-02-28"])),
            (json!({"text": "today we said"}), json!({"text": "today we said"})),
        ] {
            assert_eq!(meant(&written, &made, today()), expected);
        }
    }

    /// Whether every field that is written in `given` was taken over by the form.
    #[track_caller]
    fn is_taken(form: Form, given: &Value) {
        // Any numbers will do for the records here.
        let made = keys().zip(1..).collect();
        let given = meant(given, &made, today());
        let read = read_form(form, &write(form, &given));
        let read = read.unwrap_or_else(|problems| panic!("{}: {problems:?}", form.code));
        is_within(form.code, &given, &read);
    }

    #[track_caller]
    fn is_within(path: &str, given: &Value, read: &Value) {
        match (given, read) {
            (Value::Object(given), Value::Object(read)) => {
                for (name, value) in given {
                    let path = format!("{path}.{name}");
                    let found = read.get(name).unwrap_or_else(|| panic!("{path} was not taken"));
                    is_within(&path, value, found);
                }
            }
            (Value::Array(given), Value::Array(read)) => {
                assert_eq!(given.len(), read.len(), "{path}");
                // A grid is read in the order of its vocabulary.
                let is_grid = given.iter().all(|row| {
                    ["item", "branch", "principle", "measure"]
                        .iter()
                        .any(|key| row[key].is_string())
                });
                for (number, value) in given.iter().enumerate() {
                    let key = ["item", "branch", "principle", "measure"]
                        .into_iter()
                        .find(|key| value[key].is_string());
                    let found = match key.filter(|_| is_grid) {
                        Some(key) => read.iter().find(|row| row[key] == value[key]),
                        None => read.get(number),
                    };
                    let path = format!("{path}.{number}");
                    let found = found.unwrap_or_else(|| panic!("{path} was not taken"));
                    is_within(&path, value, found);
                }
            }
            _ => assert_eq!(given, read, "{path}"),
        }
    }

    fn all() -> Vec<Deed> {
        read()
            .expect("the example is sound")
            .deeds
            .into_iter()
            .flat_map(|(_, deeds)| deeds)
            .collect()
    }

    fn keys() -> impl Iterator<Item = String> {
        all().into_iter().filter_map(|deed| match deed.what {
            What::Record { key, .. } | What::Enter { key, .. } | What::Dossier { key, .. } => {
                Some(key)
            }
            _ => None,
        })
    }

    #[test]
    fn every_field_that_stands_in_the_files_is_one_of_its_form() {
        for deed in all() {
            match deed.what {
                What::Record { sections, .. } => {
                    for (code, section) in &sections {
                        let section_code: SectionCode = code.parse().expect("a section");
                        is_taken(section_code.form(), section);
                    }
                }
                What::Enter { kind, forms, .. } => {
                    for (code, content) in &forms {
                        let form = kind.form(code).unwrap_or_else(|| panic!("{kind:?} {code}"));
                        is_taken(form, content);
                    }
                }
                What::Report { report, .. } => is_taken(forms::REPORT, &report),
                _ => {}
            }
        }
    }

    #[test]
    fn everybody_in_the_example_is_fictitious_and_every_role_is_there() {
        let script = read().expect("the example is sound");
        assert!(script.accounts[0].state.is_some(), "by it the register knows that it holds it");
        for person in &script.accounts {
            assert!(person.email.ends_with(".example"), "{}", person.email);
            assert!(person.name.starts_with("Example"), "{}", person.name);
            assert!(person.state.as_deref().is_none_or(states::is_example), "{}", person.email);
        }
        for role in [
            Role::Official,
            Role::FocalPoint,
            Role::Reviewer,
            Role::Coordinator,
            Role::Administrator,
        ] {
            assert!(script.accounts.iter().any(|person| person.role == role), "{role:?}");
        }
        for deed in all() {
            assert!(script.accounts.iter().any(|person| person.email == deed.by), "{}", deed.by);
        }
    }
}
