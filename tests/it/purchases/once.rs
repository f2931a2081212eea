//! The same key with the same words is done once; with other words it is refused.

use serde_json::{Value, json};

use super::{Cast, acts, moves, row};
use crate::{
    both_databases,
    support::{Person, World, with},
};

/// Insists that a mutation that was sent is done once: again it says the same and changes nothing, in other words it is refused.
async fn once(world: &World, by: &Person, mutation: &str, input: Value, other: Value) {
    let first = acts(by, mutation, input.clone()).await.ok();
    let again = world.nothing_changes(acts(by, mutation, input.clone())).await.ok();
    let path = format!("/{mutation}/purchase/id");
    assert_eq!(first.text(&path), again.text(&path));
    let refused = world.nothing_changes(acts(by, mutation, with(input, other))).await;
    refused.refused_with("IDEMPOTENCY_MISMATCH");
}

/// What a mutation of a purchase is asked with now.
async fn now(by: &Person, id: &str, more: Value) -> Value {
    let version = row(&by.world, id).await.version;
    with(json!({ "id": id, "expectedVersion": version }), more)
}

both_databases! {
    async fn i06_a_purchase_is_asked_for_once(world: World) {
        let cast = Cast::of(&world).await;
        once(&world, &cast.requester, "requestPurchase", cast.wish(json!({})), json!({ "quantity": 2 })).await;
        assert_eq!(cast.treasury.sum("shortfall").await, "0.00");
    }

    async fn i06_more_money_is_asked_for_once(world: World) {
        let cast = Cast::of(&world).await;
        let id = cast.assigned(json!({})).await;
        let wish = json!({ "idempotencyKey": "more", "amount": "70.00", "reason": "the price was raised" });
        let input = now(&cast.buyer, &id, wish).await;
        once(&world, &cast.buyer, "askPurchaseTopUp", input, json!({ "amount": "71.00" })).await;
    }

    async fn i06_an_order_is_paid_once(world: World) {
        let cast = Cast::of(&world).await;
        let id = cast.assigned(json!({})).await;
        let order = cast.order(&cast.buyer, "250.00", json!({})).await;
        let input = now(&cast.buyer, &id, order).await;
        once(&world, &cast.buyer, "orderPurchase", input, json!({ "orderNumber": "T-2" })).await;
        assert_eq!(cast.treasury.sum("captured").await, "250.00");
        cast.treasury.is_right().await;
    }

    async fn i06_goods_arrive_once(world: World) {
        let cast = Cast::of(&world).await;
        let id = cast.ordered().await;
        let receipt = cast.receipt(&cast.buyer, &cast.lead, &["S-1", "S-2"]).await;
        let input = now(&cast.buyer, &id, receipt).await;
        once(&world, &cast.buyer, "receivePurchase", input, json!({ "seals": ["S-3"] })).await;
        let samples = super::reads(&cast.requester, &id).await.ok().list("/purchase/samples").len();
        assert_eq!(samples, 2);
    }

    async fn i31_what_was_seen_in_another_version_is_not_changed(world: World) {
        let cast = Cast::of(&world).await;
        let id = cast.ordered().await;
        let stale = json!({ "expectedVersion": 1 });
        world.nothing_changes(async {
            for (mutation, more) in [
                ("shipPurchase", json!({ "parcelNumber": "SF-1" })),
                ("failPurchase", json!({ "failure": "LOST", "reason": "gone" })),
            ] {
                moves(&cast.buyer, mutation, &id, with(more, stale.clone())).await.refused_with("STALE_VERSION");
            }
        }).await;
    }
}
