//! From a wish to what is in the store room, and how it comes to nothing.

use serde_json::json;
use touchstone::{funds, platform::ids::IdKind};

use super::{Cast, acts, lists, moves, reads, row, told};
use crate::{
    both_databases,
    support::{picture, with},
};

both_databases! {
    async fn a_purchase_goes_from_a_wish_to_samples_under_custody(world: World) {
        let cast = Cast::of(&world).await;
        let id = cast.requested(json!({})).await;
        assert_eq!(cast.treasury.sum("shortfall").await, "0.00");
        let approved = moves(&cast.finance, "approvePurchase", &id, json!({})).await.ok();
        assert_eq!(approved.text("/approvePurchase/purchase/state"), "APPROVED");
        assert_eq!(approved.text("/approvePurchase/purchase/money/held/amount"), "330.00");
        let identity = cast.identity(&cast.buyer, json!({}));
        moves(&cast.desk, "assignPurchase", &id, identity).await.ok();
        let order = cast.order(&cast.buyer, "250.00", json!({})).await;
        moves(&cast.buyer, "orderPurchase", &id, order).await.ok();
        for (name, amount) in [("captured", "250.00"), ("held", "0.00"), ("available", "750.00")] {
            assert_eq!(cast.treasury.sum(name).await, amount, "what is left goes back: {name}");
        }
        moves(&cast.buyer, "shipPurchase", &id, json!({ "parcelNumber": "SF-1" })).await.ok();
        let receipt = cast.receipt(&cast.buyer, &cast.lead, &["S-1", "S-2"]).await;
        let received = moves(&cast.buyer, "receivePurchase", &id, receipt).await.ok();
        assert_eq!(received.text("/receivePurchase/purchase/state"), "RECEIVED");
        assert_eq!(received.texts("/receivePurchase/purchase/samples", "/seal"), ["S-1", "S-2"]);
        let kinds = reads(&cast.requester, &id).await.ok().texts("/purchase/timeline", "/kind");
        assert_eq!(kinds, ["REQUESTED", "APPROVED", "ASSIGNED", "ORDERED", "SHIPPED", "RECEIVED"]);
        cast.treasury.is_right().await;
    }

    async fn what_is_refused_or_given_up_holds_nothing_any_more(world: World) {
        let cast = Cast::of(&world).await;
        let refused = cast.requested(json!({})).await;
        let answer = moves(&cast.finance, "rejectPurchase", &refused, json!({ "reason": "too dear" })).await.ok();
        assert_eq!(answer.text("/rejectPurchase/purchase/state"), "REJECTED");
        let given_up = cast.assigned(json!({})).await;
        assert_eq!(cast.treasury.sum("held").await, "330.00");
        world.nothing_changes(async {
            moves(&cast.finance, "cancelPurchase", &given_up, json!({ "reason": "no" })).await.refused_with("FORBIDDEN");
        }).await;
        moves(&cast.requester, "cancelPurchase", &given_up, json!({ "reason": "the shop is gone" })).await.ok();
        assert_eq!((cast.treasury.sum("held").await, cast.treasury.sum("available").await), ("0.00".to_owned(), "1000.00".to_owned()));
        world.nothing_changes(async {
            for (by, mutation, more) in [
                (&cast.finance, "approvePurchase", json!({})),
                (&cast.requester, "cancelPurchase", json!({ "reason": "again" })),
                (&cast.desk, "assignPurchase", cast.identity(&cast.buyer, json!({}))),
            ] {
                moves(by, mutation, &given_up, more).await.refused_with("TRANSITION_NOT_ALLOWED");
            }
        }).await;
        cast.treasury.is_right().await;
    }

    async fn what_nobody_ordered_in_time_goes_back_by_itself(world: World) {
        let cast = Cast::of(&world).await;
        let id = cast.assigned(json!({})).await;
        let order = cast.order(&cast.buyer, "250.00", json!({})).await;
        world.after_days(15);
        world.nothing_changes(async {
            moves(&cast.buyer, "orderPurchase", &id, order).await.refused_with("TRANSITION_NOT_ALLOWED");
        }).await;
        funds::jobs::expire(&world.app).await.unwrap();
        assert_eq!(row(&world, &id).await.state, "HOLD_EXPIRED");
        assert_eq!((cast.treasury.sum("held").await, cast.treasury.sum("available").await), ("0.00".to_owned(), "1000.00".to_owned()));
        cast.treasury.is_right().await;
    }

    async fn what_did_not_come_leaves_a_refund_that_is_expected_until_it_is_there_or_given_up(world: World) {
        let cast = Cast::of(&world).await;
        let id = cast.ordered().await;
        let lost = json!({ "failure": "LOST", "reason": "the carrier lost it", "refundExpected": "250.00" });
        let failed = moves(&cast.buyer, "failPurchase", &id, lost).await.ok();
        assert_eq!(failed.text("/failPurchase/purchase/state"), "LOST");
        assert_eq!(failed.text("/failPurchase/purchase/refund/expected/amount"), "250.00");
        assert_eq!(cast.treasury.sum("refunded").await, "0.00", "what is expected is no posting");
        world.nothing_changes(async {
            moves(&cast.requester, "waivePurchaseRefund", &id, json!({ "reason": "gone" })).await.refused_with("FORBIDDEN");
        }).await;
        let waived = moves(&cast.finance, "waivePurchaseRefund", &id, json!({ "reason": "the shop is gone" })).await.ok();
        assert!(!waived.data("/waivePurchaseRefund/purchase/refund/settledAt").is_null());
        assert_eq!(row(&world, &id).await.state, "CLOSED", "nothing is open any more");
    }

    async fn more_is_not_expected_back_than_was_paid(world: World) {
        let cast = Cast::of(&world).await;
        let id = cast.ordered().await;
        let more = json!({ "failure": "NOT_DELIVERED", "reason": "nothing came", "refundExpected": "250.01" });
        world.nothing_changes(moves(&cast.buyer, "failPurchase", &id, more)).await.refused_with("BAD_USER_INPUT");
    }

    async fn those_whom_it_concerns_are_told_at_each_turn(world: World) {
        let cast = Cast::of(&world).await;
        let id = cast.requested(json!({})).await;
        world.notified().await;
        assert_eq!(told(&cast.finance).await, ["PURCHASE_APPROVAL"]);
        moves(&cast.finance, "approvePurchase", &id, json!({})).await.ok();
        world.notified().await;
        assert!(told(&cast.requester).await.contains(&"PURCHASE_DECIDED".to_owned()));
        assert!(told(&cast.desk).await.contains(&"PURCHASE_WAITS".to_owned()));
        let identity = cast.identity(&cast.buyer, json!({}));
        moves(&cast.desk, "assignPurchase", &id, identity).await.ok();
        world.notified().await;
        assert!(told(&cast.buyer).await.contains(&"PURCHASE_ASSIGNED".to_owned()));
        let stranger = world.brand("Bolt").await.admin().await;
        assert!(told(&stranger).await.is_empty());
    }

    async fn what_cannot_be_is_said_by_its_field(world: World) {
        let cast = Cast::of(&world).await;
        let stale = json!({ "expectedVersion": 7 });
        for (more, field) in [
            (json!({ "quantity": 0 }), "quantity"),
            (json!({ "quantity": 101 }), "quantity"),
            (json!({ "reason": " " }), "reason"),
            (json!({ "maxUnitPrice": "0.00" }), "maxUnitPrice"),
            (json!({ "maxUnitPrice": "1.001" }), "maxUnitPrice"),
            (json!({ "expectedFees": "-1.00" }), "expectedFees"),
            (json!({ "sellerSubjectId": world.unknown(IdKind::Subject) }), "sellerSubjectId"),
        ] {
            let refused = world.nothing_changes(acts(&cast.requester, "requestPurchase", cast.wish(more.clone()))).await;
            refused.refused_with("BAD_USER_INPUT");
            assert_eq!(refused.error_field().as_deref(), Some(field), "{more}: {refused}");
        }
        let id = cast.requested(json!({})).await;
        world.nothing_changes(async {
            moves(&cast.finance, "approvePurchase", &id, stale).await.refused_with("STALE_VERSION");
            moves(&cast.finance, "approvePurchase", &id, json!({ "quantity": 4 })).await.refused_with("BAD_USER_INPUT");
        }).await;
    }

    async fn an_order_is_proved_by_the_lead_s_own_evidence_and_a_receipt_by_a_film(world: World) {
        let cast = Cast::of(&world).await;
        let id = cast.assigned(json!({})).await;
        let order = cast.order(&cast.buyer, "250.00", json!({})).await;
        let other = cast.requester.prepares(&cast.acme).await;
        let elsewhere = cast.piece(&cast.requester, &other, &picture(50), "SCREENSHOT").await;
        world.nothing_changes(async {
            for (more, field) in [
                (json!({ "listingEvidenceId": elsewhere.public_id() }), "listingEvidenceId"),
                (json!({ "proofEvidenceId": order["listingEvidenceId"] }), "proofEvidenceId"),
                (json!({ "evidenceIds": [world.unknown(IdKind::Evidence)] }), "evidenceIds"),
                (json!({ "costs": [{ "kind": "SHIPPING", "amount": "5.00" }] }), "costs"),
            ] {
                let refused = moves(&cast.buyer, "orderPurchase", &id, with(order.clone(), more.clone())).await;
                assert_eq!(refused.error_field().as_deref(), Some(field), "{more}: {refused}");
            }
        }).await;
        moves(&cast.buyer, "orderPurchase", &id, order.clone()).await.ok();
        let receipt = cast.receipt(&cast.buyer, &cast.lead, &["S-1"]).await;
        world.nothing_changes(async {
            for (more, field) in [
                (json!({ "videoEvidenceId": order["listingEvidenceId"] }), "videoEvidenceId"),
                (json!({ "seals": ["S-1", "S-1"] }), "seals"),
                (json!({ "seals": [] }), "seals"),
                (json!({ "seals": ["S-1", "S-2", "S-3", "S-4"] }), "seals"),
            ] {
                let refused = moves(&cast.buyer, "receivePurchase", &id, with(receipt.clone(), more.clone())).await;
                assert_eq!(refused.error_field().as_deref(), Some(field), "{more}: {refused}");
            }
        }).await;
    }

    async fn a_list_is_narrowed_by_what_is_asked(world: World) {
        let cast = Cast::of(&world).await;
        let (first, second) = (cast.requested(json!({})).await, cast.assigned(json!({ "quantity": 1 })).await);
        assert_eq!(lists(&cast.requester, json!({})).await, [second.clone(), first.clone()]);
        assert_eq!(lists(&cast.finance, json!({ "awaitingMe": true })).await, std::slice::from_ref(&first));
        assert_eq!(lists(&cast.buyer, json!({ "buyerIsMe": true })).await, std::slice::from_ref(&second));
        assert_eq!(lists(&cast.requester, json!({ "states": ["ASSIGNED"] })).await, std::slice::from_ref(&second));
        assert_eq!(lists(&cast.requester, json!({ "leadId": cast.lead.public_id() })).await.len(), 2);
        assert!(lists(&cast.requester, json!({ "brandId": world.unknown(IdKind::Brand) })).await.is_empty());
    }
}
