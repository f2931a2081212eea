//! Documents of authorised parties and of powers of attorney in the graph.

use async_graphql::{Context, ID, InputObject, Object, OneofObject, SimpleObject};
use uuid::Uuid;

use super::{PowerOfAttorneyPayload, loaders};
use crate::{
    app::App,
    members::Transition,
    payload,
    platform::{
        error::Result,
        graphql::{
            UserError, from_context, id, outcome,
            scalars::{Date, DateTime},
            uuid,
        },
        ids::IdKind,
    },
    rights::{
        commands::{self, AddDocument},
        rules::{
            document::{DocumentOf, DocumentRow, NewDocument},
            first_day, last_day,
        },
    },
    sessions,
};

/// A document: the certificate of a maker or licensee, or what was handed in of a power of attorney. `openRightsDocument` gives a link
/// to it.
#[derive(SimpleObject)]
pub struct RightsDocument {
    /// Opaque id.
    id: ID,
    /// The number that stands on it; null for one of a power of attorney.
    number: Option<String>,
    /// What it is; null where nobody has said.
    title: Option<String>,
    /// The first day that stands on it, in UTC; null for one of a power of attorney.
    valid_from: Option<Date>,
    /// The last day that stands on it, in UTC; null where there is none.
    valid_to: Option<Date>,
    /// The name that its file came with; null where it had none.
    file_name: Option<String>,
    /// What its file is, by its bytes.
    media_type: String,
    /// How many bytes its file has.
    bytes: i32,
    /// SHA-256 of its bytes, in hex.
    sha256: String,
    /// When it was added.
    added_at: DateTime,
    /// When it was withdrawn, so that it counts no more; null before.
    withdrawn_at: Option<DateTime>,
    /// Whether its bytes are not what they were: nobody gets them.
    quarantined: bool,
}

impl From<DocumentRow> for RightsDocument {
    fn from(row: DocumentRow) -> Self {
        Self {
            id: id(IdKind::Document, row.id),
            number: row.number,
            title: row.title,
            valid_from: row.valid_from.map(|from| Date(first_day(from))),
            valid_to: row.valid_until.map(|until| Date(last_day(until))),
            file_name: row.file_name,
            media_type: row.media_type,
            bytes: i32::try_from(row.bytes).unwrap_or(i32::MAX),
            sha256: row.sha256,
            added_at: DateTime(row.added_at),
            withdrawn_at: row.withdrawn_at.map(DateTime),
            quarantined: row.quarantined_at.is_some(),
        }
    }
}

/// The documents of an authorised party or a power of attorney that was seen.
pub(super) async fn documents_of(ctx: &Context<'_>, owner: Uuid) -> Result<Vec<RightsDocument>> {
    let rows = loaders::of(ctx)?.documents.load_one(owner).await?;
    Ok(rows
        .iter()
        .flat_map(|rows| rows.iter().cloned())
        .map(Into::into)
        .collect())
}

/// Whose document it is; exactly one.
#[derive(OneofObject)]
pub(super) enum DocumentOfInput {
    /// An authorised party's that makes or uses the brand under a licence.
    PartyId(ID),
    /// A power of attorney's.
    PowerOfAttorneyId(ID),
}

/// A document to add.
#[derive(InputObject)]
pub(super) struct AddRightsDocumentInput {
    /// Whose.
    of: DocumentOfInput,
    /// The version of that which was seen.
    expected_version: i32,
    /// What `POST /files` answered: a PDF or a picture of at most 20 MiB.
    upload_id: ID,
    /// The number that stands on it, at most 100 characters; of authorised parties, and there needed.
    number: Option<String>,
    /// What it is, at most 200 characters.
    title: Option<String>,
    /// The first day that stands on it, in UTC; of authorised parties, and there needed.
    valid_from: Option<Date>,
    /// The last day that stands on it, in UTC; of authorised parties.
    valid_to: Option<Date>,
}

