// The mutation as a function of the database, around the statement that the floor has.
import { readFile } from "node:fs/promises";

export async function statement() {
  return readFile(new URL("../sql/comment.sql", import.meta.url), "utf8");
}

export async function addComment(name) {
  const inner = (await statement())
    .replaceAll(/^--.*$/gm, "")
    .replaceAll("$1", "current_setting('peers.principals')::text[]")
    .replaceAll("$2", "current_setting('peers.organization')::uuid")
    .replaceAll("$3", "moment")
    .replaceAll("$4", "add_comment.lead")
    .replaceAll("$5", "current_setting('peers.person')::uuid")
    .replaceAll("$6", "add_comment.body")
    .replaceAll("$7", "add_comment.key")
    .replaceAll("$8", "fresh");
  return `
    CREATE FUNCTION ${name}(lead uuid, body text, key text) RETURNS peers.comment LANGUAGE plpgsql VOLATILE AS $body$
    DECLARE
      moment bigint := (extract(epoch FROM clock_timestamp()) * 1000000)::bigint;
      fresh uuid[] := ARRAY[gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), gen_random_uuid()];
      said peers.comment;
      author text;
      home text;
    BEGIN
      ${inner} INTO STRICT author, home;
      said.id := fresh[1];
      said.lead_id := add_comment.lead;
      said.author_id := current_setting('peers.person')::uuid;
      said.body := add_comment.body;
      said.created_at := moment;
      said.author_name := author || ', ' || home;
      RETURN said;
    END $body$`;
}
