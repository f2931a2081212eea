//! Who finds which agency, and who says what the directory says.

use touchstone::{
    agencies,
    permissions::{Role, viewer::OrganizationKind},
};

use super::*;
use crate::both_databases;

async fn finds(by: &Person, variables: Value) -> Response {
    let document = "query($filter: AgencyFilter, $orderBy: AgencyOrder, $first: Int, $after: String) {
        agencies(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
        totalCount pageInfo { endCursor hasNextPage } nodes { id organization { name } contactPoints { id } officers { id } } } }";
    by.graphql(document, variables).await
}

async fn names(by: &Person, filter: Value) -> Vec<String> {
    let found = finds(by, json!({ "filter": filter, "orderBy": "JURISDICTION" }))
        .await
        .ok();
    let names = found.texts("/agencies/nodes", "/organization/name");
    assert_eq!(
        found.number("/agencies/totalCount"),
        i64::try_from(names.len()).unwrap()
    );
    names
}

async fn agency(by: &Person, id: &str) -> Response {
    let document = "query($id: ID!) { agency(id: $id) { id onDuty allowedActions officers { id } } }";
    by.graphql(document, json!({ "id": id })).await
}

both_databases! {
    async fn an_agency_is_found_by_where_something_happened(world: World) {
        let keeper = world.secretariat().await.secretariat_admin().await;
        let member = world.brand("Acme").await.investigator().await;
        let in_division = async |name: &str, country: &str, code: Option<&str>, more: Value| {
            let of = world.organization_in(OrganizationKind::LeAgency, name, country, None).await;
            let place = json!({ "jurisdictions": [{ "country": country, "divisionCode": code }] });
            enters(&keeper, &of, with(place, more)).await
        };
        in_division("City", "CN", Some("330100"), json!({ "kind": "MARKET_SUPERVISION" })).await;
        in_division("Lyon", "FR", None, json!({ "languages": ["fr"], "kind": "CUSTOMS" })).await;
        in_division("Province", "CN", Some("330000"), json!({ "languages": ["zh"] })).await;
        assert_eq!(names(&member, json!({})).await, ["Province", "City", "Lyon"]);
        for (filter, found) in [
            (json!({ "country": "CN", "divisionCode": "330106" }), vec!["Province", "City"]),
            (json!({ "country": "CN", "divisionCode": "330100" }), vec!["Province", "City"]),
            (json!({ "country": "CN", "divisionCode": "33" }), vec!["Province"]),
            (json!({ "country": "CN", "divisionCode": "330200" }), vec!["Province"]),
            (json!({ "country": "CN", "divisionCode": "320100" }), vec![]),
            (json!({ "country": "CN" }), vec!["Province", "City"]),
            (json!({ "country": "FR", "divisionCode": "69" }), vec!["Lyon"]),
            (json!({ "language": "fr" }), vec!["Lyon"]),
            (json!({ "language": "en" }), vec!["City"]),
            (json!({ "kinds": ["CUSTOMS", "POLICE"] }), vec!["Province", "Lyon"]),
            (json!({ "search": "PROV" }), vec!["Province"]),
            (json!({ "search": "%" }), vec![]),
        ] {
            assert_eq!(names(&member, filter.clone()).await, found, "{filter}");
        }
        for (filter, field) in [
            (json!({ "divisionCode": "330106" }), "filter.country"),
            (json!({ "country": "China" }), "filter.country"),
            (json!({ "country": "CN", "divisionCode": "ZJ" }), "filter.divisionCode"),
            (json!({ "language": "zh%" }), "filter.language"),
        ] {
            let refused = finds(&member, json!({ "filter": filter })).await;
            refused.refused_with("BAD_USER_INPUT");
            assert_eq!(refused.error_field().as_deref(), Some(field), "{refused}");
        }
        let narrowest = agencies::agencies_for(world.app.db.read(), "CN", Some("330106")).await.unwrap();
        let divisions: Vec<_> = narrowest.iter().map(|row| row.areas[0].division.as_str()).collect();
        assert_eq!(divisions, ["3301", "33"]);
    }

    async fn agencies_are_listed_by_pages_of_equal_cost(world: World) {
        let office = office(&world).await;
        for (name, code) in [("B", "440000"), ("A", "110000"), ("C", "")] {
            let of = world.agency(name).await;
            let place = json!({ "jurisdictions": [{ "country": "CN", "divisionCode": code }] });
            let id = enters(&office.keeper, &of, place).await;
            proposes(&office.keeper, &id, json!({})).await;
            world.after_hours(1);
        }
        let by_place = json!({ "orderBy": "JURISDICTION", "first": 3 });
        let first = finds(&office.first, by_place.clone()).await.ok();
        assert_eq!(first.texts("/agencies/nodes", "/organization/name"), ["C", "A", "Police of Shanghai"]);
        let after = first.data("/agencies/pageInfo/endCursor").clone();
        let rest = finds(&office.first, with(by_place, json!({ "after": after }))).await.ok();
        assert_eq!(rest.texts("/agencies/nodes", "/organization/name"), ["B"]);
        let entered = finds(&office.first, json!({ "first": 2 })).await.ok();
        assert_eq!(entered.texts("/agencies/nodes", "/organization/name"), ["Police of Shanghai", "B"]);
        let (_, one) = world.counting_statements(finds(&office.first, json!({ "first": 1 }))).await;
        let (_, four) = world.counting_statements(finds(&office.first, json!({ "first": 4 }))).await;
        assert_eq!(one, four);
    }

    /// What somebody may not know of looks like what is not there (I21).
    async fn i21_law_enforcement_knows_of_its_own_agency_alone(world: World) {
        let office = office(&world).await;
        let other = world.agency("Customs").await;
        enters(&office.keeper, &other, json!({})).await;
        let (own, stranger) = (office.agency.officer().await, other.officer().await);
        assert_eq!(names(&own, json!({})).await, ["Police of Shanghai"]);
        let unknown = agency(&stranger, &world.unknown(IdKind::Agency)).await;
        assert_eq!(agency(&stranger, &office.id).await.0, unknown.0);
        unknown.not_found();
        let note = json!({ "id": office.id, "expectedVersion": 1, "note": "Ours now" });
        world.nothing_changes(changes(&stranger, "updateAgency", note, AGENCY)).await.not_found();
        let finance = world.brand("Acme").await.person(&[Role::Mf]).await;
        finds(&finance, json!({})).await.refused_with("FORBIDDEN");
        let member = world.brand("Bolt").await.admin().await;
        agency(&member, &office.id).await.ok();
        office.agency.put_into("SUSPENDED").await;
        agency(&member, &office.id).await.not_found();
        assert_eq!(names(&member, json!({})).await, ["Customs"]);
        agency(&office.keeper, &office.id).await.ok();
        assert_eq!(agencies::agencies_for(world.app.db.read(), "CN", Some("31")).await.unwrap().len(), 1);
    }

    async fn an_agency_keeps_its_entry_but_does_not_move_itself(world: World) {
        let office = office(&world).await;
        let own = office.agency.officer().await;
        assert_eq!(agency(&own, &office.id).await.ok().data("/agency/allowedActions"), &json!(["UPDATE", "ADD_CONTACT_POINT", "PROPOSE_OFFICER"]));
        let input = |version: i32, more: Value| with(json!({ "id": office.id, "expectedVersion": version }), more);
        for (more, field) in [
            (json!({ "jurisdictions": [{ "country": "CN" }] }), "jurisdictions"),
            (json!({ "kind": "COURT" }), "kind"),
        ] {
            let refused = world.nothing_changes(changes(&own, "updateAgency", input(1, more), AGENCY)).await;
            refused.refused_with("FORBIDDEN");
            assert_eq!(refused.error_field().as_deref(), Some(field));
        }
        let changed = changes(&own, "updateAgency", input(1, json!({ "languages": ["zh"], "note": " Ring twice. ", "dutyHours": [] })), AGENCY).await.ok();
        assert_eq!(changed.text("/updateAgency/agency/note"), "Ring twice.");
        assert_eq!(changed.data("/updateAgency/agency/onDuty"), &Value::Null);
        world.nothing_changes(changes(&own, "updateAgency", input(1, json!({ "note": "Old" })), AGENCY)).await.refused_with("STALE_VERSION");
        let moved = changes(&office.first, "updateAgency", input(2, json!({
            "jurisdictions": [{ "country": "CN", "divisionCode": "310115" }, { "country": "CN", "divisionCode": "31" }], "note": null })), AGENCY).await.ok();
        assert_eq!(moved.data("/updateAgency/agency/jurisdictions"), &json!([{ "country": "CN", "divisionCode": "31" }]));
        assert_eq!(moved.data("/updateAgency/agency/note"), &Value::Null);
        let member = world.brand("Acme").await.admin().await;
        world.nothing_changes(changes(&member, "updateAgency", input(3, json!({ "note": "Mine" })), AGENCY)).await.refused_with("FORBIDDEN");
    }

    async fn only_the_secretariat_enters_agencies(world: World) {
        let office = office(&world).await;
        let fresh = world.agency("Customs").await;
        let good = agency_input(&world, &fresh);
        for by in [fresh.officer().await, world.brand("Acme").await.admin().await] {
            world.nothing_changes(changes(&by, "createAgency", good.clone(), AGENCY)).await.refused_with("FORBIDDEN");
        }
        let brand = world.brand("Bolt").await;
        for (more, code, field) in [
            (json!({ "organizationId": brand.public_id() }), "BAD_USER_INPUT", "organizationId"),
            (json!({ "organizationId": office.agency.public_id() }), "ALREADY_EXISTS", "organizationId"),
            (json!({ "jurisdictions": [] }), "BAD_USER_INPUT", "jurisdictions"),
            (json!({ "jurisdictions": [{ "country": "CN" }, { "country": "CN", "divisionCode": "1" }] }), "BAD_USER_INPUT", "jurisdictions.1.divisionCode"),
            (json!({ "languages": ["zh-Hans"] }), "BAD_USER_INPUT", "languages"),
            (json!({ "timeZone": "Mars/Olympus" }), "BAD_USER_INPUT", "timeZone"),
            (json!({ "dutyHours": [{ "day": "MONDAY", "from": "17:30", "to": "08:30" }] }), "BAD_USER_INPUT", "dutyHours.0.to"),
            (json!({ "note": "x".repeat(2_001) }), "BAD_USER_INPUT", "note"),
        ] {
            let refused = world.nothing_changes(changes(&office.keeper, "createAgency", with(good.clone(), more), AGENCY)).await;
            refused.refused_with(code);
            assert_eq!(refused.error_field().as_deref(), Some(field), "{refused}");
        }
        let unknown = json!({ "organizationId": world.unknown(IdKind::Org) });
        world.nothing_changes(changes(&office.keeper, "createAgency", with(good.clone(), unknown), AGENCY)).await.not_found();
        let once = changes(&office.keeper, "createAgency", good.clone(), AGENCY).await.ok();
        let again = world.nothing_changes(changes(&office.keeper, "createAgency", good.clone(), AGENCY)).await.ok();
        assert_eq!(once.0, again.0);
        let other = with(good, json!({ "kind": "CUSTOMS" }));
        world.nothing_changes(changes(&office.keeper, "createAgency", other, AGENCY)).await.refused_with("IDEMPOTENCY_MISMATCH");
    }

    /// It is Monday, nine o'clock in Shanghai, and Sunday evening in the west of Brazil.
    async fn whether_somebody_is_there_goes_by_the_agency_s_clock(world: World) {
        let office = office(&world).await;
        let member = world.brand("Acme").await.investigator().await;
        let on_duty = async |id: &str| agency(&member, id).await.ok().data("/agency/onDuty").clone();
        assert_eq!(on_duty(&office.id).await, json!(true));
        let far = world.organization_in(OrganizationKind::LeAgency, "Aduana", "BR", None).await;
        let west = json!({ "timeZone": "America/Rio_Branco", "jurisdictions": [{ "country": "BR" }] });
        let far = enters(&office.keeper, &far, west).await;
        assert_eq!(on_duty(&far).await, json!(false));
        world.after_hours(9);
        assert_eq!((on_duty(&office.id).await, on_duty(&far).await), (json!(false), json!(false)));
        world.after_hours(4);
        assert_eq!((on_duty(&office.id).await, on_duty(&far).await), (json!(false), json!(true)));
    }
}
