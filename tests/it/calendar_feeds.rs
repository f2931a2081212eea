//! The deadlines of a person's deliveries in another program's calendar: read by a secret address, checked at every fetch.

use std::str::FromStr as _;

use icalendar::{Calendar, CalendarComponent, Component as _, DatePerhapsTime};
use serde_json::json;
use touchstone::{calendar_feeds, permissions::Role};

use crate::{
    both_databases,
    support::{Asks as _, Lead, Organization, Person, World, draft, with},
    transport::serving::Serving,
};

/// Makes a feed and gives its secret.
async fn secret_of(person: &Person) -> String {
    let made = person
        .graphql(
            "mutation { createCalendarFeed { url feed { createdAt fetchedAt } userErrors { code } } }",
            json!({}),
        )
        .await
        .ok();
    let url = made.text("/createCalendarFeed/url");
    let secret = url
        .rsplit_once("/calendar/")
        .unwrap()
        .1
        .strip_suffix(".ics")
        .unwrap()
        .to_owned();
    assert_eq!(secret.len(), 43, "256 bits");
    secret
}

/// What a file says of each deadline: the day and the words, in order, as another parser reads it.
fn entries(file: &str) -> Vec<(String, String)> {
    let calendar = Calendar::from_str(file).unwrap();
    let mut found = Vec::new();
    for component in &calendar.components {
        let CalendarComponent::Event(event) = component else {
            panic!("only events are expected: {file}")
        };
        let Some(DatePerhapsTime::Date(day)) = event.get_start() else {
            panic!("a whole day is expected: {file}")
        };
        assert!(event.get_uid().unwrap().starts_with("delivery_") && event.get_timestamp().is_some());
        found.push((day.to_string(), event.get_summary().unwrap().to_owned()));
    }
    found
}

async fn read(world: &World, secret: &str) -> Vec<(String, String)> {
    let handed = calendar_feeds::hand_out(&world.app, secret).await.unwrap();
    entries(&handed.unwrap().body)
}

async fn shared(by: &Person, with_whom: &Organization, changes: serde_json::Value) -> Lead {
    let lead = by.prepares_from(with(draft(with_whom), changes)).await;
    by.shares(&lead, &[with_whom]).await.ok();
    lead
}

