//! What becomes of an open stream when its reader's rights change: the same over sockets and over event streams, whether
//! the change is made in this process or in another one.

use std::time::{Duration, Instant};

use jiff::SignedDuration;
use serde_json::{Value, json};
use touchstone::{
    permissions::Role,
    platform::ids::{IdKind, encode},
};

use super::{
    events::Events,
    serving::Serving,
    sockets::{Socket, subscribe},
};
use crate::{
    both_databases,
    support::{Asks as _, Lead, Mandate, Person, draft, with},
};

/// On PostgreSQL the server looks for itself only every 15 seconds: what ends sooner was told to it.
const AT_ONCE: Duration = Duration::from_secs(10);

/// Somebody who follows.
enum Follower {
    Socket(Box<Socket>),
    Events(Events),
}

const BOTH: [&str; 2] = ["socket", "events"];
const FOLLOW: &str = "subscription { leadActivity { comment { id } lead { id owner { allowedActions } } } }";

impl Follower {
    async fn of(transport: &str, serving: &Serving, token: &str) -> Self {
        if transport == "events" {
            return Self::Events(Events::of(serving, token, &json!({ "query": FOLLOW })).await);
        }
        let mut socket = Socket::of(serving, token).await;
        socket.say(subscribe("1", FOLLOW)).await;
        // The answer to this comes after the subscription has begun.
        socket.say(json!({ "type": "ping" })).await;
        while socket.hear().await["type"] != "pong" {}
        Self::Socket(Box::new(socket))
    }

    /// The next comment that is told; how the leads came to be may be told before.
    async fn next(&mut self) -> Value {
        loop {
            let told = match self {
                Self::Socket(socket) => socket.hear().await["payload"]["data"]["leadActivity"].take(),
                Self::Events(events) => events.next().await["data"]["leadActivity"].take(),
            };
            if told["comment"].is_object() {
                return told;
            }
        }
    }

    /// Insists that it ends because the reader is nobody any more.
    async fn ends_shut_out(self) {
        match self {
            Self::Socket(socket) => assert_eq!(socket.closed().await, 4401),
            Self::Events(mut events) => {
                let told = events.next().await;
                assert_eq!(
                    told["errors"][0]["extensions"]["code"],
                    json!("UNAUTHENTICATED"),
                    "{told}"
                );
                assert_eq!(events.event().await, Some(("complete".to_owned(), Value::Null)));
                assert_eq!(events.event().await, None);
            }
        }
    }

    /// Insists that it ends so that the reader comes back with a new token.
    async fn ends_to_come_back(self) {
        match self {
            Self::Socket(socket) => assert_eq!(socket.closed().await, 4403),
            Self::Events(mut events) => assert_eq!(events.event().await, None, "nothing is complete"),
        }
    }
}

/// Does a transition of an organisation, a person or a power of attorney.
async fn moves(who: &Person, mutation: &str, kind: &str, id: &str) {
    let document =
        format!("mutation($input: {kind}!) {{ {mutation}(input: $input) {{ userErrors {{ code message }} }} }}");
    let mut input = json!({ "id": id, "expectedVersion": 1, "reason": "as agreed" });
    if kind == "PowerOfAttorneyTransitionInput" {
        input.as_object_mut().unwrap().remove("reason");
    }
    who.graphql(&document, json!({ "input": input })).await.ok();
}

async fn updates(who: &Person, person: &Person, changes: Value) {
    let document = "mutation($input: UpdateUserInput!) { updateUser(input: $input) { userErrors { code message } } }";
    let input = with(json!({ "id": person.public_id(), "expectedVersion": 1 }), changes);
    who.graphql(document, json!({ "input": input })).await.ok();
}

/// Waits for the end of a stream.
async fn at_once(end: impl Future<Output = ()>) {
    let begun = Instant::now();
    end.await;
    assert!(begun.elapsed() < AT_ONCE, "{:?}", begun.elapsed());
}

async fn says(author: &Person, lead: &Lead, body: &str) {
    author.comments(lead, body, "EVERYONE_WHO_SEES_THE_LEAD").await.ok();
}

