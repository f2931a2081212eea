//! The codes of subjects (domain.md §4.3).

macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $name:ident { $($(#[doc = $value_doc:literal])+ $value:ident),+ $(,)? })+) => {
        $(
            $(#[doc = $doc])+
            #[derive(
                Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, strum::IntoStaticStr, strum::EnumString,
                strum::VariantArray, serde::Serialize,
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

codes! {
    /// What a subject is.
    SubjectKind {
        /// A human being.
        Person,
        /// A company or another body.
        Company,
        /// A shop on a platform.
        ShopAccount,
        /// An account from or to which money goes.
        PaymentAccount,
        /// A place: a workshop, a warehouse, a sender's address.
        Site,
        /// A telephone that nobody has a name for.
        Phone,
        /// A vehicle.
        Vehicle,
        /// A domain.
        Domain,
    }
    /// The place of a subject in the chain of supply.
    SupplyRole {
        /// Makes the goods.
        Maker,
        /// Makes labels, boxes and papers.
        Packer,
        /// Sells to sellers.
        Wholesaler,
        /// Sells to buyers.
        Seller,
        /// Stores or carries the goods.
        Logistics,
        /// Takes the money.
        Payee,
        /// Helps in another way.
        Facilitator,
    }
    /// What ties one subject to another.
    LinkKind {
        /// Runs it.
        Operates,
        /// Owns it.
        Owns,
        /// Delivers to it.
        Supplies,
        /// Employs it.
        Employs,
        /// Is reached in the same way.
        SharesContact,
        /// Sends from there.
        ShipsFrom,
        /// Has paid it.
        PaidTo,
        /// Something else, which the grounds say.
        RelatedTo,
    }
    /// How sure an analyst is.
    Confidence {
        /// It may be.
        Low,
        /// It probably is.
        Medium,
        /// It is.
        High,
    }
    /// For what personal data are kept or looked at.
    PersonalDataPurpose {
        /// To find out who is behind it.
        Investigation,
        /// To complain to a platform.
        Complaint,
        /// To refer it to law enforcement.
        Referral,
        /// To go to court.
        CivilCase,
    }
    /// Why the law lets personal data be kept.
    LegalBasis {
        /// Interests that outweigh the person's (GDPR art. 6(1)(f)).
        LegitimateInterests,
        /// To establish, exercise or defend legal claims.
        LegalClaims,
        /// A task in the public interest, for agencies.
        PublicTask,
        /// The person agreed.
        Consent,
    }
}
