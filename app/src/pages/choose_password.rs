//! Choosing a password by a link: the first one of a new account, or another one for who forgot theirs.

use domain::{account::PASSWORD_SHORTEST, account_links::LinkPurpose, own_password::ChangeProblem};
use leptos::prelude::*;
use register::account_links::Opens;

use super::{forgotten_password, own_password::problem_text};
use crate::{
    components::{form_token::form_token, password_field::password_field},
    page::Page,
    request::Request,
    words::{Words, t},
};

/// Before the token in the address of a link.
pub const PATH: &str = "/sign-in/link/";

/// Shows the form. `token` is that of the link.
pub fn show(request: &Request, opens: Opens, token: &str, refusal: Option<ChangeProblem>) -> Page {
    let words = request.words;
    let title = match opens.purpose {
        LinkPurpose::Invitation => t!(words, "link-title-invitation"),
        LinkPurpose::Reset => t!(words, "link-title-reset"),
    };
    let prefix = if refusal.is_some() { t!(words, "title-error") } else { String::new() };
    let status = if refusal.is_some() { 422 } else { 200 };
    let action = words.href(&format!("{PATH}{token}"));
    Page::new(format!("{prefix}{title}"), move || whole(words, title, opens, action, refusal))
        .private()
        .with_status(status)
}

fn whole(
    words: Words,
    title: String,
    opens: Opens,
    action: String,
    refusal: Option<ChangeProblem>,
) -> impl IntoView + use<> {
    let Opens { purpose, name, email } = opens;
    let about = match purpose {
        LinkPurpose::Invitation => t!(words, "link-about-invitation", name = name),
        LinkPurpose::Reset => t!(words, "link-about-reset"),
    };
    let summary = refusal.map(|problem| {
        let to = format!("#f-{}", problem.field());
        view! {
            <div class="error-summary" role="alert" tabindex="-1" autofocus=true>
                <h2>{t!(words, "link-not-set")}</h2>
                <ul><li><a href=to>{problem_text(words, problem)}</a></li></ul>
            </div>
        }
    });
    let field = |name: &'static str, label: String, hint: Option<String>| {
        let problem = refusal.filter(|problem| problem.field() == name);
        let problem = problem.map(|problem| problem_text(words, problem));
        password_field(name, label, "new-password", hint, problem)
    };
    let rules = t!(words, "own-password-rules", shortest = PASSWORD_SHORTEST);
    view! {
        <div class="narrow stack">
            {summary}
            <h1>{title}</h1>
            <p>{about}</p>
            <form class="form" method="post" action=action>
                {form_token()}
                <div class="field">
                    <label for="f-email">{t!(words, "email")}</label>
                    // Also for the browser, which keeps passwords by the address that they belong to.
                    <input id="f-email" type="email" name="email" autocomplete="username" value=email readonly=true />
                </div>
                {field("new", t!(words, "link-password"), Some(rules))}
                {field("again", t!(words, "link-password-again"), None)}
                <div class="form-actions"><button class="button">{t!(words, "link-set")}</button></div>
            </form>
        </div>
    }
}

/// What is shown for a link that opens nothing any more, or never did.
pub fn ended(request: &Request) -> Page {
    let words = request.words;
    let title = t!(words, "link-ended");
    Page::new(title.clone(), move || {
        view! {
            <div class="narrow stack">
                <h1>{title}</h1>
                <p>{t!(words, "link-ended-about")}</p>
                <p><a class="button" href=words.href("/sign-in")>{t!(words, "sign-in")}</a></p>
                <p><a href=words.href(forgotten_password::PATH)>{t!(words, "forgotten-link")}</a></p>
            </div>
        }
    })
    .private()
    .with_status(404)
}
