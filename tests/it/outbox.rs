//! Events: one order for everybody, and nobody hears of one twice.

use std::{collections::BTreeSet, sync::Arc};

use sea_orm::{EntityTrait as _, QueryOrder as _};
use serde_json::json;
use tokio_util::sync::CancellationToken;
use touchstone::{
    audit::{self, Act, Actor, Category},
    outbox::{self, NewEvent},
    platform::ids::IdKind,
};
use uuid::Uuid;

use crate::{both_databases, support::World};

/// Publishes events about one object in one transaction, as a command does.
async fn publish(world: &World, object: Uuid, kinds: &[&'static str]) {
    let tx = world.begin().await;
    for kind in kinds {
        let event = NewEvent {
            kind,
            root: object,
            object,
            principals: vec!["desk".to_owned()],
            payload: json!({}),
        };
        outbox::publish(&tx, world.app.ids.as_ref(), event).await.unwrap();
    }
    let act = Act::on(Category::Content, "test", IdKind::Lead, object);
    let proof = audit::record(&tx, world.app.ids.as_ref(), Actor::System, act)
        .await
        .unwrap();
    tx.commit(proof).await.unwrap();
}

/// Kinds and positions of all events, in the order of their positions.
async fn positions(world: &World) -> Vec<(String, Option<i64>)> {
    let rows = entity::outbox::Entity::find()
        .order_by_asc(entity::outbox::Column::Position)
        .all(world.app.db.read())
        .await
        .unwrap();
    rows.into_iter().map(|row| (row.kind, row.position)).collect()
}

both_databases! {
    /// Whatever clocks say, the change that was made later is heard of later.
    async fn events_of_one_object_keep_the_order_of_its_changes(world: World) {
        let lead = world.id();
        publish(&world, lead, &["CREATED", "SUBMITTED", "TRIAGED"]).await;
        world.after_hours(-5);
        publish(&world, lead, &["SHARED", "DELIVERED"]).await;
        assert_eq!(outbox::relay(&world.app.db, world.now()).await.unwrap(), 5);
        let order: Vec<_> = positions(&world).await;
        let expected = ["CREATED", "SUBMITTED", "TRIAGED", "SHARED", "DELIVERED"];
        let expected: Vec<_> = (1..).zip(expected).map(|(at, kind)| (kind.to_owned(), Some(at))).collect();
        assert_eq!(order, expected);
    }

    async fn an_event_that_did_not_commit_is_never_heard_of(world: World) {
        let tx = world.begin().await;
        let event = NewEvent { kind: "CREATED", root: world.id(), object: world.id(), principals: Vec::new(), payload: json!({}) };
        outbox::publish(&tx, world.app.ids.as_ref(), event).await.unwrap();
        drop(tx);
        assert_eq!(outbox::relay(&world.app.db, world.now()).await.unwrap(), 0);
        assert!(positions(&world).await.is_empty());
    }

    async fn several_relays_number_each_event_once(world: World) {
        for _ in 0..20 {
            publish(&world, world.id(), &["CREATED", "SUBMITTED"]).await;
        }
        let relays = (0..4).map(|_| {
            let app = Arc::clone(&world.app);
            tokio::spawn(async move { outbox::relay(&app.db, app.now()).await.unwrap() })
        });
        let numbered: u64 = futures_util::future::join_all(relays).await.into_iter().map(Result::unwrap).sum();
        assert_eq!(numbered, 40);
        let positions: Vec<_> = positions(&world).await.into_iter().map(|(_, at)| at).collect();
        assert_eq!(positions, (1..=40).map(Some).collect::<Vec<_>>());
    }

    async fn two_followers_hear_every_event_once_and_in_order(world: World) {
        let stop = CancellationToken::new();
        let mut heard = world.app.feed.follow();
        let start = outbox::head(&world.app.db).await.unwrap();
        let follower = tokio::spawn(outbox::follow(Arc::clone(&world.app), start, stop.clone()));
        // Another process relays too.
        let other = tokio::spawn({
            let app = Arc::clone(&world.app);
            async move {
                for _ in 0..50 {
                    outbox::relay(&app.db, app.now()).await.unwrap();
                    tokio::task::yield_now().await;
                }
            }
        });
        for _ in 0..10 {
            publish(&world, world.id(), &["CREATED", "SUBMITTED", "TRIAGED"]).await;
        }
        let mut events = Vec::new();
        while events.len() < 30 {
            events.push(heard.recv().await.unwrap());
        }
        other.await.unwrap();
        stop.cancel();
        follower.await.unwrap();
        assert!(heard.try_recv().is_err(), "nothing is heard twice");
        assert_eq!(events.iter().map(|event| event.id).collect::<BTreeSet<_>>().len(), 30);
        let kinds: Vec<_> = events.iter().map(|event| event.kind.as_str()).collect();
        assert!(kinds.chunks(3).all(|chunk| chunk == ["CREATED", "SUBMITTED", "TRIAGED"]), "{kinds:?}");
    }

    /// From wherever the feed is fed, and however often: each event once, in order, and none left out.
    async fn a_follower_hears_every_event_once_though_the_feed_jumps_and_repeats(world: World) {
        let (db, feed) = (&world.app.db, &world.app.feed);
        let mut follower = outbox::Follower::new(feed);
        follower.go_on_after(0);
        let mut heard = Vec::new();
        // Up to which position there are events, and from where they are handed on.
        for (end, froms) in [(3, [0, 3]), (6, [4, 1]), (8, [7, 7]), (9, [8, 0])] {
            publish(&world, world.id(), &["CREATED", "SUBMITTED", "TRIAGED"][..end - heard.len()]).await;
            outbox::relay(db, world.now()).await.unwrap();
            for from in froms {
                outbox::pump(db, feed, from).await.unwrap();
            }
            while heard.len() < end {
                heard.push(follower.next(db).await.unwrap().unwrap().position);
            }
        }
        assert_eq!(heard, (1..=9).collect::<Vec<_>>());
    }

    async fn old_events_are_forgotten_and_positions_go_on(world: World) {
        publish(&world, world.id(), &["CREATED", "SUBMITTED"]).await;
        outbox::relay(&world.app.db, world.now()).await.unwrap();
        world.after_days(31);
        assert_eq!(outbox::forget(&world.app.db, world.now()).await.unwrap(), 1);
        publish(&world, world.id(), &["SHARED"]).await;
        outbox::relay(&world.app.db, world.now()).await.unwrap();
        assert_eq!(positions(&world).await.last(), Some(&("SHARED".to_owned(), Some(3))));
    }
}
