//! Records that mean one agreement: which was merged into which, and what somebody said are two. The
//! merged record stays as it is; a merge is undone by dating its end.

use sea_orm_migration::{
    prelude::*,
    schema::{
        big_integer, big_integer_null, big_pk_auto, text, text_null, timestamp_with_time_zone,
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
                    .table("merge")
                    .col(big_pk_auto("id"))
                    .col(big_integer("kept_id"))
                    .col(big_integer("merged_id"))
                    .col(timestamp_with_time_zone("at"))
                    // No foreign key: what somebody did stays known when the account is gone.
                    .col(big_integer_null("account_id"))
                    .col(text("author"))
                    .col(text("reason"))
                    .col(timestamp_with_time_zone_null("undone_at"))
                    .col(text_null("undone_by"))
                    .foreign_key(
                        ForeignKey::create().from("merge", "kept_id").to("agreement", "id"),
                    )
                    .foreign_key(
                        ForeignKey::create().from("merge", "merged_id").to("agreement", "id"),
                    )
                    .to_owned(),
            )
            .await?;
        super::create_index(manager, "merge", &["kept_id"]).await?;
        super::create_index(manager, "merge", &["merged_id"]).await?;
        manager
            .create_table(
                Table::create()
                    .table("not_duplicate")
                    // The lower number first.
                    .col(big_integer("a_id"))
                    .col(big_integer("b_id"))
                    .col(timestamp_with_time_zone("at"))
                    .col(big_integer_null("account_id"))
                    .col(text("author"))
                    .primary_key(Index::create().col("a_id").col("b_id"))
                    .foreign_key(
                        ForeignKey::create().from("not_duplicate", "a_id").to("agreement", "id"),
                    )
                    .foreign_key(
                        ForeignKey::create().from("not_duplicate", "b_id").to("agreement", "id"),
                    )
                    .to_owned(),
            )
            .await?;
        for column in [
            // The record that this one was merged into, while it is.
            big_integer_null("merged_into"),
            // The codes of all parties in their order: records of the same parties have the same.
            text("party_key").default("").to_owned(),
        ] {
            let alter = Table::alter().table("agreement").add_column(column).to_owned();
            manager.alter_table(alter).await?;
        }
        super::create_index(manager, "agreement", &["merged_into"]).await?;
        super::create_index(manager, "agreement", &["party_key"]).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in ["merged_into", "party_key"] {
            let index = format!("agreement_by_{column}");
            manager.drop_index(Index::drop().name(index).table("agreement").to_owned()).await?;
            let alter = Table::alter().table("agreement").drop_column(column).to_owned();
            manager.alter_table(alter).await?;
        }
        super::drop_tables(manager, &["merge", "not_duplicate"]).await
    }
}
