//! Made-up rows with every trap (`fixtures/`), and, where somebody has downloaded it, the dataset.

use domain::{
    Agreement,
    agreement::{
        Duration, Event, EventKind, Finding, Kind, QuotaMethod, Recruitment, TextAvailability,
        YesNo,
    },
};

use super::*;

mod dataset;

const KNOWN: &[u8] = include_bytes!("../../../fixtures/bla_formation.csv");
const CODED: &[u8] = include_bytes!("../../../fixtures/bla_coding.csv");

fn fixtures() -> Reading {
    read(KNOWN, CODED).expect("the fixtures are sound")
}

fn record(key: &str) -> Agreement {
    let found = fixtures().incoming.into_iter().find(|record| record.key == key);
    found.unwrap_or_else(|| panic!("no {key}")).agreement
}

/// The remarks on a record: column and kind.
fn remarks(key: &str) -> Vec<(&'static str, RemarkKind)> {
    let remarks = fixtures().remarks;
    remarks
        .iter()
        .filter(|remark| remark.key == key)
        .map(|remark| (remark.column, remark.what))
        .collect()
}

fn event(agreement: &Agreement, kind: EventKind) -> Event {
    let mut events = agreement.life.events.iter();
    events.find(|event| event.kind == Some(kind)).expect("the event").clone()
}

fn date(event: &Event) -> Option<String> {
    event.date.map(|date| date.to_string())
}

fn note(agreement: &Agreement) -> &str {
    agreement.references.note.as_deref().unwrap_or_default()
}

#[test]
fn a_row_that_is_in_order_becomes_a_record_without_a_remark() {
    let agreement = record("9001");
    assert_eq!(remarks("9001"), []);
    assert_eq!(
        agreement.title("en"),
        "Agreement on the Employment of Chilean Clock Winders in Norway"
    );
    assert_eq!(agreement.party_codes().collect::<Vec<_>>(), ["NOR", "CHL"]);
    assert_eq!(date(&event(&agreement, EventKind::Signed)).as_deref(), Some("2001-05-19"));
    let ratified = event(&agreement, EventKind::RatifiedOrInForce);
    assert_eq!(date(&ratified).as_deref(), Some("2001-06-01"));
    assert!(ratified.party.is_none() && ratified.note.is_none());

    let life = &agreement.life;
    assert_eq!((life.duration, life.term_months), (Some(Duration::FixedTerm), Some(60)));
    assert_eq!(life.tacit_renewal, Some(YesNo::Yes));
    assert_eq!(agreement.scope.quota_method, Some(QuotaMethod::Number));
    assert_eq!(agreement.scope.quota_number, Some(200));
    assert_eq!(
        agreement.scope.recruitment,
        [Recruitment::PublicEmploymentService, Recruitment::DirectHire]
    );
    assert_eq!(agreement.objectives.gcm, ["5", "15", "22", "23"]);
    assert_eq!(agreement.references.identifiers[0].value, "9001");
    assert_eq!(agreement.social_security.mode, None);
    assert!(agreement.identity.authentic_languages.is_empty());
    assert_eq!(agreement.identity.text_availability, Some(TextAvailability::FullText));
    assert_eq!(
        note(&agreement),
        "The publisher holds a copy of the text (English, Portuguese). \
         Coded from the text in English. It amends or adds to an earlier agreement. \
         It refers to one earlier agreement. It fully replaces an earlier agreement. \
         The text authorizes others than agencies and employers to recruit."
    );
}

#[test]
fn all_34_items_of_a_coded_text_have_a_finding_and_an_uncoded_agreement_has_none() {
    let coded = record("9001");
    let finding = |item| coded.provisions.findings.iter().find(|found| found.item == item);
    assert_eq!(coded.provisions.findings.len(), 34);
    assert_eq!(finding("social_security").and_then(|found| found.finding), Some(Finding::Yes));
    assert_eq!(finding("wage_prot").and_then(|found| found.finding), Some(Finding::No));
    assert!(coded.provisions.findings.iter().all(|found| found.coder.is_some()));
    assert!(!record("9002").is_coded());
}

#[test]
fn a_year_that_nobody_knows_leaves_the_signature_without_a_date() {
    let agreement = record("9002");
    assert_eq!(
        remarks("9002"),
        [("year", RemarkKind::UnknownYear), ("treatyID", RemarkKind::TitleMissing)]
    );
    let signed = event(&agreement, EventKind::Signed);
    assert_eq!(signed.date, None);
    assert_eq!(
        signed.note.as_deref(),
        Some("The dataset gives the year of signature as \"9999\".")
    );
    assert_eq!(agreement.title("en"), "Bilateral labour agreement: Iceland – Tonga");
    assert_eq!(remarks("9012")[0], ("year", RemarkKind::YearOutOfRange));
}

