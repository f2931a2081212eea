//! Who is let in by a link, and to what: the referral or the action decides, anew at each step.

use jiff::{Timestamp, tz::TimeZone};
use uuid::Uuid;

use crate::{
    actions,
    members::rules::Language,
    platform::{db::Connection, error::Result},
    referrals,
    sessions::{GuestGrant, GuestTarget},
};

/// An officer without an account to whom something is open.
#[derive(Debug, Clone)]
pub(super) struct Admitted {
    /// The officer, of the directory.
    pub(super) officer: Uuid,
    /// What people call the referral or the action.
    pub(super) reference: String,
    /// In whose name mails go out.
    pub(super) sender: Uuid,
    pub(super) language: Language,
    /// Where the officer's agency is.
    pub(super) zone: TimeZone,
    /// To what entries of the log belong: who does not know of that does not read them.
    pub(super) root: Uuid,
}

/// The officer of a grant, if it is open to that officer as to a guest at this moment.
pub(super) async fn admitted(
    connection: &impl Connection,
    grant: GuestGrant,
    now: Timestamp,
) -> Result<Option<Admitted>> {
    match grant.target {
        GuestTarget::Referral => {
            let found = referrals::guest(connection, grant.id, now).await?;
            Ok(found.map(|guest| Admitted {
                officer: guest.officer,
                reference: guest.reference,
                sender: guest.author,
                language: guest.language,
                zone: guest.zone,
                // Who reads the log of sign-ins does not learn by it that there is a referral.
                root: grant.id,
            }))
        }
        GuestTarget::Action => {
            let found = actions::guest(connection, grant.id, now).await?;
            Ok(found.map(|guest| Admitted {
                officer: guest.officer,
                reference: guest.reference,
                sender: guest.invited_by,
                language: guest.language,
                zone: guest.zone,
                // Nobody reads of an action under embargo.
                root: guest.action,
            }))
        }
    }
}

/// Of which officer a grant is, and to what its entries of the log belong, whatever became of it.
pub(super) async fn origin(connection: &impl Connection, grant: GuestGrant) -> Result<Option<(Uuid, Uuid)>> {
    match grant.target {
        GuestTarget::Referral => {
            let officer = referrals::officer_of_naming(connection, grant.id).await?;
            Ok(officer.map(|officer| (officer, grant.id)))
        }
        GuestTarget::Action => actions::origin_of_guest(connection, grant.id).await,
    }
}
