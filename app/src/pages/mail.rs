//! The end of mails, for whoever holds one of them, signed in or not.

use leptos::prelude::*;

use crate::{components::form_token::form_token, page::Page, request::Request, words::t};

/// Asks whether mails shall end.
pub fn ask(request: &Request) -> Page {
    let words = request.words;
    let action = words.href(&request.path);
    let page = Page::new(t!(words, "mail-stop"), move || {
        view! {
            <h1>{t!(words, "mail-stop")}</h1>
            <p class="lede">{t!(words, "mail-stop-about")}</p>
            <form class="form-actions" method="post" action=action>
                {form_token()}
                <button class="button">{t!(words, "mail-stop-do")}</button>
            </form>
            <p><a href=words.href("/account#mail")>{t!(words, "mail-to-setting")}</a></p>
        }
    });
    page.private()
}

/// Says that they have ended.
pub fn stopped(request: &Request) -> Page {
    let words = request.words;
    let page = Page::new(t!(words, "mail-stopped"), move || {
        view! {
            <h1>{t!(words, "mail-stopped")}</h1>
            <p class="lede">{t!(words, "mail-stopped-about")}</p>
            <p><a href=words.href("/account#mail")>{t!(words, "mail-to-setting")}</a></p>
        }
    });
    page.private()
}
