//! Guests: a link and a code open one referral, or one action, to an officer without an account, and nothing else.

mod actions;

use jiff::SignedDuration;
use sea_orm::{ActiveModelTrait as _, ActiveValue::Set, EntityTrait as _, IntoActiveModel as _};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use touchstone::{
    guests,
    mail::MailKind,
    permissions::roots::{Requirement, requirement},
    platform::{
        email::Letter,
        ids::{IdKind, decode_as},
    },
    sessions::Caller,
};
use uuid::Uuid;

use crate::{
    both_databases,
    permissions::Contract,
    referrals::{Cast, changes, moves, officer_with, reads, row, sends},
    support::{Asks, Person, Response, World},
    transport::serving::Serving,
};

const OPEN: &str = "mutation($input: OpenGuestReferralInput!) { openGuestReferral(input: $input) { session { token expiresAt } \
    userErrors { code } } }";
const SEEN: &str = "id reference title state version language organizationName agencyName contactName allowedActions \
    receipt { dueOn } decision { dueOn } pausedSince package { pdfSha256 subjects { name } } \
    history { kind byAgency note } sessionEndsAt";

/// A referral that names an officer without an account.
struct Sent {
    cast: Cast,
    chief: Person,
    /// Its id.
    id: String,
    /// The officer in the directory.
    officer: String,
}

impl Sent {
    async fn of(world: &World) -> Self {
        let cast = Cast::of(world).await;
        let secretariat = world.secretariat().await;
        let (chief, one, other) = (
            secretariat.secretariat_admin().await,
            secretariat.desk().await,
            secretariat.desk().await,
        );
        let chinese = json!({ "languages": ["zh"] });
        let officer = officer_with(&chief, (&one, &other), &cast.police, None, chinese).await;
        let id = cast.complete(&cast.lead(json!({})).await).await;
        changes(&cast.author, &id, json!({ "officerIds": [officer] }))
            .await
            .ok();
        moves(&cast.author, "submitReferral", &id, json!({})).await.ok();
        moves(&cast.admin, "approveReferral", &id, json!({})).await.ok();
        sends(world).await;
        Self {
            cast,
            chief,
            id,
            officer,
        }
    }

    fn world(&self) -> &World {
        &self.cast.world
    }

    async fn letter(&self, kind: MailKind) -> Letter {
        self.world().letters_of(kind).await.pop().unwrap().1
    }

    /// What stands behind the `#` of the link in the last mail.
    async fn link(&self) -> String {
        link_in(&self.letter(MailKind::ReferralSent).await)
    }

    async fn asks(&self, link: &str) -> Response {
        asks(self.world(), link).await
    }

    /// The code in the last mail.
    async fn code(&self) -> String {
        code_in(&self.letter(MailKind::GuestCode).await)
    }

    async fn opens(&self, link: &str, code: &str) -> Response {
        let nobody = self.world().anonymous();
        nobody
            .graphql(OPEN, json!({ "input": { "link": link, "code": code } }))
            .await
    }

    /// The officer, who came in.
    async fn guest(&self) -> Guest {
        let link = self.link().await;
        self.asks(&link).await.ok();
        let opened = self.opens(&link, &self.code().await).await.ok();
        Guest {
            world: self.world().clone(),
            token: opened.text("/openGuestReferral/session/token"),
        }
    }
}

/// What stands behind the `#` of the link in a mail.
fn link_in(letter: &Letter) -> String {
    let (_, rest) = letter
        .text
        .split_once("/guest#")
        .unwrap_or_else(|| panic!("{}", letter.text));
    rest.split_whitespace().next().unwrap().to_owned()
}

/// The code in a mail.
fn code_in(letter: &Letter) -> String {
    let (_, rest) = letter
        .text
        .split_once("验证码为 ")
        .unwrap_or_else(|| panic!("{}", letter.text));
    rest.chars().take(9).collect()
}

async fn asks(world: &World, link: &str) -> Response {
    let document =
        "mutation($input: AskGuestCodeInput!) { askGuestCode(input: $input) { sent opens userErrors { code } } }";
    let nobody = world.anonymous();
    nobody.graphql(document, json!({ "input": { "link": link } })).await
}

