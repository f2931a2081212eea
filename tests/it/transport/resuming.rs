//! Event streams that go on after the last event that was heard, as browsers ask for it.

use serde_json::{Value, json};

use super::{events::Events, serving::Serving};
use crate::both_databases;

const FOLLOW: &str = "subscription { leadActivity { comment { body } } }";
const EVERYONE: &str = "EVERYONE_WHO_SEES_THE_LEAD";

/// The id and text of the next comment that is told. The document need not ask for the cursor.
async fn comment(events: &mut Events) -> (String, String) {
    loop {
        let block = events.block().await.unwrap();
        let field = |name: &str| block.lines().find_map(|line| line.strip_prefix(name)).map(str::trim);
        let Some(data) = field("data:") else { continue };
        let data: Value = serde_json::from_str(data).unwrap();
        if let Some(body) = data["data"]["leadActivity"]["comment"]["body"].as_str() {
            return (field("id:").unwrap().to_owned(), body.to_owned());
        }
    }
}

/// A stream whose client names the last event it has heard.
async fn goes_on(serving: &Serving, token: &str, last: &str) -> Events {
    let url = format!("{}/graphql", serving.url);
    let request = serving
        .http
        .post(url)
        .json(&json!({ "query": FOLLOW }))
        .bearer_auth(token);
    let request = request
        .header("accept", "text/event-stream")
        .header("last-event-id", last);
    Events::reading(request.send().await.unwrap())
}

both_databases! {
    async fn an_event_stream_goes_on_after_the_last_event_that_was_heard(world: World) {
        let serving = Serving::live(&world, &[]).await;
        let acme = world.brand("Acme").await;
        let (author, admin) = (acme.investigator().await, acme.admin().await);
        let lead = author.creates(&acme).await;
        let token = serving.token_of(&author).await;

        let mut events = Events::of(&serving, &token, &json!({ "query": FOLLOW })).await;
        admin.comments(&lead, "one", EVERYONE).await.ok();
        let (id, body) = comment(&mut events).await;
        assert_eq!(body, "one");
        drop(events);
        for body in ["two", "three"] {
            admin.comments(&lead, body, EVERYONE).await.ok();
        }
        let mut events = goes_on(&serving, &token, &id).await;
        let (second, body) = comment(&mut events).await;
        assert_eq!(body, "two");
        assert_ne!(second, id);
        assert_eq!(comment(&mut events).await.1, "three");
        drop(events);
        let mut events = goes_on(&serving, &token, &second).await;
        assert_eq!(comment(&mut events).await.1, "three");
        drop(events);

        let mut events = goes_on(&serving, &token, "nonsense").await;
        let told = events.next().await;
        assert_eq!(told["errors"][0]["extensions"]["code"], json!("BAD_USER_INPUT"), "{told}");
        assert_eq!(events.event().await, Some(("complete".to_owned(), Value::Null)));
        serving.stop().await;
    }

    /// A cursor is the database's, and not the process's.
    async fn another_process_goes_on_where_one_stopped(world: World) {
        let (first, second) = (Serving::live(&world, &[]).await, Serving::live(&world, &[]).await);
        let acme = world.brand("Acme").await;
        let (author, admin) = (acme.investigator().await, acme.admin().await);
        let lead = author.creates(&acme).await;
        let token = first.token_of(&author).await;
        let mut events = Events::of(&first, &token, &json!({ "query": FOLLOW })).await;
        admin.comments(&lead, "one", EVERYONE).await.ok();
        let (id, _) = comment(&mut events).await;
        drop(events);
        first.stop().await;
        for body in ["two", "three"] {
            admin.comments(&lead, body, EVERYONE).await.ok();
        }
        let mut events = goes_on(&second, &token, &id).await;
        assert_eq!(comment(&mut events).await.1, "two");
        assert_eq!(comment(&mut events).await.1, "three");
        drop(events);
        second.stop().await;
    }

    /// With its token's time a stream ends, also where it has not caught up yet; the client comes back with a new one.
    async fn a_replay_ends_with_its_token(world: World) {
        let serving = Serving::live(&world, &[]).await;
        let acme = world.brand("Acme").await;
        let (author, admin) = (acme.investigator().await, acme.admin().await);
        let lead = author.creates(&acme).await;
        let token = serving.token_of(&author).await;
        let mut events = Events::of(&serving, &token, &json!({ "query": FOLLOW })).await;
        admin.comments(&lead, "one", EVERYONE).await.ok();
        let (id, _) = comment(&mut events).await;
        drop(events);
        admin.comments(&lead, "two", EVERYONE).await.ok();
        let mut events = goes_on(&serving, &token, &id).await;
        assert_eq!(comment(&mut events).await.1, "two");
        world.clock.advance(jiff::SignedDuration::from_mins(11));
        admin.comments(&lead, "three", EVERYONE).await.ok();
        while let Some(block) = events.block().await {
            assert_eq!(block, ":", "nothing is told after its end");
        }
        let mut events = goes_on(&serving, &serving.token_of(&author).await, &id).await;
        assert_eq!(comment(&mut events).await.1, "two");
        assert_eq!(comment(&mut events).await.1, "three");
        drop(events);
        serving.stop().await;
    }
}
