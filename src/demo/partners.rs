//! The demo's partner: a marketplace whose program hands in what it finds, and hears by webhook what becomes of it.

use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};
use uuid::Uuid;

use super::{
    alliance::Alliance,
    receiver::{HOOKS, MOVED, Receiver},
    store,
};
use crate::{
    app::App,
    ingest::{self, Choice, rules::Taken},
    leads::{
        self, Answer, Grant, ShareRequest, Triage,
        rules::{LeadOutcome, Priority, RejectReason, Verdict},
    },
    outbox,
    permissions::{ServiceScope, Viewer, audience::Tlp},
    platform::{
        clock::ManualClock,
        error::{ApiError, ErrorCode, Result},
        ids::{IdKind, encode},
    },
    service_accounts,
    sessions::viewers,
    webhooks::{self, EndpointFacts, rules::WebhookKind},
};

/// The secret of the marketplace's program, no secret at all: whoever tries the demo out asks with it.
pub const CLIENT_SECRET: &str = "tss_a-lantern-in-the-fog-is-no-secret-at-all-42";
/// The public part of a key of which everybody knows the private one: the second test of RFC 8032.
const PUBLIC_KEY: &str =
    r#"{"kty":"OKP","crv":"Ed25519","x":"PUAXw-hDiVqStwqnTRt-vJyYLM8uxJaMwM1V8Sr0Zgw","kid":"detection-2026"}"#;

/// Whose program it is, and who looks after it.
const MARKET: &str = "baixiangji";
const KEEPER: &str = "detection@baixiangji.example";
/// Who grades what it hands in.
const DESK: &str = "lin.yuhe@secretariat.example";
/// To whom one of its leads goes, and who answers.
const RECIPIENT: &str = "corvelha";
const RESPONDER: &str = "marta.salgueiro@corvelha.example";
/// Where its webhooks are to go once the story is told. Until somebody resumes the endpoint they wait.
const ADDRESS: &str = "https://hooks.baixiangji.example/touchstone";

/// What its keeper calls that.
const NAME: &str = "Verdicts, for those who take listings off";

/// How many hours ago it began.
const HOURS: i64 = 24 * 10;
/// For how long a message that nobody takes is tried, and some more.
const STUBBORN: i64 = 80;

/// What the program finds: what the marketplace calls it, the brand, what is offered.
const FOUND: &[(&str, &str, &str)] = &[
    (
        "BXJ-2026-0001",
        "corvelha",
        "Vale de Corvelha Reserva 2019, six bottles, 60% off",
    ),
    (
        "BXJ-2026-0002",
        "corvelha",
        "Vale de Corvelha Tawny 20 years, empty bottles with corks",
    ),
    ("BXJ-2026-0003", "orvelline", "Orvelline Quai belt, mirror quality"),
    ("BXJ-2026-0004", "orvelline", "奥薇琳 真丝斜纹围巾 原单尾货"),
];

/// The story of the program, told up to the present.
pub(super) async fn work(app: &Arc<App>, clock: &ManualClock, alliance: &Alliance) -> Result<()> {
    let now = app.now();
    // What happened until now is told to nobody: nobody listened.
    turn(app).await?;
    let receiver = Receiver::start().await?;
    clock.set(ago(now, HOURS)?);
    let story = Story::begin(app, clock, alliance, &receiver).await?;
    story.pass(1).await?;
    story.hand_in(&story.lines().await?, true).await?;
    story.pass(23).await?;
    story.judge().await?;
    story.pass(STUBBORN).await?;
    story.end().await?;
    // What was handed in is there already.
    story.hand_in(&found_lines(alliance)?, true).await?;
    clock.set(ago(now, 2)?);
    story.hand_in(&found_lines(alliance)?[..1], false).await?;
    clock.set(now);
    Ok(())
}

/// What the worker does every second.
async fn turn(app: &App) -> Result<()> {
    while outbox::relay(&app.db, app.now()).await? > 0 {}
    webhooks::queue(app).await?;
    while webhooks::send(app).await? > 0 {}
    Ok(())
}

fn ago(now: Timestamp, hours: i64) -> Result<Timestamp> {
    now.checked_sub(SignedDuration::from_hours(hours))
        .map_err(ApiError::internal)
}

/// A line as the program sends it.
fn line(name: &str, brand: &Value, title: &str, url: Option<&str>) -> String {
    json!({ "externalId": name, "url": url, "title": title, "brand": brand }).to_string()
}

