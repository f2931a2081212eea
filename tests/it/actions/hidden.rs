//! Parts of actions that somebody does not see are asked for at the cost of what there is not.

use serde_json::{Value, json};
use touchstone::platform::ids::IdKind;

use super::{
    Cast,
    outcome::{outcome, verified, writes},
};
use crate::{
    both_databases,
    support::{Asks as _, Person, Response, with},
};

const REVEALS: &str = "mutation($input: RevealSuspectInput!) { revealSuspect(input: $input) { suspect { name } userErrors { code field } } }";

async fn asks(by: &Person, mutation: &str, input: Value) -> Response {
    match mutation {
        "revealSuspect" => by.graphql(REVEALS, json!({ "input": input })).await,
        _ => writes(by, mutation, input).await,
    }
}

both_databases! {
    async fn i21_what_is_hidden_costs_what_there_is_not_does(world: World) {
        let cast = Cast::of(&world).await;
        let id = verified(&cast).await;
        let read = outcome(&cast.leader, &id).await;
        let (suspect, line) = (read.text("/offlineAction/outcome/suspects/0/id"), read.text("/offlineAction/outcome/seizures/0/id"));
        let asked = json!({ "idempotencyKey": "burnt", "actionId": id, "seizureIds": [line], "on": "2026-03-09", "method": "Burnt",
            "place": "Works 3", "certificateNumber": "D-2026-17", "certificateIssuer": "Works 3 Ltd" });
        let asked = writes(&cast.leader, "askSeizureDestruction", asked).await.ok();
        let destruction = asked.text("/askSeizureDestruction/action/outcome/seizures/0/destruction/id");
        let stage = asked.text("/askSeizureDestruction/action/outcome/suspects/0/stages/0/id");
        let stranger = world.agency("Customs").await.officer().await;
        for (mutation, field, kind, hidden, more) in [
            ("recordSuspectStage", "suspectId", IdKind::Suspect, &suspect, json!({ "idempotencyKey": "x", "stage": "ARRESTED", "on": "2026-03-09" })),
            ("verifySuspectStage", "suspectId", IdKind::Suspect, &suspect, json!({ "stageId": stage })),
            ("revealSuspect", "suspectId", IdKind::Suspect, &suspect, json!({ "purpose": "INVESTIGATION" })),
            ("recordDisposition", "seizureId", IdKind::Seizure, &line, json!({ "expectedVersion": 1, "disposition": "RETURNED", "on": "2026-03-09" })),
            ("decideSeizureDestruction", "id", IdKind::Destruction, &destruction, json!({ "expectedVersion": 1, "confirm": true })),
        ] {
            let ask = async |of: &str| asks(&stranger, mutation, with(more.clone(), json!({ field: of }))).await;
            // Who it is, is read once and remembered.
            ask(&world.unknown(kind)).await.not_found();
            let unknown = world.unknown(kind);
            let (nothing, few) = world.counting_statements(ask(&unknown)).await;
            nothing.not_found();
            world.nothing_changes(ask(hidden)).await.not_found();
            let (there, many) = world.counting_statements(ask(hidden)).await;
            there.not_found();
            assert_eq!(few, many, "{mutation}");
        }
    }
}
