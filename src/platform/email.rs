//! Handing mails over: to an SMTP server, or as `.eml` files to a folder.
//!
//! The one question that matters afterwards is whether the mail may be sent again. lettre's own transport does not tell a
//! connection that broke before the text was handed over from one that broke after it, so its connection is driven here
//! step by step. What is not known to have failed is [`Delivered::Unknown`] and must not be sent again.

mod dkim;
mod settings;

use std::{
    fs, io,
    os::unix::fs::OpenOptionsExt as _,
    path::{Path, PathBuf},
    time::Duration,
};

use jiff::Timestamp;
use lettre::{
    Address, Message,
    address::Envelope,
    message::{
        Attachment, Mailbox, MultiPart, SinglePart,
        header::{ContentType, HeaderName, HeaderValue},
    },
    transport::smtp::{
        Error as SmtpError,
        authentication::{Credentials, DEFAULT_MECHANISMS},
        client::{AsyncSmtpConnection, Certificate, TlsParameters},
        commands::{Data, Mail, Rcpt},
        extension::{ClientId, Extension, MailParameter},
    },
};
use tokio::{
    sync::Mutex,
    time::{Instant, timeout},
};
use url::Url;

use super::config::Config;
use dkim::Dkim;
pub use dkim::{DkimError, record as dkim_record};
pub(super) use settings::mistakes;

/// How long a server may take to say who it is and let us in, where somebody waits for the answer.
const GREETING: Duration = Duration::from_secs(10);

/// How long a server may take. One mail takes at most nine commands and a message.
#[derive(Debug, Clone, Copy)]
pub struct Waits {
    /// To answer a command.
    pub command: Duration,
    /// To answer the text of a mail.
    pub message: Duration,
}

impl Default for Waits {
    fn default() -> Self {
        Self {
            command: Duration::from_secs(30),
            message: Duration::from_secs(120),
        }
    }
}

/// How long a connection is kept for the next mail.
const IDLE: Duration = Duration::from_secs(20);

/// A mail, ready to go.
#[derive(Debug, Clone)]
pub struct Letter {
    /// The recipient's name.
    pub name: String,
    /// The recipient's address.
    pub address: String,
    /// The subject.
    pub subject: String,
    /// The text for mail clients that show HTML.
    pub html: String,
    /// The same without HTML.
    pub text: String,
    /// Pictures that the HTML shows.
    pub pictures: Vec<Picture>,
    /// Where a click ends this kind of mail (RFC 8058), if it can be ended.
    pub unsubscribe: Option<Url>,
    /// Identifies the mail for good: the same mail has the same one.
    pub message_id: String,
    /// Its date.
    pub at: Timestamp,
}

/// A picture within a mail; its HTML names it `cid:ID`.
#[derive(Debug, Clone)]
pub struct Picture {
    /// Identifies it for good, as the mail's own id does.
    pub id: String,
    /// The picture.
    pub png: Vec<u8>,
}

