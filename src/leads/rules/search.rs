//! What is searched: the kinds of object that have words of their own, and the texts they are found by.

/// A kind of object that is found by its own words.
///
/// Another kind is one entry here, one in the store's table of kinds, and its texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, strum::VariantArray)]
pub enum SearchKind {
    /// A lead: its reference, title and summary.
    Lead,
    /// A subject of a lead, unless it is a person: its name, what else is said of it, what it is known by.
    Subject,
    /// An item of a lead: its title, seller and listing.
    Item,
    /// A piece of evidence of a lead: its title and its file's name.
    Evidence,
    /// A comment on a lead.
    Comment,
}

impl SearchKind {
    /// Its place among what is found: higher ones come first, and within a place the latest.
    ///
    /// The order says nothing that the viewer does not see: statistics of words, by which search engines rank, are made of
    /// hidden texts as well.
    #[must_use]
    pub fn rank(self) -> i64 {
        match self {
            Self::Lead => 5,
            Self::Subject => 4,
            Self::Item => 3,
            Self::Evidence => 2,
            Self::Comment => 1,
        }
    }
}

/// A text that an object is found by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, strum::VariantArray)]
pub enum SearchField {
    /// What people call a lead.
    Reference,
    /// A title.
    Title,
    /// A lead's summary.
    Summary,
    /// A seller's name.
    Seller,
    /// A platform.
    Platform,
    /// A platform's id of a listing.
    ListingId,
    /// A platform's id of a shop.
    ShopId,
    /// A listing's address.
    Url,
    /// A subject's name.
    Name,
    /// What else is said of a subject.
    Detail,
    /// What a subject is known by.
    Identifier,
    /// The name of a file.
    FileName,
    /// What somebody said.
    Body,
}
