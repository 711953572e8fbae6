//! Guessers are slowed and colleagues are not; one's own sessions and password.

use crate::common::{NOW, account, fresh_postgres, on_both};
use argon2::{Algorithm, Argon2, Params, PasswordHasher, Version};
use chrono::TimeDelta;
use domain::{
    account::{Actor, Role},
    devices::{Browser, System},
    own_password::{ChangeProblem, PasswordChange},
};
use register::{
    AccountProblem, Clock, Error, Register, accounts::NewAccount, audit::Wanted, limiting::Visitor,
    signing_in::Opened, tokens::Token,
};
use sea_orm::{ConnectionTrait, Database, DatabaseConnection, sea_query::Query};

const PASSWORD: &str = "a quiet morning in May";
const OTHER: &str = "another quiet evening";
const WRONG: &str = "not the password at all";
const LEYLA: &str = "leyla@example.org";
const AIGUL: &str = "aigul@example.org";
const FIREFOX: &str =
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0";

async fn accounts(register: &Register) {
    for (email, state) in [(LEYLA, "AZE"), (AIGUL, "KAZ")] {
        let new = NewAccount {
            email: email.into(),
            name: "Example Official".into(),
            role: Role::Official,
            state: Some(state.into()),
            password: PASSWORD.into(),
        };
        register.add_account(new).await.expect("made");
    }
}

/// What came of a sign-in.
#[derive(Debug, PartialEq, Eq)]
enum Came {
    In,
    Refused,
    /// With the seconds to wait.
    Slowed(u64),
}

async fn tries(register: &Register, email: &str, password: &str, visitor: Visitor<'_>) -> Came {
    match register.sign_in(email, password.to_owned(), visitor).await {
        Ok(Some(_)) => Came::In,
        Ok(None) => Came::Refused,
        Err(Error::TooMany { seconds }) => Came::Slowed(seconds),
        Err(other) => panic!("{other}"),
    }
}

fn from(network: &str) -> Visitor<'_> {
    Visitor { network, ..Visitor::default() }
}

async fn signed_in(register: &Register, email: &str, visitor: Visitor<'_>) -> (Token, Actor) {
    let opened = register.sign_in(email, PASSWORD.into(), visitor).await.expect("an answer");
    opened.and_then(Opened::session).expect("signed in")
}

async fn is_signed_in(register: &Register, token: &Token) -> bool {
    register.actor(token.secret()).await.expect("an answer") != Actor::Reader
}

