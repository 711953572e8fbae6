//! The address at which an account's deadlines are read by a calendar program.

use chrono::{DateTime, Utc};
use leptos::prelude::*;

use crate::{
    components::form_token::form_token,
    words::{Words, t},
};

/// Whether there is an address, and the ways to make another and to take it away. `made` is one that
/// was made just now: it is shown this once, because only its hash is kept.
pub fn calendar_feed(
    words: Words,
    made_at: Option<DateTime<Utc>>,
    made: Option<String>,
    was_revoked: bool,
) -> impl IntoView + use<> {
    let revoked = was_revoked.then(|| {
        view! { <div class="notice" data-tone="success" role="status">{t!(words, "calendar-feed-revoked")}</div> }
    });
    let state = match (made, made_at) {
        (Some(address), _) => view! {
            <div class="notice" data-tone="success" role="status">{t!(words, "calendar-feed-made")}</div>
            <div class="field">
                <label for="calendar-address">{t!(words, "calendar-feed-address")}</label>
                <input id="calendar-address" type="text" readonly=true value=address />
            </div>
        }
        .into_any(),
        (None, Some(at)) => {
            let date = words.day(at.date_naive());
            view! { <p>{t!(words, "calendar-feed-made-on", date = date)}</p> }.into_any()
        }
        (None, None) => {
            button(words, "make", t!(words, "calendar-feed-make"), "button quiet").into_any()
        }
    };
    // Both put an end to the address in use, so each is asked for once more.
    let change = made_at.map(|_| {
        view! {
            <details>
                <summary>{t!(words, "calendar-feed-renew")}</summary>
                <p>{t!(words, "calendar-feed-renew-about")}</p>
                {button(words, "make", t!(words, "calendar-feed-renew"), "button quiet")}
            </details>
            <details>
                <summary>{t!(words, "calendar-feed-revoke")}</summary>
                <p>{t!(words, "calendar-feed-revoke-about")}</p>
                {button(words, "revoke", t!(words, "calendar-feed-revoke"), "button danger")}
            </details>
        }
    });
    view! {
        <section class="card" id="calendar">
            <h2>{t!(words, "calendar-feed")}</h2>
            {revoked}
            <p>{t!(words, "calendar-feed-about")}</p>
            {state}
            {change}
            <p class="small">{t!(words, "calendar-feed-secret")}</p>
        </section>
    }
}

fn button(
    words: Words,
    value: &'static str,
    label: String,
    class: &'static str,
) -> impl IntoView + use<> {
    view! {
        <form class="form-actions" method="post" action=words.href("/account/calendar")>
            {form_token()}
            <button class=class name="do" value=value>{label}</button>
        </form>
    }
}
