//! What the desk and the leads of actions are told of actions that meet.

use async_graphql::{ComplexObject, Context, ID, Object, SimpleObject};
use uuid::Uuid;

use super::{
    enums::{GqlClashKind, GqlHitState, GqlResolution},
    loaders::{self, HitsOf, OfAction, RecordKey, ResolutionsOf},
    objects::OfflineAction,
};
use crate::{
    actions::{
        rules::{ClashKind, HitState, Resolution},
        store::{HitRow, RecordRow, time_box},
    },
    leads::graphql::Eyes,
    members::graphql::{Organization, organization},
    platform::{
        db::{code, json},
        error::{ApiError, Result},
        graphql::{id, scalars::DateTime},
        ids::IdKind,
    },
};

/// That two actions meet in time, place or subject.
pub struct DeconflictionHit {
    row: HitRow,
    eyes: Eyes,
}

impl DeconflictionHit {
    /// The object of a row that these eyes see.
    pub(super) fn of(row: HitRow, eyes: &Eyes) -> Self {
        Self {
            row,
            eyes: eyes.clone(),
        }
    }
}

/// That two actions meet in time, place or subject. The desk and those who lead one of the two see it, nobody else.
#[Object]
impl DeconflictionHit {
    /// Opaque id.
    pub async fn id(&self) -> ID {
        id(IdKind::Clash, self.row.id)
    }

    /// In what they meet.
    async fn kinds(&self) -> Result<Vec<GqlClashKind>> {
        let kinds: Vec<ClashKind> = json(&self.row.kinds)?;
        Ok(kinds.into_iter().map(Into::into).collect())
    }

    /// Where it stands.
    async fn state(&self) -> Result<GqlHitState> {
        code::<HitState>(&self.row.state).map(Into::into)
    }

    /// What was said of it last; null where nothing was.
    async fn resolution(&self) -> Result<Option<GqlResolution>> {
        let said = self.row.resolution.as_deref();
        Ok(said.map(code::<Resolution>).transpose()?.map(Into::into))
    }

    /// The words that were given with it; null where there are none.
    async fn note(&self) -> Option<&str> {
        self.row.note.as_deref()
    }

    /// The two.
    async fn sides(&self, ctx: &Context<'_>) -> Result<Vec<DeconflictionSide>> {
        let mut sides = Vec::with_capacity(2);
        for (key, signed) in [
            (self.row.first_id, self.row.first_signed_by),
            (self.row.second_id, self.row.second_signed_by),
        ] {
            let moves = self.row.moves_id == Some(key);
            sides.push(DeconflictionSide::load(ctx, &self.eyes, key, signed.is_some(), moves).await?);
        }
        Ok(sides)
    }

    /// When it was found.
    async fn found_at(&self) -> DateTime {
        self.row.found_at.into()
    }

    /// When it ceased to stand in anybody's way; null until then.
    async fn resolved_at(&self) -> Option<DateTime> {
        self.row.resolved_at.map(Into::into)
    }

    /// Counts its changes; to be sent back as `expectedVersion`.
    async fn version(&self) -> i32 {
        self.row.version
    }

    /// What the viewer can say of it now.
    async fn allowed_resolutions(&self, ctx: &Context<'_>) -> Result<Vec<GqlResolution>> {
        let key = ResolutionsOf(self.eyes.clone(), self.row.id);
        let may = loaders::of(ctx)?.load_one(key).await?.unwrap_or_default();
        Ok(may.iter().map(|resolution| (*resolution).into()).collect())
    }
}

/// What may be known of one of two actions that meet: not the case.
#[derive(SimpleObject)]
#[graphql(complex)]
pub struct DeconflictionSide {
    #[graphql(skip)]
    action: Uuid,
    #[graphql(skip)]
    agency: Uuid,
    #[graphql(skip)]
    eyes: Eyes,
    /// Opaque id of what is compared of it.
    record_id: ID,
    /// When it begins.
    starts_at: DateTime,
    /// When it ends.
    ends_at: DateTime,
    /// ISO 3166-1 alpha-2 country.
    country: String,
    /// The divisions of its sites.
    division_codes: Vec<String>,
    /// Whether who leads it has signed that both go ahead.
    signed: bool,
    /// Whether it is the one that moves, or that goes on in the other.
    moves: bool,
}

impl DeconflictionSide {
    async fn load(ctx: &Context<'_>, eyes: &Eyes, key: Uuid, signed: bool, moves: bool) -> Result<Self> {
        let loaders = loaders::of(ctx)?;
        let record = loaders
            .load_one(RecordKey(key))
            .await?
            .and_then(|rows| rows.first().cloned());
        let record = record.ok_or_else(ApiError::not_found)?;
        let action = loaders
            .load_one(OfAction(record.action_id))
            .await?
            .and_then(|rows| rows.first().cloned());
        let action = action.ok_or_else(ApiError::not_found)?;
        let time_box = time_box(&record)?;
        Ok(Self {
            action: action.id,
            agency: action.lead_agency_id,
            eyes: eyes.clone(),
            record_id: id(IdKind::Timebox, record.id),
            starts_at: record.starts_at.into(),
            ends_at: record.ends_at.into(),
            country: record.country.clone(),
            division_codes: time_box.divisions.into_iter().collect(),
            signed,
            moves,
        })
    }
}

#[ComplexObject]
impl DeconflictionSide {
    /// The agency that leads it.
    async fn lead_agency(&self, ctx: &Context<'_>) -> Result<Organization> {
        organization(ctx, self.agency).await
    }

    /// The action; null where the viewer does not see it.
    async fn action(&self, ctx: &Context<'_>) -> Result<Option<OfflineAction>> {
        OfflineAction::load(ctx, &self.eyes, self.action).await
    }
}

/// What the desk knows of an action that is to come: when and in which division, not the case.
#[derive(SimpleObject)]
#[graphql(complex)]
pub struct DeconflictionRecord {
    #[graphql(skip)]
    record: Uuid,
    #[graphql(skip)]
    eyes: Eyes,
    /// When it begins.
    starts_at: DateTime,
    /// When it ends.
    ends_at: DateTime,
    /// ISO 3166-1 alpha-2 country.
    country: String,
    /// The divisions of its sites.
    division_codes: Vec<String>,
    /// By how many keyed hashes of what subjects are known by it is compared.
    hash_count: i32,
}

impl DeconflictionRecord {
    /// The object of a row, for the desk.
    pub(super) fn of(row: &RecordRow, eyes: &Eyes) -> Result<Self> {
        let time_box = time_box(row)?;
        Ok(Self {
            record: row.id,
            eyes: eyes.clone(),
            starts_at: row.starts_at.into(),
            ends_at: row.ends_at.into(),
            country: row.country.clone(),
            hash_count: i32::try_from(time_box.hashes.len()).unwrap_or(i32::MAX),
            division_codes: time_box.divisions.into_iter().collect(),
        })
    }
}

#[ComplexObject]
impl DeconflictionRecord {
    /// Opaque id.
    async fn id(&self) -> ID {
        id(IdKind::Timebox, self.record)
    }

    /// What it meets, also what was resolved.
    async fn hits(&self, ctx: &Context<'_>) -> Result<Vec<DeconflictionHit>> {
        let rows = loaders::of(ctx)?
            .load_one(HitsOf(self.record))
            .await?
            .unwrap_or_default();
        Ok(rows
            .iter()
            .map(|row| DeconflictionHit::of(row.clone(), &self.eyes))
            .collect())
    }
}
