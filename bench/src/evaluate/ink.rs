//! HP's ink on two marketplaces: agreement with each source of labels by itself, and the buyers' labels case by case.

use std::collections::BTreeMap;

use serde::Deserialize;
use touchstone::screening::rules::{
    knowledge::{Knowledge, ReferencePrice},
    listing::Listing,
    measure::Share,
    model::Model,
    quantity::units,
    score::{Disposition, Score, Signal},
    screener::Screener,
    training::{Verdict, train},
};

use super::{Evaluate, Row, contest, engine, knowledge, lines, say, told};
use crate::Done;

/// Parts for learning on some rows and trying on others.
const PARTS: usize = 5;

/// What is read of a row. Reviews, ratings and other people's opinions are not.
#[derive(Debug, Deserialize)]
struct Offer {
    dataset: String,
    title: String,
    description: Option<String>,
    price_minor: Option<i64>,
    currency: Option<String>,
    url: String,
    platform: String,
    label: Option<String>,
    official_store_id: Option<i64>,
    units_llm: Option<Units>,
}

#[derive(Debug, Deserialize)]
struct Units {
    quantity: Option<u32>,
}

impl Offer {
    fn listing(&self) -> Listing {
        Listing {
            title: self.title.clone(),
            text: self.description.clone().unwrap_or_default(),
            price_minor: self.price_minor,
            currency: self.currency.clone(),
            url: Some(self.url.clone()),
            platform: Some(self.platform.clone()),
            ..Listing::default()
        }
    }
}

pub fn evaluate(asked: &Evaluate) -> Done<()> {
    let offers: Vec<Offer> = lines(&asked.data.join("hp/listings.ndjson"))?;
    let mut known = knowledge(asked, "ink.toml")?;
    price(&mut known, &offers)?;
    let engine = engine(&known, &Model::default())?;
    let mut screener = Screener::new(&engine);
    let scored: Vec<(&Offer, Option<Score>)> = offers
        .iter()
        .map(|offer| {
            (
                offer,
                screener
                    .screen(&offer.listing())
                    .into_iter()
                    .find(|score| score.brand == "hp"),
            )
        })
        .collect();
    say(format_args!(
        "HP ink: {} listings, {} name the brand",
        offers.len(),
        scored.iter().filter(|(_, score)| score.is_some()).count()
    ))?;
    quantities(&offers)?;
    let of = |dataset: &str| -> Vec<&(&Offer, Option<Score>)> {
        scored
            .iter()
            .filter(|(offer, _)| offer.dataset == dataset && offer.label.is_some())
            .collect()
    };
    say("labels of a language model (danilo), as agreement, not as truth: `suspicious` against the rest")?;
    disagree(&of("danilo"), "suspicious")?;
    say("labels of a text classifier (isradd): `compatible_disclosed` against our guard")?;
    disclosed(&of("isradd_amazon"))?;
    buyers(&of("pazil"))
}

/// References: for each product the median price of a unit among unlabelled offers of one product that shops of brands
/// and chains make, or of all unlabelled ones where there are too few.
fn price(known: &mut Knowledge, offers: &[Offer]) -> Done<()> {
    let blank = engine(known, &Model::default())?;
    let mut screener = Screener::new(&blank);
    let mut prices: BTreeMap<usize, (Vec<i64>, Vec<i64>)> = BTreeMap::new();
    let products = known
        .brands
        .first()
        .map(|brand| brand.products.clone())
        .unwrap_or_default();
    for offer in offers.iter().filter(|offer| offer.label.is_none()) {
        let listing = offer.listing();
        let is_disclosed = screener
            .screen(&listing)
            .iter()
            .any(|score| matches!(score.disposition, Disposition::Disclosed { .. }));
        let title = offer.title.to_lowercase();
        let named: Vec<usize> = (0..products.len())
            .filter(|at| names(&title, &products[*at].number))
            .collect();
        if let ([product], Some(price), false) = (named.as_slice(), offer.price_minor, is_disclosed) {
            let unit = price / i64::from(units(&offer.title));
            let (official, all) = prices.entry(*product).or_default();
            all.push(unit);
            if offer.official_store_id.is_some() {
                official.push(unit);
            }
        }
    }
    for (product, (official, all)) in prices {
        let mut chosen = if official.len() >= 5 { official } else { all };
        chosen.sort_unstable();
        if let (Some(minor), Some(brand)) = (chosen.get(chosen.len() / 2), known.brands.first_mut()) {
            say(format_args!(
                "  reference of {}: {} BRL from {} unlabelled offers",
                products[product].number,
                minor / 100,
                chosen.len()
            ))?;
            let currency = "BRL".to_owned();
            brand.products[product].prices = vec![ReferencePrice {
                minor: *minor,
                currency,
            }];
        }
    }
    Ok(())
}

/// Whether a title has a number as a word of its own, the way a simple rule would look.
fn names(title: &str, number: &str) -> bool {
    title
        .replace(" xl", "xl")
        .split(|c: char| !c.is_alphanumeric())
        .any(|word| word == number.to_lowercase())
}

fn quantities(offers: &[Offer]) -> Done<()> {
    let stated = offers.iter().filter(|offer| offer.label.is_none());
    let pairs: Vec<bool> = stated
        .filter_map(|offer| Some(units(&offer.title) == offer.units_llm.as_ref()?.quantity?))
        .collect();
    let agree = Share::new(pairs.iter().filter(|agree| **agree).count(), pairs.len());
    say(format_args!(
        "  units of a kit, against a language model's reading of unlabelled titles: {}",
        told(agree)
    ))
}

