//! The codes of product sheets (domain.md §4.2).

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
    /// Where a product sheet stands.
    ProductState {
        /// Being written; its holder's alone.
        Draft,
        /// Open to those whom its holder selected.
        Published,
        /// No longer in use; its holder's alone again.
        Archived,
    }
    /// What can be done to a product sheet.
    ProductStep {
        /// Change it, its features and its pictures.
        Edit,
        /// Say who reads it, and who does not any more.
        Share,
        /// Open it to those who were selected.
        Publish,
        /// Take it out of use.
        Archive,
    }
    /// How something that tells fakes apart is found out (ISO 22383).
    Detectability {
        /// By one's senses, without a tool.
        Overt,
        /// With a simple tool, by who knows where to look.
        Covert,
        /// In a laboratory.
        Forensic,
    }
    /// What a picture shows.
    PictureSide {
        /// The genuine article.
        Genuine,
        /// A fake.
        Fake,
    }
    /// For what somebody at a right holder is called.
    ContactRole {
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
