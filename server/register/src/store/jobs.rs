//! Long work: written down, taken up by one worker at a time, ended.

use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveModelTrait,
    ActiveValue::Set,
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter,
    QueryOrder, QuerySelect,
    sea_query::{Expr, ExprTrait},
};

use super::entities::{job, job_file};

const WAITING: &str = "waiting";
const RUNNING: &str = "running";
const DONE: &str = "done";
const FAILED: &str = "failed";

/// Work that is asked for.
#[derive(Clone, Debug)]
pub struct New<'a> {
    pub kind: &'a str,
    pub subject: i64,
    pub language: &'a str,
    pub frozen: Option<i64>,
    /// A hash of all that goes into it; none for what is made anew each time.
    pub basis: Option<&'a str>,
    pub asked_by: Option<i64>,
    pub at: DateTime<Utc>,
}

/// Writes it down; answers its number.
///
/// # Errors
/// When the database does not take it.
pub async fn insert(connection: &impl ConnectionTrait, new: &New<'_>) -> Result<i64, DbErr> {
    let row = job::ActiveModel {
        kind: Set(new.kind.to_owned()),
        subject_id: Set(new.subject),
        language: Set(new.language.to_owned()),
        frozen_id: Set(new.frozen),
        basis: Set(new.basis.map(str::to_owned)),
        asked_by: Set(new.asked_by),
        asked_at: Set(new.at),
        state: Set(WAITING.to_owned()),
        done_steps: Set(0),
        all_steps: Set(0),
        tries: Set(0),
        ..Default::default()
    };
    Ok(row.insert(connection).await?.id)
}

/// The same work, where it is under way or done already: by what goes into it, or, where that is not
/// kept, by who asked while it is not over.
///
/// # Errors
/// When the database does not answer.
pub async fn same(
    connection: &impl ConnectionTrait,
    new: &New<'_>,
) -> Result<Option<job::Model>, DbErr> {
    let is_same = match new.basis {
        Some(basis) => {
            Condition::all().add(job::Column::Basis.eq(basis)).add(job::Column::State.ne(FAILED))
        }
        None => {
            let asked_by = match new.asked_by {
                Some(account) => job::Column::AskedBy.eq(account),
                None => job::Column::AskedBy.is_null(),
            };
            Condition::all()
                .add(job::Column::Basis.is_null())
                .add(asked_by)
                .add(job::Column::State.is_in([WAITING, RUNNING]))
        }
    };
    job::Entity::find()
        .filter(job::Column::Kind.eq(new.kind))
        .filter(job::Column::SubjectId.eq(new.subject))
        .filter(job::Column::Language.eq(new.language))
        .filter(is_same)
        .order_by_desc(job::Column::Id)
        .one(connection)
        .await
}

/// The job with this number.
///
/// # Errors
/// When the database does not answer.
pub async fn find(connection: &impl ConnectionTrait, id: i64) -> Result<Option<job::Model>, DbErr> {
    job::Entity::find_by_id(id).one(connection).await
}

/// The last jobs on a subject: those that rest on a frozen register, and those of an account.
///
/// # Errors
/// When the database does not answer.
pub async fn of_subject(
    connection: &impl ConnectionTrait,
    subject: i64,
    account: Option<i64>,
    limit: u64,
) -> Result<Vec<job::Model>, DbErr> {
    let mut seen = Condition::any().add(job::Column::FrozenId.is_not_null());
    if let Some(account) = account {
        seen = seen.add(job::Column::AskedBy.eq(account));
    }
    job::Entity::find()
        .filter(job::Column::SubjectId.eq(subject))
        .filter(seen)
        .order_by_desc(job::Column::Id)
        .limit(limit)
        .all(connection)
        .await
}

/// The file that a job made.
///
/// # Errors
/// When the database does not answer.
pub async fn file(connection: &impl ConnectionTrait, id: i64) -> Result<Option<Vec<u8>>, DbErr> {
    Ok(job_file::Entity::find_by_id(id).one(connection).await?.map(|file| file.bytes))
}

/// What waits, or was left by its worker.
fn is_free(now: DateTime<Utc>) -> Condition {
    let is_left = Condition::all()
        .add(job::Column::State.eq(RUNNING))
        .add(job::Column::LeaseUntil.is_null().or(job::Column::LeaseUntil.lte(now)));
    Condition::any().add(job::Column::State.eq(WAITING)).add(is_left)
}

/// Whether there is anything to take up.
///
/// # Errors
/// When the database does not answer.
pub async fn is_any_free(
    connection: &impl ConnectionTrait,
    now: DateTime<Utc>,
) -> Result<bool, DbErr> {
    Ok(job::Entity::find().filter(is_free(now)).count(connection).await? > 0)
}

