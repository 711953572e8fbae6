//! When somebody last said something: about a record, about an entry, and each State. Only what
//! accounts said counts, not what an import brought, and only what everybody may read: that a draft
//! was changed is nobody's business.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use domain::{fields::follow_up::PEER_REVIEW, hearing::Item};
use sea_orm::{
    Condition, ConnectionTrait, DbErr,
    sea_query::{Expr, ExprTrait, Query as Sql, SelectStatement, UnionType},
};

use super::among::among;

pub(super) const AGREEMENT: &str = "agreement";
pub(super) const ENTRY: &str = "entry";
const REVISION: &str = "revision";
const ENTRY_REVISION: &str = "entry_revision";

/// The instants of revisions that accounts wrote and that everybody may read.
fn public_revisions(table: &'static str) -> SelectStatement {
    let mut revisions = Sql::select();
    revisions
        .column((table, "at"))
        .from(table)
        .and_where(Expr::col((table, "published")).eq(true))
        .and_where(Expr::col((table, "account_id")).is_not_null());
    if table == ENTRY_REVISION {
        // What reviewers say is the Network's own, also of what is published.
        let form = Expr::col((table, "form"));
        revisions.and_where(form.clone().is_null().or(form.ne(PEER_REVIEW.code)));
    }
    revisions
}

/// The instants at which States said that something of this kind still is as recorded.
fn still_so(kind: &'static str) -> SelectStatement {
    Sql::select()
        .column(("heard", "at"))
        .column(("heard", "item_id"))
        .from("heard")
        .and_where(Expr::col(("heard", "kind")).eq(kind))
        .and_where(Expr::col(("heard", "withdrawn_at")).is_null())
        .to_owned()
}

/// Everything said about the agreements that meet the condition: instant and number.
pub(super) fn about_agreements(which: &Condition) -> SelectStatement {
    let ids = Sql::select()
        .column((AGREEMENT, "id"))
        .from(AGREEMENT)
        .cond_where(which.clone())
        .to_owned();
    // As entries name what they are about.
    let codes = Sql::select()
        .expr(Expr::col((AGREEMENT, "id")).cast_as("text"))
        .from(AGREEMENT)
        .cond_where(which.clone())
        .to_owned();
    let mut said = public_revisions(REVISION);
    said.expr_as(Expr::col((REVISION, "agreement_id")), "item_id")
        .and_where(Expr::col((REVISION, "agreement_id")).in_subquery(ids.clone()));
    let of_parties = Sql::select()
        .column(("confirmation", "at"))
        .expr_as(Expr::col(("confirmation", "agreement_id")), "item_id")
        .from("confirmation")
        .and_where(Expr::col(("confirmation", "agreement_id")).in_subquery(ids.clone()))
        .to_owned();
    let mut in_entries = public_revisions(ENTRY_REVISION);
    in_entries
        .expr_as(Expr::col(("entry_target", "code")).cast_as("bigint"), "item_id")
        .inner_join(ENTRY, Expr::col((ENTRY, "id")).equals((ENTRY_REVISION, "entry_id")))
        .inner_join(
            "entry_target",
            Expr::col(("entry_target", "entry_id")).equals((ENTRY_REVISION, "entry_id")),
        )
        .and_where(Expr::col((ENTRY, "published_at")).is_not_null())
        .and_where(Expr::col(("entry_target", "kind")).eq(AGREEMENT))
        .and_where(Expr::col(("entry_target", "code")).in_subquery(codes));
    let mut still_so = still_so(AGREEMENT);
    still_so.and_where(Expr::col(("heard", "item_id")).in_subquery(ids));
    said.union(UnionType::All, of_parties)
        .union(UnionType::All, in_entries)
        .union(UnionType::All, still_so);
    said
}

