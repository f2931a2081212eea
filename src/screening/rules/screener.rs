//! Screens one listing after the other, using again what it needed for the last one.

use rustc_hash::FxHashMap;

use super::{
    campaigns::Asked,
    domains::{self, Verdict},
    draft::{Draft, Shown},
    engine::{Engine, Says, look_of_title},
    folding::Folded,
    guard,
    knowledge::PictureKind,
    lexicon::{Found, Role, Writing},
    listing::{Listing, Seller},
    pictures::Near,
    price,
    score::{Disposition, Infringement, Score, Signal},
    sounds::Heard,
    terms::TermKind,
};

/// What a guarded listing's score is brought down to, whatever else was found.
pub const GUARDED: f64 = -8.0;

/// How much of a description is read, in bytes; nobody reads on.
const MOST_TEXT: usize = 32 * 1024;

/// Screens listings; one for each thread.
#[derive(Debug)]
pub struct Screener<'a> {
    engine: &'a Engine,
    text: Folded,
    found: Vec<Found>,
    named: Vec<u32>,
    heard: Heard,
    near: Vec<Near>,
    draft: Draft,
    host: (String, Vec<(u32, Verdict)>),
}

impl<'a> Screener<'a> {
    /// A screener of an engine.
    #[must_use]
    pub fn new(engine: &'a Engine) -> Self {
        Self {
            engine,
            text: Folded::default(),
            found: Vec::new(),
            named: Vec::new(),
            heard: Heard::default(),
            near: Vec::new(),
            draft: Draft::default(),
            host: (String::new(), Vec::new()),
        }
    }

    /// The scores for all brands that a listing names, with every reason.
    pub fn screen(&mut self, listing: &Listing) -> Vec<Score> {
        self.scores(listing, |_| true)
    }

    /// The scores of a listing that are likely enough for their brand.
    pub fn suspects(&mut self, listing: &Listing) -> Vec<Score> {
        self.scores(listing, Disposition::is_suspect)
    }

    fn scores(&mut self, listing: &Listing, wanted: fn(Disposition) -> bool) -> Vec<Score> {
        self.read(listing);
        if self.named.is_empty() {
            return Vec::new();
        }
        let disclosed = guard::disclosure(&self.text, &self.found);
        let mut scores = Vec::new();
        for at in 0..self.named.len() {
            scores.extend(self.score(listing, self.named[at], disclosed, wanted));
        }
        scores
    }

    /// Finds the words, and the brands that are named by them, by pictures and by the domain.
    fn read(&mut self, listing: &Listing) {
        let seller = listing
            .seller
            .as_ref()
            .and_then(|seller| seller.name.as_deref())
            .unwrap_or_default();
        let text = &listing.text[..listing.text.floor_char_boundary(MOST_TEXT)];
        self.text.fill(&[&listing.title, text, seller]);
        self.engine.lexicon.find(&self.text, &mut self.found);
        let title = self
            .text
            .main_shape()
            .find(super::folding::FIELD_END)
            .unwrap_or(self.text.main_shape().len());
        self.engine.slips.find(&self.text, title, &mut self.found);
        self.engine.sounds.find(&self.text, &mut self.heard, &mut self.found);
        self.drop_covered();
        self.named.clear();
        self.name_brands();
        self.judge_host(listing);
        self.near.clear();
        for picture in listing.pictures.iter().filter(|_| !self.engine.known.is_empty()) {
            let mut near = Vec::new();
            self.engine.pictures.near(picture, &mut near);
            let known = |near: &Near| &self.engine.known[near.id as usize].fingerprint;
            near.retain(|near| picture.shows(known(near)));
            for near in near {
                let brand = self.engine.known[near.id as usize].brand;
                self.name(brand);
                self.near.push(near);
            }
        }
    }

    /// A name inside of another brand's longer one is not meant, nor is a word that is known to be none; a term inside of a
    /// longer one says nothing of its own.
    fn drop_covered(&mut self) {
        let is_name = |role| matches!(role, Role::Name { .. } | Role::Sound { .. });
        let covers = |one: &Found, other: &Found| match (one.role, other.role) {
            (Role::Unlike { brand }, Role::Name { brand: named, .. } | Role::Sound { brand: named }) => {
                brand == named && one.start <= other.start && other.end <= one.end
            }
            (Role::Name { .. }, named) if is_name(named) => other.is_inside(one),
            // Two words of a table may be one word when they are folded.
            (Role::Term(first), Role::Term(second)) => {
                other.is_inside(one) || ((one.start, one.end) == (other.start, other.end) && first < second)
            }
            _ => false,
        };
        let matters = |role| is_name(role) || matches!(role, Role::Term(_));
        let mut at = 0;
        while at < self.found.len() {
            let find = self.found[at];
            if matters(find.role) && self.found.iter().any(|other| covers(other, &find)) {
                self.found.remove(at);
            } else {
                at += 1;
            }
        }
    }

