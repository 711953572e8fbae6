//! A paper as DOCX. The crate writes the text and the package; the styles are a file of our own,
//! because the crate knows no language of a document and no order of a style's parts. What else it
//! can't say (a head that is repeated, a footnote's own mark, the title property) is put into the
//! parts it made.

use std::io::Cursor;

use app::{
    papers::{Paper, Part, Run, Table},
    words::Language,
};
use docx_rs::{
    AbstractNumbering, BreakType, Docx, Footer, Footnote, IndentLevel, Level, LevelJc, LevelText,
    NumPages, NumberFormat, Numbering, NumberingId, PageMargin, PageNum, Paragraph, Run as Written,
    Shading, SpecialIndentType, Start, Table as WrittenTable, TableCell, TableLayoutType, TableRow,
    WidthType,
};

use super::{NotWritten, readable};

const STYLES: &str = include_str!("styles.xml");

/// A4 in twentieths of a point, and its margins.
const PAGE: (u32, u32) = (11906, 16838);
const MARGIN: i32 = 1134;
/// What is left between the margins.
const WIDTH: usize = 11906 - 2 * 1134;
/// The numbering of bullets; the crate has one of its own with the number 1.
const BULLETS: usize = 2;
/// No document is older, and all are alike: when a paper was drawn stands in its text.
const EPOCH: &str = "1980-01-01T00:00:00Z";

/// The place of a footnote's own number, which the crate can't write: a carriage return stands there,
/// and nowhere else.
const OWN_MARK: (&str, &str) = ("<w:cr />", "<w:footnoteRef />");
/// The lines between text and footnotes, without which some programs repair the file.
const FIRST_NOTE: (&str, &str) = (
    r#"<w:footnote w:id="1">"#,
    concat!(
        r#"<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator /></w:r></w:p></w:footnote>"#,
        r#"<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator /></w:r></w:p></w:footnote>"#,
        r#"<w:footnote w:id="1">"#,
    ),
);
/// The first row of a table as the crate writes it, and as one that is repeated on every page.
const FIRST_ROW: (&str, &str) = (
    "</w:tblGrid><w:tr><w:trPr><w:cantSplit />",
    "</w:tblGrid><w:tr><w:trPr><w:cantSplit /><w:tblHeader />",
);

/// The document's bytes.
///
/// # Errors
/// When the package can't be written.
pub fn docx(paper: &Paper) -> Result<Vec<u8>, NotWritten> {
    let mut notes = Notes::default();
    let mut document = Docx::new()
        .page_size(PAGE.0, PAGE.1)
        .page_margin(PageMargin {
            top: MARGIN,
            right: MARGIN,
            bottom: MARGIN,
            left: MARGIN,
            header: MARGIN / 2,
            footer: MARGIN / 2,
            gutter: 0,
        })
        .footer(page_numbers())
        .add_abstract_numbering(bullets())
        .add_numbering(Numbering::new(BULLETS, BULLETS))
        .add_paragraph(line("Title", &paper.title));
    for text in &paper.lines {
        document = document.add_paragraph(line("Subtitle", text));
    }
    for part in &paper.parts {
        document = added(document, part, &mut notes);
    }
    let mut parts = document.build();
    let tag = match paper.language {
        Language::English => "en-GB",
        Language::Russian => "ru-RU",
    };
    parts.styles = STYLES.replace("{language}", tag).into_bytes();
    parts.doc_props.core = properties(&paper.title, tag).into_bytes();
    parts.document = finished(parts.document, &[FIRST_ROW]);
    parts.footnotes = finished(parts.footnotes, &[OWN_MARK, FIRST_NOTE]);
    parts.footers = parts.footers.into_iter().map(|footer| finished(footer, &[])).collect();
    let mut file = Cursor::new(Vec::new());
    let packed = parts.pack(&mut file).map_err(std::io::Error::other);
    packed.map_err(NotWritten::Document)?;
    Ok(file.into_inner())
}

/// A part that the crate made, with something put in, and without the numbers of paragraphs, which go
/// on from one document to the next. What people typed is escaped in it, so that none of it is ever
/// taken for markup.
fn finished(part: Vec<u8>, put_in: &[(&str, &str)]) -> Vec<u8> {
    let text = match String::from_utf8(part) {
        Ok(text) => text,
        // Never reached: the crate writes text.
        Err(error) => return error.into_bytes(),
    };
    let mut pieces = text.split(r#" w14:paraId=""#);
    let mut kept = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        kept.push_str(piece.split_once('"').map_or(piece, |(_, rest)| rest));
    }
    put_in.iter().fold(kept, |text, (from, to)| text.replace(from, to)).into_bytes()
}

/// The numbers of footnotes, in the order of the text. The crate's own go on from one document to the
/// next.
#[derive(Default)]
struct Notes(usize);

impl Notes {
    fn number(&mut self) -> usize {
        self.0 += 1;
        self.0
    }
}

