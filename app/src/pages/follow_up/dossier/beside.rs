//! What stands beside a dossier where the reader wishes so: the register, or what the State said at the
//! Talk.

use domain::{account::Actor, follow_up::EntryKind};
use leptos::prelude::*;
use register::{
    Error,
    counting::Portfolio,
    following::{Entry, Wanted},
};

use crate::{
    components::portfolio::portfolio,
    pages::follow_up::lists::{address, entry_list},
    request::Request,
    words::{Words, t},
};

/// What stands beside the dossier.
pub(super) enum Beside {
    Nothing,
    Register(Box<Portfolio>),
    Talk(Vec<Entry>),
}

impl Beside {
    /// What the address asks for.
    pub(super) async fn asked(request: &Request, state: &str) -> Result<Self, Error> {
        let (register, actor) = (&request.register, &request.actor);
        Ok(match request.parameter("beside").as_deref() {
            Some("register") => {
                Self::Register(Box::new(register.portfolio(&Actor::Reader, &[state]).await?))
            }
            Some("talk") => {
                let wanted = Wanted {
                    kind: Some(EntryKind::Statement),
                    owner: Some(Some(state.to_owned())),
                    ..Wanted::default()
                };
                Self::Talk(register.entries_of(actor, &wanted).await?)
            }
            _ => Self::Nothing,
        })
    }

    /// What it shows; nothing where the reader asked for nothing.
    pub(super) fn shown(&self, words: Words, entry: &Entry) -> Option<AnyView> {
        let state = entry.owner.clone().unwrap_or_default();
        let away = view! { <p><a href=words.href(&entry.path())>{t!(words, "dossier-beside-away")}</a></p> };
        match self {
            Self::Nothing => None,
            Self::Register(found) => Some(
                view! {
                    <h2>{t!(words, "dossier-register-of", state = words.state(&state))}</h2>
                    {away}
                    {portfolio(words, found, &[&state])}
                }
                .into_any(),
            ),
            Self::Talk(statements) => {
                let statements: Vec<&Entry> = statements.iter().collect();
                let empty = t!(words, "statements-nothing");
                Some(
                    view! {
                        <h2>{t!(words, "dossier-talk-of", state = words.state(&state))}</h2>
                        {away}
                        {entry_list(words, &statements, empty)}
                    }
                    .into_any(),
                )
            }
        }
    }
}

/// Ways to put the register or the Talk beside it.
pub(super) fn links(words: Words, entry: &Entry) -> impl IntoView + use<> {
    let to = |what: &str| {
        format!("{}#beside", words.href(&address(&entry.path(), &[("beside", what.to_owned())])))
    };
    view! {
        <p class="cluster">
            <a class="button quiet" href=to("register")>{t!(words, "dossier-beside-register")}</a>
            <a class="button quiet" href=to("talk")>{t!(words, "dossier-beside-talk")}</a>
        </p>
    }
}
