//! A receiver of webhooks on this machine: it keeps what came, and answers as it is told.

use std::sync::{Arc, Mutex};

use serde_json::Value;
use tokio::{
    io::{AsyncBufReadExt as _, AsyncReadExt as _, AsyncWriteExt as _, BufReader},
    net::{TcpListener, TcpStream},
};

/// A request that came.
#[derive(Debug, Clone, Default, serde::Serialize)]
pub struct Received {
    pub id: String,
    pub timestamp: String,
    pub signature: String,
    pub content_type: String,
    pub text: String,
}

impl Received {
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap()
    }

    /// What it tells of.
    pub fn kind(&self) -> String {
        self.json()["type"].as_str().unwrap().to_owned()
    }

    /// The lead it tells of.
    pub fn lead(&self) -> String {
        self.json()["data"]["leadId"].as_str().unwrap_or_default().to_owned()
    }
}

/// An answer: the status, and more lines of the head, each with its end.
#[derive(Debug, Clone, Copy)]
pub struct Says(pub u16, pub &'static str);

type Rule = Box<dyn FnMut(&Received) -> Says + Send>;

/// The receiver; it ends with the test.
#[derive(Clone)]
pub struct Receiver {
    pub url: String,
    received: Arc<Mutex<Vec<Received>>>,
    rule: Arc<Mutex<Rule>>,
}

impl Receiver {
    /// Starts one that takes everything.
    pub async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let taking: Rule = Box::new(|_| Says(204, ""));
        let receiver = Self {
            url: format!("http://{}/in", listener.local_addr().unwrap()),
            received: Arc::default(),
            rule: Arc::new(Mutex::new(taking)),
        };
        let serving = receiver.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let receiver = serving.clone();
                tokio::spawn(async move { receiver.answers(BufReader::new(stream)).await });
            }
        });
        receiver
    }

    /// From now on it answers like this.
    pub fn says(&self, rule: impl FnMut(&Received) -> Says + Send + 'static) {
        *self.rule.lock().unwrap() = Box::new(rule);
    }

    /// What came so far, the first one first.
    pub fn received(&self) -> Vec<Received> {
        self.received.lock().unwrap().clone()
    }

    /// Of what it was told so far.
    pub fn kinds(&self) -> Vec<String> {
        self.received().iter().map(Received::kind).collect()
    }

    async fn answers(&self, mut stream: BufReader<TcpStream>) -> Option<()> {
        let request = read(&mut stream).await?;
        let Says(status, more) = {
            let mut rule = self.rule.lock().unwrap();
            (*rule)(&request)
        };
        self.received.lock().unwrap().push(request);
        let answer = format!("HTTP/1.1 {status} So\r\n{more}content-length: 0\r\nconnection: close\r\n\r\n");
        stream.write_all(answer.as_bytes()).await.ok()?;
        stream.shutdown().await.ok()
    }
}

async fn read(stream: &mut BufReader<TcpStream>) -> Option<Received> {
    let (mut received, mut length) = (Received::default(), 0);
    loop {
        let mut line = String::new();
        stream.read_line(&mut line).await.ok().filter(|read| *read > 0)?;
        let line = line.trim_end();
        if line.is_empty() {
            break;
        }
        let Some((name, value)) = line.split_once(':') else {
            continue;
        };
        let value = value.trim().to_owned();
        match name.to_lowercase().as_str() {
            "webhook-id" => received.id = value,
            "webhook-timestamp" => received.timestamp = value,
            "webhook-signature" => received.signature = value,
            "content-type" => received.content_type = value,
            "content-length" => length = value.parse().unwrap(),
            _ => {}
        }
    }
    let mut text = vec![0; length];
    stream.read_exact(&mut text).await.ok()?;
    received.text = String::from_utf8(text).unwrap();
    Some(received)
}
