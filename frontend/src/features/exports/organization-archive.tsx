import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { may } from '@/lib/permissions';
import { useViewer } from '@/lib/viewer';
import { Section } from '@/ui/section';

const ArchiveDialog = lazy(() => import('./archive-dialog'));

/** Everything of the own organisation in one file, for who administers it. */
export function OrganizationArchive({ organization }: { organization: string }) {
  const { t } = useTranslation('exports');
  const viewer = useViewer();
  const [open, setOpen] = useState(false);
  const own = viewer.organization.id === organization;
  if (!own || !may(viewer, 'ORGANIZATION_EXPORT')) return null;
  return (
    <Section
      title={t('archive.title')}
      actions={
        <Button variant="default" size="xs" leftSection={<IconDownload size={15} />} onClick={() => setOpen(true)}>
          {t('archive.open')}
        </Button>
      }
    >
      {t('archive.text')}
      {open ? (
        <Suspense>
          <ArchiveDialog onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </Section>
  );
}
