//! What the parties report on an agreement, as the pages ask for it.

use crate::common::{official, on_both, values};
use domain::{
    account::Actor,
    fields::{FieldProblem, Problem, SectionCode, Values, follow_up as forms},
    follow_up::{
        EntryKind, Target,
        agreement_report::AgreementReport,
        series::{Source, series},
    },
};
use register::{
    Error, Register,
    following::{Entry, Place, Wanted},
};

/// A published record of Azerbaijan with Kazakhstan.
async fn published(register: &Register) -> i64 {
    let azerbaijan = official("AZE");
    let id = draft(register).await;
    let sources = values(&[("sources.0.title", "Example gazette")]);
    let life = values(&[("events.0.kind", "signed"), ("events.0.date", "2017-04-05")]);
    for (section, base, values) in
        [(SectionCode::Life, 1, life), (SectionCode::References, 2, sources)]
    {
        register.save_section(&azerbaijan, id, section, base, &values, None).await.expect("saved");
    }
    register.set_published(&azerbaijan, id, true).await.expect("published");
    id
}

async fn draft(register: &Register) -> i64 {
    let identity = values(&[
        ("kind", "labour_migration_agreement"),
        ("legal_nature", "binding"),
        ("level", "state"),
        ("titles.0.text", "Example agreement"),
        ("titles.0.language", "en"),
    ]);
    let parties = values(&[("parties.0.code", "AZE"), ("parties.1.code", "KAZ")]);
    register.record(&official("AZE"), &identity, &parties).await.expect("recorded").id
}

/// Begins a report of a State on the agreements with these numbers; answers its number.
async fn begin(register: &Register, state: &str, numbers: &str) -> Result<i64, Error> {
    let place = Place { owner: Some(state.to_owned()), ..Place::default() };
    let words = values(&[("agreements", numbers), ("from", "2024"), ("text", "Workers left.")]);
    let kind = EntryKind::AgreementReport;
    Ok(register.begin_entry(&official(state), kind, place, &words).await?.id)
}

/// Puts one figure into a report that was just begun, and publishes it.
async fn tell(register: &Register, state: &str, id: i64, value: &str, from: &str, to: &str) {
    let actor = official(state);
    let figures = values(&[
        ("indicators.0.indicator", "I04a"),
        ("indicators.0.value", value),
        ("indicators.0.from", from),
        ("indicators.0.to", to),
    ]);
    register.save_entry(&actor, id, forms::INDICATORS, 1, &figures, None).await.expect("saved");
    register.set_entry_published(&actor, id, true).await.expect("published");
}

/// The reports on an agreement that somebody sees.
async fn reports(register: &Register, actor: &Actor, agreement: i64) -> Vec<Entry> {
    let target = Target::Agreement(u32::try_from(agreement).expect("a number"));
    let wanted = Wanted { target: Some(target), ..Wanted::default() };
    register.entries_of(actor, &wanted).await.expect("reports")
}

#[track_caller]
fn refused<Done: std::fmt::Debug>(done: Result<Done, Error>, name: &str, problem: FieldProblem) {
    match done {
        Err(Error::Invalid(problems)) => {
            assert_eq!(problems, [Problem { name: name.to_owned(), problem }]);
        }
        other => panic!("{other:?}"),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn both_parties_report_and_their_figures_stand_side_by_side() {
    on_both(async |register| {
        let id = published(&register).await;
        let number = id.to_string();
        let of_aze = begin(&register, "AZE", &number).await.expect("begun");
        let of_kaz = begin(&register, "KAZ", &number).await.expect("begun");
        assert_eq!(
            reports(&register, &Actor::Reader, id).await.len(),
            0,
            "drafts are read by none"
        );
        assert_eq!(reports(&register, &official("AZE"), id).await.len(), 1, "but by their State");

        tell(&register, "AZE", of_aze, "1,500", "2024", "").await;
        tell(&register, "KAZ", of_kaz, "1 450", "2024-01", "2024-12").await;
        let entries = reports(&register, &Actor::Reader, id).await;
        let contents: Vec<AgreementReport> = entries.iter().map(Entry::content).collect();
        let sources: Vec<Source<'_>> = entries
            .iter()
            .zip(&contents)
            .map(|(entry, content)| Source {
                state: entry.owner.as_deref().expect("a State"),
                report: entry.id,
                indicators: &content.indicators,
            })
            .collect();
        let found = series(&sources);
        let [deployed] = found.as_slice() else { panic!("{found:?}") };
        let [row] = deployed.rows.as_slice() else { panic!("{deployed:?}") };
        let told: Vec<_> =
            row.cells.iter().flatten().map(|told| (told.report, told.value.as_str())).collect();
        assert_eq!(told, [(of_aze, "1500"), (of_kaz, "1450")]);
        assert!(row.differs);

        let edited = register
            .save_entry(
                &official("KAZ"),
                of_aze,
                forms::JOINT_COMMITTEE,
                3,
                &Values::default(),
                None,
            )
            .await;
        assert!(matches!(edited, Err(Error::NotAllowed)), "{edited:?}");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn only_a_party_reports_and_on_one_agreement_alone() {
    on_both(async |register| {
        let (one, other) = (published(&register).await, published(&register).await);
        let (first, both) = (one.to_string(), format!("{one} {other}"));
        refused(begin(&register, "TJK", &first).await, "agreements", FieldProblem::NotAParty);
        refused(begin(&register, "AZE", &both).await, "agreements", FieldProblem::NotOneRecord);
        refused(begin(&register, "AZE", "").await, "agreements", FieldProblem::Required);
        let of_kaz = begin(&register, "KAZ", &first).await.expect("begun");

        // The same holds for a report that is there.
        let words = values(&[("agreements", &both)]);
        let form = forms::AGREEMENT_REPORT;
        let saved = register.save_entry(&official("KAZ"), of_kaz, form, 1, &words, None).await;
        refused(saved, "agreements", FieldProblem::NotOneRecord);

        let hidden = draft(&register).await.to_string();
        refused(begin(&register, "KAZ", &hidden).await, "agreements", FieldProblem::NoSuchRecord);
        assert!(begin(&register, "AZE", &hidden).await.is_ok());

        let place = Place { owner: Some("AZE".into()), ..Place::default() };
        let words = values(&[("agreements", &first)]);
        let kind = EntryKind::AgreementReport;
        let begun = register.begin_entry(&official("KAZ"), kind, place, &words).await;
        assert!(matches!(begun, Err(Error::NotAllowed)), "a State speaks for itself alone");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_amount_without_a_currency_is_asked_for_it_in_its_row() {
    on_both(async |register| {
        let number = published(&register).await.to_string();
        let id = begin(&register, "AZE", &number).await.expect("begun");
        let figures = values(&[
            ("indicators.4.indicator", "I18b"),
            ("indicators.4.value", "12,5"),
            ("indicators.4.from", "2024"),
        ]);
        let form = forms::INDICATORS;
        let saved = register.save_entry(&official("AZE"), id, form, 1, &figures, None).await;
        refused(saved, "indicators.4.currency", FieldProblem::Needed);
    })
    .await;
}
