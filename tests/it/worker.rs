//! The worker as a whole: it works until it is told to stop, and leaves nothing half done.

use std::sync::Arc;

use tokio_util::sync::CancellationToken;
use touchstone::{
    audit::{self, Act, Actor, Category},
    platform::ids::IdKind,
    worker,
};

use crate::both_databases;

both_databases! {
    async fn two_workers_share_the_work_and_stop_when_they_are_told(world: World) {
        let stop = CancellationToken::new();
        let workers: Vec<_> = (0..2).map(|_| tokio::spawn(worker::run(Arc::clone(&world.app), stop.clone()))).collect();
        for _ in 0..20 {
            let tx = world.begin().await;
            let act = Act::on(Category::Admin, "test", IdKind::Person, world.id());
            let proof = audit::record(&tx, world.app.ids.as_ref(), Actor::System, act).await.unwrap();
            tx.commit(proof).await.unwrap();
        }
        stop.cancel();
        for worker in workers {
            worker.await.unwrap();
        }
        let report = audit::verify(&world.app).await.unwrap();
        assert!(report.is_clean() && report.links == 20 && report.checkpoints > 0, "{report}");
    }
}
