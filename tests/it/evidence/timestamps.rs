//! Timestamps by an authority: asked outside of transactions, believed only where they verify.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use serde_json::{Value, json};
use std::{fs, process::Command, sync::Arc};
use touchstone::{app::App, evidence, evidence::jobs};

use super::authority::{Authority, Mood};
use crate::{
    both_databases,
    support::{Evidence, Person, World, picture},
    transport::serving::Serving,
};

/// A service that asks an authority, and a piece that was attached through it.
async fn asking(world: &World, authority: &Authority, ca: &str) -> (Serving, Person, Evidence) {
    let settings = [("timestamp_url", authority.url.as_str()), ("timestamp_ca", ca)];
    let serving = Serving::with(world, &settings).await;
    let acme = world.brand("Acme").await;
    let author = acme.investigator().await;
    let lead = author.creates(&acme).await;
    let photo = author.attaches_by(&serving, &lead, &picture(1)).await;
    (serving, author, photo)
}

async fn stamp(app: &Arc<App>) -> usize {
    jobs::stamp(app).await.unwrap()
}

both_databases! {
    async fn an_authority_vouches_for_the_hash_and_its_token_is_one_that_openssl_believes(world: World) {
        let authority = Authority::start(&world.folder, "timeStamping");
        let (serving, author, photo) = asking(&world, &authority, &authority.ca()).await;
        assert_eq!(author.looks_at(&photo).await.ok().text("/evidenceItem/timestamp/state"), "WAITING");
        assert_eq!(stamp(&serving.app).await, 1);
        assert_eq!(stamp(&serving.app).await, 0, "once");
        let seen = author.looks_at(&photo).await.ok();
        assert_eq!(seen.text("/evidenceItem/timestamp/state"), "HELD");
        assert_eq!(seen.text("/evidenceItem/timestamp/authority"), "CN=Clock Tower");
        assert_eq!(photo.custody().await, ["COLLECTED", "HASHED", "TIMESTAMPED"]);
        // Somebody else, with other tools, comes to the same.
        let token = STANDARD.decode(seen.text("/evidenceItem/timestamp/token")).unwrap();
        fs::write(authority.folder.join("token.der"), token).unwrap();
        let sha256 = seen.text("/evidenceItem/sha256");
        let arguments = ["ts", "-verify", "-digest", &sha256, "-in", "token.der", "-token_in", "-CAfile", "ca.pem"];
        let verified = Command::new("openssl").args(arguments).current_dir(&authority.folder).output().unwrap();
        assert!(verified.status.success(), "{}", String::from_utf8_lossy(&verified.stderr));
        let report = evidence::verify(&serving.app).await.unwrap();
        assert_eq!((report.tokens, report.faults.len()), (1, 0), "{report:?}");
        serving.stop().await;
    }

    async fn an_answer_that_is_not_about_the_question_is_not_believed_and_the_authority_is_asked_again(world: World) {
        let authority = Authority::start(&world.folder, "timeStamping");
        let (serving, author, photo) = asking(&world, &authority, &authority.ca()).await;
        for mood in [Mood::Down, Mood::Other, Mood::Stale, Mood::Stale] {
            authority.is(mood);
            assert_eq!(stamp(&serving.app).await, 0, "{mood:?}");
            assert_eq!(stamp(&serving.app).await, 0, "it rests first");
            assert_eq!(photo.custody().await, ["COLLECTED", "HASHED"]);
            world.after_hours(1);
        }
        authority.is(Mood::Good);
        assert_eq!(stamp(&serving.app).await, 1);
        assert_eq!(author.looks_at(&photo).await.ok().text("/evidenceItem/timestamp/state"), "HELD");
        serving.stop().await;
    }

    async fn a_signer_that_is_not_trusted_or_not_for_timestamps_is_not_believed_and_given_up_at_last(world: World) {
        let authority = Authority::start(&world.folder, "timeStamping");
        let stranger = Authority::start(&world.folder.join("elsewhere"), "timeStamping");
        let (serving, author, photo) = asking(&world, &authority, &stranger.ca()).await;
        for _ in 0..12 {
            assert_eq!(stamp(&serving.app).await, 0);
            world.after_hours(72);
        }
        let seen = author.looks_at(&photo).await.ok();
        assert_eq!(seen.text("/evidenceItem/timestamp/state"), "FAILED");
        assert_eq!(seen.data("/evidenceItem/timestamp/token"), &Value::Null);
        assert_eq!(photo.custody().await, ["COLLECTED", "HASHED"]);
        serving.stop().await;
    }

    async fn without_an_authority_nobody_is_asked(world: World) {
        let acme = world.brand("Acme").await;
        let author = acme.investigator().await;
        let lead = author.creates(&acme).await;
        let photo = author.attaches(&lead, &picture(1), json!({})).await;
        assert_eq!(stamp(&world.app).await, 0);
        assert_eq!(author.looks_at(&photo).await.ok().data("/evidenceItem/timestamp"), &Value::Null);
    }
}
