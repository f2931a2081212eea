//! A disk that is full: what cannot be kept is refused clearly and wholly, and everything goes on when there is room again.

use std::{fs, path::Path, sync::Arc, time::Duration};

use futures_util::future::BoxFuture;
use sea_orm::{ConnectionTrait as _, Database, DatabaseConnection, EntityTrait as _, Statement};
use serde_json::{Value, json};
use tokio::time::timeout;
use touchstone::{
    app::App,
    audit,
    mail::{self, Claimed, Rendered},
    outbox,
    permissions::Role,
    platform::{
        db::sqlite_url,
        email::Mailer,
        error::{ErrorCode, Result},
    },
    worker,
};

use super::{books::Books, books::INVITED, disk::Disk};
use crate::support::{Backend, Organization, Person, Place, World, databases, draft, on_database, with};

/// Megabytes: a database fits, and not much more.
const SMALL: u32 = 16;
/// Refusals after which the disk is taken to be full.
const ENOUGH: usize = 5;
/// Changes that may still find room in what the database has allocated.
const MOST: usize = 3_000;

/// A draft that takes some room.
fn long_draft(about: &Organization, number: usize) -> Value {
    let summary = format!("{number} {}", "这个卖家的包有几百个。".repeat(150));
    let name = format!("draft {number}");
    with(
        draft(about),
        json!({ "idempotencyKey": name, "title": name, "summary": summary }),
    )
}

struct Storm<'a> {
    world: &'a World,
    disk: &'a Disk,
    member: Organization,
    owner: Person,
}

impl<'a> Storm<'a> {
    async fn over(world: &'a World, disk: &'a Disk) -> Self {
        let member = world.brand("Acme").await;
        let owner = member.person(&[Role::Ma, Role::Mi]).await;
        Self {
            world,
            disk,
            member,
            owner,
        }
    }

    async fn rages(&self) {
        let first = self.owner.creates(&self.member).await;
        self.works_off().await;
        self.disk.fill();
        let refused = self.writes_until_it_is_full().await;
        self.owner.reads(&first).await.ok();
        let invitation = kim();
        self.world
            .nothing_changes(async {
                for input in &refused {
                    self.owner
                        .act("createLead", input.clone())
                        .await
                        .refused_with("UNAVAILABLE");
                }
                invites(&self.owner, &invitation).await.refused_with("UNAVAILABLE");
            })
            .await;
        // Whatever the jobs can do now, they do or say that they cannot.
        for failed in [
            audit::seal(&self.world.app).await.err(),
            outbox::relay(&self.world.app.db, self.world.now()).await.err(),
        ] {
            assert!(failed.is_none_or(|error| error.code == ErrorCode::Unavailable));
        }
        self.disk.free();
        for input in &refused {
            let (one, again) = (
                self.owner.creates_from(input.clone()).await,
                self.owner.creates_from(input.clone()).await,
            );
            assert_eq!(one.id, again.id);
        }
        // Whoever read before the disk was full finds what came after it.
        for input in &refused {
            let title = input["title"].as_str().unwrap();
            assert_eq!(self.owner.lists(json!({ "search": title })).await, [title]);
        }
        invites(&self.owner, &invitation).await.ok();
        self.works_off().await;
    }

    /// The inputs of the drafts that found no room.
    async fn writes_until_it_is_full(&self) -> Vec<Value> {
        let mut refused = Vec::new();
        for number in 0..MOST {
            let input = long_draft(&self.member, number);
            let answer = self.owner.act("createLead", input.clone()).await;
            if answer.error_code().is_some() {
                answer.refused_with("UNAVAILABLE");
                refused.push(input);
            }
            if refused.len() == ENOUGH {
                return refused;
            }
        }
        panic!("the disk is never full");
    }

    /// Everything that waits is numbered and sealed, and then it is whole.
    async fn works_off(&self) {
        let app = &self.world.app;
        while outbox::relay(&app.db, app.now()).await.unwrap() > 0 {}
        audit::seal(app).await.unwrap();
        audit::checkpoint(app).await.unwrap();
        let report = audit::verify(app).await.unwrap();
        assert!(report.is_clean() && report.checkpoints > 0, "{report}");
        let books = Books::of(&app.db).await;
        assert!(books.are_settled());
        books.balance();
    }
}

/// Somebody to be invited.
fn kim() -> Value {
    json!({ "idempotencyKey": "kim", "name": "Kim Lee", "email": format!("kim{INVITED}"), "roles": ["MI"] })
}

/// Where the only mail stands.
async fn mail_state(world: &World) -> String {
    let mail = entity::mail::Entity::find().one(world.app.db.read()).await;
    mail.unwrap().unwrap().state
}

async fn invites(admin: &Person, input: &Value) -> crate::support::Response {
    use crate::support::Asks as _;
    let document =
        "mutation($input: InviteUserInput!) { inviteUser(input: $input) { person { id } userErrors { code } } }";
    admin.graphql(document, json!({ "input": input })).await
}

mod a_database_without_room_refuses_clearly_and_goes_on_when_there_is_some_again {
    use super::{Backend, Disk, SMALL, on_database, on_postgres, on_sqlite};

    #[test]
    fn sqlite() {
        let name = concat!(module_path!(), "::sqlite").split_once("::").unwrap().1;
        if let Some(disk) = Disk::seen_by(name, SMALL) {
            on_database(Backend::Sqlite, true, |place| on_sqlite(place, disk));
        }
    }

    #[test]
    fn postgres() {
        on_database(Backend::Postgres, true, on_postgres);
    }
}

