//! Enumerations of subjects, as clients see them.

use crate::{
    graphql_enum,
    subjects::rules::{
        Confidence, LegalBasis, LinkKind, PersonalDataPurpose, SubjectKind, SupplyRole,
        identifier::{IdentifierKind, Strength},
    },
};

graphql_enum! {
    /// What a subject is.
    GqlSubjectKind as "SubjectKind" = SubjectKind {
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
}

graphql_enum! {
    /// The place of a subject in the chain of supply.
    GqlSupplyRole as "SupplyRole" = SupplyRole {
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
}

graphql_enum! {
    /// What ties one subject to another.
    GqlLinkKind as "SubjectLinkKind" = LinkKind {
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
}

graphql_enum! {
    /// How sure an analyst is.
    GqlConfidence as "LinkConfidence" = Confidence {
        /// It may be.
        Low,
        /// It probably is.
        Medium,
        /// It is.
        High,
    }
}

graphql_enum! {
    /// For what personal data are kept or looked at.
    GqlPersonalDataPurpose as "PersonalDataPurpose" = PersonalDataPurpose {
        /// To find out who is behind it.
        Investigation,
        /// To complain to a platform.
        Complaint,
        /// To refer it to law enforcement.
        Referral,
        /// To go to court.
        CivilCase,
    }
}

graphql_enum! {
    /// Why the law lets personal data be kept.
    GqlLegalBasis as "LegalBasis" = LegalBasis {
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

graphql_enum! {
    /// What kind of thing an identifier names.
    GqlIdentifierKind as "IdentifierKind" = IdentifierKind {
        /// A telephone number, as E.164.
        Phone,
        /// An e-mail address.
        Email,
        /// A WeChat id, or the telephone number that an account is found by.
        Wechat,
        /// A QQ number.
        Qq,
        /// The telephone number of a WhatsApp account.
        Whatsapp,
        /// An Alipay account: its number, or the telephone number or e-mail address it is paid by.
        Alipay,
        /// A Telegram user name.
        Telegram,
        /// A platform and its own id of a shop.
        Shop,
        /// A platform and its own id of an offer.
        Listing,
        /// The part of a domain that one owner registered.
        Domain,
        /// The address of a page.
        Url,
        /// The unified social credit code of a Chinese organisation (GB 32100).
        CompanyCode,
        /// A country and the number of a company in its register.
        CompanyNumber,
        /// An IBAN, a Chinese bank card, or a bank and the number of an account.
        BankAccount,
        /// An address of Bitcoin or TRON.
        CryptoAddress,
        /// The registration plate of a vehicle, with its country.
        Plate,
        /// The tracking number of a parcel.
        Parcel,
        /// A place that post reaches: a Chinese division, or a country and a postcode, with the text of the address.
        Address,
        /// The number of a person in a country; secret.
        NationalId,
        /// A country and the number of a passport; secret.
        Passport,
    }
}

graphql_enum! {
    /// How much it says that two subjects have the same identifier.
    GqlStrength as "IdentifierStrength" = Strength {
        /// Many may share it: a hotline, an address without a house.
        Weak,
        /// A few may share it, or it may pass from one to another: a switchboard, a vehicle.
        Medium,
        /// One person or company has it.
        Strong,
    }
}
