//! Streams that go on: nothing is lost, nothing is told twice, and only what may be heard now.

use futures_util::{StreamExt as _, stream::BoxStream};
use serde_json::json;
use touchstone::{
    audit::{self, Act, Actor, Category},
    outbox::{self, NewEvent},
    platform::ids::IdKind,
};

use crate::{
    both_databases,
    support::{Asks as _, Person, Response, World},
};

const FOLLOW: &str = "subscription($lead: ID, $after: String) { \
     leadActivity(leadId: $lead, after: $after) { kind cursor comment { body } } }";
const EVERYONE: &str = "EVERYONE_WHO_SEES_THE_LEAD";

type Events = BoxStream<'static, Response>;

/// Follows from now on.
async fn follows(person: &Person) -> Events {
    let mut events = person.subscribe(FOLLOW, json!({})).await;
    assert!(
        futures_util::poll!(events.next()).is_pending(),
        "asked once, it listens"
    );
    events
}

async fn goes_on(person: &Person, after: &str) -> Events {
    person.subscribe(FOLLOW, json!({ "after": after })).await
}

/// The next comment that is told, and its cursor.
async fn comment(events: &mut Events) -> (String, String) {
    loop {
        let told = events.next().await.unwrap().ok();
        if let Some(body) = told.data("/leadActivity/comment/body").as_str() {
            return (body.to_owned(), told.text("/leadActivity/cursor"));
        }
    }
}

/// Brings all there is to those who follow.
async fn told(world: &World, mut position: i64) -> i64 {
    loop {
        let reached = world.told_since(position).await;
        if reached == position {
            return position;
        }
        position = reached;
    }
}

/// Events that concern nobody.
async fn noise(world: &World, count: usize) {
    let tx = world.begin().await;
    let object = world.id();
    for _ in 0..count {
        let event = NewEvent {
            kind: "CREATED",
            root: object,
            object,
            principals: Vec::new(),
            payload: json!({}),
        };
        outbox::publish(&tx, world.app.ids.as_ref(), event).await.unwrap();
    }
    let act = Act::on(Category::Content, "test", IdKind::Lead, object);
    let proof = audit::record(&tx, world.app.ids.as_ref(), Actor::System, act)
        .await
        .unwrap();
    tx.commit(proof).await.unwrap();
}

