//! Who reads sheets: the holder's side, and whom the holder selected, as long as it does.

use touchstone::{
    permissions::{Role, viewer::OrganizationKind, viewer::PoaAction},
    platform::ids::IdKind,
};

use super::*;
use crate::{both_databases, support::Mandate};

both_databases! {
    /// Not there and not visible are the same answer, whatever is asked.
    async fn i21_who_is_not_selected_finds_no_sheet(world: World) {
        let (acme, bolt) = (world.brand("Acme").await, world.brand("Bolt").await);
        let (admin, stranger) = (acme.admin().await, bolt.admin().await);
        let (police, lab) = (world.agency("Police").await, world.organization(OrganizationKind::Lab, "Lab").await);
        let (officer, appraiser) = (police.officer().await, lab.person(&[Role::Ap]).await);
        let desk = world.secretariat().await.desk().await;
        let sheet = published(&admin, &acme, &lab).await;
        let feature = adds(&admin, &sheet, "OVERT", json!({})).await;
        reads(&appraiser, &sheet).await.ok();
        let unknown = (world.unknown(IdKind::Product), world.unknown(IdKind::Feature));
        world
            .nothing_changes(async {
                for person in [&officer, &desk, &stranger] {
                    assert_eq!(found(person).await, 0);
                    for (sheet, feature) in [(&sheet, &feature), (&unknown.0, &unknown.1)] {
                        reads(person, sheet).await.not_found();
                        reveals(person, feature, "to see").await.not_found();
                        for id in [sheet, feature] {
                            let node = person.graphql("query($id: ID!) { node(id: $id) { id } }", json!({ "id": id })).await;
                            assert_eq!(node.ok().data("/node"), &Value::Null);
                        }
                    }
                }
                for (sheet, feature) in [(&sheet, &feature), (&unknown.0, &unknown.1)] {
                    steps(&stranger, "publishProduct", sheet, 99).await.not_found();
                    opens_to(&stranger, sheet, json!({ "organizationId": police.public_id() })).await.not_found();
                    asks_to_add(&stranger, sheet, "OVERT", json!({ "genuine": "" })).await.not_found();
                    let retire = json!({ "id": feature, "expectedVersion": 99 });
                    does(&stranger, "retireFakeFeature", "ProductTransitionInput", retire, "feature { id }").await.not_found();
                }
            })
            .await;
    }

    /// A draft is opened to nobody, and an archived sheet to nobody any more.
    async fn a_sheet_is_read_while_it_is_published_and_granted(world: World) {
        let acme = world.brand("Acme").await;
        let police = world.agency("Police").await;
        let (admin, officer) = (acme.admin().await, police.officer().await);
        let sheet = writes(&admin, &acme, "TD-3").await;
        let opened = opens_to(&admin, &sheet, json!({ "organizationId": police.public_id() })).await.ok();
        let grant = opened.text("/grantProduct/product/grants/0/id");
        reads(&officer, &sheet).await.not_found();
        steps(&admin, "publishProduct", &sheet, 1).await.ok();
        let seen = reads(&officer, &sheet).await.ok();
        assert_eq!(seen.text("/product/name"), "Tide 3");
        assert_eq!(seen.data("/product/grants"), &json!([]), "to whom else is the holder's matter");
        assert_eq!(seen.data("/product/allowedActions"), &json!([]));
        world.nothing_changes(steps(&officer, "archiveProduct", &sheet, 2)).await.refused_with("FORBIDDEN");
        world.nothing_changes(takes_back(&officer, &grant)).await.refused_with("FORBIDDEN");
        let twice = opens_to(&admin, &sheet, json!({ "organizationId": police.public_id() }));
        world.nothing_changes(twice).await.refused_with("ALREADY_EXISTS");
        takes_back(&admin, &grant).await.ok();
        reads(&officer, &sheet).await.not_found();
        world.nothing_changes(takes_back(&admin, &grant)).await.refused_with("TRANSITION_NOT_ALLOWED");
        opens_to(&admin, &sheet, json!({ "organizationId": police.public_id() })).await.ok();
        reads(&officer, &sheet).await.ok();
        steps(&admin, "archiveProduct", &sheet, 2).await.ok();
        reads(&officer, &sheet).await.not_found();
        reads(&admin, &sheet).await.ok();
    }

    async fn enforcers_of_a_country_or_of_all_are_selected_at_once(world: World) {
        let acme = world.brand("Acme").await;
        let admin = acme.admin().await;
        let chinese = world.agency("Police").await.officer().await;
        let french = world.organization_in(OrganizationKind::LeAgency, "Douane", "FR", None).await.officer().await;
        let sheet = writes(&admin, &acme, "TD-3").await;
        steps(&admin, "publishProduct", &sheet, 1).await.ok();
        let opened = opens_to(&admin, &sheet, json!({ "enforcers": { "countries": ["FR", "FR"] } })).await.ok();
        assert_eq!(opened.data("/grantProduct/product/grants/0/countries"), &json!(["FR"]));
        reads(&french, &sheet).await.ok();
        reads(&chinese, &sheet).await.not_found();
        assert_eq!((found(&french).await, found(&chinese).await), (1, 0));
        // Whoever comes later is one of them, too.
        let later = world.organization_in(OrganizationKind::LeAgency, "Police", "FR", Some("75")).await.officer().await;
        reads(&later, &sheet).await.ok();
        opens_to(&admin, &sheet, json!({ "enforcers": {} })).await.ok();
        reads(&chinese, &sheet).await.ok();
        let grants = reads(&admin, &sheet).await.texts("/product/grants", "/id");
        takes_back(&admin, &grants[1]).await.ok();
        reads(&chinese, &sheet).await.not_found();
        reads(&french, &sheet).await.ok();
    }

    /// Whole communities are for administrators to open to, and members are never among the readers.
    async fn who_may_be_selected_and_by_whom(world: World) {
        let (acme, bolt) = (world.brand("Acme").await, world.brand("Bolt").await);
        let (admin, analyst) = (acme.admin().await, acme.investigator().await);
        let police = world.agency("Police").await;
        let sheet = writes(&analyst, &acme, "TD-3").await;
        let suspended = world.agency("Suspended").await;
        suspended.put_into("SUSPENDED").await;
        world
            .nothing_changes(async {
                opens_to(&analyst, &sheet, json!({ "enforcers": {} })).await.refused_with("TLP_CEILING");
                for to in [bolt.public_id(), world.unknown(IdKind::Org), suspended.public_id()] {
                    let answer = opens_to(&analyst, &sheet, json!({ "organizationId": to })).await;
                    answer.refused_with("BAD_USER_INPUT");
                    assert_eq!(answer.error_field().as_deref(), Some("organizationId"));
                }
                let odd = json!({ "enforcers": { "countries": ["China"] } });
                opens_to(&admin, &sheet, odd).await.refused_with("BAD_USER_INPUT");
            })
            .await;
        opens_to(&analyst, &sheet, json!({ "organizationId": police.public_id() })).await.ok();
    }

    /// An agent keeps its principal's sheets by a power of attorney that lets it, and as long as that holds.
    async fn an_agent_sees_and_keeps_what_its_power_of_attorney_covers(world: World) {
        let mut acme = world.brand("Acme").await;
        let second = acme.add_brand("Second").await;
        let (firm, readers) = (world.agent_firm("Firm").await, world.agent_firm("Readers").await);
        let admin = acme.admin().await;
        let sheet = writes(&admin, &acme, "TD-3").await;
        let brands = [acme.brands[0]];
        let mandate = Mandate { brands: Some(&brands), actions: &[PoaAction::ManageBrands], days: -1..5, ..Mandate::default() };
        firm.mandate(&acme, mandate).await;
        readers.mandate(&acme, Mandate { actions: &[PoaAction::ReadLeads], ..Mandate::default() }).await;
        let (agent, reader) = (firm.person(&[Role::Mc]).await, readers.person(&[Role::Mc]).await);
        reads(&agent, &sheet).await.ok();
        reads(&reader, &sheet).await.not_found();
        let feature = adds(&agent, &sheet, "OVERT", json!({ "tlp": "AMBER" })).await;
        world
            .nothing_changes(async {
                asks_to_add(&agent, &sheet, "OVERT", json!({})).await.refused_with("TLP_CEILING");
                asks_to_add(&agent, &sheet, "COVERT", json!({ "tlp": "AMBER" })).await.refused_with("TLP_CEILING");
                let input = json!({ "idempotencyKey": "k", "brandId": touchstone::platform::ids::encode(IdKind::Brand, second),
                    "product": written("TD-9") });
                does(&agent, "createProduct", "CreateProductInput", input, "product { id }").await.refused_with("FORBIDDEN");
            })
            .await;
        let strict = adds(&admin, &sheet, "OVERT", json!({})).await;
        let seen = reads(&agent, &sheet).await.ok();
        assert_eq!(seen.texts("/product/features", "/id"), [feature], "nothing stricter than AMBER");
        reveals(&agent, &strict, "to see").await.not_found();
        world.after_days(5);
        reads(&agent, &sheet).await.not_found();
    }
}
