//! Reading: the list with its counts, and a record with what stands around it.

use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    Agreement, PartialDate,
    account::Actor,
    agreement::Relation,
    changes::{Change, changes},
    fields::{SectionCode, Values, write},
    policy::{Standing, Verb, Visible, may, may_answer, visible},
    search::{Facet, PAGE_SIZE, Query, Relaxation},
    sharing::{Shared, Sharing},
    status::{Status, StatusPeriod, status_on, status_periods},
};
use roaring::RoaringBitmap;
use strum::VariantArray;

use crate::{
    Register,
    answering::{Contest, SaidBy},
    error::Error,
    recording::{Act, standing},
    store::{
        agreements, confirmations, counts,
        entities::revision,
        index, listing, revisions,
        sets::{Family, Kept, Order, Scope, Wanted},
    },
};

/// Revisions a page of the history holds.
pub const HISTORY_PAGE: usize = 20;

/// A record in a list.
#[derive(Clone, Debug)]
pub struct Row {
    pub id: i64,
    /// In English, else as it is.
    pub title: String,
    /// The language of `title`.
    pub title_language: Option<String>,
    /// The Russian title, where there is one.
    pub title_ru: Option<String>,
    pub kind: Option<String>,
    /// Codes and roles, in the order of the codes.
    pub parties: Vec<(String, Option<String>)>,
    pub signed: Option<PartialDate>,
    pub status: Status,
    pub mode: Option<String>,
    pub coded: bool,
    pub criteria_met: Option<i32>,
    pub recorded_by: Option<String>,
    pub published: bool,
    /// Who sees it while it is not published.
    pub sharing: Sharing,
    /// What other parties record differently.
    pub contests: Vec<Contest>,
}

/// A page of the register.
#[derive(Clone, Debug)]
pub struct List {
    pub rows: Vec<Row>,
    pub total: u64,
    /// Each facet's values with how many records each would leave.
    pub facets: Vec<(Facet, Vec<(String, u64)>)>,
    /// Coded records of the list, and those of them with social security.
    pub coded: u64,
    pub with_social_security: u64,
    /// The day at which the status is looked at.
    pub day: NaiveDate,
    /// Records of the list that the actor sees and not everybody.
    pub drafts: u64,
    /// Where nothing was found: what to relax, with how many records that would leave.
    pub relaxed: Vec<(Relaxation, u64)>,
}

/// A record as it is linked from another.
#[derive(Clone, Debug)]
pub struct Linked {
    pub id: i64,
    pub title: String,
    pub relation: Relation,
    /// Whether the other record names this one, not the other way round.
    pub incoming: bool,
    pub agreement: Agreement,
}

/// A record with what stands around it.
#[derive(Clone, Debug)]
pub struct Record {
    pub id: i64,
    pub version: i32,
    pub agreement: Agreement,
    pub recorded_by: Option<String>,
    pub published_at: Option<DateTime<Utc>>,
    /// Who sees it while it is not published.
    pub shared: Shared,
    pub changed_at: DateTime<Utc>,
    pub periods: Vec<StatusPeriod>,
    pub status: Status,
    pub today: NaiveDate,
    pub links: Vec<Linked>,
    /// A draft that was put away.
    pub is_discarded: bool,
    /// The record that stands for this one, where it was merged.
    pub merged_into: Option<i64>,
    /// Whether the actor may confirm or contest it for a party that did not record it.
    pub may_answer: bool,
    /// What parties said about its sections, oldest first.
    pub said: Vec<SaidBy>,
    /// What the policy lets the actor do with it.
    allowed: Vec<Verb>,
}

impl Record {
    /// Whether the actor for whom it was read may do this with it.
    pub fn may(&self, verb: Verb) -> bool {
        self.allowed.contains(&verb)
    }
}

/// What one save changed.
#[derive(Clone, Debug)]
pub struct HistoryEntry {
    pub version: i32,
    pub at: DateTime<Utc>,
    pub author: String,
    pub act: Option<Act>,
    pub section: Option<SectionCode>,
    pub reason: Option<String>,
    pub changes: Vec<Change>,
}

