//! One conversation over one socket.

use std::{
    collections::HashMap,
    future::pending,
    io::ErrorKind,
    sync::Arc,
    time::{Duration, Instant},
};

use actix_web::web;
use actix_ws::{AggregatedMessage, AggregatedMessageStream, ProtocolError, Session};
use futures_util::{StreamExt as _, stream::BoxStream};
use serde_json::{Map, Value, json};
use tokio::{
    sync::mpsc,
    task::{AbortHandle, JoinSet},
    time::{interval, sleep, timeout},
};

use super::{
    State,
    protocol::{self, Close, Said},
};
use crate::{
    api::{self, OperationKind, Question, Told},
    platform::error::{ApiError, ErrorCode},
    server::{
        caller, spending,
        streams::{Ending, Full, Place},
    },
    sessions::{self, Caller},
};

/// How long a client may take to say who it is.
const SILENCE: Duration = Duration::from_secs(10);
/// How often the client is asked whether it is still there, and how long it may say nothing at all.
const PING: Duration = Duration::from_secs(25);
const GONE_AFTER: Duration = Duration::from_secs(80);
/// How long a message may wait for a client that does not read.
const SLOWEST_READER: Duration = Duration::from_secs(10);
/// Operations that may run at once over one socket.
const MOST_RUNNING: usize = 64;

/// What an operation that runs beside the conversation tells it.
struct News {
    id: String,
    run: u64,
    /// `None` when nothing more follows.
    told: Option<Told>,
}

/// What a conversation waits for.
enum Event {
    News(Option<News>),
    Ping,
    Heard(Option<Result<AggregatedMessage, ProtocolError>>),
}

/// A conversation with one client.
pub(super) struct Conversation {
    state: web::Data<State>,
    caller: Caller,
    socket: Session,
    /// The token and the place in the registry, once the client said who it is.
    known: Option<(String, Place)>,
    running: HashMap<String, (u64, AbortHandle)>,
    tasks: JoinSet<()>,
    runs: u64,
    tell: mpsc::Sender<News>,
    news: mpsc::Receiver<News>,
}

impl Conversation {
    pub(super) fn new(state: web::Data<State>, caller: Caller, socket: Session) -> Self {
        let (tell, news) = mpsc::channel(16);
        Self {
            state,
            caller,
            socket,
            known: None,
            running: HashMap::new(),
            tasks: JoinSet::new(),
            runs: 0,
            tell,
            news,
        }
    }

    /// Talks until one side ends it; says why. What still runs ends with it.
    pub(super) async fn hold(mut self, mut stream: AggregatedMessageStream) -> Close {
        let stopping = self.state.stopping.clone();
        let mut patience = Box::pin(sleep(SILENCE));
        let mut pings = interval(PING);
        let mut heard = Instant::now();
        loop {
            let silent = self.known.is_none();
            let ending = async {
                match &mut self.known {
                    Some((_, place)) => place.ending().await,
                    None => pending().await,
                }
            };
            let event = tokio::select! {
                () = stopping.cancelled() => return Close::Stopping,
                ending = ending => return Close::from(ending),
                () = &mut patience, if silent => return Close::Silent,
                news = self.news.recv() => Event::News(news),
                _ = pings.tick() => Event::Ping,
                message = stream.recv() => Event::Heard(message),
            };
            let done = match event {
                Event::News(Some(news)) => self.pass_on(news).await,
                Event::News(None) => Err(Close::Gone),
                Event::Ping => self.ask_whether_there(heard).await,
                Event::Heard(message) => {
                    heard = Instant::now();
                    self.hear(message).await
                }
            };
            if let Err(close) = done {
                return close;
            }
        }
    }

    async fn say(&mut self, text: String) -> Result<(), Close> {
        sent(self.socket.text(text)).await
    }

    async fn ask_whether_there(&mut self, heard: Instant) -> Result<(), Close> {
        if heard.elapsed() > GONE_AFTER {
            return Err(Close::Gone);
        }
        sent(self.socket.ping(b"")).await
    }

    async fn hear(&mut self, message: Option<Result<AggregatedMessage, ProtocolError>>) -> Result<(), Close> {
        match message {
            Some(Ok(AggregatedMessage::Text(text))) => {
                let said = serde_json::from_str(&text).map_err(|_| Close::Invalid)?;
                self.answer(said).await
            }
            Some(Ok(AggregatedMessage::Ping(bytes))) => sent(self.socket.pong(&bytes)).await,
            Some(Ok(AggregatedMessage::Pong(_))) => Ok(()),
            Some(Ok(AggregatedMessage::Binary(_))) => Err(Close::Invalid),
            Some(Ok(AggregatedMessage::Close(_))) | None => Err(Close::Gone),
            Some(Err(ProtocolError::Overflow)) => Err(Close::TooLarge),
            // A text that is no UTF-8 comes as one of these, too, as does a message of many parts that is too large.
            Some(Err(ProtocolError::Io(error))) if error.kind() != ErrorKind::InvalidData => Err(Close::TooLarge),
            Some(Err(_)) => Err(Close::Invalid),
        }
    }

    async fn answer(&mut self, said: Said) -> Result<(), Close> {
        match said {
            Said::ConnectionInit { payload } => self.meet(payload.unwrap_or_default()).await,
            Said::Ping { payload } => self.say(protocol::pong(payload)).await,
            Said::Pong {} => Ok(()),
            Said::Subscribe { id, payload } => self.run(id, payload).await,
            Said::Complete { id } => {
                if let Some((_, task)) = self.running.remove(&id) {
                    task.abort();
                }
                Ok(())
            }
        }
    }

