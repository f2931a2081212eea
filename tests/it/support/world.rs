//! The world of a test: the service as production builds it, with a clock that stands still and people to ask it.

use std::{
    collections::BTreeMap,
    sync::{Arc, atomic::Ordering},
};

use jiff::{SignedDuration, Timestamp};
use sea_orm::{ActiveValue::Set, EntityTrait as _};
use touchstone::{
    api,
    app::App,
    notifications, outbox,
    permissions::{Role, viewer::OrganizationKind},
    platform::{
        clock::{ManualClock, micros},
        config::Config,
        db::{Db, Tx},
        ids::{IdKind, SystemIds, encode},
    },
    sessions::keys::Keys,
};
use uuid::Uuid;

use super::{
    contents::Contents,
    ids::TestIds,
    people::{Anonymous, Organization},
    statements,
};

/// Where every test's clock stands at first: a Monday without holidays anywhere near, 9:00 in Shanghai.
pub const START: &str = "2026-03-09T01:00:00Z";

/// The service under test. Cheap to clone.
#[derive(Clone)]
pub struct World(Arc<Inner>);

pub struct Inner {
    pub app: Arc<App>,
    pub schema: api::Schema,
    pub clock: ManualClock,
    pub url: String,
    pub folder: std::path::PathBuf,
}

impl std::ops::Deref for World {
    type Target = Inner;

    fn deref(&self) -> &Inner {
        &self.0
    }
}

impl World {
    /// A world on a migrated database, without anybody in it.
    pub async fn new(url: &str, folder: &std::path::Path) -> Self {
        let clock = ManualClock::at(START.parse().unwrap());
        let settings = BTreeMap::from([
            ("database_url", url.to_owned()),
            ("data_dir", folder.display().to_string()),
        ]);
        let config = Config::with(&settings).unwrap();
        let db = Db::open(url, 4).await.unwrap();
        let keys = Keys::new([7; 32], [8; 32]);
        let app = Arc::new(App::new(
            config,
            db,
            Arc::new(clock.clone()),
            Arc::new(TestIds::default()),
            keys,
        ));
        Self(Arc::new(Inner {
            schema: api::schema(&app),
            app,
            clock,
            url: url.to_owned(),
            folder: folder.to_owned(),
        }))
    }

