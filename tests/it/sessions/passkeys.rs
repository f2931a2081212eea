//! Passkeys, made and used by an authenticator in software that signs as a real one does.

use serde_json::{Value, json};
use url::Url;
use webauthn_authenticator_rs::{WebauthnAuthenticator as _, softpasskey::SoftPasskey};

use super::factors::{password, told};
use crate::{
    both_databases,
    support::{PASSWORD, Person, World},
    transport::serving::{Answer, Serving},
};

const START: &str =
    "mutation($input: PasswordInput!) { startPasskey(input: $input) { token options userErrors { code field } } }";
const ADD: &str = "mutation($input: AddPasskeyInput!) { addPasskey(input: $input) { passkey { id name lastUsedAt } recoveryCodes \
     viewer { account { secondFactor { enrolled passkeys { name } } } } userErrors { code field } } }";
const RENAME: &str = "mutation($input: RenamePasskeyInput!) { renamePasskey(input: $input) { \
     viewer { account { secondFactor { passkeys { name lastUsedAt } } } } userErrors { code field } } }";
const REMOVE: &str = "mutation($input: RemovePasskeyInput!) { removePasskey(input: $input) { \
     viewer { account { secondFactor { enrolled passkeys { name } } } } userErrors { code field } } }";
const SIGN_IN: &str = "mutation($input: SignInInput!) { signIn(input: $input) { accessToken secondFactor { token methods passkeyOptions } } }";
const ORIGIN: &str = "http://localhost:8080/";

fn origin() -> Url {
    ORIGIN.parse().unwrap()
}

async fn served(world: &World) -> Serving {
    Serving::with(world, &[("public_url", ORIGIN)]).await
}

/// What an authenticator makes of the options that came from the server.
fn made(authenticator: &mut SoftPasskey, options: &Value, at: Url) -> Value {
    let options = serde_json::from_value(json!({ "publicKey": options })).unwrap();
    serde_json::to_value(authenticator.do_registration(at, options).unwrap()).unwrap()
}

fn signed(authenticator: &mut SoftPasskey, options: &Value, at: Url) -> Value {
    let options = serde_json::from_value(json!({ "publicKey": options })).unwrap();
    serde_json::to_value(authenticator.do_authentication(at, options).unwrap()).unwrap()
}

async fn starts(serving: &Serving, token: &str) -> Answer {
    let started = serving.ask_as(token, START, password()).await;
    assert_eq!(started.code(), "", "{started:?}");
    started
}

/// Adds a passkey; the answer.
async fn adds(serving: &Serving, token: &str, authenticator: &mut SoftPasskey) -> Answer {
    let started = starts(serving, token).await;
    let credential = made(authenticator, &started.data("/startPasskey/options"), origin());
    let input = json!({"token": started.data("/startPasskey/token"), "name": "The blue one", "credential": credential});
    serving.ask_as(token, ADD, json!({ "input": input })).await
}

/// A sign-in that waits, and what the passkey is asked.
async fn challenged(serving: &Serving, person: &Person) -> (String, Value) {
    let input = json!({"input": {"email": person.email, "password": PASSWORD}});
    let answer = serving.ask(SIGN_IN, input).await;
    let token = answer.data("/signIn/secondFactor/token").as_str().unwrap().to_owned();
    (token, answer.data("/signIn/secondFactor/passkeyOptions"))
}

