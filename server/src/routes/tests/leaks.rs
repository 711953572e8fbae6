//! What somebody may not see is on no page, in no file and in no figure: every address with the number of
//! every record, asked by everybody.

use domain::{
    account::{Account, Actor},
    fields::{SectionCode, Values},
    sharing::Sharing,
};

use super::*;

/// Words that stand in one record each, in its title and in what its parties say of it.
const HIDDEN: [(&str, Sharing); 3] = [
    ("Quillfeather", Sharing::OwnState),
    ("Marlinspike", Sharing::Parties),
    ("Thistledown", Sharing::Network),
];

/// Addresses with what people ask for in them, beside those of the table of routes.
const ASKED: [&str; 12] = [
    "/agreements?q=Quillfeather",
    "/agreements?q=Marlinspike",
    "/agreements?q=Thistledown",
    "/agreements?party=ISL&party=KAZ&between=yes",
    "/agreements?status=not_known&sort=changed",
    "/agreements?kind=youth_mobility_arrangement",
    "/coverage?party=ISL",
    "/coverage.csv?party=ISL",
    "/states/ISL",
    "/corridors/ISL-KAZ",
    "/compare?from=gcm-talk-baku-2023&to=2026-03-01",
    "/pledges/new?agreement={hidden}",
];

/// Pages that everybody reads: figures, lists, counts.
const PUBLIC: [&str; 12] = [
    "/",
    "/agreements",
    "/agreements?kind=youth_mobility_arrangement",
    "/agreements?party=KAZ",
    "/states",
    "/states/ISL",
    "/states/KAZ",
    "/corridors",
    "/corridors/ISL-KAZ",
    "/coverage",
    "/coverage.csv",
    "/compare",
];

fn values(pairs: &[(&str, &str)]) -> Values {
    pairs.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
}

/// An official of the State that records the hidden records.
fn owner() -> Actor {
    Actor::Account(Account {
        id: 0,
        name: "Example".into(),
        email: "owner@example.org".into(),
        role: Role::Official,
        state: Some("ISL".into()),
    })
}

/// Makes a record for each of [`HIDDEN`], seen by whom its sharing says; answers their numbers.
async fn hide(register: &Register) -> Vec<i64> {
    let mut made = Vec::new();
    for (word, with) in HIDDEN {
        let title = format!("Example arrangement on {word}");
        let identity = values(&[
            ("kind", "youth_mobility_arrangement"),
            ("legal_nature", "binding"),
            ("level", "state"),
            ("titles.0.text", &title),
            ("titles.0.language", "en"),
        ]);
        let parties = values(&[("parties.0.code", "ISL"), ("parties.1.code", "KAZ")]);
        let saved = register.record(&owner(), &identity, &parties).await.expect("recorded");
        let life = values(&[("events.0.kind", "signed"), ("events.0.date", "2023-05-04")]);
        register
            .save_section(&owner(), saved.id, SectionCode::Life, saved.version, &life, None)
            .await
            .expect("saved");
        let shared = values(&[("shared_with", with.code())]);
        register.share(&owner(), saved.id, &shared).await.expect("shared");
        made.push(saved.id);
    }
    made
}

/// Whether an account of this role and State sees what is shared so.
fn sees(role: Option<Role>, state: Option<&str>, with: Sharing) -> bool {
    match (role, state) {
        (_, Some("ISL")) => true,
        (_, Some("KAZ")) => with >= Sharing::Parties,
        (Some(role), None) => !role.is_of_a_state() && with == Sharing::Network,
        _ => false,
    }
}

/// Every address of the table that names a record, with this in the place of its number.
fn addresses_of(number: &str) -> impl Iterator<Item = String> {
    let named = ROUTES.iter().filter(|(method, path, _)| *method == GET && path.contains('{'));
    named.flat_map(move |(_, path, _)| {
        EntryKind::VARIANTS.iter().map(move |kind| {
            path.replace("{kind}", kind.path())
                .replace("{section}", SectionCode::Identity.code())
                .split('/')
                .map(|part| if part.starts_with('{') { number } else { part })
                .collect::<Vec<_>>()
                .join("/")
        })
    })
}

