//! Reference pictures, as clients see them.

use async_graphql::{ID, SimpleObject};

use super::enums::GqlPictureSide;
use crate::{
    platform::{
        clock::timestamp,
        db::code,
        error::Result,
        graphql::{UserError, id, scalars::DateTime},
        ids::IdKind,
    },
    products::{rules::PictureSide, store::PictureRow},
};

/// A reference picture of a product, or of one side of a feature. `openProductPicture` gives a link to it.
#[derive(SimpleObject)]
pub struct ProductPicture {
    /// Opaque id.
    id: ID,
    /// What it shows.
    side: GqlPictureSide,
    /// What is to be seen on it; null where nobody has said.
    caption: Option<String>,
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
    /// Whether its bytes are not what they were: nobody gets them.
    quarantined: bool,
}

impl ProductPicture {
    pub(super) fn of(row: PictureRow) -> Result<Self> {
        Ok(Self {
            id: id(IdKind::Picture, row.id),
            side: code::<PictureSide>(&row.side)?.into(),
            caption: row.caption,
            file_name: row.file_name,
            media_type: row.media_type,
            bytes: i32::try_from(row.bytes).unwrap_or(i32::MAX),
            sha256: row.sha256,
            added_at: DateTime(timestamp(row.added_at)),
            quarantined: row.quarantined_at.is_some(),
        })
    }
}

/// Where a picture is, or why it is not given.
#[derive(SimpleObject)]
pub struct OpenProductPicturePayload {
    /// The address, on this server and in this session only; null where it was refused.
    pub(super) url: Option<String>,
    /// Until when it is good; null where it was refused.
    pub(super) expires_at: Option<DateTime>,
    /// Why it was refused; empty when it was done.
    pub(super) user_errors: Vec<UserError>,
}
