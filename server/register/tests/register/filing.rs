//! Practices and pledges on their way to the Network, as the pages ask for it.

use crate::{
    common::{account, official, on_both, values},
    peer_review::{coordinator, give, in_review, message, named_and_declared, reviewers},
};
use domain::{
    account::{Actor, Role},
    fields::follow_up as forms,
    follow_up::{
        EntryKind,
        pledge::PledgeGap,
        practice::{Practice, PracticeGap},
        stage::{Stage, Step},
    },
    policy::EntryVerb,
};
use register::{
    Error, Lack, Register,
    following::{Place, Wanted},
};

fn reviewer() -> Actor {
    account(Role::Reviewer, None)
}

fn of_azerbaijan() -> Place {
    Place { owner: Some("AZE".into()), meeting: None, question: None, parent: None }
}

const COMPLETE: [(&str, &str); 5] = [
    ("title", "Example practice"),
    ("primary_objectives", "5"),
    ("summary", "Example summary"),
    ("organizations", "Example Ministry"),
    ("details", "Example details"),
];

async fn stage(register: &Register, id: i64) -> Stage {
    register.entry(&official("AZE"), id).await.expect("seen").stage
}

async fn lacks(register: &Register, actor: &Actor, id: i64, step: Step) -> Vec<Lack> {
    match register.take_step(actor, id, step).await {
        Err(Error::Lacks(lacks)) => lacks,
        other => panic!("{other:?}"),
    }
}

