import { graphql } from '@/gql';

/** What the pages about signing in show of an account; every change of it answers with this. */
export const AccountQuery = graphql(`
  query Account {
    viewer {
      account {
        ...Account
      }
    }
  }
  fragment Account on Account {
    passwordSet
    singleSignOn
    secondFactor {
      required
      enrolled
      totpSince
      recoveryCodesLeft
      passkeys {
        id
        name
        createdAt
        lastUsedAt
      }
    }
  }
`);

/** What every change of the account answers. */
graphql(`
  fragment AccountChange on AccountPayload {
    viewer {
      account {
        ...Account
      }
    }
    userErrors {
      code
      field
      message
    }
  }
`);

/** What a change answers that may bring recovery codes. */
graphql(`
  fragment NewRecoveryCodes on RecoveryCodesPayload {
    recoveryCodes
    viewer {
      account {
        ...Account
      }
    }
    userErrors {
      code
      field
      message
    }
  }
`);
