//! What came of an action: written down entry by entry, verified by somebody else, corrected without loss.

use sea_orm::EntityTrait as _;
use serde_json::{Value, json};

use super::{Cast, acts_selecting, moves, reads, row};
use crate::{
    both_databases,
    support::{Asks as _, Person, Response, World, with},
};

pub const OUTCOME: &str = "id version state embargoed allowedActions sites { id result note } outcome { revision reason \
    submittedBy { id } verifiedBy { id } verifiedAt values { basis amount currency lines } quantities { unit quantity lines } \
    suspects { id maskedName stage isVerified isFinal version allowedActions stages { id stage verifiedAt } } \
    seizures { id product quantity unit disposition isFinal version allowedActions valuation { amount currency basis } \
        destruction { id state version certificateNumber } } \
    revisions { revision reason entries { kind label struckIn struckReason struckBy { id } } } }";

/// Does a mutation of an outcome and selects it.
pub async fn writes(by: &Person, mutation: &str, input: Value) -> Response {
    acts_selecting(by, mutation, input, OUTCOME).await
}

pub async fn outcome(by: &Person, id: &str) -> Response {
    let document = format!("query($id: ID!) {{ offlineAction(id: $id) {{ {OUTCOME} }} }}");
    by.graphql(&document, json!({ "id": id })).await.ok()
}

/// The ids of an action's sites.
pub async fn sites(by: &Person, id: &str) -> Vec<String> {
    reads(by, id).await.ok().texts("/offlineAction/sites", "/id")
}

pub fn suspect(world: &World, id: &str, name: &str, stage: &str) -> Value {
    json!({ "idempotencyKey": world.id().to_string(), "actionId": id, "name": name, "stage": stage, "on": "2026-03-09",
        "identifiers": [{ "kind": "PHONE", "value": "13800138000", "country": "CN" }] })
}

pub fn goods(world: &World, id: &str, site: &str, more: Value) -> Value {
    let base = json!({ "idempotencyKey": world.id().to_string(), "actionId": id, "siteId": site, "product": "Baijiu, 500 ml",
        "quantity": "400", "unit": "bottle", "disposition": "STORED", "on": "2026-03-09",
        "valuation": { "amount": "596000.00", "currency": "CNY", "basis": "GENUINE_PRICE" } });
    with(base, more)
}

/// Writes down everything that has to be there: each site, one suspect, one kind of goods.
pub async fn writes_all(cast: &Cast, id: &str) {
    let sites = sites(&cast.leader, id).await;
    for site in &sites {
        let found = json!({ "idempotencyKey": cast.world.id().to_string(), "actionId": id, "siteId": site, "result": "DEALT_WITH" });
        writes(&cast.leader, "recordSiteResult", found).await.ok();
    }
    writes(
        &cast.officer,
        "recordSuspect",
        suspect(&cast.world, id, "Wang Wei", "CRIMINALLY_DETAINED"),
    )
    .await
    .ok();
    let brand = json!({ "brandId": cast.acme.brand_id() });
    writes(&cast.leader, "recordSeizure", goods(&cast.world, id, &sites[0], brand))
        .await
        .ok();
}

/// An action whose outcome was verified by the desk; its id.
pub async fn verified(cast: &Cast) -> String {
    let id = cast.brought_to("EXECUTED", json!({})).await;
    writes_all(cast, &id).await;
    moves(&cast.leader, "submitOutcome", &id, json!({})).await.ok();
    moves(&cast.second, "verifyOutcome", &id, json!({})).await.ok();
    id
}

