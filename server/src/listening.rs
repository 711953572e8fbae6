//! Connections: as many as the machine bears. One that sends the head of its request too slowly, or takes
//! no answer, is closed, so that nobody holds a place for nothing.
//!
//! `axum::serve` has none of these limits, so that the few lines between the socket and hyper are here.

use std::{io, net::SocketAddr, pin::pin, sync::Arc, time::Duration};

use axum::{
    Router,
    body::Body,
    extract::{ConnectInfo, Request},
    http::{StatusCode, header},
    response::IntoResponse,
};
use futures::FutureExt;
use hyper::{body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::{
    net::{TcpListener, TcpStream},
    sync::{OwnedSemaphorePermit, Semaphore, watch},
    time::{sleep, timeout},
};
use tokio_io_timeout::TimeoutStream;
use tower::ServiceExt;

/// Connections that are served at once.
const CONNECTIONS: u32 = 800;
/// Connections beyond those that are told at once to come again; the rest is closed without a word.
const TURNED_AWAY: usize = 100;
/// How long the head of a request may take, and a connection rest between two requests.
const HEAD: Duration = Duration::from_secs(15);
/// How long it may take until the other side takes anything more of an answer.
const WRITING: Duration = Duration::from_secs(30);
/// How long requests that are under way are waited for at the end.
const ENDING: Duration = Duration::from_secs(25);
/// How long to wait when the machine gives no more connections.
const OUT_OF_CONNECTIONS: Duration = Duration::from_millis(200);

/// Serves until it is told to stop; then lets what is under way come to its end, for a while.
pub async fn serve(listener: TcpListener, router: Router, told_to_stop: impl Future<Output = ()>) {
    let house = House::new(router);
    let mut told_to_stop = pin!(told_to_stop);
    loop {
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            () = &mut told_to_stop => break,
        };
        match accepted {
            Ok((stream, peer)) => house.receive(stream, peer),
            Err(error) if is_of_one_connection(&error) => {}
            Err(error) => {
                tracing::error!(%error, "no connection can be taken");
                sleep(OUT_OF_CONNECTIONS).await;
            }
        }
    }
    // Whoever has connected already is served: the machine answered them in this program's name.
    while let Some(Ok((stream, peer))) = listener.accept().now_or_never() {
        house.receive(stream, peer);
    }
    drop(listener);
    house.end().await;
}

/// Whether whoever connected has only gone away again.
fn is_of_one_connection(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::ConnectionRefused
            | io::ErrorKind::ConnectionAborted
            | io::ErrorKind::ConnectionReset
    )
}

/// What connections come into.
struct House {
    router: Router,
    full: Router,
    places: Arc<Semaphore>,
    waiting: Arc<Semaphore>,
    ending: watch::Sender<bool>,
}

impl House {
    fn new(router: Router) -> Self {
        Self {
            router,
            full: Router::new().fallback(full),
            places: Arc::new(Semaphore::new(CONNECTIONS as usize)),
            waiting: Arc::new(Semaphore::new(TURNED_AWAY)),
            ending: watch::Sender::new(false),
        }
    }

    fn receive(&self, stream: TcpStream, peer: SocketAddr) {
        let place = |places: &Arc<Semaphore>| Arc::clone(places).try_acquire_owned().ok();
        let (router, place) = match place(&self.places) {
            Some(place) => (&self.router, place),
            None => match place(&self.waiting) {
                Some(place) => (&self.full, place),
                None => return,
            },
        };
        let ending = self.ending.subscribe();
        tokio::spawn(hold(stream, peer, router.clone(), ending, place));
    }

    async fn end(self) {
        self.ending.send_replace(true);
        if timeout(ENDING, self.places.acquire_many(CONNECTIONS)).await.is_err() {
            tracing::warn!("some requests did not come to their end and are given up");
        }
    }
}

/// Serves one connection. Its place is free again when it ends.
async fn hold(
    stream: TcpStream,
    peer: SocketAddr,
    router: Router,
    mut ending: watch::Receiver<bool>,
    _place: OwnedSemaphorePermit,
) {
    // Answers are whole when they are sent, so nothing is gained by waiting for more.
    let _ = stream.set_nodelay(true);
    let mut stream = TimeoutStream::new(stream);
    stream.set_write_timeout(Some(WRITING));
    let service = service_fn(|request: hyper::Request<Incoming>| {
        let mut request: Request = request.map(Body::new);
        request.extensions_mut().insert(ConnectInfo(peer));
        router.clone().oneshot(request)
    });
    let mut connection = pin!(
        http1::Builder::new()
            .timer(TokioTimer::new())
            .header_read_timeout(HEAD)
            .serve_connection(TokioIo::new(Box::pin(stream)), service)
    );
    let ended = tokio::select! {
        ended = connection.as_mut() => ended,
        () = begun(&mut ending) => {
            connection.as_mut().graceful_shutdown();
            connection.await
        }
    };
    if let Err(cause) = ended {
        tracing::debug!(%cause, %peer, "a connection ended");
    }
}

/// Waits until the end has begun.
async fn begun(ending: &mut watch::Receiver<bool>) {
    // Where nobody can say so any more, it has.
    let _ = ending.wait_for(|ending| *ending).await;
}

/// What is told when the house is full. It goes to whoever is turned away, in the languages of the site
/// and as plain as can be: a page would cost what there is not enough of.
async fn full() -> impl IntoResponse {
    let words = "Very many people are here at this moment. Please try again in a few seconds.\n\
                 Сейчас здесь очень много посетителей. Повторите попытку через несколько секунд.\n";
    let headers = [
        (header::CONTENT_TYPE, "text/plain; charset=utf-8"),
        (header::RETRY_AFTER, "5"),
        (header::CACHE_CONTROL, "no-store"),
        (header::CONNECTION, "close"),
    ];
    (StatusCode::SERVICE_UNAVAILABLE, headers, words)
}
