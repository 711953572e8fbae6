//! States: the list, and one State's page.

mod reviews;

use chrono::NaiveDate;
use domain::{
    compact,
    fields::Vocabulary,
    follow_up::EntryKind,
    groups,
    search::{Facet, Query},
    states::{PartyStatus, State, state},
};
use leptos::prelude::*;
use register::{Error, following::Wanted};

use super::follow_up::lists::entry_list;
use crate::{
    components::{
        heard::{heard, heard_line},
        layout::breadcrumbs,
        portfolio,
    },
    page::Page,
    request::Request,
    words::{Words, t},
};

/// The parties with any record, in the order of their names.
///
/// # Errors
/// When the register does not answer.
pub async fn list(request: &Request) -> Result<Page, Error> {
    let words = request.words;
    let list = request.register.list(&request.actor, &Query::default()).await?;
    let mut parties: Vec<(String, u64)> = list
        .facets
        .into_iter()
        .find(|(facet, _)| *facet == Facet::Party)
        .map(|(_, counts)| counts)
        .unwrap_or_default();
    words.sort_by_name(&mut parties, |(code, _)| words.state(code));
    let heard_from = request.register.last_heard_from_all().await?;
    let today = request.register.clock().today();
    Ok(Page::new(t!(words, "states-title"), move || {
        let rows = parties
            .iter()
            .map(|(code, count)| {
                let region = state(code).map(|state| compact::region_name(&state.subregion, words.language.code()).to_owned());
                let heard = is_there(code)
                    .then(|| heard(words, heard_from.get(code).copied(), today, t!(words, "not-in-contact")));
                view! {
                    <tr>
                        <th scope="row"><a href=words.href(&format!("/states/{code}"))>{words.state(code)}</a></th>
                        <td>{region}</td>
                        <td class="num">{words.number(*count)}</td>
                        <td>{heard}</td>
                    </tr>
                }
            })
            .collect_view();
        view! {
            <h1>{t!(words, "states-title")}</h1>
            <p class="lede">{t!(words, "states-about")}</p>
            <div class="table-scroll" tabindex="0" role="region" aria-label=t!(words, "states-title")>
                <table class="data">
                    <thead>
                        <tr>
                            <th scope="col">{t!(words, "state")}</th>
                            <th scope="col">{t!(words, "subregion")}</th>
                            <th scope="col" class="num">{t!(words, "agreements")}</th>
                            <th scope="col">{t!(words, "last-heard")}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            <p class="disclaimer">{t!(words, "disclaimer-designations")}</p>
        }
    }))
}

