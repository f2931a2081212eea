import i18next from 'i18next';

let wanted = false;
const listeners = new Set<() => void>();

export const areToastsWanted = () => wanted;

export function onToastsWanted(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Short confirmations. The library is loaded with the first one, it is not needed to show a page. */
export async function notify(message: string) {
  wanted = true;
  for (const listener of listeners) listener();
  const { notifications } = await import('@mantine/notifications');
  notifications.show({
    message,
    autoClose: 4_000,
    withBorder: true,
    closeButtonProps: { 'aria-label': i18next.t('common:close') },
  });
}
