//! What product sheets tell screening, and what they keep to themselves.

use serde_json::{Value, json};
use touchstone::platform::ids::{IdKind, encode};

use super::{hands_in, offer, scene, screened, works};
use crate::{
    both_databases,
    products::{adds, opens_to, steps, writes},
    support::{Person, World, with},
};

/// A listing that has everything of a fake, another one with each number.
fn replica(number: usize) -> Value {
    let title = format!("Acme TD-3001 shoe {number}, silver clasp, blue thread inside, crooked red stitches");
    with(
        offer(&title, number),
        json!({ "price": { "amount": "99.00", "currency": "CNY" } }),
    )
}

/// The signals of a listing with their words, as somebody sees them.
async fn signals(by: &Person, number: usize) -> Vec<(String, String)> {
    let seen = screened(by, json!({})).await.ok();
    let with_number = format!("shoe {number},");
    let is_it = |node: &&Value| node["title"].as_str().unwrap().contains(&with_number);
    let node = seen.list("/screenedListings/nodes").iter().find(is_it).unwrap();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let findings = node["findings"].as_array().unwrap().iter();
    findings
        .map(|finding| (text(&finding["signal"]), text(&finding["words"])))
        .collect()
}

fn words_of<'a>(signals: &'a [(String, String)], wanted: &str) -> Vec<&'a str> {
    let of = signals.iter().filter(|(signal, _)| signal == wanted);
    of.map(|(_, words)| words.as_str()).collect()
}

both_databases! {
    /// Numbers and prices of published sheets are looked for; words of features only where the desk may read them.
    async fn what_a_published_sheet_tells_is_looked_for_and_nothing_red(world: World) {
        let (acme, brand, desk, account) = scene(&world).await;
        let admin = acme.admin().await;
        let sheet = writes(&admin, &acme, "TD-3001").await;
        adds(&admin, &sheet, "OVERT", json!({ "fake": "Silver clasp; paper box.", "tlp": "AMBER" })).await;
        adds(&admin, &sheet, "COVERT", json!({ "feature": "The lining", "fake": "Blue thread inside" })).await;
        adds(&admin, &sheet, "OVERT", json!({ "feature": "The seam", "fake": "Crooked red stitches" })).await;

        hands_in(&account, &[replica(1)]).await.ok();
        works(&world).await;
        let draft = signals(&brand, 1).await;
        assert!(words_of(&draft, "low_price").is_empty() && words_of(&draft, "fake_feature").is_empty(), "{draft:?}");

        steps(&admin, "publishProduct", &sheet, 1).await.ok();
        hands_in(&account, &[replica(2)]).await.ok();
        works(&world).await;
        let published = signals(&brand, 2).await;
        assert_eq!(words_of(&published, "low_price").len(), 1, "{published:?}");
        assert!(words_of(&published, "fake_feature").is_empty(), "the desk does not read the sheet: {published:?}");

        let secretariat = encode(IdKind::Org, desk.organization);
        opens_to(&admin, &sheet, json!({ "organizationId": secretariat })).await.ok();
        hands_in(&account, &[replica(3)]).await.ok();
        works(&world).await;
        let open = signals(&brand, 3).await;
        assert_eq!(words_of(&open, "fake_feature"), ["silver clasp"], "neither RED nor AMBER+STRICT: {open:?}");

        steps(&admin, "archiveProduct", &sheet, 2).await.ok();
        hands_in(&account, &[replica(4)]).await.ok();
        works(&world).await;
        let archived = signals(&brand, 4).await;
        assert!(words_of(&archived, "low_price").is_empty() && words_of(&archived, "fake_feature").is_empty(), "{archived:?}");
    }
}
