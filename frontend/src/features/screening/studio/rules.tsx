import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { RulePackKind, type StudioReleaseFragment } from '@/gql/graphql';
import { Section } from '@/ui/section';
import classes from '../screening.module.css';
import { PackEditor } from './pack-editor';
import { PackText } from './pack-text';
import { PackVersions } from './pack-versions';
import { useStudio } from './use-studio';

interface RulesProps {
  release: StudioReleaseFragment | null;
  mayWrite: boolean;
}

/** The rules of one kind: as they hold, to be changed and tried out; and all versions there ever were. */
export function Rules({ release, mayWrite }: RulesProps) {
  const { t } = useTranslation('screening');
  const { kind, change } = useStudio();
  const holds = release?.rulePacks.find((pack) => pack.kind === kind);
  return (
    <>
      <Section title={t('rules.title')}>
        <div className={classes.acts}>
          {Object.values(RulePackKind).map((each) => (
            <Button
              key={each}
              variant={each === kind ? 'light' : 'subtle'}
              color={each === kind ? undefined : 'gray'}
              aria-pressed={each === kind}
              onClick={() => change({ kind: each === 'GENERAL' ? undefined : each })}
            >
              {t(`kinds.${each}`)}
            </Button>
          ))}
        </div>
        <p className={classes.hint}>
          {holds
            ? t('rules.holds', { number: holds.number })
            : t(`rules.none.${kind === 'GENERAL' ? 'GENERAL' : 'CAMPAIGN'}`)}
        </p>
        {mayWrite ? (
          <PackEditor key={kind} kind={kind} holds={holds?.rules ?? ''} />
        ) : holds ? (
          <PackText pack={holds} label={t('rules.asHolds', { number: holds.number })} />
        ) : null}
      </Section>
      <PackVersions release={release} mayRelease={mayWrite} />
    </>
  );
}
