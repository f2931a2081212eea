//! Acceptance stories of the alliance, each from its beginning to its end through the API.

use futures_util::StreamExt as _;
use jiff::Timestamp;
use serde_json::json;
use touchstone::{digests, outbox};

use crate::{
    both_databases,
    digests::{mail_on, send},
    support::{Asks as _, World},
};

fn at(world: &World, text: &str) {
    world.clock.set(text.parse::<Timestamp>().unwrap());
}

both_databases! {
    async fn story_2_a_lead_is_pushed_before_the_spring_festival(world: World) {
        at(&world, "2026-02-13T02:00:00Z");
        let (acme, bolt, third) = (world.brand("Acme").await, world.brand("Bolt").await, world.brand("Third").await);
        let (admin, reader, stranger) = (acme.admin().await, bolt.investigator().await, third.investigator().await);
        let lead = admin.prepares(&bolt).await;
        admin.shares(&lead, &[&bolt]).await.ok();

        let document = "query($id: ID!) { lead(id: $id) { title reference deliveries { dueOn } } }";
        let id = json!({ "id": lead.public_id() });
        let read = reader.graphql(document, id.clone()).await.ok();
        assert_eq!(read.text("/lead/deliveries/0/dueOn"), "2026-02-27", "nine days of festival, two make-up days");
        stranger.graphql(document, id.clone()).await.not_found();

        digests::plan(&world.app).await.unwrap();
        let told = mail_on(&reader, "2026-02-13").await.unwrap();
        assert!(told.text.contains(&read.text("/lead/reference")), "{}", told.text);
        assert!(told.text.contains("Bolt") && told.text.contains("Fri 27 Feb 2026"), "{}", told.text);
        let row = lead.row().await;
        assert!(!told.text.contains(&row.title) && !told.html.contains(&row.title), "{}", told.text);
        assert!(mail_on(&stranger, "2026-02-13").await.is_none());
    }

    async fn story_9_the_owner_raises_a_lead_to_red(world: World) {
        let (acme, bolt) = (world.brand("Acme").await, world.brand("Bolt").await);
        let (admin, reader) = (acme.admin().await, bolt.investigator().await);
        let lead = admin.prepares(&bolt).await;
        admin.shares(&lead, &[&bolt]).await.ok();
        reader.reads(&lead).await.ok();
        let mut events = reader.subscribe("subscription { leadActivity { kind lead { id } } }", json!({})).await;
        let position = world.told_since(outbox::head(&world.app.db).await.unwrap()).await;
        assert!(futures_util::poll!(events.next()).is_pending(), "asked once, it listens");
        admin.comments(&lead, "Seen at the fair", "EVERYONE_WHO_SEES_THE_LEAD").await.ok();
        let position = world.told_since(position).await;
        assert_eq!(events.next().await.unwrap().ok().text("/leadActivity/kind"), "COMMENTED");
        digests::plan(&world.app).await.unwrap();

        admin.changes_tlp(&lead, "RED").await.ok();
        reader.reads(&lead).await.not_found();
        assert!(reader.lists(json!({})).await.is_empty());
        send(&world).await;
        assert!(mail_on(&reader, "2026-03-09").await.is_none(), "the digest of the evening says nothing of it");
        let bystander = acme.admin().await;
        let other = bystander.prepares(&bolt).await;
        bystander.shares(&other, &[&bolt]).await.ok();
        world.told_since(position).await;
        let next = events.next().await.unwrap().ok();
        assert_eq!(next.text("/leadActivity/lead/id"), other.public_id(), "the open stream is silent about it");

        let document = "query($id: ID!) { lead(id: $id) { seenBy { edges { node { organization { name } tlp stillSees } } } } }";
        let answer = admin.graphql(document, json!({ "id": lead.public_id() })).await.ok();
        let seen = answer.data("/lead/seenBy/edges/1/node");
        assert_eq!(seen, &json!({ "organization": { "name": "Bolt" }, "tlp": "AMBER", "stillSees": false }));
    }
}
