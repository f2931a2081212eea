import { createSpotlight } from '@mantine/spotlight';

/** Kept apart from the palette itself, which is loaded when it is first opened. */
const [store, actions] = createSpotlight();

export const paletteStore = store;

export function openPalette() {
  if (store.getState().opened) return;
  actions.open();
  window.addEventListener('keydown', typeAhead, true);
}

/** Whoever knows what to type does not wait for the field: until it has the focus, keys are the query's. */
function typeAhead(event: KeyboardEvent) {
  if (!store.getState().opened) return endTypeAhead();
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  event.stopPropagation();
  if (event.key === 'Escape') {
    endTypeAhead();
    actions.close();
  }
  if (event.key === 'Backspace') store.updateState((state) => ({ ...state, query: state.query.slice(0, -1) }));
  if (event.key.length === 1) store.updateState((state) => ({ ...state, query: state.query + event.key }));
}

/** The palette's field has the focus, or nobody waits for it any more. */
export function endTypeAhead() {
  window.removeEventListener('keydown', typeAhead, true);
}

/** Enter always opens something: the first of what is listed now, also when the server's finds came later. */
export function selectFirst() {
  const { listId } = store.getState();
  const list = listId ? document.getElementById(listId) : null;
  if (!list) return;
  list.querySelector('[data-selected]')?.removeAttribute('data-selected');
  list.querySelector('[data-action]')?.setAttribute('data-selected', 'true');
  store.updateState((state) => ({ ...state, selected: 0 }));
}
