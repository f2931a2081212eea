import { graphql } from '@/gql';

export const AddProductPicture = graphql(`
  mutation AddProductPicture($input: AddProductPictureInput!) {
    addProductPicture(input: $input) {
      product {
        ...ProductPage
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);
