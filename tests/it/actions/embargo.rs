//! Nothing about an embargoed action reaches anybody but its team, whatever way is asked.

use serde_json::{Value, json};
use touchstone::{audit, calendar_feeds, permissions::Role, platform::ids::IdKind};

use super::{Cast, lists, moves, reads, row, told};
use crate::{
    both_databases,
    support::{Asks as _, Person, World},
};

/// What somebody sees of a lead, of all leads, of the log and of what it was told, and whether there is an action.
async fn picture(by: &Person, cast: &Cast) -> Value {
    let mut picture = Vec::new();
    for document in [
        "query($id: ID!) { lead(id: $id) { state version updatedAt inAction timeline(first: 50) { nodes { kind } } followUp { watched } } }",
        "{ leads(first: 50) { totalCount nodes { id version inAction } } }",
        "{ leads(first: 50, orderBy: { field: PRIORITY, direction: DESC }) { nodes { id } } }",
        "{ unreadNotifications notifications(first: 50) { totalCount nodes { kind } } }",
        "{ search(query: \"market\", first: 50) { totalCount nodes { kind } } }",
        "{ auditEntries(first: 50) { totalCount nodes { action objectId } } }",
        "{ offlineActions(first: 50) { totalCount nodes { id } } }",
        "{ actionSites(first: 50) { totalCount nodes { id } } }",
        "{ actionSiteMap { sites places { country sites } } }",
        "{ handOvers(first: 50) { totalCount nodes { id actions { id } } } }",
        "{ enforcementOperations(first: 50) { totalCount nodes { id } } }",
    ] {
        let variables = match document.contains("$id") {
            true => json!({ "id": cast.lead.public_id() }),
            false => json!({}),
        };
        let answer = by.graphql(document, variables).await;
        picture.push(json!([document, answer.0]));
    }
    Value::Array(picture)
}

async fn feed(by: &Person) -> String {
    let document = "mutation { createCalendarFeed { url userErrors { code } } }";
    let url = by
        .graphql(document, json!({}))
        .await
        .ok()
        .text("/createCalendarFeed/url");
    let secret = url.rsplit_once('/').unwrap().1.strip_suffix(".ics").unwrap();
    calendar_feeds::hand_out(&by.world.app, secret)
        .await
        .unwrap()
        .unwrap()
        .body
}

/// Who must know nothing: colleagues and bosses of the team, the rest of the desk, and everybody else.
async fn outsiders(world: &World, cast: &Cast) -> Vec<Person> {
    let stranger = world.brand("Stranger").await;
    let home = crate::support::Organization {
        id: cast.desk.organization,
        ..cast.acme.clone()
    };
    vec![
        cast.acme.investigator().await,
        cast.acme.admin().await,
        home.desk().await,
        home.secretariat_admin().await,
        cast.police.officer().await,
        world.agency("Customs").await.officer().await,
        stranger.admin().await,
        world.auditor("Auditor").await.person(&[Role::Au]).await,
    ]
}

