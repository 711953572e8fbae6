//! Agreements and their revisions. The record itself is one JSON text, whole, as it is saved and as
//! each revision keeps it; the columns beside it are what lists show and sort by.

use sea_orm_migration::{
    prelude::*,
    schema::{
        big_integer, big_integer_null, big_pk_auto, boolean, integer, integer_null, text,
        text_null, timestamp_with_time_zone, timestamp_with_time_zone_null,
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
                    .table("agreement")
                    .col(big_pk_auto("id"))
                    // Counts the revisions; every write carries the version it was made from.
                    .col(integer("version"))
                    .col(text("content"))
                    // The State that records it; none for a record from a public source.
                    .col(text_null("recorded_by"))
                    .col(timestamp_with_time_zone_null("published_at"))
                    .col(timestamp_with_time_zone("created_at"))
                    .col(timestamp_with_time_zone("changed_at"))
                    .col(text("title"))
                    .col(text_null("kind"))
                    // As known (YYYY, YYYY-MM, YYYY-MM-DD), which also sorts.
                    .col(text_null("signed"))
                    .col(integer_null("signed_year"))
                    .col(text_null("decade"))
                    .col(boolean("coded"))
                    .col(text_null("mode"))
                    // Criteria met, of 20; none where it is not coded.
                    .col(integer_null("criteria_met"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("revision")
                    .col(big_integer("agreement_id"))
                    .col(integer("version"))
                    .col(text("content"))
                    .col(boolean("published"))
                    .col(timestamp_with_time_zone("at"))
                    // No foreign key: what somebody did stays known when the account is gone.
                    .col(big_integer_null("account_id"))
                    .col(text("author"))
                    // What was done: recorded, section saved, published, withdrawn, imported.
                    .col(text("act"))
                    .col(text_null("section"))
                    .col(text_null("reason"))
                    .primary_key(Index::create().col("agreement_id").col("version"))
                    .foreign_key(
                        ForeignKey::create().from("revision", "agreement_id").to("agreement", "id"),
                    )
                    .to_owned(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("origin")
                    // Where an imported record came from, so that an import is safe to run twice.
                    .col(text("source"))
                    .col(text("key"))
                    .col(big_integer("agreement_id"))
                    .primary_key(Index::create().col("source").col("key"))
                    .foreign_key(
                        ForeignKey::create().from("origin", "agreement_id").to("agreement", "id"),
                    )
                    .to_owned(),
            )
            .await?;
        // A revision is never changed nor taken away.
        let connection = manager.get_connection();
        match manager.get_database_backend() {
            sea_orm::DatabaseBackend::Postgres => {
                connection
                    .execute_unprepared(
                        "CREATE FUNCTION revision_stays() RETURNS trigger LANGUAGE plpgsql AS \
                         $$ BEGIN RAISE EXCEPTION 'a revision is never changed'; END $$; \
                         CREATE TRIGGER revision_stays BEFORE UPDATE OR DELETE ON revision \
                         FOR EACH ROW EXECUTE FUNCTION revision_stays();",
                    )
                    .await?;
            }
            _ => {
                for what in ["UPDATE", "DELETE"] {
                    connection
                        .execute_unprepared(&format!(
                            "CREATE TRIGGER revision_stays_{what} BEFORE {what} ON revision \
                             BEGIN SELECT RAISE(ABORT, 'a revision is never changed'); END"
                        ))
                        .await?;
                }
            }
        }
        super::create_index(manager, "agreement", &["signed"]).await?;
        super::create_index(manager, "agreement", &["title"]).await?;
        super::create_index(manager, "agreement", &["changed_at"]).await?;
        super::create_index(manager, "agreement", &["kind"]).await?;
        super::create_index(manager, "agreement", &["signed_year"]).await?;
        super::create_index(manager, "agreement", &["recorded_by"]).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        super::drop_tables(manager, &["agreement", "revision", "origin"]).await?;
        if manager.get_database_backend() == sea_orm::DatabaseBackend::Postgres {
            manager.get_connection().execute_unprepared("DROP FUNCTION revision_stays").await?;
        }
        Ok(())
    }
}
