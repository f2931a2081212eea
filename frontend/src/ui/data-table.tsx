import { Checkbox, Skeleton } from '@mantine/core';
import { Link, type LinkProps } from '@tanstack/react-router';
import { type PointerEvent, type ReactNode, useRef } from 'react';
import { stepFocus, useKeys } from '@/lib/keyboard';
import classes from './data-table.module.css';

export interface Column<Row> {
  key: string;
  header: string;
  render: (row: Row) => ReactNode;
  /** The cell that names the row and, when the table has links, leads to it. Exactly one. */
  primary?: boolean;
  width?: number | string;
  align?: 'end';
  /** Leaves the column out where the table is narrower; the narrowest shows the rest as cards. */
  from?: 'md' | 'lg';
}

/** Boxes in front of the rows. */
export interface RowSelection<Row> {
  selected: ReadonlySet<string>;
  toggle: (key: string) => void;
  toggleAll: (keys: readonly string[]) => void;
  /** What the box of a row is called, and that of all of them. */
  label: (row: Row) => string;
  allLabel: string;
}

interface DataTableProps<Row> {
  /** Read out to who cannot see the table. */
  label: string;
  columns: Column<Row>[];
  /** Undefined while the first page is on its way. */
  rows: readonly Row[] | undefined;
  /** How many rows to keep room for meanwhile, so that what stands below does not move; up to eight. */
  likely?: number;
  rowKey: (row: Row) => string;
  link?: (row: Row) => Pick<LinkProps, 'to' | 'params' | 'search'>;
  empty: ReactNode;
  selection?: RowSelection<Row>;
}

const SKELETON_ROWS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

/** A dense list: J and K move through it, Enter opens, X ticks where rows have boxes, a phone shows cards. Pair it with `Pager`. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, columns, rows, likely, rowKey, link, empty, selection } = props;
  const root = useRef<HTMLTableElement>(null);
  useKeys(
    {
      j: () => stepFocus(root.current, 1),
      k: () => stepFocus(root.current, -1),
      x: () => {
        const at = document.activeElement?.closest('tr')?.getAttribute('data-key');
        if (at && root.current?.contains(document.activeElement)) selection?.toggle(at);
      },
    },
    link !== undefined,
  );
  if (rows?.length === 0) return empty;
  return (
    <div className={classes.frame}>
      <table ref={root} className={classes.table} aria-label={label} aria-busy={rows === undefined}>
        <thead>
          <tr>
            {selection ? (
              <th scope="col" className={classes.box}>
                <AllBox keys={(rows ?? []).map(rowKey)} selection={selection} />
              </th>
            ) : null}
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                data-from={column.from}
                data-align={column.align}
                style={{ width: column.width }}
              >
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows
            ? rows.map((row) => (
                <Row
                  key={rowKey(row)}
                  row={row}
                  id={rowKey(row)}
                  columns={columns}
                  link={link?.(row)}
                  selection={selection}
                />
              ))
            : SKELETON_ROWS.slice(0, likely).map((key, index) => (
                <tr key={key}>
                  {selection ? <td className={classes.box} /> : null}
                  {columns.map((column) => (
                    <td
                      key={column.key}
                      data-from={column.from}
                      data-align={column.align}
                      data-primary={column.primary}
                    >
                      <Skeleton h={10} w={column.primary ? `${70 - index * 5}%` : 56} />
                    </td>
                  ))}
                </tr>
              ))}
        </tbody>
      </table>
    </div>
  );
}

/** What a narrow cell cuts off is told to who points at it. */
function sayWhole({ currentTarget: cell }: PointerEvent<HTMLTableCellElement>) {
  cell.title = cell.scrollWidth > cell.clientWidth ? (cell.textContent ?? '') : '';
}

function AllBox<Row>({ keys, selection }: { keys: readonly string[]; selection: RowSelection<Row> }) {
  const chosen = keys.filter((key) => selection.selected.has(key)).length;
  return (
    <Checkbox
      size="xs"
      aria-label={selection.allLabel}
      checked={chosen > 0 && chosen === keys.length}
      indeterminate={chosen > 0 && chosen < keys.length}
      disabled={keys.length === 0}
      onChange={() => selection.toggleAll(keys)}
    />
  );
}

interface RowProps<Row> {
  row: Row;
  id: string;
  selection: RowSelection<Row> | undefined;
  columns: Column<Row>[];
  link: Pick<LinkProps, 'to' | 'params' | 'search'> | undefined;
}

function Row<Row>({ row, id, columns, link, selection }: RowProps<Row>) {
  const chosen = selection?.selected.has(id) ?? false;
  return (
    <tr data-key={id} data-link={link ? true : undefined} data-selected={chosen || undefined}>
      {selection ? (
        <td className={classes.box}>
          <Checkbox
            size="xs"
            aria-label={selection.label(row)}
            checked={chosen}
            onChange={() => selection.toggle(id)}
          />
        </td>
      ) : null}
      {columns.map((column) => (
        <td
          key={column.key}
          data-from={column.from}
          data-align={column.align}
          data-primary={column.primary}
          onPointerEnter={sayWhole}
        >
          {column.primary && link ? (
            <Link {...link} className={classes.link} data-row-link>
              {column.render(row)}
            </Link>
          ) : (
            column.render(row)
          )}
        </td>
      ))}
    </tr>
  );
}
