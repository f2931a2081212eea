import { Kbd } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ViewerFragment } from '@/gql/graphql';
import { useLocalName } from '@/lib/local-name';
import { offered, type Page, SECTIONS } from './pages';
import { openPalette } from './palette-store';
import classes from './shell.module.css';

export function Navigation({ viewer }: { viewer: ViewerFragment }) {
  const { t } = useTranslation('shell');
  const localName = useLocalName();
  return (
    <>
      <button type="button" className={classes.jump} onClick={openPalette}>
        <IconSearch size={15} aria-hidden />
        <span>{t('jump')}</span>
        <Kbd size="xs" ml="auto" visibleFrom="sm">
          {/Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘K' : 'Ctrl K'}
        </Kbd>
      </button>
      <div className={classes.links}>
        <PageLinks pages={SECTIONS.work} viewer={viewer} />
        <div className={classes.section}>{t('alliance')}</div>
        <PageLinks pages={SECTIONS.alliance} viewer={viewer} />
        <div className={classes.section}>{localName(viewer.organization)}</div>
        <PageLinks pages={SECTIONS.own} viewer={viewer} />
      </div>
    </>
  );
}

function PageLinks({ pages, viewer }: { pages: readonly Page[]; viewer: ViewerFragment }) {
  const { t } = useTranslation('shell');
  const listed = offered(pages, viewer).filter(({ unlisted }) => !unlisted);
  return listed.map(({ to, label, icon: Icon, count: Count }) => (
    <Link key={to} to={to} className={classes.link}>
      <Icon size={16} aria-hidden />
      {t(label)}
      {Count ? <Count viewer={viewer} /> : null}
    </Link>
  ));
}
