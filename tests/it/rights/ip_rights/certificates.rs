//! Certificates of rights: who adds, opens and removes them, what is kept, and that no byte of them changes.

use std::{fs, path::PathBuf};

use sea_orm::{ColumnTrait as _, ConnectionTrait as _, EntityTrait as _, QueryFilter as _};
use sha2::{Digest as _, Sha256};
use touchstone::{
    evidence::jobs,
    platform::ids::{IdKind, decode_as},
    rights,
};

use super::*;
use crate::{
    both_databases,
    support::{picture, text},
    transport::serving::{Answer, Serving},
};

const CERTIFICATES: &str = "query($id: ID!) { ipRight(id: $id) { version mayAddCertificate certificates {
    id title fileName mediaType bytes sha256 verified quarantined mayRemove handedInAt addedBy { name } } } }";
const OPEN: &str = "mutation($input: OpenCertificateInput!) { openCertificate(input: $input) {
    url expiresAt userErrors { code field } } }";

/// A PDF of so many bytes and some; `seed` makes it another one.
fn pdf(bytes: usize, seed: u8) -> Vec<u8> {
    [b"%PDF-1.7\n".to_vec(), text(bytes, seed)].concat()
}

async fn certificates(person: &Person, right: &str) -> Response {
    person.graphql(CERTIFICATES, json!({ "id": right })).await.ok()
}

async fn version(person: &Person, right: &str) -> i64 {
    certificates(person, right).await.number("/ipRight/version")
}

/// Asks to add an upload to a right in the version it has now.
async fn asks_to_add(person: &Person, right: &str, upload: &str, more: Value) -> Response {
    let version = version(person, right).await;
    let input = with(
        json!({ "rightId": right, "expectedVersion": version, "uploadId": upload }),
        more,
    );
    let document = "mutation($input: AddCertificateInput!) { addCertificate(input: $input) {
        ipRight { version certificates { id } } userErrors { code field } } }";
    person.graphql(document, json!({ "input": input })).await
}

/// Sends a file and adds it to a right; the certificate's id.
async fn adds(person: &Person, right: &str, bytes: &[u8]) -> String {
    let upload = person.uploads(bytes, "certificate.pdf").await;
    let added = asks_to_add(person, right, &upload, json!({})).await.ok();
    added
        .texts("/addCertificate/ipRight/certificates", "/id")
        .pop()
        .unwrap()
}

async fn removes(person: &Person, right: &str, certificate: &str) -> Response {
    let version = version(person, right).await;
    let document = "mutation($input: RemoveCertificateInput!) { removeCertificate(input: $input) {
        ipRight { version } userErrors { code field } } }";
    let input = json!({ "id": certificate, "expectedVersion": version });
    person.graphql(document, json!({ "input": input })).await
}

async fn opens(person: &Person, certificate: &str) -> Response {
    person.graphql(OPEN, json!({ "input": { "id": certificate } })).await
}

/// A link to a certificate, by a token.
async fn link(serving: &Serving, token: &str, certificate: &str) -> String {
    let answer: Answer = serving
        .ask_as(token, OPEN, json!({ "input": { "id": certificate } }))
        .await;
    let url = answer.data("/openCertificate/url");
    url.as_str().unwrap_or_else(|| panic!("{answer:?}")).to_owned()
}

/// Where the bytes of a certificate are.
async fn path(world: &World, certificate: &str) -> PathBuf {
    let id = decode_as(IdKind::Certificate, certificate).unwrap();
    let found = entity::ip_right_certificate::Entity::find_by_id(id);
    let row = found.one(world.app.db.read()).await.unwrap().unwrap();
    let kept = world.folder.join("files/sha256");
    let name = format!("{}.{}", row.sha256, row.file_id.simple());
    kept.join(&row.sha256[..2]).join(&row.sha256[2..4]).join(name)
}

/// How often the audit log has a verb.
async fn audited(world: &World, verb: &str) -> usize {
    let entries = entity::audit_entry::Entity::find().filter(entity::audit_entry::Column::Action.eq(verb));
    entries.all(world.app.db.read()).await.unwrap().len()
}

