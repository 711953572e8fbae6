//! Reviews, dossiers and frozen registers, as the pages ask for it.

use std::collections::BTreeMap;

use crate::common::{account, official, on_both, values};
use chrono::TimeDelta;
use domain::{
    account::{Account, Actor, Role},
    changes::Change,
    checkpoints::talk_day,
    confirmation::differences,
    coverage::By,
    fields::{SectionCode, follow_up as forms},
    follow_up::{
        EntryKind,
        dossier::{Dossier, DossierGap, Drafted},
        review::Review,
        stage::{Stage, Step},
    },
    policy::EntryVerb,
    search::Query,
};
use register::{
    Error, Lack, Register,
    accounts::NewAccount,
    following::{Place, Wanted},
};

fn focal_point(state: &str) -> Actor {
    account(Role::FocalPoint, Some(state))
}

fn coordinator() -> Actor {
    account(Role::Coordinator, None)
}

fn reviewer() -> Actor {
    account(Role::Reviewer, None)
}

/// The review of the ECE region with the starter data around it, open for input.
async fn open_review(register: &Register) -> i64 {
    register.seed().await.expect("the starter data");
    let review = register.entry_by_key(&Actor::Reader, "rr-ece-2024").await.expect("seen").id;
    register.take_step(&coordinator(), review, Step::Open).await.expect("opened");
    review
}

fn drafted(frozen: i64, text: &str) -> Drafted {
    Drafted {
        language: "en".into(),
        on: "2026-03-01".parse().expect("a day"),
        frozen,
        chapters: BTreeMap::from([
            ("agreements_and_changes".to_owned(), text.to_owned()),
            ("figures".to_owned(), text.to_owned()),
        ]),
    }
}

async fn dossier(register: &Register, actor: &Actor, review: i64) -> i64 {
    let material = register.dossier_material(actor, review).await.expect("the material");
    let dossier = register.begin_dossier(actor, review).await.expect("begun");
    let draft = drafted(material.frozen, "A line. [agreements/1]");
    register.draft_dossier(actor, dossier, draft).await.expect("drafted");
    dossier
}

async fn text(register: &Register, id: i64, chapter: &str) -> String {
    let entry = register.entry(&focal_point("AZE"), id).await.expect("seen");
    entry.content[chapter]["text"].as_str().unwrap_or_default().to_owned()
}

async fn stage(register: &Register, id: i64) -> Stage {
    register.entry(&focal_point("AZE"), id).await.expect("seen").stage
}

