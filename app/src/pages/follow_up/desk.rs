//! The reviewer's desk: the States of a review by where their dossiers are.

use chrono::NaiveDate;
use domain::{fields::Vocabulary, follow_up::stage::Stage};
use leptos::prelude::*;
use register::{following::Entry, reviews::DeskRow};
use strum::{EnumString, IntoStaticStr, VariantArray};

use super::{filed, lists::address};
use crate::{
    components::heard::heard,
    request::Request,
    words::{Words, t},
};

/// Which rows are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum Show {
    All,
    /// Assigned to the reader.
    Mine,
    /// Filed, and with the Network to read.
    ToRead,
    /// With open questions.
    Asked,
    Accepted,
    Overdue,
    Silent,
}

impl Show {
    fn holds(self, row: &DeskRow, reader: &str) -> bool {
        let stage = row.dossier.as_ref().map(|dossier| dossier.stage);
        match self {
            Self::All => true,
            Self::Mine => {
                let is_mine = |address: &String| address.trim().eq_ignore_ascii_case(reader.trim());
                row.reviewer.as_ref().is_some_and(is_mine)
            }
            Self::ToRead => matches!(stage, Some(Stage::Submitted | Stage::InReview)),
            Self::Asked => row.open_questions > 0,
            Self::Accepted => stage == Some(Stage::Accepted),
            Self::Overdue => row.is_overdue,
            Self::Silent => row.is_silent(),
        }
    }
}

/// The States with what they sent in, and ways to look at some of them.
pub fn table(request: &Request, entry: &Entry, rows: &[DeskRow]) -> AnyView {
    let words = request.words;
    let reader = request.actor.account().map(|account| account.email.clone()).unwrap_or_default();
    let show =
        request.parameter("show").and_then(|show| show.parse::<Show>().ok()).unwrap_or(Show::All);
    let tabs = Show::VARIANTS
        .iter()
        .map(|tab| {
            let code = <&str>::from(*tab);
            let count = rows.iter().filter(|row| tab.holds(row, &reader)).count();
            let label = words.text(&format!("desk-{code}"));
            let to = address(&entry.path(), &[("show", code.to_owned())]);
            let current = (*tab == show).then_some("true");
            view! {
                <li><a href=format!("{}#desk", words.href(&to)) aria-current=current>{label} " " <span class="small">{words.number(count as u64)}</span></a></li>
            }
        })
        .collect_view();
    let mut shown: Vec<&DeskRow> = rows.iter().filter(|row| show.holds(row, &reader)).collect();
    words.sort_by_name(&mut shown, |row| words.state(&row.state));
    let body = if shown.is_empty() {
        view! { <p class="empty">{t!(words, "desk-empty")}</p> }.into_any()
    } else {
        let rows = shown.into_iter().map(|found| row(words, found, entry.today)).collect_view();
        view! {
            <div class="table-scroll" tabindex="0" role="region" aria-label=t!(words, "desk-title")>
                <table class="data">
                    <caption class="visually-hidden">{t!(words, "desk-title")}</caption>
                    <thead>
                        <tr>
                            <th scope="col">{t!(words, "statements-state")}</th>
                            <th scope="col">{t!(words, "desk-takes-part")}</th>
                            <th scope="col">{t!(words, "desk-dossier")}</th>
                            <th scope="col">{t!(words, "desk-questions")}</th>
                            <th scope="col">{t!(words, "desk-reviewer")}</th>
                            <th scope="col">{t!(words, "last-heard")}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        }
        .into_any()
    };
    view! {
        <section class="card" id="desk">
            <h2>{t!(words, "desk-title")}</h2>
            <p class="hint">{t!(words, "desk-silent-about")}</p>
            <nav aria-label=t!(words, "desk-show")><ul class="tabs">{tabs}</ul></nav>
            {body}
        </section>
    }
    .into_any()
}

fn row(words: Words, row: &DeskRow, today: NaiveDate) -> impl IntoView + use<> {
    let takes_part = match row.takes_part {
        Some(true) => words.label(Vocabulary::YesNo, "yes"),
        Some(false) => words.label(Vocabulary::YesNo, "no"),
        None => t!(words, "desk-not-said"),
    };
    let overdue = row.is_overdue.then(
        || view! { <span class="tag" data-tone="warn">{t!(words, "desk-is-overdue")}</span> },
    );
    let dossier = match &row.dossier {
        Some(dossier) => {
            let link = words.href(&dossier.path());
            view! { <a href=link>{t!(words, "desk-read")}</a> " " {filed::stage(words, dossier)} }
                .into_any()
        }
        None => view! { <span class="small">{t!(words, "desk-no-dossier")}</span> }.into_any(),
    };
    let questions = (row.open_questions > 0).then(|| words.number(row.open_questions as u64));
    view! {
        <tr>
            <th scope="row"><a href=words.href(&format!("/states/{}", row.state))>{words.state(&row.state)}</a></th>
            <td>{takes_part}</td>
            <td>{dossier} " " {overdue}</td>
            <td class="number">{questions}</td>
            <td class="small">{row.reviewer.clone()}</td>
            <td class="small">{heard(words, row.heard, today, t!(words, "not-in-contact"))}</td>
        </tr>
    }
}
