//! Reference pictures: of a product as a whole, or of one side of a feature.

use jiff::Timestamp;
use serde_json::json;
use uuid::Uuid;

use super::{check_version, feature_to_change, finish, to_change};
use crate::{
    app::App,
    audience::{self, Kind, Sight},
    evidence::{self, rules::LINK_LASTS},
    members::rules::facts,
    permissions::{Action, Viewer, audience::Tlp},
    platform::{
        clock::micros,
        db::{Connection, Tx},
        error::{ApiError, ErrorCode, Result},
        ids::{IdKind, encode},
    },
    products::{
        rules::{MOST_PICTURES, PictureSide, ProductStep, check_picture},
        store::{self, PictureRow},
    },
    sessions,
};

/// What a picture is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PictureOf {
    /// A product as a whole.
    Product(Uuid),
    /// One side of a feature.
    Feature(Uuid),
}

/// A picture to be.
#[derive(Debug, Clone)]
pub struct AddPicture {
    /// Of what.
    pub of: PictureOf,
    /// The version of that which was seen.
    pub expected_version: i32,
    /// What it shows.
    pub side: PictureSide,
    /// The file that was sent.
    pub upload: Uuid,
    /// What is to be seen on it.
    pub caption: Option<String>,
}

/// Adds a picture; gives the sheet's id. The version of what it is of moves.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `STALE_VERSION`, `BAD_USER_INPUT`, `TRANSITION_NOT_ALLOWED` where the sheet is out of use or the
/// feature is retired, `ALREADY_EXISTS` where the feature has a picture of this side, `LIMIT_EXCEEDED` beyond twelve of a sheet.
pub async fn add_picture(app: &App, viewer: &Viewer, new: &AddPicture) -> Result<Uuid> {
    let tx = app.begin().await?;
    let (product, feature) = moved(&tx, viewer, new.of, new.expected_version).await?;
    let caption = facts::optional_name("caption", new.caption.as_deref())?;
    let (file, file_name) = evidence::take_upload(&tx, viewer, new.upload).await?;
    check_picture(&file.media_type, file.bytes)?;
    let held = store::pictures_of(tx.connection(), &[product]).await?;
    check_room(&held, feature, new.side)?;
    let row = PictureRow {
        id: app.ids.id(tx.now()),
        product_id: product,
        feature_id: feature,
        side: new.side.code().to_owned(),
        caption,
        file_id: file.id,
        file_name,
        sha256: file.sha256,
        bytes: file.bytes,
        media_type: file.media_type,
        added_by: viewer.person,
        added_at: micros(tx.now()),
        quarantined_at: None,
    };
    store::picture_insert(&tx, &row).await?;
    told(app, tx, viewer, ("addProductPicture", None), &row).await?;
    Ok(product)
}

fn check_room(held: &[PictureRow], feature: Option<Uuid>, side: PictureSide) -> Result<()> {
    let there: Vec<&PictureRow> = held.iter().filter(|picture| picture.feature_id == feature).collect();
    if feature.is_some() && there.iter().any(|picture| picture.side == side.code()) {
        let text = "The feature has a picture of this side. Remove it first.";
        return Err(ApiError::because(ErrorCode::AlreadyExists, text).at("side"));
    }
    match feature.is_none() && there.len() >= MOST_PICTURES {
        true => Err(ErrorCode::LimitExceeded.into()),
        false => Ok(()),
    }
}

/// Removes a picture; gives the sheet's id.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `STALE_VERSION`, `TRANSITION_NOT_ALLOWED` where the sheet is out of use or the feature is retired.
pub(in crate::products) async fn remove_picture(
    app: &App,
    viewer: &Viewer,
    id: Uuid,
    expected_version: i32,
) -> Result<Uuid> {
    let tx = app.begin().await?;
    let row = store::picture(tx.connection(), id).await?;
    let row = row.ok_or_else(ApiError::not_found)?;
    let of = row
        .feature_id
        .map_or(PictureOf::Product(row.product_id), PictureOf::Feature);
    moved(&tx, viewer, of, expected_version).await?;
    store::picture_delete(&tx, row.id).await?;
    told(app, tx, viewer, ("removeProductPicture", None), &row).await?;
    Ok(row.product_id)
}

/// Moves the version of what a picture is of, so that of two who change pictures at once one is stale; gives sheet and feature.
async fn moved(tx: &Tx, viewer: &Viewer, of: PictureOf, expected_version: i32) -> Result<(Uuid, Option<Uuid>)> {
    match of {
        PictureOf::Product(id) => {
            let (row, _) = to_change(tx, viewer, id, ProductStep::Edit).await?;
            check_version(row.version, expected_version)?;
            let row = store::product_save(tx, row).await?;
            Ok((row.id, None))
        }
        PictureOf::Feature(id) => {
            let (sheet, row) = feature_to_change(tx, viewer, id, expected_version).await?;
            let row = store::feature_save(tx, row).await?;
            Ok((sheet.id, Some(row.id)))
        }
    }
}

