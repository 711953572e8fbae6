//! What parties said about sections of records. The database refuses to change it.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "confirmation")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub agreement_id: i64,
    pub section: String,
    pub state: String,
    pub word: String,
    pub about: String,
    pub own: Option<String>,
    pub reason: Option<String>,
    pub at: DateTimeUtc,
    pub account_id: Option<i64>,
    pub author: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
