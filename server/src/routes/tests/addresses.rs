//! Addresses that people type are printed as links and asked for by nobody.

use std::{io::ErrorKind, net::TcpListener};

use axum::http::StatusCode;
use domain::{
    account::Role,
    fields::{Field, Form, Input, Part, SectionCode},
    follow_up::EntryKind,
};
use form_urlencoded::Serializer;
use register::form_token::form_token;
use strum::VariantArray;

use super::{GET, OWN, POST, Running, site};

/// What a person could type into a field. `address` stands wherever an address may.
fn typed(field: &Field, address: &str) -> String {
    match field.input {
        Input::Line(longest) | Input::Text(longest) => {
            format!("{address} is an example").chars().take(longest).collect()
        }
        Input::Date | Input::Year => "2024".into(),
        Input::Time => "10:00".into(),
        Input::Currency => "USD".into(),
        Input::Number(_) | Input::Decimal | Input::Records => "1".into(),
        Input::Address => address.into(),
        Input::Choice(vocabulary) | Input::Choices(vocabulary) => {
            vocabulary.codes().first().copied().unwrap_or_default().into()
        }
        Input::Tick => "yes".into(),
        Input::Kept => String::new(),
    }
}

/// The names and texts of a form in which every field is filled in.
fn filled(form: Form, address: &str) -> Vec<(String, String)> {
    let mut pairs = Vec::new();
    for part in form.parts {
        match part {
            Part::Field(field) => pairs.push((field.name.to_owned(), typed(field, address))),
            Part::Rows(table) => {
                pairs.extend(table.fields.iter().map(|field| {
                    (format!("{}.0.{}", table.name, field.name), typed(field, address))
                }));
            }
            Part::Grid { table, codes, .. } => {
                let code = codes.codes().first().copied().unwrap_or_default();
                pairs.extend(table.fields.iter().map(|field| {
                    (format!("{}.{code}.{}", table.name, field.name), typed(field, address))
                }));
            }
        }
    }
    pairs
}

impl Running {
    /// Posts these texts to a page, and looks at the page that it leads to; its address, if they were
    /// taken.
    async fn fill_in(
        &self,
        path: &str,
        session: &str,
        pairs: &[(String, String)],
    ) -> Option<String> {
        let cookie = format!("session={session}");
        let headers = [("cookie", cookie.as_str()), OWN];
        let form = Serializer::new(String::new())
            .extend_pairs(pairs)
            .append_pair("form-token", &form_token(session))
            .finish();
        let answer = self.send(POST, path, &headers, &form).await;
        if answer.status != StatusCode::SEE_OTHER {
            return None;
        }
        let place = answer.location.split(['?', '#']).next().unwrap_or_default();
        for page in ["", "/history", "/paper.docx", "/text"] {
            self.send(GET, &format!("{place}{page}"), &headers, "").await;
        }
        Some(place.to_owned())
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn no_address_that_somebody_typed_is_asked_for() {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    listener.set_nonblocking(true).expect("it does not wait");
    let address = format!("http://{}/typed", listener.local_addr().expect("its address"));
    let site = site().await;
    let mut taken = Vec::new();
    for role in [Role::FocalPoint, Role::Coordinator] {
        let cookie = site.signed_in(role).await;
        let session = cookie.strip_prefix("session=").expect("a session");
        let texts = |pairs: &[(&str, &str)]| -> Vec<(String, String)> {
            pairs.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
        };
        let record = [
            ("do", "begin"),
            ("kind", "protocol"),
            ("titles.0.text", address.as_str()),
            ("titles.0.language", "en"),
            ("parties.0.code", "ISL"),
            ("parties.1.code", "KAZ"),
        ];
        let record = site.fill_in("/agreements/new", session, &texts(&record)).await;
        let record = record.and_then(|place| Some(place.split('/').nth(2)?.to_owned()));
        assert_eq!(record.is_some(), role.is_of_a_state());
        let record = record.unwrap_or_default();
        let mut version = 1;
        for section in SectionCode::VARIANTS {
            let mut pairs = filled(section.form(), &address);
            pairs.extend(texts(&[("version", &version.to_string()), ("do", "save")]));
            let path = format!("/agreements/{record}/edit/{}", section.code());
            let saved = site.fill_in(&path, session, &pairs).await;
            version += i32::from(saved.is_some());
            taken.extend(saved);
        }
        for kind in EntryKind::VARIANTS {
            let mut pairs: Vec<(String, String)> =
                kind.forms().iter().flat_map(|form| filled(*form, &address)).collect();
            pairs.extend(texts(&[("do", "save")]));
            if role.is_of_a_state() {
                pairs.extend(texts(&[("owner", "ISL")]));
            }
            let path = format!("/{}/new", kind.path());
            taken.extend(site.fill_in(&path, session, &pairs).await);
        }
    }
    assert!(taken.len() > 10, "forms that were taken: {taken:#?}");
    let asked = listener.accept().map(|_| ()).map_err(|error| error.kind());
    assert_eq!(asked, Err(ErrorKind::WouldBlock), "somebody asked for {address}");
}
