import { Anchor, Spoiler } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { IpRightScopeFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { useByName, useLocalName } from '@/lib/local-name';
import { Section } from '@/ui/section';
import { useNiceClassName } from '../nice-classes';
import classes from './ip-right-page.module.css';

graphql(`
  fragment IpRightScope on IpRight {
    id
    holder {
      id
    }
    brands {
      id
      name
      nameZh
    }
    niceClasses
    locarnoClasses
    goods
    territory
  }
`);

/** What the right protects: which brands, for which goods, and where. */
export function IpRightScope({ right }: { right: IpRightScopeFragment }) {
  return (
    <>
      <Brands right={right} />
      <Classes right={right} />
      <Goods goods={right.goods} />
      <Territory territory={right.territory} />
    </>
  );
}

function Brands({ right }: { right: IpRightScopeFragment }) {
  const { t } = useTranslation('ipRights');
  const localName = useLocalName();
  const byName = useByName();
  return (
    <Section title={t('fields.brands')} count={right.brands.length}>
      <ul className={classes.list}>
        {byName(right.brands).map((brand) => (
          <li key={brand.id}>
            <Anchor
              inherit
              renderRoot={(props) => (
                <Link to="/organizations/$id" params={{ id: right.holder.id }} search={{}} {...props} />
              )}
            >
              {localName(brand)}
            </Anchor>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Classes({ right: { niceClasses, locarnoClasses } }: { right: IpRightScopeFragment }) {
  const { t } = useTranslation('ipRights');
  const className = useNiceClassName();
  const { list } = useFormats();
  if (niceClasses.length === 0 && locarnoClasses.length === 0) return null;
  return (
    <Section title={t('fields.classes')} count={niceClasses.length + locarnoClasses.length}>
      <ul className={classes.list}>
        {niceClasses.map((each) => (
          <li key={each}>
            <span className={classes.number}>{each}</span> {className(each)}
          </li>
        ))}
        {locarnoClasses.length > 0 ? <li>{t('page.locarno', { classes: list(locarnoClasses) })}</li> : null}
      </ul>
    </Section>
  );
}

/** As much as fits without pushing everything else out of sight. */
const GOODS_HEIGHT = 180;

function Goods({ goods }: { goods: string | null | undefined }) {
  const { t } = useTranslation('ipRights');
  if (!goods) return null;
  return (
    <Section title={t('fields.goods')}>
      <Spoiler maxHeight={GOODS_HEIGHT} showLabel={t('page.showAll')} hideLabel={t('page.showLess')} fz="sm">
        <div className={classes.text}>{goods}</div>
      </Spoiler>
    </Section>
  );
}

function Territory({ territory }: { territory: readonly string[] }) {
  const { t } = useTranslation('ipRights');
  const { country, list } = useFormats();
  return (
    <Section title={t('fields.territory')} count={territory.length > 1 ? territory.length : undefined}>
      {territory.length > 0 ? (
        <div className={classes.text}>{list(territory.map(country))}</div>
      ) : (
        <span className={classes.dimmed}>{t('page.none')}</span>
      )}
    </Section>
  );
}
