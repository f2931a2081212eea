//! Certificates of IP rights in the graph.

use async_graphql::{ComplexObject, Context, ID, InputObject, Object, SimpleObject};
use jiff::Timestamp;
use uuid::Uuid;

use super::IpRightPayload;
use crate::{
    app::App,
    members::graphql::{Person, person},
    permissions::Viewer,
    platform::{
        error::Result,
        graphql::{UserError, from_context, id, outcome, scalars::DateTime, uuid},
        ids::IdKind,
    },
    rights::{
        commands::{self, AddCertificate},
        rules::{
            certificate::{CertificateRow, permit_certificates},
            ip_right::IpRightRow,
        },
    },
    sessions,
};

/// A certificate of a right: what an office or a court gave out, as the right holder has it.
#[derive(SimpleObject)]
#[graphql(complex)]
pub struct IpRightCertificate {
    #[graphql(skip)]
    adder: Option<Uuid>,
    /// Opaque id.
    id: ID,
    /// What it is; null where nobody has said.
    title: Option<String>,
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
    /// From when on the secretariat could see it; null before. From then on it is kept.
    handed_in_at: Option<DateTime>,
    /// Whether it was there when the right, or its renewal, was verified last.
    verified: bool,
    /// Whether its bytes are not what they were: nobody gets them.
    quarantined: bool,
    /// Whether the viewer may take it away now.
    may_remove: bool,
}

impl IpRightCertificate {
    /// The certificate of a right, for a viewer of it at a moment.
    pub(super) fn of(row: &CertificateRow, right: &IpRightRow, viewer: &Viewer, now: Timestamp) -> Self {
        let may_remove = row.may_go(right) && permit_certificates(viewer, right, now).is_ok();
        Self {
            adder: right.is_kept_by(viewer, now).then_some(row.added_by),
            id: id(IdKind::Certificate, row.id),
            title: row.title.clone(),
            file_name: row.file_name.clone(),
            media_type: row.media_type.clone(),
            bytes: i32::try_from(row.bytes).unwrap_or(i32::MAX),
            sha256: row.sha256.clone(),
            added_at: DateTime(row.added_at),
            handed_in_at: row.handed_in_at.map(DateTime),
            verified: row.was_verified(right),
            quarantined: row.quarantined_at.is_some(),
            may_remove,
        }
    }
}

#[ComplexObject]
impl IpRightCertificate {
    /// Who added it; null for everybody but the holder, its agents and those who verify rights.
    async fn added_by(&self, ctx: &Context<'_>) -> Result<Option<Person>> {
        match self.adder {
            Some(key) => person(ctx, key).await.map(Some),
            None => Ok(None),
        }
    }
}

/// A certificate to add to a right.
#[derive(InputObject)]
pub(super) struct AddCertificateInput {
    /// The right.
    right_id: ID,
    /// The version of the right that was seen.
    expected_version: i32,
    /// What `POST /files` answered: a PDF or a picture of at most 20 MiB.
    upload_id: ID,
    /// What it is, at most 200 characters.
    title: Option<String>,
}

impl AddCertificateInput {
    fn command(self) -> Result<AddCertificate> {
        Ok(AddCertificate {
            right: uuid(IdKind::Right, &self.right_id)?,
            expected_version: self.expected_version,
            upload: uuid(IdKind::Upload, &self.upload_id)?,
            title: self.title,
        })
    }
}

/// A certificate to take away.
#[derive(InputObject)]
pub(super) struct RemoveCertificateInput {
    /// Which one.
    id: ID,
    /// The version of the right that was seen.
    expected_version: i32,
}

/// A certificate to open.
#[derive(InputObject)]
pub(super) struct OpenCertificateInput {
    /// Which one.
    id: ID,
}

/// Where a certificate is, or why it is not given.
#[derive(SimpleObject)]
pub struct OpenCertificatePayload {
    /// The address, on this server and in this session only; null where it was refused.
    url: Option<String>,
    /// Until when it is good; null where it was refused.
    expires_at: Option<DateTime>,
    /// Why it was refused; empty when it was done.
    user_errors: Vec<UserError>,
}

/// The mutations of certificates.
#[derive(Default)]
pub struct CertificateMutation;

#[Object]
impl CertificateMutation {
    /// Adds a certificate to a right, of a file that was sent to `POST /files`; at most five. It is kept from when on the
    /// secretariat could see it.
    async fn add_certificate(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The certificate to be.")] input: AddCertificateInput,
    ) -> Result<IpRightPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        IpRightPayload::of(Box::pin(commands::add_certificate(app, viewer, &input.command()?)).await)
    }

    /// Takes a certificate away from a draft that was never handed in with it.
    async fn remove_certificate(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which one.")] input: RemoveCertificateInput,
    ) -> Result<IpRightPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let key = uuid(IdKind::Certificate, &input.id)?;
        IpRightPayload::of(Box::pin(commands::remove_certificate(app, viewer, key, input.expected_version)).await)
    }

    /// Opens a certificate of a right that the viewer sees: a link that is good for some minutes, in this session only.
    async fn open_certificate(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which one.")] input: OpenCertificateInput,
    ) -> Result<OpenCertificatePayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let key = uuid(IdKind::Certificate, &input.id)?;
        let (link, user_errors) = outcome(Box::pin(commands::open_certificate(app, viewer, key)).await)?;
        Ok(OpenCertificatePayload {
            expires_at: link.as_ref().map(|link| DateTime(link.expires_at)),
            url: link.map(|link| link.path),
            user_errors,
        })
    }
}
