import { graphql } from '@/gql';
import { NoteDialog } from '../note-dialog';
import type { ReferralDialogProps } from '../referral-dialogs';

const AnswerReferralInformation = graphql(`
  mutation AnswerReferralInformation($input: ReferralNoteInput!) {
    answerReferralInformation(input: $input) {
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

export default function AnswerReferralInformationDialog(props: ReferralDialogProps) {
  return <NoteDialog document={AnswerReferralInformation} action="ANSWER_INFORMATION" {...props} />;
}
