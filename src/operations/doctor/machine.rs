//! What is checked without the database: settings that do not go together, files, the disk, the mail server.

use std::{fs, io, os::unix::fs::PermissionsExt as _, path::Path};

use jiff::SignedDuration;
use rustix::fs::{Access, access, statvfs};

use super::Check;
use crate::{
    backups,
    platform::{
        clock::{Clock as _, SystemClock},
        config::Config,
        email::{self, Mailer},
        files::Files,
        ids::{Ids as _, SystemIds},
        typeset::{Letters, letters},
    },
};

const GIB: u64 = 1 << 30;
/// With less room than this somebody should look; with less than an eighth of it the database may stop at any time.
const ROOM: u64 = 2 * GIB;
/// A backup is taken every day; an hour more is no reason to worry.
const DAILY: SignedDuration = SignedDuration::from_hours(25);

pub(super) fn settings(config: &Config) -> Check {
    const NAME: &str = "settings";
    if config.demo && !config.listen.ip().is_loopback() {
        return Check::failed(
            NAME,
            "demo is on and the server listens to others: everybody can read all mails",
        );
    }
    if config.demo {
        return Check::warning(NAME, "demo is on: never with real data");
    }
    Check::ok(NAME, "they can be read, and go together")
}

/// Whether people's addresses and the proxy's go together.
pub(super) fn addresses(config: &Config) -> Check {
    const NAME: &str = "addresses";
    let url = &config.public_url;
    let is_here = matches!(url.host_str(), Some("localhost" | "127.0.0.1" | "[::1]"));
    let is_proxied = !config.client_address_header.trim().is_empty();
    match (url.scheme(), is_here) {
        ("http", false) => Check::failed(
            NAME,
            "public_url is http: passwords and cookies travel in the open; put a proxy with HTTPS in front",
        ),
        ("http", true) if !config.listen.ip().is_loopback() => Check::warning(
            NAME,
            "others can connect, but public_url leads to this machine only: links in mails are useless to them",
        ),
        ("https", _) if !is_proxied => Check::warning(
            NAME,
            "public_url is https, so a proxy stands in front; set client_address_header, else strangers' failed \
             sign-ins make everybody wait",
        ),
        _ => Check::ok(NAME, format!("people come to {url}")),
    }
}

fn is_private(path: &Path) -> io::Result<bool> {
    Ok(fs::metadata(path)?.permissions().mode() & 0o077 == 0)
}

pub(super) fn folder(config: &Config) -> Check {
    const NAME: &str = "folder";
    let folder = &config.data_dir;
    let shown = folder.display();
    match is_private(folder) {
        Err(error) => Check::failed(NAME, format!("{shown}: {error}")),
        Ok(false) => Check::failed(NAME, format!("{shown} can be entered by others: chmod 700 {shown}")),
        Ok(true) if access(folder, Access::WRITE_OK | Access::EXEC_OK).is_err() => {
            Check::failed(NAME, format!("{shown} cannot be written by this user"))
        }
        Ok(true) => Check::ok(NAME, format!("{shown} is the service's own")),
    }
}

pub(super) fn keys(config: &Config) -> Check {
    const NAME: &str = "keys";
    const NONE: &str = "there are none: the first start makes them, a replica copies another one's";
    let folder = config.data_dir.join("keys");
    let entries = match fs::read_dir(&folder) {
        Ok(entries) if folder.join("secret.key").is_file() => entries,
        _ => return Check::failed(NAME, NONE),
    };
    let mut count = 0;
    for entry in entries.flatten() {
        let path = entry.path();
        let shown = path.display();
        let wrong = match (is_private(&path), fs::read(&path)) {
            (Ok(true), Ok(text)) if !text.is_empty() => {
                count += 1;
                continue;
            }
            (Ok(false), _) => format!("{shown} can be read by others: make new ones, and chmod 600"),
            (Ok(true), Ok(_)) => format!("{shown} is empty: put it back from a backup"),
            (Err(error), _) | (_, Err(error)) => format!("{shown}: {error}"),
        };
        return Check::failed(NAME, wrong);
    }
    Check::ok(NAME, format!("{count} files that nobody else can read"))
}

