//! Imported listings: every good line its own lead, every bad one its reason, and nothing twice.

mod files;
mod portal;

use std::{fs, io::BufReader};

use sea_orm::{EntityTrait as _, PaginatorTrait as _};
use touchstone::{
    imports::{Format, Import, ImportError, LineReport, Order, Outcome, Summary},
    permissions::{Role, audience::Tlp},
};

use crate::{
    both_databases,
    support::{Organization, Person, World, shared_data},
};

/// Five good lines, of which two are the same offer, among eight that are not.
const LISTINGS: &str = concat!(
    r#"{"title":"Orvelline 单肩包 工厂直发","url":"https://item.taobao.com/item.htm?id=99900000001&spm=x","price_minor":19900,"currency":"CNY","seller_name":"潮品仓库","seller_id":"s1","collected_at":"2026-03-08T10:00:00"}"#,
    "\n",
    r#"{"title":"Bolsa Orvelline","url":"https://ikako.vip/abcde","canonical":{"platform":"weidian","id":"99900000002"},"price_minor":3160,"currency":"USD","category":"Bags"}"#,
    "\n",
    "\n",
    "{\"title\":\"half\n",
    r#"{"url":"https://item.taobao.com/item.htm?id=99900000003"}"#,
    "\n",
    r#"["no object"]"#,
    "\n",
    r#"{"title":"شنطة 👜","description":"سطر\u0000 أول\r\nثان"}"#,
    "\n",
    r#"{"title":"the same offer as the first","url":"https://a.m.taobao.com/awp/core/detail.htm?id=99900000001"}"#,
    "\n",
    r#"{"title":"not on the web","url":"ftp://files.example/x"}"#,
    "\n",
    r#"{"title":"what money is this","price_minor":1,"currency":"GOLD"}"#,
    "\n",
    r#"{"title":5}"#,
    "\n",
    r#"{"title":"no line end at the end"}"#,
);

const GOOD: u64 = 5;
const BAD: u64 = 7;

fn order(person: &Person) -> Order {
    Order {
        email: person.email.clone(),
        brand: None,
        tlp: Tlp::Amber,
        draft: false,
        dry_run: false,
    }
}

async fn import(world: &World, order: Order, text: &[u8]) -> (Summary, Vec<LineReport>) {
    let import = Import::begin(&world.app, order).await.unwrap();
    let mut reports = Vec::new();
    let keep = |report: &LineReport, _: u64| {
        reports.push(report.clone());
        Ok(())
    };
    let summary = import
        .run(Format::Listings, None, BufReader::with_capacity(512, text), keep)
        .await
        .unwrap();
    (summary, reports)
}

async fn member(world: &World) -> (Organization, Person) {
    let member = world.brand("Orvelline").await;
    let person = member.investigator().await;
    (member, person)
}

async fn leads(world: &World) -> Vec<entity::lead::Model> {
    entity::lead::Entity::find().all(world.app.db.read()).await.unwrap()
}

