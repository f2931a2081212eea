//! The side of the demo's partner: what takes its webhooks while the story is told, on this machine and in this process.

use std::{
    io,
    net::{Ipv4Addr, SocketAddr},
};

use tokio::{
    net::{TcpListener, TcpStream},
    task::JoinHandle,
};

use crate::platform::error::{ApiError, Result};

/// Where what happens is taken.
pub(super) const HOOKS: &str = "hooks";
/// Where nobody is any more.
pub(super) const MOVED: &str = "moved";
/// What the partner's system trips over: of a verdict it takes nothing.
const STUMBLING_BLOCK: &str = "\"delivery.verdict\"";
/// Bytes that are read at once; a webhook is shorter.
const ROOM: usize = 8_192;

/// The receiver; it ends with the story.
pub(super) struct Receiver {
    address: SocketAddr,
    task: JoinHandle<()>,
}

impl Receiver {
    /// Starts one on a port of its own.
    pub(super) async fn start() -> Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))
            .await
            .map_err(ApiError::internal)?;
        let address = listener.local_addr().map_err(ApiError::internal)?;
        let task = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(async move {
                    if let Err(error) = answer(&stream).await {
                        tracing::debug!(%error, "the demo's receiver");
                    }
                });
            }
        });
        Ok(Self { address, task })
    }

    /// The address of one of its places.
    pub(super) fn url(&self, place: &str) -> String {
        format!("http://{}/{place}", self.address)
    }
}

impl Drop for Receiver {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn answer(stream: &TcpStream) -> io::Result<()> {
    let request = read(stream).await?;
    let status = match request.split_ascii_whitespace().nth(1) {
        Some(path) if path.ends_with(MOVED) => "410 Gone",
        _ if request.contains(STUMBLING_BLOCK) => "500 Internal Server Error",
        _ => "204 No Content",
    };
    write(
        stream,
        &format!("HTTP/1.1 {status}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n"),
    )
    .await
}

/// A request with its body.
async fn read(stream: &TcpStream) -> io::Result<String> {
    let mut request = Vec::new();
    loop {
        stream.readable().await?;
        let mut part = [0; ROOM];
        match stream.try_read(&mut part) {
            Ok(0) => return Err(io::ErrorKind::UnexpectedEof.into()),
            Ok(count) => request.extend_from_slice(&part[..count]),
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => continue,
            Err(error) => return Err(error),
        }
        let text = String::from_utf8_lossy(&request);
        if is_whole(&text) {
            return Ok(text.into_owned());
        }
    }
}

/// Whether the body has come as far as the head says.
fn is_whole(text: &str) -> bool {
    let Some((head, body)) = text.split_once("\r\n\r\n") else {
        return false;
    };
    let length = head.lines().find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.eq_ignore_ascii_case("content-length").then_some(value.trim())
    });
    let length = length.and_then(|length| length.parse().ok());
    body.len() >= length.unwrap_or(0)
}

async fn write(stream: &TcpStream, answer: &str) -> io::Result<()> {
    let mut rest = answer.as_bytes();
    while !rest.is_empty() {
        stream.writable().await?;
        match stream.try_write(rest) {
            Ok(count) => rest = &rest[count..],
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}