/// What the program finds, as lines.
fn found_lines(alliance: &Alliance) -> Result<Vec<String>> {
    let of = |(name, brand, title): &(&str, &str, &str)| -> Result<String> {
        let brand = json!({ "id": encode(IdKind::Brand, alliance.brand(brand)?) });
        let url = format!("https://www.baixiangji.example/item/{}", name.to_lowercase());
        Ok(line(name, &brand, title, Some(&url)))
    };
    FOUND.iter().map(of).collect()
}

/// The program, its keeper, and where its webhooks go.
struct Story<'a> {
    app: &'a Arc<App>,
    clock: &'a ManualClock,
    alliance: &'a Alliance,
    keeper: &'a Viewer,
    account: Uuid,
    /// An endpoint, and its version.
    hooks: (Uuid, i32),
}

impl<'a> Story<'a> {
    /// The keeper makes the account, with a secret and a key, and says where webhooks go; one of the addresses is old.
    async fn begin(
        app: &'a Arc<App>,
        clock: &'a ManualClock,
        alliance: &'a Alliance,
        receiver: &Receiver,
    ) -> Result<Self> {
        let keeper = alliance.viewer(KEEPER)?;
        let facts = service_accounts::Facts {
            name: "Detection engine 鉴真引擎".to_owned(),
            description: Some(
                "Hands in listings that our model holds for counterfeit, and mirrors the verdicts.".to_owned(),
            ),
            scopes: vec![
                ServiceScope::LeadsRead,
                ServiceScope::ListingsWrite,
                ServiceScope::ChangesRead,
                ServiceScope::WebhooksManage,
                ServiceScope::ExportsRead,
            ],
            networks: Vec::new(),
        };
        let made = service_accounts::create(app, keeper, "demo:account", facts, false).await?;
        let made = service_accounts::add_known_secret(app, keeper, (made.id, made.version), CLIENT_SECRET).await?;
        let made = service_accounts::add_key(app, keeper, (made.id, made.version), None, PUBLIC_KEY).await?;
        let mut story = Self {
            app,
            clock,
            alliance,
            keeper,
            account: made.id,
            hooks: (Uuid::nil(), 0),
        };
        let (old, text) = (receiver.url(MOVED), "The system before this one");
        story.listens(old, text, vec![WebhookKind::LeadSubmitted]).await?;
        story.hooks = story.listens(receiver.url(HOOKS), NAME, Vec::new()).await?;
        Ok(story)
    }

    async fn listens(&self, url: String, text: &str, kinds: Vec<WebhookKind>) -> Result<(Uuid, i32)> {
        let facts = EndpointFacts {
            url,
            description: Some(text.to_owned()),
            kinds,
        };
        let key = format!("demo:{text}");
        let (made, _) = webhooks::create(self.app, self.keeper, &key, Some(self.account), facts).await?;
        Ok((made.row.id, made.row.version))
    }

    /// Hours pass, in each of which the worker has a turn.
    async fn pass(&self, hours: i64) -> Result<()> {
        for _ in 0..hours {
            turn(self.app).await?;
            self.clock.advance(SignedDuration::from_hours(1));
        }
        turn(self.app).await
    }

    /// The first file: what the program finds, what others of the house have handed in by hand, and what cannot be a lead.
    async fn lines(&self) -> Result<Vec<String>> {
        let mut lines = found_lines(self.alliance)?;
        let market = self.alliance.organization(MARKET)?;
        if let Some((url, brand)) = store::listing_of(&self.app.db, market).await? {
            let brand = json!({ "id": encode(IdKind::Brand, brand) });
            lines.push(line("BXJ-2026-0005", &brand, "Seen by our people, too", Some(&url)));
        }
        let nobody = json!({ "name": "Nobody & Daughters" });
        let url = "https://www.baixiangji.example/item/bxj-2026-0006";
        lines.push(line(
            "BXJ-2026-0006",
            &nobody,
            "Of a brand that is nobody's here",
            Some(url),
        ));
        let brand = json!({ "name": "Orvelline" });
        lines.push(line("BXJ-2026-0007", &brand, "A listing without an address", None));
        lines.push("{\"externalId\": \"BXJ-2026-0008\", \"title\"".to_owned());
        Ok(lines)
    }

