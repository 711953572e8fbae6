//! Who wants mail, and the outbox: notices are written once, claimed by one instance at a time, and
//! marked as told.

use chrono::{DateTime, NaiveDate, Utc};
use domain::{account::Role, mailing::Pace, notices::To};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect,
    sea_query::{Expr, ExprTrait, OnConflict, Query as Sql, SelectStatement},
};
use strum::VariantArray;

use super::entities::{account, mail_setting, notice};

/// Notices that one mail is made of; more wait for the next.
const MOST: u64 = 200;

/// What an account chose; nothing where it wants no mail.
///
/// # Errors
/// When the database does not answer.
pub async fn setting(
    connection: &impl ConnectionTrait,
    account_id: i64,
) -> Result<Option<mail_setting::Model>, DbErr> {
    mail_setting::Entity::find_by_id(account_id).one(connection).await
}

/// What an account chooses.
pub struct Choice<'a> {
    pub account_id: i64,
    pub pace: Pace,
    pub language: &'a str,
    /// For an account that wanted none before.
    pub stop_token: &'a str,
    pub at: DateTime<Utc>,
}

/// Writes down what an account chose.
///
/// # Errors
/// When the database does not take it.
pub async fn choose(connection: &impl ConnectionTrait, choice: &Choice<'_>) -> Result<(), DbErr> {
    let row = mail_setting::ActiveModel {
        account_id: Set(choice.account_id),
        pace: Set(choice.pace.code().to_owned()),
        language: Set(choice.language.to_owned()),
        stop_token: Set(choice.stop_token.to_owned()),
        chosen_at: Set(choice.at),
        looked_on: Set(None),
        not_before: Set(None),
        tried: Set(0),
    };
    // The links in mails that were sent go on working.
    let again = OnConflict::column("account_id")
        .update_columns(["pace", "language", "chosen_at"])
        .to_owned();
    mail_setting::Entity::insert(row).on_conflict(again).exec_without_returning(connection).await?;
    Ok(())
}

/// An account wants no mail any more: what waits for it is never told.
///
/// # Errors
/// When the database does not take it.
pub async fn stop(connection: &impl ConnectionTrait, account_id: i64) -> Result<(), DbErr> {
    mail_setting::Entity::delete_by_id(account_id).exec(connection).await?;
    notice::Entity::delete_many()
        .filter(notice::Column::AccountId.eq(account_id))
        .filter(notice::Column::ToldAt.is_null())
        .exec(connection)
        .await?;
    Ok(())
}

/// Forgets all that was to be told to an account or was told, and its choice.
///
/// # Errors
/// When the database does not take it.
pub async fn forget(connection: &impl ConnectionTrait, account_id: i64) -> Result<(), DbErr> {
    stop(connection, account_id).await?;
    notice::Entity::delete_many()
        .filter(notice::Column::AccountId.eq(account_id))
        .exec(connection)
        .await?;
    Ok(())
}

/// The account whose mails end with this token.
///
/// # Errors
/// When the database does not answer.
pub async fn of_token(
    connection: &impl ConnectionTrait,
    token: &str,
) -> Result<Option<i64>, DbErr> {
    let found = mail_setting::Entity::find()
        .filter(mail_setting::Column::StopToken.eq(token))
        .one(connection)
        .await?;
    Ok(found.map(|setting| setting.account_id))
}

fn wanting() -> SelectStatement {
    Sql::select().column("account_id").from("mail_setting").to_owned()
}

