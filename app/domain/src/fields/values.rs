//! What stands in a form: names and texts, exactly as they were typed.

use std::collections::BTreeMap;

/// Rows beyond this number are no rows: nobody adds so many, and a made-up number could be any.
const MOST_ROWS: usize = 2000;

/// Texts by the names of their fields. A name may have several (ticked choices).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Values(BTreeMap<String, Vec<String>>);

impl Values {
    /// The first text of `name`; empty when there is none.
    pub fn get(&self, name: &str) -> &str {
        self.0.get(name).and_then(|texts| texts.first()).map_or("", String::as_str)
    }

    /// All texts of `name`.
    pub fn all(&self, name: &str) -> &[String] {
        self.0.get(name).map_or(&[], Vec::as_slice)
    }

    /// Adds a text.
    pub fn push(&mut self, name: impl Into<String>, text: impl Into<String>) {
        self.0.entry(name.into()).or_default().push(text.into());
    }

    /// Takes the texts of `name` out.
    pub fn take(&mut self, name: &str) -> Vec<String> {
        self.0.remove(name).unwrap_or_default()
    }

    /// All names and texts.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0
            .iter()
            .flat_map(|(name, texts)| texts.iter().map(move |text| (name.as_str(), text.as_str())))
    }

    /// The numbers of the rows of `table` that the form had, in order.
    pub fn row_numbers(&self, table: &str) -> Vec<usize> {
        let mut numbers: Vec<usize> = self
            .0
            .keys()
            .filter_map(|name| {
                name.strip_prefix(table)?.strip_prefix('.')?.split('.').next()?.parse().ok()
            })
            .collect();
        numbers.retain(|number| *number < MOST_ROWS);
        numbers.sort_unstable();
        numbers.dedup();
        numbers
    }

    /// Takes a row out of a table.
    pub fn remove_row(&mut self, table: &str, number: usize) {
        let prefix = format!("{table}.{number}.");
        self.0.retain(|name, _| !name.starts_with(&prefix));
    }
}

impl FromIterator<(String, String)> for Values {
    fn from_iter<Pairs: IntoIterator<Item = (String, String)>>(pairs: Pairs) -> Self {
        let mut values = Self::default();
        for (name, text) in pairs {
            values.push(name, text);
        }
        values
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_those_that_a_person_can_have_added() {
        let values: Values = [
            "events.2.date",
            "events.0.kind",
            "events.x.kind",
            "events.18446744073709551615.kind",
            "eventsx.1.kind",
        ]
        .map(|name| (name.to_owned(), "a".to_owned()))
        .into_iter()
        .collect();
        assert_eq!(values.row_numbers("events"), [0, 2]);
    }
}
