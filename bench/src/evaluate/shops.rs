//! Shops by their domain alone, against human labels: who imitates or baits with a brand, and what a domain's build tells.

use std::collections::BTreeMap;

use ndarray::Array2;
use serde::Deserialize;
use touchstone::screening::rules::{
    domains::{self, Domains, Verdict},
    hosts::{FEATURES, features},
    measure::Counts,
    score::Signal,
    training::regress,
};

use super::{Evaluate, Row, contest, knowledge, lines, say, tell};
use crate::Done;

const PARTS: usize = 10;

#[derive(Debug, Deserialize)]
struct Shop {
    host: String,
    label: String,
    features: BTreeMap<String, String>,
}

impl Shop {
    fn is_counterfeit(&self) -> bool {
        self.label == "counterfeit"
    }
}

pub fn evaluate(asked: &Evaluate) -> Done<()> {
    let shops: Vec<Shop> = lines(&asked.data.join("shop-domains/labelled_shops.ndjson"))?;
    say(format_args!(
        "shop domains: {} hosts, {} counterfeit",
        shops.len(),
        shops.iter().filter(|shop| shop.is_counterfeit()).count()
    ))?;
    let known = knowledge(asked, "brands.toml")?;
    let domains = Domains::of(&known.brands);
    for (name, wanted) in [
        ("imitate a brand", Signal::LookAlikeDomain),
        ("bait with a brand", Signal::BaitDomain),
    ] {
        let speaks = |shop: &Shop| {
            let verdicts = domains.judge(&shop.host);
            verdicts.iter().any(|(_, verdict)| matches!(verdict, Verdict::Against { signal, strength } if *signal == wanted && *strength > 0.5))
        };
        tell(
            name,
            &Counts::of(shops.iter().map(|shop| (speaks(shop), shop.is_counterfeit()))),
        )?;
    }
    let built = held_out(&shops)?;
    let number = |shop: &Shop, name: &str| {
        shop.features
            .get(name)
            .and_then(|text| text.parse::<f64>().ok())
            .unwrap_or_default()
    };
    let rows: Vec<Row> = shops
        .iter()
        .zip(built)
        .map(|(shop, built)| {
            let keyword = domains::SELLING.iter().any(|word| shop.host.contains(word));
            let cheap = number(shop, "percent_savings") >= 0.5;
            Row {
                suspects: vec![built, keyword, cheap, keyword || cheap],
                infringes: shop.is_counterfeit(),
            }
        })
        .collect();
    let names = [
        "the domain's build, learnt on the other nine tenths",
        "rule 1: word that sells",
        "rule 2: half price or less",
        "rule 3: either",
    ];
    contest(&rows, &names)
}

/// Whether each host is bait by its build, by weights that were learnt on the other parts.
fn held_out(shops: &[Shop]) -> Done<Vec<bool>> {
    let part = |at: usize| ((at as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 40) as usize % PARTS;
    let mut verdicts = vec![false; shops.len()];
    for held in 0..PARTS {
        let seen: Vec<&Shop> = shops
            .iter()
            .enumerate()
            .filter(|(at, _)| part(*at) != held)
            .map(|(_, shop)| shop)
            .collect();
        let rows: Vec<[f64; FEATURES]> = seen.iter().map(|shop| features(&shop.host)).collect();
        let table = Array2::from_shape_fn((rows.len(), FEATURES), |(row, column)| rows[row][column]);
        let (weights, base) = regress(table, seen.iter().map(|shop| shop.is_counterfeit()).collect(), 1.0)?;
        for (at, shop) in shops.iter().enumerate().filter(|(at, _)| part(*at) == held) {
            let sum: f64 = base
                + features(&shop.host)
                    .iter()
                    .zip(&weights)
                    .map(|(feature, weight)| feature * weight)
                    .sum::<f64>();
            verdicts[at] = sum >= 0.0;
        }
    }
    Ok(verdicts)
}
