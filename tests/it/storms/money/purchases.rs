//! Test purchases in the storm: asked for, approved or refused, topped up, ordered, sent, received, given up, come to
//! nothing.

use std::collections::BTreeMap;

use rand::{RngExt as _, rngs::StdRng};
use serde_json::{Value, json};

use super::{
    notes::{Deed, Moves, Pot, Wish},
    people::Hall,
};

/// The places of the member's people and of the desk: two who ask and buy for each other, one who approves, one who says
/// who buys.
const BUYERS: [usize; 2] = [4, 5];
const APPROVER: usize = 6;
const DESK: usize = 7;

/// What the storm needs to ask for purchases: public ids.
#[derive(Debug, Clone, Default)]
pub(super) struct Goods {
    pub(super) item: String,
    pub(super) allocation: String,
    pub(super) listing: String,
    pub(super) proof: String,
    /// The film of an unpacking.
    pub(super) film: String,
}

/// A purchase as the clients know it.
#[derive(Debug, Clone)]
pub(super) struct Bought {
    id: String,
    version: i64,
    state: String,
    quantity: i64,
    asks: usize,
    /// Whether more money was asked for, and nobody decided it.
    wants_more: bool,
    has_asked: bool,
}

impl Bought {
    /// Whether something can still be done with it in this storm.
    pub(super) fn is_open(&self) -> bool {
        ["REQUESTED", "APPROVED", "ASSIGNED", "ORDERED", "SHIPPED"].contains(&self.state.as_str())
    }

    fn buys(&self) -> usize {
        BUYERS[usize::from(self.asks == BUYERS[0])]
    }
}

/// All of them.
pub(super) type Shelf = BTreeMap<String, Bought>;

/// What to ask of a payload.
pub(super) const PURCHASE: &str = "purchase { id version state }";
/// The same where samples came of it.
pub(super) const RECEIVED: &str = "purchase { id version state samples { id } }";

/// Whether a mutation is one of purchases.
pub(super) fn is_one(mutation: &str) -> bool {
    mutation.contains("Purchase") && !mutation.contains("Program")
}

/// Notes what became of a wish; what moved is told apart by the caller.
pub(super) fn note(shelf: &mut Shelf, wish: &Wish, purchase: &Value) {
    let id = purchase["id"].as_str().unwrap();
    let known = shelf.entry(id.to_owned()).or_insert_with(|| Bought {
        id: id.to_owned(),
        version: 0,
        state: String::new(),
        quantity: wish.input["quantity"].as_i64().unwrap_or(1),
        asks: wish.by,
        wants_more: false,
        has_asked: false,
    });
    let version = purchase["version"].as_i64().unwrap();
    if version >= known.version {
        known.version = version;
        purchase["state"].as_str().unwrap().clone_into(&mut known.state);
    }
    match wish.mutation {
        "askPurchaseTopUp" => (known.wants_more, known.has_asked) = (true, true),
        "approvePurchaseTopUp" => known.wants_more = false,
        _ => {}
    }
}

/// The next thing to be done with some purchase, or a new one is asked for.
pub(super) fn next(hall: &Hall, goods: &Goods, dice: &mut StdRng, key: &str, found: Option<Bought>) -> Wish {
    let Some(bought) = found else {
        return request(goods, dice, key);
    };
    match (bought.state.as_str(), dice.random_range(0..10_u32)) {
        ("REQUESTED", 0) | ("APPROVED", 0..3) | ("ASSIGNED", 0) => {
            step("cancelPurchase", bought.asks, &bought, json!({ "reason": "not so" }))
        }
        ("REQUESTED", 1) => step("rejectPurchase", APPROVER, &bought, json!({ "reason": "too dear" })),
        ("REQUESTED", _) => step("approvePurchase", APPROVER, &bought, json!({})),
        ("APPROVED", _) => {
            let buyer = &hall.people[bought.buys()];
            let whom = json!({
                "buyerId": buyer.public_id(), "alias": "Wang Fang", "shipTo": "1 Nanjing Road",
                "acknowledgeWarnings": true,
            });
            step("assignPurchase", DESK, &bought, whom)
        }
        ("ASSIGNED", _) if bought.wants_more => step("approvePurchaseTopUp", APPROVER, &bought, json!({})),
        ("ASSIGNED", 1..3) if !bought.has_asked => top_up(dice, key, &bought),
        ("ASSIGNED", _) => order(goods, dice, key, &bought),
        ("ORDERED", 0..5) => {
            let parcel = json!({ "carrier": "SF", "parcelNumber": format!("SF-{key}") });
            step("shipPurchase", bought.buys(), &bought, parcel)
        }
        (_, 5..7) => {
            let how = json!({ "failure": "NOT_DELIVERED", "reason": "it did not come" });
            step("failPurchase", bought.buys(), &bought, how)
        }
        _ => receipt(goods, key, &bought),
    }
}

