//! What is said over a socket: `graphql-transport-ws`, as `graphql-ws` specifies it.

use actix_ws::{CloseCode, CloseReason};
use serde::Deserialize;
use serde_json::{Map, Value, json};

use crate::api::Question;

/// The name under which a client asks for this protocol.
pub(super) const NAME: &str = "graphql-transport-ws";

/// What a client says.
#[derive(Debug, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub(super) enum Said {
    /// Who is there; the first thing said, and once.
    ConnectionInit {
        #[serde(default)]
        payload: Option<Map<String, Value>>,
    },
    /// Are you there?
    Ping {
        #[serde(default)]
        payload: Option<Map<String, Value>>,
    },
    /// I am here.
    Pong {},
    /// Run this and tell me of it under this name.
    Subscribe { id: String, payload: Question },
    /// No more of this.
    Complete { id: String },
}

/// We know who you are.
pub(super) fn ack() -> String {
    json!({"type": "connection_ack"}).to_string()
}

/// I am here.
pub(super) fn pong(payload: Option<Map<String, Value>>) -> String {
    match payload {
        Some(payload) => json!({"type": "pong", "payload": payload}).to_string(),
        None => json!({"type": "pong"}).to_string(),
    }
}

/// One more response, which is JSON already.
pub(super) fn next(id: &str, response: &str) -> String {
    format!(r#"{{"type":"next","id":{},"payload":{response}}}"#, json!(id))
}

/// It was refused before it ran, and nothing more follows; the errors are JSON already.
pub(super) fn error(id: &str, errors: &str) -> String {
    format!(r#"{{"type":"error","id":{},"payload":{errors}}}"#, json!(id))
}

/// Nothing more follows.
pub(super) fn complete(id: &str) -> String {
    json!({"type": "complete", "id": id}).to_string()
}

/// Why a socket closes: the protocol's numbers and words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Close {
    /// What came is no message of the protocol.
    Invalid,
    /// Something was asked before saying who asks, or the session has ended.
    Unauthorized,
    /// The token is not good, or its time is over.
    Forbidden,
    /// The client speaks another protocol.
    WrongProtocol,
    /// The client did not say who it is.
    Silent,
    /// The name is in use.
    Twice,
    /// It said who it is more than once, or has too many sockets.
    TooMany(&'static str),
    /// The server stops.
    Stopping,
    /// The database cannot be reached: the client tries again later.
    Unavailable,
    /// The client no longer answers, or has gone.
    Gone,
    /// Larger than the limit.
    TooLarge,
}

impl Close {
    /// The frame.
    pub(super) fn reason(self) -> CloseReason {
        let (code, description) = match self {
            Self::Invalid => (CloseCode::Other(4400), "Invalid message"),
            Self::Unauthorized => (CloseCode::Other(4401), "Unauthorized"),
            Self::Forbidden => (CloseCode::Other(4403), "Forbidden"),
            Self::WrongProtocol => (CloseCode::Other(4406), "Subprotocol not acceptable"),
            Self::Silent => (CloseCode::Other(4408), "Connection initialisation timeout"),
            Self::Twice => (CloseCode::Other(4409), "Subscriber already exists"),
            Self::TooMany(what) => (CloseCode::Other(4429), what),
            Self::Stopping => (CloseCode::Away, "The server stops"),
            Self::Unavailable => (CloseCode::Again, "Try again later"),
            Self::Gone => (CloseCode::Normal, ""),
            Self::TooLarge => (CloseCode::Size, "Message too large"),
        };
        CloseReason {
            code,
            description: (!description.is_empty()).then(|| description.to_owned()),
        }
    }
}
