//! A form of a page that was left open while the browser's sign-in changed: its token is another's.
//! Nothing was done. What was typed stands in this page's form, and one press sends it.

use domain::fields::Values;
use leptos::prelude::*;

use crate::{components::form_token::form_token, page::Page, request::Request, words::t};

/// Fields that are typed anew, because no page holds what stood in them.
const SECRETS: [&str; 6] = ["password", "current", "new", "again", "code", "recovery"];

/// Whether something was typed that no page may hold.
pub fn has_secret(typed: &Values) -> bool {
    SECRETS.iter().any(|name| !typed.all(name).is_empty())
}

/// Shows the page.
pub fn show(request: &Request, typed: Values) -> Page {
    let words = request.words;
    let here = words.href(&request.path);
    let name = request.actor.account().map(|account| account.name.clone());
    Page::new(t!(words, "form-left-open"), move || {
        let as_whom =
            name.map(|name| view! { <p>{t!(words, "form-left-open-as", name = name)}</p> });
        let on = if has_secret(&typed) {
            view! { <p><a class="button" href=here>{t!(words, "form-left-open-again")}</a></p> }
                .into_any()
        } else {
            let kept = typed
                .iter()
                .map(|(name, text)| {
                    view! { <input type="hidden" name=name.to_owned() value=text.to_owned() /> }
                })
                .collect_view();
            view! {
                <form class="form-actions" method="post" action=here>
                    {form_token()}
                    {kept}
                    <button class="button">{t!(words, "form-left-open-send")}</button>
                </form>
            }
            .into_any()
        };
        view! {
            <div class="narrow stack">
                <h1>{t!(words, "form-left-open")}</h1>
                <p class="lede">{t!(words, "form-left-open-about")}</p>
                {as_whom} {on}
            </div>
        }
    })
    .with_status(403)
}
