//! Lists: pages that are stable in both directions and every order, totals that fit, and a number of statements that does
//! not grow with the page.

use serde_json::{Value, json};

use crate::{
    both_databases,
    support::{Asks as _, Person, World, draft, with},
};

const LEADS: &str = "query($first: Int, $after: String, $last: Int, $before: String, $orderBy: LeadOrder, $filter: LeadFilter) { \
    leads(first: $first, after: $after, last: $last, before: $before, orderBy: $orderBy, filter: $filter) { \
    totalCount totalCountIsExact edges { cursor node { id title priority } } \
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }";

async fn some_leads(world: &World, count: usize) -> Person {
    let acme = world.brand("Acme").await;
    let author = acme.admin().await;
    let priorities = ["LOW", "NORMAL", "HIGH", "URGENT"];
    for number in 0..count {
        let change = json!({ "title": format!("Lead {number}"), "priority": priorities[number * 7 % 4] });
        author.creates_from(with(draft(&acme), change)).await;
        // Some are written in the same instant.
        if number % 3 == 0 {
            world.after_hours(1);
        }
    }
    author
}

/// Everything that objects know without waiting, with `more` in every selection.
fn everything(more: &str) -> String {
    let (owner, person) = (
        format!("{{ {more} id name nameZh country state }}"),
        format!("{{ {more} id name state }}"),
    );
    let brand = format!("{{ {more} id name nameZh owner {owner} }}");
    let item = format!(
        "{{ {more} id title url platform listingId canonicalUrl seller shopId capturedAt price {{ amount }} brand {brand} }}"
    );
    let comment = format!("{{ {more} id body authorName createdAt audience author {person} }}");
    format!(
        "{{ leads {{ {more} edges {{ {more} cursor node {{ {more} id reference title summary state tlp handlingCode source \
         channel infringementTypes country divisionCode grade priority createdAt outcome rejectReason version \
         estimatedValue {{ amount }} owner {owner} items {{ edges {{ node {item} }} }} \
         comments {{ totalCount edges {{ node {comment} }} }} }} }} }} }}"
    )
}

/// Takes a key out of every object.
fn forget(value: &mut Value, key: &str) {
    match value {
        Value::Object(fields) => {
            fields.remove(key);
            fields.values_mut().for_each(|field| forget(field, key));
        }
        Value::Array(list) => list.iter_mut().for_each(|entry| forget(entry, key)),
        _ => {}
    }
}

/// All titles in an order, walked by pages of a size.
async fn walk(reader: &Person, order: &Value, size: usize, backward: bool) -> Vec<String> {
    let (mut titles, mut cursor) = (Vec::new(), Value::Null);
    loop {
        let page = if backward {
            json!({ "last": size, "before": cursor })
        } else {
            json!({ "first": size, "after": cursor })
        };
        let answer = reader
            .graphql(LEADS, with(page, json!({ "orderBy": order })))
            .await
            .ok();
        let mut found = answer.texts("/leads/edges", "/node/title");
        assert!(found.len() <= size, "{answer}");
        let (more, next) = if backward {
            ("hasPreviousPage", "startCursor")
        } else {
            ("hasNextPage", "endCursor")
        };
        cursor = answer.data(&format!("/leads/pageInfo/{next}")).clone();
        if backward {
            found.append(&mut titles);
            titles = found;
        } else {
            titles.append(&mut found);
        }
        if answer.data(&format!("/leads/pageInfo/{more}")) == false {
            return titles;
        }
    }
}

