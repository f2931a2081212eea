import { graphql } from '@/gql';

export const OrderList = graphql(`
  query FundOrderList($first: Int, $after: String, $last: Int, $before: String, $filter: FundOrderFilter) {
    fundOrders(first: $first, after: $after, last: $last, before: $before, filter: $filter) {
      nodes {
        ...OrderRow
      }
      pageInfo {
        ...PageEnds
      }
      totalCount
      totalCountIsExact
    }
  }
`);
