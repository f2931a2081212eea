//! The one referral of a guest, as that officer sees it: what the agency's side sees, without anything that leads elsewhere.

use async_graphql::{Context, ID, Object, SimpleObject};
use jiff::Timestamp;
use strum::VariantArray as _;
use uuid::Uuid;

use super::{
    clock::{ReferralClock, ReferralFeedback},
    enums::{GqlDeclineReason, GqlReferralAction, GqlReferralState, GqlReferralStep},
    objects::is_for_agency,
    package::ReferralPackage,
};
use crate::{
    app::App,
    leads::graphql::{GqlHandlingCode, GqlTlp},
    members::{self, graphql::GqlLanguage, rules::Language},
    permissions::audience::{HandlingCode, Tlp},
    platform::{
        db::code,
        error::{ApiError, Result},
        graphql::{from_context, id, scalars::DateTime},
        ids::IdKind,
    },
    referrals::{
        commands::{self, GUEST, Guest},
        rules::{DeclineReason, ReferralAction, ReferralStep},
        store::{self, Row},
    },
};

/// A referral as an officer without an account sees it.
pub struct GuestReferral {
    row: Row,
    guest: Guest,
    ends: Timestamp,
}

/// The referral of a naming, if it is open to the officer as to a guest, with the end of the session.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn guest_referral(ctx: &Context<'_>, naming: Uuid, ends: Timestamp) -> Result<Option<GuestReferral>> {
    let app = from_context::<App>(ctx)?;
    let found = commands::open_to(app.db.read(), naming, app.now()).await?;
    Ok(found.map(|(row, guest)| GuestReferral { row, guest, ends }))
}

/// A referral as an officer without an account sees it.
#[Object]
impl GuestReferral {
    /// Opaque id.
    async fn id(&self) -> ID {
        id(IdKind::Referral, self.row.id)
    }

    /// What people call it, such as `RF-26-7K3QX2`.
    async fn reference(&self) -> &str {
        &self.row.reference
    }

    /// What it is about, in a line.
    async fn title(&self) -> &str {
        &self.row.title
    }

    /// Where it stands.
    async fn state(&self) -> Result<GqlReferralState> {
        store::state_of(&self.row).map(Into::into)
    }

    /// Counts its changes; to be sent back as `expectedVersion`.
    async fn version(&self) -> i32 {
        self.row.version
    }

    /// The officer's language.
    async fn language(&self) -> GqlLanguage {
        self.guest.language.into()
    }

    /// The time zone of the officer's agency, by IANA.
    async fn time_zone(&self) -> &str {
        self.guest.zone.iana_name().unwrap_or("UTC")
    }

    /// When the guest's session ends.
    async fn session_ends_at(&self) -> DateTime {
        DateTime(self.ends)
    }

    /// For which organisation it is made, in the officer's language.
    async fn organization_name(&self, ctx: &Context<'_>) -> Result<String> {
        self.name_of(ctx, self.row.organization_id).await
    }

    /// To which agency it goes, in the officer's language.
    async fn agency_name(&self, ctx: &Context<'_>) -> Result<String> {
        self.name_of(ctx, self.row.agency_id).await
    }

    /// Whom the agency may ask.
    async fn contact_name(&self, ctx: &Context<'_>) -> Result<String> {
        let found = members::person_row(from_context::<App>(ctx)?.db.read(), self.row.contact_id).await?;
        let person = found.ok_or_else(|| ApiError::internal("a referral without its contact"))?;
        Ok(person.name)
    }

    /// The country of the offence, ISO 3166-1 alpha-2.
    async fn country(&self) -> &str {
        &self.row.country
    }

    /// The division of that country; null where none is named.
    async fn division_code(&self) -> Option<&str> {
        self.row.division_code.as_deref()
    }

    /// The strictest TLP of what is in it.
    async fn tlp(&self) -> Result<GqlTlp> {
        code::<Tlp>(&self.row.tlp).map(Into::into)
    }

    /// What the agency may do with it.
    async fn handling_code(&self) -> Result<GqlHandlingCode> {
        code::<HandlingCode>(&self.row.handling_code).map(Into::into)
    }