impl Register {
    /// A page of the register. The number of questions to the database is the same for every query.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn list(&self, actor: &Actor, query: &Query) -> Result<List, Error> {
        let visible = visible(actor);
        let scope = self.scope(query, &visible);
        let day = scope.day;
        let published = Scope { visible: &Visible::Published, ..scope };
        let offered = || Facet::VARIANTS.iter().copied().filter(|facet| facet.is_offered());
        let mut families = scope.families();
        families.extend([published.seen(), Family::Coded]);
        families.extend(offered().map(|facet| Family::of(facet, day)));
        let order = Order::Sorted(query.sort);
        let wanted = Wanted { families, order: Some(order) };
        let (ids, list) = self
            .store
            .ask(&wanted, |kept| {
                let records = scope.records(kept);
                let facets = offered().map(|facet| {
                    // Any of its values will do: what the others would add is counted without it.
                    let is_open = query.values(facet).next().is_some()
                        && !facet.needs_all()
                        && !(facet == Facet::Party && query.between);
                    let counts = if is_open {
                        let open = query.without_facet(facet);
                        let records = Scope { query: &open, ..scope }.records(kept);
                        counts::of_facet(kept, &records, facet, day)
                    } else {
                        counts::of_facet(kept, &records, facet, day)
                    };
                    (facet, counts)
                });
                let facets = facets.collect();
                let figures = published.records(kept);
                let (coded, with_social_security) =
                    counts::coded_with(kept, &figures, "social_security", day);
                let relaxed = if records.is_empty() {
                    let relaxed = query.relaxations().into_iter().map(|relaxation| {
                        let count = Scope { query: &relaxation.query, ..scope }.records(kept).len();
                        (relaxation, count)
                    });
                    relaxed.collect()
                } else {
                    Vec::new()
                };
                let list = List {
                    rows: Vec::new(),
                    total: records.len(),
                    facets,
                    coded,
                    with_social_security,
                    day,
                    drafts: records.difference_len(&figures),
                    relaxed,
                };
                (page_of(kept, &records, order, query.page), list)
            })
            .await?;
        Ok(List { rows: self.ordered_rows(&scope, &ids).await?, ..list })
    }

    /// The records that meet a query, at the day that it names.
    pub(crate) fn scope<'a>(&self, query: &'a Query, visible: &'a Visible) -> Scope<'a> {
        let today = self.clock.today();
        Scope { query, visible, day: query.day(today), today }
    }

    /// These records as rows, as far as they may be seen, in the order in which they are given.
    pub(crate) async fn ordered_rows(
        &self,
        scope: &Scope<'_>,
        ids: &[i64],
    ) -> Result<Vec<Row>, Error> {
        let heads = listing::heads(self.store.reader(), scope.visible, ids).await?;
        let mut rows = self.made_rows(heads, scope.day).await?;
        let place = |row: &Row| ids.iter().position(|id| *id == row.id);
        rows.sort_by_key(place);
        Ok(rows)
    }

    /// These records as rows, in the order of their numbers, as far as the actor may see them.
    pub(crate) async fn rows_of(&self, actor: &Actor, ids: &[i64]) -> Result<Vec<Row>, Error> {
        let visible = visible(actor);
        let heads = listing::heads(self.store.reader(), &visible, ids).await?;
        self.made_rows(heads, self.clock.today()).await
    }

    async fn made_rows(
        &self,
        heads: Vec<listing::Head>,
        day: NaiveDate,
    ) -> Result<Vec<Row>, Error> {
        let reader = self.store.reader();
        let ids: Vec<i64> = heads.iter().map(|head| head.id).collect();
        let parties = listing::parties(reader, &ids).await?;
        let statuses = listing::statuses(reader, &ids, day).await?;
        let mut contests = confirmations::contests(reader, &ids).await?;
        Ok(heads
            .into_iter()
            .map(|head| {
                let status = statuses.iter().find(|(id, _)| *id == head.id);
                let mut parties: Vec<_> = parties
                    .iter()
                    .filter(|party| party.agreement_id == head.id)
                    .map(|party| (party.code.clone(), party.role.clone()))
                    .collect();
                parties.sort();
                Row {
                    id: head.id,
                    title: head.title,
                    title_language: head.title_language,
                    title_ru: head.title_ru,
                    kind: head.kind,
                    parties,
                    signed: head.signed.and_then(|signed| signed.parse().ok()),
                    status: status
                        .and_then(|(_, status)| status.parse().ok())
                        .unwrap_or(Status::NotKnown),
                    mode: head.mode,
                    coded: head.coded,
                    criteria_met: head.criteria_met,
                    recorded_by: head.recorded_by,
                    published: head.published,
                    sharing: head.shared_with.parse().unwrap_or_default(),
                    contests: contests.remove(&head.id).unwrap_or_default(),
                }
            })
            .collect())
    }

    /// The record with this number, if the actor may see it.
    ///
    /// # Errors
    /// [`Error::NotFound`] where there is none or it may not be seen.
    pub async fn agreement(&self, actor: &Actor, id: i64) -> Result<Record, Error> {
        let reader = self.store.reader();
        let row = agreements::find(reader, id).await?.ok_or(Error::NotFound)?;
        let agreement = agreements::content(&row.content)?;
        let standing_of = standing(&row, &agreement);
        if !may(actor, Verb::Read, &standing_of) && !may(actor, Verb::Edit, &standing_of) {
            return Err(Error::NotFound);
        }
        let outgoing = agreement
            .references
            .links
            .iter()
            .filter_map(|link| Some((i64::from(link.agreement?), link.relation?, false)));
        let incoming = agreements::links_to(reader, id).await?;
        let incoming =
            incoming.iter().filter_map(|(id, relation)| Some((*id, relation.parse().ok()?, true)));
        let ends: Vec<(i64, Relation, bool)> = outgoing.chain(incoming).collect();
        let ids: Vec<i64> = ends.iter().map(|(id, ..)| *id).collect();
        let others = agreements::find_many(reader, &ids).await?;
        let mut links = Vec::new();
        for (other, relation, incoming) in ends {
            let Some(row) = others.iter().find(|row| row.id == other) else { continue };
            let content = agreements::content(&row.content)?;
            if may(actor, Verb::Read, &standing(row, &content)) {
                links.push(Linked {
                    id: other,
                    title: row.title.clone(),
                    relation,
                    incoming,
                    agreement: content,
                });
            }
        }
        let periods = status_periods(&agreement, index::replaced_on(reader, id).await?);
        let today = self.clock.today();
        Ok(Record {
            id,
            version: row.version,
            status: status_on(&periods, today),
            allowed: Verb::VARIANTS
                .iter()
                .copied()
                .filter(|verb| row.merged_into.is_none() || *verb == Verb::Read)
                .filter(|verb| may(actor, *verb, &standing_of))
                .collect(),
            is_discarded: row.discarded_at.is_some(),
            merged_into: row.merged_into,
            may_answer: row.merged_into.is_none() && may_answer(actor, &standing_of),
            said: confirmations::said(reader, id).await?,
            shared: agreements::shared(&row),
            recorded_by: row.recorded_by,
            published_at: row.published_at,
            changed_at: row.changed_at,
            agreement,
            periods,
            today,
            links,
        })
    }

    /// The titles of those of the records that the actor may see, by number.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn titles(&self, actor: &Actor, ids: &[i64]) -> Result<Vec<(i64, String)>, Error> {
        let visible = visible(actor);
        Ok(listing::visible_titles(self.store.reader(), &visible, ids).await?)
    }

    /// A section as it stood at a version, for who may edit the record.
    ///
    /// # Errors
    /// [`Error::NotFound`] and [`Error::NotAllowed`] as the policy has it.
    pub async fn section_at(
        &self,
        actor: &Actor,
        id: i64,
        section: SectionCode,
        version: i32,
    ) -> Result<Values, Error> {
        if !self.agreement(actor, id).await?.may(Verb::Edit) {
            return Err(Error::NotAllowed);
        }
        let revision =
            revisions::find(self.store.reader(), id, version).await?.ok_or(Error::NotFound)?;
        Ok(write(section.form(), &agreements::content(&revision.content)?.section(section)))
    }

    /// A page of the record's history, newest first, and whether there is more. `before` is the
    /// version at which the last page ended.
    ///
    /// # Errors
    /// [`Error::NotFound`] where the record may not be seen.
    pub async fn history(
        &self,
        actor: &Actor,
        id: i64,
        before: Option<i32>,
    ) -> Result<(Record, Vec<HistoryEntry>, bool), Error> {
        let record = self.agreement(actor, id).await?;
        // What was done while the actor did not see it is only told to who may edit it.
        let revisions =
            revisions::newest(self.store.reader(), id, before, HISTORY_PAGE as u64 + 1).await?;
        let more = revisions.len() > HISTORY_PAGE;
        let contents = revisions
            .iter()
            .map(|revision| agreements::content(&revision.content))
            .collect::<Result<Vec<_>, _>>()?;
        let seen: Vec<bool> = revisions
            .iter()
            .zip(&contents)
            .map(|(revision, content)| saw(actor, &record, revision, content))
            .collect();
        let mut entries = Vec::new();
        for (number, revision) in revisions.iter().take(HISTORY_PAGE).enumerate() {
            if !seen[number] {
                continue;
            }
            // The first version that somebody saw is told as a whole, not what the draft was before.
            let changes = match contents.get(number + 1).filter(|_| seen[number + 1]) {
                Some(earlier) => changes(earlier, &contents[number]),
                None => Vec::new(),
            };
            entries.push(HistoryEntry {
                version: revision.version,
                at: revision.at,
                author: revision.author.clone(),
                act: revision.act.parse().ok(),
                section: revision.section.as_deref().and_then(|section| section.parse().ok()),
                reason: revision.reason.clone(),
                changes,
            });
        }
        Ok((record, entries, more))
    }
}

/// Whether the actor could see the record as it was then, or may see all of its past because it may
/// change it.
fn saw(actor: &Actor, record: &Record, revision: &revision::Model, content: &Agreement) -> bool {
    let then = Standing {
        recorded_by: record.recorded_by.clone(),
        parties: content.party_codes().map(str::to_owned).collect(),
        published: revision.published,
        sharing: revision.shared_with.parse().unwrap_or_default(),
        from_source: false,
    };
    record.may(Verb::Edit) || may(actor, Verb::Read, &then)
}

/// The numbers of a page of these records, in an order.
pub(crate) fn page_of(kept: &Kept, records: &RoaringBitmap, order: Order, page: u64) -> Vec<i64> {
    let to = |number: u64| usize::try_from(number).unwrap_or(usize::MAX);
    let numbers = kept.order(order).among(records, to(page * PAGE_SIZE), to(PAGE_SIZE));
    numbers.into_iter().map(i64::from).collect()
}
