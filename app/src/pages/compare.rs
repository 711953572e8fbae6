//! The register at two dates, side by side.

use chrono::NaiveDate;
use domain::{
    checkpoints::{self, checkpoint, checkpoints, moment},
    compact,
    fields::Vocabulary,
    search::{Facet, Query},
};
use leptos::prelude::*;
use register::{
    Error,
    comparing::{Comparison, Happened, Happening, Listed, Named, Side},
};

use super::home::percent;
use crate::{
    components::{
        facets::{state_options, value_name},
        pager::before_and_after,
    },
    islands::combobox::Combobox,
    page::Page,
    request::Request,
    words::{Words, t},
};

/// Records named under a heading; all of them have a page of their own.
const AT_ONCE: usize = 15;
/// Records that a page of all of them holds.
const A_PAGE: usize = 100;

/// What the address asks to compare.
#[derive(Clone, Debug)]
struct Asked {
    from: String,
    to: String,
    commission: Option<String>,
    state: Option<String>,
    /// What was typed and is no date.
    wrong: Vec<String>,
    /// Only the records to which this happened, all of them, page by page.
    only: Option<Happened>,
    page: usize,
}

impl Asked {
    fn of(request: &Request) -> Self {
        let mut wrong = Vec::new();
        let mut given = |name: &str, otherwise: &str| {
            let text = request.parameter(name).unwrap_or_else(|| otherwise.to_owned());
            if moment(&text).is_ok() {
                text
            } else {
                wrong.push(text);
                otherwise.to_owned()
            }
        };
        let (from, to) = (given("from", checkpoints::TALK), given("to", "rr-ece-2024"));
        // A date that was typed comes before the checkpoint beside it.
        let (from, to) = (given("from_on", &from), given("to_on", &to));
        let state = request.parameter("state").filter(|code| request.state(code).is_some());
        // A State or the States of a commission: the narrower one counts.
        let commission = request
            .parameter("commission")
            .filter(|code| compact::commissions().iter().any(|term| term.code == *code))
            .filter(|_| state.is_none());
        let only = request.parameter("only").and_then(|code| code.parse().ok());
        let page = request.parameter("page").and_then(|page| page.parse().ok()).unwrap_or(1);
        Self { from, to, commission, state, wrong, only, page: page.clamp(1, 1000) - 1 }
    }

    /// The address of all records to which something happened.
    fn only(&self, happened: Happened, page: u64) -> String {
        let mut address = form_urlencoded::Serializer::new(String::new());
        address.append_pair("from", &self.from).append_pair("to", &self.to);
        for (name, value) in [("commission", &self.commission), ("state", &self.state)] {
            if let Some(value) = value {
                address.append_pair(name, value);
            }
        }
        address.append_pair("only", happened.into()).append_pair("page", &(page + 1).to_string());
        format!("/compare?{}", address.finish())
    }

    /// The records that the page names.
    fn listed(&self) -> Listed {
        let (skipped, most) = match self.only {
            Some(_) => (self.page * A_PAGE, A_PAGE),
            None => (0, AT_ONCE),
        };
        Listed { only: self.only, skipped, most }
    }

    fn query(&self) -> Query {
        let mut query = Query::default();
        if let Some(commission) = &self.commission {
            query = query.with(Facet::Commission, commission);
        }
        if let Some(state) = &self.state {
            query = query.with(Facet::Party, state);
        }
        query
    }
}

/// Shows the comparison that the address asks for.
///
/// # Errors
/// When the register does not answer.
pub async fn show(request: &Request) -> Result<Page, Error> {
    let words = request.words;
    let asked = Asked::of(request);
    let today = request.register.clock().today();
    let day = |text: &str| moment(text).unwrap_or(today);
    let (from, to) = (day(&asked.from).min(day(&asked.to)), day(&asked.from).max(day(&asked.to)));
    let comparison = request.register.compare(&asked.query(), from, to, asked.listed()).await?;
    if let Some(only) = asked.only {
        let title = heading(words, only);
        return Ok(Page::new(title, move || one_kind(words, &asked, only, from, to, &comparison)));
    }
    let page =
        Page::new(t!(words, "compare-title"), move || whole(words, &asked, from, to, &comparison));
    Ok(page.with_island())
}