    fn name_brands(&mut self) {
        for at in 0..self.found.len() {
            match self.found[at].role {
                Role::Name { brand, weak: false } | Role::Sound { brand } => self.name(brand),
                Role::Product { brand, product } if self.engine.brands[brand as usize].telling.contains(&product) => {
                    self.name(brand);
                }
                _ => {}
            }
        }
        for at in 0..self.found.len() {
            if let Role::Name { brand, weak: true } = self.found[at].role
                && self.is_supported(&self.found[at], brand)
            {
                self.name(brand);
            }
        }
    }

    /// An everyday word names a brand only beside a product of it or its goods.
    fn is_supported(&self, find: &Found, brand: u32) -> bool {
        let field = self.text.field_of(find.start);
        let supports = |other: &Found| match other.role {
            Role::Product { brand: of, .. } | Role::Goods { brand: of } => {
                of == brand
                    && self.text.field_of(other.start) == field
                    && (other.end <= find.start || find.end <= other.start)
            }
            _ => false,
        };
        self.found.iter().any(supports)
    }

    fn name(&mut self, brand: u32) {
        if !self.named.contains(&brand) {
            self.named.push(brand);
        }
    }

    /// A platform's own address is not the seller's choice; any other is.
    fn judge_host(&mut self, listing: &Listing) {
        let is_on_platform = listing
            .platform
            .as_deref()
            .is_some_and(|platform| !platform.contains('.'));
        let host = listing
            .url
            .as_deref()
            .filter(|_| !is_on_platform)
            .and_then(domains::host_of);
        let host = host.filter(|host| {
            listing
                .platform
                .as_deref()
                .is_none_or(|platform| !is_within(host, platform))
        });
        let host = host.unwrap_or_default();
        if self.host.0 != host {
            self.host.1 = if host.is_empty() {
                Vec::new()
            } else {
                self.engine.domains.judge(host)
            };
            host.clone_into(&mut self.host.0);
        }
        for at in 0..self.host.1.len() {
            if let (
                brand,
                Verdict::Against {
                    signal: Signal::LookAlikeDomain,
                    ..
                },
            ) = self.host.1[at]
            {
                self.name(brand);
            }
        }
    }

    fn score(
        &mut self,
        listing: &Listing,
        brand: u32,
        disclosed: Option<Found>,
        wanted: fn(Disposition) -> bool,
    ) -> Option<Score> {
        let mut draft = std::mem::take(&mut self.draft);
        draft.reasons.clear();
        self.gather(&mut draft, listing, brand);
        let packs = self.packs(&mut draft, listing, brand);
        let ready = &self.engine.brands[brand as usize];
        let mut sum = draft.weigh(&ready.weights);
        let authorized = self.is_authorized(listing, brand);
        if authorized || disclosed.is_some() {
            let signal = if authorized {
                Signal::AuthorizedSeller
            } else {
                Signal::Disclosed
            };
            let shown = match disclosed {
                Some(find) if !authorized => Shown::Words(find.start, find.end),
                _ => Shown::Said("the brand stands by this seller"),
            };
            draft.add(signal, 1.0, shown);
            if let Some(guard) = draft.reasons.last_mut() {
                guard.weight = (GUARDED - sum).min(0.0);
                sum += guard.weight;
            }
        }
        let probability = ready.weights.link.probability(sum);
        let contradicted = draft.strength(Signal::OpenWord) > 0.0;
        let disposition = match (authorized, disclosed) {
            (true, _) => Disposition::Authorized,
            (false, Some(_)) => Disposition::Disclosed { contradicted },
            (false, None) if probability >= ready.weights.threshold => Disposition::Suspect,
            (false, None) => Disposition::Nothing,
        };
        let score = wanted(disposition).then(|| Score {
            brand: ready.brand.code.clone(),
            findings: draft.findings(&self.text),
            sum,
            probability,
            disposition,
            infringements: if disposition.is_suspect() {
                infringements(&draft, packs)
            } else {
                Vec::new()
            },
        });
        self.draft = draft;
        score
    }

    fn is_authorized(&self, listing: &Listing, brand: u32) -> bool {
        self.host.1.contains(&(brand, Verdict::Own)) || is_among(&self.engine.authorized, listing, brand)
    }

