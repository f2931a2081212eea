import { Button, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { DuplicateLeadFragment } from '@/gql/graphql';
import { PageHeader } from '@/ui/page-header';
import classes from './lead-items.module.css';
import { LeadStateBadge } from './lead-state';

interface CreatedWithDuplicatesProps {
  reference: string;
  duplicates: readonly DuplicateLeadFragment[];
}

/** The lead was made; leads with the same listing are shown before one goes on. */
export function CreatedWithDuplicates({ reference, duplicates }: CreatedWithDuplicatesProps) {
  const { t } = useTranslation('leads');
  return (
    <>
      <PageHeader title={t('duplicates.title', { reference })} />
      <Stack px="var(--ts-edge)" py={20} gap="sm" maw={760} role="status">
        <Text>{t('duplicates.text', { count: duplicates.length })}</Text>
        <ul className={classes.list}>
          {duplicates.map((lead) => (
            <li key={lead.id} className={classes.item}>
              <div className={classes.line}>
                <Link to="/leads/$reference" params={{ reference: lead.reference }} className={classes.title}>
                  {lead.reference}
                </Link>
                <span>{lead.title}</span>
                <span className={classes.price}>
                  <LeadStateBadge state={lead.state} />
                </span>
              </div>
            </li>
          ))}
        </ul>
        <div>
          <Button component={Link} to="/leads/$reference" params={{ reference } as never}>
            {t('duplicates.open', { reference })}
          </Button>
        </div>
      </Stack>
    </>
  );
}
