//! The filters: a form whose address is the query, with the count beside each value.

use domain::{
    checkpoints, compact,
    fields::Vocabulary,
    groups,
    search::{Facet, Query, Sort, with_finding},
    states,
};
use leptos::prelude::*;
use register::reading::List;
use strum::VariantArray;

use crate::{
    components::example::states_to_choose,
    islands::combobox::Combobox,
    words::{Words, t},
};

/// Values of a facet shown at once; the rest opens.
const AT_ONCE: usize = 8;

/// What a value of a facet is called.
pub fn value_name(words: Words, facet: Facet, value: &str) -> String {
    match facet {
        Facet::Commission => compact::commissions()
            .iter()
            .find(|term| term.code == value)
            .map_or_else(|| value.to_owned(), |term| words.name(term)),
        Facet::Group => group_name(words, value),
        Facet::Region | Facet::InRegion => {
            compact::region_name(value, words.language.code()).to_owned()
        }
        Facet::Status => words.text(&format!("status-short-{value}")),
        Facet::Provision | Facet::Criterion => {
            let vocabulary =
                if facet == Facet::Provision { Vocabulary::Item } else { Vocabulary::Criterion };
            let (what, finding) = with_finding(value);
            match finding {
                Some(finding) => format!(
                    "{}: {}",
                    words.label(vocabulary, what),
                    words.label(Vocabulary::Finding, finding)
                ),
                None => words.label(vocabulary, what),
            }
        }
        _ => match facet.vocabulary() {
            Some(vocabulary) => words.label(vocabulary, value),
            None => value.to_owned(),
        },
    }
}

/// "Almaty Process: Member".
fn group_name(words: Words, value: &str) -> String {
    let known =
        value.split_once(':').and_then(|(code, status)| Some((groups::group(code)?, status)));
    match known.filter(|(_, status)| Vocabulary::Membership.holds(status)) {
        Some((group, status)) => t!(
            words,
            "group-membership",
            group = words.name(group),
            status = words.label(Vocabulary::Membership, status)
        ),
        None => value.to_owned(),
    }
}

/// All filters, within a form that leads to `path`.
pub fn facets(words: Words, path: &str, query: &Query, list: &List) -> impl IntoView + use<> {
    let sets = list
        .facets
        .iter()
        .filter(|(facet, _)| *facet != Facet::Party)
        .map(|(facet, counts)| facet_set(words, query, *facet, counts))
        .collect_view();
    let year = |name: &'static str, label: String, value: Option<i32>| {
        view! {
            <div class="field">
                <label for=name>{label}</label>
                <input id=name name=name type="text" inputmode="numeric" size="5" pattern="[0-9]{4}" value=value.map(|year| year.to_string()) />
            </div>
        }
    };
    view! {
        <details class="facets">
            <summary>{t!(words, "narrow-down")}</summary>
            <div class="stack">
                {parties(words, query)}
                {at(words, query)}
                <div class="field-row">
                    {year("from_year", t!(words, "from-year"), query.from_year)}
                    {year("to_year", t!(words, "to-year"), query.to_year)}
                </div>
                <div id="facet-sets">{sets}</div>
                <div class="choices compact">
                    <label class="choice">
                        <input type="checkbox" name="coded" value="1" checked=query.coded />
                        {t!(words, "only-coded")}
                    </label>
                </div>
                <div class="form-actions">
                    <button class="button">{t!(words, "apply-filters")}</button>
                    <a class="button quiet" href=words.href(path)>{t!(words, "clear-filters")}</a>
                </div>
            </div>
        </details>
    }
}

/// One or two parties, with any of them or between all.
fn parties(words: Words, query: &Query) -> impl IntoView + use<> {
    let chosen: Vec<String> = query.values(Facet::Party).map(str::to_owned).collect();
    let select = |number: usize| {
        let chosen = chosen.get(number).cloned().unwrap_or_default();
        let id = format!("party-{number}");
        let label = t!(words, "party-number", number = number + 1);
        view! {
            <div class="field">
                <label for=id.clone()>{label}</label>
                <Combobox nothing_found=t!(words, "nothing-found")>
                    <select id=id name="party">
                        <option value="">{t!(words, "any-party")}</option>
                        {state_options(words, &chosen)}
                    </select>
                </Combobox>
            </div>
        }
    };
    view! {
        <fieldset class="facet">
            <legend>{t!(words, "facet-party")}</legend>
            {select(0)} {select(1)}
            <div class="choices compact">
                <label class="choice">
                    <input type="checkbox" name="between" value="1" checked=query.between />
                    {t!(words, "between-both")}
                </label>
            </div>
        </fieldset>
    }
}

/// All parties that may be chosen as options, in the order of their names.
pub fn state_options(words: Words, chosen: &str) -> impl IntoView + use<> {
    let mut all: Vec<(&str, String)> =
        states_to_choose().map(|state| (state.code.as_str(), words.name(state))).collect();
    words.sort_by_name(&mut all, |(_, name)| name.clone());
    all.into_iter()
        .map(|(code, name)| {
            let selected = code == chosen;
            view! { <option value=code selected=selected data-also=also(code)>{name}</option> }
        })
        .collect_view()
}

/// Other usual names of a party, by which a combobox finds it too.
pub fn also(code: &str) -> Option<String> {
    let names = states::state(code)?.other_names();
    (!names.is_empty()).then(|| names.join(" | "))
}