both_databases! {
    async fn a_feed_says_of_each_deadline_as_much_as_a_mail_would(world: World) {
        let (acme, bolt) = (world.brand("Acme").await, world.brand("Bolt").await);
        let (admin, reader) = (acme.admin().await, bolt.investigator().await);
        let amber = shared(&admin, &bolt, json!({ "title": "Bags of Yiwu" })).await;
        let green = shared(&admin, &bolt, json!({ "title": "Belts; of, Putian", "tlp": "GREEN" })).await;
        let red = admin.prepares_from(with(draft(&bolt), json!({ "title": "The informant", "tlp": "RED" }))).await;
        admin.shares_by(&red, json!({ "grants": [{ "personId": reader.public_id() }] })).await.ok();
        let secret = secret_of(&reader).await;
        let found = read(&world, &secret).await;
        // Pushed on a Monday without holidays near: due on the Monday after, at the recipient.
        assert!(found.iter().all(|(day, _)| day == "2026-03-16"), "{found:?}");
        let mut words: Vec<String> = found.into_iter().map(|(_, words)| words).collect();
        let mut expected = vec![
            format!("Answer due: {} · Bolt", amber.row().await.reference),
            format!("Answer due: {} · Belts; of, Putian", green.row().await.reference),
            "Restricted item due".to_owned(),
        ];
        words.sort();
        expected.sort();
        assert_eq!(words, expected);
        let body = calendar_feeds::hand_out(&world.app, &secret).await.unwrap().unwrap().body;
        for hidden in ["informant", "Yiwu", &red.row().await.reference] {
            assert!(!body.contains(hidden), "{hidden}: {body}");
        }
    }

    async fn i24_a_feed_is_asked_for_again_at_every_fetch(world: World) {
        let (acme, bolt) = (world.brand("Acme").await, world.brand("Bolt").await);
        let (admin, reader) = (acme.admin().await, bolt.investigator().await);
        let (kept, lost) = (shared(&admin, &bolt, json!({})).await, shared(&admin, &bolt, json!({})).await);
        let secret = secret_of(&reader).await;
        assert_eq!(read(&world, &secret).await.len(), 2);
        admin.changes_tlp(&lost, "RED").await.ok();
        assert_eq!(read(&world, &secret).await.len(), 1);
        reader.answers(&kept, &bolt, "CONFIRMED").await.ok();
        assert!(read(&world, &secret).await.is_empty(), "what is answered is due no more");
        reader.put_into("SUSPENDED").await;
        assert_eq!(calendar_feeds::hand_out(&world.app, &secret).await.unwrap(), None);
    }

    async fn a_feed_holds_what_its_person_is_to_answer_or_is_on(world: World) {
        let (acme, bolt) = (world.brand("Acme").await, world.brand("Bolt").await);
        let admin = acme.admin().await;
        let (reader, finance) = (bolt.investigator().await, bolt.person(&[Role::Mf]).await);
        let desk = world.secretariat().await.desk().await;
        let lead = shared(&admin, &bolt, json!({})).await;
        let desk_secret = secret_of(&desk).await;
        assert!(read(&world, &desk_secret).await.is_empty(), "it sees the delivery, but others answer it");
        desk.assigns(&lead, Some(&desk)).await.ok();
        assert_eq!(read(&world, &desk_secret).await.len(), 1);
        assert_eq!(read(&world, &secret_of(&reader).await).await.len(), 1);
        assert!(read(&world, &secret_of(&finance).await).await.is_empty());
        assert!(read(&world, &secret_of(&admin).await).await.is_empty(), "whose it is stays unsaid");
    }

    async fn an_address_is_shown_once_replaced_and_taken_back(world: World) {
        let admin = world.brand("Acme").await.admin().await;
        let first = secret_of(&admin).await;
        let stored = world.contents().await;
        for table in ["calendar_feed", "audit_entry", "outbox"] {
            assert!(!stored.rows(table).join("\n").contains(&first), "only its hash is kept");
        }
        let second = secret_of(&admin).await;
        assert_eq!(calendar_feeds::hand_out(&world.app, &first).await.unwrap(), None, "the old one leads nowhere");
        assert!(calendar_feeds::hand_out(&world.app, &second).await.unwrap().is_some());
        let feed = admin.graphql("{ calendarFeed { createdAt fetchedAt } }", json!({})).await.ok();
        assert!(feed.data("/calendarFeed/fetchedAt").is_string());
        let revoke = "mutation { revokeCalendarFeed { revoked userErrors { code } } }";
        admin.graphql(revoke, json!({})).await.ok();
        assert_eq!(calendar_feeds::hand_out(&world.app, &second).await.unwrap(), None);
        world.nothing_changes(admin.graphql(revoke, json!({}))).await.refused_with("TRANSITION_NOT_ALLOWED");
    }

    async fn a_program_fetches_the_file_and_asks_whether_it_has_changed(world: World) {
        let (acme, bolt) = (world.brand("Acme").await, world.brand("Bolt").await);
        let (admin, reader) = (acme.admin().await, bolt.investigator().await);
        let lead = shared(&admin, &bolt, json!({})).await;
        let secret = secret_of(&reader).await;
        let serving = Serving::with(&world, &[("limit_requests_per_minute", "6")]).await;
        let url = format!("{}/calendar/{secret}.ics", serving.url);
        let get = || serving.http.get(&url);
        let first = get().send().await.unwrap();
        assert_eq!(first.status().as_u16(), 200);
        let header = |name: &str| first.headers()[name].to_str().unwrap().to_owned();
        assert_eq!(header("content-type"), "text/calendar; charset=utf-8");
        assert_eq!(header("cache-control"), "private, no-cache");
        let (etag, modified) = (header("etag"), header("last-modified"));
        assert_eq!(entries(&first.text().await.unwrap()).len(), 1);
        for (name, value) in [("if-none-match", &etag), ("if-modified-since", &modified)] {
            let known = get().header(name, value.as_str()).send().await.unwrap();
            assert_eq!((known.status().as_u16(), known.text().await.unwrap().as_str()), (304, ""), "{name}");
        }
        reader.answers(&lead, &bolt, "CONFIRMED").await.ok();
        let changed = get().header("if-none-match", etag.as_str()).send().await.unwrap();
        assert_eq!(changed.status().as_u16(), 200);
        let nothing = serving.http.get(format!("{}/calendar/nothing.ics", serving.url)).send().await.unwrap();
        assert_eq!(nothing.status().as_u16(), 404);
        let mut last = 0;
        for _ in 0..3 {
            last = get().send().await.unwrap().status().as_u16();
        }
        assert_eq!(last, 429, "whoever asks too often waits");
        serving.stop().await;
    }
}
