//! A dossier and the outcome of a review, from a real register to LibreOffice.

use std::fs;

use app::{
    drafting::draft,
    papers::{Paper, Part, Run, dossier},
    request::Request,
    words::{Language, Words},
};
use domain::{
    account::{Account, Actor, Role},
    fields::{SectionCode, Values, follow_up::DOSSIER},
    figures::Figures,
    follow_up::{review::Review, stage::Step},
    jobs::JobKind,
};
use register::{Clock, Register, freezing::FrozenHead};
use tempfile::TempDir;

use super::{converted, docx, text_of};
use crate::working::file;

const ORIGIN: &str = "https://register.example.org";

fn account(role: Role, state: Option<&str>) -> Actor {
    Actor::Account(Account {
        id: 1,
        name: "Example Official".into(),
        email: "official@example.org".into(),
        role,
        state: state.map(str::to_owned),
    })
}

/// A register with the starter data, and the ECE review in review.
async fn in_review() -> (TempDir, Register, i64) {
    let folder = tempfile::tempdir().expect("a folder");
    let url = format!("sqlite://{}/register.db?mode=rwc", folder.path().display());
    let now = "2026-03-01T09:00:00Z".parse().expect("an instant");
    let register = Register::open(&url, Clock::standing(now)).await.expect("opened");
    register.migrate().await.expect("the schema");
    register.seed().await.expect("the starter data");
    for finding in ["yes", "no"] {
        publish_coded(&register, finding).await;
    }
    let review = register.entry_by_key(&Actor::Reader, "rr-ece-2024").await.expect("seen").id;
    for step in [Step::Open, Step::BeginReview] {
        let coordinator = account(Role::Coordinator, None);
        register.take_step(&coordinator, review, step).await.expect("a step");
    }
    (folder, register, review)
}

/// Publishes an agreement of Azerbaijan with this finding on social security.
async fn publish_coded(register: &Register, finding: &str) {
    let writer = account(Role::FocalPoint, Some("AZE"));
    let identity = values(&[
        ("kind", "labour_migration_agreement"),
        ("legal_nature", "binding"),
        ("level", "state"),
        ("titles.0.text", "Example agreement"),
        ("titles.0.language", "en"),
    ]);
    let parties = values(&[("parties.0.code", "AZE"), ("parties.1.code", "KAZ")]);
    let record = register.record(&writer, &identity, &parties).await.expect("recorded").id;
    let sections: [(SectionCode, &[(&str, &str)]); 3] = [
        (SectionCode::Life, &[("events.0.kind", "signed"), ("events.0.date", "2010-01-01")]),
        (SectionCode::Provisions, &[("findings.social_security.finding", finding)]),
        (SectionCode::References, &[("sources.0.title", "Example gazette")]),
    ];
    for (section, said) in sections {
        let version = register.agreement(&writer, record).await.expect("seen").version;
        register
            .save_section(&writer, record, section, version, &values(said), None)
            .await
            .expect("saved");
    }
    register.set_published(&writer, record, true).await.expect("published");
}

fn values(pairs: &[(&str, &str)]) -> Values {
    pairs.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
}

/// Drafts the dossier of Azerbaijan from the register; answers its number.
async fn dossier_of_azerbaijan(register: &Register, review: i64, words: Words) -> i64 {
    let writer = account(Role::FocalPoint, Some("AZE"));
    let material = register.dossier_material(&writer, review).await.expect("the material");
    let dossier = register.begin_dossier(&writer, review).await.expect("begun");
    let drafted = draft(words, &material);
    register.draft_dossier(&writer, dossier, drafted).await.expect("drafted");
    dossier
}

async fn paper_of(register: &Register, id: i64, words: Words) -> Paper {
    let request = Request {
        register: register.clone(),
        actor: account(Role::FocalPoint, Some("AZE")),
        words,
        path: format!("/dossiers/{id}"),
        query: String::new(),
        sends_mail: false,
        holds_example: false,
        number: String::new(),
    };
    let entry = register.entry(&request.actor, id).await.expect("seen");
    dossier::paper(&request, &entry, ORIGIN).await.expect("put together")
}

/// With every blank made one space, as [`text_of`] does it.
fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn share(words: Words, figures: &Figures) -> String {
    let share = figures.item("social_security").share().expect("some are coded");
    plain(&words.percent(share))
}

