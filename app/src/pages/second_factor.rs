//! One's own second factor: setting it up, another app, new recovery codes, turning it off.

use domain::second_factor::FactorProblem;
use leptos::prelude::*;
use register::{
    Error,
    second_factor::{AppSecret, OwnFactor, SetUp},
};

use crate::{
    components::{
        authenticator::{code_field, recovery_field, steps},
        form_token::form_token,
        layout::breadcrumbs,
    },
    page::Page,
    request::Request,
    words::{Words, t},
};

/// Where the page is.
pub const PATH: &str = "/account/second-factor";

/// Why nothing was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    Problem(FactorProblem),
    /// The password or the code was got wrong too often.
    Slowed {
        seconds: u64,
    },
}

impl Refusal {
    /// What of the form it is about.
    fn field(self) -> &'static str {
        match self {
            Self::Problem(problem) => problem.field(),
            Self::Slowed { .. } => FactorProblem::NotTheCode.field(),
        }
    }

    pub(super) fn status(self) -> u16 {
        match self {
            Self::Problem(_) => 422,
            Self::Slowed { .. } => 429,
        }
    }

    pub(super) fn text(self, words: Words) -> String {
        match self {
            Self::Problem(problem) => {
                words.text(&format!("factor-problem-{}", <&str>::from(problem)))
            }
            Self::Slowed { seconds } => t!(words, "factor-slowed", seconds = seconds),
        }
    }
}

/// What is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Whether there is one, and what can be done.
    Overview,
    /// The secret that waits for its first code. It is shown in the answer to who began, and at no address.
    FirstCode,
}

/// Shows the page.
///
/// # Errors
/// [`Error::NotAllowed`] for a reader without an account.
pub async fn show(request: &Request, step: Step, refusal: Option<Refusal>) -> Result<Page, Error> {
    let words = request.words;
    let factor = request.register.own_factor(&request.actor).await?;
    let email = request.actor.account().map(|account| account.email.clone());
    let was_turned_off = request.parameter("saved").as_deref() == Some("off");
    let prefix = if refusal.is_some() { t!(words, "title-error") } else { String::new() };
    let title = format!("{prefix}{}", t!(words, "factor-title"));
    let page = Page::new(title, move || {
        let OwnFactor { set_up, offered, is_required } = factor;
        let content = match offered.filter(|_| step == Step::FirstCode) {
            Some(secret) => first_code(words, &secret, refusal).into_any(),
            None => overview(words, email, set_up, is_required, refusal).into_any(),
        };
        let done = was_turned_off.then(|| {
            view! { <div class="notice" data-tone="success" role="status">{t!(words, "factor-turned-off")}</div> }
        });
        let to = vec![("/account".to_owned(), t!(words, "account"))];
        view! {
            <div class="narrow stack">
                {breadcrumbs(words, to, t!(words, "factor-title"))}
                {done}
                {refusal.map(|refusal| summary(words, refusal))}
                <h1>{t!(words, "factor-title")}</h1>
                {content}
            </div>
        }
    });
    Ok(page.private().with_status(refusal.map_or(200, Refusal::status)))
}

fn summary(words: Words, refusal: Refusal) -> impl IntoView + use<> {
    let to = format!("#f-{}", refusal.field());
    view! {
        <div class="error-summary" role="alert" tabindex="-1" autofocus=true>
            <h2>{t!(words, "factor-refused")}</h2>
            <ul><li><a href=to>{refusal.text(words)}</a></li></ul>
        </div>
    }
}

/// What is wrong with the field of this name, in words.
fn problem(words: Words, refusal: Option<Refusal>, name: &str) -> Option<String> {
    let problem = refusal.filter(|refusal| matches!(refusal, Refusal::Problem(_)));
    problem.filter(|refusal| refusal.field() == name).map(|refusal| refusal.text(words))
}

fn first_code(words: Words, secret: &AppSecret, refusal: Option<Refusal>) -> impl IntoView + use<> {
    view! {
        {steps(words, secret)}
        <form class="form" method="post" action=words.href(PATH)>
            {form_token()}
            {code_field(words, problem(words, refusal, "code"))}
            <div class="form-actions">
                <button class="button" name="do" value="confirm">{t!(words, "factor-confirm")}</button>
                <a href=words.href(PATH)>{t!(words, "cancel")}</a>
            </div>
        </form>
    }
}

fn overview(
    words: Words,
    email: Option<String>,
    set_up: Option<SetUp>,
    is_required: bool,
    refusal: Option<Refusal>,
) -> impl IntoView + use<> {
    let state = match set_up {
        Some(SetUp { since, codes_left }) => {
            let on = t!(words, "factor-is-on", date = words.day(since.date_naive()));
            format!("{on} {}", t!(words, "factor-codes-left", count = codes_left))
        }
        None => t!(words, "factor-is-off"),
    };
    let required = is_required.then(|| view! { <p>{t!(words, "factor-is-required")}</p> });
    let code = set_up.map(|_| {
        view! {
            {code_field(words, problem(words, refusal, "code"))}
            {recovery_field(words, None)}
        }
    });
    let button = |act: &'static str, class: &'static str, label: String| {
        view! { <button class=class name="do" value=act>{label}</button> }
    };
    let actions = if set_up.is_some() {
        let off = (!is_required)
            .then(|| button("off", "button danger quiet", t!(words, "factor-turn-off")));
        view! {
            {button("codes", "button", t!(words, "factor-renew-codes"))}
            {button("begin", "button quiet", t!(words, "factor-replace"))}
            {off}
        }
        .into_any()
    } else {
        button("begin", "button", t!(words, "factor-begin")).into_any()
    };
    let change = set_up.map(|_| {
        view! {
            <h2>{t!(words, "factor-change")}</h2>
            <p>{t!(words, "factor-replace-about")}</p>
        }
    });
    view! {
        <p>{t!(words, "factor-about")}</p>
        {required}
        <p><strong>{state}</strong></p>
        {change}
        <form class="form" method="post" action=words.href(PATH)>
            {form_token()}
            // For the browser, which keeps passwords by the address that they belong to.
            <input type="text" name="email" autocomplete="username" value=email readonly=true hidden=true />
            {password_field(words, problem(words, refusal, "current"))}
            {code}
            <div class="form-actions">{actions}</div>
        </form>
        <p class="small">
            {t!(words, "factor-sessions")} " "
            <a href=words.href(super::sessions::PATH)>{t!(words, "sessions-title")}</a> "."
        </p>
    }
}

fn password_field(words: Words, problem: Option<String>) -> impl IntoView + use<> {
    let is_wrong = problem.is_some();
    let error =
        problem.map(|problem| view! { <p class="error" id="f-current-error">{problem}</p> });
    view! {
        <div class="field" data-invalid=is_wrong.then_some("")>
            <label for="f-current">{t!(words, "password")}</label>
            {error}
            <input id="f-current" name="current" type="password" autocomplete="current-password" required=true
                aria-invalid=is_wrong.then_some("true") aria-describedby=is_wrong.then_some("f-current-error") />
        </div>
    }
}
