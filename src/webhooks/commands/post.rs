//! The request itself: made when it is sent, out of what the account sees at that moment.

use jiff::Timestamp;
use reqwest::{
    Method, Request,
    header::{CONTENT_TYPE, HeaderValue, RETRY_AFTER, USER_AGENT},
};
use url::Url;
use uuid::Uuid;

use super::secrets;
use crate::{
    app::App,
    leads::{self, Heard, rules::LeadState},
    permissions::Viewer,
    platform::{
        clock::timestamp,
        db::code,
        error::{ApiError, Result},
        ids::{IdKind, encode},
        outbound::{Answer, OutboundError},
    },
    webhooks::{
        rules::{self, Letter, Said, WebhookKind},
        store::{EndpointRow, MessageRow},
    },
};

const ID: &str = "webhook-id";
const TIMESTAMP: &str = "webhook-timestamp";
const SIGNATURE: &str = "webhook-signature";

/// What came of sending.
#[derive(Debug, Clone, Copy)]
pub(super) struct Outcome {
    /// The status, where there was an answer.
    pub(super) status: Option<u16>,
    /// Class of what went wrong.
    pub(super) error: Option<&'static str>,
    /// The seconds until it may be tried again, where the answer says so.
    pub(super) asked: Option<i64>,
}

/// The text of a message for its account at this moment; nothing where the account sees no more what it is about.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(super) async fn text(app: &App, viewer: &Viewer, message: &MessageRow) -> Result<Option<String>> {
    let kind: WebhookKind = code(&message.kind)?;
    let at = timestamp(message.occurred_at);
    if kind == WebhookKind::Ping {
        let key = encode(IdKind::WebhookEndpoint, message.endpoint_id);
        return Letter::of(kind, at, Said::default(), &key).text().map(Some);
    }
    let about = (message.root_id, message.object_id);
    let Some(heard) = leads::hear(app.db.read(), viewer, about, app.now()).await? else {
        return match kind {
            WebhookKind::LeadRetracted => retracted(app, viewer, message.root_id, at).await,
            _ => Ok(None),
        };
    };
    // Who is told of a lead has seen it, and that is written down before it is told.
    leads::note_told(app, viewer, [heard.lead]).await?;
    of_lead(kind, at, heard).map(Some)
}

/// The text of a retraction for an account that was shown the lead and sees it no more: that it was taken back, and nothing else.
async fn retracted(app: &App, viewer: &Viewer, lead: Uuid, at: Timestamp) -> Result<Option<String>> {
    let Some(reference) = leads::retracted_since(app.db.read(), viewer, lead).await? else {
        return Ok(None);
    };
    let key = encode(IdKind::Lead, lead);
    let said = Said {
        lead_id: Some(key.clone()),
        reference: Some(reference),
        state: Some(<&str>::from(LeadState::Retracted).to_owned()),
        ..Said::default()
    };
    Letter::of(WebhookKind::LeadRetracted, at, said, &key).text().map(Some)
}

fn of_lead(kind: WebhookKind, at: Timestamp, heard: Heard) -> Result<String> {
    let key = encode(IdKind::Lead, heard.lead);
    let items = heard.items.into_iter();
    let said = Said {
        lead_id: Some(key.clone()),
        reference: Some(heard.reference),
        delivery_id: heard.delivery.map(|id| encode(IdKind::Delivery, id)),
        item_ids: items.map(|id| encode(IdKind::Item, id)).collect(),
        comment_id: heard.comment.map(|id| encode(IdKind::Comment, id)),
        verdict: heard.verdict,
        state: Some(heard.state),
    };
    Letter::of(kind, at, said, &key).text()
}

/// Sends a message; whatever comes of it is an outcome.
///
/// # Errors
/// `INTERNAL` where it cannot be signed.
pub(super) async fn post(app: &App, endpoint: &EndpointRow, message: &MessageRow, text: String) -> Result<Outcome> {
    let Ok(url) = Url::parse(&endpoint.url) else {
        return Ok(failed(OutboundError::Forbidden));
    };
    let request = request(app, endpoint, message, url, text)?;
    Ok(match app.webhooks_out.send(request).await {
        Ok(answer) => answered(&answer),
        Err(error) => failed(error),
    })
}

fn request(app: &App, endpoint: &EndpointRow, message: &MessageRow, url: Url, text: String) -> Result<Request> {
    let (id, second) = (encode(IdKind::WebhookMessage, message.id), app.now().as_second());
    let signed = rules::signatures(secrets::live(app, endpoint)?, &id, second, &text)?;
    let mut request = Request::new(Method::POST, url);
    let headers = request.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    headers.insert(USER_AGENT, HeaderValue::from_static("Touchstone"));
    headers.insert(ID, value(&id)?);
    headers.insert(TIMESTAMP, HeaderValue::from(second));
    headers.insert(SIGNATURE, value(&signed)?);
    *request.body_mut() = Some(text.into());
    Ok(request)
}

fn value(text: &str) -> Result<HeaderValue> {
    HeaderValue::from_str(text).map_err(ApiError::internal)
}

fn answered(answer: &Answer) -> Outcome {
    let status = answer.status;
    let asked = answer.headers.get(RETRY_AFTER).and_then(|value| value.to_str().ok());
    let error = match status.as_u16() {
        200..=299 => None,
        300..=399 => Some("REDIRECT"),
        _ => Some("STATUS"),
    };
    Outcome {
        status: Some(status.as_u16()),
        error,
        asked: asked.and_then(|seconds| seconds.trim().parse().ok()),
    }
}

fn failed(error: OutboundError) -> Outcome {
    let class = match error {
        OutboundError::Forbidden => "FORBIDDEN_ADDRESS",
        OutboundError::NoAnswer => "NO_ANSWER",
        OutboundError::TooLarge => "ANSWER_TOO_LARGE",
    };
    Outcome {
        status: None,
        error: Some(class),
        asked: None,
    }
}
