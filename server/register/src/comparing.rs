//! The register at two dates: what happened between them, and the shares at both.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;
use domain::{
    PartialDate,
    agreement::EventKind,
    coverage::{By, Row as CoverageRow, table},
    policy::Visible,
    search::{Facet, Query},
    status::Status,
};
use strum::VariantArray;

use crate::{
    Register,
    error::Error,
    store::{
        changes_between::{self, Between},
        counts,
        filter::Scope,
        listing,
    },
};

/// A record's number, items that a later text brought it, and when it happened.
type Found = (i64, Vec<String>, Option<PartialDate>);

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
#[derive(Clone, Copy, Debug, PartialEq, Eq, strum::IntoStaticStr, strum::EnumString)]
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
    pub happened: Vec<(Happened, Vec<Named>)>,
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
    ) -> Result<Comparison, Error> {
        // Figures are the same whoever is signed in: drafts are in none.
        let visible = Visible::Published;
        let reader = self.store.reader();
        let backend = sea_orm::ConnectionTrait::get_database_backend(reader);
        let scope = Scope { query, visible: &visible, day: to, backend };
        let between = Between { from, to };
        let mut found: Vec<(Happened, Vec<Found>)> = Vec::new();
        for (happened, kind) in [
            (Happened::Signed, EventKind::Signed),
            (Happened::EnteredIntoForce, EventKind::EnteredIntoForce),
            (Happened::RatifiedOrInForce, EventKind::RatifiedOrInForce),
            (Happened::Renewed, EventKind::Renewed),
            (Happened::Amended, EventKind::Amended),
        ] {
            let ids = changes_between::with_event(reader, &scope, between, kind.into()).await?;
            let dated = ids.into_iter().map(|(id, known)| (id, Vec::new(), known.parse().ok()));
            found.push((happened, dated.collect()));
        }
        let ended = changes_between::ended(reader, &scope, between).await?;
        found.push((Happened::Ended, ended.into_iter().map(|id| (id, Vec::new(), None)).collect()));
        let mut gained: BTreeMap<i64, Vec<String>> = BTreeMap::new();
        for (id, item) in changes_between::provisions_gained(reader, &scope, between).await? {
            gained.entry(id).or_default().push(item);
        }
        let gained = gained.into_iter().map(|(id, items)| (id, items, None)).collect();
        found.push((Happened::ProvisionGained, gained));
        let silent = changes_between::silent(reader, &scope, between).await?;
        found.push((
            Happened::Silent,
            silent.into_iter().map(|id| (id, Vec::new(), None)).collect(),
        ));

        let mut ids: Vec<i64> =
            found.iter().flat_map(|(_, ids)| ids.iter().map(|(id, ..)| *id)).collect();
        ids.sort_unstable();
        ids.dedup();
        let titles = listing::titles(reader, &ids).await?;
        let mut parties: HashMap<i64, Vec<String>> = HashMap::new();
        for party in listing::parties(reader, &ids).await? {
            parties.entry(party.agreement_id).or_default().push(party.code);
        }
        let name = |(id, items, date): Found| Named {
            id,
            title: titles.get(&id).cloned().unwrap_or_default(),
            parties: parties.get(&id).cloned().unwrap_or_default(),
            items,
            date,
            perhaps: date.is_some_and(|date| date.first_day() <= from),
        };
        let happened = found
            .into_iter()
            .map(|(happened, ids)| {
                let mut named: Vec<Named> = ids.into_iter().map(name).collect();
                named.sort_by(|a, b| (&a.parties, &a.title).cmp(&(&b.parties, &b.title)));
                (happened, named)
            })
            .collect();
        Ok(Comparison {
            happened,
            before: self.side(&scope, from).await?,
            after: self.side(&scope, to).await?,
            total: listing::count(reader, &scope).await?,
        })
    }

    async fn side(&self, scope: &Scope<'_>, day: NaiveDate) -> Result<Side, Error> {
        let reader = self.store.reader();
        let mut side = Side { day, by_status: Vec::new(), coverage: Vec::new(), coded: 0 };
        let concluded = side.query(scope.query);
        let concluded =
            Scope { query: &concluded, visible: scope.visible, day, backend: scope.backend };
        let numbers = counts::coverage(reader, &concluded, By::Item).await?;
        side.coded = numbers.denominators.values().sum();
        side.coverage = table(By::Item, &[(String::new(), side.coded)].into(), numbers.found);
        side.by_status = changes_between::statuses(reader, scope, day).await?;
        Ok(side)
    }
}
