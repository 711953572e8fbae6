//! What is kept in memory, and how it is brought to the version that the register is at.

use std::{
    borrow::Cow,
    collections::{BTreeSet, HashMap},
    sync::atomic::{AtomicU64, Ordering},
};

use chrono::NaiveDate;
use roaring::RoaringBitmap;
use sea_orm::{ConnectionTrait, DbErr};

use super::{
    family::Family,
    order::{Order, Ordered},
    table::Table,
};
use crate::store::versions;

/// About how many bytes the sets may take; those that were not asked for longest go first.
const MOST_BYTES: usize = 48 << 20;
/// With more changed records than this, sets are read anew.
const MOST_CHANGED: usize = 2_000;

/// What an answer is made of.
#[derive(Debug, Default)]
pub struct Wanted {
    pub families: Vec<Family>,
    pub order: Option<Order>,
}

/// Something as it was at a version of the register.
#[derive(Debug)]
struct Held<Name, Content> {
    name: Name,
    content: Content,
    version: i64,
    bytes: usize,
    /// Counts up with every answer.
    used: AtomicU64,
}

/// The sets and orders that are kept.
#[derive(Debug, Default)]
pub struct Kept {
    tables: Vec<Held<Family, Table>>,
    orders: Vec<Held<Order, Ordered>>,
    answers: AtomicU64,
}

/// What brings something to a version.
enum Step {
    /// Nothing that it holds has changed.
    Same,
    Anew(Table),
    Forward {
        changed: RoaringBitmap,
        now: Table,
    },
}

impl Kept {
    /// The sets of a family.
    ///
    /// # Panics
    /// When it was not asked for: that is a fault in the program.
    pub fn table(&self, family: &Family) -> &Table {
        let held = self.tables.iter().find(|held| held.name == *family);
        &held.expect("an answer names the families that it is made of").content
    }

