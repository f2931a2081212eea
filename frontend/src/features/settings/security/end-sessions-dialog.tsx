import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { OwnSessionFragment } from '@/gql/graphql';
import { browserName } from './browser-name';
import { PasswordDialog } from './password-dialog';

const EndSession = graphql(`
  mutation EndSession($input: EndSessionInput!) {
    endSession(input: $input) {
      ...AccountChange
    }
  }
`);

const EndOtherSessions = graphql(`
  mutation EndOtherSessions($input: PasswordInput!) {
    endOtherSessions(input: $input) {
      ...AccountChange
    }
  }
`);

/** Which sessions are to end: one, or all but this one. */
export type Ending = OwnSessionFragment | 'others';

interface EndSessionsDialogProps {
  ending: Ending;
  onClose: () => void;
  onEnded: () => void;
}

export default function EndSessionsDialog({ ending, onClose, onEnded }: EndSessionsDialogProps) {
  const { t } = useTranslation('settings');
  const common = {
    danger: true,
    done: t('sessions.ended'),
    onDone: () => {
      onClose();
      onEnded();
    },
    onClose,
  };
  if (ending === 'others') {
    return (
      <PasswordDialog
        {...common}
        document={EndOtherSessions}
        variables={(input) => ({ input })}
        title={t('sessions.endOthers')}
        submitLabel={t('sessions.endOthers')}
      />
    );
  }
  return (
    <PasswordDialog
      {...common}
      document={EndSession}
      variables={({ password }) => ({ input: { id: ending.id, password } })}
      title={t('sessions.endTitle')}
      submitLabel={t('sessions.end')}
      text={ending.userAgent ? browserName(ending.userAgent) : t('sessions.unknown')}
    />
  );
}
