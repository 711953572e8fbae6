//! Papers are opened as people open them: LibreOffice reads each file and writes what it understood.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use app::{
    papers::{
        Annex, Paper, Part, Run, Table,
        annex::{Cell, Sheet},
    },
    words::Language,
};
use tempfile::TempDir;

use super::{docx, xlsx};

mod reviews;

/// Converts files with LibreOffice in one go, with a profile of its own; answers their folder.
fn converted(to: &str, files: &[(&str, Vec<u8>)]) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let profile = folder.path().join("profile");
    let paths: Vec<PathBuf> = files
        .iter()
        .map(|(name, bytes)| {
            let path = folder.path().join(name);
            fs::write(&path, bytes).expect("the file is written");
            path
        })
        .collect();
    let done = Command::new("soffice")
        .arg(format!("-env:UserInstallation=file://{}", profile.display()))
        .args(["--headless", "--convert-to", to, "--outdir"])
        .arg(folder.path())
        .args(&paths)
        .output()
        .expect("LibreOffice is there: `make setup-tests` installs it");
    for path in &paths {
        let written = path.with_extension(to);
        assert!(written.exists(), "not opened: {}\n{done:?}", path.display());
    }
    folder
}

/// The text of a PDF, with every blank made one space.
fn text_of(pdf: &Path) -> String {
    let done = Command::new("pdftotext")
        .arg("-layout")
        .arg(pdf)
        .arg("-")
        .output()
        .expect("pdftotext is there: `make setup-tests` installs it");
    let text = String::from_utf8(done.stdout).expect("UTF-8");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn text(text: &str) -> Vec<Run> {
    vec![Run::Text(text.to_owned())]
}

/// Every kind of part, with everything that must be escaped, and a control character.
fn paper(language: Language, title: &str, word: &str) -> Paper {
    let note =
        Run::Footnote(format!("{word} note, Record 7, https://example.org/agreements/7?a=1&b=2"));
    let cell = vec![Run::Text(format!("{word} cell")), note.clone()];
    let row = vec![cell, text("12")];
    Paper {
        language,
        title: title.to_owned(),
        lines: vec![format!("{word} line below")],
        parts: vec![
            Part::heading(1, format!("{word} heading")),
            Part::Paragraph(vec![
                Run::Strong(format!("{word} strong: ")),
                Run::Text("5 < 7 & 7 > \"5\"\u{1}\u{b} 'end'\nsecond line".to_owned()),
                note,
            ]),
            Part::heading(3, format!("{word} lowest")),
            Part::Bullets(vec![text(&format!("{word} bullet")), text("another")]),
            Part::Table(Table {
                caption: format!("{word} caption"),
                head: vec![format!("{word} head"), "Count".to_owned()],
                rows: vec![row; 90],
                numeric: vec![1],
            }),
            Part::text(format!("{word} last words")),
        ],
    }
}

#[test]
fn a_document_opens_in_libreoffice_and_holds_every_part_in_both_languages() {
    let english = paper(Language::English, "Report & <summary>", "English");
    let russian = paper(Language::Russian, "Итоговый доклад «Дискуссия»", "Русский");
    let folder = converted(
        "pdf",
        &[
            ("en.docx", docx(&english).expect("written")),
            ("ru.docx", docx(&russian).expect("written")),
        ],
    );
    for (file, paper, word) in [("en.pdf", &english, "English"), ("ru.pdf", &russian, "Русский")]
    {
        let text = text_of(&folder.path().join(file));
        for part in [
            "line below",
            "heading",
            "strong:",
            "lowest",
            "bullet",
            "caption",
            "cell",
            "last words",
        ] {
            assert!(text.contains(&format!("{word} {part}")), "{file}: {part} is not in {text}");
        }
        for part in [
            paper.title.as_str(),
            "5 < 7 & 7 > \"5\" 'end' second line",
            "note, Record 7, https://example.org/agreements/7?a=1&b=2",
            " 1/",
        ] {
            assert!(text.contains(part), "{file}: {part} is not in {text}");
        }
        // The table is longer than a page: its head is there again.
        assert!(text.matches(&format!("{word} head Count")).count() > 1, "{file}: {text}");
    }
}

#[test]
fn a_document_names_its_language_and_title_and_numbers_its_footnotes() {
    let russian = paper(Language::Russian, "Доклад & <итоги>", "Русский");
    let folder = converted("fodt", &[("ru.docx", docx(&russian).expect("written"))]);
    let read = fs::read_to_string(folder.path().join("ru.fodt")).expect("read");
    assert!(read.contains("<dc:title>Доклад &amp; &lt;итоги&gt;</dc:title>"));
    assert!(read.contains(r#"fo:language="ru""#), "the language of the text");
    assert!(read.contains("<text:note-citation>91</text:note-citation>"), "91 footnotes");
    assert!(read.contains("<table:table-header-rows>"), "a head that is repeated");
    assert!(read.contains(r"<text:h ") && read.contains(r#"text:outline-level="3""#), "headings");
}

#[test]
fn the_same_content_gives_the_same_bytes() {
    let english = paper(Language::English, "Report", "English");
    assert!(docx(&english).expect("written") == docx(&english).expect("written"));
    let annex = annex(Language::English);
    assert!(xlsx(&annex).expect("written") == xlsx(&annex).expect("written"));
}

fn annex(language: Language) -> Annex {
    let cells =
        |name: &str, share: Cell| vec![Cell::Text(name.to_owned()), Cell::Count(1234), share];
    Annex {
        language,
        title: "Figures".to_owned(),
        sheets: vec![
            Sheet {
                name: "Положения: [1/2]".to_owned(),
                head: vec!["Provision".into(), "Yes".into(), "Share".into()],
                rows: vec![
                    cells("A & <B> \"C\"\u{1} Социальное обеспечение", Cell::Share(30.5)),
                    cells("None coded", Cell::Empty),
                ],
            },
            Sheet {
                name: "About".to_owned(),
                head: vec!["What".into(), "Value".into()],
                rows: vec![vec![
                    Cell::Text("Drawn on".into()),
                    Cell::Day("2023-10-12".parse().expect("a day")),
                ]],
            },
        ],
    }
}

#[test]
fn a_workbook_opens_in_libreoffice_with_numbers_percentages_and_dates() {
    let bytes = xlsx(&annex(Language::Russian)).expect("written");
    let folder = converted("fods", &[("annex.xlsx", bytes)]);
    let read = fs::read_to_string(folder.path().join("annex.fods")).expect("read");
    for part in [
        r#"office:value-type="float" office:value="1234""#,
        r#"office:value-type="percentage" office:value="0.305""#,
        "30.5%",
        r#"office:date-value="2023-10-12""#,
        "12 октября 2023",
        r#"table:name="About""#,
        "A &amp; &lt;B&gt; &quot;C&quot; Социальное обеспечение",
    ] {
        assert!(read.contains(part), "{part} is not in the workbook");
    }
}