/// Every address of the table, with each of these numbers in it.
fn every_address(numbers: &[i64]) -> BTreeSet<String> {
    let mut found: BTreeSet<String> = declared(GET).map(|(path, _)| path).collect();
    for number in numbers {
        found.extend(addresses_of(&number.to_string()));
    }
    for asked in ASKED {
        for number in numbers {
            found.insert(asked.replace("{hidden}", &number.to_string()));
        }
    }
    found
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_not_shared_with_somebody_is_at_no_address_of_the_site() {
    let site = site().await;
    let numbers = hide(&site.register).await;
    let addresses = every_address(&numbers);
    let people = [
        (None, None),
        (Some(Role::Official), Some("ISL")),
        (Some(Role::FocalPoint), Some("KAZ")),
        (Some(Role::Official), Some("UZB")),
        (Some(Role::Reviewer), None),
        (Some(Role::Coordinator), None),
        (Some(Role::Administrator), None),
    ];
    for (role, state) in people {
        let cookie = match role {
            Some(role) => site.signed_in_for(role, state).await,
            None => String::new(),
        };
        let mut found: BTreeSet<&str> = BTreeSet::new();
        for address in &addresses {
            let answer = site.ask(GET, address, &[("cookie", cookie.as_str())]).await;
            assert!(!answer.status.is_server_error(), "GET {address}: {}", answer.status);
            for (word, with) in HIDDEN {
                // The search shows again what was searched for.
                let told = answer.body.replace(&format!("value=\"{word}\""), "");
                let told = told.replace(&format!("q={word}"), "").replace(&format!("“{word}”"), "");
                if told.contains(word) {
                    assert!(
                        sees(role, state, with),
                        "{role:?} of {state:?} finds {word}, which is for {with:?}, at {address}"
                    );
                    found.insert(word);
                }
            }
        }
        for (word, with) in HIDDEN {
            let is_found = found.contains(word);
            assert_eq!(is_found, sees(role, state, with), "{role:?} of {state:?} {word}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_everybody_reads_is_the_same_whether_or_not_there_is_something_hidden() {
    let site = site().await;
    let stranger = site.signed_in_for(Role::Official, Some("UZB")).await;
    // Each answer has a number of its own, by which its scripts are known.
    let read = async |cookie: &str, path: &str| {
        let answer = site.ask(GET, path, &[("cookie", cookie)]).await;
        let policy = answer.headers["content-security-policy"].to_str().expect("a text");
        match policy.split_once("'nonce-").and_then(|(_, rest)| rest.split_once('\'')) {
            Some((nonce, _)) => answer.body.replace(nonce, ""),
            None => answer.body,
        }
    };
    let mut before = Vec::new();
    for cookie in ["", stranger.as_str()] {
        for path in PUBLIC {
            before.push((cookie, path, read(cookie, path).await));
        }
    }
    hide(&site.register).await;
    for (cookie, path, before) in before {
        assert!(read(cookie, path).await == before, "{path} tells of something hidden");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_number_that_nobody_gave_is_answered_as_not_there_whoever_asks() {
    let site = site().await;
    hide(&site.register).await;
    let made_up = ["0", "-1", "999999", "9223372036854775807", "9223372036854775808", "1e3", "07x"];
    for (role, state) in [
        (None, None),
        (Some(Role::Official), Some("ISL")),
        (Some(Role::FocalPoint), Some("KAZ")),
        (Some(Role::Coordinator), None),
        (Some(Role::Administrator), None),
    ] {
        let cookie = match role {
            Some(role) => site.signed_in_for(role, state).await,
            None => String::new(),
        };
        let with_number = |number: &'static str| {
            // The end of mails asks first, whatever its token.
            addresses_of(number).filter(move |address| {
                address.split('/').any(|part| part == number) && !address.starts_with("/mail/stop/")
            })
        };
        for address in made_up.into_iter().flat_map(with_number).collect::<BTreeSet<_>>() {
            let answer = site.ask(GET, &address, &[("cookie", cookie.as_str())]).await;
            // Who is not signed in is asked to where that is the first thing that is wanted.
            let asks_to_sign_in = role.is_none() && answer.body.contains("name=\"password\"");
            assert!(
                answer.status.is_client_error()
                    || answer.status.is_redirection()
                    || asks_to_sign_in,
                "{role:?} at {address}: {}",
                answer.status
            );
            for (word, _) in HIDDEN {
                assert!(!answer.body.contains(word), "{role:?} finds {word} at {address}");
            }
        }
    }
}
