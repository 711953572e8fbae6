//! What a State is asked about in one grid, and what it said still is as recorded.

use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    audit::LogAct,
    follow_up::EntryKind,
    hearing::{ASKED, Item, OVER},
};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, Condition, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait, JoinType,
    Order, PaginatorTrait, QueryFilter, QueryResult, QuerySelect, Select,
    sea_query::{Expr, ExprTrait, NullOrdering, Query as Sql, SelectStatement, UnionType},
};

use super::{
    audit,
    entities::heard,
    heard::{AGREEMENT, ENTRY, about_agreements, about_entries, last},
    revisions::Note,
};

/// The entries about which a State is asked: what it said it would do, while it is not over.
fn is_asked() -> Condition {
    let kinds = ASKED.map(EntryKind::code);
    let over = OVER.map(<&str>::from);
    let status = Expr::col((ENTRY, "status"));
    Condition::all()
        .add(Expr::col((ENTRY, "kind")).is_in(kinds))
        .add(status.clone().is_null().or(status.is_not_in(over)))
}

/// A page of the published agreements and of the open commitments and pledges of a State, those of
/// which nobody has spoken for longest first, each with when somebody last did; and one more if there
/// are more.
///
/// # Errors
/// When the database does not answer.
pub async fn asked(
    connection: &impl ConnectionTrait,
    state: &str,
    page: u64,
    size: u64,
) -> Result<Vec<(Item, Option<DateTime<Utc>>)>, DbErr> {
    let own = |table: &'static str, owner: &'static str| {
        let own = Condition::all()
            .add(Expr::col((table, owner)).eq(state))
            .add(Expr::col((table, "published_at")).is_not_null());
        // A record that was merged is spoken of where it went.
        if table == AGREEMENT { own.add(Expr::col((table, "merged_into")).is_null()) } else { own }
    };
    let with_last = |table: &'static str, which: Condition, said: SelectStatement| {
        Sql::select()
            .expr_as(Expr::val(table), "kind")
            .column((table, "id"))
            .column(("last", "last_at"))
            .from(table)
            .join_subquery(
                JoinType::LeftJoin,
                last(said),
                "last",
                Expr::col(("last", "item_id")).equals((table, "id")),
            )
            .cond_where(which)
            .to_owned()
    };
    let agreements = own(AGREEMENT, "recorded_by");
    let entries = own(ENTRY, "owner").add(is_asked());
    let said = (about_agreements(&agreements), about_entries(&entries));
    let mut items = with_last(AGREEMENT, agreements, said.0);
    items.union(UnionType::All, with_last(ENTRY, entries, said.1));
    let query = Sql::select()
        .columns(["kind", "id", "last_at"])
        .from_subquery(items, "items")
        .order_by_with_nulls("last_at", Order::Asc, NullOrdering::First)
        .order_by("kind", Order::Asc)
        .order_by("id", Order::Asc)
        .offset(page * size)
        .limit(size + 1)
        .to_owned();
    let rows = connection.query_all(&query).await?;
    rows.iter().map(|row| Ok((item(row)?, row.try_get_by_index(2)?))).collect()
}

/// The item of a row that begins with its kind and number.
fn item(row: &QueryResult) -> Result<Item, DbErr> {
    let kind: String = row.try_get_by_index(0)?;
    Item::new(&kind, row.try_get_by_index(1)?)
        .ok_or_else(|| DbErr::Type(format!("there is no kind of item {kind:?}")))
}

/// What the policy must know of an item.
#[derive(Clone, Debug)]
pub struct Standing {
    pub item: Item,
    pub owner: Option<String>,
    pub published: bool,
}

