//! Invitations, and the way back in for who forgot the password.

use chrono::TimeDelta;
use domain::{
    account::{Actor, Role},
    account_links::LinkPurpose,
    own_password::ChangeProblem,
    second_factor::FactorProblem,
};
use register::{
    AccountProblem, Error, Register,
    account_links::{Invited, Opens},
    accounts::NewAccount,
    signing_in::Opened,
    tokens::Token,
};

use crate::common::{app_code, on_both};

const EMAIL: &str = "leyla@example.org";
const OLD: &str = "a quiet morning in May";
const NEW: &str = "another quiet evening";

fn invited() -> Invited {
    Invited {
        email: EMAIL.into(),
        name: "Leyla Example".into(),
        role: Role::Official,
        state: Some("Azerbaijan".into()),
    }
}

async fn with_account(register: &Register, role: Role) {
    let state = role.is_of_a_state().then(|| "AZE".to_owned());
    let (email, name, password) = (EMAIL.into(), "Leyla Example".into(), OLD.into());
    register.add_account(NewAccount { email, name, role, state, password }).await.expect("made");
}

async fn chooses(register: &Register, token: &Token, new: &str) -> Result<bool, Error> {
    register.choose_password(token.secret(), new.to_owned(), new).await
}

async fn opens(register: &Register, token: &Token) -> Option<Opens> {
    register.opened_by(token.secret()).await.expect("an answer")
}

async fn signs_in(register: &Register, password: &str) -> bool {
    register.sign_in(EMAIL, password.to_owned(), "").await.expect("an answer").is_some()
}

#[tokio::test]
async fn who_is_invited_chooses_a_password_by_the_link_and_signs_in() {
    on_both(async |register| {
        let link = register.invite(invited()).await.expect("invited");
        let (name, email) = ("Leyla Example".to_owned(), EMAIL.to_owned());
        let expected = Opens { purpose: LinkPurpose::Invitation, name, email };
        assert_eq!(opens(&register, &link).await, Some(expected));
        assert!(!signs_in(&register, link.secret()).await, "the link is no password");
        assert!(chooses(&register, &link, NEW).await.expect("an answer"));
        assert!(signs_in(&register, NEW).await);
        let again = register.invite(invited()).await;
        assert!(matches!(again, Err(Error::Account(AccountProblem::Exists))));
    })
    .await;
}

#[tokio::test]
async fn a_link_is_used_once_and_a_password_that_is_refused_does_not_use_it_up() {
    on_both(async |register| {
        with_account(&register, Role::Official).await;
        let link = register.make_reset_link(EMAIL).await.expect("a link");
        let other = register.make_reset_link(EMAIL).await.expect("a link");
        for (new, again, problem) in [
            ("short", "short", ChangeProblem::TooShort),
            (NEW, "another quiet night", ChangeProblem::NotTheSame),
            ("Leyla Azerbaijan 2026", "Leyla Azerbaijan 2026", ChangeProblem::TooPlain),
        ] {
            let refused = register.choose_password(link.secret(), new.to_owned(), again).await;
            assert!(matches!(refused, Err(Error::NewPassword(found)) if found == problem), "{new}");
        }
        assert!(signs_in(&register, OLD).await, "the password stays until another one is chosen");
        assert!(chooses(&register, &link, NEW).await.expect("an answer"));
        for used in [&link, &other] {
            assert_eq!(opens(&register, used).await, None);
            assert!(!chooses(&register, used, OLD).await.expect("an answer"));
        }
        assert!(signs_in(&register, NEW).await && !signs_in(&register, OLD).await);
    })
    .await;
}

#[tokio::test]
async fn of_two_who_use_one_link_at_the_same_moment_one_sets_the_password() {
    on_both(async |register| {
        with_account(&register, Role::Official).await;
        let link = register.make_reset_link(EMAIL).await.expect("a link");
        let (one, other) = tokio::join!(
            chooses(&register, &link, NEW),
            chooses(&register, &link, "a third quiet evening"),
        );
        let set = [one.expect("an answer"), other.expect("an answer")];
        assert_eq!(set.iter().filter(|set| **set).count(), 1);
        assert_eq!(signs_in(&register, NEW).await, set[0]);
    })
    .await;
}

