//! The codes of offline actions (domain.md §4.4).

macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $name:ident { $($(#[doc = $value_doc:literal])+ $value:ident),+ $(,)? })+) => {
        $(
            $(#[doc = $doc])+
            #[derive(
                Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, strum::IntoStaticStr, strum::EnumString,
                strum::VariantArray, serde::Serialize, serde::Deserialize,
            )]
            #[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
            #[serde(rename_all = "SCREAMING_SNAKE_CASE")]
            pub enum $name { $($(#[doc = $value_doc])+ $value),+ }

            impl $name {
                /// Its stable code.
                #[must_use]
                pub fn code(self) -> &'static str {
                    self.into()
                }
            }
        )+
    };
}

pub(super) use codes;

codes! {
    /// What an action is.
    ActionKind {
        /// Law enforcement goes in.
        Raid,
        /// An authority inspects.
        Inspection,
        /// Goods are taken.
        Seizure,
        /// Goods are destroyed.
        Destruction,
        /// A market is gone through, stall by stall.
        MarketSweep,
        /// Customs detain goods.
        CustomsDetention,
    }
    /// What is done at a site.
    SiteKind {
        /// Goods are made.
        Production,
        /// Goods are stored.
        Storage,
        /// Goods are sold.
        Sales,
        /// Goods are packed and labelled.
        Packaging,
        /// Goods are sent.
        Logistics,
        /// Shops on the internet are run.
        OnlineOffice,
    }
    /// What somebody is on a team.
    TeamRole {
        /// Leads the action, for the lead agency.
        Lead,
        /// Takes part for law enforcement.
        Officer,
        /// Takes part for the secretariat.
        Desk,
        /// Takes part for a right holder.
        Investigator,
        /// Knows of it and does nothing.
        Observer,
    }
    /// From which side an action is approved.
    ApprovalSide {
        /// The secretariat.
        Secretariat,
        /// Law enforcement.
        LawEnforcement,
    }
}
