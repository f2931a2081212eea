//! The facts that decide who sees a lead and its parts, and the rewriting of their audience rows.

use std::collections::HashMap;

use sea_orm::{
    ColumnTrait as _, Condition, ConnectionTrait, EntityTrait as _, QueryFilter as _, QuerySelect as _, QueryTrait as _,
};
use uuid::Uuid;

use super::{CommentRow, DeliveryRow, EntryRow, EvidenceRow, ItemRow, LeadRow, SubjectRow, grants_of, items_where};
use crate::{
    audience::{self, Keys, Kind},
    leads::rules::{DeliveryState, LeadState},
    permissions::{
        audience::{
            AudienceRow, Author, Bystander, EntryVisibility, LeadFacts, NamedPerson, OpenGroup, OpenOrganization,
            comment_audience, delivery_audience, evidence_audience, item_audience, keepers_audience, lead_audience,
            question_audience, subject_audience,
        },
        viewer::OrganizationKind,
    },
    platform::{
        clock::{NEVER, timestamp, timestamp_or_never},
        db::{Sql, Tx, code},
        error::Result,
    },
};
use entity::{comment, delivery, evidence_item, organization, person, subject, timeline_entry};

/// A lead with all that decides who sees it and its parts.
#[derive(Debug, Clone)]
pub(crate) struct Facts {
    /// The lead.
    pub(crate) lead: LeadFacts,
    /// Its items.
    pub(crate) items: Vec<ItemRow>,
    /// Brand → the organisation that owns it.
    pub(crate) brand_owners: HashMap<Uuid, Uuid>,
}

impl Facts {
    /// The brands of an organisation that the lead concerns.
    pub(crate) fn brands_of(&self, organization: Uuid) -> Vec<Uuid> {
        let mut brands: Vec<Uuid> = self
            .items
            .iter()
            .filter_map(|item| item.brand_id)
            .filter(|brand| self.brand_owners.get(brand) == Some(&organization))
            .collect();
        brands.sort_unstable();
        brands.dedup();
        brands
    }

    /// Counts an organisation among those that the lead concerns, once.
    pub(crate) fn add_bystander(
        &mut self,
        organization: Uuid,
        kind: OrganizationKind,
        country: &str,
        division: Option<&str>,
    ) {
        let known = &self.lead.bystanders;
        if known.iter().all(|known| known.organization != organization) {
            self.lead.bystanders.push(Bystander {
                organization,
                brands: self.brands_of(organization),
                wide: kind.wide_principals(country, division),
            });
        }
    }

    /// The owner of an item's brand.
    pub(crate) fn brand_owner(&self, item: &ItemRow) -> Option<Uuid> {
        item.brand_id.and_then(|brand| self.brand_owners.get(&brand).copied())
    }
}

/// The brands of their owners that leads concern: lead and brand.
pub(crate) async fn owner_brands(connection: &impl ConnectionTrait, leads: &[Uuid]) -> Result<Vec<(Uuid, Uuid)>> {
    let mut sql =
        Sql::new("SELECT DISTINCT i.lead_id, b.id AS brand_id FROM lead_item i JOIN lead l ON l.id = i.lead_id ");
    sql.push("JOIN brand b ON b.id = i.brand_id AND b.organization_id = l.owner_id WHERE i.lead_id")
        .among(leads.iter().copied());
    let rows = connection
        .query_all_raw(sql.statement(connection.get_database_backend()))
        .await?;
    rows.iter()
        .map(|row| Ok((row.try_get("", "lead_id")?, row.try_get("", "brand_id")?)))
        .collect()
}

/// Reads the facts of a lead as its rows have them now.
pub(crate) async fn facts(connection: &impl ConnectionTrait, lead: &LeadRow) -> Result<Facts> {
    let mut of_lead = Sql::new("o.lead_id = ");
    of_lead.bind(lead.id);
    let (items, owners): (Vec<_>, Vec<_>) = items_where(connection, &of_lead).await?.into_iter().unzip();
    let brands = items.iter().map(|item| item.brand_id).zip(owners);
    let brand_owners = brands.filter_map(|(brand, owner)| brand.zip(owner)).collect();
    let owner = OpenOrganization {
        organization: lead.owner_id,
        agency: false,
        brands: Vec::new(),
        personal_data: true,
        valid_until: None,
    };
    let mut facts = Facts {
        lead: LeadFacts {
            owner,
            tlp: code(&lead.tlp)?,
            handling_code: code(&lead.handling_code)?,
            submitted: lead.submitted_at.is_some(),
            shared: lead.shared_at.is_some(),
            community: lead.community,
            released: false,
            named: Vec::new(),
            granted: Vec::new(),
            groups: Vec::new(),
            usable_until: timestamp_or_never(lead.usable_until),
            bystanders: Vec::new(),
            country: lead.country.clone(),
            division: lead.division_code.clone(),
            items_open: lead.items_open,
            by_agent: lead.on_behalf_by.is_some(),
            sandbox_until: lead.sandbox_until.map(timestamp),
        },
        items,
        brand_owners,
    };
    facts.lead.owner.brands = facts.brands_of(lead.owner_id);
    read_grants(connection, lead, &mut facts).await?;
    read_bystanders(connection, lead, &mut facts).await?;
    Ok(facts)
}

