//! Passwords that were forgotten, changed or guessed at.

use entity::{audit_entry, mail, password_reset, session};
use futures_util::future::join_all;
use jiff::SignedDuration;
use sea_orm::{ActiveValue::Set, EntityTrait as _, sea_query::Expr};
use serde_json::{Value, json};
use touchstone::sessions::{fingerprint, opaque};

use super::factors::told;
use crate::{
    both_databases,
    support::{PASSWORD, Person, World},
    transport::serving::{Answer, Serving, VIEWER, with_password},
};

const REQUEST: &str = "mutation($input: RequestPasswordResetInput!) { requestPasswordReset(input: $input) { userErrors { code field } } }";
const RESET: &str = "mutation($input: ResetPasswordInput!) { resetPassword(input: $input) { accessToken viewer { person { id } } \
     secondFactor { token } userErrors { code field } } }";
const CHANGE: &str = "mutation($input: ChangePasswordInput!) { changePassword(input: $input) { viewer { person { id } } \
     userErrors { code field } } }";
const OTHER: &str = "seven unrelated lighthouse words";
const COUNTERS: [&str; 3] = ["sign_in_failure", "audit_entry", "audit_pending"];

async fn requests(serving: &Serving, email: &str) -> Answer {
    serving.ask(REQUEST, json!({"input": {"email": email}})).await
}

async fn resets(serving: &Serving, token: &str, password: &str) -> Answer {
    serving
        .ask(RESET, json!({"input": {"token": token, "password": password}}))
        .await
}

/// What the mail would carry: its own token is made only when it is written.
async fn token_of_mail(world: &World) -> String {
    let token = opaque(world.app.ids.secret());
    password_reset::Entity::update_many()
        .col_expr(password_reset::Column::TokenHash, Expr::value(fingerprint(&token)))
        .exec(world.app.db.write())
        .await
        .unwrap();
    token
}

async fn fails(world: &World, serving: &Serving, person: &Person, times: usize) {
    for _ in 0..times {
        let answer = serving.sign_in(&person.email, "not the password").await;
        assert_eq!(answer.code(), "SIGN_IN_FAILED");
        world.clock.advance(SignedDuration::from_mins(16));
    }
}

