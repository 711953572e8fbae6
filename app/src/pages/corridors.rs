//! Corridors: the pairs of States, and what lies between two.

use domain::search::Query;
use leptos::prelude::*;
use register::Error;

use super::states::pair;
use crate::{
    components::{layout::breadcrumbs, pager::before_and_after, portfolio},
    page::Page,
    request::Request,
    words::t,
};

/// Pairs that a page holds; the busiest come first.
const A_PAGE: usize = 200;
/// States in the matrix.
const IN_MATRIX: usize = 12;

/// All corridors, the busiest first, and the busiest States as a matrix.
///
/// # Errors
/// When the register does not answer.
pub async fn list(request: &Request) -> Result<Page, Error> {
    let words = request.words;
    let page = request.parameter("page").and_then(|page| page.parse().ok()).unwrap_or(1_usize);
    let page = page.clamp(1, 1000) - 1;
    let pairs = request.register.corridors(&request.actor, &Query::default()).await?;
    Ok(Page::new(t!(words, "corridors-title"), move || {
        let matrix = matrix(words, &pairs);
        let rows = pairs
            .iter()
            .skip(page * A_PAGE)
            .take(A_PAGE)
            .map(|(a, b, count)| {
                let name = format!("{} – {}", words.state(a), words.state(b));
                view! {
                    <tr>
                        <th scope="row"><a href=words.href(&format!("/corridors/{}", pair(a, b)))>{name}</a></th>
                        <td class="num">{words.number(*count)}</td>
                    </tr>
                }
            })
            .collect_view();
        let more = (page + 1) * A_PAGE < pairs.len();
        view! {
            <h1>{t!(words, "corridors-title")}</h1>
            <p class="lede">{t!(words, "corridors-about")}</p>
            <section class="card">
                <h2>{t!(words, "corridor-matrix")}</h2>
                {matrix}
            </section>
            <div class="table-scroll" tabindex="0" role="region" aria-label=t!(words, "corridors-title")>
                <table class="data">
                    <thead>
                        <tr>
                            <th scope="col">{t!(words, "corridor")}</th>
                            <th scope="col" class="num">{t!(words, "agreements")}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            {before_and_after(words, page as u64, more, |page| format!("/corridors?page={}", page + 1))}
        }
    }))
}

fn matrix(words: crate::words::Words, pairs: &[(String, String, u64)]) -> impl IntoView + use<> {
    let mut totals: Vec<(&str, u64)> = Vec::new();
    for (a, b, count) in pairs {
        for code in [a, b] {
            match totals.iter_mut().find(|(known, _)| known == code) {
                Some((_, total)) => *total += count,
                None => totals.push((code, *count)),
            }
        }
    }
    totals.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
    let mut codes: Vec<&str> = totals.iter().take(IN_MATRIX).map(|(code, _)| *code).collect();
    words.sort_by_name(&mut codes, |code| words.state(code));
    let most = pairs.iter().map(|(.., count)| *count).max().unwrap_or(1);
    let count = |a: &str, b: &str| {
        pairs
            .iter()
            .find(|(x, y, _)| (x == a && y == b) || (x == b && y == a))
            .map_or(0, |(.., count)| *count)
    };
    let head = codes
        .iter()
        .map(|code| view! { <th scope="col"><abbr title=words.state(code)>{(*code).to_owned()}</abbr></th> })
        .collect_view();
    let rows = codes
        .iter()
        .map(|a| {
            let cells = codes
                .iter()
                .map(|b| {
                    if a == b {
                        return view! { <td data-self=""></td> }.into_any();
                    }
                    let count = count(a, b);
                    if count == 0 {
                        return view! { <td></td> }.into_any();
                    }
                    let level = (count * 4).div_ceil(most).clamp(1, 4);
                    let label = format!("{} – {}: {count}", words.state(a), words.state(b));
                    view! {
                        <td data-level=level.to_string()>
                            <a href=words.href(&format!("/corridors/{}", pair(a, b))) aria-label=label>{words.number(count)}</a>
                        </td>
                    }
                    .into_any()
                })
                .collect_view();
            view! { <tr><th scope="row">{words.state(a)}</th>{cells}</tr> }
        })
        .collect_view();
    view! {
        <div class="table-scroll" tabindex="0" role="region" aria-label=t!(words, "corridor-matrix")>
            <table class="corridor-matrix">
                <caption>{t!(words, "corridor-matrix-caption")}</caption>
                <thead><tr><td></td>{head}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

/// What lies between two States. `AZE-KAZ` and `KAZ-AZE` are the same corridor.
///
/// # Errors
/// [`Error::NotFound`] where the address does not name two of them.
pub async fn one(request: &Request, address: &str) -> Result<Page, Error> {
    let words = request.words;
    let upper = address.to_ascii_uppercase();
    let (a, b) = upper.split_once('-').ok_or(Error::NotFound)?;
    let (a, b) = if a < b { (a, b) } else { (b, a) };
    let (Some(first), Some(second)) = (request.state(a), request.state(b)) else {
        return Err(Error::NotFound);
    };
    if a == b {
        return Err(Error::NotFound);
    }
    let found_here = request.register.portfolio(&request.actor, &[a, b]).await?;
    let name = format!("{} – {}", words.name(first), words.name(second));
    Ok(Page::new(name.clone(), move || {
        let steps = vec![("/corridors".to_owned(), t!(words, "corridors-title"))];
        view! {
            {breadcrumbs(words, steps, name.clone())}
            <h1>{name}</h1>
            <p class="cluster">
                <a href=words.href(&format!("/states/{}", first.code))>{words.name(first)}</a>
                <a href=words.href(&format!("/states/{}", second.code))>{words.name(second)}</a>
            </p>
            <div class="stack">{portfolio::portfolio(words, &found_here, &[&first.code, &second.code])}</div>
        }
    }))
}
