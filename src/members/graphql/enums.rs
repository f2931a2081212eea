//! The enumerations of members, each value described.

use crate::{
    graphql_enum,
    members::rules::{
        DigestFrequency, DigestRole, Industry, Language, OrganizationState, PersonState, Weekday,
        organization::OrganizationAction, person::PersonAction,
    },
    permissions::{Role, Scope, viewer::OrganizationKind},
};

graphql_enum! {
    /// What a person is in the alliance. One person may hold several roles.
    GqlRole as "Role" = Role {
        /// Secretariat administrator.
        Sa,
        /// Secretariat officer, the case desk.
        So,
        /// Fund manager.
        Fm,
        /// Member administrator.
        Ma,
        /// Member investigator.
        Mi,
        /// Member finance.
        Mf,
        /// Counsel or agent under a power of attorney.
        Mc,
        /// Law-enforcement contact.
        Le,
        /// Appraiser.
        Ap,
        /// Partner service account.
        Ps,
        /// Auditor.
        Au,
    }
}

graphql_enum! {
    /// As what an organisation meets a lead that a digest tells of.
    GqlDigestRole as "DigestRole" = DigestRole {
        /// It is asked for an answer, itself or as the agent of who is.
        Recipient,
        /// It may read it.
        Reader,
    }
}

graphql_enum! {
    /// How far an action reaches.
    GqlScope as "Scope" = Scope {
        /// Never.
        No,
        /// What names the person.
        Named,
        /// What concerns the own organisation within the person's brands.
        Brand,
        /// The own organisation's.
        Own,
        /// A principal's, within the power of attorney.
        Principal,
        /// What is shared with the person.
        Shared,
        /// All of that kind in the alliance.
        All,
    }
}

graphql_enum! {
    /// What kind of organisation it is.
    GqlOrganizationKind as "OrganizationKind" = OrganizationKind {
        /// A right holder in membership.
        MemberBrand,
        /// An industry association.
        Association,
        /// A firm that acts for principals.
        AgentFirm,
        /// A law-enforcement agency.
        LeAgency,
        /// A laboratory.
        Lab,
        /// A marketplace.
        Platform,
        /// The alliance's own office.
        Secretariat,
        /// An auditor or invited supervisor.
        Auditor,
    }
}

graphql_enum! {
    /// Where an organisation stands in its membership.
    GqlOrganizationState as "OrganizationState" = OrganizationState {
        /// Asked to join; its first person has an invitation.
        Invited,
        /// Has applied.
        Applied,
        /// The secretariat is looking into the application.
        UnderReview,
        /// In membership.
        Active,
        /// Shut out for the time being.
        Suspended,
        /// Left of its own will; final.
        Withdrawn,
        /// Shut out for good; final.
        Expelled,
        /// For trials, beside an organisation that is real.
        Sandbox,
    }
}

graphql_enum! {
    /// What the viewer can do to an organisation now.
    GqlOrganizationAction as "OrganizationAction" = OrganizationAction {
        /// Change its facts.
        Update,
        /// Apply for membership.
        SubmitApplication,
        /// Begin to look into the application.
        StartReview,
        /// Take it into membership.
        Approve,
        /// Shut it out for the time being.
        Suspend,
        /// Let it in again.
        Reinstate,
        /// Shut it out for good, or end its application.
        Expel,
        /// Leave the alliance for good, or take the application back.
        Withdraw,
        /// Invite somebody into it.
        InviteUser,
        /// Enter a brand of it.
        CreateBrand,
        /// Submit a power of attorney as its principal or agent.
        SubmitPowerOfAttorney,
        /// Enter, change or take away its own sign-in provider.
        ConfigureSingleSignOn,
    }
}

graphql_enum! {
    /// The alliance's twelve industries.
    GqlIndustry as "Industry" = Industry {
        /// Luxury goods.
        Luxury,
        /// Jewellery and watches.
        Jewellery,
        /// Clothing.
        Apparel,
        /// Shoes.
        Footwear,
        /// Cosmetics and personal care.
        Cosmetics,
        /// Phones, wearables and other smart devices.
        SmartDevices,
        /// Other electronics.
        Electronics,
        /// Food and drink.
        FoodAndDrink,
        /// Household goods.
        Household,
        /// Medicines and health.
        Pharma,
        /// Vehicles and their parts.
        Automotive,
        /// Toys.
        Toys,
    }
}

graphql_enum! {
    /// Where a person stands.
    GqlPersonState as "PersonState" = PersonState {
        /// Has not set a password yet.
        Invited,
        /// Can sign in.
        Active,
        /// Shut out.
        Suspended,
    }
}

graphql_enum! {
    /// What the viewer can do to a person now.
    GqlPersonAction as "PersonAction" = PersonAction {
        /// Change name, roles and brand scope.
        Update,
        /// Shut the person out.
        Suspend,
        /// Let the person in again.
        Reinstate,
        /// Send a new invitation.
        ResendInvitation,
        /// Take away all second factors of somebody who lost them.
        ResetSecondFactor,
    }
}

graphql_enum! {
    /// A language of portal and mails.
    GqlLanguage as "Language" = Language {
        /// English.
        En,
        /// Simplified Chinese, 简体中文.
        ZhHans,
    }
}

graphql_enum! {
    /// How often the digest goes out.
    GqlDigestFrequency as "DigestFrequency" = DigestFrequency {
        /// Once a day.
        Daily,
        /// Once a week, with the week's numbers.
        Weekly,
        /// As soon as something new comes, several things together; and once a day what is due.
        Immediate,
        /// Never.
        Off,
    }
}

graphql_enum! {
    /// A day of the week.
    GqlWeekday as "Weekday" = Weekday {
        /// Monday.
        Monday,
        /// Tuesday.
        Tuesday,
        /// Wednesday.
        Wednesday,
        /// Thursday.
        Thursday,
        /// Friday.
        Friday,
        /// Saturday.
        Saturday,
        /// Sunday.
        Sunday,
    }
}