/// All of them say the same.
async fn opinions(register: &Register, id: i64, reviewers: &[Actor], opinion: &str) {
    for reviewer in reviewers {
        give(register, id, reviewer, opinion).await.expect("given");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_practice_is_filed_asked_about_filed_again_approved_and_published() {
    on_both(async |register| {
        let aze = official("AZE");
        let begun = values(&[("title", "Example practice")]);
        let id = register
            .begin_entry(&aze, EntryKind::Practice, of_azerbaijan(), &begun)
            .await
            .expect("begun")
            .id;
        assert!(matches!(register.entry(&reviewer(), id).await, Err(Error::NotFound)));
        let missing = lacks(&register, &aze, id, Step::Submit).await;
        assert!(missing.contains(&Lack::Practice(PracticeGap::NoSummary)), "{missing:?}");
        assert_eq!(stage(&register, id).await, Stage::Draft);

        let version = register.entry(&aze, id).await.expect("seen").version;
        let words = values(&COMPLETE);
        register.save_entry(&aze, id, forms::PRACTICE, version, &words, None).await.expect("saved");
        register.take_step(&aze, id, Step::Submit).await.expect("filed");
        let filed = register.entry(&aze, id).await.expect("seen");
        assert!(!filed.may(EntryVerb::Edit), "its words lie before the reviewers");

        let taken_up = register.take_step(&reviewer(), id, Step::TakeUp).await;
        assert!(matches!(taken_up, Err(Error::NotAllowed)), "the coordinator leads it");
        register.take_step(&coordinator(), id, Step::TakeUp).await.expect("taken up");
        assert_eq!(lacks(&register, &aze, id, Step::Recall).await, [Lack::WrongStep]);
        let asked = lacks(&register, &coordinator(), id, Step::RequestInformation).await;
        assert_eq!(asked, [Lack::Practice(PracticeGap::NoMessage)]);
        let reviewers = reviewers(&register, 3).await;
        named_and_declared(&register, id, &reviewers).await;
        opinions(&register, id, &reviewers, "more_information").await;
        message(&register, id, "Which years?").await;
        register.take_step(&coordinator(), id, Step::RequestInformation).await.expect("asked");
        assert!(register.entry(&aze, id).await.expect("seen").may(EntryVerb::Edit));
        register.take_step(&aze, id, Step::Submit).await.expect("filed again");

        opinions(&register, id, &reviewers, "approve").await;
        assert!(matches!(
            register.set_entry_published(&aze, id, true).await,
            Err(Error::NotAllowed)
        ));
        register.take_step(&coordinator(), id, Step::Approve).await.expect("approved");
        register.set_entry_published(&aze, id, true).await.expect("published");
        assert_eq!(register.entry(&Actor::Reader, id).await.expect("seen").stage, Stage::Approved);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_reviewers_said_is_told_to_nobody_outside_the_network() {
    on_both(async |register| {
        let aze = official("AZE");
        let id = in_review(&register).await;
        let reviewers = reviewers(&register, 3).await;
        named_and_declared(&register, id, &reviewers).await;
        opinions(&register, id, &reviewers, "decline").await;
        message(&register, id, "It is too early.").await;
        register.take_step(&coordinator(), id, Step::Decline).await.expect("declined");

        let told = register.entry(&aze, id).await.expect("seen").content::<Practice>();
        assert_eq!(told.peer_review.message.as_deref(), Some("It is too early."));
        assert!(told.peer_review.reviewers.is_empty(), "{:?}", told.peer_review);
        let (_, steps, _) = register.entry_history(&aze, id, None).await.expect("a history");
        assert!(!format!("{steps:?}").contains("Example Reviewer"), "{steps:?}");
        let (_, steps, _) = register.entry_history(&coordinator(), id, None).await.expect("one");
        assert!(format!("{steps:?}").contains("Example Reviewer"), "{steps:?}");

        let form = forms::PEER_REVIEW;
        let saved = register.save_entry(&aze, id, form, 1, &values(&[]), None).await;
        assert!(matches!(saved, Err(Error::NotAllowed)));
        register.take_step(&aze, id, Step::Revise).await.expect("begun anew");
        assert_eq!(stage(&register, id).await, Stage::Draft);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pledge_in_partnership_is_filed_once_every_partner_state_has_confirmed_its_part() {
    on_both(async |register| {
        let (aze, kaz) = (official("AZE"), official("KAZ"));
        let description = "A description of what is pledged. ".repeat(10);
        let words = values(&[
            ("title", "Example pledge"),
            ("kind", "process"),
            ("form", "in_partnership"),
            ("partners.0.state", "KAZ"),
            ("objectives", "5"),
            ("to", "2026"),
            ("description", &description),
            ("metric", "Two agreements signed"),
        ]);
        let id = register
            .begin_entry(&aze, EntryKind::Pledge, of_azerbaijan(), &words)
            .await
            .expect("begun")
            .id;
        let missing = lacks(&register, &aze, id, Step::Submit).await;
        assert_eq!(missing, [Lack::Pledge(PledgeGap::PartnerNotConfirmed)]);
        // The partner finds it before it is filed; nobody else does.
        let wanted = Wanted { kind: Some(EntryKind::Pledge), ..Wanted::default() };
        for (actor, found) in [(&kaz, 1), (&official("TJK"), 0), (&reviewer(), 0)] {
            assert_eq!(register.count_entries(actor, &wanted).await.expect("a count"), found);
        }
        assert!(matches!(register.confirm_entry(&aze, id).await, Err(Error::NotAllowed)));
        register.confirm_entry(&kaz, id).await.expect("confirmed");
        register.take_step(&aze, id, Step::Submit).await.expect("filed");
        assert_eq!(register.count_entries(&reviewer(), &wanted).await.expect("a count"), 1);

        register.set_entry_published(&aze, id, true).await.expect("published");
        assert!(register.entry(&Actor::Reader, id).await.is_ok());
        register.take_step(&aze, id, Step::Recall).await.expect("taken back");
        for other in [Actor::Reader, reviewer()] {
            let seen = register.entry(&other, id).await;
            assert!(matches!(seen, Err(Error::NotFound)), "a draft is its State's alone");
        }
        let version = register.entry(&aze, id).await.expect("seen").version;
        let mut changed = words.clone();
        changed.take("metric");
        changed.push("metric", "Ten agreements signed");
        register.save_entry(&aze, id, forms::PLEDGE, version, &changed, None).await.expect("saved");
        let missing = lacks(&register, &aze, id, Step::Submit).await;
        assert_eq!(
            missing,
            [Lack::Pledge(PledgeGap::PartnerNotConfirmed)],
            "what was confirmed is not what the pledge says now"
        );
    })
    .await;
}
