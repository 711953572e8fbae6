//! The program `corridor`: configuration, router, sessions, form posts, command line.

// Pages are types within types; see the same line in `app`.
#![recursion_limit = "512"]

mod accounts;
mod admission;
mod answers;
mod calendar;
mod commands;
mod cookies;
#[cfg(test)]
mod documents;
mod door;
mod forms;
mod generating;
mod handlers;
mod headers;
mod heartbeat;
mod keeping;
mod kept_pages;
mod language;
mod listening;
mod mailing;
mod packed;
mod papers;
mod publishing;
#[cfg(test)]
mod read_only;
mod router;
#[cfg(test)]
mod routes;
#[cfg(test)]
mod second_factor;
mod serving;
mod settings;
mod site;
mod telling;
mod verifying;
mod visitor;
mod working;

use std::process::ExitCode;

use mimalloc::MiMalloc;

#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        // Rendering one page must not hold up the others, also on a machine of one core.
        .worker_threads(std::thread::available_parallelism().map_or(2, usize::from).max(2))
        .enable_all()
        .build();
    match runtime {
        Ok(runtime) => runtime.block_on(commands::run()),
        Err(error) => {
            eprintln!("corridor: the machine gives no threads: {error}");
            ExitCode::FAILURE
        }
    }
}
