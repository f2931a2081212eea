//! What a shift leaves to the next: the organisation's own, and what it refers to only as far as each reader sees it.

use serde_json::{Value, json};
use touchstone::{permissions::Role, platform::ids::IdKind};

use crate::{
    both_databases,
    support::{Asks as _, Lead, Person, Response, draft, with},
};

const FIELDS: &str = "id version body fromZone toZone allowedActions author { id } acknowledgedBy { id } acknowledgedAt \
    references { lead { id } delivery { id } }";

async fn writes(by: &Person, more: Value) -> Response {
    let input = json!({ "idempotencyKey": by.world.id().to_string(), "fromZone": "Asia/Shanghai", "toZone": "Europe/Berlin",
        "body": "Call the forwarder before noon." });
    let document = format!(
        "mutation($input: CreateHandOverInput!) {{ createHandOver(input: $input) {{ handOver {{ {FIELDS} }} userErrors {{ code field }} }} }}"
    );
    by.graphql(&document, json!({ "input": with(input, more) })).await
}

async fn takes(by: &Person, id: &str, version: i64) -> Response {
    let document = format!(
        "mutation($input: AcknowledgeHandOverInput!) {{ acknowledgeHandOver(input: $input) {{ handOver {{ {FIELDS} }} userErrors {{ code }} }} }}"
    );
    by.graphql(&document, json!({ "input": { "id": id, "expectedVersion": version } }))
        .await
}

async fn list(by: &Person, variables: Value) -> Response {
    let document = format!(
        "query($open: Boolean, $first: Int, $after: String) {{ handOvers(first: $first, after: $after, filter: {{ open: $open }}) {{ \
         totalCount pageInfo {{ endCursor hasNextPage }} nodes {{ {FIELDS} }} }} }}"
    );
    by.graphql(&document, variables).await
}

async fn read(by: &Person, id: &str) -> Response {
    let document = format!("query($id: ID!) {{ handOver(id: $id) {{ {FIELDS} }} }}");
    by.graphql(&document, json!({ "id": id })).await
}

fn about(leads: &[&Lead]) -> Value {
    json!({ "leadIds": leads.iter().map(|lead| lead.public_id()).collect::<Vec<_>>() })
}

