//! Passwords hashed with argon2id, away from the threads that serve readers and never more than a
//! few at a time.

use std::sync::Arc;

use argon2::{Algorithm, Argon2, Params, PasswordHash, PasswordHasher, PasswordVerifier, Version};
use tokio::sync::Semaphore;

/// Memory in KiB, passes, lanes: OWASP ASVS 5.0, appendix C.
const MEMORY_KIB: u32 = 19_456;
const PASSES: u32 = 2;
const LANES: u32 = 1;
/// Hashes that may be computed at once.
const AT_ONCE: usize = 2;

/// Hashes and verifies passwords.
#[derive(Clone, Debug)]
pub struct Passwords {
    at_once: Arc<Semaphore>,
}

impl Default for Passwords {
    fn default() -> Self {
        Self { at_once: Arc::new(Semaphore::new(AT_ONCE)) }
    }
}

fn argon2id() -> Argon2<'static> {
    let params = Params::new(MEMORY_KIB, PASSES, LANES, None).expect("the parameters are in range");
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
}

impl Passwords {
    /// The PHC string of a password, with a salt of its own.
    ///
    /// # Panics
    /// When the machine gives no randomness.
    pub async fn hash(&self, password: String) -> String {
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
    pub async fn verify(&self, password: String, hash: Option<String>) -> bool {
        self.apart(move || match hash.as_deref().map(PasswordHash::new) {
            Some(Ok(hash)) => argon2id().verify_password(password.as_bytes(), &hash).is_ok(),
            _ => {
                let _ = argon2id().hash_password(password.as_bytes());
                false
            }
        })
        .await
    }

    async fn apart<Answer: Send + 'static>(
        &self,
        work: impl FnOnce() -> Answer + Send + 'static,
    ) -> Answer {
        let _turn = self.at_once.acquire().await.expect("the semaphore is never closed");
        tokio::task::spawn_blocking(work).await.expect("hashing does not panic")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_password_is_hashed_with_argon2id_and_its_parameters_and_verified() {
        let passwords = Passwords::default();
        let hash = passwords.hash("a quiet morning".into()).await;
        assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{hash}");
        assert!(passwords.verify("a quiet morning".into(), Some(hash.clone())).await);
        assert!(!passwords.verify("a quiet evening".into(), Some(hash)).await);
        assert!(!passwords.verify("a quiet morning".into(), None).await);
    }
}
