//! Sheets from draft to archive, and what is refused on the way.

use touchstone::{permissions::Role, platform::ids::IdKind};

use super::*;
use crate::both_databases;

both_databases! {
    async fn i31_a_sheet_goes_from_draft_to_archive(world: World) {
        let acme = world.brand("Acme").await;
        let admin = acme.admin().await;
        let made = asks_to_write(&admin, &acme, written("TD-3")).await.ok();
        let sheet = made.text("/createProduct/product/id");
        assert_eq!(
            made.data("/createProduct/product"),
            &json!({ "id": sheet, "modelNumber": "TD-3", "name": "Tide 3", "gtin": "06291041500213",
                "description": "A running shoe", "state": "DRAFT", "version": 1,
                "allowedActions": ["EDIT", "SHARE", "PUBLISH", "ARCHIVE"], "packaging": "A grey box",
                "routes": ["Ningbo to Rotterdam"], "sellers": ["Own shops"], "minimumQuantity": 12,
                "genuinePrice": { "price": { "amount": "799.00", "currency": "CNY" }, "basis": "GENUINE_PRICE", "source": null,
                    "foundOn": "2026-03-01" },
                "holder": { "name": "Acme" }, "brand": { "name": "Acme" }, "pictures": [], "grants": [], "features": [] })
        );
        let input = json!({ "id": sheet, "expectedVersion": 1, "product": with(written("TD-3b"), json!({ "gtin": null })) });
        let changed = does(&admin, "updateProduct", "UpdateProductInput", input.clone(), "product { version modelNumber gtin }").await.ok();
        assert_eq!(changed.data("/updateProduct/product"), &json!({ "version": 2, "modelNumber": "TD-3b", "gtin": null }));
        world
            .nothing_changes(does(&admin, "updateProduct", "UpdateProductInput", input, "product { id }"))
            .await
            .refused_with("STALE_VERSION");
        let open = steps(&admin, "publishProduct", &sheet, 2).await.ok();
        assert_eq!(open.data("/publishProduct/product/allowedActions"), &json!(["EDIT", "SHARE", "ARCHIVE"]));
        world.nothing_changes(steps(&admin, "publishProduct", &sheet, 3)).await.refused_with("TRANSITION_NOT_ALLOWED");
        let gone = steps(&admin, "archiveProduct", &sheet, 3).await.ok();
        assert_eq!(gone.text("/archiveProduct/product/state"), "ARCHIVED");
        assert_eq!(gone.data("/archiveProduct/product/allowedActions"), &json!([]));
        world
            .nothing_changes(async {
                for mutation in ["publishProduct", "archiveProduct"] {
                    steps(&admin, mutation, &sheet, 4).await.refused_with("TRANSITION_NOT_ALLOWED");
                }
                opens_to(&admin, &sheet, json!({ "enforcers": {} })).await.refused_with("TRANSITION_NOT_ALLOWED");
                asks_to_add(&admin, &sheet, "OVERT", json!({})).await.refused_with("TRANSITION_NOT_ALLOWED");
            })
            .await;
        for verb in ["createProduct", "updateProduct", "publishProduct", "archiveProduct"] {
            assert_eq!(audited(&world, verb).await, 1, "{verb}");
        }
    }

    async fn the_same_key_writes_one_sheet(world: World) {
        let acme = world.brand("Acme").await;
        let admin = acme.admin().await;
        let input = |number: &str| json!({ "idempotencyKey": "key", "brandId": acme.brand_id(), "product": written(number) });
        let write = async |number: &str| does(&admin, "createProduct", "CreateProductInput", input(number), "product { id }").await;
        let id = write("TD-3").await.ok().text("/createProduct/product/id");
        let again = world.nothing_changes(write("TD-3")).await.ok();
        assert_eq!(again.text("/createProduct/product/id"), id);
        world.nothing_changes(write("TD-4")).await.refused_with("IDEMPOTENCY_MISMATCH");
    }

    async fn what_is_no_product_or_nobody_may_write_is_refused(world: World) {
        let (acme, bolt) = (world.brand("Acme").await, world.brand("Bolt").await);
        let admin = acme.admin().await;
        let finance = acme.person(&[Role::Mf]).await;
        let stranger = bolt.admin().await;
        writes(&admin, &acme, "TD-3").await;
        world
            .nothing_changes(async {
                for (more, code, field) in [
                    (json!({ "name": " " }), "BAD_USER_INPUT", "name"),
                    (json!({ "modelNumber": "" }), "BAD_USER_INPUT", "modelNumber"),
                    (json!({ "gtin": "6291041500214" }), "BAD_USER_INPUT", "gtin"),
                    (json!({ "gtin": "62910415002" }), "BAD_USER_INPUT", "gtin"),
                    (json!({ "minimumQuantity": 0 }), "BAD_USER_INPUT", "minimumQuantity"),
                    (json!({ "routes": ["x".repeat(301)] }), "BAD_USER_INPUT", "routes"),
                    (json!({ "modelNumber": "TD-3" }), "ALREADY_EXISTS", "modelNumber"),
                ] {
                    let answer = asks_to_write(&admin, &acme, with(written("TD-9"), more)).await;
                    answer.refused_with(code);
                    assert_eq!(answer.error_field().as_deref(), Some(field), "{answer}");
                }
                asks_to_write(&stranger, &acme, written("TD-9")).await.refused_with("FORBIDDEN");
                asks_to_write(&finance, &acme, written("TD-9")).await.refused_with("FORBIDDEN");
                let input = json!({ "idempotencyKey": "k", "brandId": world.unknown(IdKind::Brand), "product": written("TD-9") });
                does(&admin, "createProduct", "CreateProductInput", input, "product { id }").await.not_found();
            })
            .await;
    }

    async fn sheets_are_found_by_what_is_written_in_them(world: World) {
        let mut acme = world.brand("Acme").await;
        let admin = acme.admin().await;
        writes(&admin, &acme, "TD-3").await;
        let other = with(written("RF-7"), json!({ "name": "Réef 7", "gtin": "96385074" }));
        asks_to_write(&admin, &acme, other).await.ok();
        let second = acme.add_brand("Second").await;
        let limited = acme.person_for(&[Role::Mi], &[second]).await;
        let names = async |filter: Value| {
            let document = "query($filter: ProductFilter) { products(filter: $filter) { nodes { modelNumber } } }";
            let answer = admin.graphql(document, json!({ "filter": filter })).await.ok();
            answer.texts("/products/nodes", "/modelNumber")
        };
        assert_eq!(names(json!({})).await, ["RF-7", "TD-3"]);
        assert_eq!(names(json!({ "search": "reef" })).await, ["RF-7"]);
        assert_eq!(names(json!({ "search": "td-" })).await, ["TD-3"]);
        assert_eq!(names(json!({ "search": "%" })).await, Vec::<String>::new());
        assert_eq!(names(json!({ "gtin": "9638 5074" })).await, ["RF-7"]);
        assert_eq!(names(json!({ "states": ["PUBLISHED"] })).await, Vec::<String>::new());
        assert_eq!(names(json!({ "holderId": acme.public_id(), "brandIds": [acme.brand_id()] })).await.len(), 2);
        assert_eq!(found(&limited).await, 0, "of another brand");
    }

    async fn a_page_of_sheets_reads_what_is_in_them_at_once(world: World) {
        let acme = world.brand("Acme").await;
        let admin = acme.admin().await;
        for number in ["TD-1", "TD-2", "TD-3"] {
            let sheet = writes(&admin, &acme, number).await;
            adds(&admin, &sheet, "OVERT", json!({})).await;
            opens_to(&admin, &sheet, json!({ "enforcers": {} })).await.ok();
        }
        let document = "query($first: Int) { products(first: $first) { nodes { id brand { name } holder { name } pictures { id }
            grants { id grantedBy { name } } features { id readers { name } revisions { version } genuinePicture { id } } } } }";
        let mut counts = Vec::new();
        for first in [1, 3, 1, 3] {
            let asked = admin.graphql(document, json!({ "first": first }));
            let (answer, statements) = world.counting_statements(asked).await;
            assert_eq!(answer.ok().list("/products/nodes").len(), first);
            counts.push(statements);
        }
        assert_eq!(counts[2], counts[3], "{counts:?}");
    }
}
