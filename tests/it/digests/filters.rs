//! Of which deliveries and leads a digest tells: what each person wants to read of what it sees.

use sea_orm::{ActiveValue::Set, EntityTrait as _};
use serde_json::{Value, json};
use touchstone::{digests, permissions::audience::Tlp, platform::ids::IdKind};
use uuid::Uuid;

use super::{leads::Shared, today, wants};
use crate::{
    both_databases,
    support::{Asks as _, Organization, Person, Response, World},
};

const SET: &str = "mutation($input: UpdateSettingsInput!) { updateSettings(input: $input) { viewer { settings { version \
    digestFilter { onlyAssigned role brandIds infringementTypes minPriority } } } userErrors { code field } } }";

/// Has a person choose of what its digest tells.
async fn chooses(person: &Person, filter: Value) -> Response {
    let found = entity::person::Entity::find_by_id(person.id);
    let found = found.one(person.world.app.db.read()).await.unwrap().unwrap();
    let input = json!({ "expectedVersion": found.version, "digestFilter": filter });
    person.graphql(SET, json!({ "input": input })).await
}

/// Whether the digest of the day names each of the titles.
async fn named<const N: usize>(person: &Person, titles: [&str; N]) -> [bool; N] {
    let text = today(person).await.map(|letter| letter.text).unwrap_or_default();
    titles.map(|title| text.contains(title))
}

async fn change(world: &World, lead: Uuid, types: &str, priority: i32) {
    let row = entity::lead::ActiveModel {
        id: Set(lead),
        infringement_types: Set(types.to_owned()),
        priority: Set(priority),
        ..Default::default()
    };
    let row = entity::lead::Entity::update(row);
    row.exec(world.app.db.write()).await.unwrap();
}

/// Puts somebody on a lead, as the own organisation's note.
async fn puts(person: &Person, lead: Uuid) {
    let row = entity::assignment::ActiveModel {
        lead_id: Set(lead),
        organization_id: Set(person.organization),
        person_id: Set(Some(person.id)),
        assigned_by: Set(person.id),
        assigned_at: Set(0),
        version: Set(1),
    };
    let row = entity::assignment::Entity::insert(row);
    row.exec_without_returning(person.world.app.db.write()).await.unwrap();
}

async fn delivered(world: &World, from: &Organization, to: &Organization, title: &str) -> Uuid {
    Shared::by(from, title, Tlp::Green).to(to).write(world).await
}

