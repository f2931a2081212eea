//! Typed settings from a TOML file, `TOUCHSTONE_*` variables and flags, later ones winning; every mistake at once.
//!
//! One table names each setting, its default and its meaning; the struct, the messages and `docs/configuration.md` are
//! made from it.

use std::{collections::BTreeMap, fmt, net::SocketAddr, path::PathBuf, str::FromStr};

use actix_web::http::header::HeaderName;
use figment::{
    Figment,
    providers::{Env, Format as _, Serialized, Toml},
    value::Value,
};
use tracing_subscriber::EnvFilter;
use url::Url;

/// Where the process's environment variables of ours begin.
pub const ENV_PREFIX: &str = "TOUCHSTONE_";

/// All mistakes of a configuration.
#[derive(Debug)]
pub struct ConfigErrors(Vec<String>);

impl fmt::Display for ConfigErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the configuration has {} mistake(s):", self.0.len())?;
        self.0.iter().try_for_each(|mistake| write!(f, "\n  - {mistake}"))
    }
}

impl std::error::Error for ConfigErrors {}

/// One setting as the documentation shows it.
#[derive(Debug)]
pub struct Setting {
    /// Key in the TOML file; the variable is `TOUCHSTONE_` and the key in upper case.
    pub key: &'static str,
    /// Default, as it would be written.
    pub default: &'static str,
    /// Meaning and unit.
    pub meaning: &'static str,
}

