import { Button, FocusTrap, Group, Modal, Stack } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './command-dialog.module.css';
import type { CommandForm } from './command-form';
import { FailureNote } from './failure-note';

interface CommandDialogProps {
  title: string;
  /** A verb: what the button does. */
  submitLabel: string;
  command: Pick<CommandForm<unknown>, 'submit' | 'running' | 'message' | 'discard'>;
  onClose: () => void;
  children: ReactNode;
  /** Colours the button for steps that take something away. */
  danger?: boolean;
  disabled?: boolean;
  size?: 'md' | 'lg' | 'xl';
}

/**
 * Every dialog that changes something: fields, refusals above them, one verb; a phone gives it the whole screen. What
 * was typed is there again after it was closed, and gone after it was cancelled.
 */
export function CommandDialog(props: CommandDialogProps) {
  const { t } = useTranslation();
  const phone = useMediaQuery('(max-width: 48em)');
  const { title, submitLabel, command, onClose, children, danger, disabled, size = 'md' } = props;
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size={size}
      fullScreen={phone}
      // A click beside it must not throw away what was typed.
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <form onSubmit={command.submit} noValidate>
        <FocusTrap.InitialFocus />
        <Stack gap="sm">
          <FailureNote message={command.message} />
          {children}
          <Group justify="flex-end" gap="xs" className={classes.actions}>
            <Button
              variant="default"
              size="sm"
              onClick={() => {
                command.discard();
                onClose();
              }}
            >
              {t('cancel')}
            </Button>
            <Button
              type="submit"
              size="sm"
              color={danger ? 'red' : undefined}
              loading={command.running}
              disabled={disabled}
            >
              {submitLabel}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
