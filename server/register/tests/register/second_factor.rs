//! The second factor: set up by who has to have one before anything else, asked for at each sign-in, a code
//! taken once, recovery codes, and what its owner and the operator can do with it.

use crate::common::{app_code, on_both};
use chrono::TimeDelta;
use domain::{
    account::{Actor, Role},
    second_factor::FactorProblem,
};
use register::{
    Error, Register,
    accounts::NewAccount,
    audit::Wanted,
    limiting::Visitor,
    second_factor::{AppSecret, Proof},
    signing_in::{Completed, Opened},
    tokens::Token,
};
use strum::VariantArray;

const PASSWORD: &str = "a quiet morning in May";
const LEYLA: &str = "leyla@example.org";
const CARLA: &str = "carla@example.org";

async fn account(register: &Register, email: &str, role: Role) {
    let new = NewAccount {
        email: email.into(),
        name: "Example".into(),
        role,
        state: role.is_of_a_state().then(|| "AZE".into()),
        password: PASSWORD.into(),
    };
    register.add_account(new).await.expect("made");
}

async fn opened(register: &Register, email: &str) -> Opened {
    let opened = register.sign_in(email, PASSWORD.into(), "").await.expect("an answer");
    opened.expect("the password is right")
}

/// The token of a sign-in of which a second factor is asked.
async fn half(register: &Register, email: &str) -> Token {
    match opened(register, email).await {
        Opened::Half(token) => token,
        Opened::Session(..) => panic!("no second factor was asked for"),
    }
}

fn code_now(register: &Register, secret: &AppSecret) -> String {
    app_code(&secret.text, register.clock().now())
}

/// What came of a code.
#[derive(Debug, PartialEq, Eq)]
enum Came {
    In,
    Refused,
    /// With the seconds to wait.
    Slowed(u64),
    TooLate,
}

async fn tries(register: &Register, half: &Token, code: &str, visitor: Visitor<'_>) -> Came {
    match register.complete_sign_in(half.secret(), code, visitor).await {
        Ok(Some(_)) => Came::In,
        Ok(None) => Came::TooLate,
        Err(Error::SecondFactor(FactorProblem::NotTheCode)) => Came::Refused,
        Err(Error::TooMany { seconds }) => Came::Slowed(seconds),
        Err(other) => panic!("{other}"),
    }
}

/// Signs in anew and types the code.
async fn enters(register: &Register, email: &str, code: &str) -> Came {
    let half = half(register, email).await;
    tries(register, &half, code, Visitor::default()).await
}

/// Who had no second factor signs in, sets it up by choice, and lets half a minute pass.
async fn set_up(register: &Register, email: &str) -> (Actor, AppSecret, Vec<String>) {
    let (_, actor) = opened(register, email).await.session().expect("signed in");
    register.begin_second_factor(&actor, proof("")).await.expect("begun");
    let factor = register.own_factor(&actor).await.expect("an answer");
    let secret = factor.offered.expect("a secret is shown");
    let codes = register.confirm_second_factor(&actor, &code_now(register, &secret)).await;
    register.clock().advance(TimeDelta::seconds(30));
    (actor, secret, codes.expect("set up"))
}

fn proof(code: &str) -> Proof {
    Proof { password: PASSWORD.into(), code: code.into() }
}

