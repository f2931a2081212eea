//! The enumerations of agencies.

use crate::{
    agencies::{
        commands::{AgencyOrder, OfficerOrder},
        rules::{AgencyKind, AgencyStep, ContactPurpose, ContactRole, ContactStep, OfficerState, OfficerStep},
    },
    graphql_enum,
};

graphql_enum! {
    /// What kind of agency it is.
    GqlAgencyKind as "AgencyKind" = AgencyKind {
        /// Police, public security.
        Police,
        /// Market supervision.
        MarketSupervision,
        /// Customs.
        Customs,
        /// A procuratorate or public prosecutor.
        Procuratorate,
        /// A court.
        Court,
        /// Any other.
        Other,
    }
}

graphql_enum! {
    /// What the viewer can do to an agency now.
    GqlAgencyStep as "AgencyAction" = AgencyStep {
        /// Change languages, time zone, duty hours and note.
        Update,
        /// Change its kind and where it is competent.
        Move,
        /// Add a contact point.
        AddContactPoint,
        /// Propose an officer.
        ProposeOfficer,
    }
}

graphql_enum! {
    /// What agencies are ordered by.
    GqlAgencyOrder as "AgencyOrder" = AgencyOrder {
        /// When they were entered, oldest first.
        CreatedAt,
        /// Where they are competent: country by country, the wide before the narrow.
        Jurisdiction,
    }
}

graphql_enum! {
    /// For what a contact point is there.
    GqlContactRole as "ContactRole" = ContactRole {
        /// Around the clock, for what cannot wait.
        AroundTheClock,
        /// Customs matters.
        Customs,
        /// Police matters.
        Police,
        /// Technical matters.
        Technical,
        /// Anything else.
        General,
    }
}

graphql_enum! {
    /// What the viewer can do to a contact point now.
    GqlContactStep as "ContactPointAction" = ContactStep {
        /// Change it.
        Update,
        /// Take it away.
        Remove,
        /// See address and telephone number, for a purpose that is logged.
        Reveal,
    }
}

graphql_enum! {
    /// For what contact data of an agency are looked at.
    GqlContactPurpose as "ContactPurpose" = ContactPurpose {
        /// To refer something to the agency, or to follow a referral up.
        Referral,
        /// To plan or carry out an action.
        Action,
        /// To ask something else of the agency.
        Inquiry,
        /// To verify the entry or keep it right.
        Upkeep,
        /// Because something cannot wait.
        Emergency,
    }
}

graphql_enum! {
    /// Where an officer stands.
    GqlOfficerState as "OfficerState" = OfficerState {
        /// Waits for two people of the secretariat.
        Proposed,
        /// Two people of the secretariat said yes, or one has attested it again within the year.
        Verified,
        /// Nobody attested it again in time; waits for two people again.
        Lapsed,
        /// Is no officer of the agency any more; final.
        Revoked,
    }
}

graphql_enum! {
    /// What the viewer can do to an officer now.
    GqlOfficerStep as "OfficerAction" = OfficerStep {
        /// Change what is said of it.
        Update,
        /// Say, as one of two people of the secretariat, that the officer is who it is said to be.
        Verify,
        /// Attest it for another year.
        Attest,
        /// Say that it is no officer any more.
        Revoke,
        /// See name, address and telephone number, for a purpose that is logged.
        Reveal,
    }
}

graphql_enum! {
    /// What officers are ordered by.
    GqlOfficerOrder as "OfficerOrder" = OfficerOrder {
        /// When they were entered, oldest first.
        CreatedAt,
        /// When their attestation ends, nearest first; those without one at the end.
        AttestedUntil,
    }
}
