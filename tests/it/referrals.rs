//! Referrals: from leads to a frozen package with named officers, and what these answer.

mod going;
mod life;
mod need_to_know;
mod passing;
mod timeline;

use sea_orm::{ActiveModelTrait as _, ActiveValue::Set, EntityTrait as _, IntoActiveModel as _};
use serde_json::{Value, json};
use touchstone::{
    permissions::Role,
    platform::ids::{IdKind, decode_as},
    referrals,
};
use uuid::Uuid;

use crate::support::{Asks as _, Lead, Organization, Person, Response, World, draft, picture, with};

const FIELDS: &str = "id reference version state side tlp handlingCode fileNumber declineReason stopReason pausedSince \
    allowedActions feedbackOverdue receipt { dueOn metAt late } decision { dueOn late extensions metAt } \
    package { manifestSha256 pdfSha256 score subjects { name isPerson identifiers { value } } evidence { title sha256 } \
        rights { title certificates { sha256 } } items { brand } } \
    feedback { used useful result } history { kind note person { id } officer { id } }";

/// Everybody who has to do with referrals.
pub struct Cast {
    pub world: World,
    pub acme: Organization,
    pub author: Person,
    pub admin: Person,
    pub desk: Person,
    pub police: Organization,
    pub officer: Person,
    /// The officer in the directory.
    pub naming: String,
}

impl Cast {
    pub async fn of(world: &World) -> Self {
        Self::with_agency(world, "CN").await
    }

    /// With an agency of a country.
    pub async fn with_agency(world: &World, country: &str) -> Self {
        use touchstone::permissions::viewer::OrganizationKind;
        let (acme, secretariat) = (world.brand("Acme").await, world.secretariat().await);
        let police = world
            .organization_in(OrganizationKind::LeAgency, "Police", country, None)
            .await;
        let (desk, second) = (secretariat.desk().await, secretariat.desk().await);
        let chief = secretariat.secretariat_admin().await;
        let officer = police.officer().await;
        agency(&chief, &police, country).await;
        let naming = verified_officer(&chief, (&desk, &second), &police, Some(&officer)).await;
        Self {
            world: world.clone(),
            author: acme.investigator().await,
            admin: acme.admin().await,
            acme,
            desk,
            police,
            officer,
            naming,
        }
    }

    /// A graded lead of the author's with a company, a person and a photo in it.
    pub async fn lead(&self, more: Value) -> Lead {
        let lead = self.admin.prepares_from(with(draft(&self.acme), more)).await;
        names(&self.admin, &lead, company()).await;
        self.admin.attaches(&lead, &picture(7), json!({})).await;
        lead
    }

    /// A verified right of the member in China.
    pub async fn right(&self, more: Value) -> String {
        let facts = json!({ "kind": "TRADEMARK", "title": "ACME", "brandIds": [self.acme.brand_id()], "office": "CN",
            "registrationNumber": "1234567", "niceClasses": [25], "filedOn": "2019-01-01", "inForceFrom": "2020-01-01",
            "expiresOn": "2029-12-31" });
        let key = self.world.id().to_string();
        let document = "mutation($input: CreateIpRightInput!) { createIpRight(input: $input) { ipRight { id } userErrors { code } } }";
        let input = json!({ "idempotencyKey": key, "facts": with(facts, more) });
        let made = self.admin.graphql(document, json!({ "input": input })).await.ok();
        let id = made.text("/createIpRight/ipRight/id");
        for (by, mutation, version) in [(&self.admin, "submitIpRight", 1), (&self.desk, "verifyIpRight", 2)] {
            let document = format!(
                "mutation($input: IpRightTransitionInput!) {{ {mutation}(input: $input) {{ ipRight {{ id }} userErrors {{ code }} }} }}"
            );
            let input = json!({ "id": id, "expectedVersion": version });
            by.graphql(&document, json!({ "input": input })).await.ok();
        }
        id
    }

    /// Begins a referral of leads.
    pub async fn begins(&self, by: &Person, leads: &[&Lead]) -> Response {
        let leads: Vec<String> = leads.iter().map(|lead| lead.public_id()).collect();
        let input = json!({ "idempotencyKey": self.world.id().to_string(), "agencyId": self.agency_id(), "leadIds": leads,
            "title": "Workshop in Licheng" });
        acts(by, "createReferral", input).await
    }

    pub fn agency_id(&self) -> String {
        touchstone::platform::ids::encode(IdKind::Agency, self.police.id)
    }

