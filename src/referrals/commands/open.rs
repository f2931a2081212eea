//! Opening a package: a link that is good in one session only, for a purpose that is logged (I38).

use jiff::{SignedDuration, Timestamp};
use serde_json::json;
use uuid::Uuid;

use super::{By, Loaded, course, keep_step, load, record, sight, stand};
use crate::{
    app::App,
    evidence::{self, Content, Fetched},
    leads,
    permissions::Viewer,
    platform::{
        clock::micros,
        error::{ApiError, ErrorCode, Result},
        files::FileError,
        ids::{IdKind, encode},
    },
    referrals::{
        rules::{PackageForm, PackagePurpose, ReferralAction, ReferralStep, Side},
        store,
    },
    sessions,
};

/// How long a link is good.
const LINK_LASTS: SignedDuration = SignedDuration::from_mins(10);

/// A link to a package.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PackageLink {
    /// Where it is, below the service's address.
    pub(crate) path: String,
    /// When it ends.
    pub(crate) expires_at: Timestamp,
}

/// What somebody presents to get a package.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PresentedPackage {
    /// Of which referral.
    pub referral: Uuid,
    /// In which form.
    pub form: PackageForm,
    /// When the link ends, microseconds.
    pub expires_at: i64,
    /// What tells it from other links.
    pub nonce: Uuid,
    /// The code.
    pub code: String,
}

impl PresentedPackage {
    /// Whether the link was made for this viewer's session and has not ended.
    #[must_use]
    pub fn is_good(&self, app: &App, viewer: &Viewer) -> bool {
        sessions::is_code(&signature(app, viewer, self), &self.code) && micros(app.now()) < self.expires_at
    }
}

fn signature(app: &App, viewer: &Viewer, link: &PresentedPackage) -> String {
    let opens: [&[u8]; 4] = [
        link.referral.as_bytes(),
        link.form.code().as_bytes(),
        &link.expires_at.to_be_bytes(),
        link.nonce.as_bytes(),
    ];
    sessions::link_code(app, viewer, "referral", &opens)
}

/// A link to the package of a referral. That it is opened, and for what, is in the log before it is; an officer's first look is
/// in the history, and those who keep the leads see that the officer has seen them.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN` where the viewer does not see all that is in it, `TRANSITION_NOT_ALLOWED` before it is sent and once
/// it was withdrawn.
pub(crate) async fn open(
    app: &App,
    viewer: &Viewer,
    id: Uuid,
    form: PackageForm,
    purpose: PackagePurpose,
) -> Result<PackageLink> {
    let tx = app.begin().await?;
    let Loaded { row, standing, officer } = load(&tx, viewer, id).await?;
    course(&row)?.admits(&standing, ReferralAction::OpenPackage)?;
    let by = By::of(viewer, officer);
    let is_first = match officer.filter(|_| standing.side == Side::Agency) {
        Some(naming) => store::officer_opened(&tx, naming.id).await?,
        None => false,
    };
    if is_first {
        keep_step(app, &tx, by, id, ReferralStep::Opened, None).await?;
    }
    let expires_at = tx.now().checked_add(LINK_LASTS).map_err(ApiError::internal)?;
    let mut link = PresentedPackage {
        referral: id,
        form,
        expires_at: micros(expires_at),
        nonce: app.ids.id(tx.now()),
        code: String::new(),
    };
    link.code = signature(app, viewer, &link);
    let leads: Vec<Uuid> = store::leads_of(tx.connection(), &[id])
        .await?
        .into_iter()
        .map(|(_, lead)| lead)
        .collect();
    let detail = json!({ "form": form.code(), "purpose": purpose.code(), "tlp": row.tlp, "link": link.nonce });
    let proof = record(
        app,
        &tx,
        by,
        ("openReferralPackage", id, leads.first().copied()),
        &detail,
    )
    .await?;
    tx.commit(proof).await?;
    // What it shows of leads was shown; what cannot be noted is not shown (I27).
    leads::note_told(app, viewer, leads).await?;
    let path = format!(
        "/packages/{}?as={}&until={}&link={}&code={}",
        encode(IdKind::Referral, id),
        form.code(),
        link.expires_at,
        link.nonce.simple(),
        link.code
    );
    Ok(PackageLink { path, expires_at })
}

/// Gives out what a link stands for, whole.
///
/// # Errors
/// `NOT_FOUND` where the link is not good for this viewer any more, or the package is not open to it any more;
/// `TRANSITION_NOT_ALLOWED` where the bytes are not what they were.
pub async fn fetch_package(app: &App, viewer: &Viewer, wanted: &PresentedPackage) -> Result<Fetched> {
    let (connection, now) = (app.db.read(), app.now());
    let found = store::referral_find(connection, viewer, &sight(viewer, now), wanted.referral).await?;
    let row = found
        .filter(|_| wanted.is_good(app, viewer))
        .ok_or_else(ApiError::not_found)?;
    let (standing, _) = stand(connection, viewer, &row, now).await?;
    let admitted = course(&row)?.admits(&standing, ReferralAction::OpenPackage);
    admitted.map_err(|_| ApiError::not_found())?;
    package(app, &row.reference, row.id, wanted.form).await
}

/// The bytes of a package, compared with their hash.
pub(super) async fn package(app: &App, reference: &str, id: Uuid, form: PackageForm) -> Result<Fetched> {
    let kept = store::package_of(app.db.read(), id).await?;
    let kept = kept.ok_or_else(ApiError::not_found)?;
    if form == PackageForm::Manifest {
        return Ok(Fetched {
            content: Content::Whole(kept.manifest.into_bytes()),
            media_type: "application/json".to_owned(),
            file_name: format!("{reference}.json"),
        });
    }
    let file = evidence::stored_file(app.db.read(), kept.pdf_file_id).await?;
    let read = match file.filter(|file| file.sha256 == kept.pdf_sha256) {
        Some(file) => evidence::stored_content(app, &file).await,
        None => Err(FileError::Changed),
    };
    match read {
        Ok(content) => Ok(Fetched {
            content,
            media_type: "application/pdf".to_owned(),
            file_name: format!("{reference}.pdf"),
        }),
        Err(FileError::Changed | FileError::Missing) => {
            app.metrics.evidence_quarantined();
            tracing::error!(referral = %id, "the bytes of a referral's package are not what they were");
            Err(ApiError::because(
                ErrorCode::TransitionNotAllowed,
                "Its bytes are not what they were.",
            ))
        }
        Err(FileError::NoRoom | FileError::Unreachable) => Err(ErrorCode::Unavailable.into()),
    }
}