/// Takes an officer off the directory.
async fn revokes_officer(chief: &Person, officer: &str) {
    let id: Uuid = decode_as(IdKind::Officer, officer).unwrap();
    let row = entity::agency_officer::Entity::find_by_id(id)
        .one(chief.world.app.db.read())
        .await;
    let document =
        "mutation($input: RevokeOfficerInput!) { revokeOfficer(input: $input) { officer { id } userErrors { code } } }";
    let input = json!({ "id": officer, "expectedVersion": row.unwrap().unwrap().version, "reason": "left" });
    chief.graphql(document, json!({ "input": input })).await.ok();
}

/// An officer without an account, who came in.
struct Guest {
    world: World,
    token: String,
}

impl Asks for Guest {
    fn world(&self) -> &World {
        &self.world
    }

    async fn caller(&self) -> Caller {
        Caller {
            guest: Some(self.token.clone()),
            ..Caller::default()
        }
    }
}

impl Guest {
    async fn sees(&self) -> Response {
        self.graphql(&format!("{{ guestReferral {{ {SEEN} }} }}"), json!({}))
            .await
    }

    async fn answers(&self, answer: Value) -> Response {
        let version = self.sees().await.number("/guestReferral/version");
        let document = format!(
            "mutation($input: AnswerGuestReferralInput!) {{ answerGuestReferral(input: $input) {{ referral {{ {SEEN} }} \
             userErrors {{ code field }} }} }}"
        );
        let input = json!({ "expectedVersion": version, "answer": answer });
        self.graphql(&document, json!({ "input": input })).await
    }

    async fn opens_package(&self, form: &str) -> Response {
        let document = "mutation($input: OpenGuestPackageInput!) { openGuestPackage(input: $input) { url expiresAt \
            userErrors { code } } }";
        let input = json!({ "form": form, "purpose": "CASE_WORK" });
        self.graphql(document, json!({ "input": input })).await
    }

    async fn leaves(&self) -> Response {
        let document = "mutation { leaveGuestReferral { userErrors { code } } }";
        self.graphql(document, json!({})).await
    }
}

