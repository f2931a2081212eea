//! Entering agencies, and changing what the directory says of them.

use serde::Serialize;
use uuid::Uuid;

use super::{check_version, finish, first, seen};
use crate::{
    agencies::{
        rules::{
            AgencyKind, AgencyRow, AgencyStep,
            area::{WrittenArea, areas},
            facts,
            hours::{WrittenRange, ranges},
        },
        store,
    },
    app::App,
    audit::{Act, Category},
    members::{self, OrganizationState, rules::facts::time_zone},
    permissions::{Viewer, viewer::OrganizationKind},
    platform::{
        db::idempotency::{Idempotency, claim},
        error::{ApiError, ErrorCode, Result},
        ids::IdKind,
    },
};

/// An agency to be.
#[derive(Debug, Clone, Serialize)]
pub struct CreateAgency {
    /// The organisation that it is.
    pub organization: Uuid,
    /// What kind of agency it is.
    pub kind: AgencyKind,
    /// Where it is competent.
    pub areas: Vec<WrittenArea>,
    /// Languages it works in.
    pub languages: Vec<String>,
    /// IANA time zone; the organisation's where none is named.
    pub time_zone: Option<String>,
    /// When somebody is there.
    pub duty_hours: Vec<WrittenRange>,
    /// What there is to know of working with it.
    pub note: Option<String>,
}

/// Enters an organisation of law enforcement into the directory.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `TRANSITION_NOT_ALLOWED` where it is not active, `ALREADY_EXISTS`,
/// `IDEMPOTENCY_MISMATCH`.
pub async fn create_agency(app: &App, viewer: &Viewer, key: &str, input: &CreateAgency) -> Result<AgencyRow> {
    let tx = app.begin().await?;
    let organization = members::organization_seen(&tx, viewer, input.organization).await?;
    if !AgencyStep::Move.is_open_to(viewer, organization.id) {
        return Err(ErrorCode::Forbidden.into());
    }
    let claim = match claim(&tx, viewer.person, "createAgency", key, input).await? {
        Idempotency::New(claim) => claim,
        Idempotency::Replay(ids) => {
            let row = store::agency(tx.connection(), first(&ids)?).await?;
            return row.ok_or_else(ApiError::not_found);
        }
    };
    if organization.kind != OrganizationKind::LeAgency {
        let text = "Name an organisation of law enforcement.";
        return Err(ApiError::input("organizationId", text));
    }
    if organization.state != OrganizationState::Active {
        return Err(ErrorCode::TransitionNotAllowed.into());
    }
    if store::agency(tx.connection(), organization.id).await?.is_some() {
        let text = "The directory has this agency already.";
        return Err(ApiError::because(ErrorCode::AlreadyExists, text).at("organizationId"));
    }
    let zone = input.time_zone.as_deref().map(time_zone).transpose()?;
    let row = AgencyRow {
        id: organization.id,
        kind: input.kind,
        areas: areas(&input.areas)?,
        languages: facts::languages(&input.languages)?,
        time_zone: zone.unwrap_or(organization.time_zone),
        duty_hours: ranges("dutyHours", &input.duty_hours)?,
        note: facts::note(input.note.as_deref())?,
        version: 1,
        created_at: tx.now(),
    };
    store::agency_insert(&tx, &row).await?;
    claim.keep(&tx, &[row.id]).await?;
    let act = Act::on(Category::Admin, "createAgency", IdKind::Agency, row.id);
    finish(app, tx, viewer, act).await?;
    Ok(row)
}

/// What shall be different; what is `None` stays, and `Some(None)` is taken away.
#[derive(Debug, Clone)]
pub struct UpdateAgency {
    /// Which one.
    pub id: Uuid,
    /// The version that the caller has seen.
    pub expected_version: i32,
    /// What kind of agency it is.
    pub kind: Option<AgencyKind>,
    /// Where it is competent.
    pub areas: Option<Vec<WrittenArea>>,
    /// Languages it works in.
    pub languages: Option<Vec<String>>,
    /// IANA time zone.
    pub time_zone: Option<String>,
    /// When somebody is there.
    pub duty_hours: Option<Vec<WrittenRange>>,
    /// What there is to know of working with it.
    pub note: Option<Option<String>>,
}

impl UpdateAgency {
    fn check(&self, viewer: &Viewer, row: &AgencyRow) -> Result<()> {
        if !AgencyStep::Update.is_open_to(viewer, row.id) {
            return Err(ErrorCode::Forbidden.into());
        }
        let moved = [("kind", self.kind.is_some()), ("jurisdictions", self.areas.is_some())];
        let moved = moved.into_iter().find(|(_, is_named)| *is_named);
        match moved {
            Some((field, _)) if !AgencyStep::Move.is_open_to(viewer, row.id) => {
                Err(ApiError::new(ErrorCode::Forbidden).at(field))
            }
            _ => Ok(()),
        }
    }

    fn apply(self, mut row: AgencyRow) -> Result<AgencyRow> {
        if let Some(written) = self.areas {
            row.areas = areas(&written)?;
        }
        if let Some(languages) = self.languages {
            row.languages = facts::languages(&languages)?;
        }
        if let Some(zone) = self.time_zone {
            row.time_zone = time_zone(&zone)?;
        }
        if let Some(hours) = self.duty_hours {
            row.duty_hours = ranges("dutyHours", &hours)?;
        }
        if let Some(note) = self.note {
            row.note = facts::note(note.as_deref())?;
        }
        row.kind = self.kind.unwrap_or(row.kind);
        Ok(row)
    }
}

/// Changes what the directory says of an agency.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, also where an agency would move itself, `STALE_VERSION`, `BAD_USER_INPUT`.
pub async fn update_agency(app: &App, viewer: &Viewer, change: UpdateAgency) -> Result<AgencyRow> {
    let tx = app.begin().await?;
    let row = seen(&tx, viewer, change.id).await?;
    change.check(viewer, &row)?;
    check_version(row.version, change.expected_version)?;
    let row = store::agency_save(&tx, change.apply(row)?).await?;
    let act = Act::on(Category::Admin, "updateAgency", IdKind::Agency, row.id);
    finish(app, tx, viewer, act).await?;
    Ok(row)
}
