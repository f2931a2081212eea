//! Enumerations of evidence, as clients see them.

use crate::{
    evidence::rules::{CustodyKind, EvidenceKind, EvidenceState, EvidenceStep, Rendition, TimestampState},
    graphql_enum,
};

graphql_enum! {
    /// What a piece of evidence is.
    GqlEvidenceKind as "EvidenceKind" = EvidenceKind {
        /// A picture of a screen.
        Screenshot,
        /// A page as it was sent.
        Html,
        /// A film.
        Video,
        /// A picture of things.
        Photo,
        /// A document.
        Document,
        /// A thing, which has no file.
        PhysicalSample,
        /// A conversation.
        Chat,
        /// Records of payments.
        Bank,
        /// A notary's certificate.
        NotarialCert,
    }
}

graphql_enum! {
    /// Where a piece of evidence stands.
    GqlEvidenceState as "EvidenceState" = EvidenceState {
        /// It is kept, and as it was.
        Held,
        /// Its bytes are not what they were: nobody gets them.
        Quarantined,
        /// It was destroyed; what is said of it stays.
        Destroyed,
    }
}

graphql_enum! {
    /// What happened to a piece of evidence.
    GqlCustodyKind as "CustodyKind" = CustodyKind {
        /// It was collected.
        Collected,
        /// Its bytes were hashed.
        Hashed,
        /// A timestamp authority vouched for its hash.
        Timestamped,
        /// It was sealed.
        Sealed,
        /// It was handed over by one hand.
        Transferred,
        /// The other hand has it.
        Received,
        /// It was opened.
        Opened,
        /// It was examined.
        Examined,
        /// It was copied.
        Copied,
        /// Its content was looked at in a rendered copy.
        Accessed,
        /// Its original was taken out.
        Exported,
        /// A hand-over was refused or taken back: it is where it was.
        Returned,
        /// It left the custody, or is kept: what became of it says the sample.
        Disposed,
        /// It was destroyed.
        Destroyed,
        /// Its bytes turned out not to be what they were.
        Quarantined,
    }
}

graphql_enum! {
    /// How the content of a piece of evidence goes out.
    GqlRendition as "EvidenceRendition" = Rendition {
        /// A small picture, marked with who gets it.
        Thumbnail,
        /// A picture to look at, marked with who gets it.
        Preview,
        /// The bytes themselves.
        Original,
    }
}

graphql_enum! {
    /// Where the wish for a timestamp stands.
    GqlTimestampState as "EvidenceTimestampState" = TimestampState {
        /// The authority is to be asked.
        Waiting,
        /// Its token is here, and was verified.
        Held,
        /// It was asked in vain, and is not asked any more.
        Failed,
    }
}

graphql_enum! {
    /// What the viewer may do with a piece of evidence right now.
    GqlEvidenceStep as "EvidenceAction" = EvidenceStep {
        /// Open its content.
        Open,
        /// Write down that it was sealed, opened, examined or copied.
        RecordCustody,
        /// Hand it over.
        Send,
        /// Confirm that one has it.
        ConfirmTransfer,
        /// Say that one does not take it.
        RefuseTransfer,
        /// Take a hand-over back.
        WithdrawTransfer,
        /// Place it under legal hold.
        PlaceHold,
        /// Lift a legal hold.
        LiftHold,
        /// Ask that it be destroyed.
        AskDestruction,
        /// Decide that as a second person.
        DecideDestruction,
    }
}

/// What a holder writes down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, async_graphql::Enum)]
pub enum CustodyActKind {
    /// It was sealed; give the seal's number.
    Sealed,
    /// It was opened; there is no seal any more.
    Opened,
    /// It was examined.
    Examined,
    /// It was copied.
    Copied,
}
