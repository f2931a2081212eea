//! What was bought in a generated alliance, as rows of a database.

use sea_orm::{ActiveValue::Set, EntityTrait as _};
use touchstone::{
    permissions::{Role, viewer::OrganizationKind},
    platform::clock::micros,
};
use uuid::Uuid;

use super::{Bought, Fund};
use crate::visibility::kept::Stored;

/// Pieces of evidence that every lead has.
const PIECES: usize = 5;

/// Writes a row.
macro_rules! row {
    ($stored:expr, $entity:ident, $row:expr) => {
        entity::$entity::Entity::insert($row)
            .exec_without_returning($stored.world.app.db.write())
            .await
            .unwrap()
    };
}

/// Those who hold one of these roles.
fn holders(stored: &Stored, roles: &[Role]) -> Vec<Uuid> {
    let people = stored.alliance.people.iter();
    people
        .filter(|person| person.roles.iter().any(|role| roles.contains(role)))
        .map(|person| person.id)
        .collect()
}

/// Organisations whose money it may be.
fn payers(stored: &Stored) -> Vec<Uuid> {
    let kinds = [OrganizationKind::MemberBrand, OrganizationKind::Secretariat];
    let organizations = stored.alliance.organizations.iter();
    organizations
        .filter(|organization| kinds.contains(&organization.kind))
        .map(|organization| organization.id)
        .collect()
}

/// Three funds, each of which allotted something to other organisations, and a purchase from every lead for each of its pieces of evidence.
pub(super) async fn all(stored: &Stored) -> (Vec<Bought>, Vec<Fund>) {
    let mut funds = Vec::new();
    let mut allocations: Vec<(Uuid, Uuid)> = Vec::new();
    for number in 0..3 {
        let allotted: Vec<Uuid> = payers(stored).into_iter().skip(number).step_by(3).collect();
        let fund = fund(stored, number, allotted).await;
        for organization in &fund.allotted {
            allocations.push((allocation(stored, &fund, *organization).await, *organization));
        }
        funds.push(fund);
    }
    let leads = stored.alliance.leads.len();
    let mut bought = Vec::new();
    for number in 0..leads * PIECES {
        let (allocation, organization) = allocations[number % allocations.len()];
        let one = drawn(stored, number, (number % leads, number / leads), organization);
        purchase(stored, &one, allocation).await;
        sample(stored, number, &one).await;
        appraisal(stored, number, &one).await;
        bought.push(one);
    }
    (bought, funds)
}

fn drawn(stored: &Stored, number: usize, (lead, piece): (usize, usize), organization: Uuid) -> Bought {
    let world = &stored.world;
    let of_lead = stored.alliance.leads[lead].items.iter().find_map(|item| item.brand);
    let brands: Vec<Uuid> = stored
        .alliance
        .organizations
        .iter()
        .flat_map(|of| of.brands.clone())
        .collect();
    let own = stored.alliance.organization(organization).brands.clone();
    // The brand of the lead, of who pays, of anybody.
    let brand = match number % 3 {
        0 => of_lead.or(own.first().copied()),
        1 => own.get(number % own.len().max(1)).copied(),
        _ => None,
    };
    let (buyers, requesters) = (
        holders(stored, &[Role::So, Role::Mi, Role::Mc]),
        holders(stored, &[Role::Ma]),
    );
    let buyer = (number % 3 != 2).then(|| buyers[number % buyers.len()]);
    let requesters: Vec<Uuid> = requesters.into_iter().filter(|id| Some(*id) != buyer).collect();
    let appraisers = holders(stored, &[Role::Ap]);
    let payers = payers(stored);
    Bought {
        id: world.id(),
        lead,
        organization,
        holder: (number % 4 == 3).then(|| payers[number % payers.len()]),
        brand: brand.unwrap_or(brands[number % brands.len()]),
        requester: requesters[number % requesters.len()],
        buyer,
        sample: world.id(),
        piece,
        appraisal: world.id(),
        appraiser: appraisers[number % appraisers.len()],
    }
}