fn moment_name(words: Words, day: NaiveDate) -> String {
    match checkpoints().iter().find(|checkpoint| checkpoint.day() == day) {
        Some(checkpoint) => format!("{} ({})", words.name(checkpoint), words.date(checkpoint.from)),
        None => words.day(day),
    }
}

fn whole(
    words: Words,
    asked: &Asked,
    from: NaiveDate,
    to: NaiveDate,
    comparison: &Comparison,
) -> impl IntoView + use<> {
    let selection = match (&asked.state, &asked.commission) {
        (Some(state), _) => words.state(state),
        (None, Some(commission)) => value_name(words, Facet::Commission, commission),
        (None, None) => t!(words, "all-states"),
    };
    let wrong = asked
        .wrong
        .iter()
        .map(|text| view! { <div class="notice" data-tone="warn" role="alert">{t!(words, "compare-not-a-date", text = text.clone())}</div> })
        .collect_view();
    let query = asked.query().to_address();
    let parts = comparison
        .happened
        .iter()
        .filter(|happening| happening.count > 0)
        .map(|happening| happened_card(words, asked, happening))
        .collect_view();
    view! {
        <h1>{t!(words, "compare-title")}</h1>
        <p class="lede">{moment_name(words, from)} " → " {moment_name(words, to)}</p>
        {wrong}
        {form(words, asked)}
        <p>
            <strong>{selection}</strong> ": "
            <a href=format!("{}?{query}", words.href("/agreements"))>{t!(words, "agreements-found", count = comparison.total)}</a>
        </p>
        <section class="card">
            <h2>{t!(words, "what-happened")}</h2>
            {split(words, &comparison.happened)}
        </section>
        <section class="card">
            <h2>{t!(words, "shares-at-both")}</h2>
            <p class="hint">{t!(words, "shares-about")}</p>
            {shares(words, asked, &comparison.before, &comparison.after)}
        </section>
        <section class="card">
            <h2>{t!(words, "where-they-stand")}</h2>
            {statuses(words, asked, &comparison.before, &comparison.after)}
        </section>
        {parts}
    }
}

fn form(words: Words, asked: &Asked) -> impl IntoView + use<> {
    let select = |name: &'static str, label: String, chosen: &str| {
        let known = checkpoint(chosen).is_some();
        let options = checkpoints()
            .iter()
            .map(|checkpoint| {
                let text = format!("{} ({})", words.name(checkpoint), words.date(checkpoint.from));
                view! { <option value=checkpoint.code.clone() selected=checkpoint.code == chosen>{text}</option> }
            })
            .collect_view();
        let own = if known { String::new() } else { chosen.to_owned() };
        let own_name = format!("{name}_on");
        view! {
            <div class="field">
                <label for=name>{label}</label>
                <select id=name name=name>{options}</select>
            </div>
            <div class="field">
                <label for=own_name.clone()>{t!(words, "or-a-date")}</label>
                <input id=own_name.clone() name=own_name type="text" value=own placeholder="2023-10-12" size="12" />
            </div>
        }
    };
    let commissions = compact::commissions()
        .iter()
        .map(|term| {
            let selected = asked.commission.as_deref() == Some(term.code.as_str());
            view! { <option value=term.code.clone() selected=selected>{words.name(term)}</option> }
        })
        .collect_view();
    let state = asked.state.clone().unwrap_or_default();
    view! {
        <form class="form card" action=words.href("/compare")>
            <div class="field-row">{select("from", t!(words, "compare-from"), &asked.from)}</div>
            <div class="field-row">{select("to", t!(words, "compare-to"), &asked.to)}</div>
            <div class="field-row">
                <div class="field">
                    <label for="commission">{t!(words, "states-of-commission")}</label>
                    <select id="commission" name="commission"><option value="">{t!(words, "all-states")}</option>{commissions}</select>
                </div>
                <div class="field">
                    <label for="state">{t!(words, "or-one-state")}</label>
                    <Combobox nothing_found=t!(words, "nothing-found")>
                        <select id="state" name="state"><option value="">{t!(words, "any-state")}</option>{state_options(words, &state)}</select>
                    </Combobox>
                </div>
            </div>
            <div class="form-actions"><button class="button">{t!(words, "compare")}</button></div>
        </form>
    }
}

