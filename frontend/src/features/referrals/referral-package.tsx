import { graphql } from '@/gql';
import type { ReferralPackageOfFragment } from '@/gql/graphql';
import { PackageContent } from './package-content';

graphql(`
  fragment ReferralPackageOf on Referral {
    id
    package {
      ...PackageParts
    }
  }
`);

/** What was sent, as it was frozen. */
export function ReferralPackage({ referral }: { referral: ReferralPackageOfFragment }) {
  return referral.package ? <PackageContent content={referral.package} /> : null;
}
