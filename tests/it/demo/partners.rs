//! What the demo tells of partners and of how people are told: every end that a listing, a webhook and a mail may have.

use std::collections::BTreeSet;

use sea_orm::{ColumnTrait as _, EntityTrait as _, PaginatorTrait as _, QueryFilter as _};
use serde_json::json;
use touchstone::demo;

use super::{ask, by};
use crate::{
    service_accounts::{ask_for_token, token_of},
    support::World,
    transport::serving::Serving,
};

const KEEPER: &str = "detection@baixiangji.example";

/// The marketplace's program hands listings in, is told of them, and gets a token by the secret that everybody knows.
pub(super) async fn a_partner_and_what_it_hears(world: &World) {
    let accounts = "{ serviceAccounts { nodes { id state scopes credentials { kind hint } } } }";
    let accounts = ask(world, KEEPER, accounts, json!({})).await.ok();
    let account = &accounts.list("/serviceAccounts/nodes")[0];
    let kinds = account["credentials"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["kind"].as_str().unwrap());
    assert_eq!(
        kinds.collect::<BTreeSet<_>>(),
        BTreeSet::from(["KEY", "SECRET"]),
        "{account}"
    );
    let lines = entity::ingest_line::Entity::find()
        .all(world.app.db.read())
        .await
        .unwrap();
    for outcome in ["REFUSED", "DUPLICATE"] {
        assert!(lines.iter().any(|line| line.outcome == outcome), "{outcome}: {lines:?}");
    }
    let runs = entity::ingest_run::Entity::find()
        .all(world.app.db.read())
        .await
        .unwrap();
    let sum = |count: fn(&entity::ingest_run::Model) -> i64| runs.iter().map(count).sum::<i64>();
    assert_eq!(
        (sum(|run| run.created), sum(|run| run.already_there)),
        (4, 5),
        "{runs:?}"
    );
    let states: BTreeSet<&str> = runs.iter().map(|run| run.state.as_str()).collect();
    assert_eq!(states, BTreeSet::from(["DONE", "OPEN"]));

    let endpoints = "{ webhookEndpoints(first: 5) { nodes { state url dead messages(first: 50) { nodes { state attempts { status } } } } } }";
    let endpoints = ask(world, KEEPER, endpoints, json!({})).await.ok();
    let endpoints = endpoints.list("/webhookEndpoints/nodes");
    let of = |state: &str| endpoints.iter().find(|endpoint| endpoint["state"] == state).unwrap();
    let (used, moved) = (of("PAUSED"), of("DISABLED"));
    assert_eq!(used["url"], "https://hooks.baixiangji.example/touchstone");
    let messages = used["messages"]["nodes"].as_array().unwrap();
    assert!(
        messages
            .iter()
            .filter(|message| message["state"] == "DELIVERED")
            .count()
            >= 5,
        "{used}"
    );
    let dead: Vec<_> = messages.iter().filter(|message| message["state"] == "DEAD").collect();
    assert_eq!(
        (dead.len(), dead[0]["attempts"].as_array().unwrap().len()),
        (1, 11),
        "{used}"
    );
    assert!(moved.to_string().contains("410"), "{moved}");
    let told = "{ notifications(first: 50) { nodes { kind } } }";
    let told = ask(world, KEEPER, told, json!({}))
        .await
        .ok()
        .texts("/notifications/nodes", "/kind");
    assert!(told.contains(&"WEBHOOK_FAILING".to_owned()), "{told:?}");

    let serving = Serving::of(world).await;
    let id = account["id"].as_str().unwrap();
    let token = token_of(&serving, id, demo::CLIENT_SECRET).await;
    let document = "{ ingestedListings(first: 50) { nodes { externalId feedback { state verdict } } } }";
    let answer = serving.ask_as(&token, document, json!({})).await;
    let listings = answer.data("/ingestedListings/nodes");
    let mut stand: Vec<(&str, &str)> = listings
        .as_array()
        .unwrap()
        .iter()
        .map(|one| {
            (
                one["externalId"].as_str().unwrap(),
                one["feedback"]["state"].as_str().unwrap(),
            )
        })
        .collect();
    stand.sort_unstable();
    assert_eq!(
        stand,
        [
            ("BXJ-2026-0001", "RESOLVED"),
            ("BXJ-2026-0002", "REJECTED"),
            ("BXJ-2026-0003", "IN_REVIEW"),
            ("BXJ-2026-0004", "RECEIVED"),
        ]
    );
    assert!(listings.to_string().contains("CONFIRMED"), "{listings}");
    assert_eq!(ask_for_token(&serving, id, "tss_another").await.status, 401);
    serving.stop().await;
}

/// Channels that people chose, leads that they muted, one whose mails came back, and an archive that is ready.
pub(super) async fn how_people_are_told(world: &World) {
    let read = world.app.db.read();
    let chosen = entity::notification_preference::Entity::find().all(read).await.unwrap();
    let channels: BTreeSet<&str> = chosen.iter().filter_map(|row| row.channel.as_deref()).collect();
    assert_eq!(channels, BTreeSet::from(["DIGEST", "MAIL", "NONE"]), "{chosen:?}");
    let mutes = entity::notification_mute::Entity::find().all(read).await.unwrap();
    assert!(mutes.len() >= 2, "{mutes:?}");

    let suspended = entity::person::Entity::find().filter(entity::person::Column::MailSuspendedAt.is_not_null());
    let suspended = suspended.all(read).await.unwrap();
    assert_eq!(suspended.len(), 1, "{suspended:?}");
    assert_eq!(suspended[0].mail_suspended_why.as_deref(), Some("BOUNCE"));
    let sent = entity::mail::Entity::find()
        .filter(entity::mail::Column::PersonId.eq(suspended[0].id))
        .filter(entity::mail::Column::State.eq("SENT"));
    assert!(
        sent.count(read).await.unwrap() > 0,
        "what did not go out cannot come back"
    );
    let told = entity::notification::Entity::find().filter(entity::notification::Column::Kind.eq("MAIL_SUSPENDED"));
    assert!(told.count(read).await.unwrap() > 0, "who manages it is told");

    let mover = by(|person| person.email == "duarte.nogueira@corvelha.example");
    let exports = ask(
        world,
        &mover,
        "{ exports(first: 10) { nodes { format state } } }",
        json!({}),
    )
    .await
    .ok();
    assert_eq!(
        *exports.list("/exports/nodes"),
        [json!({ "format": "ARCHIVE", "state": "DONE" })]
    );
}
