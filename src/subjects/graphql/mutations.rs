//! Changing subjects.

use std::sync::Arc;

use async_graphql::{Context, Object, SimpleObject};

use super::{
    inputs::{
        AddIdentifiersInput, AddSubjectInput, AnnotateSubjectInput, ChangeSubjectInput, LinkSubjectsInput,
        RemoveIdentifierInput, RemoveSubjectInput, RevealPersonalDataInput, UnlinkSubjectsInput, read_all,
    },
    subject::{Identifier, Subject, SubjectLink},
};
use crate::{
    app::App,
    leads::graphql::Eyes,
    payload,
    permissions::Viewer,
    platform::{
        error::Result,
        graphql::{UserError, from_context, outcome, uuid},
        ids::IdKind,
    },
    sessions,
    subjects::{commands, store::SubjectRow},
};

payload! {
    /// A changed subject, or why it was not changed.
    SubjectPayload {
        /// The subject; null where the change was refused.
        subject: Subject
    }
}

payload! {
    /// A link, or why there is none.
    SubjectLinkPayload {
        /// The link; null where it was refused.
        link: SubjectLink
    }
}

/// A new subject, or why there is none.
#[derive(SimpleObject)]
pub struct AddSubjectPayload {
    /// The subject; null where it was refused, and for who may not see it, such as a partner who names a person.
    subject: Option<Subject>,
    /// Why it was refused; empty when it was done.
    user_errors: Vec<UserError>,
}

/// A person in clear.
#[derive(SimpleObject)]
pub struct RevealedPerson {
    /// The name.
    name: String,
    /// What else there is to say; null where there is nothing.
    detail: Option<String>,
    /// What the person is known by; of papers only the last characters.
    identifiers: Vec<Identifier>,
}

impl From<commands::Revealed> for RevealedPerson {
    fn from(revealed: commands::Revealed) -> Self {
        Self {
            name: revealed.row.name,
            detail: revealed.row.detail,
            identifiers: revealed
                .identifiers
                .into_iter()
                .map(|row| Identifier::of(row, false))
                .collect(),
        }
    }
}

payload! {
    /// A person in clear, or why not.
    RevealPersonalDataPayload {
        /// The person; null where it was refused.
        person: RevealedPerson
    }
}

/// Who changes something.
struct By<'a> {
    app: &'a Arc<App>,
    viewer: &'a Arc<Viewer>,
    eyes: Eyes,
}

impl<'a> By<'a> {
    fn from(ctx: &Context<'a>) -> Result<Self> {
        Ok(Self {
            app: from_context(ctx)?,
            viewer: sessions::viewer(ctx)?,
            eyes: Eyes::from(ctx)?,
        })
    }

    fn subject(&self, result: Result<SubjectRow>) -> Result<SubjectPayload> {
        SubjectPayload::of(result.map(|row| Subject::of(row, &self.eyes)))
    }
}

/// Changing subjects.
#[derive(Debug, Default)]
pub struct SubjectsMutation;

#[Object]
impl SubjectsMutation {
    /// Names somebody or something in a lead.
    async fn add_subject(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The subject to be.")] input: AddSubjectInput,
    ) -> Result<AddSubjectPayload> {
        let by = By::from(ctx)?;
        let key = input.idempotency_key.clone();
        let result = Box::pin(commands::add(by.app, by.viewer, &key, input.read()?)).await;
        let (row, user_errors) = outcome(result)?;
        Ok(AddSubjectPayload {
            subject: row.flatten().map(|row| Subject::of(row, &by.eyes)),
            user_errors,
        })
    }

    /// Changes what a lead says of a subject.
    async fn change_subject(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which one, and the changes.")] input: ChangeSubjectInput,
    ) -> Result<SubjectPayload> {
        let by = By::from(ctx)?;
        let (id, version) = (uuid(IdKind::Subject, &input.id)?, input.expected_version);
        by.subject(Box::pin(commands::change(by.app, by.viewer, id, version, input.read())).await)
    }

    /// Takes a subject away: it stays in the lead's history and meets nothing any more.
    async fn remove_subject(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which one, and why.")] input: RemoveSubjectInput,
    ) -> Result<SubjectPayload> {
        let by = By::from(ctx)?;
        let (id, version) = (uuid(IdKind::Subject, &input.id)?, input.expected_version);
        by.subject(Box::pin(commands::remove(by.app, by.viewer, id, version, &input.reason)).await)
    }

    /// Adds what a subject is known by.
    async fn add_identifiers(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which subject, and what it is known by.")] input: AddIdentifiersInput,
    ) -> Result<SubjectPayload> {
        let by = By::from(ctx)?;
        let (id, version) = (uuid(IdKind::Subject, &input.id)?, input.expected_version);
        let new = read_all(Some(input.identifiers));
        by.subject(Box::pin(commands::add_identifiers(by.app, by.viewer, id, version, new)).await)
    }

    /// Takes away something that a subject is not known by after all.
    async fn remove_identifier(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which subject, and what it is not known by.")] input: RemoveIdentifierInput,
    ) -> Result<SubjectPayload> {
        let by = By::from(ctx)?;
        let (id, version) = (uuid(IdKind::Subject, &input.id)?, input.expected_version);
        let identifier = uuid(IdKind::Identifier, &input.identifier_id)?;
        by.subject(Box::pin(commands::remove_identifier(by.app, by.viewer, id, version, identifier)).await)
    }

    /// Ties a subject to another that the viewer sees too; whoever sees both sees it.
    async fn link_subjects(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The link to be.")] input: LinkSubjectsInput,
    ) -> Result<SubjectLinkPayload> {
        let by = By::from(ctx)?;
        let key = input.idempotency_key.clone();
        let made = Box::pin(commands::link(by.app, by.viewer, &key, input.read()?)).await;
        SubjectLinkPayload::of(made.map(|row| SubjectLink::of(row, &by.eyes)))
    }

    /// Takes a link away.
    async fn unlink_subjects(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which link.")] input: UnlinkSubjectsInput,
    ) -> Result<SubjectPayload> {
        let by = By::from(ctx)?;
        let id = uuid(IdKind::Link, &input.id)?;
        by.subject(Box::pin(commands::unlink(by.app, by.viewer, id)).await)
    }

    /// Writes what the viewer's organisation notes of a subject for itself.
    async fn annotate_subject(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which subject, and the note.")] input: AnnotateSubjectInput,
    ) -> Result<SubjectPayload> {
        let by = By::from(ctx)?;
        let (id, version) = (uuid(IdKind::Subject, &input.id)?, input.expected_version);
        by.subject(Box::pin(commands::annotate(by.app, by.viewer, id, version, &input.body)).await)
    }

    /// Shows a person's data in clear; that they were shown, and for what, is in the log before they are.
    async fn reveal_personal_data(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Whose, and for what.")] input: RevealPersonalDataInput,
    ) -> Result<RevealPersonalDataPayload> {
        let by = By::from(ctx)?;
        let subject = uuid(IdKind::Subject, &input.subject_id)?;
        let revealed = Box::pin(commands::reveal(by.app, by.viewer, subject, input.purpose.into())).await;
        if let Ok(revealed) = &revealed {
            by.eyes.shows(revealed.row.lead_id, None);
        }
        RevealPersonalDataPayload::of(revealed)
    }
}
