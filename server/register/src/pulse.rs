//! Whether the database answers, asked on a connection of its own: that all others are at work is no sign
//! that it does not.

use migrations::DbErr;
use sea_orm::{ConnectionTrait, DatabaseConnection};

use crate::store;

/// A connection over which nothing is asked but whether there is an answer.
#[derive(Debug)]
pub struct Pulse(DatabaseConnection);

impl Pulse {
    /// Connects to the database at `url`.
    ///
    /// # Errors
    /// When it can't be reached or opened.
    pub async fn open(url: &str) -> Result<Self, DbErr> {
        Ok(Self(store::connect(url, 1, true).await?))
    }

    /// Asks a question that takes no work.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn ask(&self) -> Result<(), DbErr> {
        self.0.execute_unprepared("SELECT 1").await?;
        Ok(())
    }
}
