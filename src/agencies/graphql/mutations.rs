//! Keeping the directory of agencies.

use std::sync::Arc;

use async_graphql::{Context, Object, SimpleObject};

use super::{
    agency::{Agency, ContactPoint},
    inputs::{
        AddContactPointInput, AttestOfficerInput, CreateAgencyInput, ProposeOfficerInput, RemoveContactPointInput,
        RevealContactPointInput, RevealOfficerInput, RevokeOfficerInput, UpdateAgencyInput, UpdateContactPointInput,
        UpdateOfficerInput, VerifyOfficerInput,
    },
    officer::Officer,
};
use crate::{
    agencies::{
        commands::{self, Reached},
        rules::ContactRow,
        sealed::Identity,
    },
    app::App,
    payload,
    permissions::Viewer,
    platform::{
        error::Result,
        graphql::{UserError, from_context, outcome, uuid},
        ids::IdKind,
    },
    sessions,
};

payload! {
    /// An agency, or why it was not changed.
    AgencyPayload {
        /// The agency; null where the change was refused.
        agency: Agency
    }
}

/// A contact point, or why it was not changed.
#[derive(SimpleObject)]
pub struct ContactPointPayload {
    /// The contact point; null where the change was refused.
    contact_point: Option<ContactPoint>,
    /// Why it was refused; empty when it was done.
    user_errors: Vec<UserError>,
}

impl ContactPointPayload {
    async fn of(ctx: &Context<'_>, result: Result<ContactRow>) -> Result<Self> {
        let (row, user_errors) = outcome(result)?;
        let contact_point = match row {
            Some(row) => Some(ContactPoint::of(ctx, row).await?),
            None => None,
        };
        Ok(Self {
            contact_point,
            user_errors,
        })
    }
}

payload! {
    /// An officer, or why it was not changed.
    OfficerPayload {
        /// The officer; null where the change was refused.
        officer: Officer
    }
}

/// An officer in clear.
#[derive(SimpleObject)]
pub struct RevealedOfficer {
    /// The name.
    name: String,
    /// The e-mail address.
    email: String,
    /// The telephone number; null where there is none.
    phone: Option<String>,
}

impl From<Identity> for RevealedOfficer {
    fn from(identity: Identity) -> Self {
        Self {
            name: identity.name,
            email: identity.email,
            phone: identity.phone,
        }
    }
}

payload! {
    /// An officer in clear, or why not.
    RevealOfficerPayload {
        /// The officer; null where it was refused.
        officer: RevealedOfficer
    }
}

/// A contact point in clear.
#[derive(SimpleObject)]
pub struct RevealedContactPoint {
    /// The e-mail address; null where there is none.
    email: Option<String>,
    /// The telephone number; null where there is none.
    phone: Option<String>,
}

impl From<Reached> for RevealedContactPoint {
    fn from(reached: Reached) -> Self {
        Self {
            email: reached.email,
            phone: reached.phone,
        }
    }
}

payload! {
    /// A contact point in clear, or why not.
    RevealContactPointPayload {
        /// The contact point; null where it was refused.
        contact_point: RevealedContactPoint
    }
}

/// Who changes something.
fn by<'a>(ctx: &Context<'a>) -> Result<(&'a Arc<App>, &'a Arc<Viewer>)> {
    Ok((from_context(ctx)?, sessions::viewer(ctx)?))
}

/// Keeping the directory of agencies.
#[derive(Debug, Default)]
pub struct AgenciesMutation;

#[Object]
impl AgenciesMutation {
    /// Enters an organisation of law enforcement into the directory of agencies; the secretariat's to do.
    async fn create_agency(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The agency to be.")] input: CreateAgencyInput,
    ) -> Result<AgencyPayload> {
        let (app, viewer) = by(ctx)?;
        let key = input.idempotency_key.clone();
        AgencyPayload::of(Box::pin(commands::create_agency(app, viewer, &key, &input.read()?)).await)
    }

    /// Changes what the directory says of an agency. Kind and jurisdictions are the secretariat's to say.
    async fn update_agency(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What shall be different.")] input: UpdateAgencyInput,
    ) -> Result<AgencyPayload> {
        let (app, viewer) = by(ctx)?;
        AgencyPayload::of(Box::pin(commands::update_agency(app, viewer, input.read()?)).await)
    }

