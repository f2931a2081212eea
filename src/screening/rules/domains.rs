//! Domains that imitate a brand's, or bait with its name.
//!
//! Imitation: letters of other scripts (`аpple.com`), digits for letters (`n1ke`), one letter wrong. Bait: the name itself
//! inside of a domain that is not the brand's, most of all beside words that sell (`nike-outlet-sale`). What a known
//! platform calls a shop's address is not the shop's choice and not judged.

use rustc_hash::FxHashMap;

use super::{folding::Folded, knowledge::Brand, score::Signal};

/// The shortest name that is looked for inside of a longer word.
const SHORTEST_INSIDE: usize = 5;
/// The shortest that may be misspelt.
const SHORTEST_SLIP: usize = 5;
/// The shortest that may have two slips.
const SHORTEST_TWO_SLIPS: usize = 10;

/// Words that sell.
pub const SELLING: &[&str] = &[
    "shop",
    "store",
    "outlet",
    "sale",
    "sales",
    "cheap",
    "discount",
    "mall",
    "buy",
    "online",
    "factory",
    "official",
    "deal",
    "deals",
    "replica",
    "luxury",
    "wholesale",
    "loja",
    "oferta",
    "promo",
    "tienda",
    "boutique",
    "vip",
    "clearance",
    "express",
    "market",
    "gou",
    "goods",
    "offer",
    "super",
    "best",
    "save",
    "price",
    "bag",
    "bags",
    "shoes",
    "watch",
];

/// What a domain says about a brand.
#[derive(Debug, Clone, PartialEq)]
pub enum Verdict {
    /// It is the brand's own.
    Own,
    /// It speaks against the listing.
    Against {
        /// How.
        signal: Signal,
        /// How strongly, 0 to 1.
        strength: f64,
    },
}

#[derive(Debug)]
struct Name {
    brand: u32,
    plain: String,
    shape: String,
}

/// All brands' names and domains, ready to judge hosts.
#[derive(Debug, Default)]
pub struct Domains {
    own: FxHashMap<String, u32>,
    names: Vec<Name>,
}

impl Domains {
    /// Of all brands, in their order.
    #[must_use]
    pub fn of(brands: &[Brand]) -> Self {
        let mut domains = Self::default();
        for (brand, number) in brands.iter().zip(0..) {
            for domain in &brand.domains {
                if let Some(domain) = ascii(domain) {
                    domains.own.insert(registered(&domain).to_owned(), number);
                }
            }
            let own_labels = brand
                .domains
                .iter()
                .filter_map(|domain| Some(label_of(&ascii(domain)?).to_owned()));
            let texts = brand
                .aliases
                .iter()
                .filter(|alias| !alias.is_weak())
                .map(|alias| alias.text().to_owned());
            let mut names: Vec<String> = [brand.name.clone()]
                .into_iter()
                .chain(texts)
                .chain(own_labels)
                .collect();
            names.sort_unstable();
            names.dedup();
            names.iter().for_each(|name| domains.add(name, number));
        }
        domains
    }

    fn add(&mut self, name: &str, brand: u32) {
        let folded = Folded::of(name);
        let plain: String = folded.plain().chars().filter(|c| *c != ' ').collect();
        let is_new = !self
            .names
            .iter()
            .any(|known| known.brand == brand && known.plain == plain);
        if plain.is_ascii() && plain.len() >= 4 && is_new {
            self.names.push(Name {
                brand,
                shape: folded.main_shape().chars().filter(|c| *c != ' ').collect(),
                plain,
            });
        }
    }

    /// What a host says, for each brand it speaks of.
    #[must_use]
    pub fn judge(&self, host: &str) -> Vec<(u32, Verdict)> {
        let Some(host) = ascii(host) else { return Vec::new() };
        let registered = registered(&host);
        if let Some(brand) = self.own.get(registered) {
            return vec![(*brand, Verdict::Own)];
        }
        let labels = labels(&host, registered);
        let mut verdicts: Vec<(u32, Verdict)> = Vec::new();
        for name in &self.names {
            let strongest = labels
                .iter()
                .filter_map(|label| against(name, label))
                .max_by(|one, other| one.1.total_cmp(&other.1));
            let Some((signal, strength)) = strongest else { continue };
            match verdicts.iter_mut().find(|(brand, _)| *brand == name.brand) {
                Some((
                    _,
                    Verdict::Against {
                        signal: known,
                        strength: most,
                    },
                )) if *most < strength => {
                    (*known, *most) = (signal, strength);
                }
                Some(_) => {}
                None => verdicts.push((name.brand, Verdict::Against { signal, strength })),
            }
        }
        verdicts
    }
}

/// The host of an address, without asking for more than where it stands.
#[must_use]
pub fn host_of(url: &str) -> Option<&str> {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let host = rest[..end].rsplit('@').next()?;
    let host = host.split(':').next()?.trim_end_matches('.');
    (host.contains('.')).then_some(host)
}

/// In small letters and ASCII (`xn--…`).
fn ascii(host: &str) -> Option<String> {
    idna::domain_to_ascii(host.trim().trim_start_matches("www."))
        .ok()
        .filter(|host| !host.is_empty())
}

/// The part that one owner registered.
fn registered(host: &str) -> &str {
    psl::domain_str(host).unwrap_or(host)
}

fn label_of(host: &str) -> &str {
    let registered = registered(host);
    registered.split('.').next().unwrap_or(registered)
}

/// The labels that somebody chose, as people read them; the registered one first.
fn labels(host: &str, registered: &str) -> Vec<Folded> {
    let chosen = host.strip_suffix(registered).unwrap_or_default().trim_end_matches('.');
    let first = registered.split('.').next().unwrap_or(registered);
    let labels = [first]
        .into_iter()
        .chain(chosen.split('.').filter(|label| !label.is_empty()));
    labels
        .map(|label| Folded::of(&idna::domain_to_unicode(label).0))
        .collect()
}

