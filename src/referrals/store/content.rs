//! The records of which a referral is made, as they stand now.

use sea_orm::{ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryOrder as _};
use uuid::Uuid;

use super::Parts;
use crate::{
    audience::{self, Kind, Sight},
    platform::{db::by_ids, error::Result},
};
use entity::{evidence_item, lead, lead_item, subject, subject_identifier};

/// The records behind the parts of a referral, in its author's order; what is not there any more, or was taken away, is left
/// out. Rights are asked for where they are at home.
#[derive(Debug, Clone, Default)]
pub(in crate::referrals) struct Content {
    pub(in crate::referrals) leads: Vec<lead::Model>,
    pub(in crate::referrals) items: Vec<lead_item::Model>,
    pub(in crate::referrals) subjects: Vec<subject::Model>,
    /// What the subjects are known by.
    pub(in crate::referrals) identifiers: Vec<subject_identifier::Model>,
    pub(in crate::referrals) evidence: Vec<evidence_item::Model>,
}

impl Content {
    async fn of(
        connection: &impl ConnectionTrait,
        parts: &Parts,
        (leads, items, mut subjects, evidence): (
            Vec<lead::Model>,
            Vec<lead_item::Model>,
            Vec<subject::Model>,
            Vec<evidence_item::Model>,
        ),
    ) -> Result<Self> {
        subjects.retain(|row| row.removed_at.is_none());
        let subjects = in_order(subjects, &parts.subjects, |row| row.id);
        let present: Vec<Uuid> = subjects.iter().map(|row| row.id).collect();
        let identifiers = subject_identifier::Entity::find()
            .filter(subject_identifier::Column::SubjectId.is_in(present))
            .filter(subject_identifier::Column::RemovedAt.is_null())
            .order_by_asc(subject_identifier::Column::AddedAt)
            .order_by_asc(subject_identifier::Column::Id)
            .all(connection)
            .await?;
        Ok(Self {
            leads: in_order(leads, &parts.leads, |row| row.id),
            items: in_order(items, &parts.items, |row| row.id),
            evidence: in_order(evidence, &parts.evidence, |row| row.id),
            subjects,
            identifiers,
        })
    }

    /// Whether people are named in it.
    pub(in crate::referrals) fn has_people(&self) -> bool {
        self.subjects.iter().any(|row| row.is_person)
    }

    /// Whether it has all of some parts.
    pub(in crate::referrals) fn has_all(&self, parts: &Parts) -> bool {
        self.leads.len() == parts.leads.len()
            && self.items.len() == parts.items.len()
            && self.subjects.len() == parts.subjects.len()
            && self.evidence.len() == parts.evidence.len()
    }
}

fn in_order<T>(mut rows: Vec<T>, ids: &[Uuid], id: impl Fn(&T) -> Uuid) -> Vec<T> {
    rows.sort_by_key(|row| ids.iter().position(|wanted| *wanted == id(row)));
    rows
}

/// The content that somebody sees.
pub(in crate::referrals) async fn content_seen(
    connection: &impl ConnectionTrait,
    (sight, evidence): (&Sight, &Sight),
    parts: &Parts,
) -> Result<Content> {
    let found = (
        audience::objects::<lead::Entity>(connection, sight, Kind::Lead, &parts.leads).await?,
        audience::objects::<lead_item::Entity>(connection, sight, Kind::Item, &parts.items).await?,
        audience::objects::<subject::Entity>(connection, sight, Kind::Subject, &parts.subjects).await?,
        audience::objects::<evidence_item::Entity>(connection, evidence, Kind::Evidence, &parts.evidence).await?,
    );
    Content::of(connection, parts, found).await
}

/// The content, whoever may see it.
pub(in crate::referrals) async fn content_of(connection: &impl ConnectionTrait, parts: &Parts) -> Result<Content> {
    let found = (
        by_ids::<lead::Entity>(connection, &parts.leads).await?,
        by_ids::<lead_item::Entity>(connection, &parts.items).await?,
        by_ids::<subject::Entity>(connection, &parts.subjects).await?,
        by_ids::<evidence_item::Entity>(connection, &parts.evidence).await?,
    );
    Content::of(connection, parts, found).await
}
