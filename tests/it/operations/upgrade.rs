//! An upgrade from the schema of the last release, with a row in every table: nothing is lost, nothing changes its meaning,
//! and the service goes on.

use std::collections::{BTreeMap, BTreeSet};

use migration::MigratorTrait as _;
use sea_orm::{ConnectionTrait as _, EntityTrait as _, Statement};
use serde_json::json;
use touchstone::{audit, platform::db::Db, sessions::hash_password};
use uuid::Uuid;

use super::program;
use crate::{
    both_databases,
    support::{PASSWORD, World},
    transport::serving::Serving,
};

/// How many migrations the last release had.
const RELEASED: u32 = 8;

/// A value of a column, written as each database reads it.
#[derive(Clone, Copy)]
enum V<'a> {
    /// An id.
    U(u128),
    /// A number or moment.
    I(i64),
    /// A text.
    T(&'a str),
    /// A truth.
    B(bool),
    /// Nothing.
    N,
}
use V::{B, I, N, T, U};

impl V<'_> {
    fn literal(self, db: &Db) -> String {
        match self {
            U(id) if db.is_sqlite() => format!("X'{}'", Uuid::from_u128(id).simple()),
            U(id) => format!("'{}'", Uuid::from_u128(id)),
            I(number) => number.to_string(),
            T(text) => format!("'{}'", text.replace('\'', "''")),
            B(truth) if db.is_sqlite() => i32::from(truth).to_string(),
            B(truth) => truth.to_string(),
            N => "NULL".to_owned(),
        }
    }
}

/// A Monday in March, microseconds.
const AT: i64 = 1_773_018_000_000_000;
const LATER: i64 = AT + 86_400_000_000;
const NEVER: i64 = i64::MAX;

const ACME: u128 = 1;
const FIRM: u128 = 2;
const OFFICE: u128 = 3;
const ANN: u128 = 11;
const BEN: u128 = 12;
const DESK: u128 = 13;
const BRAND: u128 = 21;
const LEAD: u128 = 31;
const ITEM: u128 = 32;
const DELIVERY: u128 = 33;
const COMMENT: u128 = 34;
const SESSION: u128 = 41;

