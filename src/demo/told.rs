//! How people of the demo want to be told, of what not for a while, whose mails came back, and what an organisation took along.

use std::sync::Arc;

use futures_util::future::BoxFuture;
use jiff::{SignedDuration, Timestamp};

use super::{PASSWORD, alliance::Alliance, organizations::ORGANIZATIONS, partners::unless_out_of_sight, store};
use crate::{
    app::App,
    exports, leads,
    mail::{self, Claimed, MailKind, Rendered, Reported},
    notifications::{
        self,
        rules::{
            Channel,
            NotificationKind::{self, Assigned, Commented, DueSoon, Mentioned, Verdict},
        },
    },
    permissions::{Role, viewer::OrganizationKind},
    platform::{
        clock::ManualClock,
        email::Mailer,
        error::{ApiError, ErrorCode, Result},
    },
};

/// To where what comes back of mails goes, where the settings do not say.
pub(super) const BOUNCES: &str = "bounces@alliance.example";

/// Who wants to be told how.
const CHOICES: &[(&str, NotificationKind, Channel)] = &[
    ("marta.salgueiro@corvelha.example", Mentioned, Channel::Mail),
    ("marta.salgueiro@corvelha.example", Commented, Channel::Digest),
    ("duarte.nogueira@corvelha.example", Verdict, Channel::Digest),
    ("duarte.nogueira@corvelha.example", Commented, Channel::None),
    ("kenji.tachibana@mizukagura.example", Assigned, Channel::Mail),
    ("kenji.tachibana@mizukagura.example", DueSoon, Channel::Mail),
];
/// Who mutes leads of its organisation, and for how many hours each; for good where nothing is said.
const MUTED: &[(&str, &str, &[Option<i32>])] = &[
    ("marta.salgueiro@corvelha.example", "corvelha", &[None, Some(72)]),
    ("kenji.tachibana@mizukagura.example", "mizukagura", &[Some(24)]),
];
/// Who takes everything of its organisation along.
const MOVER: &str = "duarte.nogueira@corvelha.example";

/// How many hours ago mails went out and came back, and an archive was asked for.
const MAILED: i64 = 30;
const MOVED: i64 = 3;

/// Has people choose, and mails come back, each at its moment.
pub(super) async fn choose(app: &Arc<App>, clock: &ManualClock, alliance: &Alliance) -> Result<()> {
    let now = app.now();
    for (who, kind, channel) in CHOICES {
        notifications::choose(app, alliance.viewer(who)?, *kind, *channel).await?;
    }
    for (who, home, hours) in MUTED {
        let leads = store::brought_to(&app.db, alliance.organization(home)?, 10).await?;
        for (lead, hours) in leads.into_iter().zip(hours.iter()) {
            unless_out_of_sight(notifications::mute(app, alliance.viewer(who)?, lead, *hours).await)?;
        }
    }
    clock.set(ago(now, MAILED)?);
    let mailer = Mailer::new(&app.config).map_err(ApiError::internal)?;
    while mail::send_due(app, &mailer, render).await? > 0 {}
    clock.advance(SignedDuration::from_mins(2));
    come_back(app, alliance).await?;
    clock.set(ago(now, MOVED)?);
    exports::ask_for_archive(app, alliance.viewer(MOVER)?, "demo:archive", PASSWORD).await?;
    exports::write(app).await?;
    clock.set(now);
    Ok(())
}

fn ago(now: Timestamp, hours: i64) -> Result<Timestamp> {
    now.checked_sub(SignedDuration::from_hours(hours))
        .map_err(ApiError::internal)
}

/// So far nobody gets any other mail; whatever comes beside it is left to the worker.
fn render(app: Arc<App>, mail: Claimed) -> BoxFuture<'static, Result<Rendered>> {
    match mail.kind {
        MailKind::LeadRetracted => Box::pin(async { Ok(leads::retraction(app, mail).await?.into()) }),
        _ => Box::pin(async { Err(ErrorCode::Unavailable.into()) }),
    }
}

/// The mail to an investigator of a member comes back: the mailbox is not there any more.
async fn come_back(app: &App, alliance: &Alliance) -> Result<()> {
    let members = ORGANIZATIONS
        .iter()
        .rev()
        .filter(|of| of.kind == OrganizationKind::MemberBrand && of.state == "ACTIVE");
    let people = members.flat_map(|of| of.with_role(&[Role::Mi]).map(move |who| of.email(who)));
    for email in people {
        let Some(sent) = store::mail_sent_to(&app.db, alliance.person(&email)?).await? else {
            continue;
        };
        let to = mail::bounce_address(app, sent).ok_or_else(|| ApiError::internal("no address for what comes back"))?;
        return match mail::report(app, report(&to, &email).as_bytes()).await? {
            Reported::Noted => Ok(()),
            other => Err(ApiError::internal(format!("{other:?}"))),
        };
    }
    Ok(())
}

/// What a mail server writes of a mail that it could not deliver (RFC 3464).
fn report(to: &str, email: &str) -> String {
    format!(
        "Delivered-To: {to}\r\nFrom: MAILER-DAEMON@mx.example\r\nSubject: Undelivered Mail Returned to Sender\r\n\
         MIME-Version: 1.0\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n--b\r\n\
         Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example\r\n\r\n\
         Final-Recipient: rfc822; {email}\r\nAction: failed\r\nStatus: 5.1.1\r\n--b--\r\n"
    )
}