fn added(document: Docx, part: &Part, notes: &mut Notes) -> Docx {
    match part {
        Part::Heading { level, text } => {
            document.add_paragraph(line(&format!("Heading{}", (*level).clamp(1, 3)), text))
        }
        Part::Paragraph(runs) => document.add_paragraph(filled(Paragraph::new(), runs, notes)),
        Part::Bullets(bullets) => bullets.iter().fold(document, |document, runs| {
            let bullet = Paragraph::new()
                .style("ListBullet")
                .numbering(NumberingId::new(BULLETS), IndentLevel::new(0));
            document.add_paragraph(filled(bullet, runs, notes))
        }),
        Part::Table(table) => {
            let document = if table.caption.is_empty() {
                document
            } else {
                document.add_paragraph(line("Caption", &table.caption))
            };
            // A paragraph behind it keeps two tables from growing together.
            document.add_table(written_table(table, notes)).add_paragraph(Paragraph::new())
        }
    }
}

fn line(style: &str, text: &str) -> Paragraph {
    Paragraph::new().style(style).add_run(written(Written::new(), text))
}

fn filled(paragraph: Paragraph, runs: &[Run], notes: &mut Notes) -> Paragraph {
    runs.iter().fold(paragraph, |paragraph, run| {
        paragraph.add_run(match run {
            Run::Text(text) => written(Written::new(), text),
            Run::Strong(text) => written(Written::new().bold(), text),
            Run::Footnote(text) => {
                let mark = Written::new().style("FootnoteReference").add_carriage_return();
                let said = written(Written::new(), &format!(" {text}"));
                let content = Paragraph::new().style("FootnoteText").add_run(mark).add_run(said);
                let note = Footnote { id: notes.number(), content: vec![content] };
                Written::new().add_footnote_reference(note)
            }
        })
    })
}

/// Text in a run; the lines of it stay lines.
fn written(run: Written, text: &str) -> Written {
    let text = readable(text);
    let mut lines = text.lines();
    let first = lines.next().unwrap_or_default();
    lines.fold(run.add_text(first), |run, line| {
        run.add_break(BreakType::TextWrapping).add_text(line)
    })
}

fn written_table(table: &Table, notes: &mut Notes) -> WrittenTable {
    let widths = widths(table);
    let cell = |column: usize, paragraph: Paragraph| {
        let width = widths.get(column).copied().unwrap_or_default();
        TableCell::new().width(width, WidthType::Dxa).add_paragraph(paragraph)
    };
    let head = table.head.iter().enumerate().map(|(column, text)| {
        cell(column, line("TableHead", text)).shading(Shading::new().fill("E8EEF1"))
    });
    let mut rows = vec![TableRow::new(head.collect()).cant_split()];
    for row in &table.rows {
        let cells = row.iter().enumerate().map(|(column, runs)| {
            let style = if table.numeric.contains(&column) { "TableNumber" } else { "TableText" };
            cell(column, filled(Paragraph::new().style(style), runs, notes))
        });
        rows.push(TableRow::new(cells.collect()).cant_split());
    }
    WrittenTable::new(rows)
        .width(widths.iter().sum(), WidthType::Dxa)
        .set_grid(widths)
        .layout(TableLayoutType::Fixed)
}

/// The widths of the columns: as much of the page as the longest text of each asks for, within
/// bounds.
fn widths(table: &Table) -> Vec<usize> {
    let length = |runs: &Vec<Run>| {
        let lengths = runs.iter().map(|run| match run {
            Run::Text(text) | Run::Strong(text) => text.chars().count(),
            Run::Footnote(_) => 1,
        });
        lengths.sum::<usize>()
    };
    let weights: Vec<usize> = table
        .head
        .iter()
        .enumerate()
        .map(|(column, head)| {
            let cells = table.rows.iter().filter_map(|row| row.get(column)).map(length);
            cells.chain([head.chars().count()]).max().unwrap_or_default().clamp(16, 40)
        })
        .collect();
    let whole = weights.iter().sum::<usize>().max(1);
    weights.into_iter().map(|weight| WIDTH * weight / whole).collect()
}

fn bullets() -> AbstractNumbering {
    let level = Level::new(
        0,
        Start::new(1),
        NumberFormat::new("bullet"),
        LevelText::new("•"),
        LevelJc::new("left"),
    );
    AbstractNumbering::new(BULLETS).add_level(level.indent(
        Some(420),
        Some(SpecialIndentType::Hanging(280)),
        None,
        None,
    ))
}

/// "2 / 7" at the foot of every page.
fn page_numbers() -> Footer {
    let paragraph = Paragraph::new()
        .style("Footer")
        .add_page_num(PageNum::new())
        .add_run(Written::new().add_text(" / "))
        .add_num_pages(NumPages::new());
    Footer::new().add_paragraph(paragraph)
}

/// The properties of the document: what programs show as its name, and its language.
fn properties(title: &str, language: &str) -> String {
    let title = readable(title).replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    format!(
        r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{title}</dc:title><dc:creator>Corridor</dc:creator><dc:language>{language}</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">{EPOCH}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">{EPOCH}</dcterms:modified></cp:coreProperties>"#
    )
}
