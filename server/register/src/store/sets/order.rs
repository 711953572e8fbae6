//! Orders in which the records stand.

use domain::search::Sort;
use roaring::RoaringBitmap;
use sea_orm::{
    DatabaseBackend, DbErr, QueryResult,
    sea_query::{Expr, ExprTrait, NullOrdering, Order as Direction, Query as Sql, SelectStatement},
};

use super::{family::numbers, table::parsed};

/// The numbers of all records as they stand in an order.
#[derive(Debug, Default)]
pub struct Ordered {
    numbers: Vec<u32>,
    /// The place of each number; of a number that is not there, the last there can be.
    places: Vec<u32>,
}

impl Ordered {
    fn new(numbers: Vec<u32>) -> Self {
        let length = numbers.iter().max().map_or(0, |most| *most as usize + 1);
        let mut places = vec![u32::MAX; length];
        for (place, number) in (0..).zip(&numbers) {
            places[*number as usize] = place;
        }
        Self { numbers, places }
    }

    /// Those of `records` that stand behind so many of them, at the most so many. A few are put in order by
    /// their places; of many the first are soon met by going through the order.
    pub fn among(&self, records: &RoaringBitmap, skipped: usize, most: usize) -> Vec<u32> {
        let until = skipped.saturating_add(most) as u64;
        let of_many = (self.numbers.len() as u64).saturating_mul(until);
        if records.len().saturating_mul(records.len()) > of_many {
            let met = self.numbers.iter().copied().filter(|number| records.contains(*number));
            return met.skip(skipped).take(most).collect();
        }
        let place = |number: &u32| self.places.get(*number as usize).copied();
        let mut places: Vec<(u32, u32)> = records
            .iter()
            .filter_map(|number| Some((place(&number).filter(|place| *place < u32::MAX)?, number)))
            .collect();
        places.sort_unstable();
        places.into_iter().skip(skipped).take(most).map(|(_, number)| number).collect()
    }
}

/// In which order the numbers of the records stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    Sorted(Sort),
    /// By the codes of the parties, then the year of signature: the same in every language. Only of what
    /// is published.
    Corridors,
}

impl Order {
    /// Asks for the numbers in this order, as one text.
    pub fn select(self, backend: DatabaseBackend) -> SelectStatement {
        let mut ordered = Sql::select().column("id").from("agreement").to_owned();
        match self {
            Self::Sorted(sort) => {
                let (column, direction) = match sort {
                    Sort::Newest => ("signed", Direction::Desc),
                    Sort::Oldest => ("signed", Direction::Asc),
                    Sort::Title => ("title_key", Direction::Asc),
                    Sort::Changed => ("changed_at", Direction::Desc),
                };
                ordered
                    .order_by_with_nulls(column, direction, NullOrdering::Last)
                    .order_by("id", Direction::Desc);
            }
            Self::Corridors => {
                ordered
                    // As the index has it that is read for this.
                    .and_where(Expr::col("published_at").is_not_null())
                    .and_where(Expr::col("discarded_at").is_null())
                    .and_where(Expr::col("merged_into").is_null())
                    .order_by("party_key", Direction::Asc)
                    .order_by_with_nulls("signed_year", Direction::Asc, NullOrdering::First)
                    .order_by("id", Direction::Asc);
            }
        }
        Sql::select().expr(numbers(backend, "id")).from_subquery(ordered, "ordered").to_owned()
    }

    /// Reads what was asked for.
    pub fn read(row: Option<QueryResult>) -> Result<Ordered, DbErr> {
        let numbers: Option<String> = match row {
            Some(row) => row.try_get_by_index(0)?,
            None => None,
        };
        parsed(&numbers.unwrap_or_default()).map(Ordered::new)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_few_records_stand_in_the_order_in_which_going_through_all_of_them_meets_them(
            numbers in proptest::sample::subsequence((1..400_u32).collect::<Vec<_>>(), 0..399).prop_shuffle(),
            records in proptest::collection::btree_set(1..450_u32, 0..60),
            skipped in 0..50_usize,
            most in prop_oneof![0..30_usize, Just(usize::MAX)],
        ) {
            let records: RoaringBitmap = records.into_iter().collect();
            let met = numbers.iter().copied().filter(|number| records.contains(*number));
            let expected: Vec<u32> = met.skip(skipped).take(most).collect();
            prop_assert_eq!(Ordered::new(numbers).among(&records, skipped, most), expected);
        }
    }
}
