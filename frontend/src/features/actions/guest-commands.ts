import { graphql } from '@/gql';

/** Mails a link: the first one, or another one to whom one was sent before. */
export const InviteActionGuest = graphql(`
  mutation InviteActionGuest($input: InviteActionGuestInput!) {
    inviteActionGuest(input: $input) {
      action {
        ...OfflineActionPage
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);
