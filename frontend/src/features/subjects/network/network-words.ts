import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/lib/format';
import type { Network } from './network-graph';
import type { Words } from './network-option';

/** What is said of a subject or of a tie, on lines below each other. */
export function useWords(network: Network): Words {
  const { t } = useTranslation('subjects');
  const { labelled } = useFormats();
  return useMemo(() => {
    const names = new Map(network.subjects.map(({ id, name }) => [id, name]));
    const nameOf = (id: string) => names.get(id) ?? t('links.unseen');
    return {
      subject: ({ name, kind, role }) =>
        [name, [t(`kinds.${kind}`), role ? t(`roles.${role}`) : null].filter(Boolean).join(' · ')].join('\n'),
      shared: ({ kind, value, strength, rule }) =>
        [
          labelled(t(`identifierKinds.${kind}`), value),
          `${t(`strengths.${strength}`)} · ${t(`strengthMeaning.${strength}`)}`,
          t('identifiers.rule', { rule }),
        ].join('\n'),
      link: ({ kind, fromId, toId, confidence, grounds }) =>
        [
          `${nameOf(fromId)} – ${t(`linkKinds.${kind}`)} → ${nameOf(toId)}`,
          t(`confidenceShort.${confidence}`),
          grounds.length > 80 ? `${grounds.slice(0, 80)}…` : grounds,
        ].join('\n'),
    };
  }, [network, t, labelled]);
}
