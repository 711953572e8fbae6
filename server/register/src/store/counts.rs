//! Counts beside filter values, coverage, and the pairs of States.

use std::collections::BTreeMap;

use domain::{agreement::Finding, coverage::By, search::Facet};
use sea_orm::{
    ConnectionTrait, DbErr,
    sea_query::{Expr, ExprTrait, Query as Sql},
};

use super::{
    filter::{GIVEN, NOT_KNOWN, Scope, narrow, narrow_column},
    index::finding_of,
};

/// How many of the records in `scope` have each value of `facet`, most first.
///
/// # Errors
/// When the database does not answer.
pub async fn of_facet(
    connection: &impl ConnectionTrait,
    scope: &Scope<'_>,
    facet: Facet,
) -> Result<Vec<(String, u64)>, DbErr> {
    let column = narrow_column(facet);
    let mut query = if matches!(facet, Facet::Kind | Facet::Mode | Facet::Answer) {
        Sql::select()
            .column(("agreement", column))
            .expr_as(Expr::col(("agreement", "id")).count(), "count")
            .from("agreement")
            .cond_where(scope.condition())
            .and_where(Expr::col(("agreement", column)).is_not_null())
            .to_owned()
    } else {
        let mut query = narrow(facet, scope.day);
        if facet == Facet::Provision {
            query.and_where(Expr::col("finding").is_in(GIVEN));
        }
        query
            .clear_selects()
            .column(column)
            .expr_as(Expr::col("agreement_id").count_distinct(), "count")
            .and_where(Expr::col(column).is_not_null())
            .and_where(Expr::col(column).ne(""))
            .and_where(Expr::col("agreement_id").in_subquery(scope.ids()));
        query
    };
    query.group_by_col(column);
    let rows = connection.query_all(&query).await?;
    let mut counts: Vec<(String, u64)> = rows
        .iter()
        .map(|row| Ok((row.try_get_by_index(0)?, row.try_get_by_index::<i64>(1)?.cast_unsigned())))
        .collect::<Result<_, DbErr>>()?;
    if facet == Facet::Status {
        // What has no status on the day is counted too, so that the sums close.
        let all = super::listing::count(connection, scope).await?;
        let known: u64 = counts.iter().map(|(_, count)| count).sum();
        if all > known {
            counts.push((NOT_KNOWN.to_owned(), all - known));
        }
    }
    counts.sort_by(|(a, more), (b, less)| less.cmp(more).then_with(|| a.cmp(b)));
    Ok(counts)
}

/// The numbers of a coverage table.
pub struct Coverage {
    /// Coded agreements of each group.
    pub denominators: BTreeMap<String, u64>,
    /// Group, item or criterion, finding, agreements.
    pub found: Vec<(String, String, Finding, u64)>,
}

/// Counts the findings of the coded records in `scope` as they hold on its day.
///
/// # Errors
/// When the database does not answer.
pub async fn coverage(
    connection: &impl ConnectionTrait,
    scope: &Scope<'_>,
    by: By,
) -> Result<Coverage, DbErr> {
    let (table, what) = match by {
        By::Criterion => ("agreement_criterion", "criterion"),
        _ => ("agreement_finding", "item"),
    };
    let group = match by {
        By::Item | By::Criterion => Expr::val(""),
        By::Decade => Expr::col(("agreement", "decade")),
        By::Kind => Expr::col(("agreement", "kind")),
        By::Region => Expr::col(("regions", "region")),
    };
    let mut denominators = Sql::select();
    denominators
        .expr_as(group.clone(), "grouped")
        .expr_as(Expr::col(("agreement", "id")).count(), "count")
        .from("agreement")
        .cond_where(scope.condition())
        .and_where(Expr::col(("agreement", "coded")).eq(true))
        .group_by_col("grouped");
    let mut found = Sql::select();
    found
        .expr_as(group, "grouped")
        .column((table, what))
        .column((table, "finding"))
        .expr_as(Expr::col(("agreement", "id")).count(), "count")
        .from("agreement")
        .inner_join(table, Expr::col((table, "agreement_id")).equals(("agreement", "id")))
        .cond_where(scope.condition())
        .and_where(Expr::col((table, "from_day")).lte(scope.day))
        .and_where(Expr::col((table, "until_day")).gt(scope.day))
        .group_by_col("grouped")
        .group_by_col((table, what))
        .group_by_col((table, "finding"));
    if by == By::Region {
        // Each party's region once: an agreement within a region counts there once.
        let regions = Sql::select()
            .distinct()
            .columns(["agreement_id", "region"])
            .from("agreement_party")
            .and_where(Expr::col("region").ne(""))
            .to_owned();
        for query in [&mut denominators, &mut found] {
            query.join_subquery(
                sea_orm::JoinType::InnerJoin,
                regions.clone(),
                "regions",
                Expr::col(("regions", "agreement_id")).equals(("agreement", "id")),
            );
        }
    }
    let mut coverage = Coverage { denominators: BTreeMap::new(), found: Vec::new() };
    for row in connection.query_all(&denominators).await? {
        // What has no date is a group of its own, with an empty name.
        let group: Option<String> = row.try_get_by_index(0)?;
        coverage
            .denominators
            .insert(group.unwrap_or_default(), row.try_get_by_index::<i64>(1)?.cast_unsigned());
    }
    for row in connection.query_all(&found).await? {
        let group: Option<String> = row.try_get_by_index(0)?;
        let finding: String = row.try_get_by_index(2)?;
        if let Some(finding) = finding_of(&finding) {
            coverage.found.push((
                group.unwrap_or_default(),
                row.try_get_by_index(1)?,
                finding,
                row.try_get_by_index::<i64>(3)?.cast_unsigned(),
            ));
        }
    }
    Ok(coverage)
}