both_databases! {
    async fn the_next_shift_takes_a_hand_over_over(world: World) {
        let secretariat = world.secretariat().await;
        let (night, day) = (secretariat.desk().await, secretariat.desk().await);
        let made = writes(&night, json!({})).await.ok();
        let id = made.text("/createHandOver/handOver/id");
        assert_eq!(made.data("/createHandOver/handOver/allowedActions"), &json!([]), "not by its author");
        world.nothing_changes(takes(&night, &id, 1)).await.refused_with("FOUR_EYES");
        assert_eq!(list(&day, json!({ "open": true })).await.ok().texts("/handOvers/nodes", "/id"), std::slice::from_ref(&id));
        world.nothing_changes(takes(&day, &id, 2)).await.refused_with("STALE_VERSION");
        let taken = takes(&day, &id, 1).await.ok();
        assert_eq!(taken.text("/acknowledgeHandOver/handOver/acknowledgedBy/id"), day.public_id());
        assert_eq!(list(&night, json!({ "open": true })).await.ok().number("/handOvers/totalCount"), 0);
        assert_eq!(list(&night, json!({ "open": false })).await.ok().number("/handOvers/totalCount"), 1);
        let again = secretariat.desk().await;
        world.nothing_changes(takes(&again, &id, 2)).await.refused_with("TRANSITION_NOT_ALLOWED");
    }

    async fn i30_a_hand_over_is_the_organisation_s_own(world: World) {
        let (acme, bolt) = (world.brand("Acme").await, world.brand("Bolt").await);
        let (admin, stranger) = (acme.admin().await, bolt.admin().await);
        let desk = world.secretariat().await.desk().await;
        let id = writes(&admin, json!({})).await.ok().text("/createHandOver/handOver/id");
        for other in [&stranger, &desk] {
            assert_eq!(list(other, json!({})).await.ok().number("/handOvers/totalCount"), 0);
            world.nothing_changes(takes(other, &id, 1)).await.not_found();
            let missing = read(other, &world.unknown(IdKind::HandOver)).await;
            assert_eq!(read(other, &id).await.0, missing.0);
        }
        let finance = acme.person(&[Role::Mf]).await;
        world.nothing_changes(read(&finance, &id)).await.refused_with("FORBIDDEN");
    }

    async fn i22_what_it_refers_to_is_shown_as_far_as_one_sees_it(world: World) {
        let mut acme = world.brand("Acme").await;
        let second = acme.add_brand("Second").await;
        let admin = acme.admin().await;
        let limited = acme.person_for(&[Role::Mi], &[second]).await;
        let (one, two) = (admin.creates(&acme).await, admin.creates_from(with(draft(&acme), json!({
            "items": [{ "brandId": touchstone::platform::ids::encode(IdKind::Brand, second), "title": "A bag" }] }))).await);
        let id = writes(&admin, about(&[&one, &two])).await.ok().text("/createHandOver/handOver/id");
        let of = async |person: &Person| read(person, &id).await.ok().texts("/handOver/references", "/lead/id");
        assert_eq!(of(&admin).await, [one.public_id(), two.public_id()]);
        assert_eq!(of(&limited).await, [two.public_id()]);
        admin.changes_tlp(&two, "RED").await.ok();
        assert!(of(&limited).await.is_empty(), "at once");
        let stranger = world.brand("Bolt").await.admin().await;
        let hidden = world.nothing_changes(writes(&stranger, about(&[&one]))).await;
        let unknown = writes(&stranger, json!({ "leadIds": [world.unknown(IdKind::Lead)] })).await;
        assert_eq!(hidden.0, unknown.0);
        hidden.not_found();
    }

    async fn a_hand_over_refers_to_deliveries_too(world: World) {
        let (acme, bolt) = (world.brand("Acme").await, world.brand("Bolt").await);
        let (admin, reader) = (acme.admin().await, bolt.investigator().await);
        let lead = admin.prepares(&bolt).await;
        admin.shares(&lead, &[&bolt]).await.ok();
        let delivery = touchstone::platform::ids::encode(IdKind::Delivery, lead.delivery_to(&bolt).await.id);
        let made = writes(&reader, json!({ "deliveryIds": [delivery] })).await.ok();
        assert_eq!(made.data("/createHandOver/handOver/references"), &json!([{ "lead": { "id": lead.public_id() }, "delivery": { "id": delivery } }]));
        world.nothing_changes(writes(&admin, json!({ "deliveryIds": [delivery] }))).await.not_found();
    }

    async fn input_is_checked_and_a_key_counts_once(world: World) {
        let admin = world.brand("Acme").await.admin().await;
        for (more, field) in [
            (json!({ "fromZone": "Mars/Olympus" }), "fromZone"),
            (json!({ "toZone": "" }), "toZone"),
            (json!({ "body": " " }), "body"),
            (json!({ "body": "x".repeat(10_001) }), "body"),
            (json!({ "leadIds": vec![world.unknown(IdKind::Lead); 51] }), "leadIds"),
        ] {
            let refused = world.nothing_changes(writes(&admin, more)).await;
            assert_eq!(refused.error_field().as_deref(), Some(field), "{refused}");
        }
        let key = json!({ "idempotencyKey": "once" });
        let first = writes(&admin, key.clone()).await.ok();
        let again = world.nothing_changes(writes(&admin, key)).await.ok();
        assert_eq!(first.0, again.0);
        world.nothing_changes(writes(&admin, json!({ "idempotencyKey": "once", "body": "Other" }))).await.refused_with("IDEMPOTENCY_MISMATCH");
    }

    async fn hand_overs_are_listed_latest_first_by_pages_of_equal_cost(world: World) {
        let acme = world.brand("Acme").await;
        let admin = acme.admin().await;
        let lead = admin.creates(&acme).await;
        let mut ids = Vec::new();
        for _ in 0..5 {
            ids.push(writes(&admin, about(&[&lead])).await.ok().text("/createHandOver/handOver/id"));
            world.after_hours(8);
        }
        ids.reverse();
        let first = list(&admin, json!({ "first": 2 })).await.ok();
        let after = first.data("/handOvers/pageInfo/endCursor").clone();
        let next = list(&admin, json!({ "first": 3, "after": after })).await.ok();
        assert_eq!([first.texts("/handOvers/nodes", "/id"), next.texts("/handOvers/nodes", "/id")].concat(), ids);
        let (_, one) = world.counting_statements(list(&admin, json!({ "first": 1 }))).await;
        let (_, five) = world.counting_statements(list(&admin, json!({ "first": 5 }))).await;
        assert_eq!(one, five);
    }
}
