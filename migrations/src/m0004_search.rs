//! The words of each record: FTS5 on SQLite, a tsvector on PostgreSQL. The text is folded before it
//! is written (lower case, no diacritics), so that both find the same.

use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let connection = manager.get_connection();
        match manager.get_database_backend() {
            sea_orm::DatabaseBackend::Postgres => {
                connection
                    .execute_unprepared(
                        "CREATE TABLE agreement_words (\
                            rowid bigint PRIMARY KEY REFERENCES agreement (id) ON DELETE CASCADE, \
                            words text NOT NULL, \
                            vector tsvector GENERATED ALWAYS AS (to_tsvector('simple', words)) STORED); \
                         CREATE INDEX agreement_words_by_vector ON agreement_words USING gin (vector);",
                    )
                    .await?;
            }
            _ => {
                connection
                    .execute_unprepared(
                        "CREATE VIRTUAL TABLE agreement_words USING fts5 \
                         (words, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3')",
                    )
                    .await?;
            }
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        super::drop_tables(manager, &["agreement_words"]).await
    }
}
