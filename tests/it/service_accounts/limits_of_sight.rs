//! What a service account sees and does: what its scopes say, as far as it is open to its organisation; never RED, never for
//! people.

use serde_json::json;
use strum::VariantArray as _;
use touchstone::permissions::{
    Action, Role, ServiceAccess, ServiceScope,
    roots::{Requirement, SERVICE_ROOTS, requirement},
};

use crate::{
    both_databases,
    permissions::Contract,
    support::{Asks as _, World, draft, with},
};

/// Words of mutations by which people approve, decide or answer.
const OF_PEOPLE: &[&str] = &[
    "approve", "reject", "refuse", "decide", "verify", "answer", "share", "settle", "agree", "invite", "suspend",
    "reveal",
];

both_databases! {
    async fn it_does_what_its_scopes_stand_for_and_nothing_else(world: World) {
        let service = world.brand("Acme").await.service_account(ServiceScope::VARIANTS).await;
        let access = ServiceAccess { scopes: ServiceScope::VARIANTS.to_vec(), ..ServiceAccess::default() };
        let mut open = Vec::new();
        for field in Contract::of(&world.schema).roots() {
            let is_open = match requirement(&field.parent, &field.name).unwrap() {
                Requirement::Anyone => continue,
                Requirement::Enrolling | Requirement::SignedIn => SERVICE_ROOTS.contains(&field.name.as_str()),
                Requirement::Action(action) => access.allows(action),
            };
            let answer = match field.parent.as_str() {
                "Subscription" => service.first_event(&field.document, json!({})).await,
                _ => service.graphql(&field.document, json!({})).await,
            };
            let error = &answer.0["errors"][0];
            let is_fenced = error["extensions"]["code"] == "FORBIDDEN" && error["path"].is_null();
            assert_eq!(!is_fenced, is_open, "{}: {answer}", field.name);
            if is_open && field.parent == "Mutation" {
                open.push(field.name.clone());
            }
        }
        assert!(open.contains(&"createLead".to_owned()), "{open:?}");
        for mutation in &open {
            let name = mutation.to_lowercase();
            assert!(OF_PEOPLE.iter().all(|word| !name.contains(word)), "{mutation}");
        }
        assert!(!access.allows(Action::ServiceAccountManage), "nor does it look after itself");
    }

    async fn who_may_only_read_cannot_write(world: World) {
        let acme = world.brand("Acme").await;
        let reader = acme.service_account(&[ServiceScope::LeadsRead]).await;
        let writer = acme.service_account(&[ServiceScope::ListingsWrite]).await;
        let lead = writer.creates(&acme).await;
        reader.reads(&lead).await.ok();
        writer.reads(&lead).await.ok();
        world.nothing_changes(async {
            reader.act("createLead", draft(&acme)).await.refused_with("FORBIDDEN");
            reader.submits(&lead).await.refused_with("FORBIDDEN");
        })
        .await;
        writer.act("submitLead", json!({ "id": lead.public_id(), "expectedVersion": 1 })).await.ok();
    }

    async fn by_an_id_it_finds_what_it_may_read(world: World) {
        let (acme, bolt) = (world.brand("Acme").await, world.brand("Bolt").await);
        let admin = acme.admin().await;
        let lead = admin.creates(&acme).await;
        let reader = acme.service_account(&[ServiceScope::LeadsRead]).await;
        let follower = acme.service_account(&[ServiceScope::ChangesRead]).await;
        let node = "query($id: ID!) { node(id: $id) { id } }";
        for (id, seen) in [
            (lead.public_id(), true),
            (bolt.public_id(), true),
            (acme.brand_id(), true),
            (admin.public_id(), false),
            (reader.client_id(), false),
        ] {
            let answer = reader.graphql(node, json!({ "id": id })).await.ok();
            assert_eq!(answer.data("/node").is_object(), seen, "{id}");
            let answer = follower.graphql(node, json!({ "id": id })).await.ok();
            assert!(answer.data("/node").is_null(), "{id}");
        }
    }

    async fn i29_a_service_account_never_receives_red(world: World) {
        let (acme, bolt) = (world.brand("Acme").await, world.brand("Bolt").await);
        let market = world.organization(World::home_of(Role::Ps), "Market").await;
        let admin = acme.admin().await;
        let mut services = Vec::new();
        for home in [&acme, &bolt, &market] {
            services.push(home.service_account(ServiceScope::VARIANTS).await);
        }
        let amber = admin.prepares(&bolt).await;
        admin.shares(&amber, &[&bolt]).await.ok();
        for (service, sees) in services.iter().zip([true, true, false]) {
            let answer = service.reads(&amber).await;
            assert_eq!(answer.error_code().is_none(), sees, "{answer}");
        }
        let red = admin.prepares_from(with(draft(&bolt), json!({ "tlp": "RED", "title": "Red matter" }))).await;
        let named = bolt.investigator().await;
        admin.shares_by(&red, json!({ "grants": [{ "personId": named.public_id() }] })).await.ok();
        named.reads(&red).await.ok();
        for service in &services {
            let by_name = admin.shares_by(&red, json!({ "grants": [{ "personId": service.public_id() }] }));
            assert!(world.nothing_changes(by_name).await.error_code().is_some());
            service.reads(&red).await.not_found();
            assert!(!service.lists(json!({})).await.contains(&"Red matter".to_owned()));
            let node = "query($id: ID!) { node(id: $id) { id } }";
            let answer = service.graphql(node, json!({ "id": red.public_id() })).await.ok();
            assert!(answer.data("/node").is_null(), "{answer}");
        }
        // Nor does it write what it could not read.
        for marking in [json!({ "tlp": "RED" }), json!({ "handlingCode": "H2" })] {
            let own = services[0].act("createLead", with(draft(&acme), marking));
            world.nothing_changes(own).await.refused_with("BAD_USER_INPUT");
        }
    }

    async fn an_account_of_the_secretariat_is_not_the_desk(world: World) {
        let acme = world.brand("Acme").await;
        let office = world.secretariat().await;
        let service = office.service_account(ServiceScope::VARIANTS).await;
        let admin = acme.admin().await;
        let lead = admin.creates(&acme).await;
        admin.submits(&lead).await.ok();
        office.desk().await.reads(&lead).await.ok();
        service.reads(&lead).await.not_found();
    }
}
