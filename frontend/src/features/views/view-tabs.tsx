import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconChevronDown, IconStarFilled, IconUsers } from '@tabler/icons-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import type { SavedViewContentInput, SavedViewFragment, SavedViewList } from '@/gql/graphql';
import { failureText } from '@/lib/command';
import { useCommand } from '@/lib/use-command';
import { notify } from '@/ui/notify';
import classes from './view-tabs.module.css';

const SavedViews = graphql(`
  query SavedViews($list: SavedViewList!) {
    savedViews(list: $list, first: 100) {
      nodes {
        ...SavedView
      }
    }
  }
  fragment SavedView on SavedView {
    id
    name
    list
    filter
    orderBy
    shared
    isMine
    isDefault
    isChangeable
    version
  }
`);

const SetDefaultSavedView = graphql(`
  mutation SetDefaultSavedView($input: SetDefaultSavedViewInput!) {
    setDefaultSavedView(input: $input) {
      view {
        id
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

const SaveViewDialog = lazy(() => import('./dialogs/save-view-dialog'));
const DeleteViewDialog = lazy(() => import('./dialogs/delete-view-dialog'));

interface ViewTabsProps {
  list: SavedViewList;
  /** The view in the address, or `NO_VIEW`; undefined where the list was just entered. */
  current: string | undefined;
  /** What the list shows now, to be saved; undefined where nothing is chosen. */
  content: SavedViewContentInput | undefined;
  /** What the list is called without a view; absent where something else leads back to it. */
  none?: string;
  onOpen: (view: SavedViewFragment | undefined, replace: boolean) => void;
}

type Open = { dialog: 'save' | 'change' | 'delete'; view?: SavedViewFragment };

/**
 * A list's saved views as tabs, for a `Toolbar` that is there before they are; the list opens with the one that was made
 * the default.
 */
export default function ViewTabs({ list, current, content, none, onOpen }: ViewTabsProps) {
  const { t } = useTranslation('views');
  const [{ data }, reload] = useQuery({ query: SavedViews, variables: { list } });
  const [open, setOpen] = useState<Open>();
  const views = data?.savedViews.nodes ?? [];
  const first = views.find(({ isDefault }) => isDefault);
  const entered = current === undefined && content === undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the list is entered and the views have come
  useEffect(() => {
    if (entered && first) onOpen(first, true);
  }, [entered, first?.id]);
  const refresh = () => reload({ requestPolicy: 'network-only' });
  const chosen = views.find(({ id }) => id === current);
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: no set of fields */}
      <div role="group" aria-label={t('label')} className={classes.tabs}>
        {none ? (
          <Tab current={!chosen} onClick={() => onOpen(undefined, false)}>
            {none}
          </Tab>
        ) : null}
        {views.map((view) => (
          <Tab key={view.id} current={view === chosen} onClick={() => onOpen(view, false)}>
            {view.name}
            {view.isDefault ? (
              <IconStarFilled size={11} role="img" aria-label={t('default')} style={{ marginLeft: 6 }} />
            ) : null}
            {view.isMine ? null : <IconUsers size={13} role="img" aria-label={t('shared')} style={{ marginLeft: 6 }} />}
          </Tab>
        ))}
        {chosen ? <ViewMenu view={chosen} onOpen={setOpen} onChanged={refresh} /> : null}
        {content ? (
          <Button variant="subtle" color="gray" className={classes.save} onClick={() => setOpen({ dialog: 'save' })}>
            {t('save')}…
          </Button>
        ) : null}
      </div>
      <Suspense>
        {open?.dialog === 'save' && content ? (
          <SaveViewDialog
            content={content}
            onClose={() => setOpen(undefined)}
            onSaved={(view) => {
              refresh();
              onOpen(view, true);
            }}
          />
        ) : null}
        {open?.dialog === 'change' && open.view ? (
          <SaveViewDialog
            view={open.view}
            content={content ?? emptyContent(list)}
            onClose={() => setOpen(undefined)}
            onSaved={refresh}
          />
        ) : null}
        {open?.dialog === 'delete' && open.view ? (
          <DeleteViewDialog
            view={open.view}
            onClose={() => setOpen(undefined)}
            onStale={refresh}
            onDeleted={() => {
              refresh();
              onOpen(undefined, true);
            }}
          />
        ) : null}
      </Suspense>
    </>
  );
}

function emptyContent(list: SavedViewList): SavedViewContentInput {
  return list === 'LEADS' ? { leads: { filter: {} } } : { deliveries: { filter: {} } };
}

interface TabProps {
  current: boolean;
  onClick: () => void;
  children: React.ReactNode;
}

function Tab({ current, onClick, children }: TabProps) {
  return (
    <Button
      variant={current ? 'light' : 'subtle'}
      color={current ? undefined : 'gray'}
      aria-pressed={current}
      onClick={onClick}
    >
      {children}
    </Button>
  );
}

interface ViewMenuProps {
  view: SavedViewFragment;
  onOpen: (open: Open) => void;
  onChanged: () => void;
}

function ViewMenu({ view, onOpen, onChanged }: ViewMenuProps) {
  const { t } = useTranslation('views');
  const { run } = useCommand(SetDefaultSavedView);
  const setDefault = async () => {
    const outcome = await run({ input: { list: view.list, viewId: view.isDefault ? null : view.id } });
    if (!outcome.ok) return void notify(failureText(outcome.failure));
    void notify(t(view.isDefault ? 'done.undefault' : 'done.default'));
    onChanged();
  };
  return (
    <Menu position="bottom-start" withinPortal>
      <Menu.Target>
        <ActionIcon variant="default" size={30} aria-label={t('more', { name: view.name })}>
          <IconChevronDown size={14} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => void setDefault()}>{t(view.isDefault ? 'undefault' : 'makeDefault')}</Menu.Item>
        {view.isChangeable ? (
          <>
            <Menu.Item onClick={() => onOpen({ dialog: 'change', view })}>{t('change')}…</Menu.Item>
            <Menu.Item c="red" onClick={() => onOpen({ dialog: 'delete', view })}>
              {t('delete')}…
            </Menu.Item>
          </>
        ) : null}
      </Menu.Dropdown>
    </Menu>
  );
}
