//! How fast listings are screened, and how fast and how well pictures are known again: the two rows of the goals.
//!
//! Listings are made up: some 300 bytes of English, Chinese or Portuguese words, one in ten of which names a brand or has a
//! word of the trade, among as many words as asked for. One thread screens them, so the figure is that of one core; the
//! time for all cores is measured beside it, with reading and writing JSON as the command line does.

mod dice;
mod pictures;

use std::{
    hint::black_box,
    io::{BufReader, Write as _},
    num::NonZero,
    path::PathBuf,
    time::Instant,
};

use jiff::civil::date;
use touchstone::screening::{
    cli::{Rules, stream},
    rules::{
        campaigns,
        engine::Engine,
        knowledge::{Alias, Brand, Knowledge, Right},
        listing::Listing,
        model::Model,
        screener::Screener,
        terms::{Term, TermKind},
    },
};

use self::dice::Dice;
use crate::Done;

/// How to measure screening.
#[derive(Debug, clap::Args)]
pub struct Screen {
    /// How many listings.
    #[arg(long, default_value_t = 200_000)]
    listings: usize,
    /// How many words are looked for; several sizes one after the other.
    #[arg(long, default_values_t = [10_000, 100_000])]
    words: Vec<usize>,
    /// How many pictures are known.
    #[arg(long, default_value_t = 1_000_000)]
    pictures: usize,
    /// A folder with `index.csv` and the logos it names, to see how well they are known again.
    #[arg(long)]
    logos: Option<PathBuf>,
}

/// Measures both rows.
///
/// # Errors
/// Where the words do not fit or the logos cannot be read.
pub fn screen(screen: &Screen) -> Done<()> {
    for words in &screen.words {
        listings(*words, screen.listings)?;
    }
    pictures::look_up(screen.pictures)?;
    if let Some(folder) = &screen.logos {
        pictures::logos(folder)?;
    }
    Ok(())
}

fn listings(words: usize, count: usize) -> Done<()> {
    let mut dice = Dice::new(7);
    let knowledge = knowledge(&mut dice, words);
    let began = Instant::now();
    let engine = Engine::compile(&knowledge, &campaigns::written(), &Model::default(), date(2026, 1, 1))?;
    let compiled = began.elapsed();
    let listings: Vec<Listing> = (0..count).map(|_| listing(&mut dice, &knowledge)).collect();
    let bytes: usize = listings
        .iter()
        .map(|listing| listing.title.len() + listing.text.len())
        .sum();
    let mut screener = Screener::new(&engine);
    listings
        .iter()
        .take(20_000)
        .for_each(|listing| drop(black_box(screener.suspects(listing))));
    let began = on_this_core();
    let suspects: usize = listings.iter().map(|listing| screener.suspects(listing).len()).sum();
    let seconds = on_this_core() - began;
    let mut out = std::io::stdout().lock();
    writeln!(
        out,
        "{words} words ({} shapes, compiled in {} ms): {:.0} listings/s on one core, {:.2} µs each, {} bytes each, {suspects} suspects",
        engine.words(),
        compiled.as_millis(),
        count as f64 / seconds,
        seconds * 1e6 / count as f64,
        bytes / count,
    )?;
    let lines = listings
        .iter()
        .map(serde_json::to_string)
        .collect::<Result<Vec<_>, _>>()?
        .join("\n");
    let rules = Rules {
        knowledge,
        ..Rules::default()
    };
    let cores = std::thread::available_parallelism().map_or(1, NonZero::get);
    let began = Instant::now();
    let summary = stream(
        &rules.engine(date(2026, 1, 1))?,
        false,
        BufReader::new(lines.as_bytes()),
        std::io::sink(),
    )?;
    let seconds = began.elapsed().as_secs_f64();
    writeln!(
        out,
        "  as JSON lines, {cores} cores: {:.0} listings/s",
        summary.listings as f64 / seconds
    )?;
    Ok(())
}

/// Seconds that this thread has run, whatever else the machine does meanwhile.
fn on_this_core() -> f64 {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    time.tv_sec as f64 + time.tv_nsec as f64 / 1e9
}

/// A tenth names brands, the rest are words of the trade; half are Chinese.
fn knowledge(dice: &mut Dice, words: usize) -> Knowledge {
    let brands = (0..words / 20).map(|number| Brand {
        code: format!("b{number}"),
        name: dice.latin_word(3),
        aliases: vec![Alias::Plain(dice.chinese_word(3))],
        rights: vec![Right::default()],
        ..Brand::default()
    });
    let brands = brands.collect();
    let terms = (0..words * 9 / 10).map(|number| Term {
        text: if number % 2 == 0 {
            dice.latin_word(4)
        } else {
            dice.chinese_word(4)
        },
        kind: if number % 4 == 0 {
            TermKind::Open
        } else {
            TermKind::Jargon
        },
        language: String::new(),
        meaning: String::new(),
    });
    Knowledge {
        terms: terms.collect(),
        brands,
    }
}

const ENGLISH: &[&str] = &[
    "new", "leather", "shoes", "for", "men", "and", "women", "size", "42", "fast", "shipping", "quality", "color",
    "black", "with", "box", "the", "free", "return", "running", "summer", "2025", "light", "soft", "original", "bag",
    "hand", "made", "in", "stock",
];
const PORTUGUESE: &[&str] = &[
    "cartucho",
    "de",
    "tinta",
    "preto",
    "para",
    "impressora",
    "original",
    "novo",
    "lacrado",
    "com",
    "nota",
    "fiscal",
    "envio",
    "rápido",
    "produto",
    "não",
    "acompanha",
    "garantia",
    "alta",
    "qualidade",
    "páginas",
    "rendimento",
    "até",
    "480",
    "colorido",
];
const CHINESE: &[&str] = &[
    "男士",
    "跑鞋",
    "新款",
    "夏季",
    "透气",
    "专柜",
    "正品",
    "包邮",
    "现货",
    "黑色",
    "真皮",
    "手提包",
    "女包",
    "运动",
    "休闲",
    "轻便",
    "支持",
    "七天",
    "无理由",
    "退货",
    "适合",
    "送礼",
    "高品质",
    "舒适",
    "耐磨",
    "百搭",
    "时尚",
    "官方",
    "发货",
    "快递",
];

fn listing(dice: &mut Dice, knowledge: &Knowledge) -> Listing {
    let (words, gap) = match dice.below(3) {
        0 => (ENGLISH, " "),
        1 => (PORTUGUESE, " "),
        _ => (CHINESE, ""),
    };
    let mut title = sentence(dice, words, gap, 60);
    if dice.below(10) == 0 {
        let brand = &knowledge.brands[dice.below(knowledge.brands.len())];
        title = format!("{} {title}", brand.name);
    }
    let mut text = sentence(dice, words, gap, 240);
    if dice.below(10) == 0 {
        let term = &knowledge.terms[dice.below(knowledge.terms.len())];
        text = format!("{text} {}", term.text);
    }
    Listing {
        title,
        text,
        price_minor: Some(1_000),
        currency: Some("USD".to_owned()),
        ..Listing::default()
    }
}

fn sentence(dice: &mut Dice, words: &[&str], gap: &str, bytes: usize) -> String {
    let mut text = String::with_capacity(bytes + 20);
    while text.len() < bytes {
        text.push_str(words[dice.below(words.len())]);
        text.push_str(if dice.below(9) == 0 { ", " } else { gap });
    }
    text
}
