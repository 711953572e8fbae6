use super::*;

fn values(pairs: &[(&str, &str)]) -> Values {
    pairs.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
}

const BASE: &[(&str, &str)] = &[
    ("kind", "other"),
    ("level", "state"),
    ("titles.0.text", "First"),
    ("titles.0.language", "en"),
    ("titles.1.text", "Второе"),
    ("titles.1.language", "ru"),
];

#[test]
fn a_changed_field_and_a_changed_row_are_told_apart() {
    let after = values(&[
        ("kind", "protocol"),
        ("level", "state"),
        ("titles.0.text", "First"),
        ("titles.0.language", "en"),
        ("titles.1.text", "Другое"),
        ("titles.1.language", "ru"),
    ]);
    let changes = section_changes(SectionCode::Identity.form(), &values(BASE), &after);
    assert_eq!(changes.len(), 2);
    assert!(matches!(&changes[0], Change::Field { field, .. } if field.name == "kind"));
    assert!(
        matches!(&changes[1], Change::RowField { number: 1, field, before, after, .. }
            if (field.name, before.as_str(), after.as_str()) == ("text", "Второе", "Другое")),
        "the row is the same one with another text"
    );
}

#[test]
fn what_only_one_of_two_people_changed_is_proposed_as_they_have_it() {
    let theirs = values(&[
        ("kind", "protocol"),
        ("level", "state"),
        ("titles.0.text", "First"),
        ("titles.0.language", "en"),
        ("titles.1.text", "Второе"),
        ("titles.1.language", "ru"),
        ("titles.2.text", "Troisième"),
        ("titles.2.language", "fr"),
    ]);
    let mine = values(&[
        ("kind", "other"),
        ("level", "ministry"),
        ("titles.0.text", "First"),
        ("titles.0.language", "en"),
        // As a form sends it: what was left empty is there and empty.
        ("legal_nature", ""),
        ("summary", ""),
    ]);
    let conflict = conflict(SectionCode::Identity.form(), &values(BASE), &theirs, &mine);
    let sides: Vec<Side> = conflict.choices.iter().map(|(_, side)| *side).collect();
    // Their kind, my level, my removal of the Russian title, their French one.
    assert_eq!(sides, [Side::Theirs, Side::Mine, Side::Mine, Side::Theirs]);

    let settled = settle(SectionCode::Identity.form(), &theirs, &conflict.choices);
    assert_eq!(settled.get("kind"), "protocol");
    assert_eq!(settled.get("level"), "ministry");
    assert_eq!(settled.get("titles.0.text"), "First");
    assert_eq!(settled.get("titles.1.text"), "Troisième");
    assert_eq!(settled.row_numbers("titles"), [0, 1]);
}

#[test]
fn two_people_on_one_row_are_asked_field_by_field_and_make_no_second_row() {
    let event = |place: &str, note: &str| {
        values(&[
            ("events.0.kind", "signed"),
            ("events.0.date", "2024-04-05"),
            ("events.0.place", place),
            ("events.0.note", note),
        ])
    };
    let (base, theirs, mine) =
        (event("Baku", ""), event("Ganja", ""), event("Baku", "In the presence of both"));
    let form = SectionCode::Life.form();
    let conflict = conflict(form, &base, &theirs, &mine);
    let sides: Vec<(&str, Side)> = conflict
        .choices
        .iter()
        .map(|(change, side)| match change {
            Change::RowField { field, .. } => (field.name, *side),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(sides, [("place", Side::Theirs), ("note", Side::Mine)]);
    let settled = settle(form, &theirs, &conflict.choices);
    assert_eq!(settled.row_numbers("events"), [0]);
    assert_eq!(settled.get("events.0.place"), "Ganja");
    assert_eq!(settled.get("events.0.note"), "In the presence of both");
}
