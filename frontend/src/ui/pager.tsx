import { Button, Group, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { PageEndsFragment } from '@/gql/graphql';
import { FIRST_PAGE, type KeysetPage } from '@/lib/keyset';

graphql(`
  fragment PageEnds on PageInfo {
    hasNextPage
    hasPreviousPage
    startCursor
    endCursor
  }
`);

interface PagerProps {
  page: KeysetPage;
  info: PageEndsFragment;
  summary?: string;
  onPage: (page: KeysetPage) => void;
}

/** Previous and next over keyset cursors; hidden where one page holds everything. */
export function Pager({ page, info, summary, onPage }: PagerProps) {
  const { t } = useTranslation();
  const back = info.hasPreviousPage || page.after !== undefined;
  const on = info.hasNextPage || page.before !== undefined;
  if (!back && !on && !summary) return null;
  return (
    <Group
      role="navigation"
      aria-label={t('pages')}
      justify="space-between"
      px="var(--ts-table-edge, var(--ts-edge))"
      py={8}
      mih={44}
    >
      <Text size="sm" c="dimmed">
        {summary}
      </Text>
      {back || on ? (
        <Group gap={4}>
          <Button
            variant="subtle"
            color="gray"
            disabled={!back}
            leftSection={<IconChevronLeft size={15} />}
            onClick={() => onPage({ ...FIRST_PAGE, before: info.startCursor ?? undefined })}
          >
            {t('previousPage')}
          </Button>
          <Button
            variant="subtle"
            color="gray"
            disabled={!on}
            rightSection={<IconChevronRight size={15} />}
            onClick={() => onPage({ ...FIRST_PAGE, after: info.endCursor ?? undefined })}
          >
            {t('nextPage')}
          </Button>
        </Group>
      ) : null}
    </Group>
  );
}
