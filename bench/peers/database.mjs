// Eight connections to the database, as every contestant has them.
import pg from "pg";

export const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 8 });
