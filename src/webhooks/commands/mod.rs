//! Webhooks as people and service accounts manage them, what is queued, and what goes out.

mod follow;
mod manage;
mod news;
mod post;
mod read;
mod secrets;
mod send;

pub(super) use super::store::AttemptRow;
pub(crate) use follow::queue;
pub(crate) use manage::{EndpointFacts, create, pause, ping, update};
pub(super) use manage::{delete, replay, resume, rotate};
pub(crate) use news::{calls, is_news};
pub(super) use read::{
    EndpointView, MessageView, count, list, message_count as count_messages, messages, sees, visible,
};
pub(super) use send::forget;
pub(crate) use send::send;
