import { Spotlight, type SpotlightActionData, type SpotlightActionGroupData, useSpotlight } from '@mantine/spotlight';
import '@mantine/spotlight/styles.layer.css';
import { useMantineColorScheme, VisuallyHidden } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import { hasInbox, isDesk, may } from '@/lib/permissions';
import { useViewer } from '@/lib/viewer';
import { endTypeAhead, paletteStore, selectFirst } from './palette-store';
import { useSignOut } from './use-sign-out';

const PaletteLeads = graphql(`
  query PaletteLeads($search: String!, $isReference: Boolean!) {
    byReference: leadByReference(reference: $search) @include(if: $isReference) {
      ...PaletteLead
    }
    leads(first: 6, filter: { search: $search }) @skip(if: $isReference) {
      nodes {
        ...PaletteLead
      }
    }
  }
  fragment PaletteLead on Lead {
    id
    reference
    title
  }
`);

const MIN_SEARCH = 2;
const REFERENCE = /^LD-\d{2}-[0-9A-Z]+$/;

/** Jump anywhere, do anything: pages, steps and leads by reference or words. */
export default function Palette() {
  const { t } = useTranslation('shell');
  const { query, opened } = useSpotlight(paletteStore);
  const { leads, searching } = useFoundLeads(query.trim());
  const pages = usePages();
  const doings = useDoings();
  const wanted = query.trim().toLowerCase();
  const matching = (actions: SpotlightActionData[]) =>
    actions.filter(({ label, keywords }) => `${label} ${keywords ?? ''}`.toLowerCase().includes(wanted));
  const groups: SpotlightActionGroupData[] = [
    { group: t('palette.leads'), actions: leads },
    { group: t('palette.pages'), actions: matching(pages) },
    { group: t('palette.actions'), actions: matching(doings) },
  ].filter(({ actions }) => actions.length > 0);
  const listed = groups.flatMap(({ actions }) => actions.map(({ id }) => id)).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list has another first
  useEffect(selectFirst, [listed]);
  // Not at once: until effects run the field may show less than was typed, and a key of its own would bring that back.
  const [focused, setFocused] = useState(false);
  if (focused && !opened) setFocused(false);
  useEffect(() => {
    if (focused) endTypeAhead();
    return endTypeAhead;
  }, [focused]);
  const found = groups.reduce((sum, { actions }) => sum + actions.length, 0);
  return (
    <>
      {/* The list is not where the focus is: who cannot see it hears how much of it is left. */}
      <VisuallyHidden role="status">
        {opened && wanted ? (searching ? t('palette.searching') : t('palette.found', { count: found })) : null}
      </VisuallyHidden>
      <Spotlight
        store={paletteStore}
        actions={groups}
        filter={(_query, actions) => actions}
        query={query}
        shortcut={null}
        attributes={{ content: { 'aria-label': t('jump') } }}
        nothingFound={t(searching ? 'palette.searching' : 'palette.nothing')}
        scrollable
        overlayProps={{ backgroundOpacity: 0.3, blur: 0 }}
        maxHeight={420}
        searchProps={{
          leftSection: <IconSearch size={18} />,
          placeholder: t('palette.placeholder'),
          'aria-label': t('palette.placeholder'),
          onFocus: () => {
            setFocused(true);
            selectFirst();
          },
        }}
      />
    </>
  );
}

function useFoundLeads(query: string): { leads: SpotlightActionData[]; searching: boolean } {
  const navigate = useNavigate();
  const viewer = useViewer();
  const wanted = /^ld-/i.test(query) ? query.toUpperCase() : query;
  const [search] = useDebouncedValue(wanted, 150);
  const pause = wanted.length < MIN_SEARCH || !may(viewer, 'LEAD_READ');
  const [{ data, fetching }] = useQuery({
    query: PaletteLeads,
    variables: { search, isReference: REFERENCE.test(search) },
    pause: pause || search.length < MIN_SEARCH,
  });
  if (pause) return { leads: [], searching: false };
  const found = data?.byReference ? [data.byReference] : (data?.leads?.nodes ?? []);
  const leads = found.map(({ id, reference, title }) => ({
    id,
    label: title,
    description: reference,
    onClick: () => void navigate({ to: '/leads/$reference', params: { reference } }),
  }));
  return { leads, searching: fetching || search !== wanted };
}

function usePages(): SpotlightActionData[] {
  const { t } = useTranslation('shell');
  const navigate = useNavigate();
  const viewer = useViewer();
  const page = (
    to:
      | '/inbox'
      | '/leads'
      | '/subjects'
      | '/rights'
      | '/organizations'
      | '/people'
      | '/groups'
      | '/break-glass'
      | '/audit'
      | '/operations'
      | '/settings',
    label: string,
  ) => ({
    id: to,
    label,
    keywords: to,
    onClick: () => void navigate({ to }),
  });
  return [
    ...(hasInbox(viewer) ? [page('/inbox', t('inbox'))] : []),
    ...(may(viewer, 'LEAD_READ') ? [page('/leads', t('leads')), page('/subjects', t('subjects'))] : []),
    page('/rights', t('rights')),
    page('/organizations', t('organizations')),
    ...(may(viewer, 'PERSON_READ') ? [page('/people', t('people'))] : []),
    ...(may(viewer, 'SHARING_GROUP_READ') ? [page('/groups', t('groups'))] : []),
    ...(may(viewer, 'BREAK_GLASS_READ') ? [page('/break-glass', t('breakGlass'))] : []),
    ...(may(viewer, 'AUDIT_READ') ? [page('/audit', t('audit'))] : []),
    ...(may(viewer, 'OPERATIONS_READ') ? [page('/operations', t('operations'))] : []),
    page('/settings', t('settings')),
  ];
}

function useDoings(): SpotlightActionData[] {
  const { t } = useTranslation(['shell', 'sessions']);
  const navigate = useNavigate();
  const viewer = useViewer();
  const { setColorScheme } = useMantineColorScheme();
  const signOut = useSignOut();
  return [
    ...(may(viewer, 'LEAD_CREATE')
      ? [{ id: 'new-lead', label: t('newLead'), onClick: () => void navigate({ to: '/leads/new' }) }]
      : []),
    ...(may(viewer, 'LEAD_READ')
      ? [
          {
            id: 'mine',
            label: t('palette.mine'),
            onClick: () => void navigate({ to: '/leads', search: { mine: true } }),
          },
        ]
      : []),
    ...(isDesk(viewer)
      ? [
          {
            id: 'triage',
            label: t('palette.triage'),
            onClick: () => void navigate({ to: '/inbox', search: { view: 'triage' } }),
          },
        ]
      : []),
    ...(may(viewer, 'IP_RIGHT_EDIT')
      ? [{ id: 'new-right', label: t('palette.newRight'), onClick: () => void navigate({ to: '/rights/new' }) }]
      : []),
    ...(may(viewer, 'IP_RIGHT_VERIFY')
      ? [
          {
            id: 'waiting-rights',
            label: t('palette.waitingRights'),
            onClick: () => void navigate({ to: '/rights', search: { states: ['SUBMITTED'] } }),
          },
        ]
      : []),
    { id: 'light', label: t('palette.light'), onClick: () => setColorScheme('light') },
    { id: 'dark', label: t('palette.dark'), onClick: () => setColorScheme('dark') },
    { id: 'sign-out', label: t('sessions:signOut'), onClick: () => void signOut() },
  ];
}
