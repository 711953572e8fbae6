use proptest::prelude::*;

use super::*;

fn question(answered: bool) -> Question {
    let on = "2024-02-01".parse().expect("a day");
    let author = || "Example".to_owned();
    Question {
        chapter: Chapter::Figures,
        text: "Which year?".into(),
        author: author(),
        on,
        answer: answered.then(|| Answered { text: "2023".into(), author: author(), on }),
    }
}

fn dossier(drafted: bool, questions: &[bool]) -> Dossier {
    let drafted = drafted.then(|| Drafted {
        language: "en".into(),
        on: "2024-01-01".parse().expect("a day"),
        frozen: 1,
        chapters: BTreeMap::new(),
    });
    Dossier { drafted, questions: questions.iter().map(|answered| question(*answered)).collect() }
}

#[test]
fn a_step_says_what_stands_in_its_way() {
    use DossierGap::{NoQuestion, NotDrafted, QuestionOpen};
    for (dossier, step, expected) in [
        (dossier(false, &[]), Step::Submit, vec![NotDrafted]),
        (dossier(true, &[]), Step::Submit, vec![]),
        (dossier(true, &[true, false]), Step::Submit, vec![QuestionOpen]),
        (dossier(true, &[true]), Step::RequestInformation, vec![NoQuestion]),
        (dossier(true, &[false]), Step::RequestInformation, vec![]),
        (dossier(true, &[false]), Step::Accept, vec![QuestionOpen]),
        (dossier(true, &[true]), Step::Accept, vec![]),
        (dossier(true, &[]), Step::TakeUp, vec![]),
    ] {
        assert_eq!(lacks(&dossier, step), expected, "{step:?} {dossier:?}");
    }
}

#[test]
fn drafting_again_keeps_what_the_state_wrote_and_renews_the_rest() {
    for (text, before, expected) in [
        (None, None, "new"),
        (Some("  "), Some("old"), "new"),
        (Some("old\n"), Some("old"), "new"),
        (Some("our words"), Some("old"), "our words"),
        (Some("our words"), None, "our words"),
    ] {
        assert_eq!(redrafted(text, before, "new"), expected, "{text:?} {before:?}");
    }
}

#[test]
fn what_the_state_left_out_and_what_it_added_is_told_line_by_line() {
    let difference = difference("One.\n\nOurs.\nThree.", "One.\nTwo.\nThree.\n");
    assert_eq!(difference.left_out, ["Two."]);
    assert_eq!(difference.own, ["Ours."]);
}

#[test]
fn a_record_named_in_a_line_is_found_and_other_brackets_are_words() {
    let record = |path, id| Piece::Record(Reference { path, id });
    for (line, expected) in [
        ("In force. [agreements/12]", vec![Piece::Words("In force. "), record("agreements", 12)]),
        (
            "[commitments/3] due [pledges/4], see [1]",
            vec![
                record("commitments", 3),
                Piece::Words(" due "),
                record("pledges", 4),
                Piece::Words(", see [1]"),
            ],
        ),
        ("[[agreements/5]]", vec![Piece::Words("["), record("agreements", 5), Piece::Words("]")]),
        ("[nothing/1] [agreements/x] [", vec![Piece::Words("[nothing/1] [agreements/x] [")]),
        ("", vec![]),
    ] {
        assert_eq!(pieces(line), expected, "{line}");
    }
}

#[test]
fn a_line_of_very_many_brackets_is_read_to_its_end() {
    let words = "ё]".repeat(75_000);
    let line = format!("{words}[agreements/12]");
    let record = Piece::Record(Reference { path: "agreements", id: 12 });
    assert_eq!(pieces(&line), [Piece::Words(&words), record]);
}

proptest! {
    #[test]
    fn no_character_of_a_line_is_lost(line in "[\\[\\]a-z/0-9 ё]{0,40}") {
        let whole: String = pieces(&line)
            .into_iter()
            .map(|piece| match piece {
                Piece::Words(words) => words.to_owned(),
                Piece::Record(record) => reference(record.path, record.id),
            })
            .collect();
        // Leading zeros of a number are all that a reference does not keep.
        prop_assume!(!line.contains("/0"));
        prop_assert_eq!(whole, line);
    }
}
