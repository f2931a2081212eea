//! Two replicas over one database, and a crowd that wants the same things at the same moment: one wins, the others are told
//! so, and nothing is counted twice.

use std::collections::HashMap;

use futures_util::future::join_all;
use rand::{RngExt as _, seq::SliceRandom as _};
use sea_orm::EntityTrait as _;
use serde_json::{Value, json};
use touchstone::{audit, leads::jobs, outbox, permissions::Role};

use super::{
    Weather,
    books::{Books, INVITED},
    crowd::Crowd,
    ledger::Fate,
};
use crate::{
    both_databases,
    support::{Person, World, with},
    transport::serving::Serving,
};

/// Something that one of the crowd wants.
#[derive(Debug, Clone)]
struct Wish {
    by: usize,
    mutation: &'static str,
    input: Value,
}

/// What somebody may be told who came too late.
const TOO_LATE: [&str; 3] = ["STALE_VERSION", "TRANSITION_NOT_ALLOWED", "PREVIEW_REQUIRED"];

struct Storm {
    world: World,
    replicas: [Serving; 2],
    crowd: Crowd,
    victim: Person,
}

impl Storm {
    async fn over(world: World) -> Self {
        let replicas = [Serving::of(&world).await, Serving::of(&world).await];
        let mut crowd = Crowd::in_world(&world, 4).await;
        crowd.signs_in(&replicas[0].url).await;
        let victim = crowd.owner.person(&[Role::Mi]).await;
        Self {
            world,
            replicas,
            crowd,
            victim,
        }
    }

    /// All wishes at once, spread over the replicas; what became of each.
    async fn race(&self, wishes: &[Wish]) -> Vec<Fate> {
        let asks = wishes.iter().enumerate().map(|(at, wish)| {
            let url = &self.replicas[at % 2].url;
            self.crowd.changes(url, wish.by, wish.mutation, &wish.input)
        });
        join_all(asks).await
    }

    /// Everybody in `by` wants the same step of the same version; exactly one gets it.
    async fn one_wins(&self, mutation: &'static str, by: &[usize], input: Value) -> Value {
        let wishes: Vec<Wish> = by
            .iter()
            .map(|by| Wish {
                by: *by,
                mutation,
                input: input.clone(),
            })
            .collect();
        let fates = self.race(&wishes).await;
        let mut won = Vec::new();
        for fate in &fates {
            match fate {
                Fate::Done(payload) => won.push(payload.clone()),
                Fate::Refused(code) => assert!(TOO_LATE.contains(&&**code), "{mutation}: {code}"),
                Fate::Lost => panic!("{mutation} was never answered"),
            }
        }
        assert_eq!(won.len(), 1, "{mutation}: {fates:?}");
        won.remove(0)
    }

    /// A lead that everybody wants to write, move and answer.
    async fn lead(&self, name: &str) {
        let (owners, readers) = (self.crowd.owners(), self.crowd.recipients());
        let draft = self.crowd.draft(name);
        let again: Vec<Wish> = (0..6)
            .map(|_| Wish {
                by: 0,
                mutation: "createLead",
                input: draft.clone(),
            })
            .collect();
        let made = self.race(&again).await;
        assert!(
            made.iter()
                .all(|fate| matches!(fate, Fate::Done(_)) && *fate == made[0]),
            "one key, one lead: {made:?}"
        );
        let Fate::Done(payload) = &made[0] else {
            unreachable!("they were all done")
        };
        let id = payload["lead"]["id"].as_str().unwrap().to_owned();
        let step = |version: i32, more: Value| with(json!({ "id": id, "expectedVersion": version }), more);
        self.one_wins("submitLead", &owners, step(1, json!({}))).await;
        self.one_wins(
            "triageLead",
            &owners,
            step(2, json!({ "grade": "B2", "priority": "HIGH" })),
        )
        .await;
        let grants = json!([{ "organizationId": self.crowd.recipient }]);
        let token = self
            .crowd
            .preview(&self.replicas[1].url, 0, &id, &grants)
            .await
            .unwrap();
        // A preview is one person's, and so is its token.
        let share = step(3, json!({ "grants": grants, "previewToken": token }));
        self.one_wins("shareLead", &[0, 0, 0, 0], share).await;
        let delivery = self
            .crowd
            .delivery(&self.replicas[0].url, readers[0], &id)
            .await
            .unwrap();
        let answer = json!({ "id": delivery["id"], "expectedVersion": 1, "verdict": "CONFIRMED", "reason": name });
        self.one_wins("answerDelivery", &readers, answer).await;
        self.everything_at_once(name, &id, &delivery["id"]).await;
    }

