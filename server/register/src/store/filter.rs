//! The one query as a condition on records. Lists, counts, coverage and comparison all take it from
//! here, with the policy's visibility in it.

use chrono::NaiveDate;
use domain::{
    policy::Visible,
    search::{Facet, Query, with_finding},
    sharing::Sharing,
};
use sea_orm::{
    DatabaseBackend,
    sea_query::{Condition, Expr, ExprTrait, Query as Sql, SelectStatement},
};

use super::words;

/// Whose record counts, at which day the status is looked at.
pub struct Scope<'a> {
    pub query: &'a Query,
    pub visible: &'a Visible,
    pub day: NaiveDate,
    pub backend: DatabaseBackend,
}

impl Scope<'_> {
    /// The condition on the table `agreement`.
    pub fn condition(&self) -> Condition {
        let query = self.query;
        let mut condition = Condition::all().add(visible(self.visible));
        if let Some(words) = words::condition(self.backend, &query.text) {
            condition = condition.add(words);
        }
        if let Some(year) = query.from_year {
            condition = condition.add(column("signed_year").gte(year));
        }
        if let Some(year) = query.to_year {
            condition = condition.add(column("signed_year").lte(year));
        }
        if query.coded {
            condition = condition.add(column("coded").eq(true));
        }
        for facet in <Facet as strum::VariantArray>::VARIANTS {
            let values: Vec<&str> = query.values(*facet).collect();
            if values.is_empty() {
                continue;
            }
            let all = facet.needs_all() || (*facet == Facet::Party && query.between);
            if all {
                for value in values {
                    condition = condition.add(self.one(*facet, vec![value]));
                }
            } else {
                condition = condition.add(self.one(*facet, values));
            }
        }
        condition
    }

    /// The ids of the records that meet the condition.
    pub fn ids(&self) -> SelectStatement {
        Sql::select()
            .column(("agreement", "id"))
            .from("agreement")
            .cond_where(self.condition())
            .to_owned()
    }

    /// The condition that a record has any of `values` in `facet`.
    fn one(&self, facet: Facet, values: Vec<&str>) -> Expr {
        match facet {
            Facet::Kind => column("kind").is_in(values),
            Facet::Mode => column("mode").is_in(values),
            Facet::Answer => column("answer").is_in(values),
            Facet::Status if values.contains(&NOT_KNOWN) => {
                let others = narrow(facet, self.day);
                let others = column("id").not_in_subquery(others);
                let known: Vec<&str> =
                    values.into_iter().filter(|value| *value != NOT_KNOWN).collect();
                if known.is_empty() { others } else { others.or(self.one(facet, known)) }
            }
            Facet::Provision | Facet::Criterion => {
                let found = values.into_iter().fold(Condition::any(), |any, value| {
                    let (what, finding) = with_finding(value);
                    let finding = match finding {
                        Some(finding) => vec![finding],
                        None => GIVEN.to_vec(),
                    };
                    any.add(
                        Expr::col(narrow_column(facet))
                            .eq(what)
                            .and(Expr::col("finding").is_in(finding)),
                    )
                });
                let mut select = narrow(facet, self.day);
                select.cond_where(found);
                column("id").in_subquery(select)
            }
            _ => {
                let mut select = narrow(facet, self.day);
                select.and_where(Expr::col(narrow_column(facet)).is_in(values));
                column("id").in_subquery(select)
            }
        }
    }
}

fn column(name: &'static str) -> Expr {
    Expr::col(("agreement", name))
}

/// What the policy lets be seen in lists and counts. A record that was merged into another is in
/// none: the other stands for both.
pub fn visible(visible: &Visible) -> Condition {
    readable(visible).add(column("merged_into").is_null())
}

/// What the policy lets be named where something leads to it, also where it was merged.
pub fn readable(visible: &Visible) -> Condition {
    let published = column("published_at").is_not_null();
    let seen = match visible {
        Visible::Published => Condition::all().add(published),
        Visible::PublishedAndOf(state) => Condition::any()
            .add(published)
            .add(column("recorded_by").eq(state.as_str()))
            .add(shared(Sharing::Parties).and(column("id").in_subquery(of_party(state)))),
        Visible::PublishedAndOfNetwork => {
            Condition::any().add(published).add(shared(Sharing::Network))
        }
    };
    // Drafts that were put away are in no list.
    Condition::all().add(seen).add(column("discarded_at").is_null())
}

/// That a record is shared so, or more widely.
pub fn shared(with: Sharing) -> Expr {
    column("shared_with").is_in(with.and_wider())
}

/// The numbers of the records of which a State is a party.
pub fn of_party(state: &str) -> SelectStatement {
    Sql::select()
        .column("agreement_id")
        .from("agreement_party")
        .and_where(Expr::col("code").eq(state))
        .to_owned()
}

/// The column of a facet's narrow table that holds its values.
pub fn narrow_column(facet: Facet) -> &'static str {
    match facet {
        Facet::Status => "status",
        Facet::Kind => "kind",
        Facet::Mode => "mode",
        Facet::Answer => "answer",
        Facet::Branch => "branch",
        Facet::Provision => "item",
        Facet::Criterion => "criterion",
        Facet::Objective => "number",
        Facet::Sector | Facet::Party => "code",
        Facet::Commission => "commission",
        Facet::Group => "membership",
        Facet::Region | Facet::InRegion => "region",
        Facet::Role => "role",
    }
}

/// The status of what has no status period on a day.
pub const NOT_KNOWN: &str = "not_known";

/// Findings of what a text gives.
pub const GIVEN: [&str; 2] = ["yes", "partly"];

/// The ids in a facet's narrow table, at the day where it has days.
pub fn narrow(facet: Facet, day: NaiveDate) -> SelectStatement {
    let table = match facet {
        Facet::Status => "agreement_status",
        Facet::Branch => "agreement_branch",
        Facet::Provision => "agreement_finding",
        Facet::Criterion => "agreement_criterion",
        Facet::Objective => "agreement_objective",
        Facet::Sector => "agreement_sector",
        Facet::Commission => "agreement_commission",
        Facet::Group => "agreement_group",
        Facet::Region | Facet::InRegion | Facet::Role | Facet::Party => "agreement_party",
        Facet::Kind | Facet::Mode | Facet::Answer => "agreement",
    };
    let mut select = Sql::select().column("agreement_id").from(table).to_owned();
    if matches!(facet, Facet::Status | Facet::Provision | Facet::Criterion | Facet::Group) {
        select.and_where(Expr::col("from_day").lte(day)).and_where(Expr::col("until_day").gt(day));
    }
    select
}
