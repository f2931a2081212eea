//! What came of the demo's first offline action: sites, suspects by name and stage, goods with what they are worth.

use jiff::civil::Date;
use uuid::Uuid;

use super::{
    actions::{APPROVER, LEADER},
    alliance::Alliance,
    store,
};
use crate::{
    actions::{
        self, NewResult, NewSeizure, NewSuspect, NewValuation,
        rules::{ActionStep, CustodyStage, Disposition, SiteResult},
    },
    app::App,
    permissions::Viewer,
    platform::error::Result,
    referrals::rules::ValuationBasis,
    subjects::rules::SupplyRole,
};

/// The version of the action when it is begun: it was submitted, planned, approved twice and set.
const SET: i32 = 6;

const SUSPECTS: &[(&str, SupplyRole, CustodyStage)] = &[
    ("Harbour Xu", SupplyRole::Seller, CustodyStage::CriminallyDetained),
    ("Quayside Ma", SupplyRole::Wholesaler, CustodyStage::Captured),
    ("Nobody Sun", SupplyRole::Logistics, CustodyStage::AtLarge),
];

/// Product, quantity, unit, and what one lot is worth by what a genuine one costs, in yuan.
const GOODS: &[(&str, &str, &str, &str)] = &[
    ("Handbags with a false clasp", "412", "piece", "986400.00"),
    ("Dust bags", "1300", "piece", "5200.00"),
    ("Boxes, folded", "18.5", "carton", "740.00"),
];

/// Does it and writes down what came of it; verified by the desk.
pub(super) async fn record(app: &App, alliance: &Alliance, action: Option<Uuid>) -> Result<()> {
    let Some(action) = action else { return Ok(()) };
    let (leader, approver) = (alliance.viewer(LEADER)?, alliance.viewer(APPROVER)?);
    for (version, step) in (SET..).zip([ActionStep::Start, ActionStep::Execute]) {
        actions::advance(app, leader, action, version, step, None).await?;
    }
    let today = app
        .now()
        .to_zoned(jiff::tz::TimeZone::get("Asia/Shanghai").unwrap_or(jiff::tz::TimeZone::UTC))
        .date();
    let sites = store::sites_of(&app.db, action).await?;
    for (number, site) in sites.iter().enumerate() {
        let found = NewResult {
            site: *site,
            result: SiteResult::DealtWith,
            note: None,
        };
        actions::record_result(app, leader, &format!("demo:result:{number}"), action, found).await?;
    }
    let Some(site) = sites.first() else { return Ok(()) };
    entries(app, leader, action, (*site, today)).await?;
    actions::submit_outcome(app, leader, action, SET + 2).await?;
    actions::verify_outcome(app, approver, action, SET + 3).await.map(drop)
}

async fn entries(app: &App, leader: &Viewer, action: Uuid, (site, today): (Uuid, Date)) -> Result<()> {
    for (name, role, stage) in SUSPECTS {
        let suspect = NewSuspect {
            site: Some(site),
            name: (*name).to_owned(),
            aliases: None,
            identifiers: Vec::new(),
            detail: None,
            role: Some(*role),
            stage: *stage,
            on: today,
        };
        actions::record_suspect(app, leader, &format!("demo:suspect:{name}"), action, suspect).await?;
    }
    for (product, quantity, unit, value) in GOODS {
        let goods = NewSeizure {
            site,
            brand: None,
            product: (*product).to_owned(),
            quantity: (*quantity).to_owned(),
            unit: (*unit).to_owned(),
            valuation: Some(NewValuation {
                amount: (*value).to_owned(),
                currency: "CNY".to_owned(),
                basis: ValuationBasis::GenuinePrice,
                source: Some("The holder's price list".to_owned()),
                on: Some(today),
            }),
            storage_place: Some("Nanyu, store of the bureau, shelf 4".to_owned()),
            disposition: Disposition::Stored,
            on: today,
        };
        actions::record_seizure(app, leader, &format!("demo:goods:{product}"), action, goods).await?;
    }
    Ok(())
}
