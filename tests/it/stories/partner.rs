//! Story 1: a partner's machines hand in what they find, twice, and each brand sees its own. And what an organisation's machines
//! hear by every way that there is: of a verdict, of a retraction, and nothing once it is shut out.

use futures_util::StreamExt as _;
use serde_json::{Value, json};
use touchstone::{
    mail::MailKind,
    permissions::{Role, viewer::OrganizationKind},
};

use crate::{
    both_databases,
    changes::{Mirror, advanced, revokes},
    ingest::{came_in, counts, ingests, leads, listing, market},
    service_accounts::{Made, ask_for_token, token_of},
    support::{Asks as _, Lead},
    transport::{events::Events, serving::Serving},
    webhooks::{CREATE, Partner, receiver::Receiver, sent, told},
};

/// Links of each brand.
const EACH: usize = 100;

/// Webhooks may stay on this machine, and nobody is slowed down.
const SETTINGS: &[(&str, &str)] = &[
    ("webhook_private_networks", "true"),
    ("limit_cost_per_minute", "0"),
    ("limit_requests_per_minute", "0"),
];
const INGEST: &str = "mutation($input: IngestListingsInput!) { ingestListings(input: $input) { created alreadyThere duplicates \
    refused results { lead { id } } userErrors { code message } } }";
const FEED: &str = "query($since: String) { changes(since: $since, first: 20) { cursor hasMore changes { operation \
    lead { id state verdictCounts { verdict count } } } } }";
const FOLLOW: &str = "subscription { leadActivity { kind } }";

/// A program that asks over HTTP, by the token that it got for its secret.
struct Program<'a> {
    serving: &'a Serving,
    token: String,
    /// How far it has read the feed.
    cursor: Value,
}

