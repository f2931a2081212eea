//! A generated alliance as rows of a database.

use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, IntoActiveModel};
use touchstone::{
    permissions::viewer::PoaAction,
    platform::clock::{NEVER, micros},
};
use uuid::Uuid;

use super::records::{
    Alliance, Comment, Delivery, Evidence, Grant, Group, Lead, Organization, Person, PowerOfAttorney, Subject,
};
use crate::support::World;

/// A word that stands in every text of the alliance.
pub const EVERYWHERE: &str = "gemeinsam";

/// A word that stands in the text of one object only.
pub fn word_of(id: Uuid) -> String {
    format!("w{}", &id.simple().to_string()[20..])
}

/// A lead's reference.
pub fn reference_of(id: Uuid) -> String {
    format!("LD-{:X}", id.simple())
}

/// Entries of a lead's timeline: the id of each with the code of who sees it and the delivery, comment, subject or evidence it is
/// about.
pub fn entries_of(lead: &Lead) -> Vec<(Uuid, &'static str, Option<Uuid>)> {
    // An entry's id is that of what it tells of, with one bit turned.
    let entry = |id: Uuid, bit: u128| Uuid::from_u128(id.as_u128() ^ bit);
    let mut entries = vec![
        (entry(lead.id, 1), "VIEWERS", None),
        (entry(lead.id, 2), "KEEPERS", None),
    ];
    for delivery in &lead.deliveries {
        entries.push((entry(delivery.id, 1), "DELIVERY", Some(delivery.id)));
        entries.push((entry(delivery.id, 2), "QUESTION", Some(delivery.id)));
    }
    for evidence in lead.evidence() {
        entries.push((entry(evidence.id, 1), "EVIDENCE", Some(evidence.id)));
        entries.push((entry(evidence.id, 2), "EVIDENCE_KEEPERS", Some(evidence.id)));
    }
    entries.extend(
        lead.comments
            .iter()
            .map(|comment| (entry(comment.id, 1), "COMMENT", Some(comment.id))),
    );
    entries.extend(
        lead.subjects
            .iter()
            .map(|subject| (entry(subject.id, 1), "SUBJECT", Some(subject.id))),
    );
    entries
}

async fn insert<E, A>(world: &World, rows: impl Iterator<Item = A>)
where
    E: EntityTrait,
    E::Model: IntoActiveModel<A>,
    A: ActiveModelTrait<Entity = E> + Send,
{
    let rows: Vec<A> = rows.collect();
    // SQLite takes only so many values at once.
    for chunk in rows.chunks(100) {
        let chunk = chunk.to_vec();
        E::insert_many(chunk)
            .exec_without_returning(world.app.db.write())
            .await
            .unwrap();
    }
}

/// Writes the whole alliance; who sees what is not written here.
pub async fn write(world: &World, alliance: &Alliance) {
    insert(world, alliance.organizations.iter().map(organization)).await;
    for owner in &alliance.organizations {
        insert(world, owner.brands.iter().map(|id| brand(owner.id, *id))).await;
    }
    insert(world, alliance.people.iter().map(person)).await;
    for person in &alliance.people {
        let role = |role: &touchstone::permissions::Role| entity::role_assignment::ActiveModel {
            person_id: Set(person.id),
            role: Set(role.code().to_owned()),
        };
        insert(world, person.roles.iter().map(role)).await;
        let scope = |brand: &Uuid| entity::brand_scope::ActiveModel {
            person_id: Set(person.id),
            brand_id: Set(*brand),
        };
        insert(world, person.scope.iter().flatten().map(scope)).await;
    }
    insert(world, alliance.powers.iter().map(power)).await;
    for group in &alliance.groups {
        insert(world, std::iter::once(sharing_group(alliance, group))).await;
        insert(
            world,
            group.members.iter().map(|member| seat(world, alliance, group, *member)),
        )
        .await;
    }
    insert(world, alliance.leads.iter().map(lead)).await;
    for lead in &alliance.leads {
        parts(world, alliance, lead).await;
    }
}

