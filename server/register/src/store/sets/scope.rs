//! The one query as a set of records. Lists, counts, coverage and comparison all take it from here, with
//! the policy's visibility in it.

use chrono::NaiveDate;
use domain::{
    policy::Visible,
    search::{Facet, Query, with_finding},
};
use roaring::RoaringBitmap;
use strum::VariantArray;

use super::{family::Family, kept::Kept};
use crate::store::words;

/// The status of what has no status period on a day.
pub const NOT_KNOWN: &str = "not_known";

/// Findings of what a text gives.
pub const GIVEN: [&str; 2] = ["yes", "partly"];

/// Whose record counts, at which day it is looked at.
#[derive(Clone, Copy, Debug)]
pub struct Scope<'a> {
    pub query: &'a Query,
    pub visible: &'a Visible,
    pub day: NaiveDate,
    pub today: NaiveDate,
}

impl Scope<'_> {
    /// What somebody may see, whatever is asked.
    pub fn seen(&self) -> Family {
        Family::Seen { visible: self.visible.clone(), today: self.today }
    }

    /// The families whose sets it is put together of.
    pub fn families(&self) -> Vec<Family> {
        let query = self.query;
        let mut families = vec![self.seen()];
        families.extend(words::asked(&query.text).map(Family::Words));
        if query.from_year.is_some() || query.to_year.is_some() {
            families.push(Family::SignedYear);
        }
        if query.coded {
            families.push(Family::Coded);
        }
        families.extend(query.chosen.iter().map(|(facet, _)| Family::of(*facet, self.day)));
        families
    }

    /// The records that meet the query.
    pub fn records(&self, kept: &Kept) -> RoaringBitmap {
        let query = self.query;
        let mut records = kept.all(&self.seen()).into_owned();
        if let Some(asked) = words::asked(&query.text) {
            records &= &*kept.all(&Family::Words(asked));
        }
        if query.from_year.is_some() || query.to_year.is_some() {
            records &= self.signed(kept);
        }
        if query.coded {
            records &= &*kept.all(&Family::Coded);
        }
        for facet in Facet::VARIANTS {
            let values: Vec<&str> = query.values(*facet).collect();
            if values.is_empty() {
                continue;
            }
            if facet.needs_all() || (*facet == Facet::Party && query.between) {
                for value in values {
                    records &= self.with(kept, *facet, value);
                }
            } else {
                let mut any = RoaringBitmap::new();
                for value in values {
                    any |= self.with(kept, *facet, value);
                }
                records &= any;
            }
        }
        records
    }

    /// The records that were signed in the years of the query.
    fn signed(&self, kept: &Kept) -> RoaringBitmap {
        let from = self.query.from_year.unwrap_or(i32::MIN);
        let to = self.query.to_year.unwrap_or(i32::MAX);
        let mut signed = RoaringBitmap::new();
        for (year, records) in kept.table(&Family::SignedYear).values_on(self.day) {
            if year.parse().is_ok_and(|year: i32| from <= year && year <= to) {
                signed |= &*records;
            }
        }
        signed
    }

    /// The records that have this value in `facet`, among those that may be seen.
    fn with(&self, kept: &Kept, facet: Facet, value: &str) -> RoaringBitmap {
        let table = kept.table(&Family::of(facet, self.day));
        match facet {
            Facet::Status if value == NOT_KNOWN => {
                let mut records = kept.all(&self.seen()).into_owned();
                for (_, known) in table.values_on(self.day) {
                    records -= &*known;
                }
                records
            }
            Facet::Provision | Facet::Criterion => {
                let (what, finding) = with_finding(value);
                let findings = finding.as_ref().map_or(&GIVEN[..], std::slice::from_ref);
                let mut records = RoaringBitmap::new();
                for finding in findings {
                    records |= &*table.on(&format!("{what}:{finding}"), self.day);
                }
                records
            }
            _ => table.on(value, self.day).into_owned(),
        }
    }
}
