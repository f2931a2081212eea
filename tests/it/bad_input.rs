//! Bad input: a clear error with a stable code, nothing changed, nothing leaked, and the server goes on.

use serde_json::{Value, json};
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
};
use touchstone::permissions::Role;

use crate::{
    both_databases,
    support::{draft, with},
    transport::serving::{Answer, Serving, VIEWER},
};

/// Words that only an inside would say.
const INSIDE: &[&str] = &[
    "sqlite",
    "postgres",
    "sqlx",
    "SELECT ",
    "panicked",
    "src/",
    "constraint",
    "unwrap",
];

fn assert_clear(answer: &Answer, codes: &[&str], what: &str) {
    let code = answer.code();
    assert!(codes.contains(&code.as_str()), "{what}: {code:?} {answer:?}");
    assert!(!answer.status.is_server_error(), "{what}: {answer:?}");
    for word in INSIDE {
        assert!(!answer.body.contains(word), "{what} leaks {word:?}: {}", answer.body);
    }
}

/// Sends bytes as they are and reads what comes back until the server closes.
async fn raw(serving: &Serving, head: &str, body: &[u8]) -> String {
    let mut stream = TcpStream::connect(serving.url.trim_start_matches("http://"))
        .await
        .unwrap();
    stream.write_all(head.as_bytes()).await.unwrap();
    stream.write_all(body).await.unwrap();
    let mut answer = Vec::new();
    let mut buffer = [0; 4096];
    while let Ok(read) = stream.read(&mut buffer).await {
        answer.extend_from_slice(&buffer[..read]);
        let text = String::from_utf8_lossy(&answer);
        if read == 0 || text.ends_with("]}") {
            break;
        }
    }
    String::from_utf8_lossy(&answer).into_owned()
}