fn against(name: &Name, label: &Folded) -> Option<(Signal, f64)> {
    let (plain, shape) = (label.plain(), label.main_shape());
    let joined: String = plain.chars().filter(|c| *c != ' ').collect();
    let joined_shape: String = shape.chars().filter(|c| *c != ' ').collect();
    if joined == name.plain {
        // The name under another suffix: perhaps the brand in another country.
        return Some((Signal::BaitDomain, 0.4));
    }
    if joined_shape == name.shape {
        return Some((Signal::LookAlikeDomain, 1.0));
    }
    if let Some(rest) = without(&joined, &name.plain, plain) {
        let sells = SELLING.iter().any(|word| rest.contains(word)) || rest.chars().any(|c| c.is_ascii_digit());
        return Some((Signal::BaitDomain, if sells { 1.0 } else { 0.6 }));
    }
    if without(&joined_shape, &name.shape, shape).is_some() && name.plain.len() >= SHORTEST_INSIDE {
        return Some((Signal::LookAlikeDomain, 0.8));
    }
    slips(name, &joined).map(|strength| (Signal::LookAlikeDomain, strength))
}

/// What is left of a label without a name that stands in it: as a word of its own, at an end beside a word that sells or a
/// number, or anywhere if it is long.
fn without(joined: &str, name: &str, parts: &str) -> Option<String> {
    let rest = || joined.replacen(name, "", 1);
    let is_word = parts
        .split(' ')
        .any(|part| part.trim_matches(|c: char| c.is_ascii_digit()) == name);
    if is_word || (name.len() > SHORTEST_INSIDE && joined.contains(name)) {
        return Some(rest());
    }
    let side = joined.strip_prefix(name).or_else(|| joined.strip_suffix(name))?;
    let sells = |side: &str| {
        SELLING
            .iter()
            .any(|word| side.starts_with(word) || side.ends_with(word))
    };
    sells(side).then(rest)
}

fn slips(name: &Name, label: &str) -> Option<f64> {
    let length = name.plain.len();
    if length < SHORTEST_SLIP
        || label.len().abs_diff(length) > 2
        || label.as_bytes().first() != name.plain.as_bytes().first()
    {
        return None;
    }
    match strsim::osa_distance(&name.plain, label) {
        1 => Some(0.8),
        2 if length >= SHORTEST_TWO_SLIPS => Some(0.6),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn domains() -> Domains {
        let brand = |name: &str, domain: &str| Brand {
            name: name.to_owned(),
            domains: vec![domain.to_owned()],
            ..Brand::default()
        };
        Domains::of(&[
            brand("Nike", "nike.com"),
            brand("Louis Vuitton", "louisvuitton.com"),
            brand("adidas", "adidas.com"),
        ])
    }

    fn signal(host: &str) -> Option<(u32, Signal)> {
        match domains().judge(host).as_slice() {
            [(brand, Verdict::Against { signal, .. })] => Some((*brand, *signal)),
            [(_, Verdict::Own)] | [] => None,
            several => panic!("{host}: {several:?}"),
        }
    }

    #[test]
    fn a_brand_s_own_domains_are_its_own() {
        for host in ["nike.com", "www.nike.com", "store.nike.com", "NIKE.COM"] {
            assert_eq!(domains().judge(host), [(0, Verdict::Own)], "{host}");
        }
    }

    #[test]
    fn look_alikes_are_known() {
        for (host, brand) in [
            ("n1ke.com", 0),
            ("nіke.com", 0),
            ("xn--nke-jhd.com", 0),
            ("louisvuiton.com", 1),
            ("1ouisvuitton.shop", 1),
            ("adldas.net", 2),
            ("adiddas.com", 2),
            ("аdidas-outlet.com", 2),
        ] {
            assert_eq!(signal(host), Some((brand, Signal::LookAlikeDomain)), "{host}");
        }
    }

    #[test]
    fn bait_is_known() {
        for (host, brand) in [
            ("nike-outlet.com", 0),
            ("nikeshoes.top", 0),
            ("nike.cheapbuy.example", 0),
            ("nike90.com", 0),
            ("adidasshop.com.tw", 2),
            ("my-louisvuitton-bags.club", 1),
        ] {
            assert_eq!(signal(host), Some((brand, Signal::BaitDomain)), "{host}");
        }
    }

    #[test]
    fn others_are_left_alone() {
        for host in [
            "example.com",
            "monike.com",
            "pnike.org",
            "alibas.com",
            "vuitton.example",
            "1.2.3.4",
            "",
            "tw",
        ] {
            assert_eq!(signal(host), None, "{host}");
        }
    }

    #[test]
    fn hosts_are_cut_out_of_addresses() {
        let cases = [
            ("https://a.example:8080/x?y", Some("a.example")),
            ("a.example", Some("a.example")),
            ("http://user@b.example/", Some("b.example")),
            ("nothing", None),
            ("", None),
        ];
        for (url, host) in cases {
            assert_eq!(host_of(url), host, "{url}");
        }
    }

    proptest! {
        #[test]
        fn no_host_makes_it_stop(host in any::<String>()) {
            let _ = domains().judge(&host);
            let _ = host_of(&host);
        }

        #[test]
        fn whatever_a_brand_owns_is_never_against_it(sub in "[a-z0-9]{1,12}") {
            let host = format!("{sub}.adidas.com");
            prop_assert_eq!(domains().judge(&host), [(2, Verdict::Own)]);
        }
    }
}
