//! The log as it is read: its list, and the lines of one record.

use chrono::{Days, NaiveDate, NaiveTime};
use domain::audit::{Line, SubjectKind, Told};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, ExprTrait, QueryFilter,
    QueryOrder, QuerySelect, Select,
};

use super::SNAPSHOTS;
use crate::store::entities::{account, audit};

fn line(row: audit::Model) -> Line {
    Line {
        number: row.id,
        told: Told {
            at: row.at,
            account_id: row.account_id,
            author: row.author,
            act: row.act,
            kind: row.subject_kind,
            number: row.subject_id,
            version: row.version,
            detail: row.detail,
            content_hash: row.content_hash,
            reason: row.reason,
            request: row.request_id,
        },
        previous: row.previous_hash,
        hash: row.hash,
    }
}

/// Which lines are asked for.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    pub account: Option<i64>,
    pub kind: Option<SubjectKind>,
    /// The number of the record, entry, account or frozen register.
    pub number: Option<i64>,
    /// The first day, in UTC.
    pub from: Option<NaiveDate>,
    /// The last day.
    pub until: Option<NaiveDate>,
    /// Lines with a lower number.
    pub before: Option<i64>,
}

fn select(wanted: &Wanted) -> Select<audit::Entity> {
    let midnight = |day: NaiveDate| day.and_time(NaiveTime::MIN).and_utc();
    let mut condition = Condition::all();
    if let Some(account) = wanted.account {
        // What an account did, and what was done with it.
        let with_it = audit::Column::SubjectKind
            .eq(SubjectKind::Account.code())
            .and(audit::Column::SubjectId.eq(account));
        let either = Condition::any().add(audit::Column::AccountId.eq(account)).add(with_it);
        condition = condition.add(either);
    }
    if let Some(kind) = wanted.kind {
        condition = condition.add(audit::Column::SubjectKind.eq(kind.code()));
    }
    if let Some(number) = wanted.number {
        condition = condition.add(audit::Column::SubjectId.eq(number));
    }
    if let Some(from) = wanted.from {
        condition = condition.add(audit::Column::At.gte(midnight(from)));
    }
    if let Some(after) = wanted.until.and_then(|until| until.checked_add_days(Days::new(1))) {
        condition = condition.add(audit::Column::At.lt(midnight(after)));
    }
    if let Some(before) = wanted.before {
        condition = condition.add(audit::Column::Id.lt(before));
    }
    audit::Entity::find().filter(condition)
}

/// The lines that are wanted, the last one first.
///
/// # Errors
/// When the database does not answer.
pub async fn list(
    connection: &impl ConnectionTrait,
    wanted: &Wanted,
    limit: u64,
) -> Result<Vec<Line>, DbErr> {
    let rows = select(wanted).order_by_desc(audit::Column::Id).limit(limit).all(connection).await?;
    Ok(rows.into_iter().map(line).collect())
}

/// A page of the lines in their order, those behind the number `after` or from the first.
///
/// # Errors
/// When the database does not answer.
pub async fn page(
    connection: &impl ConnectionTrait,
    after: Option<i64>,
) -> Result<Vec<Line>, DbErr> {
    let mut query = audit::Entity::find();
    if let Some(after) = after {
        query = query.filter(audit::Column::Id.gt(after));
    }
    let rows = query.order_by_asc(audit::Column::Id).limit(SNAPSHOTS).all(connection).await?;
    Ok(rows.into_iter().map(line).collect())
}

/// The lines of revisions of one subject: version, number, hash.
///
/// # Errors
/// When the database does not answer.
pub async fn of_versions(
    connection: &impl ConnectionTrait,
    kind: SubjectKind,
    id: i64,
    versions: &[i32],
) -> Result<Vec<(Option<i32>, i64, String)>, DbErr> {
    audit::Entity::find()
        .select_only()
        .columns([audit::Column::Version, audit::Column::Id, audit::Column::Hash])
        .filter(audit::Column::SubjectKind.eq(kind.code()))
        .filter(audit::Column::SubjectId.eq(id))
        .filter(audit::Column::Version.is_in(versions.iter().copied()))
        .into_tuple()
        .all(connection)
        .await
}

/// The addresses of these accounts.
///
/// # Errors
/// When the database does not answer.
pub async fn addresses(
    connection: &impl ConnectionTrait,
    ids: &[i64],
) -> Result<Vec<(i64, String)>, DbErr> {
    account::Entity::find()
        .select_only()
        .columns([account::Column::Id, account::Column::Email])
        .filter(account::Column::Id.is_in(ids.iter().copied()))
        .into_tuple()
        .all(connection)
        .await
}
