//! The meetings there are.

use domain::follow_up::{
    EntryKind,
    meeting::{Bilingual, Meeting},
};
use domain::policy::may_begin;
use leptos::prelude::*;
use register::{Error, following::Wanted};

use crate::{page::Page, request::Request, words::t};

/// Shows the list.
///
/// # Errors
/// When the register does not answer.
pub async fn show(request: &Request) -> Result<Page, Error> {
    let words = request.words;
    let wanted = Wanted { kind: Some(EntryKind::Meeting), ..Wanted::default() };
    let mut meetings = request.register.entries_of(&request.actor, &wanted).await?;
    meetings.sort_by_key(|meeting| std::cmp::Reverse(meeting.due));
    let may_begin = may_begin(&request.actor, EntryKind::Meeting, None);
    Ok(Page::new(t!(words, "meetings-title"), move || {
        let rows: Vec<_> = meetings
            .iter()
            .map(|entry| {
                let about = entry.content::<Meeting>().meeting;
                let draft = entry
                    .published_at
                    .is_none()
                    .then(|| view! { <span class="tag" data-tone="warn">{t!(words, "draft")}</span> });
                view! {
                    <li class="result">
                        <h2><a href=words.href(&entry.path())>{about.in_language(words.language.code()).to_owned()}</a></h2>
                        <div class="result-meta">
                            {draft}
                            <span>{about.date.map(|date| words.date(date))}</span>
                            <span class="small">{about.place.clone()}</span>
                        </div>
                    </li>
                }
            })
            .collect();
        let list = if rows.is_empty() {
            view! { <p class="empty">{t!(words, "meetings-empty")}</p> }.into_any()
        } else {
            view! { <ul class="results">{rows}</ul> }.into_any()
        };
        let new = may_begin.then(|| {
            view! { <a class="button" href=words.href("/meetings/new")>{t!(words, "entry-began", kind = t!(words, "entry-kind-meeting"))}</a> }
        });
        view! {
            <div class="cluster"><h1>{t!(words, "meetings-title")}</h1> {new}</div>
            <p class="lede">{t!(words, "meetings-about")}</p>
            {list}
        }
    }))
}