#[test]
fn a_date_that_cannot_be_read_leaves_the_year_and_is_kept_as_given() {
    for (key, given, year, what) in [
        ("9003", "4/3/2896", "2006", RemarkKind::YearOutOfRange),
        ("9007", "2/11/1951, 8/3/1951", "1951", RemarkKind::DateNotReadable),
    ] {
        let signed = event(&record(key), EventKind::Signed);
        assert_eq!(date(&signed).as_deref(), Some(year));
        let words = format!("The dataset gives the date of signature as \"{given}\".");
        assert_eq!(signed.note, Some(words));
        assert!(remarks(key).contains(&("datesigned", what)));
    }
    let ratified = event(&record("9007"), EventKind::RatifiedOrInForce);
    assert_eq!(ratified.date, None);
    assert!(ratified.note.is_some_and(|note| note.contains("\"9/9/1951 or earlier\"")));
    assert_eq!(record("9007").title("en"), "Bilateral labour agreement: Malta – Cuba, 1951");
}

#[test]
fn dates_that_contradict_each_other_are_both_kept() {
    let early = record("9004");
    assert_eq!(date(&event(&early, EventKind::Signed)).as_deref(), Some("1962-11-20"));
    assert_eq!(date(&event(&early, EventKind::RatifiedOrInForce)).as_deref(), Some("1962-02-08"));
    assert!(remarks("9004").contains(&("ratified", RemarkKind::RatifiedBeforeSigned)));

    let signed = event(&record("9005"), EventKind::Signed);
    assert_eq!(date(&signed).as_deref(), Some("2010-06-17"));
    assert_eq!(
        signed.note.as_deref(),
        Some("The dataset gives the year of signature as \"2008\".")
    );
    assert!(remarks("9005").contains(&("year", RemarkKind::YearAndDateDisagree)));
}

#[test]
fn a_date_with_the_day_first_is_read_so_only_where_it_is_no_date_otherwise() {
    assert!(remarks("9006").contains(&("datesigned", RemarkKind::DayAndMonthSwapped)));
    assert_eq!(date(&event(&record("9006"), EventKind::Signed)).as_deref(), Some("2001-12-25"));
    assert_eq!(date(&event(&record("9008"), EventKind::Signed)).as_deref(), Some("1998-03-04"));
}

#[test]
fn parties_that_are_no_member_states_are_kept_and_said() {
    assert_eq!(record("9004").party_codes().collect::<Vec<_>>(), ["DEU", "YUG"]);
    let historic =
        [("countryA", RemarkKind::HistoricParty), ("countryB", RemarkKind::HistoricParty)];
    assert_eq!(remarks("9004")[..2], historic);
    assert!(note(&record("9004")).contains("The dataset names a party \"West Germany\"."));

    let agreement = record("9006");
    assert_eq!(agreement.party_codes().collect::<Vec<_>>(), ["TWN"]);
    assert_eq!(
        remarks("9006")[..2],
        [("countryA", RemarkKind::PartyNotAState), ("countryB", RemarkKind::PartyNotKnown)]
    );
    assert!(note(&agreement).contains("The dataset names a party \"Ruritania\"."));
    assert!(agreement.title("en").ends_with("– Ruritania, 2001"));
}

#[test]
fn a_title_is_mended_and_names_the_kind() {
    let agreement = record("9008");
    assert_eq!(
        agreement.title("en"),
        "Memorandum on a \"Working Holiday\" Programme for Café Musicians of the People’s Orchestra"
    );
    assert_eq!(agreement.identity.kind, Some(Kind::YouthMobilityArrangement));
    assert!(remarks("9008").contains(&("agreement_title", RemarkKind::TextMended)));
    assert_eq!(record("9004").identity.kind, Some(Kind::Protocol));
    assert_eq!(record("9010").identity.kind, Some(Kind::MemorandumOfUnderstanding));
    assert!(note(&agreement).contains("Its duration, as coded: \"Until the clock stops\"."));
}

