//! A person's own sessions, refreshes that meet, and second factors that were lost.

use entity::{audit_entry, refresh_token, session};
use futures_util::future::join_all;
use jiff::SignedDuration;
use sea_orm::{EntityTrait as _, PaginatorTrait as _};
use serde_json::{Value, json};
use touchstone::sessions;

use super::factors::told;
use crate::{
    both_databases,
    support::{Asks, PASSWORD, Person},
    transport::serving::{Serving, VIEWER, with_password},
};

const SESSIONS: &str = "{ viewer { sessions(first: 10) { totalCount nodes { id createdAt lastSeenAt expiresAt userAgent network current } } } }";
const END: &str = "mutation($input: EndSessionInput!) { endSession(input: $input) { viewer { sessions { totalCount } } userErrors { code field } } }";
const END_OTHERS: &str = "mutation($input: PasswordInput!) { endOtherSessions(input: $input) { viewer { sessions { totalCount } } userErrors { code } } }";
const RESET: &str = "mutation($input: PersonTransitionInput!) { resetSecondFactor(input: $input) { \
     person { version allowedActions } userErrors { code field } } }";

async fn version(person: &Person) -> i32 {
    let row = entity::person::Entity::find_by_id(person.id)
        .one(person.world.app.db.read())
        .await
        .unwrap();
    row.unwrap().version
}