/// What became of a mail. Each but the first names the class of what went wrong, never an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Delivered {
    /// It was taken.
    Sent,
    /// It was not taken and never will be.
    Refused(&'static str),
    /// It was not taken; try again later.
    Postponed(&'static str),
    /// The connection broke after the text was handed over.
    Unknown(&'static str),
}

/// The class of what goes wrong where a server will never take a mail for its recipient.
pub const RECIPIENT_REFUSED: &str = "RECIPIENT_REFUSED";

/// Why mails cannot be sent at all.
#[derive(Debug, thiserror::Error)]
#[error("mail_url: {0}")]
pub struct MailerError(&'static str);

/// Where mails go.
pub struct Mailer {
    from: Mailbox,
    way: Way,
    dkim: Option<Dkim>,
}

enum Way {
    Smtp(Box<Smtp>),
    Folder(PathBuf),
}

impl Mailer {
    /// As the settings say.
    ///
    /// # Errors
    /// [`MailerError`] where `mail_url`, or the key that signs, cannot be used.
    pub fn new(config: &Config) -> Result<Self, MailerError> {
        Self::waiting(config, Waits::default())
    }

    /// [`Self::new`] with less patience, or more.
    ///
    /// # Errors
    /// As [`Self::new`].
    pub fn waiting(config: &Config, waits: Waits) -> Result<Self, MailerError> {
        let from = config.mail_from.parse();
        let way = match config.mail_url.expose() {
            "" => Way::Folder(folder(config)),
            url => Way::Smtp(Box::new(Smtp::new(url, waits)?)),
        };
        Ok(Self {
            from: from.map_err(|_| MailerError("the sender is no address"))?,
            way,
            dkim: Dkim::of(config).map_err(|DkimError(mistake)| MailerError(mistake))?,
        })
    }

    /// Sends a mail, once.
    pub async fn send(&self, letter: &Letter) -> Delivered {
        self.send_from(letter, None).await
    }

    /// Sends a mail, once; what comes back of it goes to an address of its own, where one is given.
    pub async fn send_from(&self, letter: &Letter, bounce: Option<&str>) -> Delivered {
        let Ok(message) = self.message(letter, bounce) else {
            return Delivered::Refused("NOT_A_MAIL");
        };
        match &self.way {
            Way::Smtp(smtp) => smtp.send(message.envelope(), &message.formatted()).await,
            Way::Folder(folder) => match store(folder, letter, &message.formatted()) {
                Ok(()) => Delivered::Sent,
                Err(error) => {
                    tracing::warn!(%error, "a mail could not be written to its folder");
                    Delivered::Postponed("FOLDER")
                }
            },
        }
    }

    /// Asks the mail server whether it would take mails: connects, protects the connection, signs in, and leaves. Nothing
    /// is sent.
    ///
    /// # Errors
    /// The class of what went wrong; never an address.
    pub async fn greet(&self) -> Result<(), &'static str> {
        match &self.way {
            Way::Smtp(smtp) => {
                let opened = timeout(GREETING, smtp.open()).await;
                let mut connection = opened.map_err(|_| "CONNECTION_TIMED_OUT")??;
                // It would have taken a mail; how it says goodbye does not matter.
                let _ = timeout(GREETING, connection.quit()).await;
                Ok(())
            }
            Way::Folder(_) => Ok(()),
        }
    }

    /// Whether mails go to a server; else they become files.
    #[must_use]
    pub fn has_server(&self) -> bool {
        match &self.way {
            Way::Smtp(_) => true,
            Way::Folder(_) => false,
        }
    }

    fn message(&self, letter: &Letter, bounce: Option<&str>) -> Result<Message, Box<dyn std::error::Error>> {
        let mut message = self.unsigned(letter, bounce)?;
        if let Some(dkim) = &self.dkim {
            dkim.sign(&mut message);
        }
        Ok(message)
    }

    fn unsigned(&self, letter: &Letter, bounce: Option<&str>) -> Result<Message, Box<dyn std::error::Error>> {
        let address: Address = letter.address.parse()?;
        let back: Address = match bounce {
            Some(bounce) => bounce.parse()?,
            None => self.from.email.clone(),
        };
        let mut message = Message::builder()
            .envelope(Envelope::new(Some(back), vec![address.clone()])?)
            .from(self.from.clone())
            .to(Mailbox::new(Some(letter.name.clone()), address))
            .subject(letter.subject.clone())
            .date(letter.at.into())
            .message_id(Some(format!("<{}>", letter.message_id)))
            .raw_header(header("Auto-Submitted", "auto-generated"));
        if let Some(url) = &letter.unsubscribe {
            message = message
                .raw_header(header("List-Unsubscribe", &format!("<{url}>")))
                .raw_header(header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"));
        }
        let body = MultiPart::alternative().singlepart(SinglePart::plain(letter.text.clone()));
        let html = SinglePart::html(letter.html.clone());
        if letter.pictures.is_empty() {
            return Ok(message.multipart(body.singlepart(html))?);
        }
        let kind = ContentType::parse("image/png")?;
        let shown = MultiPart::related().singlepart(html);
        let shown = letter.pictures.iter().fold(shown, |shown, picture| {
            let attachment = Attachment::new_inline(picture.id.clone());
            shown.singlepart(attachment.body(picture.png.clone(), kind.clone()))
        });
        Ok(message.multipart(body.multipart(shown))?)
    }
}

/// Whether mails could be sent to a `mail_url`, as far as that is known without asking the server.
///
/// # Errors
/// [`MailerError`] with what is wrong; it never repeats the URL.
pub fn check(url: &str) -> Result<(), MailerError> {
    Smtp::new(url, Waits::default()).map(drop)
}

fn header(name: &'static str, value: &str) -> HeaderValue {
    HeaderValue::new(HeaderName::new_from_ascii_str(name), value.to_owned())
}

/// The folder of mails that were not sent by SMTP.
#[must_use]
pub fn folder(config: &Config) -> PathBuf {
    config.data_dir.join("mail")
}

/// Names begin with the moment, so that they sort; nobody sees half a file, and what was said to be sent is on the disk.
fn store(folder: &Path, letter: &Letter, message: &[u8]) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    let id = letter.message_id.split('@').next().unwrap_or_default();
    let name = format!("{}-{id}", letter.at.strftime("%Y%m%dT%H%M%SZ"));
    let draft = folder.join(format!(".{name}"));
    let moved = write(&draft, message).and_then(|()| fs::rename(&draft, folder.join(format!("{name}.eml"))));
    if moved.is_err() {
        // Where even this fails, the next attempt writes over it.
        let _ = fs::remove_file(&draft);
    }
    moved
}

fn write(file: &Path, message: &[u8]) -> io::Result<()> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create(true).truncate(true).mode(0o600);
    let mut file = options.open(file)?;
    io::Write::write_all(&mut file, message)?;
    file.sync_all()
}

/// How a connection is protected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Protection {
    /// TLS from the first byte.
    Wrapped,
    /// STARTTLS, or no mail at all.
    Required,
    /// STARTTLS where the server offers it.
    Opportunistic,
    /// None: for a server on the same machine.
    None,
}

