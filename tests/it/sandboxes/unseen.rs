//! Nobody outside sees anything of a busy sandbox, whatever is asked for.

use sea_orm::{EntityTrait as _, PaginatorTrait as _};
use serde_json::json;
use touchstone::{
    digests,
    platform::ids::{IdKind, encode},
};

use super::{WORD, asking::Asking, beside, in_a_sandbox, tries};
use crate::{
    both_databases,
    support::{Asks as _, Person, World},
};

/// What is asked for here is more than a client may ask at once.
const WIDE: &[(&str, &str)] = &[
    ("limit_complexity", "100000000"),
    ("limit_cost_per_minute", "0"),
    ("limit_requests_per_minute", "0"),
    ("limit_request_seconds", "120"),
];

/// The ids of everything in the busy sandbox of an organisation.
async fn ids_of(world: &World, account: &Person, lead: &str) -> Vec<String> {
    let db = world.app.db.read();
    let holder = beside(world, account.organization).await;
    let mut ids = vec![
        lead.to_owned(),
        encode(IdKind::Org, account.organization),
        encode(IdKind::Org, holder.id),
        encode(IdKind::ServiceAccount, account.id),
    ];
    let brands = entity::brand::Entity::find().all(db).await.unwrap();
    let brands = brands.iter().filter(|brand| brand.organization_id == holder.id);
    ids.extend(brands.map(|brand| encode(IdKind::Brand, brand.id)));
    let items = entity::lead_item::Entity::find().all(db).await.unwrap();
    let items = items.iter().filter(|item| item.title.contains(WORD));
    ids.extend(items.map(|item| encode(IdKind::Item, item.id)));
    let deliveries = entity::delivery::Entity::find().all(db).await.unwrap();
    let deliveries = deliveries.iter().filter(|delivery| delivery.recipient_id == holder.id);
    ids.extend(deliveries.map(|delivery| encode(IdKind::Delivery, delivery.id)));
    assert_eq!(
        ids.len(),
        7,
        "lead, two organisations, account, brand, item, delivery: {ids:?}"
    );
    ids
}

both_databases! {
    async fn no_query_tells_of_it(world: World) {
        let world = world.set_up(WIDE).await;
        let (acme, bolt) = (world.brand("Acme").await, world.brand("Bolt").await);
        let desk = world.secretariat().await.desk().await;
        let (_, account) = in_a_sandbox(&acme).await;
        let lead = tries(&account, 1, "bag").await;
        let other = bolt.admin().await;
        let real = other.prepares(&bolt).await;
        other.shares(&real, &[&acme]).await.ok();
        let ids = ids_of(&world, &account, &lead).await;
        let sandbox = beside(&world, acme.id).await;
        let holder = beside(&world, sandbox.id).await;
        let seen = account.graphql("query($id: ID!) { lead(id: $id) { title reference } }", json!({ "id": lead })).await.ok();
        let words = [WORD.to_owned(), seen.text("/lead/reference"), sandbox.name, holder.name];

        // With another word than that of the titles an answer that repeats what was asked would tell of nothing.
        for word in [WORD, "bag"] {
            let asking = Asking::of(&world.schema, &ids, word);
            let queries = asking.queries();
            assert!(queries.len() > 150, "{}", queries.len());
            for person in [&desk, &other] {
                let mut told_of_what_is_real = 0;
                for asked in &queries {
                    let answer = person.graphql(&asked.document, json!({})).await;
                    assert_ne!(answer.error_code(), Some("INVALID_DOCUMENT"), "{}: {answer}", asked.document);
                    assert_ne!(answer.error_code(), Some("LIMIT_EXCEEDED"), "{}: {answer}", asked.field);
                    let told = answer.0["data"].to_string();
                    for word in &words {
                        assert!(!told.contains(word.as_str()), "{} tells {word}: {told}", asked.field);
                    }
                    // A preview of what is to be done repeats of what it was asked, and tells nothing of it.
                    let is_repeated = asked.field == "previewBulk" && told.contains("\"refusedCount\":1");
                    for id in ids.iter().filter(|_| !is_repeated) {
                        assert!(!told.contains(id.as_str()), "{} tells {id}: {told}", asked.field);
                    }
                    told_of_what_is_real += usize::from(!asked.by_id && told.contains("Counterfeit Bolt on sale"));
                }
                assert!(told_of_what_is_real > 0, "the same questions find what is there to find");
            }
        }
    }

    async fn nobody_is_told_of_it(world: World) {
        let (acme, bolt) = (world.brand("Acme").await, world.brand("Bolt").await);
        acme.admin().await;
        bolt.admin().await;
        world.secretariat().await.desk().await;
        let (_, account) = in_a_sandbox(&acme).await;
        tries(&account, 1, "bag").await;
        world.notified().await;
        world.after_days(1);
        digests::plan(&world.app).await.unwrap();
        let db = world.app.db.read();
        assert_eq!(entity::notification::Entity::find().count(db).await.unwrap(), 0);
        assert!(world.letters().await.is_empty());
    }
}
