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
import { may } from '@/lib/permissions';
import { isReference } from '@/lib/reference';
import { useViewer } from '@/lib/viewer';
import { offered, pagesOf } from './pages';
import { OFFERS, type PaletteOffer } from './palette-offers';
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

/** Jump anywhere, do anything: pages, steps and leads by reference or words. */
export default function Palette() {
  const { t } = useTranslation(['palette', 'shell']);
  const { query, opened } = useSpotlight(paletteStore);
  const { leads, searching } = useFoundLeads(query.trim());
  const pages = usePages();
  const doings = useDoings();
  const wanted = query.trim().toLowerCase();
  const matching = (actions: SpotlightActionData[]) =>
    actions.filter(({ label, keywords }) => `${label} ${keywords ?? ''}`.toLowerCase().includes(wanted));
  const groups: SpotlightActionGroupData[] = [
    { group: t('leads'), actions: leads },
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
  const found = groups.reduce((sum, { actions }) => sum + actions.length, 0);
  return (
    <>
      {/* The list is not where the focus is: who cannot see it hears how much of it is left. */}
      <VisuallyHidden role="status">
        {opened && wanted ? (searching ? t('searching') : t('found', { count: found })) : null}
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

function useFoundLeads(query: string): { leads: SpotlightActionData[]; searching: boolean } {
  const navigate = useNavigate();
  const viewer = useViewer();
  const wanted = /^ld-/i.test(query) ? query.toUpperCase() : query;
  const [search] = useDebouncedValue(wanted, 150);
  const pause = wanted.length < MIN_SEARCH || !may(viewer, 'LEAD_READ');
  const [{ data, fetching }] = useQuery({
    query: PaletteLeads,
    variables: { search, isReference: isReference(search) },
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
