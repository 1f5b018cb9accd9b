//! How far the audit trail was read. PostgreSQL gives an event its id before its transaction
//! commits, so an event can appear behind later ones, however long afterwards: ids that were
//! skipped are asked for again until no transaction is left that could have taken them.

/// Ids that were not there when later ones were.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gap {
    pub first: i64,
    pub last: i64,
    /// Only transactions with numbers below this one can hold these ids; `None` before it was
    /// asked for.
    held_below: Option<i64>,
}

/// How far listeners were told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reached {
    /// The newest event that they were told of.
    pub newest: i64,
    /// No event up to this one is still to come: whoever knows of it has missed nothing before.
    pub told_until: i64,
}

/// The newest event that was read, and what was skipped before it.
#[derive(Debug)]
pub struct Position {
    newest: i64,
    gaps: Vec<Gap>,
}

impl Position {
    /// Begins behind the newest events, which nobody has to hear of; those between them that are
    /// still to come are gaps. In ascending order.
    pub fn after(newest_events: &[i64]) -> Self {
        let first = newest_events.first().copied().unwrap_or_default();
        let mut position = Self {
            newest: first,
            gaps: Vec::new(),
        };
        for id in newest_events {
            position.pass(*id);
        }
        position
    }

    /// The newest event that was read.
    pub const fn newest(&self) -> i64 {
        self.newest
    }

    /// Something was skipped that may still come.
    pub const fn has_gaps(&self) -> bool {
        !self.gaps.is_empty()
    }

    /// What is still asked for again.
    pub fn gaps(&self) -> &[Gap] {
        &self.gaps
    }

    /// How far listeners were told.
    pub fn reached(&self) -> Reached {
        let before_gap = self.gaps.iter().map(|gap| gap.first - 1).min();
        Reached {
            newest: self.newest,
            told_until: before_gap.unwrap_or(self.newest),
        }
    }

    /// Notes that an event was read; `false` for one that was read before.
    pub fn pass(&mut self, id: i64) -> bool {
        if id > self.newest {
            if id > self.newest + 1 {
                self.gaps.push(Gap {
                    first: self.newest + 1,
                    last: id - 1,
                    held_below: None,
                });
            }
            self.newest = id;
            return true;
        }
        let holding = |gap: &Gap| (gap.first..=gap.last).contains(&id);
        let Some(place) = self.gaps.iter().position(holding) else {
            return false;
        };
        let gap = self.gaps.swap_remove(place);
        let halves = [
            Gap {
                last: id - 1,
                ..gap
            },
            Gap {
                first: id + 1,
                ..gap
            },
        ];
        let left = halves.into_iter().filter(|gap| gap.first <= gap.last);
        self.gaps.extend(left);
        true
    }

    /// Before a round reads: who holds the ids that earlier rounds skipped has a number below
    /// `next`, that of the next transaction to begin.
    pub fn bound_gaps(&mut self, next: i64) {
        for gap in &mut self.gaps {
            gap.held_below = gap.held_below.or(Some(next));
        }
    }

    /// After a round has read: forgets what nobody can fill any more, when `oldest` was the
    /// number of the oldest transaction that was running before the round read.
    pub fn forget_gaps(&mut self, oldest: i64) {
        self.gaps
            .retain(|gap| gap.held_below.is_none_or(|number| oldest < number));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn gaps(position: &Position) -> Vec<(i64, i64)> {
        let mut gaps: Vec<_> = position
            .gaps()
            .iter()
            .map(|gap| (gap.first, gap.last))
            .collect();
        gaps.sort_unstable();
        gaps
    }

    fn reached(position: &Position) -> (i64, i64) {
        let Reached { newest, told_until } = position.reached();
        (newest, told_until)
    }

    #[test]
    fn each_event_passes_once_in_whatever_order() {
        let mut position = Position::after(&[3, 4]);
        assert_eq!(reached(&position), (4, 4));
        assert!(position.pass(9));
        assert_eq!(
            (gaps(&position), reached(&position)),
            (vec![(5, 8)], (9, 4))
        );
        assert!(position.pass(7));
        assert_eq!(gaps(&position), [(5, 6), (8, 8)]);
        assert!(position.pass(5) && position.pass(6) && position.pass(8));
        assert_eq!((gaps(&position), reached(&position)), (vec![], (9, 9)));
        assert!((1..=9).all(|id| !position.pass(id)));
        assert_eq!(gaps(&Position::after(&[1, 4])), [(2, 3)]);
        assert_eq!(reached(&Position::after(&[])), (0, 0));
    }

    #[test]
    fn a_gap_is_forgotten_when_no_transaction_can_fill_it() {
        let mut position = Position::after(&[1, 3]);
        position.forget_gaps(30);
        assert_eq!(gaps(&position), [(2, 2)], "it was noticed just now");
        position.bound_gaps(21);
        position.forget_gaps(20);
        position.bound_gaps(40);
        position.forget_gaps(20);
        assert_eq!(gaps(&position), [(2, 2)], "number 20 may hold it");
        position.forget_gaps(21);
        assert_eq!((gaps(&position), reached(&position)), (vec![], (3, 3)));
    }
}
