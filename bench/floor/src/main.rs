//! The floor of `make bench`: the same axum, serving pages that were saved before from memory. What the
//! register needs above this is its own.
//!
//! `floor ADDRESS FILE...` serves the files, compressed as they are, at `/0`, `/1` and so on.

use std::{error::Error, fs};

use axum::{
    Router,
    body::Bytes,
    extract::{Path, State},
    http::{StatusCode, header},
    response::{IntoResponse, Response},
    routing::get,
};
use tokio::net::TcpListener;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let address = arguments.next().ok_or("say on which address, then which files")?;
    let pages: Vec<Bytes> =
        arguments.map(|file| fs::read(file).map(Bytes::from)).collect::<Result<_, _>>()?;
    let router = Router::new().route("/{number}", get(page)).with_state(pages);
    // As many threads as the program has.
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(std::thread::available_parallelism().map_or(2, usize::from).max(2))
        .enable_all()
        .build()?;
    runtime.block_on(async {
        let listener = TcpListener::bind(address).await?;
        axum::serve(listener, router).await?;
        Ok(())
    })
}

async fn page(State(pages): State<Vec<Bytes>>, Path(number): Path<usize>) -> Response {
    let head =
        [(header::CONTENT_TYPE, "text/html; charset=utf-8"), (header::CONTENT_ENCODING, "gzip")];
    match pages.get(number) {
        Some(page) => (head, page.clone()).into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}
