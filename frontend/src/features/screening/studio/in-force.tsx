import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { StudioReleaseFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { Fact, Facts } from '@/ui/facts';
import { Section } from '@/ui/section';
import classes from '../screening.module.css';
import { ModeBadge, useShares } from '../screening-words';
import { useStudio } from './use-studio';

interface InForceProps {
  /** Null before the first one. */
  release: StudioReleaseFragment | null;
  mayRelease: boolean;
}

/** What listings are screened by now. */
export function InForce({ release, mayRelease }: InForceProps) {
  const { t } = useTranslation('screening');
  const { brandId, change } = useStudio();
  return (
    <Section
      title={t('studio.inForce')}
      actions={
        mayRelease ? (
          <Button variant="default" onClick={() => change({ do: 'RELEASE' })}>
            {t('release.do')}
          </Button>
        ) : null
      }
    >
      {release ? (
        <Holds release={release} />
      ) : (
        <p className={classes.hint}>{t(brandId ? 'studio.noReleaseOfBrand' : 'studio.noRelease')}</p>
      )}
      {mayRelease ? null : <p className={classes.hint}>{t(brandId ? 'studio.brandOnly' : 'studio.deskOnly')}</p>}
    </Section>
  );
}

function Holds({ release }: { release: StudioReleaseFragment }) {
  const { t } = useTranslation('screening');
  const { dateTime, labelled, list } = useFormats();
  const { score } = useShares();
  const { brandId } = useStudio();
  const { model, threshold, rulePacks, releasedBy, releasedAt } = release;
  const packs = rulePacks.map(({ kind, number }) => labelled(t(`kinds.${kind}`), t('version', { number })));
  return (
    <Facts>
      <Fact label={t('release.number')}>
        {release.rolledBackTo
          ? t('release.backTo', { number: release.number, to: release.rolledBackTo })
          : String(release.number)}
      </Fact>
      <Fact label={t('release.mode')}>
        <ModeBadge mode={release.mode} />
      </Fact>
      <Fact label={t('fields.threshold')}>
        {typeof threshold === 'number' ? score(threshold) : t(brandId ? 'release.asAlliance' : 'release.oneHalf')}
      </Fact>
      <Fact label={t('fields.model')}>{model?.name ?? t(brandId ? 'release.asAlliance' : 'release.written')}</Fact>
      <Fact label={t('release.rules')}>{packs.length > 0 ? list(packs) : t('release.noRules')}</Fact>
      <Fact label={t('release.reason')}>{release.reason}</Fact>
      <Fact label={t('release.by')}>{t('byAt', { name: releasedBy.name, at: dateTime(releasedAt) })}</Fact>
    </Facts>
  );
}
