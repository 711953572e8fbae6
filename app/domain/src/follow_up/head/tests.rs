use serde_json::json;

use super::*;

#[test]
fn a_statement_leads_to_what_it_is_about() {
    let content = json!({"statement": {
        "text": "We concluded two agreements.\nMore follow.",
        "agreements": [7, 3, 7],
        "corridors": [{"one": "KAZ", "other": "AZE"}],
        "objectives": ["5"],
    }});
    let head = head(EntryKind::Statement, &content);
    assert_eq!(head.title, "We concluded two agreements. …");
    assert_eq!(
        head.targets,
        [
            Target::Agreement(3),
            Target::Agreement(7),
            Target::Corridor("AZE-KAZ".into()),
            Target::Objective("5".into()),
        ]
    );
}

#[test]
fn a_commitment_stands_where_its_last_update_says() {
    let content = json!({
        "commitment": {"text": "Sign", "due": "2024-12", "partners": [{"state": "KGZ"}]},
        "updates": [{"status": "in_progress", "on": "2024-02-01", "author": "Example", "state": "AZE"}],
    });
    let head = head(EntryKind::Commitment, &content);
    assert_eq!(head.status, Some(ProgressStatus::InProgress));
    assert_eq!(head.due, Some(PartialDate::Month(2024, 12)));
    assert_eq!(head.targets, [Target::State("KGZ".into())]);
}

#[test]
fn a_report_leads_to_its_agreement_and_is_never_due() {
    let content = json!({"agreement_report": {
        "agreements": [7], "from": "2024", "to": "2025", "text": "Workers left.\nMore follow.",
    }});
    let expected = Head {
        title: "Workers left. …".into(),
        targets: vec![Target::Agreement(7)],
        ..Head::default()
    };
    assert_eq!(head(EntryKind::AgreementReport, &content), expected);
    assert_eq!(head(EntryKind::AgreementReport, &json!({})), Head::default());
}
