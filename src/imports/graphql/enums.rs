//! Enumerations of imports, as clients see them.

use crate::{
    graphql_enum,
    imports::rules::{Field, Format, ImportState, Outcome, Reason, SubjectKind, Verdict},
};

graphql_enum! {
    /// The formats that are understood.
    GqlFormat as "ImportFormat" = Format {
        /// A table: values with commas, semicolons or tabs between them; a lead a row.
        Csv,
        /// Events of MISP; a lead an event.
        Misp,
        /// A bundle of STIX 2.0 or 2.1; a lead a report, grouping, incident, or whatever stands for itself.
        Stix,
        /// JSON lines as collectors write them; a lead a line.
        Listings,
    }
}

graphql_enum! {
    /// What becomes of an element of a file.
    GqlImportVerdict as "ImportVerdict" = Verdict {
        /// All of it that a lead has a place for goes in.
        Understood,
        /// Some of it goes in.
        Partly,
        /// It names a subject rather than a listing: told, not stored.
        Kept,
        /// Nothing of it goes in.
        Skipped,
    }
}

graphql_enum! {
    /// Why an element does not go in, or not all of it, or why a lead is not made.
    GqlImportReason as "ImportReason" = Reason {
        /// There is nothing in it.
        Empty,
        /// It is not written as the format asks.
        Malformed,
        /// It is longer than it may be.
        TooLong,
        /// It has no title and no address.
        NoTitle,
        /// Its address is none of the web.
        NotWebAddress,
        /// A price, currency, moment, country or another value cannot be read.
        UnreadableValue,
        /// It is of a type that leads have no place for, such as a signature of malware.
        OutOfScope,
        /// It is a file; files are not imported.
        File,
        /// Its source deleted or revoked it.
        Deleted,
        /// Somebody proposed it and the owner has not accepted it.
        Proposal,
        /// It points to something that is not in the file.
        Elsewhere,
        /// It stands in the file twice.
        Repeated,
        /// Nothing that is offered and nobody who offers: no lead can be made.
        NoListing,
        /// Its pattern is more than comparisons with `=`, joined by AND or OR.
        PatternNotSimple,
        /// Its marking is not one of the Traffic Light Protocol.
        MarkingUnknown,
        /// It names a subject, not a listing.
        Subject,
        /// There is no brand of this name.
        UnknownBrand,
        /// The person may not write such leads.
        NotAllowed,
        /// The person's roles may not hand in leads that are open so far.
        TlpCeiling,
        /// The service refused the lead for another reason.
        Refused,
    }
}

graphql_enum! {
    /// Where an import stands.
    GqlImportState as "ImportState" = ImportState {
        /// The worker goes on with it.
        Running,
        /// Every lead of it was looked at.
        Done,
        /// Its person ended it; what was imported stays.
        Cancelled,
        /// The file is read in another way than when it was previewed, as after an upgrade: start anew.
        Failed,
    }
}

graphql_enum! {
    /// What becomes of a lead to be.
    GqlLeadImportOutcome as "LeadImportOutcome" = Outcome {
        /// A lead was made of it.
        Created,
        /// It would become a lead.
        WouldCreate,
        /// An earlier import made a lead of it.
        AlreadyThere,
        /// No lead can be made of it.
        Refused,
    }
}

graphql_enum! {
    /// Where a column of a table goes.
    GqlImportField as "ImportField" = Field {
        /// The title of the lead and of its item.
        Title,
        /// Into the summary, under its header; the only one that takes several columns.
        Summary,
        /// The listing's address.
        Url,
        /// The platform's name.
        Platform,
        /// The platform's id of the listing.
        ListingId,
        /// Who offers it.
        Seller,
        /// The platform's id of the seller.
        ShopId,
        /// For how much.
        Price,
        /// The price's currency, by ISO 4217.
        Currency,
        /// When it was seen.
        CapturedAt,
        /// The brand's name.
        Brand,
        /// The country, by ISO 3166-1.
        Country,
        /// What is wrong with the goods.
        InfringementType,
        /// How far it may travel.
        Tlp,
        /// Words it is filed under, with commas between them.
        Tags,
        /// A telephone number; told, not stored.
        Phone,
        /// An e-mail address; told, not stored.
        Email,
    }
}

graphql_enum! {
    /// What an identifier names that is no listing.
    GqlSubjectKind as "ImportSubjectKind" = SubjectKind {
        /// An e-mail address.
        EmailAddress,
        /// A telephone number.
        PhoneNumber,
        /// An account at a bank.
        BankAccount,
        /// A wallet of a crypto-currency.
        Wallet,
        /// An account on a platform.
        UserAccount,
        /// A person's or a firm's name.
        Name,
        /// An address of the internet protocol.
        IpAddress,
        /// The fingerprint of a file.
        FileHash,
    }
}
