//! Coverage, States and corridors: what there is, with which provisions.

use std::collections::BTreeMap;

use domain::{
    account::Actor,
    confirmation::RecordAnswer,
    coverage::{By, Row as CoverageRow, table},
    policy::{Visible, visible},
    search::{Facet, Query},
    status::{StatusPeriod, status_on, status_periods, status_periods_between},
};

use crate::{
    Register,
    error::Error,
    reading::{Row, page_of},
    store::{
        agreements, counts, index,
        sets::{Family, Order, Scope, Wanted},
    },
};

/// Coverage of the records that meet a query.
#[derive(Clone, Debug)]
pub struct Coverage {
    pub rows: Vec<CoverageRow>,
    /// Coded records: the denominator.
    pub coded: u64,
    /// All records that meet the query, coded or not.
    pub total: u64,
}

/// What lies between two States, or at one.
#[derive(Clone, Debug)]
pub struct Portfolio {
    pub rows: Vec<Row>,
    pub total: u64,
    pub by_status: Vec<(String, u64)>,
    pub coverage: Coverage,
    /// The other parties, with how many records.
    pub partners: Vec<(String, u64)>,
}

impl Register {
    /// How many of the records that meet the query have each provision.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn coverage(&self, query: &Query, by: By) -> Result<Coverage, Error> {
        // Figures are the same whoever is signed in: drafts are in none.
        let scope = self.scope(query, &Visible::Published);
        let mut families = scope.families();
        families.extend(counts::families_of_coverage(by));
        let wanted = Wanted { families, order: None };
        let (numbers, coded, total) = self
            .store
            .ask(&wanted, |kept| {
                let records = scope.records(kept);
                // In several regions at once: the groups' sum would count such an agreement twice.
                let coded = records.intersection_len(&kept.all(&Family::Coded));
                (counts::coverage(kept, &records, by, scope.day), coded, records.len())
            })
            .await?;
        let mut denominators = numbers.denominators;
        if denominators.is_empty() && matches!(by, By::Item | By::Criterion) {
            denominators = BTreeMap::from([(String::new(), 0)]);
        }
        Ok(Coverage { rows: table(by, &denominators, numbers.found), coded, total })
    }

    /// What there is with these parties: one State's, or what lies between two.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn portfolio(&self, actor: &Actor, parties: &[&str]) -> Result<Portfolio, Error> {
        let mut query = Query { between: parties.len() > 1, ..Query::default() };
        for party in parties {
            query = query.with(Facet::Party, party);
        }
        let visible = visible(actor);
        let scope = self.scope(&query, &visible);
        let day = scope.day;
        let order = Order::Sorted(query.sort);
        let mut families = scope.families();
        families.extend([Family::Status(day), Family::Values(Facet::Party), Family::Plurilateral]);
        let wanted = Wanted { families, order: Some(order) };
        let (ids, total, mut by_status, mut partners, several) = self
            .store
            .ask(&wanted, |kept| {
                let records = scope.records(kept);
                (
                    page_of(kept, &records, order, query.page),
                    records.len(),
                    counts::of_facet(kept, &records, Facet::Status, day),
                    counts::of_facet(kept, &records, Facet::Party, day),
                    counts::plurilateral(kept, &records),
                )
            })
            .await?;
        let mut rows = self.ordered_rows(&scope, &ids).await?;
        self.plurilateral(&scope, parties, &several, &mut by_status, &mut rows).await?;
        partners.retain(|(code, _)| !parties.contains(&code.as_str()));
        Ok(Portfolio {
            rows,
            total,
            by_status,
            partners,
            coverage: self.coverage(&query, By::Item).await?,
        })
    }

    /// An agreement of more than two parties may be in force for others and not for these: it is
    /// counted and shown where it stands between the parties asked for.
    async fn plurilateral(
        &self,
        scope: &Scope<'_>,
        parties: &[&str],
        ids: &[i64],
        by_status: &mut Vec<(String, u64)>,
        rows: &mut [Row],
    ) -> Result<(), Error> {
        let reader = self.store.reader();
        let replaced = index::replaced_on_many(reader, ids).await?;
        for record in agreements::find_many(reader, ids).await? {
            let agreement = agreements::content(&record.content)?;
            let replaced = replaced.get(&record.id).copied();
            let on = |periods: &[StatusPeriod]| status_on(periods, scope.day);
            let whole = on(&status_periods(&agreement, replaced));
            let between = on(&status_periods_between(&agreement, replaced, parties));
            if whole == between {
                continue;
            }
            for (status, more) in [(whole, false), (between, true)] {
                let code: &str = status.into();
                match by_status.iter_mut().find(|(known, _)| known == code) {
                    Some((_, count)) if more => *count += 1,
                    Some((_, count)) => *count = count.saturating_sub(1),
                    None if more => by_status.push((code.to_owned(), 1)),
                    None => {}
                }
            }
            if let Some(row) = rows.iter_mut().find(|row| row.id == record.id) {
                row.status = between;
            }
        }
        by_status.retain(|(_, count)| *count > 0);
        Ok(())
    }

    /// A State's published agreements by where they stand with the parties that did not record them.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn answers_of(&self, state: &str) -> Result<Vec<(RecordAnswer, u64)>, Error> {
        let query = Query::default().with(Facet::Party, state);
        let scope = self.scope(&query, &Visible::Published);
        let mut families = scope.families();
        families.push(Family::Values(Facet::Answer));
        let wanted = Wanted { families, order: None };
        let count =
            |kept: &_| counts::of_facet(kept, &scope.records(kept), Facet::Answer, scope.day);
        let counts = self.store.ask(&wanted, count).await?;
        Ok(counts
            .into_iter()
            .filter_map(|(answer, count)| Some((answer.parse().ok()?, count)))
            .collect())
    }

    /// All corridors: pairs of parties with how many records lie between them.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn corridors(
        &self,
        actor: &Actor,
        query: &Query,
    ) -> Result<Vec<(String, String, u64)>, Error> {
        let visible = visible(actor);
        let today = self.clock.today();
        let scope = Scope { query, visible: &visible, day: today, today };
        let mut families = scope.families();
        families.push(Family::Values(Facet::Party));
        let wanted = Wanted { families, order: None };
        let count = |kept: &_| counts::pairs(kept, &scope.records(kept), today);
        let mut pairs = self.store.ask(&wanted, count).await?;
        pairs.sort_by(|a, b| b.2.cmp(&a.2).then_with(|| (&a.0, &a.1).cmp(&(&b.0, &b.1))));
        Ok(pairs)
    }
}
