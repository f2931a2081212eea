//! The bytes of evidence: taken in as they come, given out as they came, and never otherwise.

use reqwest::Method;
use sea_orm::{ActiveValue::Set, EntityTrait as _};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use std::{fs, path::Path};
use touchstone::{
    evidence::{self, jobs},
    permissions::Role,
};

use crate::{
    both_databases,
    support::{Evidence, Lead, Organization, Person, World, picture, text},
    transport::serving::{Answer, Serving},
};

const MIB: usize = 1024 * 1024;

/// Somebody at a running server, with a token, and a lead of its own.
struct Scene {
    serving: Serving,
    acme: Organization,
    author: Person,
    token: String,
    lead: Lead,
}

async fn scene(world: &World, settings: &[(&'static str, &str)]) -> Scene {
    let serving = Serving::with(world, settings).await;
    let acme = world.brand("Acme").await;
    let author = acme.investigator().await;
    let token = serving.token_of(&author).await;
    let lead = author.creates(&acme).await;
    Scene {
        serving,
        acme,
        author,
        token,
        lead,
    }
}

impl Serving {
    /// Sends a file as a browser does.
    pub async fn sends(&self, token: &str, bytes: Vec<u8>, name: &str) -> Answer {
        let request = self
            .http
            .post(format!("{}/files", self.url))
            .header("x-touchstone-file-name", name);
        self.send(request.bearer_auth(token).body(bytes)).await
    }

    /// A link to the content of a piece.
    pub async fn opens(&self, token: &str, of: &Evidence, rendition: &str) -> Answer {
        let document = "mutation($input: OpenEvidenceInput!) { openEvidence(input: $input) { url expiresAt userErrors { code field } } }";
        self.ask_as(
            token,
            document,
            json!({ "input": { "id": of.public_id(), "rendition": rendition } }),
        )
        .await
    }

    /// What a link gives.
    pub async fn fetches(
        &self,
        token: &str,
        link: &str,
        range: Option<&str>,
    ) -> (u16, reqwest::header::HeaderMap, Vec<u8>) {
        let mut request = self.http.get(format!("{}{link}", self.url)).bearer_auth(token);
        if let Some(range) = range {
            request = request.header("range", range);
        }
        let response = request.send().await.unwrap();
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        (
            status,
            headers,
            response.bytes().await.map(|bytes| bytes.to_vec()).unwrap_or_default(),
        )
    }
}

fn link(answer: &Answer) -> String {
    answer
        .data("/openEvidence/url")
        .as_str()
        .unwrap_or_else(|| panic!("{answer:?}"))
        .to_owned()
}

/// Every file below a folder.
fn files_below(folder: &Path) -> Vec<String> {
    let Ok(entries) = fs::read_dir(folder) else {
        return Vec::new();
    };
    entries
        .flatten()
        .flat_map(|entry| match entry.path().is_dir() {
            true => files_below(&entry.path()),
            false => vec![entry.file_name().to_string_lossy().into_owned()],
        })
        .collect()
}

/// Changes one byte of a file.
fn spoil(path: &Path, at: usize) {
    let mut bytes = fs::read(path).unwrap();
    bytes[at] ^= 1;
    fs::write(path, bytes).unwrap();
}

both_databases! {
    async fn i16_a_file_is_hashed_on_the_way_and_given_back_as_it_came(world: World) {
        let scene = scene(&world, &[]).await;
        let bytes = text(3 * MIB + 17, 1);
        let sent = scene.serving.sends(&scene.token, bytes.clone(), "chat%20log%20%E8%AE%B0%E5%BD%95.txt").await;
        assert_eq!(sent.status, 201, "{sent:?}");
        assert_eq!(sent.json()["bytes"], bytes.len());
        assert_eq!(sent.json()["mediaType"], "text/plain");
        assert_eq!(sent.json()["sha256"], format!("{:x}", Sha256::digest(&bytes)));
        let more = json!({ "kind": "CHAT" });
        let upload = sent.json()["id"].as_str().unwrap().to_owned();
        let input = crate::support::with(scene.author.photo(&scene.lead, &upload), more);
        let made = scene.author.asks_to_attach(input).await.ok();
        let chat = Evidence::named(&world, &made.text("/attachEvidence/evidence/id"));
        assert_eq!(made.text("/attachEvidence/evidence/sha256"), sent.json()["sha256"]);
        let link = link(&scene.serving.opens(&scene.token, &chat, "ORIGINAL").await);
        let (status, headers, whole) = scene.serving.fetches(&scene.token, &link, None).await;
        assert_eq!((status, whole == bytes), (200, true));
        assert_eq!(headers["content-type"], "text/plain");
        assert_eq!(headers["content-disposition"], "attachment; filename*=UTF-8''chat%20log%20%E8%AE%B0%E5%BD%95%2Etxt");
        assert_eq!(headers["x-content-type-options"], "nosniff");
        assert_eq!(headers["cache-control"], "no-store");
        assert!(headers["content-security-policy"].to_str().unwrap().contains("sandbox"));
        for (range, from, to) in [("bytes=0-0", 0, 1), ("bytes=1048570-1048590", 1_048_570, 1_048_591), ("bytes=-17", 3 * MIB, 3 * MIB + 17), ("bytes=2000000-", 2_000_000, 3 * MIB + 17)] {
            let (status, headers, part) = scene.serving.fetches(&scene.token, &link, Some(range)).await;
            assert_eq!((status, part == bytes[from..to]), (206, true), "{range}");
            assert_eq!(headers["content-range"].to_str().unwrap(), format!("bytes {from}-{}/{}", to - 1, bytes.len()));
        }
        assert_eq!(chat.custody().await, ["COLLECTED", "HASHED", "EXPORTED"], "once for a link, however often it is read");
        assert_eq!(world.evidence_faults().await, Vec::<String>::new());
        scene.serving.stop().await;
    }

    async fn i16_what_was_changed_on_the_disk_is_given_to_nobody_and_goes_into_quarantine(world: World) {
        let scene = scene(&world, &[]).await;
        let desk = world.secretariat().await.desk().await;
        scene.author.submits(&scene.lead).await.ok();
        for (seed, at, range, status) in [
            (1, 5 * MIB, None, 409),
            (2, 10, Some("bytes=0-99"), 409),
            (3, 4 * MIB + 5, Some("bytes=5242880-5242890"), 206),
        ] {
            let log = scene.author.attaches_by(&scene.serving, &scene.lead, &text(6 * MIB, seed)).await;
            spoil(&log.path().await, at);
            let link = link(&scene.serving.opens(&scene.token, &log, "ORIGINAL").await);
            let (found, _, bytes) = scene.serving.fetches(&scene.token, &link, range).await;
            assert_eq!(found, status, "{range:?}");
            if status == 206 {
                // The chunk that was asked for is as it was; a range with the other one is not.
                assert_eq!(bytes.len(), 11);
                let (found, ..) = scene.serving.fetches(&scene.token, &link, Some("bytes=4194304-4194310")).await;
                assert_eq!(found, 409);
            }
            let seen = desk.looks_at(&log).await.ok();
            assert_eq!(seen.text("/evidenceItem/state"), "QUARANTINED");
            assert_eq!(log.custody().await.last().unwrap(), "QUARANTINED");
            let refused = scene.serving.opens(&scene.token, &log, "ORIGINAL").await;
            assert_eq!(refused.code(), "TRANSITION_NOT_ALLOWED");
            assert_eq!(scene.serving.fetches(&scene.token, &link, None).await.0, 409);
            assert!(scene.lead.timeline().await.contains(&"EVIDENCE_QUARANTINED".to_owned()));
        }
        let metrics = scene.serving.app.metrics.render(&[]);
        assert!(metrics.contains("touchstone_evidence_quarantined_total 3"), "{metrics}");
        scene.serving.stop().await;
    }

    async fn i16_verifying_reads_every_byte_again(world: World) {
        let acme = world.brand("Acme").await;
        let author = acme.investigator().await;
        let lead = author.creates(&acme).await;
        let mut pieces = Vec::new();
        for shade in 1..5 {
            pieces.push(author.attaches(&lead, &picture(shade), json!({})).await);
        }
        assert_eq!(world.evidence_faults().await, Vec::<String>::new());
        spoil(&pieces[0].path().await, 50);
        fs::remove_file(pieces[1].path().await).unwrap();
        let longer = [picture(3), b"more".to_vec()].concat();
        fs::write(pieces[2].path().await, longer).unwrap();
        let found = world.evidence_faults().await;
        assert_eq!(found, vec!["its bytes are not what they were"; 3]);
        for piece in &pieces[..3] {
            assert_eq!(piece.row().await.state, "QUARANTINED");
        }
        assert_eq!(pieces[3].row().await.state, "HELD");
    }

    async fn i21_a_link_opens_nothing_outside_of_its_session_and_its_minutes(world: World) {
        let scene = scene(&world, &[]).await;
        let bolt = world.brand("Bolt").await;
        let reader = bolt.investigator().await;
        let admin = scene.acme.admin().await;
        let lead = admin.prepares(&scene.acme).await;
        admin.shares(&lead, &[&bolt]).await.ok();
        let photo = admin.attaches(&lead, &picture(1), json!({})).await;
        let (token, again) = (scene.serving.token_of(&reader).await, scene.serving.token_of(&reader).await);
        let own = link(&scene.serving.opens(&token, &photo, "ORIGINAL").await);
        assert_eq!(scene.serving.fetches(&token, &own, None).await.0, 200);
        let of = |link: &str, from: &str, to: &str| link.replacen(from, to, 1);
        let another = scene.author.attaches(&scene.lead, &picture(9), json!({})).await.public_id();
        for (who, link, why) in [
            (again.as_str(), own.clone(), "another session of the same person"),
            (scene.token.as_str(), own.clone(), "another person"),
            (token.as_str(), of(&own, "ORIGINAL", "PREVIEW"), "another rendition"),
            (token.as_str(), of(&own, "code=", "code=A"), "another code"),
            (token.as_str(), of(&own, "until=1", "until=2"), "a later end"),
            (token.as_str(), of(&own, &photo.public_id(), &another), "another piece"),
            (token.as_str(), format!("/files/{}", photo.public_id()), "no code at all"),
        ] {
            assert_eq!(scene.serving.fetches(who, &link, None).await.0, 404, "{why}");
        }
        let nobody = scene.serving.get(&own).await;
        assert_eq!((nobody.status.as_u16(), nobody.code().as_str()), (401, "UNAUTHENTICATED"));
        // Access is asked for again at every request.
        admin.changes_tlp(&lead, "RED").await.ok();
        assert_eq!(scene.serving.fetches(&token, &own, Some("bytes=0-1")).await.0, 404);
        let mine = link(&scene.serving.opens(&scene.token, &Evidence::named(&world, &another), "ORIGINAL").await);
        assert_eq!(scene.serving.fetches(&scene.token, &mine, None).await.0, 200);
        world.clock.advance(jiff::SignedDuration::from_mins(5));
        assert_eq!(scene.serving.fetches(&scene.token, &mine, None).await.0, 404, "five minutes");
        scene.serving.stop().await;
    }

    async fn a_picture_is_asked_for_with_the_cookie_of_its_session(world: World) {
        let scene = scene(&world, &[]).await;
        crate::transport::serving::with_password(&scene.author).await;
        let signed = scene.serving.sign_in(&scene.author.email, crate::support::PASSWORD).await;
        let (token, cookie) = (signed.data("/signIn/accessToken"), signed.cookie());
        let photo = scene.author.attaches(&scene.lead, &picture(1), json!({})).await;
        let document = "query($id: ID!) { evidenceItem(id: $id) { thumbnailUrl } }";
        let asked = scene.serving.ask_as(token.as_str().unwrap(), document, json!({ "id": photo.public_id() })).await;
        let url = asked.data("/evidenceItem/thumbnailUrl").as_str().unwrap().to_owned();
        let get = |cookie: String| scene.serving.http.request(Method::GET, format!("{}{url}", scene.serving.url)).header("cookie", cookie);
        let given = get(format!("touchstone={cookie}")).send().await.unwrap();
        assert_eq!((given.status().as_u16(), given.headers()["content-type"].to_str().unwrap()), (200, "image/jpeg"));
        let other = scene.serving.sign_in(&scene.author.email, crate::support::PASSWORD).await.cookie();
        assert_eq!(get(format!("touchstone={other}")).send().await.unwrap().status().as_u16(), 404);
        assert_eq!(get("touchstone=nonsense".to_owned()).send().await.unwrap().status().as_u16(), 401);
        // It is still as good as it was, and a moment after it was used.
        let went_on = scene.serving.refresh(&cookie, true).await;
        assert_eq!(went_on.code(), "");
        assert_eq!(get(format!("touchstone={cookie}")).send().await.unwrap().status().as_u16(), 200);
        world.clock.advance(jiff::SignedDuration::from_secs(11));
        assert_eq!(get(format!("touchstone={cookie}")).send().await.unwrap().status().as_u16(), 401);
        scene.serving.stop().await;
    }

    async fn copies_to_look_at_carry_the_mark_of_who_gets_them(world: World) {
        let scene = scene(&world, &[]).await;
        let colleague = scene.acme.investigator().await;
        let theirs = scene.serving.token_of(&colleague).await;
        let photo = scene.author.attaches(&scene.lead, &picture(1), json!({})).await;
        let mut copies = Vec::new();
        for token in [&scene.token, &theirs] {
            let link = link(&scene.serving.opens(token, &photo, "PREVIEW").await);
            let (status, headers, bytes) = scene.serving.fetches(token, &link, None).await;
            assert_eq!((status, headers["content-type"].to_str().unwrap()), (200, "image/jpeg"));
            assert!(headers["content-disposition"].to_str().unwrap().ends_with("window%2Dcopy%2Ejpg"));
            copies.push(bytes);
        }
        assert_ne!(copies[0], copies[1]);
        let seen = scene.author.looks_at(&photo).await.ok();
        let events = seen.list("/evidenceItem/custody/edges");
        let marks: Vec<&str> = events.iter().filter_map(|event| event["node"]["mark"].as_str()).collect();
        assert_eq!((marks.len(), marks[0].len()), (2, 8), "{seen}");
        assert_ne!(marks[0], marks[1]);
        let chat = scene.author.attaches_by(&scene.serving, &scene.lead, &text(100, 1)).await;
        assert_eq!(scene.serving.opens(&scene.token, &chat, "PREVIEW").await.code(), "BAD_USER_INPUT");
        scene.serving.stop().await;
    }

    async fn i38_what_is_strict_is_opened_with_a_purpose_which_the_audit_log_keeps(world: World) {
        let acme = world.brand("Acme").await;
        let author = acme.investigator().await;
        let lead = author.creates(&acme).await;
        let photo = author.attaches(&lead, &picture(1), json!({ "tlp": "AMBER_STRICT" })).await;
        assert_eq!(author.looks_at(&photo).await.ok().data("/evidenceItem/thumbnailUrl"), &Value::Null);
        let input = |purpose: &str| json!({ "id": photo.public_id(), "rendition": "PREVIEW", "purpose": purpose });
        world.nothing_changes(async { author.evidence_act("openEvidence", input("  ")).await.refused_with("BAD_USER_INPUT") }).await;
        author.evidence_act("openEvidence", input("comparison with the genuine bag")).await.ok();
        let entries = entity::audit_entry::Entity::find().all(world.app.db.read()).await.unwrap();
        let opened = entries.iter().find(|entry| entry.action == "openEvidence").unwrap();
        assert!(opened.detail.contains("comparison with the genuine bag") && opened.detail.contains("AMBER_STRICT"));
    }

    async fn files_that_nobody_may_send_or_nobody_wants_leave_nothing_behind(world: World) {
        let scene = scene(&world, &[("limit_file_bytes", "100000")]).await;
        let finance = scene.serving.token_of(&scene.acme.person(&[Role::Mf]).await).await;
        let post = || scene.serving.http.post(format!("{}/files", scene.serving.url));
        world
            .nothing_changes_but(&["session", "refresh_token"], async {
                for (token, bytes, status, code) in [
                    (Some(&scene.token), text(100_001, 1), 413, "LIMIT_EXCEEDED"),
                    (Some(&scene.token), b"MZ\x90\0\x03\0\0\0".to_vec(), 415, "BAD_USER_INPUT"),
                    (Some(&scene.token), Vec::new(), 400, "BAD_USER_INPUT"),
                    (Some(&finance), picture(1), 403, "FORBIDDEN"),
                    (None, picture(1), 401, "UNAUTHENTICATED"),
                    (Some(&"nonsense".to_owned()), picture(1), 401, "UNAUTHENTICATED"),
                ] {
                    let request = match token {
                        Some(token) => post().bearer_auth(token),
                        None => post(),
                    };
                    let answer = scene.serving.send(request.body(bytes)).await;
                    assert_eq!((answer.status.as_u16(), answer.code().as_str()), (status, code), "{answer:?}");
                }
                // Without a word of how much comes: what is too much is noticed on the way.
                let pieces = (0..4).map(|seed| Ok::<_, std::io::Error>(text(60_000, seed)));
                let body = reqwest::Body::wrap_stream(futures_util::stream::iter(pieces));
                let answer = scene.serving.send(post().bearer_auth(&scene.token).body(body)).await;
                assert_eq!(answer.status, 413);
            })
            .await;
        assert_eq!(files_below(&world.folder.join("files")), Vec::<String>::new());
        scene.serving.stop().await;
    }

    async fn who_sends_nothing_more_is_not_waited_for(world: World) {
        let scene = scene(&world, &[("limit_sending_seconds", "1")]).await;
        let piece = futures_util::stream::iter([Ok::<_, std::io::Error>(text(10, 1))]);
        let body = futures_util::StreamExt::chain(piece, futures_util::stream::pending());
        let request = scene.serving.http.post(format!("{}/files", scene.serving.url)).bearer_auth(&scene.token);
        let answer = scene.serving.send(request.body(reqwest::Body::wrap_stream(body))).await;
        assert_eq!((answer.status.as_u16(), answer.code().as_str()), (408, "BAD_USER_INPUT"));
        assert_eq!(files_below(&world.folder.join("files")), Vec::<String>::new());
        scene.serving.stop().await;
    }

    async fn what_nobody_attached_is_gone_after_its_hours_and_what_died_half_way_after_a_day(world: World) {
        let acme = world.brand("Acme").await;
        let author = acme.investigator().await;
        let lead = author.creates(&acme).await;
        let kept = author.attaches(&lead, &picture(1), json!({})).await;
        author.uploads(&picture(2), "left.png").await;
        author.uploads(&picture(1), "same.png").await;
        let folder = world.folder.join("files");
        assert_eq!(files_below(&folder).len(), 2);
        assert_eq!(jobs::tidy(&world.app).await.unwrap(), 0, "there is time still");
        world.after_hours(25);
        // A file without a row, as a process leaves it that dies between the two.
        let lost = folder.join("sha256/ab/ab");
        fs::create_dir_all(&lost).unwrap();
        fs::write(lost.join(format!("{}.{}", "ab".repeat(32), world.id().simple())), b"lost").unwrap();
        fs::write(folder.join("incoming/half#1"), b"half").unwrap();
        assert_eq!(jobs::tidy(&world.app).await.unwrap(), 1);
        // Real files carry the machine's time, which the world's clock passes later.
        world.after_days(3_000);
        assert_eq!(jobs::tidy(&world.app).await.unwrap(), 1);
        assert_eq!(files_below(&folder).len(), 1);
        assert!(kept.path().await.is_file());
        assert_eq!(world.evidence_faults().await, Vec::<String>::new());
        assert!(entity::upload::Entity::find().all(world.app.db.read()).await.unwrap().is_empty());
    }

    async fn somebody_who_attaches_nothing_may_not_send_for_ever(world: World) {
        let acme = world.brand("Acme").await;
        let author = acme.investigator().await;
        for seed in 0..50 {
            author.uploads(&text(20, seed), "a.txt").await;
        }
        let refused = author.sends_file(&text(20, 99), "a.txt").await;
        assert!(matches!(refused, Err(evidence::NotReceived::Refused(error)) if error.code.as_str() == "LIMIT_EXCEEDED"));
    }

    async fn a_backup_brings_evidence_back(world: World) {
        use touchstone::{backups, platform::files::Files};
        let acme = world.brand("Acme").await;
        let author = acme.investigator().await;
        let lead = author.creates(&acme).await;
        let photo = author.attaches(&lead, &picture(1), json!({})).await;
        let into = tempfile::tempdir().unwrap();
        let manifest = backups::take(&world.app, &into.path().join("copy")).await.unwrap();
        let sha256 = photo.row().await.sha256.unwrap();
        let copied = manifest.files.iter().find(|file| file.path.contains(&sha256)).unwrap();
        assert!(copied.path.starts_with("files/files/sha256/") && copied.sha256 == sha256);
        // Lost, and put back where a restore puts it.
        let path = photo.path().await;
        fs::remove_file(&path).unwrap();
        fs::copy(into.path().join("copy").join(&copied.path), &path).unwrap();
        assert_eq!(world.evidence_faults().await, Vec::<String>::new());
        assert!(Files::new(&world.app.config).folder().is_some());
    }

    /// Whatever somebody writes into the row of a file, the chain knows what was hashed.
    async fn i16_a_hash_that_was_exchanged_is_found_out(world: World) {
        let acme = world.brand("Acme").await;
        let author = acme.investigator().await;
        let lead = author.creates(&acme).await;
        let photo = author.attaches(&lead, &picture(1), json!({})).await;
        let row = entity::file_object::ActiveModel {
            id: Set(photo.row().await.file_id.unwrap()),
            chunks: Set("ab".repeat(32)),
            ..Default::default()
        };
        entity::file_object::Entity::update(row).exec(world.app.db.write()).await.unwrap();
        assert_eq!(world.evidence_faults().await, ["its hash is not the one that was written down"]);
    }
}
