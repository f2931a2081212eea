//! Evidence of some of the demo's leads: pictures drawn by code, and a bag in the hands of the desk.

use bytes::Bytes;
use futures_util::stream;
use image::{ImageFormat, Rgb, RgbImage};
use jiff::{SignedDuration, Timestamp};
use std::io::Cursor;
use uuid::Uuid;

use super::alliance::Alliance;
use crate::{
    app::App,
    evidence::{self, NewEvidence, NewTransfer, NotReceived, rules::EvidenceKind},
    permissions::Viewer,
    platform::error::{ApiError, ErrorCode, Result},
};

/// Every so many leads have evidence.
const EVERY: usize = 36;
/// An officer of the desk who receives what is bought.
const STORE_KEEPER: &str = "tomas.reiter@secretariat.example";
/// Minutes that Shanghai is ahead of UTC.
const SHANGHAI: i32 = 480;

/// Whether a lead of this number has evidence.
pub(super) fn is_wanted(number: usize) -> bool {
    number % EVERY == 3
}

/// Adds what whoever handed the lead in had collected; of every other one the sample is at the desk already.
pub(super) async fn collect(
    app: &App,
    alliance: &Alliance,
    number: usize,
    lead: Uuid,
    viewer: &Viewer,
    at: Timestamp,
) -> Result<()> {
    let shade = u8::try_from(number * 37 % 200).unwrap_or(0);
    let shown = [
        (
            "listing.png",
            EvidenceKind::Screenshot,
            "The listing as it was offered",
            listing(shade),
        ),
        ("window.jpg", EvidenceKind::Photo, "The shop's window", window(shade)),
    ];
    for (name, kind, title, picture) in shown {
        let upload = sent(app, viewer, name, picture).await?;
        let new = described(lead, Some(upload), kind, title, at)?;
        evidence::attach(app, viewer, &format!("demo:{number}:{name}"), &new).await?;
    }
    let new = NewEvidence {
        seal: Some(format!("S-{:05}", 10_000 + number)),
        ..described(
            lead,
            None,
            EvidenceKind::PhysicalSample,
            "One piece, bought over the counter",
            at,
        )?
    };
    let sample = evidence::attach(app, viewer, &format!("demo:{number}:sample"), &new).await?;
    hand_over(app, alliance, number, viewer, (sample.id, sample.version)).await
}

async fn hand_over(
    app: &App,
    alliance: &Alliance,
    number: usize,
    viewer: &Viewer,
    (sample, version): (Uuid, i32),
) -> Result<()> {
    let keeper = alliance.viewer(STORE_KEEPER)?;
    let new = NewTransfer {
        evidence: sample,
        expected: version,
        to: keeper.person,
        seal: Some(format!("S-{:05}", 10_000 + number)),
        note: Some("By courier, in a sealed bag.".to_owned()),
    };
    match evidence::send(app, viewer, &format!("demo:{number}:hand-over"), &new).await {
        // Of a lead for named people the desk sees nothing; a partner's account reads no evidence.
        Err(error) if matches!(error.code, ErrorCode::BadUserInput | ErrorCode::NotFound) => return Ok(()),
        other => drop(other?),
    }
    if number % (2 * EVERY) == 3 {
        let transfer = evidence::open_transfer(app.db.read(), sample).await?;
        let transfer = transfer.ok_or_else(ApiError::not_found)?;
        evidence::confirm_transfer(app, keeper, transfer, Some("Arrived intact.")).await?;
    }
    Ok(())
}

/// Sends a file, as somebody does who is going to attach it.
pub(super) async fn sent(app: &App, viewer: &Viewer, name: &str, bytes: Vec<u8>) -> Result<Uuid> {
    let body = stream::iter([Ok::<_, ()>(Bytes::from(bytes))]);
    match evidence::receive(app, viewer, Some(name), None, body).await {
        Ok(uploaded) => Ok(uploaded.id),
        Err(NotReceived::Refused(error)) => Err(error),
        Err(other) => Err(ApiError::internal(format!("{other:?}"))),
    }
}

fn described(lead: Uuid, upload: Option<Uuid>, kind: EvidenceKind, title: &str, at: Timestamp) -> Result<NewEvidence> {
    let before = SignedDuration::from_hours(3);
    Ok(NewEvidence {
        lead,
        upload,
        item: None,
        parent: None,
        kind,
        title: title.to_owned(),
        tlp: None,
        collected_at: at.checked_sub(before).map_err(ApiError::internal)?,
        collected_offset: SHANGHAI,
        source: Some("Collected on the spot".to_owned()),
        method: None,
        tool: upload.map(|_| "Telephone camera".to_owned()),
        seal: None,
    })
}

/// A page with a picture and a price.
pub(super) fn listing(shade: u8) -> Vec<u8> {
    let page = RgbImage::from_fn(960, 640, |x, y| match (x, y) {
        (40..440, 80..480) => Rgb([shade, 90, 200 - shade / 2]),
        (480..900, 100..124) | (480..820, 140..158) => Rgb([60, 64, 72]),
        (480..640, 200..240) => Rgb([196, 48, 32]),
        (480..720, 300..348) => Rgb([245, 166, 35]),
        (_, 0..56) => Rgb([24, 30, 44]),
        _ => Rgb([250, 250, 250]),
    });
    encoded(&page, ImageFormat::Png)
}

/// A window with bags in it, seen from across the street.
pub(super) fn window(shade: u8) -> Vec<u8> {
    let scene = RgbImage::from_fn(1_200, 800, |x, y| {
        let light = u8::try_from(y / 8).unwrap_or(0);
        let bag = x % 220 > 60 && x % 220 < 180 && (320..520).contains(&y);
        match (x, y) {
            _ if bag => Rgb([shade / 2 + 60, 50 + light / 2, 40]),
            (60..1140, 160..600) => Rgb([210, 220, 225 - light / 2]),
            (_, 600..) => Rgb([96, 92, 90]),
            _ => Rgb([130 - light / 2, 120, 110]),
        }
    });
    encoded(&scene, ImageFormat::Jpeg)
}

pub(super) fn encoded(picture: &RgbImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Vec::new();
    // Memory takes everything.
    let written = picture.write_to(&mut Cursor::new(&mut bytes), format);
    written.map_or_else(|_| Vec::new(), |()| bytes)
}
