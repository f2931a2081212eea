//! Stories 3, 4 and 10: what a member has bought, and that an auditor can prove what became of the money.

use std::process::{Command, Output};

use futures_util::future::join_all;
use serde_json::json;
use touchstone::{
    permissions::Role,
    platform::ids::{IdKind, encode},
};

use crate::{
    both_databases,
    funds::acts as moves_money,
    purchases::{Cast, acts, first_item, moves, reads, row},
    support::{Asks as _, World, draft, with},
};

/// Runs the program on the world's database and folder, as an operator does.
fn runs(world: &World, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_touchstone"));
    command.args(["--database-url", &world.url, "--data-dir"]);
    command.arg(&world.folder).args(arguments).output().unwrap()
}

/// Insists that the money stands so.
async fn stands(cast: &Cast, sums: &[(&str, &str)]) {
    let balance = cast.treasury.balance().await;
    for (name, amount) in sums {
        assert_eq!(balance[*name]["amount"], *amount, "{name}: {balance}");
    }
}

both_databases! {
    async fn story_3_a_member_asks_for_three_and_two_are_approved(world: World) {
        let cast = Cast::with_money(&world, "250.00").await;
        let bolt = world.brand("Bolt").await;
        let owner = bolt.admin().await;
        let lead = owner.prepares_from(draft(&cast.acme)).await;
        owner.shares(&lead, &[&cast.acme]).await.ok();
        // In one person, who has a second role.
        let both = cast.acme.person(&[Role::Mi, Role::Mf]).await;
        let answer = json!({ "verdict": "NEEDS_TEST_PURCHASE", "reason": "cannot be told from pictures", "testPurchases": 3 });
        both.on_delivery("answerDelivery", &lead, &cast.acme, answer).await.ok();
        let delivery = encode(IdKind::Delivery, lead.delivery_to(&cast.acme).await.id);
        let wish = json!({ "itemId": first_item(&both, &lead).await, "deliveryId": delivery, "quantity": 3, "expectedShipping": "0.00" });
        let made = acts(&both, "requestPurchase", cast.wish(wish)).await.ok();
        let id = made.text("/requestPurchase/purchase/id");
        stands(&cast, &[("available", "250.00"), ("held", "0.00"), ("shortfall", "50.00")]).await;

        world.nothing_changes(async {
            moves(&both, "approvePurchase", &id, json!({ "quantity": 2 })).await.refused_with("FOUR_EYES");
            moves(&cast.finance, "approvePurchase", &id, json!({})).await.refused_with("INSUFFICIENT_FUNDS");
        }).await;
        let approved = moves(&cast.finance, "approvePurchase", &id, json!({ "quantity": 2 })).await.ok();
        assert_eq!(approved.number("/approvePurchase/purchase/approvedQuantity"), 2);
        stands(&cast, &[("available", "50.00"), ("held", "200.00"), ("shortfall", "0.00"), ("captured", "0.00")]).await;
        let own = reads(&both, &id).await.ok();
        assert_eq!(own.text("/purchase/money/held/amount"), "200.00");
        assert_eq!(own.text("/purchase/money/captured/amount"), "0.00", "approved is not paid");
        cast.treasury.is_right().await;
    }

    async fn story_4_an_order_costs_less_than_was_held_and_a_part_comes_back(world: World) {
        let cast = Cast::of(&world).await;
        let id = cast.assigned(json!({})).await;
        stands(&cast, &[("held", "330.00"), ("available", "670.00")]).await;
        let order = cast.order(&cast.buyer, "250.00", json!({})).await;
        let at_once = (0..20).map(|number| {
            let key = json!({ "idempotencyKey": format!("order {number}") });
            moves(&cast.buyer, "orderPurchase", &id, with(order.clone(), key))
        });
        let answers = join_all(at_once).await;
        assert_eq!(answers.iter().filter(|answer| answer.error_code().is_none()).count(), 1, "one wins");
        stands(&cast, &[("held", "0.00"), ("captured", "250.00"), ("available", "750.00"), ("bank", "750.00")]).await;

        let hold = encode(IdKind::FundHold, row(&world, &id).await.hold_id.unwrap());
        let refund = |amount: &str, reference: &str| json!({
            "idempotencyKey": world.id().to_string(), "fundHoldId": hold, "amount": amount, "bankReference": reference,
        });
        let manager = &cast.treasury.manager;
        moves_money(manager, "recordRefund", refund("200.00", "REF-1")).await.ok();
        world.nothing_changes(async {
            moves_money(manager, "recordRefund", refund("50.01", "REF-2")).await.refused_with("INSUFFICIENT_FUNDS");
        }).await;
        stands(&cast, &[("refunded", "200.00"), ("available", "950.00"), ("bank", "950.00")]).await;
        assert_eq!(reads(&cast.requester, &id).await.ok().text("/purchase/money/refunded/amount"), "200.00");
        cast.treasury.is_right().await;
        let proof = runs(&world, &["fund", "verify"]);
        assert!(proof.status.success(), "{proof:?}");
    }

    async fn story_10_an_auditor_proves_what_the_bank_owes_and_that_no_byte_of_evidence_has_changed(world: World) {
        let cast = Cast::of(&world).await;
        cast.received(&["S-1", "S-2"]).await;
        cast.assigned(json!({ "quantity": 1 })).await;
        cast.treasury.agreed("proposePeriodClose", json!({ "fundId": cast.treasury.fund })).await;
        // What comes later is of the next period.
        world.after_days(1);
        cast.treasury.contributes("5.00", "IN-LATE").await;

        let document = "query($id: ID!) { fund(id: $id) { periods { number closedAt hash lines { account { kind } \
            debits { amount } credits { amount } } } } }";
        let found = cast.treasury.auditor.graphql(document, json!({ "id": cast.treasury.fund })).await.ok();
        let periods = found.list("/fund/periods");
        let period = periods.iter().find(|period| period["number"] == 1).unwrap();
        let minor = |amount: &serde_json::Value| -> i64 {
            amount["amount"].as_str().unwrap().replace('.', "").parse().unwrap()
        };
        let (mut bank, mut owed) = (0_i64, 0_i64);
        for line in period["lines"].as_array().unwrap() {
            let (debits, credits) = (minor(&line["debits"]), minor(&line["credits"]));
            match line["account"]["kind"].as_str().unwrap() {
                "BANK" => bank += debits - credits,
                _ => owed += credits - debits,
            }
        }
        assert_eq!((bank, owed), (75_000, 75_000), "as of that day, without what came later: {period}");
        for arguments in [["fund", "verify"], ["evidence", "verify"]] {
            let proof = runs(&world, &arguments);
            assert!(proof.status.success(), "{arguments:?}: {proof:?}");
        }
        assert!(world.evidence_faults().await.is_empty());

        // One byte is enough to be found out.
        let piece = cast.piece(&cast.requester, &cast.lead, &crate::support::picture(200), "PHOTO").await;
        std::fs::write(piece.path().await, b"not what it was").unwrap();
        let proof = runs(&world, &["evidence", "verify"]);
        assert_eq!(proof.status.code(), Some(1), "{proof:?}");
    }
}