    /// The same world as a process with other settings has it: the same database, clock and ids.
    pub async fn set_up(&self, settings: &[(&'static str, &str)]) -> Self {
        self.set_up_with(settings, Keys::new([7; 32], [8; 32])).await
    }

    /// The same with the keys of its folder, as a process of the program has them.
    pub async fn set_up_with_keys_of_folder(&self, settings: &[(&'static str, &str)]) -> Self {
        let keys = Keys::open(&self.folder.join("keys"), &SystemIds, self.now()).unwrap();
        self.set_up_with(settings, keys).await
    }

    async fn set_up_with(&self, settings: &[(&'static str, &str)], keys: Keys) -> Self {
        let mut flags = BTreeMap::from([
            ("database_url", self.url.clone()),
            ("data_dir", self.folder.display().to_string()),
        ]);
        flags.extend(settings.iter().map(|(key, value)| (*key, (*value).to_owned())));
        let app = Arc::new(App::new(
            Config::with(&flags).unwrap(),
            Db::open(&self.url, 4).await.unwrap(),
            Arc::new(self.clock.clone()),
            Arc::clone(&self.app.ids),
            keys,
        ));
        Self(Arc::new(Inner {
            schema: api::schema(&app),
            app,
            clock: self.clock.clone(),
            url: self.url.clone(),
            folder: self.folder.clone(),
        }))
    }

    /// The same service with other settings, on the same database and by the same clock.
    pub fn with_settings(&self, more: &[(&'static str, &str)]) -> Arc<App> {
        let mut settings = BTreeMap::from([
            ("database_url", self.url.clone()),
            ("data_dir", self.folder.display().to_string()),
        ]);
        settings.extend(more.iter().map(|(key, value)| (*key, (*value).to_owned())));
        Arc::new(App::new(
            Config::with(&settings).unwrap(),
            self.app.db.clone(),
            Arc::new(self.clock.clone()),
            Arc::clone(&self.app.ids),
            Keys::new([7; 32], [8; 32]),
        ))
    }

    /// The present moment of this world.
    pub fn now(&self) -> Timestamp {
        self.app.now()
    }

    /// Moves the clock forward.
    pub fn after_hours(&self, hours: i64) {
        self.clock.advance(SignedDuration::from_hours(hours));
    }

    /// Moves the clock forward by whole days.
    pub fn after_days(&self, days: i64) {
        self.after_hours(24 * days);
    }

    /// A new id.
    pub fn id(&self) -> Uuid {
        self.app.ids.id(self.now())
    }

    /// An id that is well-formed and belongs to nothing.
    pub fn unknown(&self, kind: IdKind) -> String {
        encode(kind, self.id())
    }

    /// A transaction for what no command offers.
    pub async fn begin(&self) -> Tx {
        self.app.begin().await.unwrap()
    }

    /// Somebody who is not signed in.
    pub fn anonymous(&self) -> Anonymous {
        Anonymous(self.clone())
    }

    /// An active organisation of a kind.
    pub async fn organization(&self, kind: OrganizationKind, name: &str) -> Organization {
        self.organization_in(kind, name, "CN", None).await
    }

    /// An active organisation of a kind, in a country and perhaps a division of it.
    pub async fn organization_in(
        &self,
        kind: OrganizationKind,
        name: &str,
        country: &str,
        division: Option<&str>,
    ) -> Organization {
        let (id, now) = (self.id(), micros(self.now()));
        let code: &str = kind.into();
        let row = entity::organization::ActiveModel {
            id: Set(id),
            kind: Set(code.to_owned()),
            name: Set(name.to_owned()),
            name_zh: Set(None),
            state: Set("ACTIVE".to_owned()),
            industry: Set((kind == OrganizationKind::MemberBrand).then(|| "LUXURY".to_owned())),
            country: Set(country.to_owned()),
            division_code: Set(division.map(str::to_owned)),
            time_zone: Set("Asia/Shanghai".to_owned()),
            language: Set("EN".to_owned()),
            joined_at: Set(Some(now)),
            invited_by: Set(None),
            suspended_by: Set(None),
            sandbox_of: Set(None),
            version: Set(1),
            created_at: Set(now),
            updated_at: Set(now),
        };
        let row = entity::organization::Entity::insert(row);
        row.exec_without_returning(self.app.db.write()).await.unwrap();
        self.epoch_raised().await;
        Organization::new(self.clone(), id, name)
    }

    /// A member brand with one brand of the same name.
    pub async fn brand(&self, name: &str) -> Organization {
        let mut member = self.organization(OrganizationKind::MemberBrand, name).await;
        member.add_brand(name).await;
        member
    }

    /// The alliance's office, named "Secretariat".
    pub async fn secretariat(&self) -> Organization {
        self.organization(OrganizationKind::Secretariat, "Secretariat").await
    }

    /// A law-enforcement agency of Shanghai.
    pub async fn agency(&self, name: &str) -> Organization {
        self.organization_in(OrganizationKind::LeAgency, name, "CN", Some("31"))
            .await
    }

    /// A firm that acts for principals.
    pub async fn agent_firm(&self, name: &str) -> Organization {
        self.organization(OrganizationKind::AgentFirm, name).await
    }

    /// An association.
    pub async fn association(&self, name: &str) -> Organization {
        self.organization(OrganizationKind::Association, name).await
    }

    /// An auditor.
    pub async fn auditor(&self, name: &str) -> Organization {
        self.organization(OrganizationKind::Auditor, name).await
    }

    /// A kind of organisation whose people may hold `role`.
    pub fn home_of(role: Role) -> OrganizationKind {
        match role {
            Role::Sa | Role::So | Role::Fm => OrganizationKind::Secretariat,
            Role::Ma | Role::Mi | Role::Mf => OrganizationKind::MemberBrand,
            Role::Mc => OrganizationKind::AgentFirm,
            Role::Le => OrganizationKind::LeAgency,
            Role::Ap => OrganizationKind::Lab,
            Role::Ps => OrganizationKind::Platform,
            Role::Au => OrganizationKind::Auditor,
        }
    }

    /// Everything that stands in the database.
    pub async fn contents(&self) -> Contents {
        Contents::of(&self.app.db, &[]).await
    }

    /// Insists that `act` changes no row of any table, and gives its result. That a lead was seen is no change, nor that a
    /// request was paid for.
    pub async fn nothing_changes<T>(&self, act: impl Future<Output = T>) -> T {
        self.nothing_changes_but(&[], act).await
    }

    /// Insists that `act` changes nothing outside of `tables`, such as the counter of failed sign-ins.
    pub async fn nothing_changes_but<T>(&self, tables: &[&str], act: impl Future<Output = T>) -> T {
        let tables = [tables, &["sighting", "quota"]].concat();
        let before = Contents::of(&self.app.db, &tables).await;
        let result = act.await;
        let changes = Contents::of(&self.app.db, &tables).await.changes_since(&before);
        assert!(
            changes.is_empty(),
            "this should have changed nothing:\n{}",
            changes.join("\n")
        );
        result
    }

    /// The result of `act`, and how many statements it sent to the database.
    pub async fn counting_statements<T>(&self, act: impl Future<Output = T>) -> (T, usize) {
        let (count, guard) = statements::counting();
        let result = act.await;
        drop(guard);
        (result, count.load(Ordering::Relaxed))
    }

    /// Brings what has happened since `position` to those who follow, and gives the new one.
    pub async fn told_since(&self, position: i64) -> i64 {
        outbox::relay(&self.app.db, self.now()).await.unwrap();
        outbox::pump(&self.app.db, &self.app.feed, position).await.unwrap()
    }

    /// Tells people of what has happened, as the worker does.
    pub async fn notified(&self) {
        while outbox::relay(&self.app.db, self.now()).await.unwrap() > 0 {}
        notifications::notify(&self.app).await.unwrap();
    }

    /// Says that what somebody may see was changed behind the commands' back.
    pub async fn authorization_changed(&self) {
        self.epoch_raised().await;
    }

    /// Says that what somebody may see has changed, as every command that does so says.
    pub(super) async fn epoch_raised(&self) {
        use entity::authz_epoch::{Column, Entity};
        use sea_orm::{
            ColumnTrait as _, ConnectionTrait as _, QueryFilter as _,
            sea_query::{Expr, ExprTrait as _},
        };
        Entity::update_many()
            .col_expr(Column::Epoch, Expr::col(Column::Epoch).add(1))
            .filter(Column::Id.eq(1))
            .exec(self.app.db.write())
            .await
            .unwrap();
        if !self.app.db.is_sqlite() {
            let told = "SELECT pg_notify('touchstone', 'authorization')";
            self.app.db.write().execute_unprepared(told).await.unwrap();
        }
    }
}
