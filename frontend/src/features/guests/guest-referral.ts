import { graphql } from '@/gql';

/** All that a guest sees. */
graphql(`
  fragment GuestReferral on GuestReferral {
    id
    reference
    title
    state
    version
    language
    timeZone
    sessionEndsAt
    organizationName
    agencyName
    contactName
    country
    divisionCode
    tlp
    handlingCode
    sentAt
    receipt {
      ...ReferralClock
    }
    decision {
      ...ReferralClock
    }
    pausedSince
    fileNumber
    declineReason
    retractedAt
    stopReason
    allowedActions
    package {
      ...PackageParts
    }
    feedback {
      used
      useful
      result
      note
      givenAt
    }
    history {
      kind
      at
      byAgency
      note
    }
  }
`);

export const GuestReferralQuery = graphql(`
  query GuestReferral {
    guestReferral {
      ...GuestReferral
    }
  }
`);

export const AnswerGuestReferral = graphql(`
  mutation AnswerGuestReferral($input: AnswerGuestReferralInput!) {
    answerGuestReferral(input: $input) {
      referral {
        ...GuestReferral
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);
