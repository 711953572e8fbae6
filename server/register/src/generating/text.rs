//! A page of text for each record: what agreements say, with made-up names of places, so that there are
//! about as many different words as in a real register.

use super::chance::Chance;

/// What everything that is generated says of itself.
pub const MADE_UP: &str = "Made up for measuring; it says nothing about any State.";
/// A word that stands in one record of a thousand, to search for.
pub const RARE: &str = "lighthouse";
/// The records between two that hold [`RARE`].
const RARE_EVERY: u64 = 1000;
/// Characters of a page.
const PAGE: usize = 2000;

/// `{}` stands for a made-up place.
const SENTENCES: [&str; 24] = [
    "The Parties exchange information on vacancies in {} once a quarter.",
    "Recruitment takes place through the public employment service in {}.",
    "Workers receive a written contract in a language that they understand before they leave {}.",
    "Wages are paid at least once a month and are not below those of workers in {}.",
    "The employer provides housing that meets the standards in force in {}.",
    "Travel documents stay with the worker, also in {}.",
    "Workers and their families have access to medical care in the district of {}.",
    "Contributions to social insurance are transferred to the institution in {}.",
    "A joint committee meets in {} every year and reports to both Parties.",
    "Complaints are lodged with the labour inspectorate in {} free of charge.",
    "Qualifications gained in {} are recognized on request within three months.",
    "Training before departure is given by the centre in {}.",
    "No fees for recruitment are charged to workers from {}.",
    "Seasonal work in {} lasts no longer than nine months in a calendar year.",
    "Savings may be transferred to {} through any licensed bank.",
    "The competent authorities inspect workplaces in {} together.",
    "A worker whose contract ends early may look for another employer in {}.",
    "Return is prepared with the offices of reintegration in {}.",
    "Equal treatment with nationals applies to safety and health at work in {}.",
    "Each Party names a focal point in {} within thirty days.",
    "The number of workers for {} is set by exchange of notes before the season begins.",
    "Personal data are exchanged only for the purposes of this arrangement, through {}.",
    "Disputes on interpretation are settled by consultation in {}.",
    "The text is published in the official gazette of {} by each Party.",
];

const SYLLABLES: [&str; 24] = [
    "ba", "de", "fi", "go", "hu", "ka", "le", "mi", "no", "pu", "ra", "se", "ti", "vo", "zu",
    "bren", "dal", "fors", "gim", "kel", "lund", "mar", "ston", "vik",
];

/// The page of the record with this number.
pub fn page(chance: &mut Chance, number: u64) -> String {
    let mut text = MADE_UP.to_owned();
    if number % RARE_EVERY == 1 {
        text.push_str(" It covers the keepers of every ");
        text.push_str(RARE);
        text.push('.');
    }
    while text.len() < PAGE
        && let Some(sentence) = chance.any(&SENTENCES)
    {
        text.push(' ');
        text.push_str(&sentence.replace("{}", &place(chance)));
    }
    text
}

/// A name of no place: 13,824 of them, some far more often than others.
fn place(chance: &mut Chance) -> String {
    let syllables = (0..3).filter_map(|_| chance.early(&SYLLABLES));
    let name: String = syllables.copied().collect();
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
