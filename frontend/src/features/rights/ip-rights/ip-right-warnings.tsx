import { Alert, Anchor, Stack } from '@mantine/core';
import { IconAlertTriangle, IconClockShield, IconMessage } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { IpRightState, IpRightWarningsFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { useLocalName } from '@/lib/local-name';

graphql(`
  fragment IpRightWarnings on IpRight {
    id
    state
    expiresOn
    reason
    renewal {
      expiresOn
      submittedBy {
        id
        name
      }
    }
    alsoClaimedBy {
      id
      name
      nameZh
    }
  }
`);

/** What to know before acting: others who claim the right, a renewal that waits, why the last step was taken. */
export function IpRightWarnings({ right }: { right: IpRightWarningsFragment }) {
  const { alsoClaimedBy, renewal, reason } = right;
  if (alsoClaimedBy.length === 0 && !renewal && !reason) return null;
  return (
    <Stack gap="xs">
      <AlsoClaimed by={alsoClaimedBy} />
      <Renewal right={right} />
      <Reason right={right} />
    </Stack>
  );
}

function AlsoClaimed({ by }: { by: IpRightWarningsFragment['alsoClaimedBy'] }) {
  const { t } = useTranslation('ipRights');
  const localName = useLocalName();
  if (by.length === 0) return null;
  return (
    <Alert color="red" variant="light" icon={<IconAlertTriangle size={16} />} title={t('page.claimedTitle')}>
      {t('page.claimedText')}
      {by.map((organization) => (
        <div key={organization.id}>
          <Anchor
            size="sm"
            underline="always"
            c="inherit"
            renderRoot={(props) => (
              <Link to="/organizations/$id" params={{ id: organization.id }} search={{}} {...props} />
            )}
          >
            {localName(organization)}
          </Anchor>
        </div>
      ))}
    </Alert>
  );
}

function Renewal({ right: { renewal, expiresOn } }: { right: IpRightWarningsFragment }) {
  const { t } = useTranslation('ipRights');
  const { date } = useFormats();
  if (!renewal) return null;
  const { submittedBy } = renewal;
  const days = { to: date(renewal.expiresOn), now: expiresOn ? date(expiresOn) : '–' };
  return (
    <Alert color="yellow" variant="light" icon={<IconClockShield size={16} />} title={t('page.renewalTitle')}>
      {t('page.renewalText', { name: submittedBy.name, ...days })}
    </Alert>
  );
}

const SAID = { REJECTED: 'REJECTED', DISPUTED: 'DISPUTED', INVALIDATED: 'INVALIDATED' } as const;

function isSaid(state: IpRightState): state is keyof typeof SAID {
  return state in SAID;
}

function Reason({ right: { state, reason } }: { right: IpRightWarningsFragment }) {
  const { t } = useTranslation('ipRights');
  if (!reason) return null;
  const why = isSaid(state) ? SAID[state] : 'OTHER';
  return (
    <Alert
      color={why === 'OTHER' ? 'gray' : 'yellow'}
      variant="light"
      icon={<IconMessage size={16} />}
      title={t(`page.reasonTitle.${why}`)}
      style={{ overflowWrap: 'anywhere' }}
    >
      {reason}
    </Alert>
  );
}
