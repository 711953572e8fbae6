//! The example: fictitious States and their work. Nothing of it is shown by a register that does not
//! hold it.

use domain::states::{self, State};
use leptos::prelude::*;

use crate::words::{Words, t};

/// Whether the register holds the example. A page is rendered with it in its context, because States
/// are offered deep within forms.
#[derive(Clone, Copy, Debug)]
pub struct HoldsExample(pub bool);

/// The States and other parties that a person may choose.
pub fn states_to_choose() -> impl Iterator<Item = &'static State> {
    let holds = use_context::<HoldsExample>().is_some_and(|holds| holds.0);
    states::all().iter().chain(states::examples().iter().filter(move |_| holds))
}

/// What every page of a register with the example says first.
pub fn banner(words: Words) -> impl IntoView + use<> {
    let mut names: Vec<String> = states::examples().iter().map(|state| words.name(state)).collect();
    words.sort_by_name(&mut names, Clone::clone);
    let names = names.join(", ");
    view! {
        <aside class="wrap" aria-label=t!(words, "example-banner-label")>
            <p class="notice" data-tone="warn">{t!(words, "example-banner", states = names)}</p>
        </aside>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fictitious_states_are_offered_only_where_the_register_holds_the_example() {
        for (holds, expected) in [(None, 0), (Some(false), 0), (Some(true), 4)] {
            let owner = Owner::new();
            let offered = owner.with(|| {
                if let Some(holds) = holds {
                    provide_context(HoldsExample(holds));
                }
                states_to_choose().collect::<Vec<_>>()
            });
            let fictitious = offered.iter().filter(|state| state.is_example()).count();
            assert_eq!(fictitious, expected, "{holds:?}");
            assert_eq!(offered.len(), states::all().len() + expected);
        }
    }
}
