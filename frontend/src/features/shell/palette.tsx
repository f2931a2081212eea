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
import type { PaletteFindsQuery } from '@/gql/graphql';
import { may } from '@/lib/permissions';
import { isReference } from '@/lib/reference';
import { useViewer } from '@/lib/viewer';
import { offered, pagesOf } from './pages';
import { OFFERS, type PaletteOffer } from './palette-offers';
import { endTypeAhead, paletteStore, selectFirst } from './palette-store';
import { useSignOut } from './use-sign-out';

const PaletteFinds = graphql(`
  query PaletteFinds($search: String!, $isReference: Boolean!) {
    byReference: leadByReference(reference: $search) @include(if: $isReference) {
      ...PaletteLead
    }
    search(query: $search, first: 6) @skip(if: $isReference) {
      totalCount
      nodes {
        kind
        excerpts {
          text
        }
        lead {
          ...PaletteLead
        }
        object {
          __typename
          ... on Lead {
            id
          }
          ... on Subject {
            id
            name
          }
          ... on LeadItem {
            id
            title
          }
          ... on EvidenceItem {
            id
            title
          }
          ... on Comment {
            id
          }
        }
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

/** Jump anywhere, do anything: pages, steps, leads by reference, and what has the words. */
export default function Palette() {
  const { t } = useTranslation(['palette', 'shell']);
  const { query, opened } = useSpotlight(paletteStore);
  const { found, searching } = useFound(query.trim());
  const pages = usePages();
  const doings = useDoings();
  const wanted = query.trim().toLowerCase();
  const matching = (actions: SpotlightActionData[]) =>
    actions.filter(({ label, keywords }) => `${label} ${keywords ?? ''}`.toLowerCase().includes(wanted));
  const groups: SpotlightActionGroupData[] = [
    { group: t('hits'), actions: found },
    { group: t('pages'), actions: matching(pages) },
    { group: t('actions'), actions: matching(doings) },
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
  const offers = groups.reduce((sum, { actions }) => sum + actions.length, 0);
  return (
    <>
      {/* The list is not where the focus is: who cannot see it hears how much of it is left. */}
      <VisuallyHidden role="status">
        {opened && wanted ? (searching ? t('searching') : t('found', { count: offers })) : null}
      </VisuallyHidden>
      <Spotlight
        store={paletteStore}
        actions={groups}
        filter={(_query, actions) => actions}
        query={query}
        shortcut={null}
        attributes={{ content: { 'aria-label': t('shell:jump') } }}
        nothingFound={t(searching ? 'searching' : 'nothing')}
        scrollable
        overlayProps={{ backgroundOpacity: 0.3, blur: 0 }}
        maxHeight={420}
        // The keys move through it from the field; whoever scrolls by keyboard needs it in the order of Tab.
        scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'group', 'aria-label': t('shell:jump') } }}
        searchProps={{
          leftSection: <IconSearch size={18} />,
          placeholder: t('placeholder'),
          'aria-label': t('placeholder'),
          onFocus: () => {
            setFocused(true);
            selectFirst();
          },
        }}
      />
    </>
  );
}

type Hit = NonNullable<PaletteFindsQuery['search']>['nodes'][number];

/** By its name, a comment by its words; of which lead it is stands below. */
function wordsOf({ kind, excerpts, lead, object }: Hit, kindName: string) {
  if (kind === 'LEAD') return { label: lead.title, description: lead.reference };
  const name = 'name' in object ? object.name : 'title' in object ? object.title : excerpts[0]?.text;
  return {
    label: name || lead.title,
    description: `${kindName} · ${lead.reference} · ${lead.title}`,
  };
}

function useFound(query: string): { found: SpotlightActionData[]; searching: boolean } {
  const { t } = useTranslation(['palette', 'search']);
  const navigate = useNavigate();
  const viewer = useViewer();
  const wanted = /^ld-/i.test(query) ? query.toUpperCase() : query;
  const [search] = useDebouncedValue(wanted, 150);
  const pause = wanted.length < MIN_SEARCH || !may(viewer, 'LEAD_READ');
  const [{ data, fetching }] = useQuery({
    query: PaletteFinds,
    variables: { search, isReference: isReference(search) },
    pause: pause || search.length < MIN_SEARCH,
  });
  if (pause) return { found: [], searching: false };
  const searching = fetching || search !== wanted;
  // What was found for the words before is not what Enter shall open.
  if (searching) return { found: [], searching };
  const toLead = (reference: string) => void navigate({ to: '/leads/$reference', params: { reference } });
  const byReference = data?.byReference;
  if (byReference) {
    const { id, title, reference } = byReference;
    return { found: [{ id, label: title, description: reference, onClick: () => toLead(reference) }], searching };
  }
  const go = ({ lead, object }: Hit) => {
    if (object.__typename === 'Subject')
      void navigate({ to: '/subjects/$subject', params: { subject: object.id }, search: {} });
    else if (object.__typename === 'EvidenceItem')
      void navigate({ to: '/evidence/$id', params: { id: object.id }, search: {} });
    else toLead(lead.reference);
  };
  const hits = data?.search?.nodes ?? [];
  const found = hits.map((hit) => ({
    id: hit.object.id,
    ...wordsOf(hit, t(`search:kinds.${hit.kind}`)),
    onClick: () => go(hit),
  }));
  const all = {
    id: 'all-found',
    label: t('all', { count: data?.search?.totalCount ?? 0 }),
    onClick: () => void navigate({ to: '/search', search: { q: search } }),
  };
  return { found: found.length > 0 ? [...found, all] : [], searching };
}

function usePages(): SpotlightActionData[] {
  const { t } = useTranslation('shell');
  const navigate = useNavigate();
  return pagesOf(useViewer()).map(({ to, label }) => ({
    id: to,
    label: t(label),
    keywords: to,
    onClick: () => void navigate({ to }),
  }));
}

function useDoings(): SpotlightActionData[] {
  const { t } = useTranslation('palette');
  const navigate = useNavigate();
  const viewer = useViewer();
  const { setColorScheme } = useMantineColorScheme();
  const signOut = useSignOut();
  const doing = (label: PaletteOffer['label'], onClick: () => void) => ({
    id: label,
    label: t(`do.${label}`),
    onClick,
  });
  return [
    ...offered(OFFERS, viewer).map(({ label, link }) => doing(label, () => void navigate(link))),
    doing('light', () => setColorScheme('light')),
    doing('dark', () => setColorScheme('dark')),
    doing('signOut', () => void signOut()),
  ];
}
