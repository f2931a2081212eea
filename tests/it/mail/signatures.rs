//! Mails are signed so that an implementation of another language takes the signature, with RSA and with Ed25519.

use std::path::Path;

use jiff::Timestamp;
use touchstone::platform::{
    config::Config,
    email::{Delivered, Letter, Mailer, dkim_record},
};
use url::Url;

use crate::support::judged;

fn letter() -> Letter {
    Letter {
        name: "林 Ann".to_owned(),
        address: "ann@brand.example".to_owned(),
        subject: "今日线索：3 条逾期，12 条待确认，还有许多其他内容需要您在门户中查看".to_owned(),
        html: "<p>一  two</p>\n\n<p>. dot</p>".to_owned(),
        text: "一 \n.\ntwo  words\n\n\n".to_owned(),
        pictures: Vec::new(),
        unsubscribe: Url::parse(&format!("https://portal.example/unsubscribe?token={}", "a".repeat(70))).ok(),
        message_id: "digest.1@portal.example".to_owned(),
        at: Timestamp::UNIX_EPOCH,
    }
}

/// The signed mail, and the text of the record that says how to verify it.
async fn signed(folder: &Path, key: &str) -> (Vec<u8>, String) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let key = root.join("tests/it/mail/dkim").join(key);
    let flags = [
        ("data_dir", folder.display().to_string()),
        ("dkim_domain", "alliance.example".to_owned()),
        ("dkim_key", key.display().to_string()),
    ];
    let config = Config::with(&flags.into()).unwrap();
    assert_eq!(Mailer::new(&config).unwrap().send(&letter()).await, Delivered::Sent);
    let file = std::fs::read_dir(folder.join("mail")).unwrap().next().unwrap().unwrap();
    let (_, record) = dkim_record(&config).unwrap().unwrap();
    (std::fs::read(file.path()).unwrap(), record)
}

/// What the verifier exits with.
fn verified(mail: &[u8], record: &str) -> i32 {
    judged("dkim.py", &[record], mail)
}

#[tokio::test]
async fn a_signature_is_good_and_a_changed_mail_is_not() {
    for key in ["rsa.pem", "ed25519.pem"] {
        let folder = tempfile::tempdir().unwrap();
        let (mail, record) = signed(folder.path(), key).await;
        assert_eq!(verified(&mail, &record), 0, "{key}: {}", String::from_utf8_lossy(&mail));
        let text = String::from_utf8(mail).unwrap();
        let changed = text.replace("Message-ID: <digest.1@", "Message-ID: <digest.2@");
        assert_ne!(changed, text);
        assert_eq!(verified(changed.as_bytes(), &record), 1, "{key}");
    }
}