async fn parts(world: &World, alliance: &Alliance, lead: &Lead) {
    let item = |(position, item): (usize, &super::records::Item)| entity::lead_item::ActiveModel {
        id: Set(item.id),
        lead_id: Set(lead.id),
        position: Set(i32::try_from(position).unwrap()),
        brand_id: Set(item.brand),
        title: Set(format!("Item {EVERYWHERE} {}", word_of(item.id))),
        url: Set(None),
        platform: Set(None),
        listing_kind: Set(None),
        listing_id: Set(None),
        canonical_url: Set(None),
        seller: Set(None),
        shop_id: Set(None),
        price_minor: Set(None),
        price_currency: Set(None),
        captured_at: Set(None),
    };
    insert(world, lead.items.iter().enumerate().map(item)).await;
    let grant = |to: &Grant| entity::lead_grant::ActiveModel {
        id: Set(world.id()),
        lead_id: Set(lead.id),
        person_id: Set(None),
        organization_id: Set(None),
        group_id: Set(None),
        reason: Set(None),
        granted_by: Set(lead.author),
        granted_at: Set(micros(lead.created_at)),
        expires_at: Set(to.until.map_or(NEVER, micros)),
        revoked_at: Set(None),
        break_glass_id: Set(None),
        personal_data: Set(to.personal),
    };
    let to_people = lead.to_people.iter().map(|to| entity::lead_grant::ActiveModel {
        person_id: Set(Some(to.to)),
        ..grant(to)
    });
    let to_organizations = lead.to_organizations.iter().map(|to| entity::lead_grant::ActiveModel {
        organization_id: Set(Some(to.to)),
        ..grant(to)
    });
    let to_groups = lead.to_groups.iter().map(|to| entity::lead_grant::ActiveModel {
        group_id: Set(Some(to.to)),
        ..grant(to)
    });
    insert(world, to_people.chain(to_organizations).chain(to_groups)).await;
    let wall = |organization: &Uuid| entity::wall::ActiveModel {
        root_id: Set(lead.id),
        organization_id: Set(*organization),
    };
    insert(world, lead.walls.iter().map(wall)).await;
    insert(world, lead.deliveries.iter().map(|row| delivery(lead, row))).await;
    insert(world, lead.comments.iter().map(|row| comment(alliance, lead, row))).await;
    insert(world, lead.subjects.iter().map(|row| subject(lead, row))).await;
    insert(world, lead.evidence().into_iter().map(|row| evidence(lead, &row))).await;
    let entry = |(id, visibility, about): (Uuid, &'static str, Option<Uuid>)| entity::timeline_entry::ActiveModel {
        id: Set(id),
        lead_id: Set(lead.id),
        kind: Set(kind_of(lead, visibility).to_owned()),
        at: Set(micros(lead.created_at)),
        actor_id: Set(Some(lead.author)),
        organization_id: Set(Some(lead.owner)),
        visibility: Set(visibility.to_owned()),
        delivery_id: Set(about.filter(|_| matches!(visibility, "DELIVERY" | "QUESTION"))),
        comment_id: Set(about.filter(|_| visibility == "COMMENT")),
        subject_id: Set(about.filter(|_| visibility == "SUBJECT")),
        evidence_id: Set(about.filter(|_| visibility.starts_with("EVIDENCE"))),
        detail: Set(None),
        reason: Set(None),
    };
    insert(world, entries_of(lead).into_iter().map(entry)).await;
}

/// What an entry tells.
fn kind_of(lead: &Lead, visibility: &str) -> &'static str {
    match visibility {
        "VIEWERS" if lead.submitted => "SUBMITTED",
        "VIEWERS" => "CREATED",
        "KEEPERS" => "SHARED",
        "DELIVERY" => "DELIVERED",
        "QUESTION" => "INFO_REQUESTED",
        "SUBJECT" => "SUBJECT_ADDED",
        "EVIDENCE" => "EVIDENCE_ADDED",
        "EVIDENCE_KEEPERS" => "EVIDENCE_TRANSFER_OVERDUE",
        _ => "COMMENTED",
    }
}

fn organization(organization: &Organization) -> entity::organization::ActiveModel {
    let kind: &str = organization.kind.into();
    entity::organization::ActiveModel {
        id: Set(organization.id),
        kind: Set(kind.to_owned()),
        name: Set(format!("Organisation {}", organization.id.simple())),
        name_zh: Set(None),
        state: Set(if organization.active { "ACTIVE" } else { "SUSPENDED" }.to_owned()),
        industry: Set(None),
        country: Set(organization.country.to_owned()),
        division_code: Set(organization.division.map(str::to_owned)),
        time_zone: Set("Asia/Shanghai".to_owned()),
        language: Set("EN".to_owned()),
        joined_at: Set(None),
        invited_by: Set(None),
        suspended_by: Set(None),
        sandbox_of: Set(None),
        version: Set(1),
        created_at: Set(1),
        updated_at: Set(1),
    }
}

