//! Passwords hashed with argon2id, away from the threads that serve readers and never more than a
//! few at a time.

use std::sync::Arc;

use argon2::{Algorithm, Argon2, Params, PasswordHash, PasswordHasher, PasswordVerifier, Version};
use tokio::sync::Semaphore;

use crate::error::Error;

/// Memory in KiB, passes, lanes: OWASP ASVS 5.0, appendix C.
const MEMORY_KIB: u32 = 19_456;
const PASSES: u32 = 2;
const LANES: u32 = 1;
/// Hashes that may be computed at once.
const AT_ONCE: usize = 2;
/// Hashes that may be computed or waited for: the last of them is done in a few seconds. Who comes
/// then is told to come again, in place of waiting with everybody else for longer and longer.
const PLACES: usize = 64;

/// Hashes and verifies passwords.
#[derive(Clone, Debug)]
pub struct Passwords {
    at_once: Arc<Semaphore>,
    places: Arc<Semaphore>,
}

impl Default for Passwords {
    fn default() -> Self {
        Self::with_places(PLACES)
    }
}

fn argon2id() -> Argon2<'static> {
    let params = Params::new(MEMORY_KIB, PASSES, LANES, None).expect("the parameters are in range");
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
}

/// Whether a hash asks less of a guesser than a new one would.
pub fn is_weak(hash: &str) -> bool {
    let Ok(hash) = PasswordHash::new(hash) else { return true };
    match Params::try_from(&hash) {
        Ok(params) => {
            hash.algorithm.as_str() != Algorithm::Argon2id.as_str()
                || params.m_cost() < MEMORY_KIB
                || params.t_cost() < PASSES
        }
        Err(_) => true,
    }
}

impl Passwords {
    fn with_places(places: usize) -> Self {
        Self {
            at_once: Arc::new(Semaphore::new(AT_ONCE)),
            places: Arc::new(Semaphore::new(places)),
        }
    }

    /// The PHC string of a password, with a salt of its own.
    ///
    /// # Errors
    /// [`Error::Busy`] when too many wait already.
    ///
    /// # Panics
    /// When the machine gives no randomness.
    pub async fn hash(&self, password: String) -> Result<String, Error> {
        self.apart(move || {
            argon2id()
                .hash_password(password.as_bytes())
                .expect("the machine gives randomness for the salt")
                .to_string()
        })
        .await
    }

    /// Whether the password is that of the hash. Without a hash it takes as long and says no, so
    /// that nobody can tell whether there is such an account.
    ///
    /// # Errors
    /// [`Error::Busy`] when too many wait already.
    pub async fn verify(&self, password: String, hash: Option<String>) -> Result<bool, Error> {
        self.apart(move || match hash.as_deref().map(PasswordHash::new) {
            Some(Ok(hash)) => argon2id().verify_password(password.as_bytes(), &hash).is_ok(),
            _ => {
                let _ = argon2id().hash_password(password.as_bytes());
                false
            }
        })
        .await
    }

    /// The work holds its place until it is done, also when whoever asked for it has gone meanwhile:
    /// requests that are broken off could otherwise pile it up.
    async fn apart<Answer: Send + 'static>(
        &self,
        work: impl FnOnce() -> Answer + Send + 'static,
    ) -> Result<Answer, Error> {
        let place = Arc::clone(&self.places).try_acquire_owned().map_err(|_| Error::Busy)?;
        let turn =
            Arc::clone(&self.at_once).acquire_owned().await.expect("the semaphore is never closed");
        let held = tokio::task::spawn_blocking(move || {
            let answer = work();
            drop((turn, place));
            answer
        });
        Ok(held.await.expect("hashing does not panic"))
    }
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use super::*;

    #[tokio::test]
    async fn a_password_is_hashed_with_argon2id_and_its_parameters_and_verified() {
        let passwords = Passwords::default();
        let hash = passwords.hash("a quiet morning".into()).await.expect("a hash");
        assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{hash}");
        let is_right = async |password: &str, hash: Option<String>| {
            passwords.verify(password.into(), hash).await.expect("an answer")
        };
        assert!(is_right("a quiet morning", Some(hash.clone())).await);
        assert!(!is_right("a quiet evening", Some(hash)).await);
        assert!(!is_right("a quiet morning", None).await);
    }

    #[test]
    fn a_hash_that_asks_less_of_a_guesser_is_weak() {
        let hash = |algorithm: Algorithm, memory: u32, passes: u32| {
            let params = Params::new(memory, passes, LANES, None).expect("in range");
            let argon2 = Argon2::new(algorithm, Version::V0x13, params);
            argon2.hash_password(b"a quiet morning").expect("a hash").to_string()
        };
        for (hash, expected) in [
            (hash(Algorithm::Argon2id, MEMORY_KIB, PASSES), false),
            (hash(Algorithm::Argon2id, MEMORY_KIB + 1, PASSES + 1), false),
            (hash(Algorithm::Argon2id, MEMORY_KIB / 2, PASSES), true),
            (hash(Algorithm::Argon2id, MEMORY_KIB, PASSES - 1), true),
            (hash(Algorithm::Argon2i, MEMORY_KIB, PASSES), true),
            ("plain".to_owned(), true),
        ] {
            assert_eq!(is_weak(&hash), expected, "{hash}");
        }
    }

    #[tokio::test]
    async fn a_sign_in_to_no_account_takes_as_long_as_one_with_a_wrong_password() {
        let passwords = Passwords::default();
        let hash = passwords.hash("a quiet morning".into()).await.expect("a hash");
        let time = async |hash: Option<String>| {
            let begin = Instant::now();
            let right = passwords.verify("a quiet evening".into(), hash).await.expect("an answer");
            assert!(!right);
            begin.elapsed()
        };
        // The shortest of several: what else the machine does only makes it longer.
        let (mut with, mut without) = (Duration::MAX, Duration::MAX);
        for _ in 0..15 {
            with = with.min(time(Some(hash.clone())).await);
            without = without.min(time(None).await);
        }
        assert!(without * 2 > with && with * 2 > without, "{with:?} with, {without:?} without");
    }

    #[tokio::test]
    async fn who_comes_when_too_many_wait_is_told_so_at_once_and_let_in_later() {
        let passwords = Passwords::with_places(3);
        let verify = || passwords.verify("a quiet morning".into(), None);
        let (one, two, three, four) = tokio::join!(verify(), verify(), verify(), verify());
        for answered in [one, two, three] {
            assert!(matches!(answered, Ok(false)));
        }
        assert!(matches!(four, Err(Error::Busy)));
        assert!(matches!(verify().await, Ok(false)));
    }
}
