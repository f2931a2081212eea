import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RulesPreviewedFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { useLocalName } from '@/lib/local-name';
import classes from '../screening.module.css';
import { useShares } from '../screening-words';

const COUNTS = ['lookedAt', 'suspectsBefore', 'suspectsAfter', 'appearing', 'vanishing'] as const;
const FEW = 10;

/** Which of the latest listings would change, in numbers and in examples. */
export function PreviewResult({ found }: { found: RulesPreviewedFragment }) {
  const { t } = useTranslation('screening');
  const { number } = useFormats();
  const [all, setAll] = useState(false);
  const { examples, complete } = found;
  const beyond = examples.length - FEW;
  return (
    <section aria-label={t('preview.title')}>
      <dl className={classes.figures}>
        {COUNTS.map((count) => (
          <div key={count} className={classes.figure}>
            <dt>{t(`preview.${count}`)}</dt>
            <dd>{number(found[count])}</dd>
          </div>
        ))}
      </dl>
      <p className={classes.hint} style={{ margin: '8px 0' }} role="status">
        {complete ? null : t('preview.incomplete')}{' '}
        {examples.length === 0 ? t('preview.nothing') : t('preview.examples')}
      </p>
      {examples.length > 0 ? <Examples examples={all ? examples : examples.slice(0, FEW)} /> : null}
      {beyond > 0 && !all ? (
        <Button variant="subtle" onClick={() => setAll(true)}>
          {t('preview.more', { count: beyond })}
        </Button>
      ) : null}
    </section>
  );
}

function Examples({ examples }: Pick<RulesPreviewedFragment, 'examples'>) {
  const { t } = useTranslation('screening');
  const localName = useLocalName();
  const { score } = useShares();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what moves sideways has to be reached by the keys
    <section className={classes.scroll} aria-label={t('preview.examples')} tabIndex={0}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('fields.title')}</th>
            <th scope="col">{t('fields.brand')}</th>
            <th scope="col" data-align="end">
              {t('preview.before')}
            </th>
            <th scope="col" data-align="end">
              {t('preview.after')}
            </th>
            <th scope="col">{t('preview.change')}</th>
          </tr>
        </thead>
        <tbody>
          {examples.map(({ screenedListingId: id, title, brand, scoreBefore, scoreAfter, appears }) => (
            <tr key={id}>
              <th scope="row">
                <Link to="/screening" search={{ selected: id }} className={classes.link}>
                  {title}
                </Link>
              </th>
              <td>{localName(brand)}</td>
              <td data-align="end">{score(scoreBefore)}</td>
              <td data-align="end">{score(scoreAfter)}</td>
              <td>{t(appears ? 'preview.appears' : 'preview.vanishes')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
