use domain::{
    audit::{LogAct, SubjectKind},
    completeness::{Doubt, Gap},
    confirmation::{Answer, WordProblem},
    deadlines::DeadlineKind,
    devices::{Browser, System},
    duplicates::Reason,
    fields::{Field, FieldProblem, Form, Input, Part, SectionCode, follow_up},
    follow_up::{
        EntryKind,
        dossier::DossierGap,
        pledge::PledgeGap,
        practice::PracticeGap,
        progress::ReportProblem,
        registration::{Decision, RegistrationStatus},
        stage::Step,
    },
    indicators::Unit,
    jobs::{JobFailure, JobKind},
    mailing::Pace,
    notices::NoticeKind,
    own_password::ChangeProblem,
    search::{Facet, Sort},
    second_factor::FactorProblem,
};
use register::recording::Act;
use strum::VariantArray;

use super::*;
use crate::pages::follow_up::desk::Show;

const BOTH: [Words; 2] =
    [Words { language: Language::English }, Words { language: Language::Russian }];

#[track_caller]
fn there_is(key: &str) {
    for words in BOTH {
        assert!(words.has(key), "there are no words for {key}");
        assert!(!words.text(key).trim().is_empty(), "{key} is empty");
    }
}

#[test]
fn every_code_of_every_vocabulary_has_a_label_in_both_languages() {
    for vocabulary in Vocabulary::VARIANTS {
        for code in vocabulary.codes() {
            if vocabulary.reference_name(code, "en").is_none() {
                there_is(&format!("{}-{code}", vocabulary.code()));
            } else {
                for words in BOTH {
                    assert!(!words.label(*vocabulary, code).is_empty());
                }
            }
        }
    }
}

#[test]
fn every_section_form_and_field_has_a_label_in_both_languages() {
    let fields = |fields: &[Field], prefix: &str| {
        for field in fields.iter().filter(|field| field.input != Input::Kept) {
            there_is(&format!("{prefix}-{}", field.name));
        }
    };
    let parts = |form: Form| {
        for part in form.parts {
            match part {
                Part::Field(field) => fields(&[*field], &format!("field-{}", form.code)),
                Part::Rows(table) => {
                    there_is(&format!("table-{}-{}", form.code, table.name));
                    there_is(&format!("table-{}-{}-add", form.code, table.name));
                    fields(table.fields, &format!("field-{}-{}", form.code, table.name));
                }
                Part::Grid { table, .. } => {
                    there_is(&format!("table-{}-{}", form.code, table.name));
                    fields(table.fields, &format!("field-{}-{}", form.code, table.name));
                }
            }
        }
    };
    for section in SectionCode::VARIANTS {
        there_is(&format!("section-{}", section.code()));
        there_is(&format!("section-{}-about", section.code()));
        parts(section.form());
    }
    for form in follow_up::ALL.into_iter().chain(follow_up::DOSSIER) {
        there_is(&format!("form-{}", form.code));
        there_is(&format!("form-{}-about", form.code));
        parts(form);
    }
}

#[test]
fn every_gap_doubt_problem_facet_and_sort_has_words() {
    let codes = |prefix: &str, codes: Vec<&'static str>| {
        for code in codes {
            there_is(&format!("{prefix}-{code}"));
        }
    };
    codes("gap", Gap::VARIANTS.iter().map(|gap| (*gap).into()).collect());
    codes("doubt", Doubt::VARIANTS.iter().map(|doubt| (*doubt).into()).collect());
    codes("problem", FieldProblem::VARIANTS.iter().map(|problem| (*problem).into()).collect());
    codes("facet", Facet::VARIANTS.iter().map(|facet| (*facet).into()).collect());
    codes("sort", Sort::VARIANTS.iter().map(|sort| (*sort).into()).collect());
    codes("entry-kind", EntryKind::VARIANTS.iter().map(|kind| kind.code()).collect());
    let problems = ReportProblem::VARIANTS.iter();
    codes("report-problem", problems.map(|problem| (*problem).into()).collect());
    codes("answer", Answer::VARIANTS.iter().map(|answer| (*answer).into()).collect());
    let problems = WordProblem::VARIANTS.iter();
    codes("word-problem", problems.map(|problem| (*problem).into()).collect());
    codes("practice-gap", PracticeGap::VARIANTS.iter().map(|gap| (*gap).into()).collect());
    codes("pledge-gap", PledgeGap::VARIANTS.iter().map(|gap| (*gap).into()).collect());
    codes("dossier-gap", DossierGap::VARIANTS.iter().map(|gap| (*gap).into()).collect());
    codes("desk", Show::VARIANTS.iter().map(|show| (*show).into()).collect());
    for prefix in ["step", "step-about", "step-done"] {
        codes(prefix, Step::VARIANTS.iter().map(|step| (*step).into()).collect());
    }
    codes("indicator-unit", Unit::VARIANTS.iter().map(|unit| (*unit).into()).collect());
    codes("deadline-kind", DeadlineKind::VARIANTS.iter().map(|kind| kind.code()).collect());
    codes("duplicate-reason", Reason::VARIANTS.iter().map(|reason| (*reason).into()).collect());
    codes("mail-pace", Pace::VARIANTS.iter().map(|pace| pace.code()).collect());
    codes("notice", NoticeKind::VARIANTS.iter().map(|kind| kind.code()).collect());
    let statuses = RegistrationStatus::VARIANTS.iter();
    codes("registration-status", statuses.map(|status| status.code()).collect());
    let decisions = Decision::VARIANTS.iter();
    codes("registration-decision", decisions.map(|decision| (*decision).into()).collect());
    codes("job-kind", JobKind::VARIANTS.iter().map(|kind| (*kind).into()).collect());
    codes("job-failure", JobFailure::VARIANTS.iter().map(|why| (*why).into()).collect());
    codes("browser", Browser::VARIANTS.iter().map(|browser| (*browser).into()).collect());
    codes("system", System::VARIANTS.iter().map(|system| (*system).into()).collect());
    let problems = ChangeProblem::VARIANTS.iter();
    codes("password-problem", problems.map(|problem| (*problem).into()).collect());
    let problems = FactorProblem::VARIANTS.iter();
    codes("factor-problem", problems.map(|problem| (*problem).into()).collect());
    codes("act", Act::VARIANTS.iter().map(|act| (*act).into()).collect());
    codes("log-act", LogAct::VARIANTS.iter().map(|act| act.code()).collect());
    codes("log-kind", SubjectKind::VARIANTS.iter().map(|kind| kind.code()).collect());
}

