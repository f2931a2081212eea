//! Use cases of members: one transaction each, and the reads behind the resolvers.

mod directory;

pub use directory::{
    Organizations, People, administrators, count_organizations, count_people, list_organizations, list_people,
    visible_organization, visible_person,
};
