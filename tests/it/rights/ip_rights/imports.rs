//! Trade marks from an office's files: what would come of them, what comes of them, and what is refused.

use std::fs;

use super::*;
use touchstone::platform::ids::{IdKind, encode};

use crate::{
    both_databases,
    support::{Mandate, shared_data},
};

const IMPORT: &str = "mutation($input: ImportIpRightsInput!) { importIpRights(input: $input) {
    entries { outcome notes words office applicationNumber registrationNumber niceClasses statusText
        ipRight { id title state st13 goods inForceFrom expiresOn territory } } userErrors { code field } } }";

/// A file by WIPO ST.66 with one mark.
fn mark(number: &str, status: &str) -> String {
    format!(
        "<?xml version=\"1.0\"?><Transaction xmlns=\"urn:st66\"><TradeMark>\
         <RegistrationOfficeCode>US</RegistrationOfficeCode><ApplicationNumber>9{number}</ApplicationNumber>\
         <ApplicationDate>2019-05-09-04:00</ApplicationDate><RegistrationNumber>{number}</RegistrationNumber>\
         <RegistrationDate>2020-02-03-05:00</RegistrationDate><MarkCurrentStatusCode>{status}</MarkCurrentStatusCode>\
         <MarkVerbalElementText>AURELIA {number}</MarkVerbalElementText><ClassDescription><ClassNumber>025</ClassNumber>\
         <GoodsServicesDescription>Hats</GoodsServicesDescription></ClassDescription></TradeMark></Transaction>"
    )
}

fn input(of: &Organization, key: &str, documents: &[String], dry_run: bool) -> Value {
    json!({ "input": { "idempotencyKey": key, "brandIds": [of.brand_id()], "documents": documents, "dryRun": dry_run } })
}

