//! `touchstone doctor`: what it finds, how it ends, and what it never says.

use std::{fs, os::unix::fs::PermissionsExt as _};

use serde_json::Value;
use touchstone::audit;

use super::{complained, printed, program};
use crate::{both_databases, mail::smtp::Smtp, support::World};

/// The doctor's report, whether it ended well, and all it said.
async fn examined(world: &World, more: &[&str]) -> (Value, Option<i32>, String) {
    let output = program(&world.url, &world.folder, &[&["doctor", "--json"], more].concat()).await;
    let said = printed(&output) + &complained(&output);
    let report = serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("no JSON: {said}"));
    (report, output.status.code(), said)
}

fn state<'a>(report: &'a Value, name: &str) -> &'a str {
    let mut checks = report["checks"].as_array().unwrap().iter();
    let check = checks.find(|check| check["name"] == name);
    check.unwrap_or_else(|| panic!("no {name} in {report:#}"))["state"]
        .as_str()
        .unwrap()
}

/// The states of the checks that did not end well.
fn failed(report: &Value) -> Vec<&str> {
    let checks = report["checks"].as_array().unwrap().iter();
    checks
        .filter(|check| check["state"] == "failed")
        .map(|check| check["name"].as_str().unwrap())
        .collect()
}

/// Keys are made by the first start.
async fn started_once(world: &World) {
    fs::set_permissions(&world.folder, fs::Permissions::from_mode(0o700)).unwrap();
    let output = program(&world.url, &world.folder, &["migrate"]).await;
    assert!(output.status.success(), "{output:?}");
}

both_databases! {
    async fn a_service_that_is_well_is_found_well_and_left_as_it_was(world: World) {
        started_once(&world).await;
        let (report, code, _) = world.nothing_changes(examined(&world, &[])).await;
        assert_eq!((failed(&report), code), (vec![], Some(0)), "{report:#}");
        assert_eq!((state(&report, "database"), state(&report, "connection"), state(&report, "audit"), state(&report, "clock")), ("ok", "ok", "ok", "ok"));
        assert_eq!((state(&report, "backup"), state(&report, "jobs")), ("warning", "warning"), "neither has happened");
        assert_eq!(state(&report, "fonts"), "ok", "scripts/ensure cjk-font");
        let place = tempfile::tempdir().unwrap();
        let backup = place.path().join("backup");
        assert!(program(&world.url, &world.folder, &["backup", backup.to_str().unwrap()]).await.status.success());
        let (report, ..) = examined(&world, &[]).await;
        assert_eq!(state(&report, "backup"), "ok");
        let people = program(&world.url, &world.folder, &["doctor"]).await;
        assert!(people.status.success() && printed(&people).contains("ok       database"), "{people:?}");
    }

    async fn keys_that_others_can_read_and_folders_they_can_enter_are_found(world: World) {
        started_once(&world).await;
        let key = world.folder.join("keys/secret.key");
        fs::set_permissions(&key, fs::Permissions::from_mode(0o644)).unwrap();
        let (report, code, _) = examined(&world, &[]).await;
        assert_eq!((failed(&report), code), (vec!["keys"], Some(1)), "{report:#}");
        assert_eq!(state(&report, "audit"), "skipped");
        fs::set_permissions(&key, fs::Permissions::from_mode(0o600)).unwrap();
        fs::set_permissions(&world.folder, fs::Permissions::from_mode(0o755)).unwrap();
        let (report, code, _) = examined(&world, &[]).await;
        assert_eq!((failed(&report), code), (vec!["folder"], Some(1)), "{report:#}");
        fs::remove_dir_all(world.folder.join("keys")).unwrap();
        let (report, ..) = examined(&world, &[]).await;
        assert_eq!(state(&report, "keys"), "failed");
        assert!(!world.folder.join("keys").exists(), "it looks and makes nothing");
    }

    async fn an_audit_log_that_waits_or_lost_its_end_is_found(world: World) {
        started_once(&world).await;
        let acme = world.brand("Acme").await;
        let author = acme.investigator().await;
        author.creates(&acme).await;
        let (report, code, _) = examined(&world, &[]).await;
        assert_eq!((failed(&report).contains(&"audit"), code), (true, Some(1)), "{report:#}");
        audit::seal(&world.app).await.unwrap();
        audit::checkpoint(&world.app).await.unwrap();
        let (report, ..) = examined(&world, &[]).await;
        assert_eq!(state(&report, "audit"), "ok", "{report:#}");
        fs::remove_file(world.folder.join("audit/checkpoints.jsonl")).unwrap();
        let (report, ..) = examined(&world, &[]).await;
        assert_eq!(state(&report, "audit"), "failed", "{report:#}");
    }
}

