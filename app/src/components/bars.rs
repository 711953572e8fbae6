//! Shares as bars, each with its number in words beside it.

use leptos::prelude::*;

/// One bar.
pub struct Bar {
    pub label: AnyView,
    /// Percent of full.
    pub full: f64,
    /// Percent of partly, behind the full part.
    pub partly: f64,
    /// Drawn as an outline: a share of somebody else's, for measure.
    pub is_reference: bool,
    /// The numbers.
    pub value: AnyView,
}

/// Bars below each other.
pub fn bars(bars: Vec<Bar>) -> impl IntoView {
    let rows = bars
        .into_iter()
        .map(|bar| {
            let class = if bar.is_reference { "bar-reference" } else { "bar-fill" };
            let partly = (bar.partly > 0.0).then(|| {
                view! { <rect class="bar-partly" x=length(bar.full) y="0" width=length(bar.partly) height="10" /> }
            });
            view! {
                <li class="bar-row">
                    <span class="bar-label">{bar.label}</span>
                    <svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                        <rect class=class x="0" y="0" width=length(bar.full) height="10" />
                        {partly}
                    </svg>
                    <span class="bar-value">{bar.value}</span>
                </li>
            }
        })
        .collect_view();
    view! { <ul class="bars">{rows}</ul> }
}

fn length(percent: f64) -> String {
    format!("{:.2}", percent.clamp(0.0, 100.0))
}