struct Smtp {
    host: String,
    port: u16,
    protection: Protection,
    tls: TlsParameters,
    credentials: Option<Credentials>,
    hello: ClientId,
    waits: Waits,
    kept: Mutex<Option<(Instant, AsyncSmtpConnection)>>,
}

impl Smtp {
    /// `smtp://USER:PASSWORD@HOST:PORT` speaks STARTTLS, `smtps://…` TLS from the first byte. `?tls=opportunistic` and
    /// `?tls=none` ask for less, `?ca=FILE` trusts one more authority.
    fn new(url: &str, waits: Waits) -> Result<Self, MailerError> {
        let url = Url::parse(url).map_err(|_| MailerError("this is no URL"))?;
        if !matches!(url.scheme(), "smtp" | "smtps") {
            return Err(MailerError("must begin with smtp:// or smtps://"));
        }
        let host = url.host_str().ok_or(MailerError("there is no host in it"))?.to_owned();
        let mut protection = if url.scheme() == "smtps" {
            Protection::Wrapped
        } else {
            Protection::Required
        };
        let mut tls = TlsParameters::builder(host.clone());
        for (key, value) in url.query_pairs() {
            match (&*key, &*value) {
                ("tls", "required") => {}
                ("tls", "opportunistic") if url.scheme() == "smtp" => protection = Protection::Opportunistic,
                ("tls", "none") if url.scheme() == "smtp" => protection = Protection::None,
                ("ca", file) => tls = tls.add_root_certificate(authority(file)?),
                _ => return Err(MailerError("only ?tls=… and ?ca=FILE are understood")),
            }
        }
        let port = if protection == Protection::Wrapped { 465 } else { 587 };
        let credentials = (!url.username().is_empty())
            .then(|| Credentials::new(decoded(url.username()), decoded(url.password().unwrap_or_default())));
        Ok(Self {
            port: url.port().unwrap_or(port),
            host,
            protection,
            tls: tls.build().map_err(|_| MailerError("TLS cannot be set up"))?,
            credentials,
            hello: ClientId::default(),
            waits,
            kept: Mutex::default(),
        })
    }

    async fn send(&self, envelope: &Envelope, message: &[u8]) -> Delivered {
        let mut connection = match self.connection().await {
            Ok(connection) => connection,
            Err(class) => return Delivered::Postponed(class),
        };
        if let Err(outcome) = introduce(&mut connection, envelope, self.waits.command).await {
            // Who gave no answer gives none to a farewell either.
            let _ = timeout(self.waits.command, connection.abort()).await;
            return outcome;
        }
        let outcome = match timeout(self.waits.message, connection.message(message)).await {
            Ok(Ok(_)) => Delivered::Sent,
            Ok(Err(error)) if error.is_permanent() => Delivered::Refused("MESSAGE_REFUSED"),
            Ok(Err(error)) if error.is_transient() => Delivered::Postponed("MESSAGE_POSTPONED"),
            Ok(Err(_)) => Delivered::Unknown("CONNECTION_BROKE"),
            Err(_) => Delivered::Unknown("NO_ANSWER"),
        };
        if outcome == Delivered::Sent {
            *self.kept.lock().await = Some((Instant::now(), connection));
        }
        outcome
    }

