//! Every suspect and all goods to their end: stages, dispositions, destruction by two, costs that sum.

use std::collections::BTreeSet;

use sea_orm::EntityTrait as _;
use serde_json::{Value, json};
use touchstone::{actions, mail::MailKind};
use uuid::Uuid;

use super::{
    Cast, acts, moves,
    outcome::{goods, outcome, sites, verified, writes},
    row, told,
};
use crate::{
    both_databases,
    support::{Asks as _, Mandate, with},
};

/// What somebody says of a destruction.
fn destruction(world: &crate::support::World, id: &str, line: &str, more: Value) -> Value {
    let base = json!({ "idempotencyKey": world.id().to_string(), "actionId": id, "seizureIds": [line], "on": "2026-03-09",
        "method": "Burnt", "place": "Works 3", "certificateNumber": "D-2026-17", "certificateIssuer": "Works 3 Ltd" });
    with(base, more)
}

both_databases! {
    async fn i14_goods_are_destroyed_by_two_people_and_with_a_certificate(world: World) {
        let cast = Cast::of(&world).await;
        let colleague = cast.acme.investigator().await;
        let id = verified(&cast).await;
        let version = row(&world, &id).await.version;
        let joins = json!({ "actionId": id, "expectedVersion": version, "member": { "personId": colleague.public_id(), "role": "INVESTIGATOR" } });
        acts(&cast.leader, "addTeamMember", joins).await.ok();
        let line = outcome(&cast.leader, &id).await.text("/offlineAction/outcome/seizures/0/id");

        let none = destruction(&world, &id, &line, json!({ "certificateNumber": " " }));
        world.nothing_changes(writes(&cast.investigator, "askSeizureDestruction", none)).await.refused_with("BAD_USER_INPUT");
        let by_hand = json!({ "seizureId": line, "expectedVersion": 1, "disposition": "DESTROYED", "on": "2026-03-09" });
        world.nothing_changes(writes(&cast.leader, "recordDisposition", by_hand)).await.refused_with("BAD_USER_INPUT");

        let asked = writes(&cast.investigator, "askSeizureDestruction", destruction(&world, &id, &line, json!({}))).await.ok();
        let of = asked.data("/askSeizureDestruction/action/outcome/seizures/0/destruction").clone();
        assert_eq!(of["state"], "ASKED");
        let says = json!({ "id": of["id"], "expectedVersion": of["version"], "confirm": true });
        world.nothing_changes(writes(&cast.investigator, "decideSeizureDestruction", says.clone())).await.refused_with("FOUR_EYES");
        world.nothing_changes(writes(&colleague, "decideSeizureDestruction", says.clone())).await.refused_with("FOUR_EYES");
        let again = destruction(&world, &id, &line, json!({}));
        world.nothing_changes(writes(&cast.leader, "askSeizureDestruction", again)).await.refused_with("TRANSITION_NOT_ALLOWED");
        let done = writes(&cast.officer, "decideSeizureDestruction", says).await.ok();
        let gone = done.data("/decideSeizureDestruction/action/outcome/seizures/0").clone();
        assert_eq!((&gone["disposition"], &gone["destruction"]["state"]), (&json!("DESTROYED"), &json!("CONFIRMED")));
        assert_eq!(gone["destruction"]["certificateNumber"], "D-2026-17");
    }

    async fn i15_an_agent_of_the_brand_s_owner_is_no_second_person(world: World) {
        let cast = Cast::of(&world).await;
        let firm = world.agent_firm("Firm").await;
        firm.mandate(&cast.acme, Mandate::default()).await;
        let agent = firm.investigator().await;
        let id = verified(&cast).await;
        let version = row(&world, &id).await.version;
        let joins = json!({ "actionId": id, "expectedVersion": version, "member": { "personId": agent.public_id(), "role": "INVESTIGATOR" } });
        acts(&cast.leader, "addTeamMember", joins).await.ok();
        let line = outcome(&cast.leader, &id).await.text("/offlineAction/outcome/seizures/0/id");
        let asked = writes(&cast.investigator, "askSeizureDestruction", destruction(&world, &id, &line, json!({}))).await.ok();
        let of = asked.data("/askSeizureDestruction/action/outcome/seizures/0/destruction").clone();
        let says = json!({ "id": of["id"], "expectedVersion": of["version"], "confirm": true });
        world.nothing_changes(writes(&agent, "decideSeizureDestruction", says.clone())).await.refused_with("FOUR_EYES");
        writes(&cast.officer, "decideSeizureDestruction", says).await.ok();
    }

    async fn i14_what_was_not_so_leaves_the_goods_where_they_are(world: World) {
        let cast = Cast::of(&world).await;
        let id = verified(&cast).await;
        let line = outcome(&cast.leader, &id).await.text("/offlineAction/outcome/seizures/0/id");
        let asked = writes(&cast.officer, "askSeizureDestruction", destruction(&world, &id, &line, json!({}))).await.ok();
        let of = asked.data("/askSeizureDestruction/action/outcome/seizures/0/destruction").clone();
        let says = json!({ "id": of["id"], "expectedVersion": of["version"], "confirm": false });
        world.nothing_changes(writes(&cast.second, "decideSeizureDestruction", says.clone())).await.refused_with("BAD_USER_INPUT");
        let done = writes(&cast.second, "decideSeizureDestruction", with(says, json!({ "reason": "They are in the store" }))).await.ok();
        let there = done.data("/decideSeizureDestruction/action/outcome/seizures/0").clone();
        assert_eq!((&there["disposition"], &there["destruction"]), (&json!("STORED"), &Value::Null));
    }

    async fn a_stage_counts_once_somebody_else_has_verified_it(world: World) {
        let cast = Cast::of(&world).await;
        let id = verified(&cast).await;
        let of = outcome(&cast.leader, &id).await.text("/offlineAction/outcome/suspects/0/id");
        world.after_days(3);
        let stage = json!({ "idempotencyKey": "arrest", "suspectId": of, "stage": "ARRESTED", "on": "2026-03-11" });
        let kept = writes(&cast.leader, "recordSuspectStage", stage.clone()).await.ok();
        world.nothing_changes(writes(&cast.leader, "recordSuspectStage", stage)).await.ok();
        let suspect = kept.data("/recordSuspectStage/action/outcome/suspects/0").clone();
        assert_eq!((&suspect["stage"], &suspect["isVerified"]), (&json!("ARRESTED"), &json!(false)));
        assert_eq!(suspect["stages"].as_array().unwrap().len(), 2, "detained before: the history stays");
        let verify = json!({ "suspectId": of, "stageId": suspect["stages"][1]["id"] });
        world.nothing_changes(writes(&cast.leader, "verifySuspectStage", verify.clone())).await.refused_with("FOUR_EYES");
        let done = writes(&cast.second, "verifySuspectStage", verify.clone()).await.ok();
        assert_eq!(done.data("/verifySuspectStage/action/outcome/suspects/0/isVerified"), &json!(true));
        world.nothing_changes(writes(&cast.second, "verifySuspectStage", verify)).await.refused_with("TRANSITION_NOT_ALLOWED");
    }

    async fn i39_what_was_said_of_a_suspect_is_forgotten_with_the_name(world: World) {
        let cast = Cast::of(&world).await;
        let id = verified(&cast).await;
        let of = outcome(&cast.leader, &id).await.text("/offlineAction/outcome/suspects/0/id");
        let stage = json!({ "idempotencyKey": "arrest", "suspectId": of, "stage": "ARRESTED", "on": "2026-03-09", "note": "Wang Wei of Quay 7" });
        writes(&cast.leader, "recordSuspectStage", stage).await.ok();
        world.after_days(731);
        assert_eq!(actions::jobs::forget(&world.app).await.unwrap(), 1);
        let stages = entity::suspect_stage::Entity::find().all(world.app.db.read()).await.unwrap();
        assert!(stages.len() == 2 && stages.iter().all(|stage| stage.note.is_none()), "{stages:?}");
    }

    async fn an_action_is_closed_when_everything_has_come_to_an_end(world: World) {
        let cast = Cast::of(&world).await;
        let id = verified(&cast).await;
        moves(&cast.second, "startFollowUp", &id, json!({})).await.ok();
        world.nothing_changes(moves(&cast.second, "closeOfflineAction", &id, json!({}))).await.refused_with("TRANSITION_NOT_ALLOWED");
        let read = outcome(&cast.leader, &id).await;
        let (of, line) = (read.text("/offlineAction/outcome/suspects/0/id"), read.text("/offlineAction/outcome/seizures/0/id"));
        let back = json!({ "seizureId": line, "expectedVersion": 1, "disposition": "RETURNED", "on": "2026-03-09" });
        writes(&cast.leader, "recordDisposition", back).await.ok();
        let ends = json!({ "id": of, "expectedVersion": 1, "reason": "Fled abroad" });
        world.nothing_changes(writes(&cast.leader, "endFollowUp", ends.clone())).await.refused_with("FORBIDDEN");
        writes(&cast.second, "endFollowUp", ends).await.ok();
        let closed = moves(&cast.second, "closeOfflineAction", &id, json!({})).await.ok();
        assert_eq!(closed.text("/closeOfflineAction/action/state"), "CLOSED");
    }

    async fn brands_share_a_cost_exactly(world: World) {
        let cast = Cast::of(&world).await;
        let id = cast.brought_to("EXECUTED", json!({})).await;
        let other = world.brand("Other").await;
        let sites = sites(&cast.leader, &id).await;
        for site in &sites {
            let found = json!({ "idempotencyKey": world.id().to_string(), "actionId": id, "siteId": site, "result": "DEALT_WITH" });
            writes(&cast.leader, "recordSiteResult", found).await.ok();
        }
        for (brand, quantity, unit) in [(&cast.acme, "2", "box"), (&other, "1", "box")] {
            let more = json!({ "brandId": brand.brand_id(), "quantity": quantity, "unit": unit });
            writes(&cast.leader, "recordSeizure", goods(&world, &id, &sites[0], more)).await.ok();
        }
        moves(&cast.leader, "submitOutcome", &id, json!({})).await.ok();
        moves(&cast.second, "verifyOutcome", &id, json!({})).await.ok();
        let costs = async |rule: &str| {
            let input = json!({ "idempotencyKey": world.id().to_string(), "actionId": id, "kind": "DESTRUCTION", "amount": "100.01", "currency": "CNY", "rule": rule });
            super::acts_selecting(&cast.second, "recordActionCost", input, "costs { rule amount shares { amount } }").await
        };
        for (rule, shares) in [("EQUAL", ["50.00", "50.01"]), ("BY_QUANTITY", ["33.34", "66.67"])] {
            let kept = costs(rule).await.ok();
            let last = kept.list("/recordActionCost/action/costs").last().unwrap().clone();
            let mut found: Vec<&str> = last["shares"].as_array().unwrap().iter().map(|share| share["amount"].as_str().unwrap()).collect();
            found.sort_unstable();
            assert_eq!(found, shares, "{rule}");
        }
    }

    async fn of_what_comes_to_no_end_mails_remind_those_who_follow_it(world: World) {
        let cast = Cast::of(&world).await;
        let id = verified(&cast).await;
        let reference = row(&world, &id).await.reference;
        let off = "mutation { setNotificationPreference(input: { kind: ACTION_FOLLOW_UP, wanted: false }) { userErrors { code } } }";
        cast.desk.graphql(off, json!({})).await.ok();
        world.after_days(31);
        assert_eq!(actions::jobs::remind(&world.app).await.unwrap(), 1);
        let letters = world.letters_of(MailKind::ActionFollowUp).await;
        let people: BTreeSet<Uuid> = letters.iter().map(|(person, _)| *person).collect();
        assert_eq!(people, BTreeSet::from([cast.leader.id, cast.second.id]), "not to who wants none, nor to the rest of the team");
        for (_, letter) in &letters {
            assert!(letter.subject.contains(&reference), "{}", letter.subject);
            for hidden in ["Wang", "Baijiu", "Market"] {
                assert!(!letter.text.contains(hidden), "{hidden}: {}", letter.text);
            }
        }
        let read = outcome(&cast.leader, &id).await;
        let (of, line) = (read.text("/offlineAction/outcome/suspects/0/id"), read.text("/offlineAction/outcome/seizures/0/id"));
        for entry in [of, line] {
            writes(&cast.second, "endFollowUp", json!({ "id": entry, "expectedVersion": 1, "reason": "Fled abroad" })).await.ok();
        }
        assert!(world.letters_of(MailKind::ActionFollowUp).await.is_empty(), "what has come to an end by then is not told");
    }

    async fn of_what_comes_to_no_end_people_are_reminded(world: World) {
        let cast = Cast::of(&world).await;
        verified(&cast).await;
        assert_eq!(actions::jobs::remind(&world.app).await.unwrap(), 0, "not on the first day");
        world.after_days(31);
        assert_eq!(actions::jobs::remind(&world.app).await.unwrap(), 1);
        assert_eq!(actions::jobs::remind(&world.app).await.unwrap(), 0, "once");
        world.notified().await;
        for by in [&cast.leader, &cast.second] {
            assert!(told(by).await.contains(&"ACTION_FOLLOW_UP".to_owned()));
        }
        assert!(!told(&cast.officer).await.contains(&"ACTION_FOLLOW_UP".to_owned()));
        world.after_days(31);
        assert_eq!(actions::jobs::remind(&world.app).await.unwrap(), 1, "and again after a month");
    }
}
