//! Too slow, too large, too many: each is ended or refused in words, and nobody else is kept waiting.

use std::{
    io::{Read, Write},
    net::TcpStream,
    thread::sleep,
    time::{Duration, Instant},
};

use tokio::task::block_in_place;

use crate::{browser::Browser, ground::Ground, program::Program};

/// What the program has for the head of a request, and a little for a machine that is at other work.
const HEAD: Duration = Duration::from_secs(15 + 5);
/// What it has for a form.
const FORM: Duration = Duration::from_secs(20 + 5);
/// Connections that it serves at once.
const CONNECTIONS: usize = 800;
const BYTE_BY_BYTE: Duration = Duration::from_millis(300);

fn connect(program: &Program) -> TcpStream {
    let host = program.address.strip_prefix("http://").expect("its address");
    let stream = TcpStream::connect(host).expect("a connection");
    stream.set_read_timeout(Some(BYTE_BY_BYTE)).expect("a limit");
    stream
}

/// Sends a byte now and then until there is an answer or the connection is closed; what was answered.
fn byte_by_byte(mut stream: TcpStream, head: &str, most: Duration) -> String {
    stream.write_all(head.as_bytes()).expect("it is sent");
    let begun = Instant::now();
    let mut answer = Vec::new();
    loop {
        assert!(begun.elapsed() < most, "it still listens after {most:?}");
        // A closed connection takes nothing more: what it has answered is read all the same.
        let _ = stream.write_all(b"a");
        let mut part = [0; 4096];
        match stream.read(&mut part) {
            Ok(0) => break,
            Ok(length) => answer.extend_from_slice(&part[..length]),
            Err(error) if matches!(error.kind(), std::io::ErrorKind::WouldBlock) => {}
            Err(_) => break,
        }
    }
    String::from_utf8_lossy(&answer).into_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn who_sends_byte_by_byte_is_ended_and_holds_up_nobody() {
    let ground = Ground::on_sqlite().await;
    let program = Program::start(&ground, &[]);
    block_in_place(|| {
        std::thread::scope(|scope| {
            let head = scope.spawn(|| {
                byte_by_byte(connect(&program), "GET / HTTP/1.1\r\nHost: corridor\r\nX: ", HEAD)
            });
            let form = scope.spawn(|| {
                let head = "POST /sign-in HTTP/1.1\r\nHost: corridor\r\nContent-Length: 100000\r\n\
                            Sec-Fetch-Site: same-origin\r\n\
                            Content-Type: application/x-www-form-urlencoded\r\n\r\nemail=";
                byte_by_byte(connect(&program), head, FORM)
            });
            let others = Browser::new().get(&format!("{}/agreements", program.address));
            assert_eq!(others.expect("an answer").status, 200);
            assert_eq!(head.join().expect("it ended"), "", "no request, no answer");
            let answer = form.join().expect("it ended");
            for said in ["HTTP/1.1 408", "It took too long to arrive"] {
                assert!(answer.contains(said), "{said} is not in {answer:?}");
            }
        });
    });
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_of_ten_megabytes_and_a_deep_page_are_answered_in_words() {
    let ground = Ground::on_sqlite().await;
    let program = Program::start(&ground, &[]);
    let address = program.address.as_str();
    block_in_place(|| {
        let browser = Browser::new();
        let text = "a".repeat(10 * 1024 * 1024);
        let answer = browser.post(&format!("{address}/sign-in"), &[("email", text.as_str())]);
        let answer = answer.expect("an answer, and no broken line");
        assert_eq!(answer.status, 413);
        assert!(answer.body.contains("Too large"), "{}", answer.body);
        for page in ["4000", "999999999999", "99999999999999999999999999", "-1"] {
            let answer = browser.get(&format!("{address}/agreements?page={page}"));
            let answer = answer.expect("an answer");
            assert_eq!(answer.status, 200, "page {page}");
            assert!(answer.body.contains("<h1"), "page {page}");
        }
    });
}

#[tokio::test(flavor = "multi_thread")]
async fn more_than_one_network_asks_for_is_refused_in_words_and_no_other_network_is() {
    let ground = Ground::on_sqlite().await;
    let settings = [("CORRIDOR_REQUESTS", "1"), ("CORRIDOR_TRUSTED_PROXIES", "1")];
    let program = Program::start(&ground, &settings);
    let ask = |from: &str| {
        let url = format!("{}/about", program.address);
        Browser::new().get_from(&url, from).expect("an answer")
    };
    block_in_place(|| {
        let refused = (0..100).map(|_| ask("203.0.113.9")).find(|answer| answer.status != 200);
        let refused = refused.expect("there is a limit");
        assert_eq!(refused.status, 429);
        assert!(refused.body.contains("Too often"), "{}", refused.body);
        let seconds: u64 = refused.retry_after.expect("when").parse().expect("seconds");
        assert_eq!(ask("198.51.100.7").status, 200, "another network");
        sleep(Duration::from_secs(seconds));
        assert_eq!(ask("203.0.113.9").status, 200, "after as long as it said");
    });
}

#[tokio::test(flavor = "multi_thread")]
async fn who_comes_when_all_connections_are_taken_is_told_so_at_once() {
    let ground = Ground::on_sqlite().await;
    let program = Program::start(&ground, &[]);
    let url = format!("{}/about", program.address);
    block_in_place(|| {
        let held: Vec<TcpStream> = (0..CONNECTIONS).map(|_| connect(&program)).collect();
        let full = Browser::new().get(&url).expect("an answer");
        assert_eq!(full.status, 503);
        assert_eq!(full.retry_after.as_deref(), Some("5"));
        assert!(full.body.contains("Very many people are here at this moment"), "{}", full.body);
        drop(held);
        crate::waiting::until("there is room again", Duration::from_secs(10), || {
            Browser::new().get(&url).expect("an answer").status == 200
        });
    });
}
