//! The parties an agreement may have: 197 States with their M49 region and the regional commissions
//! they belong to, historic States, and other parties as they are. Beside them fictitious States, for
//! trying the register out.
//!
//! Designations are those the United Nations prints; they imply no opinion on the legal status of
//! any country, territory or authority.

use std::{collections::HashMap, sync::LazyLock};

use serde::Deserialize;

use crate::{
    fold::fold,
    reference::{Named, rows},
};

/// What a party is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartyStatus {
    /// In `states.csv`: a Member State, an observer State, or another State of the UN system.
    State,
    Historic,
    Other,
    /// Fictitious, of the example. Its code is one that ISO 3166-1 leaves to its users.
    Example,
}

/// A State or other party.
#[derive(Clone, Debug)]
pub struct State {
    /// ISO 3166-1 alpha-3; for historic States ISO 3166-3's three letters.
    pub code: String,
    pub status: PartyStatus,
    /// M49 region, in English as in the tables.
    pub region: String,
    /// M49 sub-region.
    pub subregion: String,
    /// The regional commissions it belongs to; a State may belong to several.
    pub commissions: Vec<String>,
    /// The years in which a historic State existed.
    pub years: (String, String),
    /// The States that a historic one became.
    pub successors: Vec<String>,
    names: [String; 6],
    /// Other usual names, for searching and matching; never printed.
    also: Vec<String>,
}

/// The six languages of the United Nations, in the order of the name columns.
const LANGUAGES: [&str; 6] = ["en", "fr", "es", "ru", "ar", "zh"];

/// Where the Russian name stands in [`LANGUAGES`].
const RUSSIAN: usize = 3;

impl Named for State {
    fn name(&self, language: &str) -> &str {
        let at = LANGUAGES.iter().position(|known| *known == language).unwrap_or(0);
        &self.names[at]
    }
}

impl State {
    /// Its names in all six languages.
    pub fn all_names(&self) -> &[String] {
        &self.names
    }

    /// Other usual names, former and informal ones among them: to search with, never to print.
    pub fn other_names(&self) -> &[String] {
        &self.also
    }

    /// Whether it is fictitious.
    pub fn is_example(&self) -> bool {
        self.status == PartyStatus::Example
    }
}

#[derive(Deserialize)]
struct StateRow {
    iso3: String,
    region: String,
    subregion: String,
    commissions: String,
    name_en: String,
    name_fr: String,
    name_es: String,
    name_ru: String,
    name_ar: String,
    name_zh: String,
}

#[derive(Deserialize)]
struct OtherRow {
    code: String,
    kind: String,
    region: String,
    subregion: String,
    from: String,
    until: String,
    successors: String,
    name_en: String,
    name_fr: String,
    name_es: String,
    name_ru: String,
    name_ar: String,
    name_zh: String,
    also: String,
}

#[derive(Deserialize)]
struct ExampleRow {
    code: String,
    name_en: String,
    name_fr: String,
    name_es: String,
    name_ru: String,
    name_ar: String,
    name_zh: String,
}

#[derive(Deserialize)]
struct AlsoRow {
    code: String,
    name: String,
}

fn words(text: &str) -> Vec<String> {
    text.split_whitespace().map(str::to_owned).collect()
}

struct Tables {
    /// Those of the example last.
    states: Vec<State>,
    /// How many are not of the example.
    real: usize,
    by_code: HashMap<String, usize>,
    by_name: HashMap<String, usize>,
}

static TABLES: LazyLock<Tables> = LazyLock::new(|| {
    let mut states: Vec<State> = rows::<StateRow>(include_str!("../data/states.csv"))
        .into_iter()
        .map(|row| State {
            code: row.iso3,
            status: PartyStatus::State,
            region: row.region,
            subregion: row.subregion,
            commissions: words(&row.commissions),
            years: Default::default(),
            successors: Vec::new(),
            names: [row.name_en, row.name_fr, row.name_es, row.name_ru, row.name_ar, row.name_zh],
            also: Vec::new(),
        })
        .collect();
    let mut also: Vec<(String, String)> = rows::<AlsoRow>(include_str!("../data/state_names.csv"))
        .into_iter()
        .map(|row| (row.name, row.code))
        .collect();
    for row in rows::<OtherRow>(include_str!("../data/other_parties.csv")) {
        also.extend(row.also.split('|').map(|name| (name.to_owned(), row.code.clone())));
        states.push(State {
            code: row.code,
            status: if row.kind == "historic" { PartyStatus::Historic } else { PartyStatus::Other },
            region: row.region,
            subregion: row.subregion,
            commissions: Vec::new(),
            years: (row.from, row.until),
            successors: words(&row.successors),
            names: [row.name_en, row.name_fr, row.name_es, row.name_ru, row.name_ar, row.name_zh],
            also: Vec::new(),
        });
    }
    let real = states.len();
    states.extend(examples_of_table());
    let by_code: HashMap<String, usize> =
        states.iter().enumerate().map(|(at, state)| (state.code.clone(), at)).collect();
    // What the United Nations prints in Russian stands in the place of the name from CLDR, which is
    // still a name to search with.
    for row in rows::<AlsoRow>(include_str!("../data/un_names_ru.csv")) {
        if let Some(at) = by_code.get(&row.code) {
            let russian = &mut states[*at].names[RUSSIAN];
            also.push((std::mem::replace(russian, row.name), row.code));
        }
    }
    let mut by_name = HashMap::new();
    for (name, code) in also {
        if let Some(at) = by_code.get(&code) {
            by_name.insert(fold(&name), *at);
            states[*at].also.push(name);
        }
    }
    for (at, state) in states.iter().enumerate() {
        for name in state.names.iter().chain([&state.code]) {
            by_name.insert(fold(name), at);
        }
    }
    Tables { states, real, by_code, by_name }
});

/// Fictitious States lie in no region and belong to no commission: no review of a real one is theirs.
fn examples_of_table() -> impl Iterator<Item = State> {
    rows::<ExampleRow>(include_str!("../data/example_states.csv")).into_iter().map(|row| State {
        code: row.code,
        status: PartyStatus::Example,
        region: String::new(),
        subregion: String::new(),
        commissions: Vec::new(),
        years: Default::default(),
        successors: Vec::new(),
        names: [row.name_en, row.name_fr, row.name_es, row.name_ru, row.name_ar, row.name_zh],
        also: Vec::new(),
    })
}

/// All parties that there are: the States first, in the order of their codes, then the others. Those
/// of the example are not among them.
pub fn all() -> &'static [State] {
    &TABLES.states[..TABLES.real]
}

/// The fictitious States, which only a register with the example shows.
pub fn examples() -> &'static [State] {
    &TABLES.states[TABLES.real..]
}

/// Whether this is the code of a fictitious State.
pub fn is_example(code: &str) -> bool {
    state(code).is_some_and(State::is_example)
}

/// The party with this code, fictitious ones too.
pub fn state(code: &str) -> Option<&'static State> {
    TABLES.by_code.get(code).map(|at| &TABLES.states[*at])
}

/// The party that is called so, in any of six languages, by another usual name, or by its code.
pub fn named(name: &str) -> Option<&'static State> {
    TABLES.by_name.get(&fold(name)).map(|at| &TABLES.states[*at])
}

/// Its name, or the code itself where it is not in the tables.
pub fn name<'a>(code: &'a str, language: &str) -> &'a str {
    state(code).map_or(code, |state| state.name(language))
}

#[cfg(test)]
mod tests;
