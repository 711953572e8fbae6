//! A field for a password. What was typed is never shown again: no answer holds a password.

use leptos::prelude::*;

/// The field called `name`, with what the browser may complete it with, a hint, and what is wrong with it.
pub fn password_field(
    name: &'static str,
    label: String,
    completes: &'static str,
    hint: Option<String>,
    problem: Option<String>,
) -> impl IntoView + use<> {
    let id = format!("f-{name}");
    let (hint_id, error_id) = (format!("{id}-hint"), format!("{id}-error"));
    let described: Vec<String> =
        [hint.is_some().then(|| hint_id.clone()), problem.is_some().then(|| error_id.clone())]
            .into_iter()
            .flatten()
            .collect();
    let described = (!described.is_empty()).then(|| described.join(" "));
    let is_wrong = problem.is_some();
    let hint = hint.map(|hint| view! { <span class="hint" id=hint_id>{hint}</span> });
    let error = problem.map(|problem| view! { <p class="error" id=error_id>{problem}</p> });
    view! {
        <div class="field" data-invalid=is_wrong.then_some("")>
            <label for=id.clone()>{label}</label>
            {hint} {error}
            <input id=id name=name type="password" autocomplete=completes required=true
                aria-invalid=is_wrong.then_some("true") aria-describedby=described />
        </div>
    }
}
