//! IP rights in the graph.

mod certificate;
mod enums;
mod import;
mod mutation;
mod query;

use async_graphql::{Context, ID, Object, SimpleObject};
use futures_util::future::try_join_all;
use uuid::Uuid;

pub use certificate::{CertificateMutation, IpRightCertificate, OpenCertificatePayload};
pub use enums::{
    GqlImportOutcome, GqlIpRightKind, GqlIpRightOrder, GqlIpRightState, GqlIpRightStep, GqlLack, GqlRegisterNote,
};
pub use import::{ImportIpRightsPayload, ImportedIpRightEntry};
pub use mutation::{DiscardIpRightPayload, IpRightMutation, IpRightPayload};
pub use query::{IpRightFilter, IpRightQuery, visible_ip_right};

use super::{Brand, brand, loaders};
use crate::{
    app::App,
    members::graphql::{Organization, Person, organization, person},
    platform::{
        error::Result,
        graphql::{
            from_context, id,
            scalars::{Date, DateTime},
        },
        ids::IdKind,
    },
    rights::rules::{
        certificate::may_add,
        ip_right::{IpRightRow, allowed_on_ip_right, check_country, in_force_on, judges, today},
    },
    sessions,
};

/// A trade mark, patent, design, copyright or other right that protects brands.
pub struct IpRight(IpRightRow);

impl From<IpRightRow> for IpRight {
    fn from(row: IpRightRow) -> Self {
        Self(row)
    }
}

impl IpRight {
    /// Whether the viewer may know how it is handled.
    fn is_kept(&self, ctx: &Context<'_>) -> Result<bool> {
        let now = from_context::<App>(ctx)?.now();
        Ok(self.0.is_kept_by(sessions::viewer(ctx)?, now))
    }

    /// Somebody who has handled it, for those who may know.
    async fn keeper(&self, ctx: &Context<'_>, key: Option<Uuid>) -> Result<Option<Person>> {
        let is_kept = self.is_kept(ctx)?;
        match key.filter(|_| is_kept) {
            Some(key) => Ok(Some(person(ctx, key).await?)),
            None => Ok(None),
        }
    }
}

/// Whether a right can be cited for an act.
#[derive(SimpleObject)]
pub struct IpRightForce {
    /// Whether it can.
    in_force: bool,
    /// Why not; null where it can.
    lack: Option<GqlLack>,
}

/// A renewal that waits to be verified.
#[derive(SimpleObject)]
pub struct IpRightRenewal {
    /// The last day that the right would have, in UTC.
    expires_on: Date,
    /// Who says so.
    submitted_by: Person,
}

/// A trade mark, patent, design, copyright or other right that protects brands.
#[Object]
impl IpRight {
    /// Opaque id.
    pub async fn id(&self) -> ID {
        id(IdKind::Right, self.0.id)
    }

    /// What kind of right.
    async fn kind(&self) -> GqlIpRightKind {
        self.0.facts.kind.into()
    }

    /// The mark's words, or what is protected.
    async fn title(&self) -> &str {
        &self.0.facts.title
    }

    /// The same in Chinese; null where there is none.
    async fn title_zh(&self) -> Option<&str> {
        self.0.facts.title_zh.as_deref()
    }

    /// The right holder: its owner, or who has a licence of it.
    async fn holder(&self, ctx: &Context<'_>) -> Result<Organization> {
        organization(ctx, self.0.organization_id).await
    }

    /// The brands that it protects.
    async fn brands(&self, ctx: &Context<'_>) -> Result<Vec<Brand>> {
        try_join_all(self.0.facts.brands.iter().map(|key| brand(ctx, *key))).await
    }

    /// The office, by WIPO ST.3: CN, US, EM for the European Union's, WO for WIPO.
    async fn office(&self) -> &str {
        &self.0.facts.office
    }

    /// The office's number of the application; null where none was named.
    async fn application_number(&self) -> Option<&str> {
        self.0.facts.application_number.as_deref()
    }

    /// The office's number of the registration or grant; null where none was named.
    async fn registration_number(&self) -> Option<&str> {
        self.0.facts.registration_number.as_deref()
    }

    /// The number by WIPO ST.13; null where none was named.
    async fn st13(&self) -> Option<&str> {
        self.0.facts.st13.as_deref()
    }

    /// The classes of goods and services, by the Nice classification, 1–45.
    async fn nice_classes(&self) -> &[i32] {
        &self.0.facts.nice_classes
    }

    /// The classes of a design, by the Locarno classification, such as 02-04.
    async fn locarno_classes(&self) -> &[String] {
        &self.0.facts.locarno_classes
    }

    /// Goods and services; null where none were named.
    async fn goods(&self) -> Option<&str> {
        self.0.facts.goods.as_deref()
    }

    /// Where it is in force: countries by ISO 3166-1 alpha-2, and EU for the European Union.
    async fn territory(&self) -> &[String] {
        &self.0.facts.territory
    }

    /// The day of the application; null where none was named.
    async fn filed_on(&self) -> Option<Date> {
        self.0.facts.filed_on.map(Date)
    }

    /// Its first day: of registration or grant; of creation for a copyright. Null where none was named.
    async fn in_force_from(&self) -> Option<Date> {
        self.0.facts.in_force_from.map(Date)
    }

    /// Its last day; null where it has none, or none was named.
    async fn expires_on(&self) -> Option<Date> {
        self.0.facts.expires_on.map(Date)
    }