/// Those of the items that are there and about which a State is asked.
///
/// # Errors
/// When the database does not answer.
pub async fn standings(
    connection: &impl ConnectionTrait,
    items: &[Item],
) -> Result<Vec<Standing>, DbErr> {
    let of_kind = |table: &'static str, owner: &'static str| {
        let ids = items.iter().filter(|item| item.kind() == table).map(|item| item.number());
        Sql::select()
            .expr_as(Expr::val(table), "kind")
            .column((table, "id"))
            .expr_as(Expr::col((table, owner)), "owner")
            .expr_as(Expr::col((table, "published_at")).is_not_null(), "published")
            .from(table)
            .and_where(Expr::col((table, "id")).is_in(ids))
            .to_owned()
    };
    let mut query = of_kind(AGREEMENT, "recorded_by");
    let mut entries = of_kind(ENTRY, "owner");
    entries.cond_where(is_asked());
    query.union(UnionType::All, entries);
    let rows = connection.query_all(&query).await?;
    rows.iter()
        .map(|row| {
            Ok(Standing {
                item: item(row)?,
                owner: row.try_get_by_index(2)?,
                published: row.try_get_by_index(3)?,
            })
        })
        .collect()
}

/// Writes down that the items still are as recorded; answers how many of them the State had not said
/// so about that day.
///
/// # Errors
/// When the database does not take it.
pub async fn say(
    transaction: &DatabaseTransaction,
    items: &[Item],
    state: &str,
    account: i64,
    note: &Note,
) -> Result<u64, DbErr> {
    let day = note.at.date_naive();
    let known = heard::Entity::find()
        .filter(heard::Column::State.eq(state))
        .filter(heard::Column::Day.eq(day))
        .filter(heard::Column::WithdrawnAt.is_null());
    let known = said_about(transaction, known).await?;
    let items: Vec<Item> = items.iter().copied().filter(|item| !known.contains(item)).collect();
    let rows: Vec<_> = items
        .iter()
        .map(|item| heard::ActiveModel {
            kind: Set(item.kind().to_owned()),
            item_id: Set(item.number()),
            state: Set(state.to_owned()),
            day: Set(day),
            at: Set(note.at),
            account_id: Set(account),
            author: Set(note.author.clone()),
            withdrawn_at: Set(None),
            ..Default::default()
        })
        .collect();
    heard::Entity::insert_many(rows).exec_without_returning(transaction).await?;
    log(transaction, &items, LogAct::StillSo, note).await
}

/// What was said in these rows is still so.
async fn said_about(
    connection: &impl ConnectionTrait,
    rows: Select<heard::Entity>,
) -> Result<Vec<Item>, DbErr> {
    let said: Vec<(String, i64)> = rows
        .select_only()
        .columns([heard::Column::Kind, heard::Column::ItemId])
        .into_tuple()
        .all(connection)
        .await?;
    Ok(said.iter().filter_map(|(kind, id)| Item::new(kind, *id)).collect())
}

/// Writes a line of the log about each of the items; answers how many there are.
async fn log(
    transaction: &DatabaseTransaction,
    items: &[Item],
    act: LogAct,
    note: &Note,
) -> Result<u64, DbErr> {
    let told = items.iter().map(|item| audit::told(note, act, (*item).into())).collect();
    audit::write(transaction, told).await?;
    Ok(items.len() as u64)
}

/// What an account said that day for a State and did not take back.
fn said_on(account: i64, state: &str, day: NaiveDate) -> Condition {
    Condition::all()
        .add(heard::Column::AccountId.eq(account))
        .add(heard::Column::Day.eq(day))
        .add(heard::Column::State.eq(state))
        .add(heard::Column::WithdrawnAt.is_null())
}

/// How much an account said that day for a State and did not take back.
///
/// # Errors
/// When the database does not answer.
pub async fn count_said_on(
    connection: &impl ConnectionTrait,
    account: i64,
    state: &str,
    day: NaiveDate,
) -> Result<u64, DbErr> {
    heard::Entity::find().filter(said_on(account, state, day)).count(connection).await
}

/// Takes back what an account said for a State on the day of the note; answers how much that is.
///
/// # Errors
/// When the database does not take it.
pub async fn take_back(
    transaction: &DatabaseTransaction,
    account: i64,
    state: &str,
    note: &Note,
) -> Result<u64, DbErr> {
    let said = said_on(account, state, note.at.date_naive());
    let items = said_about(transaction, heard::Entity::find().filter(said.clone())).await?;
    heard::Entity::update_many()
        .col_expr(heard::Column::WithdrawnAt, Expr::value(note.at))
        .filter(said)
        .exec(transaction)
        .await?;
    log(transaction, &items, LogAct::StillSoTakenBack, note).await
}
