//! The sites of actions on a map, and actions within a range of days: as far as somebody sees the actions.

use serde_json::{Value, json};
use touchstone::permissions::Role;

use super::{Cast, lists, moves};
use crate::{
    both_databases,
    support::{Asks as _, Person, Response, with},
};

const MAP: &str = "query($filter: ActionSiteFilter, $detail: SiteMapDetail) { actionSiteMap(filter: $filter, detail: $detail) { \
    sites isTruncated places { country divisionCode latitude longitude sites actions actionIds } } }";

async fn map(by: &Person, detail: &str, filter: Value) -> Response {
    by.graphql(MAP, json!({ "detail": detail, "filter": filter })).await
}

fn at(address: &str, latitude: Option<&str>, longitude: Option<&str>) -> Value {
    let place = json!({ "kind": "STORAGE", "country": "CN", "divisionCode": "330102", "address": address });
    match latitude {
        Some(_) => with(place, json!({ "latitude": latitude, "longitude": longitude })),
        None => place,
    }
}

both_databases! {
    async fn sites_are_gathered_into_places_for_those_who_see_the_action(world: World) {
        let cast = Cast::of(&world).await;
        let sites = json!([
            at("Hall 1", Some("30.250000"), Some("120.160000")),
            at("Hall 2", Some("30.270000"), Some("120.180000")),
            at("Hall 3", Some("30.900000"), Some("120.900000")),
            at("Somewhere", None, None),
        ]);
        let id = cast.proposed(json!({ "sites": sites })).await;
        let counts = async |detail: &str| {
            let found = map(&cast.leader, detail, json!({})).await.ok();
            assert_eq!((found.number("/actionSiteMap/sites"), found.data("/actionSiteMap/isTruncated")), (4, &json!(false)));
            let places = found.list("/actionSiteMap/places").iter();
            places.map(|place| place["sites"].as_i64().unwrap()).collect::<Vec<_>>()
        };
        assert_eq!(counts("EXACT").await, [1, 1, 1, 1]);
        assert_eq!(counts("TENTH").await, [2, 1, 1]);
        assert_eq!(counts("DEGREE").await, [3, 1]);
        assert_eq!(counts("COUNTRY").await, [4]);
        let tenth = map(&cast.investigator, "TENTH", json!({})).await.ok();
        assert_eq!(tenth.data("/actionSiteMap/places/0"), &json!({ "country": "CN", "divisionCode": "330102", "latitude": "30.260000",
            "longitude": "120.170000", "sites": 2, "actions": 1, "actionIds": [id] }));
        let country = map(&cast.leader, "COUNTRY", json!({})).await.ok();
        assert!(country.data("/actionSiteMap/places/0/latitude").is_null());

        for by in [&cast.admin, &cast.police.officer().await, &world.brand("Stranger").await.admin().await] {
            let nothing = map(by, "EXACT", json!({})).await.ok();
            assert_eq!((nothing.number("/actionSiteMap/sites"), nothing.list("/actionSiteMap/places").len()), (0, 0), "under embargo");
        }
        map(&cast.acme.person(&[Role::Mf]).await, "EXACT", json!({})).await.refused_with("FORBIDDEN");
    }

    async fn a_map_is_narrowed_by_state_and_time(world: World) {
        let cast = Cast::of(&world).await;
        cast.brought_to("SCHEDULED", json!({})).await;
        for (filter, sites) in [
            (json!({ "states": ["SCHEDULED"] }), 2),
            (json!({ "states": ["CLOSED"] }), 0),
            (json!({ "startsFrom": "2026-03-11T22:00:00Z", "startsTo": "2026-03-12T00:00:00Z" }), 2),
            (json!({ "startsFrom": "2026-03-12T00:00:00Z" }), 0),
            (json!({ "kinds": ["PRODUCTION"] }), 0),
            (json!({ "country": "VN" }), 0),
        ] {
            let found = map(&cast.leader, "EXACT", filter.clone()).await.ok();
            assert_eq!(found.number("/actionSiteMap/sites"), sites, "{filter}");
            let listed = "query($filter: ActionSiteFilter) { actionSites(first: 100, filter: $filter) { totalCount } }";
            let listed = cast.leader.graphql(listed, json!({ "filter": filter })).await.ok();
            assert_eq!(listed.number("/actionSites/totalCount"), sites, "{filter}");
        }
    }

    async fn a_range_of_days_has_what_began_before_it_and_only_for_those_who_see_it(world: World) {
        let cast = Cast::of(&world).await;
        let long = json!({ "window": super::window("2026-03-12T06:00", "2026-03-15T18:00") });
        let id = cast.brought_to("SCHEDULED", long).await;
        let days = |from: &str, to: &str| json!({ "endsFrom": from, "startsTo": to });
        let within = days("2026-03-13T00:00:00Z", "2026-03-14T00:00:00Z");
        assert_eq!(lists(&cast.officer, within.clone()).await, std::slice::from_ref(&id));
        assert!(lists(&cast.admin, within).await.is_empty(), "under embargo");
        assert!(lists(&cast.officer, days("2026-03-16T00:00:00Z", "2026-03-17T00:00:00Z")).await.is_empty());
        assert!(lists(&cast.officer, days("2026-03-01T00:00:00Z", "2026-03-11T00:00:00Z")).await.is_empty());
        assert_eq!(lists(&cast.officer, json!({ "open": true, "mine": true })).await, std::slice::from_ref(&id));
        assert!(lists(&cast.officer, json!({ "open": false })).await.is_empty());
        moves(&cast.leader, "cancelOfflineAction", &id, json!({ "reason": "No" })).await.ok();
        assert_eq!(lists(&cast.officer, json!({ "open": false })).await, [id]);
    }
}
