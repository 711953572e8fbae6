//! What the policy lets be seen, as a condition on records; and where the values of a facet stand. The
//! one query is put together of these in [`super::sets`].

use domain::{policy::Visible, search::Facet, sharing::Sharing};
use sea_orm::sea_query::{Condition, Expr, ExprTrait, Query as Sql, SelectStatement};

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

/// The column that holds the values of a facet.
pub fn column_of(facet: Facet) -> &'static str {
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

/// The table with that column: a narrow one, or the records' own.
pub fn table_of(facet: Facet) -> &'static str {
    match facet {
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
    }
}