    fn gather(&self, draft: &mut Draft, listing: &Listing, brand: u32) {
        draft.add(Signal::Base, 1.0, Shown::Said("where every score begins"));
        for find in &self.found {
            if let Some((signal, strength)) = self.signal_of(find, brand) {
                draft.add(signal, strength, Shown::Words(find.start, find.end));
            }
        }
        let ready = &self.engine.brands[brand as usize];
        let number = |find: &Found| match find.role {
            Role::Product { brand: of, product } if of == brand => Some(&ready.brand.products[product as usize]),
            _ => None,
        };
        let in_title = |find: &&Found| self.text.field_of(find.start) == 0;
        let titled = self.found.iter().filter(in_title).filter_map(number);
        let compared =
            price::compare(listing, titled).or_else(|| price::compare(listing, self.found.iter().filter_map(number)));
        if let Some(compared) = compared.filter(|compared| compared.strength() > 0.0) {
            draft.add(Signal::LowPrice, compared.strength(), Shown::Price(compared));
        }
        if let Some(seller) = &listing.seller {
            gather_seller(draft, seller);
        }
        if is_among(&self.engine.watched, listing, brand) {
            draft.add(Signal::WatchedSeller, 1.0, Shown::Said("a seller on the watch list"));
        }
        self.gather_elsewhere(draft, brand);
        let brands = self.brands_in_title();
        if brands > 2 {
            draft.add(
                Signal::Stuffing,
                f64::from(brands - 2) / 3.0,
                Shown::Count("brands in the title", brands),
            );
        }
    }

    /// What a word says about a brand.
    fn signal_of(&self, find: &Found, brand: u32) -> Option<(Signal, f64)> {
        let share = if self.text.field_of(find.start) == 0 { 1.0 } else { 0.8 };
        let (signal, strength) = match find.role {
            Role::Name { brand: of, .. } if of == brand => match find.writing {
                Writing::Plain => (Signal::Named, 1.0),
                Writing::Bent => (Signal::BentName, 1.0),
                Writing::Misspelt => (Signal::MisspeltName, 0.8),
                Writing::SameSound => (Signal::SoundName, 1.0),
            },
            Role::Sound { brand: of } if of == brand => (Signal::SoundName, 0.5),
            Role::Feature { brand: of, feature } if of == brand => {
                let feature = &self.engine.brands[brand as usize].brand.features[feature as usize];
                (Signal::FakeFeature, feature.weight)
            }
            Role::Term(term) => match self.engine.terms[term as usize].kind {
                TermKind::Open => (Signal::OpenWord, 1.0),
                TermKind::Jargon => (Signal::Jargon, 0.8),
                TermKind::Context => (Signal::ContextWord, 0.4),
                TermKind::Allegation => (Signal::Allegation, 0.8),
                TermKind::Disclosed | TermKind::BrandName | TermKind::Evasive => return None,
            },
            Role::Affirmation => (Signal::SaysGenuine, 0.5),
            Role::Official => (Signal::ClaimsOfficial, 0.8),
            Role::Imitation => (Signal::Imitation, 0.6),
            _ => return None,
        };
        let deniable = !matches!(
            signal,
            Signal::Named | Signal::BentName | Signal::MisspeltName | Signal::SoundName
        );
        let is_denied = deniable && guard::is_denied(&self.text, &self.found, find);
        (!is_denied).then_some((signal, strength * share))
    }

    /// What pictures, the domain and removed listings say about a brand.
    fn gather_elsewhere(&self, draft: &mut Draft, brand: u32) {
        for (_, verdict) in self.host.1.iter().filter(|(of, _)| *of == brand) {
            if let Verdict::Against { signal, strength } = verdict {
                draft.add(*signal, *strength, Shown::Text(self.host.0.clone()));
            }
        }
        let removed = &self.engine.brands[brand as usize].brand.removed;
        for near in &self.near {
            let known = self.engine.known[near.id as usize];
            if known.brand != brand {
                continue;
            }
            let (signal, shown) = match known.says {
                Says::Kind(PictureKind::Fake) => (Signal::FakePicture, Shown::Said("a picture that showed a fake")),
                Says::Kind(PictureKind::Genuine) => (Signal::BorrowedPicture, Shown::Said("the brand's own picture")),
                Says::Kind(PictureKind::Shared) => {
                    (Signal::SharedPicture, Shown::Said("a picture that other shops use"))
                }
                Says::Removed(at) => (
                    Signal::Relisted,
                    Shown::Text(format!("a picture of {}", removed[at as usize].reference)),
                ),
            };
            draft.add(signal, 1.0 - f64::from(near.distance) * 0.02, shown);
        }
        if self.engine.has_removed {
            let known = self.engine.brands[brand as usize]
                .removed
                .get(&look_of_title(&self.text));
            if let Some(at) = known {
                draft.add(
                    Signal::Relisted,
                    0.9,
                    Shown::Text(format!("the title of {}", removed[*at as usize].reference)),
                );
            }
        }
    }