fn heading(words: Words, happened: Happened) -> String {
    words.text(&format!("happened-{}", <&str>::from(happened)))
}

/// The bar that splits what changed, with its numbers as a list that leads to the records.
#[expect(clippy::cast_precision_loss, reason = "counts of agreements are far below 2^52")]
fn split(words: Words, happenings: &[Happening]) -> impl IntoView + use<> {
    let changed: Vec<(Happened, u64)> = happenings
        .iter()
        .filter(|happening| happening.happened != Happened::Silent)
        .map(|happening| (happening.happened, happening.count))
        .collect();
    let whole: u64 = changed.iter().map(|(_, count)| count).sum();
    let mut x = 0.0;
    let parts = changed
        .iter()
        .enumerate()
        .map(|(number, (_, count))| {
            let width = if whole == 0 { 0.0 } else { 100.0 * *count as f64 / whole as f64 };
            let part = view! {
                <rect class=format!("part-{}", number + 1) x=format!("{x:.2}") y="0" width=format!("{width:.2}") height="10" />
            };
            x += width;
            part
        })
        .collect_view();
    let legend = changed
        .iter()
        .enumerate()
        .map(|(number, (happened, count))| {
            let name = heading(words, *happened);
            let name = if *count == 0 {
                name.into_any()
            } else {
                view! { <a href=format!("#{}", <&str>::from(*happened))>{name}</a> }.into_any()
            };
            view! {
                <li data-part=(number + 1).to_string()>{name} " " <strong>{words.number(*count)}</strong></li>
            }
        })
        .collect_view();
    view! {
        <svg class="split-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">{parts}</svg>
        <ul class="legend">{legend}</ul>
    }
}

/// Records below each other, each with its parties and its date as known.
fn named_list(words: Words, named: &[Named]) -> impl IntoView + use<> {
    let rows = named
        .iter()
        .map(|named| {
            let items = named.items.iter().map(|item| words.label(Vocabulary::Item, item));
            let items = items.collect::<Vec<_>>().join(", ");
            let date = named.date.map(|date| {
                let date = words.date(date);
                if named.perhaps { t!(words, "perhaps", date = date) } else { date }
            });
            view! {
                <li>
                    <a href=words.href(&format!("/agreements/{}", named.id))>{named.title.clone()}</a>
                    " " <span class="small">{parties_of(words, named)} " " {date} " " {items}</span>
                </li>
            }
        })
        .collect_view();
    view! { <ul>{rows}</ul> }
}

fn parties_of(words: Words, named: &Named) -> String {
    let mut parties: Vec<String> = named.parties.iter().map(|code| words.state(code)).collect();
    words.sort_by_name(&mut parties, Clone::clone);
    parties.join(" – ")
}

fn happened_card(words: Words, asked: &Asked, happening: &Happening) -> impl IntoView + use<> {
    let Happening { happened, count, named } = happening;
    let id: &str = (*happened).into();
    let more = (*count > named.len() as u64).then(|| {
        let to = words.href(&asked.only(*happened, 0));
        view! { <p><a href=to>{t!(words, "show-all-of", count = *count)}</a></p> }
    });
    view! {
        <section class="card" id=id>
            <h2>{heading(words, *happened)} " " <span class="muted">{words.number(*count)}</span></h2>
            {named_list(words, named)}
            {more}
        </section>
    }
}

