//! What a page of purchases costs the database, another buyer in the place of one who left, and where a seller is met.

use serde_json::{Value, json};

use super::{Cast, moves, reads, reveals};
use crate::{
    actions::{self, site, window},
    both_databases,
    support::{Asks as _, Mandate, with},
};
use touchstone::permissions::{Role, viewer::PoaAction};

const PAGES: [(&str, &str); 3] = [
    (
        "purchases",
        "id title brand { id } lead { id } item { id } hold { id } program { id } approvals { person { id } } buyer { id } \
         money { asked { amount } held { amount } costs { kind } } topUps { state } refund { settledAt } listingEvidence { id } \
         orderProof { id } video { id } evidence { id } timeline { kind by { id } } allowedActions samples { id seal } \
         appraisals { id } conclusion { state }",
    ),
    (
        "samples",
        "id seal onHold holder { id } handOver { to { id } } disposal purchase { id } lead { id } evidence { id } \
         appraisals { id } conclusion { state } allowedActions custodyVersion",
    ),
    (
        "appraisals",
        "id sample { id } purchase { id } lead { id } rankPlace context { seller } report { version } reports { version } \
         allowedActions appraiser { id }",
    ),
];

/// What a seller of the lead's is said to be, at an address; its id.
async fn names(cast: &Cast, address: &str) -> String {
    let document =
        "mutation($input: AddSubjectInput!) { addSubject(input: $input) { subject { id } userErrors { code field } } }";
    let place = json!([{ "kind": "ADDRESS", "value": address, "country": "CN", "division": "330102" }]);
    let input = json!({ "idempotencyKey": cast.world.id().to_string(), "leadId": cast.lead.public_id(), "kind": "COMPANY",
        "name": "Boxes", "identifiers": place });
    let named = cast.requester.graphql(document, json!({ "input": input })).await.ok();
    named.text("/addSubject/subject/id")
}

/// In what purchases meet actions, as the desk sees it.
async fn met(cast: &Cast) -> Vec<Value> {
    let document = "{ purchaseClashes(first: 10, open: true) { nodes { kinds purchase { id } } } }";
    let found = cast.desk.graphql(document, json!({})).await.ok();
    found.list("/purchaseClashes/nodes").clone()
}

/// An agency's own action at an address, submitted.
async fn visits(cast: &Cast, address: &str) {
    let agency = cast.world.agency("Police").await;
    let leader = agency.officer().await;
    let input = json!({ "idempotencyKey": "own", "title": "Parcels", "kind": "INSPECTION", "leadAgencyId": agency.public_id(),
        "team": [{ "personId": leader.public_id(), "role": "LEAD" }], "leadIds": [], "isOwnCase": true,
        "window": window("2026-03-12T06:00", "2026-03-12T08:00"), "sites": [site("330102", address)] });
    let made = actions::acts(&leader, "proposeOfflineAction", input).await.ok();
    let id = made.text("/proposeOfflineAction/action/id");
    actions::moves(&leader, "submitOfflineAction", &id, json!({}))
        .await
        .ok();
}

