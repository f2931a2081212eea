import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMediaQuery } from '@mantine/hooks';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { graphql } from '@/gql';
import type { BulkPreviewItemFragment, ErrorCode } from '@/gql/graphql';
import { failureText } from '@/lib/command';
import { useIdempotencyKey } from '@/lib/draft';
import { errorCode } from '@/lib/errors';
import { useCommand } from '@/lib/use-command';
import { FailureNote } from '@/ui/failure-note';
import { notify } from '@/ui/notify';
import { BULK_VALUES, type BulkActionKind, bulkAction, missing } from './bulk-action';
import classes from './bulk-bar.module.css';
import { BulkFields } from './bulk-fields';

const PreviewBulk = graphql(`
  query PreviewBulk($input: PreviewBulkInput!) {
    previewBulk(input: $input) {
      allowedCount
      refusedCount
      items {
        ...BulkPreviewItem
      }
    }
  }
  fragment BulkPreviewItem on BulkPreviewItem {
    id
    version
    token
    refusal {
      code
      message
    }
    audience {
      personCount
      organizations {
        willReceiveDelivery
      }
    }
    lead {
      id
      reference
      title
    }
    delivery {
      id
      lead {
        id
        reference
        title
      }
    }
  }
`);

const ApplyBulk = graphql(`
  mutation ApplyBulk($input: ApplyBulkInput!) {
    applyBulk(input: $input) {
      results {
        id
        refusal {
          code
          message
        }
        lead {
          id
          reference
          state
          tlp
          priority
          version
        }
        delivery {
          id
          state
        }
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

interface BulkDialogProps {
  kind: BulkActionKind;
  ids: string[];
  onClose: () => void;
  onDone: () => void;
}

interface Preview {
  allowedCount: number;
  refusedCount: number;
  items: readonly BulkPreviewItemFragment[];
}

/** An act on many in two steps: what it would do to each, then doing it. */
export default function BulkDialog({ kind, ids, onClose, onDone }: BulkDialogProps) {
  const { t } = useTranslation(['bulk', 'common']);
  const phone = useMediaQuery('(max-width: 48em)');
  const client = useClient();
  const apply = useCommand(ApplyBulk);
  const [idempotencyKey, renewKey] = useIdempotencyKey();
  const [preview, setPreview] = useState<Preview>();
  const [asking, setAsking] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const form = useForm({ initialValues: BULK_VALUES });
  const action = () => bulkAction(kind, form.values);
  const say = (code: ErrorCode | null) => t(`common:errors.${code ?? 'UNREACHABLE'}`);

  const look = async (event: FormEvent) => {
    event.preventDefault();
    const lacking = missing(kind, form.values);
    if (lacking) return form.setFieldError(lacking, t(`missing.${lacking}`));
    setAsking(true);
    setFailure(null);
    const input = { target: { ids }, action: action() };
    const { data, error } = await client.query(PreviewBulk, { input }, { requestPolicy: 'network-only' }).toPromise();
    setAsking(false);
    renewKey();
    if (data) setPreview(data.previewBulk);
    else setFailure(say(error ? errorCode(error) : null));
  };

  const act = async () => {
    const items = (preview?.items ?? []).flatMap(({ id, version, token }) =>
      typeof version === 'number' && token ? [{ id, expectedVersion: version, token }] : [],
    );
    const outcome = await apply.run({ input: { idempotencyKey: idempotencyKey.current, action: action(), items } });
    if (!outcome.ok) return setFailure(failureText(outcome.failure));
    const refused = outcome.payload.results.filter(({ refusal }) => refusal !== null).length;
    void notify(
      refused > 0 ? t('donePartly', { count: items.length - refused, refused }) : t('done', { count: items.length }),
    );
    onClose();
    onDone();
  };

  return (
    <Modal
      opened
      onClose={onClose}
      title={t(`titles.${kind}`, { count: ids.length })}
      size="lg"
      fullScreen={phone}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <form onSubmit={(event) => void look(event)} noValidate>
        <Stack gap="sm">
          <FailureNote message={failure} />
          {preview ? <PreviewList preview={preview} say={say} /> : <BulkFields kind={kind} form={form} />}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" size="sm" onClick={preview ? () => setPreview(undefined) : onClose}>
              {preview ? t('back') : t('common:cancel')}
            </Button>
            {preview ? (
              <Button
                size="sm"
                color={kind === 'reject' ? 'red' : undefined}
                disabled={preview.allowedCount === 0}
                loading={apply.running}
                onClick={() => void act()}
              >
                {t('do', { count: preview.allowedCount })}
              </Button>
            ) : (
              <Button type="submit" size="sm" loading={asking}>
                {t('preview')}
              </Button>
            )}
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function PreviewList({ preview, say }: { preview: Preview; say: (code: ErrorCode) => string }) {
  const { t } = useTranslation('bulk');
  return (
    <>
      <Text size="sm" fw={500} role="status">
        {t('would', { count: preview.allowedCount })}
        {preview.refusedCount > 0 ? ` ${t('wouldNot', { count: preview.refusedCount })}` : null}
      </Text>
      <ul className={classes.list} aria-label={t('previewed')}>
        {preview.items.map((item) => {
          const lead = item.lead ?? item.delivery?.lead;
          const receiving = item.audience?.organizations.filter((each) => each.willReceiveDelivery).length ?? 0;
          return (
            <li key={item.id} className={classes.item}>
              <span>{lead ? `${lead.reference} · ${lead.title}` : t('gone')}</span>
              {item.refusal ? (
                <Text size="xs" c="red">
                  {say(item.refusal.code)}
                </Text>
              ) : (
                <Text size="xs" c="dimmed">
                  {item.audience
                    ? `${t('seenBy', { count: item.audience.personCount })} · ${t('delivered', { count: receiving })}`
                    : t('willBe')}
                </Text>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}
