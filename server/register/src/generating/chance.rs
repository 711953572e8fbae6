//! Chance that is given: the same seed and number fall the same way every time.

use fastrand::Rng;

/// What falls for one record.
pub struct Chance(Rng);

impl Chance {
    /// The chance of the record with this number. It does not depend on the records before it.
    pub fn new(seed: u64, number: u64) -> Self {
        // Far apart for numbers beside each other (the golden ratio in 64 bits).
        Self(Rng::with_seed(seed ^ number.wrapping_mul(0x9E37_79B9_7F4A_7C15)))
    }

    /// Whether something happens that happens `times` in `of`.
    pub fn is(&mut self, times: u32, of: u32) -> bool {
        self.0.u32(0..of.max(1)) < times
    }

    /// One of these, each as often as its weight; nothing of nothing.
    pub fn weighed<T: Copy>(&mut self, choices: &[(T, u32)]) -> Option<T> {
        let all: u32 = choices.iter().map(|(_, weight)| weight).sum();
        let mut left = self.0.u32(0..all.max(1));
        for (choice, weight) in choices {
            match left.checked_sub(*weight) {
                Some(rest) => left = rest,
                None => return Some(*choice),
            }
        }
        None
    }

    /// One of these, each as often as any other.
    pub fn any<'a, T>(&mut self, choices: &'a [T]) -> Option<&'a T> {
        choices.get(self.0.usize(0..choices.len().max(1)))
    }

    /// One of these, the first ones far more often than the last.
    pub fn early<'a, T>(&mut self, choices: &'a [T]) -> Option<&'a T> {
        let bound = self.0.usize(0..choices.len().max(1));
        choices.get(self.0.usize(0..=bound))
    }

    /// A number between these two, both of them possible.
    pub fn between(&mut self, least: u32, most: u32) -> u32 {
        self.0.u32(least..=most.max(least))
    }

    /// A year between these two, both of them possible.
    pub fn year(&mut self, first: i32, last: i32) -> i32 {
        self.0.i32(first..=last.max(first))
    }
}

/// The same in another order, the same order every time.
pub fn shuffled<T>(mut things: Vec<T>) -> Vec<T> {
    Rng::with_seed(0).shuffle(&mut things);
    things
}
