//! Changing one's own password.

use domain::{
    account::{PASSWORD_LONGEST, PASSWORD_SHORTEST},
    own_password::ChangeProblem,
};
use leptos::prelude::*;
use register::Error;

use crate::{
    components::{form_token::form_token, layout::breadcrumbs, password_field::password_field},
    page::Page,
    request::Request,
    words::{Words, t},
};

/// Where the page is.
pub const PATH: &str = "/account/password";

/// Why it was not changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    Problem(ChangeProblem),
    /// The current password was got wrong too often.
    Slowed {
        seconds: u64,
    },
}

impl Refusal {
    fn field(self) -> &'static str {
        match self {
            Self::Problem(problem) => problem.field(),
            Self::Slowed { .. } => ChangeProblem::NotCurrent.field(),
        }
    }

    fn text(self, words: Words) -> String {
        match self {
            Self::Problem(problem) => problem_text(words, problem),
            Self::Slowed { seconds } => t!(words, "own-password-slowed", seconds = seconds),
        }
    }
}

/// Why a password is refused, in words.
pub fn problem_text(words: Words, problem: ChangeProblem) -> String {
    let limits = [("shortest", PASSWORD_SHORTEST.into()), ("longest", PASSWORD_LONGEST.into())];
    words.text_with(&format!("password-problem-{}", <&str>::from(problem)), &limits)
}

/// Shows the form. What was typed is not shown again: no answer holds a password.
///
/// # Errors
/// [`Error::NotAllowed`] for a reader without an account.
pub fn show(request: &Request, refusal: Option<Refusal>) -> Result<Page, Error> {
    let words = request.words;
    let account = request.actor.account().ok_or(Error::NotAllowed)?;
    let email = account.email.clone();
    let status = match refusal {
        None => 200,
        Some(Refusal::Problem(_)) => 422,
        Some(Refusal::Slowed { .. }) => 429,
    };
    let prefix = if refusal.is_some() { t!(words, "title-error") } else { String::new() };
    let title = format!("{prefix}{}", t!(words, "own-password-title"));
    Ok(Page::new(title, move || whole(words, email, refusal)).private().with_status(status))
}

fn whole(words: Words, email: String, refusal: Option<Refusal>) -> impl IntoView + use<> {
    let summary = refusal.map(|refusal| {
        let to = format!("#f-{}", refusal.field());
        view! {
            <div class="error-summary" role="alert" tabindex="-1" autofocus=true>
                <h2>{t!(words, "own-password-not-changed")}</h2>
                <ul><li><a href=to>{refusal.text(words)}</a></li></ul>
            </div>
        }
    });
    let field =
        |name: &'static str, label: String, completes: &'static str, hint: Option<String>| {
            let problem = refusal.filter(|refusal| refusal.field() == name);
            password_field(name, label, completes, hint, problem.map(|problem| problem.text(words)))
        };
    let rules = t!(words, "own-password-rules", shortest = PASSWORD_SHORTEST);
    let steps = vec![("/account".to_owned(), t!(words, "account"))];
    view! {
        <div class="narrow stack">
            {breadcrumbs(words, steps, t!(words, "own-password-title"))}
            {summary}
            <h1>{t!(words, "own-password-title")}</h1>
            <p>{t!(words, "own-password-about")}</p>
            <form class="form" method="post" action=words.href(PATH)>
                {form_token()}
                // For the browser, which keeps passwords by the address that they belong to.
                <input type="text" name="email" autocomplete="username" value=email readonly=true hidden=true />
                {field("current", t!(words, "own-password-current"), "current-password", None)}
                {field("new", t!(words, "own-password-new"), "new-password", Some(rules))}
                {field("again", t!(words, "own-password-again"), "new-password", None)}
                <div class="form-actions">
                    <button class="button">{t!(words, "own-password-change")}</button>
                    <a href=words.href("/account")>{t!(words, "cancel")}</a>
                </div>
            </form>
        </div>
    }
}
