//! Families of sets, and how each is asked of the database: one statement, a row for each value, with the
//! numbers of the records that have it as one text.

use chrono::NaiveDate;
use domain::{policy::Visible, search::Facet};
use sea_orm::{
    DatabaseBackend,
    sea_query::{Expr, ExprTrait, Query as Sql, SelectStatement},
};

use crate::store::{
    among::among,
    filter::{column_of, table_of, visible},
    words,
};

/// What a family's sets have in common: the values of one of these, each with the records that have it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Family {
    /// What somebody may see. What the policy lets be seen may change with the day.
    Seen {
        visible: Visible,
        today: NaiveDate,
    },
    /// The records with these words.
    Words(String),
    /// The values of a facet; of a provision or criterion together with what was found (`wage_prot:no`).
    Values(Facet),
    /// Each status, on one day: the periods of a record are its own, so that they make no sets.
    Status(NaiveDate),
    SignedYear,
    Decade,
    Coded,
    /// Records with more than two parties.
    Plurilateral,
}

impl Family {
    /// The family that holds the values of `facet` on `day`.
    pub fn of(facet: Facet, day: NaiveDate) -> Self {
        match facet {
            Facet::Status => Self::Status(day),
            Facet::InRegion => Self::Values(Facet::Region),
            facet => Self::Values(facet),
        }
    }

    /// Whether its values hold from a day until a day.
    pub fn has_periods(&self) -> bool {
        matches!(self, Self::Values(Facet::Provision | Facet::Criterion | Facet::Group))
    }

    /// Whether it can be asked for some records alone, for less than for all.
    pub fn can_be_asked_in_part(&self) -> bool {
        !matches!(self, Self::Words(_))
    }

    /// Asks for the sets: value, numbers, and for those with periods from and until when. With
    /// `changed` only of these records.
    pub fn select(&self, backend: DatabaseBackend, changed: Option<&[i64]>) -> SelectStatement {
        let (table, id) = self.place();
        let of_changed = changed.map(|changed| among(backend, id, changed));
        let mut select = Sql::select();
        let value = match self {
            Self::Values(facet @ (Facet::Provision | Facet::Criterion)) => {
                let column = column_of(*facet);
                select.group_by_columns([column, "finding"]);
                format!("{column} || ':' || finding")
            }
            Self::Values(facet) => grouped(&mut select, column_of(*facet)),
            Self::Status(day) => {
                select
                    .and_where(Expr::col("from_day").lte(*day))
                    .and_where(Expr::col("until_day").gt(*day));
                grouped(&mut select, column_of(Facet::Status))
            }
            Self::Decade => grouped(&mut select, "decade"),
            Self::SignedYear => {
                select
                    .and_where(Expr::col("signed_year").is_not_null())
                    .group_by_col("signed_year");
                "CAST(signed_year AS text)".to_owned()
            }
            Self::Seen { visible: seen, .. } => {
                select.cond_where(visible(seen));
                ONE.to_owned()
            }
            Self::Coded => {
                select.and_where(Expr::col("coded").eq(true));
                ONE.to_owned()
            }
            Self::Words(asked) => {
                select.and_where(words::condition(backend, asked));
                ONE.to_owned()
            }
            Self::Plurilateral => {
                let mut several = Sql::select()
                    .column(id)
                    .from(table)
                    .group_by_col(id)
                    .and_having(Expr::col("code").count().gt(2))
                    .to_owned();
                if let Some(condition) = of_changed {
                    several.and_where(condition);
                }
                return select
                    .expr(Expr::cust(ONE))
                    .expr(numbers(backend, id))
                    .from_subquery(several, "several")
                    .to_owned();
            }
        };
        select.expr(Expr::cust(value)).expr(numbers(backend, id)).from(table);
        if self.has_periods() {
            select.columns(["from_day", "until_day"]).group_by_columns(["from_day", "until_day"]);
        }
        if let Some(condition) = of_changed {
            select.and_where(condition);
        }
        select
    }

    /// The table that is asked, and its column with the number of the record.
    fn place(&self) -> (&'static str, &'static str) {
        match self {
            Self::Words(_) => ("agreement_words", "rowid"),
            Self::Values(facet) if table_of(*facet) != "agreement" => {
                (table_of(*facet), "agreement_id")
            }
            Self::Status(_) => (table_of(Facet::Status), "agreement_id"),
            Self::Plurilateral => (table_of(Facet::Party), "agreement_id"),
            Self::Values(_) | Self::Seen { .. } | Self::SignedYear | Self::Decade | Self::Coded => {
                ("agreement", "id")
            }
        }
    }
}

/// The value of a family that has only one.
const ONE: &str = "''";

/// Groups by a column; what has no value there has an empty one.
fn grouped(select: &mut SelectStatement, column: &'static str) -> String {
    select.group_by_col(column);
    format!("coalesce({column}, '')")
}

/// The numbers in a column as one text.
pub fn numbers(backend: DatabaseBackend, column: &str) -> Expr {
    Expr::cust(match backend {
        DatabaseBackend::Postgres => format!("string_agg(CAST({column} AS text), ',')"),
        _ => format!("group_concat({column})"),
    })
}
