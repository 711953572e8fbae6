//! Orders in which the records stand.

use domain::search::Sort;
use sea_orm::{
    DatabaseBackend, DbErr, QueryResult,
    sea_query::{Expr, ExprTrait, NullOrdering, Order as Direction, Query as Sql, SelectStatement},
};

use super::{family::numbers, table::parsed};

/// In which order the numbers of the records stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    Sorted(Sort),
    /// By the codes of the parties, then the year of signature: the same in every language. Only of what
    /// is published.
    Corridors,
}

impl Order {
    /// Asks for the numbers in this order, as one text.
    pub fn select(self, backend: DatabaseBackend) -> SelectStatement {
        let mut ordered = Sql::select().column("id").from("agreement").to_owned();
        match self {
            Self::Sorted(sort) => {
                let (column, direction) = match sort {
                    Sort::Newest => ("signed", Direction::Desc),
                    Sort::Oldest => ("signed", Direction::Asc),
                    Sort::Title => ("title_key", Direction::Asc),
                    Sort::Changed => ("changed_at", Direction::Desc),
                };
                ordered
                    .order_by_with_nulls(column, direction, NullOrdering::Last)
                    .order_by("id", Direction::Desc);
            }
            Self::Corridors => {
                ordered
                    // As the index has it that is read for this.
                    .and_where(Expr::col("published_at").is_not_null())
                    .and_where(Expr::col("discarded_at").is_null())
                    .and_where(Expr::col("merged_into").is_null())
                    .order_by("party_key", Direction::Asc)
                    .order_by_with_nulls("signed_year", Direction::Asc, NullOrdering::First)
                    .order_by("id", Direction::Asc);
            }
        }
        Sql::select().expr(numbers(backend, "id")).from_subquery(ordered, "ordered").to_owned()
    }

    /// Reads what was asked for.
    pub fn read(row: Option<QueryResult>) -> Result<Vec<u32>, DbErr> {
        let numbers: Option<String> = match row {
            Some(row) => row.try_get_by_index(0)?,
            None => None,
        };
        parsed(&numbers.unwrap_or_default())
    }
}