#[tokio::test(flavor = "multi_thread")]
async fn who_guesses_a_password_is_slowed_and_colleagues_are_not() {
    on_both(async |register| {
        accounts(&register).await;
        let guesser = from("192.0.2.1");
        for _ in 0..5 {
            assert_eq!(tries(&register, LEYLA, WRONG, guesser).await, Came::Refused);
        }
        assert_eq!(tries(&register, LEYLA, WRONG, guesser).await, Came::Slowed(60));
        // It was not looked at: a lucky guess would be told by another answer.
        assert_eq!(tries(&register, LEYLA, PASSWORD, guesser).await, Came::Slowed(60));
        // The owner elsewhere, and a colleague behind the guesser's address.
        assert_eq!(tries(&register, LEYLA, PASSWORD, from("198.51.100.7")).await, Came::In);
        assert_eq!(tries(&register, AIGUL, PASSWORD, guesser).await, Came::In);
        // Nothing has to be unlocked.
        register.clock().advance(TimeDelta::seconds(59));
        assert_eq!(tries(&register, LEYLA, PASSWORD, guesser).await, Came::Slowed(1));
        register.clock().advance(TimeDelta::seconds(1));
        assert_eq!(tries(&register, LEYLA, PASSWORD, guesser).await, Came::In);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_knows_the_password_is_not_slowed_by_signing_in_often() {
    on_both(async |register| {
        accounts(&register).await;
        for _ in 0..8 {
            assert_eq!(tries(&register, LEYLA, PASSWORD, from("192.0.2.1")).await, Came::In);
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn guesses_from_many_networks_do_not_lock_the_owner_out() {
    on_both(async |register| {
        accounts(&register).await;
        for network in 0..10 {
            let network = format!("192.0.2.{network}");
            for _ in 0..5 {
                assert_eq!(tries(&register, LEYLA, WRONG, from(&network)).await, Came::Refused);
            }
        }
        let another = from("192.0.2.200");
        assert_eq!(tries(&register, LEYLA, WRONG, another).await, Came::Refused);
        assert_eq!(tries(&register, LEYLA, WRONG, another).await, Came::Slowed(60));
        assert_eq!(tries(&register, LEYLA, PASSWORD, from("198.51.100.7")).await, Came::In);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_browser_that_signed_in_before_is_not_slowed_by_others_behind_its_address() {
    on_both(async |register| {
        accounts(&register).await;
        let office = from("192.0.2.1");
        let (_, leyla) = signed_in(&register, LEYLA, office).await;
        let known = register.know_browser(&leyla, None).await.expect("noted").expect("a secret");
        let known = Visitor { browser: Some(known.secret()), ..office };
        // The secret it holds is kept, also when a colleague uses the same browser.
        assert!(register.know_browser(&leyla, known.browser).await.expect("noted").is_none());
        // A secret that was not given here is not taken.
        let invented = register.know_browser(&leyla, Some("0000")).await.expect("noted");
        assert!(invented.is_some());

        for _ in 0..5 {
            assert_eq!(tries(&register, LEYLA, WRONG, office).await, Came::Refused);
        }
        assert_eq!(tries(&register, LEYLA, PASSWORD, office).await, Came::Slowed(60));
        assert_eq!(tries(&register, LEYLA, PASSWORD, known).await, Came::In);
        // It is known for one account, and for guesses at its own it has a limit, too.
        for _ in 0..5 {
            assert_eq!(tries(&register, AIGUL, WRONG, known).await, Came::Refused);
        }
        assert_eq!(tries(&register, AIGUL, WRONG, known).await, Came::Slowed(60));
        for _ in 0..10 {
            assert_eq!(tries(&register, LEYLA, WRONG, known).await, Came::Refused);
        }
        assert_eq!(tries(&register, LEYLA, WRONG, known).await, Came::Slowed(30));
        // With another password it is not known any more: whoever had the old one may have used it.
        register.clock().advance(TimeDelta::hours(1));
        register.reset_password(LEYLA, OTHER.into()).await.expect("reset");
        for _ in 0..5 {
            assert_eq!(tries(&register, LEYLA, WRONG, known).await, Came::Refused);
        }
        assert_eq!(tries(&register, LEYLA, WRONG, known).await, Came::Slowed(60));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_without_an_account_is_answered_and_slowed_like_one_with() {
    on_both(async |register| {
        accounts(&register).await;
        register.disable_account(AIGUL).await.expect("disabled");
        let mut answers = Vec::new();
        for (email, password, network) in [
            (LEYLA, WRONG, "192.0.2.1"),
            (AIGUL, PASSWORD, "192.0.2.2"),
            ("nobody@example.org", WRONG, "192.0.2.3"),
            ("no address", WRONG, "192.0.2.4"),
        ] {
            let mut of_one = Vec::new();
            for _ in 0..7 {
                of_one.push(tries(&register, email, password, from(network)).await);
            }
            answers.push(of_one);
        }
        assert_eq!(answers[0].last(), Some(&Came::Slowed(60)));
        assert!(answers.iter().all(|of_one| *of_one == answers[0]), "{answers:?}");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_person_sees_where_they_are_signed_in_and_ends_what_they_do_not_know() {
    on_both(async |register| {
        accounts(&register).await;
        let (other, _) = signed_in(&register, LEYLA, Visitor::from("curl/8.14")).await;
        register.clock().advance(TimeDelta::minutes(10));
        let (own, leyla) = signed_in(&register, LEYLA, Visitor::from(FIREFOX)).await;
        let (stranger, aigul) = signed_in(&register, AIGUL, Visitor::from(FIREFOX)).await;

        let list = async || register.sessions(&leyla, Some(own.secret())).await.expect("a list");
        let listed = list().await;
        let [this, that] = &listed[..] else { panic!("two sessions: {listed:?}") };
        assert!(this.is_this && !that.is_this);
        assert_eq!((this.device.browser, this.device.system), (Browser::Firefox, System::Windows));
        assert_eq!((that.device.browser, that.device.system), (Browser::Other, System::Other));
        assert_eq!(this.since - that.since, TimeDelta::minutes(10));

        // Nobody ends another's session, whatever the form says.
        let theirs = register.sessions(&aigul, Some(stranger.secret())).await.expect("a list");
        register.end_session(&leyla, &theirs[0].handle).await.expect("an answer");
        assert!(is_signed_in(&register, &stranger).await);

        register.end_session(&leyla, &that.handle).await.expect("ended");
        assert!(!is_signed_in(&register, &other).await);
        assert!(is_signed_in(&register, &own).await);

        let (second, _) = signed_in(&register, LEYLA, Visitor::from(FIREFOX)).await;
        let (third, _) = signed_in(&register, LEYLA, Visitor::from(FIREFOX)).await;
        assert_eq!(register.end_other_sessions(&leyla, own.secret()).await.expect("ended"), 2);
        for ended in [second, third] {
            assert!(!is_signed_in(&register, &ended).await);
        }
        assert!(is_signed_in(&register, &own).await && is_signed_in(&register, &stranger).await);

        // What has ended by itself is in no list.
        let (later, _) = signed_in(&register, LEYLA, Visitor::from(FIREFOX)).await;
        register.clock().advance(TimeDelta::minutes(119));
        assert!(is_signed_in(&register, &later).await);
        register.clock().advance(TimeDelta::minutes(2));
        assert_eq!(list().await.len(), 1);
        for refused in [
            register.sessions(&Actor::Reader, None).await.map(|_| ()),
            register.end_session(&Actor::Reader, "").await,
            register.end_other_sessions(&Actor::Reader, "").await.map(|_| ()),
        ] {
            assert!(matches!(refused, Err(Error::NotAllowed)));
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn signing_in_again_in_the_same_browser_ends_the_session_that_it_held() {
    on_both(async |register| {
        accounts(&register).await;
        let (first, _) = signed_in(&register, LEYLA, Visitor::default()).await;
        let again = Visitor { session: Some(first.secret()), ..Visitor::default() };
        let (second, _) = signed_in(&register, AIGUL, again).await;
        assert!(!is_signed_in(&register, &first).await);
        assert!(is_signed_in(&register, &second).await);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_operator_ends_somebodys_sessions_and_the_account_stays_open() {
    on_both(async |register| {
        accounts(&register).await;
        let (one, leyla) = signed_in(&register, LEYLA, Visitor::default()).await;
        let (two, _) = signed_in(&register, LEYLA, Visitor::default()).await;
        let (other, _) = signed_in(&register, AIGUL, Visitor::default()).await;
        let calendar = register.make_calendar(&leyla).await.expect("made");
        assert_eq!(register.end_sessions_of(" Leyla@Example.org").await.expect("ended"), 2);
        for ended in [one, two] {
            assert!(!is_signed_in(&register, &ended).await);
        }
        assert!(is_signed_in(&register, &other).await);
        register.calendar(calendar.secret()).await.expect("nobody else was thought to have it");
        let administrator = account(Role::Administrator, None);
        let page = register.log(&administrator, &Wanted::default()).await.expect("the log");
        let told = &page.lines[0].told;
        assert_eq!((told.act.as_str(), told.author.as_str()), ("sessions_ended", "Command line"));
        assert_eq!(tries(&register, LEYLA, PASSWORD, Visitor::default()).await, Came::In);
        let nobody = register.end_sessions_of("nobody@example.org").await;
        assert!(matches!(nobody, Err(Error::Account(AccountProblem::Missing))));
    })
    .await;
}

fn change(current: &str, new: &str) -> PasswordChange {
    PasswordChange { current: current.into(), new: new.into(), again: new.into() }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_password_ends_all_that_the_old_one_opened() {
    on_both(async |register| {
        accounts(&register).await;
        let (elsewhere, _) = signed_in(&register, LEYLA, Visitor::default()).await;
        let (own, leyla) = signed_in(&register, LEYLA, Visitor::default()).await;
        let calendar = register.make_calendar(&leyla).await.expect("made");
        let new = register.change_password(&leyla, change(PASSWORD, OTHER), FIREFOX).await;
        let new = new.expect("changed");
        for ended in [&elsewhere, &own] {
            assert!(!is_signed_in(&register, ended).await);
        }
        assert!(is_signed_in(&register, &new).await, "who changed it goes on");
        assert!(matches!(register.calendar(calendar.secret()).await, Err(Error::NotFound)));
        assert_eq!(tries(&register, LEYLA, PASSWORD, Visitor::default()).await, Came::Refused);
        assert_eq!(tries(&register, LEYLA, OTHER, Visitor::default()).await, Came::In);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_password_is_changed_only_by_who_knows_the_current_one() {
    on_both(async |register| {
        accounts(&register).await;
        let (own, leyla) = signed_in(&register, LEYLA, Visitor::default()).await;
        let changes = async |change: PasswordChange| {
            register.change_password(&leyla, change, "").await.map(|_| ())
        };
        for (typed, problem) in [
            (change(PASSWORD, "short"), ChangeProblem::TooShort),
            (change(PASSWORD, PASSWORD), ChangeProblem::AsBefore),
            (
                PasswordChange { again: WRONG.into(), ..change(PASSWORD, OTHER) },
                ChangeProblem::NotTheSame,
            ),
        ] {
            let refused = changes(typed).await;
            assert!(matches!(refused, Err(Error::NewPassword(found)) if found == problem));
        }
        for _ in 0..5 {
            let refused = changes(change(WRONG, OTHER)).await;
            assert!(matches!(refused, Err(Error::NewPassword(ChangeProblem::NotCurrent))));
        }
        let slowed = changes(change(PASSWORD, OTHER)).await;
        assert!(matches!(slowed, Err(Error::TooMany { seconds: 60 })));
        assert!(is_signed_in(&register, &own).await, "nothing was changed");
        let reader = register.change_password(&Actor::Reader, change(PASSWORD, OTHER), "").await;
        assert!(matches!(reader, Err(Error::NotAllowed)));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_ended_by_disabling_does_not_come_back_with_the_account() {
    on_both(async |register| {
        accounts(&register).await;
        let (before, _) = signed_in(&register, LEYLA, Visitor::default()).await;
        register.disable_account(LEYLA).await.expect("disabled");
        assert!(!is_signed_in(&register, &before).await);
        assert_eq!(tries(&register, LEYLA, PASSWORD, Visitor::default()).await, Came::Refused);
        register.reset_password(LEYLA, OTHER.into()).await.expect("enabled again");
        assert!(!is_signed_in(&register, &before).await);
        assert_eq!(tries(&register, LEYLA, OTHER, Visitor::default()).await, Came::In);
    })
    .await;
}

/// Runs the test on both databases, with a second look into them beside the register.
async fn beside_both(test: impl AsyncFn(Register, DatabaseConnection)) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let sqlite = format!("sqlite://{}/register.db?mode=rwc", folder.path().display());
    for url in [sqlite, fresh_postgres().await] {
        let clock = Clock::standing(NOW.parse().expect("an instant"));
        let register = Register::open(&url, clock).await.expect("the database opens");
        register.migrate().await.expect("the schema");
        let connection = Database::connect(&url).await.expect("the database opens");
        test(register.clone(), connection.clone()).await;
        connection.close().await.expect("the connection closes");
        register.close().await.expect("the database closes");
    }
}

async fn texts(
    connection: &DatabaseConnection,
    table: &'static str,
    column: &'static str,
) -> Vec<String> {
    let query = Query::select().column(column).from(table).to_owned();
    let rows = connection.query_all(&query).await.expect("rows");
    rows.iter().map(|row| row.try_get_by_index(0).expect("a text")).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_password_that_was_hashed_weakly_is_hashed_anew_at_the_next_sign_in() {
    beside_both(async |register, connection| {
        let new = NewAccount {
            email: LEYLA.into(),
            name: "Example Official".into(),
            role: Role::Official,
            state: Some("AZE".into()),
            password: OTHER.into(),
        };
        register.add_account(new).await.expect("made");
        let weak = Params::new(4096, 1, 1, None).expect("in range");
        let weak = Argon2::new(Algorithm::Argon2id, Version::V0x13, weak);
        let weak = weak.hash_password(PASSWORD.as_bytes()).expect("a hash").to_string();
        let update = format!("UPDATE account SET password_hash = '{weak}'");
        connection.execute_unprepared(&update).await.expect("as an older program left it");

        assert_eq!(tries(&register, LEYLA, WRONG, Visitor::default()).await, Came::Refused);
        assert_eq!(texts(&connection, "account", "password_hash").await, [weak.as_str()]);
        let (token, _) = signed_in(&register, LEYLA, Visitor::from(FIREFOX)).await;
        let kept = texts(&connection, "account", "password_hash").await;
        assert!(kept[0].starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{kept:?}");
        assert!(is_signed_in(&register, &token).await);
        assert_eq!(tries(&register, LEYLA, PASSWORD, Visitor::default()).await, Came::In);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_kept_of_tries_and_sessions_names_no_address_and_is_cleared_away() {
    beside_both(async |register, connection| {
        accounts(&register).await;
        let visitor = Visitor { user_agent: FIREFOX, ..from("192.0.2.1") };
        assert_eq!(tries(&register, LEYLA, WRONG, visitor).await, Came::Refused);
        assert_eq!(tries(&register, AIGUL, PASSWORD, visitor).await, Came::In);
        let kept = texts(&connection, "bucket", "name").await;
        assert_eq!(kept.len(), 5, "the network once, each account twice: {kept:?}");
        assert!(kept.iter().all(|name| !name.contains('@') && !name.contains("192.0.2.1")));
        assert_eq!(texts(&connection, "session", "user_agent").await, ["firefox windows"]);

        register.clock().advance(TimeDelta::hours(3));
        assert_eq!(
            tries(&register, "nobody@example.org", WRONG, from("192.0.2.9")).await,
            Came::Refused
        );
        let left = texts(&connection, "bucket", "name").await;
        assert_eq!(left.len(), 3, "{left:?}");
        assert!(left.iter().all(|name| !kept.contains(name)));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn tries_that_come_at_the_same_moment_are_all_counted() {
    on_both(async |register| {
        accounts(&register).await;
        let mut at_once = tokio::task::JoinSet::new();
        for _ in 0..12 {
            let register = register.clone();
            at_once.spawn(async move { tries(&register, LEYLA, WRONG, from("192.0.2.1")).await });
        }
        let came = at_once.join_all().await;
        let looked_at = came.iter().filter(|came| **came == Came::Refused).count();
        assert_eq!(looked_at, 5, "{came:?}");
    })
    .await;
}
