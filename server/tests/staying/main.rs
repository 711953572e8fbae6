//! The real program, and that it stays up: killed, stopped, slowed and filled up, it loses nothing that
//! it acknowledged.

// Pages are types within types; see the same line in `app`.
#![recursion_limit = "512"]

mod browser;
mod crowds;
mod database_away;
mod disk_full;
mod ground;
mod killed;
mod nginx;
mod program;
mod proxy;
mod two_programs;
mod waiting;
mod writers;