both_databases! {
    async fn pages_are_the_list_in_both_directions_and_every_order(world: World) {
        let reader = some_leads(&world, 17).await;
        for field in ["CREATED_AT", "PRIORITY"] {
            let mut ways = Vec::new();
            for direction in ["ASC", "DESC"] {
                let order = json!({ "field": field, "direction": direction });
                let whole = walk(&reader, &order, 100, false).await;
                assert_eq!(whole.len(), 17, "{whole:?}");
                for size in [1, 4, 16, 17, 18] {
                    assert_eq!(walk(&reader, &order, size, false).await, whole, "{order} forwards by {size}");
                    assert_eq!(walk(&reader, &order, size, true).await, whole, "{order} backwards by {size}");
                }
                ways.push(whole);
            }
            ways[1].reverse();
            assert_eq!(ways[0], ways[1], "{field}");
        }
    }

    async fn a_walk_is_not_disturbed_by_what_is_written_meanwhile(world: World) {
        let reader = some_leads(&world, 6).await;
        let order = json!({ "orderBy": { "field": "CREATED_AT", "direction": "DESC" } });
        let first = reader.graphql(LEADS, with(json!({ "first": 3 }), order.clone())).await.ok();
        let cursor = first.data("/leads/pageInfo/endCursor").clone();
        let before = reader.graphql(LEADS, with(json!({ "first": 3, "after": cursor }), order.clone())).await.ok();
        world.after_hours(1);
        let newer = json!({ "idempotencyKey": "newer", "title": "Newer", "tlp": "AMBER", "channel": "OFFLINE",
            "infringementTypes": ["COUNTERFEIT"], "items": [] });
        reader.creates_from(newer).await;
        let after = reader.graphql(LEADS, with(json!({ "first": 3, "after": cursor }), order)).await.ok();
        assert_eq!(before.texts("/leads/edges", "/node/title"), after.texts("/leads/edges", "/node/title"));
    }

    async fn bad_pages_are_refused(world: World) {
        let reader = some_leads(&world, 1).await;
        for (page, field) in [
            (json!({ "first": 101 }), "first"),
            (json!({ "first": -1 }), "first"),
            (json!({ "last": 101 }), "last"),
            (json!({ "first": 1, "last": 1 }), "last"),
            (json!({ "first": 1, "after": "bm90IG91cnM" }), "after"),
            (json!({ "last": 1, "before": "\u{1f600}" }), "before"),
        ] {
            let answer = reader.graphql(LEADS, page.clone()).await;
            answer.refused_with("BAD_USER_INPUT");
            assert_eq!(answer.error_field().as_deref(), Some(field), "{page}: {answer}");
        }
        let nothing = reader.graphql(LEADS, json!({ "first": 0 })).await.ok();
        assert!(nothing.list("/leads/edges").is_empty());
        assert_eq!(nothing.number("/leads/totalCount"), 1);
    }

    async fn filters_narrow_the_list_and_its_total(world: World) {
        let acme = world.brand("Acme").await;
        let author = acme.admin().await;
        let online = author.prepares_from(with(draft(&acme), json!({ "title": "Shoes 运动鞋", "infringementTypes": ["STOLEN_IMAGE"] }))).await;
        let offline = json!({ "title": "Workshop", "channel": "OFFLINE", "tlp": "RED", "priority": "URGENT" });
        author.creates_from(with(draft(&acme), offline)).await;
        let titles = async |filter: Value| author.lists(filter).await;
        assert_eq!(titles(json!({ "channels": ["OFFLINE"] })).await, ["Workshop"]);
        assert_eq!(titles(json!({ "states": ["TRIAGED"] })).await, ["Shoes 运动鞋"]);
        assert_eq!(titles(json!({ "tlp": ["RED"] })).await, ["Workshop"]);
        assert_eq!(titles(json!({ "priorities": ["URGENT"] })).await, ["Workshop"]);
        assert_eq!(titles(json!({ "infringementTypes": ["STOLEN_IMAGE"] })).await, ["Shoes 运动鞋"]);
        assert_eq!(titles(json!({ "search": "动鞋" })).await, ["Shoes 运动鞋"]);
        assert_eq!(titles(json!({ "search": "SHOES" })).await, ["Shoes 运动鞋"]);
        assert_eq!(titles(json!({ "search": "nothing of the kind" })).await, [""; 0]);
        assert_eq!(titles(json!({ "createdTo": "0001-01-01T00:00:00Z" })).await, [""; 0]);
        assert_eq!(titles(json!({ "createdFrom": "0001-01-01T00:00:00Z", "createdTo": "9999-01-01T00:00:00Z" })).await.len(), 2);
        assert_eq!(titles(json!({ "states": [] })).await.len(), 2, "an empty list of states asks nothing");
        let document = "query($reference: String!) { leadByReference(reference: $reference) { title } }";
        let found = author.graphql(document, json!({ "reference": online.row().await.reference })).await.ok();
        assert_eq!(found.text("/leadByReference/title"), "Shoes 运动鞋");
    }

    async fn what_is_known_at_once_is_what_its_resolver_says(world: World) {
        let (acme, other) = (world.brand("Acme").await, world.brand("Other").await);
        let (author, reader) = (acme.admin().await, other.investigator().await);
        let lead = author.prepares(&other).await;
        author.shares(&lead, &[&other]).await.ok();
        author.comments(&lead, "look", "EVERYONE_WHO_SEES_THE_LEAD").await.ok();
        reader.comments(&lead, "there", "OWNER_AND_MY_ORGANIZATION").await.ok();
        for person in [&author, &reader] {
            let at_once = person.graphql(&everything(""), json!({})).await.ok();
            // With this in it, the library answers every field by its resolver.
            let mut resolved = person.graphql(&everything("__typename"), json!({})).await.ok().data("").clone();
            forget(&mut resolved, "__typename");
            assert_eq!(*at_once.data(""), resolved);
        }
    }

    async fn statements_do_not_grow_with_the_page(world: World) {
        let (acme, other) = (world.brand("Acme").await, world.brand("Other").await);
        let (author, reader) = (acme.admin().await, other.investigator().await);
        for _ in 0..12 {
            let lead = author.prepares(&other).await;
            author.shares(&lead, &[&other]).await.ok();
            author.comments(&lead, "look", "EVERYONE_WHO_SEES_THE_LEAD").await.ok();
        }
        for (name, document) in [
            ("leads", "query($first: Int!) { leads(first: $first) { totalCount edges { node { id title state allowedActions \
                owner { id name } items(first: 3) { totalCount edges { node { title brand { name } } } } \
                comments(first: 3) { totalCount edges { node { body authorName } } } \
                timeline(first: 3) { edges { node { kind actorName } } } \
                deliveries { state recipient { name } brands { name } } } } } }"),
            ("deliveries", "query($first: Int!) { deliveries(first: $first) { totalCount edges { node { state dueOn allowedActions \
                workingDaysLeft recipient { name } brands { name } items { title } lead { title } answers { verdict } } } } }"),
        ] {
            let counted = async |first: i32| {
                let (answer, statements) = world.counting_statements(reader.graphql(document, json!({ "first": first }))).await;
                assert_eq!(answer.ok().list(&format!("/{name}/edges")).len(), usize::try_from(first).unwrap());
                statements
            };
            let (few, many) = (counted(2).await, counted(12).await);
            assert!(many <= few, "{name}: {few} statements for 2, {many} for 12");
            assert!(few > 0 && few < 25, "{name}: {few} statements");
        }
    }
}
