//! Names, addresses and telephone numbers as they lie in the database: sealed with a key that is outside of it, each for
//! its place, so that none opens in another's.

use uuid::Uuid;

use super::rules::{OfficerRow, Sealed};
use crate::{
    app::App,
    platform::{
        error::{ApiError, Result},
        vault::Label,
    },
};

/// Where something sealed lies.
#[derive(Debug, Clone, Copy)]
pub(super) enum Place {
    OfficerName,
    OfficerEmail,
    OfficerPhone,
    ContactEmail,
    ContactPhone,
}

impl Place {
    fn label(self, owner: Uuid) -> Label {
        let purpose = match self {
            Self::OfficerName => "officer name",
            Self::OfficerEmail => "officer email",
            Self::OfficerPhone => "officer phone",
            Self::ContactEmail => "contact email",
            Self::ContactPhone => "contact phone",
        };
        Label { purpose, owner }
    }
}

/// Who an officer is and how it is reached, in clear.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Identity {
    /// The name.
    pub(crate) name: String,
    /// The address.
    pub(crate) email: String,
    /// The telephone number.
    pub(crate) phone: Option<String>,
}

/// The sealed form of a text of an officer or a contact point.
pub(super) fn seal(app: &App, place: Place, owner: Uuid, text: &str) -> Result<String> {
    app.keys
        .vault()
        .seal(app.ids.as_ref(), place.label(owner), text.as_bytes())
}

/// What was sealed.
pub(super) fn open(app: &App, place: Place, owner: Uuid, sealed: &str) -> Result<String> {
    let bytes = app.keys.vault().open(place.label(owner), sealed)?;
    String::from_utf8(bytes).map_err(|_| ApiError::internal("something sealed is no text"))
}

/// The sealed form of an officer of an agency.
pub(super) fn seal_officer(app: &App, agency: Uuid, officer: Uuid, identity: &Identity) -> Result<Sealed> {
    let phone = identity.phone.as_deref();
    Ok(Sealed {
        name: seal(app, Place::OfficerName, officer, &identity.name)?,
        email: seal(app, Place::OfficerEmail, officer, &identity.email)?,
        email_hash: address_hash(app, agency, &identity.email),
        phone: phone
            .map(|phone| seal(app, Place::OfficerPhone, officer, phone))
            .transpose()?,
    })
}

/// An officer in clear.
pub(super) fn open_officer(app: &App, row: &OfficerRow) -> Result<Identity> {
    let phone = row.sealed.phone.as_deref();
    Ok(Identity {
        name: open(app, Place::OfficerName, row.id, &row.sealed.name)?,
        email: open(app, Place::OfficerEmail, row.id, &row.sealed.email)?,
        phone: phone
            .map(|phone| open(app, Place::OfficerPhone, row.id, phone))
            .transpose()?,
    })
}

/// What an agency's addresses are compared by. Those of two agencies never compare, so that nobody is followed by it from
/// one to the other.
pub(super) fn address_hash(app: &App, agency: Uuid, email: &str) -> String {
    use std::fmt::Write as _;
    let code = app.keys.code("officer address", &[agency.as_bytes(), email.as_bytes()]);
    code.iter().fold(String::new(), |mut hex, byte| {
        // Writing to a text cannot fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}
