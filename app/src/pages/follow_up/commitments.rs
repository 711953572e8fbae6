//! Commitments, filtered by whose they are and where they stand; and the Network's own work.

use domain::{
    fields::Vocabulary,
    follow_up::{
        EntryKind, Target,
        commitment::{Deliverable, DeliverableKind},
        progress::ProgressStatus,
    },
    policy::may_begin,
};
use leptos::prelude::*;
use register::{
    Error,
    following::{Entry, Wanted},
};

use super::lists::{address, entry_list};
use crate::{
    components::{example::states_to_choose, pager::before_and_after},
    page::Page,
    request::Request,
    words::{Words, t},
};

/// Stands for the Network where a State's code would stand.
const NETWORK: &str = "network";

/// What the address asks for.
#[derive(Clone, Debug, Default)]
struct Asked {
    owner: Option<String>,
    status: Option<ProgressStatus>,
    overdue: bool,
    page: u64,
}

impl Asked {
    fn of(request: &Request) -> Self {
        Self {
            owner: request
                .parameter("owner")
                .filter(|owner| owner == NETWORK || request.state(owner).is_some()),
            status: request.parameter("status").and_then(|status| status.parse().ok()),
            overdue: request.parameter("overdue").is_some(),
            page: request.page(),
        }
    }

    fn wanted(&self, today: chrono::NaiveDate) -> Wanted {
        Wanted {
            kind: Some(EntryKind::Commitment),
            owner: self.owner.clone().map(|owner| (owner != NETWORK).then_some(owner)),
            status: self.status.map(|status| <&str>::from(status).to_owned()),
            overdue_on: self.overdue.then_some(today),
            ..Wanted::default()
        }
    }

    fn page(&self, page: u64) -> String {
        let mut parameters = Vec::new();
        if let Some(owner) = &self.owner {
            parameters.push(("owner", owner.clone()));
        }
        if let Some(status) = self.status {
            parameters.push(("status", <&str>::from(status).to_owned()));
        }
        if self.overdue {
            parameters.push(("overdue", "1".to_owned()));
        }
        parameters.push(("page", (page + 1).to_string()));
        address("/commitments", &parameters)
    }
}

/// Shows the list of commitments.
///
/// # Errors
/// When the register does not answer.
pub async fn show(request: &Request) -> Result<Page, Error> {
    let words = request.words;
    let asked = Asked::of(request);
    let wanted = asked.wanted(request.register.clock().today());
    let (entries, more) = request.register.entries(&request.actor, &wanted, asked.page).await?;
    let count = request.register.count_entries(&request.actor, &wanted).await?;
    let own = request.actor.state().map(str::to_owned);
    let may_begin = may_begin(&request.actor, EntryKind::Commitment, own.as_deref());
    Ok(Page::new(t!(words, "commitments-title"), move || {
        let new = may_begin.then(|| {
            view! { <a class="button" href=words.href("/commitments/new")>{t!(words, "commitment-new")}</a> }
        });
        let is_open = asked.owner.is_none() && asked.status.is_none() && !asked.overdue;
        let empty =
            if is_open { t!(words, "commitments-none") } else { t!(words, "commitments-empty") };
        view! {
            <div class="cluster"><h1>{t!(words, "commitments-title")}</h1> {new}</div>
            <p class="lede">{t!(words, "commitments-about")}</p>
            {filter(words, &asked)}
            <div role="status"><h2>{t!(words, "commitments-count", count = count)}</h2></div>
            {entry_list(words, &entries.iter().collect::<Vec<_>>(), empty)}
            {before_and_after(words, asked.page, more, |page| asked.page(page))}
            <ul>
                <li><a href=words.href("/practices")>{t!(words, "practice-list-title")}</a></li>
                <li><a href=words.href("/pledges")>{t!(words, "pledge-list-title")}</a></li>
                <li><a href=words.href("/deliverables")>{t!(words, "deliverables-title")}</a></li>
                <li><a href=words.href("/meetings")>{t!(words, "meetings-title")}</a></li>
                <li><a href=words.href("/reviews")>{t!(words, "reviews-title")}</a></li>
            </ul>
        }
    }))
}

