//! People who save again and again while the program is killed, stopped and started. Who gets no answer
//! sends the same again.

use std::{
    collections::BTreeMap,
    sync::{
        Condvar, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, AtomicUsize, Ordering},
        mpsc::Sender,
    },
    time::Duration,
};

use domain::fields::SectionCode;

use crate::{
    browser::Browser,
    ground::{Ground, official},
};

/// How many there are: each saves a record of their own.
pub const WRITERS: usize = 4;
/// What a proxy answers in the place of a program that did not.
const NO_ANSWER: [u16; 2] = [502, 504];

/// A save that was acknowledged.
#[derive(Debug)]
pub struct Acknowledged {
    record: i64,
    version: i32,
    text: String,
}

/// What the writers go by.
#[derive(Default)]
pub struct Stage {
    /// Where the program is at the moment.
    address: Mutex<String>,
    moved: Condvar,
    is_over: AtomicBool,
    unanswered: AtomicUsize,
}

impl Stage {
    /// With a program at this address.
    pub fn at(address: &str) -> Self {
        let stage = Self::default();
        stage.move_to(address);
        stage
    }

    fn address(&self) -> MutexGuard<'_, String> {
        self.address.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// From now on the program is there.
    pub fn move_to(&self, address: &str) {
        address.clone_into(&mut self.address());
        self.moved.notify_all();
    }

    /// Waits until the program is somewhere else, or for a moment.
    fn wait_until_it_has_left(&self, address: &str) {
        let moment = Duration::from_millis(100);
        let is_there = |now: &mut String| now == address;
        // Either way the writer looks again where the program is.
        let _ = self.moved.wait_timeout_while(self.address(), moment, is_there);
    }

    /// How many saves got no answer until now.
    pub fn unanswered(&self) -> usize {
        self.unanswered.load(Ordering::Relaxed)
    }

    /// Ends the work of the writers when it is dropped, also where the test fails: they are waited for.
    pub fn until_dropped(&self) -> UntilDropped<'_> {
        UntilDropped(self)
    }
}

/// While it is there, writers write.
pub struct UntilDropped<'a>(&'a Stage);

impl Drop for UntilDropped<'_> {
    fn drop(&mut self) {
        self.0.is_over.store(true, Ordering::Relaxed);
    }
}

/// Saves one record again and again, each time with another text.
pub fn write(stage: &Stage, browser: &Browser, record: i64, acknowledged: &Sender<Acknowledged>) {
    let (mut version, mut text) = (1, format!("save 1 of record {record}"));
    while !stage.is_over.load(Ordering::Relaxed) {
        let address = stage.address().clone();
        match browser.save(&address, record, version, &text) {
            Ok(answer) if !NO_ANSWER.contains(&answer.status) => {
                assert_eq!(answer.status, 303, "{}", answer.body);
                version += 1;
                let saved = Acknowledged { record, version, text };
                acknowledged.send(saved).expect("the test listens");
                text = format!("save {version} of record {record}");
            }
            _ => {
                stage.unanswered.fetch_add(1, Ordering::Relaxed);
                stage.wait_until_it_has_left(&address);
            }
        }
    }
}

/// Every save that was acknowledged is in the register, and nothing is half there. `told` tells how to
/// try the same again.
pub async fn all_is_there(
    ground: &Ground,
    records: &[i64],
    acknowledged: &[Acknowledged],
    told: &str,
) {
    let register = ground.register().await;
    let mut there: BTreeMap<(i64, i32), String> = BTreeMap::new();
    for &record in records {
        let newest = register.agreement(&official(), record).await.expect("it is there").version;
        for version in 2..=newest {
            let section = register
                .section_at(&official(), record, SectionCode::Life, version)
                .await
                .expect("every version up to the newest is there");
            let (place, note) = (section.get("events.0.place"), section.get("events.0.note"));
            assert_eq!(place, note, "half of version {version} of record {record}; {told}");
            there.insert((record, version), place.to_owned());
        }
    }
    register.close().await.expect("the database closes");
    for Acknowledged { record, version, text } in acknowledged {
        let found = there.get(&(*record, *version));
        assert_eq!(found, Some(text), "version {version} of record {record}; {told}");
    }
    println!("{} saves acknowledged, {} in the register; {told}", acknowledged.len(), there.len());
}