fn footnotes(paper: &Paper) -> usize {
    let is_note = |run: &&Run| matches!(run, Run::Footnote(_));
    let notes = |runs: &[Run]| runs.iter().filter(is_note).count();
    paper
        .parts
        .iter()
        .map(|part| match part {
            Part::Paragraph(runs) => notes(runs),
            Part::Bullets(bullets) => bullets.iter().map(|runs| notes(runs)).sum(),
            Part::Table(table) => table.rows.iter().flatten().map(|runs| notes(runs)).sum(),
            Part::Heading { .. } => 0,
        })
        .sum()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dossier_opens_with_every_record_as_a_footnote_and_the_frozen_figures() {
    let (_folder, register, review) = in_review().await;
    for language in Language::ALL {
        let words = Words { language };
        let id = dossier_of_azerbaijan(&register, review, words).await;
        let paper = paper_of(&register, id, words).await;
        let count = footnotes(&paper);
        assert!(count > 30, "{count} footnotes");
        let bytes = docx(&paper).expect("written");
        let files = converted("pdf", &[("dossier.docx", bytes.clone())]);
        let text = text_of(&files.path().join("dossier.pdf"));
        let frozen = register.all_frozen(0).await.expect("listed").0;
        let head: &FrozenHead = frozen.first().expect("frozen for the dossier");
        let own = register.frozen_for(head.id, "AZE").await.expect("drawn").own;
        for said in [
            paper.title.clone(),
            share(words, &own),
            plain(&words.instant(head.at)),
            words.state("AZE"),
            "30 % ".to_owned(),
        ] {
            assert!(text.contains(&plain(&said)), "{said} is not in {text}");
        }
        // Long words may be broken at the end of a line.
        let unbroken = text.replace(' ', "");
        assert!(unbroken.contains(&head.hash), "{} is not in {text}", head.hash);
        assert!(unbroken.contains(&format!("{ORIGIN}{}", words.href("/agreements/"))), "{text}");
        assert!(!text.contains("[agreements/"), "every reference is a footnote: {text}");

        let files = converted("fodt", &[("dossier.docx", bytes)]);
        let read = fs::read_to_string(files.path().join("dossier.fodt")).expect("read");
        assert_eq!(read.matches("<text:note-citation>").count(), count, "footnotes read");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_outcome_opens_in_russian_with_the_shares_of_its_states_and_its_figures_as_numbers() {
    let (_folder, register, review) = in_review().await;
    let words = Words { language: Language::Russian };
    let (coordinator, state) =
        (account(Role::Coordinator, None), account(Role::FocalPoint, Some("AZE")));
    let id = dossier_of_azerbaijan(&register, review, words).await;
    // The chapter on what comes next.
    let form = DOSSIER[11];
    let version = register.entry(&state, id).await.expect("seen").version;
    let own = values(&[("text", "Мы пойдём дальше. [agreements/1]")]);
    register.save_entry(&state, id, form, version, &own, None).await.expect("saved");
    register.take_step(&state, id, Step::Submit).await.expect("filed");
    for step in [Step::TakeUp, Step::Accept] {
        register.take_step(&coordinator, id, step).await.expect("a step");
    }
    register.set_entry_published(&state, id, true).await.expect("published");
    register.take_step(&coordinator, review, Step::Conclude).await.expect("concluded");

    let ask = async |kind: JobKind| {
        register.ask_for_outcome(&Actor::Reader, review, kind, "ru").await.expect("asked for");
        let claimed = register.claim_job().await.expect("answered").expect("something to do");
        let outcome = register.outcome(&claimed).await.expect("gathered").expect("claimed");
        let bytes = file(kind, words.language, ORIGIN, &outcome).expect("written");
        register.finish_job(&claimed, bytes.clone()).await.expect("written down");
        (bytes, outcome)
    };
    let (report, outcome) = ask(JobKind::OutcomeReport).await;
    let (annex, _) = ask(JobKind::OutcomeFigures).await;
    let head = outcome.frozen.as_ref().expect("concluded");
    let azerbaijan = outcome.states.iter().find(|of| of.state == "AZE").expect("a member");

    let files = converted("pdf", &[("outcome.docx", report)]);
    let text = text_of(&files.path().join("outcome.pdf"));
    let about = outcome.review.content::<Review>().review;
    for said in [
        about.title_ru.expect("a title"),
        about.place_ru.expect("a place"),
        share(words, &azerbaijan.figures),
        share(words, &outcome.all),
        "30 % из 144".to_owned(),
        words.state("AZE"),
        words.state("ITA"),
        "Мы пойдём дальше.".to_owned(),
        words.instant(head.at),
    ] {
        assert!(text.contains(&plain(&said)), "{said} is not in {text}");
    }
    assert!(text.replace(' ', "").contains(&head.hash), "{} is not in {text}", head.hash);
    assert!(!text.contains("предварительно"), "{text}");

    let files = converted("fods", &[("outcome.xlsx", annex)]);
    let read = fs::read_to_string(files.path().join("outcome.fods")).expect("read");
    for sheet in ["Государства", "Положения по государствам"] {
        assert!(read.contains(&format!(r#"table:name="{sheet}""#)), "{sheet}");
    }
    let agreements = azerbaijan.figures.agreements;
    for said in [
        format!(r#"office:value-type="float" office:value="{agreements}""#),
        r#"office:value-type="percentage""#.to_owned(),
        head.hash.clone(),
    ] {
        assert!(read.contains(&said), "{said} is not in the workbook");
    }
}
