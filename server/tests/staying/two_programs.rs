//! Two programs on one PostgreSQL behind a load balancer: they share everything, and one that is stopped
//! in the middle of work loses nobody anything.

use std::{collections::BTreeSet, sync::mpsc::channel, thread, time::Duration};

use domain::{
    account::{Account, Actor, Role},
    follow_up::stage::Step,
    jobs::{JobKind, JobState},
};
use sea_orm::{ConnectionTrait, Database, Statement};
use tokio::task::block_in_place;

use crate::{
    browser::Browser,
    ground::Ground,
    nginx::Nginx,
    program::{Program, free_address, verify},
    waiting::until,
    writers::{Stage, WRITERS, all_is_there, write},
};

/// How often a wrong password may be tried from one network for one account.
const TRIES: usize = 5;

/// After how long nginx asks a program again that did not answer: it counts in whole seconds, of which
/// more than one has to pass.
const ASKED_AGAIN: Duration = Duration::from_millis(2100);

/// Two programs and the load balancer in front.
struct Pair {
    programs: [Program; 2],
    addresses: [String; 2],
    nginx: Nginx,
}

impl Pair {
    fn on(ground: &Ground) -> Self {
        let addresses = [free_address(), free_address()];
        let programs = addresses.each_ref().map(|address| started(ground, address));
        let nginx = Nginx::before(&addresses.each_ref().map(String::as_str), ground.folder.path());
        Self { programs, addresses, nginx }
    }

    /// Starts one that has ended at its old address, and lets nginx find it.
    fn start_again(&mut self, ground: &Ground, number: usize) {
        self.programs[number] = started(ground, &self.addresses[number]);
        thread::sleep(ASKED_AGAIN);
    }
}

fn started(ground: &Ground, address: &str) -> Program {
    let settings = [("CORRIDOR_ADDRESS", address), ("CORRIDOR_TRUSTED_PROXIES", "1")];
    Program::start(ground, &settings)
}

#[tokio::test(flavor = "multi_thread")]
async fn two_programs_share_sessions_drafts_and_what_was_tried() {
    let ground = Ground::on_postgres().await;
    let draft = ground.drafts(1).await[0];
    block_in_place(|| {
        let pair = Pair::on(&ground);
        let [one, other] = pair.programs.each_ref().map(|program| program.address.as_str());
        let browser = Browser::signed_in(&pair.nginx.address);
        for address in [one, other] {
            let account = browser.get(&format!("{address}/account")).expect("an answer");
            assert!(account.body.contains("/sign-out"), "signed in at both: {}", account.body);
        }
        assert_eq!(browser.save(one, draft, 1, "Typed here").expect("an answer").status, 303);
        let page = browser.get(&format!("{other}/agreements/{draft}/edit/life"));
        assert!(page.expect("an answer").body.contains("Typed here"), "read there");
        let stale = browser.save(other, draft, 1, "Typed there").expect("an answer");
        assert_eq!(stale.status, 409, "what one saved, the other does not overwrite");

        let refused = [one, other].into_iter().cycle().take(3 * TRIES).position(|address| {
            let answer = browser.sign_in_from(address, "not the password", "203.0.113.9");
            answer.expect("an answer").status == 429
        });
        assert_eq!(refused, Some(TRIES), "tries are counted together");
    });
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_programs_each_job_is_done_by_one_and_once() {
    let ground = Ground::on_postgres().await;
    let register = ground.register().await;
    register.seed().await.expect("the starter data");
    let coordinator = Actor::Account(Account {
        id: 1,
        name: "Example".into(),
        email: "coordinator@example.org".into(),
        role: Role::Coordinator,
        state: None,
    });
    let review = register.entry_by_key(&Actor::Reader, "rr-ece-2024").await.expect("seen").id;
    for step in [Step::Open, Step::BeginReview] {
        register.take_step(&coordinator, review, step).await.expect("a step");
    }
    let _pair = block_in_place(|| Pair::on(&ground));
    let mut jobs = BTreeSet::new();
    for language in ["en", "ru"] {
        for kind in [JobKind::OutcomeReport, JobKind::OutcomeFigures] {
            let asked = register.ask_for_outcome(&coordinator, review, kind, language).await;
            jobs.insert(asked.expect("asked for"));
        }
    }
    for &job in &jobs {
        let mut state = JobState::Waiting;
        for _ in 0..600 {
            state = register.job(&coordinator, job).await.expect("seen").state;
            if state == JobState::Done {
                break;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        assert_eq!(state, JobState::Done);
    }
    register.close().await.expect("the database closes");
    let connection = Database::connect(&ground.database).await.expect("it answers");
    let tries = "SELECT id, tries FROM job";
    let tries = Statement::from_string(connection.get_database_backend(), tries.to_owned());
    for row in connection.query_all_raw(tries).await.expect("it answers") {
        let (job, tries): (i64, i32) =
            (row.try_get_by_index(0).expect("a number"), row.try_get_by_index(1).expect("tries"));
        assert!(jobs.contains(&job) && tries == 1, "job {job} was taken up {tries} times");
    }
    connection.close().await.expect("the connection closes");
}

/// Ends one and the other program, in turn and in good order or not, while people save.
fn ended_in_turn(ground: &Ground, records: &[i64]) -> Vec<crate::writers::Acknowledged> {
    let mut pair = Pair::on(ground);
    let browser = Browser::signed_in(&pair.nginx.address);
    let stage = Stage::at(&pair.nginx.address);
    let (sender, receiver) = channel();
    let mut all = Vec::new();
    thread::scope(|scope| {
        let _working = stage.until_dropped();
        for record in records {
            let (stage, browser, sender) = (&stage, &browser, sender.clone());
            scope.spawn(move || write(stage, browser, *record, &sender));
        }
        let mut saved_more = || {
            let before = all.len();
            until("people save", Duration::from_secs(20), || {
                all.extend(receiver.try_iter());
                all.len() > before + 2 * WRITERS
            });
        };
        for number in [0, 1, 0, 1] {
            saved_more();
            pair.programs[number].stop();
            saved_more();
            pair.start_again(ground, number);
        }
        let unanswered = stage.unanswered();
        println!("{unanswered} saves got no answer from a program that was stopped");
        // Whoever connects in the instant in which it closes its door may get none.
        assert!(unanswered <= WRITERS, "programs end in good order: {unanswered}");
        for number in [0, 1, 0, 1] {
            saved_more();
            pair.programs[number].kill();
            saved_more();
            pair.start_again(ground, number);
        }
        println!("{} in all, killed ones too", stage.unanswered());
    });
    all.extend(receiver.try_iter());
    all
}

#[tokio::test(flavor = "multi_thread")]
async fn one_of_two_programs_is_stopped_or_killed_in_the_middle_of_work_and_nobody_loses_anything()
{
    let ground = Ground::on_postgres().await;
    let records = ground.drafts(WRITERS).await;
    let acknowledged = block_in_place(|| ended_in_turn(&ground, &records));
    all_is_there(&ground, &records, &acknowledged, "no chance in it").await;
    verify(&ground);
}
