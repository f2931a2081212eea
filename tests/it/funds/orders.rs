//! Who agrees to what, and who sees it.

use serde_json::json;
use touchstone::platform::ids::IdKind;

use super::{Treasury, decides};
use crate::{
    both_databases,
    support::{Asks as _, Person, with},
};

/// The ids of the orders that somebody finds.
async fn lists(by: &Person, filter: serde_json::Value) -> Vec<String> {
    let document =
        "query($filter: FundOrderFilter) { fundOrders(first: 100, filter: $filter) { totalCount nodes { id } } }";
    let found = by.graphql(document, json!({ "filter": filter })).await.ok();
    let ids = found.texts("/fundOrders/nodes", "/id");
    assert_eq!(
        found.number("/fundOrders/totalCount"),
        i64::try_from(ids.len()).unwrap()
    );
    ids
}

/// The kinds of what somebody was told of money.
async fn told(by: &Person) -> Vec<String> {
    by.world.notified().await;
    let found = by
        .graphql("{ notifications(first: 50) { nodes { kind } } }", json!({}))
        .await
        .ok();
    let mut kinds = found.texts("/notifications/nodes", "/kind");
    kinds.retain(|kind| kind.starts_with("FUND_"));
    kinds
}

both_databases! {
    async fn i11_two_other_people_agree_to_an_allocation_and_roles_do_not_make_one_two(world: World) {
        let treasury = Treasury::of(&world).await;
        treasury.contributes("100.00", "IN-1").await;
        let input = json!({ "fundId": treasury.fund, "organizationId": treasury.acme.public_id(), "amount": "60.00" });
        let id = treasury.proposes("proposeAllocation", input).await.ok().text("/proposeAllocation/order/id");
        world.nothing_changes(async {
            decides(&treasury.manager, "approveFundOrder", &id, 1).await.refused_with("FOUR_EYES");
            decides(&treasury.manager, "refuseFundOrder", &id, 1).await.refused_with("FOUR_EYES");
            decides(&treasury.finance, "approveFundOrder", &id, 1).await.refused_with("FORBIDDEN");
            decides(&treasury.first, "approveFundOrder", &id, 2).await.refused_with("STALE_VERSION");
            decides(&treasury.first, "withdrawFundOrder", &id, 1).await.refused_with("FORBIDDEN");
        }).await;
        let once = decides(&treasury.first, "approveFundOrder", &id, 1).await.ok();
        assert_eq!(once.text("/approveFundOrder/order/state"), "PROPOSED");
        world.nothing_changes(async {
            decides(&treasury.first, "approveFundOrder", &id, 2).await.refused_with("FOUR_EYES");
        }).await;
        assert_eq!(treasury.sum("available").await, "0.00");
        let twice = decides(&treasury.second, "approveFundOrder", &id, 2).await.ok();
        assert_eq!(twice.text("/approveFundOrder/order/state"), "POSTED");
        assert_eq!((treasury.sum("available").await, treasury.sum("pool").await), ("60.00".to_owned(), "40.00".to_owned()));
        world.nothing_changes(async {
            decides(&treasury.second, "approveFundOrder", &id, 3).await.refused_with("TRANSITION_NOT_ALLOWED");
        }).await;
        treasury.is_right().await;
    }

    async fn i15_another_role_does_not_make_another_person(world: World) {
        let secretariat = world.secretariat().await;
        let both = secretariat.person(&[touchstone::permissions::Role::Fm, touchstone::permissions::Role::Sa]).await;
        let acme = world.brand("Acme").await;
        let fund = super::creates_fund(&both, "CNY").await;
        let input = json!({
            "idempotencyKey": "one", "fundId": fund, "organizationId": acme.public_id(), "amount": "1.00", "bankReference": "IN-1",
        });
        let id = super::acts(&both, "proposeContribution", input).await.ok().text("/proposeContribution/order/id");
        world.nothing_changes(async {
            decides(&both, "approveFundOrder", &id, 1).await.refused_with("FOUR_EYES");
        }).await;
    }

    async fn what_is_refused_or_taken_back_moves_nothing(world: World) {
        let treasury = Treasury::of(&world).await;
        let input = json!({
            "fundId": treasury.fund, "organizationId": treasury.acme.public_id(), "amount": "60.00", "bankReference": "IN-1",
        });
        for (by, mutation, state) in [
            (&treasury.first, "refuseFundOrder", "REFUSED"),
            (&treasury.manager, "withdrawFundOrder", "WITHDRAWN"),
        ] {
            let id = treasury.proposes("proposeContribution", input.clone()).await.ok().text("/proposeContribution/order/id");
            let done = decides(by, mutation, &id, 1).await.ok();
            assert_eq!(done.text(&format!("/{mutation}/order/state")), state);
        }
        assert!(treasury.entries().await.is_empty());
        // Its line of the bank's is free for who records it right.
        treasury.agreed("proposeContribution", input.clone()).await;
        let again = treasury.proposes("proposeContribution", input).await.ok().text("/proposeContribution/order/id");
        world.nothing_changes(async {
            decides(&treasury.first, "approveFundOrder", &again, 1).await.refused_with("ALREADY_EXISTS");
        }).await;
    }

    async fn those_who_decide_are_told_and_then_those_whom_it_concerns(world: World) {
        let treasury = Treasury::of(&world).await;
        treasury.contributes("100.00", "IN-1").await;
        let input = json!({ "fundId": treasury.fund, "organizationId": treasury.acme.public_id(), "amount": "60.00" });
        treasury.agreed("proposeAllocation", input).await;
        assert_eq!(told(&treasury.first).await, ["FUND_APPROVAL", "FUND_APPROVAL"]);
        assert_eq!(told(&treasury.manager).await, ["FUND_DECIDED", "FUND_DECIDED"]);
        assert_eq!(told(&treasury.finance).await, ["FUND_DECIDED", "FUND_DECIDED"]);
        assert!(told(&treasury.auditor).await.is_empty());
    }

    async fn a_member_sees_its_own_money_and_nobody_else_s(world: World) {
        let (treasury, _) = Treasury::with_allocation(&world, "100.00").await;
        let bolt = world.brand("Bolt").await;
        let stranger = bolt.person(&[touchstone::permissions::Role::Mf]).await;
        let agent = world.agent_firm("Firm").await.agent_for(&treasury.acme).await;
        let orders = lists(&treasury.manager, json!({})).await;
        assert_eq!(orders.len(), 2);
        for by in [&treasury.finance, &agent, &treasury.auditor] {
            assert_eq!(lists(by, json!({})).await.len(), 2, "{}", by.name);
        }
        assert!(lists(&stranger, json!({})).await.is_empty());
        let fund = "query($id: ID!) { fund(id: $id) { id currency balance { bank { amount } } accounts { id } periods { number } \
            entries(first: 10) { totalCount nodes { debit { kind balance { amount } } credit { kind balance { amount } } } } \
            allocations { organization { id } balance { allocated { amount } available { amount } } } } }";
        let own = treasury.finance.graphql(fund, json!({ "id": treasury.fund })).await.ok();
        assert!(own.data("/fund/balance").is_null() && own.list("/fund/accounts").is_empty());
        assert_eq!(own.number("/fund/entries/totalCount"), 1, "what came to its own account");
        assert!(own.data("/fund/entries/nodes/0/debit/balance").is_null(), "what the pool holds is not its business");
        assert_eq!(own.text("/fund/entries/nodes/0/credit/balance/amount"), "100.00");
        assert_eq!(own.text("/fund/allocations/0/balance/available/amount"), "100.00");
        let all = treasury.auditor.graphql(fund, json!({ "id": treasury.fund })).await.ok();
        assert_eq!(all.text("/fund/balance/bank/amount"), "100.00");
        let unseen = stranger.graphql(fund, json!({ "id": treasury.fund })).await;
        unseen.refused_with("NOT_FOUND");
        let nothing = stranger.graphql(fund, json!({ "id": world.unknown(IdKind::Fund) })).await;
        assert_eq!(unseen.0, nothing.0, "what is hidden looks like what is not there");
        let order = "query($id: ID!) { fundOrder(id: $id) { id } }";
        stranger.graphql(order, json!({ "id": orders[0] })).await.refused_with("NOT_FOUND");
        for who in [&stranger, &treasury.finance] {
            let node = who.graphql("query($id: ID!) { node(id: $id) { id } }", json!({ "id": treasury.fund })).await.ok();
            assert_eq!(node.data("/node").is_null(), who.id == stranger.id);
        }
    }

    async fn what_is_left_is_taken_back_from_who_may_not_spend_any_more(world: World) {
        let (treasury, _) = Treasury::with_allocation(&world, "100.00").await;
        treasury.acme.put_into("SUSPENDED").await;
        let input = json!({ "fundId": treasury.fund, "organizationId": treasury.acme.public_id(), "amount": "100.00" });
        let back = with(input.clone(), json!({ "takeBack": true }));
        let nobody = with(back.clone(), json!({ "organizationId": world.unknown(IdKind::Org) }));
        world.nothing_changes(async {
            treasury.proposes("proposeAllocation", input).await.refused_with("BAD_USER_INPUT");
            treasury.proposes("proposeAllocation", nobody).await.refused_with("BAD_USER_INPUT");
        }).await;
        treasury.agreed("proposeAllocation", back).await;
        assert_eq!((treasury.sum("available").await, treasury.sum("pool").await), ("0.00".to_owned(), "100.00".to_owned()));
        treasury.is_right().await;
    }

    async fn the_queue_holds_what_waits_for_one(world: World) {
        let treasury = Treasury::of(&world).await;
        let input = json!({
            "fundId": treasury.fund, "organizationId": treasury.acme.public_id(), "amount": "60.00", "bankReference": "IN-1",
        });
        let id = treasury.proposes("proposeContribution", input.clone()).await.ok().text("/proposeContribution/order/id");
        let mine = json!({ "awaitingMe": true });
        assert_eq!(lists(&treasury.first, mine.clone()).await, [id.as_str()]);
        assert!(lists(&treasury.manager, mine.clone()).await.is_empty());
        decides(&treasury.first, "approveFundOrder", &id, 1).await.ok();
        assert!(lists(&treasury.second, mine).await.is_empty());
        let wrong = with(input, json!({ "amount": "0.00", "bankReference": "IN-2" }));
        world.nothing_changes(async {
            treasury.proposes("proposeContribution", wrong).await.refused_with("BAD_USER_INPUT");
        }).await;
    }
}
