//! The grid in which a State says of many of its records at once that they still are as recorded.

use domain::{
    fields::{Values, Vocabulary},
    hearing::Item,
};
use leptos::prelude::*;
use register::{
    Error,
    hearing::{About, Asked, Grid},
};

use super::follow_up::lists;
use crate::{
    components::{
        form_token::form_token,
        heard::heard,
        layout::breadcrumbs,
        pager::before_and_after,
        results::{self, status_tag},
    },
    page::Page,
    request::{Request, page_number},
    words::{Words, t},
};

/// Where the grid is.
pub const PATH: &str = "/still-so";

/// What stood in a form that is shown again.
#[derive(Clone, Debug, Default)]
pub struct Ticked {
    /// Counted from 0.
    pub page: u64,
    pub items: Vec<Item>,
    /// It was sent and nothing was ticked.
    pub is_wrong: bool,
}

impl Ticked {
    /// What was ticked, or with `shown` everything that stood on the page.
    pub fn of(values: &Values, shown: bool) -> Self {
        let name = if shown { "shown" } else { "item" };
        let items = values.all(name).iter().filter_map(|code| Item::from_code(code)).collect();
        Self { page: page_number(values.get("page")), items, is_wrong: false }
    }
}

/// Shows a page of the grid; `again` is a form that was not taken.
///
/// # Errors
/// [`Error::NotAllowed`] for who has no State.
pub async fn show(request: &Request, again: Option<Ticked>) -> Result<Page, Error> {
    let words = request.words;
    let ticked = again.unwrap_or_else(|| Ticked { page: request.page(), ..Ticked::default() });
    let grid = request.register.still_so(&request.actor, ticked.page).await?;
    let state = request.actor.state().unwrap_or_default().to_owned();
    let count = |name: &str| request.parameter(name)?.parse::<u64>().ok();
    let done = match (count("confirmed"), count("taken-back")) {
        (Some(0), _) => Some(t!(words, "still-so-nothing-new")),
        (Some(count), _) => Some(t!(words, "still-so-was-said", count = count)),
        (None, Some(count)) => Some(t!(words, "still-so-was-taken-back", count = count)),
        (None, None) => None,
    };
    let is_wrong = ticked.is_wrong;
    let page = Page::new(t!(words, "still-so"), move || whole(words, &state, &grid, &ticked, done));
    Ok(if is_wrong { page.private().with_status(422) } else { page.private() })
}

fn whole(
    words: Words,
    state: &str,
    grid: &Grid,
    ticked: &Ticked,
    done: Option<String>,
) -> impl IntoView + use<> {
    let done = done.map(|done| {
        view! { <div class="notice" data-tone="success" role="status">{done}</div> }
    });
    let wrong = ticked.is_wrong.then(|| {
        view! {
            <div class="error-summary" role="alert" tabindex="-1" autofocus=true>
                <h2>{t!(words, "still-so-nothing-ticked")}</h2>
            </div>
        }
    });
    let take_back = (grid.said_today > 0).then(|| {
        view! {
            <form class="card cluster" method="post" action=words.href(PATH)>
                {form_token()}
                <span>{t!(words, "still-so-said-today", count = grid.said_today)}</span>
                <button class="button quiet" name="do" value="take-back">{t!(words, "still-so-take-back")}</button>
            </form>
        }
    });
    let asked = if grid.rows.is_empty() {
        view! { <p class="empty">{t!(words, "still-so-none")}</p> }.into_any()
    } else {
        form(words, grid, ticked).into_any()
    };
    let steps = vec![("/inbox".to_owned(), t!(words, "inbox"))];
    view! {
        {breadcrumbs(words, steps, t!(words, "still-so"))}
        {wrong} {done}
        <h1>{t!(words, "still-so")}</h1>
        <p class="lede">{t!(words, "still-so-about", state = words.state(state))}</p>
        {take_back}
        {asked}
        {before_and_after(words, ticked.page, grid.more, |page| format!("{PATH}?page={}", page + 1))}
    }
}

/// The form without a script: one button for what is ticked, one for all that the page shows.
fn form(words: Words, grid: &Grid, ticked: &Ticked) -> impl IntoView + use<> {
    let rows = grid
        .rows
        .iter()
        .map(|asked| row(words, asked, grid.today, ticked.items.contains(&asked.item)))
        .collect_view();
    view! {
        <form class="form" method="post" action=words.href(PATH)>
            {form_token()}
            <input type="hidden" name="page" value=(ticked.page + 1).to_string() />
            <div class="table-scroll" tabindex="0" role="region" aria-label=t!(words, "still-so")>
                <table class="data">
                    <caption>{t!(words, "still-so-order")}</caption>
                    <thead>
                        <tr>
                            <th scope="col">{t!(words, "still-so-unchanged")}</th>
                            <th scope="col">{t!(words, "still-so-record")}</th>
                            <th scope="col">{t!(words, "still-so-status")}</th>
                            <th scope="col">{t!(words, "last-heard")}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            <div class="form-actions">
                <button class="button" name="do" value="ticked">{t!(words, "still-so-say")}</button>
                <button class="button quiet" name="do" value="all">{t!(words, "still-so-say-all")}</button>
            </div>
        </form>
    }
}

fn row(
    words: Words,
    asked: &Asked,
    today: chrono::NaiveDate,
    is_ticked: bool,
) -> impl IntoView + use<> {
    let (path, (title, language), kind, status) = match &asked.about {
        About::Agreement(row) => {
            let kind = row.kind.as_deref().map(|kind| words.label(Vocabulary::Kind, kind));
            let parties = results::parties(words, &row.parties);
            (
                format!("/agreements/{}", row.id),
                results::title(words, row),
                kind.map_or_else(|| parties.clone(), |kind| format!("{kind} · {parties}")),
                status_tag(words, row.status, None).into_any(),
            )
        }
        About::Entry(entry) => (
            entry.path(),
            (lists::title(words, entry), None),
            words.text(&format!("entry-kind-{}", entry.kind.code())),
            lists::progress(words, entry).into_any(),
        ),
    };
    let code = asked.item.code();
    let heard = heard(words, asked.heard, today, t!(words, "never-heard-of"));
    let label = t!(words, "still-so-tick", title = title.clone());
    view! {
        <tr>
            <td>
                <label class="choice">
                    <input type="checkbox" name="item" value=code.clone() checked=is_ticked />
                    <span class="visually-hidden">{label}</span>
                </label>
                <input type="hidden" name="shown" value=code />
            </td>
            <th scope="row">
                <a href=words.href(&path) lang=language>{title}</a>
                <span class="hint">{kind}</span>
            </th>
            <td>{status}</td>
            <td>{heard}</td>
        </tr>
    }
}
