import { Button } from '@mantine/core';
import { IconTrafficCone } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { useNotificationActivity } from '@/features/notifications/notification-feed';
import { graphql } from '@/gql';
import type { PurchaseClashFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { FIRST_PAGE, pageArguments } from '@/lib/keyset';
import { useLiveRefresh } from '@/lib/live';
import { useLocalName } from '@/lib/local-name';
import { type Column, DataTable } from '@/ui/data-table';
import { EmptyState } from '@/ui/empty-state';
import { KeysetList } from '@/ui/keyset-list';
import { PageHeader } from '@/ui/page-header';
import { Toolbar } from '@/ui/toolbar';
import { PurchaseTrail } from './purchase-page';
import classes from './purchases.module.css';

const ResolveDialog = lazy(() => import('./dialogs/resolve-clash-dialog'));

const PurchaseClashes = graphql(`
  query PurchaseClashes($first: Int, $after: String, $last: Int, $before: String, $open: Boolean) {
    purchaseClashes(first: $first, after: $after, last: $last, before: $before, open: $open) {
      nodes {
        ...PurchaseClash
      }
      pageInfo {
        ...PageEnds
      }
      totalCount
      totalCountIsExact
    }
  }
  fragment PurchaseClash on PurchaseClash {
    id
    kinds
    state
    purchase {
      id
      reference
      title
    }
    actionStartsAt
    actionEndsAt
    country
    divisionCodes
    leadAgency {
      id
      name
      nameZh
    }
    action {
      id
      reference
      title
    }
    resolution
    note
    foundAt
    version
    allowedResolutions
  }
`);

const route = getRouteApi('/_app/purchases/clashes');

/** Test purchases that meet offline actions: neither side learns of the other from anybody but the desk. */
export function PurchaseClashesPage() {
  const { t } = useTranslation('purchases');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [open, setOpen] = useState<PurchaseClashFragment | null>(null);
  const [{ data, error, fetching }, reload] = useQuery({
    query: PurchaseClashes,
    variables: { ...pageArguments(search), open: search.all ? undefined : true },
  });
  const refresh = () => reload({ requestPolicy: 'network-only' });
  useLiveRefresh(useNotificationActivity(), refresh);
  const columns = useColumns(setOpen);
  return (
    <>
      <PageHeader eyebrow={<PurchaseTrail />} title={t('clashes.title')} />
      <Toolbar>
        <Button
          variant={search.all ? 'light' : 'default'}
          aria-pressed={search.all === true}
          onClick={() =>
            void navigate({ search: { ...FIRST_PAGE, all: search.all ? undefined : true }, replace: true })
          }
        >
          {t('clashes.all')}
        </Button>
      </Toolbar>
      <KeysetList
        page={data?.purchaseClashes}
        error={error}
        fetching={fetching}
        reload={reload}
        at={search}
        onPage={(next) => void navigate({ search: (now) => ({ ...now, ...next }) })}
        summary={(count) => t('clashes.count', { count })}
      >
        {(clashes) => (
          <DataTable
            label={t('clashes.title')}
            columns={columns}
            rows={clashes}
            rowKey={({ id }) => id}
            empty={<EmptyState icon={IconTrafficCone} title={t('clashes.empty')} text={t('clashes.emptyText')} />}
          />
        )}
      </KeysetList>
      {open ? (
        <Suspense>
          <ResolveDialog clash={open} onStale={refresh} onClose={() => setOpen(null)} />
        </Suspense>
      ) : null}
    </>
  );
}

function useColumns(onResolve: (clash: PurchaseClashFragment) => void): Column<PurchaseClashFragment>[] {
  const { t } = useTranslation('purchases');
  const localName = useLocalName();
  const { country: countryName, dateTime, labelled, list } = useFormats();
  return [
    {
      key: 'purchase',
      header: t('clashes.purchase'),
      primary: true,
      render: ({ purchase }) =>
        purchase ? (
          <Link to="/purchases/$id" params={{ id: purchase.id }} search={{}} className={classes.link}>
            {purchase.reference} · {purchase.title}
          </Link>
        ) : (
          '–'
        ),
    },
    {
      key: 'action',
      header: t('clashes.action'),
      width: 260,
      render: ({ action, leadAgency }) =>
        action ? (
          <Link to="/actions/$id" params={{ id: action.id }} search={{}} className={classes.link}>
            {action.reference} · {action.title}
          </Link>
        ) : (
          localName(leadAgency)
        ),
    },
    {
      key: 'kinds',
      header: t('clashes.meets'),
      width: 160,
      from: 'md',
      render: ({ kinds }) => list(kinds.map((kind) => t(`clashes.kinds.${kind}`))),
    },
    {
      key: 'place',
      header: t('clashes.place'),
      width: 160,
      from: 'lg',
      render: ({ country, divisionCodes }) => [countryName(country), ...divisionCodes].join(' '),
    },
    {
      key: 'when',
      header: t('clashes.when'),
      width: 190,
      render: ({ actionStartsAt }) => <time dateTime={actionStartsAt}>{dateTime(actionStartsAt)}</time>,
    },
    {
      key: 'state',
      header: t('fields.state'),
      width: 160,
      render: (clash) =>
        clash.allowedResolutions.length > 0 ? (
          <Button
            size="compact-xs"
            variant="light"
            aria-label={labelled(t('clashes.resolve'), clash.purchase?.reference ?? clash.id)}
            onClick={() => onResolve(clash)}
          >
            {t('clashes.resolve')}…
          </Button>
        ) : clash.resolution ? (
          t(`clashes.resolutions.${clash.resolution}`)
        ) : (
          t('clashes.void')
        ),
    },
  ];
}