    /// The days until its last one, negative once that is over; null where it has no last day.
    async fn days_left(&self, ctx: &Context<'_>) -> Result<Option<i32>> {
        let day = today(from_context::<App>(ctx)?.now());
        Ok(self.0.days_left(day))
    }

    /// Where the office's register shows it; null where nothing was named.
    async fn record_url(&self) -> Option<&str> {
        self.0.facts.record_url.as_deref()
    }

    /// Where it stands today.
    async fn state(&self, ctx: &Context<'_>) -> Result<GqlIpRightState> {
        let day = today(from_context::<App>(ctx)?.now());
        Ok(self.0.state_on(day).into())
    }

    /// Whether it can be cited for an act of a day, in a country.
    async fn force(
        &self,
        #[graphql(desc = "The day of the act.")] on: Date,
        #[graphql(desc = "The country of the act, by ISO 3166-1 alpha-2; any where it is left out.")] country: Option<
            String,
        >,
    ) -> Result<IpRightForce> {
        let country = country.map(|code| check_country("country", code)).transpose()?;
        let lack = in_force_on(&self.0, on.0, country.as_deref()).err();
        Ok(IpRightForce {
            in_force: lack.is_none(),
            lack: lack.map(Into::into),
        })
    }

    /// Who submitted it last; null before, and for everybody but the holder, its agents and those who verify rights.
    async fn submitted_by(&self, ctx: &Context<'_>) -> Result<Option<Person>> {
        self.keeper(ctx, self.0.submitted_by).await
    }

    /// When it was submitted last; null before, and for everybody but the holder, its agents and those who verify rights.
    async fn submitted_at(&self, ctx: &Context<'_>) -> Result<Option<DateTime>> {
        let is_kept = self.is_kept(ctx)?;
        Ok(self.0.submitted_at.filter(|_| is_kept).map(DateTime))
    }

    /// Who verified it; null where nobody has, and for everybody but the holder, its agents and those who verify rights.
    async fn verified_by(&self, ctx: &Context<'_>) -> Result<Option<Person>> {
        self.keeper(ctx, self.0.verified_by).await
    }

    /// When it was verified; null where nobody has.
    async fn verified_at(&self) -> Option<DateTime> {
        self.0.verified_at.map(DateTime)
    }

    /// Why it was rejected, disputed, settled, invalidated or taken back, or its renewal found wanting; null where nothing
    /// was said, and for everybody but the holder, its agents and those who verify rights.
    async fn reason(&self, ctx: &Context<'_>) -> Result<Option<&str>> {
        let is_kept = self.is_kept(ctx)?;
        Ok(self.0.reason.as_deref().filter(|_| is_kept))
    }

    /// The day from which on it has no effect; null where it was not invalidated.
    async fn invalid_from(&self) -> Option<Date> {
        self.0.invalid_from.map(Date)
    }

    /// A renewal that waits to be verified; null where there is none, and for everybody but the holder, its agents and those
    /// who verify rights.
    async fn renewal(&self, ctx: &Context<'_>) -> Result<Option<IpRightRenewal>> {
        let is_kept = self.is_kept(ctx)?;
        match self.0.renewal.filter(|_| is_kept) {
            Some(renewal) => Ok(Some(IpRightRenewal {
                expires_on: Date(renewal.expires_on),
                submitted_by: person(ctx, renewal.submitted_by).await?,
            })),
            None => Ok(None),
        }
    }

    /// Other organisations that have submitted a right of the same office and number, for those who verify rights; empty for
    /// everybody else. A licence is a good reason, a forged certificate another one.
    async fn also_claimed_by(&self, ctx: &Context<'_>) -> Result<Vec<Organization>> {
        if !judges(sessions::viewer(ctx)?) {
            return Ok(Vec::new());
        }
        let others = loaders::of(ctx)?.claims.load_one(self.0.id).await?;
        let others = others.iter().flat_map(|others| others.iter());
        try_join_all(others.map(|key| organization(ctx, *key))).await
    }

    /// Its certificates, the first one first. Whoever sees the right sees them, and may open them.
    async fn certificates(&self, ctx: &Context<'_>) -> Result<Vec<IpRightCertificate>> {
        let (viewer, now) = (sessions::viewer(ctx)?, from_context::<App>(ctx)?.now());
        let rows = loaders::of(ctx)?.certificates.load_one(self.0.id).await?;
        let rows = rows.iter().flat_map(|rows| rows.iter());
        Ok(rows
            .map(|row| IpRightCertificate::of(row, &self.0, viewer, now))
            .collect())
    }

    /// Whether the viewer may add a certificate now.
    async fn may_add_certificate(&self, ctx: &Context<'_>) -> Result<bool> {
        let (viewer, now) = (sessions::viewer(ctx)?, from_context::<App>(ctx)?.now());
        let rows = loaders::of(ctx)?.certificates.load_one(self.0.id).await?;
        Ok(may_add(viewer, &self.0, rows.map_or(0, |rows| rows.len()), now))
    }

    /// When it was entered.
    async fn created_at(&self) -> DateTime {
        DateTime(self.0.created_at)
    }

    /// What the viewer can do to it now.
    async fn allowed_actions(&self, ctx: &Context<'_>) -> Result<Vec<GqlIpRightStep>> {
        let now = from_context::<App>(ctx)?.now();
        let steps = allowed_on_ip_right(sessions::viewer(ctx)?, &self.0, now);
        Ok(steps.into_iter().map(Into::into).collect())
    }

    /// Counts its changes; to be sent back as `expectedVersion`.
    async fn version(&self) -> i32 {
        self.0.version
    }
}
