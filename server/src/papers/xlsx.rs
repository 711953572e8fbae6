//! An annex as XLSX: numbers are numbers, shares percentages, days dates, so that one can calculate
//! with them.

use app::{
    papers::{
        Annex,
        annex::{Cell, Sheet},
    },
    words::Language,
};
use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet,
    XlsxError,
};

use super::{NotWritten, readable};

/// A4, as the format counts paper.
const A4: u8 = 9;
/// Longest name of a sheet, in UTF-16 units.
const LONGEST_NAME: usize = 31;
/// Narrowest and widest column, in characters.
const WIDTHS: (usize, usize) = (9, 60);
/// All workbooks are of one day: when one was drawn stands in it.
const EPOCH: &str = "1980-01-01";

struct Formats {
    head: Format,
    text: Format,
    count: Format,
    share: Format,
    day: Format,
}

impl Formats {
    fn new(language: Language) -> Self {
        let cell = Format::new().set_align(FormatAlign::Top);
        // The number names the language of the month, as the format counts languages.
        let day = match language {
            Language::English => "[$-809]d mmmm yyyy",
            Language::Russian => "[$-419]d mmmm yyyy",
        };
        Self {
            head: Format::new()
                .set_bold()
                .set_text_wrap()
                .set_align(FormatAlign::Top)
                .set_background_color(Color::RGB(0x00E8_EEF1))
                .set_border_bottom(FormatBorder::Thin),
            text: cell.clone().set_text_wrap(),
            count: cell.clone().set_num_format("#,##0"),
            share: cell.clone().set_num_format("0.0%"),
            day: cell.set_num_format(day).set_align(FormatAlign::Left),
        }
    }
}

/// The workbook's bytes.
///
/// # Errors
/// When it can't be written: it has more rows than the format holds, or two sheets of one name.
pub fn xlsx(annex: &Annex) -> Result<Vec<u8>, NotWritten> {
    let formats = Formats::new(annex.language);
    let mut workbook = Workbook::new();
    let properties = DocProperties::new()
        .set_title(readable(&annex.title))
        .set_author("Corridor")
        .set_creation_datetime(&ExcelDateTime::parse_from_str(EPOCH)?);
    workbook.set_properties(&properties);
    for sheet in &annex.sheets {
        write(workbook.add_worksheet(), sheet, &formats)?;
    }
    Ok(workbook.save_to_buffer()?)
}

fn write(worksheet: &mut Worksheet, sheet: &Sheet, formats: &Formats) -> Result<(), XlsxError> {
    worksheet.set_name(name(&sheet.name))?;
    for (column, text) in (0u16..).zip(&sheet.head) {
        worksheet.write_string_with_format(0, column, readable(text), &formats.head)?;
        worksheet.set_column_width(column, width(sheet, usize::from(column)))?;
    }
    for (row, cells) in (1u32..).zip(&sheet.rows) {
        for (column, cell) in (0u16..).zip(cells) {
            write_cell(worksheet, (row, column), cell, formats)?;
        }
    }
    worksheet.set_freeze_panes(1, 0)?;
    worksheet.set_repeat_rows(0, 0)?;
    let has_figures = sheet.rows.iter().flatten().any(|cell| matches!(cell, Cell::Count(_)));
    if has_figures {
        let last_row = u32::try_from(sheet.rows.len()).unwrap_or(u32::MAX);
        let last_column = u16::try_from(sheet.head.len().saturating_sub(1)).unwrap_or(u16::MAX);
        worksheet.autofilter(0, 0, last_row, last_column)?;
    }
    worksheet.set_paper_size(A4).set_landscape().set_print_fit_to_pages(1, 0);
    worksheet.set_footer("&C&P / &N");
    Ok(())
}

fn write_cell(
    worksheet: &mut Worksheet,
    (row, column): (u32, u16),
    cell: &Cell,
    formats: &Formats,
) -> Result<(), XlsxError> {
    match cell {
        Cell::Text(text) => {
            worksheet.write_string_with_format(row, column, readable(text), &formats.text)?;
        }
        Cell::Count(count) => {
            #[expect(clippy::cast_precision_loss, reason = "counts are far below 2^52")]
            let number = *count as f64;
            worksheet.write_number_with_format(row, column, number, &formats.count)?;
        }
        Cell::Share(percent) => {
            worksheet.write_number_with_format(row, column, percent / 100.0, &formats.share)?;
        }
        Cell::Day(day) => {
            let day = ExcelDateTime::parse_from_str(&day.to_string())?;
            worksheet.write_datetime_with_format(row, column, &day, &formats.day)?;
        }
        Cell::Empty => {}
    }
    Ok(())
}

/// The name without what a sheet's name may not hold, and no longer than one may be.
fn name(text: &str) -> String {
    let mut name = readable(text).replace(['*', '?', ':', '[', ']', '\\', '/'], " ");
    while name.encode_utf16().count() > LONGEST_NAME {
        name.pop();
    }
    name.trim_matches(['\'', ' ']).to_owned()
}

/// As wide as the longest text of the column, within bounds; longer text is broken.
fn width(sheet: &Sheet, column: usize) -> f64 {
    let length = |cell: &Cell| match cell {
        Cell::Text(text) => text.chars().count(),
        Cell::Day(_) => 18,
        Cell::Count(_) | Cell::Share(_) | Cell::Empty => 0,
    };
    let cells = sheet.rows.iter().filter_map(|row| row.get(column)).map(length);
    // Heads are bold and carry the button of the filter.
    let head = sheet.head.get(column).map_or(0, |text| text.chars().count() + 4);
    let longest = cells.chain([head]).max().unwrap_or_default();
    let width = u32::try_from(longest.clamp(WIDTHS.0, WIDTHS.1) + 1).unwrap_or_default();
    f64::from(width)
}