fn request(goods: &Goods, dice: &mut StdRng, key: &str) -> Wish {
    let price = dice.random_range(50..500_i64);
    let more = json!({
        "itemId": goods.item, "quantity": dice.random_range(1..4_i32), "reason": key,
        "maxUnitPrice": format!("{price}.00"),
        "allocationId": goods.allocation, "purpose": "CIVIL", "notarised": false,
    });
    let by = BUYERS[dice.random_range(0..BUYERS.len())];
    keyed("requestPurchase", by, key, more, Vec::new())
}

fn top_up(dice: &mut StdRng, key: &str, bought: &Bought) -> Wish {
    let amount = format!("{}.00", dice.random_range(5..50_i64));
    let more = json!({
        "id": bought.id, "expectedVersion": bought.version, "amount": amount, "reason": key,
    });
    keyed("askPurchaseTopUp", bought.buys(), key, more, Vec::new())
}

/// It came, each piece under a seal of its own, with the film of its unpacking.
fn receipt(goods: &Goods, key: &str, bought: &Bought) -> Wish {
    let seals: Vec<String> = (1..=bought.quantity).map(|number| format!("{key}-{number}")).collect();
    let more = json!({
        "id": bought.id, "expectedVersion": bought.version, "videoEvidenceId": goods.film, "seals": seals, "place": key,
    });
    keyed("receivePurchase", bought.buys(), key, more, Vec::new())
}

/// It costs less than one unit does at most, or now and then more than is held, which is refused.
fn order(goods: &Goods, dice: &mut StdRng, key: &str, bought: &Bought) -> Wish {
    let minor = match dice.random_bool(0.1) {
        true => 100_000_000,
        false => dice.random_range(1_000..5_000_i64),
    };
    let by_card = dice.random_bool(0.4);
    let more = json!({
        "id": bought.id, "expectedVersion": bought.version, "orderNumber": key, "bankReference": key,
        "costs": [{ "kind": "GOODS", "amount": format!("{}.{:02}", minor / 100, minor % 100) }],
        "paidFrom": if by_card { "CARD" } else { "BANK" },
        "listingEvidenceId": goods.listing, "proofEvidenceId": goods.proof,
    });
    let paid = if by_card {
        (Pot::Card, minor)
    } else {
        (Pot::Bank, -minor)
    };
    keyed(
        "orderPurchase",
        bought.buys(),
        key,
        more,
        vec![(Pot::Member, -minor), paid],
    )
}

fn keyed(mutation: &'static str, by: usize, key: &str, more: Value, moves: Moves) -> Wish {
    let mut input = more;
    input["idempotencyKey"] = json!(key);
    Wish {
        mutation,
        by,
        input,
        deed: Deed::Purchase(moves),
    }
}

fn step(mutation: &'static str, by: usize, bought: &Bought, more: Value) -> Wish {
    let mut input = more;
    input["id"] = json!(bought.id);
    input["expectedVersion"] = json!(bought.version);
    Wish {
        mutation,
        by,
        input,
        deed: Deed::Purchase(Vec::new()),
    }
}
