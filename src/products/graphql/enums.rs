//! The enumerations of product sheets, each value described.

use crate::{
    graphql_enum,
    products::rules::{ContactRole, Detectability, PictureSide, ProductState, ProductStep},
};

graphql_enum! {
    /// Where a product sheet stands.
    GqlProductState as "ProductState" = ProductState {
        /// Being written; its holder's alone.
        Draft,
        /// Open to those whom its holder selected.
        Published,
        /// No longer in use; its holder's alone again.
        Archived,
    }
}

graphql_enum! {
    /// What the viewer can do to a product sheet now.
    GqlProductStep as "ProductAction" = ProductStep {
        /// Change it, its features and its pictures.
        Edit,
        /// Say who reads it, and who does not any more.
        Share,
        /// Open it to those who were selected.
        Publish,
        /// Take it out of use.
        Archive,
    }
}

graphql_enum! {
    /// How something that tells fakes apart is found out (ISO 22383).
    GqlDetectability as "Detectability" = Detectability {
        /// By one's senses, without a tool.
        Overt,
        /// With a simple tool, by who knows where to look.
        Covert,
        /// In a laboratory.
        Forensic,
    }
}

graphql_enum! {
    /// What a reference picture shows.
    GqlPictureSide as "PictureSide" = PictureSide {
        /// The genuine article.
        Genuine,
        /// A fake.
        Fake,
    }
}

graphql_enum! {
    /// For what somebody at a right holder is called.
    GqlCompanyContactRole as "CompanyContactRole" = ContactRole {
        /// At any hour.
        Duty,
        /// About goods at a border.
        Customs,
        /// About a criminal case.
        Police,
        /// About how to tell fakes apart.
        Technical,
    }
}
