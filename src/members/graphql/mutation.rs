//! The mutations of members: their inputs and payloads.

use std::sync::Arc;

use async_graphql::{Context, ID, InputObject, MaybeUndefined, Object};

use super::{
    GqlIndustry, GqlLanguage, GqlOrganizationKind, GqlRole, Organization, Person, UpdateSettingsInput, Viewer, values,
};
use crate::{
    app::App,
    members::{
        commands::{self, Transition},
        rules::organization::OrganizationAction as Step,
    },
    payload,
    platform::{
        error::Result,
        graphql::{from_context, uuid, uuids},
        ids::IdKind,
    },
    sessions,
};

/// An organisation to invite, with its first person.
#[derive(InputObject)]
pub struct InviteOrganizationInput {
    /// 1 to 128 characters that stand for this call: the same key with the same input is done once.
    idempotency_key: String,
    /// What kind of organisation it is; it decides the role of the first person.
    kind: GqlOrganizationKind,
    /// Legal name, at most 200 characters.
    name: String,
    /// Legal name in Chinese, at most 200 characters.
    name_zh: Option<String>,
    /// Its industry.
    industry: Option<GqlIndustry>,
    /// ISO 3166-1 alpha-2, such as CN.
    country: String,
    /// Administrative division below the country: at most 12 letters, digits and dashes.
    division_code: Option<String>,
    /// A zone of the tz database, such as Asia/Shanghai.
    time_zone: String,
    /// Language of its mails.
    language: GqlLanguage,
    /// Name of the first person, at most 100 characters.
    admin_name: String,
    /// E-mail address of the first person.
    admin_email: String,
}

impl From<InviteOrganizationInput> for commands::InviteOrganization {
    fn from(input: InviteOrganizationInput) -> Self {
        Self {
            kind: input.kind.into(),
            name: input.name,
            name_zh: input.name_zh,
            industry: input.industry.map(Into::into),
            country: input.country,
            division_code: input.division_code,
            time_zone: input.time_zone,
            language: input.language.into(),
            admin_name: input.admin_name,
            admin_email: input.admin_email,
        }
    }
}

/// What shall be different of an organisation; what is left out stays, and null takes away what may be missing.
#[derive(InputObject)]
pub(super) struct UpdateOrganizationInput {
    /// Which one.
    id: ID,
    /// The version that was seen.
    expected_version: i32,
    /// Legal name, at most 200 characters.
    name: Option<String>,
    /// Legal name in Chinese, at most 200 characters.
    name_zh: MaybeUndefined<String>,
    /// Its industry.
    industry: MaybeUndefined<GqlIndustry>,
    /// ISO 3166-1 alpha-2, such as CN.
    country: Option<String>,
    /// Administrative division below the country: at most 12 letters, digits and dashes.
    division_code: MaybeUndefined<String>,
    /// A zone of the tz database, such as Asia/Shanghai.
    time_zone: Option<String>,
    /// Language of its mails.
    language: Option<GqlLanguage>,
}

impl UpdateOrganizationInput {
    fn change(self) -> Result<commands::UpdateOrganization> {
        Ok(commands::UpdateOrganization {
            id: uuid(IdKind::Org, &self.id)?,
            expected_version: self.expected_version,
            name: self.name,
            name_zh: self.name_zh.into(),
            industry: Option::<Option<GqlIndustry>>::from(self.industry).map(|industry| industry.map(Into::into)),
            country: self.country,
            division_code: self.division_code.into(),
            time_zone: self.time_zone,
            language: self.language.map(Into::into),
        })
    }
}

/// A step of an organisation.
#[derive(InputObject)]
pub(super) struct OrganizationTransitionInput {
    /// Which one.
    id: ID,
    /// The version that was seen.
    expected_version: i32,
    /// Why, at most 1,000 characters; kept in the audit log.
    reason: Option<String>,
}

impl OrganizationTransitionInput {
    fn change(self) -> Result<Transition> {
        Ok(Transition {
            id: uuid(IdKind::Org, &self.id)?,
            expected_version: self.expected_version,
            reason: self.reason,
        })
    }
}

