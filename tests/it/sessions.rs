//! Sessions, asked over HTTP as a browser does.

mod duty;
mod factors;
mod keys;
mod own;
mod passkeys;
mod passwords;

use entity::{audit_entry, invitation, person, session, sign_in_failure};
use futures_util::future::join_all;
use sea_orm::{ActiveValue::Set, ConnectionTrait as _, EntityTrait as _, PaginatorTrait as _, sea_query::Expr};
use serde_json::{Value, json};
use std::sync::Arc;
use touchstone::{
    audit::{self, Act, Actor, Category},
    permissions::Role,
    platform::{clock::micros, error::ErrorCode, ids::IdKind},
    sessions::{self, Caller, fingerprint, opaque},
};

use crate::{
    both_databases,
    support::{PASSWORD, Person, World},
    transport::serving::{Serving, VIEWER, with_password},
};

const SIGN_OUT: &str = "mutation { signOut { userErrors { code } } }";
const ACCEPT: &str = "mutation($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { \
     accessToken viewer { person { state } } userErrors { code field } } }";

/// What happened in sessions, in order: the action and its detail.
async fn acts(world: &World) -> Vec<(String, String)> {
    use sea_orm::QueryOrder as _;
    let rows = audit_entry::Entity::find().order_by_asc(audit_entry::Column::At);
    let rows = rows.all(world.app.db.read()).await.unwrap();
    rows.into_iter().map(|row| (row.action, row.detail)).collect()
}

/// Somebody who was invited, and the token of the mail.
async fn invited(world: &World, days: i64) -> (Person, String) {
    let person = world.brand("Acme").await.person(&[Role::Ma]).await;
    person.put_into("INVITED").await;
    let token = opaque(world.app.ids.secret());
    let row = invitation::ActiveModel {
        id: Set(world.id()),
        person_id: Set(person.id),
        token_hash: Set(Some(fingerprint(&token))),
        created_at: Set(micros(world.now())),
        expires_at: Set(micros(world.now()) + days * 86_400_000_000),
        accepted_at: Set(None),
        superseded_at: Set(None),
    };
    invitation::Entity::insert(row)
        .exec_without_returning(world.app.db.write())
        .await
        .unwrap();
    (person, token)
}

/// Whether a transaction waits for another one's row, on PostgreSQL.
async fn somebody_waits(world: &World) -> bool {
    let db = world.app.db.read();
    let waiting = "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
    let statement = sea_orm::Statement::from_string(world.app.db.backend(), waiting);
    db.query_one_raw(statement).await.unwrap().is_some()
}

