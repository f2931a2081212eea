//! Rules, models and releases: nothing changes without a recorded version.

use sea_orm::{ConnectionTrait as _, EntityTrait as _, PaginatorTrait as _};
use serde_json::{Value, json};

use super::{first, hands_in, judges, offer, releases, scene, screened, works, writes};
use crate::{
    both_databases,
    support::{Asks as _, Organization, Person, World},
};

const PREVIEW: &str = "query($input: PreviewRulePackInput!) { previewRulePack(input: $input) { lookedAt complete suspectsBefore \
    suspectsAfter appearing vanishing examples { title scoreBefore scoreAfter appears } } }";

/// A sign of fakes that is as good as proof.
const FEATURE: &str = "[[features]]\nname = \"old clasp\"\nwords = [\"silver clasp\"]\nweight = 1.0\n\
    [[features]]\nname = \"wrong box\"\nwords = [\"paper box\"]\nweight = 1.0";

async fn entries(world: &World, action: &str) -> u64 {
    use sea_orm::{ColumnTrait as _, QueryFilter as _};
    let query = entity::audit_entry::Entity::find().filter(entity::audit_entry::Column::Action.eq(action));
    query.count(world.app.db.read()).await.unwrap()
}

async fn trains(by: &Person, brand: Option<&Organization>) -> crate::support::Response {
    let input = json!({ "brandId": brand.map(Organization::brand_id), "idempotencyKey": by.world.id().to_string() });
    let selection =
        "model { id name confirmed cleared curve { threshold precision { share low high } recall { share } } }";
    by.act_selecting("trainScreeningModel", input, selection).await
}

