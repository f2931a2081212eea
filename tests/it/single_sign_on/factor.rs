//! The second factor of people whom a provider vouches for, and what stands for the password that they do not have.

use entity::password_reset;
use jiff::SignedDuration;
use sea_orm::{EntityTrait as _, PaginatorTrait as _};
use serde_json::{Value, json};

use super::{
    LOG, Setting,
    provider::{cookie_of, leads_to, link_token, somebody},
};
use crate::{
    both_databases,
    support::PASSWORD,
    transport::serving::{Answer, VIEWER, with_password},
};

const LINK: &str = "mutation($input: LinkSingleSignOnInput!) { linkSingleSignOn(input: $input) { \
     accessToken secondFactor { token methods } userErrors { code } } }";
const ACCOUNT: &str = "{ viewer { account { passwordSet singleSignOn } } }";
const START: &str =
    "mutation($input: PasswordInput!) { startTotp(input: $input) { secret userErrors { code field } } }";
const CHANGE: &str =
    "mutation($input: ChangePasswordInput!) { changePassword(input: $input) { userErrors { code field } } }";
const REQUEST: &str =
    "mutation($input: RequestPasswordResetInput!) { requestPasswordReset(input: $input) { userErrors { code } } }";
const RESET: &str = "mutation($input: ResetPasswordInput!) { resetPassword(input: $input) { userErrors { code } } }";

/// The token of the second factor that an answer leads to ask for.
fn challenge(answer: &Answer) -> String {
    let way = leads_to(answer);
    let sent = way.strip_prefix("/sign-in#factor=").unwrap_or_else(|| panic!("{way}"));
    let (token, methods) = sent.split_once("&methods=").unwrap();
    assert_eq!(methods, "TOTP");
    assert_eq!(cookie_of(answer, "touchstone="), None, "{answer:?}");
    token.to_owned()
}

impl Setting {
    /// The cookie of somebody whom the provider lets in.
    async fn let_in(&self, person: &Value) -> String {
        let answer = self.sign_in(person).await;
        cookie_of(&answer, "touchstone=").unwrap_or_else(|| panic!("{answer:?}"))
    }

    /// The access token and the next cookie for a cookie.
    async fn refreshed(&self, cookie: &str) -> (String, String) {
        let answer = self.serving.refresh(cookie, true).await;
        let token = answer.data("/refreshSession/accessToken");
        let token = token.as_str().unwrap_or_else(|| panic!("{answer:?}")).to_owned();
        (token, answer.cookie())
    }
}