    /// Adds a contact point to an agency.
    async fn add_contact_point(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The contact point to be.")] input: AddContactPointInput,
    ) -> Result<ContactPointPayload> {
        let (app, viewer) = by(ctx)?;
        let key = input.idempotency_key.clone();
        let added = Box::pin(commands::add_contact(app, viewer, &key, &input.read()?)).await;
        ContactPointPayload::of(ctx, added).await
    }

    /// Changes a contact point.
    async fn update_contact_point(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What shall be different.")] input: UpdateContactPointInput,
    ) -> Result<ContactPointPayload> {
        let (app, viewer) = by(ctx)?;
        let changed = Box::pin(commands::update_contact(app, viewer, input.read()?)).await;
        ContactPointPayload::of(ctx, changed).await
    }

    /// Takes a contact point away; answers with its agency.
    async fn remove_contact_point(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which one.")] input: RemoveContactPointInput,
    ) -> Result<AgencyPayload> {
        let (app, viewer) = by(ctx)?;
        let (key, version) = (uuid(IdKind::Contact, &input.id)?, input.expected_version);
        AgencyPayload::of(Box::pin(commands::remove_contact(app, viewer, key, version)).await)
    }

    /// Proposes an officer of an agency. Two people of the secretariat have to verify it; who proposed it is neither of them.
    async fn propose_officer(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The officer to be.")] input: ProposeOfficerInput,
    ) -> Result<OfficerPayload> {
        let (app, viewer) = by(ctx)?;
        let key = input.idempotency_key.clone();
        OfficerPayload::of(Box::pin(commands::propose_officer(app, viewer, &key, &input.read()?)).await)
    }

    /// Changes what is said of an officer. With another name, address, telephone number or account it has to be verified again.
    async fn update_officer(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What shall be different.")] input: UpdateOfficerInput,
    ) -> Result<OfficerPayload> {
        let (app, viewer) = by(ctx)?;
        OfficerPayload::of(Box::pin(commands::update_officer(app, viewer, input.read()?)).await)
    }

    /// Says yes to an officer, as one of two people of the secretariat; the second one makes it verified for a year.
    /// `FOUR_EYES` for who proposed it and for who said yes already.
    async fn verify_officer(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Whom.")] input: VerifyOfficerInput,
    ) -> Result<OfficerPayload> {
        let (app, viewer) = by(ctx)?;
        let (key, version) = (uuid(IdKind::Officer, &input.id)?, input.expected_version);
        OfficerPayload::of(Box::pin(commands::verify_officer(app, viewer, key, version)).await)
    }

    /// Attests a verified officer for another year from now on.
    async fn attest_officer(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Whom.")] input: AttestOfficerInput,
    ) -> Result<OfficerPayload> {
        let (app, viewer) = by(ctx)?;
        let (key, version) = (uuid(IdKind::Officer, &input.id)?, input.expected_version);
        OfficerPayload::of(Box::pin(commands::attest_officer(app, viewer, key, version)).await)
    }

    /// Says that somebody is no officer any more, from now on and for good.
    async fn revoke_officer(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Whom, and why.")] input: RevokeOfficerInput,
    ) -> Result<OfficerPayload> {
        let (app, viewer) = by(ctx)?;
        let (key, version) = (uuid(IdKind::Officer, &input.id)?, input.expected_version);
        let revoked = Box::pin(commands::revoke_officer(app, viewer, key, version, &input.reason));
        OfficerPayload::of(revoked.await)
    }

    /// Shows who an officer is and how it is reached; that it was shown, and for what, is in the log before it is.
    async fn reveal_officer(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Whom, and for what.")] input: RevealOfficerInput,
    ) -> Result<RevealOfficerPayload> {
        let (app, viewer) = by(ctx)?;
        let key = uuid(IdKind::Officer, &input.id)?;
        RevealOfficerPayload::of(Box::pin(commands::reveal_officer(app, viewer, key, input.purpose.into())).await)
    }

    /// Shows how a contact point is reached; that it was shown, and for what, is in the log before it is.
    async fn reveal_contact_point(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which one, and for what.")] input: RevealContactPointInput,
    ) -> Result<RevealContactPointPayload> {
        let (app, viewer) = by(ctx)?;
        let key = uuid(IdKind::Contact, &input.id)?;
        let revealed = Box::pin(commands::reveal_contact(app, viewer, key, input.purpose.into()));
        RevealContactPointPayload::of(revealed.await)
    }
}
