//! Campaigns: which actions belong to them, and how they are found.

use serde_json::{Value, json};
use touchstone::platform::ids::IdKind;

use super::{Cast, acts, lists, moves, reads, row};
use crate::{
    both_databases,
    support::{Asks as _, Person},
};

async fn begins(by: &Person, name: &str) -> Value {
    let document = "mutation($input: CreateEnforcementOperationInput!) { createEnforcementOperation(input: $input) { \
        operation { id version reference } userErrors { code } } }";
    let input = json!({ "idempotencyKey": name, "name": name });
    let made = by.graphql(document, json!({ "input": input })).await.ok();
    made.data("/createEnforcementOperation/operation").clone()
}

async fn closes(by: &Person, of: &Value, name: &str) {
    let document = "mutation($input: UpdateEnforcementOperationInput!) { updateEnforcementOperation(input: $input) { \
        operation { closed } userErrors { code } } }";
    let input = json!({ "id": of["id"], "expectedVersion": of["version"], "name": name, "closed": true });
    by.graphql(document, json!({ "input": input })).await.ok();
}

/// The ids of the campaigns that somebody finds.
async fn found(by: &Person, filter: Value) -> Vec<String> {
    let document = "query($filter: EnforcementOperationFilter) { enforcementOperations(first: 100, filter: $filter) { \
        totalCount nodes { id } } }";
    let found = by.graphql(document, json!({ "filter": filter })).await.ok();
    let ids = found.texts("/enforcementOperations/nodes", "/id");
    assert_eq!(
        found.number("/enforcementOperations/totalCount"),
        i64::try_from(ids.len()).unwrap()
    );
    ids
}

both_databases! {
    async fn an_action_goes_to_another_campaign_and_out_of_it(world: World) {
        let cast = Cast::of(&world).await;
        let (autumn, winter) = (begins(&cast.desk, "Autumn").await, begins(&cast.desk, "Winter").await);
        let id = cast.brought_to("PLANNED", json!({ "operationId": autumn["id"] })).await;
        moves(&cast.second, "approveOfflineAction", &id, json!({})).await.ok();
        let puts = async |by: &Person, of: &Value| moves(by, "setOfflineActionOperation", &id, json!({ "operationId": of })).await;
        puts(&cast.desk, &winter["id"]).await.ok();
        assert_eq!(lists(&cast.leader, json!({ "operationId": winter["id"] })).await, std::slice::from_ref(&id));
        assert!(lists(&cast.leader, json!({ "operationId": autumn["id"] })).await.is_empty());
        let read = reads(&cast.leader, &id).await.ok();
        assert_eq!((read.text("/offlineAction/state"), read.list("/offlineAction/approvals").len()), ("PLANNED".to_owned(), 1), "it is the same action");
        puts(&cast.officer, &Value::Null).await.ok();
        assert_eq!(row(&world, &id).await.operation_id, None);
        world.nothing_changes(puts(&cast.officer, &Value::Null)).await.ok();

        closes(&cast.desk, &autumn, "Autumn").await;
        world.nothing_changes(puts(&cast.desk, &autumn["id"])).await.refused_with("TRANSITION_NOT_ALLOWED");
        let hidden = world.nothing_changes(puts(&cast.leader, &winter["id"])).await;
        let unknown = puts(&cast.leader, &json!(world.unknown(IdKind::Campaign))).await;
        assert_eq!(hidden.0, unknown.0, "a campaign that nobody sees");
        hidden.not_found();
        let stale = json!({ "id": id, "expectedVersion": 1, "operationId": winter["id"] });
        world.nothing_changes(acts(&cast.desk, "setOfflineActionOperation", stale)).await.refused_with("STALE_VERSION");
        world.nothing_changes(puts(&cast.admin, &winter["id"])).await.not_found();
        moves(&cast.leader, "approveOfflineAction", &id, json!({})).await.ok();
        world.nothing_changes(puts(&cast.desk, &winter["id"])).await.refused_with("TRANSITION_NOT_ALLOWED");
    }

    async fn campaigns_are_found_by_their_name_and_reference(world: World) {
        let cast = Cast::of(&world).await;
        let autumn = begins(&cast.desk, "Autumn 秋季行动").await;
        world.after_hours(1);
        let winter = begins(&cast.desk, "Winter").await;
        let (first, second) = (autumn["id"].as_str().unwrap(), winter["id"].as_str().unwrap());
        for (text, expected) in [
            ("AUT", vec![first]),
            ("秋季", vec![first]),
            (winter["reference"].as_str().unwrap(), vec![second]),
            ("no such", vec![]),
            (" ", vec![second, first]),
        ] {
            assert_eq!(found(&cast.desk, json!({ "text": text })).await, expected, "{text}");
        }
        closes(&cast.desk, &winter, "Winter").await;
        assert_eq!(found(&cast.desk, json!({ "open": true })).await, [first]);
        assert_eq!(found(&cast.desk, json!({ "open": false, "text": "win" })).await, [second]);
        assert!(found(&cast.leader, json!({ "text": "autumn" })).await.is_empty(), "only those that one sees");
    }
}
