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

/** At the desk: that the shift before left something nobody has taken over yet. Its author knows. */
export default function OpenHandOverBanner() {
  const { t } = useTranslation('handOvers');
  const me = useViewer().person.id;
  const [{ data }, reload] = useQuery({ query: OpenHandOvers });
  useReconnected(() => reload({ requestPolicy: 'network-only' }));
  const open = data?.handOvers.nodes.filter(({ author }) => author.id !== me) ?? [];
  const [latest] = open;
  if (!latest) return null;
  return (
    <div className={classes.banner} role="status">
      <IconTransfer size={16} aria-hidden />
      <span>{t('banner', { author: latest.author.name, count: open.length })}</span>
      <Link to="/hand-overs" search={{ open: true }} className={classes.open}>
        {t('read')}
      </Link>
    </div>
  );
}
