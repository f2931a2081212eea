//! The roles that ask for a second factor.

use sea_orm::{ActiveValue::Set, EntityTrait as _};
use serde_json::{Value, json};
use touchstone::permissions::{
    Role, needs_second_factor,
    roots::{Requirement, requirement},
};

use super::factors::{self, enrols, next_code, password};
use crate::{
    both_databases,
    permissions::Contract,
    support::{PASSWORD, Person},
    transport::serving::{Serving, VIEWER, with_password},
};

const OWN: &str = "{ viewer { permissions { action } organization { id people { nodes { id } } } \
     account { secondFactor { required enrolled } } } }";
const PEOPLE: &str = "{ people { nodes { id } } }";

/// The access token of somebody whose role asks for a factor and who has none.
async fn bare(serving: &Serving, person: &Person) -> String {
    let row = entity::person::ActiveModel {
        id: Set(person.id),
        second_factor_at: Set(None),
        ..Default::default()
    };
    let db = person.world.app.db.write();
    entity::person::Entity::update(row).exec(db).await.unwrap();
    entity::totp::Entity::delete_by_id(person.id).exec(db).await.unwrap();
    serving.token_of(person).await
}

both_databases! {
    async fn whoever_has_not_got_the_factor_may_do_nothing_but_set_it_up(world: World) {
        let serving = Serving::of(&world).await;
        let person = world.secretariat().await.person(&[Role::Sa, Role::So]).await;
        let token = bare(&serving, &person).await;
        let own = serving.ask_as(&token, OWN, json!({})).await;
        assert_eq!(own.data("/viewer/permissions"), json!([]), "{own:?}");
        assert_eq!(own.data("/viewer/account/secondFactor"), json!({"required": true, "enrolled": false}));
        let mut refused = 0;
        for field in Contract::of(&world.schema).roots() {
            let asks = requirement(&field.parent, &field.name).unwrap();
            if matches!(asks, Requirement::Anyone | Requirement::Enrolling) || field.parent == "Subscription" {
                continue;
            }
            let answer = world.nothing_changes(serving.ask_as(&token, &field.document, json!({}))).await;
            assert_eq!((answer.code().as_str(), answer.status.as_u16()), ("SECOND_FACTOR_REQUIRED", 403), "{}: {answer:?}", field.name);
            assert_eq!(answer.json()["data"], Value::Null, "{} ran", field.name);
            refused += 1;
        }
        assert!(refused > 40, "{refused}");

        enrols(&world, &serving, &token).await;
        let seen = serving.ask_as(&token, PEOPLE, json!({})).await;
        assert_eq!(seen.code(), "", "the same token opens everything at once: {seen:?}");
        let own = serving.ask_as(&token, OWN, json!({})).await;
        assert!(own.data("/viewer/permissions").as_array().unwrap().len() > 5);
        next_code(&world);
        let refused = world.nothing_changes_but(&["sign_in_failure"], serving.ask_as(&token, factors::REMOVE, password())).await;
        assert_eq!(refused.code(), "TRANSITION_NOT_ALLOWED", "the last factor stays");
        serving.stop().await;
    }

    async fn a_role_that_is_given_confines_the_sessions_that_are_open(world: World) {
        let serving = Serving::of(&world).await;
        let secretariat = world.secretariat().await;
        let (admin, officer) = (secretariat.secretariat_admin().await, secretariat.person(&[]).await);
        let token = serving.token_of(&officer).await;
        assert_eq!(serving.ask_as(&token, "{ permissionMatrix { title } }", json!({})).await.code(), "");
        let update = "mutation($input: UpdateUserInput!) { updateUser(input: $input) { userErrors { code } } }";
        let input = json!({"input": {"id": officer.public_id(), "expectedVersion": 1, "roles": ["SO"]}});
        let admin_token = serving.token_of(&admin).await;
        assert_eq!(serving.ask_as(&admin_token, update, input).await.code(), "");
        assert_eq!(serving.ask_as(&token, PEOPLE, json!({})).await.code(), "SECOND_FACTOR_REQUIRED");
        assert_eq!(serving.ask_as(&token, VIEWER, json!({})).await.code(), "");
        serving.stop().await;
    }

    /// Everybody in the demo knows everybody's password; a test of the roles counts them.
    async fn the_demo_waives_the_duty_and_nothing_else_does(world: World) {
        let serving = Serving::of(&world).await;
        let demo = Serving::with(&world, &[("demo", "true")]).await;
        let person = world.secretariat().await.desk().await;
        let token = bare(&serving, &person).await;
        assert_eq!(serving.ask_as(&token, PEOPLE, json!({})).await.code(), "SECOND_FACTOR_REQUIRED");
        assert_eq!(demo.ask_as(&token, PEOPLE, json!({})).await.code(), "");
        let own = demo.ask_as(&token, OWN, json!({})).await;
        assert_eq!(own.data("/viewer/account/secondFactor/required"), json!(false));
        demo.stop().await;
        serving.stop().await;
    }

    async fn an_installation_may_ask_it_of_everybody(world: World) {
        let everybody = Serving::with(&world, &[("second_factor_for_all", "true")]).await;
        let person = world.brand("Acme").await.investigator().await;
        let token = everybody.token_of(&person).await;
        let own = everybody.ask_as(&token, OWN, json!({})).await;
        assert_eq!(own.data("/viewer/account/secondFactor/required"), json!(true));
        let leads = "{ leads(first: 1) { totalCount } }";
        let refused = world.nothing_changes(everybody.ask_as(&token, leads, json!({}))).await;
        assert_eq!((refused.code().as_str(), refused.status.as_u16()), ("SECOND_FACTOR_REQUIRED", 403));
        enrols(&world, &everybody, &token).await;
        assert_eq!(everybody.ask_as(&token, leads, json!({})).await.code(), "");
        next_code(&world);
        let last = everybody.ask_as(&token, factors::REMOVE, password());
        assert_eq!(world.nothing_changes_but(&["sign_in_failure"], last).await.code(), "TRANSITION_NOT_ALLOWED");
        everybody.stop().await;
    }

    async fn who_has_a_factor_is_asked_for_it_whatever_the_role(world: World) {
        let serving = Serving::of(&world).await;
        for role in [Role::Sa, Role::So, Role::Fm, Role::Ma, Role::Mi, Role::Mf, Role::Mc, Role::Le, Role::Ap, Role::Au] {
            let asks = matches!(role, Role::Sa | Role::So | Role::Fm | Role::Le | Role::Au);
            assert_eq!(needs_second_factor(&[role], false), asks, "{role:?}");
            assert_eq!(needs_second_factor(&[Role::Mi, role], false), asks, "{role:?}");
        }
        let desk = world.secretariat().await.desk().await;
        with_password(&desk).await;
        let answer = serving.sign_in(&desk.email, PASSWORD).await;
        assert_eq!(answer.data("/signIn/accessToken"), Value::Null);
        assert_eq!(answer.data("/signIn/secondFactor/methods"), json!(["TOTP"]));
        serving.stop().await;
    }
}