/// Who wrote a comment.
pub(crate) fn author_of(row: &CommentRow) -> Author {
    Author {
        person: row.author_id,
        organization: row.organization_id,
        on_behalf_of: row.on_behalf_of,
    }
}

/// Who sees a subject.
pub(crate) fn subject_rows(facts: &Facts, lead: &[AudienceRow], row: &SubjectRow) -> Vec<AudienceRow> {
    subject_audience(&facts.lead, lead, row.is_person)
}

/// Who sees a piece of evidence.
pub(crate) fn evidence_rows(facts: &Facts, row: &EvidenceRow) -> Result<Vec<AudienceRow>> {
    let tlp = row.tlp.as_deref().map(code).transpose()?;
    let brand_owner = |id| {
        facts
            .items
            .iter()
            .find(|item| item.id == id)
            .and_then(|item| facts.brand_owner(item))
    };
    Ok(evidence_audience(&facts.lead, tlp, row.item_id.map(brand_owner)))
}

/// The owners of the brands that a lead concerns, and those who have commented on it.
async fn read_bystanders(connection: &impl ConnectionTrait, lead: &LeadRow, facts: &mut Facts) -> Result<()> {
    let authors = comment::Entity::find()
        .filter(comment::Column::LeadId.eq(lead.id))
        .select_only()
        .column(comment::Column::OrganizationId);
    let concerned = Condition::any()
        .add(organization::Column::Id.is_in(facts.brand_owners.values().copied()))
        .add(organization::Column::Id.in_subquery(authors.into_query()));
    for row in organization::Entity::find().filter(concerned).all(connection).await? {
        facts.add_bystander(row.id, code(&row.kind)?, &row.country, row.division_code.as_deref());
    }
    Ok(())
}

async fn read_grants(connection: &impl ConnectionTrait, lead: &LeadRow, facts: &mut Facts) -> Result<()> {
    let grants = grants_of(connection, lead.id).await?;
    let people: Vec<Uuid> = grants
        .iter()
        .filter_map(|grant| grant.person_id)
        .chain([lead.created_by])
        .collect();
    let people = person::Entity::find()
        .filter(person::Column::Id.is_in(people))
        .all(connection)
        .await?;
    let homes: HashMap<Uuid, Uuid> = people.into_iter().map(|row| (row.id, row.organization_id)).collect();
    let organizations: Vec<Uuid> = grants.iter().filter_map(|grant| grant.organization_id).collect();
    let organizations = match organizations.as_slice() {
        [] => Vec::new(),
        ids => {
            let granted = organization::Entity::find().filter(organization::Column::Id.is_in(ids.iter().copied()));
            granted.all(connection).await?
        }
    };
    let kinds: HashMap<Uuid, String> = organizations.into_iter().map(|row| (row.id, row.kind)).collect();
    // An agent who writes for a principal is not named: with the power of attorney it loses sight.
    if homes.get(&lead.created_by) == Some(&lead.owner_id) {
        facts.lead.named.push(NamedPerson {
            person: lead.created_by,
            organization: lead.owner_id,
            personal_data: true,
            valid_until: None,
        });
    }
    for grant in grants {
        let valid_until = timestamp_or_never(grant.expires_at);
        let personal_data = grant.personal_data;
        if let Some(group) = grant.group_id {
            facts.lead.groups.push(OpenGroup {
                group,
                personal_data,
                valid_until,
            });
        }
        if let Some((person, organization)) = grant.person_id.and_then(|person| Some((person, *homes.get(&person)?))) {
            facts.lead.named.push(NamedPerson {
                person,
                organization,
                personal_data,
                valid_until,
            });
        }
        if let Some((organization, kind)) = grant.organization_id.and_then(|id| Some((id, kinds.get(&id)?))) {
            let agency = code::<OrganizationKind>(kind)? == OrganizationKind::LeAgency;
            let brands = facts.brands_of(organization);
            facts.lead.granted.push(OpenOrganization {
                organization,
                agency,
                brands,
                personal_data,
                valid_until,
            });
        }
    }
    Ok(())
}