/// The day at which the status is looked at.
fn at(words: Words, query: &Query) -> impl IntoView + use<> {
    let chosen = query.at.clone().unwrap_or_default();
    let known = checkpoints::checkpoint(&chosen).is_some();
    let options = checkpoints::checkpoints()
        .iter()
        .map(|checkpoint| {
            let name = format!("{} ({})", words.name(checkpoint), words.date(checkpoint.from));
            view! { <option value=checkpoint.code.clone() selected=checkpoint.code == chosen>{name}</option> }
        })
        .collect_view();
    let own = (!known && !chosen.is_empty())
        .then(|| view! { <option value=chosen.clone() selected=true>{chosen.clone()}</option> });
    view! {
        <div class="field">
            <label for="at">{t!(words, "status-at")}</label>
            <select id="at" name="at">
                <option value="">{t!(words, "today")}</option>
                {own} {options}
            </select>
        </div>
    }
}

fn facet_set(
    words: Words,
    query: &Query,
    facet: Facet,
    counts: &[(String, u64)],
) -> Option<impl IntoView + use<>> {
    // A chosen value stays to be seen, also where nothing is left of it.
    let mut values = counts.to_vec();
    for chosen in query.values(facet) {
        if !values.iter().any(|(value, _)| value == chosen) {
            values.insert(0, (chosen.to_owned(), 0));
        }
    }
    if values.is_empty() {
        return None;
    }
    let (first, rest) = values.split_at(values.len().min(AT_ONCE));
    let choices = |values: &[(String, u64)]| {
        values
            .iter()
            .map(|(value, count)| {
                view! {
                    <label class="choice">
                        <input type="checkbox" name=facet.code() value=value.clone() checked=query.has(facet, value) />
                        {value_name(words, facet, value)}
                        <span class="count">{words.number(*count)}</span>
                    </label>
                }
            })
            .collect_view()
    };
    let rest = (!rest.is_empty()).then(|| {
        let open = rest.iter().any(|(value, _)| query.has(facet, value));
        view! {
            <details open=open>
                <summary>{t!(words, "more-values", count = rest.len())}</summary>
                <div class="choices compact">{choices(rest)}</div>
            </details>
        }
    });
    Some(view! {
        <fieldset class="facet">
            <legend>{words.text(&format!("facet-{}", facet.code()))}</legend>
            <div class="choices compact">{choices(first)}</div>
            {rest}
        </fieldset>
    })
}

/// What narrows a query, in words, each with the query without it.
pub fn conditions(words: Words, query: &Query) -> Vec<(String, Query)> {
    let first = Query { page: 0, ..query.clone() };
    let mut conditions = Vec::new();
    if !query.text.is_empty() {
        let without = Query { text: String::new(), ..first.clone() };
        conditions.push((format!("“{}”", query.text), without));
    }
    for (facet, value) in &query.chosen {
        let label = format!(
            "{}: {}",
            words.text(&format!("facet-{}", facet.code())),
            value_name(words, *facet, value)
        );
        conditions.push((label, query.without(*facet, value)));
    }
    if let Some(year) = query.from_year {
        let label = format!("{}: {year}", t!(words, "from-year"));
        conditions.push((label, Query { from_year: None, ..first.clone() }));
    }
    if let Some(year) = query.to_year {
        let label = format!("{}: {year}", t!(words, "to-year"));
        conditions.push((label, Query { to_year: None, ..first.clone() }));
    }
    if query.coded {
        conditions.push((t!(words, "only-coded"), Query { coded: false, ..first }));
    }
    conditions
}

/// What is chosen, each with a link that takes it away.
pub fn chosen(words: Words, path: &str, query: &Query) -> impl IntoView + use<> {
    let path = words.href(path);
    let chips = conditions(words, query);
    (!chips.is_empty()).then(|| {
        let chips = chips
            .into_iter()
            .map(|(label, without)| {
                let address = format!("{path}?{}", without.to_address());
                view! {
                    <a class="chip" href=address>
                        {label} <span class="visually-hidden">{t!(words, "remove-filter")}</span>
                    </a>
                }
            })
            .collect_view();
        view! { <div class="active-filters">{chips}</div> }
    })
}

/// How the list is sorted, as links.
pub fn sorting(words: Words, query: &Query) -> impl IntoView + use<> {
    let links = Sort::VARIANTS
        .iter()
        .map(|sort| {
            let label = words.text(&format!("sort-{}", <&str>::from(*sort)));
            let address = Query { sort: *sort, page: 0, ..query.clone() }.to_address();
            if *sort == query.sort {
                view! { <strong>{label}</strong> }.into_any()
            } else {
                view! { <a href=format!("{}?{address}", words.href("/agreements"))>{label}</a> }
                    .into_any()
            }
        })
        .collect_view();
    view! { <div class="cluster small"><span>{t!(words, "sorted-by")}</span>{links}</div> }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Language;

    #[test]
    fn every_value_of_a_facet_has_a_name_a_person_can_read() {
        let words = Words { language: Language::Russian };
        assert_eq!(
            value_name(words, Facet::Commission, "ECE"),
            words.name(&compact::commissions()[0])
        );
        for code in Vocabulary::Status.codes() {
            assert_ne!(value_name(words, Facet::Status, code), format!("status-short-{code}"));
        }
    }
}
