import { useFormats } from '@/lib/format';
import classes from './imports.module.css';

export function Count({ label, number: count }: { label: string; number: number }) {
  const { number } = useFormats();
  return (
    <div className={classes.count}>
      <dt>{label}</dt>
      <dd>{number(count)}</dd>
    </div>
  );
}
