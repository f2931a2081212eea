//! Leads: what points to an infringement, and the deliveries by which it is answered.

pub mod listing_url;
