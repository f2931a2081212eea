//! HTTP to addresses that somebody else names: bounded in time and bytes, without redirects, and never into the network
//! that the service itself stands in, unless a setting says so. Else whoever may name an address could have the server ask
//! its neighbours.

mod addresses;

use std::{net::SocketAddr, time::Duration};

use reqwest::{
    Client, Request, StatusCode,
    dns::{Addrs, Name, Resolve, Resolving},
    header::HeaderMap,
    redirect,
};
use rustls::crypto::ring;
use tokio::sync::{OnceCell, Semaphore};
use url::{Host, Url};

pub use addresses::is_public;

/// How long the other side may take to accept a connection, and in all.
const CONNECT: Duration = Duration::from_secs(5);
const ANSWER: Duration = Duration::from_secs(10);
/// Bytes an answer may have.
const MOST_BYTES: usize = 512 * 1024;
/// Requests under way at once; the rest wait.
const AT_ONCE: usize = 16;

/// Why there was no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum OutboundError {
    /// The address is in a network that is not asked, or not HTTPS.
    #[error("the address is not one that is asked")]
    Forbidden,
    /// Nobody answered, or not in time.
    #[error("there was no answer")]
    NoAnswer,
    /// The answer is larger than the limit.
    #[error("the answer is too large")]
    TooLarge,
}

/// An answer.
#[derive(Debug)]
pub struct Answer {
    /// Its status; a redirect is one like any other.
    pub status: StatusCode,
    /// Its headers.
    pub headers: HeaderMap,
    /// Its body.
    pub body: Vec<u8>,
}

/// Sends requests.
pub struct Outbound {
    /// Whether private networks and plain HTTP are allowed.
    private: bool,
    client: OnceCell<Client>,
    slots: Semaphore,
}

impl Outbound {
    /// A sender; `private` allows private networks and plain HTTP, for tests and for providers within one's own walls.
    #[must_use]
    pub fn new(private: bool) -> Self {
        // The first one to install a provider wins; here it is always the same one.
        let _ = ring::default_provider().install_default();
        Self {
            private,
            client: OnceCell::new(),
            slots: Semaphore::new(AT_ONCE),
        }
    }

    /// Whether a request to this address would be sent, as far as the address itself tells; a name may still lead to a
    /// network that is not asked.
    #[must_use]
    pub fn allows(&self, url: &Url) -> bool {
        let plain = matches!(url.scheme(), "http" | "https") && url.username().is_empty() && url.password().is_none();
        let is_named = match url.host() {
            Some(Host::Domain(_)) => true,
            Some(Host::Ipv4(address)) => is_public(address.into()),
            Some(Host::Ipv6(address)) => is_public(address.into()),
            None => false,
        };
        plain && url.has_host() && (self.private || (url.scheme() == "https" && is_named))
    }

    /// Sends a request and reads the whole answer.
    ///
    /// # Errors
    /// [`OutboundError`]; what the network said goes to the log.
    pub async fn send(&self, request: Request) -> Result<Answer, OutboundError> {
        if !self.allows(request.url()) {
            return Err(OutboundError::Forbidden);
        }
        let _slot = self.slots.acquire().await.map_err(|_| OutboundError::NoAnswer)?;
        let client = self.client.get_or_try_init(|| async { client(self.private) }).await;
        let client = client.map_err(no_answer)?;
        let mut response = client.execute(request).await.map_err(no_answer)?;
        let (status, headers) = (response.status(), response.headers().clone());
        let mut body = Vec::new();
        while let Some(chunk) = response.chunk().await.map_err(no_answer)? {
            if body.len() + chunk.len() > MOST_BYTES {
                return Err(OutboundError::TooLarge);
            }
            body.extend_from_slice(&chunk);
        }
        Ok(Answer { status, headers, body })
    }
}

/// Logs what the network said, without the address, which may hold a code.
fn no_answer(error: reqwest::Error) -> OutboundError {
    let error = error.without_url();
    tracing::warn!(error = %chain(&error), "a request to somebody else's server failed");
    OutboundError::NoAnswer
}