macro_rules! settings {
    ($($(#[doc = $meaning:literal])+ $key:ident : $type:ty = $default:literal;)+) => {
        /// The settings of one process.
        #[derive(Debug, Clone)]
        pub struct Config { $($(#[doc = $meaning])+ pub $key: $type,)+ }

        /// Every setting, in the order of the documentation.
        pub const SETTINGS: &[Setting] = &[$(Setting {
            key: stringify!($key), default: $default, meaning: concat!($($meaning),+),
        }),+];

        impl Config {
            /// What cannot be read is noted and stands at its default, so that the rest is looked at too.
            fn from_values(values: &BTreeMap<String, String>, mistakes: &mut Vec<String>) -> Option<Self> {
                $(let $key = parse::<$type>(values, stringify!($key), $default, mistakes);)+
                Some(Self { $($key: $key?,)+ })
            }
        }
    };
}

settings! {
    /// Address and port the server listens on.
    listen: SocketAddr = "127.0.0.1:8080";
    /// Where people reach the portal; links in mails begin with it, and cookies are `Secure` where it is `https`.
    public_url: Url = "http://127.0.0.1:8080/";
    /// Folder for the embedded database, keys, mails and audit checkpoints.
    data_dir: PathBuf = "./data";
    /// `sqlite:FILE` or `postgres://USER:PASSWORD@HOST/DATABASE`; empty means a SQLite file in `data_dir`.
    database_url: Secret = "";
    /// `nats://` or `tls://` URL of a NATS server over which processes wake each other, with user and password or token where it wants them; empty leaves that to PostgreSQL.
    bus_url: Secret = "";
    /// Connections for reading (SQLite) or in all (PostgreSQL).
    database_connections: u32 = "8";
    /// `smtp://` (STARTTLS) or `smtps://` URL of the mail server, with user and password where it wants them; `?ca=FILE` trusts one more authority, `?tls=opportunistic` and `?tls=none` ask for less. Empty writes `.eml` files to `data_dir/mail`.
    mail_url: Secret = "";
    /// Sender of all mails.
    mail_from: String = "Touchstone <no-reply@touchstone.invalid>";
    /// Domain in whose name mails are signed (DKIM), such as `alliance.example`; empty signs none. `touchstone doctor` says what the DNS has to say.
    dkim_domain: String = "";
    /// Name of the key that signs mails, below `_domainkey` in the DNS.
    dkim_selector: String = "touchstone";
    /// File with the private key that signs mails (PEM), by `openssl genrsa -traditional 2048` or `openssl genpkey -algorithm ed25519`.
    dkim_key: PathBuf = "";
    /// Address to which what comes back of mails is sent, such as `bounces@alliance.example`; its server has to deliver `bounces+…@` there, too. Empty means the sender's, and that nothing is read.
    bounce_address: String = "";
    /// Maildir into which its server delivers, read by the worker; empty where `touchstone mail report` is called for each mail instead.
    bounce_dir: PathBuf = "";
    /// `s3://BUCKET/PREFIX` keeps the files of evidence in a bucket; empty keeps them in `data_dir/files`.
    files_url: String = "";
    /// URL of the S3 service, such as `https://s3.example.org`; empty means AWS.
    files_endpoint: String = "";
    /// Region of the bucket.
    files_region: String = "us-east-1";
    /// Access key of the bucket.
    files_access_key: Secret = "";
    /// Secret key of the bucket.
    files_secret_key: Secret = "";
    /// Bytes a file of evidence may have.
    limit_file_bytes: u64 = "536870912";
    /// Files that one person may send at once to each process.
    limit_uploads: usize = "4";
    /// Minutes that a file may take to arrive.
    limit_upload_minutes: u32 = "60";
    /// Hours until a file that was sent and never attached is forgotten.
    upload_hours: u32 = "24";
    /// URL of a timestamp authority (RFC 3161), which is asked for a token for each piece of evidence; empty asks none.
    timestamp_url: String = "";
    /// File with the certificates (PEM) that the timestamp authority's own has to lead to.
    timestamp_ca: PathBuf = "";
    /// `text` for people, `json` for machines.
    log_format: LogFormat = "text";
    /// Filter such as `info` or `touchstone=debug,info`.
    log_filter: String = "info,sqlx=warn,actix_server=warn,apalis=warn,apalis_core=warn,sea_orm_migration=warn";
    /// Minutes an access token is good for, at most 15.
    access_token_minutes: u32 = "10";
    /// Days a session lasts when it is used again and again.
    session_days: u32 = "30";
    /// Hours after which a session ends that was not used.
    session_idle_hours: u32 = "168";
    /// Whether everybody has to have a second factor, and not only the roles that reach beyond one organisation.
    second_factor_for_all: bool = "false";
    /// Days an invitation can be accepted.
    invitation_days: u32 = "14";
    /// Header in which a reverse proxy tells the client's address, such as `x-forwarded-for`, whose last entry counts; empty means that clients connect directly. Failed sign-ins are counted per address.
    client_address_header: String = "";
    /// Address and port of `/metrics` for Prometheus, such as `127.0.0.1:9464`; empty means that there is none. It is never on the public port.
    metrics_listen: String = "";
    /// Collector of traces (OTLP over HTTP), such as `https://collector.example.org` or, on the same machine, `http://127.0.0.1:4318`; empty means that none are written.
    otlp_endpoint: String = "";
    /// Whether organisations' sign-in providers may be within private networks, on this machine, or without TLS: for a provider behind the same walls, and for trying things out.
    sso_private_networks: bool = "false";
    /// Whether webhooks may go to private networks, to this machine, or without TLS: for trying things out.
    webhook_private_networks: bool = "false";
    /// Whether clients that are not signed in may introspect the schema.
    public_introspection: bool = "false";
    /// Bytes a request's body may have.
    limit_body_bytes: usize = "1048576";
    /// Bytes a file that is sent in to be imported may have.
    limit_import_bytes: usize = "8388608";
    /// Bytes a line may have that comes in by `PATCH /ingest/{id}`.
    limit_ingest_line_bytes: usize = "65536";
    /// Minutes that one piece of such lines may take to arrive.
    limit_ingest_minutes: u32 = "60";
    /// Nesting of a GraphQL document.
    limit_depth: usize = "16";
    /// Cost of a GraphQL document: one a field, times the page size below a list.
    limit_complexity: usize = "20000";
    /// Root fields, aliases included, in one document.
    limit_root_fields: usize = "20";
    /// Directives in one document.
    limit_directives: usize = "50";
    /// Whether only documents are answered that the server knows by their ids: those of its own portal.
    limit_trusted_documents_only: bool = "false";
    /// Seconds a request's answer may take.
    limit_request_seconds: u32 = "30";
    /// Seconds a client may take to send a request's head, and again its body.
    limit_sending_seconds: u32 = "20";
    /// Open streams of one person: WebSocket connections, and subscriptions over Server-Sent Events.
    limit_streams: usize = "16";
    /// Open streams of all people together in one process.
    limit_streams_total: usize = "20000";
    /// Seconds that a client may leave unread what was sent to it; then its connection is closed.
    limit_unread_seconds: u32 = "30";
    /// Seconds between signs of life on a quiet event stream: fewer than the proxies before the server wait.
    stream_beat_seconds: u64 = "15";
    /// GraphQL requests a minute of one person, or of one network where nobody is signed in, by each process; 0 for as
    /// many as come.
    limit_requests_per_minute: u32 = "1200";
    /// Points a minute that one person or service account may spend, over all processes together: what a document costs, 10 for a
    /// file or a line that comes in, 100 for a file that is made; 0 for as many as come.
    limit_cost_per_minute: u32 = "600000";
    /// Requests of one organisation that one process may have before others of it wait for a second at most.
    limit_at_once_per_organization: usize = "32";
    /// Demo conveniences: all mails at `/dev/mail`. Never for real data.
    demo: bool = "false";
    /// Whether `serve` also runs the worker's jobs, as a single process does.
    embedded_worker: bool = "true";
}

/// A value that must not be printed.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// Wraps a value.
    #[must_use]
    pub fn new(value: impl Into<String>) -> Self {
        Self(value.into())
    }

    /// The value, for the one place that needs it.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("***")
    }
}

impl FromStr for Secret {
    type Err = std::convert::Infallible;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Ok(Self(text.to_owned()))
    }
}

/// How logs are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::EnumString)]
#[strum(serialize_all = "lowercase")]
pub enum LogFormat {
    /// For people.
    Text,
    /// One JSON object a line.
    Json,
}

impl Config {
    /// Reads the settings: `file` if given, then the environment, then `flags`.
    ///
    /// # Errors
    /// [`ConfigErrors`] with every mistake found.
    pub fn load(file: Option<&std::path::Path>, flags: &BTreeMap<&'static str, String>) -> Result<Self, ConfigErrors> {
        let mut figment = Figment::new();
        if let Some(file) = file {
            figment = figment.merge(Toml::file_exact(file));
        }
        Self::from_figment(
            &figment
                .merge(Env::prefixed(ENV_PREFIX).ignore(&["config", "log"]))
                .merge(Serialized::globals(flags)),
        )
    }

    /// The defaults with `flags` on top, untouched by the environment: for tests.
    ///
    /// # Errors
    /// [`ConfigErrors`] with every mistake found.
    pub fn with(flags: &BTreeMap<&'static str, String>) -> Result<Self, ConfigErrors> {
        Self::from_figment(&Figment::new().merge(Serialized::globals(flags)))
    }

    fn from_figment(figment: &Figment) -> Result<Self, ConfigErrors> {
        let raw: BTreeMap<String, Value> = figment
            .extract()
            .map_err(|error| ConfigErrors(error.into_iter().map(|e| e.to_string()).collect()))?;
        let mut mistakes: Vec<String> = Vec::new();
        let mut values = BTreeMap::new();
        for (key, value) in raw {
            if SETTINGS.iter().any(|setting| setting.key == key) {
                values.insert(key, plain(&value));
            } else if !key.starts_with("test_") {
                mistakes.push(format!("{key}: there is no such setting"));
            }
        }
        let Some(config) = Self::from_values(&values, &mut mistakes) else {
            return Err(ConfigErrors(mistakes));
        };
        config.check(&mut mistakes);
        if mistakes.is_empty() {
            Ok(config)
        } else {
            Err(ConfigErrors(mistakes))
        }
    }

    fn check(&self, mistakes: &mut Vec<String>) {
        if !(1..=15).contains(&self.access_token_minutes) {
            mistakes.push("access_token_minutes: must be from 1 to 15".to_owned());
        }
        for (key, value) in [
            ("session_days", self.session_days),
            ("session_idle_hours", self.session_idle_hours),
            ("invitation_days", self.invitation_days),
            ("database_connections", self.database_connections),
            ("limit_request_seconds", self.limit_request_seconds),
            ("limit_sending_seconds", self.limit_sending_seconds),
            ("limit_unread_seconds", self.limit_unread_seconds),
            ("limit_upload_minutes", self.limit_upload_minutes),
            ("limit_ingest_minutes", self.limit_ingest_minutes),
            ("upload_hours", self.upload_hours),
            (
                "stream_beat_seconds",
                u32::try_from(self.stream_beat_seconds).unwrap_or(u32::MAX),
            ),
        ] {
            if !(1..=1000).contains(&value) {
                mistakes.push(format!("{key}: must be from 1 to 1000"));
            }
        }
        for (key, value) in [
            ("limit_body_bytes", self.limit_body_bytes),
            ("limit_ingest_line_bytes", self.limit_ingest_line_bytes),
            ("limit_depth", self.limit_depth),
            ("limit_complexity", self.limit_complexity),
            ("limit_root_fields", self.limit_root_fields),
            ("limit_directives", self.limit_directives),
            ("limit_streams", self.limit_streams),
            ("limit_streams_total", self.limit_streams_total),
            ("limit_uploads", self.limit_uploads),
            ("limit_at_once_per_organization", self.limit_at_once_per_organization),
            (
                "limit_file_bytes",
                usize::try_from(self.limit_file_bytes).unwrap_or(usize::MAX),
            ),
        ] {
            if value == 0 {
                mistakes.push(format!("{key}: must be at least 1"));
            }
        }
        let header = self.client_address_header.trim();
        if !header.is_empty() && HeaderName::try_from(header).is_err() {
            mistakes.push("client_address_header: must be the name of a header, such as x-forwarded-for".to_owned());
        }
        let metrics = self.metrics_listen.trim();
        if !metrics.is_empty() && metrics.parse::<SocketAddr>().is_err() {
            mistakes.push("metrics_listen: must be an address and port, such as 127.0.0.1:9464".to_owned());
        }
        let collector = self.otlp_endpoint.trim();
        if !collector.is_empty() && !Url::parse(collector).is_ok_and(|url| matches!(url.scheme(), "http" | "https")) {
            mistakes.push("otlp_endpoint: must be an https or http URL, such as http://127.0.0.1:4318".to_owned());
        }
        let authority = self.timestamp_url.trim();
        if !authority.is_empty() && !Url::parse(authority).is_ok_and(|url| matches!(url.scheme(), "http" | "https")) {
            mistakes.push("timestamp_url: must be an https or http URL".to_owned());
        }
        if authority.is_empty() != self.timestamp_ca.as_os_str().is_empty() {
            mistakes
                .push("timestamp_ca: give it together with timestamp_url, so that tokens can be verified".to_owned());
        }
        mistakes.extend(super::files::check(self));
        mistakes.extend(super::bus::mistakes(self));
        mistakes.extend(super::email::mistakes(self));
        if EnvFilter::try_new(&self.log_filter).is_err() {
            mistakes.push("log_filter: must be a filter such as touchstone=debug,info".to_owned());
        }
        if !self.database_url.expose().is_empty() && super::db::backend_of(self.database_url.expose()).is_none() {
            mistakes.push("database_url: must begin with sqlite: or postgres://".to_owned());
        }
        if !matches!(self.public_url.scheme(), "http" | "https") || self.public_url.cannot_be_a_base() {
            mistakes.push("public_url: must be an http or https URL".to_owned());
        }
        let mail = self.mail_url.expose();
        if !mail.is_empty()
            && let Err(mistake) = super::email::check(mail)
        {
            mistakes.push(mistake.to_string());
        }
        if self.mail_from.parse::<lettre::message::Mailbox>().is_err() {
            mistakes.push("mail_from: must be an address such as Name <user@example.org>".to_owned());
        }
    }

    /// Where `/metrics` is answered, if anywhere.
    #[must_use]
    pub fn metrics_address(&self) -> Option<SocketAddr> {
        self.metrics_listen.trim().parse().ok()
    }

    /// The database's URL with the default filled in.
    #[must_use]
    pub fn database(&self) -> String {
        match self.database_url.expose() {
            "" => super::db::sqlite_url(&self.data_dir.join("touchstone.sqlite")),
            url => url.to_owned(),
        }
    }
}

/// A scalar as it would be written; a list or table shows as nothing any setting accepts.
fn plain(value: &Value) -> String {
    match value {
        Value::String(_, text) => text.clone(),
        Value::Bool(_, value) => value.to_string(),
        // The environment's numbers are unsigned, a file's are signed.
        Value::Num(_, number) => number
            .to_i128()
            .map(|number| number.to_string())
            .or_else(|| number.to_u128().map(|number| number.to_string()))
            .unwrap_or_else(|| format!("{number:?}")),
        Value::Char(_, value) => value.to_string(),
        other => format!("{other:?}"),
    }
}

fn parse<T: FromStr>(
    values: &BTreeMap<String, String>,
    key: &str,
    default: &str,
    mistakes: &mut Vec<String>,
) -> Option<T> {
    let text = values.get(key).map_or(default, String::as_str);
    text.trim().parse().ok().or_else(|| {
        mistakes.push(format!("{key}: this is not a {}", kind_of::<T>()));
        default.parse().ok()
    })
}

/// The last part of the type's name, lower case: enough for a message, and it never repeats a secret value.
fn kind_of<T>() -> String {
    let name = std::any::type_name::<T>();
    name.rsplit("::").next().unwrap_or(name).to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn flags(pairs: &[(&'static str, &str)]) -> BTreeMap<&'static str, String> {
        pairs.iter().map(|(key, value)| (*key, (*value).to_owned())).collect()
    }

    #[test]
    fn the_defaults_are_good() {
        let config = Config::with(&flags(&[])).unwrap();
        assert_eq!(config.listen.port(), 8080);
        assert!(config.database().ends_with("data/touchstone.sqlite"));
    }

    #[test]
    fn all_mistakes_are_reported_at_once_and_no_secret_is_repeated() {
        let wrong = flags(&[
            ("listen", "nowhere"),
            ("database_url", "mysql://user:hunter2@host"),
            ("acess_token_minutes", "5"),
            ("session_days", "0"),
        ]);
        let message = Config::with(&wrong).unwrap_err().to_string();
        for key in ["listen", "database_url", "acess_token_minutes", "session_days"] {
            assert!(message.contains(key), "{key}: {message}");
        }
        assert!(!message.contains("hunter2"), "{message}");
        let wrong = flags(&[
            ("database_url", "mysql://user:hunter2@host"),
            ("session_days", "0"),
            ("access_token_minutes", "60"),
        ]);
        let message = Config::with(&wrong).unwrap_err().to_string();
        assert!(message.contains("3 mistake(s)"), "{message}");
        assert!(!message.contains("hunter2"), "{message}");
    }

    #[test]
    fn what_no_server_could_run_with_is_refused() {
        for (key, value) in [
            ("limit_body_bytes", "0"),
            ("limit_complexity", "0"),
            ("client_address_header", "x forwarded for"),
            ("log_filter", "touchstone=loud"),
            ("metrics_listen", "9464"),
            ("otlp_endpoint", "grpc://collector"),
            ("public_url", "ftp://portal.example.org"),
            ("bus_url", "http://bus.example.org"),
        ] {
            let message = Config::with(&flags(&[(key, value)])).unwrap_err().to_string();
            assert!(message.contains(key) && message.contains("1 mistake(s)"), "{message}");
        }
    }

    #[test]
    fn numbers_are_read_wherever_they_stand() {
        let file = Toml::string("session_days = 5\nlimit_depth = 9\npublic_introspection = true");
        let config = Config::from_figment(&Figment::new().merge(file)).unwrap();
        assert_eq!(
            (config.session_days, config.limit_depth, config.public_introspection),
            (5, 9, true)
        );
        // As the environment's provider reads them: each value by its looks.
        let read = |text: &str| text.parse::<Value>().unwrap();
        for (text, expected) in [("5", "5"), ("2024", "2024"), ("true", "true"), ("./data", "./data")] {
            assert_eq!(plain(&read(text)), expected);
        }
    }
}
