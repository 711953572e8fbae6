//! Papers as files: DOCX of a [`app::papers::Paper`], XLSX of an [`app::papers::Annex`]. The same
//! content gives the same bytes: no time and no chance goes into a file.

mod docx;
mod xlsx;

pub use docx::docx;
pub use xlsx::xlsx;

/// The media type of DOCX.
pub const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
/// The media type of XLSX.
pub const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// Why a file was not written.
#[derive(Debug, thiserror::Error)]
pub enum NotWritten {
    #[error("the document: {0}")]
    Document(std::io::Error),
    #[error("the workbook: {0}")]
    Workbook(#[from] rust_xlsxwriter::XlsxError),
}

/// The text without what XML can't hold. Somebody may have pasted a control character into a field,
/// and one of them would make the whole file unreadable.
fn readable(text: &str) -> String {
    let is_held = |char: &char| {
        let is_white = matches!(char, '\t' | '\n');
        is_white || (!char.is_control() && !matches!(char, '\u{fffe}' | '\u{ffff}'))
    };
    text.chars().filter(is_held).collect()
}

#[cfg(test)]
mod tests;
