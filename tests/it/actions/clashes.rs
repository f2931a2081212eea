//! Actions that meet: found across members and agencies, told to the desk and to those who lead them.

use sea_orm::EntityTrait as _;
use serde_json::{Value, json};

use super::{Cast, acts, lists, moves, reads, row, site, told, window};
use crate::{
    both_databases,
    support::{Asks as _, Organization, Person, Response},
};

const HITS: &str = "query($open: Boolean) { deconflictionHits(first: 50, open: $open) { totalCount nodes { id kinds state version \
    resolution note allowedResolutions sides { recordId signed moves startsAt divisionCodes leadAgency { id } action { id } } } } }";

/// An agency with an action of its own, submitted.
pub struct Other {
    pub agency: Organization,
    pub leader: Person,
    pub id: String,
}

/// Another agency's own action at a site, submitted.
pub async fn other(cast: &Cast, name: &str, at: Value, when: Value) -> Other {
    let agency = cast.world.agency(name).await;
    let leader = agency.officer().await;
    let input = json!({ "idempotencyKey": "own", "title": "Parcels", "kind": "INSPECTION", "leadAgencyId": agency.public_id(),
        "team": [{ "personId": leader.public_id(), "role": "LEAD" }], "leadIds": [], "isOwnCase": true, "window": when, "sites": [at] });
    let made = acts(&leader, "proposeOfflineAction", input).await.ok();
    let id = made.text("/proposeOfflineAction/action/id");
    moves(&leader, "submitOfflineAction", &id, json!({})).await.ok();
    Other { agency, leader, id }
}

pub async fn hits(by: &Person, open: Option<bool>) -> Vec<Value> {
    let found = by.graphql(HITS, json!({ "open": open })).await.ok();
    let hits = found.list("/deconflictionHits/nodes").clone();
    assert_eq!(
        found.number("/deconflictionHits/totalCount"),
        i64::try_from(hits.len()).unwrap()
    );
    hits
}

pub async fn resolves(by: &Person, hit: &Value, resolution: &str, moves: Option<&Value>) -> Response {
    let document = "mutation($input: ResolveDeconflictionHitInput!) { resolveDeconflictionHit(input: $input) { hit { state resolution } userErrors { code field } } }";
    let input = json!({ "id": hit["id"], "expectedVersion": hit["version"], "resolution": resolution, "movesRecordId": moves, "note": "Spoken to both" });
    by.graphql(document, json!({ "input": input })).await
}

/// The record of an action on its side of a hit, as its leader sees it.
pub fn side_of<'a>(hit: &'a Value, agency: &Organization) -> &'a Value {
    let sides = hit["sides"].as_array().unwrap();
    let found = sides.iter().find(|side| side["leadAgency"]["id"] == agency.public_id());
    &found.unwrap()["recordId"]
}

/// Plans an action; the code of why not.
pub async fn plan(by: &Person, id: &str) -> Option<String> {
    moves(by, "planOfflineAction", id, json!({}))
        .await
        .error_code()
        .map(str::to_owned)
}

