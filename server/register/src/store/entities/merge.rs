//! Which record was merged into which, and when that was undone.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "merge")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub kept_id: i64,
    pub merged_id: i64,
    pub at: DateTimeUtc,
    pub account_id: Option<i64>,
    pub author: String,
    pub reason: String,
    pub undone_at: Option<DateTimeUtc>,
    pub undone_by: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
