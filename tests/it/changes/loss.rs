//! Whatever takes sight away leaves a tombstone, and a change is looked at again when it is read.

use jiff::SignedDuration;
use sea_orm::EntityTrait as _;
use serde_json::json;
use touchstone::permissions::ServiceScope;

use super::{FOLLOWS, Mirror, advanced, gives, opens, page, revokes};
use crate::{
    both_databases,
    support::{Lead, draft, with},
};

/// Insists that all that is told is that something is gone, among it the lead.
fn is_gone(told: &[String], lead: &Lead, why: &str) {
    assert!(
        told.contains(&format!("LEAD GONE {}", lead.public_id())),
        "{why}: {told:?}"
    );
    assert_eq!(told.len(), 3, "{why}: lead, item and delivery: {told:?}");
    assert!(told.iter().all(|line| line.contains(" GONE ")), "{why}: {told:?}");
}

both_databases! {
    async fn whatever_takes_a_lead_out_of_sight_is_told(world: World) {
        let (acme, bolt, third) = (world.brand("Acme").await, world.brand("Bolt").await, world.brand("Third").await);
        let (owner, mut copy) = (acme.admin().await, Mirror::of(&bolt).await);
        let mut other = Mirror::of(&third).await;
        for why in ["a revoked grant", "RED", "a wall", "the end of a grant"] {
            let lead = owner.prepares(&bolt).await;
            let end = world.now() + SignedDuration::from_hours(5);
            let more = if why == "the end of a grant" { json!({ "expiresAt": end.to_string() }) } else { json!({}) };
            opens(&owner, &lead, &bolt, more).await.ok();
            advanced(&world).await;
            assert_eq!(copy.pulls().await.len(), 3, "{why}");
            match why {
                "a revoked grant" => drop(revokes(&owner, &lead).await.ok()),
                "RED" => drop(owner.changes_tlp(&lead, "RED").await.ok()),
                "a wall" => {
                    let wall = json!({ "excludeOrganizationIds": [bolt.public_id()] });
                    opens(&owner, &lead, &third, wall).await.ok();
                }
                _ => world.after_hours(5),
            }
            advanced(&world).await;
            is_gone(&copy.pulls().await, &lead, why);
            copy.is_right(why).await;
            // Who never saw the lead is not told that it is gone.
            let told = other.pulls().await;
            assert!(told.iter().all(|line| line.contains(" UPSERT ")), "{why}: {told:?}");
            other.is_right(why).await;
        }
    }

    async fn what_the_account_itself_loses_is_gone_and_comes_back(world: World) {
        let (acme, bolt) = (world.brand("Acme").await, world.brand("Bolt").await);
        let (owner, mut copy) = (acme.admin().await, Mirror::of(&bolt).await);
        let lead = owner.prepares(&bolt).await;
        owner.shares(&lead, &[&bolt]).await.ok();
        advanced(&world).await;
        assert_eq!(copy.pulls().await.len(), 3);
        // It may follow, and sees nothing.
        gives(&copy.account, &[ServiceScope::ChangesRead]).await;
        advanced(&world).await;
        is_gone(&copy.pulls().await, &lead, "no leads:read");
        gives(&copy.account, FOLLOWS).await;
        advanced(&world).await;
        assert_eq!(copy.pulls().await.len(), 3);
        copy.is_right("with its scope again").await;
        // It may not follow meanwhile; afterwards it goes on from where it was.
        gives(&copy.account, &[ServiceScope::LeadsRead]).await;
        advanced(&world).await;
        page(&copy.account, copy.cursor.as_deref(), 100).await.refused_with("FORBIDDEN");
        revokes(&owner, &lead).await.ok();
        gives(&copy.account, FOLLOWS).await;
        advanced(&world).await;
        is_gone(&copy.pulls().await, &lead, "revoked meanwhile");
        copy.is_right("following again").await;
    }

    async fn a_suspended_organisation_is_shut_out_and_goes_on_where_it_was(world: World) {
        let (acme, bolt) = (world.brand("Acme").await, world.brand("Bolt").await);
        let (owner, mut copy) = (acme.admin().await, Mirror::of(&bolt).await);
        let (lead, other) = (owner.prepares(&bolt).await, owner.prepares(&bolt).await);
        for lead in [&lead, &other] {
            owner.shares(lead, &[&bolt]).await.ok();
        }
        advanced(&world).await;
        assert_eq!(copy.pulls().await.len(), 6);
        bolt.put_into("SUSPENDED").await;
        advanced(&world).await;
        page(&copy.account, copy.cursor.as_deref(), 100).await.refused_with("UNAUTHENTICATED");
        revokes(&owner, &lead).await.ok();
        advanced(&world).await;
        bolt.put_into("ACTIVE").await;
        advanced(&world).await;
        let told = copy.pulls().await;
        let count = |word: &str| told.iter().filter(|line| line.contains(word)).count();
        assert_eq!((count(" GONE "), count(" UPSERT ")), (3, 3), "{told:?}");
        copy.is_right("active again").await;
    }

    async fn i24_an_upsert_is_asked_again_when_it_is_read(world: World) {
        let (acme, bolt) = (world.brand("Acme").await, world.brand("Bolt").await);
        let (owner, mut copy) = (acme.admin().await, Mirror::of(&bolt).await);
        let lead = owner.prepares(&bolt).await;
        owner.shares(&lead, &[&bolt]).await.ok();
        advanced(&world).await;
        let mut early = copy.clone();
        assert_eq!(early.pulls().await.len(), 3);
        revokes(&owner, &lead).await.ok();
        // No follower has noticed yet.
        is_gone(&copy.pulls().await, &lead, "lost before it was read");
        // Seen again before a follower notices anything: what was told as gone is told anew.
        owner.shares(&lead, &[&bolt]).await.ok();
        advanced(&world).await;
        for copy in [&mut copy, &mut early] {
            copy.pulls().await;
            assert_eq!(copy.objects.len(), 3);
            copy.is_right("seen again").await;
        }
    }

    async fn i35_a_retraction_reaches_the_feed(world: World) {
        let (acme, bolt) = (world.brand("Acme").await, world.brand("Bolt").await);
        let (owner, mut copy) = (acme.admin().await, Mirror::of(&bolt).await);
        let lead = owner.prepares(&bolt).await;
        owner.shares(&lead, &[&bolt]).await.ok();
        advanced(&world).await;
        copy.pulls().await;
        owner.retracts(&lead).await.ok();
        advanced(&world).await;
        let told = copy.pulls().await;
        assert!(told.contains(&format!("LEAD UPSERT {}", lead.public_id())), "{told:?}");
        assert_eq!(copy.objects[&lead.public_id()]["state"], "RETRACTED");
        copy.is_right("retracted").await;
    }

    async fn i29_red_is_in_no_feed(world: World) {
        let (acme, bolt) = (world.brand("Acme").await, world.brand("Bolt").await);
        let (owner, named) = (acme.admin().await, bolt.investigator().await);
        let mut copies = [Mirror::of(&acme).await, Mirror::of(&bolt).await];
        let lead = owner.prepares_from(with(draft(&bolt), json!({ "tlp": "RED" }))).await;
        let person = json!({ "grants": [{ "personId": named.public_id() }] });
        owner.shares_by(&lead, person).await.ok();
        owner.comments(&lead, "for your eyes", "EVERYONE_WHO_SEES_THE_LEAD").await.ok();
        named.reads(&lead).await.ok();
        advanced(&world).await;
        for copy in &mut copies {
            assert!(copy.pulls().await.is_empty(), "{}", copy.account.name);
        }
        let places = entity::change_place::Entity::find().all(world.app.db.read()).await.unwrap();
        assert!(places.is_empty(), "{places:?}");
    }
}
