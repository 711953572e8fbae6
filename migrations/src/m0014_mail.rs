//! Which accounts want mail, and what is to be told to them: the outbox, from which every instance of
//! the program sends, each mail once.

use sea_orm_migration::{
    prelude::*,
    schema::{
        big_integer, big_pk_auto, date_null, integer, text, text_uniq, timestamp_with_time_zone,
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
                    .table("mail_setting")
                    // An account without a row wants no mail.
                    .col(big_integer("account_id").primary_key())
                    // immediately, daily, weekly
                    .col(text("pace"))
                    .col(text("language"))
                    // Kept as it is: it stands in every mail, and all that it does is end them.
                    .col(text_uniq("stop_token"))
                    .col(timestamp_with_time_zone("chosen_at"))
                    // The day on which its deadlines were last looked at.
                    .col(date_null("looked_on"))
                    // Until then an instance is sending, or the next try waits.
                    .col(timestamp_with_time_zone_null("not_before"))
                    // Times in a row that a mail could not be sent.
                    .col(integer("tried").default(0))
                    .foreign_key(
                        ForeignKey::create()
                            .from("mail_setting", "account_id")
                            .to("account", "id")
                            .on_delete(ForeignKeyAction::Cascade),
                    )
                    .to_owned(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("notice")
                    .col(big_pk_auto("id"))
                    .col(big_integer("account_id"))
                    .col(text("kind"))
                    // agreement, entry
                    .col(text("item_kind"))
                    .col(big_integer("item_id"))
                    // A section or a kind of deadline; may be empty.
                    .col(text("detail"))
                    // What happened, apart from every other time that it happens.
                    .col(text("cause"))
                    // The day of a deadline.
                    .col(date_null("day"))
                    .col(timestamp_with_time_zone("at"))
                    // When it was told, or found to be not to be told.
                    .col(timestamp_with_time_zone_null("told_at"))
                    .foreign_key(
                        ForeignKey::create()
                            .from("notice", "account_id")
                            .to("account", "id")
                            .on_delete(ForeignKeyAction::Cascade),
                    )
                    .to_owned(),
            )
            .await?;
        super::create_index(manager, "notice", &["account_id", "told_at"]).await?;
        manager
            .get_connection()
            .execute_unprepared(
                "CREATE UNIQUE INDEX notice_once \
                 ON notice (account_id, kind, item_kind, item_id, detail, cause)",
            )
            .await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        super::drop_tables(manager, &["mail_setting", "notice"]).await
    }
}
