//! What a recipient, the owner and the desk do with a delivery.

use jiff::tz::TimeZone;
use serde_json::json;
use uuid::Uuid;

use super::{
    may_keep,
    tell::{News, tell},
    text,
};
use crate::{
    app::App,
    audience::{self, Kind, Sight},
    audit::{self, Act, Actor, Category},
    leads::{
        rules::{
            self, CONFIRMATION_WORKING_DAYS, Clock, DeliveryState, DeliveryStep, ExpirySettlement, LeadState,
            MAX_PAUSE_WORKING_DAYS, PermittedActions, TimelineKind, Verdict, next_delivery,
        },
        store::{self, AnswerRow, DeliveryRow, Facts, LeadRow},
    },
    permissions::{Action, Target, Viewer, audience::EntryVisibility},
    platform::{
        calendar::{Calendar, Deadline},
        clock::{micros, timestamp},
        db::{Tx, code},
        error::{ApiError, ErrorCode, Result},
        ids::IdKind,
    },
};

/// A delivery loaded for a command, with its lead.
pub(super) struct Loaded {
    pub(super) row: DeliveryRow,
    pub(super) lead: LeadRow,
    pub(super) facts: Facts,
}

impl Loaded {
    /// The delivery and its lead, which nobody else changes until the transaction ends.
    pub(super) async fn by_id(tx: &Tx, id: Uuid) -> Result<Self> {
        let found = store::delivery_by_id(tx.connection(), id).await?;
        let lead = store::lead_lock(tx, found.lead_id).await?;
        // What was read before the lock may have changed.
        let row = store::delivery_by_id(tx.connection(), id).await?;
        let facts = store::facts(tx.connection(), &lead).await?;
        Ok(Self { row, lead, facts })
    }

    async fn seen_by(tx: &Tx, viewer: &Viewer, id: Uuid) -> Result<Self> {
        let sight = Sight::of(viewer, Action::LeadRead, tx.now());
        store::delivery_find(tx.connection(), &sight, id).await?;
        let loaded = Self::by_id(tx, id).await?;
        // So may who sees it.
        store::delivery_find(tx.connection(), &sight, id).await?;
        Ok(loaded)
    }

    /// A delivery of the viewer's own, or of a principal's.
    async fn received_by(tx: &Tx, viewer: &Viewer, id: Uuid) -> Result<Self> {
        let loaded = Self::seen_by(tx, viewer, id).await?;
        let recipient = loaded.row.recipient_id;
        let brands = loaded.facts.brands_of(recipient);
        if viewer.may(
            Action::DeliveryAnswer,
            Target {
                organization: recipient,
                brands: &brands,
            },
            tx.now(),
        ) {
            return Ok(loaded);
        }
        Err(ErrorCode::Forbidden.into())
    }

    /// Moves the state by a step.
    pub(super) fn step(&mut self, step: DeliveryStep) -> Result<()> {
        let state: DeliveryState = code(&self.row.state)?;
        let next = next_delivery(state, step).ok_or(ErrorCode::TransitionNotAllowed)?;
        <&str>::from(next).clone_into(&mut self.row.state);
        Ok(())
    }

