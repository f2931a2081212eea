//! A report on paper: what a test-buy report has to hold (domain.md §4.7): order number, listing, photos, verification process,
//! methods, reasons, signature or seal.

use serde_json::{Value, json};

use super::{
    rules::{AppraisalConclusion, AppraiserInterest, FeatureFinding, ReportFeature},
    store::{AppraisalRow, PhotoRow, ReportRow},
};
use crate::{
    members::rules::Language,
    platform::{
        clock::timestamp,
        db::{code, json as read},
        error::Result,
        typeset,
    },
    samples::SampleRow,
};

const TEMPLATE: &str = include_str!("report.typ");

/// Sets a version of a report; `blind` leaves out what the service added.
///
/// # Errors
/// `UNAVAILABLE` where the fonts are not there, `INTERNAL`.
pub(super) async fn set(
    row: &AppraisalRow,
    report: &ReportRow,
    photos: &[PhotoRow],
    sample: &SampleRow,
    (blind, language): (bool, Language),
) -> Result<Vec<u8>> {
    let page = page(row, report, photos, sample, (blind, language))?;
    typeset::print(TEMPLATE, page).await
}

fn word(language: Language, en: &'static str, zh: &'static str) -> &'static str {
    match language {
        Language::En => en,
        Language::ZhHans => zh,
    }
}

fn conclusion(of: AppraisalConclusion, language: Language) -> &'static str {
    let (en, zh) = match of {
        AppraisalConclusion::Genuine => ("Genuine", "正品"),
        AppraisalConclusion::Counterfeit => ("Counterfeit", "假冒"),
        AppraisalConclusion::GreyMarket => ("Genuine, outside of the brand's channels", "正品,非授权渠道"),
        AppraisalConclusion::Altered => ("Altered", "经改装"),
        AppraisalConclusion::Inconclusive => ("It cannot be said", "无法判定"),
        AppraisalConclusion::Unable => ("It could not be inspected", "无法鉴定"),
    };
    word(language, en, zh)
}

fn finding(of: FeatureFinding, language: Language) -> &'static str {
    let (en, zh) = match of {
        FeatureFinding::AsGenuine => ("as genuine", "与正品一致"),
        FeatureFinding::NotAsGenuine => ("not as genuine", "与正品不一致"),
        FeatureFinding::Unclear => ("unclear", "不明确"),
    };
    word(language, en, zh)
}

/// What the appraiser said of his interests when he took it up.
fn interest(row: &AppraisalRow, language: Language) -> Result<Option<String>> {
    let Some(said) = row.interest.as_deref() else {
        return Ok(None);
    };
    let words = match code(said)? {
        AppraiserInterest::None => word(language, "none", "无"),
        AppraiserInterest::CommercialDispute => {
            word(language, "a commercial dispute with the seller", "与卖家有商业纠纷")
        }
        AppraiserInterest::Other => word(language, "something else", "其他"),
    };
    let note = row.interest_note.as_deref().map(|note| format!(": {note}"));
    Ok(Some(format!("{words}{}", note.unwrap_or_default())))
}

fn page(
    row: &AppraisalRow,
    report: &ReportRow,
    photos: &[PhotoRow],
    sample: &SampleRow,
    (blind, language): (bool, Language),
) -> Result<Value> {
    let w = |en, zh| word(language, en, zh);
    let features: Vec<ReportFeature> = read(&report.features)?;
    let feature = |one: &ReportFeature| {
        json!([
            one.feature,
            finding(one.finding, language),
            one.note.as_deref().unwrap_or_default()
        ])
    };
    let photo = |one: &PhotoRow| json!([one.caption.as_deref().unwrap_or("–"), one.sha256]);
    let at = timestamp(report.reported_at).strftime("%Y-%m-%d %H:%M UTC").to_string();
    let known = |value: &Option<String>| value.clone().filter(|_| !blind);
    let facts = [
        (
            w("Sample", "样品"),
            Some(format!("{} – {}", sample.reference, sample.label)),
        ),
        (w("Order number", "订单号"), known(&report.order_number)),
        (w("Listing", "商品链接"), known(&report.listing_url)),
        (
            w("Conclusion", "结论"),
            Some(conclusion(code(&report.conclusion)?, language).to_owned()),
        ),
        (w("Correction", "更正原因"), report.correction_reason.clone()),
        (w("Interests", "利益关系声明"), interest(row, language)?),
    ];
    let facts = facts
        .into_iter()
        .filter_map(|(name, value)| Some(json!([name, value?])))
        .collect::<Value>();
    let fonts = match language {
        Language::En => ["Noto Sans", "Noto Sans CJK SC"],
        Language::ZhHans => ["Noto Sans CJK SC", "Noto Sans"],
    };
    Ok(json!({
        "fonts": fonts,
        "title": w("Appraisal report", "鉴定报告"),
        "reference": format!("{} ({})", row.reference, report.version),
        "facts": facts,
        "parts": [
            [w("Method", "鉴定方法"), report.method],
            [w("Verification process", "核验过程"), report.process],
            [w("Reasons", "理由"), report.reasons],
        ],
        "features": [w("Features checked", "检查特征"), features.iter().map(feature).collect::<Value>()],
        "photos": [w("Photos (SHA-256)", "照片 (SHA-256)"), photos.iter().map(photo).collect::<Value>()],
        "signature": [w("Signed", "签署"), report.signed_name, at, report.seal.as_deref().unwrap_or_default()],
        "hashes": [report.content_sha256, known(&Some(report.report_sha256.clone())).unwrap_or_default()],
    }))
}
