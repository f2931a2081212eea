//! Links to content that are good in one session only.
//!
//! A picture or a download carries no token. So the link says for what, until when and for whose session it was made, and
//! carries no secret of its own: whoever presents it has to come with that session.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use subtle::ConstantTimeEq as _;

use crate::{app::App, permissions::Viewer};

/// The code of a link over what it opens and the session of a viewer; `purpose` keeps links of different kinds apart.
#[must_use]
pub fn link_code(app: &App, viewer: &Viewer, purpose: &str, opens: &[&[u8]]) -> String {
    let session = viewer.session.unwrap_or_default();
    let mut parts = opens.to_vec();
    parts.push(viewer.person.as_bytes().as_slice());
    parts.push(session.as_bytes().as_slice());
    URL_SAFE_NO_PAD.encode(app.keys.code(purpose, &parts))
}

/// Whether a code that was presented is the one that is wanted, found out in the same time whatever the difference.
#[must_use]
pub fn is_code(wanted: &str, given: &str) -> bool {
    wanted.as_bytes().ct_eq(given.as_bytes()).into()
}