/// A person to invite.
#[derive(InputObject)]
pub(super) struct InviteUserInput {
    /// 1 to 128 characters that stand for this call: the same key with the same input is done once.
    idempotency_key: String,
    /// The organisation; the viewer's own where it is left out.
    organization_id: Option<ID>,
    /// The person's name, at most 100 characters.
    name: String,
    /// The person's e-mail address.
    email: String,
    /// The roles, at least one; people can hold the roles of their organisation's kind.
    roles: Vec<GqlRole>,
    /// The brands the person is limited to, at most 200; no limit where it is left out or empty.
    brand_scope: Option<Vec<ID>>,
}

impl InviteUserInput {
    fn command(self) -> Result<commands::InviteUser> {
        let organization = self.organization_id.map(|id| uuid(IdKind::Org, &id)).transpose()?;
        Ok(commands::InviteUser {
            organization,
            name: self.name,
            email: self.email,
            roles: values(Some(self.roles)),
            brand_scope: uuids(IdKind::Brand, &self.brand_scope.unwrap_or_default())?,
        })
    }
}

/// What shall be different of a person; what is left out stays.
#[derive(InputObject)]
pub(super) struct UpdateUserInput {
    /// Whom.
    id: ID,
    /// The version that was seen.
    expected_version: i32,
    /// The person's name, at most 100 characters.
    name: Option<String>,
    /// All roles the person shall hold, at least one.
    roles: Option<Vec<GqlRole>>,
    /// All brands the person shall be limited to, at most 200; an empty list takes the limit away.
    brand_scope: Option<Vec<ID>>,
}

impl UpdateUserInput {
    fn change(self) -> Result<commands::UpdateUser> {
        let brands = self
            .brand_scope
            .map(|brands| uuids(IdKind::Brand, &brands))
            .transpose()?;
        Ok(commands::UpdateUser {
            id: uuid(IdKind::Person, &self.id)?,
            expected_version: self.expected_version,
            name: self.name,
            roles: self.roles.map(|roles| values(Some(roles))),
            brand_scope: brands,
        })
    }
}

/// A step of a person.
#[derive(InputObject)]
pub(super) struct PersonTransitionInput {
    /// Whom.
    id: ID,
    /// The version that was seen.
    expected_version: i32,
    /// Why, at most 1,000 characters; kept in the audit log.
    reason: Option<String>,
}

impl PersonTransitionInput {
    fn change(self) -> Result<Transition> {
        Ok(Transition {
            id: uuid(IdKind::Person, &self.id)?,
            expected_version: self.expected_version,
            reason: self.reason,
        })
    }
}

payload! {
    /// The outcome of a change of settings.
    UpdateSettingsPayload {
        /// The viewer afterwards; null where it was refused.
        viewer: Viewer
    }
}

payload! {
    /// The outcome of a change of an organisation.
    OrganizationPayload {
        /// The organisation afterwards; null where it was refused.
        organization: Organization
    }
}

payload! {
    /// The outcome of a change of a person.
    PersonPayload {
        /// The person afterwards; null where it was refused.
        person: Person
    }
}

async fn step(ctx: &Context<'_>, step: Step, input: OrganizationTransitionInput) -> Result<OrganizationPayload> {
    let app = from_context::<App>(ctx)?;
    let result = commands::change_organization(app, sessions::viewer(ctx)?, step, input.change()?).await;
    OrganizationPayload::of(result)
}

/// The mutations of members.
#[derive(Default)]
pub struct MembersMutation;

