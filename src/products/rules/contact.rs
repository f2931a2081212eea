//! Whom enforcers call at a right holder.

use jiff::Timestamp;
use serde::Serialize;
use uuid::Uuid;

use super::ContactRole;
use crate::{
    members::rules::{facts, organization::may},
    permissions::{Action, Viewer},
    platform::error::{ApiError, ErrorCode, Result},
};

/// The longest telephone number.
const MAX_PHONE: usize = 40;
/// The longest text about hours.
const MAX_HOURS: usize = 200;
/// Most languages.
const MOST_LANGUAGES: usize = 10;

/// Somebody to call, as it was typed.
#[derive(Debug, Clone, Serialize)]
pub struct NewContact {
    /// For what.
    pub role: ContactRole,
    /// Whom.
    pub name: String,
    /// By mail.
    pub email: Option<String>,
    /// By telephone.
    pub phone: Option<String>,
    /// In which languages.
    pub languages: Vec<String>,
    /// In whose time.
    pub time_zone: String,
    /// At which hours.
    pub hours: Option<String>,
}

/// Somebody to call, in the form it is kept in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContactFacts {
    /// For what.
    pub role: ContactRole,
    /// Whom.
    pub name: String,
    /// By mail.
    pub email: Option<String>,
    /// By telephone.
    pub phone: Option<String>,
    /// In which languages, as language tags.
    pub languages: Vec<String>,
    /// In whose time.
    pub time_zone: String,
    /// At which hours.
    pub hours: Option<String>,
}

impl NewContact {
    /// The form it is kept in.
    ///
    /// # Errors
    /// `BAD_USER_INPUT` at the field that is not acceptable, and where there is neither an address nor a number.
    pub fn facts(&self) -> Result<ContactFacts> {
        let email = self.email.as_deref().map(str::trim).filter(|email| !email.is_empty());
        let contact = ContactFacts {
            role: self.role,
            name: facts::person_name("name", &self.name)?,
            email: email.map(|email| facts::email("email", email)).transpose()?,
            phone: facts::optional("phone", self.phone.as_deref(), MAX_PHONE)?,
            languages: languages(&self.languages)?,
            time_zone: facts::time_zone(&self.time_zone)?,
            hours: facts::optional("hours", self.hours.as_deref(), MAX_HOURS)?,
        };
        match contact.email.is_none() && contact.phone.is_none() {
            true => Err(ApiError::input("email", "Give an address or a telephone number.")),
            false => Ok(contact),
        }
    }
}

/// Language tags such as `zh-Hans`, each once.
fn languages(raw: &[String]) -> Result<Vec<String>> {
    let is_part = |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let is_tag = |tag: &String| (2..=35).contains(&tag.len()) && tag.split('-').all(is_part);
    if raw.len() > MOST_LANGUAGES || !raw.iter().all(is_tag) {
        let text = format!("Give at most {MOST_LANGUAGES} language tags, such as en or zh-Hans.");
        return Err(ApiError::input("languages", text));
    }
    let mut tags: Vec<String> = Vec::new();
    for tag in raw {
        if !tags.contains(tag) {
            tags.push(tag.clone());
        }
    }
    Ok(tags)
}

/// Whether the viewer's roles allow to say whom enforcers call at an organisation.
///
/// # Errors
/// `FORBIDDEN`.
pub fn permit_contact(viewer: &Viewer, organization: Uuid, now: Timestamp) -> Result<()> {
    match may(viewer, Action::CompanyContactEdit, organization, &[], now) {
        true => Ok(()),
        false => Err(ErrorCode::Forbidden.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn contact() -> NewContact {
        NewContact {
            role: ContactRole::Customs,
            name: "Border desk".to_owned(),
            email: Some(" Border@Example.org ".to_owned()),
            phone: None,
            languages: vec!["en".to_owned(), "zh-Hans".to_owned(), "en".to_owned()],
            time_zone: "Asia/Shanghai".to_owned(),
            hours: None,
        }
    }

    #[test]
    fn somebody_can_be_reached() {
        let kept = contact().facts().unwrap();
        assert_eq!(kept.email.as_deref(), Some("border@example.org"));
        assert_eq!(kept.languages, ["en", "zh-Hans"]);
        let nobody = NewContact {
            email: None,
            ..contact()
        };
        assert!(nobody.facts().is_err());
        let odd = NewContact {
            languages: vec!["English!".to_owned()],
            ..contact()
        };
        assert!(odd.facts().is_err());
    }
}
