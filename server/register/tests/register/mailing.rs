//! Notices and the mails made of them.

use crate::common::{on_both, values};
use chrono::TimeDelta;
use domain::{
    account::{Account, Actor, Role},
    fields::{SectionCode, follow_up as forms},
    follow_up::{EntryKind, stage::Step},
    mailing::Pace,
    notices::NoticeKind,
};
use register::{
    Error, Register,
    accounts::NewAccount,
    following::Place,
    mailing::{Letter, MailSetting, Retry},
};

const PASSWORD: &str = "a quiet morning in May";

/// Somebody with an account.
pub async fn somebody(register: &Register, name: &str, role: Role, state: Option<&str>) -> Actor {
    let email = format!("{name}@example.org");
    let new = NewAccount {
        email: email.clone(),
        name: name.to_owned(),
        role,
        state: state.map(str::to_owned),
        password: PASSWORD.to_owned(),
    };
    let id = register.add_account(new).await.expect("made");
    let (name, state) = (name.to_owned(), state.map(str::to_owned));
    Actor::Account(Account { id, name, email, role, state })
}

pub async fn wants(register: &Register, actor: &Actor, pace: Pace) {
    let setting = MailSetting { pace, language: "ru".into() };
    register.set_mail(actor, Some(&setting)).await.expect("chosen");
}

/// A draft of the actor's State with Kazakhstan, of which nothing is missing; its version is 3.
pub async fn draft(register: &Register, actor: &Actor, title: &str) -> i64 {
    let identity = values(&[
        ("kind", "labour_migration_agreement"),
        ("legal_nature", "binding"),
        ("level", "state"),
        ("titles.0.text", title),
        ("titles.0.language", "en"),
    ]);
    let parties = values(&[("parties.0.code", "AZE"), ("parties.1.code", "KAZ")]);
    let id = register.record(actor, &identity, &parties).await.expect("recorded").id;
    let life = [("events.0.kind", "signed"), ("events.0.date", "2017-04-05")];
    save(register, actor, id, SectionCode::Life, 1, &life).await;
    let sources = [("sources.0.title", "Example gazette")];
    save(register, actor, id, SectionCode::References, 2, &sources).await;
    id
}

pub async fn save(
    register: &Register,
    actor: &Actor,
    id: i64,
    section: SectionCode,
    base: i32,
    pairs: &[(&str, &str)],
) {
    let saved = register.save_section(actor, id, section, base, &values(pairs), None).await;
    saved.unwrap_or_else(|error| panic!("{section:?}: {error}"));
}

async fn next(register: &Register) -> Option<Letter> {
    register.next_letter(false).await.expect("an answer")
}

/// What the next mail tells, which is then sent; nothing where none is due.
pub async fn told(register: &Register) -> Option<(String, Vec<(NoticeKind, String)>)> {
    let letter = next(register).await?;
    register.letter_sent(&letter).await.expect("noted");
    let lines = letter.lines.into_iter().map(|line| (line.kind, line.path)).collect();
    Some((letter.to, lines))
}

