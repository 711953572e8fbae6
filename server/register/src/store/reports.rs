//! The published reports of parties on their agreements.

use domain::follow_up::EntryKind;
use sea_orm::{
    ConnectionTrait, DbErr, Order,
    sea_query::{Expr, ExprTrait, Query as Sql},
};

/// The published reports on the published agreements of which a State is a party: the number of the
/// agreement, and of the report. What is on a record that was merged is on the one that stands for
/// both.
///
/// # Errors
/// When the database does not answer.
pub async fn on_agreements_of(
    connection: &impl ConnectionTrait,
    state: &str,
) -> Result<Vec<(i64, i64)>, DbErr> {
    let party_of = Sql::select()
        .column("agreement_id")
        .from("agreement_party")
        .and_where(Expr::col("code").eq(state))
        .to_owned();
    let query = Sql::select()
        .column(("agreement", "id"))
        .column(("agreement", "merged_into"))
        .column(("entry", "id"))
        .from("agreement")
        .inner_join(
            "entry_target",
            Expr::col(("entry_target", "code"))
                .eq(Expr::col(("agreement", "id")).cast_as("text"))
                .and(Expr::col(("entry_target", "kind")).eq("agreement")),
        )
        .inner_join("entry", Expr::col(("entry", "id")).equals(("entry_target", "entry_id")))
        .and_where(Expr::col(("agreement", "id")).in_subquery(party_of))
        .and_where(Expr::col(("agreement", "published_at")).is_not_null())
        .and_where(Expr::col(("entry", "kind")).eq(EntryKind::AgreementReport.code()))
        .and_where(Expr::col(("entry", "published_at")).is_not_null())
        .order_by(("entry", "id"), Order::Asc)
        .to_owned();
    let rows = connection.query_all(&query).await?;
    rows.iter()
        .map(|row| {
            let id: i64 = row.try_get_by_index(0)?;
            let kept: Option<i64> = row.try_get_by_index(1)?;
            Ok((kept.unwrap_or(id), row.try_get_by_index(2)?))
        })
        .collect()
}
