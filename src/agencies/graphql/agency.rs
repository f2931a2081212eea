//! An agency and its contact points as clients see them.

use std::sync::Arc;

use async_graphql::{Context, ID, Object, SimpleObject};
use strum::VariantArray as _;

use super::{
    enums::{GqlAgencyKind, GqlAgencyStep, GqlContactRole, GqlContactStep},
    loaders,
    officer::Officer,
};
use crate::{
    agencies::rules::{
        AgencyRow, AgencyStep, Area, ContactRow, ContactStep, DutyRange,
        hours::{is_on_duty, written},
    },
    app::App,
    members::{
        graphql::{GqlWeekday, Organization, organization},
        rules::Weekday,
    },
    platform::{
        error::{ApiError, Result},
        graphql::{from_context, id, scalars::DateTime},
        ids::IdKind,
    },
    sessions,
};

/// More officers than this are found by `officers`.
const MOST_LISTED: usize = 200;

/// Where an agency is competent: in a country, or in a division of it and whatever lies in that.
#[derive(SimpleObject)]
pub struct Jurisdiction {
    /// The country, ISO 3166-1 alpha-2.
    country: String,
    /// The division: in China by GB/T 2260 without the zeros that fill it up, such as 3301; null for the whole country.
    division_code: Option<String>,
}

impl From<&Area> for Jurisdiction {
    fn from(area: &Area) -> Self {
        Self {
            country: area.country.clone(),
            division_code: (!area.division.is_empty()).then(|| area.division.clone()),
        }
    }
}

/// Hours of one day of the week in which somebody is there, in the time zone of the agency.
#[derive(SimpleObject)]
pub struct DutyHours {
    /// The day.
    day: GqlWeekday,
    /// From when, such as 08:30.
    from: String,
    /// Until when, such as 17:30; 24:00 is the end of the day.
    to: String,
}

impl From<&DutyRange> for DutyHours {
    fn from(range: &DutyRange) -> Self {
        Self {
            day: Weekday::numbered(range.day.into()).unwrap_or(Weekday::Monday).into(),
            from: written(range.from),
            to: written(range.to),
        }
    }
}

/// A law-enforcement agency as the directory has it.
pub struct Agency(pub(super) Arc<AgencyRow>);

impl From<AgencyRow> for Agency {
    fn from(row: AgencyRow) -> Self {
        Self(Arc::new(row))
    }
}

/// A law-enforcement agency as the directory has it.
#[Object]
impl Agency {
    /// Opaque id.
    pub async fn id(&self) -> ID {
        id(IdKind::Agency, self.0.id)
    }

    /// The organisation that it is: its names, country and state.
    async fn organization(&self, ctx: &Context<'_>) -> Result<Organization> {
        organization(ctx, self.0.id).await
    }

    /// What kind of agency it is.
    async fn kind(&self) -> GqlAgencyKind {
        self.0.kind.into()
    }

    /// Where it is competent, wide before narrow; at least one, at most 50.
    async fn jurisdictions(&self) -> Vec<Jurisdiction> {
        self.0.areas.iter().map(Into::into).collect()
    }

    /// Languages it works in, by ISO 639, such as zh; at least one.
    async fn languages(&self) -> &[String] {
        &self.0.languages
    }

    /// Its time zone, by its name in the tz database.
    async fn time_zone(&self) -> &str {
        &self.0.time_zone
    }

    /// When somebody is there, by day and hour; empty where nobody said. Public holidays are not in it.
    async fn duty_hours(&self) -> Vec<DutyHours> {
        self.0.duty_hours.iter().map(Into::into).collect()
    }

    /// Whether somebody is there now; null where nobody said when.
    async fn on_duty(&self, ctx: &Context<'_>) -> Result<Option<bool>> {
        let now = from_context::<App>(ctx)?.now();
        Ok(is_on_duty(&self.0.duty_hours, &self.0.time_zone, now))
    }

    /// What there is to know of working with it; null where nothing is said.
    async fn note(&self) -> Option<&str> {
        self.0.note.as_deref()
    }

