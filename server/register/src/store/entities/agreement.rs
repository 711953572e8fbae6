//! The records as they are now.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "agreement")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub version: i32,
    /// The whole record as JSON.
    pub content: String,
    pub recorded_by: Option<String>,
    pub published_at: Option<DateTimeUtc>,
    /// Who sees it while it is not published.
    pub shared_with: String,
    /// The day with which it is published.
    pub public_from: Option<Date>,
    /// It came from a public source, whoever has taken it over.
    pub from_source: bool,
    /// When the draft was put away; it can be taken out again.
    pub discarded_at: Option<DateTimeUtc>,
    pub created_at: DateTimeUtc,
    pub changed_at: DateTimeUtc,
    // What lists show and sort by, taken out of the content at each save.
    pub title: String,
    pub title_key: String,
    pub title_language: Option<String>,
    pub title_ru: Option<String>,
    pub kind: Option<String>,
    pub signed: Option<String>,
    pub signed_year: Option<i32>,
    pub decade: Option<String>,
    pub coded: bool,
    pub mode: Option<String>,
    pub criteria_met: Option<i32>,
    /// Where it stands with the parties that did not record it.
    pub answer: String,
    /// Sections in which anything is recorded.
    pub section_count: i32,
    /// The record that this one was merged into, while it is.
    pub merged_into: Option<i64>,
    /// What it has in common with the records of the same parties.
    pub party_key: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
