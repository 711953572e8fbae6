//! A posted form: read into each section and each entry of the follow-up, written back, and read again.
#![no_main]

use domain::{
    fields::{self, Form, SectionCode, Values},
    follow_up::EntryKind,
};
use libfuzzer_sys::fuzz_target;
use strum::VariantArray;

/// Every form of the site whose fields the catalogue names.
fn forms() -> impl Iterator<Item = Form> {
    let sections = SectionCode::VARIANTS.iter().map(|section| section.form());
    sections.chain(EntryKind::VARIANTS.iter().flat_map(|kind| kind.forms().iter().copied()))
}

fuzz_target!(|body: &[u8]| {
    let values: Values = form_urlencoded::parse(body)
        .map(|(name, text)| (name.into_owned(), text.replace('\0', "")))
        .collect();
    for form in forms() {
        if let Ok(read) = fields::read(form, &values) {
            let again = fields::read(form, &fields::write(form, &read));
            assert_eq!(again.ok(), Some(read), "{}", form.code);
        }
    }
});