/// Writes the audience rows of a lead and of everything that belongs to it; returns the lead's own rows.
pub(crate) async fn rewrite_audience(tx: &Tx, lead: &LeadRow) -> Result<Vec<AudienceRow>> {
    let connection = tx.connection();
    let facts = facts(connection, lead).await?;
    let rows = lead_audience(&facts.lead);
    let state: LeadState = code(&lead.state)?;
    let keys = Keys {
        id: lead.id,
        root: lead.id,
        created_at: lead.created_at,
        due_at: NEVER,
        priority: lead.priority,
        open: state.is_open(),
    };
    audience::replace(tx, Kind::Lead, keys, &rows).await?;
    for item in &facts.items {
        let rows = item_audience(&facts.lead, &rows, facts.brand_owner(item));
        audience::replace(tx, Kind::Item, Keys { id: item.id, ..keys }, &rows).await?;
    }
    let mut of_child: HashMap<Uuid, Vec<AudienceRow>> = HashMap::new();
    for row in delivery::Entity::find()
        .filter(delivery::Column::LeadId.eq(lead.id))
        .all(connection)
        .await?
    {
        let rows = delivery_audience(&facts.lead, &rows, row.recipient_id, row.attribution_allowed);
        audience::replace(tx, Kind::Delivery, delivery_keys(&row, lead.priority)?, &rows).await?;
        of_child.insert(row.id, rows);
    }
    for row in comment::Entity::find()
        .filter(comment::Column::LeadId.eq(lead.id))
        .all(connection)
        .await?
    {
        let rows = comment_audience(&facts.lead, &rows, author_of(&row), row.for_all_viewers);
        audience::replace(
            tx,
            Kind::Comment,
            Keys {
                id: row.id,
                created_at: row.created_at,
                open: false,
                ..keys
            },
            &rows,
        )
        .await?;
        of_child.insert(row.id, rows);
    }
    for row in subject::Entity::find()
        .filter(subject::Column::LeadId.eq(lead.id))
        .all(connection)
        .await?
    {
        let rows = subject_rows(&facts, &rows, &row);
        let keys = Keys {
            id: row.id,
            created_at: row.created_at,
            open: row.removed_at.is_none(),
            ..keys
        };
        audience::replace(tx, Kind::Subject, keys, &rows).await?;
        of_child.insert(row.id, rows);
    }
    for row in evidence_of(connection, lead.id).await? {
        let rows = evidence_rows(&facts, &row)?;
        let keys = Keys {
            id: row.id,
            created_at: row.created_at,
            open: false,
            ..keys
        };
        audience::replace(tx, Kind::Evidence, keys, &rows).await?;
        of_child.insert(row.id, rows);
    }
    let entries = timeline_entry::Entity::find()
        .filter(timeline_entry::Column::LeadId.eq(lead.id))
        .all(connection)
        .await?;
    for row in entries {
        let about = row.delivery_id.or(row.comment_id);
        let child = about.or(row.subject_id).or(row.evidence_id);
        let child = child.and_then(|id| of_child.get(&id));
        rewrite_entry(
            tx,
            &facts,
            &rows,
            &row,
            child.map(Vec::as_slice).unwrap_or_default(),
            lead.priority,
        )
        .await?;
    }
    Ok(rows)
}

/// The evidence of a lead, whoever may see it.
pub(crate) async fn evidence_of(connection: &impl ConnectionTrait, lead: Uuid) -> Result<Vec<EvidenceRow>> {
    let of_lead = evidence_item::Entity::find().filter(evidence_item::Column::LeadId.eq(lead));
    Ok(of_lead.all(connection).await?)
}

/// Writes the audience rows of one entry; `child` are those of the delivery, comment, subject or evidence it is about.
async fn rewrite_entry(
    tx: &Tx,
    facts: &Facts,
    rows: &[AudienceRow],
    row: &EntryRow,
    child: &[AudienceRow],
    priority: i32,
) -> Result<()> {
    let rows = match code(&row.visibility)? {
        EntryVisibility::Viewers => rows.to_vec(),
        EntryVisibility::Keepers => keepers_audience(&facts.lead, rows),
        EntryVisibility::Delivery | EntryVisibility::Comment | EntryVisibility::Subject | EntryVisibility::Evidence => {
            child.to_vec()
        }
        EntryVisibility::EvidenceKeepers => keepers_audience(&facts.lead, child),
        EntryVisibility::Question => question_audience(&facts.lead, rows, child),
    };
    let keys = Keys {
        id: row.id,
        root: row.lead_id,
        created_at: row.at,
        due_at: NEVER,
        priority,
        open: false,
    };
    audience::replace(tx, Kind::Entry, keys, &rows).await
}

/// Writes the audience rows of a delivery and of the entries about it.
pub(crate) async fn rewrite_delivery_audience(
    tx: &Tx,
    facts: &Facts,
    delivery: &DeliveryRow,
    priority: i32,
) -> Result<()> {
    let lead = lead_audience(&facts.lead);
    let rows = delivery_audience(&facts.lead, &lead, delivery.recipient_id, delivery.attribution_allowed);
    audience::replace(tx, Kind::Delivery, delivery_keys(delivery, priority)?, &rows).await?;
    let entries = timeline_entry::Entity::find()
        .filter(timeline_entry::Column::DeliveryId.eq(delivery.id))
        .filter(timeline_entry::Column::LeadId.eq(delivery.lead_id))
        .all(tx.connection())
        .await?;
    for entry in entries {
        rewrite_entry(tx, facts, &lead, &entry, &rows, priority).await?;
    }
    Ok(())
}

/// The sort keys of a delivery.
pub(crate) fn delivery_keys(row: &DeliveryRow, priority: i32) -> Result<Keys> {
    Ok(Keys {
        id: row.id,
        root: row.lead_id,
        created_at: row.created_at,
        due_at: row.due_at,
        priority,
        open: code::<DeliveryState>(&row.state)?.is_open(),
    })
}
