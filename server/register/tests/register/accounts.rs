//! Accounts and sessions.

use chrono::TimeDelta;
use domain::{
    account::{Actor, Role},
    mailing::Pace,
};
use register::{
    AccountProblem, Error, Register, accounts::NewAccount, mailing::MailSetting, signing_in::Opened,
};

use crate::common::{on_both, values};

const PASSWORD: &str = "a quiet morning in May";

fn somebody() -> NewAccount {
    NewAccount {
        email: "Official@Example.org".into(),
        name: "Example Official".into(),
        role: Role::Official,
        state: Some("Türkiye".into()),
        password: PASSWORD.into(),
    }
}

async fn token(register: &Register) -> String {
    let signed_in = register
        .sign_in("official@example.org", PASSWORD.into(), "a browser")
        .await
        .expect("an answer");
    signed_in.and_then(Opened::session).expect("signed in").0.secret().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn an_account_of_a_state_signs_in_and_is_known_by_its_token() {
    on_both(async |register| {
        register.add_account(somebody()).await.expect("made");
        let token = token(&register).await;
        assert_eq!(token.len(), 64);
        let actor = register.actor(&token).await.expect("an answer");
        assert_eq!(actor.state(), Some("TUR"));
        assert_eq!(register.actor("0000").await.expect("an answer"), Actor::Reader);
        for (email, password) in
            [("official@example.org", "wrong"), ("nobody@example.org", PASSWORD), ("", "")]
        {
            assert!(
                register.sign_in(email, password.into(), "").await.expect("an answer").is_none(),
                "{email}"
            );
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_ends_when_it_is_not_used_and_in_any_case_after_a_day_of_work() {
    on_both(async |register| {
        register.add_account(somebody()).await.expect("made");
        let idle = token(&register).await;
        register.clock().advance(TimeDelta::minutes(119));
        assert!(register.actor(&idle).await.expect("an answer").account().is_some());
        register.clock().advance(TimeDelta::minutes(121));
        assert_eq!(register.actor(&idle).await.expect("an answer"), Actor::Reader);

        let busy = token(&register).await;
        for _ in 0..11 {
            register.clock().advance(TimeDelta::hours(1));
            assert!(register.actor(&busy).await.expect("an answer").account().is_some());
        }
        register.clock().advance(TimeDelta::hours(1));
        assert_eq!(register.actor(&busy).await.expect("an answer"), Actor::Reader);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn signing_out_everywhere_a_reset_and_disabling_end_every_session() {
    on_both(async |register| {
        register.add_account(somebody()).await.expect("made");
        let (one, two) = (token(&register).await, token(&register).await);
        let actor = register.actor(&one).await.expect("an answer");
        assert_eq!(register.sign_out_everywhere(&actor).await.expect("done"), 2);
        for token in [one, two] {
            assert_eq!(register.actor(&token).await.expect("an answer"), Actor::Reader);
        }
        let before = token(&register).await;
        register
            .reset_password("official@example.org", "another quiet evening".into())
            .await
            .expect("reset");
        assert_eq!(register.actor(&before).await.expect("an answer"), Actor::Reader);
        register.disable_account("official@example.org").await.expect("disabled");
        let refused =
            register.sign_in("official@example.org", "another quiet evening".into(), "").await;
        assert!(refused.expect("an answer").is_none());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_an_account_holds_of_a_person_is_erased_and_what_it_did_stays() {
    on_both(async |register| {
        register.add_account(somebody()).await.expect("made");
        let token = token(&register).await;
        let actor = register.actor(&token).await.expect("an answer");
        let identity = values(&[
            ("kind", "labour_migration_agreement"),
            ("titles.0.text", "Example agreement"),
            ("titles.0.language", "en"),
        ]);
        let parties = values(&[("parties.0.code", "TUR"), ("parties.1.code", "KAZ")]);
        let id = register.record(&actor, &identity, &parties).await.expect("recorded").id;
        let mail = MailSetting { pace: Pace::Daily, language: "en".into() };
        register.set_mail(&actor, Some(&mail)).await.expect("chosen");

        register.erase_account("official@example.org").await.expect("erased");
        assert_eq!(register.actor(&token).await.expect("an answer"), Actor::Reader);
        let signed_in = register.sign_in("official@example.org", PASSWORD.into(), "").await;
        assert!(signed_in.expect("an answer").is_none());
        let gone = register.erase_account("official@example.org").await;
        assert!(matches!(gone, Err(Error::Account(AccountProblem::Missing))));
        assert!(register.mail_setting(&actor).await.expect("an answer").is_none());

        register.add_account(somebody()).await.expect("the address is free again");
        let other = register.sign_in("official@example.org", PASSWORD.into(), "").await;
        let (_, other) = other.expect("an answer").and_then(Opened::session).expect("signed in");
        assert_ne!(other.account().map(|own| own.id), actor.account().map(|own| own.id));
        let (_, history, _) = register.history(&other, id, None).await.expect("a history");
        assert!(history.iter().any(|entry| entry.author.contains("Example Official")));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_account_that_does_not_fit_is_refused_with_the_reason() {
    on_both(async |register| {
        register.add_account(somebody()).await.expect("made");
        let reason = async |account: NewAccount| match register.add_account(account).await {
            Err(Error::Account(problem)) => problem,
            other => panic!("{other:?}"),
        };
        assert_eq!(reason(somebody()).await, AccountProblem::Exists);
        let other = || NewAccount { email: "other@example.org".into(), ..somebody() };
        assert_eq!(
            reason(NewAccount { email: "nobody".into(), ..other() }).await,
            AccountProblem::NotAnAddress
        );
        assert_eq!(reason(NewAccount { state: None, ..other() }).await, AccountProblem::NeedsState);
        assert_eq!(
            reason(NewAccount { state: Some("Ruritania".into()), ..other() }).await,
            AccountProblem::NoSuchState
        );
        assert_eq!(
            reason(NewAccount { role: Role::Reviewer, ..other() }).await,
            AccountProblem::HasState
        );
        let plain = register.add_account(NewAccount { password: "short".into(), ..other() }).await;
        assert!(matches!(plain, Err(Error::Password(_))));
    })
    .await;
}
