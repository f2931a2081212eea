//! The command line as a process: what it leaves behind, and how it ends.

use std::process::{Command, Output};

use sea_orm::{EntityTrait as _, PaginatorTrait as _};
use touchstone::audit;

use crate::{both_databases, support::World};

/// Runs the program on the world's database and folder.
fn runs(world: &World, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_touchstone"));
    command.args(["--database-url", &world.url, "--data-dir"]);
    command.arg(&world.folder).args(arguments).output().unwrap()
}

async fn is_sealed(world: &World) -> bool {
    let waiting = entity::audit_pending::Entity::find().count(world.app.db.read());
    let report = audit::verify(&world.app).await.unwrap();
    assert!(report.is_clean(), "{report}");
    waiting.await.unwrap() == 0 && report.links > 0 && report.checkpoints > 0
}

both_databases! {
    /// No server may be running to seal what a command wrote, and a log that waits looks like one that was forged.
    async fn a_command_that_writes_leaves_a_sealed_log(world: World) {
        let invites = ["admin", "create", "--email", "ada@alliance.example", "--name", "Ada Ruiz"];
        let invited = runs(&world, &invites);
        assert!(invited.status.success(), "{invited:?}");
        assert!(is_sealed(&world).await);
    }

    async fn a_command_that_fails_half_way_leaves_a_sealed_log(world: World) {
        let person = world.brand("Acme").await.investigator().await;
        let file = world.folder.join("listings.ndjson");
        std::fs::write(&file, "{\"title\":\"鞋\"}\nbroken\n").unwrap();
        let imported = runs(&world, &["import", file.to_str().unwrap(), "--as", &person.email]);
        assert_eq!(imported.status.code(), Some(1), "{imported:?}");
        assert_eq!(entity::lead::Entity::find().count(world.app.db.read()).await.unwrap(), 1);
        assert!(is_sealed(&world).await);
    }
}