both_databases! {
    async fn i28_an_embargoed_action_is_invisible_outside_its_team(world: World) {
        let cast = Cast::of(&world).await;
        let outsiders = outsiders(&world, &cast).await;
        // The log is asked as it stood before; acts of the desk are not the outsiders' to see.
        world.notified().await;
        let mut before = Vec::new();
        for person in &outsiders {
            before.push(picture(person, &cast).await);
        }
        let id = cast.brought_to("IN_PROGRESS", json!({})).await;
        world.notified().await;
        for (person, before) in outsiders.iter().zip(&before) {
            let now = picture(person, &cast).await;
            assert_eq!(&now, before, "{}", person.name);
            let read = reads(person, &id).await;
            assert!(matches!(read.error_code(), Some("NOT_FOUND" | "FORBIDDEN")), "{}: {read}", person.name);
            let node = person.graphql("query($id: ID!) { node(id: $id) { id } }", json!({ "id": id })).await;
            assert!(node.0["data"]["node"].is_null(), "{}: {node}", person.name);
        }
        for person in &outsiders[..5] {
            for mutation in ["submitOfflineAction", "approveOfflineAction", "askOfflineActionStop"] {
                let more = if mutation == "askOfflineActionStop" { json!({ "reason": "No" }) } else { json!({}) };
                let refused = world.nothing_changes(moves(person, mutation, &id, more)).await;
                assert!(matches!(refused.error_code(), Some("NOT_FOUND" | "FORBIDDEN")), "{refused}");
            }
        }
        for person in [&cast.desk, &cast.leader, &cast.officer, &cast.investigator] {
            assert_eq!(lists(person, json!({})).await, std::slice::from_ref(&id));
        }
        assert!(!told(&cast.officer).await.is_empty());
    }

    async fn i28_a_lead_in_action_says_so_to_the_team_alone(world: World) {
        let cast = Cast::of(&world).await;
        let in_action = async |by: &Person| {
            let read = by.graphql("query($id: ID!) { lead(id: $id) { inAction } }", json!({ "id": cast.lead.public_id() })).await.ok();
            read.data("/lead/inAction").clone()
        };
        let id = cast.brought_to("PLANNED", json!({})).await;
        assert_eq!(in_action(&cast.investigator).await, json!(false), "not before it is approved");
        for by in [&cast.second, &cast.leader] {
            moves(by, "approveOfflineAction", &id, json!({})).await.ok();
        }
        assert_eq!(in_action(&cast.investigator).await, json!(true));
        assert_eq!(in_action(&cast.admin).await, json!(false), "whose lead it is, but not on the team");
        moves(&cast.leader, "releaseOfflineAction", &id, json!({ "reason": "In the press" })).await.ok();
        assert_eq!(in_action(&cast.admin).await, json!(true));
    }

    async fn once_released_the_desk_and_the_team_s_organisations_see_it(world: World) {
        let cast = Cast::of(&world).await;
        let outsiders = outsiders(&world, &cast).await;
        let id = cast.brought_to("SCHEDULED", json!({})).await;
        world.nothing_changes(moves(&cast.desk, "releaseOfflineAction", &id, json!({ "reason": "x" }))).await.refused_with("FORBIDDEN");
        moves(&cast.leader, "releaseOfflineAction", &id, json!({ "reason": "In the press" })).await.ok();
        let mut seen = Vec::new();
        for person in &outsiders {
            seen.push(reads(person, &id).await.error_code().is_none());
        }
        // Colleague and administrator of the member, desk, not the administrator of the secretariat, colleague of the agency.
        assert_eq!(seen, [true, true, true, false, true, false, false, false]);
        world.nothing_changes(moves(&outsiders[0], "changeOfflineAction", &id, json!({ "title": "Mine" }))).await.refused_with("FORBIDDEN");
    }

    async fn i28_a_wall_around_a_lead_stands_around_its_actions(world: World) {
        let cast = Cast::of(&world).await;
        let id = cast.brought_to("SCHEDULED", json!({})).await;
        moves(&cast.leader, "releaseOfflineAction", &id, json!({ "reason": "In the press" })).await.ok();
        reads(&cast.investigator, &id).await.ok();
        let tx = world.begin().await;
        let action = row(&world, &id).await.id;
        touchstone::audience::set_walls(&tx, action, &[cast.acme.id]).await.unwrap();
        let act = audit::Act::on(audit::Category::Admin, "test", IdKind::Action, action);
        let proof = audit::record(&tx, world.app.ids.as_ref(), audit::Actor::System, act).await.unwrap();
        tx.commit(proof).await.unwrap();
        world.authorization_changed().await;
        reads(&cast.investigator, &id).await.not_found();
        assert!(lists(&cast.investigator, json!({})).await.is_empty());
        reads(&cast.officer, &id).await.ok();
    }

    async fn i28_a_wall_that_comes_later_stands_around_the_actions_too(world: World) {
        let cast = Cast::of(&world).await;
        let (deva, elan) = (world.brand("Deva").await, world.brand("Elan").await);
        let theirs = deva.investigator().await;
        let member = |person: &Person, role: &str| json!({ "personId": person.public_id(), "role": role });
        let team = json!([member(&cast.leader, "LEAD"), member(&cast.investigator, "INVESTIGATOR"), member(&theirs, "INVESTIGATOR")]);
        let id = cast.proposed(json!({ "team": team })).await;
        reads(&theirs, &id).await.ok();
        let request = json!({ "grants": [{ "organizationId": elan.public_id() }],
            "excludeOrganizationIds": [deva.public_id(), cast.police.public_id()] });
        cast.admin.shares_by(&cast.lead, request).await.ok();
        reads(&theirs, &id).await.not_found();
        assert!(lists(&theirs, json!({})).await.is_empty());
        world.nothing_changes(moves(&theirs, "submitOfflineAction", &id, json!({}))).await.not_found();
        let read = reads(&cast.leader, &id).await.ok();
        assert!(read.list("/offlineAction/leads").is_empty(), "who leads it goes on, and sees nothing of the lead");
        assert_eq!(reads(&cast.investigator, &id).await.ok().texts("/offlineAction/leads", "/id"), [cast.lead.public_id()]);
    }

    async fn i28_a_calendar_says_when_and_no_more(world: World) {
        let cast = Cast::of(&world).await;
        let id = cast.brought_to("SCHEDULED", json!({})).await;
        let reference = row(&world, &id).await.reference;
        let file = feed(&cast.officer).await;
        assert!(file.contains("DTSTART:20260311T220000Z") && file.contains("Restricted appointment"), "{file}");
        for hidden in [reference.as_str(), "market", "Market", id.as_str()] {
            assert!(!file.contains(hidden), "{hidden}: {file}");
        }
        assert!(!feed(&cast.admin).await.contains("20260311T220000Z"));
        moves(&cast.leader, "releaseOfflineAction", &id, json!({ "reason": "In the press" })).await.ok();
        assert!(feed(&cast.officer).await.contains(&reference));
    }
}