both_databases! {
    async fn a_link_and_a_code_open_the_referral_in_the_officers_language(world: World) {
        let sent = Sent::of(&world).await;
        let guest = sent.guest().await;
        let seen = guest.sees().await.ok();
        assert_eq!((seen.text("/guestReferral/id"), seen.text("/guestReferral/language")), (sent.id.clone(), "ZH_HANS".into()));
        assert_eq!(seen.data("/guestReferral/allowedActions"), &json!(["ACKNOWLEDGE", "OPEN_PACKAGE"]));
        assert_eq!(seen.text("/guestReferral/contactName"), sent.cast.author.name);
        assert!(!seen.data("/guestReferral/package/pdfSha256").is_null());
        assert_eq!(seen.texts("/guestReferral/history", "/kind"), ["SENT"], "nothing of what was before");

        guest.answers(json!({ "acknowledge": true })).await.ok();
        let asked = guest.answers(json!({ "requestInformation": "Which yard?" })).await.ok();
        assert!(!asked.data("/answerGuestReferral/referral/pausedSince").is_null());
        moves(&sent.cast.author, "answerReferralInformation", &sent.id, json!({ "note": "The second one." })).await.ok();
        let told = sent.letter(MailKind::ReferralAnswered).await;
        assert!(told.text.contains("/guest#") && !told.text.contains("second"), "{}", told.text);
        guest.answers(json!({ "accept": { "fileNumber": "2026-117" } })).await.ok();
        let closed = guest.answers(json!({ "giveFeedback": { "used": true, "useful": true, "result": "INVESTIGATION" } })).await.ok();
        assert_eq!(closed.text("/answerGuestReferral/referral/state"), "CLOSED");

        let read = reads(&sent.cast.author, &sent.id).await.ok();
        let accepted = read.data("/referral/history").as_array().unwrap().iter().find(|step| step["kind"] == "ACCEPTED").unwrap();
        assert_eq!((&accepted["person"], &accepted["officer"]["id"]), (&Value::Null, &json!(sent.officer)));
    }

    /// Default deny: whatever asks for a viewer is refused to a guest as it is to nobody.
    async fn a_guest_sees_and_does_nothing_else(world: World) {
        let sent = Sent::of(&world).await;
        let guest = sent.guest().await;
        let refused = world.nothing_changes(async {
            let mut refused = 0;
            for field in Contract::of(&world.schema).roots() {
                let asks = requirement(&field.parent, &field.name).unwrap();
                if asks == Requirement::Anyone || field.parent == "Subscription" {
                    continue;
                }
                let answer = guest.graphql(&field.document, json!({})).await;
                assert_eq!(answer.error_code(), Some("UNAUTHENTICATED"), "{}: {answer}", field.name);
                refused += 1;
            }
            refused
        })
        .await;
        assert!(refused > 100, "{refused}");
        for document in ["query($id: ID!) { referral(id: $id) { id } }", "query($id: ID!) { node(id: $id) { id } }"] {
            guest.graphql(document, json!({ "id": sent.id })).await.refused_with("UNAUTHENTICATED");
        }
        assert!(guest.graphql("{ viewer { roles } }", json!({})).await.data("/viewer").is_null());
    }

    async fn without_a_session_there_is_nothing(world: World) {
        let sent = Sent::of(&world).await;
        let seen = "{ guestReferral { id } }";
        world.anonymous().graphql(seen, json!({})).await.refused_with("TOKEN_INVALID");
        sent.cast.officer.graphql(seen, json!({})).await.refused_with("TOKEN_INVALID");
        let link = sent.link().await;
        for forged in [String::new(), "nonsense".to_owned(), link.replace('.', ".9"), format!("{link}a")] {
            world.nothing_changes(sent.asks(&forged)).await.refused_with("TOKEN_INVALID");
            world.nothing_changes(sent.opens(&forged, "0000-0000")).await.refused_with("TOKEN_INVALID");
        }
        world.nothing_changes(sent.opens(&link, "0000-0000")).await.refused_with("TOKEN_INVALID");
        world.after_days(30);
        world.nothing_changes(sent.asks(&link)).await.refused_with("TOKEN_INVALID");
    }

    async fn a_code_is_good_once_for_ten_minutes_and_five_guesses(world: World) {
        let sent = Sent::of(&world).await;
        let link = sent.link().await;
        sent.asks(&link).await.ok();
        let code = sent.code().await;
        sent.opens(&link, &code.to_lowercase().replace('-', " ")).await.ok();
        sent.opens(&link, &code).await.refused_with("TOKEN_INVALID");

        sent.asks(&link).await.ok();
        let code = sent.code().await;
        for _ in 0..5 {
            sent.opens(&link, "ZZZZ-ZZZZ").await.refused_with("TOKEN_INVALID");
        }
        world.nothing_changes(sent.opens(&link, &code)).await.refused_with("TOKEN_INVALID");

        sent.asks(&link).await.ok();
        let code = sent.code().await;
        world.clock.advance(SignedDuration::from_mins(10));
        world.nothing_changes(sent.opens(&link, &code)).await.refused_with("TOKEN_INVALID");

        for _ in 0..2 {
            sent.asks(&link).await.ok();
        }
        world.nothing_changes(sent.asks(&link)).await.refused_with("RATE_LIMITED");
        world.after_hours(1);
        sent.asks(&link).await.ok();
    }

    async fn of_many_who_ask_at_once_no_more_than_five_get_a_code(world: World) {
        let sent = Sent::of(&world).await;
        let link = sent.link().await;
        let answers = futures_util::future::join_all((0..12).map(|_| sent.asks(&link))).await;
        let codes = answers.iter().filter(|answer| answer.error_code().is_none()).count();
        assert!((1..=5).contains(&codes), "{codes}");
        let kept = entity::guest_code::Entity::find().one(world.app.db.read()).await.unwrap().unwrap();
        assert_eq!(usize::try_from(kept.asked).unwrap(), codes, "each is counted");
    }

    async fn a_session_is_short_and_alone(world: World) {
        let sent = Sent::of(&world).await;
        let first = sent.guest().await;
        let second = sent.guest().await;
        first.sees().await.refused_with("TOKEN_INVALID");
        second.sees().await.ok();
        world.clock.advance(SignedDuration::from_mins(45));
        second.sees().await.refused_with("TOKEN_INVALID");
        let third = sent.guest().await;
        third.leaves().await.ok();
        world.nothing_changes(third.leaves()).await.ok();
        third.sees().await.refused_with("TOKEN_INVALID");
        world.after_days(2);
        assert!(guests::jobs::forget(&world.app).await.unwrap() > 0);
    }

    async fn what_is_withdrawn_is_closed_to_its_guests(world: World) {
        let sent = Sent::of(&world).await;
        let (link, guest) = (sent.link().await, sent.guest().await);
        moves(&sent.cast.author, "withdrawReferral", &sent.id, json!({ "reason": "a mistake" })).await.ok();
        guest.sees().await.refused_with("TOKEN_INVALID");
        world.nothing_changes(guest.opens_package("PDF")).await.refused_with("TOKEN_INVALID");
        world.nothing_changes(sent.asks(&link)).await.refused_with("TOKEN_INVALID");
    }

    async fn an_officer_who_is_revoked_is_out_at_once(world: World) {
        let sent = Sent::of(&world).await;
        let (link, guest) = (sent.link().await, sent.guest().await);
        revokes_officer(&sent.chief, &sent.officer).await;
        guest.sees().await.refused_with("TOKEN_INVALID");
        world.nothing_changes(sent.asks(&link)).await.refused_with("TOKEN_INVALID");
    }

    async fn who_has_an_account_is_no_guest(world: World) {
        let sent = Sent::of(&world).await;
        let (link, guest) = (sent.link().await, sent.guest().await);
        let account = sent.cast.police.officer().await;
        let id = decode_as(IdKind::Officer, &sent.officer).unwrap();
        let db = world.app.db.write();
        let row = entity::agency_officer::Entity::find_by_id(id).one(db).await.unwrap().unwrap();
        let mut row = row.into_active_model();
        row.person_id = Set(Some(account.id));
        row.update(db).await.unwrap();
        guest.sees().await.refused_with("TOKEN_INVALID");
        world.nothing_changes(sent.asks(&link)).await.refused_with("TOKEN_INVALID");
    }

    async fn what_is_for_named_people_alone_needs_an_account(world: World) {
        let sent = Sent::of(&world).await;
        let (link, guest) = (sent.link().await, sent.guest().await);
        for (tlp, handling) in [("RED", "H0"), ("AMBER", "H2"), ("AMBER", "H3")] {
            let mut referral = row(&world, &sent.id).await.into_active_model();
            (referral.tlp, referral.handling_code) = (Set(tlp.to_owned()), Set(handling.to_owned()));
            referral.update(world.app.db.write()).await.unwrap();
            guest.sees().await.refused_with("TOKEN_INVALID");
            world.nothing_changes(sent.asks(&link)).await.refused_with("TOKEN_INVALID");
        }
    }

    /// Neither who reads the database nor who reads a backup can come in by it.
    async fn neither_codes_nor_tokens_are_kept(world: World) {
        let sent = Sent::of(&world).await;
        let link = sent.link().await;
        sent.asks(&link).await.ok();
        let code = sent.code().await;
        sent.opens(&link, "ZZZZ-ZZZZ").await.refused_with("TOKEN_INVALID");
        let token = sent.opens(&link, &code).await.ok().text("/openGuestReferral/session/token");
        let db = world.app.db.read();
        let secrets = [link.clone(), code.clone(), code.replace('-', ""), token, "ZZZZ-ZZZZ".to_owned()];
        let mut kept = format!("{:?}", entity::guest_code::Entity::find().all(db).await.unwrap());
        kept += &format!("{:?}", entity::guest_session::Entity::find().all(db).await.unwrap());
        kept += &format!("{:?}", entity::audit_entry::Entity::find().all(db).await.unwrap());
        for secret in secrets {
            assert!(!kept.contains(&secret), "{secret} is kept: {kept}");
        }
        let entries = entity::audit_entry::Entity::find().all(db).await.unwrap();
        let opened: Vec<_> = entries.iter().filter(|entry| entry.action == "openGuestReferral").collect();
        assert_eq!(opened.len(), 2, "the failure and the success");
    }

    async fn a_package_is_fetched_while_the_session_lasts(world: World) {
        let sent = Sent::of(&world).await;
        let guest = sent.guest().await;
        let opened = guest.opens_package("MANIFEST").await.ok();
        let url = opened.text("/openGuestPackage/url");
        let serving = Serving::of(&world).await;
        let fetched = serving.get(&url).await;
        let id: Uuid = decode_as(IdKind::Referral, &sent.id).unwrap();
        let kept = entity::referral_package::Entity::find_by_id(id).one(world.app.db.read()).await.unwrap().unwrap();
        assert_eq!(format!("{:x}", Sha256::digest(&fetched.body)), kept.manifest_sha256, "{fetched:?}");
        assert_eq!(serving.get(&url.replace("MANIFEST", "PDF")).await.status, 404, "it is for one form");
        assert_eq!(world.nothing_changes(serving.get(&url)).await.status, 404, "it is good once");
        let entries = entity::audit_entry::Entity::find().all(world.app.db.read()).await.unwrap();
        let fetched: Vec<_> = entries.iter().filter(|entry| entry.action == "fetchReferralPackage").collect();
        assert_eq!(fetched.len(), 1, "that it was given out is in the log");
        assert!(fetched[0].detail.contains(&sent.officer) && fetched[0].actor_id.is_none());
        let (first, second) = (guest.opens_package("PDF").await.ok(), guest.opens_package("PDF").await.ok());
        assert_eq!(serving.get(&first.text("/openGuestPackage/url")).await.status, 404, "the later one is in its place");
        assert_eq!(serving.get(&second.text("/openGuestPackage/url")).await.status, 200);
        let read = reads(&sent.cast.author, &sent.id).await.ok();
        assert_eq!(read.texts("/referral/history", "/kind").last().unwrap(), "OPENED");
        guest.leaves().await.ok();
        assert_eq!(serving.get(&url).await.status, 404);
        let again = sent.guest().await.opens_package("MANIFEST").await.ok().text("/openGuestPackage/url");
        world.clock.advance(SignedDuration::from_mins(2));
        assert_eq!(serving.get(&again).await.status, 404);
        serving.stop().await;
    }

    /// The log of sign-ins is the office's; that there is a referral is not.
    async fn who_reads_the_log_of_the_office_finds_no_referral_there(world: World) {
        let sent = Sent::of(&world).await;
        sent.guest().await.leaves().await.ok();
        let auditor = world.auditor("Auditor").await.person(&[touchstone::permissions::Role::Au]).await;
        let verbs = async |by: &Person| {
            let log = "{ auditEntries(first: 100) { nodes { action } } }";
            by.graphql(log, json!({})).await.ok().texts("/auditEntries/nodes", "/action")
        };
        let (office, all) = (verbs(&sent.chief).await, verbs(&auditor).await);
        for verb in ["askGuestCode", "openGuestReferral", "leaveGuestReferral"] {
            assert!(all.iter().any(|found| found == verb), "{verb}: {all:?}");
            assert!(!office.iter().any(|found| found == verb), "{verb}: {office:?}");
        }
    }

    async fn the_token_comes_in_a_header(world: World) {
        let sent = Sent::of(&world).await;
        let guest = sent.guest().await;
        let serving = Serving::of(&world).await;
        let question = json!({ "query": "{ guestReferral { id } }" });
        let seen = serving.send(serving.post(&question).header("x-touchstone-guest", &guest.token)).await;
        assert_eq!(seen.data("/guestReferral/id"), json!(sent.id), "{seen:?}");
        assert_eq!(serving.send(serving.post(&question)).await.code(), "TOKEN_INVALID");
        let bearer = serving.send(serving.post(&question).bearer_auth(&guest.token)).await;
        assert_eq!(bearer.status, 401, "it is no access token");
        serving.stop().await;
    }
}