both_databases! {
    async fn a_forgotten_password_is_replaced_once_and_every_session_ends(world: World) {
        let serving = Serving::of(&world).await;
        let person = world.brand("Acme").await.investigator().await;
        let old = serving.token_of(&person).await;
        let asked = requests(&serving, &format!(" {} ", person.email.to_uppercase())).await;
        assert_eq!(asked.data("/requestPasswordReset/userErrors"), json!([]), "{asked:?}");
        assert_eq!(told(&world, &person).await, ["PASSWORD_RESET"]);
        let token = token_of_mail(&world).await;

        let weak = world.nothing_changes(resets(&serving, &token, "password12345")).await;
        assert_eq!((weak.code().as_str(), weak.data("/resetPassword/userErrors/0/field")), ("BAD_USER_INPUT", json!(["password"])));
        let wrong = world.nothing_changes(resets(&serving, "not the token", OTHER)).await;
        assert_eq!(wrong.code(), "TOKEN_INVALID");
        world.clock.advance(jiff::SignedDuration::from_mins(1));
        let done = resets(&serving, &token, OTHER).await;
        assert_eq!(done.data("/resetPassword/viewer/person/id"), json!(person.public_id()), "{done:?}");
        assert_eq!(serving.ask_as(&old, VIEWER, json!({})).await.status, 401, "the old session has ended");
        let new = done.data("/resetPassword/accessToken").as_str().unwrap().to_owned();
        assert_eq!(serving.ask_as(&new, VIEWER, json!({})).await.code(), "");
        assert_eq!(told(&world, &person).await, ["PASSWORD_RESET", "PASSWORD_CHANGED"]);
        assert_eq!(serving.sign_in(&person.email, PASSWORD).await.code(), "SIGN_IN_FAILED");
        assert_eq!(serving.sign_in(&person.email, OTHER).await.code(), "");
        let again = world.nothing_changes(resets(&serving, &token, "another lighthouse entirely 7")).await;
        assert_eq!(again.code(), "TOKEN_INVALID");
        serving.stop().await;
    }

    async fn a_password_that_is_replaced_meanwhile_lets_nobody_stay(world: World) {
        let serving = Serving::of(&world).await;
        let acme = world.brand("Acme").await;
        for _ in 0..6 {
            let person = acme.investigator().await;
            with_password(&person).await;
            requests(&serving, &person.email).await;
            let token = token_of_mail(&world).await;
            let (entered, done) = tokio::join!(serving.sign_in(&person.email, PASSWORD), resets(&serving, &token, OTHER));
            assert_eq!(done.data("/resetPassword/viewer/person/id"), json!(person.public_id()), "{done:?}");
            if let Some(token) = entered.data("/signIn/accessToken").as_str() {
                assert_eq!(serving.ask_as(token, VIEWER, json!({})).await.status, 401, "a session of the old password");
            }
            world.clock.advance(SignedDuration::from_hours(1));
        }
        serving.stop().await;
    }

    async fn of_two_that_reset_at_once_one_does(world: World) {
        let serving = Serving::of(&world).await;
        let person = world.brand("Acme").await.investigator().await;
        with_password(&person).await;
        requests(&serving, &person.email).await;
        let token = token_of_mail(&world).await;
        let answers = join_all((0..3).map(|_| resets(&serving, &token, OTHER))).await;
        let good = answers.iter().filter(|answer| answer.code().is_empty()).count();
        assert_eq!(good, 1, "{answers:?}");
        let open = session::Entity::find().all(world.app.db.read()).await.unwrap();
        assert_eq!(open.iter().filter(|session| session.revoked_at.is_none()).count(), 1);
        serving.stop().await;
    }

    async fn a_reset_is_good_for_an_hour_and_asks_for_the_second_factor(world: World) {
        let serving = Serving::of(&world).await;
        let officer = world.secretariat().await.desk().await;
        with_password(&officer).await;
        requests(&serving, &officer.email).await;
        let token = token_of_mail(&world).await;
        let done = resets(&serving, &token, OTHER).await;
        assert_eq!(done.data("/resetPassword/accessToken"), Value::Null, "{done:?}");
        let challenge = done.data("/resetPassword/secondFactor/token").as_str().unwrap().to_owned();
        assert_eq!(serving.complete(&challenge, json!({"totp": officer.code()})).await.code(), "");

        requests(&serving, &officer.email).await;
        let token = token_of_mail(&world).await;
        world.after_hours(1);
        let late = world.nothing_changes(resets(&serving, &token, "another lighthouse entirely 7")).await;
        assert_eq!(late.code(), "TOKEN_INVALID");
        serving.stop().await;
    }

    /// Nobody learns from the answer, or from how much work it was, whether there is such an account.
    async fn an_unknown_address_gets_the_same_answer_for_the_same_work(world: World) {
        let serving = Serving::of(&world).await;
        let acme = world.brand("Acme").await;
        let (known, closed, invited) = (acme.investigator().await, acme.investigator().await, acme.investigator().await);
        with_password(&known).await;
        with_password(&closed).await;
        closed.put_into("SUSPENDED").await;
        invited.put_into("INVITED").await;
        let mut bodies = Vec::new();
        for (email, mails) in [(known.email.as_str(), 1), (closed.email.as_str(), 0), (invited.email.as_str(), 0), ("nobody@example.org", 0)] {
            let before = mail::Entity::find().all(world.app.db.read()).await.unwrap().len();
            bodies.push(requests(&serving, email).await.body);
            let after = mail::Entity::find().all(world.app.db.read()).await.unwrap().len();
            assert_eq!(after - before, mails, "{email}");
        }
        bodies.dedup();
        assert_eq!(bodies.len(), 1, "{bodies:?}");
        let ask = |email: &str| {
            let (app, email) = (world.app.clone(), email.to_owned());
            async move { touchstone::sessions::request_password_reset(&app, &touchstone::sessions::Caller::default(), &email).await }
        };
        let (_, known) = world.counting_statements(ask(&known.email)).await;
        let (_, unknown) = world.counting_statements(ask("nobody@example.org")).await;
        assert_eq!(known, unknown);
        serving.stop().await;
    }

    async fn nobody_is_buried_in_mails(world: World) {
        let serving = Serving::of(&world).await;
        let person = world.brand("Acme").await.investigator().await;
        with_password(&person).await;
        let mut codes = Vec::new();
        for _ in 0..6 {
            codes.push(requests(&serving, &person.email).await.code());
        }
        assert_eq!(codes, ["", "", "", "RATE_LIMITED", "RATE_LIMITED", "RATE_LIMITED"]);
        assert_eq!(requests(&serving, "nobody@example.org").await.code(), "");
        for _ in 0..2 {
            requests(&serving, "nobody@example.org").await;
        }
        assert_eq!(requests(&serving, "nobody@example.org").await.code(), "RATE_LIMITED", "known or not");
        assert_eq!(serving.sign_in(&person.email, PASSWORD).await.code(), "", "signing in is another matter");
        world.after_hours(1);
        assert_eq!(requests(&serving, &person.email).await.code(), "");
        assert_eq!(requests(&serving, &person.email).await.code(), "RATE_LIMITED");
        serving.stop().await;
    }

    async fn a_changed_password_ends_the_other_sessions(world: World) {
        let serving = Serving::of(&world).await;
        let person = world.brand("Acme").await.investigator().await;
        let (own, other) = (serving.token_of(&person).await, serving.token_of(&person).await);
        requests(&serving, &person.email).await;
        let reset = token_of_mail(&world).await;
        let change = |current: &str, new: &str| {
            serving.ask_as(&own, CHANGE, json!({"input": {"currentPassword": current, "newPassword": new}}))
        };
        let wrong = world.nothing_changes_but(&COUNTERS, change("not the password", OTHER)).await;
        assert_eq!((wrong.code().as_str(), wrong.data("/changePassword/userErrors/0/field")), ("SIGN_IN_FAILED", json!(["currentPassword"])));
        for bad in ["short", "password12345", PASSWORD] {
            let refused = world.nothing_changes_but(&COUNTERS, change(PASSWORD, bad)).await;
            assert_eq!((refused.code().as_str(), refused.data("/changePassword/userErrors/0/field")), ("BAD_USER_INPUT", json!(["newPassword"])), "{bad}");
        }
        let done = change(PASSWORD, OTHER).await;
        assert_eq!(done.data("/changePassword/viewer/person/id"), json!(person.public_id()), "{done:?}");
        assert_eq!(serving.ask_as(&other, VIEWER, json!({})).await.status, 401);
        assert_eq!(serving.ask_as(&own, VIEWER, json!({})).await.code(), "");
        assert_eq!(resets(&serving, &reset, "another lighthouse entirely 7").await.code(), "TOKEN_INVALID", "open resets are void");
        assert!(told(&world, &person).await.contains(&"PASSWORD_CHANGED".to_owned()));
        assert_eq!(serving.sign_in(&person.email, OTHER).await.code(), "");
        let entries = audit_entry::Entity::find().all(world.app.db.read()).await.unwrap();
        assert!(entries.iter().all(|entry| !entry.detail.contains(OTHER) && !entry.detail.contains(PASSWORD)));
        serving.stop().await;
    }

    /// The owner hears of it once, when the wait has become as long as it gets, and again after the next time.
    async fn the_owner_is_told_once_that_somebody_keeps_failing(world: World) {
        let serving = Serving::of(&world).await;
        let person = world.brand("Acme").await.investigator().await;
        with_password(&person).await;
        fails(&world, &serving, &person, 14).await;
        assert_eq!(told(&world, &person).await, Vec::<String>::new());
        fails(&world, &serving, &person, 10).await;
        assert_eq!(told(&world, &person).await, ["SIGN_IN_LOCKED"]);
        assert_eq!(serving.sign_in(&person.email, PASSWORD).await.code(), "");
        fails(&world, &serving, &person, 16).await;
        assert_eq!(told(&world, &person).await, ["SIGN_IN_LOCKED", "SIGN_IN_LOCKED"]);
        fails(&world, &serving, &Person { email: "nobody@example.org".to_owned(), ..person.clone() }, 16).await;
        assert_eq!(told(&world, &person).await.len(), 2);
        serving.stop().await;
    }

    async fn failing_at_the_second_factor_is_told_too(world: World) {
        let serving = Serving::of(&world).await;
        let officer = world.secretariat().await.desk().await;
        with_password(&officer).await;
        for _ in 0..15 {
            let answer = serving.sign_in(&officer.email, PASSWORD).await;
            let challenge = answer.data("/signIn/secondFactor/token").as_str().unwrap().to_owned();
            assert_eq!(serving.complete(&challenge, json!({"totp": "000000"})).await.code(), "SECOND_FACTOR_FAILED");
            world.clock.advance(SignedDuration::from_mins(16));
        }
        assert_eq!(told(&world, &officer).await, ["SIGN_IN_LOCKED"]);
        serving.stop().await;
    }

    async fn the_mails_speak_the_person_s_language_and_only_one_carries_a_token(world: World) {
        let serving = Serving::of(&world).await;
        let person = world.brand("Acme").await.investigator().await;
        with_password(&person).await;
        for (language, heading, changed) in [("EN", "Choose a new password", "Your password was changed"), ("ZH_HANS", "重设密码", "您的密码已修改")] {
            let row = entity::person::ActiveModel { id: Set(person.id), language: Set(language.to_owned()), ..Default::default() };
            entity::person::Entity::update(row).exec(world.app.db.write()).await.unwrap();
            requests(&serving, &person.email).await;
            let sent = world.letters().await;
            let letter = sent.last().unwrap();
            assert_eq!(letter.subject, heading);
            let link = letter.text.lines().find(|line| line.starts_with("http")).unwrap();
            let token = link.split_once("/reset-password#").unwrap().1;
            assert!(!link.contains('?') && letter.html.contains(token));
            let done = resets(&serving, token, if language == "EN" { OTHER } else { PASSWORD }).await;
            assert_eq!(done.code(), "", "{done:?}");
            let letters = world.letters().await;
            let notice = letters.last().unwrap();
            assert_eq!(notice.subject, changed);
            assert!(!notice.text.contains('#'), "{}", notice.text);
            world.after_hours(3);
        }
        serving.stop().await;
    }
}
