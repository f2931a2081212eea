//! Entries before they are written, and what a set of them does to each account.

use std::collections::BTreeMap;

use uuid::Uuid;

use super::codes::{AccountKind, CostKind, EntryKind};
use crate::platform::error::{ErrorCode, Result};

/// An amount from the debit of one account to the credit of another one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Transfer {
    /// What it tells of.
    pub kind: EntryKind,
    /// The account that is debited.
    pub debit: Uuid,
    /// The account that is credited.
    pub credit: Uuid,
    /// Minor units, above 0.
    pub minor: i64,
    /// On what it was spent.
    pub cost_kind: Option<CostKind>,
    /// The hold it belongs to.
    pub hold: Option<Uuid>,
    /// The entry that it takes back, with the kind of that.
    pub reverses: Option<(Uuid, EntryKind)>,
    /// The entry in suspense that it gives a place.
    pub clears: Option<Uuid>,
}

impl Transfer {
    /// One of a kind.
    #[must_use]
    pub fn of(kind: EntryKind, debit: Uuid, credit: Uuid, minor: i64) -> Self {
        Self {
            kind,
            debit,
            credit,
            minor,
            cost_kind: None,
            hold: None,
            reverses: None,
            clears: None,
        }
    }

    /// The same, of a hold.
    #[must_use]
    pub fn of_hold(mut self, hold: Uuid) -> Self {
        self.hold = Some(hold);
        self
    }

    /// The same, spent on something.
    #[must_use]
    pub fn spent_on(mut self, cost_kind: CostKind) -> Self {
        self.cost_kind = Some(cost_kind);
        self
    }

    /// The same, giving a place to what was in suspense.
    #[must_use]
    pub fn clearing(mut self, entry: Uuid) -> Self {
        self.clears = Some(entry);
        self
    }

    /// What takes back an entry: the same amount the other way round.
    #[must_use]
    pub fn reversing(entry: Uuid, of: &Self) -> Self {
        Self {
            kind: EntryKind::Reversal,
            debit: of.credit,
            credit: of.debit,
            reverses: Some((entry, of.kind)),
            clears: None,
            ..of.clone()
        }
    }
}

/// What a set of entries adds to the counters of an account.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Effect {
    /// Minor units debited.
    pub debits: i64,
    /// Minor units credited.
    pub credits: i64,
}

/// What a set of entries does to each account, in the order of their ids: in that order they are locked.
///
/// # Errors
/// `BAD_USER_INPUT` where an amount is not above 0, or the sum is more than a counter takes.
pub fn effects(transfers: &[Transfer]) -> Result<BTreeMap<Uuid, Effect>> {
    let mut effects: BTreeMap<Uuid, Effect> = BTreeMap::new();
    for transfer in transfers {
        if transfer.minor <= 0 || transfer.debit == transfer.credit {
            return Err(ErrorCode::BadUserInput.into());
        }
        let debit = effects.entry(transfer.debit).or_default();
        debit.debits = debit
            .debits
            .checked_add(transfer.minor)
            .ok_or(ErrorCode::BadUserInput)?;
        let credit = effects.entry(transfer.credit).or_default();
        credit.credits = credit
            .credits
            .checked_add(transfer.minor)
            .ok_or(ErrorCode::BadUserInput)?;
    }
    Ok(effects)
}

/// The balance of an account of a kind: what it has grown by, less what it has shrunk by.
#[must_use]
pub fn balance(kind: AccountKind, debits: i64, credits: i64) -> i64 {
    match kind.is_debit_normal() {
        true => debits - credits,
        false => credits - debits,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn transfer(debit: u128, credit: u128, minor: i64) -> Transfer {
        Transfer::of(
            EntryKind::Contribution,
            Uuid::from_u128(debit),
            Uuid::from_u128(credit),
            minor,
        )
    }

    #[test]
    fn nothing_moves_by_nothing_or_to_itself() {
        for wrong in [transfer(1, 2, 0), transfer(1, 2, -1), transfer(1, 1, 5)] {
            assert!(effects(&[wrong]).is_err());
        }
        assert!(effects(&[transfer(1, 2, i64::MAX), transfer(1, 2, 1)]).is_err());
    }

    #[test]
    fn a_reversal_undoes_what_it_reverses() {
        let made = transfer(1, 2, 500).spent_on(CostKind::Goods);
        let back = Transfer::reversing(Uuid::from_u128(9), &made);
        assert_eq!(back.reverses, Some((Uuid::from_u128(9), EntryKind::Contribution)));
        for effect in effects(&[made, back]).unwrap().values() {
            assert_eq!(effect.debits, effect.credits);
        }
    }

    proptest! {
        #[test]
        fn i01_what_is_debited_is_credited(moves in prop::collection::vec((1..6_u128, 1..6_u128, 1..1_000_000_i64), 1..50)) {
            let transfers: Vec<Transfer> = moves
                .into_iter()
                .filter(|(debit, credit, _)| debit != credit)
                .map(|(debit, credit, minor)| transfer(debit, credit, minor))
                .collect();
            let effects = effects(&transfers).unwrap();
            let debits: i64 = effects.values().map(|effect| effect.debits).sum();
            let credits: i64 = effects.values().map(|effect| effect.credits).sum();
            prop_assert_eq!(debits, credits);
            // Bank is account 1: it is worth what all others are owed.
            let bank = effects.get(&Uuid::from_u128(1)).copied().unwrap_or_default();
            let owed: i64 = effects
                .iter()
                .filter(|(id, _)| **id != Uuid::from_u128(1))
                .map(|(_, effect)| balance(AccountKind::Pool, effect.debits, effect.credits))
                .sum();
            prop_assert_eq!(balance(AccountKind::Bank, bank.debits, bank.credits), owed);
        }
    }
}
