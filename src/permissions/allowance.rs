//! What a power of attorney has to allow for what its agent does.

use super::{mandate::PoaAction, table::Action};

/// What a power of attorney must allow for an agent to do `action`; `None` where no mandate suffices.
pub(super) fn allowance(action: Action) -> Option<PoaAction> {
    match action {
        Action::LeadRead
        | Action::LeadExport
        | Action::CommentAdd
        | Action::LeadFollow
        | Action::AuthorizedPartyRead
        | Action::EvidenceRead
        | Action::OfflineActionRead
        | Action::StatisticsRead
        | Action::EvidenceExport
        | Action::SampleRead
        | Action::AppraisalRead
        | Action::ReferralRead
        | Action::ProgramRead
        | Action::PurchaseRead
        | Action::BlindMatchRead
        | Action::ScreeningRead => Some(PoaAction::ReadLeads),
        Action::FundRead | Action::LedgerRead => Some(PoaAction::ReadMoney),
        Action::LeadCreate
        | Action::LeadTriage
        | Action::LeadShare
        | Action::LeadResolve
        | Action::SubjectEdit
        | Action::EvidenceAdd
        | Action::OfflineActionPropose
        | Action::PurchaseRequest
        | Action::EvidenceDestroyAsk
        | Action::SampleDispose
        | Action::AppraisalOrder
        | Action::AppraisalContest
        | Action::ReferralDraft
        | Action::BlindMatchAnswer
        | Action::ScreeningJudge => Some(PoaAction::CreateLeads),
        Action::DeliveryAnswer => Some(PoaAction::AnswerDeliveries),
        Action::BrandEdit
        | Action::IpRightEdit
        | Action::AuthorizedPartyEdit
        | Action::ProductRead
        | Action::ProductEdit
        | Action::CompanyContactEdit
        | Action::ScreeningConfigure => Some(PoaAction::ManageBrands),
        Action::DirectoryRead
        | Action::OrganizationManage
        | Action::OrganizationEdit
        | Action::OrganizationLeave
        | Action::UserManage
        | Action::SingleSignOnManage
        | Action::ServiceAccountManage
        | Action::PersonRead
        | Action::SettingsEdit
        | Action::OrganizationExport
        | Action::ExportRead
        | Action::PowerOfAttorneySubmit
        | Action::PowerOfAttorneyRead
        | Action::PowerOfAttorneyVerify
        | Action::AuthorizationCheck
        | Action::CompanyContactRead
        | Action::AgencyRead
        | Action::AgencyEdit
        | Action::OfficerVerify
        | Action::ContactReveal
        | Action::IpRightVerify
        | Action::LeadReject
        | Action::LeadMerge
        | Action::SubjectAnnotate
        | Action::PersonalDataRead
        | Action::BreakGlassAsk
        | Action::BreakGlassDecide
        | Action::BreakGlassRead
        | Action::BlindMatchAgree
        | Action::BlindMatchFigures
        | Action::SharingGroupRead
        | Action::SharingGroupManage
        | Action::ReferralApprove
        | Action::ReferralReceive
        | Action::ReferralFeedback
        | Action::ReferralFigures
        | Action::DeliverySettle
        | Action::EvidenceHold
        | Action::EvidenceDestroyDecide
        | Action::SampleHandOver
        | Action::AppraisalReport
        | Action::AppraisalConfigure
        | Action::AppraiserFigures
        | Action::OfflineActionPlan
        | Action::OfflineActionApprove
        | Action::PurchaseApprove
        | Action::PurchaseAssign
        | Action::PurchaseReassign
        | Action::PurchaseBuy
        | Action::OfflineActionConduct
        | Action::OfflineActionInvite
        | Action::DeconflictionRead
        | Action::OutcomeRecord
        | Action::OutcomeVerify
        | Action::FollowUpRecord
        | Action::FollowUpClose
        | Action::AuditRead
        | Action::OperationsRead
        | Action::FundManage
        | Action::FundApprove
        | Action::BankStatementRead
        | Action::ChangeRead
        | Action::WebhookManage
        | Action::MailRetry => None,
    }
}
