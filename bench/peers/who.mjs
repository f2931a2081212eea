// Who asks: the token is checked as the product does it, and its person looked up among those who are measured.
import { readFile } from "node:fs/promises";
import { importJWK, jwtVerify } from "jose";

const directory = JSON.parse(await readFile(process.env.DIRECTORY, "utf8"));
const key = await importJWK({ kty: "OKP", crv: "Ed25519", x: directory.x }, "EdDSA");
const people = new Map(directory.people.map((person) => [person.sub, person]));

export async function person(authorization) {
  const token = authorization?.startsWith("Bearer ") ? authorization.slice(7) : "";
  const { payload } = await jwtVerify(token, key, {
    issuer: directory.issuer,
    audience: directory.audience,
    algorithms: ["EdDSA"],
  });
  const found = people.get(payload.sub);
  if (!found) throw new Error("who?");
  return found;
}
