//! The version of the register: a number that the database raises with every change that readers can see.

use sea_orm::{
    ConnectionTrait, DbErr,
    sea_query::{Expr, ExprTrait, Query as Sql},
};

/// The version that the register is at.
///
/// # Errors
/// When the database does not answer.
pub async fn current(connection: &impl ConnectionTrait) -> Result<i64, DbErr> {
    let query = Sql::select().expr(Expr::col("number").max()).from("last_change").to_owned();
    match connection.query_one(&query).await? {
        Some(row) => row.try_get_by_index(0),
        None => Err(DbErr::RecordNotFound("the version of the register".into())),
    }
}

/// The records that changed after `version`; nothing where they are more than `most`.
///
/// # Errors
/// When the database does not answer.
pub async fn changed_since(
    connection: &impl ConnectionTrait,
    version: i64,
    most: usize,
) -> Result<Option<Vec<i64>>, DbErr> {
    let query = Sql::select()
        .column("agreement_id")
        .from("last_change")
        .and_where(Expr::col("number").gt(version))
        .and_where(Expr::col("agreement_id").gt(0))
        .limit(most as u64 + 1)
        .to_owned();
    let rows = connection.query_all(&query).await?;
    if rows.len() > most {
        return Ok(None);
    }
    rows.iter().map(|row| row.try_get_by_index(0)).collect::<Result<_, DbErr>>().map(Some)
}
