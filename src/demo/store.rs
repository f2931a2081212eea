//! The SQL of the demo: the alliance as it stood before its first lead, and where a lead stands now.

use jiff::Timestamp;
use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, EntityTrait as _, IntoActiveModel as _, PaginatorTrait as _, QueryFilter as _,
    QueryOrder as _, QuerySelect as _, sea_query::Expr,
};
use uuid::Uuid;

use super::{
    brands::{Brand, Party, Power},
    organizations::{Organization, Person},
};
use crate::platform::{
    clock::{NEVER, micros},
    db::{Db, Tx},
    error::{ApiError, Result},
};
use entity::{
    audit_entry, authorized_party, brand, brand_scope, delivery, evidence_item, ip_right, lead, lead_item,
    notification, organization, person, power_of_attorney, role_assignment, subject,
};

/// The act that ends the loading of the demo.
pub(super) const LOADED: &str = "loadDemo";

/// Whether a demo stands here, complete.
pub(super) async fn is_loaded(db: &Db) -> Result<bool> {
    let found = audit_entry::Entity::find().filter(audit_entry::Column::Action.eq(LOADED));
    Ok(found.count(db.read()).await? > 0)
}

/// The names of the organisations that stand here.
pub(super) async fn organization_names(db: &Db) -> Result<Vec<String>> {
    let rows = organization::Entity::find().all(db.read()).await?;
    Ok(rows.into_iter().map(|row| row.name).collect())
}

pub(super) async fn organization_insert(tx: &Tx, id: Uuid, of: &Organization, invited_by: Option<Uuid>) -> Result<()> {
    let now = micros(tx.now());
    let kind: &str = of.kind.into();
    let row = organization::Model {
        id,
        kind: kind.to_owned(),
        name: of.name.to_owned(),
        name_zh: of.name_zh.map(str::to_owned),
        state: of.state.to_owned(),
        industry: of.industry.map(str::to_owned),
        country: of.country.to_owned(),
        division_code: of.division.map(str::to_owned),
        time_zone: of.time_zone.to_owned(),
        language: of.language.to_owned(),
        joined_at: (of.state == "ACTIVE").then_some(now),
        invited_by,
        suspended_by: None,
        version: 1,
        created_at: now,
        updated_at: now,
    };
    organization::Entity::insert(row.into_active_model())
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}

pub(super) async fn person_insert(
    tx: &Tx,
    id: Uuid,
    of: (Uuid, &Organization),
    who: &Person,
    password_hash: &str,
) -> Result<()> {
    let now = micros(tx.now());
    let (organization_id, organization) = of;
    let row = person::Model {
        id,
        organization_id,
        name: who.name.to_owned(),
        email: organization.email(who),
        password_hash: Some(password_hash.to_owned()),
        state: if who.suspended { "SUSPENDED" } else { "ACTIVE" }.to_owned(),
        language: organization.language.to_owned(),
        time_zone: organization.time_zone.to_owned(),
        digest: who.digest.code.to_owned(),
        digest_hour: who.digest.hour,
        digest_working_days_only: who.digest.working_days_only,
        digest_weekday: 1,
        expiry_reminders: true,
        quiet_from: who.digest.quiet_hours.map(|(from, _)| from),
        quiet_to: who.digest.quiet_hours.map(|(_, to)| to),
        digest_since: now,
        digest_looked_at: 0,
        last_sign_in_at: None,
        version: 1,
        created_at: now,
        updated_at: now,
        second_factor_at: None,
    };
    person::Entity::insert(row.into_active_model())
        .exec_without_returning(tx.connection())
        .await?;
    let roles = who.roles.iter().map(|role| role_assignment::ActiveModel {
        person_id: Set(id),
        role: Set(role.code().to_owned()),
    });
    role_assignment::Entity::insert_many(roles)
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}

pub(super) async fn brand_scope_insert(tx: &Tx, person: Uuid, brand: Uuid) -> Result<()> {
    let row = brand_scope::ActiveModel {
        person_id: Set(person),
        brand_id: Set(brand),
    };
    brand_scope::Entity::insert(row)
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}

pub(super) async fn brand_insert(tx: &Tx, id: Uuid, owner: Uuid, of: &Brand) -> Result<()> {
    let row = brand::Model {
        id,
        organization_id: owner,
        name: of.name.to_owned(),
        name_zh: Some(of.name_zh.to_owned()),
        state: "ACTIVE".to_owned(),
        nice_classes: serde_json::to_string(of.nice_classes).map_err(ApiError::internal)?,
        version: 1,
        created_at: micros(tx.now()),
    };
    brand::Entity::insert(row.into_active_model())
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}

pub(super) async fn party_insert(tx: &Tx, id: Uuid, brand: Uuid, party: &Party) -> Result<()> {
    let Party(_, kind, name, platform, shop, territory) = party;
    let row = authorized_party::Model {
        id,
        brand_id: brand,
        kind: (*kind).to_owned(),
        name: (*name).to_owned(),
        platform: platform.map(str::to_owned),
        shop_id: shop.map(str::to_owned),
        territory: Some((*territory).to_owned()),
        valid_from: micros(tx.now()),
        valid_until: NEVER,
        revoked_at: None,
        version: 1,
        created_at: micros(tx.now()),
    };
    authorized_party::Entity::insert(row.into_active_model())
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}

