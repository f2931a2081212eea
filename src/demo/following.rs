//! Who in the demo is on which lead, whom comments name, what the desk's shifts leave to each other, and what people have
//! read of what they were told.

use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

use super::{
    alliance::{Alliance, known},
    cast::Who,
    organizations::organization,
    plan::Tale,
    store,
};
use crate::{
    app::App,
    hand_overs::{self, NewHandOver},
    leads::{self, NewComment},
    notifications, outbox,
    permissions::Role,
    platform::{
        clock::{ManualClock, micros},
        error::{ApiError, ErrorCode, Result},
    },
};

/// What was told before that long is read.
const READ_AFTER: SignedDuration = SignedDuration::from_hours(24 * 2);

/// What a shift leaves to the next: from and to which zone, hours ago, the words.
const SHIFTS: &[(&str, &str, i64, &str)] = &[
    (
        "Asia/Shanghai",
        "Europe/Berlin",
        33,
        "Two agencies have asked for the shipping papers; the copies are with the forwarder until noon.\n\
         The submitted leads below are graded but for the first one, whose photographs are too small.",
    ),
    (
        "Europe/Berlin",
        "America/New_York",
        9,
        "The right holder of the first lead answers by telephone only: call before ten, local time.\n\
         Nothing else is urgent. The deadline of the second one ends with the working day in Shanghai.",
    ),
];

/// Lets people follow the leads as they stand now, at a clock that has arrived in the present.
pub(super) async fn begin(
    app: &App,
    clock: &ManualClock,
    alliance: &Alliance,
    (tales, ids): (&[Tale], &[Option<Uuid>]),
) -> Result<()> {
    let now = app.now();
    for (number, (tale, id)) in tales.iter().zip(ids).enumerate() {
        let Some(id) = id else { continue };
        follow(app, alliance, number, tale, *id).await?;
    }
    hand_over(app, clock, alliance, now).await?;
    clock.set(now);
    while outbox::relay(&app.db, now).await? > 0 {}
    notifications::notify(app).await?;
    notifications::remind(app).await?;
    store::notifications_read_before(&app.db, micros(ago(now, READ_AFTER)?)).await
}

fn ago(now: Timestamp, span: SignedDuration) -> Result<Timestamp> {
    now.checked_sub(span).map_err(ApiError::internal)
}

/// On some leads there is somebody of the owner or of a recipient, and some writers ask a colleague.
async fn follow(app: &App, alliance: &Alliance, number: usize, tale: &Tale, id: Uuid) -> Result<()> {
    let writer = tale.cast.writer;
    if number.is_multiple_of(6) {
        assign(app, alliance, writer, writer, id).await?;
    }
    for (_, who) in tale.cast.recipients.iter().filter(|_| number.is_multiple_of(5)) {
        let head = who.organization.with_role(&[Role::Ma]).next();
        let head = head.map_or(*who, |person| Who {
            organization: who.organization,
            person,
        });
        assign(app, alliance, head, *who, id).await?;
    }
    let colleague = writer
        .organization
        .with_role(&[Role::Mi, Role::Ma, Role::So])
        .find(|person| person.local != writer.person.local);
    if let Some(colleague) = colleague.filter(|_| number % 9 == 4) {
        let colleague = Who {
            organization: writer.organization,
            person: colleague,
        };
        mention(app, alliance, (writer, colleague), (number, id)).await?;
    }
    Ok(())
}

/// What somebody may not, because the story took the lead out of sight or somebody out of the alliance, is left out.
fn unless_refused<T>(result: Result<T>) -> Result<()> {
    match result {
        Err(error)
            if matches!(
                error.code,
                ErrorCode::NotFound | ErrorCode::Forbidden | ErrorCode::BadUserInput
            ) =>
        {
            Ok(())
        }
        result => result.map(drop),
    }
}

async fn assign(app: &App, alliance: &Alliance, by: Who, who: Who, lead: Uuid) -> Result<()> {
    let (viewer, person) = (alliance.viewer(&by.email())?, alliance.person(&who.email())?);
    unless_refused(leads::assign(app, viewer, lead, 0, Some(person)).await)
}

async fn mention(app: &App, alliance: &Alliance, (by, whom): (Who, Who), (number, lead): (usize, Uuid)) -> Result<()> {
    let new = NewComment {
        idempotency_key: format!("demo:mention:{number}"),
        lead,
        body: "@{1}, could you compare the stitching with the genuine one we bought in spring?".to_owned(),
        for_all_viewers: false,
        attribution_allowed: false,
        mentions: vec![alliance.person(&whom.email())?],
    };
    unless_refused(leads::add_comment(app, alliance.viewer(&by.email())?, new).await)
}

/// The desk's shifts: each but the last is taken over by the next officer.
async fn hand_over(app: &App, clock: &ManualClock, alliance: &Alliance, now: Timestamp) -> Result<()> {
    let secretariat = known(organization("secretariat"))?;
    let officers: Vec<_> = secretariat.with_role(&[Role::So]).collect();
    let viewer = |at: usize| alliance.viewer(&secretariat.email(officers[at % officers.len()]));
    for (at, (from, to, hours, body)) in SHIFTS.iter().enumerate() {
        let then = ago(now, SignedDuration::from_hours(*hours))?;
        clock.set(then);
        let new = NewHandOver {
            from_zone: (*from).to_owned(),
            to_zone: (*to).to_owned(),
            body: (*body).to_owned(),
            leads: store::submitted_leads(&app.db, micros(then), 3).await?,
            actions: Vec::new(),
            desk_to: None,
            deliveries: Vec::new(),
        };
        let made = hand_overs::create(app, viewer(at)?, &format!("demo:shift:{at}"), new).await?;
        if at + 1 < SHIFTS.len() {
            clock.set(ago(now, SignedDuration::from_hours(hours - 1))?);
            hand_overs::acknowledge(app, viewer(at + 1)?, made.id, made.version).await?;
        }
    }
    Ok(())
}