both_databases! {
    async fn whoever_has_a_second_factor_is_asked_for_it_after_the_provider(world: World) {
        let setting = Setting::of(world).await;
        let (ann, _) = setting.linked("one", "ann@aurelle.example").await;
        ann.enrol().await;
        let token = challenge(&setting.sign_in(&somebody("one", &ann.email)).await);
        let mut counted = LOG.to_vec();
        counted.push("sign_in_failure");
        let wrong = setting.serving.complete(&token, json!({"totp": "000000"}));
        let wrong = setting.world.nothing_changes_but(&counted, wrong).await;
        assert_eq!(wrong.code(), "SECOND_FACTOR_FAILED");
        let right = setting.serving.complete(&token, json!({"totp": ann.code()})).await;
        assert_eq!(right.data("/completeSignIn/viewer/person/id"), json!(ann.public_id()), "{right:?}");
        setting.serving.stop().await;
    }

    async fn a_provider_that_asked_for_more_than_one_proof_itself_spares_it(world: World) {
        let setting = Setting::of(world).await;
        let (ann, _) = setting.linked("one", "ann@aurelle.example").await;
        ann.enrol().await;
        for said in [json!({"amr": ["pwd", "mfa"]}), json!({"acr": "https://refeds.org/profile/mfa"})] {
            let mut person = somebody("one", &ann.email);
            person["tamper"] = said;
            let answer = setting.sign_in(&person).await;
            assert_eq!(setting.who(&answer).await, json!(ann.public_id()));
        }
        for said in [json!({"amr": ["pwd"]}), json!({"acr": "urn:one"}), json!({"amr": ["otp"]})] {
            let mut person = somebody("one", &ann.email);
            person["tamper"] = said;
            challenge(&setting.sign_in(&person).await);
        }
        setting.serving.stop().await;
    }

    async fn linking_asks_for_the_second_factor_too(world: World) {
        let setting = Setting::of(world).await;
        let ann = setting.somebody("ann@aurelle.example").await;
        with_password(&ann).await;
        ann.enrol().await;
        let link = link_token(&setting.sign_in(&somebody("one", &ann.email)).await);
        let answer = setting.serving.ask(LINK, json!({"input": {"token": link, "password": PASSWORD}})).await;
        assert_eq!(answer.data("/linkSingleSignOn/accessToken"), Value::Null, "{answer:?}");
        let token = answer.data("/linkSingleSignOn/secondFactor/token");
        let right = setting.serving.complete(token.as_str().unwrap(), json!({"totp": ann.code()})).await;
        assert_eq!(right.code(), "", "{right:?}");
        setting.serving.stop().await;
    }

    /// Who has no password that is good has to have signed in just now; a refresh is no sign-in.
    async fn a_sign_in_of_the_last_minutes_stands_for_a_password_that_is_not_there(world: World) {
        let setting = Setting::of(world).await;
        let bo = setting.somebody("bo@aurelle.example").await.invited().await;
        let (token, cookie) = setting.refreshed(&setting.let_in(&somebody("bo", &bo.email)).await).await;
        let account = setting.serving.ask_as(&token, ACCOUNT, json!({})).await;
        assert_eq!(account.data("/viewer/account"), json!({"passwordSet": false, "singleSignOn": true}));
        let start = json!({"input": {"password": ""}});
        let begun = setting.serving.ask_as(&token, START, start.clone()).await;
        assert!(begun.data("/startTotp/secret").is_string(), "{begun:?}");
        setting.world.clock.advance(SignedDuration::from_mins(11));
        let (token, _) = setting.refreshed(&cookie).await;
        let late = setting.serving.ask_as(&token, START, start);
        assert_eq!(setting.world.nothing_changes(late).await.code(), "SIGN_IN_AGAIN");
        setting.serving.stop().await;
    }

    async fn where_passwords_are_closed_none_is_set_changed_or_asked_for(world: World) {
        let setting = Setting::of(world).await;
        let (ann, _) = setting.linked("one", "ann@aurelle.example").await;
        let reset = |token: &str| json!({"input": {"token": token, "password": "seven unrelated lighthouse words"}});
        let forgot = json!({"input": {"email": ann.email}});
        assert_eq!(setting.serving.ask(REQUEST, forgot.clone()).await.code(), "");
        let link = touchstone::sessions::opaque(setting.world.app.ids.secret());
        let db = &setting.world.app.db;
        password_reset::Entity::update_many()
            .col_expr(
                password_reset::Column::TokenHash,
                sea_orm::sea_query::Expr::value(touchstone::sessions::fingerprint(&link)),
            )
            .exec(db.write())
            .await
            .unwrap();
        setting.enforced().await;

        let asked = setting.serving.ask(RESET, reset(&link));
        assert_eq!(setting.world.nothing_changes(asked).await.code(), "TRANSITION_NOT_ALLOWED");
        setting.world.clock.advance(SignedDuration::from_mins(5));
        assert_eq!(setting.serving.ask(REQUEST, forgot).await.code(), "", "the answer tells nothing");
        assert_eq!(password_reset::Entity::find().count(db.read()).await.unwrap(), 1, "no second link is made");

        let (token, _) = setting.refreshed(&setting.let_in(&somebody("one", &ann.email)).await).await;
        let account = setting.serving.ask_as(&token, ACCOUNT, json!({})).await;
        assert_eq!(account.data("/viewer/account/passwordSet"), json!(false));
        let change = json!({"input": {"currentPassword": PASSWORD, "newPassword": "seven unrelated lighthouse words"}});
        let asked = setting.serving.ask_as(&token, CHANGE, change);
        assert_eq!(setting.world.nothing_changes(asked).await.code(), "TRANSITION_NOT_ALLOWED");
        assert_eq!(setting.serving.ask_as(&token, VIEWER, json!({})).await.code(), "");
        setting.serving.stop().await;
    }
}