    /// Saves, rewrites the delivery's audience, tells those who see it, audits and commits.
    pub(super) async fn finish(
        self,
        app: &App,
        tx: Tx,
        actor: Actor<'_>,
        expected: i32,
        what: (&'static str, TimelineKind, Option<String>),
    ) -> Result<DeliveryRow> {
        let (action, kind, detail) = what;
        let row = store::delivery_update(&tx, self.row, expected).await?;
        // Its entries go with it: who sees it now sees what happened to it, and who does not, does not.
        store::rewrite_delivery_audience(&tx, &self.facts, &row, self.lead.priority).await?;
        // The keepers take part in the talk without learning whose it is.
        let visibility = match kind {
            TimelineKind::InfoRequested | TimelineKind::InfoAnswered => EntryVisibility::Question,
            _ => EntryVisibility::Delivery,
        };
        let news = News {
            detail,
            visibility,
            ..News::of_delivery(kind, &row)
        };
        tell(&tx, app, actor, &self.lead, &self.facts, news).await?;
        let metadata = json!({ "state": row.state, "verdict": row.verdict, "late": row.late, "version": row.version });
        let act = Act::on(Category::Content, action, IdKind::Delivery, row.id)
            .of_lead(self.lead.id)
            .with(&metadata);
        let proof = audit::record(&tx, app.ids.as_ref(), actor, act).await?;
        tx.commit(proof).await?;
        Ok(row)
    }
}

/// Marks a delivery as opened.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `TRANSITION_NOT_ALLOWED`, `STALE_VERSION`.
pub(crate) async fn view(app: &App, viewer: &Viewer, id: Uuid, expected: i32) -> Result<DeliveryRow> {
    let tx = app.begin().await?;
    let mut loaded = Loaded::received_by(&tx, viewer, id).await?;
    loaded.step(DeliveryStep::View)?;
    loaded
        .finish(
            app,
            tx,
            Actor::Person(viewer),
            expected,
            ("viewDelivery", TimelineKind::Viewed, None),
        )
        .await
}

/// Marks a delivery as taken up.
///
/// # Errors
/// As [`view`].
pub(crate) async fn acknowledge(app: &App, viewer: &Viewer, id: Uuid, expected: i32) -> Result<DeliveryRow> {
    acknowledge_within(app, app.begin().await?, viewer, (id, expected)).await
}

/// [`acknowledge`] within a transaction.
pub(super) async fn acknowledge_within(
    app: &App,
    tx: Tx,
    viewer: &Viewer,
    (id, expected): (Uuid, i32),
) -> Result<DeliveryRow> {
    let mut loaded = Loaded::received_by(&tx, viewer, id).await?;
    loaded.step(DeliveryStep::Acknowledge)?;
    loaded
        .finish(
            app,
            tx,
            Actor::Person(viewer),
            expected,
            ("acknowledgeDelivery", TimelineKind::Acknowledged, None),
        )
        .await
}

/// What a recipient answers.
#[derive(Debug, Clone)]
pub(crate) struct Answer {
    pub(crate) verdict: Verdict,
    pub(crate) reason: String,
    /// How many to buy, with `NEEDS_TEST_PURCHASE`.
    pub(crate) test_purchases: Option<i32>,
    pub(crate) attribution_allowed: Option<bool>,
}

/// Answers a delivery, or changes the answer; `NEEDS_INFO` asks the owner and stops the clock.
///
/// # Errors
/// As [`view`]; `BAD_USER_INPUT` where the number of test purchases does not fit the verdict.
pub(crate) async fn answer(app: &App, viewer: &Viewer, id: Uuid, expected: i32, given: Answer) -> Result<DeliveryRow> {
    answer_within(app, app.begin().await?, viewer, (id, expected), given).await
}

/// [`answer`] within a transaction.
pub(super) async fn answer_within(
    app: &App,
    tx: Tx,
    viewer: &Viewer,
    (id, expected): (Uuid, i32),
    given: Answer,
) -> Result<DeliveryRow> {
    let mut loaded = Loaded::received_by(&tx, viewer, id).await?;
    loaded.step(DeliveryStep::Answer(given.verdict))?;
    if loaded.lead.state == <&str>::from(LeadState::Retracted) {
        return Err(ApiError::because(
            ErrorCode::TransitionNotAllowed,
            "The lead was retracted: what was said of it stands as it is.",
        ));
    }
    let permitted: PermittedActions = code(&loaded.lead.permitted_actions)?;
    if !permitted.permits(given.verdict) {
        return Err(ApiError::input(
            "verdict",
            "The lead's owner does not permit acts towards the seller.",
        ));
    }
    let reason = text("reason", &given.reason, 2_000)?;
    let verdict: &str = given.verdict.into();
    let now = micros(tx.now());
    if given.verdict == Verdict::NeedsInfo {
        may_pause(&loaded.row, now)?;
        loaded.row.paused_at = Some(now);
        loaded.row.pause_ends_at = Some(pause_end(&tx, &loaded.row).await?);
        loaded.row.info_question = Some(reason.clone());
        loaded.row.info_answer = None;
        return loaded
            .finish(
                app,
                tx,
                Actor::Person(viewer),
                expected,
                ("answerDelivery", TimelineKind::InfoRequested, Some(reason)),
            )
            .await;
    }
    let row = &mut loaded.row;
    row.test_purchases = test_purchases(given.verdict, given.test_purchases)?;
    // A request for information answered by a verdict ends with it: the clock counts as it stood.
    let stood_at = row.paused_at.take().unwrap_or(now);
    row.pause_ends_at = None;
    let late = stood_at >= row.due_at;
    // A changed verdict does not make an answer late that came in time.
    if row.verdict.is_none() {
        row.late = late;
    }
    row.verdict = Some(verdict.to_owned());
    row.reason = Some(reason.clone());
    row.answered_at = Some(now);
    row.answered_by = Some(viewer.person);
    row.attribution_allowed = given.attribution_allowed.unwrap_or(row.attribution_allowed);
    if row.version != expected {
        return Err(ErrorCode::StaleVersion.into());
    }
    keep_answer(app, &tx, row, (verdict, &reason, late), viewer.person).await?;
    loaded
        .finish(
            app,
            tx,
            Actor::Person(viewer),
            expected,
            ("answerDelivery", TimelineKind::Answered, Some(verdict.to_owned())),
        )
        .await
}

/// A question stops a clock that still runs, and only for what is left of the allowance.
fn may_pause(row: &DeliveryRow, now: i64) -> Result<()> {
    if now >= row.due_at {
        return Err(ErrorCode::DeadlinePassed.into());
    }
    if pause_left(row) == 0 {
        return Err(ApiError::because(
            ErrorCode::TransitionNotAllowed,
            "The clock has stood still for as long as it may: answer with a verdict.",
        ));
    }
    Ok(())
}

/// When a clock that stops now runs on by itself.
async fn pause_end(tx: &Tx, row: &DeliveryRow) -> Result<i64> {
    let (calendar, zone) = calendar_of(tx, row.recipient_id).await?;
    let end = calendar
        .due(tx.now(), &zone, pause_left(row))
        .map_err(out_of_calendar)?;
    Ok(micros(end.due_at))
}

/// Working days for which the clock may still stand still.
fn pause_left(row: &DeliveryRow) -> u32 {
    MAX_PAUSE_WORKING_DAYS.saturating_sub(u32::try_from(row.paused_days).unwrap_or(0))
}

fn test_purchases(verdict: Verdict, wanted: Option<i32>) -> Result<Option<i32>> {
    match (verdict == Verdict::NeedsTestPurchase, wanted) {
        (true, Some(1..=100)) => Ok(wanted),
        (true, _) => Err(ApiError::input("testPurchases", "Say how many to buy, 1 to 100.")),
        (false, None) => Ok(None),
        (false, Some(_)) => Err(ApiError::input(
            "testPurchases",
            "Only with the verdict NEEDS_TEST_PURCHASE.",
        )),
    }
}

async fn keep_answer(
    app: &App,
    tx: &Tx,
    row: &DeliveryRow,
    (verdict, reason, late): (&str, &str, bool),
    person: Uuid,
) -> Result<()> {
    let number = store::answers_of(tx.connection(), &[row.id]).await?.len() + 1;
    let answer = AnswerRow {
        id: app.ids.id(tx.now()),
        delivery_id: row.id,
        number: i32::try_from(number).unwrap_or(i32::MAX),
        verdict: verdict.to_owned(),
        reason: reason.to_owned(),
        test_purchases: row.test_purchases,
        answered_by: person,
        answered_at: micros(tx.now()),
        late,
    };
    store::answer_insert(tx, answer).await
}

/// Answers a recipient's question as the lead's owner; the clock runs on, later by the days it stood still.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `TRANSITION_NOT_ALLOWED`, `STALE_VERSION`, `BAD_USER_INPUT`.
pub(crate) async fn answer_info_request(
    app: &App,
    viewer: &Viewer,
    id: Uuid,
    expected: i32,
    given: &str,
) -> Result<DeliveryRow> {
    let tx = app.begin().await?;
    let mut loaded = asked(&tx, viewer, id).await?;
    loaded.step(DeliveryStep::Resume)?;
    loaded.row.info_answer = Some(text("answer", given, 2_000)?);
    resume(&tx, &mut loaded.row).await?;
    loaded
        .finish(
            app,
            tx,
            Actor::Person(viewer),
            expected,
            ("answerInfoRequest", TimelineKind::InfoAnswered, None),
        )
        .await
}

/// A delivery whose question goes to the viewer: the lead's keeper may answer it although the recipient stays unnamed.
async fn asked(tx: &Tx, viewer: &Viewer, id: Uuid) -> Result<Loaded> {
    let sight = Sight::of(viewer, Action::LeadRead, tx.now());
    let lead = store::delivery_by_id(tx.connection(), id).await?.lead_id;
    if !audience::sees(tx.connection(), &sight, Kind::Lead, lead).await? {
        return Err(ApiError::not_found());
    }
    let loaded = Loaded::by_id(tx, id).await?;
    let keeps = may_keep(
        viewer,
        Action::LeadShare,
        &loaded.lead,
        &loaded.facts.brands_of(loaded.lead.owner_id),
        tx.now(),
    );
    if keeps {
        return Ok(loaded);
    }
    let sees = audience::sees(tx.connection(), &sight, Kind::Delivery, id).await?;
    Err(if sees {
        ErrorCode::Forbidden.into()
    } else {
        ApiError::not_found()
    })
}

/// Lets the clock run on: later by the working days it stood still, at most ten in all, never earlier than communicated.
pub(super) async fn resume(tx: &Tx, row: &mut DeliveryRow) -> Result<()> {
    let (calendar, zone) = calendar_of(tx, row.recipient_id).await?;
    let communicated = communicated(row)?;
    let paused_at = timestamp(row.paused_at.take().unwrap_or_else(|| micros(tx.now())));
    row.pause_ends_at = None;
    let left = pause_left(row);
    let due = calendar
        .resume(&communicated, paused_at, tx.now(), &zone, left)
        .map_err(out_of_calendar)?;
    let stood = calendar.working_days_between(paused_at, tx.now(), &zone).min(left);
    row.paused_days += i32::try_from(stood).unwrap_or(i32::MAX);
    set_clock(
        row,
        Clock::to(due.no_earlier_than(&communicated), calendar, &zone).map_err(out_of_calendar)?,
    );
    Ok(())
}

fn communicated(row: &DeliveryRow) -> Result<Deadline> {
    Ok(Deadline {
        due_on: row.due_on.parse().map_err(ApiError::internal)?,
        due_at: timestamp(row.due_at),
        provisional: row.provisional,
        calendar_version: row.calendar_version.clone(),
    })
}

/// Computes a provisional deadline anew where its calendar has changed since; false where there is nothing to do. It
/// never becomes earlier than communicated (invariant I32).
pub(super) async fn recalculate(tx: &Tx, row: &mut DeliveryRow) -> Result<bool> {
    let (calendar, zone) = calendar_of(tx, row.recipient_id).await?;
    if !row.provisional || row.calendar_version == calendar.version() {
        return Ok(false);
    }
    let communicated = communicated(row)?;
    let stood = u32::try_from(row.paused_days).unwrap_or(0);
    let due = calendar
        .recalculate(
            &communicated,
            timestamp(row.pushed_at),
            &zone,
            CONFIRMATION_WORKING_DAYS + stood,
        )
        .map_err(out_of_calendar)?;
    set_clock(row, Clock::to(due, calendar, &zone).map_err(out_of_calendar)?);
    Ok(true)
}

fn set_clock(row: &mut DeliveryRow, clock: Clock) {
    row.due_on = clock.due.due_on.to_string();
    row.due_at = micros(clock.due.due_at);
    row.provisional = clock.due.provisional;
    row.calendar_version = clock.due.calendar_version;
    row.expires_at = micros(clock.expires_at);
}

fn out_of_calendar(_: crate::platform::calendar::CalendarError) -> ApiError {
    ApiError::because(ErrorCode::BadUserInput, "The deadline lies beyond the calendar.")
}

async fn calendar_of(tx: &Tx, organization: Uuid) -> Result<(&'static Calendar, TimeZone)> {
    let row = store::organization_by_id(tx.connection(), organization)
        .await?
        .ok_or_else(ApiError::not_found)?;
    let zone = TimeZone::get(&row.time_zone).map_err(ApiError::internal)?;
    Ok((Calendar::for_country(&row.country), zone))
}

/// The clock of something pushed to an organisation now.
pub(super) async fn new_clock(tx: &Tx, recipient: Uuid) -> Result<Clock> {
    let (calendar, zone) = calendar_of(tx, recipient).await?;
    rules::clock(tx.now(), calendar, &zone).map_err(out_of_calendar)
}

/// Settles what lapsed: sends it again, closes it, or counts it as a non-response.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `TRANSITION_NOT_ALLOWED`, `STALE_VERSION`.
pub(crate) async fn settle(
    app: &App,
    viewer: &Viewer,
    id: Uuid,
    expected: i32,
    settlement: ExpirySettlement,
    note: Option<&str>,
) -> Result<DeliveryRow> {
    let tx = app.begin().await?;
    let mut loaded = Loaded::seen_by(&tx, viewer, id).await?;
    if !viewer.has(Action::DeliverySettle) {
        return Err(ErrorCode::Forbidden.into());
    }
    loaded.step(DeliveryStep::Settle(settlement))?;
    let note = note
        .filter(|note| !note.trim().is_empty())
        .map(|note| text("note", note, 2_000))
        .transpose()?;
    if settlement == ExpirySettlement::Repush {
        loaded.row.round += 1;
        loaded.row.pushed_at = micros(tx.now());
        loaded.row.overdue_at = None;
        loaded.row.paused_days = 0;
        let clock = new_clock(&tx, loaded.row.recipient_id).await?;
        set_clock(&mut loaded.row, clock);
    }
    let detail = note.unwrap_or_else(|| <&str>::from(settlement).to_owned());
    loaded
        .finish(
            app,
            tx,
            Actor::Person(viewer),
            expected,
            ("settleExpiredDelivery", TimelineKind::Settled, Some(detail)),
        )
        .await
}
