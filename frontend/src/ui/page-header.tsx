import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './page-header.module.css';

interface PageHeaderProps {
  title: string;
  /** Above the title: where one is, or the reference of the object. */
  eyebrow?: ReactNode;
  /** Beside the title: badges. */
  meta?: ReactNode;
  actions?: ReactNode;
}

/** The top of every page; also names the browser tab. */
export function PageHeader({ title, eyebrow, meta, actions }: PageHeaderProps) {
  const { t } = useTranslation();
  return (
    <header className={classes.root}>
      <title>{`${title} · ${t('product')}`}</title>
      <div className={classes.text}>
        {eyebrow ? <div className={classes.eyebrow}>{eyebrow}</div> : null}
        <h1 className={classes.title}>{title}</h1>
        {meta ? <div className={classes.meta}>{meta}</div> : null}
      </div>
      {actions ? <div className={classes.actions}>{actions}</div> : null}
    </header>
  );
}
