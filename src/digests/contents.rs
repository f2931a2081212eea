//! What a mail says: found under the access of the moment it is rendered (I24), then put into words.

use std::{collections::BTreeMap, sync::Arc};

use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

use super::{
    planning::{OVERLAP, day_of, rhythm_of},
    rules::{self, Digest, Found, Numbers, Rhythm, Week},
    store::{self, Look, Reader},
    words::Words,
};
use crate::{
    app::App,
    audience::Sight,
    leads,
    mail::{Claimed, MailKind, Rendered},
    members::rules::DigestFilter,
    notifications::{self, Happened, rules::Channel},
    permissions::{Action, Target, Viewer},
    platform::{
        clock::{micros, timestamp},
        error::Result,
    },
    sessions::viewers,
};

/// How far back the first digest looks.
const FIRST: SignedDuration = SignedDuration::from_hours(7 * 24);
/// Deliveries or leads read at once.
const PAGE: u64 = 1_000;
/// Most pages of each that a mail looks at; what lies beyond is said to be there.
const PAGES: usize = 10;

/// What a mail is made of.
pub(super) struct Contents {
    /// Deliveries and leads.
    pub(super) digest: Digest,
    /// How much there is to hear of blind matches; what, is read in the portal.
    pub(super) matches: u64,
    /// How many officers wait for the person's yes; who, is read in the portal.
    pub(super) officers: u64,
    /// What else has happened of what the person wants to hear in its digest.
    pub(super) happened: Happened,
    /// The week and its numbers, for a weekly digest.
    pub(super) week: Option<(Week, Numbers)>,
    /// Digests that may not have arrived: their kinds, periods and when they were queued.
    pub(super) perhaps_lost: Vec<(MailKind, i64, Timestamp)>,
}

impl Contents {
    fn is_empty(&self) -> bool {
        let numbers = self.week.is_some_and(|(_, numbers)| !numbers.is_empty());
        let counted = self.matches + self.officers;
        let silent = self.digest.is_empty() && self.happened.count() == 0;
        silent && counted == 0 && !numbers && self.perhaps_lost.is_empty()
    }
}

/// Renders a mail under today's access: nothing where there is nothing to say; too late where its time is over, the person
/// wants other mails by now, or may not be told anything. What comes too late has told of nothing, so the next one does.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn render(app: Arc<App>, mail: Claimed) -> Result<Rendered> {
    let Some(rhythm) = rhythm_of(mail.kind) else {
        return Ok(Rendered::Nothing);
    };
    let viewer = viewers::load(&app, mail.person).await?;
    let Some(viewer) = viewer.filter(|viewer| viewer.active) else {
        return Ok(Rendered::TooLate);
    };
    let reader = store::reader(app.db.read(), mail.person).await?;
    let wanted = |reader: &Reader| rules::is_wanted(rhythm, reader.wish.frequency);
    let Some(reader) = reader.filter(wanted) else {
        return Ok(Rendered::TooLate);
    };
    let day = day_of(mail.window_start);
    if rules::is_over(rhythm, day, &reader.wish, app.now()) {
        return Ok(Rendered::TooLate);
    }
    let contents = collect(&app, &viewer, &reader, rhythm, &mail).await?;
    if contents.is_empty() {
        return Ok(Rendered::Nothing);
    }
    let told = contents.digest.entries.iter().map(|(_, found)| found.lead);
    leads::note_told(&app, &viewer, told).await?;
    let words = Words {
        app: &app,
        reader: &reader,
        rhythm,
        contents: &contents,
        mail: &mail,
    };
    Ok(Some(words.letter()?).into())
}

/// Whether there is something to tell somebody at once, under today's access.
pub(super) async fn has_news(app: &App, mail: &Claimed, filter: &DigestFilter) -> Result<bool> {
    let viewer = viewers::load(app, mail.person).await?;
    let Some(viewer) = viewer.filter(|viewer| viewer.active) else {
        return Ok(false);
    };
    let sight = Sight::of(&viewer, Action::LeadRead, app.now());
    let recipients = recipients(&viewer);
    let look = look(app, (&viewer, &sight), &recipients, mail, filter).await?;
    let one = Look { limit: 1, ..look };
    if !store::fresh_leads(app.db.read(), &one, None).await?.is_empty() {
        return Ok(true);
    }
    if store::matches(app.db.read(), &look).await? > 0 || store::officers(app.db.read(), &look).await? > 0 {
        return Ok(true);
    }
    let deliveries = store::open_deliveries(app.db.read(), &look, true, None).await?;
    let (found, _) = answerable(app, &look, &Names::Nobody, deliveries).await?;
    Ok(!found.is_empty())
}

async fn look<'a>(
    app: &App,
    (viewer, sight): (&'a Viewer, &'a Sight),
    recipients: &'a [Uuid],
    mail: &'a Claimed,
    filter: &'a DigestFilter,
) -> Result<Look<'a>> {
    let first = micros(app.now().checked_sub(FIRST).unwrap_or(Timestamp::MIN));
    let last = store::last_claim(app.db.read(), mail).await?.unwrap_or(first);
    Ok(Look {
        viewer,
        sight,
        recipients,
        mail,
        filter,
        last,
        since: last.saturating_sub(OVERLAP),
        limit: PAGE,
    })
}