#[test]
fn what_is_wrong_is_named_and_no_secret_is() {
    crate::support::in_world(crate::support::Backend::Sqlite, async |world| {
        started_once(&world).await;
        let closed = std::net::TcpListener::bind("127.0.0.1:0")
            .unwrap()
            .local_addr()
            .unwrap();
        let url = format!("postgres://ann:hunter2@{closed}/alliance");
        let output = program(&url, &world.folder, &["doctor", "--json"]).await;
        let said = printed(&output) + &complained(&output);
        assert_eq!(output.status.code(), Some(1));
        let report: Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(
            (failed(&report), state(&report, "audit")),
            (vec!["database"], "skipped")
        );
        assert!(!said.contains("hunter2"), "{said}");

        let settings = world.folder.join("settings.toml");
        let with = |text: &str| fs::write(&settings, text).unwrap();
        let config = ["--config", settings.to_str().unwrap()];
        with("public_url = \"http://portal.example/\"\n");
        let (report, code, _) = examined(&world, &config).await;
        assert_eq!((failed(&report), code), (vec!["addresses"], Some(1)));
        with("public_url = \"https://portal.example/\"\n");
        let (report, code, _) = examined(&world, &config).await;
        assert_eq!((state(&report, "addresses"), code), ("warning", Some(0)));
        with("public_url = \"https://portal.example/\"\nclient_address_header = \"x-forwarded-for\"\n");
        let (report, ..) = examined(&world, &config).await;
        assert_eq!(state(&report, "addresses"), "ok");
        with("session_days = 0\nmail_url = \"smtp://ann:hunter2@h?tls=perhaps\"\n");
        let (report, code, said) = examined(&world, &config).await;
        assert_eq!((failed(&report), code), (vec!["settings"], Some(1)));
        assert!(said.contains("session_days") && !said.contains("hunter2"), "{said}");
        with("demo = true\nlisten = \"0.0.0.0:8080\"\n");
        let (report, ..) = examined(&world, &config).await;
        assert_eq!(state(&report, "settings"), "failed");
    });
}

#[test]
fn the_mail_server_is_greeted_and_gets_no_mail() {
    crate::support::in_world(crate::support::Backend::Sqlite, async |world| {
        started_once(&world).await;
        let server = Smtp::start("accept", &world.folder);
        let settings = world.folder.join("settings.toml");
        let config = ["--config", settings.to_str().unwrap()];
        fs::write(&settings, format!("mail_url = \"{}\"\n", server.url(|url| url))).unwrap();
        let (report, code, _) = examined(&world, &config).await;
        assert_eq!((state(&report, "mail"), code), ("ok", Some(0)), "{report:#}");
        let wrong = server.url(|url| url.replacen("://", "://stranger", 1));
        fs::write(&settings, format!("mail_url = \"{wrong}\"\n")).unwrap();
        let (report, code, said) = examined(&world, &config).await;
        assert_eq!((state(&report, "mail"), code), ("failed", Some(1)), "{report:#}");
        assert!(!said.contains("stranger"), "{said}");
        assert_eq!(server.rest(), 0, "no mail was handed over");
    });
}
