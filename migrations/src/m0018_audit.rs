//! The log of changes: a line for each, with the hash of the line before it. What was there before is
//! put into it by the program, which knows how to calculate the hashes.

use sea_orm_migration::{
    prelude::*,
    schema::{
        big_integer, big_integer_null, integer_null, text, text_null, text_uniq,
        timestamp_with_time_zone,
    },
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
                    .table("audit")
                    // Given by the program: a sequence of the database leaves gaps.
                    .col(big_integer("id").primary_key())
                    .col(timestamp_with_time_zone("at"))
                    // No foreign key: what somebody did stays known when the account is gone.
                    .col(big_integer_null("account_id"))
                    .col(text("author"))
                    .col(text("act"))
                    // agreement, entry, account, frozen
                    .col(text("subject_kind"))
                    .col(big_integer_null("subject_id"))
                    // The revision that was written with it.
                    .col(integer_null("version"))
                    // The section, the number of the other record, the role.
                    .col(text_null("detail"))
                    // SHA-256 of what was written, in hexadecimal.
                    .col(text_null("content_hash"))
                    .col(text_null("reason"))
                    .col(text_null("request_id"))
                    // Unique, so that no two lines follow the same one: the database refuses a fork.
                    .col(text_uniq("previous_hash"))
                    .col(text_uniq("hash"))
                    .to_owned(),
            )
            .await?;
        // A revision stands in it once.
        manager
            .create_index(
                Index::create()
                    .name("audit_by_subject_kind_subject_id_version")
                    .table("audit")
                    .col("subject_kind")
                    .col("subject_id")
                    .col("version")
                    .unique()
                    .to_owned(),
            )
            .await?;
        super::create_index(manager, "audit", &["account_id"]).await?;
        super::create_index(manager, "audit", &["at"]).await?;
        super::never_changed(manager, "audit").await?;
        // What those triggers are not asked about: emptying the table, putting a row in another's place.
        let statement = match manager.get_database_backend() {
            sea_orm::DatabaseBackend::Postgres => {
                "CREATE TRIGGER audit_stays_whole BEFORE TRUNCATE ON audit \
                 FOR EACH STATEMENT EXECUTE FUNCTION audit_stays()"
            }
            _ => {
                "CREATE TRIGGER audit_stays_REPLACE BEFORE INSERT ON audit \
                 WHEN EXISTS (SELECT 1 FROM audit WHERE id = NEW.id OR hash = NEW.hash \
                 OR previous_hash = NEW.previous_hash OR (subject_kind = NEW.subject_kind \
                 AND subject_id = NEW.subject_id AND version = NEW.version)) \
                 BEGIN SELECT RAISE(ABORT, 'a line of the log is never changed'); END"
            }
        };
        manager.get_connection().execute_unprepared(statement).await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        super::drop_tables(manager, &["audit"]).await?;
        super::changeable_again(manager, "audit").await
    }
}