/// Everything the person is to hear of: deliveries that want the person's answer, and leads that are new to the person.
async fn collect(app: &App, viewer: &Viewer, reader: &Reader, rhythm: Rhythm, mail: &Claimed) -> Result<Contents> {
    let sight = Sight::of(viewer, Action::LeadRead, app.now());
    let recipients = recipients(viewer);
    let look = look(app, (viewer, &sight), &recipients, mail, &reader.filter).await?;
    let names = Names::For(reader);
    let mut digest = Digest::default();
    add_deliveries(app, &look, &names, rhythm == Rhythm::Immediate, &mut digest).await?;
    add_leads(app, &look, &names, &mut digest).await?;
    let week = match rhythm {
        Rhythm::Weekly => week(app, &look, reader).await?,
        Rhythm::Daily | Rhythm::Immediate => None,
    };
    let happened = match rhythm {
        Rhythm::Immediate => Happened::default(),
        Rhythm::Daily | Rhythm::Weekly => notifications::happened(app, viewer, Channel::Digest, mail.id).await?,
    };
    Ok(Contents {
        digest,
        happened,
        matches: store::matches(app.db.read(), &look).await?,
        officers: store::officers(app.db.read(), &look).await?,
        week,
        perhaps_lost: store::perhaps_lost(app.db.read(), mail).await?,
    })
}

async fn add_deliveries(
    app: &App,
    look: &Look<'_>,
    names: &Names<'_>,
    only_news: bool,
    digest: &mut Digest,
) -> Result<()> {
    let mut after = None;
    for _ in 0..PAGES {
        let page = store::open_deliveries(app.db.read(), look, only_news, after).await?;
        let is_last = is_last(page.len());
        after = page.last().map(|(delivery, _)| (delivery.due_at, delivery.id));
        let (found, told) = answerable(app, look, names, page).await?;
        store::told_deliveries_insert(app.db.write(), look.mail, &told).await?;
        digest.add(found, app.now());
        if is_last {
            return Ok(());
        }
    }
    digest.beyond = true;
    Ok(())
}

async fn add_leads(app: &App, look: &Look<'_>, names: &Names<'_>, digest: &mut Digest) -> Result<()> {
    let mut after = None;
    for _ in 0..PAGES {
        let page = store::fresh_leads(app.db.read(), look, after).await?;
        let is_last = is_last(page.len());
        after = page.last().map(|(place, _)| *place);
        let leads: Vec<Found> = page.into_iter().map(|(_, found)| found).collect();
        store::told_leads_insert(app.db.write(), look.mail, &leads).await?;
        let brands = store::brands(
            app.db.read(),
            look.sight,
            leads.iter().map(|found| found.lead).collect(),
        )
        .await?;
        let named = leads.into_iter().map(|found| Found {
            brands: names.of(of_lead(&brands, found.lead)),
            ..found
        });
        digest.add(named, app.now());
        if is_last {
            return Ok(());
        }
    }
    digest.beyond = true;
    Ok(())
}

fn is_last(length: usize) -> bool {
    u64::try_from(length).is_ok_and(|length| length < PAGE)
}

/// Of deliveries those that the person may answer; and of these the ones that are news, each with its round.
async fn answerable(
    app: &App,
    look: &Look<'_>,
    names: &Names<'_>,
    deliveries: Vec<(store::Delivery, Found)>,
) -> Result<(Vec<Found>, Vec<(Uuid, i32)>)> {
    let leads = deliveries.iter().map(|(_, found)| found.lead).collect();
    let brands = store::brands(app.db.read(), look.sight, leads).await?;
    let (mut answerable, mut news) = (Vec::new(), Vec::new());
    for (delivery, found) in deliveries {
        let concerned: Vec<_> = of_lead(&brands, found.lead)
            .filter(|brand| brand.owner == delivery.recipient)
            .collect();
        let ids: Vec<Uuid> = concerned.iter().map(|brand| brand.id).collect();
        let target = Target {
            organization: delivery.recipient,
            brands: &ids,
        };
        if look.viewer.may(Action::DeliveryAnswer, target, app.now()) {
            if found.is_new {
                news.push((delivery.id, delivery.round));
            }
            answerable.push(Found {
                brands: names.of(concerned),
                due_at: Some(timestamp(delivery.due_at)),
                ..found
            });
        }
    }
    Ok((answerable, news))
}

/// In whose language brands are named, if anybody reads their names.
enum Names<'a> {
    For(&'a Reader),
    Nobody,
}

impl Names<'_> {
    fn of<'b>(&self, brands: impl IntoIterator<Item = &'b store::Brand>) -> Vec<String> {
        match self {
            Self::For(reader) => brands.into_iter().map(|brand| brand.name(reader.language)).collect(),
            Self::Nobody => Vec::new(),
        }
    }
}

fn of_lead(brands: &BTreeMap<Uuid, Vec<store::Brand>>, lead: Uuid) -> impl Iterator<Item = &store::Brand> {
    brands.get(&lead).into_iter().flatten()
}

async fn week(app: &App, look: &Look<'_>, reader: &Reader) -> Result<Option<(Week, Numbers)>> {
    let Some(week) = Week::before(day_of(look.mail.window_start)) else {
        return Ok(None);
    };
    let Some(span) = week.span(&reader.wish.zone) else {
        return Ok(None);
    };
    let numbers = store::numbers(app.db.read(), look.sight, look.viewer, look.recipients, span).await?;
    Ok(Some((week, numbers)))
}

/// The organisations for which the person might answer deliveries.
fn recipients(viewer: &Viewer) -> Vec<Uuid> {
    let principals = viewer.mandates.iter().map(|mandate| mandate.principal);
    let mut recipients: Vec<Uuid> = principals.chain([viewer.organization]).collect();
    recipients.sort_unstable();
    recipients.dedup();
    recipients
}
