//! The register frozen on a day: which records, in which revision, and a hash of them, which a
//! published dossier or report cites. And that a State has one dossier for a review.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer_null, big_pk_auto, date, text, text_uniq, timestamp_with_time_zone},
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                Table::create()
                    .table("frozen")
                    .col(big_pk_auto("id"))
                    // The day on which the records are looked at.
                    .col(date("day"))
                    // The records' numbers and versions as JSON, in the order of the numbers.
                    .col(text("records"))
                    // SHA-256 of the day and of every record's number, version and content.
                    .col(text_uniq("hash"))
                    .col(timestamp_with_time_zone("at"))
                    .col(big_integer_null("account_id"))
                    .col(text("author"))
                    .to_owned(),
            )
            .await?;
        super::never_changed(manager, "frozen").await?;
        manager
            .get_connection()
            .execute_unprepared(
                "CREATE UNIQUE INDEX entry_one_dossier ON entry (owner, parent_id) \
                 WHERE kind = 'dossier'",
            )
            .await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .drop_index(Index::drop().name("entry_one_dossier").table("entry").to_owned())
            .await?;
        super::drop_tables(manager, &["frozen"]).await?;
        super::changeable_again(manager, "frozen").await
    }
}
