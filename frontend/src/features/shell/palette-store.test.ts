import { afterEach, describe, expect, it } from 'vitest';
import { endTypeAhead, openPalette, paletteStore } from './palette-store';

const press = (key: string, modifiers: KeyboardEventInit = {}) => {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...modifiers });
  document.body.dispatchEvent(event);
  return event;
};
const state = () => paletteStore.getState();

describe('the palette before its field is there', () => {
  afterEach(() => {
    endTypeAhead();
    paletteStore.updateState((before) => ({ ...before, opened: false, query: '' }));
  });

  it('takes what is typed for its query, and keeps it from the page', () => {
    openPalette();
    expect(press('l').defaultPrevented).toBe(true);
    press('x');
    press('Backspace');
    press('d');
    expect(state().query).toBe('ld');
  });

  it('leaves the keys of the browser alone', () => {
    openPalette();
    expect(press('r', { ctrlKey: true }).defaultPrevented).toBe(false);
    expect(state().query).toBe('');
  });

  it('is closed by Escape', () => {
    openPalette();
    press('Escape');
    expect(state().opened).toBe(false);
    expect(press('c').defaultPrevented).toBe(false);
  });

  it('gives way to the field', () => {
    openPalette();
    endTypeAhead();
    expect(press('a').defaultPrevented).toBe(false);
    expect(state().query).toBe('');
  });
});
