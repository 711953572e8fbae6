//! Whole snapshots of the records, one for each save. The database refuses to change them.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "revision")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub agreement_id: i64,
    #[sea_orm(primary_key, auto_increment = false)]
    pub version: i32,
    pub content: String,
    pub published: bool,
    /// Who saw it besides, where it was not.
    pub shared_with: String,
    pub at: DateTimeUtc,
    pub account_id: Option<i64>,
    pub author: String,
    pub act: String,
    pub section: Option<String>,
    pub reason: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
