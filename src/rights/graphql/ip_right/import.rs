//! Taking over trade marks from an office's files, in the graph.

use async_graphql::{Context, ID, InputObject, SimpleObject};

use super::{GqlImportOutcome, GqlRegisterNote, IpRight};
use crate::{
    app::App,
    platform::{
        error::Result,
        graphql::{UserError, from_context, outcome, uuid, uuids},
        ids::IdKind,
    },
    rights::commands::{self, ImportIpRights, ImportedIpRight},
    sessions,
};

/// Files of an office to take over.
#[derive(InputObject)]
pub(super) struct ImportIpRightsInput {
    /// 1 to 128 characters that stand for this call: the same key with the same input is done once.
    idempotency_key: String,
    /// The right holder; the viewer's own organisation where it is left out.
    organization_id: Option<ID>,
    /// The right holder's brands that the marks protect, 1 to 100.
    brand_ids: Vec<ID>,
    /// The texts of 1 to 20 files, at most 200,000 bytes each, 800,000 bytes and 200 marks together.
    documents: Vec<String>,
    /// Whether only to say what would come of it.
    dry_run: bool,
}

/// An entry of an office's file, and what came of it.
#[derive(SimpleObject)]
pub struct ImportedIpRightEntry {
    /// What came of it.
    outcome: GqlImportOutcome,
    /// What to know of it.
    notes: Vec<GqlRegisterNote>,
    /// The words of the mark; null where it has none.
    words: Option<String>,
    /// The office, by WIPO ST.3.
    office: String,
    /// The number of the application; null where the file has none.
    application_number: Option<String>,
    /// The number of the registration; null where the file has none.
    registration_number: Option<String>,
    /// Nice classes.
    nice_classes: Vec<i32>,
    /// What the office says of its status; null where the file says nothing.
    status_text: Option<String>,
    /// The draft, or the right that was there; null where there is none, for drafts of a dry run, and where the viewer may
    /// not know of it.
    ip_right: Option<IpRight>,
}

impl From<ImportedIpRight> for ImportedIpRightEntry {
    fn from(imported: ImportedIpRight) -> Self {
        let entry = imported.entry;
        Self {
            outcome: imported.outcome.into(),
            notes: imported.notes.into_iter().map(Into::into).collect(),
            words: entry.words,
            office: entry.office,
            application_number: entry.application_number,
            registration_number: entry.registration_number,
            nice_classes: entry.nice_classes,
            status_text: entry.status_text,
            ip_right: imported.right.map(Into::into),
        }
    }
}

/// The outcome of taking over an office's files.
#[derive(SimpleObject)]
pub struct ImportIpRightsPayload {
    /// What came of each mark, in the files' order; null where the whole was refused.
    entries: Option<Vec<ImportedIpRightEntry>>,
    /// Why it was refused; empty when it was done.
    user_errors: Vec<UserError>,
}

pub(super) async fn import_ip_rights(ctx: &Context<'_>, input: ImportIpRightsInput) -> Result<ImportIpRightsPayload> {
    let app = from_context::<App>(ctx)?;
    let command = ImportIpRights {
        organization: input.organization_id.map(|id| uuid(IdKind::Org, &id)).transpose()?,
        brands: uuids(IdKind::Brand, &input.brand_ids)?,
        documents: input.documents,
        dry_run: input.dry_run,
    };
    let result = commands::import_ip_rights(app, sessions::viewer(ctx)?, &input.idempotency_key, &command).await;
    let (entries, user_errors) = outcome(result)?;
    Ok(ImportIpRightsPayload {
        entries: entries.map(|entries| entries.into_iter().map(Into::into).collect()),
        user_errors,
    })
}
