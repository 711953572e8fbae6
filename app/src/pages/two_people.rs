//! Whether two people of a State are needed to publish, and the way to choose so or to end it.

use domain::two_people::{ChoiceProblem, FEWEST};
use leptos::prelude::*;
use register::{Error, two_people::Choice};

use crate::{
    components::{form_token::form_token, layout::breadcrumbs},
    page::Page,
    request::Request,
    words::{Words, t},
};

/// Where it is chosen.
pub const PATH: &str = "/two-people";

/// Shows what the State has chosen; `problem` is why another choice was not taken.
///
/// # Errors
/// [`Error::NotAllowed`] for who acts for no State.
pub async fn show(request: &Request, problem: Option<ChoiceProblem>) -> Result<Page, Error> {
    let words = request.words;
    let choice = request.register.two_people(&request.actor).await?;
    let own = request.actor.account().map(|account| account.id);
    let saved = request.parameter("saved");
    let status = if problem.is_some() { 422 } else { 200 };
    let page = Page::new(t!(words, "two-people"), move || {
        let saved = match saved.as_deref() {
            Some("chosen") => Some(t!(words, "two-people-was-chosen")),
            Some("ended") => Some(t!(words, "two-people-was-ended")),
            _ => None,
        };
        let saved = saved.map(
            |saved| view! { <div class="notice" data-tone="success" role="status">{saved}</div> },
        );
        let problem = problem.map(|problem| {
            let text = words.text(&format!("two-people-{}", <&str>::from(problem)));
            view! { <div class="error-summary" role="alert" tabindex="-1"><p>{text}</p></div> }
        });
        let steps = vec![("/account".to_owned(), t!(words, "account"))];
        view! {
            {breadcrumbs(words, steps, t!(words, "two-people"))}
            {saved} {problem}
            <h1>{t!(words, "two-people")}</h1>
            <p class="lede">{t!(words, "two-people-about")}</p>
            <p>{t!(words, "two-people-limits")}</p>
            {state_of(words, &choice, own)}
        }
    });
    Ok(page.private().with_status(status))
}

/// What is chosen, and the one button that there is for who looks at it.
fn state_of(words: Words, choice: &Choice, own: Option<i64>) -> impl IntoView + use<> {
    let accounts = t!(words, "two-people-accounts", count = choice.accounts);
    let (now, button) = match choice.chosen {
        None => {
            let button = (choice.accounts >= FEWEST)
                .then(|| ("choose", "button", t!(words, "two-people-choose")));
            (t!(words, "two-people-not-chosen"), button)
        }
        Some(chosen) => {
            let now = t!(
                words,
                "two-people-chosen",
                name = choice.chosen_by.clone().unwrap_or_default(),
                date = words.day(chosen.since.date_naive())
            );
            let is_own = own == Some(chosen.chosen_by) && choice.accounts >= FEWEST;
            let button = (!is_own).then(|| ("end", "button danger", t!(words, "two-people-end")));
            (now, button)
        }
    };
    let act = match button {
        Some((value, class, text)) => view! {
            <form method="post" action=words.href(PATH)>
                {form_token()}
                <div class="form-actions">
                    <button class=class name="do" value=value>{text}</button>
                    <a href=words.href("/account")>{t!(words, "cancel")}</a>
                </div>
            </form>
        }
        .into_any(),
        None if choice.chosen.is_some() => {
            view! { <p>{t!(words, "two-people-own_choice")}</p> }.into_any()
        }
        None => view! { <p>{t!(words, "two-people-one_account")}</p> }.into_any(),
    };
    view! {
        <section class="card">
            <h2>{now}</h2>
            <p class="hint">{accounts}</p>
            {act}
        </section>
    }
}
