//! Who knows of a purchase, of its money, and as whom it is bought.

use serde_json::json;
use touchstone::{
    permissions::Role,
    platform::ids::{IdKind, encode},
};

use super::{Cast, acts, first_item, lists, moves, reads, reveals, told};
use crate::{
    both_databases,
    support::{Asks as _, Mandate, Person, draft, with},
};

/// Every mutation of a purchase, with input of the right shape that means nothing.
const MUTATIONS: &[(&str, &str)] = &[
    ("approvePurchase", "{}"),
    ("rejectPurchase", r#"{ "reason": "" }"#),
    ("cancelPurchase", r#"{ "reason": "" }"#),
    ("shipPurchase", r#"{ "parcelNumber": "" }"#),
    ("failPurchase", r#"{ "failure": "LOST", "reason": "" }"#),
    ("approvePurchaseTopUp", "{}"),
    ("refusePurchaseTopUp", r#"{ "reason": "" }"#),
    (
        "askPurchaseTopUp",
        r#"{ "idempotencyKey": "", "amount": "x", "reason": "" }"#,
    ),
    ("waivePurchaseRefund", r#"{ "reason": "" }"#),
];

both_databases! {
    /// Roles by what they see of a purchase of a member's own: it, its list, its node.
    async fn i21_who_is_not_meant_to_know_of_a_purchase_finds_nothing(world: World) {
        let cast = Cast::of(&world).await;
        let id = cast.assigned(json!({})).await;
        let mut acme = cast.acme.clone();
        let other = acme.add_brand("Acme Kids").await;
        let bolt = world.brand("Bolt").await;
        let firm = world.agent_firm("Firm").await;
        firm.mandate(&cast.acme, Mandate { days: -1..10, ..Mandate::default() }).await;
        let sees = [
            ("administrator", acme.admin().await),
            ("investigator", acme.investigator().await),
            ("investigator of the brand", acme.person_for(&[Role::Mi], &cast.acme.brands).await),
            ("finance", cast.finance.clone()),
            ("agent", firm.person(&[Role::Mc]).await),
            ("desk", cast.desk.clone()),
            ("fund manager", cast.treasury.manager.clone()),
            ("auditor", cast.treasury.auditor.clone()),
        ];
        let hidden = [
            ("of another brand", acme.person_for(&[Role::Mi], &[other]).await),
            ("another member", bolt.admin().await),
            ("its finance", bolt.person(&[Role::Mf]).await),
            ("another agent", world.agent_firm("Firm 2").await.agent_for(&bolt).await),
        ];
        let unknown = world.unknown(IdKind::Purchase);
        let node = "query($id: ID!) { node(id: $id) { id } }";
        for (who, person) in &sees {
            assert!(reads(person, &id).await.error_code().is_none(), "{who}");
            assert_eq!(lists(person, json!({})).await, std::slice::from_ref(&id), "{who}");
            assert_eq!(person.graphql(node, json!({ "id": id })).await.ok().text("/node/id"), id, "{who}");
        }
        for (who, person) in &hidden {
            let (one, none) = (reads(person, &id).await, reads(person, &unknown).await);
            one.not_found();
            assert_eq!(one.0, none.0, "{who}: what is hidden looks like what is not there");
            assert!(lists(person, json!({})).await.is_empty(), "{who}");
            assert!(person.graphql(node, json!({ "id": id })).await.ok().data("/node").is_null(), "{who}");
        }
        for (who, person) in [
            ("officer", world.agency("Police").await.officer().await),
            ("appraiser", world.organization(touchstone::permissions::viewer::OrganizationKind::Lab, "Lab").await.person(&[Role::Ap]).await),
            ("administrator of the secretariat", cast.treasury.first.clone()),
        ] {
            assert!(matches!(reads(&person, &id).await.error_code(), Some("FORBIDDEN" | "NOT_FOUND")), "{who}");
        }
        world.after_days(11);
        reads(&sees[4].1, &id).await.not_found();
    }

    async fn i21_what_is_not_seen_is_not_there_before_anything_is_looked_at(world: World) {
        let cast = Cast::of(&world).await;
        let id = cast.assigned(json!({})).await;
        // Somebody with every role of a member, of another one.
        let stranger = world.brand("Bolt").await.person(&[Role::Ma, Role::Mi, Role::Mf]).await;
        let unknown = world.unknown(IdKind::Purchase);
        world.nothing_changes(async {
            for (mutation, more) in MUTATIONS {
                let more: serde_json::Value = serde_json::from_str(more).unwrap();
                let mut answers = Vec::new();
                for id in [&id, &unknown] {
                    let base = json!({ "id": id, "expectedVersion": 99 });
                    let answer = acts(&stranger, mutation, with(base, more.clone())).await;
                    assert_eq!(answer.error_code(), Some("NOT_FOUND"), "{mutation}: {answer}");
                    answers.push(answer.0);
                }
                assert_eq!(answers[0], answers[1], "{mutation}");
            }
            reveals(&stranger, &id).await.not_found();
        }).await;
    }

    async fn i22_counts_and_figures_are_of_what_is_seen(world: World) {
        let cast = Cast::of(&world).await;
        cast.assigned(json!({})).await;
        let stranger = world.brand("Bolt").await.admin().await;
        let counts = "{ purchaseCounts { state count } }";
        assert!(stranger.graphql(counts, json!({})).await.ok().list("/purchaseCounts").is_empty());
        let own = cast.requester.graphql(counts, json!({})).await.ok();
        assert_eq!(own.data("/purchaseCounts"), &json!([{ "state": "ASSIGNED", "count": 1 }]));
        let figures = "query($input: PurchaseStatisticsInput!) { purchaseStatistics(input: $input) { isSuppressed \
            states { state count } spent { kind amount { amount } } } }";
        let input = json!({ "from": "2026-01-01", "to": "2026-12-31" });
        let of_all = stranger.graphql(figures, json!({ "input": input })).await.ok();
        for figure in of_all.list("/purchaseStatistics/states") {
            assert!(figure["count"].is_null() || figure["count"] == 0, "one purchase is too few to be told: {of_all}");
        }
    }

    async fn an_officer_of_the_desk_sees_whether_it_is_paid_and_not_for_how_much(world: World) {
        let cast = Cast::of(&world).await;
        let id = cast.assigned(json!({})).await;
        let desk = reads(&cast.desk, &id).await.ok();
        assert!(desk.data("/purchase/money").is_null());
        assert_eq!(desk.data("/purchase/funded"), &json!(true));
        assert!(!desk.to_string().contains("330.00"), "{desk}");
        for by in [&cast.requester, &cast.finance, &cast.buyer, &cast.treasury.auditor] {
            assert_eq!(reads(by, &id).await.ok().text("/purchase/money/held/amount"), "330.00", "{}", by.name);
        }
        assert!(reads(&cast.treasury.auditor, &id).await.ok().data("/purchase/buyer").is_null());
    }

    async fn i38_as_whom_it_is_bought_is_shown_to_those_who_are_named_for_a_purpose_that_is_logged(world: World) {
        let cast = Cast::of(&world).await;
        let id = cast.assigned(json!({})).await;
        let auditor = &cast.treasury.auditor;
        let log = "{ auditEntries(first: 100) { nodes { action } } }";
        let shown = async || {
            let entries = auditor.graphql(log, json!({})).await.ok().texts("/auditEntries/nodes", "/action");
            entries.iter().filter(|action| *action == "revealBuyerIdentity").count()
        };
        let second = cast.secretariat.desk().await;
        world.nothing_changes(async {
            for by in [&cast.requester, &second] {
                reveals(by, &id).await.refused_with("FORBIDDEN");
            }
            for by in [&cast.finance, auditor, &cast.treasury.manager] {
                assert_eq!(reveals(by, &id).await.error_code(), Some("FORBIDDEN"), "{}", by.name);
            }
        }).await;
        assert_eq!(shown().await, 0);
        for (number, by) in [&cast.buyer, &cast.desk].into_iter().enumerate() {
            let seen = reveals(by, &id).await.ok();
            let identity = json!({ "alias": "Wen Xiao", "account": "wen_88", "shipTo": "Lane 5, flat 2" });
            assert_eq!(seen.data("/revealBuyerIdentity/identity"), &identity);
            assert_eq!(shown().await, number + 1, "{}", by.name);
        }
        // Nowhere else, and not in the database either.
        let contents = world.contents().await;
        for table in ["purchase", "purchase_event", "audit_entry", "outbox"] {
            for row in contents.rows(table) {
                assert!(!row.contains("Wen Xiao") && !row.contains("Lane 5"), "{table}: {row}");
            }
        }
        for by in [&cast.buyer, &cast.desk, &cast.requester] {
            let read = reads(by, &id).await.ok();
            assert!(!read.to_string().contains("Wen Xiao"), "{read}");
        }
    }

    async fn an_identity_that_was_used_with_the_seller_has_to_be_known_to_be_used_again(world: World) {
        let cast = Cast::of(&world).await;
        let seller = json!({ "seller": "Top Grade Kicks" });
        cast.assigned(seller.clone()).await;
        let id = cast.requested(seller).await;
        moves(&cast.finance, "approvePurchase", &id, json!({})).await.ok();
        let identity = cast.identity(&cast.buyer, json!({}));
        let refused = world.nothing_changes(moves(&cast.desk, "assignPurchase", &id, identity.clone())).await;
        assert_eq!(refused.error_field().as_deref(), Some("acknowledgeWarnings"), "{refused}");
        let document = "query($input: BuyerWarningsInput!) { buyerWarnings(input: $input) { kind purchases } }";
        let input = json!({ "purchaseId": id, "alias": "Wen Xiao", "shipTo": "Lane 5, flat 2" });
        let warned = cast.desk.graphql(document, json!({ "input": input })).await.ok();
        assert_eq!(warned.texts("/buyerWarnings", "/kind"), ["IDENTITY_USED", "ADDRESS_USED"]);
        let known = with(identity, json!({ "acknowledgeWarnings": true }));
        moves(&cast.desk, "assignPurchase", &id, known).await.ok();
    }

    async fn what_the_alliance_bought_is_seen_by_the_holder_once_it_was_handed_over(world: World) {
        let cast = Cast::of(&world).await;
        let money = cast.alliance_money().await;
        let lead = cast.desk.prepares(&cast.acme).await;
        let item = first_item(&cast.desk, &lead).await;
        let wish = cast.wish(json!({ "allocationId": money, "itemId": item, "quantity": 1 }));
        let id = acts(&cast.desk, "requestPurchase", wish).await.ok().text("/requestPurchase/purchase/id");
        let admin = cast.acme.admin().await;
        reads(&admin, &id).await.not_found();
        moves(&cast.treasury.manager, "approvePurchase", &id, json!({})).await.ok();
        let bolt = world.brand("Bolt").await;
        let to = |id: String| json!({ "organizationId": id, "reason": "its own brand" });
        world.nothing_changes(async {
            moves(&cast.desk, "handOverPurchase", &id, to(bolt.public_id())).await.refused_with("BAD_USER_INPUT");
        }).await;
        moves(&cast.desk, "handOverPurchase", &id, to(cast.acme.public_id())).await.ok();
        let seen = reads(&admin, &id).await.ok();
        assert!(seen.data("/purchase/money").is_null(), "the money is the alliance's");
        let own = "query($id: ID!) { purchase(id: $id) { lead { id } } }";
        let lead_of = admin.graphql(own, json!({ "id": id })).await.ok();
        assert!(lead_of.data("/purchase/lead").is_null(), "the lead was not shared");
        reads(&bolt.admin().await, &id).await.not_found();
    }

    async fn a_recipient_chooses_how_many_and_asks_for_no_more(world: World) {
        let cast = Cast::of(&world).await;
        let bolt = world.brand("Bolt").await;
        let lead = bolt.admin().await.prepares_from(draft(&cast.acme)).await;
        let owner = bolt.admin().await;
        owner.shares(&lead, &[&cast.acme]).await.ok();
        let item = first_item(&cast.requester, &lead).await;
        let delivery = encode(IdKind::Delivery, lead.delivery_to(&cast.acme).await.id);
        let wish = |quantity: i32| cast.wish(json!({ "itemId": item, "deliveryId": delivery, "quantity": quantity }));
        let before = world.nothing_changes(acts(&cast.requester, "requestPurchase", wish(2))).await;
        assert_eq!(before.error_field().as_deref(), Some("deliveryId"), "{before}");
        let answer = json!({ "verdict": "NEEDS_TEST_PURCHASE", "reason": "cannot be told from pictures", "testPurchases": 3 });
        cast.requester.on_delivery("answerDelivery", &lead, &cast.acme, answer).await.ok();
        acts(&cast.requester, "requestPurchase", wish(2)).await.ok();
        let too_many = world.nothing_changes(acts(&cast.requester, "requestPurchase", wish(2))).await;
        assert_eq!(too_many.error_field().as_deref(), Some("quantity"), "{too_many}");
        acts(&cast.requester, "requestPurchase", wish(1)).await.ok();
        let of_lead = "query($id: ID!) { lead(id: $id) { purchases { id } } }";
        let seen = async |by: &Person| {
            by.graphql(of_lead, json!({ "id": lead.public_id() })).await.ok().list("/lead/purchases").len()
        };
        assert_eq!(seen(&cast.requester).await, 2);
        assert_eq!(seen(&owner).await, 0, "the owner of the lead does not see a recipient's purchases");
    }

    async fn i24_who_sees_a_purchase_no_longer_is_not_told_of_it(world: World) {
        let cast = Cast::of(&world).await;
        let firm = world.agent_firm("Firm").await;
        firm.mandate(&cast.acme, Mandate { days: -1..10, ..Mandate::default() }).await;
        let agent = firm.person(&[Role::Mc]).await;
        let (mut ids, wishes) = (Vec::new(), [cast.wish(json!({})), cast.wish(json!({}))]);
        for wish in wishes {
            ids.push(acts(&agent, "requestPurchase", wish).await.ok().text("/requestPurchase/purchase/id"));
        }
        moves(&cast.finance, "approvePurchase", &ids[0], json!({})).await.ok();
        world.notified().await;
        assert_eq!(told(&agent).await, ["PURCHASE_DECIDED"]);
        world.after_days(11);
        moves(&cast.finance, "approvePurchase", &ids[1], json!({})).await.ok();
        world.notified().await;
        assert!(told(&agent).await.is_empty(), "neither of this nor of what was told before");
    }
}