/// The accounts that are told and want mail. `except` did it and knows.
///
/// # Errors
/// When the database does not answer.
pub async fn recipients(
    connection: &impl ConnectionTrait,
    to: &To,
    except: Option<i64>,
) -> Result<Vec<i64>, DbErr> {
    let role = |role: Role| account::Column::Role.eq(<&str>::from(role));
    let whose = match to {
        To::State(state) => Condition::all().add(account::Column::State.eq(state.as_str())),
        To::Network { reviewer } => {
            let assigned = match reviewer {
                Some(email) => account::Column::Email.eq(email.trim().to_lowercase()),
                None => role(Role::Reviewer),
            };
            Condition::all()
                .add(account::Column::State.is_null())
                .add(Condition::any().add(role(Role::Coordinator)).add(assigned))
        }
    };
    let mut query = account::Entity::find()
        .select_only()
        .column(account::Column::Id)
        .filter(whose)
        .filter(account::Column::DisabledAt.is_null())
        .filter(account::Column::Id.in_subquery(wanting()));
    if let Some(except) = except {
        query = query.filter(account::Column::Id.ne(except));
    }
    query.order_by_asc(account::Column::Id).into_tuple().all(connection).await
}

/// A notice that is not there yet.
pub struct New<'a> {
    pub account_id: i64,
    pub kind: &'a str,
    pub item_kind: &'a str,
    pub item_id: i64,
    pub detail: &'a str,
    pub cause: String,
    pub day: Option<NaiveDate>,
    pub at: DateTime<Utc>,
}

/// Writes notices. What is there already is left as it is.
///
/// # Errors
/// When the database does not take them.
pub async fn write(connection: &impl ConnectionTrait, new: Vec<New<'_>>) -> Result<(), DbErr> {
    if new.is_empty() {
        return Ok(());
    }
    let rows = new.into_iter().map(|new| notice::ActiveModel {
        account_id: Set(new.account_id),
        kind: Set(new.kind.to_owned()),
        item_kind: Set(new.item_kind.to_owned()),
        item_id: Set(new.item_id),
        detail: Set(new.detail.to_owned()),
        cause: Set(new.cause),
        day: Set(new.day),
        at: Set(new.at),
        told_at: Set(None),
        ..Default::default()
    });
    notice::Entity::insert_many(rows)
        .on_conflict(OnConflict::new().do_nothing().to_owned())
        .exec_without_returning(connection)
        .await?;
    Ok(())
}

/// The next account for which something is due that no other instance has claimed. `until` says up to
/// which instant notices are told at each pace.
///
/// # Errors
/// When the database does not answer.
pub async fn next(
    connection: &impl ConnectionTrait,
    now: DateTime<Utc>,
    until: impl Fn(Pace) -> DateTime<Utc>,
) -> Result<Option<mail_setting::Model>, DbErr> {
    let due = Pace::VARIANTS.iter().fold(Condition::any(), |any, pace| {
        any.add(
            Expr::col(("mail_setting", "pace"))
                .eq(pace.code())
                .and(Expr::col(("notice", "at")).lte(until(*pace))),
        )
    });
    let waiting = Sql::select()
        .column(("notice", "account_id"))
        .from("notice")
        .inner_join(
            "mail_setting",
            Expr::col(("mail_setting", "account_id")).equals(("notice", "account_id")),
        )
        .inner_join("account", Expr::col(("account", "id")).equals(("notice", "account_id")))
        .and_where(Expr::col(("notice", "told_at")).is_null())
        .and_where(Expr::col(("account", "disabled_at")).is_null())
        .cond_where(due)
        .to_owned();
    mail_setting::Entity::find()
        .filter(mail_setting::Column::AccountId.in_subquery(waiting))
        .filter(is_free(now))
        .order_by_asc(mail_setting::Column::AccountId)
        .one(connection)
        .await
}

fn is_free(now: DateTime<Utc>) -> Condition {
    Condition::any()
        .add(mail_setting::Column::NotBefore.is_null())
        .add(mail_setting::Column::NotBefore.lte(now))
}