/// An error with its causes.
fn chain(error: &dyn std::error::Error) -> String {
    let causes = std::iter::successors(error.source(), |cause| cause.source());
    causes.fold(error.to_string(), |text, cause| format!("{text}: {cause}"))
}

fn client(private: bool) -> reqwest::Result<Client> {
    let mut builder = Client::builder()
        .redirect(redirect::Policy::none())
        .referer(false)
        .no_proxy()
        .connect_timeout(CONNECT)
        .timeout(ANSWER);
    if !private {
        builder = builder.dns_resolver(PublicOnly).https_only(true);
    }
    builder.build()
}

/// Resolves names to public addresses only, so that no name leads into a private network, whatever it resolved to when it
/// was looked at.
struct PublicOnly;

impl Resolve for PublicOnly {
    fn resolve(&self, name: Name) -> Resolving {
        Box::pin(async move {
            let found = tokio::net::lookup_host((name.as_str(), 0)).await?;
            let public: Vec<SocketAddr> = found.filter(|address| is_public(address.ip())).collect();
            if public.is_empty() {
                return Err(OutboundError::Forbidden.into());
            }
            Ok(Box::new(public.into_iter()) as Addrs)
        })
    }
}

#[cfg(test)]
mod tests {
    use std::{
        io::{Read as _, Write as _},
        net::TcpListener,
        thread,
    };

    use super::*;

    fn url(text: &str) -> Url {
        text.parse().unwrap()
    }

    #[test]
    fn only_public_addresses_over_https_are_asked() {
        let outbound = Outbound::new(false);
        for good in [
            "https://id.brand.example/",
            "https://93.184.215.14/.well-known",
            "https://[2606:4700::1111]/",
        ] {
            assert!(outbound.allows(&url(good)), "{good}");
        }
        for bad in [
            "http://id.brand.example/",
            "https://127.0.0.1/",
            "https://10.0.0.8:8443/",
            "https://169.254.169.254/latest/meta-data",
            "https://[::1]/",
            "https://[::ffff:192.168.0.1]/",
            "https://user:password@id.brand.example/",
            "ftp://id.brand.example/",
            "file:///etc/passwd",
        ] {
            assert!(!outbound.allows(&url(bad)), "{bad}");
        }
        assert!(Outbound::new(true).allows(&url("http://127.0.0.1:3000/")));
    }

    #[tokio::test]
    async fn a_name_that_leads_home_is_not_asked() {
        let outbound = Outbound::new(false);
        let request = Request::new(reqwest::Method::GET, url("https://localhost/"));
        assert!(matches!(outbound.send(request).await, Err(OutboundError::NoAnswer)));
    }

    /// A server for one connection that answers whatever it is asked; gives its address.
    fn answers(answer: Vec<u8>) -> Url {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        thread::spawn(move || {
            let (mut client, _) = listener.accept().unwrap();
            let _ = client.read(&mut [0; 1024]);
            // A client that has read enough hangs up.
            let _ = client.write_all(&answer);
        });
        url(&format!("http://{address}/"))
    }

    async fn asked(answer: Vec<u8>) -> Result<Answer, OutboundError> {
        let request = Request::new(reqwest::Method::GET, answers(answer));
        Outbound::new(true).send(request).await
    }

    #[tokio::test]
    async fn an_answer_without_end_is_cut_off() {
        let mut endless = b"HTTP/1.1 200 OK\r\n\r\n".to_vec();
        endless.resize(MOST_BYTES * 3, b'x');
        assert!(matches!(asked(endless).await, Err(OutboundError::TooLarge)));
    }

    #[tokio::test]
    async fn a_redirect_leads_nowhere() {
        let redirect = b"HTTP/1.1 302 Found\r\nlocation: http://127.0.0.1:9/\r\ncontent-length: 0\r\n\r\n";
        assert_eq!(asked(redirect.to_vec()).await.unwrap().status, StatusCode::FOUND);
    }
}
