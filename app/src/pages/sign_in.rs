//! Signing in, also in the middle of a work whose session has ended: what was typed then stands in
//! the form and goes on with it.

use domain::fields::Values;
use leptos::prelude::*;

use crate::{
    page::Page,
    request::Request,
    words::{Words, t},
};

/// What is to go on after signing in.
#[derive(Clone, Debug, Default)]
pub struct Interrupted {
    /// The page to go to, without the language.
    pub next: String,
    /// What was typed there; empty where the page was only looked at.
    pub typed: Values,
}

/// In front of the names of fields that are carried through the sign-in.
pub const CARRIED: &str = "typed.";

/// Shows the form.
pub fn show(request: &Request, email: String, is_wrong: bool, interrupted: Interrupted) -> Page {
    let words = request.words;
    let status = if is_wrong {
        422
    } else if interrupted.typed == Values::default() {
        200
    } else {
        401
    };
    Page::new(t!(words, "sign-in"), move || whole(words, email, is_wrong, &interrupted))
        .with_status(status)
}

fn whole(
    words: Words,
    email: String,
    is_wrong: bool,
    interrupted: &Interrupted,
) -> impl IntoView + use<> {
    let wrong = is_wrong.then(|| {
        view! {
            <div class="error-summary" role="alert" tabindex="-1">
                <h2>{t!(words, "sign-in-failed")}</h2>
                <ul><li><a href="#email">{t!(words, "sign-in-failed-about")}</a></li></ul>
            </div>
        }
    });
    let kept = (interrupted.typed != Values::default()).then(|| {
        view! { <div class="notice" data-tone="info">{t!(words, "session-ended-text-kept")}</div> }
    });
    let carried = interrupted
        .typed
        .iter()
        .map(|(name, text)| view! { <input type="hidden" name=format!("{CARRIED}{name}") value=text.to_owned() /> })
        .collect_view();
    view! {
        <div class="narrow stack">
            {wrong} {kept}
            <h1>{t!(words, "sign-in")}</h1>
            <form class="form" method="post" action=words.href("/sign-in")>
                <input type="hidden" name="next" value=interrupted.next.clone() />
                {carried}
                <div class="field">
                    <label for="email">{t!(words, "email")}</label>
                    <input id="email" name="email" type="email" autocomplete="username" required=true value=email
                        aria-invalid=is_wrong.then_some("true") />
                </div>
                <div class="field">
                    <label for="password">{t!(words, "password")}</label>
                    <input id="password" name="password" type="password" autocomplete="current-password" required=true
                        aria-invalid=is_wrong.then_some("true") />
                </div>
                <div class="form-actions"><button class="button">{t!(words, "sign-in")}</button></div>
            </form>
            <p class="small">{t!(words, "accounts-are-given")}</p>
        </div>
    }
}