impl Program<'_> {
    async fn asks(&self, document: &str, variables: Value) -> Value {
        let answer = self.serving.ask_as(&self.token, document, variables).await;
        assert_eq!(answer.code(), "", "{answer:?}");
        answer.data("")
    }

    /// The leads that the feed tells of since the last time.
    async fn catches_up(&mut self) -> Vec<Value> {
        let mut leads = Vec::new();
        loop {
            let page = self.asks(FEED, json!({ "since": self.cursor })).await["changes"].take();
            let changes = page["changes"].as_array().unwrap().iter();
            leads.extend(
                changes
                    .map(|change| change["lead"].clone())
                    .filter(|lead| !lead.is_null()),
            );
            self.cursor = page["cursor"].clone();
            if page["hasMore"] == false {
                return leads;
            }
        }
    }
}

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
            let document = "{ leads(first: 10) { totalCount nodes { items(first: 10) { totalCount nodes { title brand { name } } } } } }";
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

    /// From nothing: an account, its secret, a token, a lead, and the verdict by webhook and by feed.
    async fn story_1_a_partners_program_gets_a_lead_in_and_hears_the_verdict(world: World) {
        let world = world.set_up(SETTINGS).await;
        let acme = world.brand("Acme").await;
        let desk = world.secretariat().await.desk().await;
        let keeper = world.organization(OrganizationKind::Platform, "Market").await.person(&[Role::Ps]).await;
        let scopes = json!({ "scopes": ["LEADS_READ", "LISTINGS_WRITE", "CHANGES_READ", "WEBHOOKS_MANAGE"] });
        let mut made = Made::by(&keeper, scopes).await;
        let secret = made.secret(&keeper).await;
        let serving = Serving::with(&world, SETTINGS).await;
        let token = token_of(&serving, &made.id, &secret).await;
        let mut program = Program { serving: &serving, token, cursor: Value::Null };
        let receiver = Receiver::start().await;
        let endpoint = json!({ "idempotencyKey": "hooks", "url": receiver.url, "kinds": ["DELIVERY_VERDICT"] });
        let made = program.asks(CREATE, json!({ "input": endpoint })).await;
        assert!(made["createWebhookEndpoint"]["secret"].as_str().unwrap().starts_with("whsec_"));

        let listings = json!({ "input": { "listings": [listing(&acme, 1), listing(&acme, 2)] } });
        let handed_in = program.asks(INGEST, listings.clone()).await;
        assert_eq!(handed_in["ingestListings"]["created"], 2);
        let again = program.asks(INGEST, listings).await;
        assert_eq!((&again["ingestListings"]["created"], &again["ingestListings"]["alreadyThere"]), (&json!(0), &json!(2)));
        advanced(&world).await;
        assert_eq!(program.catches_up().await.len(), 2);

        let id = handed_in["ingestListings"]["results"][0]["lead"]["id"].clone();
        let rows = leads(&world).await;
        let lead = rows.iter().map(|row| Lead::of(&world, row.id)).find(|lead| lead.public_id() == id).unwrap();
        desk.triages(&lead).await.ok();
        desk.shares(&lead, &[&acme]).await.ok();
        acme.investigator().await.answers(&lead, &acme, "CONFIRMED").await.ok();
        assert_eq!((told(&world).await, sent(&world).await), (1, 1));
        let heard = receiver.received()[0].json();
        assert_eq!(heard["type"], "delivery.verdict");
        assert_eq!((&heard["data"]["leadId"], &heard["data"]["verdict"]), (&id, &json!("CONFIRMED")));
        assert!(heard["data"]["deliveryId"].is_null() && !heard.to_string().contains("Acme"), "nothing of whose it is: {heard}");

        advanced(&world).await;
        let moved = program.catches_up().await;
        let of_it: Vec<&Value> = moved.iter().filter(|one| one["id"] == id).collect();
        assert_eq!(of_it.last().unwrap()["verdictCounts"], json!([{ "verdict": "CONFIRMED", "count": 1 }]));
        assert_eq!(of_it.len(), moved.len(), "the other lead has not moved");
        serving.stop().await;
    }

    async fn i35_a_retraction_reaches_whoever_was_told_by_every_way(world: World) {
        let world = world.set_up(SETTINGS).await;
        let owner = world.brand("Acme").await.admin().await;
        let (bolt, crane) = (Partner::of(world.brand("Bolt").await).await, world.brand("Crane").await);
        let (reader, left) = (bolt.home.investigator().await, crane.investigator().await);
        let (mut kept, mut lost) = (Mirror::of(&bolt.home).await, Mirror::of(&crane).await);
        let receiver = Receiver::start().await;
        bolt.listens(&receiver.url, json!([])).await;
        let lead = owner.prepares(&bolt.home).await;
        owner.shares(&lead, &[&crane]).await.ok();
        left.reads(&lead).await.ok();
        advanced(&world).await;
        assert!(!lost.pulls().await.is_empty());
        revokes(&owner, &lead).await.ok();
        owner.shares(&lead, &[&bolt.home]).await.ok();
        reader.reads(&lead).await.ok();
        told(&world).await;
        sent(&world).await;
        advanced(&world).await;
        kept.pulls().await;
        let mut events = reader.subscribe(FOLLOW, json!({})).await;
        assert!(futures_util::poll!(events.next()).is_pending());

        let position = touchstone::outbox::head(&world.app.db).await.unwrap();
        owner.retracts(&lead).await.ok();
        world.told_since(position).await;
        assert_eq!(events.next().await.unwrap().ok().text("/leadActivity/kind"), "RETRACTED");
        told(&world).await;
        sent(&world).await;
        assert_eq!(receiver.kinds().last().map(String::as_str), Some("lead.retracted"));
        advanced(&world).await;
        for copy in [&mut kept, &mut lost] {
            copy.pulls().await;
            copy.is_right("retracted").await;
        }
        assert_eq!(kept.objects[&lead.public_id()]["state"], "RETRACTED");
        assert!(lost.objects.is_empty(), "who lost sight of it was told that it is gone");
        world.notified().await;
        let kinds = "{ notifications { nodes { kind } } }";
        let noticed = reader.graphql(kinds, json!({})).await.ok().texts("/notifications/nodes", "/kind");
        assert!(noticed.contains(&"RETRACTED".to_owned()), "{noticed:?}");
        let written: Vec<_> = world.letters_of(MailKind::LeadRetracted).await.into_iter().map(|(person, _)| person).collect();
        for person in [&reader, &left] {
            assert!(written.contains(&person.id), "{} had it", person.name);
        }
    }

    async fn i36_with_its_organisation_a_program_is_out_by_every_way_at_once(world: World) {
        let world = world.set_up(SETTINGS).await;
        let office = world.secretariat().await.secretariat_admin().await;
        let acme = world.brand("Acme").await;
        let admin = acme.admin().await;
        let scopes = json!({ "scopes": ["LEADS_READ", "LISTINGS_WRITE", "CHANGES_READ", "WEBHOOKS_MANAGE"] });
        let mut made = Made::by(&admin, scopes).await;
        let secret = made.secret(&admin).await;
        let serving = Serving::with(&world, SETTINGS).await;
        let token = token_of(&serving, &made.id, &secret).await;
        let program = Program { serving: &serving, token: token.clone(), cursor: Value::Null };
        let receiver = Receiver::start().await;
        program.asks(CREATE, json!({ "input": { "idempotencyKey": "hooks", "url": receiver.url } })).await;
        let run = serving.send(serving.http.post(format!("{}/ingest", serving.url)).bearer_auth(&token)).await;
        let mut events = Events::of(&serving, &token, &json!({ "query": FOLLOW })).await;
        assert!(events.is_begun());
        admin.prepares(&acme).await;
        assert_eq!(told(&world).await, 2);

        let document = "mutation($input: OrganizationTransitionInput!) { suspendOrganization(input: $input) { userErrors { code } } }";
        let input = json!({ "id": acme.public_id(), "expectedVersion": 1, "reason": "as agreed" });
        office.graphql(document, json!({ "input": input })).await.ok();
        let told_last = events.next().await;
        assert_eq!(told_last["errors"][0]["extensions"]["code"], "UNAUTHENTICATED", "{told_last}");
        assert_eq!(events.event().await, Some(("complete".to_owned(), Value::Null)));
        for document in ["{ leads { totalCount } }", "{ changes { cursor } }", "{ ingestedListings { totalCount } }"] {
            assert_eq!(serving.ask_as(&token, document, json!({})).await.code(), "UNAUTHENTICATED", "{document}");
        }
        let id = run.json()["id"].as_str().unwrap().to_owned();
        let piece = serving.http.patch(format!("{}/ingest/{id}?from=1", serving.url)).bearer_auth(&token);
        let piece = serving.send(piece.body(format!("{}\n", listing(&acme, 1)))).await;
        assert_eq!(piece.status, 401, "{piece:?}");
        assert_eq!(leads(&world).await.len(), 1);
        assert_eq!(ask_for_token(&serving, &made.id, &secret).await.status, 401);
        assert_eq!(sent(&world).await, 0);
        assert!(receiver.received().is_empty(), "what waited stays where it is");
        serving.stop().await;
    }
}
