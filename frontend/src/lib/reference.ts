/** Whether a text is what people call a lead, such as LD-26-7K3QX2, in capital letters or not. */
export function isReference(text: string): boolean {
  return /^LD-\d{2}-[0-9A-Z]+$/i.test(text.trim());
}
