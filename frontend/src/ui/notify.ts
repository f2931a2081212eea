import i18next from 'i18next';

/** Short confirmations. The library is loaded with the first one, it is not needed to show a page. */
export async function notify(message: string) {
  const { notifications } = await import('@mantine/notifications');
  notifications.show({
    message,
    autoClose: 4_000,
    withBorder: true,
    closeButtonProps: { 'aria-label': i18next.t('common:close') },
  });
}
