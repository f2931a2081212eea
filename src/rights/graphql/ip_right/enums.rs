//! The enumerations of IP rights, each value described.

use crate::{
    graphql_enum,
    rights::{
        commands::{ImportOutcome, IpRightOrder},
        rules::ip_right::{IpRightKind, IpRightState, IpRightStep, Lack, register::RegisterNote},
    },
};

graphql_enum! {
    /// What kind of right it is.
    GqlIpRightKind as "IpRightKind" = IpRightKind {
        /// A registered trade mark.
        Trademark,
        /// A copyright.
        Copyright,
        /// A patent for an invention.
        PatentInvention,
        /// A utility model.
        UtilityModel,
        /// A registered design.
        Design,
        /// A geographical indication.
        Gi,
        /// Another right.
        Other,
    }
}

graphql_enum! {
    /// Where a right stands.
    GqlIpRightState as "IpRightState" = IpRightState {
        /// Being written.
        Draft,
        /// Waits for the secretariat.
        Submitted,
        /// Found wanting; to be taken back, changed and submitted again.
        Rejected,
        /// Somebody else has looked at the proof.
        Verified,
        /// Verified, and its last day is at most 180 days away.
        Expiring,
        /// Verified, and its last day is over.
        Expired,
        /// Somebody has challenged it, and nothing is decided; it cannot be cited.
        Disputed,
        /// It has no effect, from its beginning or from a later day on; final.
        Invalidated,
    }
}

graphql_enum! {
    /// Why a right cannot be cited for an act.
    GqlLack as "IpRightLack" = Lack {
        /// Nobody has verified it.
        NotVerified,
        /// It is challenged, and nothing is decided.
        Disputed,
        /// It had not come into force on that day.
        NotYet,
        /// Its last day was over.
        Expired,
        /// It had no effect on that day.
        Invalidated,
        /// It does not reach that country.
        Elsewhere,
    }
}

graphql_enum! {
    /// What the viewer can do to a right now.
    GqlIpRightStep as "IpRightAction" = IpRightStep {
        /// Change its facts.
        Update,
        /// Throw away a draft that was never submitted.
        Discard,
        /// Hand it to the secretariat.
        Submit,
        /// Take it back to change it; it counts for nothing until it is verified again.
        TakeBack,
        /// Find its proof, or that of its renewal, good.
        Verify,
        /// Find its proof, or that of its renewal, wanting.
        Reject,
        /// Say that it has a later last day.
        Renew,
        /// Say that it is challenged.
        Dispute,
        /// Say that the challenge came to nothing.
        Settle,
        /// Say that it has no effect.
        Invalidate,
    }
}

graphql_enum! {
    /// What a list of rights is ordered by.
    GqlIpRightOrder as "IpRightOrder" = IpRightOrder {
        /// When it was entered, oldest first.
        CreatedAt,
        /// Its last day, nearest first; those without one at the end.
        ExpiresOn,
    }
}

graphql_enum! {
    /// What to know of an entry of an office's file.
    GqlRegisterNote as "RegisterNote" = RegisterNote {
        /// The file names no number: nothing that could be verified. Not taken over.
        NoNumber,
        /// The office says that it is abandoned, cancelled or expired. Not taken over.
        NotInForce,
        /// What the file says is not acceptable, such as days out of order. Not taken over.
        NotAcceptable,
        /// The office's status says neither that it is in force nor that it is not.
        StatusUnknown,
        /// It is an application that is not registered yet.
        NotRegistered,
        /// The mark has no words; the number stands for them.
        NoWords,
        /// The file has no last day; it was reckoned from the last renewal or the registration.
        LastDayReckoned,
    }
}

graphql_enum! {
    /// What came of an entry of an office's file.
    GqlImportOutcome as "IpRightImportOutcome" = ImportOutcome {
        /// It becomes a draft.
        Drafted,
        /// The holder has a right of that number already.
        AlreadyThere,
        /// It was not taken over; the notes say why.
        Skipped,
    }
}
