//! The names in the catalogue are those of the types: what a form asks for comes back from the record.

use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Value, json};
use strum::VariantArray;

use super::{follow_up as forms, *};
use crate::{
    Agreement,
    follow_up::{
        agreement_report::AgreementReport,
        commitment::{Commitment, Deliverable, Recommendation},
        meeting::Meeting,
        peer_review::{Declared, Given, Named},
        pledge::Pledge,
        practice::Practice,
        progress::Report,
        review::Review,
        statement::Statement,
    },
};

/// Something in every field that a person can fill.
fn filled(form: Form) -> Values {
    let mut values = Values::default();
    let mut fill = |name: String, field: &Field| {
        for text in samples(field.input) {
            values.push(name.clone(), text);
        }
    };
    for part in form.parts {
        match part {
            Part::Field(field) => fill(field.name.to_owned(), field),
            Part::Rows(table) => {
                for field in table.fields {
                    fill(format!("{}.0.{}", table.name, field.name), field);
                }
            }
            Part::Grid { table, codes, .. } => {
                for field in table.fields {
                    fill(format!("{}.{}.{}", table.name, codes.codes()[0], field.name), field);
                }
            }
        }
    }
    values
}

fn samples(input: Input) -> Vec<String> {
    let one = |text: &str| vec![text.to_owned()];
    match input {
        Input::Line(most) => vec!["Example".chars().take(most).collect()],
        Input::Text(_) => one("Example\nof two lines"),
        Input::Date => one("2020-05"),
        Input::Time => one("16:15"),
        Input::Year => one("2024"),
        Input::Currency => one("EUR"),
        Input::Number(_) => one("7"),
        Input::Decimal => one("12.5"),
        Input::Address => one("https://example.org/a"),
        Input::Records => vec!["3".into(), "128".into()],
        Input::Choice(vocabulary) => one(vocabulary.codes()[0]),
        Input::Choices(vocabulary) => {
            vocabulary.codes().into_iter().take(2).map(str::to_owned).collect()
        }
        Input::Tick => one("yes"),
        Input::Kept => Vec::new(),
    }
}

#[test]
fn what_every_section_asks_for_comes_back_from_the_record() {
    for section in SectionCode::VARIANTS {
        let (form, mut agreement) = (section.form(), Agreement::default());
        let value = read(form, &filled(form)).unwrap_or_else(|problems| panic!("{problems:?}"));
        agreement.set_section(*section, value).expect("the section");
        assert_eq!(write(form, &agreement.section(*section)), filled(form), "{section:?}");
    }
}

fn comes_back<Content: Serialize + DeserializeOwned>(forms: &[Form]) {
    for form in forms {
        let value = read(*form, &filled(*form)).unwrap_or_else(|problems| panic!("{problems:?}"));
        let content: Content =
            serde_json::from_value(json!({form.code: value})).expect("the content");
        let kept = serde_json::to_value(content).expect("plain data");
        assert_eq!(write(*form, &kept[form.code]), filled(*form), "{}", form.code);
    }
}

/// The same for a form that is no section of an entry.
fn comes_back_alone<Said: Serialize + DeserializeOwned>(form: Form) {
    let said = read(form, &filled(form)).unwrap_or_else(|problems| panic!("{problems:?}"));
    let said: Said = serde_json::from_value(said).expect("what was said");
    let said = serde_json::to_value(said).expect("plain data");
    assert_eq!(write(form, &said), filled(form), "{}", form.code);
}

#[test]
fn what_every_form_of_the_follow_up_asks_for_comes_back_from_the_entry() {
    comes_back::<Meeting>(&[
        forms::MEETING,
        forms::AGENDA,
        forms::PARTICIPATION,
        forms::MATERIALS,
        forms::MINUTES,
    ]);
    comes_back::<Statement>(&[forms::STATEMENT]);
    comes_back::<Commitment>(&[forms::COMMITMENT]);
    comes_back::<Recommendation>(&[forms::RECOMMENDATION]);
    comes_back::<Deliverable>(&[forms::DELIVERABLE]);
    comes_back::<Practice>(&[forms::PRACTICE, forms::PEER_REVIEW, forms::REVIEWERS_TOLD]);
    comes_back::<Pledge>(&[forms::PLEDGE]);
    comes_back::<Review>(&[
        forms::REVIEW,
        forms::TIMETABLE,
        forms::REVIEWERS,
        forms::REVIEW_FINDINGS,
    ]);
    comes_back::<AgreementReport>(&[
        forms::AGREEMENT_REPORT,
        forms::INDICATORS,
        forms::JOINT_COMMITTEE,
    ]);
    comes_back_alone::<Report>(forms::REPORT);
    comes_back_alone::<Named>(forms::NAMED_REVIEWER);
    comes_back_alone::<Declared>(forms::DECLARATION);
    comes_back_alone::<Given>(forms::OPINION);
}

