//! The use cases, each on a real SQLite file and on a real PostgreSQL.

mod accounts;
mod answering;
mod backup;
mod backups_kept;
mod common;
mod due;
mod duplicates;
mod example;
mod filing;
mod filled;
mod following;
mod hearing;
mod importing;
mod inbox;
mod jobs;
mod mailing;
mod moving;
mod peer_review;
mod progress;
mod read_only;
mod recording;
mod registrations;
mod retention;
mod reviews;
mod schema;
mod sessions;
