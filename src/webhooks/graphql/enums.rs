//! Enumerations of webhooks.

use crate::{
    graphql_enum,
    webhooks::rules::{EndpointState, MessageState, WebhookKind},
};

graphql_enum! {
    /// Of what a webhook tells.
    GqlWebhookKind as "WebhookKind" = WebhookKind {
        /// A lead was handed in: `lead.submitted`.
        LeadSubmitted,
        /// A lead was graded: `lead.triaged`.
        LeadTriaged,
        /// A lead was turned down: `lead.rejected`.
        LeadRejected,
        /// A lead goes on with another one: `lead.merged`.
        LeadMerged,
        /// A lead was shared: `lead.shared`.
        LeadShared,
        /// A lead was closed: `lead.resolved`.
        LeadResolved,
        /// A lead was opened again: `lead.reopened`.
        LeadReopened,
        /// A lead was taken back: `lead.retracted`.
        LeadRetracted,
        /// A lead was pushed to a recipient: `delivery.pushed`.
        DeliveryPushed,
        /// A recipient took a lead up: `delivery.acknowledged`.
        DeliveryAcknowledged,
        /// A recipient gave a verdict: `delivery.verdict`.
        DeliveryVerdict,
        /// A recipient asked for information: `delivery.info_requested`.
        DeliveryInfoRequested,
        /// A recipient was given information: `delivery.info_answered`.
        DeliveryInfoAnswered,
        /// Somebody commented: `comment.added`.
        CommentAdded,
        /// Somebody tries the endpoint out: `ping`. It comes whenever it is asked for.
        Ping,
    }
}

graphql_enum! {
    /// Where a webhook endpoint stands.
    GqlEndpointState as "WebhookEndpointState" = EndpointState {
        /// What happens goes there.
        Active,
        /// What happens waits, as somebody of the organisation said.
        Paused,
        /// Nothing is queued for it any more: it failed for five days, or answered that it is gone (410).
        Disabled,
    }
}

graphql_enum! {
    /// What became of a message to a webhook endpoint.
    GqlMessageState as "WebhookMessageState" = MessageState {
        /// It waits.
        Queued,
        /// A sender has it.
        Claimed,
        /// The endpoint took it.
        Delivered,
        /// It was tried too often, or the endpoint is gone. It can be replayed.
        Dead,
        /// The service account had lost sight of it when it was its turn; nothing was sent.
        Withheld,
    }
}
