//! Screening: what brands know, turned into leads, through the API as people and machines use it.

mod flow;
mod judging;
mod sharing;
mod sheets;
mod versions;
mod who_sees;

use sea_orm::{EntityTrait as _, IntoActiveModel as _};
use serde_json::{Value, json};
use touchstone::{permissions::Role, platform::clock::micros, screening::jobs};
use uuid::Uuid;

use crate::support::{Asks as _, Organization, Person, Response, World, with};

/// Words of the trade that say openly that something is a copy, and one that only hints at it.
pub const WORDS: &str = r#"
    [[terms]]
    text = "replica"
    kind = "open"

    [[terms]]
    text = "mirror quality"
    kind = "jargon"
"#;

const LISTED: &str = "id title score threshold disposition state model releaseNumber relistedOf watched version \
    dismissal note pictureUrls infringementTypes allowedJudgements mayUndo brand { id } lead { id reference } \
    findings { signal words field strength weight } judgedBy { id }";

/// A verified trade mark behind the first brand of an organisation, in force until a moment, microseconds.
pub async fn protected_until(of: &Organization, until: i64) -> Uuid {
    let (world, id) = (&of.world, of.world.id());
    let author = of.admin().await;
    let row = entity::ip_right::Model {
        id,
        organization_id: of.id,
        kind: "TRADEMARK".to_owned(),
        title: of.name.clone(),
        title_zh: None,
        office: "CN".to_owned(),
        application_number: None,
        registration_number: Some(id.simple().to_string()),
        number_key: None,
        st13: None,
        nice_classes: "[25]".to_owned(),
        locarno_classes: "[]".to_owned(),
        goods: None,
        territory: "[\"CN\"]".to_owned(),
        search_text: String::new(),
        filed_on: None,
        in_force_from: Some(micros("2020-01-01T00:00:00Z".parse().unwrap())),
        expires_on: until,
        record_url: None,
        standing: "VERIFIED".to_owned(),
        submitted_by: Some(author.id),
        submitted_at: None,
        verified_by: Some(author.id),
        verified_at: None,
        reason: None,
        invalid_from: None,
        renewal_expires_on: None,
        renewal_submitted_by: None,
        version: 1,
        created_at: micros(world.now()),
    };
    let db = world.app.db.write();
    let right = entity::ip_right::Entity::insert(row.into_active_model());
    right.exec_without_returning(db).await.unwrap();
    let tie = entity::ip_right_brand::Model {
        right_id: id,
        brand_id: of.brands[0],
    };
    let tie = entity::ip_right_brand::Entity::insert(tie.into_active_model());
    tie.exec_without_returning(db).await.unwrap();
    id
}

/// [`protected_until`] 2029.
pub async fn protected(of: &Organization) -> Uuid {
    protected_until(of, micros("2029-12-31T00:00:00Z".parse().unwrap())).await
}

/// Keeps rules as a version; its id.
pub async fn writes(by: &Person, brand: Option<&Organization>, kind: &str, rules: &str) -> Response {
    let input = json!({
        "brandId": brand.map(Organization::brand_id), "kind": kind, "rules": rules,
        "idempotencyKey": by.world.id().to_string(),
    });
    by.act_selecting("createRulePack", input, "rulePack { id number kind rules }")
        .await
}

/// Releases something for a brand or the alliance, whatever holds now.
pub async fn releases(by: &Person, brand: Option<&Organization>, more: Value) -> Response {
    let document = "query($brand: ID) { screeningState(brandId: $brand) { release { number } mayRelease } }";
    let brand = brand.map(Organization::brand_id);
    let state = by.graphql(document, json!({ "brand": brand })).await.ok();
    let number = state.data("/screeningState/release/number").as_i64().unwrap_or(0);
    let input = with(
        json!({ "brandId": brand, "expectedNumber": number, "reason": "To try it" }),
        more,
    );
    let selection = "release { id number mode threshold rolledBackTo rulePacks { id } model { id name } }";
    by.act_selecting("releaseScreening", input, selection).await
}

/// Lets words of the trade hold for the alliance.
pub async fn words_hold(desk: &Person) {
    let pack = writes(desk, None, "GENERAL", WORDS)
        .await
        .ok()
        .text("/createRulePack/rulePack/id");
    releases(desk, None, json!({ "rulePackIds": [pack] })).await.ok();
}

/// A listing of a shop; another number is another listing.
pub fn offer(title: &str, number: usize) -> Value {
    json!({
        "externalId": format!("x-{number}"),
        "url": format!("https://item.taobao.com/item.htm?id={}", 88_800_000_000_usize + number),
        "title": title, "seller": "Shop 7", "shopId": "7",
        "pictureUrls": [format!("https://img.example/{number}.jpg")],
    })
}

/// Hands listings in to be screened.
pub async fn hands_in(by: &Person, listings: &[Value]) -> Response {
    let input = json!({ "listings": listings });
    by.act_selecting("screenListings", input, "results { index externalId outcome message }")
        .await
}

/// A turn of the worker.
pub async fn works(world: &World) -> usize {
    jobs::screen(&world.app).await.unwrap()
}

/// What somebody sees of what was screened.
pub async fn screened(by: &Person, filter: Value) -> Response {
    let document = format!(
        "query($filter: ScreenedListingFilter) {{ screenedListings(first: 100, filter: $filter) {{ totalCount \
         nodes {{ {LISTED} }} }} }}"
    );
    by.graphql(&document, json!({ "filter": filter })).await
}

/// The first one that somebody sees.
pub async fn first(by: &Person, filter: Value) -> Value {
    screened(by, filter)
        .await
        .ok()
        .data("/screenedListings/nodes/0")
        .clone()
}

/// Judges a listing as it was read.
pub async fn judges(by: &Person, listing: &Value, judgement: &str, more: Value) -> Response {
    let base = json!({ "id": listing["id"], "expectedVersion": listing["version"], "judgement": judgement });
    let selection = format!("screenedListing {{ {LISTED} }} next {{ id title pictureUrls }}");
    by.act_selecting("judgeScreenedListing", with(base, more), &selection)
        .await
}

/// Takes a judgement back.
pub async fn undoes(by: &Person, listing: &Value) -> Response {
    let input = json!({ "id": listing["id"], "expectedVersion": listing["version"] });
    let selection = format!("screenedListing {{ {LISTED} }}");
    by.act_selecting("undoScreeningJudgement", input, &selection).await
}

/// A brand with a right in force, its investigator, the desk, and a marketplace's account; words of the trade hold.
pub async fn scene(world: &World) -> (Organization, Person, Person, Person) {
    let acme = world.brand("Acme").await;
    protected(&acme).await;
    let investigator = acme.investigator().await;
    let desk = world.secretariat().await.desk().await;
    let market = world
        .organization(touchstone::permissions::viewer::OrganizationKind::Platform, "Market")
        .await;
    let account = market.person(&[Role::Ps]).await;
    words_hold(&desk).await;
    (acme, investigator, desk, account)
}