    /// The connection of the mail before, if it is still good, or a new one.
    async fn connection(&self) -> Result<AsyncSmtpConnection, &'static str> {
        if let Some((since, mut kept)) = self.kept.lock().await.take()
            && since.elapsed() < IDLE
            && timeout(self.waits.command, kept.test_connected()).await == Ok(true)
        {
            return Ok(kept);
        }
        let opened = timeout(2 * self.waits.command, self.open()).await;
        opened.map_err(|_| "CONNECTION_TIMED_OUT")?
    }

    async fn open(&self) -> Result<AsyncSmtpConnection, &'static str> {
        let server = (self.host.as_str(), self.port);
        let wrapped = (self.protection == Protection::Wrapped).then(|| self.tls.clone());
        let connected =
            AsyncSmtpConnection::connect_tokio1(server, Some(self.waits.command), &self.hello, wrapped, None).await;
        let mut connection = connected.map_err(|error| noted(&error, "CONNECTION_FAILED"))?;
        let offered = connection.can_starttls();
        match self.protection {
            Protection::Required if !offered => return Err("STARTTLS_NOT_OFFERED"),
            Protection::Opportunistic if !offered => {}
            Protection::Required | Protection::Opportunistic => {
                let upgraded = connection.starttls(self.tls.clone(), &self.hello).await;
                upgraded.map_err(|error| noted(&error, "TLS_FAILED"))?;
            }
            Protection::Wrapped | Protection::None => {}
        }
        if let Some(credentials) = &self.credentials {
            let signed_in = connection.auth(DEFAULT_MECHANISMS, credentials).await;
            signed_in.map_err(|error| noted(&error, "SIGN_IN_REFUSED"))?;
        }
        Ok(connection)
    }
}

/// Everything before the text. Until here nothing was handed over.
async fn introduce(connection: &mut AsyncSmtpConnection, envelope: &Envelope, wait: Duration) -> Result<(), Delivered> {
    let mut options = Vec::new();
    if envelope
        .to()
        .iter()
        .any(|address| !AsRef::<str>::as_ref(address).is_ascii())
    {
        if !connection.server_info().supports_feature(Extension::SmtpUtfEight) {
            return Err(Delivered::Refused("ADDRESS_NEEDS_SMTPUTF8"));
        }
        options.push(MailParameter::SmtpUtfEight);
    }
    step(connection, wait, Mail::new(envelope.from().cloned(), options))
        .await
        .map_err(|_| Delivered::Postponed("SENDER_REFUSED"))?;
    for address in envelope.to() {
        step(connection, wait, Rcpt::new(address.clone(), Vec::new()))
            .await
            .map_err(|permanent| {
                if permanent {
                    Delivered::Refused(RECIPIENT_REFUSED)
                } else {
                    Delivered::Postponed("RECIPIENT_POSTPONED")
                }
            })?;
    }
    step(connection, wait, Data)
        .await
        .map_err(|_| Delivered::Postponed("DATA_REFUSED"))
}

/// One command; the error says whether the server will never take it.
async fn step(
    connection: &mut AsyncSmtpConnection,
    wait: Duration,
    command: impl std::fmt::Display,
) -> Result<(), bool> {
    match timeout(wait, connection.command(command)).await {
        Ok(Ok(_)) => Ok(()),
        Ok(Err(error)) => Err(error.is_permanent()),
        Err(_) => Err(false),
    }
}

fn noted(error: &SmtpError, class: &'static str) -> &'static str {
    tracing::warn!(%error, class, "the mail server cannot be used");
    class
}

fn authority(file: &str) -> Result<Certificate, MailerError> {
    let pem = fs::read(file).map_err(|_| MailerError("the file of ?ca= cannot be read"))?;
    Certificate::from_pem(&pem).map_err(|_| MailerError("the file of ?ca= holds no certificate"))
}

fn decoded(text: &str) -> String {
    percent_encoding::percent_decode_str(text)
        .decode_utf8_lossy()
        .into_owned()
}

#[cfg(test)]
mod tests;