both_databases! {
    async fn a_dry_run_says_what_would_come_and_keeps_nothing(world: World) {
        let acme = world.brand("Acme").await;
        let admin = acme.admin().await;
        let files = [mark("7000001", "700"), mark("7000002", "710"), mark("7000003", "638")];
        let tried = world.nothing_changes(admin.graphql(IMPORT, input(&acme, "key", &files, true))).await.ok();
        let tried = tried.list("/importIpRights/entries").clone();
        let said: Vec<_> = tried.iter().map(|entry| (entry["outcome"].clone(), entry["notes"].clone())).collect();
        assert_eq!(said, [
            (json!("DRAFTED"), json!(["LAST_DAY_RECKONED"])),
            (json!("SKIPPED"), json!(["NOT_IN_FORCE"])),
            (json!("DRAFTED"), json!(["STATUS_UNKNOWN", "LAST_DAY_RECKONED"])),
        ]);
        assert!(tried.iter().all(|entry| entry["ipRight"].is_null()));

        let done = admin.graphql(IMPORT, input(&acme, "key", &files, false)).await.ok();
        let first = done.data("/importIpRights/entries/0/ipRight");
        assert_eq!(first, &json!({ "id": first["id"], "title": "AURELIA 7000001", "state": "DRAFT",
            "st13": "US502019097000001", "goods": "25: Hats", "inForceFrom": "2020-02-03", "expiresOn": "2030-02-03",
            "territory": ["US"] }));
        let replayed = world.nothing_changes(admin.graphql(IMPORT, input(&acme, "key", &files, false))).await.ok();
        assert_eq!(replayed.data("/importIpRights/entries"), done.data("/importIpRights/entries"));

        let again = admin.graphql(IMPORT, input(&acme, "other", &files, false)).await.ok();
        assert_eq!(again.texts("/importIpRights/entries", "/outcome"), ["ALREADY_THERE", "SKIPPED", "ALREADY_THERE"]);
        assert_eq!(again.data("/importIpRights/entries/0/ipRight/id"), &first["id"]);
        assert_eq!(titles(&admin, json!({})).await, ["AURELIA 7000001", "AURELIA 7000003"]);
    }

    /// What a dry run would draft has no id, also where a later entry is the same mark.
    async fn a_dry_run_names_nothing_that_is_not_kept(world: World) {
        let acme = world.brand("Acme").await;
        let admin = acme.admin().await;
        let twice = [mark("7000001", "700"), mark("7000001", "702")];
        let tried = admin.graphql(IMPORT, input(&acme, "key", &twice, true)).await.ok();
        assert_eq!(tried.texts("/importIpRights/entries", "/outcome"), ["DRAFTED", "ALREADY_THERE"]);
        assert!(tried.list("/importIpRights/entries").iter().all(|entry| entry["ipRight"].is_null()), "{tried}");
        let done = admin.graphql(IMPORT, input(&acme, "key", &twice, false)).await.ok();
        assert_eq!(done.data("/importIpRights/entries/0/ipRight/id"), done.data("/importIpRights/entries/1/ipRight/id"));
        // What became another right since is neither drafted again nor named by a replay.
        let id = done.text("/importIpRights/entries/0/ipRight/id");
        let moved = json!({ "input": { "id": id, "expectedVersion": 1, "facts": facts(&acme) } });
        admin.graphql(UPDATE, moved).await.ok();
        let again = world.nothing_changes(admin.graphql(IMPORT, input(&acme, "key", &twice, false))).await.ok();
        assert!(again.list("/importIpRights/entries").iter().all(|entry| entry["ipRight"].is_null()), "{again}");
    }

    /// An agent of one brand does not learn by an import what it may not see of another one.
    async fn i21_an_import_shows_no_right_that_is_hidden(world: World) {
        let mut acme = world.brand("Acme").await;
        let second = acme.add_brand("Second").await;
        let (admin, firm) = (acme.admin().await, world.agent_firm("Firm").await);
        let covered = [acme.brands[0]];
        firm.mandate(&acme, Mandate { brands: Some(&covered), ..Mandate::default() }).await;
        let agent = firm.person(&[Role::Mc]).await;
        let files = [mark("7000001", "700")];
        let hidden = encode(IdKind::Brand, second);
        let of_second = json!({ "input": { "idempotencyKey": "key", "brandIds": [hidden], "documents": files, "dryRun": false } });
        admin.graphql(IMPORT, of_second).await.ok();
        let theirs = with(input(&acme, "key", &files, true), json!({}));
        let theirs = json!({ "input": with(theirs["input"].clone(), json!({ "organizationId": acme.public_id() })) });
        let tried = agent.graphql(IMPORT, theirs).await.ok();
        assert_eq!(tried.texts("/importIpRights/entries", "/outcome"), ["ALREADY_THERE"]);
        assert_eq!(tried.data("/importIpRights/entries/0/ipRight"), &json!(null));
    }

    async fn what_cannot_be_read_is_refused_as_a_whole(world: World) {
        let (acme, other) = (world.brand("Acme").await, world.brand("Other").await);
        let admin = acme.admin().await;
        let good = mark("7000001", "700");
        let bomb = "<!DOCTYPE a [<!ENTITY b \"bb\">]><TradeMark><A>&b;</A></TradeMark>".to_owned();
        let long = format!("<TradeMark><a>{}</a></TradeMark>", "x".repeat(200_001));
        let wrong = [
            (vec![], "documents"),
            (vec![good.clone(), "no XML".to_owned()], "documents.1"),
            (vec!["<html><body/></html>".to_owned(), good.clone()], "documents.0"),
            (vec![good.clone(), good.clone(), bomb], "documents.2"),
            (vec![long], "documents.0"),
            (vec![good.clone(); 21], "documents"),
            (vec!["x".repeat(190_000); 5], "documents"),
        ];
        for (files, field) in wrong {
            let refused = world
                .nothing_changes(admin.graphql(IMPORT, input(&acme, "key", &files, false)))
                .await;
            assert_eq!(refused.error_field().as_deref(), Some(field), "{refused}");
        }
        let files = [good];
        let theirs = world.nothing_changes(admin.graphql(IMPORT, input(&other, "key", &files, false))).await;
        assert_eq!(theirs.error_field().as_deref(), Some("brandIds"), "{theirs}");
        let desk = desk(&world).await;
        world.nothing_changes(desk.graphql(IMPORT, input(&acme, "key", &files, false))).await.refused_with("FORBIDDEN");
    }

    /// The USPTO's own files, in each of the editions it has given out.
    async fn real_files_become_drafts(world: World) {
        let Some(folder) = shared_data("trademark/uspto-xml") else { return };
        let acme = world.brand("Acme").await;
        let admin = acme.admin().await;
        let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
        paths.sort();
        let files: Vec<_> = paths.iter().map(|path| fs::read_to_string(path).unwrap()).collect();
        let done = admin.graphql(IMPORT, input(&acme, "key", &files, false)).await.ok();
        assert_eq!(done.texts("/importIpRights/entries", "/outcome"), ["DRAFTED", "ALREADY_THERE", "DRAFTED"]);
        let java = done.data("/importIpRights/entries/0");
        assert_eq!((java["words"].as_str(), &java["niceClasses"]), (Some("JAVA"), &json!([9])));
        assert_eq!((java["ipRight"]["inForceFrom"].as_str(), java["ipRight"]["expiresOn"].as_str()), (Some("1998-08-04"), Some("2018-08-04")));
        let python = done.data("/importIpRights/entries/2");
        assert_eq!((python["words"].as_str(), &python["niceClasses"]), (Some("PYTHON"), &json!([9, 42])));
        assert_eq!(python["ipRight"]["st13"].as_str(), Some("US502000076044902"));
        assert_eq!((python["ipRight"]["inForceFrom"].as_str(), python["ipRight"]["expiresOn"].as_str()), (Some("2004-03-23"), Some("2014-03-23")));
        assert!(python["ipRight"]["goods"].as_str().unwrap().starts_with("9: Computer programs"), "{python}");
    }
}