both_databases! {
    async fn signing_in_gives_a_token_for_minutes_and_a_cookie_that_scripts_cannot_read(world: World) {
        let serving = Serving::of(&world).await;
        let person = world.brand("Acme").await.investigator().await;
        with_password(&person).await;
        let answer = serving.sign_in(&format!("  {} ", person.email.to_uppercase()), PASSWORD).await;
        assert_eq!(answer.data("/signIn/userErrors"), json!([]), "{answer:?}");
        assert_eq!(answer.data("/signIn/viewer/person/email"), json!(person.email));
        assert_eq!(answer.data("/signIn/refreshToken"), Value::Null);
        assert_eq!(answer.data("/signIn/expiresIn"), json!(600));
        let cookie = answer.header("set-cookie");
        for part in ["touchstone=", "HttpOnly", "SameSite=Strict", "Path=/"] {
            assert!(cookie.contains(part), "{cookie}");
        }
        let token = answer.data("/signIn/accessToken");
        let seen = serving.ask_as(token.as_str().unwrap(), VIEWER, json!({})).await;
        assert_eq!(seen.data("/viewer/person/id"), json!(person.public_id()));
        let acts = acts(&world).await;
        assert_eq!(acts, [("signIn".to_owned(), "null".to_owned())]);
        serving.stop().await;
    }

    async fn a_secure_portal_gives_a_cookie_for_its_host_alone(world: World) {
        let serving = Serving::with(&world, &[("public_url", "https://portal.example/")]).await;
        let person = world.brand("Acme").await.investigator().await;
        with_password(&person).await;
        let answer = serving.sign_in(&person.email, PASSWORD).await;
        let cookie = answer.header("set-cookie");
        assert!(cookie.starts_with("__Host-touchstone=") && cookie.ends_with("; Secure"), "{cookie}");
        assert!(answer.header("strict-transport-security").contains("max-age="));
        serving.stop().await;
    }

    async fn unknown_addresses_wrong_passwords_and_closed_accounts_get_the_same_answer(world: World) {
        let serving = Serving::of(&world).await;
        let acme = world.brand("Acme").await;
        let (good, closed) = (acme.investigator().await, acme.investigator().await);
        with_password(&good).await;
        with_password(&closed).await;
        closed.put_into("SUSPENDED").await;
        let counters = ["sign_in_failure", "audit_entry", "audit_pending"];
        let mut bodies = Vec::new();
        for (email, password) in [
            (good.email.as_str(), "not the password at all"),
            ("nobody@example.org", PASSWORD),
            (closed.email.as_str(), PASSWORD),
            ("no address", PASSWORD),
            (good.email.as_str(), &"long ".repeat(1000)),
        ] {
            let answer = world.nothing_changes_but(&counters, serving.sign_in(email, password)).await;
            assert_eq!(answer.code(), "SIGN_IN_FAILED");
            assert_eq!(answer.header("set-cookie"), "");
            bodies.push(answer.body);
        }
        bodies.dedup();
        assert_eq!(bodies.len(), 1, "{bodies:?}");
        for (action, detail) in acts(&world).await {
            assert_eq!((action.as_str(), detail.as_str()), ("signIn", r#"{"refused":"SIGN_IN_FAILED"}"#));
        }
        serving.stop().await;
    }

    async fn failures_make_the_next_attempt_wait_and_success_forgets_them(world: World) {
        let serving = Serving::of(&world).await;
        let acme = world.brand("Acme").await;
        let (person, other) = (acme.investigator().await, acme.investigator().await);
        with_password(&person).await;
        with_password(&other).await;
        for _ in 0..5 {
            assert_eq!(serving.sign_in(&person.email, "not the password").await.code(), "SIGN_IN_FAILED");
        }
        let early = serving.sign_in(&person.email, PASSWORD).await;
        assert_eq!(early.code(), "RATE_LIMITED");
        let wait = early.json()["errors"][0]["extensions"]["retryAfter"].as_i64().unwrap();
        assert!((1..=2).contains(&wait), "{wait}");
        assert_eq!(serving.sign_in(&other.email, PASSWORD).await.code(), "", "another account is not concerned");

        // A replica knows of the failures.
        let replica = Serving::of(&world).await;
        assert_eq!(replica.sign_in(&person.email, PASSWORD).await.code(), "RATE_LIMITED");
        replica.stop().await;

        world.clock.advance(jiff::SignedDuration::from_secs(wait));
        assert_eq!(serving.sign_in(&person.email, PASSWORD).await.code(), "");
        for _ in 0..4 {
            assert_eq!(serving.sign_in(&person.email, "not the password").await.code(), "SIGN_IN_FAILED");
        }
        assert_eq!(serving.sign_in(&person.email, PASSWORD).await.code(), "", "the count began anew");
        let keys = sign_in_failure::Entity::find().all(world.app.db.read()).await.unwrap();
        assert!(keys.iter().all(|row| row.key.len() == 32 && !row.key.contains('@')));
        serving.stop().await;
    }

    /// One office, one address: somebody's failures slow the address down, somebody's right password does not.
    async fn a_success_makes_no_neighbour_wait(world: World) {
        let serving = Serving::of(&world).await;
        let acme = world.brand("Acme").await;
        let (one, other) = (acme.investigator().await, acme.investigator().await);
        with_password(&one).await;
        with_password(&other).await;
        for number in 0..40 {
            let answer = serving.sign_in(&format!("nobody{number}@example.org"), "not the password").await;
            if answer.code() == "RATE_LIMITED" {
                let wait = answer.json()["errors"][0]["extensions"]["retryAfter"].as_i64().unwrap();
                world.clock.advance(jiff::SignedDuration::from_secs(wait));
            }
        }
        world.clock.advance(jiff::SignedDuration::from_mins(20));
        for person in [&one, &other, &one] {
            assert_eq!(serving.sign_in(&person.email, PASSWORD).await.code(), "", "{}", person.name);
        }
        serving.stop().await;
    }

    async fn attempts_that_come_at_once_are_counted_too(world: World) {
        let serving = Serving::of(&world).await;
        let attempts = (0..20).map(|_| serving.sign_in("somebody@example.org", "not the password"));
        let codes: Vec<String> = join_all(attempts).await.iter().map(super::transport::serving::Answer::code).collect();
        let tried = codes.iter().filter(|code| *code == "SIGN_IN_FAILED").count();
        assert_eq!(tried, 5, "{codes:?}");
        assert_eq!(codes.iter().filter(|code| *code == "RATE_LIMITED").count(), 20 - tried);
        serving.stop().await;
    }

    async fn a_refresh_token_is_good_once_and_its_second_use_ends_the_session(world: World) {
        let serving = Serving::of(&world).await;
        let person = world.brand("Acme").await.investigator().await;
        with_password(&person).await;
        let first = serving.sign_in(&person.email, PASSWORD).await.cookie();

        let by_form = world.nothing_changes(serving.refresh(&first, false)).await;
        assert_eq!(by_form.code(), "TOKEN_INVALID", "a form on another site cannot send the header");

        let refreshed = serving.refresh(&first, true).await;
        let token = refreshed.data("/refreshSession/accessToken").as_str().unwrap().to_owned();
        let second = refreshed.cookie();
        assert_ne!(first, second);

        world.clock.advance(jiff::SignedDuration::from_secs(11));
        assert_eq!(serving.refresh(&first, true).await.code(), "TOKEN_INVALID");
        assert_eq!(serving.refresh(&second, true).await.code(), "TOKEN_INVALID", "the whole family ended");
        let late = serving.ask_as(&token, VIEWER, json!({})).await;
        assert_eq!((late.status.as_u16(), late.code().as_str()), (401, "UNAUTHENTICATED"));
        let acts = acts(&world).await;
        let reuse = acts.iter().filter(|(action, detail)| action == "refreshSession" && detail.contains("REUSE"));
        assert_eq!(reuse.count(), 1, "{acts:?}");
        serving.stop().await;
    }

    async fn of_two_refreshes_at_once_at_most_one_goes_on(world: World) {
        let serving = Serving::of(&world).await;
        let person = world.brand("Acme").await.investigator().await;
        with_password(&person).await;
        let cookie = serving.sign_in(&person.email, PASSWORD).await.cookie();
        let answers = join_all((0..4).map(|_| serving.refresh(&cookie, true))).await;
        let good = answers.iter().filter(|answer| answer.code().is_empty()).count();
        assert_eq!(good, 1, "{answers:?}");
        serving.stop().await;
    }

    async fn a_session_ends_with_its_days_however_often_it_is_used(world: World) {
        let serving = Serving::with(&world, &[("session_idle_hours", "1000")]).await;
        let person = world.brand("Acme").await.investigator().await;
        with_password(&person).await;
        let mut cookie = serving.sign_in(&person.email, PASSWORD).await.cookie();
        for _ in 0..3 {
            world.after_days(9);
            cookie = serving.refresh(&cookie, true).await.cookie();
        }
        world.after_days(4);
        assert_eq!(serving.refresh(&cookie, true).await.code(), "TOKEN_INVALID");
        serving.stop().await;
    }

    async fn signing_out_ends_the_session_and_clears_the_cookie(world: World) {
        let serving = Serving::of(&world).await;
        let person = world.brand("Acme").await.investigator().await;
        with_password(&person).await;
        let answer = serving.sign_in(&person.email, PASSWORD).await;
        let token = answer.data("/signIn/accessToken").as_str().unwrap().to_owned();
        let out = serving.ask_as(&token, SIGN_OUT, json!({})).await;
        assert_eq!(out.data("/signOut/userErrors"), json!([]));
        assert!(out.header("set-cookie").contains("Max-Age=0"));
        assert_eq!(serving.ask_as(&token, VIEWER, json!({})).await.status, 401);
        assert_eq!(serving.refresh(&answer.cookie(), true).await.code(), "TOKEN_INVALID");
        let nobody = world.nothing_changes(serving.ask(SIGN_OUT, json!({}))).await;
        assert_eq!(nobody.data("/signOut/userErrors"), json!([]), "signing out twice is fine");
        serving.stop().await;
    }

    async fn an_invitation_sets_the_first_password_once(world: World) {
        let serving = Serving::of(&world).await;
        let (person, token) = invited(&world, 14).await;
        let accept = |token: &str, password: &str| {
            let input = json!({"input": {"token": token, "password": password}});
            serving.ask(ACCEPT, input)
        };
        for weak in ["short", "password12345", &"x1!".repeat(50)] {
            let refused = world.nothing_changes(accept(&token, weak)).await;
            assert_eq!(refused.code(), "BAD_USER_INPUT");
            assert_eq!(refused.data("/acceptInvitation/userErrors/0/field"), json!(["password"]));
        }
        let wrong = world.nothing_changes(accept("not the token", PASSWORD)).await;
        assert_eq!(wrong.code(), "TOKEN_INVALID");

        let answer = accept(&token, PASSWORD).await;
        assert_eq!(answer.data("/acceptInvitation/viewer/person/state"), json!("ACTIVE"), "{answer:?}");
        assert_eq!(serving.sign_in(&person.email, PASSWORD).await.code(), "");
        let again = world.nothing_changes(accept(&token, "another good pass phrase")).await;
        assert_eq!(again.code(), "TOKEN_INVALID");
        assert!(acts(&world).await.iter().any(|(action, _)| action == "acceptInvitation"));
        serving.stop().await;
    }

    /// Whoever accepts waits for whoever shuts out, and holds nothing that the other one wants.
    async fn accepting_an_invitation_does_not_lock_out_who_replaces_it(world: World) {
        let (person, token) = invited(&world, 14).await;
        let tx = world.begin().await;
        let row = person::ActiveModel { id: Set(person.id), updated_at: Set(7), ..Default::default() };
        person::Entity::update(row).exec(tx.connection()).await.unwrap();
        let app = Arc::clone(&world.app);
        let accepting = tokio::spawn(async move {
            sessions::accept_invitation(&app, &Caller::default(), &token, PASSWORD).await
        });
        while !world.app.db.is_sqlite() && !somebody_waits(&world).await {
            tokio::task::yield_now().await;
        }
        invitation::Entity::update_many()
            .col_expr(invitation::Column::SupersededAt, Expr::value(7_i64))
            .exec(tx.connection())
            .await
            .unwrap();
        let act = Act::on(Category::Admin, "suspendUser", IdKind::Person, person.id);
        let proof = audit::record(&tx, world.app.ids.as_ref(), Actor::System, act).await.unwrap();
        tx.commit(proof).await.unwrap();
        let refused = accepting.await.unwrap().map(|_| ()).map_err(|error| error.code);
        assert_eq!(refused, Err(ErrorCode::TokenInvalid));
    }

    async fn an_invitation_that_is_too_old_or_replaced_is_refused(world: World) {
        let serving = Serving::of(&world).await;
        let (_, token) = invited(&world, 14).await;
        let input = json!({"input": {"token": token, "password": PASSWORD}});
        let row = invitation::Entity::find().one(world.app.db.read()).await.unwrap().unwrap();
        let replaced = |at| invitation::ActiveModel { id: Set(row.id), superseded_at: Set(at), ..Default::default() };
        let db = world.app.db.write();
        invitation::Entity::update(replaced(Some(1))).exec(db).await.unwrap();
        let answer = world.nothing_changes(serving.ask(ACCEPT, input.clone())).await;
        assert_eq!(answer.code(), "TOKEN_INVALID");
        invitation::Entity::update(replaced(None)).exec(db).await.unwrap();
        world.after_days(15);
        let answer = world.nothing_changes(serving.ask(ACCEPT, input)).await;
        assert_eq!(answer.code(), "TOKEN_INVALID");
        serving.stop().await;
    }

    async fn i36_a_suspended_person_or_organisation_is_out_at_the_next_request(world: World) {
        let serving = Serving::of(&world).await;
        let (acme, other) = (world.brand("Acme").await, world.brand("Other").await);
        let (person, colleague) = (acme.investigator().await, other.investigator().await);
        for (who, organisation) in [(&person, None), (&colleague, Some(&other))] {
            with_password(who).await;
            let answer = serving.sign_in(&who.email, PASSWORD).await;
            let token = answer.data("/signIn/accessToken").as_str().unwrap().to_owned();
            assert_eq!(serving.ask_as(&token, VIEWER, json!({})).await.status, 200);
            match organisation {
                Some(organisation) => organisation.put_into("SUSPENDED").await,
                None => who.put_into("SUSPENDED").await,
            }
            let out = serving.ask_as(&token, VIEWER, json!({})).await;
            assert_eq!((out.status.as_u16(), out.code().as_str()), (401, "UNAUTHENTICATED"));
            assert_eq!(serving.refresh(&answer.cookie(), true).await.code(), "TOKEN_INVALID");
            assert_eq!(serving.sign_in(&who.email, PASSWORD).await.code(), "SIGN_IN_FAILED");
        }
        serving.stop().await;
    }

    async fn nothing_that_was_typed_or_handed_out_is_kept_as_it_was(world: World) {
        let serving = Serving::of(&world).await;
        let person = world.brand("Acme").await.investigator().await;
        with_password(&person).await;
        let answer = serving.sign_in(&person.email, PASSWORD).await;
        let row = person::Entity::find_by_id(person.id).one(world.app.db.read()).await.unwrap().unwrap();
        assert!(row.password_hash.unwrap().starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
        assert_eq!(row.last_sign_in_at, Some(micros(world.now())));
        let tokens = entity::refresh_token::Entity::find().all(world.app.db.read()).await.unwrap();
        assert_eq!(tokens[0].hash, fingerprint(&answer.cookie()));
        assert_eq!(session::Entity::find().count(world.app.db.read()).await.unwrap(), 1);
        serving.stop().await;
    }
}
