//! The desk's shifts: a hand-over is about open actions, and the place at their desk goes with it.

use sea_orm::EntityTrait as _;
use serde_json::{Value, json};
use touchstone::platform::ids::IdKind;

use super::{Cast, moves, reads, row, told};
use crate::{
    both_databases,
    support::{Asks as _, Organization, Person, Response, with},
};

async fn hands_over(by: &Person, more: Value) -> Response {
    let document = "mutation($input: CreateHandOverInput!) { createHandOver(input: $input) { handOver { id version actions { id } } \
        userErrors { code field } } }";
    let input = json!({ "idempotencyKey": by.world.id().to_string(), "fromZone": "Asia/Shanghai", "toZone": "Europe/Berlin",
        "body": "The hall is watched." });
    by.graphql(document, json!({ "input": with(input, more) })).await
}

/// The actions of a hand-over, as somebody sees them.
async fn actions(by: &Person, hand_over: &str) -> Vec<String> {
    let document = "query($id: ID!) { handOver(id: $id) { actions { id } } }";
    let read = by.graphql(document, json!({ "id": hand_over })).await.ok();
    read.texts("/handOver/actions", "/id")
}

fn secretariat(cast: &Cast) -> Organization {
    Organization {
        id: cast.desk.organization,
        ..cast.acme.clone()
    }
}

both_databases! {
    async fn the_place_at_the_desk_goes_with_the_shift(world: World) {
        let cast = Cast::of(&world).await;
        let (next, third) = (secretariat(&cast).desk().await, secretariat(&cast).desk().await);
        let id = cast.brought_to("SCHEDULED", json!({})).await;
        reads(&next, &id).await.not_found();
        let input = json!({ "idempotencyKey": "shift", "actionIds": [id], "deskToId": next.public_id() });
        let made = hands_over(&cast.second, input.clone()).await.ok();
        let hand_over = made.text("/createHandOver/handOver/id");
        assert!(made.list("/createHandOver/handOver/actions").is_empty(), "whose author is on the team no more");
        world.nothing_changes(hands_over(&cast.second, input)).await.ok();
        reads(&cast.second, &id).await.not_found();
        let team = reads(&next, &id).await.ok().list("/offlineAction/team").clone();
        assert!(team.contains(&json!({ "role": "DESK", "person": { "id": next.public_id() } })), "{team:?}");
        assert_eq!(actions(&next, &hand_over).await, std::slice::from_ref(&id));
        assert!(actions(&third, &hand_over).await.is_empty(), "under embargo, of whose team it is not");
        world.notified().await;
        assert!(told(&next).await.contains(&"ACTION_TEAM".to_owned()));
        let log = entity::audit_entry::Entity::find().all(world.app.db.read()).await.unwrap();
        let entry = log.iter().find(|entry| entry.action == "passActionDesk").unwrap();
        assert_eq!(entry.actor_id, Some(cast.second.id));
        let note = log.iter().find(|entry| entry.action == "createHandOver").unwrap();
        assert!(!note.detail.contains("action"), "of an action under embargo it says nothing: {note:?}");
        moves(&cast.leader, "startOfflineAction", &id, json!({})).await.ok();
    }

    async fn a_note_about_actions_hands_nothing_over_by_itself(world: World) {
        let cast = Cast::of(&world).await;
        let id = cast.proposed(json!({})).await;
        let made = hands_over(&cast.second, json!({ "actionIds": [id, id] })).await.ok();
        assert_eq!(made.texts("/createHandOver/handOver/actions", "/id"), std::slice::from_ref(&id));
        reads(&cast.second, &id).await.ok();
        let hand_over = made.text("/createHandOver/handOver/id");
        assert_eq!(actions(&cast.desk, &hand_over).await, [id], "who is on the team sees it");
    }

    async fn what_cannot_be_handed_over_stays_where_it_is(world: World) {
        let cast = Cast::of(&world).await;
        let next = secretariat(&cast).desk().await;
        let id = cast.proposed(json!({})).await;
        for to in [cast.officer.public_id(), cast.second.public_id(), cast.admin.public_id(), world.unknown(IdKind::Person)] {
            let refused = world.nothing_changes(hands_over(&cast.second, json!({ "actionIds": [id], "deskToId": to }))).await;
            assert_eq!(refused.error_field().as_deref(), Some("deskToId"), "{refused}");
        }
        let of_nobody = hands_over(&cast.leader, json!({ "actionIds": [id], "deskToId": cast.officer.public_id() }));
        assert_eq!(world.nothing_changes(of_nobody).await.error_field().as_deref(), Some("deskToId"), "whoever leads it is not at its desk");
        let unknown = hands_over(&next, json!({ "actionIds": [world.unknown(IdKind::Action)] })).await;
        let hidden = world.nothing_changes(hands_over(&next, json!({ "actionIds": [id] }))).await;
        assert_eq!(hidden.0, unknown.0);
        hidden.not_found();
        moves(&cast.desk, "cancelOfflineAction", &id, json!({ "reason": "No" })).await.ok();
        let over = hands_over(&cast.second, json!({ "actionIds": [id], "deskToId": next.public_id() }));
        world.nothing_changes(over).await.refused_with("TRANSITION_NOT_ALLOWED");
        assert_eq!(row(&world, &id).await.state, "CANCELLED");
    }
}
