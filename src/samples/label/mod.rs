//! The label that is stuck to a sample: what it is called, and a QR code that leads to it in the portal.

use qrcode::{EcLevel, QrCode, render::svg};
use serde_json::json;

use super::store::SampleRow;
use crate::{
    members::rules::Language,
    platform::{
        clock::timestamp,
        error::{ApiError, Result},
        ids::{self, IdKind},
        typeset,
    },
};

const TEMPLATE: &str = include_str!("label.typ");

/// Sets the label of a sample. The code holds its reference and its address: who has the box and no account learns no more.
///
/// # Errors
/// `UNAVAILABLE` where the fonts are not there, `INTERNAL`.
pub(super) async fn set(public_url: &str, row: &SampleRow, seal: Option<&str>, language: Language) -> Result<Vec<u8>> {
    let address = format!(
        "{}/samples/{}",
        public_url.trim_end_matches('/'),
        ids::encode(IdKind::Sample, row.id)
    );
    let words = match language {
        Language::En => ["Sample", "Number", "Seal", "Received (UTC)"],
        Language::ZhHans => ["样品", "编号", "封条", "接收时间 (UTC)"],
    };
    let fonts = match language {
        Language::En => ["Noto Sans", "Noto Sans CJK SC"],
        Language::ZhHans => ["Noto Sans CJK SC", "Noto Sans"],
    };
    let day = timestamp(row.received_at).strftime("%Y-%m-%d").to_string();
    let data = json!({
        "fonts": fonts,
        "words": words,
        "reference": row.reference,
        "label": row.label,
        "number": row.number.to_string(),
        "seal": seal.unwrap_or("–"),
        "received": day,
        "address": address,
        "qr": code(&format!("{}\n{address}", row.reference))?,
    });
    typeset::print(TEMPLATE, data).await
}

/// A QR code as SVG.
fn code(text: &str) -> Result<String> {
    let code = QrCode::with_error_correction_level(text, EcLevel::M).map_err(ApiError::internal)?;
    Ok(code.render::<svg::Color<'_>>().min_dimensions(240, 240).build())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_a_picture() {
        let made = code("SP-26-AAAAAA\nhttps://example.org/samples/sample_01h45ytscbebyvny4gc8cr8ma2").unwrap();
        assert!(made.contains("<svg"));
    }
}
