//! Which accounts want mail: how often, and in which language.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "mail_setting")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub account_id: i64,
    pub pace: String,
    pub language: String,
    /// Ends the mails without signing in.
    pub stop_token: String,
    pub chosen_at: DateTimeUtc,
    /// The day on which its deadlines were last looked at.
    pub looked_on: Option<Date>,
    /// Until then an instance is sending, or the next try waits.
    pub not_before: Option<DateTimeUtc>,
    /// Times in a row that a mail could not be sent.
    pub tried: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