both_databases! {
    async fn i34_nothing_changes_without_a_recorded_version_and_an_entry_in_the_log(world: World) {
        let (acme, brand, _, account) = scene(&world).await;
        hands_in(&account, &[offer("Acme bag, silver clasp, paper box", 1)]).await.ok();
        works(&world).await;
        let before = first(&brand, json!({})).await;
        assert_eq!(before["state"], "CLEAR", "{before}");

        let pack = writes(&brand, Some(&acme), "GENERAL", FEATURE).await.ok().text("/createRulePack/rulePack/id");
        assert_eq!(entries(&world, "createRulePack").await, 2, "the desk's and this one");
        hands_in(&account, &[offer("Acme bag, silver clasp, paper box", 2)]).await.ok();
        works(&world).await;
        assert_eq!(screened(&brand, json!({ "states": ["QUEUED"] })).await.ok().number("/screenedListings/totalCount"), 0, "it is kept, and not in force");

        let released = releases(&brand, Some(&acme), json!({ "rulePackIds": [pack], "threshold": 0.4 })).await.ok();
        assert_eq!(released.number("/releaseScreening/release/number"), 1);
        assert_eq!(entries(&world, "releaseScreening").await, 2);
        hands_in(&account, &[offer("Acme bag, silver clasp, paper box", 3)]).await.ok();
        works(&world).await;
        let after = first(&brand, json!({ "states": ["QUEUED"] })).await;
        assert_eq!(after["releaseNumber"], 1, "every result says by what it came about: {after}");

        let stale = json!({ "brandId": acme.brand_id(), "expectedNumber": 0, "reason": "Late", "mode": "OFF" });
        let stale = world.nothing_changes(brand.act_selecting("releaseScreening", stale, "release { number }")).await;
        stale.refused_with("STALE_VERSION");

        let second = releases(&brand, Some(&acme), json!({ "mode": "OFF" })).await.ok();
        assert_eq!(second.number("/releaseScreening/release/number"), 2);
        hands_in(&account, &[offer("Acme bag, silver clasp, paper box", 4)]).await.ok();
        works(&world).await;
        assert_eq!(screened(&brand, json!({})).await.ok().number("/screenedListings/totalCount"), 3, "switched off");
        let back = json!({ "brandId": acme.brand_id(), "expectedNumber": 2, "toNumber": 1, "reason": "Too quiet" });
        let back = brand.act_selecting("rollBackScreening", back, "release { number mode rolledBackTo rulePacks { id } }").await.ok();
        assert_eq!((back.number("/rollBackScreening/release/number"), back.number("/rollBackScreening/release/rolledBackTo")), (3, 1));
        assert_eq!(back.text("/rollBackScreening/release/rulePacks/0/id"), pack);
        assert_eq!(entries(&world, "rollBackScreening").await, 1);

        for table in ["rule_pack", "screening_release"] {
            let db = world.app.db.write();
            for act in [format!("UPDATE {table} SET number = 9"), format!("DELETE FROM {table}")] {
                assert!(db.execute_unprepared(&act).await.is_err(), "{act}");
            }
        }
    }

    async fn a_brand_s_versions_are_made_by_its_own_people_and_the_alliance_s_by_the_desk(world: World) {
        let (acme, brand, desk, account) = scene(&world).await;
        let stranger = world.brand("Bolt").await.investigator().await;
        let refused = world.nothing_changes(writes(&desk, Some(&acme), "GENERAL", FEATURE)).await;
        refused.refused_with("FORBIDDEN");
        let hidden = world.nothing_changes(writes(&stranger, Some(&acme), "GENERAL", FEATURE)).await;
        hidden.refused_with("NOT_FOUND");
        let refused = world.nothing_changes(writes(&brand, None, "GENERAL", "")).await;
        refused.refused_with("FORBIDDEN");
        let refused = world.nothing_changes(writes(&account, None, "GENERAL", "")).await;
        refused.refused_with("FORBIDDEN");
        let pack = writes(&brand, Some(&acme), "GENERAL", FEATURE).await.ok().text("/createRulePack/rulePack/id");
        let taken = json!({ "expectedNumber": 1, "reason": "Another's", "rulePackIds": [pack] });
        let taken = world.nothing_changes(desk.act_selecting("releaseScreening", taken, "release { number }")).await;
        taken.refused_with("BAD_USER_INPUT");
        let list = "query($brand: ID) { rulePacks(brandId: $brand) { totalCount nodes { kind number rules } } }";
        let own = brand.graphql(list, json!({ "brand": acme.brand_id() })).await.ok();
        assert_eq!((own.number("/rulePacks/totalCount"), own.text("/rulePacks/nodes/0/rules")), (1, FEATURE.to_owned()));
        stranger.graphql(list, json!({ "brand": acme.brand_id() })).await.refused_with("NOT_FOUND");
    }

    async fn rules_that_cannot_be_used_are_refused_in_words(world: World) {
        let (acme, brand, desk, _) = scene(&world).await;
        for (by, of, kind, rules) in [
            (&brand, Some(&acme), "GENERAL", "aliasses = [\"x\"]"),
            (&brand, Some(&acme), "GENERAL", "[[terms]]\ntext = \"x\"\nkind = \"open\""),
            (&desk, None, "GENERAL", "aliases = [\"x\"]"),
            (&desk, None, "LOOK_ALIKES", ""),
        ] {
            let refused = world.nothing_changes(writes(by, of, kind, rules)).await;
            refused.refused_with("BAD_USER_INPUT");
            assert_eq!(refused.error_field().as_deref(), Some("rules"), "{refused}");
        }
    }

    async fn what_rules_would_change_is_shown_before_they_hold(world: World) {
        let (acme, brand, desk, account) = scene(&world).await;
        let listings: Vec<Value> = (1..=3).map(|number| offer(&format!("Acme bag {number}, silver clasp, paper box"), number)).collect();
        hands_in(&account, &listings).await.ok();
        hands_in(&account, &[offer("Acme replica bag", 9)]).await.ok();
        works(&world).await;
        let ask = async |by: &Person, input: Value| by.graphql(PREVIEW, json!({ "input": input })).await;
        let input = json!({ "brandId": acme.brand_id(), "kind": "GENERAL", "rules": FEATURE, "threshold": 0.4 });
        let shown = world.nothing_changes(ask(&brand, input.clone())).await.ok();
        let preview = shown.data("/previewRulePack");
        assert_eq!((&preview["lookedAt"], &preview["appearing"], &preview["vanishing"]), (&json!(4), &json!(3), &json!(0)), "{preview}");
        assert_eq!((&preview["suspectsBefore"], &preview["suspectsAfter"], &preview["complete"]), (&json!(1), &json!(4), &json!(true)), "{preview}");
        assert_eq!(shown.list("/previewRulePack/examples").len(), 3);
        let raised = ask(&brand, json!({ "brandId": acme.brand_id(), "kind": "GENERAL", "threshold": 0.99 })).await.ok();
        assert_eq!(raised.number("/previewRulePack/vanishing"), 1);
        ask(&desk, input.clone()).await.refused_with("FORBIDDEN");
        ask(&world.brand("Bolt").await.investigator().await, input).await.refused_with("NOT_FOUND");
        let wrong = ask(&brand, json!({ "brandId": acme.brand_id(), "kind": "GENERAL", "rules": "{" })).await;
        wrong.refused_with("BAD_USER_INPUT");
    }

    async fn verdicts_make_the_next_model_once_there_are_enough(world: World) {
        let (acme, brand, desk, account) = scene(&world).await;
        let too_few = world.nothing_changes(trains(&desk, None)).await;
        too_few.refused_with("TRANSITION_NOT_ALLOWED");
        let listings: Vec<Value> = (0..24)
            .map(|number| offer(&format!("Acme replica bag {number}{}", if number % 2 == 0 { ", mirror quality" } else { "" }), number))
            .collect();
        hands_in(&account, &listings).await.ok();
        works(&world).await;
        let waiting = screened(&brand, json!({ "states": ["QUEUED"] })).await.ok();
        for listing in waiting.list("/screenedListings/nodes") {
            let is_fake = listing["title"].as_str().unwrap().contains("mirror");
            let (judgement, more) = if is_fake {
                ("CONFIRM", json!({}))
            } else {
                ("DISMISS", json!({ "dismissal": "NOT_INFRINGING" }))
            };
            judges(&brand, listing, judgement, more).await.ok();
        }
        let few_of_brand = world.nothing_changes(trains(&brand, Some(&acme))).await;
        few_of_brand.refused_with("TRANSITION_NOT_ALLOWED");
        let trained = trains(&desk, None).await.ok();
        let model = trained.data("/trainScreeningModel/model").clone();
        assert_eq!((model["name"].as_str(), &model["confirmed"], &model["cleared"]), (Some("alliance-1"), &json!(12), &json!(12)), "{model}");
        world.nothing_changes(trains(&brand, None)).await.refused_with("FORBIDDEN");

        hands_in(&account, &[offer("Acme replica bag, mirror quality, last", 90)]).await.ok();
        works(&world).await;
        assert_eq!(first(&desk, json!({ "states": ["QUEUED"] })).await["model"], "written-1", "learnt, and not in force");
        releases(&desk, None, json!({ "modelId": model["id"] })).await.ok();
        hands_in(&account, &[offer("Acme replica bag, mirror quality, after", 91)]).await.ok();
        works(&world).await;
        let models: Vec<String> = screened(&desk, json!({})).await.ok().texts("/screenedListings/nodes", "/model");
        assert!(models.contains(&"alliance-1".to_owned()), "{models:?}");
    }
}
