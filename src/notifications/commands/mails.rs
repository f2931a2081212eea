//! What a mail tells a person of its notifications, under the access of the moment it is rendered (I24).

use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

use super::reader;
use crate::{
    app::App,
    notifications::{
        rules::{Channel, NotificationKind},
        store,
    },
    permissions::{
        Viewer,
        audience::{Openness, openness},
    },
    platform::{clock::micros, error::Result},
};

/// Most lines of one mail.
const MOST_LINES: usize = 20;
/// Most notifications that a mail looks at; what lies beyond is left to the next one.
const MOST_LOOKED_AT: u64 = 500;
/// What nobody could be told by a mail for so long is not told by one any more; it stands in the portal.
const STALE: SignedDuration = SignedDuration::from_hours(14 * 24);

/// Since when something has to have come to be told by a mail, microseconds.
pub(crate) fn told_since(now: Timestamp) -> i64 {
    micros(now.checked_sub(STALE).unwrap_or(Timestamp::MIN))
}

/// Something that has happened: of what kind, and the reference of the lead where there is one to name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Line {
    /// Of what kind.
    pub(crate) kind: NotificationKind,
    /// The lead's reference.
    pub(crate) reference: Option<String>,
}

/// What has happened, as much of it as a mail may say.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Happened {
    /// The first of it, at most twenty.
    pub(crate) lines: Vec<Line>,
    /// How many more.
    pub(crate) more: usize,
    /// Of how many nothing may be said: their leads are for named people only.
    pub(crate) restricted: usize,
}

impl Happened {
    /// How much it is in all.
    pub(crate) fn count(&self) -> usize {
        self.lines.len() + self.more + self.restricted
    }

    fn of(rows: &[store::DueRow]) -> Self {
        let mut happened = Self::default();
        for row in rows {
            let lead = row.lead.as_ref();
            if lead.is_some_and(|lead| openness(lead.tlp, lead.handling_code) == Openness::Counted) {
                happened.restricted += 1;
            } else if happened.lines.len() < MOST_LINES {
                happened.lines.push(Line {
                    kind: row.kind,
                    reference: lead.map(|lead| lead.reference.clone()),
                });
            } else {
                happened.more += 1;
            }
        }
        happened
    }
}

/// What there is to tell the viewer by a mail of a channel; the mail is remembered to tell of it.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn happened(app: &App, viewer: &Viewer, channel: Channel, mail: Uuid) -> Result<Happened> {
    let rows = due(app, viewer, channel, mail, MOST_LOOKED_AT).await?;
    let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
    store::told(app.db.write(), mail, &ids).await?;
    Ok(Happened::of(&rows))
}

/// Whether there is something to tell the viewer by a mail of its own.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn has_happened(app: &App, viewer: &Viewer) -> Result<bool> {
    Ok(!due(app, viewer, Channel::Mail, Uuid::nil(), 1).await?.is_empty())
}

async fn due(app: &App, viewer: &Viewer, channel: Channel, mail: Uuid, limit: u64) -> Result<Vec<store::DueRow>> {
    let due = store::Due {
        channel,
        mail,
        since: told_since(app.now()),
        limit,
    };
    store::due(app.db.read(), &reader(app, viewer), due).await
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::permissions::audience::{HandlingCode, Tlp};

    fn row(tlp: Option<Tlp>) -> store::DueRow {
        store::DueRow {
            id: Uuid::nil(),
            kind: NotificationKind::Commented,
            lead: tlp.map(|tlp| store::mails::LeadShown {
                reference: "LD-26-7K3QX2".to_owned(),
                tlp,
                handling_code: HandlingCode::H0,
            }),
        }
    }

    #[test]
    fn of_what_is_red_a_mail_says_how_many_and_of_the_rest_the_first_twenty() {
        let mut rows = vec![row(Some(Tlp::Red)), row(None), row(Some(Tlp::Amber))];
        rows.extend(vec![row(Some(Tlp::Green)); 30]);
        let happened = Happened::of(&rows);
        assert_eq!((happened.lines.len(), happened.more, happened.restricted), (20, 12, 1));
        assert_eq!(happened.count(), 33);
        assert_eq!(happened.lines[0].reference, None);
        assert_eq!(happened.lines[1].reference.as_deref(), Some("LD-26-7K3QX2"));
    }
}
