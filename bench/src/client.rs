//! The one who asks: so many connections, each sending its next request when it has the whole answer to the last one.

use std::{
    net::SocketAddr,
    sync::Arc,
    time::{Duration, Instant},
};

use hdrhistogram::Histogram;
use http_body_util::{BodyExt as _, Full};
use hyper::{
    Method, Request,
    body::Bytes,
    client::conn::http1::{self, SendRequest},
    header::{AUTHORIZATION, CONTENT_TYPE, HOST},
};
use hyper_util::rt::TokioIo;
use memchr::memmem;
use serde_json::Value;
use tokio::net::TcpStream;

use crate::Done;

/// A request of connection `0` as its turn `1`.
pub type Ask = dyn Fn(usize, u64) -> Request<Full<Bytes>> + Send + Sync;

/// What came of asking.
#[derive(Debug)]
pub struct Tally {
    pub answers: u64,
    pub elapsed: Duration,
    /// Microseconds.
    pub latency: Histogram<u32>,
}

/// Asks for `time` over so many connections.
///
/// # Errors
/// At the first answer that is none: another status than 200, or errors in it.
pub async fn ask(address: SocketAddr, connections: usize, time: Duration, ask: Arc<Ask>) -> Done<Tally> {
    let begin = Instant::now();
    let until = begin + time;
    let tasks: Vec<_> = (0..connections)
        .map(|connection| tokio::spawn(keep_asking(address, connection, until, Arc::clone(&ask))))
        .collect();
    let mut latency = Histogram::new_with_bounds(1, 60_000_000, 3)?;
    for task in tasks {
        latency.add(task.await??)?;
    }
    Ok(Tally {
        answers: latency.len(),
        elapsed: begin.elapsed(),
        latency,
    })
}

async fn keep_asking(address: SocketAddr, number: usize, until: Instant, ask: Arc<Ask>) -> Done<Histogram<u32>> {
    let mut connection = connect(address).await?;
    let mut latency = Histogram::new_with_bounds(1, 60_000_000, 3)?;
    let mut turn = 0;
    loop {
        let asked = Instant::now();
        if asked >= until {
            return Ok(latency);
        }
        answered(&mut connection, ask(number, turn)).await?;
        latency.record(u64::try_from(asked.elapsed().as_micros())?)?;
        turn += 1;
    }
}

/// A connection, for one request after the other.
///
/// # Errors
/// Where nobody listens.
pub async fn connect(address: SocketAddr) -> Done<SendRequest<Full<Bytes>>> {
    let stream = TcpStream::connect(address).await?;
    stream.set_nodelay(true)?;
    let (sender, connection) = http1::handshake(TokioIo::new(stream)).await?;
    tokio::spawn(connection);
    Ok(sender)
}

/// The answer to a request over a connection.
///
/// # Errors
/// Where it is none: another status than 200, or errors in it.
pub async fn answered(connection: &mut SendRequest<Full<Bytes>>, request: Request<Full<Bytes>>) -> Done<Bytes> {
    connection.ready().await?;
    let answer = connection.send_request(request).await?;
    let status = answer.status();
    let body = answer.into_body().collect().await?.to_bytes();
    if !status.is_success() || memmem::find(&body, b"\"errors\":[").is_some() {
        return Err(format!("{status}: {}", String::from_utf8_lossy(&body)).into());
    }
    Ok(body)
}

/// A request with a token; without a body it only reads.
pub fn request(path: &str, token: &str, body: Option<Vec<u8>>) -> Request<Full<Bytes>> {
    let method = if body.is_some() { Method::POST } else { Method::GET };
    let mut request = Request::new(Full::new(Bytes::from(body.unwrap_or_default())));
    *request.method_mut() = method;
    if let Ok(path) = path.parse() {
        *request.uri_mut() = path;
    }
    let authorization = format!("Bearer {token}");
    let headers = [
        (HOST, "bench"),
        (CONTENT_TYPE, "application/json"),
        (
            AUTHORIZATION,
            if token.is_empty() { "" } else { authorization.as_str() },
        ),
    ];
    for (name, value) in headers.into_iter().filter(|(_, value)| !value.is_empty()) {
        if let Ok(value) = value.parse() {
            request.headers_mut().insert(name, value);
        }
    }
    request
}

/// One answer to one request.
///
/// # Errors
/// Where it is none.
pub async fn once(address: SocketAddr, request: Request<Full<Bytes>>) -> Done<Bytes> {
    answered(&mut connect(address).await?, request).await
}

/// One answer to a reading request without a token.
///
/// # Errors
/// Where it is none.
pub async fn get(address: SocketAddr, path: &str) -> Done<Bytes> {
    once(address, request(path, "", None)).await
}

/// One answer to a body.
///
/// # Errors
/// Where it is none.
pub async fn post(address: SocketAddr, path: &str, token: &str, body: &Value) -> Done<Bytes> {
    once(address, request(path, token, Some(serde_json::to_vec(body)?))).await
}
