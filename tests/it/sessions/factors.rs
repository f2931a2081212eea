//! The second factor: an authenticator app and recovery codes.

use entity::{audit_entry, mail, recovery_code, totp};
use futures_util::future::join_all;
use jiff::SignedDuration;
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _, QueryOrder as _};
use serde_json::{Value, json};

use crate::{
    both_databases,
    support::{PASSWORD, Person, World},
    transport::serving::{Answer, Serving, with_password},
};

pub const START: &str =
    "mutation($input: PasswordInput!) { startTotp(input: $input) { secret uri userErrors { code field } } }";
pub const CONFIRM: &str = "mutation($input: ConfirmTotpInput!) { confirmTotp(input: $input) { recoveryCodes \
     viewer { permissions { action } account { passwordSet secondFactor { required enrolled totpSince recoveryCodesLeft } } } \
     userErrors { code field } } }";
pub const REMOVE: &str = "mutation($input: PasswordInput!) { removeTotp(input: $input) { \
     viewer { account { secondFactor { enrolled recoveryCodesLeft } } } userErrors { code field } } }";
const RENEW: &str =
    "mutation($input: PasswordInput!) { renewRecoveryCodes(input: $input) { recoveryCodes userErrors { code } } }";

/// What somebody gets who has just set up an app.
pub struct Enrolled {
    pub secret: String,
    pub codes: Vec<String>,
}

/// The code that an app with this secret shows now.
pub fn code_of(world: &World, secret: &str) -> String {
    let secret = totp_rs::Secret::try_from_base32(secret).unwrap();
    let app = totp_rs::Builder::new().with_secret(secret).build().unwrap();
    app.generate(u64::try_from(world.now().as_second()).unwrap())
        .to_string()
}

/// Moves the clock to the next code.
pub fn next_code(world: &World) {
    world.clock.advance(SignedDuration::from_secs(30));
}

pub fn password() -> Value {
    json!({"input": {"password": PASSWORD}})
}

/// Sets an app up for whoever has the token.
pub async fn enrols(world: &World, serving: &Serving, token: &str) -> Enrolled {
    let started = serving.ask_as(token, START, password()).await;
    let secret = started.data("/startTotp/secret").as_str().unwrap().to_owned();
    let input = json!({"input": {"code": code_of(world, &secret)}});
    let confirmed = serving.ask_as(token, CONFIRM, input).await;
    assert_eq!(confirmed.code(), "", "{confirmed:?}");
    let codes = serde_json::from_value(confirmed.data("/confirmTotp/recoveryCodes")).unwrap();
    Enrolled { secret, codes }
}

/// A person with an app, and the codes it got.
async fn enrolled(world: &World, serving: &Serving) -> (Person, Enrolled) {
    let person = world.brand("Acme").await.investigator().await;
    let token = serving.token_of(&person).await;
    let enrolled = enrols(world, serving, &token).await;
    (person, enrolled)
}

/// The token of the challenge that a sign-in with the password gives.
async fn challenged(serving: &Serving, person: &Person) -> String {
    let answer = serving.sign_in(&person.email, PASSWORD).await;
    let token = answer.data("/signIn/secondFactor/token");
    token
        .as_str()
        .unwrap_or_else(|| panic!("no challenge: {answer:?}"))
        .to_owned()
}

fn is_in(answer: &Answer) -> bool {
    answer.code().is_empty() && answer.data("/completeSignIn/accessToken").is_string()
}

/// The kinds of the mails that wait for a person.
pub async fn told(world: &World, person: &Person) -> Vec<String> {
    let mails = mail::Entity::find()
        .filter(mail::Column::PersonId.eq(person.id))
        .order_by_asc(mail::Column::CreatedAt)
        .order_by_asc(mail::Column::Id);
    let mails = mails.all(world.app.db.read()).await.unwrap();
    mails.into_iter().map(|mail| mail.kind).collect()
}

