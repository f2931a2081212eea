//! What changes after a step was taken: a mandate ends, a price goes up, a seller pays back in parts, the owner of a lead minds.

use sea_orm::{ActiveValue::Set, ColumnTrait as _, EntityTrait as _, QueryFilter as _};
use serde_json::{Value, json};
use touchstone::{
    permissions::Role,
    platform::{
        clock::micros,
        ids::{IdKind, encode},
    },
};
use uuid::Uuid;

use super::{Cast, acts, first_item, moves, reads, reveals, row};
use crate::{
    both_databases,
    funds::acts as moves_money,
    support::{Asks as _, Mandate, Person, draft, with},
};

/// What is done before an order, and none of which is done by who may not buy any more.
const BEFORE_AN_ORDER: [&str; 3] = ["ORDER", "ASK_TOP_UP", "REVEAL"];

/// A purchase that was approved and given to this buyer.
async fn given_to(cast: &Cast, buyer: &Person, number: u8) -> String {
    let id = cast.requested(json!({})).await;
    moves(&cast.finance, "approvePurchase", &id, json!({})).await.ok();
    let identity = json!({ "buyerId": buyer.public_id(), "alias": format!("Wen {number}"), "account": format!("wen_{number}"),
        "shipTo": format!("Lane {number}"), "acknowledgeWarnings": true });
    moves(&cast.desk, "assignPurchase", &id, identity).await.ok();
    id
}

/// Insists that somebody who was named spends nothing of what is held for a purchase, and is not told that it may.
async fn spends_nothing(cast: &Cast, buyer: &Person, id: &str) {
    let order = cast.order(&cast.requester, "250.00", json!({})).await;
    let wish = json!({ "idempotencyKey": "more", "amount": "70.00", "reason": "the price was raised" });
    let before = (cast.treasury.sum("held").await, cast.treasury.sum("captured").await);
    cast.world
        .nothing_changes(async {
            moves(buyer, "orderPurchase", id, order).await.refused_with("FORBIDDEN");
            moves(buyer, "askPurchaseTopUp", id, wish)
                .await
                .refused_with("FORBIDDEN");
            reveals(buyer, id).await.refused_with("FORBIDDEN");
        })
        .await;
    assert_eq!(
        (cast.treasury.sum("held").await, cast.treasury.sum("captured").await),
        before
    );
    let steps = reads(buyer, id).await.ok().data("/purchase/allowedActions").clone();
    for step in BEFORE_AN_ORDER {
        assert!(!steps.as_array().unwrap().contains(&json!(step)), "{steps}");
    }
}

/// A purchase of the programme's money that the desk gave to its buyer, with two who had to approve it, or one.
async fn of_program(cast: &Cast, allocation: &str, quantity: i32, approvers: &[&Person]) -> String {
    let id = cast
        .requested(json!({ "allocationId": allocation, "quantity": quantity }))
        .await;
    for approver in approvers {
        moves(approver, "approvePurchase", &id, json!({})).await.ok();
    }
    let identity = cast.identity(&cast.buyer, json!({ "acknowledgeWarnings": true }));
    moves(&cast.desk, "assignPurchase", &id, identity).await.ok();
    id
}

/// Something comes back from a seller.
async fn pays_back(cast: &Cast, id: &str, amount: &str, reference: &str) {
    let hold = encode(IdKind::FundHold, row(&cast.world, id).await.hold_id.unwrap());
    let input = json!({ "idempotencyKey": cast.world.id().to_string(), "fundHoldId": hold, "amount": amount,
        "bankReference": reference });
    moves_money(&cast.treasury.manager, "recordRefund", input).await.ok();
}

