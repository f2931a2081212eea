//! What becomes of samples in the storm: each goes to one appraiser, who signs a report, which then counts.

use std::collections::BTreeMap;

use rand::{RngExt as _, rngs::StdRng};
use serde_json::{Value, json};

use super::{
    notes::{Deed, Wish},
    people::Hall,
};

/// The places of the member's person who orders appraisals, and of the laboratory's who inspects.
const ORDERS: usize = 4;
const APPRAISER: usize = 8;

/// An appraisal as the clients know it.
#[derive(Debug, Clone)]
pub(super) struct Inspection {
    id: String,
    version: i64,
    state: String,
    /// The upload that is the photo of its report.
    photo: String,
}

/// Samples that nobody inspects, photos that no report has, and what is inspected.
#[derive(Debug, Default)]
pub(super) struct Bench {
    samples: Vec<String>,
    photos: Vec<String>,
    inspections: BTreeMap<String, Inspection>,
}

/// Something to do there.
#[derive(Debug, Clone)]
pub(super) enum Task {
    Order(String),
    Step(Inspection),
}

/// What to ask of a payload.
pub(super) const APPRAISAL: &str = "appraisal { id version state }";

/// Whether a mutation is one of appraisals.
pub(super) fn is_one(mutation: &str) -> bool {
    mutation.contains("Appraisal")
}

/// The type of a mutation's input where it is none of its own.
pub(super) fn is_transition(mutation: &str) -> bool {
    ["beginAppraisal", "agreeToAppraisal", "finalizeAppraisal"].contains(&mutation)
}

impl Bench {
    /// An empty one, with what the appraiser has sent.
    pub(super) fn of(photos: Vec<String>) -> Self {
        Self {
            photos,
            ..Self::default()
        }
    }

    /// Samples came, as a payload says.
    pub(super) fn receives(&mut self, purchase: &Value) {
        let samples = purchase["samples"].as_array().unwrap();
        assert!(!samples.is_empty(), "it came, and there is nothing: {purchase}");
        let ids = samples.iter().map(|sample| sample["id"].as_str().unwrap().to_owned());
        self.samples.extend(ids);
    }

    /// Notes what became of a wish.
    pub(super) fn note(&mut self, wish: &Wish, appraisal: &Value) {
        let id = appraisal["id"].as_str().unwrap().to_owned();
        if wish.mutation == "orderAppraisal" {
            self.samples.retain(|sample| wish.input["sampleId"] != sample.as_str());
            let Some(photo) = self.photos.pop() else { return };
            let new = Inspection {
                id: id.clone(),
                version: 0,
                state: String::new(),
                photo,
            };
            self.inspections.insert(id.clone(), new);
        }
        // Without a photo there is no report: nobody goes on with it.
        let Some(known) = self.inspections.get_mut(&id) else {
            return;
        };
        let version = appraisal["version"].as_i64().unwrap();
        if version >= known.version {
            known.version = version;
            appraisal["state"].as_str().unwrap().clone_into(&mut known.state);
        }
    }

    /// Something to do, as `place` says; nothing where nothing waits.
    pub(super) fn task(&self, place: usize) -> Option<Task> {
        let open = self.inspections.values().filter(|one| one.state != "FINAL");
        let steps = open.cloned().map(Task::Step);
        let samples = self.samples.iter().take(if self.photos.is_empty() { 0 } else { 2 });
        let tasks: Vec<Task> = steps.chain(samples.cloned().map(Task::Order)).collect();
        tasks.get(place.checked_rem(tasks.len())?).cloned()
    }
}

/// The next thing to be done there.
pub(super) fn next(hall: &Hall, dice: &mut StdRng, key: &str, task: &Task) -> Wish {
    let one = match task {
        Task::Order(sample) => return order(hall, key, sample),
        Task::Step(one) => one,
    };
    match one.state.as_str() {
        "ORDERED" => step("takeUpAppraisal", APPRAISER, one, json!({ "interest": "NONE" })),
        "TAKEN_UP" => step("beginAppraisal", APPRAISER, one, json!({})),
        "IN_PROGRESS" => report(dice, key, one),
        "REPORTED" => step("agreeToAppraisal", ORDERS, one, json!({})),
        _ => step("finalizeAppraisal", ORDERS, one, json!({})),
    }
}

fn order(hall: &Hall, key: &str, sample: &str) -> Wish {
    Wish {
        mutation: "orderAppraisal",
        by: ORDERS,
        input: json!({
            "idempotencyKey": key, "sampleId": sample, "rank": "LAB", "blind": false, "questions": key,
            "appraiserId": hall.people[APPRAISER].public_id(), "referenceFeatures": ["Nine stitches an inch"],
        }),
        deed: Deed::Appraisal,
    }
}

/// What it says is never that something is genuine: that would take the lead back on which all of them stand.
fn report(dice: &mut StdRng, key: &str, one: &Inspection) -> Wish {
    let note = format!("Counted {} times", dice.random_range(2..9_u32));
    let said = json!({
        "method": "Microscopy", "process": "Seal whole; opened and compared with the genuine article.",
        "features": [{ "feature": "Nine stitches an inch", "finding": "UNCLEAR", "note": note }],
        "photos": [{ "uploadId": one.photo, "caption": "The seam" }],
        "conclusion": "COUNTERFEIT", "reasons": key, "signedName": "Zhao Min", "seal": "LAB-7",
    });
    let more = json!({ "idempotencyKey": key, "report": said });
    step("reportAppraisal", APPRAISER, one, more)
}

fn step(mutation: &'static str, by: usize, one: &Inspection, more: Value) -> Wish {
    let mut input = more;
    input["id"] = json!(one.id);
    input["expectedVersion"] = json!(one.version);
    Wish {
        mutation,
        by,
        input,
        deed: Deed::Appraisal,
    }
}
