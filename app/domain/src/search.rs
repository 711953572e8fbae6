//! The one query: it serves the list, the count beside each filter value, the coverage, the export
//! and the feed, so they cannot disagree. The address of a page is the query.

use chrono::NaiveDate;
use form_urlencoded::{Serializer, parse};
use strum::{EnumString, IntoStaticStr, VariantArray};

use crate::{checkpoints, fields::Vocabulary};

/// Records a page of the register holds.
pub const PAGE_SIZE: u64 = 25;
/// The furthest page that is served; who needs more narrows down or exports.
pub const LAST_PAGE: u64 = 4000;
/// Longest text searched for, in characters.
pub const LONGEST_TEXT: usize = 200;

/// How the list is sorted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum Sort {
    /// Newest signature first; what has no date comes last.
    #[default]
    Newest,
    Oldest,
    Title,
    /// Last changed first.
    Changed,
}

/// A dimension in which the list can be narrowed by choosing values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum Facet {
    Status,
    Kind,
    Mode,
    Branch,
    Provision,
    Criterion,
    Objective,
    Sector,
    Commission,
    Group,
    Region,
    /// A region that some party is of, whatever other regions are chosen: a number of the coverage
    /// leads to it.
    InRegion,
    Role,
    Party,
    /// Where it stands with the parties that did not record it.
    Answer,
}

impl Facet {
    /// Its name in addresses and in the keys of its words.
    pub fn code(self) -> &'static str {
        self.into()
    }

    /// Whether it stands among the filters with its counts; the others are only led to, from a number
    /// of the coverage.
    pub fn is_offered(self) -> bool {
        !matches!(self, Self::Criterion | Self::InRegion)
    }

    /// The list its values are taken from; regions, commissions and groups are tables of their own.
    pub fn vocabulary(self) -> Option<Vocabulary> {
        match self {
            Self::Status => Some(Vocabulary::Status),
            Self::Kind => Some(Vocabulary::Kind),
            Self::Mode => Some(Vocabulary::SocialSecurityMode),
            Self::Branch => Some(Vocabulary::Branch),
            Self::Provision => Some(Vocabulary::Item),
            Self::Criterion => Some(Vocabulary::Criterion),
            Self::Objective => Some(Vocabulary::Objective),
            Self::Sector => Some(Vocabulary::Sector),
            Self::Role => Some(Vocabulary::PartyRole),
            Self::Party => Some(Vocabulary::Party),
            Self::Answer => Some(Vocabulary::RecordAnswer),
            Self::Commission | Self::Group | Self::Region | Self::InRegion => None,
        }
    }

    /// Whether several chosen values all have to be there (an agreement with these provisions), or
    /// any of them will do (an agreement of this or that kind).
    pub fn needs_all(self) -> bool {
        matches!(
            self,
            Self::Provision | Self::Criterion | Self::Branch | Self::Objective | Self::InRegion
        )
    }
}

/// A provision or criterion with the finding that is asked for: `wage_prot:no`. Without one it is what
/// the text gives, wholly or partly.
pub fn with_finding(value: &str) -> (&str, Option<&str>) {
    match value.split_once(':') {
        Some((what, finding)) => (what, Some(finding)),
        None => (value, None),
    }
}

/// A condition of a query that can be relaxed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Relaxed {
    /// The first year lies after the last: the two are exchanged.
    YearsReversed,
    Text,
    Between,
    Years,
    Coded,
    Value(Facet, String),
}

/// A query that asks for less.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relaxation {
    pub what: Relaxed,
    pub query: Query,
}

/// What is asked of the register.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// Words of the titles, the parties, the summary, the notes.
    pub text: String,
    /// The chosen values of each facet, in the order of [`Facet`].
    pub chosen: Vec<(Facet, String)>,
    /// Whether the agreement must be between all the parties chosen, not with any of them.
    pub between: bool,
    /// The day at which the status is looked at; today where it is open. A checkpoint's code or a date.
    pub at: Option<String>,
    /// First year of signature.
    pub from_year: Option<i32>,
    /// Last year of signature.
    pub to_year: Option<i32>,
    /// Only coded agreements.
    pub coded: bool,
    pub sort: Sort,
    /// Pages count from 0.
    pub page: u64,
}

impl Query {
    /// Reads the part of an address behind the question mark. What it does not know, it leaves out:
    /// an old or mistyped link still shows something.
    pub fn from_address(query: &str) -> Self {
        let mut found = Self::default();
        for (name, value) in parse(query.as_bytes()) {
            let value = value.trim();
            if value.is_empty() {
                continue;
            }
            match name.as_ref() {
                "q" => {
                    found.text = value
                        .chars()
                        .take(LONGEST_TEXT)
                        .filter(|char| !char.is_control())
                        .collect();
                }
                "between" => found.between = true,
                "coded" => found.coded = true,
                "at" if checkpoints::moment(value).is_ok() => found.at = Some(value.to_owned()),
                "from_year" => found.from_year = value.parse().ok(),
                "to_year" => found.to_year = value.parse().ok(),
                "sort" => found.sort = value.parse().unwrap_or_default(),
                "page" => found.page = value.parse::<u64>().unwrap_or(1).clamp(1, LAST_PAGE) - 1,
                name => {
                    if let Ok(facet) = name.parse::<Facet>() {
                        found.choose(facet, value);
                    }
                }
            }
        }
        found
    }

