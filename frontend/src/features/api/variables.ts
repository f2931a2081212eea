export type Variables = Record<string, unknown>;

/** Variables as they were typed; null where they are no JSON object. Nothing is none. */
export function readVariables(text: string): Variables | null {
  if (text.trim() === '') return {};
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Variables) : null;
  } catch {
    return null;
  }
}
