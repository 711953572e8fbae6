//! What a person reads when something can't be shown: words and a way back, never the cause.

use leptos::prelude::*;

use crate::{page::Page, request::Request, words::t};

/// What happened, as a person can be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    NotFound,
    NotAllowed,
    /// The State wants two people for it, and this one wrote it.
    SecondPerson,
    /// A form that did not come from a page of this site, or one that can't be read.
    Refused,
    TooLarge,
    /// A form that was not there in time.
    TooSlow,
    Unavailable,
    /// Too many are here at once.
    Busy,
    /// Tried too often.
    TooMany {
        seconds: u64,
    },
    /// A form that was not saved, because the register is being maintained.
    Maintained,
    /// A fault in the program itself.
    Fault,
}

/// Shows the page.
pub fn show(request: &Request, trouble: Trouble) -> Page {
    let words = request.words;
    let (status, heading, about) = match trouble {
        Trouble::NotFound => (404, t!(words, "not-found"), t!(words, "not-found-about")),
        Trouble::NotAllowed => (403, t!(words, "not-allowed"), t!(words, "not-allowed-about")),
        Trouble::SecondPerson => {
            (403, t!(words, "second-person"), t!(words, "second-person-trouble"))
        }
        Trouble::Refused => (403, t!(words, "refused"), t!(words, "refused-about")),
        Trouble::TooLarge => (413, t!(words, "too-large"), t!(words, "too-large-about")),
        Trouble::TooSlow => (408, t!(words, "too-slow"), t!(words, "too-slow-about")),
        Trouble::Busy => (503, t!(words, "busy"), t!(words, "busy-about")),
        Trouble::Unavailable => (503, t!(words, "unavailable"), t!(words, "unavailable-about")),
        Trouble::TooMany { seconds } => {
            (429, t!(words, "too-often"), t!(words, "too-often-about", seconds = seconds))
        }
        Trouble::Maintained => (503, t!(words, "maintained"), t!(words, "maintained-about")),
        Trouble::Fault => (500, t!(words, "fault"), t!(words, "fault-about")),
    };
    let number = (trouble == Trouble::Fault).then(|| request.number.clone());
    Page::new(heading.clone(), move || {
        view! {
            <h1>{heading}</h1>
            <p class="lede">{about}</p>
            {number.map(|number| view! { <p>{t!(words, "fault-number", number = number)}</p> })}
            <p><a class="button" href=words.href("/agreements")>{t!(words, "to-the-register")}</a></p>
        }
    })
    .with_status(status)
}
