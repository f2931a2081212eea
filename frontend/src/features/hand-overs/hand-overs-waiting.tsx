import { ActionIcon } from '@mantine/core';
import { IconTransfer } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import { useReconnected } from '@/lib/live';
import { useViewer } from '@/lib/viewer';
import classes from './hand-overs.module.css';

const OpenHandOvers = graphql(`
  query OpenHandOvers {
    handOvers(first: 5, filter: { open: true }) {
      nodes {
        id
        author {
          id
          name
        }
      }
    }
  }
`);

/**
 * At the desk: that the shift before left something nobody has taken over yet. Its author knows. It comes late, so it
 * stands where it moves nothing: under the navigation, on a phone beside the bell.
 */
export default function HandOversWaiting({ phone }: { phone: boolean }) {
  const { t } = useTranslation('handOvers');
  const me = useViewer().person.id;
  const [{ data }, reload] = useQuery({ query: OpenHandOvers });
  useReconnected(() => reload({ requestPolicy: 'network-only' }));
  const open = data?.handOvers.nodes.filter(({ author }) => author.id !== me) ?? [];
  const [latest] = open;
  if (!latest) return null;
  const words = t('banner', { author: latest.author.name, count: open.length });
  if (phone) {
    return (
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={words}
        className={classes.sign}
        renderRoot={(props) => <Link to="/hand-overs" search={{ open: true }} {...props} />}
      >
        <IconTransfer size={17} aria-hidden />
      </ActionIcon>
    );
  }
  return (
    <div className={classes.banner} role="status">
      <IconTransfer size={15} aria-hidden />
      <div>
        <div>{words}</div>
        <Link to="/hand-overs" search={{ open: true }} className={classes.open}>
          {t('read')}
        </Link>
      </div>
    </div>
  );
}