both_databases! {
    async fn an_app_is_set_up_in_two_steps_and_asked_for_from_then_on(world: World) {
        let serving = Serving::of(&world).await;
        let person = world.brand("Acme").await.investigator().await;
        let token = serving.token_of(&person).await;
        let wrong = json!({"input": {"password": "not the password"}});
        let refused = world.nothing_changes_but(&["sign_in_failure", "audit_entry", "audit_pending"], serving.ask_as(&token, START, wrong)).await;
        assert_eq!((refused.code().as_str(), refused.data("/startTotp/secret")), ("SIGN_IN_FAILED", Value::Null));

        let started = serving.ask_as(&token, START, password()).await;
        let secret = started.data("/startTotp/secret").as_str().unwrap().to_owned();
        let uri = started.data("/startTotp/uri").as_str().unwrap().to_owned();
        assert!(uri.starts_with("otpauth://totp/Touchstone:") && uri.contains(&secret), "{uri}");
        assert!(serving.sign_in(&person.email, PASSWORD).await.data("/signIn/accessToken").is_string(), "not asked for yet");

        let wrong = json!({"input": {"code": "000000"}});
        let refused = world.nothing_changes(serving.ask_as(&token, CONFIRM, wrong)).await;
        assert_eq!((refused.code().as_str(), refused.data("/confirmTotp/userErrors/0/field")), ("SECOND_FACTOR_FAILED", json!(["code"])));
        let right = json!({"input": {"code": code_of(&world, &secret)}});
        let confirmed = serving.ask_as(&token, CONFIRM, right).await;
        let account = confirmed.data("/confirmTotp/viewer/account");
        assert_eq!(account["secondFactor"]["recoveryCodesLeft"], json!(10), "{confirmed:?}");
        assert_eq!((&account["passwordSet"], &account["secondFactor"]["required"]), (&json!(true), &json!(false)));
        assert_eq!(told(&world, &person).await, ["SECOND_FACTOR_ADDED"]);

        let asked = serving.sign_in(&person.email, PASSWORD).await;
        assert_eq!(asked.data("/signIn/secondFactor/methods"), json!(["TOTP", "RECOVERY_CODE"]));
        assert_eq!((asked.data("/signIn/accessToken"), asked.data("/signIn/viewer"), asked.header("set-cookie")), (Value::Null, Value::Null, ""));
        let challenge = asked.data("/signIn/secondFactor/token").as_str().unwrap().to_owned();
        let used = serving.complete(&challenge, json!({"totp": code_of(&world, &secret)})).await;
        assert_eq!(used.code(), "SECOND_FACTOR_FAILED", "the code that confirmed the app is used up");
        next_code(&world);
        let done = serving.complete(&challenge, json!({"totp": code_of(&world, &secret)})).await;
        assert!(is_in(&done) && done.header("set-cookie").contains("HttpOnly"), "{done:?}");
        next_code(&world);
        let again = world.nothing_changes(serving.complete(&challenge, json!({"totp": code_of(&world, &secret)}))).await;
        assert_eq!(again.code(), "TOKEN_INVALID", "a challenge is good for one sign-in");
        serving.stop().await;
    }

    async fn nothing_secret_is_kept_or_recorded_as_it_is(world: World) {
        let serving = Serving::of(&world).await;
        let (person, enrolled) = enrolled(&world, &serving).await;
        let challenge = challenged(&serving, &person).await;
        let code = code_of(&world, &enrolled.secret);
        serving.complete(&challenge, json!({"totp": code})).await;
        serving.complete(&challenge, json!({"recoveryCode": enrolled.codes[0]})).await;
        let db = world.app.db.read();
        let mut kept = format!("{:?}", totp::Entity::find().all(db).await.unwrap());
        kept += &format!("{:?}", recovery_code::Entity::find().all(db).await.unwrap());
        kept += &format!("{:?}", entity::challenge::Entity::find().all(db).await.unwrap());
        for entry in audit_entry::Entity::find().all(db).await.unwrap() {
            kept += &entry.detail;
        }
        let secret = totp_rs::Secret::try_from_base32(&enrolled.secret).unwrap();
        let plain = format!("{:?}", secret.as_bytes());
        for secret in enrolled.codes.iter().chain([&enrolled.secret, &challenge, &code, &plain]) {
            assert!(!kept.contains(secret.as_str()) && !kept.contains(&secret.replace('-', "")), "{secret} is kept");
        }
        serving.stop().await;
    }

    /// Whoever looks over a shoulder is too late, however fast.
    async fn a_code_is_good_once_however_many_try_it(world: World) {
        let serving = Serving::of(&world).await;
        let (person, enrolled) = enrolled(&world, &serving).await;
        next_code(&world);
        let mut challenges = Vec::new();
        for _ in 0..4 {
            challenges.push(challenged(&serving, &person).await);
        }
        let code = json!({"totp": code_of(&world, &enrolled.secret)});
        let answers = join_all(challenges.iter().map(|token| serving.complete(token, code.clone()))).await;
        assert_eq!(answers.iter().filter(|answer| is_in(answer)).count(), 1, "{answers:?}");
        let recovery = json!({"recoveryCode": enrolled.codes[3]});
        world.after_hours(3);
        let mut challenges = Vec::new();
        for _ in 0..4 {
            challenges.push(challenged(&serving, &person).await);
        }
        let answers = join_all(challenges.iter().map(|token| serving.complete(token, recovery.clone()))).await;
        assert_eq!(answers.iter().filter(|answer| is_in(answer)).count(), 1, "{answers:?}");
        serving.stop().await;
    }

    async fn a_recovery_code_stands_in_once_and_its_owner_is_told(world: World) {
        let serving = Serving::of(&world).await;
        let (person, enrolled) = enrolled(&world, &serving).await;
        assert_eq!(enrolled.codes.len(), 10);
        let typed = enrolled.codes[0].to_lowercase().replace('-', " ");
        let challenge = challenged(&serving, &person).await;
        let done = serving.complete(&challenge, json!({"recoveryCode": typed})).await;
        assert!(is_in(&done), "{done:?}");
        assert!(told(&world, &person).await.contains(&"RECOVERY_CODE_USED".to_owned()));
        let challenge = challenged(&serving, &person).await;
        let again = serving.complete(&challenge, json!({"recoveryCode": enrolled.codes[0]})).await;
        assert_eq!(again.code(), "SECOND_FACTOR_FAILED");

        let token = done.data("/completeSignIn/accessToken").as_str().unwrap().to_owned();
        let renewed = serving.ask_as(&token, RENEW, password()).await;
        let codes: Vec<String> = serde_json::from_value(renewed.data("/renewRecoveryCodes/recoveryCodes")).unwrap();
        assert!(codes.len() == 10 && !codes.contains(&enrolled.codes[1]));
        let old = serving.complete(&challenge, json!({"recoveryCode": enrolled.codes[1]})).await;
        assert_eq!(old.code(), "SECOND_FACTOR_FAILED");
        assert!(is_in(&serving.complete(&challenge, json!({"recoveryCode": codes[1]})).await));
        serving.stop().await;
    }

    /// A stolen password is no way to try six digits until they fit: new challenges and the right password forgive nothing.
    async fn whoever_has_the_password_cannot_try_all_codes(world: World) {
        let serving = Serving::of(&world).await;
        let (person, enrolled) = enrolled(&world, &serving).await;
        next_code(&world);
        let mut codes = Vec::new();
        for _ in 0..8 {
            let challenge = challenged(&serving, &person).await;
            codes.push(serving.complete(&challenge, json!({"totp": "123456"})).await.code());
        }
        assert_eq!(codes.iter().filter(|code| *code == "SECOND_FACTOR_FAILED").count(), 5, "{codes:?}");
        assert_eq!(codes.last().map(String::as_str), Some("RATE_LIMITED"));
        let challenge = challenged(&serving, &person).await;
        let early = serving.complete(&challenge, json!({"totp": code_of(&world, &enrolled.secret)})).await;
        assert_eq!(early.code(), "RATE_LIMITED", "not even the right one");
        world.clock.advance(SignedDuration::from_secs(2));
        let late = serving.complete(&challenge, json!({"totp": code_of(&world, &enrolled.secret)})).await;
        assert!(is_in(&late), "{late:?}");
        serving.stop().await;
    }

    async fn a_challenge_is_for_its_person_and_its_minutes(world: World) {
        let serving = Serving::of(&world).await;
        let (person, enrolled) = enrolled(&world, &serving).await;
        let other = world.brand("Other").await.investigator().await;
        let token = serving.token_of(&other).await;
        let others = enrols(&world, &serving, &token).await;
        next_code(&world);
        let challenge = challenged(&serving, &person).await;
        for answer in [
            json!({"totp": code_of(&world, &others.secret)}),
            json!({"recoveryCode": others.codes[0]}),
        ] {
            let counters = ["sign_in_failure", "audit_entry", "audit_pending"];
            let refused = world.nothing_changes_but(&counters, serving.complete(&challenge, answer)).await;
            assert_eq!(refused.code(), "SECOND_FACTOR_FAILED");
        }
        let right = json!({"totp": code_of(&world, &enrolled.secret)});
        let unknown = world.nothing_changes(serving.complete("no such challenge", right)).await;
        assert_eq!(unknown.code(), "TOKEN_INVALID");
        world.clock.advance(SignedDuration::from_mins(10));
        let right = json!({"totp": code_of(&world, &enrolled.secret)});
        let late = world.nothing_changes(serving.complete(&challenge, right)).await;
        assert_eq!(late.code(), "TOKEN_INVALID");
        serving.stop().await;
    }

    async fn who_was_shut_out_meanwhile_stays_out(world: World) {
        let serving = Serving::of(&world).await;
        let (person, enrolled) = enrolled(&world, &serving).await;
        next_code(&world);
        let challenge = challenged(&serving, &person).await;
        person.put_into("SUSPENDED").await;
        let counters = ["sign_in_failure", "audit_entry", "audit_pending"];
        let right = json!({"totp": code_of(&world, &enrolled.secret)});
        let refused = world.nothing_changes_but(&counters, serving.complete(&challenge, right)).await;
        assert_eq!(refused.code(), "SECOND_FACTOR_FAILED");
        serving.stop().await;
    }

    /// One of the sessions that began without the factor may be a thief's.
    async fn the_first_factor_ends_the_sessions_that_began_without(world: World) {
        let serving = Serving::of(&world).await;
        let person = world.brand("Acme").await.investigator().await;
        with_password(&person).await;
        let thief = serving.token_of(&person).await;
        let own = serving.token_of(&person).await;
        enrols(&world, &serving, &own).await;
        let viewer = crate::transport::serving::VIEWER;
        assert_eq!(serving.ask_as(&thief, viewer, json!({})).await.status, 401);
        assert_eq!(serving.ask_as(&own, viewer, json!({})).await.code(), "");
        next_code(&world);
        let secret = serving.ask_as(&own, START, password()).await.data("/startTotp/secret");
        let input = json!({"input": {"code": code_of(&world, secret.as_str().unwrap())}});
        let replaced = serving.ask_as(&own, CONFIRM, input).await;
        assert_eq!(replaced.data("/confirmTotp/recoveryCodes"), Value::Null, "the first ones stay good");

        next_code(&world);
        let removed = serving.ask_as(&own, REMOVE, password()).await;
        let left = removed.data("/removeTotp/viewer/account/secondFactor");
        assert_eq!(left, json!({"enrolled": false, "recoveryCodesLeft": 0}), "{removed:?}");
        assert!(serving.sign_in(&person.email, PASSWORD).await.data("/signIn/accessToken").is_string());
        assert_eq!(told(&world, &person).await.last().map(String::as_str), Some("SECOND_FACTOR_REMOVED"));
        serving.stop().await;
    }
}
