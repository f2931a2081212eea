//! What tells fakes apart: what is kept of it, and who reads what is RED.

use touchstone::permissions::Role;

use super::*;
use crate::both_databases;

async fn changes(person: &Person, feature: &str, version: i64, typed: Value) -> Response {
    let input = json!({ "id": feature, "expectedVersion": version, "feature": typed });
    does(
        person,
        "updateFakeFeature",
        "UpdateFakeFeatureInput",
        input,
        "feature { id version tlp feature }",
    )
    .await
}

both_databases! {
    async fn how_a_feature_stood_is_kept(world: World) {
        let acme = world.brand("Acme").await;
        let admin = acme.admin().await;
        let sheet = writes(&admin, &acme, "TD-3").await;
        let id = adds(&admin, &sheet, "OVERT", json!({})).await;
        let typed = with(feature("OVERT"), json!({ "genuine": "They are engraved, and the last one leans." }));
        changes(&admin, &id, 1, typed.clone()).await.ok();
        world.nothing_changes(changes(&admin, &id, 1, typed)).await.refused_with("STALE_VERSION");
        let seen = reads(&admin, &sheet).await.ok();
        assert_eq!(seen.number("/product/version"), 1, "a child never moves its parent");
        assert_eq!(
            seen.data("/product/features/0/revisions"),
            &json!([
                { "version": 2, "feature": "Letters on the label", "genuine": "They are engraved, and the last one leans.", "tlp": "AMBER_STRICT" },
                { "version": 1, "feature": "Letters on the label", "genuine": "They are engraved.", "tlp": "AMBER_STRICT" },
            ])
        );
        let db = world.app.db.write();
        for statement in ["DELETE FROM fake_feature_revision", "UPDATE fake_feature_revision SET genuine = 'x'"] {
            assert!(sea_orm::ConnectionTrait::execute_unprepared(db, statement).await.is_err(), "{statement}");
        }
    }

    /// What is retired is the holder's again.
    async fn what_is_retired_is_seen_by_its_holder_alone(world: World) {
        let acme = world.brand("Acme").await;
        let police = world.agency("Police").await;
        let (admin, officer) = (acme.admin().await, police.officer().await);
        let sheet = published(&admin, &acme, &police).await;
        let id = adds(&admin, &sheet, "OVERT", json!({})).await;
        assert_eq!(reads(&officer, &sheet).await.ok().list("/product/features").len(), 1);
        let input = json!({ "id": id, "expectedVersion": 1 });
        does(&admin, "retireFakeFeature", "ProductTransitionInput", input.clone(), "feature { retiredAt }").await.ok();
        assert_eq!(reads(&officer, &sheet).await.ok().list("/product/features").len(), 0);
        assert_eq!(reads(&admin, &sheet).await.ok().list("/product/features").len(), 1);
        let again = with(input, json!({ "expectedVersion": 2 }));
        let again = does(&admin, "retireFakeFeature", "ProductTransitionInput", again, "feature { id }");
        world.nothing_changes(again).await.refused_with("TRANSITION_NOT_ALLOWED");
    }

    /// What is not plain to see is RED: for named people, who say what for.
    async fn i38_what_is_red_is_revealed_to_named_people_for_a_purpose(world: World) {
        let acme = world.brand("Acme").await;
        let police = world.agency("Police").await;
        let (admin, colleague) = (acme.admin().await, acme.admin().await);
        let (named, other) = (police.officer().await, police.officer().await);
        let sheet = published(&admin, &acme, &police).await;
        let readers = json!({ "readerIds": [admin.public_id(), named.public_id()], "tlp": "AMBER" });
        let id = adds(&admin, &sheet, "COVERT", readers).await;
        for person in [&admin, &named] {
            let seen = reads(person, &sheet).await.ok();
            assert_eq!(seen.text("/product/features/0/tlp"), "RED");
            assert_eq!(seen.text("/product/features/0/feature"), "Letters on the label");
            for hidden in ["genuine", "fake", "revisions/0/genuine"] {
                assert_eq!(seen.data(&format!("/product/features/0/{hidden}")), &Value::Null, "{hidden}");
            }
        }
        for person in [&colleague, &other] {
            assert_eq!(reads(person, &sheet).await.ok().list("/product/features").len(), 0);
            world.nothing_changes(reveals(person, &id, "to see")).await.not_found();
        }
        world.nothing_changes(reveals(&named, &id, " ")).await.refused_with("BAD_USER_INPUT");
        let told = reveals(&named, &id, "a case of the border office").await.ok();
        assert_eq!(told.text("/revealFakeFeature/feature/fake"), "They are printed.");
        assert_eq!(told.text("/revealFakeFeature/feature/revisions/0/genuine"), "They are engraved.");
        let entry = entity::audit_entry::Entity::find()
            .filter(entity::audit_entry::Column::Action.eq("revealFakeFeature"))
            .one(world.app.db.read())
            .await
            .unwrap()
            .unwrap();
        assert!(entry.detail.contains("a case of the border office") && !entry.detail.contains("printed"), "{}", entry.detail);
        // Who is named reads it as long as the sheet is open to its organisation.
        let grant = reads(&admin, &sheet).await.text("/product/grants/0/id");
        takes_back(&admin, &grant).await.ok();
        world.nothing_changes(reveals(&named, &id, "again")).await.not_found();
        reveals(&admin, &id, "again").await.ok();
    }

    /// TLP only rises, and what was written before is never opened with what is written now.
    async fn i26_a_feature_is_never_opened_further(world: World) {
        let acme = world.brand("Acme").await;
        let police = world.agency("Police").await;
        let (admin, officer) = (acme.admin().await, police.officer().await);
        let sheet = published(&admin, &acme, &police).await;
        let id = adds(&admin, &sheet, "OVERT", json!({ "tlp": "AMBER" })).await;
        assert_eq!(reads(&officer, &sheet).await.ok().list("/product/features").len(), 1);
        let red = with(feature("OVERT"), json!({ "tlp": "RED" }));
        let raised = changes(&admin, &id, 1, red).await.ok();
        assert_eq!(raised.text("/updateFakeFeature/feature/tlp"), "RED");
        assert_eq!(reads(&officer, &sheet).await.ok().list("/product/features").len(), 0);
        let lower = with(feature("OVERT"), json!({ "tlp": "AMBER" }));
        let refused = world.nothing_changes(changes(&admin, &id, 2, lower)).await;
        refused.refused_with("BAD_USER_INPUT");
        assert_eq!(refused.error_field().as_deref(), Some("tlp"));
    }

    async fn who_is_named_has_to_be_somebody_whom_the_sheet_reaches(world: World) {
        let (acme, bolt) = (world.brand("Acme").await, world.brand("Bolt").await);
        let police = world.agency("Police").await;
        let (admin, officer, stranger) = (acme.admin().await, police.officer().await, bolt.admin().await);
        let gone = acme.person(&[Role::Mi]).await;
        gone.put_into("SUSPENDED").await;
        let sheet = writes(&admin, &acme, "TD-3").await;
        world
            .nothing_changes(async {
                for readers in [
                    vec![admin.public_id(), stranger.public_id()],
                    vec![admin.public_id(), officer.public_id()],
                    vec![admin.public_id(), gone.public_id()],
                ] {
                    let answer = asks_to_add(&admin, &sheet, "COVERT", json!({ "readerIds": readers })).await;
                    answer.refused_with("BAD_USER_INPUT");
                    assert_eq!(answer.error_field().as_deref(), Some("readerIds"));
                }
                let open = asks_to_add(&admin, &sheet, "OVERT", json!({ "readerIds": [admin.public_id()] })).await;
                open.refused_with("BAD_USER_INPUT");
            })
            .await;
        opens_to(&admin, &sheet, json!({ "organizationId": police.public_id() })).await.ok();
        let alone = json!({ "readerIds": [officer.public_id()] });
        world.nothing_changes(asks_to_add(&admin, &sheet, "COVERT", alone)).await.refused_with("BAD_USER_INPUT");
        let added = asks_to_add(&admin, &sheet, "FORENSIC", json!({})).await.ok();
        assert_eq!(added.texts("/addFakeFeature/feature/readers", "/name"), [admin.name.clone()]);
    }

    /// Somebody else's AMBER+STRICT is written down before it is shown, the own is not.
    async fn i38_reading_another_house_s_amber_strict_is_logged(world: World) {
        let acme = world.brand("Acme").await;
        let police = world.agency("Police").await;
        let (admin, officer) = (acme.admin().await, police.officer().await);
        let sheet = published(&admin, &acme, &police).await;
        adds(&admin, &sheet, "OVERT", json!({ "tlp": "AMBER" })).await;
        reads(&officer, &sheet).await.ok();
        assert_eq!(audited(&world, "readFakeFeatures").await, 0);
        adds(&admin, &sheet, "OVERT", json!({ "feature": "The seam" })).await;
        reads(&admin, &sheet).await.ok();
        assert_eq!(audited(&world, "readFakeFeatures").await, 0);
        reads(&officer, &sheet).await.ok();
        assert_eq!(audited(&world, "readFakeFeatures").await, 1);
    }
}