    fn choose(&mut self, facet: Facet, value: &str) {
        let (what, finding) = match facet {
            Facet::Provision | Facet::Criterion => with_finding(value),
            _ => (value, None),
        };
        // No name of anything holds what controls, and not every database takes it.
        let known = !value.contains(char::is_control)
            && facet.vocabulary().is_none_or(|vocabulary| vocabulary.holds(what))
            && finding.is_none_or(|finding| Vocabulary::Finding.holds(finding));
        let chosen = (facet, value.to_owned());
        // As many as anybody can mean; more would only cost the database time.
        if known && value.len() <= 60 && self.chosen.len() < 60 && !self.chosen.contains(&chosen) {
            self.chosen.push(chosen);
        }
    }

    /// The address of this query, without the question mark; empty where nothing is asked.
    pub fn to_address(&self) -> String {
        let mut address = Serializer::new(String::new());
        if !self.text.is_empty() {
            address.append_pair("q", &self.text);
        }
        for (facet, value) in &self.chosen {
            address.append_pair(facet.code(), value);
        }
        if self.between {
            address.append_pair("between", "1");
        }
        if let Some(at) = &self.at {
            address.append_pair("at", at);
        }
        for (name, year) in [("from_year", self.from_year), ("to_year", self.to_year)] {
            if let Some(year) = year {
                address.append_pair(name, &year.to_string());
            }
        }
        if self.coded {
            address.append_pair("coded", "1");
        }
        if self.sort != Sort::default() {
            address.append_pair("sort", self.sort.into());
        }
        if self.page > 0 {
            address.append_pair("page", &(self.page + 1).to_string());
        }
        address.finish()
    }

    /// The chosen values of one facet.
    pub fn values(&self, facet: Facet) -> impl Iterator<Item = &str> {
        self.chosen
            .iter()
            .filter(move |(chosen, _)| *chosen == facet)
            .map(|(_, value)| value.as_str())
    }

    /// Whether `value` of `facet` is chosen.
    pub fn has(&self, facet: Facet, value: &str) -> bool {
        self.values(facet).any(|chosen| chosen == value)
    }

    /// The same without what was chosen in `facet`: what its counts are made of where any of its
    /// values will do.
    #[must_use]
    pub fn without_facet(&self, facet: Facet) -> Self {
        let mut query = self.clone();
        query.chosen.retain(|(chosen, _)| *chosen != facet);
        query
    }

    /// The same without one chosen value, from the first page.
    #[must_use]
    pub fn without(&self, facet: Facet, value: &str) -> Self {
        let mut query = self.clone();
        query.chosen.retain(|(chosen, other)| (*chosen, other.as_str()) != (facet, value));
        query.page = 0;
        query
    }

    /// The same with one more chosen value, from the first page.
    #[must_use]
    pub fn with(&self, facet: Facet, value: &str) -> Self {
        let mut query = self.clone();
        query.choose(facet, value);
        query.page = 0;
        query
    }

    /// What can be relaxed, one condition at a time and at most eight of them: the words, the years, and
    /// each value that was chosen.
    pub fn relaxations(&self) -> Vec<Relaxation> {
        let first = Self { page: 0, ..self.clone() };
        let mut relaxations = Vec::new();
        let mut add = |what, query| relaxations.push(Relaxation { what, query });
        if let (Some(from), Some(to)) = (self.from_year, self.to_year)
            && from > to
        {
            let query = Self { from_year: Some(to), to_year: Some(from), ..first.clone() };
            add(Relaxed::YearsReversed, query);
        }
        if !self.text.is_empty() {
            add(Relaxed::Text, Self { text: String::new(), ..first.clone() });
        }
        if self.between {
            add(Relaxed::Between, Self { between: false, ..first.clone() });
        }
        if self.from_year.is_some() || self.to_year.is_some() {
            add(Relaxed::Years, Self { from_year: None, to_year: None, ..first.clone() });
        }
        if self.coded {
            add(Relaxed::Coded, Self { coded: false, ..first.clone() });
        }
        for (facet, value) in &self.chosen {
            add(Relaxed::Value(*facet, value.clone()), self.without(*facet, value));
        }
        relaxations.truncate(8);
        relaxations
    }

    /// The day at which the status is looked at.
    pub fn day(&self, today: NaiveDate) -> NaiveDate {
        self.at.as_deref().and_then(|at| checkpoints::moment(at).ok()).unwrap_or(today)
    }

    /// Whether anything narrows the list.
    pub fn is_open(&self) -> bool {
        Self {
            sort: self.sort,
            page: self.page,
            at: self.at.clone(),
            between: self.between,
            ..Self::default()
        } == *self
    }
}

#[cfg(test)]
mod tests;
