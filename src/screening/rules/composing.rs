//! What the engine is told, put together of the registry, of the versions of rules that are in force, and of the models.

use std::collections::BTreeMap;

use strum::IntoEnumIterator as _;

use super::{
    campaigns::{self, RulePack},
    knowledge::Knowledge,
    learning::Fixed,
    model::{Correction, Model},
    pack::{PackKind, PackText},
    queue::Mode,
    score::Signal,
};

/// What is in force for a brand, or for the alliance.
#[derive(Debug, Clone, PartialEq)]
pub struct InForce {
    /// The number of the release; 0 where there was none yet.
    pub release: i32,
    /// The rules.
    pub packs: Vec<(PackKind, PackText)>,
    /// The model: its name and what signals weigh.
    pub model: Option<(String, Fixed)>,
    /// The least probability that is likely enough, 0 to 1.
    pub threshold: Option<f64>,
    /// What is done with listings that are likely enough.
    pub mode: Mode,
}

impl Default for InForce {
    /// Before anybody released anything: what people wrote, and a queue.
    fn default() -> Self {
        Self {
            release: 0,
            packs: Vec::new(),
            model: None,
            threshold: None,
            mode: Mode::Review,
        }
    }
}

/// What the engine is compiled of.
#[derive(Debug, Clone, PartialEq)]
pub struct Told {
    /// What is known.
    pub knowledge: Knowledge,
    /// Campaigns.
    pub packs: Vec<RulePack>,
    /// What signals weigh.
    pub model: Model,
}

/// Puts together what the registry knows, what is in force for the alliance, and what for the brands, by their codes.
/// Brands that are switched off are left out.
#[must_use]
pub fn compose(registry: Knowledge, alliance: &InForce, brands: &BTreeMap<String, InForce>) -> Told {
    let mut knowledge = registry;
    let is_on = |code: &str| brands.get(code).unwrap_or(alliance).mode != Mode::Off;
    knowledge.brands.retain(|brand| is_on(&brand.code));
    let mut packs = alliance_campaigns(alliance);
    let mut terms = Vec::new();
    for (_, text) in &alliance.packs {
        terms.extend(text.terms.iter().cloned());
    }
    knowledge.add_terms(terms);
    let mut model = base(alliance);
    for brand in &mut knowledge.brands {
        let Some(in_force) = brands.get(&brand.code) else {
            continue;
        };
        for (_, text) in &in_force.packs {
            text.add_to(brand);
            packs.extend(text.campaigns.iter().map(|campaign| RulePack {
                brands: vec![brand.code.clone()],
                ..campaign.clone()
            }));
        }
        let correction = correction(&model, in_force, alliance);
        model.brands.insert(brand.code.clone(), correction);
    }
    for brand in &knowledge.brands {
        if let Some(threshold) = alliance.threshold {
            let own = model.brands.entry(brand.code.clone()).or_default();
            own.threshold = own.threshold.or(Some(threshold));
        }
    }
    Told {
        knowledge,
        packs,
        model,
    }
}

/// The name of the model that a brand's listings are weighed by.
#[must_use]
pub fn model_name(alliance: &InForce, brand: Option<&InForce>) -> String {
    let own = brand.and_then(|brand| brand.model.as_ref());
    match own.or(alliance.model.as_ref()) {
        Some((name, _)) => name.clone(),
        None => Model::default().version,
    }
}

/// The alliance's campaigns: those in force, and for kinds without any those of the sources.
fn alliance_campaigns(alliance: &InForce) -> Vec<RulePack> {
    let has = |pack: &RulePack| {
        let about = Some(pack.infringement);
        alliance.packs.iter().any(|(kind, _)| kind.infringement() == about)
    };
    let written = campaigns::written().into_iter().filter(|pack| !has(pack));
    let own = alliance
        .packs
        .iter()
        .flat_map(|(_, text)| text.campaigns.iter().cloned());
    written.chain(own).collect()
}