    fn brands_in_title(&self) -> u32 {
        let in_title = |named: &&u32| {
            let names = |find: &&Found| matches!(find.role, Role::Name { brand, .. } if brand == **named);
            self.found
                .iter()
                .filter(names)
                .any(|find| self.text.field_of(find.start) == 0)
        };
        self.named.iter().filter(in_title).count() as u32
    }

    /// Adds the campaigns whose rules are met, and tells which.
    fn packs(&self, draft: &mut Draft, listing: &Listing, brand: u32) -> Vec<Infringement> {
        let code = &self.engine.brands[brand as usize].brand.code;
        let seller = listing.seller.as_ref();
        let brands_in_title = self.brands_in_title();
        let mut met = Vec::new();
        for (pack, number) in self.engine.packs.iter().zip(0..) {
            if !pack.is_for(code) {
                continue;
            }
            let word = self.found.iter().find(|find| find.role == Role::Pack(number));
            let asked = Asked {
                has_words: word.is_some(),
                strength: &|signal| draft.strength(signal),
                brands_in_title,
                confirmed: seller.map_or(0, |seller| seller.confirmed),
                days_since_removal: seller.and_then(|seller| seller.days_since_removal),
            };
            if pack.is_met(&asked) {
                met.push((pack, word.copied()));
            }
        }
        for (pack, word) in &met {
            let shown = match word {
                Some(word) => Shown::Words(word.start, word.end),
                None => Shown::Text(pack.code.clone()),
            };
            draft.add(Signal::Campaign, pack.weight, shown);
        }
        met.iter().map(|(pack, _)| pack.infringement).collect()
    }
}

/// Whether the shop that offers a listing is among those of a brand.
fn is_among(shops: &FxHashMap<(String, String), Vec<u32>>, listing: &Listing, brand: u32) -> bool {
    let shop = listing.seller.as_ref().and_then(|seller| seller.id.as_ref());
    let Some((platform, id)) = listing.platform.as_ref().zip(shop).filter(|_| !shops.is_empty()) else {
        return false;
    };
    let brands = shops.get(&(platform.clone(), id.clone()));
    brands.is_some_and(|brands| brands.contains(&brand))
}

/// Whether a host is a platform's, which is named by its domain.
fn is_within(host: &str, platform: &str) -> bool {
    let host = host.to_ascii_lowercase();
    host == platform || host.strip_suffix(platform).is_some_and(|rest| rest.ends_with('.'))
}

fn gather_seller(draft: &mut Draft, seller: &Seller) {
    let halves = |count: u32| 1.0 - 0.5_f64.powi(count.min(64).cast_signed());
    if seller.confirmed > 0 {
        let shown = Shown::Count("confirmed listings of this shop", seller.confirmed);
        draft.add(Signal::RepeatSeller, halves(seller.confirmed), shown);
    }
    if seller.cleared > 0 {
        let shown = Shown::Count("cleared listings of this shop", seller.cleared);
        draft.add(Signal::ClearedSeller, halves(seller.cleared), shown);
    }
    if let Some(days) = seller.days_open.filter(|days| *days < 90) {
        draft.add(
            Signal::NewSeller,
            1.0 - f64::from(days) / 90.0,
            Shown::Count("days since the shop was opened", days),
        );
    }
}

/// The kinds of infringement that a suspect would be: those of the campaigns it meets, and counterfeiting where something
/// else than a campaign speaks for it.
fn infringements(draft: &Draft, packs: Vec<Infringement>) -> Vec<Infringement> {
    let mut kinds = packs;
    let speaks = |signal: Signal| draft.strength(signal) > 0.0;
    let counterfeit = [
        Signal::OpenWord,
        Signal::Jargon,
        Signal::FakeFeature,
        Signal::LowPrice,
        Signal::FakePicture,
        Signal::Relisted,
        Signal::RepeatSeller,
    ];
    if kinds.is_empty() || counterfeit.into_iter().any(speaks) {
        kinds.push(Infringement::Counterfeit);
    }
    if speaks(Signal::BorrowedPicture) {
        kinds.push(Infringement::StolenImage);
    }
    kinds.sort_unstable();
    kinds.dedup();
    kinds
}
