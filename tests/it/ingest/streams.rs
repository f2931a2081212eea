//! Listings as lines of a stream: in pieces, gone on with after whatever broke them off, with news of what became no lead.

use jiff::SignedDuration;
use reqwest::{Body, RequestBuilder};
use sea_orm::{EntityTrait as _, sea_query::Expr};
use serde_json::{Value, json};
use touchstone::permissions::Role;

use super::{leads, listing, market};
use crate::{
    both_databases,
    support::{Asks as _, Organization, Person, World, with},
    transport::serving::{Answer, Serving},
};

/// A server and somebody who sends lines to it.
struct Sender {
    serving: Serving,
    token: String,
}

impl Sender {
    async fn of(world: &World, person: &Person, settings: &[(&'static str, &str)]) -> Self {
        let serving = Serving::with(world, settings).await;
        let token = serving.token_of(person).await;
        Self { serving, token }
    }

    fn url(&self, path: &str) -> String {
        format!("{}/ingest{path}", self.serving.url)
    }

    async fn sends(&self, request: RequestBuilder) -> Answer {
        self.serving.send(request.bearer_auth(&self.token)).await
    }

    /// Starts a run; its id.
    async fn starts(&self, wishes: &str) -> String {
        let answer = self.sends(self.serving.http.post(self.url(wishes))).await;
        assert_eq!(answer.status, 201, "{answer:?}");
        assert_eq!(answer.json()["linesDone"], 0);
        answer.json()["id"].as_str().unwrap().to_owned()
    }

    async fn piece(&self, id: &str, rest: &str, body: impl Into<Body>) -> Answer {
        let request = self.serving.http.patch(self.url(&format!("/{id}?from={rest}")));
        self.sends(request.body(body)).await
    }

    async fn gets(&self, path: &str) -> Answer {
        self.sends(self.serving.http.get(self.url(path))).await
    }
}

/// Lines of listings with these numbers.
fn lines(about: &Organization, numbers: impl Iterator<Item = usize>) -> String {
    numbers.map(|number| format!("{}\n", listing(about, number))).collect()
}

fn said(answer: &Answer) -> [i64; 5] {
    let json = answer.json();
    ["linesDone", "created", "alreadyThere", "duplicates", "refused"].map(|count| json[count].as_i64().unwrap())
}

/// Tables that change when somebody signs in and sends lines that come to nothing.
const AROUND: &[&str] = &["session", "refresh_token"];

both_databases! {
    async fn a_stream_that_was_cut_goes_on_and_every_line_counts_once(world: World) {
        let acme = world.brand("Acme").await;
        let person = acme.investigator().await;
        let sender = Sender::of(&world, &person, &[("limit_sending_seconds", "1")]).await;
        let id = sender.starts("?tlp=AMBER").await;
        // The sender falls silent in the middle of line 151.
        let whole = lines(&acme, 1..=150);
        let half = listing(&acme, 151).to_string()[..20].to_owned();
        let piece = futures_util::stream::iter([Ok::<_, std::io::Error>(format!("{whole}{half}"))]);
        let silent = futures_util::StreamExt::chain(piece, futures_util::stream::pending());
        let answer = sender.piece(&id, "1", Body::wrap_stream(silent)).await;
        assert_eq!((answer.status.as_u16(), answer.code().as_str()), (408, "BAD_USER_INPUT"));
        let standing = sender.gets(&format!("/{id}")).await;
        assert_eq!(said(&standing), [150, 150, 0, 0, 0], "{standing:?}");
        assert_eq!(leads(&world).await.len(), 150);
        let rest = lines(&acme, 151..=200);
        let answer = sender.piece(&id, "151&last=true", rest.clone()).await;
        assert_eq!((answer.status.as_u16(), said(&answer)), (200, [200, 200, 0, 0, 0]), "{answer:?}");
        assert_eq!(answer.json()["state"], "DONE");
        assert_eq!(leads(&world).await.len(), 200);
        let late = sender.piece(&id, "201", rest).await;
        assert_eq!((late.status.as_u16(), said(&late)[0]), (409, 200), "nothing comes after the last piece");
        // All of it once more, as a run of its own.
        let again = sender.starts("?tlp=AMBER").await;
        let answer = sender.piece(&again, "1&last=true", lines(&acme, 1..=200)).await;
        assert_eq!(said(&answer), [200, 0, 200, 0, 0], "{answer:?}");
        assert_eq!(leads(&world).await.len(), 200);
        sender.serving.stop().await;
    }

    async fn one_sender_at_a_time_and_from_the_next_line(world: World) {
        use entity::ingest_run::{Column, Entity};
        let acme = world.brand("Acme").await;
        let person = acme.investigator().await;
        let sender = Sender::of(&world, &person, &[]).await;
        let id = sender.starts("").await;
        sender.piece(&id, "1", lines(&acme, 1..=2)).await;
        for from in ["1", "2", "4", "0", "-7", "9223372036854775807"] {
            let answer = world.nothing_changes_but(AROUND, sender.piece(&id, from, lines(&acme, 3..=3))).await;
            assert_eq!((answer.status.as_u16(), said(&answer)[0]), (409, 2), "{from}: {answer:?}");
        }
        // As if another request had the run at this moment.
        let until = world.now().as_microsecond() + 30_000_000;
        Entity::update_many().col_expr(Column::LeaseUntil, Expr::value(Some(until))).exec(world.app.db.write()).await.unwrap();
        let answer = world.nothing_changes_but(AROUND, sender.piece(&id, "3", lines(&acme, 3..=3))).await;
        assert_eq!(answer.status, 409);
        world.clock.advance(SignedDuration::from_secs(31));
        let answer = sender.piece(&id, "3", lines(&acme, 3..=3)).await;
        assert_eq!((answer.status.as_u16(), said(&answer)[0]), (200, 3), "{answer:?}");
        sender.serving.stop().await;
    }

    async fn lines_that_become_no_lead_are_told_with_their_numbers(world: World) {
        let acme = world.brand("Acme").await;
        let (person, colleague) = (acme.investigator().await, acme.investigator().await);
        let item = json!([{ "brandId": acme.brand_id(), "title": "Bag", "url": "https://item.taobao.com/item.htm?id=99900000007" }]);
        let known = colleague.creates_from(with(crate::support::draft(&acme), json!({ "items": item }))).await;
        let sender = Sender::of(&world, &person, &[("limit_ingest_line_bytes", "400")]).await;
        let id = sender.starts(&format!("?brand={}&draft=true", acme.brand_id())).await;
        let unbranded = with(listing(&acme, 2), json!({ "brand": null }));
        let long = with(listing(&acme, 3), json!({ "summary": "x".repeat(400) }));
        let wrong = with(listing(&acme, 4), json!({ "brand": { "name": "Nobody's" } }));
        let body = format!("{}\n\n{unbranded}\r\n{long}\n{{\"title\":\n{wrong}\n{}\n{}", listing(&acme, 1), listing(&acme, 7), listing(&acme, 1));
        let answer = sender.piece(&id, "1&last=true", body).await;
        assert_eq!(said(&answer), [8, 2, 1, 1, 4], "{answer:?}");
        let told = sender.gets(&format!("/{id}/lines")).await;
        assert_eq!(told.header("content-type"), "application/x-ndjson");
        let told: Vec<Value> = told.body.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        let short: Vec<_> = told.iter().map(|line| (line["line"].as_i64().unwrap(), line["reason"].as_str())).collect();
        assert_eq!(
            short,
            [(2, Some("EMPTY")), (4, Some("TOO_LONG")), (5, Some("MALFORMED")), (6, Some("UNKNOWN_BRAND")), (7, None)]
        );
        assert_eq!((told[4]["outcome"].as_str(), told[4]["reference"].as_str()), (Some("DUPLICATE"), Some(known.row().await.reference.as_str())));
        let rest = sender.gets(&format!("/{id}/lines?after=6")).await;
        assert_eq!(rest.body.lines().count(), 1);
        assert!(leads(&world).await.iter().all(|row| row.state == "DRAFT"));
        sender.serving.stop().await;
    }

    async fn a_dry_run_of_a_stream_makes_nothing(world: World) {
        let acme = world.brand("Acme").await;
        let (_, account) = market(&world).await;
        let sender = Sender::of(&world, &account, &[]).await;
        let id = sender.starts("?dryRun=true").await;
        let tables = [AROUND, &["ingest_run", "ingest_line"]].concat();
        let answer = world.nothing_changes_but(&tables, sender.piece(&id, "1", lines(&acme, 1..=3))).await;
        assert_eq!((answer.status.as_u16(), said(&answer)), (200, [3, 3, 0, 0, 0]), "{answer:?}");
        sender.serving.stop().await;
    }

    async fn a_run_is_its_senders_alone(world: World) {
        let acme = world.brand("Acme").await;
        let (person, colleague, finance) = (acme.investigator().await, acme.investigator().await, acme.person(&[Role::Mf]).await);
        let (_, account) = market(&world).await;
        let sender = Sender::of(&world, &person, &[]).await;
        let id = sender.starts("").await;
        for other in [&colleague, &account] {
            let token = sender.serving.token_of(other).await;
            world.nothing_changes_but(AROUND, async {
                for request in [
                    sender.serving.http.get(sender.url(&format!("/{id}"))),
                    sender.serving.http.get(sender.url(&format!("/{id}/lines"))),
                    sender.serving.http.patch(sender.url(&format!("/{id}?from=1"))).body(lines(&acme, 1..=1)),
                ] {
                    let answer = sender.serving.send(request.bearer_auth(&token)).await;
                    assert_eq!((answer.status.as_u16(), answer.code().as_str()), (404, "NOT_FOUND"), "{answer:?}");
                }
            }).await;
            other.graphql("query($id: ID!) { ingestRun(id: $id) { state } }", json!({ "id": id })).await.not_found();
        }
        assert_eq!(sender.gets("/nonsense").await.status, 404);
        let poor = sender.serving.token_of(&finance).await;
        let red = sender.serving.token_of(&account).await;
        for (request, status, code) in [
            (sender.serving.http.post(sender.url("")), 401, "UNAUTHENTICATED"),
            (sender.serving.http.post(sender.url("")).bearer_auth(&poor), 403, "FORBIDDEN"),
            (sender.serving.http.post(sender.url("?tlp=RED")).bearer_auth(&red), 400, "TLP_CEILING"),
            (sender.serving.http.post(sender.url("?tlp=BLUE")).bearer_auth(&red), 400, "BAD_USER_INPUT"),
            (sender.serving.http.post(sender.url("?brand=x")).bearer_auth(&red), 400, "INVALID_ID"),
        ] {
            let answer = world.nothing_changes_but(AROUND, sender.serving.send(request)).await;
            assert_eq!((answer.status.as_u16(), answer.code().as_str()), (status, code), "{answer:?}");
        }
        sender.serving.stop().await;
    }

    async fn i36_who_is_suspended_sends_no_further_line(world: World) {
        let acme = world.brand("Acme").await;
        let person = acme.investigator().await;
        let sender = Sender::of(&world, &person, &[]).await;
        let id = sender.starts("").await;
        sender.piece(&id, "1", lines(&acme, 1..=2)).await;
        person.put_into("SUSPENDED").await;
        let answer = world.nothing_changes_but(AROUND, sender.piece(&id, "3", lines(&acme, 3..=4))).await;
        assert_eq!((answer.status.as_u16(), answer.code().as_str()), (401, "UNAUTHENTICATED"));
        person.put_into("ACTIVE").await;
        acme.put_into("SUSPENDED").await;
        let answer = world.nothing_changes_but(AROUND, sender.piece(&id, "3", lines(&acme, 3..=4))).await;
        assert_eq!(answer.status, 401);
        assert_eq!(leads(&world).await.len(), 2);
        sender.serving.stop().await;
    }

    /// Short here, ten thousand lines in the long form.
    async fn a_long_stream_is_taken_in_pieces(world: World) {
        let acme = world.brand("Acme").await;
        let person = acme.investigator().await;
        let sender = Sender::of(&world, &person, &[]).await;
        let id = sender.starts("?dryRun=true").await;
        let (pieces, size) = (4, if is_long() { 2_500 } else { 60 });
        for piece in 0..pieces {
            let first = piece * size + 1;
            let rest = format!("{first}&last={}", piece + 1 == pieces);
            let answer = sender.piece(&id, &rest, lines(&acme, first..first + size)).await;
            assert_eq!(answer.status, 200, "{answer:?}");
        }
        let all = i64::try_from(pieces * size).unwrap();
        let standing = sender.gets(&format!("/{id}")).await;
        assert_eq!(said(&standing), [all, all, 0, 0, 0]);
        let run = entity::ingest_run::Entity::find().one(world.app.db.read()).await.unwrap().unwrap();
        assert_eq!((run.state.as_str(), run.lease_until), ("DONE", None));
        sender.serving.stop().await;
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "how long a test lasts is no setting of the product"
)]
fn is_long() -> bool {
    std::env::var("STORM_ROUNDS").is_ok()
}
