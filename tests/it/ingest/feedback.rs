//! What is told back of listings: where they stand and what was found, to the side whose leads they are, and to nobody else.

use futures_util::StreamExt as _;
use serde_json::{Value, json};
use touchstone::{
    permissions::ServiceScope,
    platform::ids::{IdKind, decode_as},
};

use super::{came_in, ingests, listing, market};
use crate::{
    both_databases,
    support::{Asks as _, Lead, Person, Response, World},
};

/// The leads that a call made.
pub fn made(world: &World, answer: &Response) -> Vec<Lead> {
    let ids = answer.texts("/ingestListings/results", "/lead/id");
    ids.iter()
        .map(|id| Lead::of(world, decode_as(IdKind::Lead, id).unwrap()))
        .collect()
}

async fn feedback(by: &Person, name: &str) -> Value {
    let listed = came_in(by, json!({ "externalIds": [name] })).await;
    listed.data("/ingestedListings/nodes/0/feedback").clone()
}

async fn in_state(by: &Person, state: &str) -> i64 {
    came_in(by, json!({ "states": [state] }))
        .await
        .number("/ingestedListings/totalCount")
}

both_databases! {
    async fn the_verdict_comes_back_without_saying_whose_it_is(world: World) {
        let (acme, bolt) = (world.brand("Acme").await, world.brand("Bolt").await);
        let (desk, brand) = (world.secretariat().await.desk().await, acme.investigator().await);
        let (_, account) = market(&world).await;
        let answer = ingests(&account, &[listing(&acme, 1), listing(&bolt, 2)], json!({})).await.ok();
        let leads = made(&world, &answer);
        let received = json!({ "state": "RECEIVED", "verdict": null, "verdictAt": null, "outcome": null });
        assert_eq!(feedback(&account, "Acme-1").await, received);
        assert_eq!(in_state(&account, "RECEIVED").await, 2);
        desk.triages(&leads[0]).await.ok();
        assert_eq!(feedback(&account, "Acme-1").await["state"], "IN_REVIEW");
        // Nobody of a partner's side shares: the desk does it for them.
        desk.shares(&leads[0], &[&acme]).await.ok();
        assert_eq!(feedback(&account, "Acme-1").await["state"], "SHARED");
        brand.answers(&leads[0], &acme, "CONFIRMED").await.ok();
        let told = feedback(&account, "Acme-1").await;
        assert_eq!((told["state"].as_str(), told["verdict"].as_str()), (Some("ANSWERED"), Some("CONFIRMED")), "{told}");
        assert!(told["verdictAt"].is_string());
        assert_eq!((in_state(&account, "ANSWERED").await, in_state(&account, "SHARED").await, in_state(&account, "RECEIVED").await), (1, 0, 1));
        let document = "query($id: ID!) { lead(id: $id) { deliveries { id } verdictCounts { verdict count } } }";
        let read = account.graphql(document, json!({ "id": leads[0].public_id() })).await.ok();
        assert!(read.list("/lead/deliveries").is_empty(), "the recipient has not allowed its name: {read}");
        assert_eq!(read.data("/lead/verdictCounts"), &json!([{ "verdict": "CONFIRMED", "count": 1 }]));
        desk.resolves(&leads[0]).await.ok();
        let told = feedback(&account, "Acme-1").await;
        assert_eq!((told["state"].as_str(), told["outcome"].as_str()), (Some("RESOLVED"), Some("CONFIRMED_INFRINGEMENT")), "{told}");
        // The brand sees the lead, and not what a partner handed in.
        assert_eq!(came_in(&brand, json!({})).await.number("/ingestedListings/totalCount"), 0);
    }

    async fn what_was_turned_down_or_taken_back_says_so(world: World) {
        let acme = world.brand("Acme").await;
        let desk = world.secretariat().await.desk().await;
        let (_, account) = market(&world).await;
        let answer = ingests(&account, &[listing(&acme, 1), listing(&acme, 2)], json!({})).await.ok();
        let leads = made(&world, &answer);
        desk.triages(&leads[0]).await.ok();
        desk.rejects(&leads[0]).await.ok();
        assert_eq!(feedback(&account, "Acme-1").await["state"], "REJECTED");
        desk.triages(&leads[1]).await.ok();
        desk.shares(&leads[1], &[&acme]).await.ok();
        desk.retracts(&leads[1]).await.ok();
        assert_eq!(feedback(&account, "Acme-2").await["state"], "RETRACTED");
        assert_eq!((in_state(&account, "REJECTED").await, in_state(&account, "RETRACTED").await), (1, 1));
    }

    async fn what_came_in_is_read_by_its_own_side_alone_and_page_by_page(world: World) {
        let (acme, bolt) = (world.brand("Acme").await, world.brand("Bolt").await);
        let (person, colleague) = (acme.investigator().await, acme.admin().await);
        let listings: Vec<Value> = (1..=5).map(|number| listing(&acme, number)).collect();
        for some in listings.chunks(2) {
            ingests(&person, some, json!({})).await.ok();
            world.after_hours(1);
        }
        assert_eq!(came_in(&colleague, json!({})).await.number("/ingestedListings/totalCount"), 5, "the whole organisation's");
        for stranger in [&bolt.admin().await, &world.secretariat().await.desk().await] {
            assert_eq!(came_in(stranger, json!({})).await.number("/ingestedListings/totalCount"), 0);
        }
        let page = async |arguments: &str| {
            let document = format!("{{ ingestedListings({arguments}) {{ totalCount pageInfo {{ endCursor hasNextPage }} nodes {{ externalId }} }} }}");
            person.graphql(&document, json!({})).await.ok()
        };
        let whole = page("first: 100").await.texts("/ingestedListings/nodes", "/externalId");
        assert_eq!(whole[0], "Acme-5", "the latest first");
        let (mut paged, mut after) = (Vec::new(), String::new());
        loop {
            let answer = page(&format!("first: 2{after}")).await;
            paged.extend(answer.texts("/ingestedListings/nodes", "/externalId"));
            if answer.data("/ingestedListings/pageInfo/hasNextPage") == &json!(false) {
                break;
            }
            after = format!(", after: \"{}\"", answer.text("/ingestedListings/pageInfo/endCursor"));
        }
        assert_eq!(paged, whole);
        assert_eq!(page("last: 2").await.texts("/ingestedListings/nodes", "/externalId"), whole[3..]);
    }

    async fn a_page_costs_the_same_whatever_its_size(world: World) {
        let acme = world.brand("Acme").await;
        let (_, account) = market(&world).await;
        let mut costs = Vec::new();
        for size in [2, 20] {
            let listings: Vec<Value> = (0..size).map(|number| listing(&acme, size * 100 + number)).collect();
            ingests(&account, &listings, json!({})).await.ok();
            let (listed, statements) = world.counting_statements(came_in(&account, json!({}))).await;
            assert_eq!(listed.list("/ingestedListings/nodes").len(), if size == 2 { 2 } else { 22 });
            costs.push(statements);
        }
        assert_eq!(costs[0], costs[1]);
    }

    async fn i29_of_a_listing_that_has_become_red_its_program_hears_nothing_by_any_way(world: World) {
        let acme = world.brand("Acme").await;
        let admin = acme.admin().await;
        let program = acme.service_account(&[ServiceScope::LeadsRead, ServiceScope::ListingsWrite]).await;
        let answer = ingests(&program, &[listing(&acme, 1), listing(&acme, 2)], json!({})).await.ok();
        let leads = made(&world, &answer);
        let position = world.told_since(touchstone::outbox::head(&world.app.db).await.unwrap()).await;
        let mut events = program.subscribe("subscription { leadActivity { lead { id } } }", json!({})).await;
        assert!(futures_util::poll!(events.next()).is_pending());
        let red = json!({
            "id": leads[0].public_id(), "expectedVersion": leads[0].row().await.version, "tlp": "RED", "reason": "informant",
            "namedPersonIds": [admin.public_id()],
        });
        admin.act("changeLeadTlp", red).await.ok();
        admin.comments(&leads[0], "For us alone", "EVERYONE_WHO_SEES_THE_LEAD").await.ok();
        admin.comments(&leads[1], "For all of us", "EVERYONE_WHO_SEES_THE_LEAD").await.ok();
        world.told_since(position).await;
        let heard = events.next().await.unwrap().ok();
        assert_eq!(heard.text("/leadActivity/lead/id"), leads[1].public_id(), "the stream is silent about the other one");

        let left = came_in(&program, json!({})).await;
        assert_eq!(left.texts("/ingestedListings/nodes", "/externalId"), ["Acme-2"]);
        assert_eq!(left.number("/ingestedListings/totalCount"), 1);
        assert_eq!(came_in(&program, json!({ "externalIds": ["Acme-1"] })).await.number("/ingestedListings/totalCount"), 0);
        for dry_run in [true, false] {
            let again = ingests(&program, &[listing(&acme, 1)], json!({ "dryRun": dry_run })).await.ok();
            let result = again.data("/ingestListings/results/0");
            assert_eq!(result["outcome"], "ALREADY_THERE");
            assert!(result["lead"].is_null() && result["reference"].is_null(), "{result}");
            assert_eq!(result["possibleDuplicates"], json!([]), "{result}");
        }
        assert_eq!(came_in(&admin, json!({})).await.number("/ingestedListings/totalCount"), 2, "who is named sees it");
    }
}