#[tokio::test]
async fn a_link_ends_by_time_by_a_new_password_and_with_the_account() {
    on_both(async |register| {
        let invitation = register.invite(invited()).await.expect("invited");
        register.clock().advance(LinkPurpose::Invitation.lasts() - TimeDelta::seconds(1));
        assert!(opens(&register, &invitation).await.is_some());
        register.clock().advance(TimeDelta::seconds(1));
        assert_eq!(opens(&register, &invitation).await, None);
        assert!(!chooses(&register, &invitation, NEW).await.expect("an answer"));

        let reset = register.make_reset_link(EMAIL).await.expect("a link");
        register.reset_password(EMAIL, OLD.into()).await.expect("reset");
        assert_eq!(opens(&register, &reset).await, None);

        let reset = register.make_reset_link(EMAIL).await.expect("a link");
        register.disable_account(EMAIL).await.expect("disabled");
        assert_eq!(opens(&register, &reset).await, None);
        let none = register.make_reset_link(EMAIL).await;
        assert!(matches!(none, Err(Error::Account(AccountProblem::Disabled))));
        assert!(register.forgotten(EMAIL).await.expect("an answer").is_none());
    })
    .await;
}

#[tokio::test]
async fn a_mailbox_gets_few_links_and_only_where_there_is_an_account() {
    on_both(async |register| {
        with_account(&register, Role::Official).await;
        for _ in 0..3 {
            let forgotten = register.forgotten("  Leyla@EXAMPLE.org ").await.expect("an answer");
            assert_eq!(forgotten.map(|forgotten| forgotten.to).as_deref(), Some(EMAIL));
        }
        assert!(register.forgotten(EMAIL).await.expect("an answer").is_none(), "the fourth");
        register.clock().advance(TimeDelta::minutes(20));
        assert!(register.forgotten(EMAIL).await.expect("an answer").is_some());
        for nobody in ["nobody@example.org", "no address"] {
            assert!(register.forgotten(nobody).await.expect("an answer").is_none());
        }
        for _ in 0..20 {
            register.count_forgotten("192.0.2.1").await.expect("not too often");
        }
        let too_often = register.count_forgotten("192.0.2.1").await;
        assert!(matches!(too_often, Err(Error::TooMany { .. })));
        register.count_forgotten("192.0.2.2").await.expect("another network is not slowed");
    })
    .await;
}

#[tokio::test]
async fn a_new_password_by_a_link_ends_sessions_and_leaves_the_second_factor() {
    on_both(async |register| {
        with_account(&register, Role::Coordinator).await;
        let given = register.give_second_factor(EMAIL).await.expect("given");
        let begin = async |password: &str| match register
            .sign_in(EMAIL, password.to_owned(), "")
            .await
            .expect("an answer")
        {
            Some(Opened::Half(half)) => half,
            _ => panic!("the second factor is asked for"),
        };
        let half = begin(OLD).await;
        let code = app_code(&given.secret.text, register.clock().now());
        let completed = register.complete_sign_in(half.secret(), &code, "").await;
        let session = completed.expect("an answer").expect("completed").token;
        let half_done = begin(OLD).await;

        let link = register.forgotten(EMAIL).await.expect("an answer").expect("a link").token;
        assert!(chooses(&register, &link, NEW).await.expect("an answer"));
        let actor = register.actor(session.secret()).await.expect("an answer");
        assert_eq!(actor, Actor::Reader);
        assert!(register.half_done(half_done.secret()).await.expect("an answer").is_none());
        let half = begin(NEW).await;
        let same = register.complete_sign_in(half.secret(), &code, "").await;
        assert!(matches!(same, Err(Error::SecondFactor(FactorProblem::NotTheCode))));
    })
    .await;
}
