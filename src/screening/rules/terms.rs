//! Words of the trade: those that a table tells (jargon of sellers, with its kind), and the few general ones that the
//! engine itself has to understand: what denies, what discloses, what affirms, what imitates.

use serde::{Deserialize, Serialize};

/// What a word says about the goods.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TermKind {
    /// Says openly that it is a copy.
    Open,
    /// Says so to those who know the word.
    Jargon,
    /// Often met beside copies, and no sign by itself.
    Context,
    /// Says honestly that it is not the brand's own: a compatible or remanufactured part.
    Disclosed,
    /// A buyer's word for a fake.
    Allegation,
    /// Another name of a brand.
    BrandName,
    /// A spelling that hides a brand.
    Evasive,
}

/// A word and what it says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Term {
    /// The word or words.
    pub text: String,
    /// What it says.
    pub kind: TermKind,
    /// BCP 47 tag; only told, never asked for.
    #[serde(default)]
    pub language: String,
    /// In words, for the reader of a finding; the brand's name where it names one.
    #[serde(default)]
    pub meaning: String,
}

/// Why a table of words is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TableError {
    /// A column is missing.
    #[error("the table has no column `{0}`")]
    Column(&'static str),
    /// A kind that is not known.
    #[error("line {line}: `{kind}` is no kind of word")]
    Kind {
        /// Counted from 1, the header included.
        line: usize,
        /// What stands there.
        kind: String,
    },
}

/// Reads a table with tabs between its columns, of which `term`, `lang`, `kind` and `meaning` count.
///
/// # Errors
/// When a column is missing or a kind is unknown.
pub fn read_table(table: &str) -> Result<Vec<Term>, TableError> {
    let mut lines = table.lines();
    let header: Vec<&str> = lines.next().unwrap_or_default().split('\t').collect();
    let column = |name| {
        let place = header.iter().position(|found| found.trim() == name);
        place.ok_or(TableError::Column(name))
    };
    let (text, language, kind, meaning) = (column("term")?, column("lang")?, column("kind")?, column("meaning")?);
    let mut terms = Vec::new();
    for (number, line) in lines.enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let cells: Vec<&str> = line.split('\t').collect();
        let cell = |place: usize| cells.get(place).map_or("", |cell| cell.trim());
        terms.push(Term {
            text: cell(text).to_owned(),
            kind: kind_named(cell(kind)).ok_or_else(|| TableError::Kind {
                line: number + 2,
                kind: cell(kind).to_owned(),
            })?,
            language: cell(language).to_owned(),
            meaning: cell(meaning).to_owned(),
        });
    }
    Ok(terms)
}

fn kind_named(name: &str) -> Option<TermKind> {
    Some(match name {
        "open" => TermKind::Open,
        "jargon" => TermKind::Jargon,
        "context" => TermKind::Context,
        "disclosed" => TermKind::Disclosed,
        "allegation" => TermKind::Allegation,
        "brand-nick" | "brand-alias" | "brand_name" => TermKind::BrandName,
        "evasive" => TermKind::Evasive,
        _ => return None,
    })
}

/// Words that say honestly that goods are not the brand's own. `*` stands for any ending; `>` at the end says that a brand
/// or product has to follow, because the words alone say other things too (适用 begins half of all attributes); `~` that
/// they may speak of devices that a genuine part fits.
pub(super) const DISCLOSURES: &[&str] = &[
    // English, French, Spanish
    "compatible~",
    "compatibles~",
    "remanufactured",
    "re-manufactured",
    "refilled",
    "third party",
    "third-party",
    "aftermarket",
    "after-market",
    "non-OEM",
    "generic",
    "unbranded",
    "replacement for>",
    "substitute for>",
    "remanufacturad*",
    "reacondicionad*",
    "recargad*",
    "genérico",
    "genérica",
    "remanufacturé*",
    "reconditionné*",
    "générique",
    "adaptable~",
    // Portuguese
    "compatível~",
    "compatíveis~",
    "remanufaturad*",
    "recondicionad*",
    "recarregad*",
    "genérica",
    "genéricos",
    // German, Italian, Dutch, Polish, Turkish, Swedish
    "kompatibel~",
    "kompatible*~",
    "wiederaufbereitet*",
    "wiederbefüllt*",
    "refurbished",
    "rebuilt",
    "compatibile~",
    "compatibili~",
    "rigenerat*",
    "compatibele~",
    "compatibel~",
    "gereviseerd*",
    "kompatybiln*~",
    "zamiennik*",
    "regenerowan*",
    "uyumlu~",
    "muadil",
    "kompatibla~",
    // Russian, Ukrainian
    "совместим*~",
    "восстановленн*",
    "сумісн*~",
    "аналог",
    // Vietnamese, Indonesian, Thai, Arabic, Hebrew, Hindi
    "tương thích~",
    "kompatibel dengan~",
    "ใช้ร่วมกับ~",
    "เทียบเท่า",
    "متوافق*~",
    "תואם*~",
    "संगत~",
    // Chinese
    "兼容~",
    "相容~",
    "适用于>",
    "適用於>",
    "适用>",
    "適用>",
    "代用>",
    "替代>",
    "再生>",
    "副厂",
    "副廠",
    "第三方",
    "非原装",
    "非原裝",
    "非原厂",
    "非原廠",
    "翻新",
    "国产替换",
    "環保碳粉匣",
    // Japanese, Korean
    "互換~",
    "再生品",
    "リサイクル",
    "非純正",
    "汎用~",
    "호환~",
    "재생",
    "재제조",
];

