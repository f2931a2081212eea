//! Traces, taken by a collector that reads what really goes over the wire.

use std::collections::BTreeMap;

use actix_web::{App, HttpResponse, HttpServer, web};
use opentelemetry_proto::tonic::{
    collector::trace::v1::ExportTraceServiceRequest, common::v1::any_value::Value as Attribute, trace::v1::Span,
};
use prost::Message as _;
use rustls::{
    ServerConfig,
    crypto::ring,
    pki_types::{CertificateDer, PrivateKeyDer, pem::PemObject as _},
};
use serde_json::json;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};

use super::{
    authority::Authority,
    process::{Process, ask},
};
use crate::{
    support::{Backend, PASSWORD, in_world},
    transport::serving::{SIGN_IN, with_password},
};

/// What a caller of ours would send: a trace of its own, and the span in which it calls.
const TRACE: &str = "4bf92f3577b34da6a3ce929d0e0e4736";
const PARENT: &str = "00f067aa0ba902b7";

/// Takes traces as OTLP over HTTP says, on a free port; over HTTPS where somebody vouches for it.
fn collector(authority: Option<&Authority>) -> (String, UnboundedReceiver<Span>) {
    let (tell, told) = unbounded_channel();
    let server = HttpServer::new(move || {
        App::new()
            .app_data(web::Data::new(tell.clone()))
            .route("/v1/traces", web::post().to(take))
    })
    .workers(1)
    .disable_signals();
    let (scheme, server) = match authority {
        None => ("http", server.bind("127.0.0.1:0").unwrap()),
        Some(authority) => (
            "https",
            server.bind_rustls_0_23("127.0.0.1:0", vouched_for(authority)).unwrap(),
        ),
    };
    let url = format!("{scheme}://{}", server.addrs()[0]);
    tokio::spawn(server.run());
    (url, told)
}

/// TLS of a server at 127.0.0.1 that this authority vouches for.
fn vouched_for(authority: &Authority) -> ServerConfig {
    let (certificate, key) = authority.vouch_for("127.0.0.1");
    let certificate = CertificateDer::from_pem_slice(certificate.as_bytes()).unwrap();
    let key = PrivateKeyDer::from_pem_slice(key.as_bytes()).unwrap();
    ServerConfig::builder_with_provider(ring::default_provider().into())
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![certificate], key)
        .unwrap()
}

async fn take(tell: web::Data<UnboundedSender<Span>>, body: web::Bytes) -> HttpResponse {
    let export = ExportTraceServiceRequest::decode(body).unwrap();
    let scopes = export.resource_spans.into_iter().flat_map(|spans| spans.scope_spans);
    for span in scopes.flat_map(|scope| scope.spans) {
        tell.send(span).unwrap();
    }
    HttpResponse::Ok().content_type("application/x-protobuf").finish()
}

/// What was taken so far.
fn taken(told: &mut UnboundedReceiver<Span>) -> Vec<Span> {
    std::iter::from_fn(|| told.try_recv().ok()).collect()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn attributes(span: &Span) -> BTreeMap<String, String> {
    let text = |value: &Attribute| match value {
        Attribute::StringValue(text) => text.clone(),
        other => format!("{other:?}"),
    };
    let pairs = span.attributes.iter();
    pairs
        .filter_map(|pair| Some((pair.key.clone(), text(pair.value.as_ref()?.value.as_ref()?))))
        .collect()
}

#[test]
fn a_trace_continues_the_callers_and_names_nobody() {
    in_world(Backend::Sqlite, async |world| {
        let person = world.brand("Acme").await.investigator().await;
        with_password(&person).await;
        let (endpoint, mut told) = collector(None);
        let server = Process::start("serve", &world.url, &world.folder, &[("otlp_endpoint", &endpoint)]).await;
        let http = reqwest::Client::builder()
            .default_headers(
                [(
                    "traceparent".parse().unwrap(),
                    format!("00-{TRACE}-{PARENT}-01").parse().unwrap(),
                )]
                .into_iter()
                .collect(),
            )
            .build()
            .unwrap();
        let variables = json!({"input": {"email": person.email, "password": PASSWORD}});
        let reply = ask(&http, &server.url, None, SIGN_IN, variables).await.unwrap();
        assert_eq!(reply.code(), None, "{reply:?}");
        let token = reply.body["data"]["signIn"]["accessToken"].as_str().unwrap().to_owned();
        let secret = "a-secret-that-opens-a-calendar";
        let feed = http
            .get(format!("{}/calendar/{secret}.ics", server.url))
            .send()
            .await
            .unwrap();
        assert_eq!(feed.status().as_u16(), 404);
        server.stop().await;

        let spans = taken(&mut told);
        let routes: Vec<_> = spans
            .iter()
            .filter_map(|span| attributes(span).remove("route"))
            .collect();
        assert!(routes.contains(&"/calendar/{secret}.ics".to_owned()), "{routes:?}");
        let ours: Vec<&Span> = spans.iter().filter(|span| hex(&span.trace_id) == TRACE).collect();
        let request = ours.iter().find(|span| span.name == "request").unwrap();
        assert_eq!(hex(&request.parent_span_id), PARENT);
        let said = attributes(request);
        assert_eq!((said["route"].as_str(), said["method"].as_str()), ("/graphql", "POST"));
        let operation = ours.iter().find(|span| span.name == "operation").unwrap();
        assert_eq!(operation.parent_span_id, request.span_id);
        let said = attributes(operation);
        assert_eq!((said["operation"].as_str(), said["outcome"].as_str()), ("signIn", "OK"));

        let everything = format!("{spans:?}");
        for secret in [
            person.email.as_str(),
            person.name.as_str(),
            PASSWORD,
            &token,
            secret,
            "127.0.0.1",
            "SELECT",
        ] {
            assert!(!everything.contains(secret), "{secret} in {everything}");
        }
    });
}

#[test]
fn a_collector_elsewhere_is_reached_over_https_where_it_is_vouched_for() {
    in_world(Backend::Sqlite, async |world| {
        let authority = Authority::new();
        let (endpoint, mut told) = collector(Some(&authority));
        for (trusted, arrives) in [(&authority, true), (&Authority::new(), false)] {
            let file = world.folder.join("authority.pem");
            std::fs::write(&file, trusted.certificate()).unwrap();
            let environment = [("SSL_CERT_FILE", file.to_str().unwrap())];
            let settings = [("otlp_endpoint", endpoint.as_str())];
            let server = Process::within(&environment, "serve", &world.url, &world.folder, &settings).await;
            let answer = reqwest::get(format!("{}/healthz", server.url)).await.unwrap();
            assert!(answer.status().is_success());
            server.stop().await;
            let spans = taken(&mut told);
            assert_eq!(spans.iter().any(|span| span.name == "request"), arrives, "{spans:?}");
        }
    });
}
