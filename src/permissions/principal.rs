//! The two sides of visibility, as text in audience rows and as a viewer's set.

use std::{fmt, str::FromStr};

use uuid::Uuid;

/// One side of the meeting of sets: an audience row carries one, a viewer carries several.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Principal {
    /// A named person.
    User(Uuid),
    /// People of an organisation limited to a brand, or (without a brand) its people without limit.
    Own(Uuid, Option<Uuid>),
    /// Service accounts of an organisation.
    Service(Uuid),
    /// Agents of an organisation, for a brand or for all.
    Client(Uuid, Option<Uuid>),
    /// The secretariat's case desk.
    Desk,
    /// Those in a sharing group.
    Group(Uuid),
    /// Those in a sharing group who belong to an organisation, limited to a brand or without limit.
    GroupOwn(Uuid, Uuid, Option<Uuid>),
    /// A person in a sharing group: for what the person said in it.
    GroupUser(Uuid, Uuid),
    /// The alliance's community.
    Community,
    /// Law enforcement whose area is this prefix of `COUNTRY-DIVISION`, or `*` where the object has no place.
    Le(String),
    /// Everybody who is signed in.
    Public,
}

impl Principal {
    /// Officers of an area.
    #[must_use]
    pub fn le(country: &str, division: &str) -> Self {
        Self::Le(if division.is_empty() {
            country.to_owned()
        } else {
            format!("{country}-{division}")
        })
    }

    /// Whether it stands for the side of `organization`: its people, service accounts and agents, or a named person whose
    /// `home` it is.
    #[must_use]
    pub fn is_of(&self, organization: Uuid, home: Uuid) -> bool {
        match self {
            Self::Own(of, _) | Self::Client(of, _) | Self::Service(of) | Self::GroupOwn(_, of, _) => {
                *of == organization
            }
            Self::User(_) | Self::GroupUser(..) => home == organization,
            Self::Desk | Self::Group(_) | Self::Community | Self::Le(_) | Self::Public => false,
        }
    }

    /// All officers of a country, whatever their area: not a prefix of theirs, which each of them is known by alone.
    #[must_use]
    pub fn le_of(country: &str) -> Self {
        Self::Le(format!("{country}-*"))
    }

    /// All officers, for objects without a place.
    #[must_use]
    pub fn le_anywhere() -> Self {
        Self::Le("*".to_owned())
    }
}

impl fmt::Display for Principal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let brand = |brand: &Option<Uuid>| brand.map_or_else(|| "*".to_owned(), |brand| brand.simple().to_string());
        match self {
            Self::User(user) => write!(f, "user:{}", user.simple()),
            Self::Own(org, b) => write!(f, "own:{}:{}", org.simple(), brand(b)),
            Self::Service(org) => write!(f, "svc:{}", org.simple()),
            Self::Client(org, b) => write!(f, "client:{}:{}", org.simple(), brand(b)),
            Self::Group(group) => write!(f, "group:{}", group.simple()),
            Self::GroupUser(group, user) => write!(f, "group:{}:user:{}", group.simple(), user.simple()),
            Self::GroupOwn(group, org, b) => write!(f, "group:{}:{}:{}", group.simple(), org.simple(), brand(b)),
            Self::Desk => f.write_str("desk"),
            Self::Community => f.write_str("community"),
            Self::Le(area) => write!(f, "le:{area}"),
            Self::Public => f.write_str("public"),
        }
    }
}

impl FromStr for Principal {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let id = |text: &str| Uuid::try_parse(text).map_err(|_| ());
        let pair = |text: &str| -> Result<(Uuid, Option<Uuid>), ()> {
            let (org, brand) = text.split_once(':').ok_or(())?;
            Ok((id(org)?, if brand == "*" { None } else { Some(id(brand)?) }))
        };
        match text.split_once(':') {
            Some(("user", rest)) => Ok(Self::User(id(rest)?)),
            Some(("own", rest)) => pair(rest).map(|(org, brand)| Self::Own(org, brand)),
            Some(("svc", rest)) => Ok(Self::Service(id(rest)?)),
            Some(("client", rest)) => pair(rest).map(|(org, brand)| Self::Client(org, brand)),
            Some(("group", rest)) => match rest.split_once(':') {
                None => Ok(Self::Group(id(rest)?)),
                Some((group, rest)) if rest.starts_with("user:") => {
                    Ok(Self::GroupUser(id(group)?, id(rest.trim_start_matches("user:"))?))
                }
                Some((group, rest)) => pair(rest).and_then(|(org, brand)| Ok(Self::GroupOwn(id(group)?, org, brand))),
            },
            Some(("le", rest)) => Ok(Self::Le(rest.to_owned())),
            None if text == "desk" => Ok(Self::Desk),
            None if text == "community" => Ok(Self::Community),
            None if text == "public" => Ok(Self::Public),
            _ => Err(()),
        }
    }
}
