//! The SQL of the demo: the alliance as it stood before its first lead, and where a lead stands now.

use jiff::Timestamp;
use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, EntityTrait as _, IntoActiveModel as _, PaginatorTrait as _, QueryFilter as _,
    QueryOrder as _, QuerySelect as _, QueryTrait as _, sea_query::Expr,
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
    appraisal, audit_entry, authorized_party, bank_line, bank_statement, brand, brand_scope, delivery, evidence_item,
    ingested_listing, ip_right, lead, lead_item, mail, notification, organization, person, power_of_attorney, purchase,
    role_assignment, sample, subject,
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
        sandbox_of: None,
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
        digest_filter: None,
        quiet_from: who.digest.quiet_hours.map(|(from, _)| from),
        quiet_to: who.digest.quiet_hours.map(|(_, to)| to),
        digest_since: now,
        digest_looked_at: 0,
        mail_suspended_at: None,
        mail_suspended_why: None,
        last_sign_in_at: None,
        version: 1,
        created_at: now,
        updated_at: now,
        second_factor_at: None,
        is_service: false,
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

/// An item that may be bought, and the delivery in which its recipient asked for that.
#[derive(Debug, Clone, Copy)]
pub(super) struct Buyable {
    pub(super) lead: Uuid,
    pub(super) item: Uuid,
    /// By which it came to the buyer, with its version; none where the buyer keeps the lead.
    pub(super) delivery: Option<(Uuid, i32)>,
}

/// Items of the leads that an organisation keeps, open and ready before a moment; one of each, the latest leads first. Those of
/// which a recipient wants to buy itself are left to it.
pub(super) async fn kept_by(db: &Db, owner: Uuid, before: i64) -> Result<Vec<Buyable>> {
    let leads = lead::Entity::find()
        .filter(lead::Column::OwnerId.eq(owner))
        .filter(lead::Column::State.is_in(["TRIAGED", "SHARED"]))
        .filter(lead::Column::Tlp.ne("RED"))
        .filter(lead::Column::SharedAt.lt(before))
        .order_by_desc(lead::Column::SharedAt);
    let ids: Vec<Uuid> = leads.all(db.read()).await?.into_iter().map(|row| row.id).collect();
    let mut found = Vec::new();
    for id in ids {
        let asked = delivery::Entity::find()
            .filter(delivery::Column::LeadId.eq(id))
            .filter(delivery::Column::Verdict.eq("NEEDS_TEST_PURCHASE"));
        if asked.count(db.read()).await? > 0 {
            continue;
        }
        let item = first_item(db, id, None).await?;
        found.extend(item.map(|item| Buyable {
            lead: id,
            item,
            delivery: None,
        }));
    }
    Ok(found)
}

/// Items of the leads for which a recipient asked for test purchases before a moment.
pub(super) async fn asked_for(db: &Db, recipient: Uuid, before: i64) -> Result<Vec<Buyable>> {
    answered(db, recipient, "NEEDS_TEST_PURCHASE", before).await
}

/// Items of the leads that a recipient confirmed before a moment, and of which it may still want one in its hands.
pub(super) async fn confirmed(db: &Db, recipient: Uuid, before: i64) -> Result<Vec<Buyable>> {
    answered(db, recipient, "CONFIRMED", before).await
}

/// Items of the leads that lie open before a recipient and that it answered so before a moment, the latest answer first.
async fn answered(db: &Db, recipient: Uuid, verdict: &str, before: i64) -> Result<Vec<Buyable>> {
    let open = lead::Entity::find()
        .select_only()
        .column(lead::Column::Id)
        .filter(lead::Column::State.eq("SHARED"))
        .filter(lead::Column::Tlp.ne("RED"));
    let answers = delivery::Entity::find()
        .filter(delivery::Column::RecipientId.eq(recipient))
        .filter(delivery::Column::Verdict.eq(verdict))
        .filter(delivery::Column::AnsweredAt.lt(before))
        .filter(delivery::Column::LeadId.in_subquery(open.into_query()))
        .order_by_desc(delivery::Column::AnsweredAt);
    let mut found = Vec::new();
    for row in answers.all(db.read()).await? {
        let item = first_item(db, row.lead_id, Some(recipient)).await?;
        found.extend(item.map(|item| Buyable {
            lead: row.lead_id,
            item,
            delivery: Some((row.id, row.version)),
        }));
    }
    Ok(found)
}

/// The first item of a lead that is about a brand: of an organisation's where one is named, else of a seller that is not listed,
/// lest what any laboratory finds could not count.
async fn first_item(db: &Db, lead: Uuid, owner: Option<Uuid>) -> Result<Option<Uuid>> {
    let items = lead_item::Entity::find()
        .filter(lead_item::Column::LeadId.eq(lead))
        .filter(lead_item::Column::BrandId.is_not_null())
        .order_by_asc(lead_item::Column::Position);
    for item in items.all(db.read()).await? {
        let Some(id) = item.brand_id else { continue };
        let of = brand::Entity::find_by_id(id).one(db.read()).await?;
        let fits = match owner {
            Some(_) => of.map(|of| of.organization_id) == owner,
            None => item.shop_id.is_none(),
        };
        if fits {
            return Ok(Some(item.id));
        }
    }
    Ok(None)
}

