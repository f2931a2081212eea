//! To whom a mail about a referral goes, and whether there still is anything to say.

use jiff::tz::TimeZone;
use uuid::Uuid;

use super::agency_of;
use crate::{
    agencies,
    app::App,
    mail::{Claimed, MailKind},
    members::rules::Language,
    platform::error::Result,
    referrals::{
        rules::ReferralState,
        store::{self, OfficerRef},
    },
};

/// An officer to whom a mail goes.
#[derive(Debug, Clone)]
pub(in crate::referrals) struct Addressed {
    pub(in crate::referrals) naming: OfficerRef,
    pub(in crate::referrals) referral: Uuid,
    pub(in crate::referrals) reference: String,
    /// The account, where there is one.
    pub(in crate::referrals) person: Option<Uuid>,
    pub(in crate::referrals) language: Language,
    pub(in crate::referrals) zone: TimeZone,
}

/// To whom a mail about a referral goes. `None` where there is nothing to say any more, or the officer is none any more.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(in crate::referrals) async fn addressed(app: &App, mail: &Claimed) -> Result<Option<Addressed>> {
    let connection = app.db.read();
    let Some(naming) = mail.subject else { return Ok(None) };
    let Some(naming) = store::officer_by_id(connection, naming).await? else {
        return Ok(None);
    };
    let Some(row) = store::referral_by_id(connection, naming.referral).await? else {
        return Ok(None);
    };
    let state = store::state_of(&row)?;
    let wanted = match mail.kind {
        MailKind::ReferralSent | MailKind::ReferralAnswered => {
            row.sent_at.is_some() && state != ReferralState::Withdrawn
        }
        MailKind::ReferralReminder => matches!(
            state,
            ReferralState::Sent | ReferralState::Accepted | ReferralState::Declined
        ),
        _ => row.sent_at.is_some(),
    };
    let officer = agencies::officer(connection, naming.officer).await?;
    let Some(officer) = officer.filter(|officer| wanted && officer.may_act_at(app.now())) else {
        return Ok(None);
    };
    // Who has got another account since the mail was queued is told in the portal.
    if officer.person.is_some_and(|person| person != mail.person) {
        return Ok(None);
    }
    let (agency, zone) = agency_of(connection, row.agency_id).await?;
    Ok(Some(Addressed {
        naming,
        referral: row.id,
        reference: row.reference,
        person: officer.person,
        language: language_of(&officer.languages, agency.language),
        zone,
    }))
}

/// The first of an officer's languages that mails are written in, or the agency's.
pub(crate) fn language_of(languages: &[String], usual: Language) -> Language {
    let known = languages.iter().find_map(|language| match language.split('-').next() {
        Some("zh") => Some(Language::ZhHans),
        Some("en") => Some(Language::En),
        _ => None,
    });
    known.unwrap_or(usual)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_language_that_mails_are_written_in() {
        let of = |languages: &[&str]| {
            let languages: Vec<String> = languages.iter().map(|language| (*language).to_owned()).collect();
            language_of(&languages, Language::En)
        };
        assert_eq!(of(&["pt", "zh", "en"]), Language::ZhHans);
        assert_eq!(of(&["pt"]), Language::En);
    }
}
