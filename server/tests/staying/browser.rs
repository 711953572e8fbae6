//! A browser as far as the tests need one: it signs in, asks for pages and sends forms.

use std::time::Duration;

use register::form_token::form_token;
use ureq::{Agent, Error, http::Response};

use crate::ground::{EMAIL, PASSWORD};

/// What came back.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub retry_after: Option<String>,
    pub cookie: Option<String>,
    pub body: String,
}

/// What the forms of a browser rest on that has not signed in.
const SECRET: &str = "00000000000000000000000000000000000000000000000000000000000000ff";

/// A browser; once it has signed in, with its cookie.
#[derive(Clone, Debug)]
pub struct Browser {
    agent: Agent,
    cookie: String,
}

impl Browser {
    /// One that has not signed in.
    pub fn new() -> Self {
        let config = Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            // A new connection each time: the program behind the address changes.
            .max_idle_connections(0)
            .timeout_global(Some(Duration::from_secs(40)))
            .build();
        Self { agent: config.into(), cookie: format!("form={SECRET}") }
    }

    /// One that has signed in at this address. The session is in the database and outlives the program.
    pub fn signed_in(address: &str) -> Self {
        let mut browser = Self::new();
        let answer = browser.sign_in(address, PASSWORD).expect("an answer");
        assert_eq!(answer.status, 303, "{}", answer.body);
        browser.cookie = answer.cookie.expect("a session");
        browser
    }

    /// Tries to sign in the official with this password.
    pub fn sign_in(&self, address: &str, password: &str) -> Result<Answer, Error> {
        self.post(&format!("{address}/sign-in"), &[("email", EMAIL), ("password", password)])
    }

    /// Tries the same through a proxy that was asked from this address.
    pub fn sign_in_from(&self, address: &str, password: &str, from: &str) -> Result<Answer, Error> {
        let request = self.agent.post(format!("{address}/sign-in"));
        let request = request.header("cookie", &self.cookie);
        let request =
            request.header("sec-fetch-site", "same-origin").header("x-forwarded-for", from);
        let token = self.form_token();
        let form = [("form-token", token.as_str()), ("email", EMAIL), ("password", password)];
        answer(request.send_form(form)?)
    }

    /// Asks for a page.
    pub fn get(&self, url: &str) -> Result<Answer, Error> {
        answer(self.agent.get(url).header("cookie", &self.cookie).call()?)
    }

    /// Asks for a page through a proxy that was asked from this address.
    pub fn get_from(&self, url: &str, from: &str) -> Result<Answer, Error> {
        answer(self.agent.get(url).header("x-forwarded-for", from).call()?)
    }

    /// Sends a form.
    pub fn post(&self, url: &str, form: &[(&str, &str)]) -> Result<Answer, Error> {
        let request = self.agent.post(url);
        let request =
            request.header("cookie", &self.cookie).header("sec-fetch-site", "same-origin");
        let token = self.form_token();
        answer(request.send_form(form.iter().copied().chain([("form-token", token.as_str())]))?)
    }

    /// The token of the forms that this browser is shown.
    fn form_token(&self) -> String {
        form_token(self.cookie.split_once('=').map_or("", |(_, secret)| secret))
    }

    /// Saves the section on the life of a record, made from a version, with one text in two fields.
    pub fn save(&self, address: &str, id: i64, version: i32, text: &str) -> Result<Answer, Error> {
        let url = format!("{address}/agreements/{id}/edit/life");
        let version = version.to_string();
        let form = [
            ("do", "save"),
            ("version", version.as_str()),
            ("events.0.kind", "signed"),
            ("events.0.date", "2018"),
            ("events.0.place", text),
            ("events.0.note", text),
        ];
        self.post(&url, &form)
    }
}

fn answer(response: Response<ureq::Body>) -> Result<Answer, Error> {
    let header = |name: &str| {
        let value = response.headers().get(name)?;
        Some(value.to_str().expect("a text").to_owned())
    };
    let status = response.status().as_u16();
    let retry_after = header("retry-after");
    let session = response.headers().get_all("set-cookie").iter().find_map(|cookie| {
        let cookie = cookie.to_str().ok()?.split(';').next()?;
        cookie.contains("session=").then(|| cookie.to_owned())
    });
    let body = response.into_body().read_to_string()?;
    Ok(Answer { status, retry_after, cookie: session, body })
}