/// How many of the records in `scope` are coded, and to how many of these the text gives `item` on the
/// scope's day.
///
/// # Errors
/// When the database does not answer.
pub async fn coded_with(
    connection: &impl ConnectionTrait,
    scope: &Scope<'_>,
    item: &str,
) -> Result<(u64, u64), DbErr> {
    let coded = Sql::select()
        .expr(Expr::col(("agreement", "id")).count())
        .from("agreement")
        .cond_where(scope.condition())
        .and_where(Expr::col(("agreement", "coded")).eq(true))
        .to_owned();
    let mut given = narrow(Facet::Provision, scope.day);
    given
        .and_where(Expr::col("item").eq(item))
        .and_where(Expr::col("finding").eq(<&str>::from(Finding::Yes)));
    let with =
        coded.clone().and_where(Expr::col(("agreement", "id")).in_subquery(given)).to_owned();
    let mut found = [0, 0];
    for (count, query) in found.iter_mut().zip([coded, with]) {
        let row = connection.query_one(&query).await?;
        let number: i64 = row.map_or(Ok(0), |row| row.try_get_by_index(0))?;
        *count = number.cast_unsigned();
    }
    let [all, given] = found;
    Ok((all, given))
}

/// The pairs of parties with any record in `scope`, in the order of their codes, and how many.
///
/// # Errors
/// When the database does not answer.
pub async fn pairs(
    connection: &impl ConnectionTrait,
    scope: &Scope<'_>,
) -> Result<Vec<(String, String, u64)>, DbErr> {
    let query = Sql::select()
        .column(("one", "code"))
        .column(("other", "code"))
        .expr_as(Expr::col(("one", "agreement_id")).count_distinct(), "count")
        .from_as("agreement_party", "one")
        .join_as(
            sea_orm::JoinType::InnerJoin,
            "agreement_party",
            "other",
            Expr::col(("one", "agreement_id"))
                .equals(("other", "agreement_id"))
                .and(Expr::col(("one", "code")).lt(Expr::col(("other", "code")))),
        )
        .and_where(Expr::col(("one", "agreement_id")).in_subquery(scope.ids()))
        .group_by_col(("one", "code"))
        .group_by_col(("other", "code"))
        .to_owned();
    let rows = connection.query_all(&query).await?;
    rows.iter()
        .map(|row| {
            Ok((
                row.try_get_by_index(0)?,
                row.try_get_by_index(1)?,
                row.try_get_by_index::<i64>(2)?.cast_unsigned(),
            ))
        })
        .collect()
}

/// Records in `scope` with more than two parties. There are few: a page of one State or corridor
/// looks at each of them.
///
/// # Errors
/// When the database does not answer.
pub async fn plurilateral(
    connection: &impl ConnectionTrait,
    scope: &Scope<'_>,
) -> Result<Vec<i64>, DbErr> {
    let query = Sql::select()
        .column("agreement_id")
        .from("agreement_party")
        .and_where(Expr::col("agreement_id").in_subquery(scope.ids()))
        .group_by_col("agreement_id")
        .and_having(Expr::col("code").count().gt(2))
        .to_owned();
    let rows = connection.query_all(&query).await?;
    rows.iter().map(|row| row.try_get_by_index(0)).collect()
}
