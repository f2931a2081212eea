import { Modal } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/lib/format';
import { TlpBadge } from '@/ui/tlp-badge';
import type { FeatureDialogProps } from '../features/feature-card';
import classes from '../products.module.css';

/** How a feature stood, the last one first. */
export default function FeatureHistoryDialog({ feature, revealed, onClose }: FeatureDialogProps) {
  const { t } = useTranslation(['products', 'common']);
  const { dateTime, labelled } = useFormats();
  const phone = useMediaQuery('(max-width: 48em)');
  const told = new Map(revealed?.revisions.map((each) => [each.version, each]));
  return (
    <Modal
      opened
      onClose={onClose}
      title={labelled(t('features.acts.history'), feature.feature)}
      size="xl"
      fullScreen={phone}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <ol className={classes.cards}>
        {feature.revisions.map((revision) => {
          const { version, changedAt, detectability, tlp } = revision;
          const { genuine, fake } = { ...revision, ...told.get(version) };
          return (
            <li key={version} className={classes.card}>
              <div className={classes.head}>
                <span className={classes.name}>{revision.feature}</span>
                <span className={classes.marks}>
                  <time dateTime={changedAt} className={classes.dimmed}>
                    {dateTime(changedAt)}
                  </time>
                  <span className={classes.dimmed}>{t(`detectabilities.${detectability}`)}</span>
                  <TlpBadge tlp={tlp} />
                </span>
              </div>
              <div className={classes.sides}>
                <div className={classes.sideOf} data-side="GENUINE">
                  <span className={classes.side}>{t('sides.GENUINE')}</span>
                  <p className={classes.text}>{genuine}</p>
                </div>
                <div className={classes.sideOf} data-side="FAKE">
                  <span className={classes.side}>{t('sides.FAKE')}</span>
                  <p className={classes.text}>{fake}</p>
                </div>
              </div>
            </li>
          );
        })}
      </ol>
    </Modal>
  );
}
