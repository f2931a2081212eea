//! Suspects and deconfliction: whom an action met with, another one may be about; and what was agreed lapses where one moves.

use sea_orm::EntityTrait as _;
use serde_json::{Value, json};
use touchstone::actions;

use super::{
    Cast, acts,
    clashes::{hits, other, plan, resolves, side_of},
    moves,
    outcome::{outcome, suspect, verified, writes},
    row, site, told, window,
};
use crate::{
    both_databases,
    support::{Asks as _, with},
};

const PHONE: &str = "13800138000";

/// Names a company of which that telephone is known, in the lead of a cast; its id.
async fn names(of: &Cast) -> String {
    let document =
        "mutation($input: AddSubjectInput!) { addSubject(input: $input) { subject { id } userErrors { code field } } }";
    let phone = json!([{ "kind": "PHONE", "value": PHONE, "country": "CN" }]);
    let input = json!({ "idempotencyKey": "boxes", "leadId": of.lead.public_id(), "kind": "COMPANY", "name": "Boxes", "identifiers": phone });
    let named = of.admin.graphql(document, json!({ "input": input })).await.ok();
    named.text("/addSubject/subject/id")
}

/// Somewhere else, a fortnight later.
fn elsewhere(subjects: &[&str]) -> Value {
    json!({ "subjectIds": subjects, "sites": [site("440305", "Far away 3")],
        "window": window("2026-03-25T06:00", "2026-03-25T18:00") })
}

/// That the two met in somebody, that only the desk and those who lead them learn, and that nobody learns in whom.
async fn met(cast: &Cast, customs: &Cast) {
    cast.world.notified().await;
    for by in [&cast.leader, &customs.leader, &cast.desk] {
        let found = hits(by, Some(true)).await;
        assert_eq!((found.len(), &found[0]["kinds"]), (1, &json!(["SUBJECT"])), "{found:?}");
        assert!(!found[0].to_string().contains(PHONE), "{found:?}");
        assert!(told(by).await.contains(&"ACTION_CLASH".to_owned()));
    }
    assert!(hits(&cast.officer, None).await.is_empty() && hits(&customs.officer, None).await.is_empty());
}

