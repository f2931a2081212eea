//! Listings that machines hand in: each becomes a lead once, whatever is sent again, and what becomes of it is told back.

mod calls;
mod dedupe;
mod feedback;
mod streams;

use serde_json::{Value, json};
use touchstone::permissions::{Role, viewer::OrganizationKind};

use crate::{
    both_databases,
    support::{Asks as _, Organization, Person, Response, World, with},
};

/// A marketplace and its account.
pub async fn market(world: &World) -> (Organization, Person) {
    let market = world.organization(OrganizationKind::Platform, "Market").await;
    let account = market.person(&[Role::Ps]).await;
    (market, account)
}

/// A listing about a brand; another number is another listing.
pub fn listing(about: &Organization, number: usize) -> Value {
    json!({
        "externalId": format!("{}-{number}", about.name),
        "url": format!("https://item.taobao.com/item.htm?id={}", 99_900_000_000_usize + number),
        "title": format!("{} bag {number}", about.name),
        "brand": { "name": about.name },
    })
}

/// Hands listings in.
pub async fn ingests(by: &Person, listings: &[Value], more: Value) -> Response {
    let document = "mutation($input: IngestListingsInput!) { ingestListings(input: $input) { created alreadyThere duplicates refused \
        results { index externalId outcome reference possibleDuplicates reason message lead { id reference tlp state } } \
        userErrors { code field message } } }";
    let input = with(json!({ "listings": listings }), more);
    by.graphql(document, json!({ "input": input })).await
}

/// How many were created, were there, are duplicates, were refused.
pub fn counts(answer: &Response) -> [i64; 4] {
    ["created", "alreadyThere", "duplicates", "refused"].map(|count| answer.number(&format!("/ingestListings/{count}")))
}

/// What became of each.
pub fn outcomes(answer: &Response) -> Vec<String> {
    answer.texts("/ingestListings/results", "/outcome")
}

/// Every lead.
pub async fn leads(world: &World) -> Vec<entity::lead::Model> {
    use sea_orm::EntityTrait as _;
    entity::lead::Entity::find().all(world.app.db.read()).await.unwrap()
}

/// What came in, as somebody reads it.
pub async fn came_in(by: &Person, filter: Value) -> Response {
    let document = "query($filter: IngestedListingFilter) { ingestedListings(first: 100, filter: $filter) { totalCount \
        nodes { id externalId createdAt lead { id reference } item { title listingId } \
        feedback { state verdict verdictAt outcome } } } }";
    by.graphql(document, json!({ "filter": filter })).await.ok()
}

both_databases! {
    async fn runs_that_nobody_goes_on_with_are_given_up_and_forgotten(world: World) {
        use sea_orm::{EntityTrait as _, PaginatorTrait as _};
        let serving = crate::transport::serving::Serving::of(&world).await;
        let person = world.brand("Acme").await.investigator().await;
        let token = serving.token_of(&person).await;
        let request = serving.http.post(format!("{}/ingest", serving.url)).bearer_auth(&token);
        let started = serving.send(request).await;
        assert_eq!(started.status, 201);
        let read = async || {
            let document = "{ ingestRuns { totalCount nodes { id state linesDone dryRun } } }";
            person.graphql(document, json!({})).await.ok()
        };
        assert_eq!(read().await.text("/ingestRuns/nodes/0/state"), "OPEN");
        assert_eq!(touchstone::ingest::jobs::sweep(&world.app).await.unwrap(), 0);
        world.after_hours(25);
        assert_eq!(touchstone::ingest::jobs::sweep(&world.app).await.unwrap(), 1);
        assert_eq!(read().await.text("/ingestRuns/nodes/0/state"), "ABANDONED");
        world.after_days(29);
        assert_eq!(touchstone::ingest::jobs::sweep(&world.app).await.unwrap(), 0);
        world.after_days(2);
        assert_eq!(touchstone::ingest::jobs::sweep(&world.app).await.unwrap(), 1);
        assert_eq!(read().await.number("/ingestRuns/totalCount"), 0);
        assert_eq!(entity::ingest_run::Entity::find().count(world.app.db.read()).await.unwrap(), 0);
        serving.stop().await;
    }
}