/// The version of a purchase.
pub(super) async fn purchase_version(db: &Db, id: Uuid) -> Result<i32> {
    let row = purchase::Entity::find_by_id(id).one(db.read()).await?;
    row.map(|row| row.version).ok_or_else(ApiError::not_found)
}

/// The hold of a purchase; none until it is approved.
pub(super) async fn hold_of_purchase(db: &Db, id: Uuid) -> Result<Option<Uuid>> {
    let row = purchase::Entity::find_by_id(id).one(db.read()).await?;
    Ok(row.and_then(|row| row.hold_id))
}

/// The organisation that holds the brand of a purchase.
pub(super) async fn holder_of_purchase(db: &Db, id: Uuid) -> Result<Uuid> {
    let row = purchase::Entity::find_by_id(id).one(db.read()).await?;
    let brand = row.ok_or_else(ApiError::not_found)?.brand_id;
    let of = brand::Entity::find_by_id(brand).one(db.read()).await?;
    of.map(|of| of.organization_id).ok_or_else(ApiError::not_found)
}

/// What the last bank statement of a fund ends with, in minor units; nothing before there is one.
pub(super) async fn bank_balance(db: &Db, fund: Uuid) -> Result<i64> {
    let last = bank_statement::Entity::find()
        .filter(bank_statement::Column::FundId.eq(fund))
        .order_by_desc(bank_statement::Column::ToOn);
    Ok(last.one(db.read()).await?.map_or(0, |row| row.closing_minor))
}

/// The line of a fund's statements that the bank names so.
pub(super) async fn bank_line(db: &Db, fund: Uuid, reference: &str) -> Result<Uuid> {
    let found = bank_line::Entity::find()
        .filter(bank_line::Column::FundId.eq(fund))
        .filter(bank_line::Column::Reference.eq(reference));
    let row = found.one(db.read()).await?;
    row.map(|row| row.id).ok_or_else(ApiError::not_found)
}

/// The version of an appraisal.
pub(super) async fn appraisal_version(db: &Db, id: Uuid) -> Result<i32> {
    let row = appraisal::Entity::find_by_id(id).one(db.read()).await?;
    row.map(|row| row.version).ok_or_else(ApiError::not_found)
}

/// The version of a sample.
pub(super) async fn sample_version(db: &Db, id: Uuid) -> Result<i32> {
    let row = sample::Entity::find_by_id(id).one(db.read()).await?;
    row.map(|row| row.version).ok_or_else(ApiError::not_found)
}

/// The version of the custody of a sample.
pub(super) async fn custody_version(db: &Db, sample: Uuid) -> Result<i32> {
    let row = sample::Entity::find_by_id(sample).one(db.read()).await?;
    let evidence = row.ok_or_else(ApiError::not_found)?.evidence_id;
    let item = evidence_item::Entity::find_by_id(evidence).one(db.read()).await?;
    item.map(|item| item.version).ok_or_else(ApiError::not_found)
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

/// The lead that was made of a listing, by what its sender calls it.
pub(super) async fn ingested(db: &Db, name: &str) -> Result<Uuid> {
    let found = ingested_listing::Entity::find().filter(ingested_listing::Column::ExternalId.eq(name));
    let row = found.one(db.read()).await?;
    row.map(|row| row.lead_id).ok_or_else(ApiError::not_found)
}

/// The address of a listing in a lead that an organisation keeps and has handed in, and its brand.
pub(super) async fn listing_of(db: &Db, owner: Uuid) -> Result<Option<(String, Uuid)>> {
    let leads = lead::Entity::find()
        .filter(lead::Column::OwnerId.eq(owner))
        .filter(lead::Column::State.is_in(["SUBMITTED", "TRIAGED", "SHARED", "RESOLVED"]))
        .filter(lead::Column::Tlp.ne("RED"))
        .order_by_asc(lead::Column::Id);
    for of in leads.all(db.read()).await? {
        let items = lead_item::Entity::find()
            .filter(lead_item::Column::LeadId.eq(of.id))
            .filter(lead_item::Column::Url.is_not_null())
            .order_by_asc(lead_item::Column::Position);
        for item in items.all(db.read()).await? {
            if let (Some(url), Some(brand)) = (item.url, item.brand_id) {
                return Ok(Some((url, brand)));
            }
        }
    }
    Ok(None)
}

/// The latest mail that went out to a person.
pub(super) async fn mail_sent_to(db: &Db, person: Uuid) -> Result<Option<Uuid>> {
    let sent = mail::Entity::find()
        .filter(mail::Column::PersonId.eq(person))
        .filter(mail::Column::State.eq("SENT"))
        .order_by_desc(mail::Column::Id);
    Ok(sent.one(db.read()).await?.map(|row| row.id))
}

/// Leads that were brought to an organisation and are open, the latest first.
pub(super) async fn brought_to(db: &Db, recipient: Uuid, most: u64) -> Result<Vec<Uuid>> {
    let open = delivery::Entity::find()
        .filter(delivery::Column::RecipientId.eq(recipient))
        .filter(delivery::Column::State.is_in([
            "PUSHED",
            "VIEWED",
            "ACKNOWLEDGED",
            "NEEDS_INFO",
            "OVERDUE",
            "ANSWERED",
        ]))
        .order_by_desc(delivery::Column::PushedAt)
        .limit(most);
    Ok(open.all(db.read()).await?.into_iter().map(|row| row.lead_id).collect())
}
