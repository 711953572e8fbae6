//! Who asks to take part in a meeting. What people wrote is personal: it stands here and nowhere else,
//! so that it can be erased and the counts stay.

use sea_orm_migration::{
    prelude::*,
    schema::{
        big_integer, big_pk_auto, text, text_null, timestamp_with_time_zone,
        timestamp_with_time_zone_null,
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
                    .table("registration")
                    .col(big_pk_auto("id"))
                    .col(big_integer("meeting_id"))
                    // What was written, as JSON; an empty object once it is erased.
                    .col(text("content"))
                    // In lower case; none once it is erased. No unique index: who registers twice is
                    // told nothing of the first time, and coordinators approve one of the two.
                    .col(text_null("email"))
                    // These three stay when the rest is erased.
                    .col(text_null("state"))
                    .col(text("attendance"))
                    // asked, approved, declined, withdrawn
                    .col(text("status"))
                    .col(timestamp_with_time_zone("at"))
                    .col(timestamp_with_time_zone_null("decided_at"))
                    .col(text_null("decided_by"))
                    .col(text_null("reason"))
                    // SHA-256 of the token in the address of the person's own page, in hexadecimal.
                    .col(text_null("token_hash").unique_key().take())
                    .col(timestamp_with_time_zone_null("erased_at"))
                    .foreign_key(
                        ForeignKey::create()
                            .from("registration", "meeting_id")
                            .to("entry", "id")
                            .on_delete(ForeignKeyAction::Restrict),
                    )
                    .to_owned(),
            )
            .await?;
        super::create_index(manager, "registration", &["meeting_id", "status"]).await?;
        super::create_index(manager, "registration", &["meeting_id", "email"]).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        super::drop_tables(manager, &["registration"]).await
    }
}
