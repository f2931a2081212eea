import { Skeleton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScreenedOfferFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { useLocalName } from '@/lib/local-name';
import { ScreenedState, useShares } from '../screening-words';
import classes from './queue.module.css';

const SKELETON_ROWS = ['a', 'b', 'c', 'd', 'e', 'f'];

interface QueueRowsProps {
  rows: readonly ScreenedOfferFragment[] | undefined;
  selected: string | undefined;
}

export function QueueRows({ rows, selected }: QueueRowsProps) {
  const { t } = useTranslation('screening');
  const root = useRef<HTMLUListElement>(null);
  useEffect(() => {
    if (selected) root.current?.querySelector('[data-current]')?.scrollIntoView?.({ block: 'nearest' });
  }, [selected]);
  return (
    <ul ref={root} className={classes.rows} aria-label={t('title')} aria-busy={rows === undefined}>
      {rows
        ? rows.map((row) => <QueueRow key={row.id} row={row} current={row.id === selected} />)
        : SKELETON_ROWS.map((key) => (
            <li key={key} className={classes.row}>
              <Skeleton h={10} w="70%" my={5} />
              <Skeleton h={10} w="40%" my={5} className={classes.meta} />
            </li>
          ))}
    </ul>
  );
}

function QueueRow({ row, current }: { row: ScreenedOfferFragment; current: boolean }) {
  const { t } = useTranslation('screening');
  const localName = useLocalName();
  const { money } = useFormats();
  const { score } = useShares();
  const place = row.seller ?? row.shopId ?? row.platform;
  return (
    <li className={classes.row} data-current={current || undefined}>
      <Link
        to="/screening"
        search={(now) => ({ ...now, selected: row.id })}
        replace
        resetScroll={false}
        className={classes.link}
        aria-current={current ? 'true' : undefined}
        data-row-link
      >
        {row.title}
      </Link>
      <span className={classes.score}>{score(row.score)}</span>
      <span className={classes.meta}>
        <span>{localName(row.brand)}</span>
        {row.state === 'QUEUED' ? null : <ScreenedState state={row.state} />}
        {row.watched ? <span className={classes.warns}>{t('watched')}</span> : null}
        {row.lead ? <span className={classes.lead}>{row.lead.reference}</span> : null}
        {row.price ? <span>{money(row.price)}</span> : null}
        {place ? <span className={classes.place}>{place}</span> : null}
      </span>
    </li>
  );
}
