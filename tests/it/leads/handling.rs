//! How a lead may be used: what is permitted, who is named, and until when.

use serde_json::{Value, json};
use touchstone::permissions::{Role, viewer::PoaAction};

use crate::{
    both_databases,
    support::{Asks as _, Lead, Mandate, Person, Response, draft, with},
};

async fn changes(person: &Person, lead: &Lead, handling: Value) -> Response {
    let version = lead.row().await.version;
    let input =
        json!({ "id": lead.public_id(), "expectedVersion": version, "handling": handling, "reason": "as agreed" });
    person.act("changeLeadHandling", input).await
}

async fn owner(person: &Person, lead: &Lead) -> (Value, String) {
    let document = "query($id: ID!) { lead(id: $id) { owner { name } ownerName } }";
    let answer = person.graphql(document, json!({ "id": lead.public_id() })).await.ok();
    (answer.data("/lead/owner").clone(), answer.text("/lead/ownerName"))
}

both_databases! {
    async fn a_lead_says_how_it_may_be_used(world: World) {
        let (acme, other) = (world.brand("Acme").await, world.brand("Other").await);
        let (admin, reader) = (acme.admin().await, other.investigator().await);
        let lead = admin.prepares(&other).await;
        admin.shares(&lead, &[&other]).await.ok();
        let document = "query($id: ID!) { lead(id: $id) { handling { permittedActions affectedPartyNotification attribution usableUntil } } }";
        let read = async || reader.graphql(document, json!({ "id": lead.public_id() })).await.ok().data("/lead/handling").clone();
        let usual = json!({ "permittedActions": "DIRECT", "affectedPartyNotification": "MUST_NOT", "attribution": "MAY", "usableUntil": null });
        assert_eq!(read().await, usual, "nobody is tipped off unless the owner says so");
        let end = "2026-04-01T00:00:00Z";
        let new = json!({ "permittedActions": "CONTACT_FIRST", "affectedPartyNotification": "MAY", "attribution": "MUST", "usableUntil": end });
        changes(&admin, &lead, new.clone()).await.ok();
        assert_eq!(read().await, new);
        assert_eq!(lead.timeline().await.last().unwrap(), "HANDLING_CHANGED");
        world.nothing_changes(changes(&reader, &lead, json!({}))).await.refused_with("FORBIDDEN");
        let past = json!({ "usableUntil": "2026-03-01T00:00:00Z" });
        world.nothing_changes(changes(&admin, &lead, past)).await.refused_with("BAD_USER_INPUT");
    }

    async fn a_test_purchase_is_not_asked_for_where_acts_outside_are_not_permitted(world: World) {
        let (acme, other) = (world.brand("Acme").await, world.brand("Other").await);
        let (admin, reader) = (acme.admin().await, other.investigator().await);
        let lead = admin.prepares_from(with(draft(&other), json!({ "handling": { "permittedActions": "INTERNAL_ONLY" } }))).await;
        admin.shares(&lead, &[&other]).await.ok();
        let buy = json!({ "verdict": "NEEDS_TEST_PURCHASE", "reason": "hard to tell", "testPurchases": 2 });
        let refused = reader.on_delivery("answerDelivery", &lead, &other, buy.clone());
        let refused = world.nothing_changes(refused).await;
        refused.refused_with("BAD_USER_INPUT");
        assert_eq!(refused.error_field().as_deref(), Some("verdict"));
        changes(&admin, &lead, json!({ "permittedActions": "INDIRECT" })).await.ok();
        reader.on_delivery("answerDelivery", &lead, &other, buy).await.ok();
    }

    async fn what_may_be_used_no_longer_is_seen_by_its_keepers_alone(world: World) {
        let (acme, other) = (world.brand("Acme").await, world.brand("Other").await);
        let (admin, reader, desk) = (acme.admin().await, other.investigator().await, world.secretariat().await.desk().await);
        let until = (world.now() + jiff::SignedDuration::from_hours(5)).to_string();
        let lead = admin.prepares_from(with(draft(&other), json!({ "handling": { "usableUntil": until } }))).await;
        admin.shares(&lead, &[&other]).await.ok();
        reader.reads(&lead).await.ok();
        world.after_hours(5);
        reader.reads(&lead).await.not_found();
        assert!(reader.lists(json!({})).await.is_empty());
        admin.reads(&lead).await.ok();
        desk.reads(&lead).await.ok();
        changes(&admin, &lead, json!({ "usableUntil": null })).await.ok();
        reader.reads(&lead).await.ok();
    }

    async fn an_owner_who_must_not_be_named_is_known_by_a_pseudonym(world: World) {
        let (acme, other) = (world.brand("Acme").await, world.brand("Other").await);
        let (admin, reader, desk) = (acme.admin().await, other.investigator().await, world.secretariat().await.desk().await);
        let unnamed = json!({ "handling": { "attribution": "MUST_NOT" } });
        let lead = admin.prepares_from(with(draft(&other), unnamed.clone())).await;
        let second = admin.prepares_from(with(draft(&other), unnamed)).await;
        let named = admin.prepares(&other).await;
        for lead in [&lead, &second, &named] {
            admin.shares(lead, &[&other]).await.ok();
            let key = world.id().to_string();
            let words = json!({ "idempotencyKey": key, "leadId": lead.public_id(), "body": "Look at the zip",
                "audience": "EVERYONE_WHO_SEES_THE_LEAD", "attributionAllowed": true });
            admin.act("addComment", words).await.ok();
        }
        let (hidden, pseudonym) = owner(&reader, &lead).await;
        assert_eq!(hidden, Value::Null);
        assert!(pseudonym.starts_with("Member "), "{pseudonym}");
        assert_ne!(owner(&reader, &second).await.1, pseudonym, "another one in each lead");
        assert_eq!(owner(&reader, &named).await.1, "Acme");
        for keeper in [&admin, &desk] {
            assert_eq!(owner(keeper, &lead).await, (json!({ "name": "Acme" }), "Acme".to_owned()));
        }
        let document = "query($id: ID!) { lead(id: $id) { ownerName comments { nodes { authorName author { id } } } timeline { nodes { actorName } } } }";
        let whole = reader.graphql(document, json!({ "id": lead.public_id() })).await.ok();
        assert!(!whole.0.to_string().contains("Acme"), "{whole}");
        let told = whole.texts("/lead/timeline/nodes", "/actorName");
        assert!(told.contains(&pseudonym), "the same one in its timeline: {told:?}");

        // Nor is it found by its name.
        let by_owner = json!({ "ownerIds": [acme.public_id()] });
        assert_eq!(reader.lists(by_owner.clone()).await.len(), 1, "the lead that names it");
        assert_eq!(desk.lists(by_owner.clone()).await.len(), 3);
        assert_eq!(admin.lists(by_owner.clone()).await.len(), 3);

        // Not even by an agent of its, who got the lead as anybody else.
        let firm = world.agent_firm("Firm").await;
        let counsel = firm.person(&[Role::Mc]).await;
        firm.mandate(&acme, Mandate { actions: &[PoaAction::ManageBrands], ..Mandate::default() }).await;
        admin.shares(&lead, &[&firm]).await.ok();
        assert_eq!(owner(&counsel, &lead).await.0, Value::Null);
        assert!(counsel.lists(by_owner).await.is_empty());
    }
}
