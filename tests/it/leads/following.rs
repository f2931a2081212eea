//! Who is on a lead and who watches it: notes of an organisation and of a person, which nobody else learns of.

use serde_json::{Value, json};

use crate::{
    both_databases,
    support::{Asks as _, Lead, Person, draft, with},
};

async fn offered(by: &Person, root: &str, lead: &Lead, query: &str) -> Vec<String> {
    let document = format!("query($id: ID!, $query: String) {{ {root}(leadId: $id, query: $query) {{ name }} }}");
    let answer = by
        .graphql(&document, json!({ "id": lead.public_id(), "query": query }))
        .await
        .ok();
    answer.texts(&format!("/{root}"), "/name")
}

both_databases! {
    async fn an_organisation_puts_one_of_its_people_on_a_lead(world: World) {
        let acme = world.brand("Acme").await;
        let (admin, one, other) = (acme.admin().await, acme.investigator().await, acme.investigator().await);
        let lead = admin.creates(&acme).await;
        let nobody = admin.follow_up(&lead).await;
        assert_eq!((&nobody["assignee"], &nobody["version"]), (&Value::Null, &json!(0)));
        assert_eq!(nobody["allowedActions"], json!(["ASSIGN", "UNWATCH"]), "who wrote it watches it");
        admin.assigns(&lead, Some(&one)).await.ok();
        assert_eq!(other.follow_up(&lead).await["assignee"]["id"], one.public_id());
        admin.assigns(&lead, Some(&other)).await.ok();
        let noted = admin.follow_up(&lead).await;
        assert_eq!((noted["assignee"]["id"].as_str(), &noted["version"]), (Some(&*other.public_id()), &json!(2)), "one at a time");
        let stale = admin.act("assignLead", json!({ "id": lead.public_id(), "expectedVersion": 1, "personId": one.public_id() }));
        world.nothing_changes(stale).await.refused_with("STALE_VERSION");
        admin.assigns(&lead, None).await.ok();
        assert_eq!(admin.follow_up(&lead).await["assignee"], Value::Null);
    }

    async fn i30_who_is_on_a_lead_is_the_organisation_s_own_note(world: World) {
        let (acme, bolt) = (world.brand("Acme").await, world.brand("Bolt").await);
        let (admin, reader) = (acme.admin().await, bolt.investigator().await);
        let desk = world.secretariat().await.desk().await;
        let lead = admin.prepares(&bolt).await;
        admin.shares(&lead, &[&bolt]).await.ok();
        let before = admin.reads(&lead).await.ok();
        reader.assigns(&lead, Some(&reader)).await.ok();
        for stranger in [&admin, &desk] {
            let noted = stranger.follow_up(&lead).await;
            assert_eq!((&noted["assignee"], &noted["version"], &noted["assignedAt"]), (&Value::Null, &json!(0), &Value::Null));
            assert_eq!(stranger.lists(json!({ "assignee": "NOBODY" })).await.len(), 1);
        }
        assert_eq!(admin.reads(&lead).await.ok().0, before.0, "neither the timeline nor the version tells of it");
        let document = "{ deliveries(filter: { assignee: ME }) { totalCount nodes { followUp { assignee { id } } } } }";
        let mine = reader.graphql(document, json!({})).await.ok();
        assert_eq!(mine.texts("/deliveries/nodes", "/followUp/assignee/id"), [reader.public_id()]);
        assert_eq!(desk.graphql(document, json!({})).await.ok().number("/deliveries/totalCount"), 0);
        let log = "{ auditEntries(filter: { actions: [\"assignLead\"] }) { totalCount } }";
        assert_eq!(admin.graphql(log, json!({})).await.ok().number("/auditEntries/totalCount"), 0, "nor does its log");
    }

    async fn only_a_colleague_who_sees_the_lead_can_be_put_on_it(world: World) {
        let mut acme = world.brand("Acme").await;
        let second = acme.add_brand("Second").await;
        let bolt = world.brand("Bolt").await;
        let admin = acme.admin().await;
        let elsewhere = acme.person_for(&[touchstone::permissions::Role::Mi], &[second]).await;
        let finance = acme.person(&[touchstone::permissions::Role::Mf]).await;
        let (stranger, gone) = (bolt.investigator().await, acme.investigator().await);
        let lead = admin.creates(&acme).await;
        gone.put_into("SUSPENDED").await;
        let mut refusals = Vec::new();
        for person in [elsewhere.public_id(), finance.public_id(), stranger.public_id(), gone.public_id(), world.unknown(touchstone::platform::ids::IdKind::Person)] {
            let input = json!({ "id": lead.public_id(), "expectedVersion": 0, "personId": person });
            let refused = world.nothing_changes(admin.act("assignLead", input)).await;
            refused.refused_with("BAD_USER_INPUT");
            refusals.push(refused);
        }
        assert!(refusals.windows(2).all(|pair| pair[0] == pair[1]), "whoever is not offered does not exist");
        assert_eq!(offered(&admin, "assignable", &lead, "").await, std::slice::from_ref(&admin.name));
        let input = json!({ "id": lead.public_id(), "expectedVersion": 0, "personId": stranger.public_id() });
        world.nothing_changes(stranger.act("assignLead", input)).await.not_found();
    }

    async fn on_a_red_lead_only_named_people_can_be_put_and_being_put_gives_no_sight(world: World) {
        let acme = world.brand("Acme").await;
        let (admin, named, other) = (acme.admin().await, acme.investigator().await, acme.investigator().await);
        let lead = admin.creates(&acme).await;
        admin.assigns(&lead, Some(&other)).await.ok();
        let change = json!({ "id": lead.public_id(), "expectedVersion": lead.row().await.version, "tlp": "RED", "reason": "informant", "namedPersonIds": [named.public_id()] });
        admin.act("changeLeadTlp", change).await.ok();
        other.reads(&lead).await.not_found();
        assert!(other.lists(json!({ "assignee": "ME" })).await.is_empty(), "the note gives no sight");
        world.nothing_changes(admin.assigns(&lead, Some(&other))).await.refused_with("BAD_USER_INPUT");
        admin.assigns(&lead, Some(&named)).await.ok();
        let mut able = offered(&admin, "assignable", &lead, "acme").await;
        let mut expected = vec![admin.name.clone(), named.name.clone()];
        able.sort();
        expected.sort();
        assert_eq!(able, expected);
    }

    async fn lists_are_narrowed_by_who_is_on_a_lead_and_what_is_watched(world: World) {
        let acme = world.brand("Acme").await;
        let (admin, colleague) = (acme.admin().await, acme.investigator().await);
        let mut leads = Vec::new();
        for title in ["One", "Two", "Three"] {
            leads.push(admin.creates_from(with(draft(&acme), json!({ "title": title }))).await);
        }
        admin.assigns(&leads[0], Some(&colleague)).await.ok();
        admin.assigns(&leads[1], Some(&admin)).await.ok();
        assert_eq!(colleague.lists(json!({ "assignee": "ME" })).await, ["One"]);
        assert_eq!(admin.lists(json!({ "assignee": "ME" })).await, ["Two"]);
        for person in [&admin, &colleague] {
            assert_eq!(person.lists(json!({ "assignee": "NOBODY" })).await, ["Three"]);
        }
        assert_eq!(colleague.lists(json!({ "watched": true })).await, ["One"], "who is on it watches it");
        colleague.watches(&leads[2], true).await.ok();
        assert_eq!(colleague.lists(json!({ "watched": true })).await, ["Three", "One"]);
        assert_eq!(admin.lists(json!({ "watched": true })).await.len(), 3, "what one wrote");
        assert_eq!(admin.lists(json!({ "watched": true, "assignee": "NOBODY" })).await, ["Three"]);
    }

    async fn who_stopped_watching_is_not_made_to_watch_again(world: World) {
        let acme = world.brand("Acme").await;
        let (admin, colleague) = (acme.admin().await, acme.investigator().await);
        let lead = admin.creates(&acme).await;
        colleague.comments(&lead, "Seen before", "OWNER_AND_MY_ORGANIZATION").await.ok();
        assert_eq!(colleague.follow_up(&lead).await["watched"], true, "who comments watches");
        colleague.watches(&lead, false).await.ok();
        colleague.comments(&lead, "And again", "OWNER_AND_MY_ORGANIZATION").await.ok();
        admin.assigns(&lead, Some(&colleague)).await.ok();
        let noted = colleague.follow_up(&lead).await;
        assert_eq!((&noted["watched"], &noted["allowedActions"]), (&json!(false), &json!(["ASSIGN", "WATCH"])));
        colleague.watches(&lead, true).await.ok();
        assert_eq!(colleague.follow_up(&lead).await["watched"], true);
        let stranger = world.brand("Bolt").await.investigator().await;
        world.nothing_changes(stranger.watches(&lead, true)).await.not_found();
    }

    async fn a_page_of_leads_with_who_is_on_them_costs_the_same_number_of_statements(world: World) {
        let acme = world.brand("Acme").await;
        let admin = acme.admin().await;
        let document = "query($first: Int) { leads(first: $first) { nodes { followUp { watched assignee { name } } } } }";
        for _ in 0..6 {
            let lead = admin.creates(&acme).await;
            admin.assigns(&lead, Some(&admin)).await.ok();
        }
        // What is noted once is not noted again.
        admin.graphql(document, json!({ "first": 6 })).await.ok();
        let (_, one) = world.counting_statements(admin.graphql(document, json!({ "first": 1 }))).await;
        let (_, six) = world.counting_statements(admin.graphql(document, json!({ "first": 6 }))).await;
        assert_eq!(one, six);
    }
}
