//! For whom versions are, and who may read and make them.

use jiff::Timestamp;
use uuid::Uuid;

use crate::{
    permissions::{Action, Scope, Target, Viewer},
    platform::{
        db::Connection,
        error::{ApiError, ErrorCode, Result},
    },
    screening::store::{self, Reach},
};

/// A brand, or the whole alliance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct RuleScope {
    /// The brand; none for the alliance.
    pub(crate) brand: Option<Uuid>,
    /// What its versions are called by.
    pub(crate) name: String,
    owner: Option<Uuid>,
}

impl RuleScope {
    /// As it stands in the database.
    #[must_use]
    pub(crate) fn code(&self) -> String {
        code_of(self.brand)
    }
}

/// What a scope is in the database.
#[must_use]
pub(super) fn code_of(brand: Option<Uuid>) -> String {
    brand.map_or_else(|| "ALLIANCE".to_owned(), |brand| brand.simple().to_string())
}

/// The scope of a brand, or of the alliance, if the viewer may read what is made for it.
///
/// # Errors
/// `NOT_FOUND` for a brand that is not there, or whose listings the viewer does not see; `FORBIDDEN`.
pub(super) async fn readable(
    connection: &impl Connection,
    viewer: &Viewer,
    brand: Option<Uuid>,
    now: Timestamp,
) -> Result<RuleScope> {
    if !viewer.has(Action::ScreeningRead) {
        return Err(ErrorCode::Forbidden.into());
    }
    let Some(id) = brand else {
        return Ok(RuleScope {
            brand: None,
            name: "alliance".to_owned(),
            owner: None,
        });
    };
    let (owner, name) = store::brand_of(connection, id).await?.ok_or_else(ApiError::not_found)?;
    if !Reach::of(viewer, Action::ScreeningRead, now).has(owner, id) {
        return Err(ApiError::not_found());
    }
    Ok(RuleScope {
        brand: Some(id),
        name,
        owner: Some(owner),
    })
}

/// [`readable`], if the viewer may make versions for it: for a brand its own people and agents alone, for the alliance the
/// desk.
///
/// # Errors
/// As [`readable`], and `FORBIDDEN`.
pub(super) async fn changeable(
    connection: &impl Connection,
    viewer: &Viewer,
    brand: Option<Uuid>,
    now: Timestamp,
) -> Result<RuleScope> {
    let scope = readable(connection, viewer, brand, now).await?;
    let may = match (scope.brand, scope.owner) {
        (Some(brand), Some(owner)) => may_configure(viewer, owner, brand, now),
        _ => viewer.scope(Action::ScreeningConfigure) == Scope::All,
    };
    if may {
        Ok(scope)
    } else {
        Err(ErrorCode::Forbidden.into())
    }
}

/// Whether the viewer makes versions for a brand of an organisation. What the desk may do for all it does for the alliance.
fn may_configure(viewer: &Viewer, owner: Uuid, brand: Uuid, now: Timestamp) -> bool {
    let acts_for = || viewer.represented(Action::ScreeningConfigure, now);
    let concerned = viewer.organization == owner || acts_for().iter().any(|(principal, _)| *principal == owner);
    let target = Target {
        organization: owner,
        brands: &[brand],
    };
    concerned && viewer.may(Action::ScreeningConfigure, target, now)
}

/// Whether the viewer judges listings of a brand of an organisation.
#[must_use]
pub(super) fn may_judge(viewer: &Viewer, owner: Uuid, brand: Uuid, now: Timestamp) -> bool {
    let target = Target {
        organization: owner,
        brands: &[brand],
    };
    viewer.active && viewer.may(Action::ScreeningJudge, target, now)
}
