//! Of which deliveries and leads a person wants to read in its digest; pure.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{
    leads::rules::{InfringementType, Priority},
    platform::error::{ApiError, Result},
};

/// Most brands that a filter names.
const MOST_BRANDS: usize = 100;

/// As what the person's organisation meets a lead.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum DigestRole {
    /// It is asked for an answer, itself or as the agent of who is.
    Recipient,
    /// It may read it.
    Reader,
}

/// Which deliveries and leads a digest tells of: those that meet all of it. What else a digest says, it says to everybody.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct DigestFilter {
    /// Only those of leads that the person is on.
    pub only_assigned: bool,
    /// As what the organisation meets them; `None` for both.
    pub role: Option<DigestRole>,
    /// Only those of which the person sees an item of one of these brands; of every brand where there is none.
    pub brands: Vec<Uuid>,
    /// Only those of one of these infringements; of every one where there is none.
    pub infringement_types: Vec<InfringementType>,
    /// Only those that are at least as urgent.
    pub min_priority: Option<Priority>,
}

impl DigestFilter {
    /// The filter with each thing once.
    ///
    /// # Errors
    /// `BAD_USER_INPUT` at `digestFilter.brandIds` for too many of them.
    pub fn checked(mut self) -> Result<Self> {
        self.brands.sort_unstable();
        self.brands.dedup();
        self.infringement_types.sort_unstable();
        self.infringement_types.dedup();
        if self.brands.len() > MOST_BRANDS {
            let text = format!("At most {MOST_BRANDS} brands can be named.");
            return Err(ApiError::input("digestFilter.brandIds", text));
        }
        Ok(self)
    }

    /// As it is kept; `None` where it lets everything through.
    #[must_use]
    pub fn kept(&self) -> Option<String> {
        (*self != Self::default()).then(|| serde_json::json!(self).to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_filter_is_kept_as_it_was_and_none_is_not_kept() {
        assert_eq!(DigestFilter::default().kept(), None);
        let filter = DigestFilter {
            only_assigned: true,
            role: Some(DigestRole::Recipient),
            brands: vec![Uuid::from_u128(2), Uuid::from_u128(1), Uuid::from_u128(2)],
            infringement_types: vec![InfringementType::Patent, InfringementType::Patent],
            min_priority: Some(Priority::High),
        };
        let checked = filter.checked().unwrap();
        assert_eq!(checked.brands, [Uuid::from_u128(1), Uuid::from_u128(2)]);
        assert_eq!(checked.infringement_types, [InfringementType::Patent]);
        let kept = checked.kept().unwrap();
        assert_eq!(serde_json::from_str::<DigestFilter>(&kept).unwrap(), checked);
        // What a version to come keeps besides, or one before did not know.
        assert_eq!(
            serde_json::from_str::<DigestFilter>("{}").unwrap(),
            DigestFilter::default()
        );
    }

    #[test]
    fn a_filter_names_a_hundred_brands() {
        let named = |count: u128| DigestFilter {
            brands: (0..count).map(Uuid::from_u128).collect(),
            ..DigestFilter::default()
        };
        assert!(named(100).checked().is_ok());
        assert!(named(101).checked().is_err());
    }
}