fn brand(owner: Uuid, id: Uuid) -> entity::brand::ActiveModel {
    entity::brand::ActiveModel {
        id: Set(id),
        organization_id: Set(owner),
        name: Set(format!("Brand {}", id.simple())),
        name_zh: Set(None),
        state: Set("ACTIVE".to_owned()),
        nice_classes: Set("[]".to_owned()),
        version: Set(1),
        created_at: Set(1),
    }
}

fn person(person: &Person) -> entity::person::ActiveModel {
    entity::person::ActiveModel {
        id: Set(person.id),
        organization_id: Set(person.organization),
        name: Set(format!("Person {}", person.id.simple())),
        email: Set(format!("{}@example.org", person.id.simple())),
        password_hash: Set(None),
        state: Set(if person.active { "ACTIVE" } else { "SUSPENDED" }.to_owned()),
        language: Set("EN".to_owned()),
        time_zone: Set("Asia/Shanghai".to_owned()),
        digest: Set("DAILY".to_owned()),
        digest_hour: Set(8),
        digest_working_days_only: Set(false),
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
        created_at: Set(1),
        updated_at: Set(1),
        second_factor_at: Set(Some(0)),
        is_service: Set(false),
    }
}

fn power(power: &PowerOfAttorney) -> entity::power_of_attorney::ActiveModel {
    let actions: Vec<&str> = power
        .actions
        .iter()
        .map(|action: &PoaAction| (*action).into())
        .collect();
    entity::power_of_attorney::ActiveModel {
        id: Set(power.id),
        principal_id: Set(power.principal),
        agent_id: Set(power.agent),
        all_brands: Set(power.brands.is_none()),
        brand_ids: Set(serde_json::to_string(power.brands.as_deref().unwrap_or_default()).unwrap()),
        actions: Set(serde_json::to_string(&actions).unwrap()),
        state: Set(power.state.to_owned()),
        submitted_by: Set(power.id),
        verified_by: Set(None),
        verified_at: Set(None),
        valid_from: Set(micros(power.from)),
        valid_until: Set(micros(power.until)),
        version: Set(1),
        created_at: Set(1),
    }
}

fn sharing_group(alliance: &Alliance, group: &Group) -> entity::sharing_group::ActiveModel {
    let anybody = &alliance.people[0];
    entity::sharing_group::ActiveModel {
        id: Set(group.id),
        owner_id: Set(anybody.organization),
        created_by: Set(anybody.id),
        name: Set(format!("Group {}", group.id.simple())),
        purpose: Set("Generated".to_owned()),
        confidential: Set(true),
        expires_at: Set(group.until.map_or(NEVER, micros)),
        closed_at: Set(group.closed.then_some(1)),
        version: Set(1),
        created_at: Set(1),
    }
}

fn seat(
    world: &World,
    alliance: &Alliance,
    group: &Group,
    (organization, person): (Uuid, Option<Uuid>),
) -> entity::sharing_group_seat::ActiveModel {
    entity::sharing_group_seat::ActiveModel {
        id: Set(world.id()),
        group_id: Set(group.id),
        organization_id: Set(organization),
        person_id: Set(person),
        added_by: Set(alliance.people[0].id),
        added_at: Set(1),
        removed_at: Set(None),
    }
}

fn lead(lead: &Lead) -> entity::lead::ActiveModel {
    let (tlp, handling): (&str, &str) = (lead.tlp.into(), lead.handling.into());
    entity::lead::ActiveModel {
        id: Set(lead.id),
        reference: Set(reference_of(lead.id)),
        owner_id: Set(lead.owner),
        created_by: Set(lead.author),
        on_behalf_by: Set(lead.by_agent.then_some(lead.author)),
        source: Set("MEMBER".to_owned()),
        channel: Set("ONLINE".to_owned()),
        title: Set(format!("Lead {EVERYWHERE} {}", word_of(lead.id))),
        summary: Set(None),
        infringement_types: Set("[\"COUNTERFEIT\"]".to_owned()),
        country: Set(lead.country.map(str::to_owned)),
        division_code: Set(lead.division.map(str::to_owned)),
        grade: Set(None),
        priority: Set(lead.priority),
        tlp: Set(tlp.to_owned()),
        handling_code: Set(handling.to_owned()),
        state: Set(lead.state.to_owned()),
        community: Set(lead.community),
        items_open: Set(lead.items_open),
        value_minor: Set(None),
        value_currency: Set(None),
        outcome: Set(None),
        reject_reason: Set(None),
        override_reason: Set(None),
        submitted_at: Set(lead.submitted.then(|| micros(lead.created_at))),
        shared_at: Set(lead.shared.then(|| micros(lead.created_at))),
        version: Set(1),
        content_version: Set(1),
        created_at: Set(micros(lead.created_at)),
        updated_at: Set(micros(lead.created_at)),
        content_updated_at: Set(micros(lead.created_at)),
        sanitized_from: Set(None),
        merged_into: Set(None),
        permitted_actions: Set("DIRECT".to_owned()),
        notification: Set("MUST_NOT".to_owned()),
        attribution: Set("MAY".to_owned()),
        usable_until: Set(lead.usable_until.map_or(NEVER, micros)),
        sandbox_until: Set(None),
    }
}

