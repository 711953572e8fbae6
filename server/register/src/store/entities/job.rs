//! Long work that somebody asked for. What came of it is in [`super::job_file`].

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "job")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub kind: String,
    pub subject_id: i64,
    pub language: String,
    /// None for what is provisional.
    pub frozen_id: Option<i64>,
    /// A hash of all that goes into it.
    pub basis: Option<String>,
    pub asked_by: Option<i64>,
    pub asked_at: DateTimeUtc,
    pub state: String,
    pub done_steps: i32,
    pub all_steps: i32,
    /// How often it was begun.
    pub tries: i32,
    /// Drawn anew each time it is taken up.
    pub claim: Option<String>,
    pub lease_until: Option<DateTimeUtc>,
    pub ended_at: Option<DateTimeUtc>,
    pub failure: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
