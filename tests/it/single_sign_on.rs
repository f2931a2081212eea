//! Single sign-on, against a real provider.

mod factor;
mod provider;
mod settings;

use entity::{invitation, person};
use sea_orm::{ActiveValue::Set, EntityTrait as _};
use serde_json::{Value, json};
use touchstone::platform::clock::micros;
use url::Url;

use self::provider::{Browser, Provider, cookie_of, leads_to, link_token, somebody, tampered};
use crate::{
    both_databases,
    support::{Asks as _, Organization, PASSWORD, Person, World},
    transport::serving::{Answer, Serving, VIEWER, with_password},
};

const DOMAIN: &str = "aurelle.example";
const CONFIGURE: &str = "mutation($input: ConfigureSingleSignOnInput!) { configureSingleSignOn(input: $input) { \
     organization { id singleSignOn { issuer clientId domains enforced redirectUri verifiedAt version } } \
     userErrors { code field message } } }";
const ENFORCE: &str = "mutation($input: EnforceSingleSignOnInput!) { enforceSingleSignOn(input: $input) { \
     organization { singleSignOn { enforced version } } userErrors { code message } } }";
const LINK: &str = "mutation($input: LinkSingleSignOnInput!) { linkSingleSignOn(input: $input) { \
     accessToken viewer { person { id } } userErrors { code } } }";
const FAILED: &str = "/sign-in?error=SINGLE_SIGN_ON_FAILED";
const NOBODY: &str = "/sign-in?error=SIGN_IN_FAILED";
/// What a refusal may write: that there was one.
const LOG: &[&str] = &["audit_entry", "audit_pending"];

/// A member with a provider of its own, and the server that people come to.
struct Setting {
    world: World,
    serving: Serving,
    provider: Provider,
    aurelle: Organization,
    admin: Person,
}

impl Setting {
    async fn of(world: World) -> Self {
        let provider = Provider::start();
        // Tokens are made by the provider's clock; the test's stands still there.
        world.clock.set(provider.account.now);
        let serving = Serving::with(&world, &[("sso_private_networks", "true")]).await;
        let aurelle = world.brand("Aurelle").await;
        let admin = aurelle.admin().await.with_address("admin@aurelle.example").await;
        let setting = Self {
            world,
            serving,
            provider,
            aurelle,
            admin,
        };
        let answer = setting.ask(&setting.admin, CONFIGURE, setting.settings()).await;
        assert_eq!(
            answer.data("/configureSingleSignOn/userErrors"),
            json!([]),
            "{answer:?}"
        );
        setting
    }

    /// The settings of the provider, as the administrator enters them first.
    fn settings(&self) -> Value {
        let account = &self.provider.account;
        json!({"input": {
            "organization": self.aurelle.public_id(), "issuer": account.issuer, "clientId": account.client_id,
            "clientSecret": account.client_secret, "domains": [DOMAIN],
        }})
    }

    /// Asks the server as somebody who is signed in.
    async fn ask(&self, person: &Person, query: &str, variables: Value) -> Answer {
        let token = self.serving.token_of(person).await;
        self.serving.ask_as(&token, query, variables).await
    }

    async fn somebody(&self, address: &str) -> Person {
        self.aurelle.investigator().await.with_address(address).await
    }

    /// Somebody who has signed in by the provider as `sub`, and the cookie that goes on from there.
    async fn linked(&self, sub: &str, address: &str) -> (Person, String) {
        let person = self.somebody(address).await;
        with_password(&person).await;
        let token = link_token(&self.sign_in(&somebody(sub, address)).await);
        let answer = self.link(&token, PASSWORD).await;
        assert_eq!(
            answer.data("/linkSingleSignOn/viewer/person/id"),
            json!(person.public_id()),
            "{answer:?}"
        );
        (person, answer.cookie())
    }

    async fn sign_in(&self, person: &Value) -> Answer {
        Browser::of(&self.serving).sign_in(DOMAIN, person).await
    }

