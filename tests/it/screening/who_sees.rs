//! Who sees what screening says: the people of the brand and the desk, and nobody else.

use serde_json::{Value, json};
use touchstone::permissions::Role;

use super::{first, hands_in, judges, offer, scene, screened, undoes, works};
use crate::{
    both_databases,
    support::{Asks as _, Person, World},
};

async fn reads(by: &Person, listing: &Value) -> crate::support::Response {
    let document = "query($id: ID!) { screenedListing(id: $id) { id title } }";
    by.graphql(document, json!({ "id": listing["id"] })).await
}

both_databases! {
    async fn another_brand_finds_nothing_and_changes_nothing(world: World) {
        let (mut acme, brand, desk, account) = scene(&world).await;
        hands_in(&account, &[offer("Acme replica bag", 1)]).await.ok();
        works(&world).await;
        let listing = first(&brand, json!({})).await;
        reads(&desk, &listing).await.ok();
        let stranger = world.brand("Bolt").await.investigator().await;
        acme.add_brand("Acme Kids").await;
        let (first_brand, second_brand) = (acme.brands[0], acme.brands[1]);
        let limited = acme.person_for(&[Role::Mi], &[second_brand]).await;
        let within = acme.person_for(&[Role::Mi], &[first_brand]).await;
        reads(&within, &listing).await.ok();
        for nobody in [&stranger, &limited] {
            assert_eq!(screened(nobody, json!({})).await.ok().number("/screenedListings/totalCount"), 0);
            reads(nobody, &listing).await.refused_with("NOT_FOUND");
            world.nothing_changes(judges(nobody, &listing, "CONFIRM", json!({}))).await.refused_with("NOT_FOUND");
            world.nothing_changes(undoes(nobody, &listing)).await.refused_with("NOT_FOUND");
        }
        let unknown = json!({ "id": world.unknown(touchstone::platform::ids::IdKind::ScreenedListing), "version": 1 });
        world.nothing_changes(judges(&stranger, &unknown, "SKIP", json!({}))).await.refused_with("NOT_FOUND");
        for other in [&account, &acme.person(&[Role::Mf]).await] {
            screened(other, json!({})).await.refused_with("FORBIDDEN");
            world.nothing_changes(judges(other, &listing, "SKIP", json!({}))).await.refused_with("FORBIDDEN");
        }
    }

    async fn an_agent_sees_and_judges_for_its_principal_alone(world: World) {
        let (acme, brand, _, account) = scene(&world).await;
        hands_in(&account, &[offer("Acme replica bag", 1)]).await.ok();
        works(&world).await;
        let listing = first(&brand, json!({})).await;
        let firm = world.agent_firm("Firm").await;
        let agent = firm.agent_for(&acme).await;
        let other = world.agent_firm("Other").await.person(&[Role::Mc]).await;
        reads(&other, &listing).await.refused_with("NOT_FOUND");
        let judged = judges(&agent, &listing, "CONFIRM", json!({})).await.ok();
        let lead = judged.data("/judgeScreenedListing/screenedListing/lead/id").clone();
        assert!(lead.is_string(), "{judged}");
    }

    async fn too_many_or_unreadable_listings_are_refused_each_by_itself(world: World) {
        let (_, brand, _, account) = scene(&world).await;
        let none = world.nothing_changes(hands_in(&account, &[])).await;
        none.refused_with("BAD_USER_INPUT");
        let mut nameless = offer("Acme replica bag", 2);
        nameless["title"] = json!(" ");
        let mut script = offer("Acme replica bag", 3);
        script["pictureUrls"] = json!(["javascript:alert(1)"]);
        let answer = hands_in(&account, &[offer("Acme replica bag", 1), nameless, script]).await.ok();
        assert_eq!(answer.texts("/screenListings/results", "/outcome"), ["RECEIVED", "REFUSED", "REFUSED"]);
        works(&world).await;
        assert_eq!(screened(&brand, json!({})).await.ok().number("/screenedListings/totalCount"), 1);
    }
}
