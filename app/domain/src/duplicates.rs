//! Whether two records may mean one agreement. Both States may have logged it, or a State and a
//! public source. The register only proposes; a person says what they are.
//!
//! Signs are weighed in whole points. Two records are proposed from [`THRESHOLD`] points on, so that
//! no sign but a shared number is enough by itself. What tells two agreements apart stops the
//! weighing: other parties, a link from one to the other, a protocol beside its agreement, signatures
//! too far apart to be one (a memorandum that is renewed every two years is signed anew each time).

use std::{collections::BTreeSet, sync::LazyLock};

use chrono::{Datelike, NaiveDate};
use strum::{IntoStaticStr, VariantArray};

use crate::{
    Agreement, PartialDate,
    agreement::{EventKind, Identifier, IdentifierScheme, Kind},
    fold::fold,
    states,
};

/// Points from which two records are proposed.
pub const THRESHOLD: u32 = 60;

/// Days that two dates of one signature may lie apart: the parties sign one after the other, or one
/// of them counts from the exchange of notes.
pub const WINDOW_DAYS: i64 = 92;

/// Points that are taken off where one published list numbers the two apart.
const NUMBERED_APART: u32 = 20;

/// A sign that two records mean one agreement, the strongest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum Reason {
    /// The same number in the same series.
    SharedIdentifier,
    SameDay,
    /// One says 5 April and the other 4 May of the same year.
    DayAndMonthSwapped,
    TitleAlike,
    /// Signed within [`WINDOW_DAYS`] of each other.
    DatesClose,
    /// One date is known to the month or the year, which the other lies in.
    SameYear,
    SameKind,
    /// Documented at the same address.
    SharedSource,
}

impl Reason {
    /// What the sign weighs.
    pub fn points(self) -> u32 {
        match self {
            Self::SharedIdentifier => 60,
            Self::SameDay => 50,
            // With the kind it is enough: of the signatures in one corridor hardly two are so by chance.
            Self::DayAndMonthSwapped => 45,
            Self::TitleAlike => 30,
            Self::DatesClose => 25,
            Self::SameYear => 20,
            Self::SameKind => 15,
            // Two agreements of one day are told by one piece of news.
            Self::SharedSource => 5,
        }
    }
}

/// How much speaks for one agreement, and what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Likeness {
    pub points: u32,
    /// The strongest first.
    pub reasons: Vec<Reason>,
}

/// A number in a series: scheme, series, value, folded.
type Number = (&'static str, String, String);

/// What of a record is weighed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Features {
    /// The record's number.
    pub id: i64,
    parties: BTreeSet<String>,
    kind: Option<Kind>,
    signed: Vec<PartialDate>,
    /// The telling words of each title.
    titles: Vec<BTreeSet<String>>,
    numbers: BTreeSet<Number>,
    addresses: BTreeSet<String>,
    /// The records that it is linked to, in any way.
    links: BTreeSet<i64>,
}

impl Features {
    /// What is weighed of the record with this number.
    pub fn of(id: i64, agreement: &Agreement) -> Self {
        let parties: BTreeSet<String> = agreement.party_codes().map(str::to_owned).collect();
        let names = words_of_names(&parties);
        let titles = agreement.identity.titles.iter();
        let titles = titles.map(|title| telling_words(&title.text, &names));
        let events = agreement.life.events.iter();
        let signed = events.filter(|event| event.kind == Some(EventKind::Signed));
        let references = &agreement.references;
        let addresses = references.sources.iter().filter_map(|source| source.address.as_deref());
        Self {
            id,
            kind: agreement.identity.kind,
            signed: signed.filter_map(|event| event.date).collect(),
            titles: titles.filter(|words| !words.is_empty()).collect(),
            numbers: references.identifiers.iter().map(number).collect(),
            addresses: addresses.map(|address| address.trim_end_matches('/').to_owned()).collect(),
            links: references
                .links
                .iter()
                .filter_map(|link| link.agreement.map(i64::from))
                .collect(),
            parties,
        }
    }
}

/// What records between the same parties have in common: the codes of all of them, in order. Empty
/// where fewer than two are known.
pub fn party_key(agreement: &Agreement) -> String {
    let codes: BTreeSet<&str> = agreement.party_codes().filter(|code| !code.is_empty()).collect();
    if codes.len() < 2 {
        return String::new();
    }
    codes.into_iter().collect::<Vec<_>>().join("-")
}

/// How much speaks for the two being one agreement; nothing where it is too little, or where they are
/// two for sure.
pub fn likeness(a: &Features, b: &Features) -> Option<Likeness> {
    if a.parties.len() < 2 || a.parties != b.parties || is_linked(a, b) || goes_along(a, b) {
        return None;
    }
    let near = if a.signed.is_empty() || b.signed.is_empty() {
        None
    } else {
        Some(nearest(&a.signed, &b.signed)?)
    };
    let shares_number = a.numbers.intersection(&b.numbers).next().is_some();
    let apart = if shares_number { Vec::new() } else { numbered_apart(a, b) };
    // The United Nations register each treaty once.
    if apart.contains(&IdentifierScheme::UnTreatyRegistration.into()) {
        return None;
    }
    let shares_source = a.addresses.intersection(&b.addresses).next().is_some();
    let signs = [
        shares_number.then_some(Reason::SharedIdentifier),
        near,
        titles_are_alike(a, b).then_some(Reason::TitleAlike),
        (a.kind.is_some() && a.kind == b.kind).then_some(Reason::SameKind),
        // The address of a list that numbers them apart says nothing.
        (shares_source && apart.is_empty()).then_some(Reason::SharedSource),
    ];
    let mut reasons: Vec<Reason> = signs.into_iter().flatten().collect();
    reasons.sort_unstable();
    let found: u32 = reasons.iter().map(|reason| reason.points()).sum();
    let points = found.saturating_sub(if apart.is_empty() { 0 } else { NUMBERED_APART });
    (points >= THRESHOLD).then_some(Likeness { points, reasons })
}