fn filter(words: Words, asked: &Asked) -> impl IntoView + use<> {
    let mut owners: Vec<(String, String)> =
        states_to_choose().map(|state| (state.code.clone(), words.name(state))).collect();
    words.sort_by_name(&mut owners, |(_, name)| name.clone());
    owners.insert(0, (NETWORK.to_owned(), t!(words, "the-network-records")));
    let owners = owners
        .into_iter()
        .map(|(code, name)| {
            let selected = asked.owner.as_deref() == Some(code.as_str());
            view! { <option value=code selected=selected>{name}</option> }
        })
        .collect_view();
    let statuses = Vocabulary::ProgressStatus
        .codes()
        .into_iter()
        .map(|code| {
            let selected = asked.status.is_some_and(|status| <&str>::from(status) == code);
            view! { <option value=code selected=selected>{words.label(Vocabulary::ProgressStatus, code)}</option> }
        })
        .collect_view();
    view! {
        <form class="form card" action=words.href("/commitments")>
            <div class="field-row">
                <div class="field">
                    <label for="owner">{t!(words, "commitment-filter-owner")}</label>
                    <select id="owner" name="owner"><option value="">{t!(words, "commitment-filter-all")}</option>{owners}</select>
                </div>
                <div class="field">
                    <label for="status">{t!(words, "commitment-filter-status")}</label>
                    <select id="status" name="status"><option value="">{t!(words, "commitment-filter-all")}</option>{statuses}</select>
                </div>
            </div>
            <label class="choice">
                <input type="checkbox" name="overdue" value="1" checked=asked.overdue />
                {t!(words, "commitment-filter-overdue")}
            </label>
            <div class="form-actions"><button class="button">{t!(words, "commitment-filter-apply")}</button></div>
        </form>
    }
}

/// Shows the Network's workstream and its guidance.
///
/// # Errors
/// When the register does not answer.
pub async fn deliverables(request: &Request) -> Result<Page, Error> {
    let words = request.words;
    let provision = request.parameter("provision").filter(|item| Vocabulary::Item.holds(item));
    let wanted = Wanted {
        kind: Some(EntryKind::Deliverable),
        target: provision.clone().map(Target::Provision),
        ..Wanted::default()
    };
    let mut entries = request.register.entries_of(&request.actor, &wanted).await?;
    entries.sort_by_key(|entry| entry.id);
    let may_begin = may_begin(&request.actor, EntryKind::Deliverable, None);
    Ok(Page::new(t!(words, "deliverables-title"), move || {
        let (work, guidance): (Vec<&Entry>, Vec<&Entry>) = entries.iter().partition(|entry| {
            entry.content::<Deliverable>().deliverable.kind == Some(DeliverableKind::Deliverable)
        });
        let new = may_begin.then(|| {
            view! { <a class="button" href=words.href("/deliverables/new")>{t!(words, "deliverable-new")}</a> }
        });
        let only = provision.map(|item| {
            view! {
                <p>
                    {t!(words, "deliverable-explains")} ": "
                    <strong>{words.label(Vocabulary::Item, &item)}</strong> " "
                    <a href=words.href("/deliverables")>{t!(words, "commitment-filter-all")}</a>
                </p>
            }
        });
        view! {
            <div class="cluster"><h1>{t!(words, "deliverables-title")}</h1> {new}</div>
            <p class="lede">{t!(words, "deliverables-about")}</p>
            {only}
            <section class="card">
                <h2>{t!(words, "deliverables-workstream")}</h2>
                {entry_list(words, &work, t!(words, "deliverables-empty"))}
            </section>
            <section class="card">
                <h2>{t!(words, "deliverables-guidance")}</h2>
                {guidance_list(words, &guidance)}
            </section>
        }
    }))
}

/// Guidance with its titles in the reader's language.
pub fn guidance_list(words: Words, guidance: &[&Entry]) -> AnyView {
    use domain::follow_up::meeting::Bilingual;
    if guidance.is_empty() {
        return view! { <p class="empty">{t!(words, "deliverables-empty")}</p> }.into_any();
    }
    let rows = guidance
        .iter()
        .map(|entry| {
            let delivered = entry.content::<Deliverable>().deliverable;
            let language = words.language.code();
            view! {
                <li>
                    <a href=words.href(&entry.path())>{delivered.in_language(language).to_owned()}</a>
                    " " <span class="small">{delivered.due.map(|date| words.date(date))}</span>
                </li>
            }
        })
        .collect_view();
    view! { <ul class="sources">{rows}</ul> }.into_any()
}
