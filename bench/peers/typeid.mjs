// TypeIDs: a prefix and 128 bits in 26 letters of base 32.
const LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";

export function encode(prefix, uuid) {
  const hex = uuid.replaceAll("-", "");
  let text = "";
  let bits = 2; // 130 bits: the first two are zero.
  let held = 0;
  for (let at = 0; at < 32; at++) {
    held = (held << 4) | Number.parseInt(hex[at], 16);
    bits += 4;
    if (bits >= 5) {
      bits -= 5;
      text += LETTERS[(held >> bits) & 31];
      held &= (1 << bits) - 1;
    }
  }
  return `${prefix}_${text}`;
}

export function decode(id) {
  let number = 0n;
  for (const letter of id.slice(id.indexOf("_") + 1)) number = (number << 5n) | BigInt(LETTERS.indexOf(letter));
  const hex = number.toString(16).padStart(32, "0");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