async fn put(db: &Db, table: &str, columns: &str, values: &[V<'_>]) {
    let values: Vec<String> = values.iter().map(|value| value.literal(db)).collect();
    let sql = format!("INSERT INTO {table} ({columns}) VALUES ({})", values.join(", "));
    db.write()
        .execute_unprepared(&sql)
        .await
        .unwrap_or_else(|error| panic!("{table}: {error}"));
}

/// People and organisations of an alliance as the last release knew it.
async fn people(db: &Db, password: &str) {
    const ORGANIZATION: &str = "id, kind, name, name_zh, state, industry, country, division_code, time_zone, language, joined_at, \
                                invited_by, suspended_by, version, created_at, updated_at";
    for (id, kind, name, industry) in [
        (ACME, "MEMBER_BRAND", "Acme", T("LUXURY")),
        (FIRM, "AGENT_FIRM", "Firm", N),
        (OFFICE, "SECRETARIAT", "Office", N),
    ] {
        let row = [
            U(id),
            T(kind),
            T(name),
            T("某机构"),
            T("ACTIVE"),
            industry,
            T("CN"),
            T("31"),
            T("Asia/Shanghai"),
            T("ZH_HANS"),
            I(AT),
            N,
            N,
            I(3),
            I(AT),
            I(AT),
        ];
        put(db, "organization", ORGANIZATION, &row).await;
    }
    const PERSON: &str = "id, organization_id, name, email, password_hash, state, language, time_zone, digest, digest_hour, \
                          digest_working_days_only, last_sign_in_at, version, created_at, updated_at";
    for (id, home, name, email) in [
        (ANN, ACME, "Ann O'Hara", "ann@acme.example"),
        (BEN, FIRM, "Ben", "ben@firm.example"),
        (DESK, OFFICE, "Dora", "dora@office.example"),
    ] {
        let row = [
            U(id),
            U(home),
            T(name),
            T(email),
            T(password),
            T("ACTIVE"),
            T("EN"),
            T("Asia/Shanghai"),
            T("DAILY"),
            I(8),
            B(true),
            I(AT),
            I(2),
            I(AT),
            I(AT),
        ];
        put(db, "person", PERSON, &row).await;
    }
    for (person, role) in [(ANN, "MI"), (BEN, "MC"), (DESK, "SO")] {
        put(db, "role_assignment", "person_id, role", &[U(person), T(role)]).await;
    }
    put(
        db,
        "brand",
        "id, organization_id, name, name_zh, state, nice_classes, version, created_at",
        &[
            U(BRAND),
            U(ACME),
            T("Acme"),
            T("艾克米"),
            T("ACTIVE"),
            T("[25]"),
            I(1),
            I(AT),
        ],
    )
    .await;
    put(db, "brand_scope", "person_id, brand_id", &[U(ANN), U(BRAND)]).await;
    put(db, "authorized_party", "id, brand_id, kind, name, platform, shop_id, territory, valid_from, valid_until, revoked_at, version, created_at",
        &[U(22), U(BRAND), T("SELLER"), T("Shop"), T("TAOBAO"), T("77"), T("CN"), I(AT), I(NEVER), N, I(1), I(AT)]).await;
    put(db, "power_of_attorney", "id, principal_id, agent_id, all_brands, brand_ids, actions, state, submitted_by, verified_by, verified_at, valid_from, valid_until, version, created_at",
        &[U(23), U(ACME), U(FIRM), B(true), T("[]"), T("[\"READ_LEADS\"]"), T("VERIFIED"), U(ANN), U(DESK), I(AT), I(AT), I(NEVER), I(2), I(AT)]).await;
    put(
        db,
        "invitation",
        "id, person_id, token_hash, created_at, expires_at, accepted_at, superseded_at",
        &[U(24), U(ANN), T("fingerprint"), I(AT), I(LATER), I(AT), N],
    )
    .await;
    put(
        db,
        "session",
        "id, person_id, created_at, expires_at, revoked_at, revoked_why, user_agent",
        &[U(SESSION), U(ANN), I(AT), I(NEVER), N, N, T("Firefox")],
    )
    .await;
    put(
        db,
        "refresh_token",
        "hash, session_id, created_at, expires_at, used_at",
        &[T("hash"), U(SESSION), I(AT), I(LATER), N],
    )
    .await;
    put(
        db,
        "sign_in_failure",
        "key, failures, blocked_until, updated_at",
        &[T("key"), I(2), I(AT), I(AT)],
    )
    .await;
}

/// A lead that was shared with the firm, answered and talked about.
async fn lead(db: &Db) {
    put(db, "lead", "id, reference, owner_id, created_by, on_behalf_by, source, channel, title, summary, infringement_types, country, \
         division_code, grade, priority, tlp, handling_code, state, community, items_open, value_minor, value_currency, outcome, \
         reject_reason, override_reason, submitted_at, shared_at, version, content_version, created_at, updated_at, content_updated_at",
        &[U(LEAD), T("LD-26-7K3QX2"), U(ACME), U(ANN), N, T("MEMBER"), T("ONLINE"), T("Zebra bags"), T("A summary"), T("[\"COUNTERFEIT\"]"), T("CN"),
          T("31"), T("B2"), I(2), T("AMBER"), T("H1"), T("SHARED"), B(false), B(true), I(12_300), T("CNY"), N, N, N, I(AT), I(AT), I(4), I(2), I(AT), I(AT), I(AT)]).await;
    put(db, "lead_item", "id, lead_id, position, brand_id, title, url, platform, listing_kind, listing_id, canonical_url, seller, shop_id, price_minor, price_currency, captured_at",
        &[U(ITEM), U(LEAD), I(0), U(BRAND), T("Bag"), T("https://example.org/1"), N, N, N, N, T("Seller"), N, I(100), T("CNY"), I(AT)]).await;
    put(
        db,
        "lead_grant",
        "id, lead_id, person_id, organization_id, reason, granted_by, granted_at, expires_at, revoked_at",
        &[U(35), U(LEAD), N, U(FIRM), T("help"), U(ANN), I(AT), I(NEVER), N],
    )
    .await;
    put(db, "delivery", "id, lead_id, recipient_id, state, round, rule, calendar_version, provisional, pushed_at, due_on, due_at, expires_at, paused_at, \
         pause_ends_at, paused_days, overdue_at, verdict, reason, test_purchases, answered_at, answered_by, late, attribution_allowed, info_question, info_answer, version, created_at",
        &[U(DELIVERY), U(LEAD), U(FIRM), T("ANSWERED"), I(1), T("WD5"), T("cn-2026"), B(false), I(AT), T("2026-03-16"), I(LATER), I(NEVER), N, N, I(0), N,
          T("CONFIRMED"), T("seen"), I(1), I(AT), U(BEN), B(false), B(true), N, N, I(3), I(AT)]).await;
    put(
        db,
        "delivery_answer",
        "id, delivery_id, number, verdict, reason, test_purchases, answered_by, answered_at, late",
        &[
            U(36),
            U(DELIVERY),
            I(1),
            T("CONFIRMED"),
            T("seen"),
            I(1),
            U(BEN),
            I(AT),
            B(false),
        ],
    )
    .await;
    put(
        db,
        "comment",
        "id, lead_id, author_id, organization_id, on_behalf_of, body, for_all_viewers, attribution_allowed, created_at",
        &[
            U(COMMENT),
            U(LEAD),
            U(ANN),
            U(ACME),
            N,
            T("It's the third time"),
            B(true),
            B(true),
            I(AT),
        ],
    )
    .await;
    put(
        db,
        "timeline_entry",
        "id, lead_id, kind, at, actor_id, organization_id, visibility, delivery_id, comment_id, detail, reason",
        &[
            U(37),
            U(LEAD),
            T("CREATED"),
            I(AT),
            U(ANN),
            U(ACME),
            T("VIEWERS"),
            N,
            N,
            N,
            N,
        ],
    )
    .await;
    for (kind, object) in [
        ("lead", LEAD),
        ("item", ITEM),
        ("comment", COMMENT),
        ("delivery", DELIVERY),
    ] {
        for (home, brand) in [
            (ACME, Uuid::from_u128(BRAND).simple().to_string()),
            (FIRM, "*".to_owned()),
        ] {
            let principal = format!("own:{}:{brand}", Uuid::from_u128(home).simple());
            put(
                db,
                "audience",
                "kind, object_id, root_id, principal, valid_until, open, created_at, due_at, priority",
                &[
                    T(kind),
                    U(object),
                    U(LEAD),
                    T(&principal),
                    I(NEVER),
                    B(true),
                    I(AT),
                    I(NEVER),
                    I(2),
                ],
            )
            .await;
        }
    }
    put(db, "wall", "root_id, organization_id", &[U(LEAD), U(OFFICE)]).await;
    put(
        db,
        "outbox",
        "id, kind, root_id, object_id, position, principals, payload, created_at",
        &[U(51), T("CREATED"), U(LEAD), U(LEAD), I(1), T("[]"), T("{}"), I(AT)],
    )
    .await;
    put(
        db,
        "idempotency_key",
        "person_id, mutation, key, input_hash, result_ids, created_at",
        &[U(ANN), T("createLead"), T("key"), T("hash"), T("[]"), I(AT)],
    )
    .await;
    put(
        db,
        "import_line",
        "organization_id, hash, lead_id",
        &[U(ACME), T("hash"), U(LEAD)],
    )
    .await;
    put(db, "mail", "id, person_id, kind, window_start, subject_id, state, attempts, not_before, claimed_at, settled_at, message_id, error, created_at",
        &[U(61), U(ANN), T("DIGEST"), I(AT), N, T("SENT"), I(1), I(AT), I(AT), I(AT), T("digest.1@example"), N, I(AT)]).await;
    put(
        db,
        "digest_lead",
        "person_id, lead_id, window_start",
        &[U(ANN), U(LEAD), I(AT)],
    )
    .await;
    let tokens = if db.is_sqlite() {
        put(db, "search_text", "rowid, tokens", &[I(1), T("zebra bags")]).await;
        "INSERT INTO search_document (kind, object_id, root_id, row_number) VALUES ('lead', {}, {}, 1)"
    } else {
        "INSERT INTO search_document (kind, object_id, root_id, tokens) VALUES ('lead', {}, {}, 'zebra bags')"
    };
    db.write()
        .execute_unprepared(&tokens.replace("{}", &U(LEAD).literal(db)))
        .await
        .unwrap();
}

/// Entries with and without a place in the chain.
async fn log(db: &Db) {
    for (id, action) in [(71, "createLead"), (72, "shareLead"), (73, "signIn")] {
        put(
            db,
            "audit_entry",
            "id, at, actor_id, organization_id, session_id, category, action, object_kind, object_id, root_id, detail",
            &[
                U(id),
                I(AT),
                U(ANN),
                U(ACME),
                U(SESSION),
                T("CONTENT"),
                T(action),
                T("lead"),
                U(LEAD),
                U(LEAD),
                T("null"),
            ],
        )
        .await;
        put(db, "audit_pending", "entry_id", &[U(id)]).await;
    }
}

/// The columns of every table.
async fn columns(db: &Db) -> BTreeMap<String, BTreeSet<String>> {
    let sql = if db.is_sqlite() {
        "SELECT m.name AS t, c.name AS c FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table' \
         AND m.name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND m.name NOT LIKE 'search\\_text%' ESCAPE '\\'"
    } else {
        "SELECT table_name::text AS t, column_name::text AS c FROM information_schema.columns WHERE table_schema = 'public'"
    };
    let rows = db
        .read()
        .query_all_raw(Statement::from_string(db.backend(), sql))
        .await
        .unwrap();
    let mut columns: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for row in rows {
        let (table, column) = (row.try_get("", "t").unwrap(), row.try_get("", "c").unwrap());
        columns.entry(table).or_default().insert(column);
    }
    columns
}

/// Every row of a table in these columns, as text and in order.
async fn rows(db: &Db, table: &str, columns: &BTreeSet<String>) -> Vec<String> {
    let texts = columns.iter().map(|column| match db.is_sqlite() {
        true => format!("quote(\"{column}\")"),
        false => format!("COALESCE(\"{column}\"::text, '-')"),
    });
    let text = texts.collect::<Vec<_>>().join(" || ', ' || ");
    let sql = format!("SELECT {text} AS row FROM \"{table}\" ORDER BY 1");
    let rows = db
        .read()
        .query_all_raw(Statement::from_string(db.backend(), sql))
        .await
        .unwrap();
    rows.iter().map(|row| row.try_get("", "row").unwrap()).collect()
}

/// What an upgrade means to change, and why. Everything else stays as it was, to the letter.
const CHANGED: &[(&str, &str)] = &[("seaql_migrations", "it lists one more")];

macro_rules! every_entity_reads {
    ($db:expr, $($entity:ident),+ $(,)?) => {$(
        let found = entity::$entity::Entity::find().all($db.read()).await;
        assert!(found.unwrap_or_else(|error| panic!("{}: {error}", stringify!($entity))).len() > 0, "{}", stringify!($entity));
    )+};
}

both_databases! {
    async fn an_upgrade_from_the_last_release_keeps_every_row_and_the_service_goes_on(place: Place) {
        let db = Db::open(&place.url, 2).await.unwrap();
        migration::Migrator::up(db.write(), Some(RELEASED)).await.unwrap();
        let before = World::new(&place.url, &place.folder).await;
        people(&db, &hash_password(&before.app, PASSWORD).await.unwrap()).await;
        lead(&db).await;
        log(&db).await;
        audit::seal(&before.app).await.unwrap();
        audit::checkpoint(&before.app).await.unwrap();
        put(&db, "audit_entry", "id, at, category, action, detail", &[U(74), I(AT), T("ADMIN"), T("last"), T("null")]).await;
        put(&db, "audit_pending", "entry_id", &[U(74)]).await;
        before.app.db.clone().close().await;
        let known = columns(&db).await;
        let mut kept = BTreeMap::new();
        for (table, columns) in &known {
            let found = rows(&db, table, columns).await;
            assert!(!found.is_empty(), "the fixture has no row in {table}");
            kept.insert(table, found);
        }
        db.close().await;

        let upgraded = program(&place.url, &place.folder, &["migrate"]).await;
        assert!(upgraded.status.success(), "{upgraded:?}");

        let world = World::new(&place.url, &place.folder).await;
        let db = &world.app.db;
        assert!(db.is_ready().await);
        for (table, columns) in &known {
            if !CHANGED.iter().any(|(changed, _)| changed == table) {
                assert_eq!(&rows(db, table, columns).await, &kept[table], "{table}");
            }
        }
        every_entity_reads!(
            db, audience, audit_entry, audit_link, audit_pending, authorized_party, authz_epoch, brand, brand_scope, comment,
            delivery, delivery_answer, digest_lead, idempotency_key, import_line, invitation, lead, lead_grant, lead_item, mail,
            organization, outbox, person, power_of_attorney, refresh_token, role_assignment, session, sign_in_failure,
            timeline_entry, wall,
        );
        goes_on(&world).await;
        audit::seal(&world.app).await.unwrap();
        let report = audit::verify(&world.app).await.unwrap();
        assert!(report.is_clean() && report.checkpoints > 0, "{report}");
    }
}

/// Somebody signs in with the old password, finds the old lead, and writes a new one.
async fn goes_on(world: &World) {
    let serving = Serving::of(world).await;
    let answer = serving.sign_in("ann@acme.example", PASSWORD).await;
    let token = answer
        .data("/signIn/accessToken")
        .as_str()
        .unwrap_or_else(|| panic!("{answer:?}"))
        .to_owned();
    let ask = "{ viewer { person { name } } leads(filter: {search: \"zebra\"}) { nodes { title tlp state comments(first: 1) { nodes { body } } } } }";
    let found = serving.ask_as(&token, ask, json!({})).await;
    assert_eq!(found.data("/viewer/person/name"), "Ann O'Hara", "{found:?}");
    let expected = json!([{"title": "Zebra bags", "tlp": "AMBER", "state": "SHARED", "comments": {"nodes": [{"body": "It's the third time"}]}}]);
    assert_eq!(found.data("/leads/nodes"), expected, "{found:?}");
    serving.stop().await;
}
