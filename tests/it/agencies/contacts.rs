//! Desks of agencies: who keeps them, and how they are reached.

use touchstone::permissions::Role;

use super::*;
use crate::both_databases;

const CONTACT: &str =
    "contactPoint { id version role label languages onDuty hasEmail hasPhone hours { day from to } allowedActions }";
const CLEAR: &str = "contactPoint { email phone }";

fn desk(world: &World, agency: &str) -> Value {
    json!({
        "idempotencyKey": world.id().to_string(), "agencyId": agency, "role": "AROUND_THE_CLOCK", "label": "Duty desk",
        "email": "duty@police.example", "phone": "+86 21 6552 9988", "languages": ["zh"],
    })
}

async fn adds(by: &Person, agency: &str, more: Value) -> Response {
    changes(by, "addContactPoint", with(desk(&by.world, agency), more), CONTACT).await
}

async fn reveals(by: &Person, id: &str) -> Response {
    changes(
        by,
        "revealContactPoint",
        json!({ "id": id, "purpose": "EMERGENCY" }),
        CLEAR,
    )
    .await
}

both_databases! {
    async fn a_desk_is_reached_for_a_purpose_that_is_logged(world: World) {
        let office = office(&world).await;
        let own = office.agency.officer().await;
        let made = adds(&own, &office.id, json!({})).await.ok();
        let id = made.text("/addContactPoint/contactPoint/id");
        assert_eq!(made.data("/addContactPoint/contactPoint/onDuty"), &json!(true), "the agency's hours");
        let member = world.brand("Acme").await.investigator().await;
        let seen = member.graphql("query($id: ID!) { agency(id: $id) { contactPoints { id hasEmail hasPhone allowedActions } } }", json!({ "id": office.id })).await.ok();
        assert_eq!(seen.data("/agency/contactPoints"), &json!([{ "id": id, "hasEmail": true, "hasPhone": true, "allowedActions": ["REVEAL"] }]));
        let clear = reveals(&member, &id).await.ok();
        assert_eq!(clear.text("/revealContactPoint/contactPoint/email"), "duty@police.example");
        assert_eq!(logged(&world, "revealContactPoint").await, [json!({ "agency": office.id, "purpose": "EMERGENCY" })]);
        let stored = entity::agency_contact::Entity::find().all(world.app.db.read()).await.unwrap();
        let text = format!("{stored:?}");
        assert!(!text.contains("duty@police") && !text.contains("6552"), "{text}");
    }

    async fn who_may_not_keep_or_reach_a_desk_changes_nothing(world: World) {
        let office = office(&world).await;
        let member = world.brand("Acme").await.admin().await;
        world.nothing_changes(adds(&member, &office.id, json!({}))).await.refused_with("FORBIDDEN");
        let stranger = world.agency("Customs").await.officer().await;
        world.nothing_changes(adds(&stranger, &office.id, json!({}))).await.not_found();
        let id = adds(&office.keeper, &office.id, json!({})).await.ok().text("/addContactPoint/contactPoint/id");
        world.nothing_changes(reveals(&stranger, &id)).await.not_found();
        let finance = world.brand("Bolt").await.person(&[Role::Mf]).await;
        world.nothing_changes(reveals(&finance, &id)).await.refused_with("FORBIDDEN");
        let input = json!({ "id": id, "expectedVersion": 1 });
        world.nothing_changes(changes(&member, "removeContactPoint", input.clone(), AGENCY)).await.refused_with("FORBIDDEN");
        world.nothing_changes(changes(&stranger, "removeContactPoint", input, AGENCY)).await.not_found();
    }

    async fn a_desk_is_changed_and_taken_away(world: World) {
        let office = office(&world).await;
        let id = adds(&office.keeper, &office.id, json!({})).await.ok().text("/addContactPoint/contactPoint/id");
        let input = |version: i32, more: Value| with(json!({ "id": id, "expectedVersion": version }), more);
        let night = json!([{ "day": "SUNDAY", "from": "00:00", "to": "24:00" }]);
        let changed = changes(&office.first, "updateContactPoint", input(1, json!({ "email": null, "hours": night, "role": "POLICE" })), CONTACT).await.ok();
        let point = changed.data("/updateContactPoint/contactPoint").clone();
        assert_eq!((&point["hasEmail"], &point["onDuty"], &point["role"]), (&json!(false), &json!(false), &json!("POLICE")));
        assert_eq!(point["hours"], night);
        world.nothing_changes(changes(&office.first, "updateContactPoint", input(1, json!({ "label": "Old" })), CONTACT)).await.refused_with("STALE_VERSION");
        for (more, field) in [
            (json!({ "phone": null }), "email"),
            (json!({ "phone": "12" }), "phone"),
            (json!({ "email": "nobody" }), "email"),
            (json!({ "label": " " }), "label"),
            (json!({ "languages": [] }), "languages"),
        ] {
            let refused = world.nothing_changes(changes(&office.first, "updateContactPoint", input(2, more), CONTACT)).await;
            assert_eq!(refused.error_field().as_deref(), Some(field), "{refused}");
        }
        let gone = changes(&office.first, "removeContactPoint", input(2, json!({})), AGENCY).await.ok();
        assert_eq!(gone.data("/removeContactPoint/agency/contactPoints"), &json!([]));
        world.nothing_changes(changes(&office.first, "removeContactPoint", input(2, json!({})), AGENCY)).await.not_found();
        world.nothing_changes(reveals(&office.first, &id)).await.not_found();
    }

    async fn an_agency_has_at_most_twenty_desks(world: World) {
        let office = office(&world).await;
        for _ in 0..20 {
            adds(&office.keeper, &office.id, json!({})).await.ok();
        }
        let refused = world.nothing_changes(adds(&office.keeper, &office.id, json!({}))).await;
        refused.refused_with("BAD_USER_INPUT");
    }
}
