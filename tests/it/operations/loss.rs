//! PostgreSQL goes away under load and comes back.

use std::{
    collections::BTreeSet,
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
};

use sea_orm::EntityTrait as _;
use touchstone::platform::db::Db;

use super::{
    postgres::OwnPostgres,
    process::{Process, Reply, ask},
    replicas::{CREATE, draft, signs_in, until},
};
use crate::{
    support::{Organization, World},
    transport::serving::with_password,
};

/// What writers were told while the database went away and came back.
#[derive(Default)]
struct Told {
    confirmed: Mutex<BTreeSet<String>>,
    unavailable: AtomicUsize,
    otherwise: Mutex<Vec<String>>,
    stop: AtomicBool,
}

impl Told {
    fn confirmed(&self) -> usize {
        self.confirmed.lock().unwrap().len()
    }

    /// Notes a reply; whether it confirms.
    fn notes(&self, title: &str, reply: &Reply) -> bool {
        match (reply.status, reply.code()) {
            (200, None) => self.confirmed.lock().unwrap().insert(title.to_owned()),
            (503, Some("UNAVAILABLE")) if reply.retry_after => {
                self.unavailable.fetch_add(1, Ordering::SeqCst);
                false
            }
            _ => {
                self.otherwise.lock().unwrap().push(format!("{title}: {reply:?}"));
                false
            }
        }
    }

    /// Writes leads, one after the other; asks again, under the same key, until it was told that it is kept.
    async fn writes(self: Arc<Self>, name: usize, url: String, token: String, acme: Organization) {
        let http = reqwest::Client::new();
        for number in 0.. {
            let title = format!("lead {name} {number}");
            loop {
                if self.stop.load(Ordering::SeqCst) {
                    return;
                }
                let reply = ask(&http, &url, Some(&token), CREATE, draft(&acme, &title)).await;
                if reply.is_some_and(|reply| self.notes(&title, &reply)) {
                    break;
                }
            }
        }
    }
}

#[test]
fn a_postgresql_that_dies_under_load_and_comes_back_loses_and_doubles_nothing() {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    runtime.block_on(async {
        let postgres = OwnPostgres::start();
        let folder = tempfile::tempdir().unwrap();
        let server = Process::start("serve", &postgres.url(), folder.path(), &[]).await;
        let world = World::new(&postgres.url(), folder.path()).await;
        let acme = world.brand("Acme").await;
        let author = acme.investigator().await;
        with_password(&author).await;
        let token = signs_in(&reqwest::Client::new(), &server.url, &author).await;
        world.app.db.clone().close().await;

        let told = Arc::<Told>::default();
        let writers: Vec<_> = (0..4)
            .map(|name| tokio::spawn(Arc::clone(&told).writes(name, server.url.clone(), token.clone(), acme.clone())))
            .collect();
        until(async || (told.confirmed() >= 20).then_some(())).await;
        postgres.end();
        until(async || (told.unavailable.load(Ordering::SeqCst) >= 8).then_some(())).await;
        let (before, ready) = (
            told.confirmed(),
            reqwest::get(format!("{}/readyz", server.url)).await.unwrap(),
        );
        assert_eq!(ready.status().as_u16(), 503);
        assert_eq!(
            reqwest::get(format!("{}/healthz", server.url))
                .await
                .unwrap()
                .status()
                .as_u16(),
            200
        );
        postgres.begin();
        until(async || (told.confirmed() >= before + 20).then_some(())).await;
        told.stop.store(true, Ordering::SeqCst);
        for writer in writers {
            writer.await.unwrap();
        }
        assert_eq!(
            *told.otherwise.lock().unwrap(),
            Vec::<String>::new(),
            "everything else was a clear refusal"
        );

        let db = Db::open(&postgres.url(), 1).await.unwrap();
        let rows = entity::lead::Entity::find().all(db.read()).await.unwrap();
        let titles: BTreeSet<String> = rows.iter().map(|row| row.title.clone()).collect();
        assert_eq!(titles.len(), rows.len(), "a lead was made twice");
        let confirmed = told.confirmed.lock().unwrap().clone();
        assert!(confirmed.is_subset(&titles), "a confirmed lead is missing");
        // At most the one that each writer was waiting for is there without a confirmation.
        assert!(titles.len() - confirmed.len() <= 4);
        db.close().await;
        drop(server);
    });
}