fn base(alliance: &InForce) -> Model {
    match &alliance.model {
        Some((name, fixed)) => Model {
            version: name.clone(),
            weights: fixed.weights.clone(),
            link: fixed.link,
            ..Model::default()
        },
        None => Model::default(),
    }
}

/// What is different for a brand: its own weights are its own, whatever the alliance's are.
fn correction(base: &Model, brand: &InForce, alliance: &InForce) -> Correction {
    let threshold = brand.threshold.or(alliance.threshold);
    let Some((_, fixed)) = &brand.model else {
        return Correction {
            threshold,
            ..Correction::default()
        };
    };
    let of = |weights: &BTreeMap<Signal, f64>, signal| weights.get(&signal).copied().unwrap_or_default();
    let weights = Signal::iter().map(|signal| (signal, of(&fixed.weights, signal) - of(&base.weights, signal)));
    Correction {
        weights: weights.filter(|(_, weight)| weight.abs() > 1e-12).collect(),
        link: Some(fixed.link),
        threshold,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::screening::rules::{knowledge::Brand, score::Link};

    fn brand(code: &str) -> Brand {
        Brand {
            code: code.to_owned(),
            name: code.to_owned(),
            ..Brand::default()
        }
    }

    fn weighing(name: &str, jargon: f64) -> Option<(String, Fixed)> {
        let fixed = Fixed {
            weights: BTreeMap::from([(Signal::Jargon, jargon)]),
            link: Link::default(),
        };
        Some((name.to_owned(), fixed))
    }

    #[test]
    fn a_brand_s_own_model_does_not_move_with_the_alliance_s() {
        let registry = Knowledge {
            brands: vec![brand("a"), brand("b"), brand("c")],
            terms: Vec::new(),
        };
        let own = InForce {
            model: weighing("a-1", 2.0),
            threshold: Some(0.8),
            ..InForce::default()
        };
        let off = InForce {
            mode: Mode::Off,
            ..InForce::default()
        };
        let brands = BTreeMap::from([("a".to_owned(), own), ("c".to_owned(), off)]);
        for jargon in [1.0, 5.0] {
            let alliance = InForce {
                model: weighing("alliance-1", jargon),
                threshold: Some(0.6),
                ..InForce::default()
            };
            let told = compose(registry.clone(), &alliance, &brands);
            let (a, b) = (told.model.weights_for("a"), told.model.weights_for("b"));
            assert!((a.of(Signal::Jargon) - 2.0).abs() < 1e-9 && (b.of(Signal::Jargon) - jargon).abs() < 1e-9);
            assert_eq!((a.threshold, b.threshold), (0.8, 0.6));
            assert_eq!(
                told.knowledge.brands.len(),
                2,
                "what is switched off is not screened for"
            );
            assert_eq!(model_name(&alliance, brands.get("a")), "a-1");
            assert_eq!(model_name(&alliance, None), "alliance-1");
        }
    }

    #[test]
    fn campaigns_of_the_alliance_take_the_place_of_those_of_the_sources() {
        let text = "[[campaigns]]\ncode = \"own\"\ninfringement = \"LOGO_OBSCURED\"\nwords = [\"x\"]\nweight = 1.0\n\
                    any = [{ is = \"words\" }]";
        let pack = PackText::read(text, PackKind::LogoObscuring, false).unwrap();
        let alliance = InForce {
            packs: vec![(PackKind::LogoObscuring, pack.clone())],
            ..InForce::default()
        };
        let codes = |told: &Told| told.packs.iter().map(|pack| pack.code.clone()).collect::<Vec<_>>();
        let told = compose(Knowledge::default(), &alliance, &BTreeMap::new());
        assert_eq!(
            codes(&told),
            ["look-alike", "keyword-stuffing", "repeat-infringer", "own"]
        );
        let registry = Knowledge {
            brands: vec![brand("a")],
            terms: Vec::new(),
        };
        let told = compose(
            registry,
            &InForce::default(),
            &BTreeMap::from([("a".to_owned(), alliance)]),
        );
        assert_eq!(told.packs.len(), 5);
        assert_eq!(told.packs[4].brands, ["a"], "a brand's campaign is for the brand alone");
    }
}
