//! The text of a webhook and its signature, as Standard Webhooks has them (<https://www.standardwebhooks.com/>).

use base64::{Engine as _, engine::general_purpose::STANDARD};
use jiff::Timestamp;
use serde::Serialize;
use standardwebhooks::Webhook;

use super::WebhookKind;
use crate::platform::error::{ApiError, Result};

/// What goes out: names of things and codes. Whoever wants more asks the API for it, under the sight of that moment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Letter<'a> {
    /// What happened.
    pub r#type: &'static str,
    /// When it happened.
    pub timestamp: Timestamp,
    /// What it is about.
    pub data: Said,
    /// Messages with the same key come in the order in which things happened.
    pub ordering_key: &'a str,
}

/// What a webhook says.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Said {
    /// Id of the lead.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lead_id: Option<String>,
    /// What people call the lead.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
    /// Id of the delivery, for who sees it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub delivery_id: Option<String>,
    /// Ids of the lead's items, with a verdict.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub item_ids: Vec<String>,
    /// Id of the comment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub comment_id: Option<String>,
    /// Code of the verdict.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub verdict: Option<String>,
    /// Code of where the lead stands when this is sent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state: Option<String>,
}

impl Letter<'_> {
    /// Its text.
    ///
    /// # Errors
    /// `INTERNAL` where it cannot be written.
    pub fn text(&self) -> Result<String> {
        serde_json::to_string(self).map_err(ApiError::internal)
    }

    /// One that tells of a kind.
    #[must_use]
    pub fn of(kind: WebhookKind, timestamp: Timestamp, data: Said, ordering_key: &str) -> Letter<'_> {
        Letter {
            r#type: kind.name(),
            timestamp,
            data,
            ordering_key,
        }
    }
}

/// A secret as it is shown, once.
#[must_use]
pub fn secret_text(secret: &[u8]) -> String {
    format!("whsec_{}", STANDARD.encode(secret))
}

/// The signatures of a text by each secret, separated by a space.
///
/// # Errors
/// `INTERNAL` where one cannot be made.
pub fn signatures(secrets: Vec<Vec<u8>>, id: &str, second: i64, text: &str) -> Result<String> {
    let sign = |secret| Webhook::from_bytes(secret)?.sign(id, second, text.as_bytes());
    let signed: std::result::Result<Vec<String>, _> = secrets.into_iter().map(sign).collect();
    Ok(signed.map_err(ApiError::internal)?.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The example of the reference library.
    #[test]
    fn a_signature_is_that_of_the_standard() {
        let secret = STANDARD.decode("C2FVsBQIhrscChlQIMV+b5sSYspob7oD").unwrap();
        let text = r#"{"email":"test@example.com","username":"test_user"}"#;
        let (id, second) = ("msg_27UH4WbU6Z5A5EzD8u03UvzRbpk", 1_649_367_553);
        let once = "v1,tZ1I4/hDygAJgO5TYxiSd6Sd0kDW6hPenDe+bTa3Kkw=";
        assert_eq!(signatures(vec![secret.clone()], id, second, text).unwrap(), once);
        let both = signatures(vec![secret, vec![7; 32]], id, second, text).unwrap();
        assert!(both.starts_with(&format!("{once} v1,")), "{both}");
    }

    #[test]
    fn a_letter_names_what_there_is_and_nothing_else() {
        let said = Said {
            lead_id: Some("lead_1".to_owned()),
            verdict: Some("CONFIRMED".to_owned()),
            ..Said::default()
        };
        let letter = Letter::of(WebhookKind::DeliveryVerdict, Timestamp::UNIX_EPOCH, said, "lead_1");
        assert_eq!(
            letter.text().unwrap(),
            r#"{"type":"delivery.verdict","timestamp":"1970-01-01T00:00:00Z","data":{"leadId":"lead_1","verdict":"CONFIRMED"},"orderingKey":"lead_1"}"#
        );
        let ping = Letter::of(WebhookKind::Ping, Timestamp::UNIX_EPOCH, Said::default(), "whep_1");
        assert!(ping.text().unwrap().contains(r#""data":{}"#));
    }
}
