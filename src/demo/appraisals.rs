//! Appraisals of what was bought in the demo: one that counts, one that two contradict, one that is contested and inspected again
//! blindly, one that is late, a laboratory's queue; for a while every sample is inspected twice, and one first report turns out to
//! be wrong; and what became of some samples.

use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

use super::{
    alliance::Alliance,
    evidence::{listing, sent},
    purchases::{BUYER, is_passed_over},
    store,
};
use crate::{
    app::App,
    appraisals::{
        self, NewAppraisal,
        rules::{
            AppraisalConclusion, AppraisalRank, AppraiserInterest, FeatureFinding, Policy, ReportFacts, ReportFeature,
            ReportPhoto,
        },
    },
    evidence::NewTransfer,
    permissions::Viewer,
    platform::{
        clock::ManualClock,
        error::{ApiError, Result},
    },
    samples::{self, Disposed, rules::SampleDisposal},
};

/// Who orders and judges, and who inspects.
const DESK: &str = "lin.yuhe@secretariat.example";
const LAB: [&str; 2] = ["edith.farrow@kelvinmoss.example", "samir.haddock@kelvinmoss.example"];

/// How far an appraisal has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Stage {
    Ordered,
    TakenUp,
    Begun,
    Reported,
    Counts,
}

/// An appraisal to be: of which of the received purchases, at which rank, by whom of the laboratory, found what, how many days ago it
/// was ordered and how far it has come.
struct Plan {
    purchase: usize,
    rank: AppraisalRank,
    by: usize,
    found: AppraisalConclusion,
    begun: i64,
    stage: Stage,
    /// Whether it is the second inspection of a sample that was drawn.
    quality: bool,
}

const fn plan(
    (purchase, rank, by): (usize, AppraisalRank, usize),
    found: AppraisalConclusion,
    begun: i64,
    stage: Stage,
) -> Plan {
    Plan {
        purchase,
        rank,
        by,
        found,
        begun,
        stage,
        quality: false,
    }
}

/// The second inspection of a sample that was drawn, which counts.
const fn second(purchase: usize, rank: AppraisalRank, found: AppraisalConclusion, begun: i64) -> Plan {
    Plan {
        quality: true,
        ..plan((purchase, rank, 1), found, begun, Stage::Counts)
    }
}

/// The received purchase of which the first report is wrong: the second one finds the genuine article.
const GENUINE: usize = 6;

/// All of them, the one that was ordered first first. The second purchase comes into conflict, the third one is contested, of the
/// first and the seventh the report is compared with a second one.
const PLANS: &[Plan] = &[
    plan(
        (0, AppraisalRank::Lab, 0),
        AppraisalConclusion::Counterfeit,
        14,
        Stage::Counts,
    ),
    plan(
        (1, AppraisalRank::Lab, 0),
        AppraisalConclusion::Counterfeit,
        13,
        Stage::Counts,
    ),
    plan(
        (2, AppraisalRank::Lab, 0),
        AppraisalConclusion::Counterfeit,
        12,
        Stage::Counts,
    ),
    plan(
        (3, AppraisalRank::Lab, 1),
        AppraisalConclusion::Counterfeit,
        11,
        Stage::Begun,
    ),
    plan(
        (GENUINE, AppraisalRank::Lab, 0),
        AppraisalConclusion::Counterfeit,
        10,
        Stage::Counts,
    ),
    second(0, AppraisalRank::Lab, AppraisalConclusion::Counterfeit, 7),
    plan(
        (1, AppraisalRank::IndependentLab, 1),
        AppraisalConclusion::GreyMarket,
        6,
        Stage::Reported,
    ),
    second(GENUINE, AppraisalRank::IndependentLab, AppraisalConclusion::Genuine, 5),
    plan(
        (4, AppraisalRank::Lab, 0),
        AppraisalConclusion::Counterfeit,
        3,
        Stage::Ordered,
    ),
    plan(
        (5, AppraisalRank::Lab, 0),
        AppraisalConclusion::Counterfeit,
        2,
        Stage::TakenUp,
    ),
];

/// The fourth one had this many working days, and is late.
const DAYS_OF_THE_LATE: i32 = 3;

/// For that long ago until yesterday every sample is inspected twice.
const TWICE_FROM: i64 = 15;

/// Those who do it, and when.
struct Bench<'a> {
    app: &'a App,
    clock: &'a ManualClock,
    alliance: &'a Alliance,
    now: Timestamp,
    desk: &'a Viewer,
    /// The purchases that were received.
    received: &'a [Uuid],
    /// The first sample of each of them.
    samples: Vec<Uuid>,
}

