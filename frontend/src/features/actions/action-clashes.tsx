import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { ClashFragment, OfflineActionPageFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { useLocalName } from '@/lib/local-name';
import { Section } from '@/ui/section';
import { StateBadge, type Tone } from '@/ui/state-badge';
import classes from './actions.module.css';

graphql(`
  fragment ActionClashes on OfflineAction {
    id
    clashes {
      ...Clash
    }
  }
  fragment Clash on DeconflictionHit {
    id
    kinds
    state
    resolution
    note
    sides {
      recordId
      startsAt
      endsAt
      country
      divisionCodes
      leadAgency {
        id
        name
        nameZh
      }
      signed
      moves
      action {
        id
        title
      }
    }
    foundAt
    version
    allowedResolutions
  }
`);

const TONES: Record<ClashFragment['state'], Tone> = {
  OPEN: 'bad',
  MOVING: 'attention',
  RESOLVED: 'good',
  VOID: 'neutral',
};

const ResolveDialog = lazy(() => import('./dialogs/resolve-dialog'));

interface ActionClashesProps {
  action: OfflineActionPageFragment;
  onStale: () => void;
}

/** Clashes with other actions: for the desk and the lead alone. */
export function ActionClashes({ action, onStale }: ActionClashesProps) {
  const { t } = useTranslation('actions');
  if (action.clashes.length === 0) return null;
  return (
    <Section title={t('clashes.title')} count={action.clashes.length}>
      <ClashList clashes={action.clashes} onStale={onStale} />
    </Section>
  );
}

export function ClashList({ clashes, onStale }: { clashes: readonly ClashFragment[]; onStale: () => void }) {
  const { t } = useTranslation('actions');
  const { list } = useFormats();
  const [open, setOpen] = useState<ClashFragment>();
  return (
    <>
      <ul className={classes.list} aria-label={t('clashes.title')}>
        {clashes.map((clash) => (
          <li key={clash.id} className={classes.item}>
            <StateBadge tone={TONES[clash.state]} label={t(`clashes.states.${clash.state}`)} />
            <span>{list(clash.kinds.map((kind) => t(`clashes.kinds.${kind}`)))}</span>
            {clash.sides.map((side) => (
              <ClashSide key={side.recordId} side={side} />
            ))}
            {clash.resolution ? <span>{t(`clashes.resolutions.${clash.resolution}`)}</span> : null}
            {clash.note ? <span className={classes.dimmed}>{clash.note}</span> : null}
            {clash.allowedResolutions.length > 0 ? (
              <Button className={classes.end} size="compact-xs" variant="light" onClick={() => setOpen(clash)}>
                {t('clashes.resolve')}…
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {open ? (
        <Suspense>
          <ResolveDialog clash={open} onStale={onStale} onClose={() => setOpen(undefined)} />
        </Suspense>
      ) : null}
    </>
  );
}

type Side = ClashFragment['sides'][number];

/** What may be known of a side: when and where, not the case. */
export function useSideName() {
  const { t } = useTranslation('actions');
  const localName = useLocalName();
  const { country, dateTime, list } = useFormats();
  return ({ action, country: code, divisionCodes, startsAt, leadAgency }: Side) =>
    list([
      action?.title ?? t('clashes.hidden'),
      localName(leadAgency),
      [country(code), ...divisionCodes].join(' '),
      dateTime(startsAt),
    ]);
}

function ClashSide({ side }: { side: Side }) {
  const { t } = useTranslation('actions');
  const nameOf = useSideName();
  return (
    <span>
      {side.action ? (
        <Link to="/actions/$id" params={{ id: side.action.id }} search={{}} className={classes.link}>
          {nameOf(side)}
        </Link>
      ) : (
        nameOf(side)
      )}
      {side.moves ? ` · ${t('clashes.moves')}` : ''}
      {side.signed ? ` · ${t('clashes.signed')}` : ''}
    </span>
  );
}