    /// A referral of a lead with all that the rules ask for; its id.
    pub async fn complete(&self, lead: &Lead) -> String {
        let right = self.right(json!({})).await;
        let begun = self.begins(&self.author, &[lead]).await.ok();
        let id = begun.text("/createReferral/referral/id");
        self.fills(&id, lead, json!({ "rightIds": [right] })).await.ok();
        id
    }

    /// Puts everything into a draft that there is, and what is said.
    pub async fn fills(&self, id: &str, lead: &Lead, more: Value) -> Response {
        let content = "query($id: ID!) { lead(id: $id) { items(first: 50) { nodes { id } } subjects(first: 50) { nodes { id } } \
            evidence(first: 50) { nodes { id } } } }";
        let seen = self
            .author
            .graphql(content, json!({ "id": lead.public_id() }))
            .await
            .ok();
        let ids = |list: &str| seen.texts(&format!("/lead/{list}/nodes"), "/id");
        let base = json!({
            "facts": "Bags are sewn in a yard behind the market.", "officerIds": [self.naming],
            "itemIds": ids("items"), "subjectIds": ids("subjects"), "evidenceIds": ids("evidence"),
            "valuation": { "amount": "120000.00", "currency": "CNY", "basis": "GENUINE_PRICE", "source": "price list",
                "date": "2026-03-01" },
            "noAppraisalReason": "EVIDENT", "civilProceedings": "NONE", "safetyNotes": "A dog in the yard.",
        });
        changes(&self.author, id, with(base, more)).await
    }

    /// A referral that was sent; its id.
    pub async fn sent(&self, lead: &Lead) -> String {
        let id = self.complete(lead).await;
        moves(&self.author, "submitReferral", &id, json!({})).await.ok();
        moves(&self.admin, "approveReferral", &id, json!({})).await.ok();
        sends(&self.world).await;
        id
    }
}

/// Sends what was approved, as the worker does.
pub async fn sends(world: &World) -> usize {
    referrals::jobs::send(&world.app).await.unwrap()
}

pub fn company() -> Value {
    json!({ "kind": "COMPANY", "name": "Licheng Works", "role": "MAKER",
        "identifiers": [{ "kind": "PHONE", "value": "13800138000", "country": "CN" }] })
}

pub fn human() -> Value {
    json!({ "kind": "PERSON", "name": "Jane Doe", "role": "MAKER",
        "identifiers": [{ "kind": "PHONE", "value": "13900139000", "country": "CN" }],
        "personalData": { "purpose": "REFERRAL", "legalBasis": "LEGAL_CLAIMS" } })
}

/// Names a subject in a lead and gives its id.
pub async fn names(by: &Person, lead: &Lead, subject: Value) -> String {
    let base = json!({ "idempotencyKey": by.world.id().to_string(), "leadId": lead.public_id() });
    let document =
        "mutation($input: AddSubjectInput!) { addSubject(input: $input) { subject { id } userErrors { code field } } }";
    let added = by.graphql(document, json!({ "input": with(base, subject) })).await.ok();
    added.text("/addSubject/subject/id")
}

/// Enters an agency in the directory.
pub async fn agency(by: &Person, police: &Organization, country: &str) {
    let document = "mutation($input: CreateAgencyInput!) { createAgency(input: $input) { agency { id } userErrors { code field } } }";
    let input = json!({ "idempotencyKey": by.world.id().to_string(), "organizationId": police.public_id(), "kind": "POLICE",
        "jurisdictions": [{ "country": country }], "languages": ["en"] });
    by.graphql(document, json!({ "input": input })).await.ok();
}

/// An officer whom two people of the secretariat have verified; its id in the directory.
pub async fn verified_officer(
    by: &Person,
    two: (&Person, &Person),
    police: &Organization,
    account: Option<&Person>,
) -> String {
    officer_with(by, two, police, account, json!({})).await
}