    /// The program sends lines; what it may do is asked as with every request of its own.
    async fn hand_in(&self, lines: &[String], is_whole: bool) -> Result<()> {
        let viewer = viewers::load(self.app, self.account).await?;
        let viewer = viewer.ok_or_else(ApiError::not_found)?;
        let choice = Choice {
            brand: None,
            tlp: Tlp::Amber,
            draft: false,
            dry_run: false,
            on_behalf_of: None,
        };
        let run = ingest::start_run(self.app, &viewer, choice).await?;
        let receiving = ingest::receive(self.app, &viewer, run.id, 1).await?;
        let mut receiving = receiving.map_err(|_| ApiError::internal("somebody else has the run"))?;
        let taken: Vec<Taken> = lines.iter().map(|line| taken(line)).collect();
        receiving.take(&taken).await?;
        receiving.end(is_whole).await?;
        Ok(())
    }

    /// The desk looks at what came in: one goes to whom it concerns, and is confirmed; one is turned down; one waits.
    async fn judge(&self) -> Result<()> {
        let (app, desk) = (self.app, self.alliance.viewer(DESK)?);
        for (name, ..) in &FOUND[..3] {
            let id = store::ingested(&app.db, name).await?;
            let decision = Triage {
                grade: "B2".to_owned(),
                priority: Priority::High,
                override_reason: None,
            };
            leads::triage(app, desk, id, store::lead_version(&app.db, id).await?, decision).await?;
            leads::note_told(app, desk, [id]).await?;
        }
        let turned_down = store::ingested(&app.db, FOUND[1].0).await?;
        let version = store::lead_version(&app.db, turned_down).await?;
        leads::reject(app, desk, turned_down, version, RejectReason::NotInfringing, None).await?;
        self.pass(6).await?;
        self.share(desk).await?;
        self.pass(18).await?;
        self.answer().await
    }

    async fn share(&self, desk: &Viewer) -> Result<()> {
        let (app, recipient) = (self.app, self.alliance.organization(RECIPIENT)?);
        let id = store::ingested(&app.db, FOUND[0].0).await?;
        let request = ShareRequest {
            grants: vec![Grant::Organization(recipient)],
            ..ShareRequest::default()
        };
        let preview = leads::preview(app, desk, id, &request).await?;
        let version = store::lead_version(&app.db, id).await?;
        let reason = Some("The marketplace asks for a verdict.");
        leads::share(app, desk, id, version, &request, &preview.token, reason).await?;
        Ok(())
    }

    async fn answer(&self) -> Result<()> {
        let (app, responder) = (self.app, self.alliance.viewer(RESPONDER)?);
        let id = store::ingested(&app.db, FOUND[0].0).await?;
        leads::note_told(app, responder, [id]).await?;
        let recipient = self.alliance.organization(RECIPIENT)?;
        let (delivery, version) = store::delivery(&app.db, id, recipient).await?;
        let given = Answer {
            verdict: Verdict::Confirmed,
            reason: "We have filled no such cases; the labels are of another printer.".to_owned(),
            test_purchases: None,
            attribution_allowed: Some(true),
        };
        leads::answer(app, responder, delivery, version, given).await?;
        Ok(())
    }

    /// The lead is closed, the keeper tries the endpoint out, gives it the address that it is to have, and pauses it until there is
    /// somebody there: what happens meanwhile is collected.
    async fn end(&self) -> Result<()> {
        let (app, desk) = (self.app, self.alliance.viewer(DESK)?);
        let id = store::ingested(&app.db, FOUND[0].0).await?;
        let version = store::lead_version(&app.db, id).await?;
        leads::resolve(app, desk, id, version, LeadOutcome::ConfirmedInfringement, None).await?;
        webhooks::ping(app, self.keeper, self.hooks.0).await?;
        turn(app).await?;
        let facts = EndpointFacts {
            url: ADDRESS.to_owned(),
            description: Some(NAME.to_owned()),
            kinds: Vec::new(),
        };
        let moved = webhooks::update(app, self.keeper, self.hooks, facts).await?;
        // Nobody answers there: what the demo's visitors do would pile up failures of an endpoint that is to be seen at work.
        webhooks::pause(app, self.keeper, (moved.row.id, moved.row.version)).await?;
        Ok(())
    }
}

/// A line as it comes over the wire.
fn taken(line: &str) -> Taken {
    Taken {
        text: Ok(line.as_bytes().to_vec()),
        bytes: line.len() as u64 + 1,
    }
}

/// What somebody does not see any more, because the story took it out of sight, is left out.
pub(super) fn unless_out_of_sight(result: Result<()>) -> Result<()> {
    match result {
        Err(error) if error.code == ErrorCode::NotFound => Ok(()),
        result => result,
    }
}
