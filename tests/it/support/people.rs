//! Organisations and people as types: each is who they are, and can ask the service. Whose role asks for a second factor
//! has one.

use std::sync::Arc;

use futures_util::{StreamExt as _, stream::BoxStream};
use sea_orm::{ActiveValue::Set, EntityTrait as _};
use serde_json::{Value, json};
use touchstone::{
    api::{self, Question, Told},
    members,
    permissions::{Role, Viewer, needs_second_factor, viewer::PoaAction},
    platform::{
        clock::micros,
        ids::{IdKind, encode},
        vault::Label,
    },
    sessions::Caller,
};
use uuid::Uuid;

use super::{Response, World};

/// The password of everybody who has one.
pub const PASSWORD: &str = "correct horse battery staple";

/// The secret of everybody's authenticator app.
const APP_SECRET: &[u8] = b"twenty bytes of luck";

/// An organisation of the world.
#[derive(Clone)]
pub struct Organization {
    pub world: World,
    pub id: Uuid,
    pub name: String,
    /// Its brands, in the order they were added.
    pub brands: Vec<Uuid>,
}

impl Organization {
    pub(super) fn new(world: World, id: Uuid, name: &str) -> Self {
        Self {
            world,
            id,
            name: name.to_owned(),
            brands: Vec::new(),
        }
    }

    /// Its public id.
    pub fn public_id(&self) -> String {
        encode(IdKind::Org, self.id)
    }

    /// Public id of its first brand.
    pub fn brand_id(&self) -> String {
        encode(IdKind::Brand, self.brands[0])
    }

    /// One more brand.
    pub async fn add_brand(&mut self, name: &str) -> Uuid {
        let world = &self.world;
        let id = world.id();
        let row = entity::brand::ActiveModel {
            id: Set(id),
            organization_id: Set(self.id),
            name: Set(name.to_owned()),
            name_zh: Set(None),
            state: Set("ACTIVE".to_owned()),
            nice_classes: Set("[]".to_owned()),
            version: Set(1),
            created_at: Set(micros(world.now())),
        };
        let row = entity::brand::Entity::insert(row);
        row.exec_without_returning(world.app.db.write()).await.unwrap();
        world.epoch_raised().await;
        self.brands.push(id);
        id
    }

    /// Somebody of this organisation with these roles and without a limit to brands.
    pub async fn person(&self, roles: &[Role]) -> Person {
        self.person_for(roles, &[]).await
    }

    /// Somebody with these roles who is limited to `brands`; none means no limit.
    pub async fn person_for(&self, roles: &[Role], brands: &[Uuid]) -> Person {
        let world = &self.world;
        let (id, now) = (world.id(), micros(world.now()));
        let codes: Vec<&str> = roles.iter().map(|role| role.code()).collect();
        let name = format!("{} {} {}", self.name, codes.join("+"), &id.simple().to_string()[28..]);
        let email = format!("{}@example.org", id.simple());
        let row = entity::person::ActiveModel {
            id: Set(id),
            organization_id: Set(self.id),
            name: Set(name.clone()),
            email: Set(email.clone()),
            password_hash: Set(None),
            state: Set("ACTIVE".to_owned()),
            language: Set("EN".to_owned()),
            time_zone: Set("Asia/Shanghai".to_owned()),
            digest: Set("DAILY".to_owned()),
            digest_hour: Set(8),
            digest_working_days_only: Set(true),
            digest_weekday: Set(1),
            expiry_reminders: Set(true),
            digest_filter: Set(None),
            quiet_from: Set(None),
            quiet_to: Set(None),
            digest_since: Set(0),
            digest_looked_at: Set(0),
            mail_suspended_at: Set(None),
            mail_suspended_why: Set(None),
            last_sign_in_at: Set(None),
            version: Set(1),
            created_at: Set(now),
            updated_at: Set(now),
            second_factor_at: Set(None),
            is_service: Set(false),
        };
        let db = world.app.db.write();
        let row = entity::person::Entity::insert(row);
        row.exec_without_returning(db).await.unwrap();
        for role in codes {
            let row = entity::role_assignment::ActiveModel {
                person_id: Set(id),
                role: Set(role.to_owned()),
            };
            let row = entity::role_assignment::Entity::insert(row);
            row.exec_without_returning(db).await.unwrap();
        }
        for brand in brands {
            let row = entity::brand_scope::ActiveModel {
                person_id: Set(id),
                brand_id: Set(*brand),
            };
            let row = entity::brand_scope::Entity::insert(row);
            row.exec_without_returning(db).await.unwrap();
        }
        let person = Person {
            world: world.clone(),
            id,
            organization: self.id,
            name,
            email,
        };
        if needs_second_factor(roles, false) {
            person.enrol().await;
        }
        world.epoch_raised().await;
        person
    }