both_databases! {
    async fn documents_that_do_not_fit_are_refused(world: World) {
        let serving = Serving::of(&world).await;
        let admin = world.secretariat().await.person(&[Role::Sa]).await;
        let token = serving.token_of(&admin).await;
        let deep = format!("{{ organizations {{ nodes {} }} }}", "{ brands { nodes { owner ".repeat(8) + "{ id }" + &"} } }".repeat(8));
        let costly = "{ organizations(first: 100) { nodes { people(first: 100) { nodes { id name email organization { id name } } } } } }";
        let wide = format!("{{ {} }}", (0..50).map(|n| format!("a{n}: viewer {{ roles }} ")).collect::<String>());
        for (query, codes) in [
            ("{ viewer { nothing } }", &["INVALID_DOCUMENT"][..]),
            ("{ organization(id: 5.5) { id } }", &["INVALID_DOCUMENT", "INVALID_ID"]),
            ("{ organizations(first: \"many\") { totalCount } }", &["INVALID_DOCUMENT"]),
            ("{ organizations(first: -1) { totalCount } }", &["BAD_USER_INPUT"]),
            ("{ organizations(first: 101) { totalCount } }", &["BAD_USER_INPUT"]),
            ("{ organizations(first: 1, last: 1) { totalCount } }", &["BAD_USER_INPUT"]),
            ("{ organizations(first: 99999999999999999999) { totalCount } }", &["INVALID_DOCUMENT", "BAD_USER_INPUT"]),
            ("{ organizations(after: \"線索\") { totalCount } }", &["BAD_USER_INPUT"]),
            ("{ organizations(filter: {nothing: 1}) { totalCount } }", &["INVALID_DOCUMENT"]),
            ("{ organization { id } }", &["INVALID_DOCUMENT"]),
            ("mutation { nothing }", &["INVALID_DOCUMENT"]),
            ("query A { viewer { roles } } query B { viewer { roles } }", &["INVALID_DOCUMENT"]),
            ("{ viewer { roles } } }", &["INVALID_DOCUMENT"]),
            ("\u{0}", &["INVALID_DOCUMENT"]),
            ("", &["INVALID_DOCUMENT"]),
            (deep.as_str(), &["LIMIT_EXCEEDED"]),
            (costly, &["LIMIT_EXCEEDED"]),
            ("{ leads(first: 100) { nodes { referralSteps { kind } } } }", &["LIMIT_EXCEEDED"]),
            ("{ offlineActions(first: 100) { nodes { guests { id } } } }", &["LIMIT_EXCEEDED"]),
            (wide.as_str(), &["LIMIT_EXCEEDED"]),
        ] {
            let answer = world.nothing_changes(serving.ask_as(&token, query, json!({}))).await;
            assert_clear(&answer, codes, &query.chars().take(80).collect::<String>());
        }
        serving.stop().await;
    }

    async fn ids_that_are_none_or_of_another_type_are_refused(world: World) {
        let serving = Serving::of(&world).await;
        let admin = world.secretariat().await.person(&[Role::Sa]).await;
        let token = serving.token_of(&admin).await;
        let query = "query($id: ID!) { organization(id: $id) { id } }";
        for id in ["", "x", "org_", "org_zzzzzzzzzzzzzzzzzzzzzzzzzz", "線索_01h45ytscbebyvny4gc8cr8ma2", &admin.public_id(), &"o".repeat(10_000)] {
            let answer = world.nothing_changes(serving.ask_as(&token, query, json!({"id": id}))).await;
            assert_clear(&answer, &["INVALID_ID"], id);
        }
        let unknown = world.unknown(touchstone::platform::ids::IdKind::Org);
        let answer = serving.ask_as(&token, query, json!({"id": unknown})).await;
        assert!(answer.code() == "NOT_FOUND" || answer.data("/organization") == Value::Null, "{answer:?}");
        serving.stop().await;
    }

    async fn values_that_are_none_are_refused_and_nothing_changes(world: World) {
        let serving = Serving::of(&world).await;
        let admin = world.secretariat().await.person(&[Role::Sa]).await;
        let token = serving.token_of(&admin).await;
        let document = "mutation($input: InviteOrganizationInput!) { inviteOrganization(input: $input) { organization { id } userErrors { code field } } }";
        let good = json!({"idempotencyKey": "1", "kind": "MEMBER_BRAND", "name": "Acme", "industry": "LUXURY", "country": "CN",
            "timeZone": "Asia/Shanghai", "language": "EN", "adminName": "Ada", "adminEmail": "ada@example.org"});
        for (field, value) in [
            ("name", json!("")),
            ("name", json!("a\u{202e}b")),
            ("name", json!("a\u{0}b")),
            ("name", json!("線".repeat(10_000))),
            ("name", json!(5)),
            ("name", Value::Null),
            ("kind", json!("NOTHING")),
            ("country", json!("ZZZ")),
            ("timeZone", json!("Mars/Olympus")),
            ("adminEmail", json!("no address")),
            ("idempotencyKey", json!("")),
            ("idempotencyKey", json!("k".repeat(1000))),
            ("nothing", json!(1)),
        ] {
            let mut input = good.clone();
            input[field] = value.clone();
            let answer = world.nothing_changes(serving.ask_as(&token, document, json!({"input": input}))).await;
            let what: String = format!("{field} = {value}").chars().take(60).collect();
            assert_clear(&answer, &["BAD_USER_INPUT", "INVALID_DOCUMENT"], &what);
        }
        let mut input = good;
        input["name"] = json!("阿克米 🦊 أكمي Ácmé");
        let answer = serving.ask_as(&token, document, json!({"input": input})).await;
        assert_eq!(answer.code(), "", "every script is welcome: {answer:?}");
        serving.stop().await;
    }

    /// A wrong type is the client's mistake, in a variable as anywhere, and what was sent is not said again.
    async fn inputs_of_a_wrong_type_are_refused_and_not_repeated(world: World) {
        let serving = Serving::of(&world).await;
        let admin = world.brand("Acme").await.admin().await;
        let token = serving.token_of(&admin).await;
        let secret = "hunter2-my-secret-password";
        let sign_in = "mutation($i: SignInInput!) { signIn(input: $i) { expiresIn } }";
        for input in [json!(secret), json!([secret]), json!({"email": "a@example.org", "password": {"is": secret}})] {
            let answer = world.nothing_changes(serving.ask(sign_in, json!({"i": input}))).await;
            assert_clear(&answer, &["BAD_USER_INPUT", "INVALID_DOCUMENT"], "signIn");
            assert!(!answer.body.contains(secret), "{answer:?}");
        }
        let leads = "query($f: LeadFilter) { leads(filter: $f) { totalCount } }";
        for filter in [json!(5), json!({"createdFrom": 5}), json!({"states": {}}), json!({"mine": "yes"})] {
            let answer = serving.ask_as(&token, leads, json!({"f": filter})).await;
            assert_clear(&answer, &["BAD_USER_INPUT", "INVALID_DOCUMENT"], &filter.to_string());
        }
        serving.stop().await;
    }

    async fn lists_without_end_and_texts_with_nothing_in_them_are_refused(world: World) {
        let serving = Serving::of(&world).await;
        let admin = world.brand("Acme").await.admin().await;
        let token = serving.token_of(&admin).await;
        let leads = "query($f: LeadFilter) { leads(filter: $f) { totalCount } }";
        let answer = serving.ask_as(&token, leads, json!({"f": {"states": vec!["DRAFT"; 70_000]}})).await;
        assert_clear(&answer, &["LIMIT_EXCEEDED"], "states");
        let literal = format!("{{ leads(filter: {{states: [{}]}}) {{ totalCount }} }}", "DRAFT ".repeat(2_000));
        let answer = serving.ask_as(&token, &literal, json!({})).await;
        assert_clear(&answer, &["LIMIT_EXCEEDED"], "literal");
        let by_reference = "query($r: String!) { leadByReference(reference: $r) { id } }";
        for reference in ["\u{0}", "LD-26-\u{0}", "", "線索", &"L".repeat(9_999)] {
            let answer = serving.ask_as(&token, by_reference, json!({"r": reference})).await;
            assert_clear(&answer, &["NOT_FOUND"], reference);
        }
        let auditor = world.auditor("House").await.person(&[Role::Au]).await;
        let token = serving.token_of(&auditor).await;
        let entries = "query($a: [String!]) { auditEntries(filter: {actions: $a}) { totalCount } }";
        let answer = serving.ask_as(&token, entries, json!({"a": ["\u{0}"]})).await;
        assert_clear(&answer, &["BAD_USER_INPUT"], "actions");
        serving.stop().await;
    }

    async fn nobody_looked_at_a_listing_before_the_web_or_long_after(world: World) {
        let acme = world.brand("Acme").await;
        let admin = acme.admin().await;
        for at in ["0000-01-01T00:00:00Z", "1900-01-01T00:00:00Z", "9999-12-30T00:00:00Z"] {
            let items = json!([{ "brandId": acme.brand_id(), "title": "Bag", "capturedAt": at }]);
            let made = admin.act("createLead", with(draft(&acme), json!({ "items": items })));
            let refused = world.nothing_changes(made).await;
            refused.refused_with("BAD_USER_INPUT");
            assert_eq!(refused.error_field().as_deref(), Some("items.0.capturedAt"), "{refused}");
        }
    }

    async fn tokens_that_are_none_are_refused(world: World) {
        let serving = Serving::of(&world).await;
        for authorization in ["Bearer", "Bearer ", "Bearer x", "Bearer a.b.c", "Basic YTpi", "Bearer 線索", &format!("Bearer {}", "x".repeat(8000))] {
            let request = serving.post(&json!({"query": "{ viewer { roles } }"})).header("authorization", authorization.as_bytes());
            let answer = world.nothing_changes(serving.send(request)).await;
            assert_eq!(answer.status, 401, "{authorization:.20}");
            assert_clear(&answer, &["UNAUTHENTICATED"], authorization);
        }
        serving.stop().await;
    }

    async fn bodies_that_are_none_are_refused(world: World) {
        let serving = Serving::of(&world).await;
        let url = format!("{}/graphql", serving.url);
        for body in [
            &b""[..],
            b"{",
            b"null",
            b"5",
            b"\"query\"",
            b"{\"query\": 5}",
            b"{\"variables\": {}}",
            b"{\"query\": \"{ __typename }\", \"variables\": 5}",
            b"{\"query\": \"{ __typename }\", \"operationName\": {}}",
            b"{\"query\": \"{ __typename \xff\xfe }\"}",
            b"\xff\xfe\x00",
            &b"[".repeat(100_000),
        ] {
            let request = serving.http.post(&url).header("content-type", "application/json").body(body.to_vec());
            let answer = world.nothing_changes(serving.send(request)).await;
            assert_eq!(answer.status, 400, "{answer:?}");
            assert_clear(&answer, &["BAD_USER_INPUT"], &String::from_utf8_lossy(&body[..body.len().min(40)]));
        }
        serving.stop().await;
    }

    async fn bodies_of_a_hundred_megabytes_are_not_read(world: World) {
        let serving = Serving::of(&world).await;
        let head = |length: &str| format!("POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n{length}\r\n\r\n");
        let announced = raw(&serving, &head("content-length: 104857600"), b"").await;
        assert!(announced.starts_with("HTTP/1.1 413") && announced.contains("LIMIT_EXCEEDED"), "{announced}");
        let mut chunk = b"200000\r\n".to_vec();
        chunk.resize(chunk.len() + 0x0020_0000, b' ');
        let unannounced = raw(&serving, &head("transfer-encoding: chunked"), &chunk).await;
        assert!(unannounced.starts_with("HTTP/1.1 413") && unannounced.contains("LIMIT_EXCEEDED"), "{unannounced:.200}");
        assert_eq!(serving.get("/healthz").await.status, 200, "the server goes on");
        serving.stop().await;
    }

    async fn who_asks_without_end_has_to_wait_and_nobody_else_does(world: World) {
        let serving = Serving::with(&world, &[("limit_requests_per_minute", "3")]).await;
        let brand = world.brand("Acme").await;
        let (greedy, other) = (brand.admin().await, brand.person(&[Role::Mi]).await);
        let (greedy, other) = (serving.token_of(&greedy).await, serving.token_of(&other).await);
        let mut answers = Vec::new();
        for _ in 0..4 {
            answers.push(serving.ask_as(&greedy, VIEWER, json!({})).await);
        }
        let refused = answers.pop().unwrap();
        assert!(answers.iter().all(|answer| answer.code().is_empty()), "{answers:?}");
        assert_eq!(refused.code(), "RATE_LIMITED");
        let wait: u32 = refused.header("retry-after").parse().unwrap();
        assert!((1..=21).contains(&wait), "three a minute, one each 20 seconds: {wait}");
        assert_eq!(serving.ask_as(&other, VIEWER, json!({})).await.code(), "");
        serving.stop().await;
    }

    async fn times_at_the_ends_of_the_calendar_are_taken_or_refused_and_never_break(world: World) {
        let serving = Serving::of(&world).await;
        let admin = world.secretariat().await.person(&[Role::Sa]).await;
        let token = serving.token_of(&admin).await;
        let query = "query($from: DateTime) { auditEntries(filter: {from: $from}) { totalCount } }";
        for at in ["0000-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "9999-12-30T00:00:00Z", "-009999-01-02T00:00:00Z"] {
            let answer = serving.ask_as(&token, query, json!({"from": at})).await;
            assert!(["", "BAD_USER_INPUT", "INVALID_DOCUMENT"].contains(&answer.code().as_str()), "{at}: {answer:?}");
        }
        for nonsense in ["", "yesterday", "2026-02-30T00:00:00Z", "10000-01-01T00:00:00Z", "2026-01-01"] {
            let answer = serving.ask_as(&token, query, json!({"from": nonsense})).await;
            assert_clear(&answer, &["BAD_USER_INPUT", "INVALID_DOCUMENT"], nonsense);
        }
        serving.stop().await;
    }
}
