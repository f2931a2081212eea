// PostGraphile 5 over the views of schema.sql, as its documentation sets it up.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { postgraphile } from "postgraphile";
import { grafserv } from "postgraphile/grafserv/node";
import { makePgService } from "postgraphile/adaptors/pg";
import { PostGraphileAmberPreset } from "postgraphile/presets/amber";
import { addComment } from "./comment.mjs";
import { pool } from "./database.mjs";
import { person } from "./who.mjs";

await pool.query(await readFile(new URL("schema.sql", import.meta.url), "utf8"));
await pool.query(await addComment("peers.add_comment"));
await pool.query("COMMENT ON FUNCTION peers.add_comment IS E'@resultFieldName comment'");

const preset = {
  extends: [PostGraphileAmberPreset],
  pgServices: [makePgService({ pool, schemas: ["peers"] })],
  grafserv: { graphqlPath: "/graphql", graphiql: false, watch: false },
  grafast: {
    explain: false,
    async context(request) {
      const viewer = await person(request.node?.req.headers.authorization);
      return {
        pgSettings: {
          "peers.principals": `{${viewer.principals.join(",")}}`,
          "peers.person": viewer.id,
          "peers.organization": viewer.organization,
        },
      };
    },
  },
};

const serv = postgraphile(preset).createServ(grafserv);
const server = createServer();
await serv.addTo(server);
const [answer] = server.listeners("request");
server.removeAllListeners("request");
server.on("request", (request, response) => {
  if (request.url === "/healthz") response.end();
  else answer(request, response);
});
server.listen(Number(process.env.PORT), "127.0.0.1");
