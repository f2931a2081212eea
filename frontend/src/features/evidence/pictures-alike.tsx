import { Button, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import type { PictureAlikeRowFragment } from '@/gql/graphql';
import { QueryFailure } from '@/ui/query-failure';
import { Section } from '@/ui/section';
import { TlpBadge } from '@/ui/tlp-badge';
import classes from './evidence.module.css';
import { Thumbnail } from './thumbnail';

const PicturesAlikeQuery = graphql(`
  query PicturesAlike($id: ID!) {
    evidenceItem(id: $id) {
      id
      picturesAlike(first: 10) {
        ...PictureAlikeRow
      }
    }
  }
  fragment PictureAlikeRow on PictureAlike {
    distance
    evidence {
      id
      kind
      title
      tlp
      thumbnailUrl
      lead {
        id
        reference
        title
      }
    }
  }
`);

/** Suggestions by looks alone, loaded after the page they stand on. */
export default function PicturesAlike({ id }: { id: string }) {
  const { t } = useTranslation('evidence');
  const [shown, setShown] = useState(false);
  const [{ data, error }, reload] = useQuery({ query: PicturesAlikeQuery, variables: { id } });
  const alike = data?.evidenceItem?.picturesAlike;
  if (!alike)
    return error ? (
      <Section title={t('alike.title')}>
        <QueryFailure error={error} retry={() => reload({ requestPolicy: 'network-only' })} />
      </Section>
    ) : null;
  if (alike.length === 0) return null;
  return (
    <Section
      title={t('alike.title')}
      count={alike.length}
      actions={
        // Each picture is made when it is asked for, and custody says that it was looked at: only for who wants to see it.
        <Button variant="default" aria-expanded={shown} onClick={() => setShown(!shown)}>
          {t(shown ? 'alike.hide' : 'alike.show')}
        </Button>
      }
    >
      <ul className={classes.list}>
        {alike.map((each) => (
          <AlikeRow key={each.evidence.id} alike={each} shown={shown} />
        ))}
      </ul>
      <Text size="xs" c="dimmed" mt={6}>
        {t('alike.hint')}
      </Text>
    </Section>
  );
}

function AlikeRow({ alike: { distance, evidence }, shown }: { alike: PictureAlikeRowFragment; shown: boolean }) {
  const { t } = useTranslation('evidence');
  const { id, kind, title, tlp, thumbnailUrl, lead } = evidence;
  return (
    <li className={classes.item}>
      {shown ? <Thumbnail kind={kind} url={thumbnailUrl} /> : null}
      <div className={classes.body}>
        <div className={classes.line}>
          <Link to="/evidence/$id" params={{ id }} search={{}} className={classes.link}>
            {title}
          </Link>
          <span className={classes.marks}>
            <TlpBadge tlp={tlp} />
          </span>
        </div>
        <div className={classes.detail}>
          <span>{t(distance === 0 ? 'alike.same' : 'alike.near', { count: distance })}</span>
          <Link to="/leads/$reference" params={{ reference: lead.reference }} search={{}} className={classes.link}>
            {lead.reference}
          </Link>
          <span>{lead.title}</span>
        </div>
      </div>
    </li>
  );
}
