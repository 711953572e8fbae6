//! What the parties that did not record an agreement say about its sections, word by word; and where
//! each record and section stands, for lists, filters and the inbox.

use sea_orm_migration::{
    prelude::*,
    schema::{
        big_integer, big_integer_null, big_pk_auto, integer, text, text_null,
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
                    .table("confirmation")
                    .col(big_pk_auto("id"))
                    .col(big_integer("agreement_id"))
                    .col(text("section"))
                    // The party that says it.
                    .col(text("state"))
                    // confirmed, contested
                    .col(text("word"))
                    // The section as it stood in the record then, as JSON.
                    .col(text("about"))
                    // The party's own version, as JSON, where it contests.
                    .col(text_null("own"))
                    .col(text_null("reason"))
                    .col(timestamp_with_time_zone("at"))
                    // No foreign key: what somebody said stays known when the account is gone.
                    .col(big_integer_null("account_id"))
                    .col(text("author"))
                    .foreign_key(
                        ForeignKey::create()
                            .from("confirmation", "agreement_id")
                            .to("agreement", "id"),
                    )
                    .to_owned(),
            )
            .await?;
        super::create_index(manager, "confirmation", &["agreement_id"]).await?;
        super::never_changed(manager, "confirmation").await?;
        manager
            .create_table(
                Table::create()
                    .table("agreement_answer")
                    .col(big_integer("agreement_id"))
                    .col(text("state"))
                    .col(text("section"))
                    // confirmed, contested, changed_since; what is not answered has no row
                    .col(text("answer"))
                    // As known, where the events are contested: the signature in the party's version.
                    .col(text_null("signed"))
                    .foreign_key(
                        ForeignKey::create()
                            .from("agreement_answer", "agreement_id")
                            .to("agreement", "id")
                            .on_delete(ForeignKeyAction::Cascade),
                    )
                    .to_owned(),
            )
            .await?;
        super::create_index(manager, "agreement_answer", &["agreement_id"]).await?;
        super::create_index(manager, "agreement_answer", &["state", "answer"]).await?;
        for column in [
            // one_party, partly_confirmed, confirmed, contested
            text("answer").default("one_party").to_owned(),
            // Sections in which anything is recorded.
            integer("section_count").default(0).to_owned(),
        ] {
            let alter = Table::alter().table("agreement").add_column(column).to_owned();
            manager.alter_table(alter).await?;
        }
        super::create_index(manager, "agreement", &["answer"]).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .drop_index(Index::drop().name("agreement_by_answer").table("agreement").to_owned())
            .await?;
        for column in ["answer", "section_count"] {
            let alter = Table::alter().table("agreement").drop_column(column).to_owned();
            manager.alter_table(alter).await?;
        }
        super::drop_tables(manager, &["confirmation", "agreement_answer"]).await?;
        super::changeable_again(manager, "confirmation").await
    }
}
