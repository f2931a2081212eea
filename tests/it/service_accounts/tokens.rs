//! Access tokens by a secret: shown once, changed with overlap, from the right place.

use entity::{audit_entry, service_credential, session};
use jiff::SignedDuration;
use sea_orm::{ColumnTrait as _, EntityTrait as _, PaginatorTrait as _, QueryFilter as _};
use serde_json::json;

use super::{GRANT, Made, ask_for_token, asking, basic, refused, token_of};
use crate::{
    both_databases,
    transport::serving::{Serving, VIEWER},
};

const BEHIND_A_PROXY: &[(&str, &str)] = &[("client_address_header", "x-forwarded-for")];

both_databases! {
    async fn a_secret_is_shown_once_and_gets_tokens(world: World) {
        let serving = Serving::of(&world).await;
        let acme = world.brand("Acme").await;
        let admin = acme.admin().await;
        let mut made = Made::by(&admin, json!({})).await;
        let secret = made.secret(&admin).await;
        assert!(secret.starts_with("tss_") && secret.len() == 47, "{secret}");
        let kept = service_credential::Entity::find().one(world.app.db.read()).await.unwrap().unwrap();
        assert_eq!(kept.hint, secret[43..]);
        assert!(kept.hash.is_some_and(|hash| hash.len() == 64) && kept.jwk.is_none());
        for entry in audit_entry::Entity::find().all(world.app.db.read()).await.unwrap() {
            assert!(!format!("{entry:?}").contains(&secret[4..]), "{entry:?}");
        }

        let answer = ask_for_token(&serving, &made.id, &secret).await;
        assert_eq!(answer.status, 200, "{answer:?}");
        let told = answer.json();
        assert_eq!((&told["token_type"], &told["expires_in"]), (&json!("Bearer"), &json!(600)));
        assert_eq!(told["scope"], json!("leads:read listings:write"));
        assert_eq!((answer.header("cache-control"), answer.header("pragma")), ("no-store", "no-cache"));

        let token = told["access_token"].as_str().unwrap();
        let viewer = "{ viewer { roles person { name } organization { id } permissions { action scope } } }";
        let asked = serving.ask_as(token, viewer, json!({})).await;
        assert_eq!(asked.data("/viewer/person/name"), json!("Price watch"));
        assert_eq!(asked.data("/viewer/organization/id"), json!(acme.public_id()));
        assert_eq!(asked.data("/viewer/roles"), json!(["PS"]));
        let actions = asked.data("/viewer/permissions");
        let actions: Vec<&str> = actions.as_array().unwrap().iter().map(|row| row["action"].as_str().unwrap()).collect();
        assert_eq!(actions, ["DIRECTORY_READ", "LEAD_CREATE", "LEAD_READ", "SUBJECT_EDIT"]);
        world.clock.advance(SignedDuration::from_mins(10));
        assert_eq!(serving.ask_as(token, VIEWER, json!({})).await.code(), "UNAUTHENTICATED");
        serving.stop().await;
    }

    async fn one_secret_follows_the_other(world: World) {
        let serving = Serving::of(&world).await;
        let admin = world.brand("Acme").await.admin().await;
        let mut made = Made::by(&admin, json!({})).await;
        let first = made.secret(&admin).await;
        let old = token_of(&serving, &made.id, &first).await;
        let second = made.secret(&admin).await;
        let new = token_of(&serving, &made.id, &second).await;
        for token in [&old, &new] {
            assert!(serving.ask_as(token, VIEWER, json!({})).await.data("/viewer/person/id").is_string());
        }
        let credential = made.step(&admin, "updateServiceAccount", super::facts(json!({}))).await.ok();
        let credential = credential.text("/updateServiceAccount/serviceAccount/credentials/0/id");
        let ended = made.step(&admin, "endServiceCredential", json!({ "credentialId": credential })).await.ok();
        assert!(ended.data("/endServiceCredential/serviceAccount/credentials/0/revokedAt").is_string());
        refused(&ask_for_token(&serving, &made.id, &first).await, 401, "invalid_client");
        assert_eq!(serving.ask_as(&old, VIEWER, json!({})).await.code(), "UNAUTHENTICATED");
        assert!(serving.ask_as(&new, VIEWER, json!({})).await.data("/viewer/person/id").is_string());
        made.step(&admin, "endServiceCredential", json!({ "credentialId": credential }))
            .await
            .refused_with("TRANSITION_NOT_ALLOWED");
        // In time it ends by itself.
        world.after_days(180);
        refused(&ask_for_token(&serving, &made.id, &second).await, 401, "invalid_client");
        serving.stop().await;
    }

    async fn what_is_not_given_is_told_as_oauth_tells_it(world: World) {
        let serving = Serving::of(&world).await;
        let admin = world.brand("Acme").await.admin().await;
        let mut made = Made::by(&admin, json!({})).await;
        let secret = made.secret(&admin).await;
        let good = basic(&made.id, &secret);
        let encoded = basic(&made.id.replace('_', "%5F"), &secret.replace('_', "%5F"));
        assert_eq!(serving.send(asking(&serving, Some(&encoded), &[GRANT])).await.status, 200);
        for (authorization, form, status, code) in [
            (Some(basic(&made.id, "tss_wrong")), vec![GRANT], 401, "invalid_client"),
            (Some(basic("svca_01h45ytscbebyvny4gc8cr8ma2", &secret)), vec![GRANT], 401, "invalid_client"),
            (Some(basic("nobody", &secret)), vec![GRANT], 401, "invalid_client"),
            (Some("Bearer abc".to_owned()), vec![GRANT], 401, "invalid_client"),
            (None, vec![GRANT], 401, "invalid_client"),
            (None, vec![GRANT, ("client_id", made.id.as_str()), ("client_secret", secret.as_str())], 400, "invalid_request"),
            (Some(good.clone()), vec![], 400, "invalid_request"),
            (Some(good.clone()), vec![("grant_type", "password")], 400, "unsupported_grant_type"),
            (Some(good.clone()), vec![GRANT, ("scope", "leads:read evidence:write")], 400, "invalid_scope"),
            (Some(good.clone()), vec![GRANT, ("scope", "everything")], 400, "invalid_scope"),
        ] {
            refused(&serving.send(asking(&serving, authorization.as_deref(), &form)).await, status, code);
        }
        let json = serving.http.post(format!("{}/oauth/token", serving.url)).json(&json!({"grant_type": "client_credentials"}));
        refused(&serving.send(json.header("authorization", good.clone())).await, 400, "invalid_request");
        assert_eq!(serving.get("/oauth/token").await.status, 405);
        let narrower = serving.send(asking(&serving, Some(&good), &[GRANT, ("scope", "leads:read")])).await;
        assert_eq!(narrower.json()["scope"], json!("leads:read listings:write"));
        serving.stop().await;
    }

    async fn clients_find_out_how_to_get_a_token(world: World) {
        let serving = Serving::with(&world, &[("public_url", "https://portal.example/")]).await;
        let answer = serving.get("/.well-known/oauth-authorization-server").await;
        let told = answer.json();
        assert_eq!(told["issuer"], json!("https://portal.example/"));
        assert_eq!(told["token_endpoint"], json!("https://portal.example/oauth/token"));
        assert_eq!(told["jwks_uri"], json!("https://portal.example/.well-known/jwks.json"));
        assert_eq!(told["response_types_supported"], json!([]));
        assert_eq!(told["grant_types_supported"], json!(["client_credentials"]));
        assert_eq!(told["token_endpoint_auth_methods_supported"], json!(["client_secret_basic", "private_key_jwt"]));
        assert!(told["scopes_supported"].as_array().unwrap().contains(&json!("leads:read")));
        serving.stop().await;
    }

    async fn an_account_that_is_limited_to_networks_is_out_elsewhere(world: World) {
        let serving = Serving::with(&world, BEHIND_A_PROXY).await;
        let admin = world.brand("Acme").await.admin().await;
        let mut made = Made::by(&admin, json!({ "networks": ["203.0.113.0/24"] })).await;
        let secret = made.secret(&admin).await;
        let asked_from = async |address: &str| {
            let request = asking(&serving, Some(&basic(&made.id, &secret)), &[GRANT]);
            serving.send(request.header("x-forwarded-for", address)).await
        };
        for _ in 0..2 {
            refused(&asked_from("198.51.100.7").await, 401, "invalid_client");
        }
        let refusals = audit_entry::Entity::find().filter(audit_entry::Column::Action.eq("refuseServiceToken"));
        assert_eq!(refusals.count(world.app.db.read()).await.unwrap(), 1, "one a minute");
        let answer = asked_from("203.0.113.9").await;
        let token = answer.json()["access_token"].as_str().unwrap().to_owned();
        let viewer_from = async |address: &str| {
            let request = serving.post(&json!({ "query": VIEWER })).bearer_auth(&token);
            serving.send(request.header("x-forwarded-for", address)).await
        };
        assert!(viewer_from("203.0.113.200").await.data("/viewer/person/id").is_string());
        assert_eq!(viewer_from("198.51.100.7").await.code(), "UNAUTHENTICATED");
        let kept = entity::service_account::Entity::find().one(world.app.db.read()).await.unwrap().unwrap();
        assert_eq!(kept.last_network.as_deref(), Some("203.0.113.0/24"));

        made.step(&admin, "updateServiceAccount", super::facts(json!({ "networks": ["198.51.100.7"] }))).await.ok();
        assert_eq!(viewer_from("203.0.113.200").await.code(), "UNAUTHENTICATED");
        serving.stop().await;
    }

    async fn wrong_tries_elsewhere_do_not_shut_a_client_out(world: World) {
        let serving = Serving::with(&world, BEHIND_A_PROXY).await;
        let admin = world.brand("Acme").await.admin().await;
        let mut made = Made::by(&admin, json!({})).await;
        let secret = made.secret(&admin).await;
        let asked = async |address: &str, secret: &str| {
            let request = asking(&serving, Some(&basic(&made.id, secret)), &[GRANT]);
            serving.send(request.header("x-forwarded-for", address)).await
        };
        for _ in 0..21 {
            refused(&asked("198.51.100.7", "tss_guess").await, 401, "invalid_client");
        }
        let waits = asked("198.51.100.7", &secret).await;
        assert_eq!(waits.status, 429, "{waits:?}");
        assert!(!waits.header("retry-after").is_empty());
        assert_eq!(asked("203.0.113.9", &secret).await.status, 200);
        world.clock.advance(SignedDuration::from_secs(2));
        assert_eq!(asked("198.51.100.7", &secret).await.status, 200);
        serving.stop().await;
    }

    async fn a_session_that_was_swept_away_comes_back_with_a_token(world: World) {
        let serving = Serving::of(&world).await;
        let acme = world.brand("Acme").await;
        let admin = acme.admin().await;
        let mut made = Made::by(&admin, json!({})).await;
        let secret = made.secret(&admin).await;
        let token = token_of(&serving, &made.id, &secret).await;
        session::Entity::delete_many().exec(world.app.db.write()).await.unwrap();
        assert_eq!(serving.ask_as(&token, VIEWER, json!({})).await.code(), "UNAUTHENTICATED");
        let again = token_of(&serving, &made.id, &secret).await;
        assert!(serving.ask_as(&again, VIEWER, json!({})).await.data("/viewer/person/id").is_string());
        serving.stop().await;
    }
}
