//! Signing in, also in the middle of a work whose session has ended: what was typed then stands in
//! the form and goes on with it.

use domain::fields::Values;
use leptos::prelude::*;

use super::forgotten_password;
use crate::{
    components::form_token::form_token,
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

/// Why a sign-in was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The address, the password or the account; nothing tells which.
    Wrong,
    /// Tried too often. The password was not looked at.
    Slowed { seconds: u64 },
    /// Too many people sign in at this moment.
    Busy,
    /// The second factor was not given in time.
    TookTooLong,
    /// The form was made for a browser that held other cookies.
    LeftOpen,
}

impl Refusal {
    /// After how many seconds to try again; nothing where that may be done at once.
    pub fn seconds(self) -> Option<u64> {
        match self {
            Self::Wrong | Self::TookTooLong | Self::LeftOpen => None,
            Self::Slowed { seconds } => Some(seconds),
            Self::Busy => Some(5),
        }
    }

    fn status(self) -> u16 {
        match self {
            Self::Wrong | Self::TookTooLong => 422,
            Self::Slowed { .. } => 429,
            Self::Busy => 503,
            Self::LeftOpen => 403,
        }
    }

    fn text(self, words: Words) -> String {
        match self {
            Self::Wrong => t!(words, "sign-in-failed-about"),
            Self::Slowed { seconds } => t!(words, "sign-in-slowed", seconds = seconds),
            Self::Busy => t!(words, "sign-in-busy"),
            Self::TookTooLong => t!(words, "code-took-too-long"),
            Self::LeftOpen => t!(words, "sign-in-left-open"),
        }
    }
}

/// In front of the names of fields that are carried through the sign-in.
pub const CARRIED: &str = "typed.";

/// Shows the form.
pub fn show(
    request: &Request,
    email: String,
    refusal: Option<Refusal>,
    interrupted: Interrupted,
) -> Page {
    let words = request.words;
    let status = match refusal {
        Some(refusal) => refusal.status(),
        None if interrupted.typed == Values::default() => 200,
        None => 401,
    };
    let was_set = request.parameter("saved").as_deref() == Some("password");
    Page::new(t!(words, "sign-in"), move || whole(words, email, refusal, &interrupted, was_set))
        .with_status(status)
}

fn whole(
    words: Words,
    email: String,
    refusal: Option<Refusal>,
    interrupted: &Interrupted,
    password_was_set: bool,
) -> impl IntoView + use<> {
    let is_wrong = refusal == Some(Refusal::Wrong);
    let refused = refusal.map(|refusal| {
        // What was typed is not what is wrong where it was not looked at.
        let to = if is_wrong { "#email" } else { "#password" };
        view! {
            <div class="error-summary" role="alert" tabindex="-1">
                <h2>{t!(words, "sign-in-failed")}</h2>
                <ul><li><a href=to>{refusal.text(words)}</a></li></ul>
            </div>
        }
    });
    let kept = (interrupted.typed != Values::default()).then(|| {
        view! { <div class="notice" data-tone="info">{t!(words, "session-ended-text-kept")}</div> }
    });
    let set = password_was_set.then(|| {
        let set = t!(words, "link-set-now-sign-in");
        view! { <div class="notice" data-tone="success" role="status">{set}</div> }
    });
    view! {
        <div class="narrow stack">
            {refused} {kept} {set}
            <h1>{t!(words, "sign-in")}</h1>
            <form class="form" method="post" action=words.href("/sign-in")>
                {form_token()}
                {carried(interrupted)}
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
            <p><a href=words.href(forgotten_password::PATH)>{t!(words, "forgotten-link")}</a></p>
            <p class="small">{t!(words, "accounts-are-given")}</p>
        </div>
    }
}

/// What is to go on after signing in, in the form of each step until then.
pub fn carried(interrupted: &Interrupted) -> impl IntoView + use<> {
    let typed = interrupted
        .typed
        .iter()
        .map(|(name, text)| view! { <input type="hidden" name=format!("{CARRIED}{name}") value=text.to_owned() /> })
        .collect_view();
    view! {
        <input type="hidden" name="next" value=interrupted.next.clone() />
        {typed}
    }
}