/// The same with something else about it.
pub async fn officer_with(
    by: &Person,
    (one, other): (&Person, &Person),
    police: &Organization,
    account: Option<&Person>,
    more: Value,
) -> String {
    let agency = touchstone::platform::ids::encode(IdKind::Agency, police.id);
    let key = by.world.id();
    let input = json!({ "idempotencyKey": key.to_string(), "agencyId": agency, "name": "Officer Li",
        "email": account.map_or_else(|| format!("{}@police.example", key.simple()), |person| person.email.clone()),
        "personId": account.map(Person::public_id), "languages": ["en"] });
    let input = with(input, more);
    let document = "mutation($input: ProposeOfficerInput!) { proposeOfficer(input: $input) { officer { id version } userErrors { code field } } }";
    let proposed = by.graphql(document, json!({ "input": input })).await.ok();
    let id = proposed.text("/proposeOfficer/officer/id");
    let mut version = proposed.number("/proposeOfficer/officer/version");
    for person in [one, other] {
        let document = "mutation($input: VerifyOfficerInput!) { verifyOfficer(input: $input) { officer { version } userErrors { code } } }";
        let said = person
            .graphql(document, json!({ "input": { "id": id, "expectedVersion": version } }))
            .await
            .ok();
        version = said.number("/verifyOfficer/officer/version");
    }
    id
}

/// As it stands in the database.
pub async fn row(world: &World, id: &str) -> entity::referral::Model {
    let id: Uuid = decode_as(IdKind::Referral, id).unwrap();
    let found = entity::referral::Entity::find_by_id(id).one(world.app.db.read()).await;
    found.unwrap().unwrap()
}

/// Does a mutation and selects the referral.
pub async fn acts(by: &Person, mutation: &str, input: Value) -> Response {
    let kind = match mutation {
        "submitReferral" | "takeBackReferral" | "acknowledgeReferral" => "ReferralTransitionInput".to_owned(),
        "returnReferral" | "withdrawReferral" | "retractReferral" => "ReasonedReferralInput".to_owned(),
        "requestReferralInformation" | "answerReferralInformation" | "extendReferralDecision" => {
            "ReferralNoteInput".to_owned()
        }
        other => format!("{}{}Input", other[..1].to_uppercase(), &other[1..]),
    };
    let document = format!(
        "mutation($input: {kind}!) {{ {mutation}(input: $input) {{ referral {{ {FIELDS} }} userErrors {{ code field }} }} }}"
    );
    by.graphql(&document, json!({ "input": input })).await
}

/// Does a mutation to a referral in the version it has now.
pub async fn moves(by: &Person, mutation: &str, id: &str, more: Value) -> Response {
    let version = row(&by.world, id).await.version;
    acts(
        by,
        mutation,
        with(json!({ "id": id, "expectedVersion": version }), more),
    )
    .await
}

pub async fn changes(by: &Person, id: &str, more: Value) -> Response {
    moves(by, "updateReferral", id, more).await
}

/// A referral as somebody gets it.
pub async fn reads(by: &Person, id: &str) -> Response {
    let document = format!("query($id: ID!) {{ referral(id: $id) {{ {FIELDS} }} }}");
    by.graphql(&document, json!({ "id": id })).await
}

/// The ids of the referrals that somebody finds.
pub async fn lists(by: &Person, filter: Value) -> Vec<String> {
    let document =
        "query($filter: ReferralFilter) { referrals(first: 100, filter: $filter) { totalCount nodes { id } } }";
    let found = by.graphql(document, json!({ "filter": filter })).await.ok();
    let ids = found.texts("/referrals/nodes", "/id");
    assert_eq!(found.number("/referrals/totalCount"), i64::try_from(ids.len()).unwrap());
    ids
}

/// The kinds of a history.
pub fn history(of: &Response, path: &str) -> Vec<String> {
    of.texts(path, "/kind")
}

/// Takes the account of an officer away, as the directory would.
pub async fn without_account(world: &World, officer: &str) {
    let id = decode_as(IdKind::Officer, officer).unwrap();
    let found = entity::agency_officer::Entity::find_by_id(id)
        .one(world.app.db.read())
        .await;
    let mut row = found.unwrap().unwrap().into_active_model();
    row.person_id = Set(None);
    row.update(world.app.db.write()).await.unwrap();
}

/// Ends the attestation of an officer.
pub async fn lapses(world: &World, officer: &str) {
    let id = decode_as(IdKind::Officer, officer).unwrap();
    let found = entity::agency_officer::Entity::find_by_id(id)
        .one(world.app.db.read())
        .await;
    let mut row = found.unwrap().unwrap().into_active_model();
    row.attested_until = Set(touchstone::platform::clock::micros(world.now()));
    row.update(world.app.db.write()).await.unwrap();
}

/// Somebody else with the role of an investigator, too.
pub async fn both_roles(of: &Organization) -> Person {
    of.person(&[Role::Ma, Role::Mi]).await
}
