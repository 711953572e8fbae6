//! How a weakness of the register is reported, and what is asked of whoever found it.

use leptos::prelude::*;

use crate::{page::Page, request::Request, words::t};

/// Shows the page. `contact` is the address of a page, or `mailto:` and that of a mailbox.
pub fn show(request: &Request, contact: &str) -> Page {
    let words = request.words;
    let name = contact.strip_prefix("mailto:").unwrap_or(contact).to_owned();
    let contact = contact.to_owned();
    Page::new(t!(words, "security-title"), move || {
        view! {
            <h1>{t!(words, "security-title")}</h1>
            <p class="lede">{t!(words, "security-about")}</p>
            <section class="card">
                <h2>{t!(words, "security-where")}</h2>
                <p><a href=contact>{name}</a></p>
                <p>{t!(words, "security-what")}</p>
            </section>
            <section class="card">
                <h2>{t!(words, "security-asked")}</h2>
                <ul>
                    <li>{t!(words, "security-asked-own")}</li>
                    <li>{t!(words, "security-asked-harm")}</li>
                    <li>{t!(words, "security-asked-time")}</li>
                </ul>
            </section>
            <section class="card">
                <h2>{t!(words, "security-then")}</h2>
                <p>{t!(words, "security-then-text")}</p>
            </section>
            <p><a href=words.href("/about")>{t!(words, "nav-about")}</a></p>
        }
    })
}
