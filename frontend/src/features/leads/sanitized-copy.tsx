import { Alert, Anchor, Skeleton, Stack } from '@mantine/core';
import { IconShieldLock } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import type { CopySourceFragment } from '@/gql/graphql';
import { hasErrorCode } from '@/lib/errors';
import { QueryFailure } from '@/ui/query-failure';
import { RouteMissing } from '@/ui/route-missing';
import { TlpBadge } from '@/ui/tlp-badge';
import classes from './new-lead-page.module.css';

const CopySourceQuery = graphql(`
  query CopySource($reference: String!) {
    leadByReference(reference: $reference) {
      ...CopySource
    }
  }
  fragment CopySource on Lead {
    id
    reference
    tlp
    channel
    infringementTypes
    country
    allowedActions
    owner {
      id
      name
      nameZh
    }
  }
`);

interface WithCopySourceProps {
  reference: string;
  children: (source: CopySourceFragment) => ReactNode;
}

/** The lead of which a copy is to be written, for those who may. */
export function WithCopySource({ reference, children }: WithCopySourceProps) {
  const [{ data, error }, reload] = useQuery({ query: CopySourceQuery, variables: { reference } });
  const source = data?.leadByReference;
  if (source?.allowedActions.includes('COPY')) return children(source);
  if (data || hasErrorCode(error, 'NOT_FOUND')) return <RouteMissing />;
  if (error) return <QueryFailure error={error} retry={reload} />;
  return (
    <Stack className={classes.form} aria-busy>
      <Skeleton h={28} w="50%" />
      <Skeleton h={320} />
    </Stack>
  );
}

/** Of what this is a copy, and that nothing of it comes along. */
export function CopyBanner({ source: { reference, tlp } }: { source: CopySourceFragment }) {
  const { t } = useTranslation('leads');
  return (
    <Alert color="yellow" variant="light" icon={<IconShieldLock size={16} />} title={t('copy.title', { reference })}>
      <div>{t('copy.text')}</div>
      <div>{t('copy.given')}</div>
      <div className={classes.source}>
        <Anchor size="sm" renderRoot={(props) => <Link to="/leads/$reference" params={{ reference }} {...props} />}>
          {t('duplicates.open', { reference })}
        </Anchor>
        <TlpBadge tlp={tlp} />
      </div>
    </Alert>
  );
}
