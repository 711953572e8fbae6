//! A line between the program and its database, which a test holds, slows and cuts.

use std::{net::SocketAddr, time::Duration};

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{
        TcpListener, TcpStream,
        tcp::{OwnedReadHalf, OwnedWriteHalf},
    },
    sync::watch,
    time::sleep,
};

/// How the line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    Open,
    /// Everything takes this long each way.
    Slow(Duration),
    /// Nothing comes through, and nobody is told.
    Held,
    /// Connections are closed, and new ones too.
    Cut,
}

/// The line.
pub struct Proxy {
    pub address: SocketAddr,
    line: watch::Sender<Line>,
}

impl Proxy {
    /// An open line to this address.
    pub async fn to(far: &str) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = listener.local_addr().expect("its address");
        let line = watch::Sender::new(Line::Open);
        let (state, far) = (line.subscribe(), far.to_owned());
        tokio::spawn(async move {
            while let Ok((near, _)) = listener.accept().await {
                tokio::spawn(carry(near, far.clone(), state.clone()));
            }
        });
        Self { address, line }
    }

    /// Makes it so.
    pub fn set(&self, line: Line) {
        self.line.send_replace(line);
    }
}

async fn carry(near: TcpStream, far: String, line: watch::Receiver<Line>) {
    let mut cut = line.clone();
    tokio::select! {
        biased;
        _ = cut.wait_for(|line| *line == Line::Cut) => {}
        () = connected(near, &far, line) => {}
    }
}

async fn connected(near: TcpStream, far: &str, line: watch::Receiver<Line>) {
    let far = TcpStream::connect(far).await.expect("the far end answers");
    let (from_near, to_near) = near.into_split();
    let (from_far, to_far) = far.into_split();
    tokio::select! {
        () = pump(from_near, to_far, line.clone()) => {}
        () = pump(from_far, to_near, line) => {}
    }
}

async fn pump(mut from: OwnedReadHalf, mut to: OwnedWriteHalf, mut line: watch::Receiver<Line>) {
    let mut part = vec![0; 64 * 1024];
    while let Ok(length @ 1..) = from.read(&mut part).await {
        let now = *line.borrow();
        if let Line::Slow(delay) = now {
            sleep(delay).await;
        }
        let is_open = line.wait_for(|line| *line != Line::Held).await.is_ok();
        if !is_open || to.write_all(&part[..length]).await.is_err() {
            return;
        }
    }
}