both_databases! {
    async fn i13_who_wrote_it_down_does_not_verify_it(world: World) {
        let cast = Cast::of(&world).await;
        let id = cast.brought_to("EXECUTED", json!({})).await;
        writes_all(&cast, &id).await;
        moves(&cast.investigator, "submitOutcome", &id, json!({})).await.ok();
        for recorder in [&cast.leader, &cast.officer] {
            for (mutation, more) in [("verifyOutcome", json!({})), ("returnOutcome", json!({ "reason": "No" }))] {
                world.nothing_changes(moves(recorder, mutation, &id, more)).await.refused_with("FOUR_EYES");
            }
        }
        world.nothing_changes(moves(&cast.investigator, "verifyOutcome", &id, json!({}))).await.refused_with("FORBIDDEN");
        let read = reads(&cast.leader, &id).await.ok();
        let allowed = read.data("/offlineAction/allowedActions").as_array().unwrap().clone();
        assert!(!allowed.contains(&json!("VERIFY_OUTCOME")), "{allowed:?}");
        let done = moves(&cast.second, "verifyOutcome", &id, json!({})).await.ok();
        assert_eq!(done.text("/verifyOutcome/action/state"), "OUTCOME_VERIFIED");
        assert!(!row(&world, &id).await.embargo, "verified, it is an embargo's no more");
    }

    async fn i13_one_entry_makes_a_recorder(world: World) {
        let cast = Cast::of(&world).await;
        let id = cast.brought_to("EXECUTED", json!({})).await;
        writes_all(&cast, &id).await;
        writes(&cast.second, "recordSuspect", suspect(&world, &id, "Somebody", "AT_LARGE")).await.ok();
        moves(&cast.leader, "submitOutcome", &id, json!({})).await.ok();
        world.nothing_changes(moves(&cast.second, "verifyOutcome", &id, json!({}))).await.refused_with("FOUR_EYES");
        moves(&cast.desk, "verifyOutcome", &id, json!({})).await.ok();
    }

    async fn an_entry_that_is_sent_again_is_there_once_and_nothing_confirmed_is_lost(world: World) {
        let cast = Cast::of(&world).await;
        let id = cast.brought_to("EXECUTED", json!({})).await;
        let site = sites(&cast.leader, &id).await.remove(0);
        let (person, bottles) = (suspect(&world, &id, "Wang Wei", "CAPTURED"), goods(&world, &id, &site, json!({})));
        let found = json!({ "idempotencyKey": "site", "actionId": id, "siteId": site, "result": "EMPTY" });
        for (mutation, input) in [("recordSuspect", &person), ("recordSeizure", &bottles), ("recordSiteResult", &found)] {
            writes(&cast.leader, mutation, input.clone()).await.ok();
            // The network broke before the answer came.
            world.nothing_changes(writes(&cast.leader, mutation, input.clone())).await.ok();
        }
        let read = outcome(&cast.leader, &id).await;
        assert_eq!(read.list("/offlineAction/outcome/suspects").len(), 1);
        assert_eq!(read.list("/offlineAction/outcome/seizures").len(), 1);
        let other = with(person, json!({ "stage": "ARRESTED" }));
        world.nothing_changes(writes(&cast.leader, "recordSuspect", other)).await.refused_with("IDEMPOTENCY_MISMATCH");
        // Two devices at once hinder each other in nothing.
        let (one, other) = (suspect(&world, &id, "One", "AT_LARGE"), suspect(&world, &id, "Other", "AT_LARGE"));
        let (one, other) = (writes(&cast.officer, "recordSuspect", one), writes(&cast.leader, "recordSuspect", other));
        let (one, other) = futures_util::future::join(one, other).await;
        one.ok();
        other.ok();
        assert_eq!(outcome(&cast.leader, &id).await.list("/offlineAction/outcome/suspects").len(), 3);
    }

    async fn i13_who_strikes_an_entry_does_not_verify_that(world: World) {
        let cast = Cast::of(&world).await;
        let id = verified(&cast).await;
        moves(&cast.second, "correctOutcome", &id, json!({ "reason": "Counted twice" })).await.ok();
        let line = outcome(&cast.leader, &id).await.text("/offlineAction/outcome/seizures/0/id");
        writes(&cast.desk, "strikeOutcomeEntry", json!({ "actionId": id, "entryId": line, "reason": "Counted twice" })).await.ok();
        moves(&cast.leader, "submitOutcome", &id, json!({})).await.ok();
        world.nothing_changes(moves(&cast.desk, "verifyOutcome", &id, json!({}))).await.refused_with("FOUR_EYES");
        moves(&cast.second, "verifyOutcome", &id, json!({})).await.ok();
    }

    async fn of_every_site_it_is_said_what_was_found_before_it_is_handed_in(world: World) {
        let cast = Cast::of(&world).await;
        let id = cast.brought_to("EXECUTED", json!({})).await;
        let sites = sites(&cast.leader, &id).await;
        let found = |site: &str, result: &str| json!({ "idempotencyKey": world.id().to_string(), "actionId": id, "siteId": site, "result": result });
        writes(&cast.leader, "recordSiteResult", found(&sites[0], "EMPTY")).await.ok();
        world.nothing_changes(moves(&cast.leader, "submitOutcome", &id, json!({}))).await.refused_with("TRANSITION_NOT_ALLOWED");
        writes(&cast.leader, "recordSiteResult", found(&sites[1], "EMPTY")).await.ok();
        writes(&cast.leader, "recordSiteResult", found(&sites[1], "DESTROYED")).await.ok();
        let read = outcome(&cast.leader, &id).await;
        assert_eq!(read.texts("/offlineAction/sites", "/result"), ["EMPTY", "DESTROYED"]);
        moves(&cast.leader, "submitOutcome", &id, json!({})).await.ok();
        let back = moves(&cast.second, "returnOutcome", &id, json!({ "reason": "Which cellar?" })).await.ok();
        assert_eq!(back.text("/returnOutcome/action/state"), "EXECUTED");
        assert_eq!(outcome(&cast.leader, &id).await.text("/offlineAction/outcome/reason"), "Which cellar?");
    }

    async fn sums_never_run_over_bases_currencies_or_units(world: World) {
        let cast = Cast::of(&world).await;
        let id = cast.brought_to("EXECUTED", json!({})).await;
        let site = sites(&cast.leader, &id).await.remove(0);
        for more in [
            json!({}),
            json!({ "quantity": "1.5", "valuation": { "amount": "0.01", "currency": "CNY", "basis": "GENUINE_PRICE" } }),
            json!({ "valuation": { "amount": "10.00", "currency": "CNY", "basis": "MARKED_PRICE" } }),
            json!({ "unit": "Carton", "valuation": { "amount": "10.00", "currency": "USD", "basis": "GENUINE_PRICE" } }),
            json!({ "valuation": null }),
        ] {
            writes(&cast.leader, "recordSeizure", goods(&world, &id, &site, more)).await.ok();
        }
        let read = outcome(&cast.leader, &id).await;
        assert_eq!(read.data("/offlineAction/outcome/values"), &json!([
            { "basis": "GENUINE_PRICE", "amount": "596000.01", "currency": "CNY", "lines": 2 },
            { "basis": "GENUINE_PRICE", "amount": "10.00", "currency": "USD", "lines": 1 },
            { "basis": "MARKED_PRICE", "amount": "10.00", "currency": "CNY", "lines": 1 },
        ]));
        assert_eq!(read.data("/offlineAction/outcome/quantities"), &json!([
            { "unit": "bottle", "quantity": "1201.5", "lines": 4 }, { "unit": "carton", "quantity": "400", "lines": 1 },
        ]));
    }

    async fn a_correction_keeps_what_was_and_counts_once_it_is_verified(world: World) {
        let cast = Cast::of(&world).await;
        let id = verified(&cast).await;
        let corrected = moves(&cast.second, "correctOutcome", &id, json!({ "reason": "Counted twice" })).await.ok();
        assert_eq!(corrected.text("/correctOutcome/action/state"), "EXECUTED");
        let read = outcome(&cast.leader, &id).await;
        let line = read.text("/offlineAction/outcome/seizures/0/id");
        let strike = json!({ "actionId": id, "entryId": line, "reason": "Twice the same bottles" });
        let without = with(strike.clone(), json!({ "reason": " " }));
        let refused = world.nothing_changes(writes(&cast.leader, "strikeOutcomeEntry", without)).await;
        assert_eq!(refused.error_field().as_deref(), Some("reason"), "{refused}");
        let long = with(strike.clone(), json!({ "reason": "x".repeat(1_001) }));
        world.nothing_changes(writes(&cast.leader, "strikeOutcomeEntry", long)).await.refused_with("BAD_USER_INPUT");
        writes(&cast.leader, "strikeOutcomeEntry", strike.clone()).await.ok();
        world.nothing_changes(writes(&cast.leader, "strikeOutcomeEntry", strike)).await.refused_with("TRANSITION_NOT_ALLOWED");
        moves(&cast.leader, "submitOutcome", &id, json!({})).await.ok();
        moves(&cast.second, "verifyOutcome", &id, json!({})).await.ok();
        let read = outcome(&cast.leader, &id).await;
        assert!(read.list("/offlineAction/outcome/seizures").is_empty());
        assert_eq!(read.number("/offlineAction/outcome/revision"), 2);
        let revisions = read.list("/offlineAction/outcome/revisions");
        assert_eq!((revisions.len(), &revisions[1]["reason"]), (2, &json!("Counted twice")));
        let struck: Vec<&Value> = revisions[0]["entries"].as_array().unwrap().iter().filter(|entry| !entry["struckIn"].is_null()).collect();
        let by = json!({ "id": cast.leader.public_id() });
        assert_eq!(struck, [&json!({ "kind": "SEIZURE", "label": "Baijiu, 500 ml", "struckIn": 2, "struckReason": "Twice the same bottles", "struckBy": by })]);
        let log = entity::audit_entry::Entity::find().all(world.app.db.read()).await.unwrap();
        let entry = log.iter().find(|entry| entry.action == "strikeOutcomeEntry").unwrap();
        assert!(entry.detail.contains("Twice the same bottles"), "{entry:?}");
    }

    async fn who_a_suspect_is_lies_sealed_and_is_shown_to_the_team_and_logged(world: World) {
        let cast = Cast::of(&world).await;
        let id = verified(&cast).await;
        let read = outcome(&cast.admin, &id).await;
        let (masked, of) = (read.text("/offlineAction/outcome/suspects/0/maskedName"), read.text("/offlineAction/outcome/suspects/0/id"));
        assert_ne!(masked, "Wang Wei");
        let kept = entity::suspect_record::Entity::find().one(world.app.db.read()).await.unwrap().unwrap();
        for hidden in ["Wang", "13800138000"] {
            assert!(!format!("{kept:?}").contains(hidden), "{hidden} in clear: {kept:?}");
        }
        let document = "mutation($id: ID!) { revealSuspect(input: { suspectId: $id, purpose: INVESTIGATION }) { suspect { name identifiers } userErrors { code } } }";
        let reveals = async |by: &Person| by.graphql(document, json!({ "id": of })).await;
        for by in [&cast.admin, &cast.acme.investigator().await] {
            world.nothing_changes(reveals(by)).await.refused_with("FORBIDDEN");
        }
        let shown = reveals(&cast.officer).await.ok();
        assert_eq!(shown.text("/revealSuspect/suspect/name"), "Wang Wei");
        let log = entity::audit_entry::Entity::find().all(world.app.db.read()).await.unwrap();
        let entry = log.iter().find(|entry| entry.action == "revealSuspect").unwrap();
        assert!(entry.actor_id == Some(cast.officer.id) && entry.detail.contains("INVESTIGATION"), "{entry:?}");
        world.after_days(731);
        assert_eq!(touchstone::actions::jobs::forget(&world.app).await.unwrap(), 1);
        assert_eq!(touchstone::actions::jobs::forget(&world.app).await.unwrap(), 0);
        assert!(outcome(&cast.leader, &id).await.data("/offlineAction/outcome/suspects/0/maskedName").is_null());
        world.nothing_changes(reveals(&cast.officer)).await.refused_with("TRANSITION_NOT_ALLOWED");
    }

    async fn what_is_wrong_is_said_by_its_field(world: World) {
        let cast = Cast::of(&world).await;
        let id = cast.brought_to("EXECUTED", json!({})).await;
        let site = sites(&cast.leader, &id).await.remove(0);
        let elsewhere = world.unknown(touchstone::platform::ids::IdKind::Site);
        for (more, field) in [
            (json!({ "siteId": elsewhere }), "siteId"),
            (json!({ "quantity": "0" }), "quantity"),
            (json!({ "quantity": "1.2345" }), "quantity"),
            (json!({ "on": "2026-03-20" }), "on"),
            (json!({ "disposition": "DESTROYED" }), "disposition"),
            (json!({ "valuation": { "amount": "1.001", "currency": "CNY", "basis": "GENUINE_PRICE" } }), "valuation.amount"),
        ] {
            let refused = world.nothing_changes(writes(&cast.leader, "recordSeizure", goods(&world, &id, &site, more.clone()))).await;
            refused.refused_with("BAD_USER_INPUT");
            assert_eq!(refused.error_field().as_deref(), Some(field), "{more}: {refused}");
        }
        let early = cast.brought_to("SCHEDULED", json!({ "sites": [super::site("330203", "Elsewhere")] })).await;
        world.nothing_changes(writes(&cast.leader, "recordSuspect", suspect(&world, &early, "X", "CAPTURED"))).await.refused_with("TRANSITION_NOT_ALLOWED");
    }
}