both_databases! {
    async fn a_stream_goes_on_where_it_was_cut_off(world: World) {
        let acme = world.brand("Acme").await;
        let (reader, admin) = (acme.investigator().await, acme.admin().await);
        let lead = reader.creates(&acme).await;
        let position = told(&world, 0).await;
        let mut events = follows(&reader).await;
        admin.comments(&lead, "one", EVERYONE).await.ok();
        let position = told(&world, position).await;
        let (body, cursor) = comment(&mut events).await;
        assert_eq!(body, "one");
        drop(events);

        for body in ["two", "three"] {
            admin.comments(&lead, body, EVERYONE).await.ok();
        }
        let position = told(&world, position).await;
        let mut events = goes_on(&reader, &cursor).await;
        assert_eq!(comment(&mut events).await.0, "two");
        // This one comes by the live feed, and is read as well.
        admin.comments(&lead, "four", EVERYONE).await.ok();
        let position = told(&world, position).await;
        assert_eq!(comment(&mut events).await.0, "three");
        assert_eq!(comment(&mut events).await.0, "four");
        admin.comments(&lead, "five", EVERYONE).await.ok();
        told(&world, position).await;
        assert_eq!(comment(&mut events).await.0, "five");
    }

    async fn a_reader_that_falls_behind_misses_nothing(world: World) {
        let acme = world.brand("Acme").await;
        let (reader, admin) = (acme.investigator().await, acme.admin().await);
        let lead = reader.creates(&acme).await;
        let position = told(&world, 0).await;
        let mut events = follows(&reader).await;
        admin.comments(&lead, "before", EVERYONE).await.ok();
        // More than the live feed holds.
        noise(&world, 4200).await;
        admin.comments(&lead, "after", EVERYONE).await.ok();
        let position = told(&world, position).await;
        assert_eq!(comment(&mut events).await.0, "before");
        assert_eq!(comment(&mut events).await.0, "after");
        admin.comments(&lead, "live again", EVERYONE).await.ok();
        told(&world, position).await;
        assert_eq!(comment(&mut events).await.0, "live again");
    }

    async fn a_cursor_is_refused_that_is_none_or_too_old(world: World) {
        let acme = world.brand("Acme").await;
        let (reader, admin) = (acme.investigator().await, acme.admin().await);
        let lead = reader.creates(&acme).await;
        let position = told(&world, 0).await;
        let mut events = follows(&reader).await;
        for body in ["one", "two", "three"] {
            admin.comments(&lead, body, EVERYONE).await.ok();
        }
        told(&world, position).await;
        let (_, one) = comment(&mut events).await;
        let (_, two) = comment(&mut events).await;
        drop(events);

        let stranger = world.brand("Other").await.investigator().await;
        world.nothing_changes(async {
            let beyond = outbox::rules::cursor(outbox::head(&world.app.db).await.unwrap() + 1);
            for cursor in ["nonsense", "", beyond.as_str()] {
                let mut events = goes_on(&reader, cursor).await;
                events.next().await.unwrap().refused_with("BAD_USER_INPUT");
                assert!(events.next().await.is_none());
            }
            // Nobody learns by its cursor that there is such a lead.
            let asked = json!({ "lead": lead.public_id(), "after": "nonsense" });
            stranger.subscribe(FOLLOW, asked).await.next().await.unwrap().not_found();
        })
        .await;

        world.after_days(31);
        outbox::forget(&world.app.db, world.now()).await.unwrap();
        world.nothing_changes(async {
            let mut late = goes_on(&reader, &one).await;
            late.next().await.unwrap().refused_with("CURSOR_EXPIRED");
            assert!(late.next().await.is_none());
        })
        .await;
        assert_eq!(comment(&mut goes_on(&reader, &two).await).await.0, "three", "the latest is kept");
    }

    async fn i36_a_replay_ends_with_access(world: World) {
        let acme = world.brand("Acme").await;
        let (reader, admin) = (acme.investigator().await, acme.admin().await);
        let lead = reader.creates(&acme).await;
        told(&world, 0).await;
        let start = outbox::rules::cursor(outbox::head(&world.app.db).await.unwrap());
        for body in ["one", "two"] {
            admin.comments(&lead, body, EVERYONE).await.ok();
        }
        outbox::relay(&world.app.db, world.now()).await.unwrap();
        let mut events = goes_on(&reader, &start).await;
        assert_eq!(comment(&mut events).await.0, "one");
        reader.put_into("SUSPENDED").await;
        events.next().await.unwrap().refused_with("UNAUTHENTICATED");
        assert!(events.next().await.is_none());
    }

    async fn i24_a_replay_tells_only_what_may_be_heard_now(world: World) {
        let (acme, other) = (world.brand("Acme").await, world.brand("Other").await);
        let (admin, reader) = (acme.admin().await, other.investigator().await);
        let lead = admin.prepares(&other).await;
        admin.shares(&lead, &[&other]).await.ok();
        told(&world, 0).await;
        let start = outbox::rules::cursor(outbox::head(&world.app.db).await.unwrap());
        admin.comments(&lead, "for a while", EVERYONE).await.ok();
        let second = admin.prepares(&other).await;
        admin.shares(&second, &[&other]).await.ok();
        admin.comments(&second, "still", EVERYONE).await.ok();
        outbox::relay(&world.app.db, world.now()).await.unwrap();
        assert_eq!(comment(&mut goes_on(&reader, &start).await).await.0, "for a while");

        admin.changes_tlp(&lead, "RED").await.ok();
        outbox::relay(&world.app.db, world.now()).await.unwrap();
        assert_eq!(comment(&mut goes_on(&reader, &start).await).await.0, "still");
        let asked = json!({ "lead": lead.public_id(), "after": start });
        reader.subscribe(FOLLOW, asked).await.next().await.unwrap().not_found();
    }
}