both_databases! {
    async fn i15_a_buyer_whose_mandate_has_ended_spends_nothing_any_more(world: World) {
        let cast = Cast::of(&world).await;
        let firm = world.agent_firm("Firm").await;
        firm.mandate(&cast.acme, Mandate { days: -1..5, ..Mandate::default() }).await;
        let agent = firm.person(&[Role::Mc]).await;
        let (ordered, open) = (given_to(&cast, &agent, 1).await, given_to(&cast, &agent, 2).await);
        let order = cast.order(&cast.requester, "250.00", json!({})).await;
        moves(&agent, "orderPurchase", &ordered, order).await.ok();
        let steps = reads(&agent, &open).await.ok().data("/purchase/allowedActions").clone();
        for step in BEFORE_AN_ORDER {
            assert!(steps.as_array().unwrap().contains(&json!(step)), "as long as the mandate holds: {steps}");
        }
        world.after_days(6);
        spends_nothing(&cast, &agent, &open).await;
        // What was ordered before is seen to its end.
        moves(&agent, "failPurchase", &ordered, json!({ "failure": "LOST", "reason": "gone" })).await.ok();
        cast.treasury.is_right().await;
    }

    async fn i15_a_buyer_who_is_not_of_the_brand_any_more_spends_nothing(world: World) {
        use entity::brand_scope::{ActiveModel, Column, Entity};
        let cast = Cast::of(&world).await;
        let mut acme = cast.acme.clone();
        let other = acme.add_brand("Acme Kids").await;
        let buyer = acme.person_for(&[Role::Mi], &cast.acme.brands).await;
        let id = given_to(&cast, &buyer, 1).await;
        let db = world.app.db.write();
        Entity::delete_many().filter(Column::PersonId.eq(buyer.id)).exec(db).await.unwrap();
        let scope = ActiveModel { person_id: Set(buyer.id), brand_id: Set(other) };
        Entity::insert(scope).exec_without_returning(db).await.unwrap();
        world.authorization_changed().await;
        spends_nothing(&cast, &buyer, &id).await;
    }

    /// Above the threshold two people say yes to the whole sum; none of them says it for both.
    async fn i08_who_approved_does_not_agree_alone_to_more_above_the_threshold(world: World) {
        let cast = Cast::of(&world).await;
        let (_, allocation) = cast.program(json!({})).await;
        let (first, second) = (&cast.treasury.manager, &cast.treasury.second);
        let third = cast.secretariat.person(&[Role::Fm]).await;
        let wish = json!({ "idempotencyKey": "more", "amount": "100.00", "reason": "the price was raised" });
        // 330.00 and then 430.00 of 200.00: both have approved; 130.00 and then 230.00: one has.
        let (dear, cheap) = (of_program(&cast, &allocation, 3, &[first, second]).await, of_program(&cast, &allocation, 1, &[first]).await);
        let held = cast.treasury.sum("held").await;
        for (id, refused, agrees) in [(&dear, vec![first, second], &third), (&cheap, vec![first], second)] {
            let key = json!({ "idempotencyKey": id });
            moves(&cast.buyer, "askPurchaseTopUp", id, with(wish.clone(), key)).await.ok();
            world.nothing_changes(async {
                for by in refused {
                    moves(by, "approvePurchaseTopUp", id, json!({})).await.refused_with("FOUR_EYES");
                }
            }).await;
            moves(agrees, "approvePurchaseTopUp", id, json!({})).await.ok();
        }
        assert_eq!((held.as_str(), cast.treasury.sum("held").await.as_str()), ("460.00", "660.00"));
        cast.treasury.is_right().await;
    }

    async fn i04_what_came_back_before_does_not_count_towards_what_is_still_expected(world: World) {
        let cast = Cast::of(&world).await;
        let id = cast.ordered().await;
        pays_back(&cast, &id, "100.00", "REF-1").await;
        assert_eq!(row(&world, &id).await.state, "ORDERED");
        let lost = |amount: &str| json!({ "failure": "SELLER_CANCELLED", "reason": "sold out", "refundExpected": amount });
        world.nothing_changes(async {
            let more = moves(&cast.buyer, "failPurchase", &id, lost("150.01")).await;
            assert_eq!(more.error_field().as_deref(), Some("refundExpected"), "{more}");
        }).await;
        moves(&cast.buyer, "failPurchase", &id, lost("150.00")).await.ok();
        for (amount, reference, came, settled, state) in [
            ("100.00", "REF-2", "200.00", false, "SELLER_CANCELLED"),
            ("50.00", "REF-3", "250.00", true, "CLOSED"),
        ] {
            pays_back(&cast, &id, amount, reference).await;
            let read = reads(&cast.finance, &id).await.ok();
            assert_eq!(read.text("/purchase/refund/received/amount"), came);
            assert_eq!(read.text("/purchase/refund/expected/amount"), "250.00");
            assert_eq!(!read.data("/purchase/refund/settledAt").is_null(), settled, "{read}");
            assert_eq!(read.text("/purchase/state"), state);
        }
        cast.treasury.is_right().await;
    }

    /// Ids of one moment come in no order where nobody sees to it; here the end has the first one.
    async fn the_end_of_a_purchase_stands_at_the_end_of_its_timeline(world: World) {
        let cast = Cast::of(&world).await;
        let id = cast.ordered().await;
        let purchase: Uuid = row(&world, &id).await.id;
        for kind in ["CLOSED", "LOST"] {
            let event = entity::purchase_event::ActiveModel {
                id: Set(world.id()),
                purchase_id: Set(purchase),
                kind: Set(kind.to_owned()),
                at: Set(micros(world.now())),
                actor_id: Set(None),
                note: Set(None),
            };
            let event = entity::purchase_event::Entity::insert(event);
            event.exec_without_returning(world.app.db.write()).await.unwrap();
        }
        let kinds = reads(&cast.requester, &id).await.ok().texts("/purchase/timeline", "/kind");
        assert_eq!(kinds[kinds.len() - 2..], ["LOST", "CLOSED"]);
    }

    /// The desk sees every lead, and buys from none whose owner does not permit it.
    async fn the_desk_buys_nothing_from_a_lead_whose_owner_permits_no_purchases(world: World) {
        let cast = Cast::of(&world).await;
        let (money, admin) = (cast.alliance_money().await, cast.acme.admin().await);
        let handling = |permitted: &str| json!({ "handling": { "permittedActions": permitted } });
        let wish = async |permitted: &str| {
            let lead = admin.prepares_from(with(draft(&cast.acme), handling(permitted))).await;
            let item = first_item(&admin, &lead).await;
            (cast.wish(json!({ "allocationId": money, "itemId": item, "quantity": 1 })), item)
        };
        for permitted in ["NONE", "INTERNAL_ONLY"] {
            let (asked, item) = wish(permitted).await;
            let refused = world.nothing_changes(acts(&cast.desk, "requestPurchase", asked)).await;
            refused.refused_with("BAD_USER_INPUT");
            assert_eq!(refused.error_field().as_deref(), Some("itemId"), "{permitted}: {refused}");
            // Whoever owns the lead needs nobody's leave.
            acts(&cast.requester, "requestPurchase", cast.wish(json!({ "itemId": item, "quantity": 1 }))).await.ok();
        }
        acts(&cast.desk, "requestPurchase", wish("DIRECT").await.0).await.ok();
    }

    /// Who sees statements of the bank, and neither the ledger nor purchases, learns of none.
    async fn i21_where_orders_and_captures_differ_is_told_to_who_reads_the_ledger(world: World) {
        let cast = Cast::of(&world).await;
        let id = cast.ordered().await;
        let entries = cast.treasury.entries().await;
        let capture = entries.iter().find(|entry| entry["kind"] == "CAPTURE").unwrap();
        let mistake = json!({ "ledgerEntryId": capture["id"], "reason": "it was another order" });
        cast.treasury.agreed("proposeReversal", mistake).await;
        let document = "query($id: ID!) { bankReconciliation(fundId: $id, from: \"2026-03-01\", to: \"2026-03-31\") { \
            orderDifferences { kind purchaseId purchaseReference orderNumber } } }";
        let seen = async |by: &Person| -> Vec<Value> {
            let found = by.graphql(document, json!({ "id": cast.treasury.fund })).await.ok();
            found.list("/bankReconciliation/orderDifferences").clone()
        };
        let reference = row(&world, &id).await.reference;
        let told = json!([{ "kind": "ORDER_WITHOUT_LEDGER", "purchaseId": id, "purchaseReference": reference, "orderNumber": "T-2026-0001" }]);
        for by in [&cast.treasury.manager, &cast.treasury.auditor] {
            assert_eq!(json!(seen(by).await), told, "{}", by.name);
        }
        // Of the secretariat's administration.
        reads(&cast.treasury.first, &id).await.refused_with("FORBIDDEN");
        assert!(seen(&cast.treasury.first).await.is_empty());
    }
}
