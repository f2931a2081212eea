import { Button } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PartnerTabs } from '@/features/partners/partner-tabs';
import type { IngestRunRowFragment } from '@/gql/graphql';
import { FIRST_PAGE } from '@/lib/keyset';
import { may } from '@/lib/permissions';
import { useViewer } from '@/lib/viewer';
import { PageHeader } from '@/ui/page-header';
import { RouteMissing } from '@/ui/route-missing';
import classes from './ingest.module.css';
import { IngestRuns } from './ingest-runs';
import { IngestedListings } from './ingested-listings';
import { SendFile } from './send-file';

const route = getRouteApi('/_app/partners/ingest');

/** What was handed in line by line, by people and programs, and what became of it. */
export function IngestPage() {
  const { t } = useTranslation('ingest');
  const { files } = route.useSearch();
  const navigate = route.useNavigate();
  const [resumed, setResumed] = useState<IngestRunRowFragment | null>(null);
  // Counts up whenever a file was sent on: then the list of files is read again.
  const [moves, setMoves] = useState(0);
  if (!may(useViewer(), 'LEAD_CREATE')) return <RouteMissing />;
  const show = (all: boolean) =>
    void navigate({ search: (now) => ({ ...now, ...FIRST_PAGE, files: all ? true : undefined }) });
  return (
    <>
      <PageHeader
        title={t('title')}
        actions={
          files ? (
            <Button variant="default" onClick={() => show(false)}>
              {t('showListings')}
            </Button>
          ) : null
        }
      />
      <PartnerTabs />
      <div className={classes.page}>
        <SendFile
          key={resumed?.id}
          run={resumed}
          onMoved={() => setMoves((count) => count + 1)}
          onOther={() => setResumed(null)}
        />
        <IngestRuns moves={moves} onResume={setResumed} onAll={() => show(true)} />
        {files ? null : <IngestedListings />}
      </div>
    </>
  );
}
