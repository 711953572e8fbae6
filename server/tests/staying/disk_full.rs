//! A file that can't grow and can't be written, as on a disk that is full or a file system that has turned
//! read only: it is read, nothing that was typed is lost, and it recovers by itself.
//!
//! The limit is that of the system on the size of files (`RLIMIT_FSIZE`), set on the running program and
//! taken away again. That takes no right to mount anything, and to SQLite a write that fails is one.

use std::{process::Command, time::Duration};

use tokio::task::block_in_place;

use crate::{
    browser::Browser,
    ground::{Ground, PASSWORD},
    program::{Program, in_shell, verify},
    waiting::until,
};

/// Limits the size of what the program may write from now on.
fn limit(program: &Program, bytes: &str) {
    let mut command = Command::new("prlimit");
    command.args(["--pid", &program.id().to_string(), &format!("--fsize={bytes}:unlimited")]);
    assert!(command.status().expect("prlimit, which is part of util-linux").success());
}

#[tokio::test(flavor = "multi_thread")]
async fn while_the_disk_is_full_the_register_is_read_and_no_text_is_lost() {
    let ground = Ground::on_sqlite().await;
    let draft = ground.drafts(1).await[0];
    // Without this the system ends the program in place of refusing the write.
    let program = Program::started(&ground, in_shell(&ground, "trap '' XFSZ; exec \"$0\""));
    let address = program.address.as_str();
    let browser = block_in_place(|| Browser::signed_in(address));
    let page = |path: &str| browser.get(&format!("{address}{path}")).expect("an answer");
    block_in_place(|| {
        assert_eq!(browser.save(address, draft, 1, "Before").expect("an answer").status, 303);
        limit(&program, "0");
        let refused = browser.save(address, draft, 2, "Typed meanwhile").expect("an answer");
        assert_eq!(refused.status, 503, "{}", refused.body);
        for said in ["Not saved", "Everything you typed is kept here", "Typed meanwhile", "<form"] {
            assert!(refused.body.contains(said), "{said} is not in {}", refused.body);
        }
        let own = format!("/agreements/{draft}/edit/life");
        for path in ["/", "/agreements", "/coverage", own.as_str(), "/readyz"] {
            assert_eq!(page(path).status, 200, "{path} is read");
        }
        assert!(page(&own).body.contains("Before"));
        let signed_in = Browser::new().sign_in(address, PASSWORD);
        assert_eq!(signed_in.expect("an answer").status, 503, "a session can't be written");

        limit(&program, "unlimited");
        until("it saves again", Duration::from_secs(10), || {
            browser.save(address, draft, 2, "Typed meanwhile").expect("an answer").status == 303
        });
        assert!(page(&own).body.contains("Typed meanwhile"), "what it acknowledged is there");
    });
    drop(program);
    verify(&ground);
}
