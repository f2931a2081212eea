import { Text, Textarea } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { FakeFeatureFragment } from '@/gql/graphql';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';

// Without its id: what is told for a purpose is kept by nothing but the page that asked.
const RevealFakeFeature = graphql(`
  mutation RevealFakeFeature($input: RevealFakeFeatureInput!) {
    revealFakeFeature(input: $input) {
      feature {
        genuine
        fake
        revisions {
          version
          genuine
          fake
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

/** What a RED feature says, and what it was asked for. */
export interface Revealed {
  purpose: string;
  genuine: string;
  fake: string;
  revisions: readonly { version: number; genuine?: string | null; fake?: string | null }[];
}

interface RevealFeatureDialogProps {
  feature: FakeFeatureFragment;
  onRevealed: (told: Revealed) => void;
  onClose: () => void;
}

/** Asks what somebody wants to know it for; the audit log keeps that. */
export default function RevealFeatureDialog({ feature, onRevealed, onClose }: RevealFeatureDialogProps) {
  const { t } = useTranslation('products');
  const asked = useRef('');
  const command = useCommandForm({
    document: RevealFakeFeature,
    initialValues: { purpose: '' },
    variables: ({ purpose }) => {
      asked.current = purpose.trim();
      return { input: { id: feature.id, purpose: asked.current } };
    },
    validate: ({ purpose }) => (purpose.trim() ? {} : { purpose: t('form.purposeNeeded') }),
    onDone: ({ feature: told }) => {
      if (told) {
        const { genuine, fake, revisions } = told;
        onRevealed({ purpose: asked.current, genuine: genuine ?? '', fake: fake ?? '', revisions });
      }
      onClose();
    },
  });
  return (
    <CommandDialog
      title={t('features.revealTitle', { feature: feature.feature })}
      submitLabel={t('features.reveal')}
      command={command}
      onClose={onClose}
    >
      <Text size="sm">{t('features.revealText')}</Text>
      <Textarea
        label={t('fields.purpose')}
        description={t('form.purposeHint')}
        required
        autosize
        minRows={2}
        maxLength={1000}
        {...command.form.getInputProps('purpose')}
      />
    </CommandDialog>
  );
}