    /// Learns who the client is.
    async fn meet(&mut self, payload: Map<String, Value>) -> Result<(), Close> {
        if self.known.is_some() {
            return Err(Close::TooMany("Too many initialisation requests"));
        }
        let authorization = payload.get("authorization").or_else(|| payload.get("Authorization"));
        let token = authorization.and_then(Value::as_str).and_then(caller::token_of);
        let token = token.ok_or(Close::Forbidden)?.to_owned();
        let signed = match sessions::authenticate(&self.state.app, &token).await {
            Ok(signed) => signed
                .filter(|signed| caller::is_admitted(signed, self.caller.peer))
                .ok_or(Close::Forbidden)?,
            Err(error) if error.code == ErrorCode::Unavailable => return Err(Close::Unavailable),
            Err(_) => return Err(Close::Forbidden),
        };
        let place = self.state.streams.enter(&signed, &self.state.app.config)?;
        self.known = Some((token, place));
        self.say(protocol::ack()).await
    }

    /// Runs an operation beside the conversation, for whom the token stands for right now.
    async fn run(&mut self, id: String, question: Question) -> Result<(), Close> {
        let (token, place) = self.known.as_ref().ok_or(Close::Unauthorized)?;
        if self.running.contains_key(&id) {
            return Err(Close::Twice);
        }
        if self.running.len() >= MOST_RUNNING {
            let error = ApiError::because(
                ErrorCode::LimitExceeded,
                "Too many operations at once over this socket.",
            );
            return self.say(protocol::error(&id, &errors(&error))).await;
        }
        let signed = match sessions::authenticate(&self.state.app, token).await {
            Ok(Some(signed)) if caller::is_admitted(&signed, self.caller.peer) => signed,
            Ok(Some(_)) => return Err(Close::Forbidden),
            Ok(None) if place.is_over(self.state.app.now()) => return Err(Close::Forbidden),
            Ok(None) => return Err(Close::Unauthorized),
            Err(error) => return self.say(protocol::error(&id, &errors(&error))).await,
        };
        let question = match self.state.documents.look_up(question) {
            Ok(question) => question,
            Err(error) => return self.say(protocol::error(&id, &errors(&error))).await,
        };
        let caller = Caller {
            viewer: Some(signed.viewer),
            ..self.caller.clone()
        };
        let mut answers = match self.admitted(&caller, question).await {
            Ok(answers) => answers,
            Err(error) => return self.say(protocol::error(&id, &errors(&error))).await,
        };
        self.runs += 1;
        let (run, tell, name) = (self.runs, self.tell.clone(), id.clone());
        while self.tasks.try_join_next().is_some() {}
        let task = self.tasks.spawn(async move {
            loop {
                let told = answers.next().await;
                let last = told.is_none();
                let news = News {
                    id: name.clone(),
                    run,
                    told,
                };
                if tell.send(news).await.is_err() || last {
                    return;
                }
            }
        });
        self.running.insert(id, (run, task));
        Ok(())
    }

    /// What an operation tells, once it is counted and paid for. What is answered once waits for its turn beside the
    /// conversation; what is followed is paid for by the event, and ends where nothing is left.
    async fn admitted(&self, caller: &Caller, mut question: Question) -> Result<BoxStream<'static, Told>, ApiError> {
        self.state.rates.admit(caller)?;
        let viewer = caller.viewer()?;
        let cost = api::weigh(&self.state.schema, &mut question);
        spending::paid(&self.state.app, viewer, cost).await?;
        let follows = api::operation_kind(&question) == Some(OperationKind::Subscription);
        let (app, viewer) = (Arc::clone(&self.state.app), Arc::clone(viewer));
        let told = api::subscribe(&self.state.schema, caller, question);
        Ok(match follows {
            true => spending::followed(app, viewer, cost, told),
            false => spending::in_turn(app, viewer, told),
        })
    }

    /// Tells the client what an operation told, unless the client has lost interest since.
    async fn pass_on(&mut self, news: News) -> Result<(), Close> {
        let now = self.state.app.now();
        if self.known.as_ref().is_some_and(|(_, place)| place.is_over(now)) {
            return Err(Close::Forbidden);
        }
        let current = self.running.get(&news.id).is_some_and(|(run, _)| *run == news.run);
        if !current {
            return Ok(());
        }
        match news.told {
            Some(Told::Response(response)) => self.say(protocol::next(&news.id, &response)).await,
            Some(Told::Refused(errors)) => {
                if let Some((_, task)) = self.running.remove(&news.id) {
                    task.abort();
                }
                self.say(protocol::error(&news.id, &errors)).await
            }
            None => {
                self.running.remove(&news.id);
                self.say(protocol::complete(&news.id)).await
            }
        }
    }
}

/// Waits until a message is on its way, but not for a client that does not read: everything else would wait with it.
async fn sent(sending: impl Future<Output = Result<(), actix_ws::Closed>>) -> Result<(), Close> {
    match timeout(SLOWEST_READER, sending).await {
        Ok(Ok(())) => Ok(()),
        Ok(Err(_)) | Err(_) => Err(Close::Gone),
    }
}

fn errors(error: &ApiError) -> String {
    json!([{"message": error.message, "extensions": {"code": error.code.as_str()}}]).to_string()
}

impl From<Full> for Close {
    fn from(full: Full) -> Self {
        match full {
            Full::Person => Self::TooMany("Too many open streams"),
            Full::Server => Self::Unavailable,
        }
    }
}

impl From<Ending> for Close {
    fn from(ending: Ending) -> Self {
        match ending {
            Ending::SessionEnded => Self::Unauthorized,
            Ending::TokenEnded => Self::Forbidden,
        }
    }
}