pub(super) fn disk(config: &Config) -> Check {
    const NAME: &str = "disk";
    let Ok(disk) = statvfs(&config.data_dir) else {
        return Check::skipped(NAME);
    };
    let free = disk.f_bavail.saturating_mul(disk.f_frsize);
    let found = format!("{} MiB are free", free >> 20);
    match free {
        free if free < ROOM / 8 => Check::failed(NAME, format!("{found}: make room now")),
        free if free < ROOM => Check::warning(NAME, format!("{found}: make room")),
        _ => Check::ok(NAME, found),
    }
}

pub(super) fn backup(config: &Config) -> Check {
    const NAME: &str = "backup";
    match backups::last_taken(&config.data_dir) {
        Err(error) => Check::warning(NAME, format!("when the last one was taken cannot be read: {error}")),
        Ok(None) => Check::warning(NAME, "`touchstone backup` has never been run here"),
        Ok(Some(at)) if SystemClock.now().duration_since(at) > DAILY => {
            Check::warning(NAME, format!("the last one was taken at {at}"))
        }
        Ok(Some(at)) => Check::ok(NAME, format!("taken at {at}")),
    }
}

/// Whether leads can be printed.
pub(super) fn fonts() -> Check {
    const NAME: &str = "fonts";
    match letters() {
        Letters::All => Check::ok(NAME, "leads can be printed, in Chinese as well"),
        Letters::WithoutChinese => Check::warning(
            NAME,
            "there is no font with Chinese characters, so leads that have some cannot be printed: install fonts-noto-cjk",
        ),
        Letters::None => Check::warning(
            NAME,
            "there are none, so no lead can be printed: install fonts-noto-cjk",
        ),
    }
}

/// Shakes hands with the mail server; no mail is sent.
pub(super) async fn mail(config: &Config) -> Check {
    const NAME: &str = "mail";
    let mailer = match Mailer::new(config) {
        Ok(mailer) => mailer,
        Err(error) => return Check::failed(NAME, error.to_string()),
    };
    match mailer.greet().await {
        Err(class) => Check::failed(NAME, format!("the mail server does not let us in: {class}")),
        Ok(()) if mailer.has_server() => Check::ok(NAME, "the mail server lets us in"),
        Ok(()) if config.demo => Check::ok(NAME, "mails become files, as a demo wants it"),
        Ok(()) => Check::warning(NAME, "mail_url is empty: mails become files, and nobody receives them"),
    }
}

/// How others find the key that signs mails.
pub(super) fn signatures(config: &Config) -> Check {
    const NAME: &str = "signatures";
    match email::dkim_record(config) {
        Err(error) => Check::failed(NAME, error.to_string()),
        Ok(Some((name, text))) => Check::ok(NAME, format!("the DNS has to have a TXT record {name} with {text}")),
        Ok(None) if config.demo || config.mail_url.expose().is_empty() => Check::ok(NAME, "no mails are signed"),
        Ok(None) => Check::warning(
            NAME,
            "dkim_domain is empty: mails are not signed, and servers may take them for spam",
        ),
    }
}

/// Writes a few bytes where evidence is kept, reads them and removes them.
pub(super) async fn files(config: &Config) -> Check {
    const NAME: &str = "files";
    let store = Files::new(config);
    let place = match store.folder() {
        Some(_) if !config.data_dir.is_dir() => return Check::skipped(NAME),
        Some(folder) if !folder.exists() => return Check::ok(NAME, "there are none yet"),
        Some(folder) => folder.display().to_string(),
        None => config.files_url.trim().to_owned(),
    };
    match store.probe(SystemIds.id(SystemClock.now())).await {
        Ok(()) => Check::ok(NAME, format!("evidence is kept in {place}")),
        Err(error) => Check::failed(NAME, format!("{place}: {error}; look at files_url and the log")),
    }
}