both_databases! {
    async fn a_digest_tells_only_of_what_is_assigned_where_the_person_wants_that(world: World) {
        let (acme, bolt) = (world.brand("Acme").await, world.brand("Bolt").await);
        let (reader, colleague) = (bolt.investigator().await, bolt.investigator().await);
        let mine = delivered(&world, &acme, &bolt, "Mine").await;
        let theirs = delivered(&world, &acme, &bolt, "Theirs").await;
        let red = Shared { named: &[&reader], ..Shared::by(&acme, "Red title", Tlp::Red).to(&bolt) };
        red.write(&world).await;
        puts(&reader, mine).await;
        puts(&colleague, theirs).await;
        assert_eq!(named(&reader, ["Mine", "Theirs", "restricted"]).await, [true, true, true], "all of it at first");
        let set = chooses(&reader, json!({ "onlyAssigned": true })).await.ok();
        assert_eq!(
            set.data("/updateSettings/viewer/settings/digestFilter"),
            &json!({ "onlyAssigned": true, "role": null, "brandIds": [], "infringementTypes": [], "minPriority": null })
        );
        assert_eq!(named(&reader, ["Mine", "Theirs", "restricted"]).await, [true, false, false]);
        assert_eq!(named(&colleague, ["Mine", "Theirs"]).await, [true, true], "each person for itself");
        chooses(&reader, json!({})).await.ok();
        assert_eq!(named(&reader, ["Mine", "Theirs"]).await, [true, true], "what is given takes the place of all of it");
    }

    async fn a_digest_is_narrowed_by_role_infringement_and_urgency(world: World) {
        let (acme, bolt) = (world.brand("Acme").await, world.brand("Bolt").await);
        let reader = bolt.investigator().await;
        let urgent = delivered(&world, &acme, &bolt, "Urgent patent").await;
        let usual = delivered(&world, &acme, &bolt, "Usual copy").await;
        let shared = Shared { community: true, ..Shared::by(&acme, "For all", Tlp::Green) }.write(&world).await;
        change(&world, urgent, r#"["PATENT","COUNTERFEIT"]"#, 3).await;
        change(&world, usual, r#"["COUNTERFEIT"]"#, 1).await;
        change(&world, shared, r#"["GREY_MARKET"]"#, 2).await;
        let titles = ["Urgent patent", "Usual copy", "For all"];
        for (filter, expected) in [
            (json!({}), [true, true, true]),
            (json!({ "role": "RECIPIENT" }), [true, true, false]),
            (json!({ "role": "READER" }), [false, false, true]),
            (json!({ "infringementTypes": ["PATENT"] }), [true, false, false]),
            (json!({ "infringementTypes": ["PATENT", "GREY_MARKET"] }), [true, false, true]),
            (json!({ "minPriority": "HIGH" }), [true, false, true]),
            (json!({ "minPriority": "HIGH", "role": "RECIPIENT" }), [true, false, false]),
            (json!({ "minPriority": "URGENT", "infringementTypes": ["GREY_MARKET"] }), [false, false, false]),
        ] {
            chooses(&reader, filter.clone()).await.ok();
            assert_eq!(named(&reader, titles).await, expected, "{filter}");
        }
        assert!(today(&reader).await.is_none(), "an empty digest is not sent");
    }

    /// A brand counts by the items that the person sees.
    async fn i24_a_digest_is_narrowed_by_brands_as_far_as_their_items_are_seen(world: World) {
        let (acme, bolt) = (world.brand("Acme").await, world.brand("Bolt").await);
        let reader = bolt.investigator().await;
        delivered(&world, &acme, &bolt, "Of Bolt").await;
        // Its item is of Acme's brand, which this reader does not see.
        Shared { community: true, ..Shared::by(&acme, "For all", Tlp::Green) }.write(&world).await;
        chooses(&reader, json!({ "brandIds": [bolt.brand_id()] })).await.ok();
        assert_eq!(named(&reader, ["Of Bolt", "For all"]).await, [true, false]);
        chooses(&reader, json!({ "brandIds": [world.unknown(IdKind::Brand)] })).await.ok();
        assert!(today(&reader).await.is_none());
    }

    async fn what_is_told_at_once_is_narrowed_as_well(world: World) {
        let (acme, bolt) = (world.brand("Acme").await, world.brand("Bolt").await);
        let reader = bolt.investigator().await;
        wants(&reader, "IMMEDIATE").await;
        chooses(&reader, json!({ "onlyAssigned": true })).await.ok();
        // The digest of the day says nothing, so that what follows is about news alone.
        digests::plan(&world.app).await.unwrap();
        super::send(&world).await;
        world.after_hours(1);
        let lead = delivered(&world, &acme, &bolt, "News").await;
        assert_eq!(digests::plan(&world.app).await.unwrap(), 0);
        puts(&reader, lead).await;
        delivered(&world, &acme, &bolt, "More news").await;
        assert_eq!(digests::plan(&world.app).await.unwrap(), 1);
    }

    async fn a_filter_that_is_none_is_refused_and_keeps_what_was(world: World) {
        let reader = world.brand("Acme").await.investigator().await;
        chooses(&reader, json!({ "onlyAssigned": true })).await.ok();
        let many: Vec<_> = (0..101).map(|_| world.unknown(IdKind::Brand)).collect();
        let refused = world.nothing_changes(chooses(&reader, json!({ "brandIds": many }))).await;
        refused.refused_with("BAD_USER_INPUT");
        assert_eq!(refused.error_field().as_deref(), Some("digestFilter.brandIds"));
        let wrong = world.nothing_changes(chooses(&reader, json!({ "brandIds": [world.unknown(IdKind::Lead)] }))).await;
        wrong.refused_with("INVALID_ID");
    }
}