    /// Where it can be reached, at most 20, in the order of their entry.
    async fn contact_points(&self, ctx: &Context<'_>) -> Result<Vec<ContactPoint>> {
        let rows = loaders::of(ctx)?.contacts_of.load_one(self.0.id).await?;
        let of = |row: &ContactRow| ContactPoint {
            row: row.clone(),
            agency: Arc::clone(&self.0),
        };
        Ok(rows.iter().flat_map(|rows| rows.iter()).map(of).collect())
    }

    /// Its officers that the viewer may know of, in the order of their entry; at most 200.
    async fn officers(&self, ctx: &Context<'_>) -> Result<Vec<Officer>> {
        let viewer = sessions::viewer(ctx)?;
        let rows = loaders::of(ctx)?.officers_of.load_one(self.0.id).await?;
        // Whoever sees the agency sees it whatever the state of its organisation.
        let seen = rows.iter().flat_map(|rows| rows.iter());
        let seen = seen.filter(|row| row.is_seen_by(viewer, true)).take(MOST_LISTED);
        Ok(seen.cloned().map(Officer::from).collect())
    }

    /// When it was entered.
    async fn created_at(&self) -> DateTime {
        DateTime(self.0.created_at)
    }

    /// Counts its changes; to be sent back as `expectedVersion`.
    async fn version(&self) -> i32 {
        self.0.version
    }

    /// What the viewer can do to it now.
    async fn allowed_actions(&self, ctx: &Context<'_>) -> Result<Vec<GqlAgencyStep>> {
        let viewer = sessions::viewer(ctx)?;
        let steps = AgencyStep::VARIANTS.iter().copied();
        let open = steps.filter(|step| step.is_open_to(viewer, self.0.id));
        Ok(open.map(Into::into).collect())
    }
}

/// A desk of an agency that can be reached. Address and telephone number are shown by `revealContactPoint` alone.
pub struct ContactPoint {
    row: ContactRow,
    agency: Arc<AgencyRow>,
}

impl ContactPoint {
    /// A contact point of an agency that the caller has seen.
    pub(super) async fn of(ctx: &Context<'_>, row: ContactRow) -> Result<Self> {
        let agency = loaders::of(ctx)?.agencies.load_one(row.agency).await?;
        let agency = agency.ok_or_else(ApiError::not_found)?;
        Ok(Self { row, agency })
    }

    fn ranges(&self) -> &[DutyRange] {
        if self.row.hours.is_empty() {
            &self.agency.duty_hours
        } else {
            &self.row.hours
        }
    }
}

/// A desk of an agency that can be reached. Address and telephone number are shown by `revealContactPoint` alone.
#[Object]
impl ContactPoint {
    /// Opaque id.
    async fn id(&self) -> ID {
        id(IdKind::Contact, self.row.id)
    }

    /// For what it is there.
    async fn role(&self) -> GqlContactRole {
        self.row.role.into()
    }

    /// What it is called.
    async fn label(&self) -> &str {
        &self.row.label
    }

    /// Languages spoken there, by ISO 639.
    async fn languages(&self) -> &[String] {
        &self.row.languages
    }

    /// When somebody is there, in the agency's time zone; the agency's hours where it has none of its own.
    async fn hours(&self) -> Vec<DutyHours> {
        self.ranges().iter().map(Into::into).collect()
    }

    /// Whether somebody is there now; null where nobody said when.
    async fn on_duty(&self, ctx: &Context<'_>) -> Result<Option<bool>> {
        let now = from_context::<App>(ctx)?.now();
        Ok(is_on_duty(self.ranges(), &self.agency.time_zone, now))
    }

    /// Whether it has an e-mail address.
    async fn has_email(&self) -> bool {
        self.row.email.is_some()
    }

    /// Whether it has a telephone number.
    async fn has_phone(&self) -> bool {
        self.row.phone.is_some()
    }

    /// Counts its changes; to be sent back as `expectedVersion`.
    async fn version(&self) -> i32 {
        self.row.version
    }

    /// What the viewer can do to it now.
    async fn allowed_actions(&self, ctx: &Context<'_>) -> Result<Vec<GqlContactStep>> {
        let viewer = sessions::viewer(ctx)?;
        let steps = ContactStep::VARIANTS.iter().copied();
        let open = steps.filter(|step| step.is_open_to(viewer, self.row.agency));
        Ok(open.map(Into::into).collect())
    }
}
