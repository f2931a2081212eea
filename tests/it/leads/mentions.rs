//! Naming people in comments: only those whom the author knows there and who see what is said.

use serde_json::{Value, json};
use touchstone::platform::ids::IdKind;

use crate::{
    both_databases,
    support::{Asks as _, Lead, Person, Response},
};

const OWN: &str = "OWNER_AND_MY_ORGANIZATION";
const ALL: &str = "EVERYONE_WHO_SEES_THE_LEAD";

async fn mentionable_in(by: &Person, lead: &str, query: &str) -> Response {
    let document = "query($id: ID!, $query: String) { mentionable(leadId: $id, query: $query) { id name } }";
    by.graphql(document, json!({ "id": lead, "query": query })).await
}

async fn mentionable(by: &Person, lead: &Lead, query: &str) -> Response {
    mentionable_in(by, &lead.public_id(), query).await
}

async fn names(by: &Person, lead: &Lead) -> Vec<String> {
    let mut names = mentionable(by, lead, "").await.ok().texts("/mentionable", "/name");
    names.sort();
    names
}

/// What a reader sees of the mentions of a lead's comments: names, and whether they are people.
async fn mentioned(by: &Person, lead: &Lead) -> Vec<(String, bool)> {
    let document =
        "query($id: ID!) { lead(id: $id) { comments { nodes { mentions { marker name person { id } } } } } }";
    let answer = by.graphql(document, json!({ "id": lead.public_id() })).await.ok();
    let mut found = Vec::new();
    for comment in answer.list("/lead/comments/nodes") {
        for mention in comment["mentions"].as_array().unwrap() {
            found.push((
                mention["name"].as_str().unwrap().to_owned(),
                !mention["person"].is_null(),
            ));
        }
    }
    found
}

async fn says_by_name(by: &Person, lead: &Lead) {
    let input = json!({ "idempotencyKey": by.world.id().to_string(), "leadId": lead.public_id(), "body": "We know this one",
        "audience": ALL, "attributionAllowed": true });
    by.act("addComment", input).await.ok();
}

