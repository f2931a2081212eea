//! A statement on paper.

use std::sync::LazyLock;

use jiff::Timestamp;
use serde_json::{Value, json};
use uuid::Uuid;

use super::day_of;
use crate::{
    funds::commands::{Point, Report},
    members::rules::Language,
    platform::{
        error::{ApiError, Result},
        money::Money,
        typeset,
    },
};

const TEMPLATE: &str = include_str!("statement.typ");

/// Most entries that are set: more is for a table.
const MOST: usize = 5_000;

/// Words in English and Chinese.
const WORDS: [(&str, &str, &str); 18] = [
    ("title", "Statement of a fund", "基金对账单"),
    ("page", "Page", "第"),
    ("opening", "At the beginning", "期初"),
    ("closing", "At the end", "期末"),
    ("bank", "At the bank", "银行存款"),
    ("pool", "Not allotted", "未分配"),
    ("available", "Available", "可用"),
    ("held", "Held", "冻结"),
    ("captured", "Spent", "已支用"),
    ("refunded", "Refunded", "已退款"),
    ("entries", "Entries", "分录"),
    ("day", "Day (UTC)", "日期 (UTC)"),
    ("kind", "Kind", "类型"),
    ("debit", "Debit", "借方"),
    ("credit", "Credit", "贷方"),
    ("amount", "Amount", "金额"),
    ("reference", "Bank reference", "银行流水号"),
    ("none", "Nothing moved.", "期间内无变动。"),
];

/// The portal's names of kinds of entries and accounts.
static PORTAL: LazyLock<[Value; 2]> = LazyLock::new(|| {
    [
        include_str!("../../../frontend/src/locales/en/funds.json"),
        include_str!("../../../frontend/src/locales/zh-Hans/funds.json"),
    ]
    .map(|words| serde_json::from_str(words).unwrap_or_default())
});

/// What a code means: one of `entryKinds`, `accounts`.
fn meaning(kind: &str, code: &str, language: Language) -> String {
    let [en, zh] = &*PORTAL;
    let words = match language {
        Language::En => en,
        Language::ZhHans => zh,
    };
    words[kind][code].as_str().unwrap_or_default().to_owned()
}

fn word(key: &str, language: Language) -> &'static str {
    let found = WORDS.iter().find(|(name, ..)| *name == key);
    found.map_or("", |(_, en, zh)| match language {
        Language::En => *en,
        Language::ZhHans => *zh,
    })
}

/// Sets a report; of bank and pool only where the reader sees `all` of the ledger.
///
/// # Errors
/// `BAD_USER_INPUT` for more than 5,000 entries, `UNAVAILABLE` where the fonts are not there, `INTERNAL`.
pub(super) async fn print(report: Report, all: bool, language: Language) -> Result<Vec<u8>> {
    if report.entries.len() > MOST {
        let text = format!("That is more than {MOST} entries. Ask for fewer days, or for a table.");
        return Err(ApiError::input("from", text));
    }
    let page = page(&report, all, language)?;
    typeset::print(TEMPLATE, page).await
}

fn page(report: &Report, all: bool, language: Language) -> Result<Value> {
    let (lang, region, fonts) = match language {
        Language::En => ("en", "gb", ["Noto Sans", "Noto Sans CJK SC"]),
        Language::ZhHans => ("zh", "cn", ["Noto Sans CJK SC", "Noto Sans"]),
    };
    let words: serde_json::Map<String, Value> = WORDS
        .iter()
        .map(|(key, ..)| ((*key).to_owned(), json!(word(key, language))))
        .collect();
    let mut entries = Vec::with_capacity(report.entries.len());
    for row in &report.entries {
        entries.push(json!([
            day_of(row.at).to_string(),
            meaning("entryKinds", &row.kind, language),
            account(report, row.debit_id, language)?,
            account(report, row.credit_id, language)?,
            amount(row.amount_minor, report),
            row.bank_reference.clone().unwrap_or_default(),
        ]));
    }
    Ok(json!({
        "lang": lang,
        "region": region,
        "fonts": fonts,
        "words": words,
        "reference": report.fund.reference,
        "name": report.fund.name,
        "currency": report.fund.currency,
        "days": format!("{} – {}", report.from, report.to),
        "printed": minute(report.at),
        "sums": sums(report, all, language),
        "entries": entries,
    }))
}

/// What an account is, and whose.
fn account(report: &Report, id: Uuid, language: Language) -> Result<String> {
    let (kind, owner) = report.kept(id)?;
    let kind = meaning("accounts", kind.code(), language);
    Ok(owner.map_or_else(|| kind.clone(), |owner| format!("{kind}: {owner}")))
}

fn minute(at: Timestamp) -> String {
    at.strftime("%Y-%m-%d %H:%M UTC").to_string()
}

fn amount(minor: i64, report: &Report) -> String {
    let money = Money {
        minor,
        currency: report.fund.currency.clone(),
    };
    money.amount()
}

/// What is read off a point of time.
type Figure = fn(&Point) -> i64;

/// What it came to at the beginning and at the end, by name.
fn sums(report: &Report, all: bool, language: Language) -> Vec<Value> {
    let rows: [(&str, bool, Figure); 6] = [
        ("bank", all, |point| point.bank),
        ("pool", all, |point| point.pool),
        ("available", true, |point| point.available),
        ("held", true, |point| point.held),
        ("captured", true, |point| point.captured),
        ("refunded", true, |point| point.refunded),
    ];
    let shown = rows.into_iter().filter(|(_, is_shown, _)| *is_shown);
    shown
        .map(|(key, _, of)| {
            let (opening, closing) = (of(&report.opening), of(&report.closing));
            json!([word(key, language), amount(opening, report), amount(closing, report)])
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use strum::VariantArray as _;

    use super::*;
    use crate::funds::rules::{AccountKind, EntryKind};

    #[test]
    fn both_languages_have_every_word() {
        for language in [Language::En, Language::ZhHans] {
            for kind in EntryKind::VARIANTS {
                assert_ne!(meaning("entryKinds", kind.code(), language), "", "{kind:?}");
            }
            for kind in AccountKind::VARIANTS {
                assert_ne!(meaning("accounts", kind.code(), language), "", "{kind:?}");
            }
        }
    }
}
