//! What there is before the storm: people, a fund with money, and holds in every state, some of which are over and wait
//! for the worker.

use jiff::SignedDuration;
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _};
use serde_json::{Value, json};
use touchstone::{
    funds::{
        self, Capture, HoldRequest,
        rules::{CostKind, PaidFrom},
    },
    permissions::{Role, viewer::OrganizationKind},
    platform::{
        clock::{Clock as _, SystemClock},
        db::Tx,
        ids::{IdKind, encode},
    },
};
use uuid::Uuid;

use super::{
    notes::{Moves, Pot},
    people::{Hall, MANAGERS},
    purchases::Goods,
};
use crate::{
    funds::{acts, creates_fund, decides, releases, spends},
    purchases::film,
    support::{Organization, Person, World, picture, with},
    transport::serving::with_password,
};

/// What is held for each purchase before the storm, and what of it is spent.
const HELD: i64 = 5_000_000;
const SPENT: i64 = 3_000_000;
/// How many appraisals the storm has.
const REPORTS: u8 = 40;

/// Everything there is before the storm.
pub(super) struct Opening {
    pub(super) hall: Hall,
    /// They are not signed in yet.
    pub(super) people: Vec<Person>,
    /// What can be taken back.
    pub(super) reversible: Vec<(String, Moves)>,
    /// Public ids of what the appraiser has sent: a photo for each report there will be.
    pub(super) photos: Vec<String>,
}

/// Makes it. The server goes by the machine's clock, and so do we; it happened two days ago.
pub(super) async fn opened(world: &World) -> Opening {
    let now = SystemClock.now();
    world.clock.set(now - SignedDuration::from_hours(48));
    let secretariat = world.secretariat().await;
    let acme = world.brand("Acme").await;
    let mut people = Vec::new();
    for _ in 0..MANAGERS {
        people.push(secretariat.person(&[Role::Fm]).await);
    }
    people.push(secretariat.secretariat_admin().await);
    let author = acme.investigator().await;
    people.extend([author.clone(), acme.investigator().await]);
    people.extend([acme.person(&[Role::Mf]).await, secretariat.desk().await]);
    let lab = world.organization(OrganizationKind::Lab, "Lab").await;
    let appraiser = lab.person(&[Role::Ap]).await;
    people.push(appraiser.clone());
    let counter_fund = creates_fund(&people[0], "USD").await;
    let (fund, member) = (creates_fund(&people[0], "CNY").await, acme.public_id());
    let whose = json!({ "fundId": fund, "organizationId": member });
    let paid = json!({ "amount": "1000000.00", "bankReference": "OPENING" });
    agreed(&people, "proposeContribution", with(whose.clone(), paid)).await;
    let given = json!({ "amount": "600000.00" });
    agreed(&people, "proposeAllocation", with(whose, given)).await;
    let allocation = funds::allocation_of(world.app.db.read(), acme.id, None).await;
    let allocation = allocation.unwrap().unwrap().id;
    let (holds, reversible) = spent(world, allocation).await;
    let goods = offered(&author, &acme, allocation).await;
    world.clock.set(now);
    let mut photos = Vec::new();
    for shade in 0..REPORTS {
        photos.push(appraiser.uploads(&picture(100 + shade), "seam.png").await);
    }
    for person in &people {
        person.disenrol().await;
        with_password(person).await;
    }
    Opening {
        hall: Hall::of((fund, counter_fund), member, holds, goods),
        people,
        reversible,
        photos,
    }
}

/// The first of them proposes something, and as many of the others agree as have to.
async fn agreed(people: &[Person], mutation: &str, input: Value) {
    let proposer = &people[0];
    let key = json!({ "idempotencyKey": proposer.world.id().to_string() });
    let proposed = acts(proposer, mutation, with(key, input)).await.ok();
    let id = proposed.text(&format!("/{mutation}/order/id"));
    let needed = proposed.number(&format!("/{mutation}/order/approvalsNeeded"));
    for (version, approver) in (1..=needed).zip(&people[1..]) {
        decides(approver, "approveFundOrder", &id, version).await.ok();
    }
}

/// Purchases of which something was spent, by the bank or by card, half of them closed; and some whose time was over
/// yesterday. The public ids of the first, and what can be taken back of them.
async fn spent(world: &World, allocation: Uuid) -> (Vec<String>, Vec<(String, Moves)>) {
    let (mut holds, mut reversible) = (Vec::new(), Vec::new());
    for number in 0..8 {
        let hold = held(world, allocation, HELD, 24 * 365).await;
        let by_card = number % 2 == 0;
        let reference = format!("CAPTURE-{number}");
        captured(world, hold, SPENT, by_card, &reference).await;
        if number < 4 {
            releases(world, hold).await.unwrap();
        }
        holds.push(encode(IdKind::FundHold, hold));
        let paid = if by_card {
            (Pot::Card, -SPENT)
        } else {
            (Pot::Bank, SPENT)
        };
        reversible.push((reference, vec![paid, (Pot::Member, SPENT)]));
    }
    for number in 0..4 {
        let hold = held(world, allocation, 20_000, 24).await;
        if number % 2 == 0 {
            captured(world, hold, 5_000, false, &format!("OVER-{number}")).await;
        }
    }
    (holds, reversible)
}

/// A lead of the member's with the proofs that an order needs.
async fn offered(author: &Person, acme: &Organization, allocation: Uuid) -> Goods {
    use entity::lead_item::{Column, Entity};
    let lead = author.prepares(acme).await;
    let item = Entity::find().filter(Column::LeadId.eq(lead.id));
    let item = item.one(author.world.app.db.read()).await.unwrap().unwrap();
    let listing = author
        .attaches(&lead, &picture(1), json!({ "kind": "SCREENSHOT" }))
        .await;
    let proof = author
        .attaches(&lead, &picture(2), json!({ "kind": "SCREENSHOT" }))
        .await;
    let unpacking = author.attaches(&lead, &film(1), json!({ "kind": "VIDEO" })).await;
    Goods {
        item: encode(IdKind::Item, item.id),
        allocation: encode(IdKind::Allocation, allocation),
        listing: listing.public_id(),
        proof: proof.public_id(),
        film: unpacking.public_id(),
    }
}

async fn held(world: &World, allocation: Uuid, minor: i64, hours: i64) -> Uuid {
    let request = HoldRequest {
        allocation,
        purchase: world.id(),
        minor,
        currency: "CNY".to_owned(),
        expires_at: world.now() + SignedDuration::from_hours(hours),
    };
    let held = spends(world, async |tx: &Tx| funds::hold(&world.app, tx, None, request).await).await;
    held.unwrap()
}

async fn captured(world: &World, hold: Uuid, minor: i64, by_card: bool, reference: &str) {
    let capture = Capture {
        lines: vec![(CostKind::Goods, minor)],
        paid_from: if by_card { PaidFrom::Card } else { PaidFrom::Bank },
        bank_reference: Some(reference.to_owned()),
        closes: false,
    };
    let done = spends(world, async |tx: &Tx| {
        funds::capture(&world.app, tx, None, hold, capture).await
    })
    .await;
    done.unwrap();
}