    /// An investigator without a limit to brands.
    pub async fn investigator(&self) -> Person {
        self.person(&[Role::Mi]).await
    }

    /// The member's administrator.
    pub async fn admin(&self) -> Person {
        self.person(&[Role::Ma]).await
    }

    /// The secretariat's case desk.
    pub async fn desk(&self) -> Person {
        self.person(&[Role::So]).await
    }

    /// The secretariat's administrator.
    pub async fn secretariat_admin(&self) -> Person {
        self.person(&[Role::Sa]).await
    }

    /// An officer of law enforcement.
    pub async fn officer(&self) -> Person {
        self.person(&[Role::Le]).await
    }

    /// Counsel of this agent firm, with a verified power of attorney of `principal` for everything.
    pub async fn agent_for(&self, principal: &Organization) -> Person {
        self.mandate(principal, Mandate::default()).await;
        self.person(&[Role::Mc]).await
    }

    /// Gives this organisation a power of attorney of `principal`; its id.
    pub async fn mandate(&self, principal: &Organization, mandate: Mandate<'_>) -> Uuid {
        let world = &self.world;
        let (id, now) = (world.id(), micros(world.now()));
        let day = 86_400_000_000;
        let codes: Vec<&str> = mandate.actions.iter().map(|action| (*action).into()).collect();
        let verified = mandate.state == "VERIFIED";
        let row = entity::power_of_attorney::ActiveModel {
            id: Set(id),
            principal_id: Set(principal.id),
            agent_id: Set(self.id),
            all_brands: Set(mandate.brands.is_none()),
            brand_ids: Set(serde_json::to_string(mandate.brands.unwrap_or_default()).unwrap()),
            actions: Set(serde_json::to_string(&codes).unwrap()),
            state: Set(mandate.state.to_owned()),
            submitted_by: Set(id),
            verified_by: Set(verified.then_some(id)),
            verified_at: Set(verified.then_some(now)),
            valid_from: Set(now + mandate.days.start * day),
            valid_until: Set(now + mandate.days.end * day),
            version: Set(1),
            created_at: Set(now),
        };
        let row = entity::power_of_attorney::Entity::insert(row);
        row.exec_without_returning(world.app.db.write()).await.unwrap();
        world.epoch_raised().await;
        id
    }

    /// Puts the organisation into a state, such as `SUSPENDED`.
    pub async fn put_into(&self, state: &str) {
        use entity::organization::{ActiveModel, Entity};
        let row = ActiveModel {
            id: Set(self.id),
            state: Set(state.to_owned()),
            ..Default::default()
        };
        Entity::update(row).exec(self.world.app.db.write()).await.unwrap();
        self.world.epoch_raised().await;
    }
}

/// What a power of attorney says.
#[derive(Debug, Clone)]
pub struct Mandate<'a> {
    /// The brands; `None` means all.
    pub brands: Option<&'a [Uuid]>,
    pub actions: &'a [PoaAction],
    pub state: &'a str,
    /// From when until when, in days from now.
    pub days: std::ops::Range<i64>,
}

impl Default for Mandate<'_> {
    fn default() -> Self {
        use strum::VariantArray as _;
        Self {
            brands: None,
            actions: PoaAction::VARIANTS,
            state: "VERIFIED",
            days: -1..365,
        }
    }
}

/// Whoever can ask the service.
pub trait Asks {
    fn world(&self) -> &World;

    /// Who it is, as the server finds out at every request.
    fn caller(&self) -> impl Future<Output = Caller> + Send;

    /// Asks the schema in this process, as the server does.
    fn graphql(&self, document: &str, variables: Value) -> impl Future<Output = Response> {
        self.asked(question(document, None, &variables))
    }

    /// Asks for one operation of a document with several.
    fn operation(&self, name: &str, document: &str, variables: Value) -> impl Future<Output = Response> {
        self.asked(question(document, Some(name), &variables))
    }

    #[doc(hidden)]
    fn asked(&self, question: Question) -> impl Future<Output = Response> {
        async move {
            let answer = api::answer(&self.world().schema, &self.caller().await, question).await;
            Response(serde_json::from_str(&answer.body).unwrap())
        }
    }

