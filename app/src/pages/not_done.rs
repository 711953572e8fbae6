//! A form of which nothing came, because the register does not answer, or for another cause that is not
//! the person's: everything that was typed is on the page, and can be sent again from it. It asks the
//! register nothing.

use domain::fields::Values;
use leptos::prelude::*;

use super::errors::{self, Trouble};
use crate::{components::form_token::form_token, page::Page, request::Request, words::t};

/// What is typed anew each time, and stands on no page.
const PASSWORD: &str = "password";
/// Below these, nothing is typed but passwords and codes.
const SECRETS_ALONE: [&str; 2] = ["/account/", "/sign-in/"];
/// What belongs to the form itself.
const OF_THE_FORM: [&str; 2] = ["do", "version"];

/// Shows what was typed in a form that was sent to this page's address, and why nothing came of it. What
/// no form was sent for is told as trouble alone.
pub fn show(request: &Request, trouble: Trouble, mut typed: Values) -> Page {
    let words = request.words;
    let (status, about) = match trouble {
        Trouble::Unavailable => (503, t!(words, "not-done-unavailable")),
        Trouble::Busy => (503, t!(words, "not-done-busy")),
        Trouble::TooMany { seconds } => (429, t!(words, "not-done-too-often", seconds = seconds)),
        Trouble::Fault => (500, t!(words, "not-done-fault")),
        _ => return errors::show(request, trouble),
    };
    let has_password = !typed.take(PASSWORD).is_empty();
    if SECRETS_ALONE.iter().any(|above| request.path.starts_with(above)) {
        return errors::show(request, trouble);
    }
    let number = (trouble == Trouble::Fault).then(|| request.number.clone());
    let question = if request.query.is_empty() { "" } else { "?" };
    let action = words.href(&format!("{}{question}{}", request.path, request.query));
    Page::new(t!(words, "not-done"), move || {
        let hidden = typed
            .iter()
            .map(|(name, text)| view! { <input type="hidden" name=name.to_owned() value=text.to_owned() /> })
            .collect_view();
        let password = has_password.then(|| {
            view! {
                <div class="field">
                    <label for="f-password">{t!(words, "password")}</label>
                    <input type="password" id="f-password" name=PASSWORD autocomplete="current-password" required=true />
                </div>
            }
        });
        let texts: Vec<String> = texts(&typed).map(str::to_owned).collect();
        let texts = (!texts.is_empty()).then(|| {
            let texts = texts.into_iter().map(|text| view! { <li class="as-typed">{text}</li> });
            view! {
                <h2>{t!(words, "what-you-typed")}</h2>
                <ul>{texts.collect_view()}</ul>
            }
        });
        view! {
            <h1>{t!(words, "not-done")}</h1>
            <p class="lede" role="alert">{about}</p>
            {number.map(|number| view! { <p>{t!(words, "fault-number", number = number)}</p> })}
            <form class="form" method="post" action=action>
                {form_token()}
                {hidden}
                {password}
                <p class="hint">{t!(words, "all-is-sent-again")}</p>
                <div class="form-actions"><button class="button">{t!(words, "send-again")}</button></div>
            </form>
            {texts}
        }
    })
    .with_status(status)
}

/// What a person wrote, and not chose from a list: codes have no capital letter and no space.
fn texts(typed: &Values) -> impl Iterator<Item = &str> {
    let is_code = |text: &str| {
        text.chars().all(|sign| sign.is_ascii_lowercase() || sign.is_ascii_digit() || sign == '_')
    };
    typed
        .iter()
        .filter(move |(name, text)| !OF_THE_FORM.contains(name) && !is_code(text))
        .map(|(_, text)| text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_person_wrote_is_shown_and_codes_are_not() {
        let typed: Values = [
            ("do", "Save"),
            ("version", "7"),
            ("events.0.kind", "entered_into_force"),
            ("events.0.place", "Baku"),
            ("events.0.note", "подписано в Баку"),
            ("reason", ""),
        ]
        .into_iter()
        .map(|(name, text)| (name.to_owned(), text.to_owned()))
        .collect();
        assert_eq!(texts(&typed).collect::<Vec<_>>(), ["подписано в Баку", "Baku"]);
    }
}
