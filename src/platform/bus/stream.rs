//! A stream of NATS JetStream that several machines share as a group: each message goes to one of them, and to another one
//! where it is not acknowledged in time.

use std::time::Duration;

use async_nats::jetstream::{
    self, Message,
    consumer::{AckPolicy, PullConsumer, pull},
};
use futures_util::StreamExt as _;
use url::Url;

use super::options;

/// Messages that are taken at once.
const BATCH: usize = 1_024;
/// How long a batch waits until it is full.
const WAIT: Duration = Duration::from_millis(500);
/// After how long without an acknowledgement another machine gets a message.
const ACK_WAIT: Duration = Duration::from_secs(60);
/// How often a message is tried that ends every machine.
const MOST_TRIES: i64 = 5;

/// The server is out of reach, has no such stream, or does not take something.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct StreamError(async_nats::Error);

impl StreamError {
    fn of(error: impl Into<async_nats::Error>) -> Self {
        Self(error.into())
    }
}

/// A place in a group.
#[derive(Debug)]
pub struct Group {
    context: jetstream::Context,
    consumer: PullConsumer,
}

impl Group {
    /// Joins the group of a stream, under the name by which this process is known to the server. The stream has to be there;
    /// the group is made where it is not.
    ///
    /// # Errors
    /// When the server is out of reach, or has no such stream.
    pub async fn join(url: Url, name: &str, stream: &str, group: &str) -> Result<Self, StreamError> {
        let (options, address) = options(url);
        let client = options.name(name).connect(address.as_str()).await;
        let context = jetstream::new(client.map_err(StreamError::of)?);
        let stream = context.get_stream(stream).await.map_err(StreamError::of)?;
        let config = pull::Config {
            durable_name: Some(group.to_owned()),
            ack_policy: AckPolicy::Explicit,
            ack_wait: ACK_WAIT,
            max_deliver: MOST_TRIES,
            ..pull::Config::default()
        };
        let consumer = stream.get_or_create_consumer(group, config).await;
        Ok(Self {
            context,
            consumer: consumer.map_err(StreamError::of)?,
        })
    }

    /// The next messages, as many as there are within a moment; none where there are none.
    ///
    /// # Errors
    /// When the server is lost.
    pub async fn take(&self) -> Result<Taken, StreamError> {
        let batch = self.consumer.batch().max_messages(BATCH).expires(WAIT).messages().await;
        let mut batch = batch.map_err(StreamError::of)?;
        let mut messages = Vec::new();
        while let Some(message) = batch.next().await {
            messages.push(message.map_err(StreamError::of)?);
        }
        Ok(Taken(messages))
    }

    /// Sends messages to a subject of a stream, and waits until the server has all of them.
    ///
    /// # Errors
    /// When it does not take one.
    pub async fn publish(&self, subject: &str, messages: Vec<Vec<u8>>) -> Result<(), StreamError> {
        let mut sent = Vec::new();
        for message in messages {
            let acknowledged = self.context.publish(subject.to_owned(), message.into()).await;
            sent.push(acknowledged.map_err(StreamError::of)?);
        }
        for acknowledged in sent {
            acknowledged.await.map_err(StreamError::of)?;
        }
        Ok(())
    }
}

/// Messages that were taken. What is not acknowledged goes to another machine.
#[derive(Debug)]
pub struct Taken(Vec<Message>);

impl Taken {
    /// What they say, in their order.
    #[must_use]
    pub fn lines(&self) -> Vec<String> {
        let line = |message: &Message| String::from_utf8_lossy(&message.payload).into_owned();
        self.0.iter().map(line).collect()
    }

    /// Acknowledges all of them: no machine gets them again.
    ///
    /// # Errors
    /// When the server is lost.
    pub async fn acknowledge(self) -> Result<(), StreamError> {
        for message in &self.0 {
            message.ack().await.map_err(StreamError::of)?;
        }
        Ok(())
    }
}
