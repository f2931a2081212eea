import { Button, Skeleton, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import type { MutedLeadsQuery } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { type Column, DataTable } from '@/ui/data-table';
import { Section } from '@/ui/section';
import { ShortFailure } from '@/ui/short-failure';
import classes from './notifications.module.css';
import { useUnmute } from './use-unmute';

const MutedLeadsDocument = graphql(`
  query MutedLeads {
    notificationMutes {
      until
      lead {
        id
        reference
        title
      }
    }
  }
`);

type Mute = MutedLeadsQuery['notificationMutes'][number];
type Seen = Mute & { lead: NonNullable<Mute['lead']> };

/** The leads of which one hears nothing now, and the way back; of those that one has lost sight of one hears nothing anyway. */
export function MutedLeads() {
  const { t } = useTranslation('notifications');
  const [{ data, error }, reload] = useQuery({ query: MutedLeadsDocument });
  const columns = useColumns();
  const seen = data?.notificationMutes.filter((mute): mute is Seen => Boolean(mute.lead));
  return (
    <Section title={t('mutes.title')} count={seen?.length || undefined}>
      {seen ? (
        <DataTable
          label={t('mutes.title')}
          columns={columns}
          rows={seen}
          rowKey={({ lead }) => lead.id}
          link={({ lead }) => ({ to: '/leads/$reference', params: { reference: lead.reference }, search: {} })}
          empty={
            <Text size="sm" c="dimmed">
              {t('mutes.empty')}
            </Text>
          }
        />
      ) : error ? (
        <ShortFailure error={error} retry={() => reload({ requestPolicy: 'network-only' })} />
      ) : (
        <Skeleton h={12} w="60%" />
      )}
    </Section>
  );
}

function useColumns(): Column<Seen>[] {
  const { t } = useTranslation('notifications');
  const { dateTime } = useFormats();
  const unmute = useUnmute();
  return [
    {
      key: 'lead',
      header: t('mutes.lead'),
      primary: true,
      render: ({ lead }) => (
        <>
          <span className={classes.reference}>{lead.reference}</span> {lead.title}
        </>
      ),
    },
    {
      key: 'until',
      header: t('mutes.until'),
      width: 168,
      render: ({ until }) => (until ? <time dateTime={until}>{dateTime(until)}</time> : t('mutes.forGood')),
    },
    {
      key: 'end',
      header: t('mutes.end'),
      width: 132,
      align: 'end',
      render: ({ lead }) => (
        <Button
          variant="default"
          size="compact-xs"
          loading={unmute.running}
          aria-label={t('mutes.endOf', { reference: lead.reference })}
          onClick={() => void unmute.run(lead)}
        >
          {t('mutes.endShort')}
        </Button>
      ),
    },
  ];
}
