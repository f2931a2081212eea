//! An officer as clients see it.

use std::sync::Arc;

use async_graphql::{Context, ID, Object};
use futures_util::future::try_join_all;
use strum::VariantArray as _;
use uuid::Uuid;

use super::{
    agency::Agency,
    enums::{GqlOfficerState, GqlOfficerStep},
};
use crate::{
    agencies::rules::{OfficerRow, OfficerStep, keeps},
    app::App,
    members::graphql::{Person, person},
    platform::{
        error::Result,
        graphql::{
            from_context, id,
            scalars::{Date, DateTime},
        },
        ids::IdKind,
    },
    sessions,
};

/// Somebody of an agency whom members may turn to. Name, address and telephone number are shown by `revealOfficer` alone.
pub struct Officer(pub(super) Arc<OfficerRow>);

impl From<OfficerRow> for Officer {
    fn from(row: OfficerRow) -> Self {
        Self(Arc::new(row))
    }
}

impl Officer {
    /// Somebody who has to do with the entry, for who keeps it.
    async fn keeper_s(&self, ctx: &Context<'_>, key: Option<Uuid>) -> Result<Option<Person>> {
        match key.filter(|_| sessions::viewer(ctx).is_ok_and(|viewer| keeps(viewer, self.0.agency))) {
            Some(key) => person(ctx, key).await.map(Some),
            None => Ok(None),
        }
    }
}

/// Somebody of an agency whom members may turn to. Name, address and telephone number are shown by `revealOfficer` alone.
#[Object]
impl Officer {
    /// Opaque id.
    pub async fn id(&self) -> ID {
        id(IdKind::Officer, self.0.id)
    }

    /// The agency.
    async fn agency(&self, ctx: &Context<'_>) -> Result<Agency> {
        super::agency(ctx, self.0.agency).await
    }

    /// The first letter of each word of the name.
    async fn masked_name(&self) -> &str {
        &self.0.masked_name
    }

    /// Rank or office; null where none was named.
    async fn rank(&self) -> Option<&str> {
        self.0.rank.as_deref()
    }

    /// Unit; null where none was named.
    async fn unit(&self) -> Option<&str> {
        self.0.unit.as_deref()
    }

    /// Languages spoken, by ISO 639; at least one.
    async fn languages(&self) -> &[String] {
        &self.0.languages
    }

    /// Where the officer stands.
    async fn state(&self, ctx: &Context<'_>) -> Result<GqlOfficerState> {
        Ok(self.0.state_at(from_context::<App>(ctx)?.now()).into())
    }

    /// Whether the officer can sign in; others work by links that are sent to their address.
    async fn has_account(&self) -> bool {
        self.0.person.is_some()
    }

    /// The account; null where there is none, and for who keeps neither this agency nor the directory.
    async fn person(&self, ctx: &Context<'_>) -> Result<Option<Person>> {
        self.keeper_s(ctx, self.0.person).await
    }

    /// Whether there is a telephone number.
    async fn has_phone(&self) -> bool {
        self.0.sealed.phone.is_some()
    }

    /// The last day of the posting; null where it is not known.
    async fn posted_until(&self) -> Option<Date> {
        self.0.posted_until.map(Date)
    }

    /// Who entered the officer, or changed name, address, telephone number or account last; this person never verifies. Null
    /// for who keeps neither this agency nor the directory.
    async fn proposed_by(&self, ctx: &Context<'_>) -> Result<Option<Person>> {
        self.keeper_s(ctx, Some(self.0.proposed_by)).await
    }

    /// When that was.
    async fn proposed_at(&self) -> DateTime {
        DateTime(self.0.proposed_at)
    }

    /// Those of the secretariat who said yes this time, at most two; empty for who keeps neither this agency nor the
    /// directory.
    async fn verified_by(&self, ctx: &Context<'_>) -> Result<Vec<Person>> {
        let yes = self.0.yes_at(from_context::<App>(ctx)?.now());
        let people = yes.into_iter().map(|key| self.keeper_s(ctx, Some(key)));
        Ok(try_join_all(people).await?.into_iter().flatten().collect())
    }

    /// How many of the two are still missing.
    async fn verifications_missing(&self, ctx: &Context<'_>) -> Result<i32> {
        let missing = self.0.yes_missing_at(from_context::<App>(ctx)?.now());
        Ok(i32::try_from(missing).unwrap_or(i32::MAX))
    }

    /// Who said yes last; null before, and for who keeps neither this agency nor the directory.
    async fn attested_by(&self, ctx: &Context<'_>) -> Result<Option<Person>> {
        self.keeper_s(ctx, self.0.attested_by).await
    }

    /// When the officer was attested last, by two people or by one; null before.
    async fn attested_at(&self) -> Option<DateTime> {
        self.0.attested_at.map(DateTime)
    }

    /// Until when that holds; null before.
    async fn attested_until(&self) -> Option<DateTime> {
        self.0.attested_until.map(DateTime)
    }

    /// When the officer was revoked; null unless it was.
    async fn revoked_at(&self) -> Option<DateTime> {
        self.0.revoked_at.map(DateTime)
    }

    /// Why the officer was revoked; null unless it was, and for who keeps neither this agency nor the directory.
    async fn revocation_reason(&self, ctx: &Context<'_>) -> Result<Option<&str>> {
        let is_keeper = keeps(sessions::viewer(ctx)?, self.0.agency);
        Ok(self.0.reason.as_deref().filter(|_| is_keeper))
    }

    /// Counts its changes; to be sent back as `expectedVersion`.
    async fn version(&self) -> i32 {
        self.0.version
    }

    /// What the viewer can do to it now.
    async fn allowed_actions(&self, ctx: &Context<'_>) -> Result<Vec<GqlOfficerStep>> {
        let (viewer, now) = (sessions::viewer(ctx)?, from_context::<App>(ctx)?.now());
        let steps = OfficerStep::VARIANTS.iter().copied();
        let open = steps.filter(|step| self.0.check(viewer, *step, now).is_ok());
        Ok(open.map(Into::into).collect())
    }
}