#[tokio::test(flavor = "multi_thread")]
async fn the_starter_data_holds_the_second_cycle_and_says_nothing_about_who_takes_part() {
    on_both(async |register| {
        register.seed().await.expect("the starter data");
        let wanted = Wanted { kind: Some(EntryKind::Review), ..Wanted::default() };
        let reviews = register.entries_of(&Actor::Reader, &wanted).await.expect("reviews");
        assert_eq!(reviews.len(), 7);
        for review in reviews {
            assert_eq!(review.stage, Stage::Planned, "{}", review.title);
            assert!(review.content::<Review>().taking_part.is_empty(), "{}", review.title);
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_focal_point_says_for_its_state_alone_whether_it_takes_part() {
    on_both(async |register| {
        let review = open_review(&register).await;
        register.take_part(&focal_point("AZE"), review, true).await.expect("said");
        for actor in [official("AZE"), focal_point("PAK"), reviewer(), Actor::Reader] {
            let refused = register.take_part(&actor, review, true).await;
            assert!(matches!(refused, Err(Error::NotAllowed)), "{actor:?}");
        }
        let desk = async || {
            let entry = register.entry(&reviewer(), review).await.expect("seen");
            let rows = register.desk(&reviewer(), &entry).await.expect("the desk");
            let of = |state: &str| rows.iter().find(|row| row.state == state).cloned();
            (of("AZE").expect("a member"), of("ITA").expect("a member"), of("PAK"))
        };
        let (azerbaijan, italy, pakistan) = desk().await;
        assert_eq!(azerbaijan.takes_part, Some(true));
        assert!(italy.is_silent());
        assert!(pakistan.is_none(), "it is no member of the commission");
        register.take_part(&focal_point("AZE"), review, false).await.expect("said");
        assert_eq!(desk().await.0.takes_part, Some(false));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn drafting_again_keeps_the_words_of_the_state_and_renews_the_rest() {
    on_both(async |register| {
        let review = open_review(&register).await;
        let writer = official("AZE");
        let dossier = dossier(&register, &writer, review).await;
        assert_eq!(register.begin_dossier(&writer, review).await.expect("the same"), dossier);
        let form = forms::DOSSIER[1];
        let version = register.entry(&writer, dossier).await.expect("seen").version;
        let own = values(&[("text", "Our own words.")]);
        register.save_entry(&writer, dossier, form, version, &own, None).await.expect("saved");
        let frozen = register.dossier_material(&writer, review).await.expect("material").frozen;
        let draft = drafted(frozen, "Another line. [agreements/2]");
        register.draft_dossier(&writer, dossier, draft).await.expect("drafted");
        assert_eq!(text(&register, dossier, "agreements_and_changes").await, "Our own words.");
        assert_eq!(text(&register, dossier, "figures").await, "Another line. [agreements/2]");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dossier_goes_from_its_state_to_the_network_and_back_until_it_is_accepted() {
    on_both(async |register| {
        let review = open_review(&register).await;
        let (state, network) = (focal_point("AZE"), reviewer());
        let id = dossier(&register, &state, review).await;
        let unseen = register.entry(&network, id).await;
        assert!(matches!(unseen, Err(Error::NotFound)), "a draft is its State's alone");
        let official_files = register.take_step(&official("AZE"), id, Step::Submit).await;
        assert!(matches!(official_files, Err(Error::NotAllowed)));

        register.take_step(&state, id, Step::Submit).await.expect("filed");
        register.take_step(&network, id, Step::TakeUp).await.expect("taken up");
        let entry = register.entry(&network, id).await.expect("seen");
        assert!(!entry.may(EntryVerb::Edit), "nobody of the Network edits a State's words");
        let nothing_asked = register.take_step(&network, id, Step::RequestInformation).await;
        assert!(matches!(
            nothing_asked,
            Err(Error::Lacks(lacks)) if lacks == [Lack::Dossier(DossierGap::NoQuestion)]
        ));
        let question = values(&[("chapter", "figures"), ("text", "Which year?")]);
        let by_the_state = register.ask_about(&state, id, &question).await;
        assert!(matches!(by_the_state, Err(Error::NotAllowed)));
        register.ask_about(&network, id, &question).await.expect("asked");
        let accepted = register.take_step(&network, id, Step::Accept).await;
        assert!(matches!(accepted, Err(Error::Lacks(_))), "a question is open");
        register.take_step(&network, id, Step::RequestInformation).await.expect("requested");

        let early = register.take_step(&state, id, Step::Submit).await;
        assert!(matches!(early, Err(Error::Lacks(_))), "the question is not answered");
        let answer = values(&[("text", "2023.")]);
        register.answer_question(&state, id, 0, None, &answer).await.expect("answered");
        let unseen = register.answer_question(&official("AZE"), id, 0, None, &answer).await;
        assert!(matches!(unseen, Err(Error::Lacks(_))), "a colleague has answered meanwhile");
        let seen = register.answer_question(&state, id, 0, Some("2023."), &answer).await;
        assert!(seen.is_ok(), "{seen:?}");
        let no_such = register.answer_question(&state, id, 1, None, &answer).await;
        assert!(matches!(no_such, Err(Error::NotFound)));
        register.take_step(&state, id, Step::Submit).await.expect("filed again");
        register.take_step(&network, id, Step::Accept).await.expect("accepted");
        assert_eq!(stage(&register, id).await, Stage::Accepted);

        let by_the_network = register.set_entry_published(&network, id, true).await;
        assert!(
            matches!(by_the_network, Err(Error::NotAllowed)),
            "publication is the State's choice"
        );
        register.set_entry_published(&state, id, true).await.expect("published");
        let public = register.entry(&Actor::Reader, id).await.expect("everybody reads it");
        assert!(public.content::<Dossier>().questions.is_empty(), "questions stay between the two");
        assert!(public.content::<Dossier>().drafted.is_some(), "it cites a frozen register");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_state_without_a_seat_in_the_commission_or_before_the_opening_sends_no_dossier() {
    on_both(async |register| {
        let review = open_review(&register).await;
        let pakistan = register.dossier_material(&focal_point("PAK"), review).await;
        assert!(matches!(pakistan, Err(Error::NotFound)));
        let network = register.dossier_material(&coordinator(), review).await;
        assert!(matches!(network, Err(Error::NotAllowed)));
        let closed = register.entry_by_key(&Actor::Reader, "rr-escap-2025").await.expect("seen").id;
        let early = register.begin_dossier(&focal_point("AZE"), closed).await;
        assert!(matches!(early, Err(Error::Lacks(_))));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_frozen_figure_stays_when_a_back_dated_agreement_is_entered() {
    on_both(async |register| {
        register.seed().await.expect("the starter data");
        let by_a_reader = register.freeze(&Actor::Reader, talk_day()).await;
        assert!(matches!(by_a_reader, Err(Error::NotAllowed)));
        let first = register.freeze(&coordinator(), talk_day()).await.expect("frozen");
        let again = register.freeze(&coordinator(), talk_day()).await.expect("frozen");
        assert_eq!(first, again, "nothing has changed, so it is the same");
        let before = register.frozen(first).await.expect("drawn");
        assert!(before.is_intact);

        let writer = official("AZE");
        let identity = values(&[
            ("kind", "labour_migration_agreement"),
            ("legal_nature", "binding"),
            ("level", "state"),
            ("titles.0.text", "Example agreement"),
            ("titles.0.language", "en"),
        ]);
        let parties = values(&[("parties.0.code", "AZE"), ("parties.1.code", "KAZ")]);
        let record = register.record(&writer, &identity, &parties).await.expect("recorded");
        let life = values(&[
            ("events.0.kind", "signed"),
            ("events.0.date", "2010-01-01"),
            ("events.1.kind", "entered_into_force"),
            ("events.1.date", "2010-06-01"),
        ]);
        register
            .save_section(&writer, record.id, SectionCode::Life, record.version, &life, None)
            .await
            .expect("saved");
        let version = register.agreement(&writer, record.id).await.expect("seen").version;
        let source = values(&[("sources.0.title", "Example gazette")]);
        register
            .save_section(&writer, record.id, SectionCode::References, version, &source, None)
            .await
            .expect("saved");
        register.set_published(&writer, record.id, true).await.expect("published");

        let after = register.frozen(first).await.expect("drawn again");
        assert_eq!(after.figures, before.figures, "what was frozen is not rewritten");
        assert!(after.is_intact);
        let second = register.freeze(&coordinator(), talk_day()).await.expect("frozen");
        let now = register.frozen(second).await.expect("drawn").figures;
        assert_eq!(now.agreements, before.figures.agreements + 1);
        assert_eq!(now.applied, before.figures.applied + 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn frozen_figures_are_those_that_the_pages_count() {
    on_both(async |register| {
        register.seed().await.expect("the starter data");
        let frozen = register.freeze(&coordinator(), talk_day()).await.expect("frozen");
        let drawn = register.frozen(frozen).await.expect("drawn").figures;
        let query = Query { at: Some("gcm-talk-baku-2023".into()), ..Query::default() };
        let counted = register.coverage(&query, By::Item).await.expect("counted");
        assert_eq!((drawn.agreements, drawn.coded), (counted.total, counted.coded));
        assert_eq!(drawn.items, counted.rows);
        assert!(drawn.agreements > 50, "{}", drawn.agreements);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_concluded_review_rests_on_the_register_as_it_stood() {
    on_both(async |register| {
        let review = open_review(&register).await;
        register.take_step(&coordinator(), review, Step::BeginReview).await.expect("begun");
        let by_a_reviewer = register.take_step(&reviewer(), review, Step::Conclude).await;
        assert!(matches!(by_a_reviewer, Err(Error::NotAllowed)));
        register.take_step(&coordinator(), review, Step::Conclude).await.expect("concluded");
        let entry = register.entry(&Actor::Reader, review).await.expect("seen");
        let frozen = entry.content::<Review>().frozen.expect("it is frozen");
        let drawn = register.frozen(frozen).await.expect("drawn");
        assert_eq!(drawn.head.day.to_string(), "2024-03-11");
        let late = register.begin_dossier(&focal_point("AZE"), review).await;
        assert!(matches!(late, Err(Error::Lacks(_))));
    })
    .await;
}

/// Somebody of a State, with an account of their own.
async fn somebody(register: &Register, role: Role, state: &str) -> Actor {
    let (email, name) = (format!("{state}@example.org").to_lowercase(), format!("Example {state}"));
    let new = NewAccount {
        email: email.clone(),
        name: name.clone(),
        role,
        state: Some(state.to_owned()),
        password: "a quiet morning in May".into(),
    };
    let id = register.add_account(new).await.expect("an account");
    Actor::Account(Account { id, name, email, role, state: Some(state.to_owned()) })
}

#[tokio::test(flavor = "multi_thread")]
async fn the_desk_tells_when_a_state_was_last_heard_and_who_spoke_since_the_opening_is_not_silent()
{
    on_both(async |register| {
        // The first account, which has the number of the other tests' actors, is of no member State.
        somebody(&register, Role::Official, "PAK").await;
        let azerbaijan = somebody(&register, Role::Official, "AZE").await;
        let place = Place { owner: Some("AZE".into()), ..Place::default() };
        let words = values(&[("text", "Example commitment")]);
        let begun = register.begin_entry(&azerbaijan, EntryKind::Commitment, place, &words).await;
        let commitment = begun.expect("begun").id;
        register.set_entry_published(&azerbaijan, commitment, true).await.expect("published");
        register.clock().advance(TimeDelta::days(1));
        let review = open_review(&register).await;
        let desk = async |state: &str| {
            let entry = register.entry(&reviewer(), review).await.expect("seen");
            let rows = register.desk(&reviewer(), &entry).await.expect("the desk");
            let row = rows.iter().find(|row| row.state == state).expect("a member");
            (row.heard.map(|day| day.to_string()), row.is_silent())
        };
        assert_eq!(desk("AZE").await, (Some("2026-03-01".into()), true), "before the opening");
        assert_eq!(desk("ITA").await, (None, true));

        register.clock().advance(TimeDelta::days(1));
        let report = values(&[("text", "Under way"), ("status", "in_progress")]);
        register.report(&azerbaijan, commitment, &report).await.expect("reported");
        assert_eq!(desk("AZE").await, (Some("2026-03-03".into()), false));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dossier_is_drafted_from_what_both_parties_published_and_contest() {
    on_both(async |register| {
        let review = open_review(&register).await;
        let (azerbaijan, kazakhstan) = (official("AZE"), official("KAZ"));
        let identity = values(&[
            ("kind", "labour_migration_agreement"),
            ("legal_nature", "binding"),
            ("level", "state"),
            ("titles.0.text", "Example agreement"),
            ("titles.0.language", "en"),
        ]);
        let parties = values(&[("parties.0.code", "AZE"), ("parties.1.code", "KAZ")]);
        let id = register.record(&azerbaijan, &identity, &parties).await.expect("recorded").id;
        let sources = values(&[("sources.0.title", "Example gazette")]);
        let life = values(&[("events.0.kind", "signed"), ("events.0.date", "2017-04-05")]);
        for (section, base, words) in
            [(SectionCode::Life, 1, &life), (SectionCode::References, 2, &sources)]
        {
            let saved = register.save_section(&azerbaijan, id, section, base, words, None).await;
            saved.expect("saved");
        }
        register.set_published(&azerbaijan, id, true).await.expect("published");
        let own = values(&[("events.0.kind", "signed"), ("events.0.date", "2017-05-04")]);
        let reason = Some("Our original says 4 May.".to_owned());
        let said = register.answer(&kazakhstan, id, SectionCode::Life, 4, Some(&own), reason);
        said.await.expect("contested");

        let number = id.to_string();
        let mut reports = Vec::new();
        for (actor, is_published) in
            [(&azerbaijan, true), (&kazakhstan, true), (&kazakhstan, false)]
        {
            let state = actor.state().expect("a State").to_owned();
            let place = Place { owner: Some(state), ..Place::default() };
            let words = values(&[("agreements", number.as_str()), ("from", "2024")]);
            let begun =
                register.begin_entry(actor, EntryKind::AgreementReport, place, &words).await;
            let report = begun.expect("begun").id;
            if is_published {
                register.set_entry_published(actor, report, true).await.expect("published");
                reports.push((id, report));
            }
        }
        let material = register.dossier_material(&azerbaijan, review).await.expect("material");
        let told: Vec<(i64, i64)> =
            material.reports.iter().map(|on| (on.agreement, on.entry.id)).collect();
        assert_eq!(told, reports, "the other party's draft is its own");
        let of = material.agreements.iter().find(|of| of.id == id).expect("it is the State's");
        assert_eq!(of.heard.map(|day| day.to_string()).as_deref(), Some("2026-03-01"));
        let [said] = of.said.as_slice() else { panic!("{:?}", of.said) };
        let differences = differences(&of.agreement, said);
        assert!(
            matches!(&differences[..], [Change::RowField { before, after, .. }]
                if before == "2017-04-05" && after == "2017-05-04"),
            "{differences:?}"
        );
        let untouched = material.agreements.iter().find(|of| of.id != id).expect("starter data");
        assert_eq!((untouched.heard, untouched.said.len()), (None, 0));
    })
    .await;
}
