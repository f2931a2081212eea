//! Mails as they are written, and the settings.

use super::*;

fn letter() -> Letter {
    Letter {
        name: "林 Ann".to_owned(),
        address: "ann@brand.example".to_owned(),
        subject: "今日线索".to_owned(),
        html: "<p>一</p>".to_owned(),
        text: "一".to_owned(),
        pictures: Vec::new(),
        unsubscribe: Url::parse(&format!("https://portal.example/unsubscribe?token={}", "a".repeat(70))).ok(),
        message_id: "digest.1@portal.example".to_owned(),
        at: Timestamp::UNIX_EPOCH,
    }
}

#[tokio::test]
async fn a_mail_in_the_folder_has_the_headers_of_a_list() {
    let folder = tempfile::tempdir().unwrap();
    let flags = [("data_dir", folder.path().display().to_string())].into();
    let config = Config::with(&flags).unwrap();
    let mailer = Mailer::new(&config).unwrap();
    assert_eq!(mailer.send(&letter()).await, Delivered::Sent);
    assert_eq!(mailer.send(&letter()).await, Delivered::Sent);
    let files: Vec<_> = fs::read_dir(super::folder(&config)).unwrap().collect();
    assert_eq!(files.len(), 1, "the same mail is the same file");
    let text = fs::read_to_string(files[0].as_ref().unwrap().path()).unwrap();
    let unfolded = text.replace("\r\n ", " ");
    for line in [
        "Message-ID: <digest.1@portal.example>",
        "List-Unsubscribe-Post: List-Unsubscribe=One-Click",
        "Auto-Submitted: auto-generated",
        "Content-Type: multipart/alternative",
    ] {
        assert!(unfolded.contains(line), "{line} in {unfolded}");
    }
    let link = format!("<https://portal.example/unsubscribe?token={}>", "a".repeat(70));
    assert!(unfolded.contains(&link), "{unfolded}");
}

#[test]
fn the_url_says_how_the_connection_is_protected() {
    let smtp = |url: &str| Smtp::new(url, Waits::default()).ok();
    let protection = |url: &str| smtp(url).map(|smtp| (smtp.protection, smtp.port));
    assert_eq!(protection("smtp://mail.example"), Some((Protection::Required, 587)));
    assert_eq!(protection("smtps://mail.example"), Some((Protection::Wrapped, 465)));
    assert_eq!(protection("smtp://h:25?tls=none"), Some((Protection::None, 25)));
    assert_eq!(protection("smtps://h?tls=none"), None);
    assert_eq!(protection("smtp://h?ca=/nowhere"), None);
    let named = smtp("smtp://a%40b:p%2Bq%20r@h").and_then(|smtp| smtp.credentials);
    assert_eq!(named, Some(Credentials::new("a@b".to_owned(), "p+q r".to_owned())));
}

#[test]
fn what_comes_back_goes_to_an_address_of_its_own() {
    let config = Config::with(&[("data_dir", "./nowhere".to_owned())].into()).unwrap();
    let mailer = Mailer::new(&config).unwrap();
    let message = mailer.message(&letter(), Some("bounces+1.a@portal.example")).unwrap();
    let from = message.envelope().from().map(ToString::to_string);
    assert_eq!(from.as_deref(), Some("bounces+1.a@portal.example"));
    let text = String::from_utf8(message.formatted()).unwrap();
    assert!(
        text.contains("From: Touchstone <no-reply@touchstone.invalid>") && !text.contains("bounces"),
        "{text}"
    );
}

#[test]
fn settings_of_what_comes_back_are_looked_at() {
    let mistakes = |flags: &[(&'static str, &str)]| {
        let flags = flags.iter().map(|(key, value)| (*key, (*value).to_owned())).collect();
        Config::with(&flags).err().map(|mistakes| mistakes.to_string())
    };
    assert_eq!(mistakes(&[("bounce_address", "bounces@portal.example")]), None);
    for (flags, key) in [
        ([("bounce_address", "nowhere"), ("bounce_dir", "")], "bounce_address:"),
        ([("bounce_address", ""), ("bounce_dir", "/var/mail")], "bounce_dir:"),
        (
            [
                ("bounce_address", "a-name-that-is-far-too-long@portal.example"),
                ("bounce_dir", ""),
            ],
            "bounce_address:",
        ),
        ([("dkim_key", "/nowhere"), ("dkim_domain", "")], "dkim_key:"),
        (
            [("dkim_key", "/nowhere"), ("dkim_domain", "portal.example")],
            "dkim_key:",
        ),
        (
            [("dkim_selector", "a b"), ("dkim_domain", "portal.example")],
            "dkim_selector:",
        ),
    ] {
        let said = mistakes(&flags).unwrap();
        assert!(said.contains(key), "{key} in {said}");
    }
}