/// Everything said about the entries that meet the condition: instant and number.
pub(super) fn about_entries(which: &Condition) -> SelectStatement {
    let ids = Sql::select().column((ENTRY, "id")).from(ENTRY).cond_where(which.clone()).to_owned();
    let mut said = public_revisions(ENTRY_REVISION);
    said.expr_as(Expr::col((ENTRY_REVISION, "entry_id")), "item_id")
        .and_where(Expr::col((ENTRY_REVISION, "entry_id")).in_subquery(ids.clone()));
    let mut still_so = still_so(ENTRY);
    still_so.and_where(Expr::col(("heard", "item_id")).in_subquery(ids));
    said.union(UnionType::All, still_so);
    said
}

/// The last of what was said about each item, with its number.
pub(super) fn last(said: SelectStatement) -> SelectStatement {
    Sql::select()
        .column("item_id")
        .expr_as(Expr::col("at").max(), "last_at")
        .from_subquery(said, "said")
        .group_by_col("item_id")
        .to_owned()
}

/// When somebody last said something about the item; nothing where nobody has.
///
/// # Errors
/// When the database does not answer.
pub async fn of(
    connection: &impl ConnectionTrait,
    item: Item,
) -> Result<Option<DateTime<Utc>>, DbErr> {
    let said = match item {
        Item::Agreement(id) => {
            about_agreements(&Condition::all().add(Expr::col((AGREEMENT, "id")).eq(id)))
        }
        Item::Entry(id) => about_entries(&Condition::all().add(Expr::col((ENTRY, "id")).eq(id))),
    };
    let row = connection.query_one(&last(said)).await?;
    row.map(|row| row.try_get_by_index(1)).transpose()
}

/// When somebody last said something about each of these records; those about which nobody has are not
/// in it.
///
/// # Errors
/// When the database does not answer.
pub async fn of_agreements(
    connection: &impl ConnectionTrait,
    ids: &[i64],
) -> Result<HashMap<i64, DateTime<Utc>>, DbErr> {
    let which = Condition::all().add(among(connection.get_database_backend(), "id", ids));
    let rows = connection.query_all(&last(about_agreements(&which))).await?;
    rows.iter().map(|row| Ok((row.try_get_by_index(0)?, row.try_get_by_index(1)?))).collect()
}

/// When an account of each State last said something; States that never did are not in it. Asks for
/// one State, or for all.
///
/// # Errors
/// When the database does not answer.
pub async fn from_states(
    connection: &impl ConnectionTrait,
    state: Option<&str>,
) -> Result<HashMap<String, DateTime<Utc>>, DbErr> {
    let by_accounts = |table: &'static str| {
        let mut revisions = public_revisions(table);
        revisions
            .column(("account", "state"))
            .inner_join("account", Expr::col(("account", "id")).equals((table, "account_id")))
            .and_where(Expr::col(("account", "state")).is_not_null());
        revisions
    };
    let of_parties = Sql::select()
        .columns([("confirmation", "at"), ("confirmation", "state")])
        .from("confirmation")
        .inner_join(
            AGREEMENT,
            Expr::col((AGREEMENT, "id")).equals(("confirmation", "agreement_id")),
        )
        // What was said of a record that is shared with some is theirs to know.
        .and_where(Expr::col((AGREEMENT, "published_at")).is_not_null())
        .to_owned();
    let still_so = Sql::select()
        .columns(["at", "state"])
        .from("heard")
        .and_where(Expr::col("withdrawn_at").is_null())
        .to_owned();
    let mut said = by_accounts(REVISION);
    said.union(UnionType::All, by_accounts(ENTRY_REVISION))
        .union(UnionType::All, of_parties)
        .union(UnionType::All, still_so);
    let mut query = Sql::select();
    query
        .column("state")
        .expr_as(Expr::col("at").max(), "last_at")
        .from_subquery(said, "said")
        .group_by_col("state");
    if let Some(state) = state {
        query.and_where(Expr::col("state").eq(state));
    }
    let rows = connection.query_all(&query).await?;
    rows.iter().map(|row| Ok((row.try_get_by_index(0)?, row.try_get_by_index(1)?))).collect()
}