    /// The records of a family that has one set.
    pub fn all(&self, family: &Family) -> Cow<'_, RoaringBitmap> {
        self.table(family).on("", NaiveDate::default())
    }

    /// The numbers of all records in an order.
    ///
    /// # Panics
    /// When it was not asked for: that is a fault in the program.
    pub fn order(&self, order: Order) -> &Ordered {
        let held = self.orders.iter().find(|held| held.name == order);
        &held.expect("an answer names the order that it is made of").content
    }

    /// Whether all that is wanted is there, as it was at one version and not before `version`.
    pub fn is_at(&self, version: i64, wanted: &Wanted) -> bool {
        let mut at = None;
        let mut is_same = |held: i64| held >= version && *at.get_or_insert(held) == held;
        let answer = self.answers.fetch_add(1, Ordering::Relaxed);
        wanted.families.iter().all(|family| {
            let held = self.tables.iter().find(|held| held.name == *family);
            held.is_some_and(|held| {
                held.used.store(answer, Ordering::Relaxed);
                is_same(held.version)
            })
        }) && wanted.order.iter().all(|order| {
            let held = self.orders.iter().find(|held| held.name == *order);
            held.is_some_and(|held| is_same(held.version))
        })
    }

    /// Brings what is wanted to the version that the register is at. `connection` reads it as it is at
    /// one moment. Whoever gives up waiting leaves all as it was.
    pub async fn renew(
        &mut self,
        connection: &impl ConnectionTrait,
        wanted: &Wanted,
    ) -> Result<(), DbErr> {
        let version = versions::current(connection).await?;
        let changes = self.changes(connection, wanted, version).await?;
        let mut steps = Vec::new();
        for family in &wanted.families {
            if steps.iter().any(|(known, _)| *known == family) {
                continue;
            }
            steps.push((family, self.step(connection, family, version, &changes).await?));
        }
        let mut orders = Vec::new();
        if let Some(order) = wanted.order {
            let held = self.orders.iter().find(|held| held.name == order);
            let is_same = held.is_some_and(|held| {
                held.version == version
                    || matches!(changes.get(&held.version), Some(Some(ids)) if ids.is_empty())
            });
            let anew = if is_same {
                None
            } else {
                let select = order.select(connection.get_database_backend());
                Some(Order::read(connection.query_one(&select).await?)?)
            };
            orders.push((order, anew));
        }
        // Nothing is waited for from here on.
        let answer = self.answers.load(Ordering::Relaxed);
        for (family, step) in steps {
            self.take(family, step, version, answer);
        }
        for (order, anew) in orders {
            let held = self.orders.iter_mut().find(|held| held.name == order);
            match (held, anew) {
                (Some(held), None) => held.version = version,
                (Some(held), Some(content)) => (held.content, held.version) = (content, version),
                (None, anew) => self.orders.push(Held {
                    name: order,
                    content: anew.unwrap_or_default(),
                    version,
                    bytes: 0,
                    used: AtomicU64::default(),
                }),
            }
        }
        self.let_go(wanted);
        Ok(())
    }

    /// The records that changed since each of the versions at which something wanted is held; nothing where
    /// they are too many.
    async fn changes(
        &self,
        connection: &impl ConnectionTrait,
        wanted: &Wanted,
        version: i64,
    ) -> Result<HashMap<i64, Option<Vec<i64>>>, DbErr> {
        let tables = self.tables.iter().filter(|held| wanted.families.contains(&held.name));
        let orders = self.orders.iter().filter(|held| wanted.order == Some(held.name));
        let held = tables.map(|held| held.version).chain(orders.map(|held| held.version));
        let mut changes = HashMap::new();
        for before in held.filter(|held| *held != version).collect::<BTreeSet<_>>() {
            let ids = versions::changed_since(connection, before, MOST_CHANGED).await?;
            changes.insert(before, ids);
        }
        Ok(changes)
    }

    /// What brings a family to `version`, which the database is at.
    async fn step(
        &self,
        connection: &impl ConnectionTrait,
        family: &Family,
        version: i64,
        changes: &HashMap<i64, Option<Vec<i64>>>,
    ) -> Result<Step, DbErr> {
        let backend = connection.get_database_backend();
        let held = self.tables.iter().find(|held| held.name == *family);
        if held.is_some_and(|held| held.version == version) {
            return Ok(Step::Same);
        }
        match held.and_then(|held| changes.get(&held.version)) {
            Some(Some(ids)) if ids.is_empty() => Ok(Step::Same),
            Some(Some(ids)) if family.can_be_asked_in_part() => {
                let rows = connection.query_all(&family.select(backend, Some(ids))).await?;
                let records = ids.iter().filter_map(|id| u32::try_from(*id).ok());
                Ok(Step::Forward { changed: records.collect(), now: Table::read(family, &rows)? })
            }
            _ => {
                let rows = connection.query_all(&family.select(backend, None)).await?;
                Ok(Step::Anew(Table::read(family, &rows)?))
            }
        }
    }

    fn take(&mut self, family: &Family, step: Step, version: i64, answer: u64) {
        let held = match self.tables.iter().position(|held| held.name == *family) {
            Some(place) => &mut self.tables[place],
            None => {
                self.tables.push(Held {
                    name: family.clone(),
                    content: Table::default(),
                    version,
                    bytes: 0,
                    used: AtomicU64::new(answer),
                });
                self.tables.last_mut().expect("it was put there")
            }
        };
        held.version = version;
        match step {
            Step::Same => return,
            Step::Anew(table) => held.content = table,
            Step::Forward { changed, now } => held.content.bring_forward(&changed, now),
        }
        held.bytes = held.content.bytes();
    }

    /// Lets go of what was not asked for longest, while it takes too much.
    fn let_go(&mut self, wanted: &Wanted) {
        while self.tables.iter().map(|held| held.bytes).sum::<usize>() > MOST_BYTES {
            let oldest = self
                .tables
                .iter()
                .enumerate()
                .filter(|(_, held)| !wanted.families.contains(&held.name))
                .min_by_key(|(_, held)| held.used.load(Ordering::Relaxed));
            let Some((place, _)) = oldest else { return };
            self.tables.swap_remove(place);
        }
    }
}
