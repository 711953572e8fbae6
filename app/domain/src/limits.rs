//! How often something may be tried. A guesser is slowed; a colleague is never locked out.
//!
//! Each thing that is counted has a [`Bucket`] of tries that fills up again with time: nobody waits
//! longer than one refill, and nothing has to be unlocked by anybody. A try is taken before the
//! password is looked at, so that many at once count as many, and given back when it was right.
//!
//! **At the sign-in**, a browser that has signed in to the account before has a bucket of its own:
//! nothing that others do can empty it, also where they sit behind the same address. Every other browser
//! takes from three: its network's; its network's for this account; and the account's. When the
//! account's is empty, because somebody guesses from many networks, it stops only networks from which
//! the password was got wrong lately. The owner's at home is not one of them. A guesser with many
//! networks then has one try from each in the time in which its bucket fills, in place of five.
//!
//! E-mail addresses without an account are counted in the same way, so that nothing tells them apart.

use std::net::{IpAddr, Ipv6Addr};

use chrono::{DateTime, TimeDelta, Utc};
use strum::{IntoStaticStr, VariantArray};

/// How many tries may come at once, and after what time there is one more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit {
    pub capacity: i32,
    pub refill: TimeDelta,
}

/// What tries are counted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum Counted {
    /// Sign-ins from one network, to whatever account: a whole ministry may stand behind it.
    Network,
    /// Sign-ins from one network to one account.
    NetworkAndAccount,
    /// Sign-ins to one account, from wherever.
    Account,
    /// Sign-ins to one account from a browser that has signed in to it before.
    Browser,
    /// The current password, asked for before it is changed.
    OwnPassword,
    /// Codes of one account's second factor: who tries them knows the password. From a browser that has
    /// signed in before they are counted by themselves.
    Code,
    /// Links to another password that one network asks for.
    ResetByNetwork,
    /// Links to another password that are asked for one address: its mailbox is not to be filled.
    ResetByAddress,
    /// Requests from one network to take part in meetings. Far fewer than a meeting takes in that time,
    /// so that one network alone can't close it for others.
    TakingPart,
    /// Lines of the log that tell of what one account was refused.
    Refused,
}

/// What a sign-in from a browser that is not known takes from, in this order.
pub const AT_SIGN_IN: [Counted; 3] =
    [Counted::Network, Counted::NetworkAndAccount, Counted::Account];

impl Counted {
    /// How often it may be tried.
    pub fn limit(self) -> Limit {
        let (capacity, seconds) = match self {
            Self::Network => (30, 10),
            Self::NetworkAndAccount | Self::OwnPassword => (5, 60),
            Self::Account => (50, 60),
            Self::Browser => (10, 30),
            // Three of a million codes are right at any moment: who guesses for a year finds one in seven.
            Self::Code => (10, 600),
            Self::ResetByNetwork | Self::Refused => (20, 60),
            Self::ResetByAddress => (3, 1_200),
            Self::TakingPart => (20, 30),
        };
        Limit { capacity, refill: TimeDelta::seconds(seconds) }
    }
}

/// The tries that are left, kept as the one instant at which all of them are there again. It is never
/// below empty and never above full, whatever the clock does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bucket {
    full_at: DateTime<Utc>,
}

impl Bucket {
    /// Nothing was taken from it.
    pub const UNTOUCHED: Self = Self { full_at: DateTime::<Utc>::UNIX_EPOCH };

    /// A bucket as it was kept.
    pub fn kept(full_at: DateTime<Utc>) -> Self {
        Self { full_at }
    }

    /// When all tries are there again. A bucket whose instant has passed need not be kept.
    pub fn full_at(self) -> DateTime<Utc> {
        self.full_at
    }

    /// Whether all tries are there.
    pub fn is_full(self, now: DateTime<Utc>) -> bool {
        self.full_at <= now
    }

    /// How long it takes until all tries are there.
    fn missing(self, limit: Limit, now: DateTime<Utc>) -> TimeDelta {
        (self.full_at - now).clamp(TimeDelta::zero(), limit.refill * limit.capacity)
    }

    /// Takes a try.
    ///
    /// # Errors
    /// How long to wait for one: never longer than one refill.
    pub fn take(self, limit: Limit, now: DateTime<Utc>) -> Result<Self, TimeDelta> {
        let missing = self.missing(limit, now) + limit.refill;
        let too_long = missing - limit.refill * limit.capacity;
        if too_long > TimeDelta::zero() {
            Err(too_long)
        } else {
            Ok(Self { full_at: now + missing })
        }
    }

    /// Puts a try back.
    #[must_use]
    pub fn give_back(self, limit: Limit, now: DateTime<Utc>) -> Self {
        let missing = (self.missing(limit, now) - limit.refill).max(TimeDelta::zero());
        Self { full_at: now + missing }
    }
}

/// Takes a try from each of [`AT_SIGN_IN`], or from none.
///
/// # Errors
/// How long to wait.
pub fn sign_in(
    [network, here, account]: [Bucket; 3],
    now: DateTime<Utc>,
) -> Result<[Bucket; 3], TimeDelta> {
    let taken = [
        network.take(Counted::Network.limit(), now),
        here.take(Counted::NetworkAndAccount.limit(), now),
        match account.take(Counted::Account.limit(), now) {
            // Somebody guesses, and not from here.
            Err(_) if here.is_full(now) => Ok(account),
            taken => taken,
        },
    ];
    match taken {
        [Ok(network), Ok(here), Ok(account)] => Ok([network, here, account]),
        refused => {
            Err(refused.into_iter().filter_map(Result::err).fold(TimeDelta::zero(), Ord::max))
        }
    }
}

/// The network that an address stands for. Whoever has one address of IPv6 has all of its /64.
pub fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V4(address) => IpAddr::V4(address),
        IpAddr::V6(address) => {
            let [a, b, c, d, ..] = address.segments();
            IpAddr::V6(Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0))
        }
    }
}

#[cfg(test)]
mod tests;
