//! Screening as a consumer group: several machines share a stream of NATS JetStream, each message screened by one of them.
//!
//! A message is one listing, a line of JSON. What is answered goes out first, and only then is the message acknowledged: should
//! a machine die between the two, another one screens the message again, so that an answer may come twice and none is lost.

use std::{io::Write, sync::Arc};

use tokio_util::sync::CancellationToken;
use url::Url;

use super::{
    cli::{Summary, screen_lines},
    rules::engine::Engine,
};
use crate::platform::bus::stream::{Group, StreamError};

/// By what the server knows these machines.
const NAME: &str = "touchstone screen";

/// Where listings come from.
#[derive(Debug, Clone)]
pub struct Source {
    /// `nats://` or `tls://` URL of the server, with user and password or token where it wants them.
    pub url: Url,
    /// The stream; it has to be there.
    pub stream: String,
    /// The group: machines with the same name share the stream. It is made where it is not there.
    pub group: String,
    /// The subject to which answers go; standard output where it is left out.
    pub answers: Option<String>,
}

/// Why the stream cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum NatsError {
    /// The server is out of reach, or has no such stream.
    #[error("the stream cannot be read: {0}")]
    Stream(#[from] StreamError),
    /// Answers cannot be written.
    #[error("answers cannot be written: {0}")]
    Answers(#[from] std::io::Error),
    /// A fault of ours.
    #[error("screening broke off: {0}")]
    Broken(#[from] tokio::task::JoinError),
}

/// Screens what comes in until `stop`; how it went. What was taken and not answered by then goes to others.
///
/// # Errors
/// When the server is lost for good or has no such stream, or answers cannot be written.
pub async fn consume(
    engine: Arc<Engine>,
    all: bool,
    source: &Source,
    mut writer: impl Write,
    stop: CancellationToken,
) -> Result<Summary, NatsError> {
    let group = Group::join(source.url.clone(), NAME, &source.stream, &source.group).await?;
    let (mut summary, mut next_line) = (Summary::default(), 1);
    while !stop.is_cancelled() {
        let taken = tokio::select! {
            () = stop.cancelled() => break,
            taken = group.take() => taken?,
        };
        let lines = taken.lines();
        if lines.is_empty() {
            continue;
        }
        let (first, count) = (next_line, lines.len() as u64);
        let shared = Arc::clone(&engine);
        let screening = tokio::task::spawn_blocking(move || screen_lines(&shared, all, first, &lines));
        let (answers, went) = screening.await?;
        match &source.answers {
            Some(subject) => {
                let each = answers.split(|byte| *byte == b'\n').filter(|line| !line.is_empty());
                let each = each.map(<[u8]>::to_vec).collect();
                group.publish(subject, each).await?;
            }
            None => {
                writer.write_all(&answers)?;
                writer.flush()?;
            }
        }
        taken.acknowledge().await?;
        next_line += count;
        summary.add(went);
    }
    Ok(summary)
}