#[test]
fn a_quota_that_is_no_bare_number_is_kept_in_words() {
    for (key, method, words) in [
        ("9008", Some(QuotaMethod::Schedule), Some("5 (first year); 10 (second year)")),
        ("9010", Some(QuotaMethod::SetLater), Some("Determined annually by exchange of notes")),
        ("9009", None, Some("7000 (about)")),
        ("9011", None, Some("3500")),
        ("9004", Some(QuotaMethod::None), None),
    ] {
        let scope = record(key).scope;
        assert_eq!((scope.quota_method, scope.quota_text.as_deref()), (method, words), "{key}");
        assert_eq!(scope.quota_number, None, "{key}");
    }
    assert_eq!(remarks("9011"), [("quota", RemarkKind::ValueNotExpected)]);
}

#[test]
fn a_value_outside_the_coding_frame_is_no_finding_and_is_said() {
    let agreement = record("9009");
    let remarks = remarks("9009");
    for (column, what) in [
        ("bla_duration", RemarkKind::ValueNotExpected),
        ("bla_duration_years", RemarkKind::ValueNotExpected),
        ("autorenew", RemarkKind::EmptyCell),
        ("past_bla_ref", RemarkKind::EmptyCell),
        ("quota", RemarkKind::EmptyCell),
        ("recruit_auth_who", RemarkKind::ValueNotExpected),
        ("wage_prot", RemarkKind::ValueNotExpected),
        ("passport", RemarkKind::EmptyCell),
    ] {
        assert!(remarks.contains(&(column, what)), "{column}");
    }
    let cannot_tell = agreement.provisions.findings.iter();
    let cannot_tell = cannot_tell.filter(|found| found.finding == Some(Finding::CannotTell));
    assert_eq!(
        cannot_tell.map(|found| found.item.as_str()).collect::<Vec<_>>(),
        ["wage_prot", "passport"]
    );
    assert!(note(&agreement).contains("The dataset gives bla_duration as \"For ever\"."));
    assert_eq!((agreement.life.tacit_renewal, agreement.life.term_months), (None, None));
}

#[test]
fn nothing_is_dropped_where_the_files_do_not_match() {
    let reading = fixtures();
    assert_eq!(reading.incoming.len(), 13);
    assert_eq!(remarks("9099"), [("treatyID", RemarkKind::CodingWithoutFormation)]);
    assert_eq!(record("9099").title("en"), "Agreement on Tide Watchers");
    assert!(remarks("9010").contains(&("year", RemarkKind::ValueNotExpected)));
    assert!(note(&record("9010")).contains("The coding gives year as \"2014\"."));

    let remark = reading.remarks.iter().find(|remark| remark.key == "9003").expect("a remark");
    assert_eq!((remark.file, remark.line, remark.given.as_str()), (FORMATION, 4, "4/3/2896"));
}

#[test]
fn a_wrong_file_is_refused_with_what_it_lacks() {
    assert_eq!(read(CODED, KNOWN), Err(BadFile::Exchanged { first: FORMATION, second: CODING }));
    let other = b"name,number\nx,1\n";
    let Err(BadFile::NotThatFile { file, missing }) = read(KNOWN, other) else {
        panic!("another table was taken for the coding");
    };
    assert_eq!((file, missing[0], missing.len()), (CODING, KEY, 51));
    assert!(matches!(read(b"", CODED), Err(BadFile::NotThatFile { .. })));
    assert!(matches!(read(&[0xFF, 0xFE, b'a'], CODED), Err(BadFile::NotCsv { .. })));

    let header = KNOWN.split_inclusive(|byte| *byte == b'\n').next().expect("a header");
    assert_eq!(read(header, CODED), Err(BadFile::Empty { file: FORMATION }));
    let mut twice = KNOWN.to_vec();
    twice.extend_from_slice(&KNOWN[header.len()..]);
    assert_eq!(
        read(&twice, CODED),
        Err(BadFile::DoubleKey { file: FORMATION, key: "9001".into() })
    );
    let mut short = header.to_vec();
    short.extend_from_slice(b"9001,Norway\n");
    assert!(matches!(read(&short, CODED), Err(BadFile::NotCsv { line: 2, .. })));
    let mut nameless = header.to_vec();
    nameless.extend_from_slice(&[b','; 20]);
    assert!(matches!(
        read(&nameless, CODED),
        Err(BadFile::ValueOutOfFrame { line: 2, column: KEY, .. })
    ));
}

#[test]
fn a_file_that_a_spreadsheet_program_marked_as_utf_8_is_read() {
    let marked = [b"\xEF\xBB\xBF", KNOWN].concat();
    assert_eq!(read(&marked, CODED).expect("a sound file"), fixtures());
}
