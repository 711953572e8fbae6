//! The register at two dates: what happened between them, and the shares at both.

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::{
    PartialDate,
    agreement::EventKind,
    coverage::{By, Row as CoverageRow, table},
    policy::Visible,
    search::{Facet, Query},
    status::Status,
};
use roaring::RoaringBitmap;
use strum::VariantArray;

use crate::{
    Register,
    error::Error,
    store::{
        changes_between::{self, Between},
        counts, listing,
        sets::{Family, Kept, Order, Scope, Wanted},
    },
};

/// A record named in a comparison.
#[derive(Clone, Debug)]
pub struct Named {
    pub id: i64,
    pub title: String,
    pub parties: Vec<String>,
    /// Items that a later text brought, where that is what it is named for.
    pub items: Vec<String>,
    /// When it happened, as known.
    pub date: Option<PartialDate>,
    /// The date is known so vaguely that it may have happened before the first day.
    pub perhaps: bool,
}

/// What happened to records between two days.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, strum::IntoStaticStr, strum::EnumString, strum::VariantArray,
)]
#[strum(serialize_all = "snake_case")]
pub enum Happened {
    Signed,
    EnteredIntoForce,
    /// A source gives one date for both and does not say which it is.
    RatifiedOrInForce,
    Renewed,
    Amended,
    Ended,
    ProvisionGained,
    /// Nothing dated between the two days is known.
    Silent,
}

impl Happened {
    /// The kind of event that it is, where it is one.
    fn event(self) -> Option<EventKind> {
        match self {
            Self::Signed => Some(EventKind::Signed),
            Self::EnteredIntoForce => Some(EventKind::EnteredIntoForce),
            Self::RatifiedOrInForce => Some(EventKind::RatifiedOrInForce),
            Self::Renewed => Some(EventKind::Renewed),
            Self::Amended => Some(EventKind::Amended),
            Self::Ended | Self::ProvisionGained | Self::Silent => None,
        }
    }
}

/// Which of the records to which something happened are named.
#[derive(Clone, Copy, Debug)]
pub struct Listed {
    /// Only of this; of everything where it is open.
    pub only: Option<Happened>,
    /// How many of each are passed over, and how many are named after them.
    pub skipped: usize,
    pub most: usize,
}

/// What happened, to how many records, and some of them.
#[derive(Clone, Debug)]
pub struct Happening {
    pub happened: Happened,
    pub count: u64,
    /// By the codes of their parties, then the year of signature: the same in every language.
    pub named: Vec<Named>,
}

/// The register at one of the two days.
#[derive(Clone, Debug)]
pub struct Side {
    pub day: NaiveDate,
    pub by_status: Vec<(String, u64)>,
    /// Findings of the agreements that were concluded and had not ended.
    pub coverage: Vec<CoverageRow>,
    pub coded: u64,
}

/// Two days side by side.
#[derive(Clone, Debug)]
pub struct Comparison {
    pub happened: Vec<Happening>,
    pub before: Side,
    pub after: Side,
    /// Records looked at.
    pub total: u64,
}

impl Side {
    /// What the shares of this day are of: `query`, narrowed to what was concluded and is not known to
    /// have ended.
    pub fn query(&self, query: &Query) -> Query {
        let mut concluded = query.without_facet(Facet::Status);
        for status in Status::VARIANTS {
            let on_the_table = matches!(
                status,
                Status::NotKnown | Status::Proposed | Status::UnderNegotiation | Status::Initialled
            );
            if !status.is_ended() && !on_the_table {
                concluded = concluded.with(Facet::Status, (*status).into());
            }
        }
        Query { at: Some(self.day.to_string()), ..concluded }
    }
}

impl Register {
    /// Compares the register at `from` with the register at `to`, for the records that meet the
    /// query (a commission's, a State's, all).
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn compare(
        &self,
        query: &Query,
        from: NaiveDate,
        to: NaiveDate,
        listed: Listed,
    ) -> Result<Comparison, Error> {
        let reader = self.store.reader();
        let between = Between { from, to };
        let events = changes_between::with_events(reader, between).await?;
        let ended = changes_between::ended(reader, between).await?;
        // Figures are the same whoever is signed in: drafts are in none.
        let visible = Visible::Published;
        let scope = Scope { query, visible: &visible, day: to, today: self.clock.today() };
        let mut families = counts::families_of_coverage(By::Item);
        for day in [from, to] {
            families.extend(Scope { day, ..scope }.families());
            families.push(Family::Status(day));
        }
        let wanted = Wanted { families, order: Some(Order::Corridors) };
        let (found, before, after, total) = self
            .store
            .ask(&wanted, |kept| {
                let records = scope.records(kept);
                let found = found(kept, &records, between, &events, &ended, listed);
                (found, side(kept, &scope, from), side(kept, &scope, to), records.len())
            })
            .await?;
        let happened = self.named(found, between).await?;
        Ok(Comparison { happened, before, after, total })
    }