fn delivery(lead: &Lead, delivery: &Delivery) -> entity::delivery::ActiveModel {
    let pushed = micros(lead.created_at);
    entity::delivery::ActiveModel {
        id: Set(delivery.id),
        lead_id: Set(lead.id),
        recipient_id: Set(delivery.recipient),
        state: Set("PUSHED".to_owned()),
        round: Set(1),
        rule: Set("confirm-lead.1".to_owned()),
        calendar_version: Set("cn-2026.1".to_owned()),
        provisional: Set(false),
        pushed_at: Set(pushed),
        due_on: Set("2026-03-16".to_owned()),
        due_at: Set(due_at(lead)),
        expires_at: Set(NEVER),
        paused_at: Set(None),
        pause_ends_at: Set(None),
        paused_days: Set(0),
        overdue_at: Set(None),
        verdict: Set(None),
        reason: Set(None),
        test_purchases: Set(None),
        answered_at: Set(None),
        answered_by: Set(None),
        late: Set(false),
        attribution_allowed: Set(delivery.attribution),
        info_question: Set(None),
        info_answer: Set(None),
        version: Set(1),
        created_at: Set(pushed),
    }
}

/// When a lead's deliveries are due: not in the order in which the leads were made.
pub fn due_at(lead: &Lead) -> i64 {
    micros(lead.created_at) + i64::from(lead.priority) * 1_000_000_000_000
}

fn comment(alliance: &Alliance, lead: &Lead, comment: &Comment) -> entity::comment::ActiveModel {
    entity::comment::ActiveModel {
        id: Set(comment.id),
        lead_id: Set(lead.id),
        author_id: Set(comment.author),
        organization_id: Set(alliance.person(comment.author).organization),
        on_behalf_of: Set(comment.on_behalf_of),
        body: Set(format!("Comment {EVERYWHERE} {}", word_of(comment.id))),
        for_all_viewers: Set(comment.for_all),
        attribution_allowed: Set(false),
        created_at: Set(micros(lead.created_at)),
    }
}

fn subject(lead: &Lead, subject: &Subject) -> entity::subject::ActiveModel {
    entity::subject::ActiveModel {
        id: Set(subject.id),
        lead_id: Set(lead.id),
        created_by: Set(lead.author),
        organization_id: Set(lead.owner),
        kind: Set(if subject.is_person { "PERSON" } else { "COMPANY" }.to_owned()),
        is_person: Set(subject.is_person),
        name: Set(format!("Subject {EVERYWHERE} {}", word_of(subject.id))),
        role: Set(None),
        detail: Set(None),
        purpose: Set(None),
        legal_basis: Set(None),
        retain_until: Set(NEVER),
        removed_at: Set(None),
        removed_why: Set(None),
        version: Set(1),
        created_at: Set(micros(lead.created_at)),
    }
}

fn evidence(lead: &Lead, evidence: &Evidence) -> entity::evidence_item::ActiveModel {
    let tlp: Option<&str> = evidence.tlp.map(Into::into);
    entity::evidence_item::ActiveModel {
        id: Set(evidence.id),
        lead_id: Set(lead.id),
        item_id: Set(evidence.item),
        parent_id: Set(None),
        kind: Set("PHYSICAL_SAMPLE".to_owned()),
        title: Set(format!("Evidence {EVERYWHERE} {}", word_of(evidence.id))),
        state: Set("HELD".to_owned()),
        tlp: Set(tlp.map(str::to_owned)),
        file_id: Set(None),
        sha256: Set(None),
        bytes: Set(None),
        media_type: Set(None),
        file_name: Set(None),
        collector_id: Set(lead.author),
        organization_id: Set(lead.owner),
        collected_at: Set(micros(lead.created_at)),
        collected_offset: Set(480),
        source: Set(None),
        method: Set(None),
        tool: Set(None),
        holder_id: Set(lead.author),
        holder_organization_id: Set(lead.owner),
        seal: Set(None),
        holds: Set(0),
        kept_until: Set(None),
        custody_count: Set(0),
        custody_head: Set(String::new()),
        version: Set(1),
        created_at: Set(micros(lead.created_at)),
    }
}
