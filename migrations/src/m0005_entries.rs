//! The entries of the follow-up (meetings, statements, recommendations, commitments, deliverables)
//! and their revisions, kept as agreements are: the whole content as one JSON text, and beside it
//! what lists show and ask for.

use sea_orm_migration::{
    prelude::*,
    schema::{
        big_integer, big_integer_null, big_pk_auto, boolean, date_null, integer, integer_null,
        text, text_null, timestamp_with_time_zone, timestamp_with_time_zone_null,
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
                    .table("entry")
                    .col(big_pk_auto("id"))
                    .col(text("kind"))
                    // Names an entry of the starter data, also in its address.
                    .col(text_null("key").unique_key())
                    // The State; none for the Network.
                    .col(text_null("owner"))
                    // The Network wrote it for the State, which has not confirmed it.
                    .col(boolean("recorded_for"))
                    // What it came from: a statement, a recommendation.
                    .col(big_integer_null("parent_id"))
                    .col(big_integer_null("meeting_id"))
                    // The number of the meeting's guiding question, from 1.
                    .col(integer_null("question"))
                    .col(integer("version"))
                    .col(text("content"))
                    .col(text("title"))
                    .col(text_null("status"))
                    // As known (YYYY, YYYY-MM, YYYY-MM-DD), and the last day that it may mean.
                    .col(text_null("due"))
                    .col(date_null("due_day"))
                    .col(timestamp_with_time_zone_null("published_at"))
                    .col(timestamp_with_time_zone("created_at"))
                    .col(timestamp_with_time_zone("changed_at"))
                    .foreign_key(ForeignKey::create().from("entry", "parent_id").to("entry", "id"))
                    .foreign_key(ForeignKey::create().from("entry", "meeting_id").to("entry", "id"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("entry_revision")
                    .col(big_integer("entry_id"))
                    .col(integer("version"))
                    .col(text("content"))
                    .col(boolean("published"))
                    .col(timestamp_with_time_zone("at"))
                    // No foreign key: what somebody did stays known when the account is gone.
                    .col(big_integer_null("account_id"))
                    .col(text("author"))
                    .col(text("act"))
                    .col(text_null("form"))
                    .col(text_null("reason"))
                    .primary_key(Index::create().col("entry_id").col("version"))
                    .foreign_key(
                        ForeignKey::create().from("entry_revision", "entry_id").to("entry", "id"),
                    )
                    .to_owned(),
            )
            .await?;
        super::never_changed(manager, "entry_revision").await?;
        manager
            .create_table(
                Table::create()
                    .table("entry_target")
                    .col(big_integer("entry_id"))
                    // An agreement, a corridor, an objective, a provision, a State.
                    .col(text("kind"))
                    .col(text("code"))
                    .primary_key(Index::create().col("entry_id").col("kind").col("code"))
                    .foreign_key(
                        ForeignKey::create()
                            .from("entry_target", "entry_id")
                            .to("entry", "id")
                            .on_delete(ForeignKeyAction::Cascade),
                    )
                    .to_owned(),
            )
            .await?;
        super::create_index(manager, "entry", &["kind", "owner"]).await?;
        super::create_index(manager, "entry", &["kind", "due_day"]).await?;
        super::create_index(manager, "entry", &["kind", "changed_at"]).await?;
        super::create_index(manager, "entry", &["parent_id"]).await?;
        super::create_index(manager, "entry", &["meeting_id", "kind"]).await?;
        super::create_index(manager, "entry_target", &["kind", "code"]).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        super::drop_tables(manager, &["entry", "entry_revision", "entry_target"]).await?;
        super::changeable_again(manager, "entry_revision").await
    }
}
