import { graphql } from '@/gql';
import { NoteDialog } from '../note-dialog';
import type { ReferralDialogProps } from '../referral-dialogs';

const RequestReferralInformation = graphql(`
  mutation RequestReferralInformation($input: ReferralNoteInput!) {
    requestReferralInformation(input: $input) {
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

export default function RequestReferralInformationDialog(props: ReferralDialogProps) {
  return <NoteDialog document={RequestReferralInformation} action="REQUEST_INFORMATION" {...props} />;
}
