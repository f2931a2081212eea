import { Kbd, Modal, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';

const KEYS = [
  ['palette', ['Ctrl K', '⌘ K']],
  ['down', ['J']],
  ['up', ['K']],
  ['open', ['Enter']],
  ['tick', ['X']],
  ['openLead', ['O']],
  ['verdict', ['1', '5']],
  ['answer', ['A']],
  ['screenConfirm', ['1']],
  ['screenDismiss', ['2', '5']],
  ['screenSkip', ['N']],
  ['screenUndo', ['U']],
  ['screenOpen', ['O']],
  ['send', ['Ctrl Enter']],
  ['search', ['/']],
  ['newLead', ['C']],
  ['goInbox', ['G', 'I']],
  ['goLeads', ['G', 'L']],
  ['goScreening', ['G', 'R']],
  ['goPurchases', ['G', 'P']],
  ['goSettings', ['G', 'S']],
  ['keys', ['?']],
] as const;

/** From the first of these keys to the last. */
const RANGES: ReadonlySet<string> = new Set(['verdict', 'screenDismiss']);

export default function KeysDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['palette', 'common']);
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('keys.title')}
      size="sm"
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <Table verticalSpacing={4} withRowBorders={false}>
        <Table.Tbody>
          {KEYS.map(([name, keys]) => (
            <Table.Tr key={name}>
              <Table.Th scope="row" fw={400}>
                {t(`keys.${name}`)}
              </Table.Th>
              <Table.Td ta="end">
                {keys.map((key, index) => (
                  <span key={key}>
                    {index > 0 ? (RANGES.has(name) ? ' – ' : ' ') : null}
                    <Kbd size="xs">{key}</Kbd>
                  </span>
                ))}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Modal>
  );
}
