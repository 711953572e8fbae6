use super::*;

fn date(text: &str) -> PartialDate {
    text.parse().expect("a date")
}

fn found(problems: Vec<Problem>) -> Vec<(String, FieldProblem)> {
    problems.into_iter().map(|found| (found.name, found.problem)).collect()
}

#[test]
fn a_report_is_on_one_agreement_and_each_rule_is_named() {
    let report = Reported {
        agreements: vec![7],
        from: Some(date("2024")),
        to: Some(date("2024-06")),
        ..Reported::default()
    };
    assert_eq!(found(problems(&report)), []);
    let with = |change: fn(&mut Reported)| {
        let mut report = report.clone();
        change(&mut report);
        found(problems(&report))
    };
    for (found, name, problem) in [
        (with(|report| report.agreements.clear()), "agreements", FieldProblem::NotOneRecord),
        (with(|report| report.agreements.push(8)), "agreements", FieldProblem::NotOneRecord),
        (
            with(|report| report.to = Some(PartialDate::Year(2023))),
            "to",
            FieldProblem::EndsTooEarly,
        ),
        (
            with(|report| report.evidence = Some(EvidenceLevel::BackedByDocument)),
            "address",
            FieldProblem::Required,
        ),
    ] {
        assert_eq!(found, [(name.to_owned(), problem)]);
    }
    let self_reported = with(|report| report.evidence = Some(EvidenceLevel::SelfReported));
    assert_eq!(self_reported, []);
}

#[test]
fn an_amount_has_a_currency_and_a_period_does_not_end_before_it_begins() {
    let asked = |pairs: &[(&str, &str)]| {
        let pairs =
            pairs.iter().map(|(field, text)| (format!("indicators.3.{field}"), (*text).to_owned()));
        found(figure_problems(&pairs.collect()))
    };
    let problem = |field: &str, problem| vec![(format!("indicators.3.{field}"), problem)];
    for (pairs, expected) in [
        (vec![("indicator", "I18b"), ("from", "2024")], problem("currency", FieldProblem::Needed)),
        (vec![("indicator", "I18b"), ("currency", "EUR")], vec![]),
        (vec![("indicator", "I04a"), ("from", "2024")], vec![]),
        (
            vec![("indicator", "I04a"), ("from", "2024-07"), ("to", "2024-06")],
            problem("to", FieldProblem::EndsTooEarly),
        ),
        (vec![("indicator", "I04a"), ("from", "2024-07"), ("to", "2024")], vec![]),
    ] {
        assert_eq!(asked(&pairs), expected, "{pairs:?}");
    }
}

fn committee(meetings: &[&str], points: Vec<ActionPoint>) -> AgreementReport {
    let meetings = meetings
        .iter()
        .map(|text| CommitteeMeeting { date: Some(date(text)), ..CommitteeMeeting::default() });
    let joint_committee = JointCommittee { meetings: meetings.collect(), action_points: points };
    AgreementReport { joint_committee, ..AgreementReport::default() }
}

#[test]
fn the_last_meeting_is_the_latest_that_may_have_been_held() {
    let today: NaiveDate = "2026-03-01".parse().expect("a day");
    for (one, other, expected) in [
        (vec![], vec![], None),
        (vec!["2024-05-12"], vec!["2023-05-12"], Some("2024-05-12")),
        (vec!["2024-05-12"], vec!["2024"], Some("2024-12-31")),
        (vec!["2025-02", "2026-05-01"], vec![], Some("2025-02-28")),
        (vec!["2026"], vec![], Some("2026-03-01")),
    ] {
        let reports = [committee(&one, Vec::new()), committee(&other, Vec::new())];
        let expected = expected.map(|day| day.parse().expect("a day"));
        assert_eq!(last_meeting(&reports, today), expected, "{one:?} {other:?}");
    }
}

#[test]
fn a_point_is_open_for_the_state_that_is_to_do_it_until_any_report_says_that_it_is_done() {
    let point = |text: &str, state: &str, due: &str, done| ActionPoint {
        text: Some(text.into()),
        responsible: Some(state.into()),
        due: (!due.is_empty()).then(|| date(due)),
        done,
    };
    let first = committee(
        &[],
        vec![
            point("Without a date", "AZE", "", false),
            point("Exchange lists", "AZE", "2025", false),
            point("Print leaflets", "AZE", "2024", false),
            point("Of the other State", "KAZ", "2024", false),
        ],
    );
    let second = committee(
        &[],
        vec![
            point("exchange lists ", "AZE", "2025", false),
            point("Print leaflets", "AZE", "2024", true),
        ],
    );
    let open = |agreements: [i64; 2]| -> Vec<(usize, String)> {
        let reports = [
            ReportOn { agreement: agreements[0], report: &first },
            ReportOn { agreement: agreements[1], report: &second },
        ];
        open_points(&reports, "AZE")
            .into_iter()
            .map(|(place, point)| (place, point.text.clone().unwrap_or_default()))
            .collect()
    };
    let told = |found: &[(usize, &str)]| -> Vec<(usize, String)> {
        found.iter().map(|(place, text)| (*place, (*text).to_owned())).collect()
    };
    assert_eq!(open([7, 7]), told(&[(0, "Exchange lists"), (0, "Without a date")]));
    assert_eq!(
        open([7, 8]),
        told(&[
            (0, "Print leaflets"),
            (0, "Exchange lists"),
            (1, "exchange lists "),
            (0, "Without a date"),
        ]),
        "the same words about another agreement are another point"
    );
}

#[test]
fn an_action_point_is_late_once_its_last_day_has_passed_and_it_is_not_done() {
    let today = "2025-07-01".parse().expect("a day");
    for (due, done, late) in [
        (Some("2025-06"), false, true),
        (Some("2025-06"), true, false),
        (Some("2025-07-01"), false, false),
        (Some("2025"), false, false),
        (None, false, false),
    ] {
        let point = ActionPoint { due: due.map(date), done, ..ActionPoint::default() };
        assert_eq!(point.is_overdue(today), late, "{due:?} {done}");
    }
}