both_databases! {
    async fn a_passkey_is_added_and_signs_in(world: World) {
        let serving = served(&world).await;
        let person = world.brand("Acme").await.investigator().await;
        let token = serving.token_of(&person).await;
        let mut authenticator = SoftPasskey::new(false);
        let added = adds(&serving, &token, &mut authenticator).await;
        assert_eq!(added.data("/addPasskey/passkey/name"), json!("The blue one"), "{added:?}");
        assert_eq!(added.data("/addPasskey/recoveryCodes").as_array().map(Vec::len), Some(10));
        assert_eq!(told(&world, &person).await, ["SECOND_FACTOR_ADDED"]);

        let (challenge, options) = challenged(&serving, &person).await;
        assert_eq!((&options["rpId"], &options["userVerification"]), (&json!("localhost"), &json!("preferred")));
        let answer = json!({"passkey": signed(&mut authenticator, &options, origin())});
        let done = serving.complete(&challenge, answer.clone()).await;
        assert!(done.data("/completeSignIn/accessToken").is_string(), "{done:?}");
        let (later, _) = challenged(&serving, &person).await;
        let replayed = serving.complete(&later, answer).await;
        assert_eq!(replayed.code(), "SECOND_FACTOR_FAILED", "an answer fits one challenge");
        serving.stop().await;
    }

    async fn what_does_not_fit_is_refused_and_changes_nothing(world: World) {
        let serving = served(&world).await;
        let acme = world.brand("Acme").await;
        let (person, other) = (acme.investigator().await, acme.investigator().await);
        let (token, others) = (serving.token_of(&person).await, serving.token_of(&other).await);
        let mut authenticator = SoftPasskey::new(false);
        let started = starts(&serving, &token).await;
        let options = started.data("/startPasskey/options");
        let elsewhere = {
            let mut options = options.clone();
            options["rp"]["id"] = json!("localhost");
            made(&mut authenticator, &options, "http://localhost:9999/".parse().unwrap())
        };
        let good = made(&mut authenticator, &options, origin());
        let add = async |token: &str, input: Value| serving.ask_as(token, ADD, json!({ "input": input })).await;
        let passkey = started.data("/startPasskey/token");
        for (who, input, code) in [
            (&token, json!({"token": passkey, "name": "x", "credential": elsewhere}), "SECOND_FACTOR_FAILED"),
            (&token, json!({"token": passkey, "name": "x", "credential": {"id": "nonsense"}}), "SECOND_FACTOR_FAILED"),
            (&token, json!({"token": passkey, "name": " ", "credential": good}), "BAD_USER_INPUT"),
            (&token, json!({"token": "no such", "name": "x", "credential": good}), "TOKEN_INVALID"),
            (&others, json!({"token": passkey, "name": "x", "credential": good}), "TOKEN_INVALID"),
        ] {
            let refused = world.nothing_changes(add(who, input)).await;
            assert_eq!(refused.code(), code, "{refused:?}");
        }
        assert_eq!(add(&token, json!({"token": passkey, "name": "x", "credential": good})).await.code(), "");

        let mut strange = SoftPasskey::new(false);
        adds(&serving, &others, &mut strange).await;
        let (challenge, _) = challenged(&serving, &person).await;
        let (_, options) = challenged(&serving, &other).await;
        let refused = serving.complete(&challenge, json!({"passkey": signed(&mut strange, &options, origin())})).await;
        assert_eq!(refused.code(), "SECOND_FACTOR_FAILED", "somebody else's key");
        serving.stop().await;
    }

    async fn passkeys_are_renamed_and_removed_by_their_person_alone(world: World) {
        let serving = served(&world).await;
        let (officer, stranger) = (world.secretariat().await.desk().await, world.brand("Acme").await.investigator().await);
        let (token, others) = (serving.token_of(&officer).await, serving.token_of(&stranger).await);
        let mut authenticator = SoftPasskey::new(false);
        let added = adds(&serving, &token, &mut authenticator).await;
        assert_eq!(added.data("/addPasskey/recoveryCodes"), Value::Null, "it had a factor already");
        let id = added.data("/addPasskey/passkey/id");
        let rename =
            async |token: &str| serving.ask_as(token, RENAME, json!({"input": {"id": id, "name": "In the safe"}})).await;
        let remove = async |token: &str, password: &str| {
            serving.ask_as(token, REMOVE, json!({"input": {"id": id, "password": password}})).await
        };
        assert_eq!(world.nothing_changes(rename(&others)).await.code(), "NOT_FOUND");
        assert_eq!(rename(&token).await.data("/renamePasskey/viewer/account/secondFactor/passkeys/0/name"), json!("In the safe"));
        let counters = ["sign_in_failure", "audit_entry", "audit_pending"];
        assert_eq!(world.nothing_changes_but(&counters, remove(&others, PASSWORD)).await.code(), "NOT_FOUND");
        assert_eq!(world.nothing_changes_but(&counters, remove(&token, "not the password")).await.code(), "SIGN_IN_FAILED");

        let app = serving.ask_as(&token, super::factors::REMOVE, password()).await;
        assert_eq!(app.code(), "", "the passkey is left: {app:?}");
        let last = world.nothing_changes_but(&counters, remove(&token, PASSWORD)).await;
        assert_eq!(last.code(), "TRANSITION_NOT_ALLOWED");
        serving.stop().await;
    }

    /// A portal that is reached by a bare address has no name that a passkey could be bound to.
    async fn without_a_host_name_there_are_no_passkeys(world: World) {
        let serving = Serving::of(&world).await;
        let person = world.brand("Acme").await.investigator().await;
        let token = serving.token_of(&person).await;
        let counters = ["sign_in_failure"];
        let refused = world.nothing_changes_but(&counters, serving.ask_as(&token, START, password())).await;
        assert_eq!(refused.code(), "TRANSITION_NOT_ALLOWED");
        serving.stop().await;
    }
}
