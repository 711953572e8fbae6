//! The use cases, each on a real SQLite file and on a real PostgreSQL.

mod accounts;
mod common;
mod importing;
mod recording;
mod schema;