both_databases! {
    async fn two_in_the_same_division_meet_and_only_the_desk_and_their_leads_learn(world: World) {
        let cast = Cast::of(&world).await;
        let id = cast.proposed(json!({})).await;
        moves(&cast.desk, "submitOfflineAction", &id, json!({})).await.ok();
        let stranger = cast.acme.admin().await;
        let other = other(&cast, "Customs", site("330102", "Quay 7"), window("2026-03-13T06:00", "2026-03-13T08:00")).await;
        world.notified().await;
        for (by, sees) in [(&cast.leader, json!({ "id": id })), (&other.leader, json!({ "id": other.id }))] {
            let found = hits(by, Some(true)).await;
            assert_eq!(found.len(), 1);
            assert_eq!(found[0]["kinds"], json!(["AREA"]));
            let actions: Vec<&Value> = found[0]["sides"].as_array().unwrap().iter().map(|side| &side["action"]).collect();
            assert!(actions.contains(&&sees) && actions.contains(&&Value::Null), "its own alone: {found:?}");
            assert!(told(by).await.contains(&"ACTION_CLASH".to_owned()));
        }
        assert_eq!(hits(&cast.desk, None).await.len(), 1);
        assert!(told(&cast.desk).await.contains(&"ACTION_CLASH".to_owned()));
        assert!(hits(&cast.officer, None).await.is_empty(), "on the team, and not its lead");
        for by in [&cast.investigator, &stranger] {
            by.graphql(HITS, json!({})).await.refused_with("FORBIDDEN");
        }
        assert_eq!(reads(&cast.investigator, &id).await.ok().list("/offlineAction/clashes").len(), 0);
        let node = cast.officer.graphql("query($id: ID!) { node(id: $id) { id } }", json!({ "id": hits(&cast.desk, None).await[0]["id"] })).await.ok();
        assert!(node.data("/node").is_null());
        let records = "{ deconflictionRecords(first: 50) { totalCount nodes { startsAt divisionCodes hashCount hits { id } } } }";
        assert_eq!(cast.desk.graphql(records, json!({})).await.ok().number("/deconflictionRecords/totalCount"), 2);
        cast.leader.graphql(records, json!({})).await.refused_with("FORBIDDEN");
    }

    async fn what_meets_is_neither_planned_nor_approved_before_it_is_resolved(world: World) {
        let cast = Cast::of(&world).await;
        let id = cast.brought_to("PLANNED", json!({})).await;
        let other = other(&cast, "Customs", site("330102", "Market Road 1"), window("2026-04-01T06:00", "2026-04-01T08:00")).await;
        assert_eq!(hits(&cast.desk, Some(true)).await[0]["kinds"], json!(["SITE"]), "the same place within thirty days");
        assert_eq!(plan(&other.leader, &other.id).await.as_deref(), Some("TRANSITION_NOT_ALLOWED"));
        world.nothing_changes(moves(&cast.second, "approveOfflineAction", &id, json!({}))).await.refused_with("TRANSITION_NOT_ALLOWED");

        let hit = &hits(&cast.desk, Some(true)).await[0];
        assert_eq!(hit["allowedResolutions"], json!(["MERGE", "RESCHEDULE"]), "who leads none of the two signs nothing");
        world.nothing_changes(resolves(&cast.desk, hit, "PROCEED", None)).await.refused_with("FORBIDDEN");
        resolves(&cast.leader, hit, "PROCEED", None).await.ok();
        world.nothing_changes(resolves(&other.leader, hit, "PROCEED", None)).await.refused_with("STALE_VERSION");
        assert_eq!(plan(&other.leader, &other.id).await.as_deref(), Some("TRANSITION_NOT_ALLOWED"), "one has signed");
        let hit = &hits(&other.leader, Some(true)).await[0];
        resolves(&other.leader, hit, "PROCEED", None).await.ok();
        assert!(hits(&cast.desk, Some(true)).await.is_empty());
        assert_eq!(plan(&other.leader, &other.id).await, None);
        moves(&cast.second, "approveOfflineAction", &id, json!({})).await.ok();
    }

    async fn one_of_the_two_moves_and_they_meet_no_more(world: World) {
        let cast = Cast::of(&world).await;
        let id = cast.brought_to("DECONFLICTING", json!({})).await;
        let other = other(&cast, "Customs", site("330102", "Quay 7"), window("2026-03-12T06:00", "2026-03-12T08:00")).await;
        let hit = &hits(&cast.desk, Some(true)).await[0];
        let nobody = json!(world.unknown(touchstone::platform::ids::IdKind::Timebox));
        world.nothing_changes(resolves(&cast.desk, hit, "RESCHEDULE", Some(&nobody))).await.refused_with("BAD_USER_INPUT");
        world.nothing_changes(resolves(&cast.leader, hit, "RESCHEDULE", Some(side_of(hit, &other.agency)))).await.refused_with("FORBIDDEN");
        resolves(&cast.desk, hit, "RESCHEDULE", Some(side_of(hit, &other.agency))).await.ok();
        assert_eq!(plan(&other.leader, &other.id).await.as_deref(), Some("TRANSITION_NOT_ALLOWED"), "it has to move first");
        moves(&cast.leader, "planOfflineAction", &id, json!({})).await.ok();
        moves(&other.leader, "changeOfflineAction", &other.id, json!({ "window": window("2026-03-20T06:00", "2026-03-20T08:00") })).await.ok();
        assert!(hits(&cast.desk, Some(true)).await.is_empty());
        assert_eq!(plan(&other.leader, &other.id).await, None);
    }

    async fn one_goes_on_in_the_other_and_nobody_sees_more_by_that(world: World) {
        let cast = Cast::of(&world).await;
        let id = cast.brought_to("DECONFLICTING", json!({})).await;
        let other = other(&cast, "Customs", site("330102", "Quay 7"), window("2026-03-12T06:00", "2026-03-12T08:00")).await;
        let hit = &hits(&cast.desk, Some(true)).await[0];
        resolves(&cast.desk, hit, "MERGE", Some(side_of(hit, &cast.police))).await.ok();
        assert_eq!(row(&world, &id).await.state, "CANCELLED");
        assert_eq!(lists(&cast.leader, json!({})).await, std::slice::from_ref(&id));
        assert_eq!(lists(&other.leader, json!({})).await, std::slice::from_ref(&other.id));
        assert_eq!(plan(&other.leader, &other.id).await, None);
        let rests_on = entity::action_lead::Entity::find().all(world.app.db.read()).await.unwrap();
        let merged = row(&world, &other.id).await.id;
        assert!(rests_on.iter().any(|row| row.action_id == merged && row.lead_id == cast.lead.id), "the leads go along");
    }

    async fn what_takes_another_one_in_is_approved_anew(world: World) {
        let cast = Cast::of(&world).await;
        let id = cast.brought_to("PLANNED", json!({})).await;
        moves(&cast.second, "approveOfflineAction", &id, json!({})).await.ok();
        let other = other(&cast, "Customs", site("330102", "Quay 7"), window("2026-03-12T06:00", "2026-03-12T08:00")).await;
        let hit = &hits(&cast.desk, Some(true)).await[0];
        resolves(&cast.desk, hit, "MERGE", Some(side_of(hit, &other.agency))).await.ok();
        assert_eq!(row(&world, &other.id).await.state, "CANCELLED");
        assert_eq!(row(&world, &id).await.state, "DECONFLICTING");
        let approvals = entity::action_approval::Entity::find().all(world.app.db.read()).await.unwrap();
        assert!(approvals.is_empty(), "{approvals:?}");
    }

    async fn what_is_approved_by_both_sides_takes_nothing_in(world: World) {
        let cast = Cast::of(&world).await;
        cast.brought_to("APPROVED", json!({})).await;
        let other = other(&cast, "Customs", site("330102", "Quay 7"), window("2026-03-12T06:00", "2026-03-12T08:00")).await;
        let hit = &hits(&cast.desk, Some(true)).await[0];
        let merges = resolves(&cast.desk, hit, "MERGE", Some(side_of(hit, &other.agency)));
        world.nothing_changes(merges).await.refused_with("TRANSITION_NOT_ALLOWED");
    }

    async fn subjects_meet_by_what_they_are_known_by_and_nobody_sees_whose(world: World) {
        let cast = Cast::of(&world).await;
        let customs = cast.beside().await;
        let telegram = json!([{ "kind": "TELEGRAM", "value": "@harbour_boxes" }]);
        let names = async |of: &Cast| {
            let document = "mutation($input: AddSubjectInput!) { addSubject(input: $input) { subject { id } userErrors { code field } } }";
            let input = json!({ "idempotencyKey": "boxes", "leadId": of.lead.public_id(), "kind": "COMPANY", "name": "Boxes", "identifiers": telegram });
            of.admin.graphql(document, json!({ "input": input })).await.ok().text("/addSubject/subject/id")
        };
        let (ours, theirs) = (names(&cast).await, names(&customs).await);
        cast.brought_to("DECONFLICTING", json!({ "subjectIds": [ours] })).await;
        let elsewhere = json!({ "subjectIds": [theirs], "sites": [site("440305", "Far away 3")], "window": window("2026-03-25T06:00", "2026-03-25T18:00") });
        customs.brought_to("DECONFLICTING", elsewhere).await;
        let found = hits(&cast.leader, Some(true)).await;
        assert_eq!(found[0]["kinds"], json!(["SUBJECT"]), "{found:?}");
        assert!(!serde_json::to_string(&found).unwrap().contains("harbour"));
    }

    async fn i28_whoever_met_an_action_does_not_learn_where_it_goes(world: World) {
        let cast = Cast::of(&world).await;
        let id = cast.brought_to("DECONFLICTING", json!({})).await;
        let other = other(&cast, "Customs", site("330102", "Quay 7"), window("2026-03-12T06:00", "2026-03-12T08:00")).await;
        let hit = &hits(&cast.leader, None).await[0];
        moves(&other.leader, "changeOfflineAction", &other.id, json!({ "window": window("2026-03-25T06:00", "2026-03-25T08:00") })).await.ok();
        assert!(hits(&cast.leader, None).await.is_empty(), "they meet no more");
        assert_eq!(reads(&cast.leader, &id).await.ok().list("/offlineAction/clashes").len(), 0);
        let node = cast.leader.graphql("query($id: ID!) { node(id: $id) { id } }", json!({ "id": hit["id"] })).await.ok();
        assert!(node.data("/node").is_null());
        assert_eq!(hits(&cast.desk, None).await[0]["state"], "VOID", "the desk keeps it");
        moves(&other.leader, "changeOfflineAction", &other.id, json!({ "window": window("2026-03-13T06:00", "2026-03-13T08:00") })).await.ok();
        assert_eq!(hits(&cast.leader, Some(true)).await.len(), 1, "and meet again");
    }

    async fn what_is_given_up_stands_in_nobody_s_way(world: World) {
        let cast = Cast::of(&world).await;
        let id = cast.brought_to("DECONFLICTING", json!({})).await;
        let other = other(&cast, "Customs", site("330102", "Quay 7"), window("2026-03-12T06:00", "2026-03-12T08:00")).await;
        moves(&cast.leader, "cancelOfflineAction", &id, json!({ "reason": "No" })).await.ok();
        assert!(hits(&cast.desk, Some(true)).await.is_empty());
        assert_eq!(plan(&other.leader, &other.id).await, None);
    }
}