    async fn link(&self, token: &str, password: &str) -> Answer {
        self.serving
            .ask(LINK, json!({"input": {"token": token, "password": password}}))
            .await
    }

    /// Makes the provider the only way in.
    async fn enforced(&self) {
        let input =
            json!({"input": {"organization": self.aurelle.public_id(), "enforced": true, "expectedVersion": 1}});
        let answer = self.admin.graphql(ENFORCE, input).await.ok();
        assert_eq!(
            answer.data("/enforceSingleSignOn/organization/singleSignOn/enforced"),
            &json!(true),
            "{answer:?}"
        );
    }

    /// Who is signed in by the cookie of an answer that led into the portal.
    async fn who(&self, answer: &Answer) -> Value {
        assert_eq!(leads_to(answer), "/signed-in", "{answer:?}");
        let refreshed = self
            .serving
            .refresh(&cookie_of(answer, "touchstone=").unwrap(), true)
            .await;
        let token = refreshed.data("/refreshSession/accessToken");
        let viewer = self.serving.ask_as(token.as_str().unwrap(), VIEWER, json!({})).await;
        viewer.data("/viewer/person/id")
    }

    /// Insists that somebody at the provider is led away and nothing is written but that.
    async fn is_refused(&self, person: &Value, way: &str) {
        let answer = self.world.nothing_changes_but(LOG, self.sign_in(person)).await;
        assert_eq!(leads_to(&answer), way, "{person}");
        assert_eq!(cookie_of(&answer, "touchstone="), None, "{answer:?}");
    }
}

impl Person {
    /// The same person with another address.
    async fn with_address(mut self, address: &str) -> Self {
        let row = person::ActiveModel {
            id: Set(self.id),
            email: Set(address.to_owned()),
            ..Default::default()
        };
        person::Entity::update(row)
            .exec(self.world.app.db.write())
            .await
            .unwrap();
        self.email = address.to_owned();
        self
    }

    /// Invites the person, who has not accepted yet.
    async fn invited(self) -> Self {
        self.put_into("INVITED").await;
        let row = invitation::ActiveModel {
            id: Set(self.world.id()),
            person_id: Set(self.id),
            token_hash: Set(None),
            created_at: Set(micros(self.world.now())),
            expires_at: Set(micros(self.world.now()) + 86_400_000_000),
            accepted_at: Set(None),
            superseded_at: Set(None),
        };
        let row = invitation::Entity::insert(row);
        row.exec_without_returning(self.world.app.db.write()).await.unwrap();
        self
    }
}

/// A reply with one of its parameters changed.
fn with_parameter(reply: &Url, name: &str, value: &str) -> Url {
    let others: Vec<(String, String)> = reply
        .query_pairs()
        .filter(|(key, _)| key != name)
        .map(|(key, value)| (key.into_owned(), value.into_owned()))
        .collect();
    let mut changed = reply.clone();
    changed
        .query_pairs_mut()
        .clear()
        .extend_pairs(others)
        .append_pair(name, value);
    changed
}

