//! Programmes of test purchases.

use serde_json::{Value, json};
use touchstone::{
    funds::{
        self,
        rules::{Spent, broken},
    },
    permissions::Role,
    platform::ids::{IdKind, decode_as},
};

use super::{Treasury, acts};
use crate::{
    both_databases,
    support::{Asks as _, Person, with},
};

/// What a programme is, in a test.
fn facts(more: Value) -> Value {
    let base = json!({
        "name": "Spring", "purpose": "Shoes", "startsOn": "2026-03-01", "endsOn": "2026-05-31",
        "caps": { "perPurchase": "50.00", "perPeriod": "100.00", "periodDays": 30, "perSeller": "80.00" },
        "requiredEvidence": ["SCREENSHOT", "VIDEO"], "approvalThreshold": "20.00",
    });
    with(base, more)
}

/// Makes a programme; its id.
pub async fn creates(treasury: &Treasury, more: Value) -> String {
    let input = json!({ "idempotencyKey": treasury.key(), "fundId": treasury.fund, "program": facts(more) });
    let made = acts(&treasury.manager, "createTestPurchaseProgram", input).await.ok();
    made.text("/createTestPurchaseProgram/program/id")
}

async fn lists(by: &Person, filter: Value) -> Vec<String> {
    let document = "query($filter: TestPurchaseProgramFilter) { testPurchasePrograms(filter: $filter) { totalCount nodes { id } } }";
    let found = by.graphql(document, json!({ "filter": filter })).await.ok();
    found.texts("/testPurchasePrograms/nodes", "/id")
}