async fn fund(stored: &Stored, number: usize, allotted: Vec<Uuid>) -> Fund {
    let (world, by) = (&stored.world, stored.alliance.people[0].id);
    let (fund, file, now) = (
        Fund {
            id: world.id(),
            allotted,
            statement: world.id(),
            line: world.id(),
        },
        world.id(),
        micros(world.now()),
    );
    let row = entity::fund::ActiveModel {
        id: Set(fund.id),
        reference: Set(format!("FU-26-{number:06}")),
        name: Set("Generated".to_owned()),
        currency: Set("CNY".to_owned()),
        period: Set(1),
        created_by: Set(by),
        version: Set(1),
        created_at: Set(now),
    };
    row!(stored, fund, row);
    let row = entity::bank_file::ActiveModel {
        id: Set(file),
        fund_id: Set(fund.id),
        name: Set("generated.csv".to_owned()),
        format: Set("CSV".to_owned()),
        sha256: Set(file.simple().to_string()),
        size: Set(1),
        content: Set(vec![1]),
        imported_by: Set(by),
        imported_at: Set(now),
    };
    row!(stored, bank_file, row);
    let row = entity::bank_statement::ActiveModel {
        id: Set(fund.statement),
        reference: Set(format!("BS-26-{number:06}")),
        fund_id: Set(fund.id),
        file_id: Set(file),
        bank_id: Set(None),
        account: Set(None),
        from_on: Set(now),
        to_on: Set(now),
        opening_minor: Set(0),
        closing_minor: Set(100),
        lines: Set(1),
        imported_by: Set(by),
        imported_at: Set(now),
    };
    row!(stored, bank_statement, row);
    let row = entity::bank_line::ActiveModel {
        id: Set(fund.line),
        statement_id: Set(fund.statement),
        fund_id: Set(fund.id),
        number: Set(1),
        place: Set(1),
        booked_on: Set(now),
        value_on: Set(None),
        amount_minor: Set(100),
        reference: Set(None),
        references_json: Set("[]".to_owned()),
        line_key: Set(fund.line.simple().to_string()),
        counterparty: Set(None),
        text: Set(None),
    };
    row!(stored, bank_line, row);
    fund
}

async fn allocation(stored: &Stored, fund: &Fund, organization: Uuid) -> Uuid {
    let id = stored.world.id();
    let row = entity::ledger_account::ActiveModel {
        id: Set(id),
        fund_id: Set(fund.id),
        code: Set(format!("ALLOCATION:{}", organization.simple())),
        kind: Set("ALLOCATION".to_owned()),
        normal: Set("CREDIT".to_owned()),
        floats: Set(false),
        organization_id: Set(Some(organization)),
        program_id: Set(None),
        debits: Set(0),
        credits: Set(0),
        closed_at: Set(None),
        created_at: Set(micros(stored.world.now())),
    };
    row!(stored, ledger_account, row);
    id
}

