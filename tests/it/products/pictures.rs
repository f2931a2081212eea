//! Reference pictures: side by side, opened by who sees what they are of, and no byte of them changes.

use std::fs;

use touchstone::{
    evidence::jobs,
    platform::ids::{IdKind, decode_as},
    products,
};

use super::*;
use crate::{
    both_databases,
    support::{picture, text},
    transport::serving::Serving,
};

const OPEN: &str = "mutation($input: OpenProductPictureInput!) { openProductPicture(input: $input) {
    url expiresAt userErrors { code field } } }";

async fn asks_to_show(person: &Person, of: Value, version: i64, side: &str, upload: &str) -> Response {
    let input =
        json!({ "of": of, "expectedVersion": version, "side": side, "uploadId": upload, "caption": " The label " });
    let selection = format!("product {{ {SHEET} }}");
    does(person, "addProductPicture", "AddProductPictureInput", input, &selection).await
}

async fn opens(person: &Person, picture: &str) -> Response {
    person.graphql(OPEN, json!({ "input": { "id": picture } })).await
}

both_databases! {
    async fn the_genuine_article_and_a_fake_are_side_by_side(world: World) {
        let serving = Serving::of(&world).await;
        let acme = world.brand("Acme").await;
        let police = world.agency("Police").await;
        let (admin, officer) = (acme.admin().await, police.officer().await);
        let sheet = published(&admin, &acme, &police).await;
        let feature = adds(&admin, &sheet, "OVERT", json!({})).await;
        let of = json!({ "featureId": feature });
        let upload = admin.uploads(&picture(1), "genuine.png").await;
        asks_to_show(&admin, of.clone(), 1, "GENUINE", &upload).await.ok();
        let upload = admin.uploads(&picture(2), "fake.png").await;
        let shown = asks_to_show(&admin, of.clone(), 2, "FAKE", &upload).await.ok();
        let fake = shown.text("/addProductPicture/product/features/0/fakePicture/id");
        assert_eq!(shown.text("/addProductPicture/product/features/0/genuinePicture/side"), "GENUINE");
        assert_eq!(shown.number("/addProductPicture/product/features/0/version"), 3);
        let upload = admin.uploads(&picture(3), "again.png").await;
        world.nothing_changes(asks_to_show(&admin, of, 3, "FAKE", &upload)).await.refused_with("ALREADY_EXISTS");
        let whole = asks_to_show(&admin, json!({ "productId": sheet }), 2, "GENUINE", &upload).await.ok();
        assert_eq!(whole.list("/addProductPicture/product/pictures").len(), 1);
        let token = serving.token_of(&officer).await;
        let opened = serving.ask_as(&token, OPEN, json!({ "input": { "id": fake } })).await;
        let link = opened.data("/openProductPicture/url").as_str().unwrap().to_owned();
        let (status, headers, bytes) = serving.fetches(&token, &link, None).await;
        assert_eq!((status, bytes == picture(2)), (200, true));
        assert_eq!(headers["content-type"], "image/png");
        let theirs = serving.token_of(&admin).await;
        assert_eq!(serving.fetches(&theirs, &link, None).await.0, 404, "another session");
        // Sight is asked for again.
        let grant = reads(&admin, &sheet).await.text("/product/grants/0/id");
        takes_back(&admin, &grant).await.ok();
        assert_eq!(serving.fetches(&token, &link, None).await.0, 404);
        serving.stop().await;
    }

    async fn i21_a_picture_is_as_visible_as_what_it_is_of(world: World) {
        let acme = world.brand("Acme").await;
        let police = world.agency("Police").await;
        let (admin, officer, stranger) = (acme.admin().await, police.officer().await, world.brand("Bolt").await.admin().await);
        let sheet = published(&admin, &acme, &police).await;
        let red = adds(&admin, &sheet, "COVERT", json!({})).await;
        let upload = admin.uploads(&picture(1), "red.png").await;
        let shown = asks_to_show(&admin, json!({ "featureId": red }), 1, "FAKE", &upload).await.ok();
        let hidden = shown.text("/addProductPicture/product/features/0/fakePicture/id");
        let upload = admin.uploads(&picture(2), "open.png").await;
        let shown = asks_to_show(&admin, json!({ "productId": sheet }), 2, "GENUINE", &upload).await.ok();
        let open = shown.text("/addProductPicture/product/pictures/0/id");
        opens(&officer, &open).await.ok();
        world.nothing_changes(opens(&admin, &hidden)).await.refused_with("BAD_USER_INPUT");
        let said = json!({ "input": { "id": hidden, "purpose": "a case of the border office" } });
        admin.graphql(OPEN, said).await.ok();
        let remove = |id: &str, version: i64| json!({ "id": id, "expectedVersion": version });
        world
            .nothing_changes(async {
                opens(&officer, &hidden).await.not_found();
                for id in [&open, &hidden, &world.unknown(IdKind::Picture)] {
                    opens(&stranger, id).await.not_found();
                    let gone = does(&stranger, "removeProductPicture", "RemoveProductPictureInput", remove(id, 9), "product { id }");
                    gone.await.not_found();
                }
                let gone = does(&officer, "removeProductPicture", "RemoveProductPictureInput", remove(&open, 3), "product { id }");
                gone.await.refused_with("FORBIDDEN");
            })
            .await;
        let gone = does(&admin, "removeProductPicture", "RemoveProductPictureInput", remove(&open, 3), "product { pictures { id } }");
        assert_eq!(gone.await.ok().data("/removeProductPicture/product/pictures"), &json!([]));
        // Nothing refers to its bytes any more; the other one's stay.
        assert_eq!(jobs::tidy(&world.app).await.unwrap(), 1);
        assert!(products::verify_pictures(&world.app).await.unwrap().faults.is_empty());
    }

    async fn what_is_no_picture_is_refused(world: World) {
        let acme = world.brand("Acme").await;
        let admin = acme.admin().await;
        let sheet = writes(&admin, &acme, "TD-3").await;
        let words = admin.uploads(&text(100, 1), "words.txt").await;
        let good = admin.uploads(&picture(1), "good.png").await;
        let of = json!({ "productId": sheet });
        world
            .nothing_changes(async {
                for upload in [&words, &world.unknown(IdKind::Upload)] {
                    let answer = asks_to_show(&admin, of.clone(), 1, "GENUINE", upload).await;
                    answer.refused_with("BAD_USER_INPUT");
                    assert_eq!(answer.error_field().as_deref(), Some("uploadId"));
                }
                asks_to_show(&admin, of.clone(), 2, "GENUINE", &good).await.refused_with("STALE_VERSION");
            })
            .await;
        asks_to_show(&admin, of, 1, "GENUINE", &good).await.ok();
    }

    async fn i16_changed_bytes_are_given_to_nobody_until_they_are_what_they_were(world: World) {
        let serving = Serving::of(&world).await;
        let acme = world.brand("Acme").await;
        let admin = acme.admin().await;
        let sheet = writes(&admin, &acme, "TD-3").await;
        let upload = admin.uploads(&picture(1), "a.png").await;
        let shown = asks_to_show(&admin, json!({ "productId": sheet }), 1, "GENUINE", &upload).await.ok();
        let id = shown.text("/addProductPicture/product/pictures/0/id");
        let token = serving.token_of(&admin).await;
        let opened = serving.ask_as(&token, OPEN, json!({ "input": { "id": id } })).await;
        let link = opened.data("/openProductPicture/url").as_str().unwrap().to_owned();
        let row = entity::product_picture::Entity::find_by_id(decode_as(IdKind::Picture, &id).unwrap());
        let row = row.one(world.app.db.read()).await.unwrap().unwrap();
        let name = format!("{}.{}", row.sha256, row.file_id.simple());
        let path = world.folder.join("files/sha256").join(&row.sha256[..2]).join(&row.sha256[2..4]).join(name);
        let good = fs::read(&path).unwrap();
        let spoiled: Vec<u8> = good.iter().rev().copied().collect();
        fs::write(&path, spoiled).unwrap();
        assert_eq!(serving.fetches(&token, &link, None).await.0, 409);
        assert_eq!(products::verify_pictures(&world.app).await.unwrap().faults.len(), 1);
        world.nothing_changes(opens(&admin, &id)).await.refused_with("TRANSITION_NOT_ALLOWED");
        fs::write(&path, good).unwrap();
        assert!(products::verify_pictures(&world.app).await.unwrap().faults.is_empty());
        opens(&admin, &id).await.ok();
        assert_eq!((audited(&world, "quarantineProductPicture").await, audited(&world, "releaseProductPicture").await), (1, 1));
        serving.stop().await;
    }
}
