//! The address at which an account's calendar of deadlines is read. Like a session's token, it is
//! kept as a hash.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, text_uniq, timestamp_with_time_zone},
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
                    .table("calendar_token")
                    // One for each account.
                    .col(big_integer("account_id").primary_key())
                    // SHA-256 of the token in the address, in hexadecimal.
                    .col(text_uniq("token_hash"))
                    .col(timestamp_with_time_zone("created_at"))
                    .foreign_key(
                        ForeignKey::create()
                            .from("calendar_token", "account_id")
                            .to("account", "id")
                            .on_delete(ForeignKeyAction::Cascade),
                    )
                    .to_owned(),
            )
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        super::drop_tables(manager, &["calendar_token"]).await
    }
}
