//! Pictures that look alike: found by what they look like, suggested to who sees both, tied by nothing.

use std::{fs, io::Cursor};

use image::{ImageFormat, Rgb, RgbImage, codecs::jpeg::JpegEncoder, imageops};
use sea_orm::{ActiveValue::Set, EntityTrait as _};
use serde_json::{Value, json};
use touchstone::evidence::jobs;

use crate::{
    both_databases,
    support::{Asks as _, Evidence, Person, Response, World, picture},
};

/// A picture of discs, others for each `seed`.
fn discs(seed: u32) -> RgbImage {
    let part = |disc: u32, of: u32| f64::from(mixed(seed, disc, of)) / 255.0;
    let disc = |disc: u32| {
        let radius = 0.08 + part(disc, 2) / 4.0;
        (part(disc, 0), part(disc, 1), radius * radius, mixed(seed, disc, 3))
    };
    // The last one lies on top.
    let discs: Vec<_> = (0..9).rev().map(disc).collect();
    RgbImage::from_fn(400, 300, |x, y| {
        let (x, y) = (f64::from(x) / 400.0, f64::from(y) / 300.0);
        let on_top = discs
            .iter()
            .find(|(across, down, square, _)| (x - across).powi(2) + (y - down).powi(2) < *square);
        let shade = on_top.map_or(40, |(.., shade)| *shade);
        Rgb([shade, shade, 255 - shade])
    })
}

fn mixed(seed: u32, one: u32, other: u32) -> u8 {
    let all = seed.wrapping_mul(0x9e37_79b1) ^ one.wrapping_mul(0x85eb_ca77) ^ other.wrapping_mul(0xc2b2_ae3d);
    (all ^ (all >> 15)).wrapping_mul(0x2c1b_3c6d).to_be_bytes()[0]
}

fn png(picture: &RgbImage) -> Vec<u8> {
    let mut bytes = Vec::new();
    picture
        .write_to(&mut Cursor::new(&mut bytes), ImageFormat::Png)
        .unwrap();
    bytes
}

/// A copy half as large, as a messenger sends it.
fn sent_on(picture: &RgbImage) -> Vec<u8> {
    let small = imageops::resize(picture, 200, 150, imageops::FilterType::CatmullRom);
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, 55)
        .encode_image(&small)
        .unwrap();
    bytes
}

