import { graphql } from '@/gql';

/** Takes somebody out, or the own organisation, which then may know no more of the group. */
export const RemoveSharingGroupMember = graphql(`
  mutation RemoveSharingGroupMember($input: RemoveSharingGroupMemberInput!) {
    removeSharingGroupMember(input: $input) {
      group {
        ...GroupPage
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);
