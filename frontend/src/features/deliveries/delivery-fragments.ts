import { graphql } from '@/gql';

/** The clock of a delivery; the field names are those of `Clock` in `deadline.ts`. */
graphql(`
  fragment DeliveryClock on Delivery {
    id
    state
    dueOn
    dueAt
    workingDaysLeft
    pausedSince
    late
    provisional
  }
`);

graphql(`
  fragment Delivery on Delivery {
    ...DeliveryClock
    version
    allowedActions
    pushedAt
    verdict
    reason
    testPurchases
    answeredAt
    answeredBy {
      id
      name
    }
    attributionAllowed
    infoQuestion
    infoAnswer
    recipient {
      id
      name
      nameZh
    }
    brands {
      id
      name
      nameZh
    }
    lead {
      id
      handling {
        ...LeadHandling
      }
    }
    answers {
      version
      verdict
      reason
      answeredAt
      late
      answeredBy {
        id
        name
      }
    }
  }
`);

export const ViewDelivery = graphql(`
  mutation ViewDelivery($input: DeliveryTransitionInput!) {
    viewDelivery(input: $input) {
      delivery {
        ...Delivery
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export const AcknowledgeDelivery = graphql(`
  mutation AcknowledgeDelivery($input: DeliveryTransitionInput!) {
    acknowledgeDelivery(input: $input) {
      delivery {
        ...Delivery
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

/** The present state of one delivery, read again after `STALE_VERSION`. */
export const DeliveryById = graphql(`
  query DeliveryById($id: ID!) {
    delivery(id: $id) {
      ...Delivery
    }
  }
`);