/// The oldest job to take up, held for the transaction that takes it.
///
/// # Errors
/// When the database does not answer.
pub async fn next_free(
    connection: &impl ConnectionTrait,
    now: DateTime<Utc>,
) -> Result<Option<job::Model>, DbErr> {
    job::Entity::find()
        .filter(is_free(now))
        .order_by_asc(job::Column::Id)
        .lock_exclusive()
        .one(connection)
        .await
}

/// Gives a job to the worker with this claim.
///
/// # Errors
/// When the database does not take it.
pub async fn take(
    connection: &impl ConnectionTrait,
    id: i64,
    claim: &str,
    lease_until: DateTime<Utc>,
) -> Result<(), DbErr> {
    job::Entity::update_many()
        .col_expr(job::Column::State, Expr::value(RUNNING))
        .col_expr(job::Column::Claim, Expr::value(claim))
        .col_expr(job::Column::LeaseUntil, Expr::value(lease_until))
        .col_expr(job::Column::DoneSteps, Expr::value(0))
        .col_expr(job::Column::Tries, Expr::col(job::Column::Tries).add(1))
        .filter(job::Column::Id.eq(id))
        .exec(connection)
        .await?;
    Ok(())
}

/// Gives up what was begun too often.
///
/// # Errors
/// When the database does not take it.
pub async fn give_up(
    connection: &impl ConnectionTrait,
    id: i64,
    failure: &str,
    at: DateTime<Utc>,
) -> Result<(), DbErr> {
    ended(FAILED, Some(failure), at)
        .filter(job::Column::Id.eq(id))
        .exec(connection)
        .await
        .map(|_| ())
}

/// Who holds which job.
#[derive(Clone, Copy, Debug)]
pub struct Held<'a> {
    pub id: i64,
    pub claim: &'a str,
}

impl Held<'_> {
    fn condition(self) -> Condition {
        Condition::all()
            .add(job::Column::Id.eq(self.id))
            .add(job::Column::State.eq(RUNNING))
            .add(job::Column::Claim.eq(self.claim))
    }
}

/// Writes down how far it is, and renews the lease; answers false where another worker has the job.
///
/// # Errors
/// When the database does not take it.
pub async fn progress(
    connection: &impl ConnectionTrait,
    held: Held<'_>,
    (done, all): (i32, i32),
    lease_until: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let written = job::Entity::update_many()
        .col_expr(job::Column::DoneSteps, Expr::value(done))
        .col_expr(job::Column::AllSteps, Expr::value(all))
        .col_expr(job::Column::LeaseUntil, Expr::value(lease_until))
        .filter(held.condition())
        .exec(connection)
        .await?;
    Ok(written.rows_affected == 1)
}

/// Ends it with a file; answers false where another worker has the job. To be done in a transaction.
///
/// # Errors
/// When the database does not take it.
pub async fn finish(
    connection: &impl ConnectionTrait,
    held: Held<'_>,
    bytes: Vec<u8>,
    at: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let written = ended(DONE, None, at)
        .col_expr(job::Column::DoneSteps, Expr::col(job::Column::AllSteps))
        .filter(held.condition())
        .exec(connection)
        .await?;
    if written.rows_affected != 1 {
        return Ok(false);
    }
    let file = job_file::ActiveModel { job_id: Set(held.id), bytes: Set(bytes) };
    job_file::Entity::insert(file).exec_without_returning(connection).await?;
    Ok(true)
}

/// Ends it without; answers false where another worker has the job.
///
/// # Errors
/// When the database does not take it.
pub async fn fail(
    connection: &impl ConnectionTrait,
    held: Held<'_>,
    failure: &str,
    at: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let written =
        ended(FAILED, Some(failure), at).filter(held.condition()).exec(connection).await?;
    Ok(written.rows_affected == 1)
}

/// Puts it back among what waits, as if it had not been taken up; answers false where another worker has
/// the job.
///
/// # Errors
/// When the database does not take it.
pub async fn hand_back(connection: &impl ConnectionTrait, held: Held<'_>) -> Result<bool, DbErr> {
    let written = job::Entity::update_many()
        .col_expr(job::Column::State, Expr::value(WAITING))
        .col_expr(job::Column::Claim, Expr::value(None::<String>))
        .col_expr(job::Column::LeaseUntil, Expr::value(None::<DateTime<Utc>>))
        .col_expr(job::Column::Tries, Expr::col(job::Column::Tries).sub(1))
        .filter(held.condition())
        .exec(connection)
        .await?;
    Ok(written.rows_affected == 1)
}

fn ended(
    state: &str,
    failure: Option<&str>,
    at: DateTime<Utc>,
) -> sea_orm::UpdateMany<job::Entity> {
    job::Entity::update_many()
        .col_expr(job::Column::State, Expr::value(state))
        .col_expr(job::Column::Failure, Expr::value(failure.map(str::to_owned)))
        .col_expr(job::Column::EndedAt, Expr::value(at))
        .col_expr(job::Column::Claim, Expr::value(None::<String>))
        .col_expr(job::Column::LeaseUntil, Expr::value(None::<DateTime<Utc>>))
}