/// Ours as written, ours learnt on other parts, and the three rules.
fn disagree(scored: &[&(&Offer, Option<Score>)], positive: &str) -> Done<()> {
    let infringes = |offer: &Offer| offer.label.as_deref() == Some(positive);
    let learnt = learnt(scored, infringes);
    let mut written = Vec::new();
    let mut taught = Vec::new();
    for ((offer, score), learnt) in scored.iter().zip(learnt) {
        let rules = rules(score.as_ref());
        let row = |ours: bool| Row {
            suspects: [ours].into_iter().chain(rules).collect(),
            infringes: infringes(offer),
        };
        written.push(row(score.as_ref().is_some_and(|score| score.disposition.is_suspect())));
        taught.push(row(learnt));
    }
    let names = [
        "ours, as written",
        "rule 1: unit price below 60 %",
        "rule 2: word of the trade",
        "rule 3: either, not disclosed",
    ];
    contest(&written, &names)?;
    let names = ["ours, learnt on the other four fifths", names[1], names[2], names[3]];
    contest(&taught, &names)
}

/// Whether each row is a suspect of a model learnt on the other parts.
fn learnt(scored: &[&(&Offer, Option<Score>)], infringes: impl Fn(&Offer) -> bool) -> Vec<bool> {
    let part = |at: usize| at * 7 % PARTS;
    let suspect = |at: usize| {
        let others = scored.iter().enumerate().filter(|(other, _)| part(*other) != part(at));
        let verdicts: Vec<Verdict> = others
            .filter_map(|(_, (offer, score))| Some(Verdict::on(score.as_ref()?, infringes(offer))))
            .collect();
        let (_, score) = scored[at];
        let (Some(score), Ok(model)) = (score, train(&verdicts, "held-out", &Model::default())) else {
            return false;
        };
        let weights = model.weights_for("hp");
        let verdict = Verdict::on(score, false);
        let sum = weights.of(Signal::Base)
            + verdict
                .strengths
                .iter()
                .map(|(signal, strength)| weights.of(*signal) * strength)
                .sum::<f64>();
        !matches!(score.disposition, Disposition::Disclosed { .. }) && weights.link.probability(sum) >= 0.5
    };
    (0..scored.len()).map(suspect).collect()
}

/// The three rules of the baseline, on the same facts.
fn rules(score: Option<&Score>) -> [bool; 3] {
    let Some(score) = score else { return [false; 3] };
    // A strength of 0.21 is a unit price of 60 % of the reference.
    let cheap = score.strength(Signal::LowPrice) >= 0.21;
    let words = [Signal::OpenWord, Signal::Jargon, Signal::Allegation]
        .into_iter()
        .any(|signal| score.strength(signal) > 0.0);
    let disclosed = matches!(score.disposition, Disposition::Disclosed { .. });
    [cheap, words, (cheap || words) && !disclosed]
}

fn disclosed(scored: &[&(&Offer, Option<Score>)]) -> Done<()> {
    let rows: Vec<Row> = scored
        .iter()
        .map(|(offer, score)| {
            let title = offer.title.to_lowercase();
            let text = offer.description.as_deref().unwrap_or_default().to_lowercase();
            let says = |text: &str| {
                [
                    "compatível",
                    "compativel",
                    "remanufaturado",
                    "recondicionado",
                    "genérico",
                ]
                .iter()
                .any(|word| text.contains(word))
            };
            let guarded = score
                .as_ref()
                .is_some_and(|score| matches!(score.disposition, Disposition::Disclosed { .. }));
            Row {
                suspects: vec![
                    guarded,
                    says(&title),
                    says(&title) || says(&text),
                    !title.contains("original"),
                ],
                infringes: offer.label.as_deref() == Some("compatible_disclosed"),
            }
        })
        .collect();
    let names = [
        "our guard",
        "rule 1: word in the title",
        "rule 2: word anywhere",
        "rule 3: no `original` in the title",
    ];
    contest(&rows, &names)?;
    let suspects = scored
        .iter()
        .filter(|(_, score)| score.as_ref().is_some_and(|score| score.disposition.is_suspect()))
        .count();
    say(format_args!("  called suspects: {suspects} of {}", scored.len()))
}

/// Case by case: 29 are too few for a curve.
fn buyers(scored: &[&(&Offer, Option<Score>)]) -> Done<()> {
    say("labels made of buyers' reviews, case by case (reviews are never read)")?;
    for (case, (offer, score)) in scored.iter().enumerate() {
        let label = offer.label.as_deref().unwrap_or_default();
        let Some(score) = score else {
            say(format_args!("  {:>2} {label}: the brand is not named", case + 1))?;
            continue;
        };
        let weighty = score
            .findings
            .iter()
            .filter(|finding| finding.signal != Signal::Base && finding.weight.abs() > 0.05);
        let reasons: Vec<String> = weighty
            .map(|finding| format!("{} {:+.1}", <&str>::from(finding.signal), finding.weight))
            .collect();
        say(format_args!(
            "  {:>2} {label}: {:?}, {:.3}: {}",
            case + 1,
            score.disposition,
            score.probability,
            reasons.join(", ")
        ))?;
    }
    Ok(())
}