/// Claims an account's mail until an instant; answers whether no other instance was quicker.
///
/// # Errors
/// When the database does not take it.
pub async fn claim(
    connection: &impl ConnectionTrait,
    account_id: i64,
    now: DateTime<Utc>,
    until: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let done = mail_setting::Entity::update_many()
        .col_expr(mail_setting::Column::NotBefore, Expr::value(Some(until)))
        .filter(mail_setting::Column::AccountId.eq(account_id))
        .filter(is_free(now))
        .exec(connection)
        .await?;
    Ok(done.rows_affected == 1)
}

/// The account with this number.
///
/// # Errors
/// When the database does not answer.
pub async fn account(
    connection: &impl ConnectionTrait,
    account_id: i64,
) -> Result<Option<account::Model>, DbErr> {
    account::Entity::find_by_id(account_id).one(connection).await
}

/// What is to be told to an account, oldest first, as far as one mail holds it.
///
/// # Errors
/// When the database does not answer.
pub async fn pending(
    connection: &impl ConnectionTrait,
    account_id: i64,
    until: DateTime<Utc>,
) -> Result<Vec<notice::Model>, DbErr> {
    notice::Entity::find()
        .filter(notice::Column::AccountId.eq(account_id))
        .filter(notice::Column::ToldAt.is_null())
        .filter(notice::Column::At.lte(until))
        .order_by_asc(notice::Column::Id)
        .limit(MOST)
        .all(connection)
        .await
}

/// Marks notices as told.
///
/// # Errors
/// When the database does not take it.
pub async fn told(
    connection: &impl ConnectionTrait,
    notices: &[i64],
    at: DateTime<Utc>,
) -> Result<(), DbErr> {
    notice::Entity::update_many()
        .col_expr(notice::Column::ToldAt, Expr::value(Some(at)))
        .filter(notice::Column::Id.is_in(notices.iter().copied()))
        .exec(connection)
        .await?;
    Ok(())
}

/// Lets an account's mail go: the next is made after `not_before`.
///
/// # Errors
/// When the database does not take it.
pub async fn release(
    connection: &impl ConnectionTrait,
    account_id: i64,
    tried: i32,
    not_before: Option<DateTime<Utc>>,
) -> Result<(), DbErr> {
    mail_setting::Entity::update_many()
        .col_expr(mail_setting::Column::Tried, Expr::value(tried))
        .col_expr(mail_setting::Column::NotBefore, Expr::value(not_before))
        .filter(mail_setting::Column::AccountId.eq(account_id))
        .exec(connection)
        .await?;
    Ok(())
}

/// Accounts that want mail and whose deadlines were not looked at on `today`.
///
/// # Errors
/// When the database does not answer.
pub async fn not_looked_at(
    connection: &impl ConnectionTrait,
    today: NaiveDate,
) -> Result<Vec<account::Model>, DbErr> {
    let mut old = wanting();
    old.cond_where(
        Condition::any()
            .add(Expr::col("looked_on").is_null())
            .add(Expr::col("looked_on").lt(today)),
    );
    account::Entity::find()
        .filter(account::Column::Id.in_subquery(old))
        .filter(account::Column::DisabledAt.is_null())
        .order_by_asc(account::Column::Id)
        .all(connection)
        .await
}

/// Notes that an account's deadlines were looked at.
///
/// # Errors
/// When the database does not take it.
pub async fn looked_at(
    connection: &impl ConnectionTrait,
    account_id: i64,
    today: NaiveDate,
) -> Result<(), DbErr> {
    mail_setting::Entity::update_many()
        .col_expr(mail_setting::Column::LookedOn, Expr::value(Some(today)))
        .filter(mail_setting::Column::AccountId.eq(account_id))
        .exec(connection)
        .await?;
    Ok(())
}

/// Clears away notices from before an instant, told or not.
///
/// # Errors
/// When the database does not take it.
pub async fn clear(connection: &impl ConnectionTrait, before: DateTime<Utc>) -> Result<(), DbErr> {
    notice::Entity::delete_many().filter(notice::Column::At.lt(before)).exec(connection).await?;
    Ok(())
}