/// Acts of the log, the last one first.
async fn log(register: &Register) -> Vec<String> {
    let administrator = crate::common::account(Role::Administrator, None);
    let page = register.log(&administrator, &Wanted::default()).await.expect("the log");
    page.lines.into_iter().map(|line| line.told.act).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn who_has_to_have_a_second_factor_sets_it_up_before_anything_else() {
    on_both(async |register| {
        for role in Role::VARIANTS {
            let email = format!("{}@example.org", <&str>::from(*role));
            account(&register, &email, *role).await;
            if !matches!(role, Role::Coordinator | Role::Administrator) {
                let (token, _) = opened(&register, &email).await.session().expect("signed in");
                assert!(register.actor(token.secret()).await.expect("an answer") != Actor::Reader);
                continue;
            }
            let first = half(&register, &email).await;
            let known = register.actor(first.secret()).await.expect("an answer");
            assert_eq!(known, Actor::Reader, "what is half done opens nothing");
            let seen = register.half_done(first.secret()).await.expect("an answer");
            let seen = seen.and_then(|half| half.offered).expect("a secret is shown");
            // Who gave the password later sees another one.
            let later = half(&register, &email).await;
            let shown = register.half_done(later.secret()).await.expect("an answer");
            let shown = shown.and_then(|half| half.offered).expect("a secret is shown");
            assert!(shown.text != seen.text && shown.url.contains(&shown.text));
            for wrong in [code_now(&register, &seen), String::new(), "0".repeat(28)] {
                assert_eq!(
                    tries(&register, &later, &wrong, Visitor::default()).await,
                    Came::Refused
                );
            }
            let code = code_now(&register, &shown);
            let done = register.complete_sign_in(later.secret(), &code, "").await;
            let Completed { token, actor, recovery_codes } =
                done.expect("an answer").expect("in time");
            assert_eq!(recovery_codes.len(), 10);
            assert_eq!(register.actor(token.secret()).await.expect("an answer"), actor);
            // It was taken once, and it completed one sign-in.
            assert_eq!(enters(&register, &email, &code).await, Came::Refused);
            assert_eq!(tries(&register, &later, &code, Visitor::default()).await, Came::TooLate);
            let again = half(&register, &email).await;
            let asked = register.half_done(again.secret()).await.expect("an answer");
            assert!(asked.is_some_and(|half| half.offered.is_none()), "the code is asked for");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_code_is_taken_once_and_no_earlier_one_after_it() {
    on_both(async |register| {
        account(&register, LEYLA, Role::Official).await;
        let (_, secret, _) = set_up(&register, LEYLA).await;
        let code = code_now(&register, &secret);
        assert_eq!(enters(&register, LEYLA, &code).await, Came::In);
        assert_eq!(enters(&register, LEYLA, &code).await, Came::Refused);
        // The phone is half a minute ahead; then its clock was put right.
        let ahead = app_code(&secret.text, register.clock().now() + TimeDelta::seconds(60));
        assert_eq!(enters(&register, LEYLA, &ahead).await, Came::Refused, "too far");
        let next = app_code(&secret.text, register.clock().now() + TimeDelta::seconds(30));
        let spaced = format!("{} {}", &next[..3], &next[3..]);
        assert_eq!(enters(&register, LEYLA, &spaced).await, Came::In);
        register.clock().advance(TimeDelta::seconds(30));
        assert_eq!(enters(&register, LEYLA, &next).await, Came::Refused);
        assert_eq!(enters(&register, LEYLA, &code).await, Came::Refused);
        register.clock().advance(TimeDelta::seconds(60));
        let before = app_code(&secret.text, register.clock().now() - TimeDelta::seconds(30));
        assert_eq!(enters(&register, LEYLA, &before).await, Came::In, "the phone is behind");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_sign_ins_with_one_code_at_the_same_moment_one_is_let_in() {
    on_both(async |register| {
        account(&register, LEYLA, Role::Official).await;
        let (_, secret, recovery) = set_up(&register, LEYLA).await;
        for code in [code_now(&register, &secret), recovery[0].clone()] {
            let mut at_once = tokio::task::JoinSet::new();
            for _ in 0..4 {
                let (register, code) = (register.clone(), code.clone());
                let half = half(&register, LEYLA).await;
                at_once
                    .spawn(async move { tries(&register, &half, &code, Visitor::default()).await });
            }
            let came = at_once.join_all().await;
            assert_eq!(came.iter().filter(|came| **came == Came::In).count(), 1, "{came:?}");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_recovery_code_is_taken_once_and_new_ones_end_those_before() {
    on_both(async |register| {
        account(&register, LEYLA, Role::Official).await;
        let (actor, secret, codes) = set_up(&register, LEYLA).await;
        assert_eq!(enters(&register, LEYLA, &codes[3]).await, Came::In);
        assert_eq!(log(&register).await[..2], ["signed_in", "recovery_code_used"]);
        assert_eq!(enters(&register, LEYLA, &codes[3]).await, Came::Refused);
        assert_eq!(log(&register).await[0], "code_refused");
        let plain = codes[4].replace('-', " ").to_uppercase();
        assert_eq!(enters(&register, LEYLA, &plain).await, Came::In);
        let left = register.own_factor(&actor).await.expect("an answer").set_up;
        assert_eq!(left.map(|set_up| set_up.codes_left), Some(8));
        let code = code_now(&register, &secret);
        let new = register.renew_recovery_codes(&actor, proof(&code)).await.expect("made");
        assert_eq!(log(&register).await[0], "recovery_codes_made");
        assert_eq!(enters(&register, LEYLA, &codes[5]).await, Came::Refused);
        assert_eq!(enters(&register, LEYLA, &new[5]).await, Came::In);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_guesses_codes_is_slowed_and_the_owner_in_a_known_browser_is_not() {
    on_both(async |register| {
        account(&register, LEYLA, Role::Official).await;
        let (actor, secret, _) = set_up(&register, LEYLA).await;
        let known = register.know_browser(&actor, None).await.expect("noted").expect("a secret");
        let guesser = half(&register, LEYLA).await;
        let wrong = if code_now(&register, &secret) == "111111" { "222222" } else { "111111" };
        for network in 0..10 {
            let network = format!("192.0.2.{network}");
            let from = Visitor { network: &network, ..Visitor::default() };
            assert_eq!(tries(&register, &guesser, wrong, from).await, Came::Refused);
        }
        // It is not looked at: a lucky guess would be told by another answer.
        for code in [wrong, &code_now(&register, &secret)] {
            let came = tries(&register, &guesser, code, Visitor::default()).await;
            assert_eq!(came, Came::Slowed(600));
        }
        let own = half(&register, LEYLA).await;
        let visitor = Visitor { browser: Some(known.secret()), ..Visitor::default() };
        assert_eq!(tries(&register, &own, &code_now(&register, &secret), visitor).await, Came::In);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sign_in_that_is_half_done_ends_by_time_and_with_all_that_ends_sessions() {
    on_both(async |register| {
        account(&register, LEYLA, Role::Official).await;
        let (_, secret, _) = set_up(&register, LEYLA).await;
        let late = half(&register, LEYLA).await;
        register.clock().advance(TimeDelta::minutes(10));
        let code = code_now(&register, &secret);
        assert_eq!(tries(&register, &late, &code, Visitor::default()).await, Came::TooLate);
        assert!(register.half_done(late.secret()).await.expect("an answer").is_none());

        let before = half(&register, LEYLA).await;
        register.reset_password(LEYLA, PASSWORD.into()).await.expect("reset");
        assert_eq!(tries(&register, &before, &code, Visitor::default()).await, Came::TooLate);
        let before = half(&register, LEYLA).await;
        register.disable_account(LEYLA).await.expect("disabled");
        assert_eq!(tries(&register, &before, &code, Visitor::default()).await, Came::TooLate);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_factor_is_changed_only_by_who_knows_the_password_and_has_a_code() {
    on_both(async |register| {
        account(&register, LEYLA, Role::Official).await;
        let problem = |done: Result<(), Error>| match done {
            Err(Error::SecondFactor(problem)) => problem,
            other => panic!("{other:?}"),
        };
        let (_, reader) = opened(&register, LEYLA).await.session().expect("signed in");
        let wrong = || Proof { password: "not the password".into(), code: String::new() };
        let begun = register.begin_second_factor(&reader, wrong()).await;
        assert_eq!(problem(begun), FactorProblem::NotThePassword);
        let early = register.confirm_second_factor(&reader, "123456").await;
        assert_eq!(problem(early.map(|_| ())), FactorProblem::NothingBegun);

        let (actor, old, _) = set_up(&register, LEYLA).await;
        for refused in [
            register.begin_second_factor(&actor, proof("")).await,
            register.turn_second_factor_off(&actor, proof("12")).await,
            register.renew_recovery_codes(&actor, proof("x")).await.map(|_| ()),
        ] {
            assert_eq!(problem(refused), FactorProblem::NotTheCode);
        }
        // Another app: the one before works until the first code of the new one.
        let code = code_now(&register, &old);
        register.begin_second_factor(&actor, proof(&code)).await.expect("begun");
        let offered = register.own_factor(&actor).await.expect("an answer").offered;
        let new = offered.expect("a secret is shown");
        register.clock().advance(TimeDelta::seconds(30));
        assert_eq!(enters(&register, LEYLA, &code_now(&register, &old)).await, Came::In);
        let first = code_now(&register, &new);
        register.confirm_second_factor(&actor, &first).await.expect("set up");
        register.clock().advance(TimeDelta::seconds(30));
        assert_eq!(enters(&register, LEYLA, &code_now(&register, &old)).await, Came::Refused);
        assert_eq!(enters(&register, LEYLA, &code_now(&register, &new)).await, Came::In);

        // What waits for its first code does not wait for ever.
        register.clock().advance(TimeDelta::seconds(30));
        let code = code_now(&register, &new);
        register.begin_second_factor(&actor, proof(&code)).await.expect("begun");
        register.clock().advance(TimeDelta::minutes(61));
        assert!(register.own_factor(&actor).await.expect("an answer").offered.is_none());

        let code = code_now(&register, &new);
        register.turn_second_factor_off(&actor, proof(&code)).await.expect("off");
        assert_eq!(log(&register).await[0], "second_factor_turned_off");
        assert!(opened(&register, LEYLA).await.session().is_some(), "the password is enough");
        for refused in [
            register.own_factor(&Actor::Reader).await.map(|_| ()),
            register.begin_second_factor(&Actor::Reader, proof("")).await,
            register.turn_second_factor_off(&Actor::Reader, proof("")).await,
        ] {
            assert!(matches!(refused, Err(Error::NotAllowed)));
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_factor_that_was_lost_is_taken_away_and_one_that_is_required_is_set_up_anew() {
    on_both(async |register| {
        account(&register, CARLA, Role::Coordinator).await;
        let given = register.give_second_factor(CARLA).await.expect("given");
        let own = half(&register, CARLA).await;
        let code = code_now(&register, &given.secret);
        let done = register.complete_sign_in(own.secret(), &code, "").await;
        let done = done.expect("an answer").expect("in time");
        assert!(done.recovery_codes.is_empty(), "they were told to the operator");
        let off = register.turn_second_factor_off(&done.actor, proof(&code)).await;
        assert!(matches!(off, Err(Error::NotAllowed)), "it is required");

        let told = register.take_second_factor_away(CARLA).await.expect("taken away");
        assert_eq!(told.as_deref(), Some(CARLA));
        assert_eq!(register.actor(done.token.secret()).await.expect("an answer"), Actor::Reader);
        assert_eq!(register.take_second_factor_away(CARLA).await.expect("nothing to do"), None);
        let again = half(&register, CARLA).await;
        let asked = register.half_done(again.secret()).await.expect("an answer");
        assert!(asked.and_then(|half| half.offered).is_some(), "it is set up anew");
        let acts = log(&register).await;
        let expected =
            ["second_factor_taken_away", "signed_in", "second_factor_set_up", "account_made"];
        assert_eq!(acts[..4], expected);

        let administrator = crate::common::account(Role::Administrator, None);
        let page = register.log(&administrator, &Wanted::default()).await.expect("the log");
        let lines = format!("{:?}", page.lines);
        assert!(!lines.contains(&given.secret.text) && !lines.contains(&given.recovery_codes[0]));
    })
    .await;
}
