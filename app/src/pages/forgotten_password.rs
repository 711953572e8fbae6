//! The way back in for who forgot the password: a link by mail. Whoever asks is told the same, whether or not
//! there is an account.

use domain::account_links::LinkPurpose;
use leptos::prelude::*;

use crate::{
    components::form_token::form_token,
    page::Page,
    request::Request,
    words::{Words, t},
};

/// Where the page is.
pub const PATH: &str = "/sign-in/forgotten";

/// How long the link in the mail is good, in minutes.
fn minutes() -> i64 {
    LinkPurpose::Reset.lasts().num_minutes()
}

/// Asks for the address. `not_an_address` is what was typed in its place.
pub fn show(request: &Request, not_an_address: Option<String>) -> Page {
    let words = request.words;
    let sends_mail = request.sends_mail;
    let prefix = if not_an_address.is_some() { t!(words, "title-error") } else { String::new() };
    let status = if not_an_address.is_some() { 422 } else { 200 };
    let page = Page::new(format!("{prefix}{}", t!(words, "forgotten-title")), move || {
        let way = if sends_mail {
            form(words, not_an_address).into_any()
        } else {
            view! { <p>{t!(words, "forgotten-no-mail")}</p> }.into_any()
        };
        view! {
            <div class="narrow stack">
                <h1>{t!(words, "forgotten-title")}</h1>
                {way}
                <p><a href=words.href("/sign-in")>{t!(words, "forgotten-back")}</a></p>
            </div>
        }
    });
    page.with_status(status)
}

fn form(words: Words, not_an_address: Option<String>) -> impl IntoView + use<> {
    let is_wrong = not_an_address.is_some();
    let problem = is_wrong.then(
        || view! { <p class="error" id="email-error">{t!(words, "forgotten-not-an-address")}</p> },
    );
    view! {
        <p>{t!(words, "forgotten-about", minutes = minutes())}</p>
        <form class="form" method="post" action=words.href(PATH)>
            {form_token()}
            <div class="field" data-invalid=is_wrong.then_some("")>
                <label for="email">{t!(words, "email")}</label>
                {problem}
                <input id="email" name="email" type="email" autocomplete="username" required=true
                    value=not_an_address.unwrap_or_default() aria-invalid=is_wrong.then_some("true")
                    aria-describedby=is_wrong.then_some("email-error") />
            </div>
            <div class="form-actions"><button class="button">{t!(words, "forgotten-send")}</button></div>
        </form>
    }
}

/// The answer to whoever asked, for whatever address.
pub fn asked(request: &Request) -> Page {
    let words = request.words;
    let title = t!(words, "forgotten-sent");
    Page::new(title.clone(), move || {
        view! {
            <div class="narrow stack">
                <h1>{title}</h1>
                <p>{t!(words, "forgotten-sent-about", minutes = minutes())}</p>
                <p>{t!(words, "forgotten-sent-nothing")}</p>
                <p><a href=words.href("/sign-in")>{t!(words, "forgotten-back")}</a></p>
            </div>
        }
    })
    .private()
}