/// A world whose database and folder are on a disk.
async fn world_on(disk: &Disk, place: &Place) -> World {
    let file = disk.path().join("touchstone.sqlite");
    fs::copy(place.folder.join("touchstone.sqlite"), &file).unwrap();
    World::new(&sqlite_url(&file), disk.path()).await
}

async fn on_sqlite(place: Place, disk: Disk) {
    let world = world_on(&disk, &place).await;
    Storm::over(&world, &disk).await.rages().await;
    world.app.db.clone().close().await;
}

/// Its tables lie on the small disk, its own log elsewhere.
async fn on_postgres(place: Place) {
    let server = Database::connect(databases::postgres_url()).await.unwrap();
    let disk = Disk::of_owner(Path::new(&data_directory(&server).await), 2 * SMALL);
    let database = place.url.rsplit('/').next().unwrap();
    let space = format!("small_{database}");
    for statement in [
        format!("CREATE TABLESPACE {space} LOCATION '{}'", disk.path().display()),
        format!("ALTER DATABASE {database} SET TABLESPACE {space}"),
    ] {
        server.execute_unprepared(&statement).await.unwrap();
    }
    let world = World::new(&place.url, &place.folder).await;
    Storm::over(&world, &disk).await.rages().await;
    world.app.db.clone().close().await;
    for statement in [format!("DROP DATABASE {database}"), format!("DROP TABLESPACE {space}")] {
        server.execute_unprepared(&statement).await.unwrap();
    }
    server.close().await.unwrap();
}

async fn data_directory(server: &DatabaseConnection) -> String {
    let ask = Statement::from_string(server.get_database_backend(), "SHOW data_directory");
    let row = server.query_one_raw(ask).await.unwrap().unwrap();
    row.try_get("", "data_directory").unwrap()
}

/// Runs a test in a world whose database has room, while its folder is on a disk of its own.
fn with_small_folder(test: impl AsyncFnOnce(World, Disk) + Send) {
    on_database(Backend::Sqlite, true, |Place { url, .. }| async move {
        let disk = Disk::of(1);
        let world = World::new(&url, disk.path()).await;
        test(world, disk).await;
    });
}

async fn one_more_entry(world: &World) {
    world
        .brand("Acme")
        .await
        .admin()
        .await
        .creates(&world.brand("Other").await)
        .await;
    audit::seal(&world.app).await.unwrap();
}

/// A line of the file may find room for its first half only.
#[test]
fn a_checkpoint_without_room_leaves_no_half_behind() {
    with_small_folder(async |world, disk| {
        one_more_entry(&world).await;
        audit::checkpoint(&world.app).await.unwrap();
        disk.fill();
        let mut refused = 0;
        while refused < 3 {
            one_more_entry(&world).await;
            refused += usize::from(audit::checkpoint(&world.app).await.is_err());
            let report = audit::verify(&world.app).await.unwrap();
            assert!(report.is_clean(), "{report}");
        }
        disk.free();
        assert!(audit::checkpoint(&world.app).await.unwrap());
        let report = audit::verify(&world.app).await.unwrap();
        assert!(report.is_clean() && report.checkpoints > 1, "{report}");
    });
}

#[test]
fn a_mail_without_room_is_written_whole_when_there_is_some_again() {
    with_small_folder(async |world, disk| {
        let admin = world.brand("Acme").await.admin().await;
        invites(&admin, &kim()).await.ok();
        let mailer = Mailer::new(&world.app.config).unwrap();
        fs::create_dir_all(disk.path().join("mail")).unwrap();
        disk.fill();
        mail::send_due(&world.app, &mailer, worker::render).await.unwrap();
        assert_eq!(mail_state(&world).await, "QUEUED");
        assert_eq!(
            fs::read_dir(disk.path().join("mail")).unwrap().count(),
            0,
            "not even a draft"
        );
        disk.free();
        world.after_hours(1);
        mail::send_due(&world.app, &mailer, worker::render).await.unwrap();
        assert_eq!(mail_state(&world).await, "SENT");
        let file = fs::read_dir(disk.path().join("mail")).unwrap().next().unwrap().unwrap();
        assert!(fs::read_to_string(file.path()).unwrap().trim_end().ends_with("--"));
    });
}

/// The disk is full from the moment at which the mail was claimed, and for a while.
fn render_while_it_fills(app: Arc<App>, mail: Claimed) -> BoxFuture<'static, Result<Rendered>> {
    let disk = Disk::at(&app.config.data_dir);
    disk.fill();
    tokio::spawn(async move {
        let _ = timeout(Duration::from_millis(500), std::future::pending::<()>()).await;
        disk.free();
    });
    worker::render(app, mail)
}

/// It is known that nobody got it, so nobody may call that unknown.
#[test]
fn what_became_of_a_mail_is_written_when_there_is_room_again() {
    let name = concat!(
        module_path!(),
        "::what_became_of_a_mail_is_written_when_there_is_room_again"
    );
    let Some(disk) = Disk::seen_by(name.split_once("::").unwrap().1, SMALL) else {
        return;
    };
    on_database(Backend::Sqlite, true, |place| async move {
        let world = world_on(&disk, &place).await;
        let admin = world.brand("Acme").await.admin().await;
        invites(&admin, &kim()).await.ok();
        let mailer = Mailer::new(&world.app.config).unwrap();
        mail::send_due(&world.app, &mailer, render_while_it_fills)
            .await
            .unwrap();
        assert_eq!(mail_state(&world).await, "QUEUED");
        world.after_hours(1);
        mail::send_due(&world.app, &mailer, worker::render).await.unwrap();
        assert_eq!(mail_state(&world).await, "SENT");
        world.app.db.clone().close().await;
    });
}