async fn purchase(stored: &Stored, one: &Bought, allocation: Uuid) {
    let (lead, now) = (&stored.alliance.leads[one.lead], micros(stored.world.now()));
    let row = entity::purchase::ActiveModel {
        id: Set(one.id),
        reference: Set(format!("PU-26-{}", one.id.simple())),
        state: Set("IN_APPRAISAL".to_owned()),
        initiator: Set("MEMBER".to_owned()),
        organization_id: Set(one.organization),
        holder_id: Set(one.holder),
        program_id: Set(None),
        allocation_id: Set(allocation),
        brand_id: Set(one.brand),
        lead_id: Set(lead.id),
        item_id: Set(lead.items.first().map_or(lead.id, |item| item.id)),
        delivery_id: Set(None),
        title: Set("Generated".to_owned()),
        listing_url: Set(None),
        seller: Set(None),
        subject_id: Set(None),
        quantity: Set(1),
        approved_quantity: Set(Some(1)),
        reason: Set("Generated".to_owned()),
        purpose: Set("CIVIL".to_owned()),
        notarised: Set(false),
        currency: Set("CNY".to_owned()),
        unit_minor: Set(100),
        shipping_minor: Set(0),
        fees_minor: Set(0),
        amount_minor: Set(100),
        approved_minor: Set(Some(100)),
        approvals_needed: Set(1),
        requested_by: Set(one.requester),
        requested_at: Set(now),
        decided_at: Set(Some(now)),
        decision_reason: Set(None),
        hold_id: Set(None),
        hold_expires_at: Set(None),
        buyer_id: Set(one.buyer),
        assigned_by: Set(None),
        assigned_at: Set(None),
        sealed: Set(None),
        order_number: Set(None),
        ordered_at: Set(Some(now)),
        carrier: Set(None),
        parcel_number: Set(None),
        shipped_at: Set(None),
        received_at: Set(Some(now)),
        refund_minor: Set(None),
        refund_due_on: Set(None),
        refund_opened_at: Set(None),
        refund_settled_at: Set(None),
        refund_waived: Set(None),
        hold_reminded_at: Set(None),
        refund_reminded_at: Set(None),
        closed_at: Set(None),
        version: Set(1),
    };
    row!(stored, purchase, row);
}

async fn sample(stored: &Stored, number: usize, one: &Bought) {
    let lead = &stored.alliance.leads[one.lead];
    let row = entity::sample::ActiveModel {
        id: Set(one.sample),
        reference: Set(format!("SA-26-{number:06}")),
        purchase_id: Set(one.id),
        evidence_id: Set(lead.evidence()[one.piece].id),
        lead_id: Set(lead.id),
        organization_id: Set(one.organization),
        brand_id: Set(one.brand),
        number: Set(1),
        label: Set("Generated".to_owned()),
        place: Set(None),
        received_at: Set(micros(stored.world.now())),
        retained_until: Set(None),
        disposal: Set(None),
        disposed_at: Set(None),
        disposed_by: Set(None),
        disposal_note: Set(None),
        quality_due: Set(false),
        retention_told_at: Set(None),
        version: Set(1),
    };
    row!(stored, sample, row);
}

async fn appraisal(stored: &Stored, number: usize, one: &Bought) {
    let (lead, now) = (&stored.alliance.leads[one.lead], micros(stored.world.now()));
    let row = entity::appraisal::ActiveModel {
        id: Set(one.appraisal),
        reference: Set(format!("AP-26-{number:06}")),
        sample_id: Set(one.sample),
        purchase_id: Set(one.id),
        evidence_id: Set(lead.evidence()[one.piece].id),
        lead_id: Set(lead.id),
        organization_id: Set(one.organization),
        brand_id: Set(one.brand),
        program_id: Set(None),
        round: Set(1),
        rank: Set("LAB".to_owned()),
        purpose: Set("FIRST".to_owned()),
        follows_id: Set(None),
        blind: Set(number.is_multiple_of(2)),
        appraiser_id: Set(one.appraiser),
        appraiser_organization_id: Set(stored.alliance.person(one.appraiser).organization),
        ordered_by: Set(one.requester),
        ordered_at: Set(now),
        due_on: Set("2026-03-23".to_owned()),
        due_at: Set(now),
        provisional: Set(false),
        due_rule: Set("appraisal-report.1".to_owned()),
        calendar_version: Set("generated".to_owned()),
        questions: Set("Generated".to_owned()),
        reference_features: Set("[]".to_owned()),
        state: Set("ORDERED".to_owned()),
        interest: Set(None),
        interest_note: Set(None),
        end_reason: Set(None),
        conclusion: Set(None),
        reported_at: Set(None),
        agreed_by: Set(None),
        agreed_at: Set(None),
        contested_by: Set(None),
        contested_at: Set(None),
        contest_reason: Set(None),
        final_by: Set(None),
        final_at: Set(None),
        reminded: Set(0),
        version: Set(1),
    };
    row!(stored, appraisal, row);
}
