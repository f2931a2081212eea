//! What the demo tells of money and goods beyond the usual way: refunds and top-ups, second inspections, bank statements.

use jiff::tz::TimeZone;
use sea_orm::{EntityTrait as _, PaginatorTrait as _};
use serde_json::{Value, json};

use super::{ask, by};
use crate::support::World;

/// More money asked for and given, refunds in part and whole, purchases with whom the brand belongs to; every end of a sample but
/// destruction, for which it is too early; and a report that a second one found wrong.
pub(super) async fn money_and_goods_that_take_other_ways(world: &World) {
    let read = world.app.db.read();
    let wishes = entity::purchase_top_up::Entity::find().all(read).await.unwrap();
    for state in ["ASKED", "APPROVED"] {
        assert!(wishes.iter().any(|wish| wish.state == state), "{state}: {wishes:?}");
    }
    let purchases = entity::purchase::Entity::find().all(read).await.unwrap();
    assert!(
        purchases.iter().any(|row| row.holder_id.is_some()),
        "none was handed over"
    );
    let refunded = |settled: bool| {
        purchases
            .iter()
            .any(|row| row.refund_minor.is_some() && row.refund_settled_at.is_some() == settled)
    };
    assert!(
        refunded(true) && refunded(false),
        "refunds that came, and that are waited for"
    );
    let samples = entity::sample::Entity::find().all(read).await.unwrap();
    for disposal in ["RETAINED", "RETURNED", "TRANSFERRED_TO_LE", "ASSET"] {
        let is = |row: &entity::sample::Model| row.disposal.as_deref() == Some(disposal);
        assert!(samples.iter().any(is), "{disposal}: {samples:?}");
    }
    assert!(samples.iter().any(|row| row.disposal.is_none() && row.quality_due));
    let appraisals = entity::appraisal::Entity::find().all(read).await.unwrap();
    for purpose in ["FIRST", "REINSPECTION", "QUALITY"] {
        let mut blind = appraisals.iter().filter(|row| row.purpose == purpose);
        assert!(blind.any(|row| row.blind), "{purpose}");
    }
    let desk = by(|person| person.roles.contains(&"SO"));
    let figures = ask(world, &desk, "{ appraiserFigures { compared wrong } }", json!({}))
        .await
        .ok();
    let wrong = |one: &Value| one["wrong"].as_i64() > Some(0) && one["compared"].as_i64() > one["wrong"].as_i64();
    assert!(figures.list("/appraiserFigures").iter().any(wrong), "{figures}");
}

/// Statements of both formats; lines that are matched by the service and by people, in suspense, and open with a suggestion and
/// without; a match that was taken back; a period that was closed over what was matched; and nothing that is not explained.
pub(super) async fn bank_lines_in_every_state(world: &World) {
    let manager = by(|person| person.roles.contains(&"FM"));
    let document = "query($state: BankLineState!) { bankLines(filter: { states: [$state] }) { totalCount } }";
    for (state, least) in [("OPEN", 3), ("IN_SUSPENSE", 2), ("MATCHED", 8)] {
        let found = ask(world, &manager, document, json!({ "state": state })).await.ok();
        assert!(found.number("/bankLines/totalCount") >= least, "{state}: {found}");
    }
    let read = world.app.db.read();
    let files = entity::bank_file::Entity::find().all(read).await.unwrap();
    for format in ["CAMT", "CSV"] {
        assert!(files.iter().any(|file| file.format == format), "{format}");
    }
    let matches = entity::bank_match::Entity::find().all(read).await.unwrap();
    for kind in ["AUTOMATIC", "CONFIRMED", "SUSPENSE"] {
        assert!(matches.iter().any(|row| row.kind == kind), "{kind}");
    }
    let parts = entity::bank_match_part::Entity::find().all(read).await.unwrap();
    let several = |is: fn(&entity::bank_match_part::Model) -> bool| {
        let of =
            |row: &entity::bank_match::Model| parts.iter().filter(|part| part.match_id == row.id && is(part)).count();
        matches.iter().any(|row| of(row) > 1)
    };
    assert!(several(|part| part.line_id.is_some()), "two lines for one entry");
    assert!(several(|part| part.entry_id.is_some()), "one line for some entries");
    assert_eq!(entity::bank_unmatch::Entity::find().count(read).await.unwrap(), 1);
    assert_eq!(entity::fund_period::Entity::find().count(read).await.unwrap(), 1);
    let funds = ask(
        world,
        &manager,
        "{ funds(first: 10) { nodes { id currency } } }",
        json!({}),
    )
    .await
    .ok();
    for fund in funds.list("/funds/nodes") {
        let today = world.now().to_zoned(TimeZone::UTC).date();
        let document = "query($id: ID!, $to: Date!) { bankMatchSuggestions(fundId: $id) { score } \
            bankReconciliation(fundId: $id, from: $to, to: $to) { outstandingCount openingDifference { amount } } }";
        let variables = json!({ "id": fund["id"], "to": today.to_string() });
        let book = ask(world, &manager, document, variables).await.ok();
        assert_eq!(book.text("/bankReconciliation/openingDifference/amount"), "0.00");
        let is_yuan = fund["currency"] == "CNY";
        assert_eq!(
            book.number("/bankReconciliation/outstandingCount") > 0,
            is_yuan,
            "{book}"
        );
        assert_eq!(book.list("/bankMatchSuggestions").is_empty(), !is_yuan, "{book}");
    }
}
