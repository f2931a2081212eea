//! The codes of a lead's fields (domain.md §4.3).

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

codes! {
    /// Where a lead came from.
    LeadSource {
        /// A detection model.
        Model,
        /// A member.
        Member,
        /// Law enforcement.
        Le,
        /// The public.
        PublicTip,
        /// A partner system.
        Partner,
        /// An association.
        Association,
    }
    /// Where the goods are offered.
    Channel {
        /// On the internet.
        Online,
        /// In shops, workshops, warehouses.
        Offline,
    }
    /// How urgent it is.
    Priority {
        /// When there is time.
        Low,
        /// In turn.
        Normal,
        /// Before others.
        High,
        /// At once.
        Urgent,
    }
    /// What is wrong with the goods or the offer.
    InfringementType {
        /// A counterfeit.
        Counterfeit,
        /// The mark is hidden in the pictures.
        LogoObscured,
        /// A look-alike without the mark.
        LookalikeShanzhai,
        /// Brand names stuffed into the text.
        KeywordStuffing,
        /// A seller caught before.
        RepeatInfringement,
        /// Pictures taken from the brand.
        StolenImage,
        /// A patent.
        Patent,
        /// Genuine goods outside their market.
        GreyMarket,
        /// Sold across a border.
        CrossBorder,
        /// Made, packed or stored off line.
        OfflineProduction,
    }
    /// How a lead ended.
    LeadOutcome {
        /// It is an infringement.
        ConfirmedInfringement,
        /// It is none.
        NotInfringing,
        /// It cannot be told.
        InsufficientInformation,
        /// Nobody answered.
        NoAnswer,
    }
    /// Why triage turned a lead down.
    RejectReason {
        /// It is known already.
        Duplicate,
        /// Too little to go on.
        InsufficientInformation,
        /// Not the alliance's business.
        OutOfScope,
        /// Evidently no infringement.
        NotInfringing,
        /// The seller is authorised.
        AuthorizedSeller,
    }
    /// What those a lead is shared with may do with it, from least to most.
    PermittedActions {
        /// Nothing but know it.
        None,
        /// What nobody outside the own organisation can notice.
        InternalOnly,
        /// Nothing before the owner was asked.
        ContactFirst,
        /// What does not touch those whom it concerns.
        Indirect,
        /// Whatever the law allows.
        Direct,
    }
    /// Whether those whom a lead concerns may be told.
    AffectedPartyNotification {
        /// They may.
        May,
        /// They must not be tipped off.
        MustNot,
    }
    /// Whether a lead's owner may be named as its source.
    Attribution {
        /// It may be.
        May,
        /// Whoever uses it has to name it.
        Must,
        /// It must not be: others see it under a pseudonym.
        MustNot,
    }
    /// What happened to a lead.
    TimelineKind {
        /// It was written.
        Created,
        /// Its draft was changed.
        Updated,
        /// It was handed in.
        Submitted,
        /// It was graded.
        Triaged,
        /// It was turned down.
        Rejected,
        /// It goes on with another lead.
        Merged,
        /// It was shown to more people.
        Shared,
        /// What it was opened to was taken back.
        Revoked,
        /// It was opened to a person in an emergency.
        EmergencyOpened,
        /// It was copied without what must not travel.
        Copied,
        /// Its TLP was changed.
        TlpChanged,
        /// How it may be used was changed.
        HandlingChanged,
        /// It was pushed to a recipient.
        Delivered,
        /// The recipient opened it.
        Viewed,
        /// The recipient took it up.
        Acknowledged,
        /// The recipient answered.
        Answered,
        /// The recipient asked for information.
        InfoRequested,
        /// The owner gave the information.
        InfoAnswered,
        /// The calendar's notice came out and the deadline was computed anew; it never becomes earlier.
        DeadlineRecalculated,
        /// The deadline passed.
        Overdue,
        /// It lapsed unanswered.
        Expired,
        /// The desk settled what had lapsed.
        Settled,
        /// Somebody commented.
        Commented,
        /// Somebody or something was named in it.
        SubjectAdded,
        /// What was named in it was taken away.
        SubjectRemoved,
        /// Evidence was added.
        EvidenceAdded,
        /// The bytes of evidence are not what they were; nobody gets them any more.
        EvidenceQuarantined,
        /// A hand-over of evidence was not confirmed in time.
        EvidenceTransferOverdue,
        /// Evidence was destroyed.
        EvidenceDestroyed,
        /// A test purchase from it came to its end.
        PurchaseClosed,
        /// It was closed.
        Resolved,
        /// It was opened again.
        Reopened,
        /// It was taken back.
        Retracted,
    }
}

impl Priority {
    /// As it stands in the database: 0 low … 3 urgent.
    #[must_use]
    pub fn rank(self) -> i32 {
        match self {
            Self::Low => 0,
            Self::Normal => 1,
            Self::High => 2,
            Self::Urgent => 3,
        }
    }

    /// From its rank; what lies outside is the nearest.
    #[must_use]
    pub fn from_rank(rank: i32) -> Self {
        match rank {
            i32::MIN..=0 => Self::Low,
            1 => Self::Normal,
            2 => Self::High,
            3.. => Self::Urgent,
        }
    }
}