both_databases! {
    async fn a_page_takes_no_more_statements_than_one_purchase(world: World) {
        let cast = Cast::with_money(&world, "5000.00").await;
        for _ in 0..5 {
            let id = cast.requested(json!({})).await;
            moves(&cast.finance, "approvePurchase", &id, json!({})).await.ok();
        }
        world.after_hours(1);
        cast.received(&["S-1", "S-2", "S-3"]).await;
        for (name, fields) in PAGES {
            let document = format!("query($first: Int) {{ {name}(first: $first) {{ nodes {{ {fields} }} }} }}");
            let counted = async |first: usize| {
                let asked = cast.requester.graphql(&document, json!({ "first": first }));
                let (answer, statements) = world.counting_statements(asked).await;
                (answer.ok().list(&format!("/{name}/nodes")).len(), statements)
            };
            let ((_, few), (found, many)) = (counted(1).await, counted(50).await);
            assert!(many <= few + 3, "{name}: {few} statements for one, {many} for {found}");
        }
    }

    async fn another_buyer_sees_to_what_one_who_left_has_ordered(world: World) {
        let cast = Cast::of(&world).await;
        let id = cast.ordered().await;
        let next = cast.secretariat.desk().await;
        let to = |id: String| json!({ "buyerId": id, "reason": "The buyer has left" });
        cast.buyer.put_into("SUSPENDED").await;
        world.nothing_changes(async {
            for by in [&cast.requester, &next] {
                let refused = moves(by, "shipPurchase", &id, json!({ "parcelNumber": "SF-1" })).await;
                refused.refused_with("FORBIDDEN");
            }
            moves(&cast.requester, "reassignPurchaseBuyer", &id, to(next.public_id())).await.refused_with("FORBIDDEN");
            for (buyer, code) in [
                (&cast.requester, "FOUR_EYES"),
                (&cast.finance, "FOUR_EYES"),
                (&cast.buyer, "BAD_USER_INPUT"),
                (&cast.treasury.auditor, "BAD_USER_INPUT"),
            ] {
                moves(&cast.desk, "reassignPurchaseBuyer", &id, to(buyer.public_id())).await.refused_with(code);
            }
            let stale = with(to(next.public_id()), json!({ "expectedVersion": 1 }));
            moves(&cast.desk, "reassignPurchaseBuyer", &id, stale).await.refused_with("STALE_VERSION");
        }).await;
        let done = moves(&cast.finance, "reassignPurchaseBuyer", &id, to(next.public_id())).await.ok();
        assert_eq!(done.text("/reassignPurchaseBuyer/purchase/buyer/id"), next.public_id());
        assert_eq!(done.text("/reassignPurchaseBuyer/purchase/state"), "ORDERED");
        assert_eq!(reveals(&next, &id).await.ok().text("/revealBuyerIdentity/identity/alias"), "Wen Xiao");
        let kinds = reads(&cast.requester, &id).await.ok().texts("/purchase/timeline", "/kind");
        assert_eq!(kinds.last().map(String::as_str), Some("REASSIGNED"));
        let hidden = "query($id: ID!) { purchase(id: $id) { buyer { id } timeline { kind by { id } } } }";
        let seen = cast.treasury.auditor.graphql(hidden, json!({ "id": id })).await.ok().to_string();
        assert!(!seen.contains(&cast.buyer.public_id()) && !seen.contains(&next.public_id()), "{seen}");
        moves(&next, "shipPurchase", &id, json!({ "parcelNumber": "SF-1" })).await.ok();
        let lost = json!({ "failure": "LOST", "reason": "the carrier lost it", "refundExpected": "250.00" });
        moves(&next, "failPurchase", &id, lost).await.ok();
        world.nothing_changes(async {
            let again = moves(&cast.desk, "reassignPurchaseBuyer", &id, to(cast.desk.public_id())).await;
            again.refused_with("TRANSITION_NOT_ALLOWED");
        }).await;
        cast.treasury.is_right().await;
    }

    async fn another_buyer_is_warned_of_an_identity_that_was_used_with_the_seller(world: World) {
        let cast = Cast::of(&world).await;
        let seller = json!({ "seller": "Top Grade Kicks", "quantity": 1 });
        cast.assigned(seller.clone()).await;
        let id = cast.requested(seller).await;
        moves(&cast.finance, "approvePurchase", &id, json!({})).await.ok();
        let known = json!({ "acknowledgeWarnings": true });
        moves(&cast.desk, "assignPurchase", &id, cast.identity(&cast.buyer, known.clone())).await.ok();
        let next = cast.secretariat.desk().await;
        let to = json!({ "buyerId": next.public_id(), "reason": "The buyer is ill" });
        let refused = world.nothing_changes(moves(&cast.desk, "reassignPurchaseBuyer", &id, to.clone())).await;
        assert_eq!(refused.error_field().as_deref(), Some("acknowledgeWarnings"), "{refused}");
        moves(&cast.desk, "reassignPurchaseBuyer", &id, with(to, known)).await.ok();
        let read = "query($id: ID!) { purchase(id: $id) { buyerWarnings { kind } } }";
        for (by, seen) in [(&next, 2), (&cast.finance, 2), (&cast.requester, 0)] {
            let found = by.graphql(read, json!({ "id": id })).await.ok();
            assert_eq!(found.list("/purchase/buyerWarnings").len(), seen, "{}", by.name);
        }
    }

    async fn a_purchase_from_where_an_action_goes_is_told_to_the_desk_whichever_came_first(world: World) {
        let cast = Cast::of(&world).await;
        let seller = names(&cast, "Market Road 1").await;
        let elsewhere = names(&cast, "Quay 7").await;
        let before = cast.requested(json!({ "sellerSubjectId": seller, "quantity": 1 })).await;
        cast.requested(json!({ "sellerSubjectId": elsewhere, "quantity": 1 })).await;
        visits(&cast, "market road, 1").await;
        let found = met(&cast).await;
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!((&found[0]["kinds"], &found[0]["purchase"]["id"]), (&json!(["SITE"]), &json!(before)));
        cast.requested(json!({ "sellerSubjectId": seller, "quantity": 1 })).await;
        assert_eq!(met(&cast).await.len(), 2, "the same the other way round");
        let desk = "{ purchaseClashes(first: 10) { nodes { id } } }";
        cast.requester.graphql(desk, json!({})).await.refused_with("FORBIDDEN");
    }

    async fn who_pays_is_told_with_the_fund_where_that_is_seen(world: World) {
        let cast = Cast::of(&world).await;
        let document = "{ purchaseFunding { allocationId fund { id } program { id } } }";
        let found = cast.requester.graphql(document, json!({})).await.ok();
        assert_eq!(found.texts("/purchaseFunding", "/allocationId"), std::slice::from_ref(&cast.allocation));
        assert!(found.data("/purchaseFunding/0/fund").is_null(), "an investigator sees no funds");
        let desk = cast.alliance_money().await;
        let found = cast.desk.graphql(document, json!({})).await.ok();
        assert_eq!(found.texts("/purchaseFunding", "/allocationId"), [desk]);
        let firm = world.agent_firm("Firm").await;
        firm.mandate(&cast.acme, Mandate::default()).await;
        let agent = firm.person(&[Role::Mc]).await;
        let found = agent.graphql(document, json!({})).await.ok();
        assert_eq!(found.text("/purchaseFunding/0/fund/id"), cast.treasury.fund);
    }

    async fn an_agent_sees_what_a_purchase_costs_only_by_a_mandate_for_money(world: World) {
        let cast = Cast::of(&world).await;
        let id = cast.assigned(json!({})).await;
        let document = "query($id: ID!) { purchase(id: $id) { money { asked { amount } } hold { id } } }";
        for (name, actions, shows) in [
            ("Leads Firm", &[PoaAction::ReadLeads, PoaAction::CreateLeads][..], false),
            ("Money Firm", &[PoaAction::ReadLeads, PoaAction::ReadMoney][..], true),
        ] {
            let firm = world.agent_firm(name).await;
            firm.mandate(&cast.acme, Mandate { actions, ..Mandate::default() }).await;
            let agent = firm.person(&[Role::Mc]).await;
            let found = agent.graphql(document, json!({ "id": id })).await.ok();
            for field in ["money", "hold"] {
                assert_eq!(!found.data(&format!("/purchase/{field}")).is_null(), shows, "{name}: {field}");
            }
        }
    }
}
