//! Sessions: who is behind a request.
//!
//! A token says who, never what: organisation, roles and brand scope come from the database at every request, through a
//! cache that lives only while the authorisation epoch stands still.

pub mod keys;
pub mod viewers;

use std::sync::Arc;

use crate::{
    permissions::Viewer,
    platform::error::{ErrorCode, Result},
};

/// Who sent a request, as the server found out.
#[derive(Debug, Clone, Default)]
pub struct Caller {
    /// The person, if a good token came along.
    pub viewer: Option<Arc<Viewer>>,
    /// The refresh token of the cookie, if one came along with the header that a form cannot send.
    pub refresh_token: Option<String>,
    /// Address of the peer, for the back-off; never logged.
    pub peer: Option<std::net::IpAddr>,
    /// What the client calls itself, shortened.
    pub user_agent: Option<String>,
}

impl Caller {
    /// The person.
    ///
    /// # Errors
    /// `UNAUTHENTICATED` where nobody is signed in.
    pub fn viewer(&self) -> Result<&Arc<Viewer>> {
        self.viewer.as_ref().ok_or_else(|| ErrorCode::Unauthenticated.into())
    }
}

/// The person behind a resolver's request.
///
/// # Errors
/// `UNAUTHENTICATED` where nobody is signed in.
pub fn viewer<'a>(ctx: &async_graphql::Context<'a>) -> Result<&'a Arc<Viewer>> {
    ctx.data::<Caller>()
        .map_err(|error| crate::platform::error::ApiError::internal(error.message))?
        .viewer()
}
