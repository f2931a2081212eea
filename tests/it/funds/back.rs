//! What is shown to whom by a mandate, and how what found a wrong place comes back into suspense.

use serde_json::{Value, json};
use touchstone::{
    permissions::{Role, viewer::PoaAction},
    platform::ids::IdKind,
};

use super::{Treasury, acts};
use crate::{
    both_databases,
    support::{Asks as _, Mandate, Person},
};

/// The ids of what is in suspense.
async fn suspended(treasury: &Treasury) -> Vec<String> {
    let document = "query($id: ID!) { fund(id: $id) { openSuspense { entry { id } } } }";
    let found = treasury
        .auditor
        .graphql(document, json!({ "id": treasury.fund }))
        .await
        .ok();
    found.texts("/fund/openSuspense", "/entry/id")
}

/// The entry that was made last.
async fn last(treasury: &Treasury) -> Value {
    treasury.entries().await.last().unwrap().clone()
}

fn clear(treasury: &Treasury, entry: &str, target: &str) -> Value {
    json!({ "idempotencyKey": treasury.key(), "ledgerEntryId": entry, "target": target })
}

/// What somebody finds of the money.
async fn finds(by: &Person, treasury: &Treasury) -> (usize, usize) {
    let document = "{ funds(first: 10) { nodes { id } } fundOrders(first: 10) { nodes { id } } }";
    let found = by.graphql(document, json!({})).await.ok();
    let orders = found.texts("/fundOrders/nodes", "/id").len();
    let one = by
        .graphql(
            "query($id: ID!) { fund(id: $id) { id } }",
            json!({ "id": treasury.fund }),
        )
        .await;
    let funds = found.texts("/funds/nodes", "/id").len();
    assert_eq!(one.error_code().is_none(), funds == 1, "{}", by.name);
    if funds == 0 {
        one.not_found();
    }
    (funds, orders)
}

both_databases! {
    async fn i05_what_found_a_wrong_place_goes_back_into_suspense_and_finds_another_one(world: World) {
        let treasury = Treasury::of(&world).await;
        let input = json!({ "fundId": treasury.fund, "direction": "IN", "amount": "10.00", "bankReference": "IN-7" });
        treasury.proposes("recordSuspense", input).await.ok();
        let entry = last(&treasury).await["id"].as_str().unwrap().to_owned();
        acts(&treasury.second, "clearSuspense", clear(&treasury, &entry, "POOL")).await.ok();
        let wrong = last(&treasury).await["id"].clone();
        assert!(suspended(&treasury).await.is_empty());
        let reversal = json!({ "ledgerEntryId": wrong, "reason": "it was Bolt's" });
        let order = treasury.proposes("proposeReversal", reversal.clone()).await.ok().text("/proposeReversal/order/id");
        world.nothing_changes(async {
            super::decides(&treasury.manager, "approveFundOrder", &order, 1).await.refused_with("FOUR_EYES");
        }).await;
        super::decides(&treasury.first, "approveFundOrder", &order, 1).await.ok();
        assert_eq!((treasury.sum("suspense").await, treasury.sum("pool").await), ("10.00".to_owned(), "0.00".to_owned()));
        assert_eq!(suspended(&treasury).await, std::slice::from_ref(&entry));
        world.nothing_changes(async {
            treasury.proposes("proposeReversal", reversal).await.refused_with("TRANSITION_NOT_ALLOWED");
            acts(&treasury.manager, "clearSuspense", clear(&treasury, &entry, "RETURN")).await.refused_with("FOUR_EYES");
        }).await;
        acts(&treasury.second, "clearSuspense", clear(&treasury, &entry, "RETURN")).await.ok();
        assert_eq!((treasury.sum("suspense").await, treasury.sum("bank").await), ("0.00".to_owned(), "0.00".to_owned()));
        assert!(suspended(&treasury).await.is_empty());
        world.nothing_changes(async {
            acts(&treasury.second, "clearSuspense", clear(&treasury, &entry, "POOL")).await.refused_with("TRANSITION_NOT_ALLOWED");
        }).await;
        treasury.is_right().await;
    }

    async fn what_was_placed_and_spent_since_does_not_come_back(world: World) {
        let treasury = Treasury::of(&world).await;
        let input = json!({ "fundId": treasury.fund, "direction": "IN", "amount": "10.00", "bankReference": "IN-7" });
        treasury.proposes("recordSuspense", input).await.ok();
        let entry = last(&treasury).await["id"].as_str().unwrap().to_owned();
        acts(&treasury.second, "clearSuspense", clear(&treasury, &entry, "POOL")).await.ok();
        let reversal = json!({ "ledgerEntryId": last(&treasury).await["id"], "reason": "it was Bolt's" });
        treasury.allocates("10.00").await;
        let order = treasury.proposes("proposeReversal", reversal).await.ok().text("/proposeReversal/order/id");
        world.nothing_changes(async {
            super::decides(&treasury.first, "approveFundOrder", &order, 1).await.refused_with("INSUFFICIENT_FUNDS");
        }).await;
        treasury.is_right().await;
    }

    async fn i21_a_mandate_to_read_leads_opens_no_ledger(world: World) {
        let (treasury, _) = Treasury::with_allocation(&world, "100.00").await;
        let others: Vec<PoaAction> = {
            use strum::VariantArray as _;
            PoaAction::VARIANTS.iter().copied().filter(|action| *action != PoaAction::ReadMoney).collect()
        };
        for (name, actions, expected) in [
            ("Leads Firm", others.as_slice(), (0, 0)),
            ("Money Firm", &[PoaAction::ReadMoney][..], (1, 2)),
        ] {
            let firm = world.agent_firm(name).await;
            firm.mandate(&treasury.acme, Mandate { actions, ..Mandate::default() }).await;
            let agent = firm.person(&[Role::Mc]).await;
            assert_eq!(finds(&agent, &treasury).await, expected, "{name}");
        }
        let brands = treasury.acme.brands.clone();
        let firm = world.agent_firm("Brand Firm").await;
        firm.mandate(&treasury.acme, Mandate { brands: Some(&brands), ..Mandate::default() }).await;
        let agent = firm.person(&[Role::Mc]).await;
        assert_eq!(finds(&agent, &treasury).await, (0, 0), "money is of a whole organisation");
        let unknown = world.unknown(IdKind::Fund);
        agent.graphql("query($id: ID!) { fund(id: $id) { id } }", json!({ "id": unknown })).await.not_found();
    }
}
