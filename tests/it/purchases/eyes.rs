//! Whoever asks, whoever approves and whoever buys are different people, and there is no path around an approval.

use serde_json::{Value, json};
use touchstone::permissions::Role;

use super::{Cast, acts, moves, row};
use crate::{
    both_databases,
    support::{Asks as _, Mandate, Person, with},
};

/// Whether a step was taken; what is refused changes nothing, and is refused for who takes it.
async fn tries(by: &Person, mutation: &str, id: &str, more: Value) -> bool {
    let before = row(&by.world, id).await;
    let answer = moves(by, mutation, id, more).await;
    if answer.error_code().is_none() {
        return true;
    }
    let code = answer.error_code().unwrap().to_owned();
    let expected = [
        "FORBIDDEN",
        "FOUR_EYES",
        "TRANSITION_NOT_ALLOWED",
        "BAD_USER_INPUT",
        "NOT_FOUND",
    ];
    assert!(expected.contains(&code.as_str()), "{mutation}: {answer}");
    assert_eq!(
        row(&by.world, id).await,
        before,
        "{mutation} was refused and changed something"
    );
    false
}

both_databases! {
    /// Every assignment of three people, each with every role that a member's people may hold, to the three parts of a purchase.
    async fn i11_i15_of_all_assignments_of_people_only_those_of_different_people_come_about(world: World) {
        let cast = Cast::with_money(&world, "20000.00").await;
        let all = [Role::Ma, Role::Mi, Role::Mf];
        let people = [cast.acme.person(&all).await, cast.acme.person(&all).await, cast.acme.person(&all).await];
        for (asks, requester) in people.iter().enumerate() {
            for (approves, approver) in people.iter().enumerate() {
                for (buys, buyer) in people.iter().enumerate() {
                    let what = format!("{asks} asks, {approves} approves, {buys} buys");
                    let made = acts(requester, "requestPurchase", cast.wish(json!({}))).await.ok();
                    let id = made.text("/requestPurchase/purchase/id");
                    let approved = tries(approver, "approvePurchase", &id, json!({})).await;
                    assert_eq!(approved, asks != approves, "{what}");
                    if !approved {
                        continue;
                    }
                    let identity = cast.identity(buyer, json!({ "acknowledgeWarnings": true }));
                    let assigned = tries(&cast.desk, "assignPurchase", &id, identity).await;
                    assert_eq!(assigned, buys != asks && buys != approves, "{what}");
                    for other in people.iter().filter(|other| assigned && other.id != buyer.id) {
                        assert!(!tries(other, "shipPurchase", &id, json!({ "parcelNumber": "1" })).await, "{what}");
                    }
                }
            }
        }
        cast.treasury.is_right().await;
    }

    async fn i15_a_second_role_makes_nobody_two(world: World) {
        let cast = Cast::of(&world).await;
        let both = cast.acme.person(&[Role::Mi, Role::Mf]).await;
        let made = acts(&both, "requestPurchase", cast.wish(json!({}))).await.ok();
        let id = made.text("/requestPurchase/purchase/id");
        world.nothing_changes(async {
            for mutation in ["approvePurchase", "rejectPurchase"] {
                moves(&both, mutation, &id, with(json!({}), reason(mutation))).await.refused_with("FOUR_EYES");
            }
        }).await;
        // The role is changed afterwards: the person is the same.
        let later = cast.requester.clone();
        let id = cast.requested(json!({})).await;
        gives_role(&later, Role::Mf).await;
        world.nothing_changes(async {
            moves(&later, "approvePurchase", &id, json!({})).await.refused_with("FOUR_EYES");
        }).await;
        moves(&cast.finance, "approvePurchase", &id, json!({})).await.ok();
    }

    /// An agent with powers of attorney of two members is one person for both.
    async fn i15_an_agent_of_both_sides_is_one_person(world: World) {
        let cast = Cast::of(&world).await;
        let firm = world.agent_firm("Firm").await;
        firm.mandate(&cast.acme, Mandate::default()).await;
        let bolt = world.brand("Bolt").await;
        firm.mandate(&bolt, Mandate::default()).await;
        let agent = firm.person(&[Role::Mc]).await;
        let made = acts(&agent, "requestPurchase", cast.wish(json!({}))).await.ok();
        let id = made.text("/requestPurchase/purchase/id");
        world.nothing_changes(async {
            moves(&agent, "approvePurchase", &id, json!({})).await.refused_with("FORBIDDEN");
        }).await;
        moves(&cast.finance, "approvePurchase", &id, json!({})).await.ok();
        world.nothing_changes(async {
            let identity = cast.identity(&agent, json!({}));
            let refused = moves(&cast.desk, "assignPurchase", &id, identity).await;
            refused.refused_with("FOUR_EYES");
            assert_eq!(refused.error_field().as_deref(), Some("buyerId"));
        }).await;
    }

    async fn i08_nothing_is_ordered_before_somebody_has_approved_it(world: World) {
        let cast = Cast::of(&world).await;
        let id = cast.requested(json!({})).await;
        let order = cast.order(&cast.buyer, "250.00", json!({})).await;
        world.nothing_changes(async {
            for paid_from in ["BANK", "CARD"] {
                let order = with(order.clone(), json!({ "paidFrom": paid_from }));
                for by in [&cast.buyer, &cast.desk, &cast.requester] {
                    moves(by, "orderPurchase", &id, order.clone()).await.refused_with("FORBIDDEN");
                }
            }
            let identity = cast.identity(&cast.buyer, json!({}));
            moves(&cast.desk, "assignPurchase", &id, identity).await.refused_with("TRANSITION_NOT_ALLOWED");
        }).await;
        assert_eq!((cast.treasury.sum("held").await, cast.treasury.sum("captured").await), ("0.00".to_owned(), "0.00".to_owned()));
    }

    async fn i08_a_card_spends_no_more_than_was_approved(world: World) {
        let cast = Cast::of(&world).await;
        let id = cast.assigned(json!({})).await;
        let order = cast.order(&cast.buyer, "330.01", json!({ "paidFrom": "CARD" })).await;
        world.nothing_changes(moves(&cast.buyer, "orderPurchase", &id, order.clone())).await.refused_with("INSUFFICIENT_FUNDS");
        let within = with(order, json!({ "costs": [{ "kind": "GOODS", "amount": "300.00" }, { "kind": "SHIPPING", "amount": "30.00" }] }));
        moves(&cast.buyer, "orderPurchase", &id, within).await.ok();
        let sums = (cast.treasury.sum("cardClearing").await, cast.treasury.sum("bank").await);
        assert_eq!(sums, ("330.00".to_owned(), "1000.00".to_owned()), "the card is paid with the statement");
        cast.treasury.is_right().await;
    }

    async fn i08_a_purchase_of_the_alliance_s_is_approved_by_a_fund_manager(world: World) {
        let cast = Cast::of(&world).await;
        let money = cast.alliance_money().await;
        let lead = cast.desk.prepares(&cast.acme).await;
        let item = super::first_item(&cast.desk, &lead).await;
        let wish = cast.wish(json!({ "allocationId": money, "itemId": item }));
        let made = acts(&cast.desk, "requestPurchase", wish).await.ok();
        let id = made.text("/requestPurchase/purchase/id");
        assert_eq!(made.text("/requestPurchase/purchase/initiator"), "ALLIANCE");
        world.nothing_changes(async {
            for by in [&cast.desk, &cast.buyer] {
                moves(by, "approvePurchase", &id, json!({})).await.refused_with("FORBIDDEN");
            }
            moves(&cast.finance, "approvePurchase", &id, json!({})).await.not_found();
            let identity = cast.identity(&cast.buyer, json!({}));
            moves(&cast.desk, "assignPurchase", &id, identity).await.refused_with("TRANSITION_NOT_ALLOWED");
        }).await;
        moves(&cast.treasury.manager, "approvePurchase", &id, json!({})).await.ok();
        world.nothing_changes(async {
            // Who asked for it does not buy it either.
            moves(&cast.desk, "assignPurchase", &id, cast.identity(&cast.desk, json!({}))).await.refused_with("FOUR_EYES");
        }).await;
        moves(&cast.desk, "assignPurchase", &id, cast.identity(&cast.buyer, json!({}))).await.ok();
    }

    async fn i08_more_money_is_approved_by_somebody_else_than_who_asked_for_it(world: World) {
        let cast = Cast::of(&world).await;
        let id = cast.assigned(json!({})).await;
        let order = cast.order(&cast.buyer, "400.00", json!({})).await;
        let wish = json!({ "idempotencyKey": "more", "amount": "70.00", "reason": "the price was raised" });
        world.nothing_changes(async {
            moves(&cast.buyer, "orderPurchase", &id, order.clone()).await.refused_with("INSUFFICIENT_FUNDS");
            moves(&cast.requester, "askPurchaseTopUp", &id, wish.clone()).await.refused_with("FORBIDDEN");
            moves(&cast.finance, "approvePurchaseTopUp", &id, json!({})).await.refused_with("TRANSITION_NOT_ALLOWED");
        }).await;
        moves(&cast.buyer, "askPurchaseTopUp", &id, wish).await.ok();
        world.nothing_changes(async {
            for by in [&cast.buyer, &cast.requester, &cast.desk] {
                moves(by, "approvePurchaseTopUp", &id, json!({})).await.refused_with("FORBIDDEN");
            }
            moves(&cast.buyer, "orderPurchase", &id, order.clone()).await.refused_with("TRANSITION_NOT_ALLOWED");
        }).await;
        assert_eq!(cast.treasury.sum("held").await, "330.00", "nothing yet");
        moves(&cast.finance, "approvePurchaseTopUp", &id, json!({})).await.ok();
        assert_eq!(cast.treasury.sum("held").await, "400.00");
        moves(&cast.buyer, "orderPurchase", &id, order).await.ok();
        cast.treasury.is_right().await;
    }

    async fn i11_above_the_threshold_two_approve(world: World) {
        let cast = Cast::of(&world).await;
        let (_, allocation) = cast.program(json!({})).await;
        let id = cast.requested(json!({ "allocationId": allocation })).await;
        world.nothing_changes(async {
            moves(&cast.finance, "approvePurchase", &id, json!({})).await.refused_with("FORBIDDEN");
        }).await;
        let first = moves(&cast.treasury.manager, "approvePurchase", &id, json!({})).await.ok();
        assert_eq!(first.text("/approvePurchase/purchase/state"), "REQUESTED", "one is not enough");
        assert_eq!(first.number("/approvePurchase/purchase/approvalsNeeded"), 2);
        assert_eq!(row(&world, &id).await.hold_id, None);
        world.nothing_changes(async {
            moves(&cast.treasury.manager, "approvePurchase", &id, json!({})).await.refused_with("FOUR_EYES");
        }).await;
        let second = moves(&cast.treasury.second, "approvePurchase", &id, json!({})).await.ok();
        assert_eq!(second.text("/approvePurchase/purchase/state"), "APPROVED");
        assert_eq!(second.list("/approvePurchase/purchase/approvals").len(), 2);
    }

    async fn caps_and_dates_of_a_programme_bound_what_is_asked_for(world: World) {
        let cast = Cast::of(&world).await;
        let (_, allocation) = cast.program(json!({ "caps": { "perPurchase": "200.00" } })).await;
        let wish = cast.wish(json!({ "allocationId": allocation }));
        let refused = world.nothing_changes(acts(&cast.requester, "requestPurchase", wish)).await;
        refused.refused_with("BAD_USER_INPUT");
        assert_eq!(refused.error_field().as_deref(), Some("maxUnitPrice"), "{refused}");
        let wish = cast.wish(json!({ "allocationId": allocation, "quantity": 1 }));
        world.after_days(100);
        let late = world.nothing_changes(acts(&cast.requester, "requestPurchase", wish)).await;
        assert_eq!(late.error_field().as_deref(), Some("allocationId"), "{late}");
    }

    async fn nobody_asks_out_of_money_that_is_not_its_own(world: World) {
        let cast = Cast::of(&world).await;
        let bolt = world.brand("Bolt").await;
        let stranger = bolt.investigator().await;
        let lead = stranger.prepares(&bolt).await;
        let item = super::first_item(&stranger, &lead).await;
        world.nothing_changes(async {
            acts(&stranger, "requestPurchase", cast.wish(json!({ "itemId": item }))).await.not_found();
            acts(&stranger, "requestPurchase", cast.wish(json!({}))).await.not_found();
            acts(&cast.finance, "requestPurchase", cast.wish(json!({}))).await.refused_with("FORBIDDEN");
        }).await;
        let funding = "{ purchaseFunding { allocationId organization { id } currency } }";
        assert!(stranger.graphql(funding, json!({})).await.ok().list("/purchaseFunding").is_empty());
        let own = cast.requester.graphql(funding, json!({})).await.ok();
        assert_eq!(own.texts("/purchaseFunding", "/allocationId"), [cast.allocation]);
    }
}

/// The reason that some steps ask for.
fn reason(mutation: &str) -> Value {
    match mutation {
        "rejectPurchase" => json!({ "reason": "not so" }),
        _ => json!({}),
    }
}

/// Gives somebody a further role, as an administrator would.
async fn gives_role(to: &Person, role: Role) {
    use sea_orm::{ActiveValue::Set, EntityTrait as _};
    let row = entity::role_assignment::ActiveModel {
        person_id: Set(to.id),
        role: Set(role.code().to_owned()),
    };
    let row = entity::role_assignment::Entity::insert(row);
    row.exec_without_returning(to.world.app.db.write()).await.unwrap();
    to.world.authorization_changed().await;
}
