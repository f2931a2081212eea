//! Story 1: a partner's machines hand in what they find, twice, and each brand sees its own.

use serde_json::{Value, json};

use crate::{
    both_databases,
    ingest::{came_in, counts, ingests, leads, listing, market},
    support::{Asks as _, Lead},
};

/// Links of each brand.
const EACH: usize = 100;

both_databases! {
    async fn story_1_a_partner_hands_in_300_links_of_three_brands_twice(world: World) {
        let brands = [world.brand("Acme").await, world.brand("Bolt").await, world.brand("Crane").await];
        let desk = world.secretariat().await.desk().await;
        let (_, account) = market(&world).await;
        let links = |brand: usize| (0..EACH).map(move |number| brand * EACH + number);
        let listings: Vec<Vec<Value>> = brands
            .iter()
            .enumerate()
            .map(|(place, brand)| links(place).map(|number| listing(brand, number)).collect())
            .collect();
        let each = i64::try_from(EACH).unwrap();
        for expected in [[each, 0, 0, 0], [0, each, 0, 0]] {
            for listings in &listings {
                let answer = ingests(&account, listings, json!({})).await.ok();
                assert_eq!(counts(&answer), expected);
            }
        }
        let all = leads(&world).await;
        assert_eq!(all.len(), brands.len() * EACH);
        let total = came_in(&account, json!({})).await.number("/ingestedListings/totalCount");
        assert_eq!(total, each * 3);

        // The desk brings some of them to whom they concern: one to Acme, two to Bolt.
        for (brand, shared) in [(0, 1), (1, 2)] {
            let title = |row: &&entity::lead::Model| row.title.starts_with(&brands[brand].name);
            for row in all.iter().filter(title).take(shared) {
                let lead = Lead::of(&world, row.id);
                desk.triages(&lead).await.ok();
                desk.shares(&lead, &[&brands[brand]]).await.ok();
            }
        }
        for (brand, shared) in [(0, 1), (1, 2), (2, 0)] {
            let reader = brands[brand].investigator().await;
            let titles = reader.lists(json!({})).await;
            assert_eq!(titles.len(), shared);
            let own = format!("{} bag", brands[brand].name);
            assert!(titles.iter().all(|title| title.starts_with(&own)), "{titles:?}");
            let document = "{ leads(first: 100) { totalCount nodes { items(first: 100) { totalCount nodes { title brand { name } } } } } }";
            let read = reader.graphql(document, json!({})).await.ok();
            assert_eq!(read.number("/leads/totalCount"), i64::try_from(shared).unwrap());
            for lead in read.list("/leads/nodes") {
                assert_eq!(lead["items"]["totalCount"], 1);
                assert_eq!(lead["items"]["nodes"][0]["brand"]["name"], brands[brand].name.as_str());
            }
        }
        let answered = brands[0].investigator().await;
        let first = all.iter().find(|row| row.title.starts_with("Acme")).unwrap();
        answered.answers(&Lead::of(&world, first.id), &brands[0], "CONFIRMED").await.ok();
        let told = came_in(&account, json!({ "states": ["ANSWERED"] })).await;
        assert_eq!(told.number("/ingestedListings/totalCount"), 1);
        assert_eq!(told.text("/ingestedListings/nodes/0/feedback/verdict"), "CONFIRMED");
    }
}
