import { Button } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { FakeFeatureFragment, PictureSide } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { StateBadge } from '@/ui/state-badge';
import { TlpBadge } from '@/ui/tlp-badge';
import type { Revealed } from '../dialogs/reveal-feature-dialog';
import type { LargePicture } from '../pictures/large-pictures';
import { SIDES } from '../product-words';
import classes from '../products.module.css';
import { FeatureSide } from './feature-side';

const DIALOGS = {
  edit: lazy(() => import('../dialogs/edit-feature-dialog')),
  retire: lazy(() => import('../dialogs/retire-feature-dialog')),
  history: lazy(() => import('../dialogs/feature-history-dialog')),
};
type Opened = keyof typeof DIALOGS;
const RevealDialog = lazy(() => import('../dialogs/reveal-feature-dialog'));
const LargePictures = lazy(() => import('../pictures/large-pictures'));

graphql(`
  fragment FakeFeature on FakeFeature {
    id
    feature
    genuine
    fake
    genuinePicture {
      ...ReferencePicture
    }
    fakePicture {
      ...ReferencePicture
    }
    detectability
    tlp
    readers {
      id
      name
    }
    revisions {
      version
      feature
      genuine
      fake
      detectability
      tlp
      changedAt
    }
    updatedAt
    retiredAt
    version
  }
`);

export interface FeatureDialogProps {
  feature: FakeFeatureFragment;
  /** The right holder of its sheet. */
  holder: string;
  /** What it says under RED, once somebody has said what for. */
  revealed: Revealed | null;
  onClose: () => void;
  onStale: () => void;
}

interface FeatureCardProps {
  feature: FakeFeatureFragment;
  holder: string;
  edits: boolean;
  onStale: () => void;
}

export function FeatureCard({ feature, holder, edits, onStale }: FeatureCardProps) {
  const { t } = useTranslation('products');
  const [revealed, setRevealed] = useState<Revealed | null>(null);
  const [opened, setOpened] = useState<Opened | null>(null);
  /** What waits for what it says: nothing more than to be read, where it is null. */
  const [revealing, setRevealing] = useState<{ next: Opened | null } | null>(null);
  const { genuine } = feature;
  const closed = !revealed && (genuine === null || genuine === undefined);
  const open = (dialog: Opened) => (closed && dialog !== 'retire' ? setRevealing({ next: dialog }) : setOpened(dialog));
  const Dialog = opened ? DIALOGS[opened] : null;
  return (
    <li className={classes.card} data-retired={feature.retiredAt ? true : undefined}>
      <FeatureHead feature={feature} edits={edits} onOpen={open} />
      {closed ? (
        <div className={classes.closed}>
          <span>{t('features.closed')}</span>
          <Button variant="default" size="compact-sm" onClick={() => setRevealing({ next: null })}>
            {t('features.reveal')}…
          </Button>
        </div>
      ) : null}
      <Sides feature={feature} revealed={revealed} closed={closed} edits={edits} onStale={onStale} />
      <Suspense>
        {revealing ? (
          <RevealDialog
            feature={feature}
            onRevealed={(told) => {
              setRevealed(told);
              setOpened(revealing.next);
            }}
            onClose={() => setRevealing(null)}
          />
        ) : null}
        {Dialog ? (
          <Dialog
            feature={feature}
            holder={holder}
            revealed={revealed}
            onStale={onStale}
            onClose={() => {
              // What was changed is read again for a purpose of its own.
              if (opened === 'edit' && feature.tlp === 'RED') setRevealed(null);
              setOpened(null);
            }}
          />
        ) : null}
      </Suspense>
    </li>
  );
}

interface FeatureHeadProps {
  feature: FakeFeatureFragment;
  edits: boolean;
  onOpen: (dialog: Opened) => void;
}

/** Where to look, how it is found out, how far it may travel, and what can be done to it. */
function FeatureHead({ feature, edits, onOpen }: FeatureHeadProps) {
  const { t } = useTranslation('products');
  const { labelled, list, moment } = useFormats();
  const { feature: name, detectability, tlp, readers, revisions, retiredAt } = feature;
  const acts: Opened[] = [
    ...(revisions.length > 1 ? (['history'] as const) : []),
    ...(edits && !retiredAt ? (['edit', 'retire'] as const) : []),
  ];
  return (
    <>
      <div className={classes.head}>
        <h3 className={classes.name}>{name}</h3>
        <span className={classes.marks}>
          <span className={classes.dimmed}>{t(`detectabilities.${detectability}`)}</span>
          <TlpBadge tlp={tlp} />
          {retiredAt ? <StateBadge tone="neutral" label={t('features.retiredAt', { at: moment(retiredAt) })} /> : null}
        </span>
        <span className={classes.acts}>
          {acts.map((act) => (
            <Button
              key={act}
              size="compact-xs"
              variant="subtle"
              color={act === 'retire' ? 'red' : undefined}
              aria-label={labelled(t(`features.acts.${act}`), name)}
              onClick={() => onOpen(act)}
            >
              {t(`features.acts.${act}`)}…
            </Button>
          ))}
        </span>
      </div>
      {readers.length > 0 ? (
        <p className={classes.note}>{t('features.readers', { names: list(readers.map((each) => each.name)) })}</p>
      ) : null}
    </>
  );
}

interface SidesProps {
  feature: FakeFeatureFragment;
  revealed: Revealed | null;
  closed: boolean;
  edits: boolean;
  onStale: () => void;
}

/** Both sides beside each other; their pictures can be looked at large, together. */
function Sides({ feature, revealed, closed, edits, onStale }: SidesProps) {
  const { t } = useTranslation('products');
  const [links, setLinks] = useState<{ [Side in PictureSide]?: string }>({});
  const [large, setLarge] = useState(false);
  const texts = { GENUINE: feature.genuine ?? revealed?.genuine, FAKE: feature.fake ?? revealed?.fake };
  const pictures = { GENUINE: feature.genuinePicture, FAKE: feature.fakePicture };
  const altOf = (side: PictureSide) => t(`pictures.alt.${side}`, { feature: feature.feature });
  const shown = SIDES.flatMap((side): LargePicture[] => {
    const url = links[side];
    return url && pictures[side] ? [{ url, alt: altOf(side), caption: `${t(`sides.${side}`)} · ${texts[side]}` }] : [];
  });
  return (
    <div className={classes.sides}>
      {SIDES.map((side) => (
        <FeatureSide
          key={side}
          side={side}
          feature={feature}
          text={texts[side]}
          picture={pictures[side]}
          alt={altOf(side)}
          closed={closed}
          purpose={revealed?.purpose}
          edits={edits && !feature.retiredAt}
          onLink={(url) => setLinks((now) => ({ ...now, [side]: url }))}
          onLarge={() => setLarge(true)}
          onStale={onStale}
        />
      ))}
      {large && shown.length > 0 ? (
        <Suspense>
          <LargePictures title={feature.feature} pictures={shown} onClose={() => setLarge(false)} />
        </Suspense>
      ) : null}
    </div>
  );
}
