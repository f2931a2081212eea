//! Who may enter a provider, and what it means that it is the only way in.

use entity::{single_sign_on, single_sign_on_domain, single_sign_on_identity};
use sea_orm::{EntityTrait as _, PaginatorTrait as _};
use serde_json::{Value, json};
use touchstone::permissions::Role;

use super::{CONFIGURE, DOMAIN, ENFORCE, LOG, Setting, provider::somebody};
use crate::{
    both_databases,
    support::{Asks as _, PASSWORD, with},
    transport::serving::{Serving, with_password},
};

const REMOVE: &str = "mutation($input: RemoveSingleSignOnInput!) { removeSingleSignOn(input: $input) { \
     organization { singleSignOn { version } } userErrors { code } } }";
const TEST: &str = "mutation($input: TestSingleSignOnInput!) { testSingleSignOn(input: $input) { \
     organization { id } userErrors { code } } }";
const READ: &str =
    "query($id: ID!) { organization(id: $id) { allowedActions singleSignOn { issuer clientId domains version } } }";

/// The settings with something different, as a change of version 1.
fn changed(setting: &Setting, change: Value) -> Value {
    let input = setting.settings()["input"].clone();
    let base = with(input, json!({"expectedVersion": 1}));
    json!({ "input": with(base, change) })
}

