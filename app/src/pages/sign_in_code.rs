//! The second step of a sign-in: the code of the second factor, or setting it up for who has to have one.

use domain::second_factor::FactorProblem;
use leptos::prelude::*;
use register::signing_in::HalfDone;

use super::{
    second_factor::Refusal,
    sign_in::{Interrupted, carried},
};
use crate::{
    components::{
        authenticator::{code_field, recovery_field, steps},
        form_token::form_token,
    },
    page::Page,
    request::Request,
    words::{Words, t},
};

/// Where the page is.
pub const PATH: &str = "/sign-in/code";

/// Shows the form. What was typed where the work was interrupted goes on with it.
pub fn show(
    request: &Request,
    half: HalfDone,
    refusal: Option<Refusal>,
    interrupted: Interrupted,
) -> Page {
    let words = request.words;
    let title = match half.offered {
        Some(_) => t!(words, "code-title-set-up"),
        None => t!(words, "code-title"),
    };
    let prefix = if refusal.is_some() { t!(words, "title-error") } else { String::new() };
    let status = refusal.map_or(200, Refusal::status);
    Page::new(format!("{prefix}{title}"), move || whole(words, title, &half, refusal, &interrupted))
        .private()
        .with_status(status)
}

fn whole(
    words: Words,
    title: String,
    half: &HalfDone,
    refusal: Option<Refusal>,
    interrupted: &Interrupted,
) -> impl IntoView + use<> {
    let refused = refusal.map(|refusal| {
        view! {
            <div class="error-summary" role="alert" tabindex="-1" autofocus=true>
                <h2>{t!(words, "sign-in-failed")}</h2>
                <ul><li><a href="#f-code">{refusal.text(words)}</a></li></ul>
            </div>
        }
    });
    let wrong = refusal.filter(|refusal| *refusal == Refusal::Problem(FactorProblem::NotTheCode));
    let wrong = wrong.map(|wrong| wrong.text(words));
    let (about, before, instead) = match &half.offered {
        Some(secret) => (t!(words, "code-set-up-about"), Some(steps(words, secret)), None),
        None => {
            let foot = Some(t!(words, "recovery-none-left"));
            (t!(words, "code-about"), None, Some(recovery_field(words, foot)))
        }
    };
    let go_on =
        if half.offered.is_some() { t!(words, "factor-confirm") } else { t!(words, "code-go-on") };
    view! {
        <div class="narrow stack">
            {refused}
            <h1>{title}</h1>
            <p>{about}</p>
            {before}
            <form class="form" method="post" action=words.href(PATH)>
                {form_token()}
                {carried(interrupted)}
                {code_field(words, wrong)}
                {instead}
                <div class="form-actions">
                    <button class="button">{go_on}</button>
                    <a href=words.href("/sign-in")>{t!(words, "cancel")}</a>
                </div>
            </form>
        </div>
    }
}