/// One amends, replaces, implements or names the other: then they are two.
fn is_linked(a: &Features, b: &Features) -> bool {
    a.links.contains(&b.id) || b.links.contains(&a.id)
}

/// One is a protocol or an administrative arrangement and the other is not: signed on one day under
/// one title, they are still two instruments.
fn goes_along(a: &Features, b: &Features) -> bool {
    let is_beside = |kind| matches!(kind, Kind::Protocol | Kind::AdministrativeArrangement);
    a.kind.zip(b.kind).is_some_and(|(a, b)| is_beside(a) != is_beside(b))
}

/// The strongest sign among the dates of signature; nothing where no two of them may be one.
fn nearest(a: &[PartialDate], b: &[PartialDate]) -> Option<Reason> {
    let pairs = a.iter().flat_map(|one| b.iter().map(move |other| nearness(*one, *other)));
    pairs.flatten().max_by_key(|reason| reason.points())
}

fn nearness(one: PartialDate, other: PartialDate) -> Option<Reason> {
    if let (PartialDate::Day(a), PartialDate::Day(b)) = (one, other) {
        return if a == b {
            Some(Reason::SameDay)
        } else if is_swapped(a, b) {
            Some(Reason::DayAndMonthSwapped)
        } else {
            ((a - b).num_days().abs() <= WINDOW_DAYS).then_some(Reason::DatesClose)
        };
    }
    if one.first_day() <= other.last_day() && other.first_day() <= one.last_day() {
        return Some(Reason::SameYear);
    }
    let is_year = |date| matches!(date, PartialDate::Year(_));
    let (earlier, later) = (one.min(other), one.max(other));
    let days = (later.first_day() - earlier.last_day()).num_days();
    (!is_year(one) && !is_year(other) && days <= WINDOW_DAYS).then_some(Reason::DatesClose)
}

/// 3 April and 4 March of one year: somebody read the month where the day stands.
fn is_swapped(a: NaiveDate, b: NaiveDate) -> bool {
    a.year() == b.year() && a.month() == b.day() && a.day() == b.month()
}

fn number(identifier: &Identifier) -> Number {
    let packed = |text: &str| fold(text).split_whitespace().collect::<String>();
    let series = identifier.series.as_deref().map(packed).unwrap_or_default();
    (identifier.scheme.map(<&str>::from).unwrap_or_default(), series, packed(&identifier.value))
}

/// The schemes of the series in which the two have different numbers: who keeps such a series takes
/// them for two.
fn numbered_apart(a: &Features, b: &Features) -> Vec<&'static str> {
    let pairs = a.numbers.iter().flat_map(|one| b.numbers.iter().map(move |other| (one, other)));
    let apart =
        pairs.filter(|(one, other)| one.0 == other.0 && one.1 == other.1 && one.2 != other.2);
    apart.map(|(one, _)| one.0).collect()
}

/// Some title of the one has most of its telling words, and two at least, in some title of the other.
fn titles_are_alike(a: &Features, b: &Features) -> bool {
    a.titles.iter().any(|one| {
        b.titles.iter().any(|other| {
            let shared = one.intersection(other).count();
            shared >= 2 && shared * 5 >= one.len().min(other.len()) * 3
        })
    })
}

/// Words that stand in many titles and tell no two of them apart.
static COMMON: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    const ENGLISH: &str = "a an and as at between by concerning constituting for from in into its of \
        on or regarding relating respecting the their this to under with agreement agreements \
        arrangement arrangements bilateral convention exchange memoranda memorandum mou note notes \
        protocol treaty understanding area commonwealth department departments federation field \
        government governments kingdom labor labour majesty minister ministries ministry people \
        peoples republic signed state states";
    const RUSSIAN: &str = "в для и между на о об от по с соглашение меморандум взаимопонимании \
        договор области правительством правительство протокол республики республикой сфере \
        министерством федерации федерацией";
    const OTHERS: &str = "accord au aux d de des du en entre et gouvernement l la le les république \
        sur acuerdo convenio del el gobierno los república sobre y";
    [ENGLISH, RUSSIAN, OTHERS].into_iter().flat_map(words).collect()
});

fn words(text: &str) -> Vec<String> {
    fold(text)
        .split(|char: char| !char.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// The words of all names of the parties: they stand in the titles of all that these agreed.
fn words_of_names(parties: &BTreeSet<String>) -> BTreeSet<String> {
    let parties = parties.iter().filter_map(|code| states::state(code));
    parties
        .flat_map(|state| state.all_names().iter().chain(state.other_names()))
        .flat_map(|name| words(name))
        .collect()
}

/// The words by which a title tells what it is about. Figures are mostly dates.
fn telling_words(title: &str, names: &BTreeSet<String>) -> BTreeSet<String> {
    words(title)
        .into_iter()
        .filter(|word| !word.chars().all(char::is_numeric))
        .filter(|word| !COMMON.contains(word) && !names.contains(word))
        .collect()
}

#[cfg(test)]
mod tests;