#[test]
fn what_may_not_be_left_open_is_asked_for_and_a_wrong_value_is_named_once() {
    let problems = |pairs: &[(&str, &str)]| {
        let values = pairs.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned()));
        read(forms::STATEMENT, &values.collect()).expect_err("refused")
    };
    let problem = |name: &str, problem| Problem { name: name.to_owned(), problem };
    assert_eq!(problems(&[("text", " ")]), [problem("text", FieldProblem::Required)]);
    let long = "a".repeat(10_001);
    assert_eq!(problems(&[("text", &long)]), [problem("text", FieldProblem::TooLong)]);
    assert_eq!(
        problems(&[("text", "a"), ("agreements", "12 and 13")]),
        [problem("agreements", FieldProblem::NotANumber)]
    );
}

#[test]
fn numbers_of_records_are_read_however_they_are_written_and_each_once() {
    let values = [("text", "a"), ("agreements", "7"), ("agreements", "3, 7;12")];
    let values =
        values.map(|(name, text)| (name.to_owned(), text.to_owned())).into_iter().collect();
    let read = read(forms::STATEMENT, &values).expect("read");
    assert_eq!(read["agreements"], json!([7, 3, 12]));
}

#[test]
fn a_list_that_is_needed_is_asked_for_where_nothing_stands_in_it() {
    for text in ["", " ", ","] {
        let values = [("agreements".to_owned(), text.to_owned())].into_iter().collect();
        let problems = read(forms::AGREEMENT_REPORT, &values).expect_err("refused");
        let expected = Problem { name: "agreements".into(), problem: FieldProblem::Required };
        assert_eq!(problems, [expected], "{text:?}");
    }
}

#[test]
fn a_figure_is_kept_without_groups_and_with_a_point() {
    for (text, expected) in [
        ("1,500", Ok(json!("1500"))),
        ("12,5", Ok(json!("12.5"))),
        ("many", Err(FieldProblem::NotADecimal)),
    ] {
        let values = [
            ("indicators.0.indicator", "I04a"),
            ("indicators.0.value", text),
            ("indicators.0.from", "2024"),
        ];
        let values =
            values.map(|(name, text)| (name.to_owned(), text.to_owned())).into_iter().collect();
        let read = read(forms::INDICATORS, &values)
            .map(|read| read["indicators"][0]["value"].clone())
            .map_err(|problems| problems[0].problem);
        assert_eq!(read, expected, "{text}");
    }
}

#[test]
fn a_time_is_hours_and_minutes() {
    for (text, read_as) in
        [("16:15", Some("16:15")), ("9:05", Some("09:05")), ("25:00", None), ("noon", None)]
    {
        let values = [("items.0.start", text), ("items.0.text_en", "Item")];
        let values =
            values.map(|(name, text)| (name.to_owned(), text.to_owned())).into_iter().collect();
        let read = read(forms::AGENDA, &values);
        let time = read.ok().map(|read| read["items"][0]["start"].clone());
        assert_eq!(time, read_as.map(Value::from), "{text}");
    }
}

#[test]
fn numbers_years_and_currencies_are_read_as_people_write_them() {
    let read_one = |name: &str, text: &str| {
        let values = [("costs.0.group", "training"), ("costs.0.payer", "employer"), (name, text)];
        let values =
            values.map(|(name, text)| (name.to_owned(), text.to_owned())).into_iter().collect();
        let field = name.rsplit('.').next().unwrap_or_default();
        read(SectionCode::Skills.form(), &values)
            .map(|read| read["costs"][0][field].clone())
            .map_err(|problems| problems[0].problem)
    };
    for (name, text, expected) in [
        ("costs.0.amount", "1,500", Ok(json!(1500))),
        ("costs.0.amount", "1 200 000", Ok(json!(1_200_000))),
        ("costs.0.amount", "1,50", Err(FieldProblem::NotANumber)),
        ("costs.0.year", "2024", Ok(json!(2024))),
        ("costs.0.year", "24", Err(FieldProblem::NotAYear)),
        ("costs.0.currency", "eur", Ok(json!("EUR"))),
        ("costs.0.currency", "manat", Err(FieldProblem::NotACurrency)),
    ] {
        assert_eq!(read_one(name, text), expected, "{name} {text}");
    }
}
