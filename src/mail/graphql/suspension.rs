//! GraphQL of people to whom no mails go.

use async_graphql::{Context, ID, InputObject, Object};

use crate::{
    app::App,
    graphql_enum,
    mail::{TroubleKind, commands},
    members::graphql::Person,
    payload,
    platform::{
        error::Result,
        graphql::{from_context, uuid},
        ids::IdKind,
    },
    sessions,
};

graphql_enum! {
    /// What came back of a mail.
    GqlTroubleKind as "MailTroubleKind" = TroubleKind {
        /// It did not arrive, and none will: the address is wrong, or nobody's any more.
        Bounce,
        /// Its reader said that it was not wanted.
        Complaint,
        /// It is late, or did not arrive for a reason that may pass; five within a week.
        Delay,
    }
}

/// Whose mails are to go again.
#[derive(InputObject)]
pub struct ResumeMailInput {
    /// Whose.
    person_id: ID,
}

payload! {
    /// The outcome of having mails go to a person again.
    ResumeMailPayload {
        /// The person afterwards; null where it was refused.
        person: Person
    }
}

/// Mutations of people to whom no mails go.
#[derive(Default)]
pub struct SuspensionMutation;

#[Object]
impl SuspensionMutation {
    /// Has mails go to a person again that were suspended: for the viewer itself, and for who manages the person. Where they go, nothing
    /// changes.
    async fn resume_mail(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Whose.")] input: ResumeMailInput,
    ) -> Result<ResumeMailPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let key = uuid(IdKind::Person, &input.person_id)?;
        ResumeMailPayload::of(Box::pin(commands::resume(app, viewer, key)).await)
    }
}
