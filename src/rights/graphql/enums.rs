//! The enumerations of rights, each value described.

use crate::{
    graphql_enum,
    permissions::viewer::PoaAction,
    rights::rules::{
        AuthorizedPartyKind, AuthorizedPartyState, BrandAction, BrandState, PartyAction,
        power::{PoaState, PoaStep},
    },
};

graphql_enum! {
    /// Where a brand stands.
    GqlBrandState as "BrandState" = BrandState {
        /// In use.
        Active,
        /// No longer in use; what was written under it stays.
        Retired,
    }
}

graphql_enum! {
    /// What an authorised party does for a brand.
    GqlAuthorizedPartyKind as "AuthorizedPartyKind" = AuthorizedPartyKind {
        /// Sells to consumers.
        Seller,
        /// Sells to sellers.
        Distributor,
        /// Makes to the brand's design.
        Oem,
        /// Designs and makes for the brand.
        Odm,
        /// Uses the brand under a licence.
        Licensee,
    }
}

graphql_enum! {
    /// Where an authorised party stands.
    GqlAuthorizedPartyState as "AuthorizedPartyState" = AuthorizedPartyState {
        /// Not revoked, its last day not over.
        Active,
        /// Its last day is over.
        Expired,
        /// Taken back.
        Revoked,
    }
}

graphql_enum! {
    /// Where a power of attorney stands.
    GqlPoaState as "PoaState" = PoaState {
        /// Waits for the secretariat; it allows nothing yet.
        Submitted,
        /// Allows what it says between its dates.
        Verified,
        /// Its last day is over.
        Expired,
        /// Taken back; final.
        Revoked,
    }
}

graphql_enum! {
    /// What a power of attorney allows.
    GqlPoaAction as "PoaAction" = PoaAction {
        /// See what is shared with the principal.
        ReadLeads,
        /// Write, share and close leads for the principal.
        CreateLeads,
        /// Answer deliveries for the principal.
        AnswerDeliveries,
        /// Keep the principal's brands, authorised parties, product sheets, rules of screening and whom enforcers call.
        ManageBrands,
        /// See the money that is the principal's.
        ReadMoney,
    }
}

graphql_enum! {
    /// What the viewer can do to a power of attorney now.
    GqlPoaStep as "PowerOfAttorneyAction" = PoaStep {
        /// Find it genuine, so that it holds.
        Verify,
        /// Take it back.
        Revoke,
    }
}

graphql_enum! {
    /// What the viewer can do to a brand now.
    GqlBrandAction as "BrandAction" = BrandAction {
        /// Take it out of use.
        Retire,
        /// Add somebody whom it lets sell or make.
        AddAuthorizedParty,
    }
}

graphql_enum! {
    /// What the viewer can do to an authorised party now.
    GqlPartyAction as "AuthorizedPartyAction" = PartyAction {
        /// Take the authorisation back.
        Revoke,
    }
}