both_databases! {
    async fn what_is_corrected_after_it_was_closed_is_compared_again(world: World) {
        let cast = Cast::of(&world).await;
        let id = verified(&cast).await;
        moves(&cast.second, "startFollowUp", &id, json!({})).await.ok();
        let read = outcome(&cast.leader, &id).await;
        let (of, line) = (read.text("/offlineAction/outcome/suspects/0/id"), read.text("/offlineAction/outcome/seizures/0/id"));
        let back = json!({ "seizureId": line, "expectedVersion": 1, "disposition": "RETURNED", "on": "2026-03-09" });
        writes(&cast.leader, "recordDisposition", back).await.ok();
        writes(&cast.second, "endFollowUp", json!({ "id": of, "expectedVersion": 1, "reason": "Fled abroad" })).await.ok();
        moves(&cast.second, "closeOfflineAction", &id, json!({})).await.ok();
        let compared = async || entity::deconfliction_record::Entity::find().one(world.app.db.read()).await.unwrap().unwrap();
        assert!(!compared().await.live);
        moves(&cast.second, "correctOutcome", &id, json!({ "reason": "Counted anew" })).await.ok();
        let record = compared().await;
        assert!(record.live && record.hashes.len() > 4, "{record:?}");
    }

    async fn an_action_meets_one_whose_suspect_it_is_about(world: World) {
        let cast = Cast::of(&world).await;
        let customs = cast.beside().await;
        let subject = names(&customs).await;
        let id = cast.brought_to("EXECUTED", json!({})).await;
        writes(&cast.officer, "recordSuspect", suspect(&world, &id, "Wang Wei", "AT_LARGE")).await.ok();
        assert!(hits(&cast.desk, None).await.is_empty());
        let planned = customs.brought_to("DECONFLICTING", elsewhere(&[&subject])).await;
        met(&cast, &customs).await;
        assert_eq!(plan(&customs.leader, &planned).await.as_deref(), Some("TRANSITION_NOT_ALLOWED"));

        // What is over neither moves nor takes in another one.
        let hit = &hits(&cast.desk, Some(true)).await[0];
        for (resolution, of) in [("RESCHEDULE", &cast.police), ("MERGE", &cast.police), ("MERGE", &customs.police)] {
            let says = resolves(&cast.desk, hit, resolution, Some(side_of(hit, of)));
            world.nothing_changes(says).await.refused_with("TRANSITION_NOT_ALLOWED");
        }
        for by in [&cast.leader, &customs.leader] {
            let hit = &hits(by, Some(true)).await[0];
            resolves(by, hit, "PROCEED", None).await.ok();
        }
        assert_eq!(plan(&customs.leader, &planned).await, None);
    }

    async fn a_suspect_meets_an_action_that_is_planned(world: World) {
        let cast = Cast::of(&world).await;
        let customs = cast.beside().await;
        let subject = names(&customs).await;
        customs.brought_to("DECONFLICTING", elsewhere(&[&subject])).await;
        let id = cast.brought_to("EXECUTED", json!({})).await;
        assert!(hits(&cast.desk, None).await.is_empty());
        writes(&cast.officer, "recordSuspect", suspect(&world, &id, "Wang Wei", "AT_LARGE")).await.ok();
        met(&cast, &customs).await;

        let of = outcome(&cast.leader, &id).await.text("/offlineAction/outcome/suspects/0/id");
        let strike = json!({ "actionId": id, "entryId": of, "reason": "Somebody else" });
        writes(&cast.leader, "strikeOutcomeEntry", strike).await.ok();
        assert!(hits(&customs.leader, None).await.is_empty(), "who was struck is compared no more");
        assert_eq!(hits(&cast.desk, None).await[0]["state"], "VOID");
    }

    async fn what_many_share_ties_no_suspects(world: World) {
        let cast = Cast::of(&world).await;
        let customs = cast.beside().await;
        let hotline = json!({ "identifiers": [{ "kind": "PHONE", "value": "400-810-8888", "country": "CN" }] });
        for (of, more) in [(&cast, json!({})), (&customs, elsewhere(&[]))] {
            let id = of.brought_to("EXECUTED", more).await;
            let met = with(suspect(&world, &id, "Wang Wei", "AT_LARGE"), hotline.clone());
            writes(&of.officer, "recordSuspect", met).await.ok();
        }
        assert!(hits(&cast.desk, None).await.is_empty());
    }

    async fn i39_by_what_a_suspect_is_known_is_compared_as_long_as_it_is_kept(world: World) {
        let cast = Cast::of(&world).await;
        let id = cast.brought_to("EXECUTED", json!({})).await;
        writes(&cast.officer, "recordSuspect", suspect(&world, &id, "Wang Wei", "AT_LARGE")).await.ok();
        let compared = async || entity::deconfliction_record::Entity::find().one(world.app.db.read()).await.unwrap().unwrap();
        let record = compared().await;
        assert!(record.live && record.hashes.len() > 4 && record.places == "[]" && record.divisions == "[]", "{record:?}");
        world.after_days(731);
        assert_eq!(actions::jobs::forget(&world.app).await.unwrap(), 1);
        let record = compared().await;
        assert!(!record.live && record.hashes == "[]", "{record:?}");
    }

    async fn who_signs_has_seen_where_both_are(world: World) {
        let cast = Cast::of(&world).await;
        cast.brought_to("DECONFLICTING", json!({})).await;
        let other = other(&cast, "Customs", site("330102", "Market Road 1"), window("2026-04-01T06:00", "2026-04-01T08:00")).await;
        let before = hits(&cast.leader, Some(true)).await.remove(0);
        let later = json!({ "window": window("2026-04-02T06:00", "2026-04-02T08:00") });
        moves(&other.leader, "changeOfflineAction", &other.id, later).await.ok();
        world.nothing_changes(resolves(&cast.leader, &before, "PROCEED", None)).await.refused_with("STALE_VERSION");
        let now = hits(&cast.leader, Some(true)).await.remove(0);
        resolves(&cast.leader, &now, "PROCEED", None).await.ok();
    }

    async fn what_both_signed_lapses_where_one_of_the_two_moves(world: World) {
        let cast = Cast::of(&world).await;
        let id = cast.brought_to("DECONFLICTING", json!({})).await;
        let other = other(&cast, "Customs", site("330102", "Market Road 1"), window("2026-04-01T06:00", "2026-04-01T08:00")).await;
        let both_sign = async || {
            for by in [&cast.leader, &other.leader] {
                let hit = &hits(by, Some(true)).await[0];
                resolves(by, hit, "PROCEED", None).await.ok();
            }
            assert!(hits(&cast.desk, Some(true)).await.is_empty());
        };
        both_sign().await;
        moves(&cast.officer, "changeOfflineAction", &id, json!({ "title": "Bags" })).await.ok();
        assert!(hits(&cast.desk, Some(true)).await.is_empty(), "what it is called was not agreed upon");

        let lapsed = async || {
            let open = hits(&cast.desk, Some(true)).await;
            assert_eq!((open.len(), &open[0]["state"], &open[0]["resolution"]), (1, &json!("OPEN"), &Value::Null), "{open:?}");
            assert!(open[0]["sides"].as_array().unwrap().iter().all(|side| side["signed"] == false), "{open:?}");
            assert_eq!(plan(&other.leader, &other.id).await.as_deref(), Some("TRANSITION_NOT_ALLOWED"));
        };
        let later = json!({ "window": window("2026-04-02T06:00", "2026-04-02T08:00") });
        moves(&other.leader, "changeOfflineAction", &other.id, later).await.ok();
        lapsed().await;
        both_sign().await;
        let version = row(&world, &id).await.version;
        let more = json!({ "idempotencyKey": "more", "actionId": id, "expectedVersion": version, "site": site("330102", "Market Road 9") });
        acts(&cast.officer, "addActionSite", more).await.ok();
        lapsed().await;

        // One signature lapses as two do.
        let hit = &hits(&cast.leader, Some(true)).await[0];
        resolves(&cast.leader, hit, "PROCEED", None).await.ok();
        let back = json!({ "window": window("2026-04-01T06:00", "2026-04-01T08:00") });
        moves(&other.leader, "changeOfflineAction", &other.id, back).await.ok();
        let open = hits(&other.leader, Some(true)).await;
        assert!(open[0]["sides"].as_array().unwrap().iter().all(|side| side["signed"] == false), "{open:?}");
        both_sign().await;
        assert_eq!(plan(&other.leader, &other.id).await, None);
    }
}
