//! Letting a lead go on with another one, as clients see it.

use async_graphql::{ID, InputObject, Object};

use super::enums::{GqlHandlingCode, GqlTlp};
use crate::leads::commands::MergePreview;

/// The leads of a merge that is thought of.
#[derive(Debug, Clone, InputObject)]
pub struct PreviewMergeInput {
    /// The lead that would go on with the other.
    pub(super) id: ID,
    /// The lead with which it would go on.
    pub(super) into_id: ID,
}

/// A merge.
#[derive(Debug, Clone, InputObject)]
pub struct MergeLeadInput {
    /// The lead that goes on with the other: graded, not shared yet.
    pub(super) id: ID,
    /// The version of it that was seen.
    pub(super) expected_version: i32,
    /// The lead with which it goes on: graded or shared.
    pub(super) into_id: ID,
    /// The version of that one that was seen.
    pub(super) into_expected_version: i32,
    /// Why, for everybody who sees the lead that goes on with the other; at most 2,000 characters.
    pub(super) reason: String,
}

/// What merging two leads would do. Both keep their parts, and nobody sees more than before.
pub struct GqlMergePreview(pub(super) MergePreview);

/// What merging two leads would do. Both keep their parts, and nobody sees more than before.
#[Object(name = "MergePreview")]
impl GqlMergePreview {
    /// The TLP of both: the strictest.
    async fn tlp(&self) -> GqlTlp {
        self.0.marking.tlp.into()
    }

    /// The handling code of both: the strictest.
    async fn handling_code(&self) -> GqlHandlingCode {
        self.0.marking.handling_code.into()
    }

    /// How many people see one of them now and would not any more.
    async fn people_losing_sight(&self) -> i32 {
        self.0.losing
    }
}
