//! Headers that keep a browser in bounds, on every kind of answer.

use reqwest::{Method, header::HeaderMap};
use serde_json::json;

use super::serving::{Serving, VIEWER};
use crate::both_databases;

/// Every kind of answer: what it is, and how it is asked for.
async fn answers(serving: &Serving, token: &str) -> Vec<(String, HeaderMap)> {
    let mut found = Vec::new();
    let page = serving.get("/").await.body;
    let script = page
        .split('"')
        .find(|part| part.starts_with("/assets/") && part.ends_with(".js"))
        .unwrap();
    for path in [
        "/",
        "/leads",
        "/sign-in",
        script,
        "/favicon.svg",
        "/missing.js",
        "/assets/missing",
        "/healthz",
        "/readyz",
        "/.well-known/jwks.json",
        "/.well-known/nothing",
        "/unsubscribe",
        "/unsubscribe?token=nonsense",
        "/dev/mail",
        "/dev/mail/nothing",
        "/graphiql",
        "/graphiql/missing.js",
        "/graphql",
        "/graphql?query=%7B__typename%7D",
        "/../etc/passwd",
    ] {
        found.push((path.to_owned(), serving.get(path).await.headers));
    }
    for (method, path, accept, body) in [
        (Method::POST, "/graphql", "application/json", VIEWER),
        (Method::POST, "/graphql", "application/json", "{"),
        (Method::POST, "/graphql", "text/html", VIEWER),
        (Method::POST, "/graphql", "text/event-stream", VIEWER),
        (
            Method::POST,
            "/graphql",
            "text/event-stream",
            "subscription { leadActivity { id } }",
        ),
        (Method::PUT, "/graphql", "*/*", VIEWER),
        (Method::DELETE, "/", "*/*", VIEWER),
        (Method::OPTIONS, "/graphql", "*/*", VIEWER),
        (Method::POST, "/healthz", "*/*", VIEWER),
    ] {
        for bearer in [token, "nonsense"] {
            let url = format!("{}{path}", serving.url);
            let request = serving
                .http
                .request(method.clone(), url)
                .header("accept", accept)
                .bearer_auth(bearer);
            let answer = request.json(&json!({ "query": body })).send().await.unwrap();
            found.push((
                format!("{method} {path} {accept} {}", answer.status()),
                answer.headers().clone(),
            ));
        }
    }
    found
}

both_databases! {
    async fn every_answer_has_the_headers_that_keep_a_browser_in_bounds(world: World) {
        let settings = [("demo", "true"), ("public_url", "https://portal.example.org/")];
        let serving = Serving::with(&world, &settings).await;
        let token = serving.token_of(&world.brand("Acme").await.investigator().await).await;
        for (what, headers) in answers(&serving, &token).await {
            let header = |name: &str| headers.get(name).map_or("", |value| value.to_str().unwrap());
            let policy = header("content-security-policy");
            assert!(policy.starts_with("default-src 'none'") && !policy.contains("unsafe"), "{what}: {policy}");
            for directive in ["frame-ancestors 'none'", "base-uri 'none'", "form-action"] {
                assert!(policy.contains(directive), "{what}: {policy}");
            }
            for (name, value) in [
                ("x-content-type-options", "nosniff"),
                ("x-frame-options", "DENY"),
                ("referrer-policy", "no-referrer"),
                ("cross-origin-opener-policy", "same-origin"),
                ("cross-origin-embedder-policy", "require-corp"),
                ("cross-origin-resource-policy", "same-origin"),
                ("origin-agent-cluster", "?1"),
                ("x-permitted-cross-domain-policies", "none"),
                ("x-dns-prefetch-control", "off"),
                ("strict-transport-security", "max-age=63072000; includeSubDomains"),
            ] {
                assert_eq!(header(name), value, "{what}: {name}");
            }
            assert!(header("permissions-policy").contains("camera=()"), "{what}");
            assert!(!header("cache-control").is_empty(), "{what}: nothing is kept by chance");
            for told in ["server", "x-powered-by", "access-control-allow-origin"] {
                assert!(!headers.contains_key(told), "{what}: {told}");
            }
        }
        serving.stop().await;
    }

    async fn only_what_is_the_same_for_everybody_is_kept(world: World) {
        let serving = Serving::with(&world, &[("demo", "true")]).await;
        let token = serving.token_of(&world.brand("Acme").await.investigator().await).await;
        for (what, headers) in answers(&serving, &token).await {
            let kept = headers["cache-control"].to_str().unwrap();
            let is_file = (what.starts_with("/assets/") && what.ends_with(".js")) || what == "/favicon.svg" || what == "/.well-known/jwks.json";
            let page = ["/", "/leads", "/sign-in", "/graphiql", "/../etc/passwd"].contains(&what.as_str());
            match (is_file, page) {
                (true, _) => assert!(kept.starts_with("public, max-age="), "{what}: {kept}"),
                (_, true) => assert_eq!(kept, "no-cache", "{what}"),
                _ => assert!(kept.starts_with("no-store"), "{what}: {kept}"),
            }
            assert!(!headers.contains_key("strict-transport-security"), "{what}: this one is plain HTTP");
        }
        serving.stop().await;
    }

    async fn the_explorer_is_there_in_the_demo_only(world: World) {
        let serving = Serving::with(&world, &[("demo", "true")]).await;
        let page = serving.get("/graphiql").await;
        let nonce = page.header("content-security-policy").split("'nonce-").nth(1).unwrap().split('\'').next().unwrap().to_owned();
        assert!(page.body.contains("GraphiQL") && page.body.contains(&format!("content=\"{nonce}\"")), "{page:?}");
        let script = page.body.split('"').find(|part| part.starts_with("/graphiql/assets/") && part.ends_with(".js")).unwrap();
        let sheet = page.body.split('"').find(|part| part.starts_with("/graphiql/assets/") && part.ends_with(".css")).unwrap();
        for file in [script, sheet] {
            let answer = serving.get(file).await;
            assert!(answer.status == 200 && answer.header("cache-control").contains("immutable"), "{file}");
        }
        serving.stop().await;
        let serving = Serving::of(&world).await;
        for path in ["/graphiql", "/graphiql/", script, sheet, "/graphiql/index.html", "/graphiql/anything"] {
            assert_eq!(serving.get(path).await.status, 404, "{path}");
        }
        serving.stop().await;
    }
}