both_databases! {
    async fn a_certificate_is_added_and_given_back_as_it_came(world: World) {
        let serving = Serving::of(&world).await;
        let acme = world.brand("Acme").await;
        let admin = acme.admin().await;
        let right = enters(&admin, &acme, json!({})).await;
        let bytes = pdf(2_500_000, 1);
        let upload = admin.uploads(&bytes, "注册证 1.pdf").await;
        let added = asks_to_add(&admin, &right, &upload, json!({ "title": " The registration " })).await.ok();
        assert_eq!(added.number("/addCertificate/ipRight/version"), 2, "who looks at the right sees that it changed");
        let seen = certificates(&admin, &right).await;
        let found = seen.list("/ipRight/certificates");
        assert_eq!(found.len(), 1);
        let id = found[0]["id"].as_str().unwrap();
        assert_eq!(
            found[0],
            json!({ "id": id, "title": "The registration", "fileName": "注册证 1.pdf", "mediaType": "application/pdf",
                "bytes": bytes.len(), "sha256": format!("{:x}", Sha256::digest(&bytes)), "verified": false,
                "quarantined": false, "mayRemove": true, "handedInAt": null, "addedBy": { "name": admin.name } })
        );
        let token = serving.token_of(&admin).await;
        let link = link(&serving, &token, id).await;
        assert!(link.starts_with("/certificates/certificate_"), "{link}");
        let (status, headers, whole) = serving.fetches(&token, &link, None).await;
        assert_eq!((status, whole == bytes), (200, true));
        assert_eq!(headers["content-type"], "application/pdf");
        assert_eq!(headers["content-disposition"], "attachment; filename*=UTF-8''%E6%B3%A8%E5%86%8C%E8%AF%81%201%2Epdf");
        assert_eq!(headers["cache-control"], "no-store");
        assert_eq!((audited(&world, "addCertificate").await, audited(&world, "openCertificate").await), (1, 1));
        serving.stop().await;
    }

    /// A certificate is as visible as its right: a draft's to its holder, a submitted one's to the desk, a verified one's to all.
    async fn i21_who_does_not_see_the_right_finds_no_certificate(world: World) {
        let (acme, bolt) = (world.brand("Acme").await, world.brand("Bolt").await);
        let (admin, stranger, desk) = (acme.admin().await, bolt.admin().await, desk(&world).await);
        let right = enters(&admin, &acme, json!({})).await;
        let certificate = adds(&admin, &right, &pdf(100, 1)).await;
        let upload = stranger.uploads(&pdf(100, 2), "a.pdf").await;
        let unknown = (world.unknown(IdKind::Right), world.unknown(IdKind::Certificate));
        world
            .nothing_changes(async {
                for (right, certificate) in [(&right, &certificate), (&unknown.0, &unknown.1)] {
                    let add = json!({ "rightId": right, "expectedVersion": 99, "uploadId": upload, "title": "x".repeat(300) });
                    let document = "mutation($input: AddCertificateInput!) { addCertificate(input: $input) { userErrors { code } } }";
                    stranger.graphql(document, json!({ "input": add })).await.not_found();
                    let remove = json!({ "id": certificate, "expectedVersion": 99 });
                    let document = "mutation($input: RemoveCertificateInput!) { removeCertificate(input: $input) { userErrors { code } } }";
                    stranger.graphql(document, json!({ "input": remove })).await.not_found();
                    opens(&stranger, certificate).await.not_found();
                    opens(&desk, certificate).await.not_found();
                    let node = stranger.graphql("query($id: ID!) { node(id: $id) { id } }", json!({ "id": certificate }));
                    assert_eq!(node.await.ok().data("/node"), &Value::Null);
                }
            })
            .await;
        steps(&admin, "submitIpRight", &right, 2, json!({})).await.ok();
        opens(&desk, &certificate).await.ok();
        opens(&stranger, &certificate).await.not_found();
        steps(&desk, "verifyIpRight", &right, 3, json!({})).await.ok();
        opens(&stranger, &certificate).await.ok();
        let seen = certificates(&stranger, &right).await;
        assert_eq!(seen.data("/ipRight/certificates/0/addedBy"), &Value::Null, "a matter of the holder and the desk");
        assert_eq!(seen.data("/ipRight/certificates/0/verified"), &json!(true));
        assert_eq!(seen.data("/ipRight/mayAddCertificate"), &json!(false));
    }

    async fn i21_a_link_to_a_certificate_opens_nothing_outside_of_its_session_and_its_minutes(world: World) {
        let serving = Serving::of(&world).await;
        let (acme, bolt) = (world.brand("Acme").await, world.brand("Bolt").await);
        let (admin, reader, desk) = (acme.admin().await, bolt.investigator().await, desk(&world).await);
        let right = enters(&admin, &acme, json!({})).await;
        let certificate = adds(&admin, &right, &pdf(100, 1)).await;
        let other = adds(&admin, &right, &pdf(100, 2)).await;
        steps(&admin, "submitIpRight", &right, 3, json!({})).await.ok();
        steps(&desk, "verifyIpRight", &right, 4, json!({})).await.ok();
        let (token, again) = (serving.token_of(&reader).await, serving.token_of(&reader).await);
        let theirs = serving.token_of(&admin).await;
        let own = link(&serving, &token, &certificate).await;
        assert_eq!(serving.fetches(&token, &own, None).await.0, 200);
        let of = |from: &str, to: &str| own.replacen(from, to, 1);
        for (who, link, why) in [
            (&again, own.clone(), "another session of the same person"),
            (&theirs, own.clone(), "another person"),
            (&token, of("code=", "code=A"), "another code"),
            (&token, of("until=1", "until=2"), "a later end"),
            (&token, of(&certificate, &other), "another certificate"),
            (&token, format!("/certificates/{certificate}"), "no code at all"),
            (&token, of("/certificates/", "/files/"), "no evidence"),
        ] {
            assert_eq!(serving.fetches(who, &link, None).await.0, 404, "{why}");
        }
        let nobody = serving.get(&own).await;
        assert_eq!((nobody.status.as_u16(), nobody.code().as_str()), (401, "UNAUTHENTICATED"));
        // Sight is asked for again: a right that was taken back is its holder's matter.
        steps(&admin, "takeBackIpRight", &right, 5, json!({})).await.ok();
        assert_eq!(serving.fetches(&token, &own, None).await.0, 404);
        let mine = link(&serving, &theirs, &certificate).await;
        assert_eq!(serving.fetches(&theirs, &mine, None).await.0, 200);
        world.clock.advance(jiff::SignedDuration::from_mins(5));
        assert_eq!(serving.fetches(&theirs, &mine, None).await.0, 404, "five minutes");
        serving.stop().await;
    }

    /// What somebody may have judged by is not taken away again, not even by a right that is taken back and handed in anew.
    async fn what_was_handed_in_is_kept(world: World) {
        let acme = world.brand("Acme").await;
        let (admin, desk) = (acme.admin().await, desk(&world).await);
        let right = enters(&admin, &acme, json!({})).await;
        let gone = adds(&admin, &right, &pdf(100, 1)).await;
        let first = adds(&admin, &right, &pdf(100, 2)).await;
        removes(&admin, &right, &gone).await.ok();
        opens(&admin, &gone).await.not_found();
        let now = version(&admin, &right).await;
        steps(&admin, "submitIpRight", &right, now, json!({})).await.ok();
        let refused = |certificate: String| {
            let (world, admin, right) = (world.clone(), admin.clone(), right.clone());
            async move { world.nothing_changes(removes(&admin, &right, &certificate)).await.refused_with("TRANSITION_NOT_ALLOWED") }
        };
        refused(first.clone()).await;
        let second = adds(&admin, &right, &pdf(100, 3)).await;
        let now = version(&admin, &right).await;
        steps(&admin, "takeBackIpRight", &right, now, json!({})).await.ok();
        for kept in [&first, &second] {
            refused(kept.clone()).await;
        }
        let slip = adds(&admin, &right, &pdf(100, 4)).await;
        removes(&admin, &right, &slip).await.ok();
        let third = adds(&admin, &right, &pdf(100, 5)).await;
        let now = version(&admin, &right).await;
        steps(&admin, "submitIpRight", &right, now, json!({})).await.ok();
        steps(&desk, "verifyIpRight", &right, now + 1, json!({})).await.ok();
        world.after_hours(1);
        let late = adds(&admin, &right, &pdf(100, 6)).await;
        let seen = certificates(&desk, &right).await;
        assert_eq!(seen.texts("/ipRight/certificates", "/id"), [first.clone(), second, third, late]);
        let verified: Vec<&Value> = seen.list("/ipRight/certificates").iter().map(|each| &each["verified"]).collect();
        assert_eq!(verified, [&json!(true), &json!(true), &json!(true), &json!(false)], "the last one came afterwards");
        // The database refuses it, too.
        let db = world.app.db.write();
        for statement in ["DELETE FROM ip_right_certificate", "UPDATE ip_right_certificate SET handed_in_at = NULL", "UPDATE ip_right_certificate SET sha256 = 'x'"] {
            assert!(db.execute_unprepared(statement).await.is_err(), "{statement}");
        }
        refused(first).await;
    }

    /// A version that somebody has judged by is not one with another certificate.
    async fn nobody_verifies_a_right_without_what_was_added_last(world: World) {
        let acme = world.brand("Acme").await;
        let (admin, desk) = (acme.admin().await, desk(&world).await);
        let right = enters(&admin, &acme, json!({})).await;
        steps(&admin, "submitIpRight", &right, 1, json!({})).await.ok();
        adds(&admin, &right, &pdf(100, 1)).await;
        world.nothing_changes(steps(&desk, "verifyIpRight", &right, 2, json!({}))).await.refused_with("STALE_VERSION");
        steps(&desk, "verifyIpRight", &right, 3, json!({})).await.ok();
        // Of two who add at once, one does.
        let uploads = [admin.uploads(&pdf(100, 2), "a.pdf").await, admin.uploads(&pdf(100, 3), "b.pdf").await];
        let (one, other) = tokio::join!(
            asks_to_add(&admin, &right, &uploads[0], json!({ "expectedVersion": 4 })),
            asks_to_add(&admin, &right, &uploads[1], json!({ "expectedVersion": 4 })),
        );
        let mut codes = [one.error_code(), other.error_code()];
        codes.sort_unstable();
        assert_eq!(codes, [None, Some("STALE_VERSION")]);
    }

    async fn what_is_no_certificate_or_nobody_may_add_is_refused(world: World) {
        let mut acme = world.brand("Acme").await;
        let second = acme.add_brand("Second").await;
        let (admin, desk) = (acme.admin().await, desk(&world).await);
        let of_another_brand = acme.person_for(&[Role::Mi], &[second]).await;
        let finance = acme.person(&[Role::Mf]).await;
        let right = enters(&admin, &acme, json!({})).await;
        for seed in 0..4 {
            adds(&admin, &right, &pdf(100, seed)).await;
        }
        let good = admin.uploads(&picture(1), "scan.png").await;
        let same = admin.uploads(&pdf(100, 0), "again.pdf").await;
        let words = admin.uploads(&text(100, 1), "words.txt").await;
        let large = admin.uploads(&pdf(20 * 1024 * 1024, 1), "large.pdf").await;
        let theirs = of_another_brand.uploads(&pdf(100, 9), "theirs.pdf").await;
        world
            .nothing_changes(async {
                for (upload, more, code, field) in [
                    (&words, json!({}), "BAD_USER_INPUT", "uploadId"),
                    (&large, json!({}), "BAD_USER_INPUT", "uploadId"),
                    (&theirs, json!({}), "BAD_USER_INPUT", "uploadId"),
                    (&world.unknown(IdKind::Upload), json!({}), "BAD_USER_INPUT", "uploadId"),
                    (&same, json!({}), "ALREADY_EXISTS", "uploadId"),
                    (&good, json!({ "title": "x".repeat(201) }), "BAD_USER_INPUT", "title"),
                ] {
                    let answer = asks_to_add(&admin, &right, upload, more).await;
                    answer.refused_with(code);
                    assert_eq!(answer.error_field().as_deref(), Some(field), "{answer}");
                }
                asks_to_add(&admin, &right, &good, json!({ "expectedVersion": 1 })).await.refused_with("STALE_VERSION");
                asks_to_add(&of_another_brand, &right, &theirs, json!({})).await.refused_with("FORBIDDEN");
                asks_to_add(&finance, &right, &theirs, json!({})).await.refused_with("FORBIDDEN");
            })
            .await;
        assert_eq!(certificates(&admin, &right).await.data("/ipRight/mayAddCertificate"), &json!(true));
        asks_to_add(&admin, &right, &good, json!({ "title": "  " })).await.ok();
        let seen = certificates(&admin, &right).await;
        assert_eq!(seen.data("/ipRight/mayAddCertificate"), &json!(false), "five is all");
        assert_eq!((seen.data("/ipRight/certificates/4/title"), seen.text("/ipRight/certificates/4/mediaType")), (&Value::Null, "image/png".to_owned()));
        let sixth = admin.uploads(&pdf(100, 7), "sixth.pdf").await;
        world.nothing_changes(asks_to_add(&admin, &right, &sixth, json!({}))).await.refused_with("BAD_USER_INPUT");
        // A right without effect is left as it was.
        let ended = verified(&acme, &desk, json!({ "registrationNumber": "7654321" })).await;
        steps(&desk, "invalidateIpRight", &ended, 3, json!({ "reason": "a court said so" })).await.ok();
        world.nothing_changes(asks_to_add(&admin, &ended, &sixth, json!({}))).await.refused_with("TRANSITION_NOT_ALLOWED");
    }

    async fn an_agent_keeps_the_certificates_of_its_principal(world: World) {
        let acme = world.brand("Acme").await;
        let firm = world.agent_firm("Firm").await;
        let (admin, agent) = (acme.admin().await, firm.agent_for(&acme).await);
        let right = enters(&admin, &acme, json!({})).await;
        let certificate = adds(&agent, &right, &pdf(100, 1)).await;
        let seen = certificates(&admin, &right).await;
        assert_eq!(seen.text("/ipRight/certificates/0/addedBy/name"), agent.name);
        removes(&agent, &right, &certificate).await.ok();
    }

    async fn i16_changed_bytes_are_given_to_nobody_until_they_are_what_they_were(world: World) {
        let serving = Serving::of(&world).await;
        let acme = world.brand("Acme").await;
        let admin = acme.admin().await;
        let right = enters(&admin, &acme, json!({})).await;
        let (spoiled, lost) = (adds(&admin, &right, &pdf(3_000_000, 1)).await, adds(&admin, &right, &pdf(100, 2)).await);
        let good = adds(&admin, &right, &pdf(100, 3)).await;
        let token = serving.token_of(&admin).await;
        let opened = link(&serving, &token, &spoiled).await;
        let (changed, gone) = (path(&world, &spoiled).await, path(&world, &lost).await);
        let (bytes, missing) = (fs::read(&changed).unwrap(), fs::read(&gone).unwrap());
        let mut other = bytes.clone();
        other[2_000_000] ^= 1;
        fs::write(&changed, other).unwrap();
        fs::remove_file(&gone).unwrap();
        for _ in 0..2 {
            assert_eq!(serving.fetches(&token, &opened, None).await.0, 409);
        }
        assert_eq!(audited(&world, "quarantineCertificate").await, 1, "told once");
        assert!(serving.app.metrics.render(&[]).contains("touchstone_evidence_quarantined_total 1"));
        opens(&admin, &spoiled).await.refused_with("TRANSITION_NOT_ALLOWED");
        let quarantined = certificates(&admin, &right).await;
        let told: Vec<&Value> = quarantined.list("/ipRight/certificates").iter().map(|each| &each["quarantined"]).collect();
        assert_eq!(told, [&json!(true), &json!(false), &json!(false)]);
        let report = rights::verify_certificates(&world.app).await.unwrap();
        let faults: Vec<&str> = report.faults.iter().map(|fault| fault.what.as_str()).collect();
        assert_eq!((report.certificates, faults), (3, vec!["its bytes are not what they were"; 2]));
        opens(&admin, &good).await.ok();
        // Put back from a backup, and found to be what they were.
        fs::write(&changed, bytes).unwrap();
        fs::write(&gone, missing).unwrap();
        opens(&admin, &lost).await.refused_with("TRANSITION_NOT_ALLOWED");
        let report = rights::verify_certificates(&world.app).await.unwrap();
        assert!(report.faults.is_empty(), "{report:?}");
        assert_eq!(audited(&world, "releaseCertificate").await, 2);
        let again = link(&serving, &token, &spoiled).await;
        assert_eq!(serving.fetches(&token, &again, None).await.0, 200);
        serving.stop().await;
    }

    /// The store tidies up after uploads that nobody attached; a certificate is no such upload.
    async fn tidying_keeps_what_certificates_are_made_of(world: World) {
        let acme = world.brand("Acme").await;
        let admin = acme.admin().await;
        let right = enters(&admin, &acme, json!({})).await;
        let other = enters(&admin, &acme, json!({ "registrationNumber": "7654321" })).await;
        let (kept, removed) = (adds(&admin, &right, &pdf(100, 1)).await, adds(&admin, &right, &pdf(100, 2)).await);
        let discarded = adds(&admin, &other, &pdf(100, 3)).await;
        // The same bytes once more, which nobody attaches.
        admin.uploads(&pdf(100, 1), "same.pdf").await;
        world.after_hours(25);
        assert_eq!(jobs::tidy(&world.app).await.unwrap(), 0);
        let [kept, gone, thrown] = [path(&world, &kept).await, path(&world, &removed).await, path(&world, &discarded).await];
        removes(&admin, &right, &removed).await.ok();
        let discard = "mutation($input: IpRightTransitionInput!) { discardIpRight(input: $input) { discardedId userErrors { code } } }";
        let input = json!({ "id": other, "expectedVersion": version(&admin, &other).await });
        admin.graphql(discard, json!({ "input": input })).await.ok();
        assert_eq!(jobs::tidy(&world.app).await.unwrap(), 2);
        assert!(kept.is_file() && !gone.exists() && !thrown.exists());
        assert!(rights::verify_certificates(&world.app).await.unwrap().faults.is_empty());
    }

    async fn a_page_of_rights_reads_its_certificates_at_once(world: World) {
        let acme = world.brand("Acme").await;
        let admin = acme.admin().await;
        for (place, seeds) in [0..1, 1..4, 4..6].into_iter().enumerate() {
            let number = format!("123456{place}");
            let right = enters(&admin, &acme, json!({ "registrationNumber": number })).await;
            for seed in seeds {
                adds(&admin, &right, &pdf(100, seed)).await;
            }
        }
        let document = "query($first: Int) { ipRights(first: $first) { nodes { id mayAddCertificate certificates {
            id title sha256 mayRemove addedBy { name } } } } }";
        let mut counts = Vec::new();
        for first in [1, 3, 1, 3] {
            let asked = admin.graphql(document, json!({ "first": first }));
            let (answer, statements) = world.counting_statements(asked).await;
            assert_eq!(answer.ok().list("/ipRights/nodes").len(), first);
            counts.push(statements);
        }
        assert_eq!(counts[2], counts[3], "{counts:?}");
    }
}