/// All records to which one thing happened, page by page.
fn one_kind(
    words: Words,
    asked: &Asked,
    happened: Happened,
    from: NaiveDate,
    to: NaiveDate,
    comparison: &Comparison,
) -> impl IntoView + use<> {
    let found = comparison.happened.iter().find(|happening| happening.happened == happened);
    let (count, named) = found.map_or((0, &[][..]), |found| (found.count, &found.named[..]));
    let more = count > ((asked.page + 1) * A_PAGE) as u64;
    let here = words.href(&asked.only(happened, 0));
    let back = here.split("&only=").next().unwrap_or_default().to_owned();
    view! {
        <p class="breadcrumbs"><a href=back>{t!(words, "back-to-comparison")}</a></p>
        <h1>{heading(words, happened)} " " <span class="muted">{words.number(count)}</span></h1>
        <p class="lede">{moment_name(words, from)} " → " {moment_name(words, to)}</p>
        {named_list(words, named)}
        {before_and_after(words, asked.page as u64, more, |page| asked.only(happened, page))}
    }
}

fn shares(words: Words, asked: &Asked, before: &Side, after: &Side) -> impl IntoView + use<> {
    let rows = before
        .coverage
        .iter()
        .zip(&after.coverage)
        .map(|(old, new)| {
            let (a, b) = (percent(old.counts.yes, before.coded), percent(new.counts.yes, after.coded));
            let direction = if b > a { "up" } else if b < a { "down" } else { "same" };
            let text = |side: &Side, counts: domain::coverage::Counts| match counts.share() {
                Some(share) => {
                    let text = format!("{} ({})", words.percent(share), words.number(counts.yes));
                    let found = format!("{}:yes", old.what);
                    let query = side.query(&asked.query()).with(Facet::Provision, &found);
                    let query = Query { coded: true, ..query };
                    let to = format!("{}?{}", words.href("/agreements"), query.to_address());
                    view! { <a href=to>{text}</a> }.into_any()
                }
                None => "–".into_any(),
            };
            let points = (before.coded > 0 && after.coded > 0).then(|| {
                let points = words.points((b - a).abs());
                view! { <span class="delta" data-direction=direction>{t!(words, "in-points", points = points)}</span> }
            });
            view! {
                <tr>
                    <th scope="row">{words.label(Vocabulary::Item, &old.what)}</th>
                    <td class="num">{text(before, old.counts)}</td>
                    <td class="num">{text(after, new.counts)}</td>
                    <td class="num">{points}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <div class="table-scroll" tabindex="0" role="region" aria-label=t!(words, "shares-at-both")>
            <table class="data compare">
                <thead>
                    <tr>
                        <th scope="col">{t!(words, "findings-item")}</th>
                        <th scope="col" class="num">{words.day(before.day)}<br /><span class="small">{t!(words, "coded-count", count = before.coded)}</span></th>
                        <th scope="col" class="num">{words.day(after.day)}<br /><span class="small">{t!(words, "coded-count", count = after.coded)}</span></th>
                        <th scope="col" class="num">{t!(words, "difference")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

fn statuses(words: Words, asked: &Asked, before: &Side, after: &Side) -> impl IntoView + use<> {
    let count = |side: &Side, status: &str| {
        side.by_status.iter().find(|(known, _)| known == status).map_or(0, |(_, count)| *count)
    };
    let rows = Vocabulary::Status
        .codes()
        .into_iter()
        .filter(|status| count(before, status) + count(after, status) > 0)
        .map(|status| {
            let number = |side: &Side| {
                let query = Query { at: Some(side.day.to_string()), ..asked.query() };
                let query = query.with(Facet::Status, status);
                let to = format!("{}?{}", words.href("/agreements"), query.to_address());
                view! { <a href=to>{words.number(count(side, status))}</a> }
            };
            view! {
                <tr>
                    <th scope="row">{words.text(&format!("status-short-{status}"))}</th>
                    <td class="num">{number(before)}</td>
                    <td class="num">{number(after)}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <div class="table-scroll" tabindex="0" role="region" aria-label=t!(words, "where-they-stand")>
            <table class="data compare">
                <thead>
                    <tr>
                        <th scope="col">{t!(words, "status")}</th>
                        <th scope="col" class="num">{words.day(before.day)}</th>
                        <th scope="col" class="num">{words.day(after.day)}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}
