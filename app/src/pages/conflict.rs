//! A stale save: both versions of a form, difference by difference, and the person chooses.

use domain::{
    changes::{Change, Side, conflict, settle},
    fields::{Form, Values},
};
use leptos::prelude::*;
use register::Collision;

use crate::{
    components::{form_token::form_token, layout::breadcrumbs},
    forms::telling,
    page::Page,
    request::Request,
    words::{Words, t},
};

/// The form whose save met a colleague's.
pub struct Place {
    /// The address that it posts to, which also shows it anew.
    pub action: String,
    /// The way back: each step's address and name.
    pub steps: Vec<(String, String)>,
}

/// Shows both versions. What was typed stands in hidden fields, so that nothing of it is lost.
pub fn show(
    request: &Request,
    place: Place,
    form: Form,
    mine: Values,
    collision: Collision,
) -> Page {
    let words = request.words;
    let title = t!(words, "conflict-title");
    Page::new(title, move || whole(words, &place, form, &mine, &collision)).with_status(409)
}

fn whole(
    words: Words,
    place: &Place,
    form: Form,
    mine: &Values,
    collision: &Collision,
) -> impl IntoView + use<> {
    let choices = conflict(form, &collision.base, &collision.current, mine).choices;
    let rows = choices
        .iter()
        .enumerate()
        .map(|(number, (change, proposed))| choice(words, number, change, *proposed))
        .collect_view();
    let kept = mine
        .iter()
        .map(|(name, text)| view! { <input type="hidden" name=name.to_owned() value=text.to_owned() /> })
        .collect_view();
    view! {
        {breadcrumbs(words, place.steps.clone(), t!(words, "conflict-title"))}
        <div class="error-summary" role="alert" tabindex="-1">
            <h1>{t!(words, "conflict-heading", author = words.author(&collision.author))}</h1>
            <p>{t!(words, "conflict-about")}</p>
        </div>
        <form class="form" method="post" action=words.href(&place.action)>
            {form_token()}
            {kept}
            <input type="hidden" name="version" value=collision.version.to_string() />
            <div class="table-scroll" tabindex="0" role="region" aria-label=t!(words, "conflict-title")>
                <table class="conflict">
                    <thead>
                        <tr>
                            <th scope="col">{t!(words, "conflict-field")}</th>
                            <th scope="col">{t!(words, "conflict-yours")}</th>
                            <th scope="col">{t!(words, "conflict-theirs", author = words.author(&collision.author))}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            <div class="form-actions">
                <button class="button" name="do" value="settle">{t!(words, "conflict-save")}</button>
                <a href=words.href(&place.action)>{t!(words, "conflict-drop-mine")}</a>
            </div>
        </form>
    }
}

fn choice(words: Words, number: usize, change: &Change, proposed: Side) -> impl IntoView + use<> {
    let told = telling::change(words, change);
    let name = format!("choose.{number}");
    let side = |value: &'static str, side: Side, text: String| {
        let text = if text.is_empty() { t!(words, "conflict-nothing") } else { text };
        view! {
            <label class="choice">
                <input type="radio" name=name.clone() value=value checked=proposed == side />
                <span>{text}</span>
            </label>
        }
    };
    view! {
        <tr>
            <th scope="row">{told.about}</th>
            <td>{side("mine", Side::Mine, told.after)}</td>
            <td>{side("theirs", Side::Theirs, told.before)}</td>
        </tr>
    }
}

/// The values after the person has chosen: theirs with each difference settled.
///
/// The differences are reckoned again from the same two versions, so that they have the numbers
/// under which the person saw them.
pub fn settled(form: Form, theirs: &Values, mine: &Values) -> Values {
    let chosen = |number: usize| match mine.get(&format!("choose.{number}")) {
        "theirs" => Side::Theirs,
        _ => Side::Mine,
    };
    let choices = conflict(form, theirs, theirs, &own(mine)).choices;
    let choices: Vec<(Change, Side)> = choices
        .into_iter()
        .enumerate()
        .map(|(number, (change, _))| (change, chosen(number)))
        .collect();
    settle(form, theirs, &choices)
}

/// Without the choices themselves.
fn own(mine: &Values) -> Values {
    mine.iter()
        .filter(|(name, _)| !name.starts_with("choose."))
        .map(|(name, text)| (name.to_owned(), text.to_owned()))
        .collect()
}