both_databases! {
    async fn every_good_line_becomes_a_lead_and_a_bad_one_stops_nothing(world: World) {
        let (_, person) = member(&world).await;
        let (summary, reports) = import(&world, order(&person), LISTINGS.as_bytes()).await;
        assert_eq!(summary, Summary { created: GOOD, already_there: 0, refused: BAD });
        let outcomes: Vec<Outcome> = reports.iter().map(|report| report.outcome).collect();
        use Outcome::{Created, Refused};
        assert_eq!(
            outcomes,
            [Created, Created, Refused, Refused, Refused, Refused, Created, Created, Refused, Refused, Refused, Created]
        );
        let numbers: Vec<u64> = reports.iter().map(|report| report.line).collect();
        assert_eq!(numbers, (1..=12).collect::<Vec<u64>>());
        let reason = |line: usize| reports[line - 1].reason.clone().unwrap();
        for (line, part) in [(3, "empty"), (4, "not JSON"), (5, "title"), (6, "no object"), (9, "url"), (10, "ISO 4217"), (11, "type")] {
            assert!(reason(line).contains(part), "{line}: {}", reason(line));
        }
        let rows = leads(&world).await;
        assert!(rows.iter().all(|row| row.state == "SUBMITTED" && row.tlp == "AMBER"));
        assert_eq!(reports[7].possible_duplicates, [reports[0].reference.clone().unwrap()]);
        assert!(reports[0].possible_duplicates.is_empty());
        let items = entity::lead_item::Entity::find().all(world.app.db.read()).await.unwrap();
        let item = |id: &str| items.iter().find(|item| item.listing_id.as_deref() == Some(id)).unwrap();
        assert_eq!(item("99900000002").platform.as_deref(), Some("weidian"));
        let first = item("99900000001");
        assert_eq!((first.price_minor, first.shop_id.as_deref()), (Some(19_900), Some("s1")));
        assert_eq!(first.captured_at, Some(1_772_964_000_000_000));
    }

    async fn a_second_run_adds_nothing_even_after_a_year(world: World) {
        let (_, person) = member(&world).await;
        import(&world, order(&person), LISTINGS.as_bytes()).await;
        world.after_days(365);
        // What remembers requests for a month has forgotten them by now.
        entity::idempotency_key::Entity::delete_many().exec(world.app.db.write()).await.unwrap();
        let before = world.contents().await;
        let (summary, reports) = import(&world, order(&person), LISTINGS.as_bytes()).await;
        assert_eq!(summary, Summary { created: 0, already_there: GOOD, refused: BAD });
        assert!(reports[0].reference.is_some());
        assert_eq!(world.contents().await.changes_since(&before), Vec::<String>::new());
    }

    async fn one_that_was_broken_off_is_finished_by_running_it_again(world: World) {
        let (member, person) = member(&world).await;
        let import_ = Import::begin(&world.app, order(&person)).await.unwrap();
        let broken = |report: &LineReport, _: u64| {
            if report.line == 2 { Err(std::io::Error::other("the reader went away")) } else { Ok(()) }
        };
        let ended = import_.run(Format::Listings, None, LISTINGS.as_bytes(), broken).await;
        assert!(matches!(ended, Err(ImportError::File(_))));
        assert_eq!(leads(&world).await.len(), 2);
        // As if the end had come between writing the second lead and handing it in.
        let colleague = member.investigator().await;
        let drafts = Order { draft: true, ..order(&colleague) };
        import(&world, drafts, LISTINGS.lines().nth(6).unwrap().as_bytes()).await;
        assert_eq!(leads(&world).await.iter().filter(|row| row.state == "DRAFT").count(), 1);
        let (summary, _) = import(&world, order(&person), LISTINGS.as_bytes()).await;
        assert_eq!(summary, Summary { created: GOOD - 3, already_there: 3, refused: BAD });
        assert!(leads(&world).await.iter().all(|row| row.state == "SUBMITTED"));
    }

    async fn a_dry_run_keeps_nothing(world: World) {
        let (_, person) = member(&world).await;
        let order = Order { dry_run: true, ..order(&person) };
        let (summary, reports) = world.nothing_changes(import(&world, order, LISTINGS.as_bytes())).await;
        assert_eq!(summary, Summary { created: GOOD, already_there: 0, refused: BAD });
        assert_eq!(reports[0].outcome, Outcome::WouldCreate);
    }

    async fn only_who_may_write_leads_imports(world: World) {
        let (member, investigator) = member(&world).await;
        let limited = member.person_for(&[Role::Mi], &member.brands).await;
        let finance = member.person(&[Role::Mf]).await;
        let suspended = member.investigator().await;
        suspended.put_into("SUSPENDED").await;
        let refused = async |order: Order| world.nothing_changes(Import::begin(&world.app, order)).await.err().unwrap().message;
        assert!(refused(order(&finance)).await.contains("may not write"));
        assert!(refused(order(&suspended)).await.contains("no active person"));
        assert!(refused(Order { email: "nobody@nowhere.example".to_owned(), ..order(&finance) }).await.contains("no active person"));
        assert!(refused(Order { brand: Some("Other".to_owned()), ..order(&investigator) }).await.contains("no brand"));
        assert!(refused(Order { tlp: Tlp::Green, ..order(&investigator) }).await.contains("TLP"));
        let of_brand = Order { brand: Some("orvelline".to_owned()), ..order(&limited) };
        let (summary, _) = import(&world, of_brand, LISTINGS.as_bytes()).await;
        assert_eq!(summary.created, GOOD);
    }

    async fn the_collected_listings_go_in(world: World) {
        let Some(folder) = shared_data("") else { return };
        let desk = world.secretariat().await.officer().await;
        for (file, lines) in [("hp/listings.ndjson", 393), ("replica-leads/finds.ndjson", 1_062)] {
            let text = fs::read(folder.join(file)).unwrap();
            let before = entity::lead::Entity::find().count(world.app.db.read()).await.unwrap();
            let (summary, reports) = import(&world, order(&desk), &text).await;
            let refused: Vec<_> = reports.iter().filter(|report| report.outcome == Outcome::Refused).collect();
            assert_eq!(summary, Summary { created: lines, already_there: 0, refused: 0 }, "{file}: {refused:?}");
            assert_eq!(entity::lead::Entity::find().count(world.app.db.read()).await.unwrap(), before + lines);
            assert!(reports.iter().any(|report| !report.possible_duplicates.is_empty()), "{file}");
            let (again, _) = import(&world, order(&desk), &text).await;
            assert_eq!(again, Summary { created: 0, already_there: lines, refused: 0 });
        }
    }
}
