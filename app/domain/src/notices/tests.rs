use serde_json::json;

use super::*;
use crate::agreement::Party;

fn agreement(parties: &[&str]) -> Agreement {
    let mut agreement = Agreement::default();
    agreement.parties.parties =
        parties.iter().map(|code| Party { code: (*code).into(), role: None }).collect();
    agreement
}

fn told(notices: &[Notice]) -> Vec<(NoticeKind, &str, &str)> {
    notices
        .iter()
        .map(|notice| match &notice.to {
            To::State(state) => (notice.kind, state.as_str(), notice.detail),
            To::Network { reviewer } => {
                (notice.kind, reviewer.as_deref().unwrap_or("reviewers"), notice.detail)
            }
        })
        .collect()
}

fn confirmed(agreement: &Agreement, section: SectionCode, word: Word) -> Said {
    Said {
        section,
        state: "BBB".into(),
        word,
        about: agreement.section(section),
        own: None,
        reason: None,
    }
}

#[test]
fn the_other_parties_of_a_published_record_are_told_and_its_own_state_is_not() {
    let record = agreement(&["AAA", "BBB", "CCC"]);
    assert_eq!(
        told(&published(&record, Some("AAA"), 4)),
        [(NoticeKind::RecordPublished, "BBB", ""), (NoticeKind::RecordPublished, "CCC", "")]
    );
}

#[test]
fn a_change_is_told_to_who_spoke_on_that_section_and_to_who_is_named_only_now() {
    let before = agreement(&["AAA", "BBB"]);
    let mut term = before.clone();
    term.life.notice_months = Some(6);
    let spoke = [confirmed(&before, SectionCode::Life, Word::Confirmed)];
    let contested = [confirmed(&before, SectionCode::Life, Word::Contested)];
    let saving = |after, section, said| {
        saved(&Saving {
            before: &before,
            after,
            section,
            recorded_by: Some("AAA"),
            published: true,
            said,
            version: 5,
        })
    };
    for said in [&spoke, &contested] {
        assert_eq!(
            told(&saving(&term, SectionCode::Life, said)),
            [(NoticeKind::SectionChanged, "BBB", "life")]
        );
    }
    assert!(saving(&term, SectionCode::Life, &[]).is_empty());
    let more = agreement(&["AAA", "BBB", "CCC"]);
    assert_eq!(
        told(&saving(&more, SectionCode::Parties, &spoke)),
        [(NoticeKind::RecordPublished, "CCC", "")]
    );
}

#[test]
fn contesting_is_told_to_who_records_it_and_confirming_is_not() {
    let record = agreement(&["AAA", "BBB"]);
    let said = |word| confirmed(&record, SectionCode::Life, word);
    let found = answered(Some("AAA"), &said(Word::Contested), 4);
    assert_eq!(told(found.as_slice()), [(NoticeKind::SectionContested, "AAA", "life")]);
    assert_eq!(answered(Some("AAA"), &said(Word::Confirmed), 4), None);
    assert_eq!(answered(None, &said(Word::Contested), 4), None, "a public source has no inbox");
}

#[test]
fn a_step_is_told_to_the_other_side() {
    use EntryKind::{Dossier, Pledge, Practice, Review};
    use NoticeKind::{Accepted, Approved, Declined, InformationRequested, SentBack, Submitted};
    for (kind, before, step, expected) in [
        (Practice, Stage::Draft, Step::Submit, Some((Submitted, "reviewers"))),
        (Practice, Stage::InReview, Step::Approve, Some((Approved, "AAA"))),
        (Practice, Stage::InReview, Step::Decline, Some((Declined, "AAA"))),
        (Practice, Stage::Declined, Step::Revise, None),
        (Practice, Stage::Submitted, Step::TakeUp, None),
        (Dossier, Stage::InReview, Step::RequestInformation, Some((InformationRequested, "AAA"))),
        (Dossier, Stage::InformationRequested, Step::Submit, Some((SentBack, "reviewers"))),
        (Dossier, Stage::InReview, Step::Accept, Some((Accepted, "AAA"))),
        (Pledge, Stage::Draft, Step::Submit, None),
        (Review, Stage::Planned, Step::Open, None),
    ] {
        let found = stepped(&Stepping {
            kind,
            owner: Some("AAA"),
            before,
            step,
            reviewer: None,
            version: 3,
        });
        let found = found.as_slice();
        let found = told(found).first().map(|(kind, to, _)| (*kind, *to));
        assert_eq!(found, expected, "{kind:?} {step:?}");
    }
}

#[test]
fn a_pledge_is_told_to_its_partners_and_a_statement_to_the_state_it_was_written_for() {
    let pledge = json!({"pledge": {"partners": [{"state": "BBB"}, {"state": "AAA"}]}});
    assert_eq!(
        told(&entered(EntryKind::Pledge, Some("AAA"), false, &pledge)),
        [(NoticeKind::PledgeNames, "BBB", "")]
    );
    let statement = json!({"statement": {"text": "Example"}});
    assert_eq!(
        told(&entered(EntryKind::Statement, Some("AAA"), true, &statement)),
        [(NoticeKind::StatementRecorded, "AAA", "")]
    );
    assert!(entered(EntryKind::Statement, Some("AAA"), false, &statement).is_empty());
    assert!(entered(EntryKind::Commitment, Some("AAA"), false, &json!({})).is_empty());
}

#[test]
fn a_question_that_was_answered_meanwhile_no_longer_waits() {
    assert!(NoticeKind::InformationRequested.still_waits(Stage::InformationRequested));
    assert!(!NoticeKind::InformationRequested.still_waits(Stage::InReview));
    assert!(NoticeKind::Approved.still_waits(Stage::Approved));
}