/// Words that deny what follows them.
pub(super) const DENIALS: &[&str] = &[
    "not",
    "no",
    "non",
    "never",
    "isn't",
    "aren't",
    "without",
    "não",
    "nunca",
    "sem",
    "nem",
    "nada de",
    "ni",
    "pas",
    "sans",
    "nicht",
    "kein",
    "keine",
    "keinen",
    "senza",
    "niet",
    "geen",
    "nie",
    "не",
    "нет",
    "без",
    "不",
    "不是",
    "非",
    "无",
    "無",
    "beware of",
    "avoid",
    "cuidado com",
    "evite",
    "than",
    "instead of",
    "do que",
    "mais que",
    "em vez de",
    "ao invés de",
    "en vez de",
    "más que",
    "statt",
    "谨防",
    "警惕",
    "拒绝",
    "拒絕",
    "绝非",
    "絕非",
    "并非",
    "谢绝",
    "没有",
    "沒有",
    "不卖",
    "不卖任何",
    "ではありません",
    "なし",
];

/// Words that affirm that goods are the brand's own. Everybody writes them, so they say little.
pub(super) const AFFIRMATIONS: &[&str] = &[
    "original",
    "originais",
    "genuine",
    "authentic",
    "100% original",
    "genuíno",
    "legítimo",
    "autêntico",
    "lacrado",
    "original y nuevo",
    "auténtico",
    "authentique",
    "echt",
    "originale",
    "оригинал",
    "оригинальный",
    "正品",
    "原装",
    "原裝",
    "原厂",
    "原廠",
    "真品",
    "専用純正",
    "純正",
    "정품",
];

/// Words that may stand between a denial and what it denies: "não é um", "is not a", "不卖任何".
pub(super) const BETWEEN: &[&str] = &[
    "a",
    "an",
    "any",
    "is",
    "are",
    "the",
    "sell",
    "selling",
    "e",
    "é",
    "são",
    "um",
    "uma",
    "vendemos",
    "trabalhamos com",
    "de",
    "es",
    "foi",
    "foram",
    "was",
    "were",
    "been",
    "has",
    "fue",
    "cartuchos",
    "cartridges",
    "produtos",
    "products",
    "tintas",
    "inks",
    "refis",
    "son",
    "un",
    "una",
    "des",
    "une",
    "est",
    "sont",
    "ist",
    "sind",
    "ein",
    "eine",
    "una",
    "è",
    "это",
    "卖",
    "賣",
    "任何",
    "是",
    "的",
    "售",
];

/// Words that lead from "compatible" to the device it speaks of.
pub(super) const LEADING: &[&str] = &[
    "with",
    "to",
    "for",
    "the",
    "all",
    "your",
    "com",
    "a",
    "as",
    "o",
    "os",
    "suas",
    "seguintes",
    "para",
    "con",
    "las",
    "los",
    "le",
    "les",
    "avec",
    "mit",
    "den",
    "per",
    "con",
    "con la",
    "next",
    "following",
    "todas",
    "s",
    "с",
    "для",
];

/// What claims a standing that only the brand gives.
pub(super) const OFFICIALS: &[&str] = &[
    "official store",
    "official shop",
    "official outlet",
    "factory outlet",
    "loja oficial",
    "revenda autorizada",
    "tienda oficial",
    "boutique officielle",
    "官方旗舰店",
    "官方店",
    "专柜正品",
    "專櫃正品",
    "品牌直营",
    "授权店",
    "공식 스토어",
];

/// Words that say goods are made after a brand's: what sweeps in those who look for the brand itself.
pub(super) const IMITATIONS: &[&str] = &[
    "same style",
    "inspired by",
    "in the style of",
    "look alike",
    "lookalike",
    "imitation of",
    "comparable to",
    "similar to",
    "estilo",
    "parecido",
    "idêntico",
    "igual ao",
    "estilo de",
    "同款",
    "大牌同款",
    "明星同款",
    "仿款",
    "媲美",
    "平替",
    "风格",
    "風格",
    "similar ao",
];

/// Devices that parts are made for.
pub(super) const DEVICES: &[&str] = &[
    "printer",
    "printers",
    "models",
    "devices",
    "machines",
    "impressora",
    "impressoras",
    "multifuncional",
    "multifuncionais",
    "modelos",
    "equipamentos",
    "aparelhos",
    "impresora",
    "impresoras",
    "imprimante",
    "imprimantes",
    "Drucker",
    "Druckern",
    "stampante",
    "stampanti",
    "принтер*",
    "принтерами",
    "打印机",
    "列印機",
    "印表機",
    "一体机",
    "プリンター",
    "프린터",
];
