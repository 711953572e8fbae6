//! What lists need besides: a title's language, its Russian version and its place in the alphabet; an
//! event's date as known; whether a record came from a public source; drafts that were put away.

use sea_orm_migration::{
    prelude::*,
    schema::{boolean, text, text_null, timestamp_with_time_zone_null},
};

#[derive(DeriveMigrationName)]
pub struct Migration;

const COLUMNS: [&str; 5] =
    ["title_key", "title_language", "title_ru", "from_source", "discarded_at"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in [
            // Folded, without what stands before the first letter or figure.
            text("title_key").default("").to_owned(),
            text_null("title_language"),
            text_null("title_ru"),
            boolean("from_source").default(false).to_owned(),
            timestamp_with_time_zone_null("discarded_at"),
        ] {
            let alter = Table::alter().table("agreement").add_column(column).to_owned();
            manager.alter_table(alter).await?;
        }
        // As known: YYYY, YYYY-MM, YYYY-MM-DD.
        let known = text("known").default("").to_owned();
        let alter = Table::alter().table("agreement_event").add_column(known).to_owned();
        manager.alter_table(alter).await?;
        let imported = Query::select().column("agreement_id").from("origin").to_owned();
        let update = Query::update()
            .table("agreement")
            .value("from_source", true)
            .and_where(Expr::col("id").in_subquery(imported))
            .to_owned();
        manager.execute(update).await?;
        super::create_index(manager, "agreement", &["title_key"]).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .drop_index(Index::drop().name("agreement_by_title_key").table("agreement").to_owned())
            .await?;
        for column in COLUMNS {
            let alter = Table::alter().table("agreement").drop_column(column).to_owned();
            manager.alter_table(alter).await?;
        }
        let alter = Table::alter().table("agreement_event").drop_column("known").to_owned();
        manager.alter_table(alter).await
    }
}
