//! The entries of the follow-up as they are now.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "entry")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub kind: String,
    pub key: Option<String>,
    /// The State; none for the Network.
    pub owner: Option<String>,
    /// The Network wrote it for the State, which has not confirmed it.
    pub recorded_for: bool,
    pub parent_id: Option<i64>,
    pub meeting_id: Option<i64>,
    pub question: Option<i32>,
    pub version: i32,
    /// The whole content as JSON.
    pub content: String,
    // What lists show and ask for, taken out of the content at each save.
    pub title: String,
    pub status: Option<String>,
    /// Where it is on its way, for what is filed with the Network.
    pub stage: Option<String>,
    pub due: Option<String>,
    pub due_day: Option<Date>,
    pub published_at: Option<DateTimeUtc>,
    pub created_at: DateTimeUtc,
    pub changed_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