both_databases! {
    async fn a_programme_says_who_takes_part_until_when_and_for_how_much(world: World) {
        let treasury = Treasury::of(&world).await;
        let stranger = world.brand("Bolt").await.person(&[Role::Mf]).await;
        let closed = creates(&treasury, json!({ "memberIds": [treasury.acme.public_id()] })).await;
        let open = creates(&treasury, json!({ "startsOn": "2026-04-01" })).await;
        assert_eq!(lists(&treasury.finance, json!({})).await.len(), 2);
        assert_eq!(lists(&stranger, json!({})).await, [open.as_str()]);
        assert_eq!(lists(&treasury.auditor, json!({ "states": ["ACTIVE"] })).await, [closed.as_str()]);
        assert_eq!(lists(&treasury.auditor, json!({ "states": ["PLANNED"] })).await, [open.as_str()]);
        let id = decode_as(IdKind::Program, &closed).unwrap();
        let row = funds::program(world.app.db.read(), id).await.unwrap().unwrap();
        assert!(funds::needs_two(&row, 2_001) && !funds::needs_two(&row, 2_000));
        let spent = Spent { by_member: 0, in_period: 9_000, at_seller: 0 };
        assert_eq!(broken(&funds::caps_of(&row), 1_000, &spent), None);
        assert!(broken(&funds::caps_of(&row), 1_001, &spent).is_some());
        assert!(funds::is_eligible(world.app.db.read(), id, treasury.acme.id).await.unwrap());
        assert!(!funds::is_eligible(world.app.db.read(), id, stranger.organization).await.unwrap());
    }

    async fn what_makes_no_sense_is_no_programme(world: World) {
        let treasury = Treasury::of(&world).await;
        world.nothing_changes(async {
            for wrong in [
                json!({ "endsOn": "2026-02-01" }),
                json!({ "name": " " }),
                json!({ "caps": { "perPeriod": "1.00" } }),
                json!({ "caps": { "perPurchase": "0.00" } }),
                json!({ "memberIds": [world.unknown(IdKind::Org)] }),
            ] {
                let input = json!({ "idempotencyKey": treasury.key(), "fundId": treasury.fund, "program": facts(wrong.clone()) });
                let refused = acts(&treasury.manager, "createTestPurchaseProgram", input).await;
                assert_eq!(refused.error_code(), Some("BAD_USER_INPUT"), "{wrong}: {refused}");
            }
        }).await;
    }

    async fn a_programme_is_changed_in_its_version_and_ends_once(world: World) {
        let treasury = Treasury::of(&world).await;
        let id = creates(&treasury, json!({})).await;
        let update = |version: i32| json!({ "id": id, "expectedVersion": version, "program": facts(json!({ "name": "Summer" })) });
        acts(&treasury.manager, "updateTestPurchaseProgram", update(1)).await.ok();
        world.nothing_changes(async {
            acts(&treasury.manager, "updateTestPurchaseProgram", update(1)).await.refused_with("STALE_VERSION");
            acts(&treasury.first, "updateTestPurchaseProgram", update(2)).await.refused_with("FORBIDDEN");
        }).await;
        let archived = acts(&treasury.manager, "archiveTestPurchaseProgram", json!({ "id": id, "expectedVersion": 2 })).await.ok();
        assert_eq!(archived.text("/archiveTestPurchaseProgram/program/state"), "ARCHIVED");
        world.nothing_changes(async {
            acts(&treasury.manager, "updateTestPurchaseProgram", update(3)).await.refused_with("TRANSITION_NOT_ALLOWED");
        }).await;
    }

    async fn nothing_is_allotted_in_a_programme_that_has_ended_for_good(world: World) {
        let treasury = Treasury::of(&world).await;
        treasury.contributes("100.00", "IN-1").await;
        let id = creates(&treasury, json!({})).await;
        let input = json!({
            "fundId": treasury.fund, "organizationId": treasury.acme.public_id(), "programId": id, "amount": "60.00",
        });
        let order = treasury.proposes("proposeAllocation", input.clone()).await.ok().text("/proposeAllocation/order/id");
        super::decides(&treasury.first, "approveFundOrder", &order, 1).await.ok();
        acts(&treasury.manager, "archiveTestPurchaseProgram", json!({ "id": id, "expectedVersion": 1 })).await.ok();
        world.nothing_changes(async {
            super::decides(&treasury.second, "approveFundOrder", &order, 2).await.refused_with("TRANSITION_NOT_ALLOWED");
            treasury.proposes("proposeAllocation", input).await.refused_with("BAD_USER_INPUT");
        }).await;
        assert_eq!(treasury.sum("pool").await, "100.00");
        treasury.is_right().await;
    }

    async fn what_waits_beyond_what_is_there_is_the_shortfall(world: World) {
        let (treasury, allocation) = Treasury::with_allocation(&world, "100.00").await;
        let purchase = world.id();
        for (minor, expected) in [(15_000, "50.00"), (8_000, "0.00"), (0, "0.00")] {
            super::spends(&world, async |tx: &touchstone::platform::db::Tx| funds::demand(tx, allocation, purchase, minor).await)
                .await
                .unwrap();
            assert_eq!(treasury.sum("shortfall").await, expected);
        }
    }

    async fn what_is_held_in_a_programme_that_ended_runs_on_and_does_not_grow(world: World) {
        let treasury = Treasury::of(&world).await;
        treasury.contributes("100.00", "IN-1").await;
        let program = creates(&treasury, json!({})).await;
        let input = json!({
            "fundId": treasury.fund, "organizationId": treasury.acme.public_id(), "programId": program, "amount": "100.00",
        });
        treasury.agreed("proposeAllocation", input).await;
        let id = decode_as(IdKind::Program, &program).unwrap();
        let found = funds::allocation_of(world.app.db.read(), treasury.acme.id, Some(id)).await.unwrap().unwrap();
        let hold = super::holds(&world, found.id, 5_000).await.unwrap();
        acts(&treasury.manager, "archiveTestPurchaseProgram", json!({ "id": program, "expectedVersion": 1 })).await.ok();
        world.nothing_changes(async {
            let on_top = super::spends(&world, async |tx: &touchstone::platform::db::Tx| funds::top_up(&world.app, tx, None, hold, 1).await)
                .await;
            assert_eq!(super::refusal(on_top), touchstone::platform::error::ErrorCode::TransitionNotAllowed);
        }).await;
        super::captures(&world, hold, 4_000, true).await.unwrap();
        assert_eq!(treasury.sum("available").await, "60.00");
        let back = json!({
            "fundId": treasury.fund, "organizationId": treasury.acme.public_id(), "programId": program, "amount": "60.00",
            "takeBack": true,
        });
        treasury.agreed("proposeAllocation", back).await;
        assert_eq!((treasury.sum("available").await, treasury.sum("pool").await), ("0.00".to_owned(), "60.00".to_owned()));
        treasury.is_right().await;
    }

    async fn a_course_is_what_the_entries_say_day_by_day(world: World) {
        let (treasury, allocation) = Treasury::with_allocation(&world, "100.00").await;
        world.after_days(1);
        let hold = super::holds(&world, allocation, 3_000).await.unwrap();
        world.after_days(1);
        super::captures(&world, hold, 2_000, true).await.unwrap();
        let document = "query($id: ID!, $from: Date!, $to: Date!) { fund(id: $id) { balanceOverTime(from: $from, to: $to) { on \
            bank { amount } available { amount } held { amount } captured { amount } } } }";
        let days = json!({ "id": treasury.fund, "from": "2026-03-08", "to": "2026-03-11" });
        let found = treasury.manager.graphql(document, days.clone()).await.ok();
        let of = |name: &str| found.texts("/fund/balanceOverTime", &format!("/{name}/amount"));
        assert_eq!(of("bank"), ["0.00", "100.00", "100.00", "80.00"]);
        assert_eq!(of("available"), ["0.00", "100.00", "70.00", "80.00"]);
        assert_eq!(of("held"), ["0.00", "0.00", "30.00", "0.00"]);
        assert_eq!(of("captured"), ["0.00", "0.00", "0.00", "20.00"]);
        let own = treasury.finance.graphql(document, days).await.ok();
        assert_eq!(own.texts("/fund/balanceOverTime", "/held/amount"), ["0.00", "0.00", "30.00", "0.00"]);
        assert_eq!(own.texts("/fund/balanceOverTime", "/bank/amount"), ["0.00"; 4]);
    }
}
