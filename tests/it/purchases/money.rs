//! What was approved is held, what was ordered is spent, the rest goes back, and of many at once one wins.

use futures_util::future::join_all;
use serde_json::json;

use super::{Cast, moves, row};
use crate::{
    both_databases,
    funds::acts as moves_money,
    support::{Response, with},
};

/// How many of these were done; the others were refused as somebody must be who comes too late.
fn done(answers: &[Response]) -> usize {
    let late = [
        "STALE_VERSION",
        "TRANSITION_NOT_ALLOWED",
        "INSUFFICIENT_FUNDS",
        "FOUR_EYES",
        "ALREADY_EXISTS",
    ];
    for answer in answers {
        assert!(answer.error_code().is_none_or(|code| late.contains(&code)), "{answer}");
    }
    answers.iter().filter(|answer| answer.error_code().is_none()).count()
}

both_databases! {
    async fn i03_of_twenty_who_order_the_same_purchase_one_does(world: World) {
        let cast = Cast::of(&world).await;
        let id = cast.assigned(json!({})).await;
        let order = cast.order(&cast.buyer, "250.00", json!({})).await;
        let at_once = (0..20).map(|number| {
            let key = json!({ "idempotencyKey": format!("order {number}"), "orderNumber": format!("T-{number}") });
            moves(&cast.buyer, "orderPurchase", &id, with(order.clone(), key))
        });
        assert_eq!(done(&join_all(at_once).await), 1);
        for (name, amount) in [("captured", "250.00"), ("held", "0.00"), ("available", "750.00"), ("bank", "750.00")] {
            assert_eq!(cast.treasury.sum(name).await, amount, "{name}");
        }
        cast.treasury.is_right().await;
    }

    async fn i03_the_same_order_sent_twenty_times_is_made_once(world: World) {
        let cast = Cast::of(&world).await;
        let id = cast.assigned(json!({})).await;
        let order = cast.order(&cast.buyer, "250.00", json!({ "bankReference": "OUT-1" })).await;
        let at_once = (0..20).map(|_| moves(&cast.buyer, "orderPurchase", &id, order.clone()));
        let answers = join_all(at_once).await;
        assert!(answers.iter().any(|answer| answer.error_code().is_none()));
        assert_eq!(cast.treasury.sum("captured").await, "250.00");
        cast.treasury.is_right().await;
    }

    async fn i02_of_twenty_that_are_approved_at_once_as_many_are_as_there_is_money_for(world: World) {
        let cast = Cast::of(&world).await;
        let mut ids = Vec::new();
        for _ in 0..20 {
            ids.push(cast.requested(json!({})).await);
        }
        let answers = join_all(ids.iter().map(|id| moves(&cast.finance, "approvePurchase", id, json!({})))).await;
        assert_eq!(done(&answers), 3, "330.00 each of 1,000.00");
        assert_eq!((cast.treasury.sum("held").await, cast.treasury.sum("available").await), ("990.00".to_owned(), "10.00".to_owned()));
        cast.treasury.is_right().await;
    }

    async fn i03_of_those_who_approve_cancel_and_refuse_at_once_one_wins(world: World) {
        let cast = Cast::of(&world).await;
        let id = cast.requested(json!({})).await;
        let (approved, refused, given_up) = tokio::join!(
            moves(&cast.finance, "approvePurchase", &id, json!({})),
            moves(&cast.finance, "rejectPurchase", &id, json!({ "reason": "too dear" })),
            moves(&cast.requester, "cancelPurchase", &id, json!({ "reason": "not any more" })),
        );
        assert_eq!(done(&[approved, refused, given_up]), 1);
        let held = row(&world, &id).await.state == "APPROVED";
        assert_eq!(cast.treasury.sum("held").await, if held { "330.00" } else { "0.00" });
        cast.treasury.is_right().await;
    }

    async fn i04_a_seller_pays_back_no_more_than_was_paid_and_then_the_purchase_is_settled(world: World) {
        let cast = Cast::of(&world).await;
        let id = cast.ordered().await;
        let lost = json!({ "failure": "SELLER_CANCELLED", "reason": "sold out", "refundExpected": "250.00" });
        moves(&cast.buyer, "failPurchase", &id, lost).await.ok();
        let hold = row(&world, &id).await.hold_id.unwrap();
        let hold = touchstone::platform::ids::encode(touchstone::platform::ids::IdKind::FundHold, hold);
        let refund = |amount: &str, reference: &str| json!({
            "idempotencyKey": world.id().to_string(), "fundHoldId": hold, "amount": amount, "bankReference": reference,
        });
        let manager = &cast.treasury.manager;
        moves_money(manager, "recordRefund", refund("100.00", "REF-1")).await.ok();
        assert_eq!(row(&world, &id).await.state, "SELLER_CANCELLED");
        world.nothing_changes(async {
            moves_money(manager, "recordRefund", refund("150.01", "REF-2")).await.refused_with("INSUFFICIENT_FUNDS");
        }).await;
        let both = (0..20).map(|number| moves_money(manager, "recordRefund", refund("150.00", &format!("REF-{}", 10 + number))));
        let answers = join_all(both).await;
        assert_eq!(done(&answers), 1, "the rest comes once");
        assert_eq!((cast.treasury.sum("refunded").await, cast.treasury.sum("available").await), ("250.00".to_owned(), "1000.00".to_owned()));
        assert_eq!(row(&world, &id).await.state, "CLOSED");
        cast.treasury.is_right().await;
    }

    async fn what_nobody_has_decided_is_the_shortfall_of_who_asks_for_it(world: World) {
        let cast = Cast::with_money(&world, "400.00").await;
        let (first, second) = (cast.requested(json!({})).await, cast.requested(json!({})).await);
        assert_eq!(cast.treasury.sum("shortfall").await, "260.00");
        world.nothing_changes(async {
            moves(&cast.requester, "approvePurchase", &first, json!({})).await.refused_with("FORBIDDEN");
        }).await;
        moves(&cast.finance, "approvePurchase", &first, json!({})).await.ok();
        world.nothing_changes(async {
            moves(&cast.finance, "approvePurchase", &second, json!({})).await.refused_with("INSUFFICIENT_FUNDS");
        }).await;
        moves(&cast.finance, "rejectPurchase", &second, json!({ "reason": "no money" })).await.ok();
        assert_eq!(cast.treasury.sum("shortfall").await, "0.00");
        cast.treasury.is_right().await;
    }
}
