//! What deadlines are computed from: the records of a State with the periods of their status, and the
//! entries that are due.

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::{
    follow_up::{EntryKind, Target},
    policy::{Visible, VisibleEntries},
    status::{Status, StatusPeriod},
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, ExprTrait, FromQueryResult, Order,
    QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Expr, Query as Sql},
};
use strum::VariantArray;

use super::{
    entities::entry,
    entries::{of_target, visible as visible_entries},
    filter::visible,
    index::FAR_FUTURE,
};

/// Records and entries that one answer looks at: no State has near as many.
const MOST: u64 = 2000;

/// A record that may have deadlines.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Recorded {
    pub id: i64,
    pub title: String,
    pub title_language: Option<String>,
    pub title_ru: Option<String>,
    /// The whole record as JSON.
    pub content: String,
    pub published: bool,
}

/// The records that a State made or is a party of, as far as they may be seen, without those that
/// have come to their end by `today`.
///
/// # Errors
/// When the database does not answer.
pub async fn agreements(
    connection: &impl ConnectionTrait,
    seen: &Visible,
    state: &str,
    today: NaiveDate,
) -> Result<Vec<Recorded>, DbErr> {
    let party_of = Sql::select()
        .column("agreement_id")
        .from("agreement_party")
        .and_where(Expr::col("code").eq(state))
        .to_owned();
    let ends = Status::VARIANTS.iter().filter(|status| status.is_ended());
    let ends: Vec<&str> = ends.map(|status| <&str>::from(*status)).collect();
    let ended = Sql::select()
        .column("agreement_id")
        .from("agreement_status")
        .and_where(Expr::col("from_day").lte(today))
        .and_where(Expr::col("until_day").gt(today))
        .and_where(Expr::col("status").is_in(ends))
        .to_owned();
    let whose = Condition::any()
        .add(Expr::col(("agreement", "recorded_by")).eq(state))
        .add(Expr::col(("agreement", "id")).in_subquery(party_of));
    let condition = Condition::all()
        .add(visible(seen))
        .add(whose)
        .add(Expr::col(("agreement", "id")).not_in_subquery(ended));
    let query = Sql::select()
        .columns(
            ["id", "title", "title_language", "title_ru", "content"]
                .map(|name| ("agreement", name)),
        )
        .expr_as(Expr::col(("agreement", "published_at")).is_not_null(), "published")
        .from("agreement")
        .cond_where(condition)
        .order_by(("agreement", "id"), Order::Asc)
        .limit(MOST)
        .to_owned();
    let rows = connection.query_all(&query).await?;
    rows.iter().map(|row| Recorded::from_query_result(row, "")).collect()
}

/// The periods of the status of these records, in order.
///
/// # Errors
/// When the database does not answer, or holds a status that this program does not know.
pub async fn periods(
    connection: &impl ConnectionTrait,
    ids: &[i64],
) -> Result<HashMap<i64, Vec<StatusPeriod>>, DbErr> {
    let query = Sql::select()
        .columns(["agreement_id", "status", "from_day", "until_day"])
        .from("agreement_status")
        .and_where(Expr::col("agreement_id").is_in(ids.iter().copied()))
        .order_by("from_day", Order::Asc)
        .to_owned();
    let mut periods: HashMap<i64, Vec<StatusPeriod>> = HashMap::new();
    for row in connection.query_all(&query).await? {
        let status: String = row.try_get_by_index(1)?;
        let until: NaiveDate = row.try_get_by_index(3)?;
        periods.entry(row.try_get_by_index(0)?).or_default().push(StatusPeriod {
            status: status
                .parse()
                .map_err(|_| DbErr::Type(format!("there is no status {status:?}")))?,
            from: row.try_get_by_index(2)?,
            until: (until != FAR_FUTURE).then_some(until),
        });
    }
    Ok(periods)
}

/// The entries due by `until` that concern a State: its own, and recommendations to it. Without a
/// State: the Network's own, and the commitments of all that are late on `today`.
///
/// # Errors
/// When the database does not answer.
pub async fn entries(
    connection: &impl ConnectionTrait,
    seen: &VisibleEntries,
    state: Option<&str>,
    today: NaiveDate,
    until: NaiveDate,
) -> Result<Vec<entry::Model>, DbErr> {
    let whose = match state {
        Some(state) => {
            let addressed = of_target(&Target::State(state.to_owned()));
            Condition::any().add(entry::Column::Owner.eq(state)).add(
                entry::Column::Kind
                    .eq(EntryKind::Recommendation.code())
                    .and(entry::Column::Id.in_subquery(addressed)),
            )
        }
        None => Condition::any().add(entry::Column::Owner.is_null()).add(
            entry::Column::Kind
                .eq(EntryKind::Commitment.code())
                .and(entry::Column::DueDay.lt(today)),
        ),
    };
    let followed = EntryKind::VARIANTS.iter().filter(|kind| kind.is_followed());
    let followed: Vec<&str> = followed.map(|kind| kind.code()).collect();
    let is_over = entry::Column::Status.is_in(["completed", "dropped"]);
    let condition = Condition::all()
        .add(visible_entries(seen))
        .add(whose)
        .add(entry::Column::Kind.is_in(followed))
        .add(entry::Column::DueDay.lte(until))
        .add(entry::Column::Status.is_null().or(is_over.not()));
    entry::Entity::find()
        .filter(condition)
        .order_by_asc(entry::Column::DueDay)
        .order_by_asc(entry::Column::Id)
        .limit(MOST)
        .all(connection)
        .await
}
