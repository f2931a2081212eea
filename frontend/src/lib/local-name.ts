import { useTranslation } from 'react-i18next';

interface Named {
  name: string;
  nameZh?: string | null;
}

/** A Chinese reader sees the Chinese name where there is one. */
export function useLocalName() {
  const { i18n } = useTranslation();
  return ({ name, nameZh }: Named) => (i18n.language === 'zh-Hans' && nameZh ? nameZh : name);
}