both_databases! {
    async fn the_domain_says_how_to_sign_in_and_not_whether_there_is_an_account(world: World) {
        let setting = Setting::of(world).await;
        let known = setting.somebody("known@aurelle.example").await;
        let ask = "query($email: String!) { signInMethods(email: $email) { password singleSignOn { url } } }";
        let mut answers = Vec::new();
        for address in [known.email.as_str(), "nobody@aurelle.example", "  NOBODY@Aurelle.Example"] {
            answers.push(setting.serving.ask(ask, json!({"email": address})).await.body);
        }
        answers.dedup();
        assert_eq!(answers.len(), 1, "{answers:?}");
        assert!(answers[0].contains("http://127.0.0.1:8080/sso/start?domain=aurelle.example"), "{answers:?}");
        for other in ["ann@elsewhere.example", "ann@sub.aurelle.example", "no address"] {
            let answer = setting.serving.ask(ask, json!({"email": other})).await;
            assert_eq!(answer.data("/signInMethods"), json!({"password": true, "singleSignOn": null}), "{other}");
        }
        setting.serving.stop().await;
    }

    /// From password to provider: the same person with the same roles and history, and from then on by the provider alone.
    async fn a_person_who_proves_the_password_once_keeps_everything_and_signs_in_by_the_provider(world: World) {
        let setting = Setting::of(world).await;
        let ann = setting.somebody("ann@aurelle.example").await;
        with_password(&ann).await;
        let me = "{ viewer { roles permissions { action scope } person { id name } } }";
        let before = ann.graphql(me, json!({})).await.ok();
        let answer = setting.sign_in(&somebody("one", &ann.email)).await;
        assert_eq!(cookie_of(&answer, "touchstone="), None, "the password is asked for first");
        let token = link_token(&answer);
        let wrong = setting.world.nothing_changes_but(&["audit_entry", "audit_pending", "sign_in_failure"], setting.link(&token, "not the password")).await;
        assert_eq!(wrong.code(), "SIGN_IN_FAILED");
        let linked = setting.link(&token, PASSWORD).await;
        assert_eq!(linked.data("/linkSingleSignOn/viewer/person/id"), json!(ann.public_id()), "{linked:?}");
        assert_eq!(setting.link(&token, PASSWORD).await.code(), "SIGN_IN_FAILED", "linked once");

        let answer = setting.sign_in(&somebody("one", &ann.email)).await;
        assert_eq!(setting.who(&answer).await, json!(ann.public_id()));
        let after = ann.graphql(me, json!({})).await.ok();
        assert_eq!(before.data("/viewer"), after.data("/viewer"));
        // The other address at the provider moves nobody.
        let answer = setting.sign_in(&somebody("one", "other@elsewhere.example")).await;
        assert_eq!(setting.who(&answer).await, json!(ann.public_id()));
        setting.serving.stop().await;
    }

    async fn what_somebody_did_before_stays_theirs(world: World) {
        let setting = Setting::of(world).await;
        let ann = setting.somebody("ann@aurelle.example").await;
        let lead = ann.creates(&setting.aurelle).await.public_id();
        with_password(&ann).await;
        setting.link(&link_token(&setting.sign_in(&somebody("one", &ann.email)).await), PASSWORD).await;
        let answer = setting.sign_in(&somebody("one", &ann.email)).await;
        let refreshed = setting.serving.refresh(&cookie_of(&answer, "touchstone=").unwrap(), true).await;
        let token = refreshed.data("/refreshSession/accessToken");
        let token = token.as_str().unwrap();
        let found = setting.serving.ask_as(token, "query($id: ID!) { lead(id: $id) { id } }", json!({"id": lead})).await;
        assert_eq!(found.data("/lead/id"), json!(lead), "{found:?}");
        let entries = entity::audit_entry::Entity::find().all(setting.world.app.db.read()).await.unwrap();
        let acts: Vec<_> = entries.iter().filter(|entry| entry.actor_id == Some(ann.id)).map(|entry| entry.action.as_str()).collect();
        for act in ["createLead", "linkSingleSignOn", "signIn"] {
            assert!(acts.contains(&act), "{act}: {acts:?}");
        }
        setting.serving.stop().await;
    }

    async fn an_invited_person_accepts_by_the_provider_and_nobody_else_is_made(world: World) {
        let setting = Setting::of(world).await;
        let bo = setting.somebody("bo@aurelle.example").await.invited().await;
        let answer = setting.sign_in(&somebody("bo", "Bo@Aurelle.example")).await;
        assert_eq!(setting.who(&answer).await, json!(bo.public_id()));
        let row = person::Entity::find_by_id(bo.id).one(setting.world.app.db.read()).await.unwrap().unwrap();
        assert_eq!((row.state.as_str(), row.password_hash), ("ACTIVE", None));
        setting.is_refused(&somebody("stranger", "stranger@aurelle.example"), NOBODY).await;
        // An invitation that is too old is none.
        let cy = setting.somebody("cy@aurelle.example").await.invited().await;
        setting.world.after_days(2);
        let fresh = json!({"iat": setting.world.now().as_second(), "exp": setting.world.now().as_second() + 600});
        setting.is_refused(&tampered("cy", &cy.email, &fresh), NOBODY).await;
        setting.serving.stop().await;
    }

    async fn who_is_shut_out_stays_out(world: World) {
        let setting = Setting::of(world).await;
        let (ann, _) = setting.linked("one", "ann@aurelle.example").await;
        ann.put_into("SUSPENDED").await;
        setting.is_refused(&somebody("one", &ann.email), NOBODY).await;
        let dan = setting.somebody("dan@aurelle.example").await;
        dan.put_into("SUSPENDED").await;
        setting.is_refused(&somebody("dan", &dan.email), NOBODY).await;
        ann.put_into("ACTIVE").await;
        setting.aurelle.put_into("SUSPENDED").await;
        setting.is_refused(&somebody("one", &ann.email), NOBODY).await;
        setting.serving.stop().await;
    }

    /// The provider's word counts for its own organisation's people and domains, and for verified addresses.
    async fn a_provider_vouches_for_nobody_beyond_its_own(world: World) {
        let setting = Setting::of(world).await;
        let ann = setting.somebody("ann@aurelle.example").await;
        let other = setting.world.brand("Bolide").await;
        let same_domain = other.investigator().await.with_address("eve@aurelle.example").await;
        let elsewhere = setting.somebody("zoe@elsewhere.example").await;
        let mut unverified = somebody("ann", &ann.email);
        unverified["email_verified"] = json!(false);
        let nothing_said = json!({"sub": "ann", "email": ann.email});
        for person in [
            somebody("eve", &same_domain.email),
            somebody("zoe", &elsewhere.email),
            unverified,
            nothing_said,
            json!({"sub": "ann"}),
        ] {
            setting.is_refused(&person, NOBODY).await;
        }
        setting.serving.stop().await;
    }

    /// Whoever signed in first under an address keeps it: another account at the provider with the same address is nobody.
    async fn the_first_subject_of_a_person_is_the_only_one(world: World) {
        let setting = Setting::of(world).await;
        let (ann, _) = setting.linked("one", "ann@aurelle.example").await;
        setting.is_refused(&somebody("two", &ann.email), NOBODY).await;
        setting.serving.stop().await;
    }

    async fn a_token_that_is_not_for_us_now_and_of_this_attempt_is_refused(world: World) {
        let setting = Setting::of(world).await;
        let (ann, _) = setting.linked("one", "ann@aurelle.example").await;
        let past = setting.world.now().as_second() - 60;
        for tamper in [
            json!({"nonce": "another"}),
            json!({"aud": "another client"}),
            json!({"aud": ["touchstone", "another client"]}),
            json!({"azp": "another client"}),
            json!({"iss": "https://elsewhere.example"}),
            json!({"exp": past}),
            json!({"iat": past + 7200, "exp": past + 9000}),
            json!({"at_hash": "AAAAAAAAAAAAAAAAAAAAAA"}),
            json!({"alg": "HS256"}),
            json!({"alg": "none"}),
        ] {
            setting.is_refused(&tampered("one", &ann.email, &tamper), FAILED).await;
        }
        // The same token as the provider makes it is good.
        let answer = setting.sign_in(&somebody("one", &ann.email)).await;
        assert_eq!(setting.who(&answer).await, json!(ann.public_id()));
        setting.serving.stop().await;
    }

    async fn a_reply_is_good_once_and_in_the_browser_that_began(world: World) {
        let setting = Setting::of(world).await;
        let (ann, _) = setting.linked("one", "ann@aurelle.example").await;
        let (mut browser, mut other) = (Browser::of(&setting.serving), Browser::of(&setting.serving));
        let begun = browser.begin(DOMAIN).await;
        other.begin(DOMAIN).await;
        for part in ["response_type=code", "code_challenge_method=S256", "code_challenge=", "nonce=", "state=", "scope=openid+email"] {
            assert!(begun.header("location").contains(part), "{begun:?}");
        }
        let cookie = begun.header("set-cookie");
        for part in ["HttpOnly", "SameSite=Lax", "Path=/sso", "Max-Age=600"] {
            assert!(cookie.contains(part), "{cookie}");
        }
        let reply = browser.at_provider(begun.header("location"), &somebody("one", &ann.email)).await;
        let refused = async |browser: &Browser<'_>, reply: &Url| {
            let answer = setting.world.nothing_changes(browser.bring(reply)).await;
            assert_eq!(leads_to(&answer), FAILED, "{reply}");
        };
        refused(&other, &reply).await;
        refused(&browser, &with_parameter(&reply, "state", "another")).await;
        refused(&browser, &with_parameter(&reply, "iss", "https://elsewhere.example")).await;
        refused(&Browser::of(&setting.serving), &reply).await;
        let good = browser.bring(&reply).await;
        assert_eq!(cookie_of(&good, "touchstone-sso=").as_deref(), Some(""), "the attempt is over");
        assert_eq!(setting.who(&good).await, json!(ann.public_id()));
        refused(&browser, &reply).await;
        refused(&browser, &with_parameter(&reply, "code", "made up")).await;
        // Whoever takes longer than ten minutes begins anew.
        let begun = browser.begin(DOMAIN).await;
        let reply = browser.at_provider(begun.header("location"), &somebody("one", &ann.email)).await;
        setting.world.clock.advance(jiff::SignedDuration::from_mins(10));
        refused(&browser, &reply).await;
        setting.serving.stop().await;
    }

    async fn whoever_declines_at_the_provider_comes_back_with_nothing(world: World) {
        let setting = Setting::of(world).await;
        let answer = setting.world.nothing_changes(setting.sign_in(&json!({"sub": "one", "refuses": true}))).await;
        assert_eq!(leads_to(&answer), FAILED);
        setting.serving.stop().await;
    }

    async fn the_address_is_asked_for_where_the_token_does_not_say_it(world: World) {
        let setting = Setting::of(world).await;
        let bo = setting.somebody("bo@aurelle.example").await.invited().await;
        let mut person = somebody("bo", &bo.email);
        person["only_at_userinfo"] = json!(true);
        let answer = setting.sign_in(&person).await;
        assert_eq!(setting.who(&answer).await, json!(bo.public_id()));
        setting.serving.stop().await;
    }

    async fn a_provider_that_is_down_is_said_to_be_and_changes_nothing(world: World) {
        let mut setting = Setting::of(world).await;
        let (ann, _) = setting.linked("one", "ann@aurelle.example").await;
        let mut browser = Browser::of(&setting.serving);
        let begun = browser.begin(DOMAIN).await;
        let reply = browser.at_provider(begun.header("location"), &somebody("one", &ann.email)).await;
        setting.provider.stop();
        let answer = setting.world.nothing_changes(browser.bring(&reply)).await;
        assert_eq!(leads_to(&answer), "/sign-in?error=PROVIDER_UNAVAILABLE");
        // What it published is remembered for some minutes.
        setting.world.clock.advance(jiff::SignedDuration::from_mins(6));
        let answer = setting.world.nothing_changes(browser.begin(DOMAIN)).await;
        assert_eq!(leads_to(&answer), "/sign-in?error=PROVIDER_UNAVAILABLE");
        assert_eq!(setting.serving.sign_in(&ann.email, PASSWORD).await.code(), "", "passwords are as good as before");
        let answer = setting.world.nothing_changes(browser.begin("elsewhere.example")).await;
        assert_eq!(leads_to(&answer), FAILED);
        setting.serving.stop().await;
    }
}