impl AddRightsDocumentInput {
    fn command(self) -> Result<AddDocument> {
        let of = match self.of {
            DocumentOfInput::PartyId(id) => DocumentOf::Party(uuid(IdKind::Party, &id)?),
            DocumentOfInput::PowerOfAttorneyId(id) => DocumentOf::Power(uuid(IdKind::Poa, &id)?),
        };
        Ok(AddDocument {
            of,
            expected_version: self.expected_version,
            upload: uuid(IdKind::Upload, &self.upload_id)?,
            new: NewDocument {
                number: self.number,
                title: self.title,
                valid_from: self.valid_from.map(|day| day.0),
                valid_to: self.valid_to.map(|day| day.0),
            },
        })
    }
}

/// A document to withdraw.
#[derive(InputObject)]
pub(super) struct WithdrawRightsDocumentInput {
    /// Which one.
    id: ID,
    /// The version of what it belongs to.
    expected_version: i32,
    /// Why, 1 to 1,000 characters; kept in the audit log.
    reason: String,
}

/// A document to open.
#[derive(InputObject)]
pub(super) struct OpenRightsDocumentInput {
    /// Which one.
    id: ID,
}

/// A power of attorney that nobody gave.
#[derive(InputObject)]
pub(super) struct ReportForgedPowerOfAttorneyInput {
    /// Which one.
    id: ID,
    /// The version that was seen.
    expected_version: i32,
    /// How it is known, 1 to 1,000 characters; its parties read it.
    reason: String,
}

payload! {
    /// The outcome of a change of a document.
    RightsDocumentPayload {
        /// The document afterwards; null where it was refused.
        document: RightsDocument
    }
}

/// Where a document is, or why it is not given.
#[derive(SimpleObject)]
pub struct OpenRightsDocumentPayload {
    /// The address, on this server and in this session only; null where it was refused.
    url: Option<String>,
    /// Until when it is good; null where it was refused.
    expires_at: Option<DateTime>,
    /// Why it was refused; empty when it was done.
    user_errors: Vec<UserError>,
}

/// The mutations of documents.
#[derive(Debug, Default)]
pub struct DocumentsMutation;

#[Object]
impl DocumentsMutation {
    /// Adds a document, of a file that was sent to `POST /files`: the certificate of a maker or licensee, or what there is of a power of
    /// attorney; at most ten of each. It is kept.
    async fn add_rights_document(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The document to be.")] input: AddRightsDocumentInput,
    ) -> Result<RightsDocumentPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        RightsDocumentPayload::of(Box::pin(commands::add_document(app, viewer, &input.command()?)).await)
    }

    /// Says that a document counts no more; those of a verified power of attorney go with it alone.
    async fn withdraw_rights_document(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which one, and why.")] input: WithdrawRightsDocumentInput,
    ) -> Result<RightsDocumentPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let which = (uuid(IdKind::Document, &input.id)?, input.expected_version);
        let done = Box::pin(commands::withdraw_document(app, viewer, which, &input.reason)).await;
        RightsDocumentPayload::of(done)
    }

    /// Opens a document of something that the viewer reads: a link that is good for some minutes, in this session only.
    async fn open_rights_document(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which one.")] input: OpenRightsDocumentInput,
    ) -> Result<OpenRightsDocumentPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let key = uuid(IdKind::Document, &input.id)?;
        let (link, user_errors) = outcome(Box::pin(commands::open_document(app, viewer, key)).await)?;
        Ok(OpenRightsDocumentPayload {
            expires_at: link.as_ref().map(|link| DateTime(link.expires_at)),
            url: link.map(|link| link.path),
            user_errors,
        })
    }

    /// Writes down that a power of attorney is forged, and takes it back; done by somebody else than who submitted it.
    async fn report_forged_power_of_attorney(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which one, and how it is known.")] input: ReportForgedPowerOfAttorneyInput,
    ) -> Result<PowerOfAttorneyPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let change = Transition {
            id: uuid(IdKind::Poa, &input.id)?,
            expected_version: input.expected_version,
            reason: Some(input.reason),
        };
        PowerOfAttorneyPayload::of(Box::pin(commands::report_forged_power(app, viewer, change)).await)
    }
}