both_databases! {
    async fn a_person_sees_where_it_is_signed_in_and_signs_out_elsewhere(world: World) {
        let serving = Serving::of(&world).await;
        let acme = world.brand("Acme").await;
        let (person, other) = (acme.investigator().await, acme.investigator().await);
        let first = serving.token_of(&person).await;
        let strangers = serving.token_of(&other).await;
        world.clock.advance(jiff::SignedDuration::from_mins(1));
        let second = serving.token_of(&person).await;
        world.clock.advance(jiff::SignedDuration::from_mins(1));
        let third = serving.token_of(&person).await;
        let seen = serving.ask_as(&second, SESSIONS, json!({})).await;
        let nodes = seen.data("/viewer/sessions/nodes");
        let nodes = nodes.as_array().unwrap();
        assert_eq!((nodes.len(), seen.data("/viewer/sessions/totalCount")), (3, json!(3)), "{seen:?}");
        assert_eq!(nodes.iter().map(|node| node["current"].as_bool().unwrap()).collect::<Vec<_>>(), [false, true, false]);
        assert_eq!((&nodes[0]["network"], &nodes[0]["createdAt"]), (&json!("127.0.0.0/24"), &json!("2026-03-09T01:00:00Z")));

        let counters = ["sign_in_failure", "audit_entry", "audit_pending"];
        let end = async |token: &str, id: &Value| {
            serving.ask_as(token, END, json!({"input": {"id": id, "password": PASSWORD}})).await
        };
        let foreign = world.nothing_changes_but(&counters, end(&strangers, &nodes[0]["id"])).await;
        assert_eq!(foreign.code(), "NOT_FOUND");
        let wrong = json!({"input": {"id": nodes[0]["id"], "password": "not the password"}});
        let wrong = world.nothing_changes_but(&counters, serving.ask_as(&second, END, wrong)).await;
        assert_eq!((wrong.code().as_str(), wrong.data("/endSession/userErrors/0/field")), ("SIGN_IN_FAILED", json!(["password"])));
        let ended = end(&second, &nodes[0]["id"]).await;
        assert_eq!(ended.data("/endSession/viewer/sessions/totalCount"), json!(2), "{ended:?}");
        let again = world.nothing_changes_but(&counters, end(&second, &nodes[0]["id"])).await;
        assert_eq!(again.code(), "NOT_FOUND", "it has ended");
        assert_eq!(serving.ask_as(&first, VIEWER, json!({})).await.status, 401);
        assert_eq!(serving.ask_as(&third, VIEWER, json!({})).await.code(), "");
        let wrong = serving.ask_as(&second, END_OTHERS, json!({"input": {"password": "not the password"}}));
        assert_eq!(world.nothing_changes_but(&counters, wrong).await.code(), "SIGN_IN_FAILED");
        let ended = serving.ask_as(&second, END_OTHERS, json!({"input": {"password": PASSWORD}})).await;
        assert_eq!(ended.data("/endOtherSessions/viewer/sessions/totalCount"), json!(1));
        assert_eq!(serving.ask_as(&third, VIEWER, json!({})).await.status, 401);
        assert_eq!(serving.ask_as(&strangers, VIEWER, json!({})).await.code(), "", "nobody else is concerned");
        serving.stop().await;
    }

    async fn a_session_that_nobody_uses_ends_and_one_that_is_used_goes_on(world: World) {
        let serving = Serving::with(&world, &[("session_idle_hours", "3")]).await;
        let person = world.brand("Acme").await.investigator().await;
        with_password(&person).await;
        let left = serving.sign_in(&person.email, PASSWORD).await.cookie();
        let signed_in = serving.sign_in(&person.email, PASSWORD).await;
        assert!(signed_in.header("set-cookie").contains("Max-Age=10800;"), "{signed_in:?}");
        let mut used = signed_in.cookie();
        for _ in 0..4 {
            world.after_hours(1);
            let answer = serving.refresh(&used, true).await;
            assert_eq!(answer.code(), "", "{answer:?}");
            used = answer.cookie();
        }
        let refused = world.nothing_changes(serving.refresh(&left, true)).await;
        assert_eq!(refused.code(), "TOKEN_INVALID");
        let answer = serving.refresh(&used, true).await;
        let token = answer.data("/refreshSession/accessToken").as_str().unwrap().to_owned();
        let seen = serving.ask_as(&token, SESSIONS, json!({})).await;
        assert_eq!(seen.data("/viewer/sessions/totalCount"), json!(1), "the other one is no longer open: {seen:?}");
        serving.stop().await;
    }

    async fn a_refresh_is_noted_in_the_session_and_not_in_the_audit_log(world: World) {
        let serving = Serving::of(&world).await;
        let person = world.brand("Acme").await.investigator().await;
        with_password(&person).await;
        let cookie = serving.sign_in(&person.email, PASSWORD).await.cookie();
        world.after_hours(2);
        let answer = world.nothing_changes_but(&["refresh_token", "session"], serving.refresh(&cookie, true)).await;
        let token = answer.data("/refreshSession/accessToken").as_str().unwrap().to_owned();
        let seen = serving.ask_as(&token, SESSIONS, json!({})).await;
        assert_eq!(seen.data("/viewer/sessions/nodes/0/lastSeenAt"), json!("2026-03-09T03:00:00Z"));
        serving.stop().await;
    }

    /// Two tabs that are loaded at once send the same cookie. The later one is told so and gets nothing; nobody is signed
    /// out, and whoever has the new token goes on.
    async fn two_reloads_at_once_sign_nobody_out(world: World) {
        let serving = Serving::of(&world).await;
        let person = world.brand("Acme").await.investigator().await;
        with_password(&person).await;
        let cookie = serving.sign_in(&person.email, PASSWORD).await.cookie();
        let answers = join_all((0..4).map(|_| serving.refresh(&cookie, true))).await;
        let (good, late): (Vec<_>, Vec<_>) = answers.iter().partition(|answer| answer.code().is_empty());
        assert_eq!(good.len(), 1, "{answers:?}");
        assert!(late.iter().all(|answer| answer.code() == "REFRESHED_ELSEWHERE" && answer.header("set-cookie").is_empty()), "{late:?}");
        let second = good[0].cookie();
        world.clock.advance(SignedDuration::from_secs(10));
        let late = world.nothing_changes(serving.refresh(&cookie, true)).await;
        assert_eq!(late.code(), "REFRESHED_ELSEWHERE");
        let third = serving.refresh(&second, true).await.cookie();
        assert_eq!(serving.refresh(&cookie, true).await.code(), "TOKEN_INVALID", "the last but one is no tab");
        assert_eq!(serving.refresh(&third, true).await.code(), "TOKEN_INVALID", "the family has ended");
        serving.stop().await;
    }

    async fn a_token_that_comes_again_later_ends_its_family(world: World) {
        let serving = Serving::of(&world).await;
        let person = world.brand("Acme").await.investigator().await;
        with_password(&person).await;
        let first = serving.sign_in(&person.email, PASSWORD).await.cookie();
        let second = serving.refresh(&first, true).await.cookie();
        world.clock.advance(SignedDuration::from_secs(11));
        assert_eq!(serving.refresh(&first, true).await.code(), "TOKEN_INVALID");
        assert_eq!(serving.refresh(&second, true).await.code(), "TOKEN_INVALID");
        serving.stop().await;
    }

    async fn sessions_that_ended_long_ago_are_forgotten(world: World) {
        let serving = Serving::of(&world).await;
        let person = world.brand("Acme").await.investigator().await;
        let token = serving.token_of(&person).await;
        serving.ask_as(&token, "mutation { signOut { userErrors { code } } }", json!({})).await;
        world.after_days(20);
        serving.token_of(&person).await;
        let db = world.app.db.read();
        sessions::jobs::sweep(&world.app).await.unwrap();
        assert_eq!(session::Entity::find().count(db).await.unwrap(), 2);
        world.after_days(11);
        sessions::jobs::sweep(&world.app).await.unwrap();
        assert_eq!((session::Entity::find().count(db).await.unwrap(), refresh_token::Entity::find().count(db).await.unwrap()), (1, 1));
        world.after_days(50);
        sessions::jobs::sweep(&world.app).await.unwrap();
        assert_eq!(session::Entity::find().count(db).await.unwrap(), 0);
        serving.stop().await;
    }

    async fn an_administrator_helps_who_lost_the_second_factor(world: World) {
        let serving = Serving::of(&world).await;
        let secretariat = world.secretariat().await;
        let (admin, officer) = (secretariat.secretariat_admin().await, secretariat.desk().await);
        let token = serving.token_of(&officer).await;
        let input = |reason: &str, version: i32| json!({"input": {"id": officer.public_id(), "expectedVersion": version, "reason": reason}});
        let bare = world.nothing_changes(admin.graphql(RESET, input(" ", version(&officer).await))).await;
        assert_eq!((bare.error_code(), bare.error_field().as_deref()), (Some("BAD_USER_INPUT"), Some("reason")));
        world.nothing_changes(admin.graphql(RESET, input("met in the office", 77))).await.refused_with("STALE_VERSION");
        let done = admin.graphql(RESET, input("met in the office", version(&officer).await)).await.ok();
        assert!(!done.list("/resetSecondFactor/person/allowedActions").contains(&json!("RESET_SECOND_FACTOR")));
        assert_eq!(serving.ask_as(&token, VIEWER, json!({})).await.status, 401, "its sessions have ended");
        assert_eq!(told(&world, &officer).await, ["SECOND_FACTOR_RESET"]);
        let again = serving.sign_in(&officer.email, PASSWORD).await;
        let token = again.data("/signIn/accessToken").as_str().unwrap().to_owned();
        assert_eq!(serving.ask_as(&token, "{ people { nodes { id } } }", json!({})).await.code(), "SECOND_FACTOR_REQUIRED");
        let entries = audit_entry::Entity::find().all(world.app.db.read()).await.unwrap();
        assert!(entries.iter().any(|entry| entry.action == "resetSecondFactor" && entry.detail.contains("met in the office")));
        admin.graphql(RESET, input("again", version(&officer).await)).await.refused_with("TRANSITION_NOT_ALLOWED");
        serving.stop().await;
    }

    async fn nobody_resets_the_own_factor_or_one_of_another_house(world: World) {
        let secretariat = world.secretariat().await;
        let (admin, officer) = (secretariat.secretariat_admin().await, secretariat.desk().await);
        let acme = world.brand("Acme").await;
        let (member_admin, investigator) = (acme.admin().await, acme.investigator().await);
        investigator.enrol().await;
        let ask = |who: Person, whom: Person| async move {
            let input = json!({"input": {"id": whom.public_id(), "expectedVersion": version(&whom).await, "reason": "lost"}});
            who.world.clone().nothing_changes(who.graphql(RESET, input)).await.error_code().map(str::to_owned)
        };
        for (who, whom, code) in [
            (&admin, &admin, "FOUR_EYES"),
            (&officer, &admin, "FORBIDDEN"),
            (&investigator, &investigator, "FORBIDDEN"),
            (&member_admin, &officer, "FORBIDDEN"),
            (&admin, &investigator, "FORBIDDEN"),
        ] {
            assert_eq!(ask(who.clone(), whom.clone()).await.as_deref(), Some(code), "{} of {}", who.name, whom.name);
        }
        let input = json!({"input": {"id": investigator.public_id(), "expectedVersion": version(&investigator).await, "reason": "lost"}});
        member_admin.graphql(RESET, input).await.ok();
    }

    /// The only administrator lost the phone: whoever runs the service helps, and it is on the record.
    async fn the_operator_resets_the_factor_of_an_address(world: World) {
        let admin = world.secretariat().await.secretariat_admin().await;
        let run = |email: &str| {
            let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_touchstone"));
            command.args(["--database-url", &world.url, "--data-dir"]).arg(&world.folder);
            command.args(["admin", "reset-second-factor", "--email", email]).output().unwrap()
        };
        let unknown = world.nothing_changes(async { run("nobody@example.org") }).await;
        assert_eq!(unknown.status.code(), Some(1), "{unknown:?}");
        let done = run(&admin.email);
        assert!(done.status.success(), "{done:?}");
        assert_eq!(told(&world, &admin).await, ["SECOND_FACTOR_RESET"]);
        let entries = audit_entry::Entity::find().all(world.app.db.read()).await.unwrap();
        assert!(entries.iter().any(|entry| entry.action == "resetSecondFactor" && entry.actor_id.is_none()));
        assert_eq!(run(&admin.email).status.code(), Some(1), "there is none left");
    }
}
