//! The second factor: its secret, the secret that waits for its first code, recovery codes, and sign-ins
//! that are half done.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, text, timestamp_with_time_zone, timestamp_with_time_zone_null},
};

#[derive(DeriveMigrationName)]
pub struct Migration;

/// Each row is an account's, and goes with it.
fn of_account(table: &'static str) -> ForeignKeyCreateStatement {
    ForeignKey::create()
        .from(table, "account_id")
        .to("account", "id")
        .on_delete(ForeignKeyAction::Cascade)
        .to_owned()
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                Table::create()
                    .table("second_factor")
                    // One for each account.
                    .col(big_integer("account_id").primary_key())
                    // In base32, as apps take it. The program has to know it to compare codes.
                    .col(text("secret"))
                    // The half minute, counted from 1970, whose code was taken last: no code of it or of
                    // an earlier one is taken again.
                    .col(big_integer("last_step"))
                    .col(timestamp_with_time_zone("created_at"))
                    .foreign_key(&mut of_account("second_factor"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("offered_secret")
                    .col(big_integer("account_id").primary_key())
                    .col(text("secret"))
                    .col(timestamp_with_time_zone("created_at"))
                    .foreign_key(&mut of_account("offered_secret"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("recovery_code")
                    .col(big_integer("account_id"))
                    // SHA-256 of the code, in hexadecimal.
                    .col(text("code_hash"))
                    .col(timestamp_with_time_zone_null("used_at"))
                    .primary_key(Index::create().col("account_id").col("code_hash"))
                    .foreign_key(&mut of_account("recovery_code"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("half_session")
                    // SHA-256 of the token that the browser holds, in hexadecimal.
                    .col(text("token_hash").primary_key())
                    .col(big_integer("account_id"))
                    .col(timestamp_with_time_zone("expires_at"))
                    .foreign_key(&mut of_account("half_session"))
                    .to_owned(),
            )
            .await?;
        super::create_index(manager, "half_session", &["account_id"]).await?;
        // Who has to have a second factor from now on sets it up at the next sign-in, which is now.
        let of_network = Query::select()
            .column("id")
            .from("account")
            .and_where(Expr::col("role").is_in(["coordinator", "administrator"]))
            .to_owned();
        let sign_out = Query::delete()
            .from_table("session")
            .and_where(Expr::col("account_id").in_subquery(of_network))
            .to_owned();
        manager.execute(sign_out).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let tables = &["second_factor", "offered_secret", "recovery_code", "half_session"];
        super::drop_tables(manager, tables).await
    }
}