/// Has what was received inspected, at a clock that is back in the present afterwards.
pub(super) async fn inspect(app: &App, clock: &ManualClock, alliance: &Alliance, received: &[Uuid]) -> Result<()> {
    let found = samples::of_purchases(app.db.read(), received).await?;
    let first_of = |purchase: &Uuid| found.iter().find(|row| row.purchase_id == *purchase).map(|row| row.id);
    let now = app.now();
    let bench = Bench {
        app,
        clock,
        alliance,
        now,
        desk: alliance.viewer(DESK)?,
        received,
        samples: received.iter().filter_map(first_of).collect(),
    };
    let inspected = bench.inspected().await;
    clock.set(now);
    inspected
}

impl Bench<'_> {
    async fn inspected(&self) -> Result<()> {
        self.on(TWICE_FROM)?;
        self.inspected_twice(0, 1).await?;
        let mut third = None;
        for (number, plan) in PLANS.iter().enumerate() {
            self.on(plan.begun)?;
            let made = self.ordered(number, plan, None).await?;
            if plan.purchase == 2 {
                third = made;
            }
        }
        self.on(1)?;
        self.inspected_twice(1, Policy::default().quality_every).await?;
        if let Some(first) = third {
            self.contested(first).await?;
        }
        self.ended().await
    }

    /// Moves the clock to so many days before the present.
    fn on(&self, days: i64) -> Result<()> {
        let at = self.now.checked_sub(SignedDuration::from_hours(24 * days));
        self.clock.set(at.map_err(ApiError::internal)?);
        Ok(())
    }

    /// Says that of so many samples one is inspected twice.
    async fn inspected_twice(&self, version: i32, quality_every: i32) -> Result<()> {
        let policy = Policy {
            quality_every,
            ..Policy::default()
        };
        appraisals::set_policy(self.app, self.desk, None, version, policy)
            .await
            .map(drop)
    }

    /// Orders one and takes it to its stage; what the rules do not allow is left out.
    async fn ordered(&self, number: usize, plan: &Plan, follows: Option<Uuid>) -> Result<Option<Uuid>> {
        let Some(sample) = self.samples.get(plan.purchase) else {
            return Ok(None);
        };
        let appraiser = self.alliance.viewer(LAB[plan.by])?;
        let new = NewAppraisal {
            sample: *sample,
            rank: plan.rank,
            appraiser: appraiser.person,
            questions: "Is it of the holder's making? If not, by what is that seen at first sight?".to_owned(),
            reference_features: vec![
                "Nine stitches to the inch, the last one double".to_owned(),
                "The number inside begins with the year of making".to_owned(),
            ],
            blind: number != 0,
            follows,
            quality: plan.quality,
            working_days: (plan.stage == Stage::Begun).then_some(DAYS_OF_THE_LATE),
        };
        match appraisals::order(self.app, self.desk, &format!("demo:appraisal:{number}"), &new).await {
            Ok(id) => {
                if plan.stage > Stage::TakenUp {
                    self.handed_over(number, *sample, appraiser).await?;
                }
                self.taken(number, plan, (id, appraiser)).await.map(|()| Some(id))
            }
            Err(error) if is_passed_over(error.code) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// The sample goes to who inspects it, by both hands: from the buyer, or from who inspected it before.
    async fn handed_over(&self, number: usize, sample: Uuid, appraiser: &Viewer) -> Result<()> {
        for from in [BUYER, LAB[0], LAB[1]] {
            let from = self.alliance.viewer(from)?;
            if from.person == appraiser.person {
                continue;
            }
            let new = NewTransfer {
                evidence: sample,
                expected: store::custody_version(&self.app.db, sample).await?,
                to: appraiser.person,
                seal: Some(format!("L-{:04}", 900 + number)),
                note: Some("By courier, in a sealed bag.".to_owned()),
            };
            match samples::hand_over(self.app, from, &format!("demo:sample:{number}"), new).await {
                // Somebody else has it in hand.
                Err(error) if is_passed_over(error.code) => {}
                Err(error) => return Err(error),
                Ok(_) => return samples::take_over(self.app, appraiser, sample).await.map(drop),
            }
        }
        Ok(())
    }

    /// Takes an appraisal to its stage.
    async fn taken(&self, number: usize, plan: &Plan, (id, appraiser): (Uuid, &Viewer)) -> Result<()> {
        let app = self.app;
        if plan.stage == Stage::Ordered {
            return Ok(());
        }
        let version = store::appraisal_version(&app.db, id).await?;
        appraisals::take_up(app, appraiser, (id, version), AppraiserInterest::None, None).await?;
        if plan.stage == Stage::TakenUp {
            return Ok(());
        }
        let version = store::appraisal_version(&app.db, id).await?;
        appraisals::begin(app, appraiser, (id, version)).await?;
        if plan.stage == Stage::Begun {
            return Ok(());
        }
        self.on((plan.begun - 3).max(0))?;
        let said = self.report(number, plan, appraiser).await?;
        let version = store::appraisal_version(&app.db, id).await?;
        appraisals::report(
            app,
            appraiser,
            &format!("demo:report:{number}"),
            (id, version),
            said,
            None,
        )
        .await?;
        if plan.stage == Stage::Reported {
            return Ok(());
        }
        let version = store::appraisal_version(&app.db, id).await?;
        appraisals::agree(app, self.desk, (id, version)).await?;
        let version = store::appraisal_version(&app.db, id).await?;
        match appraisals::finalize(app, self.desk, (id, version)).await {
            // A listed seller's goods wait for an independent laboratory.
            Err(error) if is_passed_over(error.code) => Ok(()),
            done => done.map(drop),
        }
    }

    async fn report(&self, number: usize, plan: &Plan, appraiser: &Viewer) -> Result<ReportFacts> {
        let shade = u8::try_from(number * 23 % 180).unwrap_or(0);
        let upload = sent(self.app, appraiser, "seam.png", listing(shade)).await?;
        let finding = match plan.found {
            AppraisalConclusion::Genuine | AppraisalConclusion::GreyMarket => FeatureFinding::AsGenuine,
            AppraisalConclusion::Counterfeit | AppraisalConclusion::Altered => FeatureFinding::NotAsGenuine,
            AppraisalConclusion::Inconclusive | AppraisalConclusion::Unable => FeatureFinding::Unclear,
        };
        Ok(ReportFacts {
            method: "By eye, under the microscope, and by weight.".to_owned(),
            process: "The seal was whole. Opened, photographed, compared with a genuine article of the same year."
                .to_owned(),
            features: vec![ReportFeature {
                feature: "Nine stitches to the inch, the last one double".to_owned(),
                finding,
                note: Some("Counted on both sides.".to_owned()),
            }],
            photos: vec![ReportPhoto {
                upload,
                caption: Some("The seam at the handle".to_owned()),
            }],
            conclusion: plan.found,
            reasons: "Seam, thread and number agree with each other, and say the same.".to_owned(),
            signed_name: LAB[plan.by].split('@').next().unwrap_or_default().replace('.', " "),
            seal: Some("Kelvin & Moss, 7".to_owned()),
        })
    }

    /// Somebody contests what counts, and another person inspects it again without knowing of it.
    async fn contested(&self, first: Uuid) -> Result<()> {
        let version = store::appraisal_version(&self.app.db, first).await?;
        let reason = "The thread is one that the holder's own workshop used until spring.";
        match appraisals::contest(self.app, self.desk, (first, version), reason).await {
            Err(error) if is_passed_over(error.code) => return Ok(()),
            done => {
                done?;
            }
        }
        let again = plan(
            (2, AppraisalRank::Lab, 1),
            AppraisalConclusion::Counterfeit,
            1,
            Stage::TakenUp,
        );
        self.ordered(PLANS.len(), &again, Some(first)).await.map(drop)
    }

    /// What became of the samples of the first purchase and of the genuine ones, and of those that nobody inspects. None is
    /// destroyed: three years are not over.
    async fn ended(&self) -> Result<()> {
        let all = samples::of_purchases(self.app.db.read(), self.received).await?;
        for row in &all {
            let place = self.received.iter().position(|id| *id == row.purchase_id);
            let disposal = match (place, row.number) {
                (Some(0), 1) => SampleDisposal::Retained,
                (Some(0), _) => SampleDisposal::TransferredToLe,
                (Some(GENUINE), 1) => SampleDisposal::Asset,
                (_, 1) => continue,
                _ => SampleDisposal::Returned,
            };
            let said = Disposed {
                disposal,
                note: Some("As agreed with the holder.".to_owned()),
                retain_until: None,
            };
            let version = store::sample_version(&self.app.db, row.id).await?;
            match samples::dispose(self.app, self.desk, row.id, version, &said).await {
                Err(error) if is_passed_over(error.code) => {}
                done => {
                    done?;
                }
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_ordered_first_comes_first() {
        assert!(PLANS.windows(2).all(|pair| pair[0].begun >= pair[1].begun));
    }
}