    /// Puts names to what was found.
    async fn named(&self, found: Vec<Found>, between: Between) -> Result<Vec<Happening>, Error> {
        let reader = self.store.reader();
        let mut ids: Vec<i64> =
            found.iter().flat_map(|found| found.named.iter().map(|(id, _)| *id)).collect();
        ids.sort_unstable();
        ids.dedup();
        let titles = listing::titles(reader, &ids).await?;
        let dates = changes_between::dates(reader, &ids, between).await?;
        let mut parties: HashMap<i64, Vec<String>> = HashMap::new();
        for party in listing::parties(reader, &ids).await? {
            parties.entry(party.agreement_id).or_default().push(party.code);
        }
        let name = |happened: Happened, id: i64, items: Vec<String>| {
            let date: Option<PartialDate> = happened
                .event()
                .and_then(|kind| dates.get(&(id, <&str>::from(kind).to_owned()))?.parse().ok());
            Named {
                id,
                title: titles.get(&id).cloned().unwrap_or_default(),
                parties: parties.get(&id).cloned().unwrap_or_default(),
                items,
                date,
                perhaps: date.is_some_and(|date| date.first_day() <= between.from),
            }
        };
        Ok(found
            .into_iter()
            .map(|Found { happened, count, named }| Happening {
                happened,
                count,
                named: named.into_iter().map(|(id, items)| name(happened, id, items)).collect(),
            })
            .collect())
    }
}

/// What happened, before names are put to it: numbers, with the items that a later text brought.
struct Found {
    happened: Happened,
    count: u64,
    named: Vec<(i64, Vec<String>)>,
}

/// To which of these records what happened.
fn found(
    kept: &Kept,
    records: &RoaringBitmap,
    between: Between,
    events: &HashMap<String, RoaringBitmap>,
    ended: &RoaringBitmap,
    listed: Listed,
) -> Vec<Found> {
    let gained = changes_between::provisions_gained(kept, between);
    let order = kept.order(Order::Corridors);
    Happened::VARIANTS
        .iter()
        .map(|happened| {
            let mut of = match (happened, happened.event()) {
                (_, Some(kind)) => events.get(<&str>::from(kind)).cloned().unwrap_or_default(),
                (Happened::Ended, _) => ended.clone(),
                (Happened::ProvisionGained, _) => gained.keys().copied().collect(),
                _ => {
                    let heard = changes_between::with_later_findings(kept, between);
                    let silent = changes_between::alive(kept, between.from) - heard;
                    events.values().fold(silent, |silent, heard| silent - heard)
                }
            };
            of &= records;
            let is_listed = listed.only.is_none_or(|only| only == *happened);
            let most = if is_listed { listed.most } else { 0 };
            let named = order
                .among(&of, listed.skipped, most)
                .into_iter()
                .map(|id| match happened {
                    Happened::ProvisionGained => {
                        (i64::from(id), gained.get(&id).cloned().unwrap_or_default())
                    }
                    _ => (i64::from(id), Vec::new()),
                })
                .collect();
            Found { happened: *happened, count: of.len(), named }
        })
        .collect()
}

/// The records of `scope` as they were on `day`.
fn side(kept: &Kept, scope: &Scope<'_>, day: NaiveDate) -> Side {
    let on_day = Scope { day, ..*scope };
    let records = scope.records(kept);
    let mut side = Side { day, by_status: Vec::new(), coverage: Vec::new(), coded: 0 };
    let concluded = side.query(scope.query);
    let concluded = Scope { query: &concluded, ..on_day }.records(kept);
    let numbers = counts::coverage(kept, &concluded, By::Item, day);
    side.coded = numbers.denominators.values().sum();
    side.coverage = table(By::Item, &[(String::new(), side.coded)].into(), numbers.found);
    side.by_status = counts::of_facet(kept, &records, Facet::Status, day);
    side
}
