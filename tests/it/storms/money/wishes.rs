//! What the people of the storm want, drawn by dice.

use rand::{RngExt as _, rngs::StdRng};
use serde_json::json;
use touchstone::platform::ids::{IdKind, encode};

use super::{
    notes::{Deed, Moves, Order, Pot, Suspended, Wish},
    people::{DECIDERS, Hall, MANAGERS},
};

/// An amount as clients write it.
fn text(minor: i64) -> String {
    format!("{}.{:02}", minor / 100, minor % 100)
}

/// One of those who keep funds.
fn manager(dice: &mut StdRng) -> usize {
    dice.random_range(0..MANAGERS)
}

/// Somebody else than one who keeps funds, who does so, too.
fn another(dice: &mut StdRng, than: usize) -> usize {
    (than + dice.random_range(1..MANAGERS)) % MANAGERS
}

/// Money comes in.
pub(super) fn contribution(hall: &Hall, dice: &mut StdRng, key: &str) -> Wish {
    let minor = dice.random_range(10_000..200_000_i64);
    let more = json!({
        "fundId": hall.fund, "organizationId": hall.member, "amount": text(minor), "bankReference": key,
    });
    let deed = Deed::Proposal(vec![(Pot::Bank, minor), (Pot::Pool, minor)], None);
    Wish::keyed("proposeContribution", manager(dice), key, more, deed)
}

/// The pool gives to the member, or takes back.
pub(super) fn allocation(hall: &Hall, dice: &mut StdRng, key: &str) -> Wish {
    let minor = dice.random_range(1_000..60_000_i64);
    let takes_back = dice.random_bool(0.3);
    let more = json!({
        "fundId": hall.fund, "organizationId": hall.member, "amount": text(minor), "takeBack": takes_back,
    });
    let given = if takes_back { -minor } else { minor };
    let deed = Deed::Proposal(vec![(Pot::Pool, -given), (Pot::Member, given)], None);
    Wish::keyed("proposeAllocation", manager(dice), key, more, deed)
}

/// An offender pays, and it is owed to the member.
pub(super) fn recovery(hall: &Hall, dice: &mut StdRng, key: &str) -> Wish {
    let minor = dice.random_range(1_000..20_000_i64);
    let more = json!({
        "fundId": hall.fund, "amount": text(minor), "bankReference": key,
        "shares": [{ "organizationId": hall.member, "weight": 1 }],
    });
    let deed = Deed::Proposal(vec![(Pot::Bank, minor), (Pot::Payable, minor)], None);
    Wish::keyed("proposeRecovery", manager(dice), key, more, deed)
}

/// A part of that is paid out, if there is as much.
pub(super) fn payout(hall: &Hall, dice: &mut StdRng, key: &str) -> Wish {
    let minor = dice.random_range(500..15_000_i64);
    let more = json!({
        "fundId": hall.fund, "organizationId": hall.member, "amount": text(minor), "bankReference": key,
    });
    let deed = Deed::Proposal(vec![(Pot::Bank, -minor), (Pot::Payable, -minor)], None);
    Wish::keyed("proposePayout", manager(dice), key, more, deed)
}

/// The open period is to be closed.
pub(super) fn period_close(hall: &Hall, dice: &mut StdRng, key: &str) -> Wish {
    let more = json!({ "fundId": hall.fund });
    Wish::keyed(
        "proposePeriodClose",
        manager(dice),
        key,
        more,
        Deed::Proposal(Vec::new(), None),
    )
}

/// An entry is to be taken back.
pub(super) fn reversal(dice: &mut StdRng, key: &str, entry: &str, (reference, moves): (String, Moves)) -> Wish {
    let more = json!({ "ledgerEntryId": entry });
    let deed = Deed::Proposal(moves, Some(reference));
    Wish::keyed("proposeReversal", manager(dice), key, more, deed)
}

