//! Whom enforcers call: open to all of them, kept by the right holder.

use touchstone::{permissions::Role, platform::ids::IdKind};

use super::*;
use crate::both_databases;

fn typed() -> Value {
    json!({
        "role": "CUSTOMS", "name": "Border desk", "email": "Border@Example.org", "languages": ["en", "zh-Hans"],
        "timeZone": "Asia/Shanghai", "hours": "Working days",
    })
}

async fn asks_to_add(person: &Person, of: Option<&Organization>, contact: Value) -> Response {
    let input = json!({
        "idempotencyKey": person.world.id().to_string(), "organizationId": of.map(Organization::public_id),
        "contact": contact,
    });
    let selection = "contact { id role name email phone languages timeZone hours mayEdit version }";
    does(person, "addCompanyContact", "AddCompanyContactInput", input, selection).await
}

async fn lists(person: &Person, of: &str) -> Response {
    let document = "query($id: ID!) { companyContacts(organizationId: $id) { id name email mayEdit } }";
    person.graphql(document, json!({ "id": of })).await
}

both_databases! {
    /// Company data are open to every enforcer of the alliance, product data to those who were selected.
    async fn every_enforcer_reads_whom_to_call(world: World) {
        let (acme, bolt) = (world.brand("Acme").await, world.brand("Bolt").await);
        let admin = acme.admin().await;
        let added = asks_to_add(&admin, None, typed()).await.ok();
        let id = added.text("/addCompanyContact/contact/id");
        assert_eq!(
            added.data("/addCompanyContact/contact"),
            &json!({ "id": id, "role": "CUSTOMS", "name": "Border desk", "email": "border@example.org", "phone": null,
                "languages": ["en", "zh-Hans"], "timeZone": "Asia/Shanghai", "hours": "Working days", "mayEdit": true, "version": 1 })
        );
        writes(&admin, &acme, "TD-3").await;
        let officer = world.agency("Police").await.officer().await;
        let desk = world.secretariat().await.desk().await;
        for person in [&officer, &desk, &acme.investigator().await] {
            let seen = lists(person, &acme.public_id()).await.ok();
            assert_eq!(seen.texts("/companyContacts", "/name"), ["Border desk"], "{}", person.name);
            assert_eq!(seen.data("/companyContacts/0/mayEdit"), &json!(false));
        }
        assert_eq!(found(&officer).await, 0, "its sheet was opened to nobody");
        let stranger = bolt.admin().await;
        for organization in [acme.public_id(), world.unknown(IdKind::Org)] {
            lists(&stranger, &organization).await.not_found();
        }
        let input = json!({ "id": id, "expectedVersion": 1, "contact": with(typed(), json!({ "name": "Night desk" })) });
        world
            .nothing_changes(async {
                asks_to_add(&stranger, Some(&acme), typed()).await.not_found();
                for (mutation, input_type, input) in [
                    ("updateCompanyContact", "UpdateCompanyContactInput", input.clone()),
                    ("removeCompanyContact", "ProductTransitionInput", json!({ "id": id, "expectedVersion": 1 })),
                ] {
                    does(&stranger, mutation, input_type, input.clone(), "contact { id }").await.not_found();
                    does(&officer, mutation, input_type, input, "contact { id }").await.refused_with("FORBIDDEN");
                }
            })
            .await;
        let changed = does(&admin, "updateCompanyContact", "UpdateCompanyContactInput", input, "contact { name version }").await.ok();
        assert_eq!(changed.data("/updateCompanyContact/contact"), &json!({ "name": "Night desk", "version": 2 }));
        let gone = |version: i64| {
            let input = json!({ "id": id, "expectedVersion": version });
            does(&admin, "removeCompanyContact", "ProductTransitionInput", input, "contact { id }")
        };
        world.nothing_changes(gone(1)).await.refused_with("STALE_VERSION");
        gone(2).await.ok();
        assert_eq!(lists(&officer, &acme.public_id()).await.ok().list("/companyContacts").len(), 0);
    }

    async fn nobody_is_called_who_cannot_be_reached(world: World) {
        let acme = world.brand("Acme").await;
        let (admin, analyst) = (acme.admin().await, acme.person(&[Role::Mi]).await);
        world
            .nothing_changes(async {
                for (more, field) in [
                    (json!({ "email": null }), "email"),
                    (json!({ "email": "nobody" }), "email"),
                    (json!({ "name": " " }), "name"),
                    (json!({ "languages": ["English!"] }), "languages"),
                    (json!({ "timeZone": "Shanghai" }), "timeZone"),
                ] {
                    let answer = asks_to_add(&admin, None, with(typed(), more)).await;
                    answer.refused_with("BAD_USER_INPUT");
                    assert_eq!(answer.error_field().as_deref(), Some(field), "{answer}");
                }
                asks_to_add(&analyst, None, typed()).await.refused_with("FORBIDDEN");
            })
            .await;
    }
}
