//! The preview of an audience, as clients see it.

use async_graphql::{Context, Object, SimpleObject};

use crate::{
    groups::graphql::SharingGroup,
    leads::commands::Preview,
    members::graphql::{Organization, Person, organization, person},
    platform::error::Result,
};

/// Who sees a lead, or would.
pub struct AudiencePreview(pub(super) Preview);

/// An organisation among the viewers of a lead.
#[derive(SimpleObject)]
pub struct AudienceOrganization {
    /// The organisation.
    organization: Organization,
    /// How many of its people see the lead.
    person_count: i32,
    /// How many items they see.
    item_count: i32,
    /// Whether sharing pushes it a delivery with a deadline.
    will_receive_delivery: bool,
}

/// A sharing group among the viewers of a lead.
#[derive(SimpleObject)]
pub struct AudienceGroup {
    /// The group; null where it is confidential and the viewer not in it.
    group: Option<SharingGroup>,
    /// How many people see the lead by it; null where the group is.
    person_count: Option<i32>,
}

/// Who sees a lead, or would.
#[Object]
impl AudiencePreview {
    /// To be passed back when sharing: it ties the share to exactly this audience.
    async fn token(&self) -> &str {
        &self.0.token
    }

    /// How many people see it.
    async fn person_count(&self) -> i32 {
        self.0.people
    }

    /// The organisations whose people see it.
    async fn organizations(&self, ctx: &Context<'_>) -> Result<Vec<AudienceOrganization>> {
        let mut list = Vec::with_capacity(self.0.organizations.len());
        for (key, person_count, item_count, will_receive_delivery) in &self.0.organizations {
            list.push(AudienceOrganization {
                organization: organization(ctx, *key).await?,
                person_count: *person_count,
                item_count: *item_count,
                will_receive_delivery: *will_receive_delivery,
            });
        }
        Ok(list)
    }

    /// The sharing groups whose people see it.
    async fn groups(&self) -> Vec<AudienceGroup> {
        let lines = self.0.groups.iter().map(|line| match line {
            Some((group, people)) => AudienceGroup {
                group: Some(group.clone().into()),
                person_count: Some(*people),
            },
            None => AudienceGroup {
                group: None,
                person_count: None,
            },
        });
        lines.collect()
    }

    /// People named.
    async fn named_people(&self, ctx: &Context<'_>) -> Result<Vec<Person>> {
        let mut list = Vec::with_capacity(self.0.named.len());
        for key in &self.0.named {
            list.push(person(ctx, *key).await?);
        }
        Ok(list)
    }

    /// Whether the community of the alliance sees it.
    async fn community(&self) -> bool {
        self.0.community
    }

    /// Whether law enforcement of the place sees it.
    async fn law_enforcement(&self) -> bool {
        self.0.law_enforcement
    }

    /// Whether everybody who is signed in sees it.
    async fn public(&self) -> bool {
        self.0.public
    }

    /// What the sender should know before sharing.
    async fn warnings(&self) -> &[String] {
        &self.0.warnings
    }
}