/// The bank moved something that nobody can place.
pub(super) fn suspense(hall: &Hall, dice: &mut StdRng, key: &str) -> Wish {
    let minor = dice.random_range(100..5_000_i64);
    let is_out = dice.random_bool(0.4);
    let direction = if is_out { "OUT" } else { "IN" };
    let more = json!({ "fundId": hall.fund, "direction": direction, "amount": text(minor), "bankReference": key });
    let came = if is_out { -minor } else { minor };
    let deed = Deed::Posting(vec![(Pot::Bank, came), (Pot::Suspense, came)], None);
    Wish::keyed("recordSuspense", manager(dice), key, more, deed)
}

/// It finds its place: by another person, or now and then by the same one, which is refused.
pub(super) fn clearing(dice: &mut StdRng, key: &str, entry: &str, of: &Suspended) -> Wish {
    let minor = of.minor;
    let is_returned = dice.random_bool(0.3);
    let (target, moves) = match (of.is_out, is_returned) {
        (false, false) => ("POOL", vec![(Pot::Suspense, -minor), (Pot::Pool, minor)]),
        (false, true) => ("RETURN", vec![(Pot::Suspense, -minor), (Pot::Bank, -minor)]),
        (true, false) => ("CARD", vec![(Pot::Suspense, minor), (Pot::Card, -minor)]),
        (true, true) => ("RETURN", vec![(Pot::Suspense, minor), (Pot::Bank, minor)]),
    };
    let by = match dice.random_bool(0.1) {
        true => of.by,
        false => another(dice, of.by),
    };
    let more = json!({ "ledgerEntryId": entry, "target": target });
    let deed = Deed::Posting(moves, Some(of.reference.clone()));
    Wish::keyed("clearSuspense", by, key, more, deed)
}

/// Somebody says why it is there.
pub(super) fn explanation(dice: &mut StdRng, key: &str, entry: &str) -> Wish {
    let more = json!({ "ledgerEntryId": entry });
    Wish::keyed(
        "explainSuspense",
        manager(dice),
        key,
        more,
        Deed::Posting(Vec::new(), None),
    )
}

/// The bank pays what was paid by card.
pub(super) fn card_payment(hall: &Hall, dice: &mut StdRng, key: &str) -> Wish {
    let minor = dice.random_range(100..30_000_i64);
    let more = json!({ "fundId": hall.fund, "amount": text(minor), "bankReference": key });
    let deed = Deed::Posting(vec![(Pot::Card, -minor), (Pot::Bank, -minor)], None);
    Wish::keyed("recordCardPayment", manager(dice), key, more, deed)
}

/// A seller pays back.
pub(super) fn refund(hall: &Hall, dice: &mut StdRng, key: &str) -> Wish {
    let minor = dice.random_range(100..30_000_i64);
    let hold = &hall.holds[dice.random_range(0..hall.holds.len())];
    let more = json!({ "fundHoldId": hold, "amount": text(minor), "bankReference": key });
    let deed = Deed::Posting(vec![(Pot::Bank, minor), (Pot::Member, minor)], None);
    Wish::keyed("recordRefund", manager(dice), key, more, deed)
}

/// Somebody agrees to an order: mostly one who may.
pub(super) fn approval(dice: &mut StdRng, order: &Order) -> Wish {
    let everybody = 0..DECIDERS;
    let may = |by: &usize| *by != order.proposer && !order.approvers.contains(by);
    let those: Vec<usize> = match dice.random_bool(0.9) {
        true => everybody.clone().filter(may).collect(),
        false => everybody.collect(),
    };
    let by = those[dice.random_range(0..those.len())];
    step("approveFundOrder", by, order)
}

/// Somebody refuses an order, or takes it back.
pub(super) fn end(dice: &mut StdRng, order: &Order) -> Wish {
    match dice.random_bool(0.5) {
        true => step("withdrawFundOrder", order.proposer, order),
        false => {
            let mut wish = step("refuseFundOrder", another(dice, order.proposer), order);
            wish.input["reason"] = json!("not so");
            wish
        }
    }
}

fn step(mutation: &'static str, by: usize, order: &Order) -> Wish {
    Wish {
        mutation,
        by,
        input: json!({ "id": encode(IdKind::FundOrder, order.id), "expectedVersion": order.version }),
        deed: Deed::Step(order.id),
    }
}