both_databases! {
    async fn an_administrator_sees_the_settings_and_nobody_sees_the_secret(world: World) {
        let setting = Setting::of(world).await;
        let colleague = setting.aurelle.investigator().await;
        let secretariat = setting.world.secretariat().await;
        let (sa, desk) = (secretariat.secretariat_admin().await, secretariat.desk().await);
        let id = json!({"id": setting.aurelle.public_id()});
        for (person, sees) in [(&setting.admin, true), (&sa, true), (&colleague, false), (&desk, false)] {
            let answer = person.graphql(READ, id.clone()).await.ok();
            assert_eq!(answer.data("/organization/singleSignOn/domains") == &json!([DOMAIN]), sees, "{}", person.name);
            let actions = answer.data("/organization/allowedActions").to_string();
            assert_eq!(actions.contains("CONFIGURE_SINGLE_SIGN_ON"), sees, "{}", person.name);
        }
        let row = single_sign_on::Entity::find().one(setting.world.app.db.read()).await.unwrap().unwrap();
        let secret = &setting.provider.account.client_secret;
        assert!(row.client_secret.starts_with("1.") && !row.client_secret.contains(secret.as_str()));
        let log = entity::audit_entry::Entity::find().all(setting.world.app.db.read()).await.unwrap();
        assert!(log.iter().any(|entry| entry.action == "configureSingleSignOn"));
        assert!(log.iter().all(|entry| !entry.detail.contains(secret.as_str())));
        setting.serving.stop().await;
    }

    async fn only_who_looks_after_an_organisation_enters_its_provider(world: World) {
        let setting = Setting::of(world).await;
        let stranger = setting.world.brand("Bolide").await.admin().await;
        let colleague = setting.aurelle.person(&[Role::Mi]).await;
        let of_it = json!({"organization": setting.aurelle.public_id()});
        for person in [&stranger, &colleague] {
            let versioned = json!({"input": with(of_it.clone(), json!({"expectedVersion": 1}))});
            let enforce = json!({"input": with(of_it.clone(), json!({"expectedVersion": 1, "enforced": false}))});
            for (mutation, variables) in [
                (CONFIGURE, changed(&setting, json!({}))),
                (TEST, json!({"input": of_it})),
                (ENFORCE, enforce),
                (REMOVE, versioned),
            ] {
                let answer = setting.world.nothing_changes(person.graphql(mutation, variables)).await;
                answer.refused_with("FORBIDDEN");
            }
        }
        setting.serving.stop().await;
    }

    async fn settings_that_cannot_be_right_are_refused(world: World) {
        let setting = Setting::of(world).await;
        let token = setting.serving.token_of(&setting.admin).await;
        for (change, code) in [
            (json!({"issuer": "no address"}), "BAD_USER_INPUT"),
            (json!({"issuer": "ftp://127.0.0.1/"}), "BAD_USER_INPUT"),
            (json!({"clientId": ""}), "BAD_USER_INPUT"),
            (json!({"clientSecret": "  "}), "BAD_USER_INPUT"),
            (json!({"domains": []}), "BAD_USER_INPUT"),
            (json!({"domains": ["127.0.0.1"]}), "BAD_USER_INPUT"),
            (json!({"domains": ["%.example"]}), "BAD_USER_INPUT"),
            (json!({"expectedVersion": 2}), "STALE_VERSION"),
            (json!({"expectedVersion": null}), "STALE_VERSION"),
            // Another provider is not shown the secret of this one.
            (json!({"issuer": "http://127.0.0.1:9/", "clientSecret": null}), "BAD_USER_INPUT"),
        ] {
            let asked = setting.serving.ask_as(&token, CONFIGURE, changed(&setting, change.clone()));
            let answer = setting.world.nothing_changes(asked).await;
            assert_eq!(answer.code(), code, "{change}: {answer:?}");
        }
        setting.serving.stop().await;
    }

    /// Without the setting, nobody can have the server ask its neighbours.
    async fn a_provider_within_a_private_network_is_refused_unless_a_setting_allows_it(world: World) {
        let setting = Setting::of(world).await;
        let public = Serving::of(&setting.world).await;
        let token = public.token_of(&setting.admin).await;
        for issuer in [setting.provider.account.issuer.as_str(), "https://10.0.0.1", "https://[::1]/", "https://169.254.169.254"] {
            let asked = public.ask_as(&token, CONFIGURE, changed(&setting, json!({"issuer": issuer})));
            assert_eq!(setting.world.nothing_changes(asked).await.code(), "BAD_USER_INPUT", "{issuer}");
        }
        // One that was entered when it was allowed is not asked either.
        let asked = public.ask_as(&token, TEST, json!({"input": {"organization": setting.aurelle.public_id()}}));
        assert_eq!(setting.world.nothing_changes(asked).await.code(), "PROVIDER_UNAVAILABLE");
        public.stop().await;
        setting.serving.stop().await;
    }

    /// A domain belongs to whose people have addresses in it, and to one organisation; the secretariat knows better.
    async fn a_domain_is_claimed_by_one_organisation_whose_people_are_in_it(world: World) {
        let setting = Setting::of(world).await;
        let bolide = setting.world.brand("Bolide").await;
        let rival = bolide.admin().await.with_address("admin@bolide.example").await;
        bolide.investigator().await.with_address("ann@both.example").await;
        setting.somebody("ann@elsewhere.example").await;
        setting.somebody("bo@both.example").await;
        let token = setting.serving.token_of(&rival).await;
        let entered = |domain: &str| json!({"input": with(setting.settings()["input"].clone(), json!({
            "organization": bolide.public_id(), "domains": [domain],
        }))});
        for domain in [DOMAIN, "both.example", "nobodys.example", "elsewhere.example"] {
            let asked = setting.serving.ask_as(&token, CONFIGURE, entered(domain));
            let answer = setting.world.nothing_changes(asked).await;
            assert_eq!(answer.code(), "ALREADY_EXISTS", "{domain}");
        }
        assert_eq!(setting.serving.ask_as(&token, CONFIGURE, entered("bolide.example")).await.code(), "");
        let sa = setting.world.secretariat().await.secretariat_admin().await;
        let token = setting.serving.token_of(&sa).await;
        let more = changed(&setting, json!({"domains": [DOMAIN, "both.example"]}));
        assert_eq!(setting.serving.ask_as(&token, CONFIGURE, more).await.code(), "");
        let taken = changed(&setting, json!({"domains": ["bolide.example"], "expectedVersion": 2}));
        let asked = setting.serving.ask_as(&token, CONFIGURE, taken);
        assert_eq!(setting.world.nothing_changes(asked).await.code(), "ALREADY_EXISTS");
        setting.serving.stop().await;
    }

    async fn a_provider_that_cannot_be_used_is_found_out_before_anybody_is_sent_there(world: World) {
        let setting = Setting::of(world).await;
        let token = setting.serving.token_of(&setting.admin).await;
        let test = json!({"input": {"organization": setting.aurelle.public_id()}});
        let asked = setting.serving.ask_as(&token, TEST, test.clone());
        assert_eq!(setting.world.nothing_changes(asked).await.code(), "");
        // The same server under another name is another provider.
        let other = setting.provider.account.issuer.replace("127.0.0.1", "localhost");
        let change = changed(&setting, json!({"issuer": other}));
        assert_eq!(setting.serving.ask_as(&token, CONFIGURE, change).await.code(), "");
        let asked = setting.serving.ask_as(&token, TEST, test);
        assert_eq!(setting.world.nothing_changes(asked).await.code(), "PROVIDER_UNAVAILABLE");
        setting.serving.stop().await;
    }

    /// Passwords are closed for the organisation's people, in every way; the secretariat opens them again.
    async fn where_it_is_enforced_no_password_lets_anybody_in_until_the_secretariat_says_so(world: World) {
        let setting = Setting::of(world).await;
        let early = json!({"input": {"organization": setting.aurelle.public_id(), "enforced": true, "expectedVersion": 1}});
        let answer = setting.world.nothing_changes(setting.admin.graphql(ENFORCE, early)).await;
        answer.refused_with("TRANSITION_NOT_ALLOWED");
        setting.linked("admin-subject", "second@aurelle.example").await;
        let ann = setting.somebody("ann@aurelle.example").await;
        with_password(&ann).await;
        assert_eq!(setting.serving.sign_in(&ann.email, PASSWORD).await.code(), "");
        setting.enforced().await;
        let refused = setting.serving.sign_in(&ann.email, PASSWORD);
        let mut counted = LOG.to_vec();
        counted.push("sign_in_failure");
        assert_eq!(setting.world.nothing_changes_but(&counted, refused).await.code(), "SIGN_IN_FAILED");
        let ways = "{ signInMethods(email: \"ann@aurelle.example\") { password } }";
        assert_eq!(setting.serving.ask(ways, json!({})).await.data("/signInMethods/password"), json!(false));

        // Moved by the administrator, so the provider's word is enough.
        let answer = setting.sign_in(&somebody("ann", &ann.email)).await;
        assert_eq!(setting.who(&answer).await, json!(ann.public_id()));

        let sa = setting.world.secretariat().await.secretariat_admin().await;
        let open = json!({"input": {"organization": setting.aurelle.public_id(), "enforced": false, "expectedVersion": 2}});
        sa.graphql(ENFORCE, open).await.ok();
        setting.world.clock.advance(jiff::SignedDuration::from_mins(1));
        assert_eq!(setting.serving.sign_in(&ann.email, PASSWORD).await.code(), "");
        setting.serving.stop().await;
    }

    async fn nobody_is_locked_out_by_it_and_nobody_is_invited_who_would_be(world: World) {
        let setting = Setting::of(world).await;
        setting.linked("one", "ann@aurelle.example").await;
        let outside = setting.somebody("zoe@elsewhere.example").await;
        let enforce = json!({"input": {"organization": setting.aurelle.public_id(), "enforced": true, "expectedVersion": 1}});
        let answer = setting.world.nothing_changes(setting.admin.graphql(ENFORCE, enforce)).await;
        answer.refused_with("TRANSITION_NOT_ALLOWED");
        outside.put_into("SUSPENDED").await;
        setting.enforced().await;
        let invite = "mutation($email: String!) { inviteUser(input: {idempotencyKey: $email, name: \"New\", email: $email, \
                      roles: [MI]}) { person { id } userErrors { code field } } }";
        let asked = setting.admin.graphql(invite, json!({"email": "new@elsewhere.example"}));
        setting.world.nothing_changes(asked).await.refused_with("BAD_USER_INPUT");
        setting.admin.graphql(invite, json!({"email": "new@aurelle.example"})).await.ok();

        // The secretariat keeps a way in for everybody.
        let secretariat = setting.world.secretariat().await;
        let sa = secretariat.secretariat_admin().await.with_address("sa@alliance.example").await;
        let token = setting.serving.token_of(&sa).await;
        let own = json!({"input": with(setting.settings()["input"].clone(), json!({
            "organization": secretariat.public_id(), "domains": ["alliance.example"],
        }))});
        assert_eq!(setting.serving.ask_as(&token, CONFIGURE, own).await.code(), "");
        let enforce = json!({"input": {"organization": secretariat.public_id(), "enforced": true, "expectedVersion": 1}});
        let asked = setting.serving.ask_as(&token, ENFORCE, enforce);
        assert_eq!(setting.world.nothing_changes(asked).await.code(), "TRANSITION_NOT_ALLOWED");
        setting.serving.stop().await;
    }

    async fn an_invitation_is_not_accepted_by_password_where_passwords_are_closed(world: World) {
        let setting = Setting::of(world).await;
        setting.linked("one", "ann@aurelle.example").await;
        let bo = setting.somebody("bo@aurelle.example").await.invited().await;
        let token = touchstone::sessions::opaque([9; 32]);
        let row = entity::invitation::Entity::find().one(setting.world.app.db.read()).await.unwrap().unwrap();
        let row = entity::invitation::ActiveModel {
            token_hash: sea_orm::ActiveValue::Set(Some(touchstone::sessions::fingerprint(&token))),
            ..row.into()
        };
        entity::invitation::Entity::update(row).exec(setting.world.app.db.write()).await.unwrap();
        setting.enforced().await;
        let accept = "mutation($token: String!) { acceptInvitation(input: {token: $token, password: \"lantern orchid harbour\"}) { \
                      userErrors { code } } }";
        let asked = setting.serving.ask(accept, json!({"token": token}));
        assert_eq!(setting.world.nothing_changes(asked).await.code(), "TRANSITION_NOT_ALLOWED");
        let answer = setting.sign_in(&somebody("bo", &bo.email)).await;
        assert_eq!(setting.who(&answer).await, json!(bo.public_id()));
        setting.serving.stop().await;
    }

    /// Another provider means others by the same names, and one that is gone means nobody.
    async fn another_provider_begins_anew_and_a_removed_one_leaves_nothing(world: World) {
        let setting = Setting::of(world).await;
        let (ann, _) = setting.linked("one", "ann@aurelle.example").await;
        let token = setting.serving.token_of(&setting.admin).await;
        let same = changed(&setting, json!({"clientSecret": null}));
        assert_eq!(setting.serving.ask_as(&token, CONFIGURE, same).await.code(), "");
        let answer = setting.sign_in(&somebody("one", &ann.email)).await;
        assert_eq!(setting.who(&answer).await, json!(ann.public_id()), "the same provider knows the same people");

        let db = setting.world.app.db.read();
        let other = changed(&setting, json!({"issuer": "http://127.0.0.1:9", "expectedVersion": 2}));
        assert_eq!(setting.serving.ask_as(&token, CONFIGURE, other).await.code(), "");
        assert_eq!(single_sign_on_identity::Entity::find().count(db).await.unwrap(), 0);

        let gone = json!({"input": {"organization": setting.aurelle.public_id(), "expectedVersion": 3}});
        assert_eq!(setting.serving.ask_as(&token, REMOVE, gone).await.code(), "");
        assert_eq!(single_sign_on::Entity::find().count(db).await.unwrap(), 0);
        assert_eq!(single_sign_on_domain::Entity::find().count(db).await.unwrap(), 0);
        let way = setting.world.nothing_changes(super::Browser::of(&setting.serving).begin(DOMAIN)).await;
        assert_eq!(super::leads_to(&way), super::FAILED);
        assert_eq!(setting.serving.sign_in(&ann.email, PASSWORD).await.code(), "");
        setting.serving.stop().await;
    }

    /// A page of organisations costs two statements for all their providers.
    async fn providers_of_a_list_are_read_together(world: World) {
        let secretariat = world.secretariat().await;
        let sa = secretariat.secretariat_admin().await;
        let list = "{ organizations(first: 50) { nodes { id singleSignOn { issuer } } } }";
        for number in 0..3 {
            world.brand(&format!("Brand {number}")).await;
        }
        let (_, few) = world.counting_statements(sa.graphql(list, json!({}))).await;
        for number in 3..12 {
            world.brand(&format!("Brand {number}")).await;
        }
        let (answer, many) = world.counting_statements(sa.graphql(list, json!({}))).await;
        assert_eq!(answer.ok().list("/organizations/nodes").len(), 13);
        assert_eq!(few, many);
    }
}