/// Writes the audit entry and commits.
async fn told(
    app: &App,
    tx: Tx,
    viewer: &Viewer,
    (verb, purpose): (&'static str, Option<String>),
    row: &PictureRow,
) -> Result<()> {
    let detail = json!({
        "picture": encode(IdKind::Picture, row.id), "feature": row.feature_id.map(|id| encode(IdKind::Feature, id)),
        "sha256": row.sha256, "bytes": row.bytes, "mediaType": row.media_type, "purpose": purpose,
    });
    finish(app, tx, viewer, (verb, IdKind::Product, row.product_id), &detail).await
}

/// A link to a picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::products) struct PictureLink {
    /// Where it is, below the service's address.
    pub(in crate::products) path: String,
    /// When it ends.
    pub(in crate::products) expires_at: Timestamp,
}

/// What somebody presents to get a picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PresentedPicture {
    /// Which one.
    pub picture: Uuid,
    /// When the link ends, microseconds.
    pub expires_at: i64,
    /// What tells it from other links.
    pub nonce: Uuid,
    /// The code.
    pub code: String,
}

impl PresentedPicture {
    /// Whether the link was made for this viewer's session and has not ended.
    #[must_use]
    pub fn is_good(&self, app: &App, viewer: &Viewer) -> bool {
        sessions::is_code(&code(app, viewer, self), &self.code) && micros(app.now()) < self.expires_at
    }
}

fn code(app: &App, viewer: &Viewer, link: &PresentedPicture) -> String {
    let opens: [&[u8]; 3] = [
        link.picture.as_bytes(),
        &link.expires_at.to_be_bytes(),
        link.nonce.as_bytes(),
    ];
    sessions::link_code(app, viewer, "product picture", &opens)
}

/// Whether the viewer sees a picture: what it is of.
pub(super) async fn is_seen(
    connection: &impl Connection,
    viewer: &Viewer,
    row: &PictureRow,
    now: Timestamp,
) -> Result<bool> {
    let sight = Sight::of(viewer, Action::ProductRead, now);
    let (kind, id) = row
        .feature_id
        .map_or((Kind::Product, row.product_id), |id| (Kind::Feature, id));
    audience::sees(connection, &sight, kind, id).await
}

/// Whether a picture is of a feature that is RED.
async fn is_red(tx: &Tx, row: &PictureRow) -> Result<bool> {
    let Some(feature) = row.feature_id else {
        return Ok(false);
    };
    let feature = store::feature_any(tx.connection(), feature).await?;
    Ok(feature.is_none_or(|feature| feature.tlp == <&str>::from(Tlp::Red)))
}

/// A link to a picture of something that the viewer sees; opening one is in the audit log, of what is RED with what for (I38).
///
/// # Errors
/// `NOT_FOUND`, `BAD_USER_INPUT` without a purpose where there has to be one, `TRANSITION_NOT_ALLOWED` where its bytes are not what
/// they were.
pub(in crate::products) async fn open_picture(
    app: &App,
    viewer: &Viewer,
    id: Uuid,
    purpose: Option<&str>,
) -> Result<PictureLink> {
    let tx = app.begin().await?;
    let row = store::picture(tx.connection(), id).await?;
    let row = row.ok_or_else(ApiError::not_found)?;
    if !is_seen(tx.connection(), viewer, &row, tx.now()).await? {
        return Err(ApiError::not_found());
    }
    let purpose = facts::text("purpose", purpose, facts::MAX_REASON)?;
    if purpose.is_none() && is_red(&tx, &row).await? {
        return Err(ApiError::input("purpose", "Say what for."));
    }
    if row.quarantined_at.is_some() {
        return Err(ErrorCode::TransitionNotAllowed.into());
    }
    let expires_at = tx.now().checked_add(LINK_LASTS).map_err(ApiError::internal)?;
    let mut link = PresentedPicture {
        picture: id,
        expires_at: micros(expires_at),
        nonce: app.ids.id(tx.now()),
        code: String::new(),
    };
    link.code = code(app, viewer, &link);
    told(app, tx, viewer, ("openProductPicture", purpose), &row).await?;
    let path = format!(
        "/product-pictures/{}?until={}&link={}&code={}",
        encode(IdKind::Picture, id),
        link.expires_at,
        link.nonce.simple(),
        link.code
    );
    Ok(PictureLink { path, expires_at })
}
