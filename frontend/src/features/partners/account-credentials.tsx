import { Button } from '@mantine/core';
import { IconKey, IconPlus } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { ServiceAccountCredentialsFragment, ServiceAccountPageFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { type Column, DataTable } from '@/ui/data-table';
import { EmptyState } from '@/ui/empty-state';
import { Section } from '@/ui/section';
import { Time } from '@/ui/time';
import { CredentialStateBadge } from './account-words';
import { credentialState, isLive } from './credential-expiry';
import classes from './partners.module.css';

const EndCredentialDialog = lazy(() => import('./dialogs/end-credential-dialog'));

graphql(`
  fragment ServiceAccountCredentials on ServiceAccount {
    id
    credentials {
      id
      kind
      hint
      createdAt
      expiresAt
      revokedAt
      lastUsedAt
    }
  }
`);

export type OwnCredential = ServiceAccountCredentialsFragment['credentials'][number];

const route = getRouteApi('/_app/partners/$id');

interface AccountCredentialsProps {
  account: ServiceAccountPageFragment;
  onStale: () => void;
}

/** What the account gets in with. Two may be live at once, so that nothing stops while one is replaced. */
export function AccountCredentials({ account, onStale }: AccountCredentialsProps) {
  const { t } = useTranslation('partners');
  const navigate = route.useNavigate();
  const [ending, setEnding] = useState<OwnCredential | null>(null);
  const { credentials, allowedActions } = account;
  const adds = allowedActions.includes('ADD_CREDENTIAL');
  const ends = allowedActions.includes('EDIT') && credentials.some((each) => isLive(each));
  const columns = useColumns(setEnding).filter(({ key }) => ends || key !== 'actions');
  const newestFirst = [...credentials].sort((one, other) => Date.parse(other.createdAt) - Date.parse(one.createdAt));
  return (
    <Section
      title={t('credentials')}
      count={credentials.filter((each) => isLive(each)).length}
      actions={
        adds ? (
          <Button
            variant="default"
            leftSection={<IconPlus size={14} />}
            onClick={() => void navigate({ search: { do: 'ADD_CREDENTIAL' } })}
          >
            {t('actions.ADD_CREDENTIAL')}
          </Button>
        ) : null
      }
    >
      <p className={classes.hint}>{t('rotation')}</p>
      <DataTable
        label={t('credentials')}
        columns={columns}
        rows={newestFirst}
        rowKey={({ id }) => id}
        empty={<EmptyState icon={IconKey} title={t('noCredentials')} text={t('noCredentialsText')} />}
      />
      {ending ? (
        <Suspense>
          <EndCredentialDialog
            account={account}
            credential={ending}
            onStale={onStale}
            onClose={() => setEnding(null)}
          />
        </Suspense>
      ) : null}
    </Section>
  );
}

function useColumns(end: (credential: OwnCredential) => void): Column<OwnCredential>[] {
  const { t } = useTranslation('partners');
  const { labelled, dateTime, moment } = useFormats();
  return [
    {
      key: 'credential',
      header: t('fields.credential'),
      primary: true,
      render: ({ kind, hint }) => <CredentialName kind={kind} hint={hint} />,
    },
    {
      key: 'state',
      header: t('fields.state'),
      width: 144,
      render: (credential) => <CredentialStateBadge state={credentialState(credential)} />,
    },
    {
      key: 'until',
      header: t('fields.worksUntil'),
      width: 144,
      render: ({ expiresAt, revokedAt }) => {
        const at = revokedAt ?? expiresAt;
        return (
          <time dateTime={at} title={dateTime(at)}>
            {moment(at)}
          </time>
        );
      },
    },
    {
      key: 'used',
      header: t('fields.lastUsed'),
      width: 128,
      from: 'md',
      render: ({ lastUsedAt }) => (lastUsedAt ? <Time at={lastUsedAt} /> : t('never')),
    },
    {
      key: 'actions',
      header: t('rowActions'),
      width: 96,
      align: 'end',
      render: (credential) =>
        isLive(credential) ? (
          <Button
            variant="subtle"
            color="red"
            size="compact-xs"
            aria-label={labelled(t('endCredential'), credential.hint)}
            onClick={() => end(credential)}
          >
            {t('endCredential')}…
          </Button>
        ) : null,
    },
  ];
}

function CredentialName({ kind, hint }: Pick<OwnCredential, 'kind' | 'hint'>) {
  const { t } = useTranslation('partners');
  return (
    <>
      {t(`credentialName.${kind}`)} <span className={classes.id}>{kind === 'SECRET' ? `…${hint}` : hint}</span>
    </>
  );
}