#[Object]
impl MembersMutation {
    /// Changes the viewer's own settings.
    async fn update_settings(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What shall be different.")] input: UpdateSettingsInput,
    ) -> Result<UpdateSettingsPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let result = Box::pin(commands::update_settings(app, viewer, input.try_into()?)).await;
        UpdateSettingsPayload::of(result.map(|_| Arc::clone(viewer)))
    }

    /// Invites an organisation together with its first person, who gets a mail.
    async fn invite_organization(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The organisation and its first person.")] input: InviteOrganizationInput,
    ) -> Result<OrganizationPayload> {
        let app = from_context::<App>(ctx)?;
        let key = input.idempotency_key.clone();
        let result = Box::pin(commands::invite_organization(
            app,
            sessions::viewer(ctx)?,
            &key,
            &input.into(),
        ))
        .await;
        OrganizationPayload::of(result)
    }

    /// Changes an organisation's facts.
    async fn update_organization(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What shall be different.")] input: UpdateOrganizationInput,
    ) -> Result<OrganizationPayload> {
        let app = from_context::<App>(ctx)?;
        let result = Box::pin(commands::update_organization(
            app,
            sessions::viewer(ctx)?,
            input.change()?,
        ))
        .await;
        OrganizationPayload::of(result)
    }

    /// Applies for membership: an invited organisation becomes an applicant.
    async fn submit_application(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The organisation.")] input: OrganizationTransitionInput,
    ) -> Result<OrganizationPayload> {
        step(ctx, Step::SubmitApplication, input).await
    }

    /// Begins to look into an application.
    async fn start_review(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The organisation.")] input: OrganizationTransitionInput,
    ) -> Result<OrganizationPayload> {
        step(ctx, Step::StartReview, input).await
    }

    /// Takes an organisation into membership; done by somebody else than who invited it.
    async fn approve_organization(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The organisation.")] input: OrganizationTransitionInput,
    ) -> Result<OrganizationPayload> {
        step(ctx, Step::Approve, input).await
    }

    /// Shuts an organisation out for the time being; its people are out at their next request.
    async fn suspend_organization(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The organisation.")] input: OrganizationTransitionInput,
    ) -> Result<OrganizationPayload> {
        step(ctx, Step::Suspend, input).await
    }

    /// Lets a suspended organisation in again.
    async fn reinstate_organization(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The organisation.")] input: OrganizationTransitionInput,
    ) -> Result<OrganizationPayload> {
        step(ctx, Step::Reinstate, input).await
    }

    /// Shuts a suspended organisation out for good, or ends an application. Somebody else than who suspended it does so.
    async fn expel_organization(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The organisation.")] input: OrganizationTransitionInput,
    ) -> Result<OrganizationPayload> {
        step(ctx, Step::Expel, input).await
    }

    /// Leaves the alliance for good, or takes the application back: the own organisation's administrator says why, and
    /// its people are out at their next request.
    async fn withdraw_organization(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The own organisation, with a reason.")] input: OrganizationTransitionInput,
    ) -> Result<OrganizationPayload> {
        step(ctx, Step::Withdraw, input).await
    }

    /// Invites a person, who gets a mail; into another organisation than the own one only its administrators.
    async fn invite_user(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The person.")] input: InviteUserInput,
    ) -> Result<PersonPayload> {
        let app = from_context::<App>(ctx)?;
        let key = input.idempotency_key.clone();
        let result = Box::pin(commands::invite_user(
            app,
            sessions::viewer(ctx)?,
            &key,
            &input.command()?,
        ))
        .await;
        PersonPayload::of(result)
    }

    /// Changes a person's name, roles and brand scope; nobody changes the own roles and brands. Of other organisations
    /// only administrators are changed, and given no other role.
    async fn update_user(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What shall be different.")] input: UpdateUserInput,
    ) -> Result<PersonPayload> {
        let app = from_context::<App>(ctx)?;
        PersonPayload::of(Box::pin(commands::update_user(app, sessions::viewer(ctx)?, input.change()?)).await)
    }

    /// Shuts a person out, at its next request; never oneself and never the last administrator.
    async fn suspend_user(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The person.")] input: PersonTransitionInput,
    ) -> Result<PersonPayload> {
        let app = from_context::<App>(ctx)?;
        PersonPayload::of(Box::pin(commands::suspend_user(app, sessions::viewer(ctx)?, input.change()?)).await)
    }

    /// Lets a suspended person in again.
    async fn reinstate_user(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The person.")] input: PersonTransitionInput,
    ) -> Result<PersonPayload> {
        let app = from_context::<App>(ctx)?;
        PersonPayload::of(Box::pin(commands::reinstate_user(app, sessions::viewer(ctx)?, input.change()?)).await)
    }

    /// Sends an invited person a new invitation; earlier ones are void.
    async fn resend_invitation(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The person.")] input: PersonTransitionInput,
    ) -> Result<PersonPayload> {
        let app = from_context::<App>(ctx)?;
        PersonPayload::of(
            Box::pin(commands::resend_invitation(
                app,
                sessions::viewer(ctx)?,
                input.change()?,
            ))
            .await,
        )
    }

    /// Takes away all second factors of somebody who lost them; the reason is required. The person is told by mail, and its
    /// sessions end.
    async fn reset_second_factor(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Whom, and how one knows that it is this person.")] input: PersonTransitionInput,
    ) -> Result<PersonPayload> {
        let app = from_context::<App>(ctx)?;
        PersonPayload::of(
            Box::pin(commands::reset_second_factor(
                app,
                sessions::viewer(ctx)?,
                input.change()?,
            ))
            .await,
        )
    }
}
