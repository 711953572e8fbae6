//! Recovery codes, shown this once, on a page that can be printed.

use leptos::prelude::*;

use super::sign_in::{Interrupted, carried};
use crate::{
    components::form_token::form_token,
    page::Page,
    request::Request,
    words::{Words, t},
};

/// Where the page leads on from.
pub const GO_ON: &str = "/sign-in/go-on";

/// Shows the codes, and then the way to where the work was interrupted.
pub fn show(request: &Request, codes: Vec<String>, interrupted: Interrupted) -> Page {
    let words = request.words;
    let email = request.actor.account().map(|account| account.email.clone());
    let title = t!(words, "recovery-title");
    Page::new(title, move || whole(words, email, &codes, &interrupted)).private()
}

fn whole(
    words: Words,
    email: Option<String>,
    codes: &[String],
    interrupted: &Interrupted,
) -> impl IntoView + use<> {
    let codes =
        codes.iter().map(|code| view! { <li><code>{code.clone()}</code></li> }).collect_view();
    view! {
        <div class="narrow stack">
            <h1>{t!(words, "recovery-title")}</h1>
            <p>{email}</p>
            <p>{t!(words, "recovery-about")}</p>
            <ol class="recovery-codes">{codes}</ol>
            <p class="small">{t!(words, "recovery-before")}</p>
            <form class="form" method="post" action=words.href(GO_ON)>
                {form_token()}
                {carried(interrupted)}
                <div class="form-actions"><button class="button">{t!(words, "recovery-kept")}</button></div>
            </form>
        </div>
    }
}
