//! Reference data: tables that come with the program, each a CSV file under `data/` with its source
//! in `data/README.md`. They are read once; a broken table is a fault of the build, which the tests
//! find.

use serde::de::DeserializeOwned;

/// The rows of a table that was compiled in.
///
/// # Panics
/// When the table does not have the columns that `Row` needs: each table has a test that reads it.
pub(crate) fn rows<Row: DeserializeOwned>(table: &str) -> Vec<Row> {
    csv::Reader::from_reader(table.as_bytes())
        .deserialize()
        .collect::<Result<_, _>>()
        .unwrap_or_else(|error| panic!("a reference table is broken: {error}"))
}

/// Something with a name in English and Russian.
pub trait Named {
    /// The name in `language`, else in English.
    fn name(&self, language: &str) -> &str;
}