/// Whom a power of attorney is about, who brought it in and who verified it, and until when it is good.
pub(super) struct PowerParties {
    pub(super) principal: Uuid,
    pub(super) agent: Uuid,
    pub(super) brands: Vec<Uuid>,
    pub(super) submitted_by: Uuid,
    pub(super) verified_by: Uuid,
    pub(super) valid_until: Timestamp,
}

pub(super) async fn power_insert(tx: &Tx, id: Uuid, of: &Power, parties: PowerParties) -> Result<()> {
    let now = micros(tx.now());
    let row = power_of_attorney::Model {
        id,
        principal_id: parties.principal,
        agent_id: parties.agent,
        all_brands: parties.brands.is_empty(),
        brand_ids: serde_json::to_string(&parties.brands).map_err(ApiError::internal)?,
        actions: serde_json::to_string(of.actions).map_err(ApiError::internal)?,
        state: if of.verified { "VERIFIED" } else { "SUBMITTED" }.to_owned(),
        submitted_by: parties.submitted_by,
        verified_by: of.verified.then_some(parties.verified_by),
        verified_at: of.verified.then_some(now),
        valid_from: now,
        valid_until: micros(parties.valid_until),
        version: 1,
        created_at: now,
    };
    power_of_attorney::Entity::insert(row.into_active_model())
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}

/// The version of a lead.
pub(super) async fn lead_version(db: &Db, id: Uuid) -> Result<i32> {
    let row = lead::Entity::find_by_id(id).one(db.read()).await?;
    row.map(|row| row.version).ok_or_else(ApiError::not_found)
}

/// The leads that wait for triage and were written before a moment, the latest first.
pub(super) async fn submitted_leads(db: &Db, before: i64, most: u64) -> Result<Vec<Uuid>> {
    let rows = lead::Entity::find()
        .filter(lead::Column::State.eq("SUBMITTED"))
        .filter(lead::Column::Tlp.ne("RED"))
        .filter(lead::Column::CreatedAt.lt(before))
        .order_by_desc(lead::Column::CreatedAt)
        .limit(most);
    Ok(rows.all(db.read()).await?.into_iter().map(|row| row.id).collect())
}

/// What of a lead goes into a referral of its owner's, and the owner's rights in China.
#[derive(Debug, Default)]
pub(super) struct Referable {
    pub(super) items: Vec<Uuid>,
    pub(super) subjects: Vec<Uuid>,
    pub(super) evidence: Vec<Uuid>,
    pub(super) rights: Vec<Uuid>,
}

/// What of a lead goes into a referral; people are left out.
pub(super) async fn referable(db: &Db, lead: Uuid, owner: Uuid) -> Result<Referable> {
    let items = lead_item::Entity::find()
        .filter(lead_item::Column::LeadId.eq(lead))
        .filter(lead_item::Column::BrandId.is_not_null());
    let subjects = subject::Entity::find()
        .filter(subject::Column::LeadId.eq(lead))
        .filter(subject::Column::IsPerson.eq(false))
        .filter(subject::Column::RemovedAt.is_null());
    let evidence = evidence_item::Entity::find()
        .filter(evidence_item::Column::LeadId.eq(lead))
        .filter(evidence_item::Column::State.eq("HELD"));
    let rights = ip_right::Entity::find()
        .filter(ip_right::Column::OrganizationId.eq(owner))
        .filter(ip_right::Column::Standing.eq("VERIFIED"))
        .filter(ip_right::Column::Office.eq("CN"))
        .limit(1);
    Ok(Referable {
        items: items.all(db.read()).await?.into_iter().map(|row| row.id).collect(),
        subjects: subjects.all(db.read()).await?.into_iter().map(|row| row.id).collect(),
        evidence: evidence.all(db.read()).await?.into_iter().map(|row| row.id).collect(),
        rights: rights.all(db.read()).await?.into_iter().map(|row| row.id).collect(),
    })
}

/// Makes everybody have read what they were told before a moment.
pub(super) async fn notifications_read_before(db: &Db, before: i64) -> Result<()> {
    notification::Entity::update_many()
        .col_expr(notification::Column::ReadAt, Expr::value(Some(before)))
        .filter(notification::Column::CreatedAt.lt(before))
        .exec(db.write())
        .await?;
    Ok(())
}

/// The delivery of a lead to an organisation, with its version.
pub(super) async fn delivery(db: &Db, lead: Uuid, recipient: Uuid) -> Result<(Uuid, i32)> {
    let row = delivery::Entity::find()
        .filter(delivery::Column::LeadId.eq(lead))
        .filter(delivery::Column::RecipientId.eq(recipient))
        .one(db.read())
        .await?;
    row.map(|row| (row.id, row.version)).ok_or_else(ApiError::not_found)
}

/// The sites of an offline action, in their order.
pub(super) async fn sites_of(db: &Db, action: Uuid) -> Result<Vec<Uuid>> {
    let found = entity::action_site::Entity::find()
        .select_only()
        .column(entity::action_site::Column::Id)
        .filter(entity::action_site::Column::ActionId.eq(action))
        .order_by_asc(entity::action_site::Column::Position)
        .into_tuple()
        .all(db.read());
    Ok(found.await?)
}
