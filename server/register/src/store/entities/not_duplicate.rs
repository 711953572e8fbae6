//! Pairs of records that somebody said are two agreements; the lower number stands first.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "not_duplicate")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub a_id: i64,
    #[sea_orm(primary_key, auto_increment = false)]
    pub b_id: i64,
    pub at: DateTimeUtc,
    pub account_id: Option<i64>,
    pub author: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
