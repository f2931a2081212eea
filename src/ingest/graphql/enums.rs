//! Enumerations of ingest, as clients see them.

use crate::{
    graphql_enum,
    ingest::rules::{FeedbackState, ListingOutcome, RunState},
};

graphql_enum! {
    /// What became of a listing.
    GqlListingOutcome as "ListingOutcome" = ListingOutcome {
        /// A lead was made of it.
        Created,
        /// A lead would be made of it; so in a dry run alone.
        WouldCreate,
        /// It came in before, or stands further up in the same call.
        AlreadyThere,
        /// Another lead that the caller sees has the same listing about the same brand; nothing was made.
        Duplicate,
        /// No lead can be made of it.
        Refused,
    }
}

graphql_enum! {
    /// Where a listing that came in stands.
    GqlFeedbackState as "ListingFeedbackState" = FeedbackState {
        /// It is there, and nobody has judged it yet.
        Received,
        /// The desk has graded it.
        InReview,
        /// The desk has turned it down.
        Rejected,
        /// It goes on with another lead.
        Merged,
        /// It was brought to whom it concerns.
        Shared,
        /// At least one of these has answered.
        Answered,
        /// It is closed.
        Resolved,
        /// It was taken back.
        Retracted,
    }
}

graphql_enum! {
    /// Where a stream of lines stands.
    GqlRunState as "IngestRunState" = RunState {
        /// More lines are taken.
        Open,
        /// Its sender said that this was all.
        Done,
        /// Nobody went on with it for a day.
        Abandoned,
    }
}
