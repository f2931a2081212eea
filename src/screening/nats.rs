//! Screening as a consumer group: several machines share a stream of NATS JetStream, each message screened by one of them.
//!
//! A message is one listing, a line of JSON. What is answered goes out first, and only then is the message acknowledged: should
//! a machine die between the two, another one screens the message again, so that an answer may come twice and none is lost.

use std::{io::Write, sync::Arc, time::Duration};

use async_nats::jetstream::{
    self, Message,
    consumer::{AckPolicy, PullConsumer, pull},
};
use futures_util::StreamExt as _;
use tokio_util::sync::CancellationToken;
use url::Url;

use super::{
    cli::{Summary, screen_lines},
    rules::engine::Engine,
};
use crate::platform::bus;

/// Messages that are taken at once.
const BATCH: usize = 1_024;
/// How long a batch waits until it is full.
const WAIT: Duration = Duration::from_millis(500);
/// After how long without an acknowledgement another machine gets a message.
const PATIENCE: Duration = Duration::from_secs(60);
/// How often a message is tried that ends every machine.
const MOST_TRIES: i64 = 5;

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
    Stream(async_nats::Error),
    /// Answers cannot be written.
    #[error("answers cannot be written: {0}")]
    Answers(#[from] std::io::Error),
    /// A fault of ours.
    #[error("screening broke off: {0}")]
    Broken(#[from] tokio::task::JoinError),
}

impl NatsError {
    fn stream(error: impl Into<async_nats::Error>) -> Self {
        Self::Stream(error.into())
    }
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
    let (options, address) = bus::options(source.url.clone());
    let client = options.name("touchstone screen").connect(address.as_str()).await;
    let context = jetstream::new(client.map_err(NatsError::stream)?);
    let stream = context.get_stream(&source.stream).await.map_err(NatsError::stream)?;
    let group = pull::Config {
        durable_name: Some(source.group.clone()),
        ack_policy: AckPolicy::Explicit,
        ack_wait: PATIENCE,
        max_deliver: MOST_TRIES,
        ..pull::Config::default()
    };
    let consumer: PullConsumer = stream
        .get_or_create_consumer(&source.group, group)
        .await
        .map_err(NatsError::stream)?;
    let (mut summary, mut seen) = (Summary::default(), 1);
    while !stop.is_cancelled() {
        let messages = tokio::select! {
            () = stop.cancelled() => break,
            taken = take(&consumer) => taken?,
        };
        if messages.is_empty() {
            continue;
        }
        let lines: Vec<String> = messages
            .iter()
            .map(|message| String::from_utf8_lossy(&message.payload).into_owned())
            .collect();
        let (first, count) = (seen, lines.len() as u64);
        let shared = Arc::clone(&engine);
        let screening = tokio::task::spawn_blocking(move || screen_lines(&shared, all, first, &lines));
        let (answers, went) = screening.await?;
        match &source.answers {
            Some(subject) => publish(&context, subject, &answers).await?,
            None => {
                writer.write_all(&answers)?;
                writer.flush()?;
            }
        }
        for message in &messages {
            message.ack().await.map_err(NatsError::stream)?;
        }
        seen += count;
        summary.add(went);
    }
    Ok(summary)
}

/// The next messages, as many as there are within a moment.
async fn take(consumer: &PullConsumer) -> Result<Vec<Message>, NatsError> {
    let batch = consumer.batch().max_messages(BATCH).expires(WAIT).messages().await;
    let mut batch = batch.map_err(NatsError::stream)?;
    let mut messages = Vec::new();
    while let Some(message) = batch.next().await {
        messages.push(message.map_err(NatsError::stream)?);
    }
    Ok(messages)
}

/// Sends each line of answers as a message, and waits until the server has all of them.
async fn publish(context: &jetstream::Context, subject: &str, answers: &[u8]) -> Result<(), NatsError> {
    let mut sent = Vec::new();
    for line in answers.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()) {
        let payload = bytes::Bytes::copy_from_slice(line);
        let acknowledged = context.publish(subject.to_owned(), payload).await;
        sent.push(acknowledged.map_err(NatsError::stream)?);
    }
    for acknowledged in sent {
        acknowledged.await.map_err(NatsError::stream)?;
    }
    Ok(())
}