    /// Changes of one lead, of its delivery, of its talk and of its people, in any order. Whatever is based on a version
    /// wins at most once.
    async fn everything_at_once(&self, name: &str, id: &str, delivery: &Value) {
        let mut dice = Weather::of(1).dice(name.len());
        let (owners, readers) = (self.crowd.owners(), self.crowd.recipients());
        let victim = entity::person::Entity::find_by_id(self.victim.id)
            .one(self.world.app.db.read())
            .await
            .unwrap()
            .unwrap();
        let suspension = if victim.state == "ACTIVE" {
            "suspendUser"
        } else {
            "reinstateUser"
        };
        let mut wishes = Vec::new();
        for (turn, (owner, reader)) in owners.iter().zip(&readers).enumerate() {
            let mut wish = |by: &usize, mutation, input| {
                wishes.push(Wish {
                    by: *by,
                    mutation,
                    input,
                });
            };
            let lead = |more: Value| with(json!({ "id": id, "expectedVersion": 4 }), more);
            wish(
                owner,
                "changeLeadTlp",
                lead(json!({ "tlp": "AMBER_STRICT", "reason": "as agreed" })),
            );
            wish(
                owner,
                "resolveLead",
                lead(json!({ "outcome": "CONFIRMED_INFRINGEMENT" })),
            );
            wish(
                owner,
                "retractLead",
                lead(json!({ "reason": "the listing was genuine" })),
            );
            let changed =
                json!({ "verdict": "NOT_INFRINGING", "reason": format!("{name}, looked at again by {reader}") });
            wish(
                reader,
                "answerDelivery",
                with(json!({ "id": delivery, "expectedVersion": 2 }), changed),
            );
            let version = json!({ "id": self.victim.public_id(), "expectedVersion": victim.version });
            wish(owner, suspension, version);
            let body = format!("{name}: {turn}");
            wish(
                owner,
                "addComment",
                json!({ "idempotencyKey": body, "leadId": id, "body": body }),
            );
            let email = format!("{}-{turn}{INVITED}", name.replace(' ', "-"));
            wish(
                owner,
                "inviteUser",
                json!({ "idempotencyKey": email, "name": "Kim Lee", "email": email, "roles": ["MI"] }),
            );
        }
        wishes.shuffle(&mut dice);
        wishes.truncate(dice.random_range(20..=wishes.len()));
        let fates = self.race(&wishes).await;
        let mut wins: HashMap<String, usize> = HashMap::new();
        for (wish, fate) in wishes.iter().zip(&fates) {
            let versioned = wish.input.get("expectedVersion").is_some();
            match fate {
                Fate::Done(_) if versioned => *wins.entry(wish.input["id"].to_string()).or_default() += 1,
                Fate::Done(_) => {}
                Fate::Refused(code) if versioned && TOO_LATE.contains(&&**code) => {}
                // Who loses sight of a lead in this very moment finds it gone.
                Fate::Refused(code) if code == "NOT_FOUND" => {}
                other => panic!("{wish:?}: {other:?}"),
            }
        }
        assert!(wins.values().all(|wins| *wins == 1), "{wins:?}: {fates:?}");
    }

    async fn is_whole(&self) {
        let app = &self.world.app;
        let relays = self
            .replicas
            .iter()
            .map(|replica| outbox::relay(&replica.app.db, app.now()));
        join_all(relays)
            .await
            .into_iter()
            .for_each(|relayed| assert!(relayed.is_ok()));
        let seals = self.replicas.iter().map(|replica| audit::seal(&replica.app));
        join_all(seals)
            .await
            .into_iter()
            .for_each(|sealed| assert!(sealed.is_ok()));
        while outbox::relay(&app.db, app.now()).await.unwrap() > 0 {}
        audit::seal(app).await.unwrap();
        audit::checkpoint(app).await.unwrap();
        let report = audit::verify(app).await.unwrap();
        assert!(report.is_clean(), "{report}");
        let books = Books::of(&app.db).await;
        assert!(books.are_settled());
        books.balance();
        self.world
            .nothing_changes(async { jobs::rebuild(app).await.unwrap() })
            .await;
    }
}

both_databases! {
    async fn of_many_who_change_one_thing_at_once_one_wins_and_nothing_is_counted_twice(world: World) {
        let storm = Storm::over(world).await;
        for round in 0..Weather::of(4).rounds {
            storm.lead(&format!("lead {round}")).await;
        }
        storm.is_whole().await;
        for replica in storm.replicas {
            replica.stop().await;
        }
    }
}