both_databases! {
    async fn i36_a_stream_ends_at_once_with_the_session_the_person_and_the_organisation(world: World) {
        let serving = Serving::of(&world).await;
        let office = world.secretariat().await.secretariat_admin().await;
        for transport in BOTH {
            let acme = world.brand(&format!("Acme {transport}")).await;
            let admin = acme.admin().await;
            let (leaving, suspended, member) = (acme.investigator().await, acme.investigator().await, acme.investigator().await);

            let token = serving.token_of(&leaving).await;
            let stream = Follower::of(transport, &serving, &token).await;
            serving.ask_as(&token, "mutation { signOut { userErrors { code } } }", json!({})).await;
            at_once(stream.ends_shut_out()).await;

            // By another process of this database.
            let stream = Follower::of(transport, &serving, &serving.token_of(&suspended).await).await;
            moves(&admin, "suspendUser", "PersonTransitionInput", &suspended.public_id()).await;
            at_once(stream.ends_shut_out()).await;

            let stream = Follower::of(transport, &serving, &serving.token_of(&member).await).await;
            moves(&office, "suspendOrganization", "OrganizationTransitionInput", &acme.public_id()).await;
            at_once(stream.ends_shut_out()).await;
        }
        serving.stop().await;
    }

    async fn i36_a_stream_ends_with_its_token_so_that_the_client_brings_a_new_one(world: World) {
        let serving = Serving::of(&world).await;
        let person = world.brand("Acme").await.investigator().await;
        for transport in BOTH {
            let stream = Follower::of(transport, &serving, &serving.token_of(&person).await).await;
            world.clock.advance(SignedDuration::from_mins(11));
            stream.ends_to_come_back().await;
        }
        serving.stop().await;
    }

    async fn i36_a_reader_of_fewer_brands_sees_less_from_the_next_event_on(world: World) {
        let serving = Serving::live(&world, &[]).await;
        for transport in BOTH {
            let mut acme = world.brand(&format!("Acme {transport}")).await;
            let second = acme.add_brand("Second").await;
            let (admin, author) = (acme.admin().await, acme.investigator().await);
            let reader = acme.person_for(&[Role::Mi], &acme.brands).await;
            let of_first = author.creates(&acme).await;
            let mut about = draft(&acme);
            about["items"][0]["brandId"] = json!(encode(IdKind::Brand, second));
            let of_second = author.creates_from(about).await;
            let mut stream = Follower::of(transport, &serving, &serving.token_of(&reader).await).await;

            says(&author, &of_second, "before").await;
            assert_eq!(stream.next().await["lead"]["id"], json!(of_second.public_id()));
            updates(&admin, &reader, json!({ "brandScope": [acme.brand_id()] })).await;
            says(&author, &of_second, "not for this reader").await;
            says(&author, &of_first, "after").await;
            assert_eq!(stream.next().await["lead"]["id"], json!(of_first.public_id()));
        }
        serving.stop().await;
    }

    async fn i36_what_a_reader_may_do_is_told_anew_with_every_event(world: World) {
        let serving = Serving::live(&world, &[]).await;
        for transport in BOTH {
            let acme = world.brand(&format!("Acme {transport}")).await;
            let (admin, author) = (acme.admin().await, acme.investigator().await);
            let reader = acme.person(&[Role::Ma, Role::Mi]).await;
            let lead = author.creates(&acme).await;
            let mut stream = Follower::of(transport, &serving, &serving.token_of(&reader).await).await;

            says(&author, &lead, "one").await;
            let may = stream.next().await["lead"]["owner"]["allowedActions"].take();
            assert!(may.as_array().unwrap().contains(&json!("INVITE_USER")), "an administrator: {may}");
            updates(&admin, &reader, json!({ "roles": ["MI"] })).await;
            says(&author, &lead, "two").await;
            let may = stream.next().await["lead"]["owner"]["allowedActions"].take();
            assert_eq!(may, json!(["CREATE_BRAND"]), "an investigator");
        }
        serving.stop().await;
    }

    async fn i36_a_revoked_mandate_and_a_narrower_audience_take_their_leads_out_of_a_stream(world: World) {
        let serving = Serving::live(&world, &[]).await;
        for transport in BOTH {
            let (acme, other) = (world.brand(&format!("Acme {transport}")).await, world.brand(&format!("Other {transport}")).await);
            let (principal, author) = (acme.admin().await, acme.investigator().await);
            let firm = world.agent_firm(&format!("Firm {transport}")).await;
            let mandate = firm.mandate(&acme, Mandate::default()).await;
            let counsel = firm.agent_for(&other).await;
            let (ours, theirs) = (author.creates(&acme).await, other.investigator().await.creates(&other).await);
            let keeper = other.investigator().await;
            let mut stream = Follower::of(transport, &serving, &serving.token_of(&counsel).await).await;

            says(&author, &ours, "before").await;
            assert_eq!(stream.next().await["lead"]["id"], json!(ours.public_id()));
            moves(&principal, "revokePowerOfAttorney", "PowerOfAttorneyTransitionInput", &encode(IdKind::Poa, mandate)).await;
            says(&author, &ours, "not for this reader").await;
            says(&keeper, &theirs, "after").await;
            assert_eq!(stream.next().await["lead"]["id"], json!(theirs.public_id()));

            let recipient = world.brand(&format!("Third {transport}")).await;
            let lead = principal.prepares(&recipient).await;
            principal.shares(&lead, &[&recipient]).await.ok();
            let desk = recipient.investigator().await;
            let mut stream = Follower::of(transport, &serving, &serving.token_of(&desk).await).await;
            let input = json!({ "id": lead.public_id(), "expectedVersion": lead.row().await.version, "tlp": "RED",
                "namedPersonIds": [principal.public_id()], "reason": "as agreed" });
            principal.act("changeLeadTlp", input).await.ok();
            says(&principal, &lead, "not for this reader").await;
            let own = desk.creates(&recipient).await;
            says(&desk, &own, "after").await;
            assert_eq!(stream.next().await["lead"]["id"], json!(own.public_id()));
        }
        serving.stop().await;
    }
}
