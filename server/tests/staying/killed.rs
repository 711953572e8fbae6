//! Killed at any moment while people save: what was acknowledged is there, and nothing is half there.

use std::{
    sync::mpsc::{Receiver, channel},
    thread,
    time::Duration,
};

use sea_orm::{ConnectionTrait, Database, Statement};
use tokio::task::block_in_place;

use crate::{
    browser::Browser,
    ground::Ground,
    program::{Program, verify},
    writers::{Acknowledged, Stage, WRITERS, all_is_there, write},
};

/// A seed to try again with, which the message of a failure names.
const SEED: &str = "CORRIDOR_KILL_SEED";
/// It is killed at most so many milliseconds after the first save that a started program acknowledged.
const LONGEST_LIFE: u64 = 60;

/// Starts the program and kills it, so many times, and gives back what was acknowledged meanwhile.
fn killed(ground: &Ground, records: &[i64], times: usize, seed: u64) -> Vec<Acknowledged> {
    let mut chance = fastrand::Rng::with_seed(seed);
    let mut program = Program::start(ground, &[]);
    let browser = Browser::signed_in(&program.address);
    let stage = Stage::at(&program.address);
    let (sender, receiver) = channel();
    let mut all = Vec::new();
    thread::scope(|scope| {
        let _working = stage.until_dropped();
        for record in records {
            let (stage, browser, sender) = (&stage, &browser, sender.clone());
            scope.spawn(move || write(stage, browser, *record, &sender));
        }
        for _ in 0..times {
            all.push(next(&receiver));
            thread::sleep(Duration::from_millis(chance.u64(0..LONGEST_LIFE)));
            program.kill();
            // What comes from now on, another program acknowledged.
            all.extend(receiver.try_iter());
            program = Program::start(ground, &[]);
            stage.move_to(&program.address);
        }
    });
    all.extend(receiver.try_iter());
    all
}

/// The next save that is acknowledged.
fn next(saves: &Receiver<Acknowledged>) -> Acknowledged {
    saves.recv_timeout(Duration::from_secs(20)).expect("something is saved after a start")
}

fn seed() -> u64 {
    let given = std::env::var(SEED).ok().and_then(|seed| seed.parse().ok());
    given.unwrap_or_else(|| fastrand::Rng::with_seed(u64::from(std::process::id())).u64(..))
}

/// Kills the program so many times and looks at what is in the register.
async fn loses_nothing(ground: &Ground, times: usize) {
    let seed = seed();
    let told = format!("{SEED}={seed}");
    println!("{told}");
    let records = ground.drafts(WRITERS).await;
    let acknowledged = block_in_place(|| killed(ground, &records, times, seed));
    assert!(acknowledged.len() >= times, "{} saves; {told}", acknowledged.len());
    all_is_there(ground, &records, &acknowledged, &told).await;
    verify(ground);
}

#[tokio::test(flavor = "multi_thread")]
async fn killed_a_hundred_times_while_people_save_it_loses_no_save_that_it_acknowledged() {
    let ground = Ground::on_sqlite().await;
    loses_nothing(&ground, 100).await;
    let connection = Database::connect(&ground.database).await.expect("the file opens");
    let check = Statement::from_string(
        connection.get_database_backend(),
        "PRAGMA integrity_check".to_owned(),
    );
    let row = connection.query_one_raw(check).await.expect("it answers").expect("a row");
    assert_eq!(row.try_get_by_index::<String>(0).expect("a text"), "ok");
    connection.close().await.expect("the file closes");
}

#[tokio::test(flavor = "multi_thread")]
async fn killed_while_people_save_on_postgresql_it_loses_no_save_that_it_acknowledged() {
    let ground = Ground::on_postgres().await;
    loses_nothing(&ground, 50).await;
}
