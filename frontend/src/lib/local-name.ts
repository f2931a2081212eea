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

/** Puts what has a name in the order of the reader's alphabet, which for Chinese is that of pinyin. */
export function useByName() {
  const { i18n } = useTranslation();
  const localName = useLocalName();
  return <Row extends Named>(rows: readonly Row[] = []): Row[] => {
    const { compare } = new Intl.Collator(i18n.language);
    return [...rows].sort((a, b) => compare(localName(a), localName(b)));
  };
}
