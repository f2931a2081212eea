import { Button, TextInput } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { RulePackKind } from '@/gql/graphql';
import { useIdempotencyKey } from '@/lib/draft';
import { useCommandForm } from '@/ui/command-form';
import { FailureNote } from '@/ui/failure-note';
import { notify } from '@/ui/notify';
import { ShortFailure } from '@/ui/short-failure';
import classes from '../screening.module.css';
import { PreviewResult } from './preview-result';
import { SourceField } from './source-field';
import { usePreview } from './use-preview';
import { useStudio } from './use-studio';

const CreateRulePack = graphql(`
  mutation CreateRulePack($input: CreateRulePackInput!) {
    createRulePack(input: $input) {
      rulePack {
        ...StudioPack
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

interface PackEditorProps {
  kind: RulePackKind;
  /** What holds now, where one begins. */
  holds: string;
}

/** Rules are written, tried on what was screened, and kept as the next version; what holds does not change by that. */
export function PackEditor({ kind, holds }: PackEditorProps) {
  const { t } = useTranslation(['screening', 'common']);
  const { brandId, change } = useStudio();
  const preview = usePreview();
  const [idempotencyKey, renewKey] = useIdempotencyKey();
  const sent = useRef('');
  const command = useCommandForm({
    document: CreateRulePack,
    initialValues: { rules: holds, note: '' },
    draft: `rules-${brandId ?? 'alliance'}-${kind}`,
    variables: ({ rules, note }) => {
      sent.current = rules;
      return {
        input: { brandId, kind, rules, note: note.trim() || undefined, idempotencyKey: idempotencyKey.current },
      };
    },
    onDone: ({ rulePack }) => {
      renewKey();
      void notify(t('screening:rules.kept', { number: rulePack?.number ?? 0 }));
      if (rulePack) change({ pack: rulePack.id, do: 'RELEASE' });
    },
    onFailure: ({ code, fields }) => {
      if (code !== null) renewKey();
      // What is wrong where, in the reader's language, the preview tells.
      if (fields.rules) preview.ask({ brandId, kind, rules: sent.current });
    },
  });
  const { form } = command;
  const { rules } = form.values;
  const isAsked = preview.asked?.rules === rules && preview.asked.kind === kind;
  return (
    <form onSubmit={command.submit} noValidate aria-label={t('screening:rules.editor')}>
      <FailureNote message={command.message} />
      <SourceField
        label={t('screening:rules.text')}
        value={rules}
        onChange={(next) => form.setFieldValue('rules', next)}
        fault={preview.asked?.kind === kind ? preview.fault : null}
      />
      <TextInput
        mt="sm"
        maw={480}
        label={t('screening:rules.note')}
        description={t('screening:rules.noteHint')}
        maxLength={300}
        {...form.getInputProps('note')}
      />
      <div className={classes.acts}>
        <Button variant="default" loading={preview.isTrying} onClick={() => preview.ask({ brandId, kind, rules })}>
          {t('screening:rules.try')}
        </Button>
        <Button type="submit" loading={command.running} disabled={rules === holds}>
          {t('screening:rules.keep')}
        </Button>
        {rules === holds ? null : (
          <Button
            variant="subtle"
            color="gray"
            onClick={() => {
              command.discard();
              form.setValues({ rules: holds, note: '' });
            }}
          >
            {t('screening:rules.startAnew')}
          </Button>
        )}
      </div>
      {preview.error ? <ShortFailure error={preview.error} retry={preview.again} /> : null}
      {preview.found && isAsked ? <PreviewResult found={preview.found} /> : null}
    </form>
  );
}
