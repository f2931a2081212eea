//! Who stands behind the demo's leads: a few makers, sellers and people who turn up in several of them.

use uuid::Uuid;

use super::{alliance::Alliance, plan::Tale, store, story::is_out_of_season};
use crate::{
    app::App,
    leads,
    permissions::{Action, Viewer},
    platform::error::{ErrorCode, Result},
    subjects::{
        self, NewIdentifier, NewLink, NewSubject,
        rules::{
            Confidence, LegalBasis, LinkKind, PersonalData, PersonalDataPurpose, SubjectKind, SupplyRole,
            identifier::IdentifierKind,
        },
    },
};

/// Every so many leads name somebody.
const EVERY: usize = 3;
/// What the desk says of two leads about the same.
const SAME: &str = "The same workshop, by its telephone and by its account.";

/// Somebody who turns up again and again. Telephone numbers are of the range that is kept for stories.
struct Known {
    kind: SubjectKind,
    role: SupplyRole,
    name: &'static str,
    detail: &'static str,
    identifiers: &'static [(IdentifierKind, &'static str)],
}

const KNOWN: &[Known] = &[
    Known {
        kind: SubjectKind::Company,
        role: SupplyRole::Maker,
        name: "Licheng Sole Works",
        detail: "Two halls behind a car wash; soles and uppers for several brands.",
        identifiers: &[
            (IdentifierKind::Wechat, "licheng_soles_66"),
            (IdentifierKind::Phone, "+1 202 555 0101"),
        ],
    },
    Known {
        kind: SubjectKind::ShopAccount,
        role: SupplyRole::Seller,
        name: "Top Grade Kicks",
        detail: "Sells what Licheng makes; answers at night.",
        identifiers: &[
            (IdentifierKind::Wechat, "licheng_soles_66"),
            (IdentifierKind::Telegram, "@topgradekicks"),
        ],
    },
    Known {
        kind: SubjectKind::Person,
        role: SupplyRole::Wholesaler,
        name: "Ms Lin",
        detail: "Takes orders by telephone, meets at the market on Thursdays.",
        identifiers: &[
            (IdentifierKind::Phone, "+1 202 555 0101"),
            (IdentifierKind::Whatsapp, "+1 202 555 0102"),
        ],
    },
    Known {
        kind: SubjectKind::Site,
        role: SupplyRole::Logistics,
        name: "Warehouse 7, North Gate",
        detail: "Parcels leave twice a day.",
        identifiers: &[(IdentifierKind::Phone, "+1 202 555 0103")],
    },
    Known {
        kind: SubjectKind::Domain,
        role: SupplyRole::Seller,
        name: "replica-harbour.example",
        detail: "A shop of its own; the same telephone as the warehouse.",
        identifiers: &[
            (IdentifierKind::Phone, "+1 202 555 0103"),
            (IdentifierKind::Email, "orders@replica-harbour.example"),
        ],
    },
    Known {
        kind: SubjectKind::Company,
        role: SupplyRole::Packer,
        name: "Golden Box Printing",
        detail: "Boxes, labels and certificates.",
        identifiers: &[
            (IdentifierKind::Email, "orders@replica-harbour.example"),
            (IdentifierKind::Qq, "70090010"),
        ],
    },
];

/// Names them in every third lead, ties some of them, and lets a lead go on with another one.
pub(super) async fn name(app: &App, alliance: &Alliance, tales: &[Tale], leads: &[Option<Uuid>]) -> Result<()> {
    let mut before: Option<Uuid> = None;
    for (number, (tale, lead)) in tales.iter().zip(leads).enumerate() {
        let (Some(lead), true) = (*lead, number.is_multiple_of(EVERY)) else {
            continue;
        };
        let viewer = alliance.viewer(&tale.cast.writer.email())?;
        let known = &KNOWN[(number / EVERY) % KNOWN.len()];
        let key = format!("demo:subject:{number}");
        let added = subjects::add(app, viewer, &key, new_subject(lead, known)).await;
        let Some(subject) = unless_out_of_season(added)?.flatten() else {
            before = None;
            continue;
        };
        if let Some(before) = before {
            tie(app, viewer, number, subject.id, before).await?;
        }
        before = Some(subject.id);
    }
    merge(app, alliance, tales, leads).await
}

/// What comes of it, or nothing where the lead takes none any more.
pub(super) fn unless_out_of_season<T>(result: Result<T>) -> Result<Option<T>> {
    match result {
        Ok(value) => Ok(Some(value)),
        Err(error) if is_out_of_season(error.code) || error.code == ErrorCode::Forbidden => Ok(None),
        Err(error) => Err(error),
    }
}

fn new_subject(lead: Uuid, known: &Known) -> NewSubject {
    let is_person = known.kind == SubjectKind::Person;
    let identifier = |(kind, value): &(IdentifierKind, &str)| NewIdentifier {
        kind: *kind,
        value: (*value).to_owned(),
        country: Some("US".to_owned()),
        platform: None,
        bank: None,
        division: None,
        postcode: None,
    };
    NewSubject {
        lead,
        kind: known.kind,
        name: known.name.to_owned(),
        role: Some(known.role),
        detail: Some(known.detail.to_owned()),
        personal_data: is_person.then_some(PersonalData {
            purpose: PersonalDataPurpose::Investigation,
            legal_basis: LegalBasis::LegalClaims,
            retain_until: None,
        }),
        identifiers: known.identifiers.iter().map(identifier).collect(),
    }
}

async fn tie(app: &App, viewer: &Viewer, number: usize, from: Uuid, to: Uuid) -> Result<()> {
    let link = NewLink {
        from,
        to,
        kind: LinkKind::Supplies,
        confidence: Confidence::Medium,
        grounds: "Boxes of the one were seen at the gate of the other.".to_owned(),
        valid_from: None,
        valid_until: None,
    };
    let tied = subjects::link(app, viewer, &format!("demo:link:{number}"), link).await;
    unless_out_of_season(tied).map(drop)
}

/// The first two leads that the rules let go on with each other.
async fn merge(app: &App, alliance: &Alliance, tales: &[Tale], leads: &[Option<Uuid>]) -> Result<()> {
    let Some(officer) = alliance.somebody_who(Action::LeadMerge) else {
        return Ok(());
    };
    let of_owner = |owner: &str| {
        let theirs = tales
            .iter()
            .zip(leads)
            .filter(move |(tale, _)| tale.cast.owner.key == owner);
        theirs.filter_map(|(_, lead)| *lead).collect::<Vec<_>>()
    };
    let (ours, theirs) = (of_owner("qingzhuyu"), of_owner("orvelline"));
    for from in ours.iter().rev() {
        for into in theirs.iter().rev().take(12) {
            let from = (*from, store::lead_version(&app.db, *from).await?);
            let into = (*into, store::lead_version(&app.db, *into).await?);
            if unless_out_of_season(leads::merge(app, officer, from, into, SAME).await)?.is_some() {
                return Ok(());
            }
        }
    }
    Ok(())
}