/// One State's page.
///
/// # Errors
/// [`Error::NotFound`] for a code that is none.
pub async fn one(request: &Request, code: &str) -> Result<Page, Error> {
    let words = request.words;
    let found = request.state(code).ok_or(Error::NotFound)?;
    let found_here = request.register.portfolio(&request.actor, &[code]).await?;
    let of_kind =
        |kind| Wanted { kind: Some(kind), owner: Some(Some(code.to_owned())), ..Wanted::default() };
    let statements =
        request.register.entries_of(&request.actor, &of_kind(EntryKind::Statement)).await?;
    let commitments =
        request.register.entries_of(&request.actor, &of_kind(EntryKind::Commitment)).await?;
    let reviews = Wanted { kind: Some(EntryKind::Review), ..Wanted::default() };
    let reviews = request.register.entries_of(&request.actor, &reviews).await?;
    let dossiers =
        request.register.entries_of(&request.actor, &of_kind(EntryKind::Dossier)).await?;
    let today = request.register.clock().today();
    let last = request.register.last_heard_from(code).await?;
    Ok(Page::new(words.name(found), move || {
        let region = [&found.region, &found.subregion]
            .into_iter()
            .filter(|region| !region.is_empty())
            .map(|region| compact::region_name(region, words.language.code()))
            .collect::<Vec<_>>()
            .join(" · ");
        let fictitious = found.is_example().then(|| {
            view! { <div class="notice" data-tone="warn">{t!(words, "example-state")}</div> }
        });
        let commissions = found
            .commissions
            .iter()
            .filter_map(|code| compact::commissions().iter().find(|term| term.code == *code))
            .map(|term| words.name(term))
            .collect::<Vec<_>>()
            .join("; ");
        let historic = historic(words, found);
        let last_heard = is_there(&found.code).then(|| {
            let heard = heard_line(words, last, today, t!(words, "not-in-contact"));
            view! { <p class="small">{heard}</p> }
        });
        let steps = vec![("/states".to_owned(), t!(words, "states-title"))];
        let mut partners = found_here.partners.clone();
        words.sort_by_name(&mut partners, |(code, _)| words.state(code));
        let code = found.code.clone();
        let partners = (!partners.is_empty()).then(|| {
            let partners = partners
                .into_iter()
                .map(|(partner, count)| {
                    let pair = pair(&code, &partner);
                    view! {
                        <li>
                            <a href=words.href(&format!("/corridors/{pair}"))>{words.state(&partner)}</a>
                            " " <span class="small">{words.number(count)}</span>
                        </li>
                    }
                })
                .collect_view();
            view! { <h2>{t!(words, "corridors-with")}</h2> <ul>{partners}</ul> }
        });
        view! {
            {breadcrumbs(words, steps, words.name(found))}
            <h1>{words.name(found)}</h1>
            <p class="lede">{region}</p>
            <p class="small">{commissions}</p>
            {last_heard}
            {fictitious}
            {historic}
            <div class="columns">
                <div class="stack">
                    {portfolio::portfolio(words, &found_here, &[&found.code])}
                    <section class="card">
                        <h2>{t!(words, "state-said")}</h2>
                        {entry_list(words, &statements.iter().collect::<Vec<_>>(), t!(words, "state-said-empty"))}
                    </section>
                    <section class="card">
                        <h2>{t!(words, "state-commitments")}</h2>
                        {entry_list(words, &commitments.iter().collect::<Vec<_>>(), t!(words, "meeting-commitments-empty"))}
                    </section>
                    {is_there(&found.code).then(|| reviews::card(words, &found.code, &reviews, &dossiers)).flatten()}
                </div>
                <aside class="card">
                    {groups_of(words, &found.code, today)}
                    {partners}
                </aside>
            </div>
        }
    }))
}

/// When a State of the past existed, and what it became.
fn historic(words: Words, found: &State) -> Option<impl IntoView + use<>> {
    (found.status == PartyStatus::Historic).then(|| {
            let successors = found
                .successors
                .iter()
                .map(|code| view! { <a href=words.href(&format!("/states/{code}"))>{words.state(code)}</a> " " })
                .collect_view();
            view! {
                <div class="notice" data-tone="info">
                    {t!(words, "historic-state", from = found.years.0.clone(), until = found.years.1.clone())} " " {successors}
                </div>
            }
        })
}

/// Whether the State still exists: no word is expected of one that does not.
fn is_there(code: &str) -> bool {
    state(code).is_none_or(|state| state.status != PartyStatus::Historic)
}

/// The groups of States that it is in today or was in, with the dates as far as known.
fn groups_of(words: Words, code: &str, today: NaiveDate) -> Option<impl IntoView + use<>> {
    let members: Vec<_> = groups::members().iter().filter(|member| member.state == code).collect();
    (!members.is_empty()).then(|| {
        let rows = members
            .into_iter()
            .filter_map(|member| {
                let group = groups::group(&member.group)?;
                let status = words.label(Vocabulary::Membership, member.status.into());
                let name =
                    t!(words, "group-membership", group = words.name(group), status = status);
                let since = match (member.from, member.until, member.as_at) {
                    (Some(from), Some(until), _) => {
                        format!("{} – {}", words.date(from), words.date(until))
                    }
                    (Some(from), None, _) => t!(words, "group-since", date = words.date(from)),
                    (None, _, Some(as_at)) => t!(words, "group-as-at", date = words.date(as_at)),
                    (None, ..) => String::new(),
                };
                let to = format!("/agreements?group={}", member.code());
                let muted = (!member.holds_on(today)).then_some("muted");
                Some(view! {
                    <li class=muted>
                        <a href=words.href(&to)>{name}</a> " " <span class="small">{since}</span>
                    </li>
                })
            })
            .collect_view();
        view! { <h2>{t!(words, "state-groups")}</h2> <ul>{rows}</ul> }
    })
}

/// The address of a corridor: its two codes in the order of the alphabet.
pub fn pair(a: &str, b: &str) -> String {
    if a < b { format!("{a}-{b}") } else { format!("{b}-{a}") }
}