/// What begins like a picture and is none.
fn broken() -> Vec<u8> {
    [b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01".as_slice(), &[7; 500]].concat()
}

async fn asks_for_alike(person: &Person, of: &Evidence, first: Value) -> Response {
    let document = "query($id: ID!, $first: Int) { evidenceItem(id: $id) { picturesAlike(first: $first) { \
        distance evidence { id title lead { id } } } } }";
    person
        .graphql(document, json!({ "id": of.public_id(), "first": first }))
        .await
}

/// The pieces that are suggested, in their order.
async fn alike(person: &Person, of: &Evidence) -> Vec<String> {
    let answer = asks_for_alike(person, of, json!(20)).await.ok();
    answer.texts("/evidenceItem/picturesAlike", "/evidence/id")
}

async fn looked(world: &World) -> usize {
    jobs::look_at_pictures(&world.app).await.unwrap()
}

/// Where the wish to know what a piece looks like stands, and how often it was taken up.
async fn standing(world: &World, of: &Evidence) -> Option<(String, i32)> {
    let file = of.row().await.file_id?;
    let found = entity::picture_fingerprint::Entity::find_by_id(file);
    let row = found.one(world.app.db.read()).await.unwrap()?;
    Some((row.state, row.attempts))
}

fn is(state: &str, attempts: i32) -> Option<(String, i32)> {
    Some((state.to_owned(), attempts))
}

both_databases! {
    async fn a_copy_of_another_size_is_found_and_another_picture_is_not(world: World) {
        let acme = world.brand("Acme").await;
        let author = acme.investigator().await;
        let (lead, later) = (author.creates(&acme).await, author.creates(&acme).await);
        let own = author.attaches(&lead, &png(&discs(1)), json!({})).await;
        let copy = author.attaches(&later, &sent_on(&discs(1)), json!({})).await;
        // Of the same distance the latest comes first.
        world.after_hours(1);
        let same = author.attaches(&later, &png(&discs(1)), json!({ "title": "The same once more" })).await;
        let other = author.attaches(&lead, &png(&discs(2)), json!({})).await;
        assert!(alike(&author, &own).await.is_empty(), "nobody has looked yet");
        assert_eq!(looked(&world).await, 3, "the same bytes are looked at once");
        let answer = asks_for_alike(&author, &own, Value::Null).await.ok();
        let found = answer.list("/evidenceItem/picturesAlike");
        assert_eq!(answer.texts("/evidenceItem/picturesAlike", "/evidence/id"), [same.public_id(), copy.public_id()]);
        assert_eq!(found[0]["distance"], 0);
        assert!(found[1]["distance"].as_i64().unwrap() <= 10, "{answer}");
        assert_eq!(answer.text("/evidenceItem/picturesAlike/0/evidence/lead/id"), later.public_id());
        assert_eq!(alike(&author, &copy).await.len(), 2, "it goes both ways");
        assert!(alike(&author, &other).await.is_empty());
        let nearest = asks_for_alike(&author, &own, json!(1)).await.ok();
        assert_eq!(nearest.texts("/evidenceItem/picturesAlike", "/evidence/id"), [same.public_id()]);
        for wrong in [0, 21, -1] {
            asks_for_alike(&author, &own, json!(wrong)).await.refused_with("BAD_USER_INPUT");
        }
        world.nothing_changes(async { assert_eq!(looked(&world).await, 0, "each once") }).await;
    }

    /// Not who attached it, not that it is there, not how much of it there is.
    async fn i22_what_is_hidden_is_neither_suggested_nor_counted(world: World) {
        let (acme, bolt) = (world.brand("Acme").await, world.brand("Bolt").await);
        let (author, reader) = (acme.investigator().await, bolt.investigator().await);
        let theirs = reader.creates(&bolt).await;
        let seen = reader.attaches(&theirs, &png(&discs(1)), json!({})).await;
        let beside = reader.attaches(&theirs, &sent_on(&discs(1)), json!({})).await;
        looked(&world).await;
        asks_for_alike(&reader, &seen, json!(1)).await.ok();
        let asked = asks_for_alike(&reader, &seen, json!(1));
        let (before, statements) = world.counting_statements(asked).await;
        let lead = author.prepares(&acme).await;
        let mut hidden = Vec::new();
        for quality in 0..3 {
            let title = format!("Copy {quality}");
            hidden.push(author.attaches(&lead, &png(&discs(1)), json!({ "title": title })).await);
        }
        looked(&world).await;
        // As before: what has changed since is read anew once.
        asks_for_alike(&reader, &seen, json!(1)).await.ok();
        let (after, of_more) = world.counting_statements(asks_for_alike(&reader, &seen, json!(1))).await;
        assert_eq!((after.ok(), of_more), (before.ok(), statements), "nearer ones that are hidden take no place");
        assert_eq!(alike(&reader, &seen).await, [beside.public_id()]);
        assert!(alike(&author, &hidden[0]).await.iter().all(|id| *id != seen.public_id()), "nor the other way");
        // What is shared is seen, and what is stricter than its lead is not.
        author.shares(&lead, &[&bolt]).await.ok();
        let strict = author.attaches(&lead, &png(&discs(1)), json!({ "tlp": "RED" })).await;
        let mut found = alike(&reader, &seen).await;
        found.sort_unstable();
        let mut wanted: Vec<String> = hidden.iter().map(Evidence::public_id).chain([beside.public_id()]).collect();
        wanted.sort_unstable();
        assert_eq!(found, wanted);
        assert!(alike(&author, &strict).await.contains(&hidden[0].public_id()));
        // Who was shown a piece by its looks has seen its lead.
        let admin = acme.admin().await;
        let document = "query($id: ID!) { lead(id: $id) { seenBy { edges { node { organization { name } } } } } }";
        let sightings = admin.graphql(document, json!({ "id": lead.public_id() })).await.ok();
        assert!(sightings.texts("/lead/seenBy/edges", "/node/organization/name").contains(&"Bolt".to_owned()), "{sightings}");
        author.changes_tlp(&lead, "RED").await.ok();
        assert_eq!(alike(&reader, &seen).await, [beside.public_id()], "what is lost from sight is not suggested any more");
    }

    async fn what_cannot_be_read_is_noted_and_holds_nothing_up(world: World) {
        let acme = world.brand("Acme").await;
        let author = acme.investigator().await;
        let lead = author.creates(&acme).await;
        let wrong = author.attaches(&lead, &broken(), json!({})).await;
        let plain = author.attaches(&lead, &picture(1), json!({})).await;
        let also_plain = author.attaches(&lead, &picture(2), json!({})).await;
        let chat = author.attaches(&lead, b"words", json!({ "kind": "CHAT" })).await;
        let good = author.attaches(&lead, &png(&discs(1)), json!({})).await;
        assert_eq!(looked(&world).await, 1);
        assert_eq!(standing(&world, &wrong).await, is("UNREADABLE", 1));
        assert_eq!(standing(&world, &plain).await, is("PLAIN", 1));
        assert_eq!(standing(&world, &good).await, is("MADE", 1));
        assert_eq!(standing(&world, &chat).await, None, "no picture");
        assert!(alike(&author, &plain).await.is_empty() && alike(&author, &also_plain).await.is_empty(), "they show nothing");
        world.after_days(30);
        world.nothing_changes(async { assert_eq!(looked(&world).await, 0, "and are not looked at again") }).await;
        // The same wrong bytes once more are known to be wrong.
        author.attaches(&lead, &broken(), json!({})).await;
        assert_eq!(looked(&world).await, 0);
    }

    /// A process that ends while it looks cannot say so; the next one counts.
    async fn what_ends_a_process_is_not_looked_at_for_ever(world: World) {
        let acme = world.brand("Acme").await;
        let author = acme.investigator().await;
        let lead = author.creates(&acme).await;
        let photo = author.attaches(&lead, &png(&discs(1)), json!({})).await;
        let row = entity::picture_fingerprint::ActiveModel {
            file_id: Set(photo.row().await.file_id.unwrap()),
            attempts: Set(5),
            ..Default::default()
        };
        entity::picture_fingerprint::Entity::update(row).exec(world.app.db.write()).await.unwrap();
        assert_eq!(looked(&world).await, 0);
        assert_eq!(standing(&world, &photo).await, is("UNREADABLE", 5));
    }

    async fn i16_bytes_that_changed_are_not_looked_at_and_go_into_quarantine(world: World) {
        let acme = world.brand("Acme").await;
        let author = acme.investigator().await;
        let lead = author.creates(&acme).await;
        let spoiled = author.attaches(&lead, &png(&discs(1)), json!({})).await;
        let copy = author.attaches(&lead, &sent_on(&discs(1)), json!({})).await;
        let path = spoiled.path().await;
        let bytes = fs::read(&path).unwrap();
        fs::write(&path, [bytes.as_slice(), b"more"].concat()).unwrap();
        assert_eq!(looked(&world).await, 1);
        assert_eq!(spoiled.row().await.state, "QUARANTINED");
        assert_eq!(standing(&world, &spoiled).await, is("WAITING", 1));
        assert!(alike(&author, &copy).await.is_empty());
        world.nothing_changes(async { assert_eq!(looked(&world).await, 0, "not before its pause is over") }).await;
        fs::write(&path, bytes).unwrap();
        world.after_hours(1);
        assert_eq!(looked(&world).await, 1);
        assert!(alike(&author, &copy).await.is_empty(), "what is in quarantine is suggested to nobody");
        assert!(alike(&author, &spoiled).await.is_empty());
    }

    async fn a_fingerprint_goes_with_its_bytes(world: World) {
        let (acme, secretariat) = (world.brand("Acme").await, world.secretariat().await);
        let (admin, desk) = (acme.admin().await, secretariat.desk().await);
        let lead = admin.prepares(&acme).await;
        let gone = admin.attaches(&lead, &png(&discs(1)), json!({})).await;
        let copy = admin.attaches(&lead, &sent_on(&discs(1)), json!({})).await;
        looked(&world).await;
        assert_eq!(alike(&admin, &copy).await, [gone.public_id()]);
        let reason = json!({ "reason": "kept longer than allowed" });
        admin.on_evidence("askEvidenceDestruction", &gone, reason).await.ok();
        desk.on_evidence("approveEvidenceDestruction", &gone, json!({})).await.ok();
        let left = entity::picture_fingerprint::Entity::find().all(world.app.db.read()).await.unwrap();
        assert_eq!(left.len(), 1);
        assert!(alike(&admin, &copy).await.is_empty() && alike(&admin, &gone).await.is_empty());
        assert_eq!(world.evidence_faults().await, Vec::<String>::new());
    }
}