    /// When it was sent.
    async fn sent_at(&self) -> Option<DateTime> {
        self.row.sent_at.map(Into::into)
    }

    /// Until when the agency acknowledges it.
    async fn receipt(&self, ctx: &Context<'_>) -> Result<Option<ReferralClock>> {
        ReferralClock::receipt(&self.row, from_context::<App>(ctx)?.now())
    }

    /// Until when the agency decides, for information; null before it was received.
    async fn decision(&self, ctx: &Context<'_>) -> Result<Option<ReferralClock>> {
        ReferralClock::decision(&self.row, from_context::<App>(ctx)?.now())
    }

    /// Since when the clock of the decision stands still; null while it runs.
    async fn paused_since(&self) -> Option<DateTime> {
        self.row.paused_at.map(Into::into)
    }

    /// The number of the agency's file; null unless it accepted.
    async fn file_number(&self) -> Option<&str> {
        self.row.file_number.as_deref()
    }

    /// Why the agency declined; null unless it did.
    async fn decline_reason(&self) -> Result<Option<GqlDeclineReason>> {
        let reason = self.row.decline_reason.as_deref().map(code::<DeclineReason>);
        Ok(reason.transpose()?.map(Into::into))
    }

    /// What was sent; people in it are masked. In clear they stand in what `openGuestPackage` opens.
    async fn package(&self, ctx: &Context<'_>) -> Result<Option<ReferralPackage>> {
        let kept = store::package_of(from_context::<App>(ctx)?.db.read(), self.row.id).await?;
        kept.map(ReferralPackage::of).transpose()
    }

    /// What came of it; null until somebody said so.
    async fn feedback(&self) -> Result<Option<ReferralFeedback>> {
        ReferralFeedback::of(&self.row)
    }

    /// When the agency was told, after it had accepted, not to rely on it any more; null unless it was.
    async fn retracted_at(&self) -> Option<DateTime> {
        self.row.retracted_at.map(Into::into)
    }

    /// Why it was retracted; null unless it was.
    async fn stop_reason(&self) -> Option<&str> {
        self.row.stop_reason.as_deref()
    }

    /// What happened to it from the sending on, the oldest first.
    async fn history(&self, ctx: &Context<'_>) -> Result<Vec<GuestReferralStep>> {
        let steps = store::steps_of(from_context::<App>(ctx)?.db.read(), self.row.id).await?;
        let mut shown = Vec::with_capacity(steps.len());
        for row in steps {
            let kind = code::<ReferralStep>(&row.kind)?;
            if is_for_agency(kind) {
                shown.push(GuestReferralStep {
                    kind: kind.into(),
                    at: row.at.into(),
                    by_agency: row.officer_id.is_some(),
                    note: row.note,
                });
            }
        }
        Ok(shown)
    }

    /// What the guest can do to it now.
    async fn allowed_actions(&self) -> Result<Vec<GqlReferralAction>> {
        let course = commands::course(&self.row)?;
        let allowed = ReferralAction::VARIANTS
            .iter()
            .filter(|action| course.admits(&GUEST, **action).is_ok());
        Ok(allowed.map(|action| (*action).into()).collect())
    }
}

impl GuestReferral {
    async fn name_of(&self, ctx: &Context<'_>, organization: Uuid) -> Result<String> {
        let found = members::organizations_by_ids(from_context::<App>(ctx)?.db.read(), &[organization]).await?;
        let row = found.into_iter().next();
        let row = row.ok_or_else(|| ApiError::internal("a referral without its organisation"))?;
        Ok(match (self.guest.language, row.name_zh) {
            (Language::ZhHans, Some(name)) => name,
            _ => row.name,
        })
    }
}

/// A step of a referral's history, as a guest sees it.
#[derive(SimpleObject)]
pub struct GuestReferralStep {
    /// What happened.
    kind: GqlReferralStep,
    /// When.
    at: DateTime,
    /// Whether an officer of the agency did it.
    by_agency: bool,
    /// What was said to it: a reason, a question, an answer; null where nothing was.
    note: Option<String>,
}
