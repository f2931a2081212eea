//! How requests travel: GraphQL over HTTP and over sockets, headers, health, the end of the server.

mod authorization;
mod bounds;
mod documents;
pub mod events;
mod headers;
mod quotas;
mod resuming;
pub mod serving;
pub mod sockets;

use std::process::Command;

use serde_json::{Value, json};

use crate::{
    both_databases,
    transport::serving::{Serving, VIEWER},
};

both_databases! {
    async fn the_public_audit_of_graphql_over_http_finds_nothing(world: World) {
        let serving = Serving::with(&world, &[("public_introspection", "true")]).await;
        let url = format!("{}/graphql", serving.url);
        let audit = tokio::task::spawn_blocking(move || {
            let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/tools");
            Command::new("node").arg("audit.mjs").arg(url).current_dir(folder).output().unwrap()
        });
        let audit = audit.await.unwrap();
        let said = String::from_utf8_lossy(&audit.stdout);
        assert!(audit.status.success(), "{said}{}", String::from_utf8_lossy(&audit.stderr));
        serving.stop().await;
    }

    async fn the_status_says_what_became_of_a_request_where_the_client_knows_the_specification(world: World) {
        let serving = Serving::of(&world).await;
        let finance = world.brand("Acme").await.person(&[touchstone::permissions::Role::Mf]).await;
        let token = serving.token_of(&finance).await;
        for (token, query, status, code) in [
            (None, "{ viewer { roles } }", 200, ""),
            (None, "{ leads { totalCount } }", 401, "UNAUTHENTICATED"),
            (Some(token.as_str()), "{ leads { totalCount } }", 403, "FORBIDDEN"),
            (Some("nonsense"), "{ viewer { roles } }", 401, "UNAUTHENTICATED"),
            (None, "{ nothing }", 400, "INVALID_DOCUMENT"),
            (None, "{", 400, "INVALID_DOCUMENT"),
            (None, "subscription { leadActivity { id } }", 400, "BAD_USER_INPUT"),
            (Some(token.as_str()), "{ node(id: \"x\") { id } }", 200, "INVALID_ID"),
        ] {
            let answer = match token {
                Some(token) => serving.ask_as(token, query, json!({})).await,
                None => serving.ask(query, json!({})).await,
            };
            assert_eq!((answer.status.as_u16(), answer.code().as_str()), (status, code), "{query}");
            assert_eq!(answer.header("content-type"), "application/graphql-response+json; charset=utf-8");
            assert_eq!(answer.header("cache-control"), "no-store");
            let refused = status != 200;
            assert_eq!(answer.json().get("data").is_none(), refused, "{answer:?}");
        }
        serving.stop().await;
    }

    async fn methods_media_types_and_batches_that_are_not_ours_are_refused(world: World) {
        let serving = Serving::of(&world).await;
        let url = format!("{}/graphql", serving.url);
        let body = json!({"query": VIEWER}).to_string();
        let post = || serving.http.post(&url);
        for (request, status) in [
            (serving.http.put(&url).body(body.clone()), 405),
            (serving.http.delete(&url), 405),
            (serving.http.get(format!("{url}?query=mutation%7BsignOut%7BuserErrors%7Bcode%7D%7D%7D")), 405),
            (serving.http.get(format!("{url}?query=%7B__typename%7D")), 200),
            (serving.http.get(&url), 400),
            (post().body(body.clone()), 415),
            (post().header("content-type", "text/plain").body(body.clone()), 415),
            (post().header("content-type", "application/x-www-form-urlencoded").body("query=%7B__typename%7D"), 415),
            (post().header("content-type", "application/json; charset=utf-16").body(body.clone()), 415),
            (post().header("content-type", "application/json").header("accept", "text/html").body(body.clone()), 406),
            (post().json(&json!([{"query": VIEWER}])), 400),
        ] {
            let answer = serving.send(request).await;
            assert_eq!(answer.status.as_u16(), status, "{answer:?}");
            if status != 200 {
                assert_ne!(answer.code(), "", "{answer:?}");
            }
        }
        serving.stop().await;
    }

    /// Compressed by the build, so that nobody waits for it; the same bytes for who does not understand that.
    async fn the_portals_files_come_compressed_to_who_understands(world: World) {
        let serving = Serving::of(&world).await;
        let page = serving.get("/").await.body;
        let script = page.split('"').find(|part| part.starts_with("/assets/first-") && part.ends_with(".js")).unwrap();
        let url = format!("{}{script}", serving.url);
        for (accepted, coding) in [("br, gzip", "br"), ("gzip", "gzip"), ("identity", ""), ("br;q=0", "")] {
            let answer = serving.http.get(&url).header("accept-encoding", accepted).send().await.unwrap();
            let headers = answer.headers().clone();
            assert_eq!(headers.get("content-encoding").map_or("", |coding| coding.to_str().unwrap()), coding, "{accepted}");
            assert_eq!(headers["vary"], "Accept-Encoding");
            assert!(headers["cache-control"].to_str().unwrap().contains("immutable"));
            assert!(headers["content-type"].to_str().unwrap().starts_with("text/javascript"), "{headers:?}");
            let size = answer.bytes().await.unwrap().len();
            assert!(size > 1_000, "{size}");
        }
        serving.stop().await;
    }

    async fn machines_learn_whether_it_serves_and_by_which_keys(world: World) {
        let serving = Serving::of(&world).await;
        assert_eq!(serving.get("/healthz").await.status, 200);
        assert_eq!(serving.get("/readyz").await.status, 200);
        let keys = serving.get("/.well-known/jwks.json").await;
        let keys: Value = serde_json::from_str(&keys.body).unwrap();
        assert_eq!((&keys["keys"][0]["alg"], &keys["keys"][0]["crv"]), (&json!("EdDSA"), &json!("Ed25519")));
        assert!(keys["keys"][0].get("d").is_none(), "the private part stays here");
        assert_eq!(serving.get("/.well-known/openid-configuration").await.status, 404, "no page of the portal");
        serving.stop().await;
    }

    async fn mails_of_the_demo_are_shown_in_demo_mode_only(world: World) {
        let folder = world.folder.join("mail");
        std::fs::create_dir_all(&folder).unwrap();
        let mail = "From: a@example.org\r\nTo: b@example.org\r\nSubject: <b>Hi</b>\r\nMIME-Version: 1.0\r\n\
                    Content-Type: text/html; charset=utf-8\r\n\r\n<script>alert(1)</script><p>你好</p>\r\n";
        std::fs::write(folder.join("20260309T010000Z-1.eml"), mail).unwrap();
        let serving = Serving::with(&world, &[("demo", "true")]).await;
        let list = serving.get("/dev/mail").await.body;
        assert!(list.contains("&lt;b&gt;Hi&lt;/b&gt;") && list.contains("/dev/mail/20260309T010000Z-1"), "{list}");
        let html = serving.get("/dev/mail/20260309T010000Z-1/html").await;
        assert!(html.body.contains("你好") && html.header("content-security-policy").contains("sandbox"));
        for outside in ["/dev/mail/..%2Fkeys%2Fsecret.key", "/dev/mail/nothing"] {
            assert_eq!(serving.get(outside).await.status, 404, "{outside}");
        }
        serving.stop().await;
        let serving = Serving::of(&world).await;
        assert!(!serving.get("/dev/mail").await.body.contains("Hi"));
        serving.stop().await;
    }

    async fn one_click_ends_the_digest_and_a_link_that_is_not_ours_ends_nothing(world: World) {
        let serving = Serving::of(&world).await;
        let page = serving.get("/unsubscribe?token=a%22%3E%3Cscript%3E").await;
        assert!(page.body.contains("<form method=\"post\">") && !page.body.contains("<script>"), "{page:?}");
        let post = |query: &str| {
            let url = format!("{}/unsubscribe{query}", serving.url);
            serving.http.post(url).header("content-type", "application/x-www-form-urlencoded").body("List-Unsubscribe=One-Click")
        };
        for query in ["", "?token=", "?token=nonsense"] {
            let answer = world.nothing_changes(serving.send(post(query))).await;
            assert_eq!(answer.status, 400, "{query}");
        }
        serving.stop().await;
    }
}