#[test]
fn dates_are_printed_as_known_in_the_readers_language() {
    let [english, russian] = BOTH;
    for (date, in_english, in_russian) in [
        ("2023-10-12", "12 October 2023", "12 октября 2023\u{202f}г."),
        ("2025-02", "February 2025", "февраль 2025\u{202f}г."),
        ("2007", "2007", "2007"),
    ] {
        let date: PartialDate = date.parse().expect("a date");
        assert_eq!(english.date(date), in_english);
        assert_eq!(
            russian.date(date).replace('\u{a0}', "\u{202f}").replace(" г.", "\u{202f}г."),
            in_russian
        );
    }
}

#[test]
fn an_author_is_told_with_the_name_of_the_state() {
    let [english, russian] = BOTH;
    assert_eq!(english.author("Example Official (AZE)"), "Example Official (Azerbaijan)");
    assert_eq!(russian.author("Example Official (AZE)"), "Example Official (Азербайджан)");
    assert_eq!(russian.author("Starter register"), "Начальный набор записей");
    for kept in ["Example (Second)", "Example"] {
        assert_eq!(english.author(kept), kept);
    }
}

#[test]
fn a_russian_sentence_that_ends_with_a_date_ends_with_one_point() {
    let date = BOTH[1].date("2026-11-24".parse().expect("a date"));
    let said = BOTH[1]
        .text_with("side-confirmed", &[("state", "Азербайджан".into()), ("date", date.into())]);
    assert!(said.ends_with("2026\u{202f}г.") || said.ends_with("2026\u{a0}г."), "{said}");
}

#[test]
fn a_month_behind_since_stands_in_the_russian_genitive() {
    let since = |date: &str| BOTH[1].date_since(date.parse().expect("a date"));
    assert!(since("2025-12").starts_with("декабря 2025"), "{}", since("2025-12"));
    assert_eq!(since("2007"), "2007 г.");
    assert!(since("2023-10-12").starts_with("12 октября 2023"));
}

#[test]
fn numbers_have_the_groups_and_decimals_of_the_language() {
    let [english, russian] = BOTH;
    assert_eq!(english.number(1222), "1,222");
    assert_eq!(russian.number(12220).replace('\u{202f}', "\u{a0}"), "12\u{a0}220");
    assert_eq!(english.percent(30.53), "30.5\u{a0}%");
    assert_eq!(russian.percent(30.53), "30,5\u{a0}%");
    assert_eq!(english.figure("1500.25"), "1,500.25");
    assert_eq!(russian.figure("12.5"), "12,5");
}

#[test]
fn an_indicator_is_offered_with_its_unit() {
    let label = |words: Words| words.label(Vocabulary::Indicator, "I04a");
    assert_eq!(label(BOTH[0]), "Workers deployed during the period (outflow), persons");
    assert!(label(BOTH[1]).ends_with(", человек"), "{}", label(BOTH[1]));
}

#[test]
fn names_are_ordered_as_readers_expect() {
    let mut names = vec!["Япония", "Ёмен", "Азербайджан", "Жордан", "Египет"];
    BOTH[1].sort_by_name(&mut names, |name| (*name).to_owned());
    // "Ё" stands with "Е", not before "А" where its code would put it.
    assert_eq!(names, ["Азербайджан", "Египет", "Ёмен", "Жордан", "Япония"]);
}
