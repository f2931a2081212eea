//! The feed by itself: its order, its pages, who may follow it, how long it remembers.

use futures_util::future::join_all;
use serde_json::json;
use tokio::task::yield_now;
use touchstone::{
    changes,
    permissions::{Role, ServiceScope, viewer::OrganizationKind},
};

use super::{FOLLOWS, Mirror, advanced, page, revokes, seen};
use crate::{both_databases, support::Asks as _};

const EVERYONE: &str = "EVERYONE_WHO_SEES_THE_LEAD";

/// The kinds and operations of what was told, without the ids.
fn words(told: &[String]) -> Vec<&str> {
    told.iter().map(|line| line.rsplit_once(' ').unwrap().0).collect()
}

both_databases! {
    async fn what_an_account_comes_to_see_is_told_once_and_leads_before_what_belongs_to_them(world: World) {
        let (acme, bolt) = (world.brand("Acme").await, world.brand("Bolt").await);
        let (owner, mut copy) = (acme.admin().await, Mirror::of(&bolt).await);
        let lead = owner.prepares(&bolt).await;
        advanced(&world).await;
        assert!(copy.pulls().await.is_empty(), "nothing is shared yet");
        owner.shares(&lead, &[&bolt]).await.ok();
        advanced(&world).await;
        assert_eq!(words(&copy.pulls().await), ["LEAD UPSERT", "ITEM UPSERT", "DELIVERY UPSERT"]);
        copy.is_right("after sharing").await;
        assert!(copy.pulls().await.is_empty(), "it was told");
        owner.comments(&lead, "look at the seams", EVERYONE).await.ok();
        advanced(&world).await;
        assert_eq!(words(&copy.pulls().await), ["LEAD UPSERT", "COMMENT UPSERT"]);
        copy.is_right("after a comment").await;
        world.nothing_changes(async { assert_eq!(advanced(&world).await, 0) }).await;
    }

    /// Several who answer are told of their own answers, and who keeps the lead that there is one.
    async fn a_verdict_moves_what_may_be_known_of_it(world: World) {
        let (acme, bolt, third) = (world.brand("Acme").await, world.brand("Bolt").await, world.brand("Third").await);
        let owner = acme.admin().await;
        let mut copies = [Mirror::of(&acme).await, Mirror::of(&bolt).await, Mirror::of(&third).await];
        let lead = owner.prepares(&bolt).await;
        owner.shares(&lead, &[&bolt, &third]).await.ok();
        advanced(&world).await;
        for copy in &mut copies {
            copy.pulls().await;
        }
        bolt.admin().await.answers(&lead, &bolt, "CONFIRMED").await.ok();
        advanced(&world).await;
        let expected: [&[&str]; 3] = [&["LEAD UPSERT"], &["LEAD UPSERT", "DELIVERY UPSERT"], &[]];
        for (copy, expected) in copies.iter_mut().zip(expected) {
            assert_eq!(words(&copy.pulls().await), expected, "{}", copy.account.name);
            copy.is_right("after the verdict").await;
        }
    }

    async fn pages_of_any_size_tell_the_same(world: World) {
        let (acme, bolt) = (world.brand("Acme").await, world.brand("Bolt").await);
        let (owner, mut whole) = (acme.admin().await, Mirror::of(&bolt).await);
        for _ in 0..4 {
            let lead = owner.prepares(&bolt).await;
            owner.shares(&lead, &[&bolt]).await.ok();
            owner.comments(&lead, "look", EVERYONE).await.ok();
        }
        advanced(&world).await;
        let told = whole.pulls().await;
        assert_eq!(told.len(), 16);
        whole.is_right("at once").await;
        for size in [1, 3, 16, 17] {
            let mut copy = Mirror::by(&whole.account);
            assert_eq!(copy.pulls_by(size).await, told, "by {size}");
        }
    }

    async fn only_service_accounts_follow_and_each_its_own_feed(world: World) {
        let bolt = world.brand("Bolt").await;
        let (first, second) = (bolt.service_account(FOLLOWS).await, bolt.service_account(FOLLOWS).await);
        let reads = bolt.service_account(&[ServiceScope::LeadsRead]).await;
        let market = world.organization(OrganizationKind::Platform, "Market").await;
        let (admin, person) = (bolt.admin().await, market.person(&[Role::Ps]).await);
        advanced(&world).await;
        let foreign = page(&second, None, 1).await.ok().text("/changes/cursor");
        let own = page(&first, None, 1).await.ok().text("/changes/cursor");
        world
            .nothing_changes(async {
                for other in [&admin, &person, &reads] {
                    page(other, None, 1).await.refused_with("FORBIDDEN");
                }
                let foreign = Some(foreign.as_str());
                for (since, size) in [(foreign, 1), (Some("made up"), 1), (None, 0), (None, 101), (None, -1)] {
                    page(&first, since, size).await.refused_with("BAD_USER_INPUT");
                }
                page(&first, Some(&own), 1).await.ok();
            })
            .await;
    }

    async fn statements_do_not_grow_with_the_page(world: World) {
        let (acme, bolt) = (world.brand("Acme").await, world.brand("Bolt").await);
        let (owner, copy) = (acme.admin().await, Mirror::of(&bolt).await);
        for _ in 0..8 {
            let lead = owner.prepares(&bolt).await;
            owner.shares(&lead, &[&bolt]).await.ok();
            owner.comments(&lead, "look", EVERYONE).await.ok();
        }
        advanced(&world).await;
        // That leads are seen for the first time is written down.
        page(&copy.account, None, 100).await.ok();
        let counted = async |first: i32| {
            let (answer, statements) = world.counting_statements(page(&copy.account, None, first)).await;
            assert_eq!(answer.ok().list("/changes/changes").len(), usize::try_from(first).unwrap());
            statements
        };
        let (few, many) = (counted(4).await, counted(32).await);
        assert!(many <= few, "{few} statements for 4, {many} for 32");
        assert!(few < 40, "{few} statements");
    }

    async fn a_page_costs_as_much_as_it_may_hold(world: World) {
        let copy = Mirror::of(&world.brand("Bolt").await).await;
        let document = "query($first: Int!) { changes(first: $first) { changes { lead { \
            comments(first: 50) { edges { node { id body authorName createdAt } } } } } } }";
        let asked = async |first: i32| copy.account.graphql(document, json!({ "first": first })).await;
        asked(100).await.refused_with("LIMIT_EXCEEDED");
        asked(10).await.ok();
    }

    /// Who reads while others write and followers move the feed on reads everything in the end.
    async fn writers_followers_and_readers_at_once_leave_no_gap(world: World) {
        let (acme, bolt) = (world.brand("Acme").await, world.brand("Bolt").await);
        let (owner, mut copy) = (acme.admin().await, Mirror::of(&bolt).await);
        advanced(&world).await;
        let writers = (0..3).map(|number: i32| {
            let (owner, bolt) = (&owner, &bolt);
            async move {
                for turn in 0..3 {
                    let lead = owner.prepares(bolt).await;
                    owner.shares(&lead, &[bolt]).await.ok();
                    owner.comments(&lead, "look", EVERYONE).await.ok();
                    if (number + turn) % 3 == 0 {
                        revokes(owner, &lead).await.ok();
                    }
                }
            }
        });
        let followers = (0..2).map(|_| async {
            for _ in 0..30 {
                advanced(&world).await;
                yield_now().await;
            }
        });
        let reader = async {
            for _ in 0..30 {
                copy.pulls_by(3).await;
                yield_now().await;
            }
        };
        tokio::join!(join_all(writers), join_all(followers), reader);
        advanced(&world).await;
        copy.pulls_by(3).await;
        copy.is_right("in the end").await;
        assert_eq!(seen(&copy.account).await.len(), 6 * 4, "six leads are left, each with item, delivery and comment");
    }

    async fn what_is_gone_is_remembered_for_thirty_days(world: World) {
        let (acme, bolt) = (world.brand("Acme").await, world.brand("Bolt").await);
        let (owner, mut copy) = (acme.admin().await, Mirror::of(&bolt).await);
        let (lost, kept) = (owner.prepares(&bolt).await, owner.prepares(&bolt).await);
        for lead in [&lost, &kept] {
            owner.shares(lead, &[&bolt]).await.ok();
        }
        advanced(&world).await;
        copy.pulls().await;
        let old = copy.clone();
        revokes(&owner, &lost).await.ok();
        advanced(&world).await;
        world.after_days(29);
        assert_eq!(changes::forget(&world.app).await.unwrap(), 0);
        let mut late = old.clone();
        assert_eq!(words(&late.pulls().await), ["LEAD GONE", "ITEM GONE", "DELIVERY GONE"]);
        world.after_days(2);
        assert_eq!(changes::forget(&world.app).await.unwrap(), 3);
        let expired = page(&old.account, old.cursor.as_deref(), 100);
        world.nothing_changes(expired).await.refused_with("CURSOR_EXPIRED");
        assert!(late.pulls().await.is_empty(), "it has heard of what is forgotten");
        // Whoever begins anew is not told of what was gone before, however slowly it reads.
        let mut fresh = Mirror::by(&copy.account);
        let told = fresh.pulls_by(1).await;
        assert_eq!(words(&told), ["LEAD UPSERT", "ITEM UPSERT", "DELIVERY UPSERT"]);
        fresh.is_right("after beginning anew").await;
        late.is_right("after going on").await;
    }
}