#[tokio::test(flavor = "multi_thread")]
async fn only_who_wants_mail_is_told_that_a_record_names_the_state_and_only_once() {
    on_both(async |register| {
        let aze = somebody(&register, "leyla", Role::Official, Some("AZE")).await;
        let kaz = somebody(&register, "aigul", Role::FocalPoint, Some("KAZ")).await;
        let tur = somebody(&register, "ayse", Role::Official, Some("TUR")).await;
        assert_eq!(register.mail_setting(&kaz).await.expect("an answer"), None);
        let unwanted = draft(&register, &aze, "Before anybody wanted mail").await;
        register.set_published(&aze, unwanted, true).await.expect("published");
        for actor in [&aze, &kaz, &tur] {
            wants(&register, actor, Pace::Immediately).await;
        }
        let id = draft(&register, &aze, "Example agreement").await;
        assert_eq!(told(&register).await, None, "a draft is told to nobody");
        register.set_published(&aze, id, true).await.expect("published");
        let letter = next(&register).await.expect("a mail");
        assert_eq!((letter.to.as_str(), letter.language.as_str()), ("aigul@example.org", "ru"));
        assert_eq!(letter.lines.len(), 1);
        assert_eq!(letter.lines[0].kind, NoticeKind::RecordPublished);
        assert_eq!(letter.lines[0].title.as_deref(), Some("Example agreement"));
        assert!(next(&register).await.is_none(), "another instance does not make it too");
        register.letter_sent(&letter).await.expect("noted");
        assert_eq!(told(&register).await, None, "not the actor's State, no other, not twice");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_record_that_is_shown_to_the_parties_is_told_to_them_once_and_not_by_its_name() {
    on_both(async |register| {
        let aze = somebody(&register, "leyla", Role::Official, Some("AZE")).await;
        let kaz = somebody(&register, "aigul", Role::FocalPoint, Some("KAZ")).await;
        let network = somebody(&register, "ines", Role::Reviewer, None).await;
        for actor in [&kaz, &network] {
            wants(&register, actor, Pace::Immediately).await;
        }
        let id = draft(&register, &aze, "Example agreement").await;
        for with in ["parties", "network", "parties"] {
            let values = values(&[("shared_with", with)]);
            register.share(&aze, id, &values).await.expect("shared");
        }
        let letter = next(&register).await.expect("a mail");
        register.letter_sent(&letter).await.expect("noted");
        assert_eq!(letter.to, "aigul@example.org");
        let lines: Vec<_> = letter.lines.iter().map(|line| (line.kind, &line.title)).collect();
        assert_eq!(lines, [(NoticeKind::RecordShared, &None)]);
        assert_eq!(told(&register).await, None);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_may_not_be_seen_any_more_is_not_told() {
    on_both(async |register| {
        let aze = somebody(&register, "leyla", Role::Official, Some("AZE")).await;
        let kaz = somebody(&register, "aigul", Role::FocalPoint, Some("KAZ")).await;
        wants(&register, &kaz, Pace::Immediately).await;
        let id = draft(&register, &aze, "Example agreement").await;
        register.set_published(&aze, id, true).await.expect("published");
        register.set_published(&aze, id, false).await.expect("withdrawn");
        assert_eq!(told(&register).await, None);
        // Published again, it is new again.
        register.set_published(&aze, id, true).await.expect("published");
        let (_, lines) = told(&register).await.expect("a mail");
        assert_eq!(lines, [(NoticeKind::RecordPublished, format!("/agreements/{id}"))]);

        let other = draft(&register, &aze, "Another agreement").await;
        register.set_published(&aze, other, true).await.expect("published");
        register.disable_account("aigul@example.org").await.expect("disabled");
        assert_eq!(told(&register).await, None, "a disabled account is told nothing");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_digest_tells_several_things_in_one_mail_at_its_hour() {
    on_both(async |register| {
        // The clock stands at 09:00 on a Sunday.
        let aze = somebody(&register, "leyla", Role::Official, Some("AZE")).await;
        let daily = somebody(&register, "aigul", Role::FocalPoint, Some("KAZ")).await;
        let weekly = somebody(&register, "berik", Role::Official, Some("KAZ")).await;
        wants(&register, &daily, Pace::Daily).await;
        wants(&register, &weekly, Pace::Weekly).await;
        let mut paths = Vec::new();
        for title in ["One agreement", "Another agreement"] {
            let id = draft(&register, &aze, title).await;
            register.set_published(&aze, id, true).await.expect("published");
            paths.push((NoticeKind::RecordPublished, format!("/agreements/{id}")));
        }
        register.clock().advance(TimeDelta::hours(20));
        assert_eq!(told(&register).await, None, "at five in the morning");
        register.clock().advance(TimeDelta::hours(2));
        let mail = |to: &str| Some((format!("{to}@example.org"), paths.clone()));
        assert_eq!(told(&register).await, mail("aigul"));
        assert_eq!(told(&register).await, mail("berik"), "it is Monday");
        assert_eq!(told(&register).await, None);

        let id = draft(&register, &aze, "A third agreement").await;
        register.set_published(&aze, id, true).await.expect("published");
        register.clock().advance(TimeDelta::days(1));
        assert_eq!(told(&register).await.expect("a mail").0, "aigul@example.org");
        assert_eq!(told(&register).await, None, "it is Tuesday");
        let early = register.next_letter(true).await.expect("an answer");
        assert_eq!(early.expect("a mail").to, "berik@example.org");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_change_of_what_was_confirmed_and_a_contest_are_told_to_the_other_side() {
    on_both(async |register| {
        let aze = somebody(&register, "leyla", Role::Official, Some("AZE")).await;
        let kaz = somebody(&register, "aigul", Role::FocalPoint, Some("KAZ")).await;
        let id = draft(&register, &aze, "Example agreement").await;
        register.set_published(&aze, id, true).await.expect("published");
        for actor in [&aze, &kaz] {
            wants(&register, actor, Pace::Immediately).await;
        }
        register.answer(&kaz, id, SectionCode::Parties, 4, None, None).await.expect("confirmed");
        assert_eq!(told(&register).await, None, "nothing waits where all is right");
        let own = values(&[("events.0.kind", "signed"), ("events.0.date", "2017-05-04")]);
        let reason = Some("Our original says 4 May.".to_owned());
        register
            .answer(&kaz, id, SectionCode::Life, 4, Some(&own), reason)
            .await
            .expect("contested");
        let path = format!("/agreements/{id}");
        let (to, lines) = told(&register).await.expect("a mail");
        assert_eq!(to, "leyla@example.org");
        assert_eq!(lines, [(NoticeKind::SectionContested, path.clone())]);

        let life = [("events.0.kind", "signed"), ("events.0.date", "2017-05-04")];
        save(&register, &aze, id, SectionCode::Life, 4, &life).await;
        let letter = next(&register).await.expect("a mail");
        assert_eq!(letter.to, "aigul@example.org");
        assert_eq!(letter.lines[0].kind, NoticeKind::SectionChanged);
        assert_eq!(letter.lines[0].detail, "life");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_network_is_told_what_is_filed_and_the_state_what_becomes_of_it() {
    on_both(async |register| {
        let aze = somebody(&register, "leyla", Role::Official, Some("AZE")).await;
        let reviewer = somebody(&register, "rosa", Role::Reviewer, None).await;
        let coordinator = somebody(&register, "carla", Role::Coordinator, None).await;
        for actor in [&aze, &reviewer, &coordinator] {
            wants(&register, actor, Pace::Immediately).await;
        }
        let complete = values(&[
            ("title", "Example practice"),
            ("primary_objectives", "5"),
            ("summary", "Example summary"),
            ("organizations", "Example Ministry"),
            ("details", "Example details"),
        ]);
        let place = Place { owner: Some("AZE".into()), ..Place::default() };
        let begun = register.begin_entry(&aze, EntryKind::Practice, place, &complete).await;
        let id = begun.expect("begun").id;
        register.take_step(&aze, id, Step::Submit).await.expect("filed");
        for to in ["rosa@example.org", "carla@example.org"] {
            let letter = next(&register).await.expect("a mail");
            assert_eq!(letter.to, to);
            assert_eq!(letter.lines[0].kind, NoticeKind::Submitted);
            assert_eq!(letter.lines[0].owner.as_deref(), Some("AZE"));
            assert_eq!(letter.lines[0].title, None, "it is not published");
            register.letter_sent(&letter).await.expect("noted");
        }
        register.take_step(&coordinator, id, Step::TakeUp).await.expect("taken up");
        ask(&register, &coordinator, id).await;
        let (to, lines) = told(&register).await.expect("a mail");
        assert_eq!(
            (to.as_str(), lines[0].0),
            ("leyla@example.org", NoticeKind::InformationRequested)
        );

        register.take_step(&aze, id, Step::Submit).await.expect("sent back");
        let (to, lines) = told(&register).await.expect("a mail");
        assert_eq!((to.as_str(), lines[0].0), ("rosa@example.org", NoticeKind::SentBack));
        assert!(told(&register).await.is_some(), "the coordinator too");

        // A colleague answers before the mail is made.
        register.take_step(&coordinator, id, Step::RequestInformation).await.expect("asked again");
        register.take_step(&aze, id, Step::Submit).await.expect("sent back");
        let mut asked = Vec::new();
        while let Some((to, _)) = told(&register).await {
            asked.push(to);
        }
        assert_eq!(asked, ["rosa@example.org", "carla@example.org"]);
    })
    .await;
}

/// The coordinator says what more is asked for.
async fn ask(register: &Register, coordinator: &Actor, id: i64) {
    let version = register.entry(coordinator, id).await.expect("seen").version;
    let words = values(&[("message", "Which years?")]);
    let form = forms::PEER_REVIEW;
    register.save_entry(coordinator, id, form, version, &words, None).await.expect("saved");
    register.take_step(coordinator, id, Step::RequestInformation).await.expect("asked");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_partner_that_a_pledge_names_is_told_once_however_often_it_is_saved() {
    on_both(async |register| {
        let aze = somebody(&register, "leyla", Role::Official, Some("AZE")).await;
        let kaz = somebody(&register, "aigul", Role::FocalPoint, Some("KAZ")).await;
        wants(&register, &kaz, Pace::Immediately).await;
        let place = Place { owner: Some("AZE".into()), ..Place::default() };
        let mut words = values(&[("title", "Example pledge"), ("partners.0.state", "KAZ")]);
        let begun = register.begin_entry(&aze, EntryKind::Pledge, place, &words).await;
        let id = begun.expect("begun").id;
        let (to, lines) = told(&register).await.expect("a mail");
        assert_eq!(to, "aigul@example.org");
        assert_eq!(lines, [(NoticeKind::PledgeNames, format!("/pledges/{id}"))]);
        words.push("metric", "Two agreements signed");
        register.save_entry(&aze, id, forms::PLEDGE, 1, &words, None).await.expect("saved");
        assert_eq!(told(&register).await, None);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_deadline_is_told_once_when_it_has_come_near() {
    on_both(async |register| {
        let aze = somebody(&register, "leyla", Role::Official, Some("AZE")).await;
        wants(&register, &aze, Pace::Immediately).await;
        let place = || Place { owner: Some("AZE".into()), ..Place::default() };
        let mut paths = Vec::new();
        for due in ["2026-03-15", "2026-04-15"] {
            let words = values(&[("text", "Sign"), ("due", due)]);
            let begun = register.begin_entry(&aze, EntryKind::Commitment, place(), &words).await;
            paths.push(format!("/commitments/{}", begun.expect("begun").id));
        }
        // Every instance looks, and looks again.
        for _ in 0..2 {
            register.notice_deadlines().await.expect("looked at");
        }
        let letter = next(&register).await.expect("a mail");
        register.letter_sent(&letter).await.expect("noted");
        let [line] = &letter.lines[..] else { panic!("{letter:?}") };
        assert_eq!((line.kind, &line.path), (NoticeKind::DeadlineNear, &paths[0]));
        assert_eq!(line.day, "2026-03-15".parse().ok());
        assert_eq!(line.title, None, "it is a draft");

        register.clock().advance(TimeDelta::days(1));
        register.notice_deadlines().await.expect("looked at");
        assert_eq!(told(&register).await, None, "told once");
        register.clock().advance(TimeDelta::days(20));
        register.notice_deadlines().await.expect("looked at");
        let (_, lines) = told(&register).await.expect("a mail");
        assert_eq!(lines, [(NoticeKind::DeadlineNear, paths[1].clone())]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mail_that_is_not_taken_waits_ever_longer_and_is_given_up_in_the_end() {
    on_both(async |register| {
        let aze = somebody(&register, "leyla", Role::Official, Some("AZE")).await;
        let kaz = somebody(&register, "aigul", Role::FocalPoint, Some("KAZ")).await;
        wants(&register, &kaz, Pace::Immediately).await;
        let id = draft(&register, &aze, "Example agreement").await;
        register.set_published(&aze, id, true).await.expect("published");
        let mut tries = 0;
        loop {
            let letter = next(&register).await.expect("a mail");
            tries += 1;
            match register.letter_failed(&letter).await.expect("noted") {
                Retry::At(at) => {
                    assert!(next(&register).await.is_none(), "not before its time");
                    register.clock().advance(at - register.clock().now());
                }
                Retry::GivenUp => break,
            }
        }
        assert_eq!(tries, 7);
        assert_eq!(told(&register).await, None);

        // An instance that ended in the middle of sending holds a mail for a while and not for ever.
        let other = draft(&register, &aze, "Another agreement").await;
        register.set_published(&aze, other, true).await.expect("published");
        let lost = next(&register).await.expect("a mail");
        assert!(next(&register).await.is_none());
        register.clock().advance(TimeDelta::minutes(10));
        let again = next(&register).await.expect("a mail");
        assert_eq!(again.number(), lost.number(), "mail programs know it for the same");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn mails_end_by_the_choice_of_the_account_or_by_the_link_in_any_of_them() {
    on_both(async |register| {
        let aze = somebody(&register, "leyla", Role::Official, Some("AZE")).await;
        let kaz = somebody(&register, "aigul", Role::FocalPoint, Some("KAZ")).await;
        let publish = async |title: &str| {
            let id = draft(&register, &aze, title).await;
            register.set_published(&aze, id, true).await.expect("published");
        };
        wants(&register, &kaz, Pace::Immediately).await;
        publish("First").await;
        let token = next(&register).await.expect("a mail").stop_token;
        wants(&register, &kaz, Pace::Weekly).await;
        register.stop_mail("0000").await.expect("nothing");
        assert!(register.mail_setting(&kaz).await.expect("an answer").is_some());
        register.stop_mail(&token).await.expect("ended");
        assert_eq!(register.mail_setting(&kaz).await.expect("an answer"), None);
        register.stop_mail(&token).await.expect("it has done its work");

        wants(&register, &kaz, Pace::Immediately).await;
        publish("Second").await;
        register.set_mail(&kaz, None).await.expect("ended");
        wants(&register, &kaz, Pace::Immediately).await;
        assert_eq!(told(&register).await, None, "what waited was dropped");
        let refused = register.set_mail(&Actor::Reader, None).await;
        assert!(matches!(refused, Err(Error::NotAllowed)));
    })
    .await;
}