    /// The first thing that a subscription has to say.
    fn first_event(&self, document: &str, variables: Value) -> impl Future<Output = Response> {
        async move { self.subscribe(document, variables).await.next().await.unwrap() }
    }

    /// Follows a subscription.
    fn subscribe(&self, document: &str, variables: Value) -> impl Future<Output = BoxStream<'static, Response>> {
        async move {
            let caller = self.caller().await;
            let events = api::subscribe(&self.world().schema, &caller, question(document, None, &variables));
            events.map(told).boxed()
        }
    }
}

/// What a subscription tells, in the shape of an answer.
fn told(told: Told) -> Response {
    let parsed = |json: &str| -> Value { serde_json::from_str(json).unwrap() };
    Response(match told {
        Told::Response(response) => parsed(&response),
        Told::Refused(errors) => json!({ "errors": parsed(&errors) }),
    })
}

fn question(document: &str, operation: Option<&str>, variables: &Value) -> Question {
    let mut question = Question::new(document);
    question.operation_name = operation.map(str::to_owned);
    question.variables = variables.as_object().cloned();
    question
}

/// Somebody who is not signed in.
#[derive(Clone)]
pub struct Anonymous(pub(super) World);

impl Asks for Anonymous {
    fn world(&self) -> &World {
        &self.0
    }

    async fn caller(&self) -> Caller {
        Caller::default()
    }
}

impl Asks for Person {
    fn world(&self) -> &World {
        &self.world
    }

    async fn caller(&self) -> Caller {
        let viewer = members::viewer(self.world.app.db.read(), self.id).await.unwrap();
        let confined = |viewer: Viewer| Viewer {
            confined: viewer.lacks_second_factor(false),
            ..viewer
        };
        Caller {
            viewer: viewer.map(confined).map(Arc::new),
            ..Caller::default()
        }
    }
}

/// Somebody who is signed in.
#[derive(Clone)]
pub struct Person {
    pub world: World,
    pub id: Uuid,
    pub organization: Uuid,
    pub name: String,
    pub email: String,
}

impl Person {
    /// The public id.
    pub fn public_id(&self) -> String {
        encode(IdKind::Person, self.id)
    }

    /// Gives the person an authenticator app, whose codes [`Person::code`] knows.
    pub async fn enrol(&self) {
        let app = &self.world.app;
        let label = Label {
            purpose: "totp",
            owner: self.id,
        };
        let sealed = app.keys.vault().seal(app.ids.as_ref(), label, APP_SECRET).unwrap();
        let since = Some(micros(self.world.now()));
        let row = entity::totp::ActiveModel {
            person_id: Set(self.id),
            secret: Set(Some(sealed)),
            since: Set(since),
            last_step: Set(0),
            pending: Set(None),
            pending_until: Set(None),
        };
        let row = entity::totp::Entity::insert(row);
        row.exec_without_returning(app.db.write()).await.unwrap();
        let row = entity::person::ActiveModel {
            id: Set(self.id),
            second_factor_at: Set(since),
            ..Default::default()
        };
        entity::person::Entity::update(row).exec(app.db.write()).await.unwrap();
        self.world.epoch_raised().await;
    }

    /// Takes the app away again.
    pub async fn disenrol(&self) {
        let write = self.world.app.db.write();
        entity::totp::Entity::delete_by_id(self.id).exec(write).await.unwrap();
        let row = entity::person::ActiveModel {
            id: Set(self.id),
            second_factor_at: Set(None),
            ..Default::default()
        };
        entity::person::Entity::update(row).exec(write).await.unwrap();
        self.world.epoch_raised().await;
    }

    /// The code that the person's app shows now.
    pub fn code(&self) -> String {
        let app = totp_rs::Builder::new()
            .with_secret(APP_SECRET.to_vec())
            .build()
            .unwrap();
        let now = u64::try_from(self.world.now().as_second()).unwrap();
        app.generate(now).to_string()
    }

    /// Puts the person into a state, such as `SUSPENDED`.
    pub async fn put_into(&self, state: &str) {
        use entity::person::{ActiveModel, Entity};
        let row = ActiveModel {
            id: Set(self.id),
            state: Set(state.to_owned()),
            ..Default::default()
        };
        Entity::update(row).exec(self.world.app.db.write()).await.unwrap();
        self.world.epoch_raised().await;
    }
}
