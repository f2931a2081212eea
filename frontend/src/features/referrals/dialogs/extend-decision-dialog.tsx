import { graphql } from '@/gql';
import { NoteDialog } from '../note-dialog';
import type { ReferralDialogProps } from '../referral-dialogs';

const ExtendReferralDecision = graphql(`
  mutation ExtendReferralDecision($input: ReferralNoteInput!) {
    extendReferralDecision(input: $input) {
      referral {
        ...ReferralPage
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export default function ExtendReferralDecisionDialog(props: ReferralDialogProps) {
  return <NoteDialog document={ExtendReferralDecision} action="EXTEND_DECISION" {...props} />;
}
