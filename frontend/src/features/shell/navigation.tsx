import { Kbd } from '@mantine/core';
import {
  IconActivityHeartbeat,
  IconAffiliate,
  IconBuilding,
  IconCirclesRelation,
  IconFileSearch,
  IconHistory,
  IconInbox,
  IconRegistered,
  IconSearch,
  IconSettings,
  IconUrgent,
  IconUsers,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ViewerFragment } from '@/gql/graphql';
import { useLocalName } from '@/lib/local-name';
import { hasInbox, may } from '@/lib/permissions';
import { InboxCount } from './inbox-count';
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
        {hasInbox(viewer) ? (
          <Link to="/inbox" className={classes.link}>
            <IconInbox size={16} aria-hidden />
            {t('inbox')}
            <InboxCount viewer={viewer} />
          </Link>
        ) : null}
        {may(viewer, 'LEAD_READ') ? (
          <Link to="/leads" className={classes.link}>
            <IconFileSearch size={16} aria-hidden />
            {t('leads')}
          </Link>
        ) : null}
        {may(viewer, 'LEAD_READ') ? (
          <Link to="/subjects" className={classes.link}>
            <IconAffiliate size={16} aria-hidden />
            {t('subjects')}
          </Link>
        ) : null}
        <Link to="/rights" className={classes.link}>
          <IconRegistered size={16} aria-hidden />
          {t('rights')}
        </Link>
        <div className={classes.section}>{t('alliance')}</div>
        <Link to="/organizations" className={classes.link}>
          <IconBuilding size={16} aria-hidden />
          {t('organizations')}
        </Link>
        {may(viewer, 'PERSON_READ') ? (
          <Link to="/people" className={classes.link}>
            <IconUsers size={16} aria-hidden />
            {t('people')}
          </Link>
        ) : null}
        {may(viewer, 'SHARING_GROUP_READ') ? (
          <Link to="/groups" className={classes.link}>
            <IconCirclesRelation size={16} aria-hidden />
            {t('groups')}
          </Link>
        ) : null}
        {may(viewer, 'BREAK_GLASS_READ') ? (
          <Link to="/break-glass" className={classes.link}>
            <IconUrgent size={16} aria-hidden />
            {t('breakGlass')}
          </Link>
        ) : null}
        {may(viewer, 'AUDIT_READ') ? (
          <Link to="/audit" className={classes.link}>
            <IconHistory size={16} aria-hidden />
            {t('audit')}
          </Link>
        ) : null}
        {may(viewer, 'OPERATIONS_READ') ? (
          <Link to="/operations" className={classes.link}>
            <IconActivityHeartbeat size={16} aria-hidden />
            {t('operations')}
          </Link>
        ) : null}
        <div className={classes.section}>{localName(viewer.organization)}</div>
        <Link to="/settings" className={classes.link}>
          <IconSettings size={16} aria-hidden />
          {t('settings')}
        </Link>
      </div>
    </>
  );
}
