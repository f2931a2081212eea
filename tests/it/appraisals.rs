//! Samples and their appraisals: what was bought is inspected, and the highest rank decides, not the majority.

mod apart;
mod blind;
pub mod blocks;
mod ends;
mod ranks;
mod reports;
mod samples;

use sea_orm::EntityTrait as _;
use serde_json::{Value, json};
use touchstone::{
    permissions::{Role, viewer::OrganizationKind},
    platform::ids::{IdKind, decode_as},
};

use crate::{
    purchases::Cast,
    support::{Asks as _, Organization, Person, Response, World, picture, with},
};

/// What is asked for of an appraisal.
pub const FIELDS: &str = "id reference version state blind round rank purpose overdue dueOn interest endReason allowedActions \
    appraiser { id } purchase { id } lead { id } organization { id } orderedBy { id } follows { id } \
    context { orderNumber seller listingUrl } contestReason finalAt \
    reports { version conclusion reasons contentSha256 reportSha256 orderNumber correctionReason } report { version conclusion }";

/// A purchase of one piece that was received, and those who inspect it.
pub struct Bench {
    pub world: World,
    pub cast: Cast,
    pub purchase: String,
    pub samples: Vec<String>,
    /// Of Acme's own team.
    pub team: Person,
    /// Of its headquarters.
    pub headquarters: Person,
    pub lab: Organization,
    pub first: Person,
    pub second: Person,
}

impl Bench {
    pub async fn of(world: &World) -> Self {
        Self::with(Cast::of(world).await, &["S-1"]).await
    }

    /// Of a purchase whose goods came under these seals.
    pub async fn with(cast: Cast, seals: &[&str]) -> Self {
        let world = cast.world.clone();
        let (purchase, samples) = cast.received(seals).await;
        let lab = world.organization(OrganizationKind::Lab, "Lab").await;
        Self {
            team: cast.acme.person(&[Role::Ap]).await,
            headquarters: cast.acme.person(&[Role::Ap]).await,
            first: lab.person(&[Role::Ap]).await,
            second: lab.person(&[Role::Ap]).await,
            lab,
            purchase,
            samples,
            cast,
            world,
        }
    }

    /// The first sample.
    pub fn sample(&self) -> &str {
        &self.samples[0]
    }

    /// What is said where an appraisal is ordered.
    pub fn wish(&self, rank: &str, appraiser: &Person, more: Value) -> Value {
        let base = json!({
            "idempotencyKey": self.world.id().to_string(), "sampleId": self.sample(), "rank": rank,
            "appraiserId": appraiser.public_id(), "questions": "Who sewed it?", "referenceFeatures": ["Nine stitches an inch"],
        });
        with(base, more)
    }

    /// Orders an appraisal; its id.
    pub async fn ordered(&self, rank: &str, appraiser: &Person, more: Value) -> String {
        let made = acts(&self.cast.requester, "orderAppraisal", self.wish(rank, appraiser, more))
            .await
            .ok();
        made.text("/orderAppraisal/appraisal/id")
    }

    /// An appraisal that is under way; its id.
    pub async fn begun(&self, rank: &str, appraiser: &Person, more: Value) -> String {
        let id = self.ordered(rank, appraiser, more).await;
        moves(appraiser, "takeUpAppraisal", &id, json!({ "interest": "NONE" }))
            .await
            .ok();
        moves(appraiser, "beginAppraisal", &id, json!({})).await.ok();
        id
    }

    /// An appraisal that was reported with this conclusion; its id.
    pub async fn reported(&self, rank: &str, appraiser: &Person, conclusion: &str, more: Value) -> String {
        let id = self.begun(rank, appraiser, more).await;
        moves(appraiser, "reportAppraisal", &id, report(appraiser, conclusion).await)
            .await
            .ok();
        id
    }

    /// An appraisal that counts; its id.
    pub async fn finished(&self, rank: &str, appraiser: &Person, conclusion: &str, more: Value) -> String {
        let id = self.reported(rank, appraiser, conclusion, more).await;
        moves(&self.cast.requester, "agreeToAppraisal", &id, json!({}))
            .await
            .ok();
        moves(&self.cast.requester, "finalizeAppraisal", &id, json!({}))
            .await
            .ok();
        id
    }

    /// Where the case of the purchase stands, what holds and by which rank.
    pub async fn case(&self) -> (String, Option<String>) {
        let document = "query($id: ID!) { purchase(id: $id) { conclusion { state conclusion rank blocks } } }";
        let found = self
            .cast
            .requester
            .graphql(document, json!({ "id": self.purchase }))
            .await
            .ok();
        let conclusion = found
            .data("/purchase/conclusion/conclusion")
            .as_str()
            .map(str::to_owned);
        (found.text("/purchase/conclusion/state"), conclusion)
    }
}

