//! Files for other systems: STIX 2.1 and MISP hold what their reader sees, and are valid for the judges of both.

use serde_json::{Value, json};
use touchstone::{
    imports::rules::{Format, parse, recognise},
    permissions::{Role, ServiceScope},
};

use super::{asks_for, bytes, exports, text, work};
use crate::{
    both_databases,
    support::{Organization, Person, draft, judged, with},
};

const FORMATS: [(&str, Format, &str); 2] = [("STIX", Format::Stix, "stix.py"), ("MISP", Format::Misp, "misp.py")];

/// A lead with an address about each of the organisations.
async fn with_addresses(by: &Person, about: &[&Organization], more: Value) -> crate::support::Lead {
    let items = about.iter().map(|organization| {
        let name = organization.name.to_lowercase();
        json!({
            "brandId": organization.brand_id(), "title": format!("{} bag", organization.name),
            "url": format!("https://shop.example/{name}/1"),
        })
    });
    let items: Vec<Value> = items.collect();
    by.prepares_from(with(with(draft(about[0]), json!({ "items": items })), more))
        .await
}

both_databases! {
    /// As a lead's page asks for it.
    async fn i24_a_file_of_one_lead_has_that_one_alone_and_only_for_who_sees_it(world: World) {
        let (acme, bolt) = (world.brand("Acme").await, world.brand("Bolt").await);
        let (admin, stranger) = (acme.admin().await, bolt.investigator().await);
        let title = |title: &str, tlp: &str| json!({ "title": title, "tlp": tlp });
        let wanted = with_addresses(&admin, &[&acme], title("The one", "AMBER")).await;
        with_addresses(&admin, &[&acme], title("Another one", "AMBER")).await;
        let red = with_addresses(&admin, &[&acme], title("Red one", "RED")).await;
        for (format, _, _) in FORMATS {
            let one = json!({ "format": format, "filter": { "ids": [wanted.public_id()] } });
            for by in [&admin, &stranger] {
                asks_for(by, one.clone()).await.ok();
            }
            work(&world).await;
            let mine = text(&admin).await;
            assert!(mine.contains("The one") && !mine.contains("Another one"), "{mine}");
            assert!(!text(&stranger).await.contains("The one"));
            let secret = json!({ "format": format, "includeRed": true, "filter": { "ids": [red.public_id()] } });
            asks_for(&admin, secret).await.ok();
            work(&world).await;
            let mine = text(&admin).await;
            assert!(mine.contains("Red one") && !mine.contains("The one"), "{mine}");
        }
        let many = vec![wanted.public_id(); 101];
        let refused = world.nothing_changes(asks_for(&admin, json!({ "format": "STIX", "filter": { "ids": many } }))).await;
        refused.refused_with("BAD_USER_INPUT");
        assert_eq!(refused.error_field().as_deref(), Some("filter.ids"));
    }

    async fn a_file_for_others_tells_what_its_reader_sees(world: World) {
        let (acme, bolt, core) = (world.brand("Acme").await, world.brand("Bolt").await, world.brand("Core").await);
        let (admin, reader) = (acme.admin().await, bolt.investigator().await);
        let more = json!({ "title": "Quiet bags", "handling": { "attribution": "MUST_NOT" } });
        let lead = with_addresses(&admin, &[&bolt, &core], more).await;
        admin.shares(&lead, &[&bolt, &core]).await.ok();
        for (format, read_as, _) in FORMATS {
            for by in [&reader, &admin] {
                asks_for(by, json!({ "format": format })).await.ok();
            }
            work(&world).await;
            let theirs = text(&reader).await;
            assert!(theirs.contains("Quiet bags") && theirs.contains("https://shop.example/bolt/1"), "{theirs}");
            assert!(!theirs.contains("/core/1") && !theirs.contains("Core bag"), "another brand's: {theirs}");
            assert!(theirs.contains("Member ") && !theirs.contains("Acme"), "not to be named: {theirs}");
            let mine = text(&admin).await;
            assert!(mine.contains("/core/1") && mine.contains("/bolt/1") && mine.contains("Acme"), "{mine}");
            assert_eq!(recognise(mine.as_bytes()), read_as);
            let parsed = parse(read_as, mine.as_bytes(), None).unwrap();
            let mut listings: Vec<&str> = parsed.leads.iter().flat_map(|lead| &lead.items)
                .filter_map(|item| item.url.as_deref()).collect();
            listings.sort_unstable();
            assert_eq!(listings, ["https://shop.example/bolt/1", "https://shop.example/core/1"]);
        }
    }

    async fn a_second_file_has_the_same_ids(world: World) {
        let acme = world.brand("Acme").await;
        let admin = acme.admin().await;
        with_addresses(&admin, &[&acme], json!({})).await;
        let mut ids = Vec::new();
        for _ in 0..2 {
            asks_for(&admin, json!({ "format": "STIX" })).await.ok();
            work(&world).await;
            let bundle: Value = serde_json::from_slice(&super::last_bytes(&admin).await).unwrap();
            let objects = bundle["objects"].as_array().unwrap().iter();
            ids.push(objects.map(|object| object["id"].clone()).collect::<Vec<Value>>());
        }
        assert!(!ids[0].is_empty());
        assert_eq!(ids[0], ids[1]);
    }

    async fn judges_of_both_formats_find_them_valid_at_every_label(world: World) {
        let acme = world.brand("Acme").await;
        let admin = acme.admin().await;
        let bags = |tlp: &str| json!({ "tlp": tlp, "title": format!("Bags {tlp}") });
        for tlp in ["GREEN", "AMBER", "AMBER_STRICT", "RED"] {
            with_addresses(&admin, &[&acme], bags(tlp)).await;
        }
        // What everybody may know is the secretariat's to say.
        let chief = world.secretariat().await.person(&[Role::Sa, Role::So]).await;
        let clear = with_addresses(&chief, &[&acme], bags("CLEAR")).await;
        chief.shares(&clear, &[&acme]).await.ok();
        for (format, _, script) in FORMATS {
            asks_for(&admin, json!({ "format": format, "includeRed": true })).await.ok();
            work(&world).await;
            let file = super::last_bytes(&admin).await;
            let told = String::from_utf8(file.clone()).unwrap();
            for tlp in ["CLEAR", "GREEN", "AMBER", "AMBER_STRICT", "RED"] {
                assert!(told.contains(&format!("Bags {tlp}")), "{told}");
            }
            assert_eq!(judged(script, &[], &file), 0, "{told}");
        }
    }

    async fn i29_no_file_of_a_service_account_has_anything_red(world: World) {
        let acme = world.brand("Acme").await;
        let admin = acme.admin().await;
        with_addresses(&admin, &[&acme], json!({ "title": "Amber bags" })).await;
        with_addresses(&admin, &[&acme], json!({ "title": "Red bags", "tlp": "RED" })).await;
        let service = acme.service_account(&[ServiceScope::LeadsRead, ServiceScope::ExportsRead]).await;
        for format in ["STIX", "MISP", "CSV"] {
            asks_for(&service, json!({ "format": format, "includeRed": true })).await.ok();
            work(&world).await;
            let file = String::from_utf8(super::last_bytes(&service).await).unwrap();
            assert!(file.contains("Amber bags") && !file.contains("Red bags"), "{format}: {file}");
        }
        let reader = acme.service_account(&[ServiceScope::LeadsRead]).await;
        let refused = asks_for(&reader, json!({ "format": "STIX" }));
        world.nothing_changes(refused).await.refused_with("FORBIDDEN");
        assert!(!exports(&service).await.is_empty());
    }

    async fn what_was_said_to_some_is_not_for_others(world: World) {
        let (acme, bolt) = (world.brand("Acme").await, world.brand("Bolt").await);
        let (admin, reader) = (acme.admin().await, bolt.admin().await);
        let lead = with_addresses(&admin, &[&bolt], json!({})).await;
        admin.shares(&lead, &[&bolt]).await.ok();
        reader.answers(&lead, &bolt, "CONFIRMED").await.ok();
        asks_for(&reader, json!({ "format": "STIX" })).await.ok();
        work(&world).await;
        let bundle: Value = serde_json::from_slice(&bytes(&reader).await).unwrap();
        let notes: Vec<&Value> = bundle["objects"].as_array().unwrap().iter()
            .filter(|object| object["type"] == "note").collect();
        assert_eq!(notes.len(), 1, "{bundle}");
        assert_eq!(notes[0]["abstract"], "Verdict");
        assert!(notes[0]["content"].as_str().unwrap().starts_with("CONFIRMED"), "{bundle}");
    }
}