both_databases! {
    async fn a_comment_names_a_colleague_by_a_marker(world: World) {
        let acme = world.brand("Acme").await;
        let (admin, colleague) = (acme.admin().await, acme.investigator().await);
        let lead = admin.creates(&acme).await;
        let said = admin.mentions(&lead, "@{1}, please look; thanks @{1}", OWN, &[&colleague]).await.ok();
        assert_eq!(said.text("/addComment/comment/body"), "@{1}, please look; thanks @{1}");
        assert_eq!(said.data("/addComment/comment/mentions"), &json!([{ "marker": "@{1}", "name": format!("{}, Acme", colleague.name), "person": { "id": colleague.public_id() } }]));
        for (body, people) in [("nobody", vec![&colleague]), ("@{1} @{2}", vec![&colleague]), ("@{2}", vec![&colleague])] {
            let refused = world.nothing_changes(admin.mentions(&lead, body, OWN, &people)).await;
            assert_eq!(refused.error_field().as_deref(), Some("body"), "{refused}");
        }
        admin.mentions(&lead, "A price of @{1} is text", OWN, &[]).await.ok();
    }

    async fn nobody_is_mentioned_who_is_not_known_there_or_does_not_see_the_comment(world: World) {
        let mut acme = world.brand("Acme").await;
        let second = acme.add_brand("Second").await;
        let (bolt, third) = (world.brand("Bolt").await, world.brand("Third").await);
        let (admin, reader, open) = (acme.admin().await, bolt.investigator().await, bolt.investigator().await);
        let elsewhere = acme.person_for(&[touchstone::permissions::Role::Mi], &[second]).await;
        let outsider = third.investigator().await;
        let lead = admin.prepares(&bolt).await;
        admin.shares(&lead, &[&bolt]).await.ok();
        says_by_name(&open, &lead).await;
        // A reader who only sees it, a colleague who does not, an outsider, and nobody at all.
        let unknown = Person { id: world.id(), ..admin.clone() };
        let mut refusals = Vec::new();
        for person in [&reader, &elsewhere, &outsider, &unknown] {
            let refused = world.nothing_changes(admin.mentions(&lead, "@{1}?", ALL, &[person])).await;
            assert_eq!(refused.error_field().as_deref(), Some("mentions"), "{refused}");
            refusals.push(refused);
        }
        assert!(refusals.windows(2).all(|pair| pair[0] == pair[1]), "the refusals tell nothing apart");
        assert_eq!(names(&admin, &lead).await, { let mut names = vec![admin.name.clone(), open.name.clone()]; names.sort(); names });
        admin.mentions(&lead, "@{1}, since when?", ALL, &[&open]).await.ok();
        let hidden = world.nothing_changes(admin.mentions(&lead, "@{1}, between us", OWN, &[&open])).await;
        assert_eq!(hidden.error_field().as_deref(), Some("mentions"), "it would not see this comment");
        let narrowed = mentionable(&admin, &lead, &open.name.to_uppercase()).await.ok();
        assert_eq!(narrowed.texts("/mentionable", "/id"), [open.public_id()]);
        world.nothing_changes(mentionable(&outsider, &lead, "")).await.not_found();
        let missing = mentionable_in(&outsider, &world.unknown(IdKind::Lead), "").await;
        assert_eq!(missing.0, mentionable(&outsider, &lead, "").await.0, "nor does the list tell whether there is such a lead");
        assert_eq!(mentionable(&admin, &lead, &"x".repeat(101)).await.error_code(), Some("BAD_USER_INPUT"));
    }

    async fn who_is_mentioned_is_named_to_those_who_know_the_name(world: World) {
        let (acme, bolt) = (world.brand("Acme").await, world.brand("Bolt").await);
        let (admin, colleague) = (acme.admin().await, acme.investigator().await);
        let (reader, named) = (bolt.investigator().await, bolt.investigator().await);
        let lead = admin.prepares(&bolt).await;
        admin.shares(&lead, &[&bolt]).await.ok();
        admin.mentions(&lead, "@{1} compared it", ALL, &[&colleague]).await.ok();
        assert_eq!(mentioned(&reader, &lead).await, [("Acme".to_owned(), false)], "the owner is known by its name, its people are not");
        says_by_name(&named, &lead).await;
        admin.mentions(&lead, "@{1}, since when?", ALL, &[&named]).await.ok();
        assert_eq!(mentioned(&admin, &lead).await[1], (format!("{}, Bolt", named.name), true));
        let raw = reader.reads(&lead).await.ok().0.to_string();
        assert!(!raw.contains(&colleague.public_id()), "no id of a person who is not named: {raw}");
    }

    async fn an_owner_that_must_not_be_named_has_nobody_to_mention(world: World) {
        let (acme, bolt) = (world.brand("Acme").await, world.brand("Bolt").await);
        let (admin, reader) = (acme.admin().await, bolt.investigator().await);
        let lead = admin.prepares(&bolt).await;
        admin.shares(&lead, &[&bolt]).await.ok();
        says_by_name(&admin, &lead).await;
        assert_eq!(names(&reader, &lead).await.len(), 2);
        let input = json!({ "id": lead.public_id(), "expectedVersion": lead.row().await.version, "reason": "as agreed", "handling": { "attribution": "MUST_NOT" } });
        admin.act("changeLeadHandling", input).await.ok();
        assert_eq!(names(&reader, &lead).await, std::slice::from_ref(&reader.name));
        let refused = world.nothing_changes(reader.mentions(&lead, "@{1}?", ALL, &[&admin])).await;
        assert_eq!(refused.error_field().as_deref(), Some("mentions"));
    }

    async fn a_mention_comes_once_for_each_key_and_needs_an_id_of_a_person(world: World) {
        let acme = world.brand("Acme").await;
        let (admin, colleague) = (acme.admin().await, acme.investigator().await);
        let lead = admin.creates(&acme).await;
        let input = |mentions: Value| json!({ "idempotencyKey": "once", "leadId": lead.public_id(), "body": "@{1}", "audience": OWN, "mentions": mentions });
        let first = admin.act("addComment", input(json!([colleague.public_id()]))).await.ok();
        let again = world.nothing_changes(admin.act("addComment", input(json!([colleague.public_id()])))).await.ok();
        assert_eq!(first.0, again.0);
        world.nothing_changes(admin.act("addComment", input(json!([admin.public_id()])))).await.refused_with("IDEMPOTENCY_MISMATCH");
        world.nothing_changes(admin.act("addComment", input(json!([world.unknown(IdKind::Lead)])))).await.refused_with("INVALID_ID");
    }
}
