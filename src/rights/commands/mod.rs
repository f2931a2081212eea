//! Use cases of rights: one transaction each, and the reads behind the resolvers.

mod registry;

pub use registry::{
    Brands, count_brands, list_brands, parties_of_brands, powers_of_organizations, visible_brand, visible_party,
    visible_power,
};