/// A report with a conclusion, its photo sent before.
pub async fn report(by: &Person, conclusion: &str) -> Value {
    let upload = by.uploads(&picture(90), "seam.png").await;
    json!({
        "idempotencyKey": by.world.id().to_string(),
        "report": {
            "method": "Microscopy", "process": "Seal whole; opened and compared with the genuine article.",
            "features": [{ "feature": "Nine stitches an inch", "finding": "UNCLEAR", "note": "Counted on both sides" }],
            "photos": [{ "uploadId": upload, "caption": "The seam" }],
            "conclusion": conclusion, "reasons": format!("The seam says {conclusion}."), "signedName": by.name, "seal": "LAB-7",
        },
    })
}

/// As it stands in the database.
pub async fn row(world: &World, id: &str) -> entity::appraisal::Model {
    let id = decode_as(IdKind::Appraisal, id).unwrap();
    let found = entity::appraisal::Entity::find_by_id(id).one(world.app.db.read()).await;
    found.unwrap().unwrap()
}

/// A sample as it stands in the database.
pub async fn sample_row(world: &World, id: &str) -> entity::sample::Model {
    let id = decode_as(IdKind::Sample, id).unwrap();
    let found = entity::sample::Entity::find_by_id(id).one(world.app.db.read()).await;
    found.unwrap().unwrap()
}

/// Does a mutation of appraisals.
pub async fn acts(by: &Person, mutation: &str, input: Value) -> Response {
    let kind = match mutation {
        "declineAppraisal" | "contestAppraisal" | "cancelAppraisal" => "ReasonedAppraisalInput".to_owned(),
        "beginAppraisal" | "agreeToAppraisal" | "finalizeAppraisal" => "AppraisalTransitionInput".to_owned(),
        other => format!("{}{}Input", other[..1].to_uppercase(), &other[1..]),
    };
    let document = format!(
        "mutation($input: {kind}!) {{ {mutation}(input: $input) {{ appraisal {{ {FIELDS} }} userErrors {{ code field message }} }} }}"
    );
    by.graphql(&document, json!({ "input": input })).await
}

/// Does a mutation to an appraisal in the version it has now.
pub async fn moves(by: &Person, mutation: &str, id: &str, more: Value) -> Response {
    let version = row(&by.world, id).await.version;
    let base = json!({ "id": id, "expectedVersion": version });
    acts(by, mutation, with(base, more)).await
}

/// Does a mutation of samples.
pub async fn on_sample(by: &Person, mutation: &str, input: Value) -> Response {
    let kind = match mutation {
        "refuseSampleHandOver" | "withdrawSampleHandOver" => "ReasonedSampleInput".to_owned(),
        other => format!("{}{}Input", other[..1].to_uppercase(), &other[1..]),
    };
    let document = format!(
        "mutation($input: {kind}!) {{ {mutation}(input: $input) {{ sample {{ id disposal retainedUntil custodyVersion version \
         holder {{ id }} handOver {{ to {{ id }} }} }} userErrors {{ code field message }} }} }}"
    );
    by.graphql(&document, json!({ "input": input })).await
}

/// Says what became of a sample in the version it has now.
pub async fn disposes(by: &Person, sample: &str, disposal: &str) -> Response {
    let version = sample_row(&by.world, sample).await.version;
    on_sample(
        by,
        "disposeSample",
        json!({ "id": sample, "expectedVersion": version, "disposal": disposal }),
    )
    .await
}

/// An appraisal as somebody gets it.
pub async fn reads(by: &Person, id: &str) -> Response {
    let document = format!("query($id: ID!) {{ appraisal(id: $id) {{ {FIELDS} }} }}");
    by.graphql(&document, json!({ "id": id })).await
}

/// A sample as somebody gets it.
pub async fn reads_sample(by: &Person, id: &str) -> Response {
    let document = "query($id: ID!) { sample(id: $id) { id reference number label seal disposal retainedUntil onHold qualityDue place \
        version custodyVersion purchase { id } lead { id } evidence { id } holder { id } handOver { to { id } } \
        appraisals { id } conclusion { state } allowedActions } }";
    by.graphql(document, json!({ "id": id })).await
}

/// The ids of the appraisals that somebody finds; the count says the same.
pub async fn lists(by: &Person, filter: Value) -> Vec<String> {
    let document =
        "query($filter: AppraisalFilter) { appraisals(first: 100, filter: $filter) { totalCount nodes { id } } }";
    let found = by.graphql(document, json!({ "filter": filter })).await.ok();
    let ids = found.texts("/appraisals/nodes", "/id");
    assert_eq!(
        found.number("/appraisals/totalCount"),
        i64::try_from(ids.len()).unwrap()
    );
    ids
}

/// The kinds of what somebody was told of appraisals.
pub async fn told(by: &Person) -> Vec<String> {
    let document = "{ notifications(first: 50) { nodes { kind appraisal { id } sample { id } heading } } }";
    let found = by.graphql(document, json!({})).await.ok();
    let mut kinds = found.texts("/notifications/nodes", "/kind");
    kinds.retain(|kind| kind.starts_with("APPRAISAL_"));
    kinds
}
