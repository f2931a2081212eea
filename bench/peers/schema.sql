-- What PostGraphile shows of our tables: the same rows, found by the same audience. `peers.principals`, `peers.person` and
-- `peers.organization` are settings of each transaction.

DROP SCHEMA IF EXISTS peers CASCADE;
CREATE SCHEMA peers;

CREATE VIEW peers.organization AS SELECT id, name FROM public.organization;
COMMENT ON VIEW peers.organization IS E'@primaryKey id';
CREATE VIEW peers.brand AS SELECT id, name FROM public.brand;
COMMENT ON VIEW peers.brand IS E'@primaryKey id';
CREATE VIEW peers.person AS SELECT id, name FROM public.person;
COMMENT ON VIEW peers.person IS E'@primaryKey id';

CREATE VIEW peers.lead AS
  SELECT id, reference, title, state, tlp, priority, created_at, owner_id FROM public.lead;
COMMENT ON VIEW peers.lead IS
  E'@primaryKey id\n@foreignKey (owner_id) references peers.organization (id)|@fieldName owner|@behavior -manyRelation:*\n@behavior -query:resource:*';

CREATE VIEW peers.item AS
  SELECT i.id, i.lead_id, i.position, i.title, i.brand_id
  FROM public.lead_item i
  WHERE EXISTS (SELECT 1 FROM public.audience a WHERE a.kind = 'item' AND a.object_id = i.id
    AND a.principal = ANY (current_setting('peers.principals')::text[]) AND a.valid_until > 1800000000000000);
COMMENT ON VIEW peers.item IS
  E'@primaryKey id\n@foreignKey (lead_id) references peers.lead (id)|@foreignFieldName items\n@foreignKey (brand_id) references peers.brand (id)|@fieldName brand|@behavior -manyRelation:*';

CREATE VIEW peers.comment AS
  SELECT c.id, c.lead_id, c.author_id, c.body, c.created_at, p.name || ', ' || o.name AS author_name
  FROM public.comment c
  JOIN public.person p ON p.id = c.author_id
  JOIN public.organization o ON o.id = c.organization_id
  WHERE EXISTS (SELECT 1 FROM public.audience a WHERE a.kind = 'comment' AND a.object_id = c.id
    AND a.principal = ANY (current_setting('peers.principals')::text[]) AND a.valid_until > 1800000000000000);
COMMENT ON VIEW peers.comment IS
  E'@primaryKey id\n@foreignKey (lead_id) references peers.lead (id)|@foreignFieldName comments\n@foreignKey (author_id) references peers.person (id)|@fieldName author|@behavior -manyRelation:*';

CREATE FUNCTION peers.inbox() RETURNS SETOF peers.lead LANGUAGE sql STABLE AS $$
  SELECT l.id, l.reference, l.title, l.state, l.tlp, l.priority, l.created_at, l.owner_id
  FROM (
    SELECT DISTINCT x.object_id, x.created_at
    FROM unnest(current_setting('peers.principals')::text[]) AS p(principal)
    CROSS JOIN LATERAL (
      SELECT a.object_id, a.created_at
      FROM public.audience a
      WHERE a.kind = 'lead' AND a.principal = p.principal AND a.valid_until > 1800000000000000
        AND NOT EXISTS (SELECT 1 FROM public.wall w WHERE w.root_id = a.root_id
          AND w.organization_id = current_setting('peers.organization')::uuid)
      ORDER BY a.created_at DESC, a.object_id DESC
      LIMIT 51
    ) AS x
    ORDER BY x.created_at DESC, x.object_id DESC
    LIMIT 51
  ) AS page
  JOIN public.lead l ON l.id = page.object_id
  ORDER BY page.created_at DESC, page.object_id DESC
$$;

CREATE FUNCTION peers.lead_seen(key uuid) RETURNS peers.lead LANGUAGE sql STABLE AS $$
  SELECT l.id, l.reference, l.title, l.state, l.tlp, l.priority, l.created_at, l.owner_id
  FROM public.lead l
  WHERE l.id = key
    AND EXISTS (SELECT 1 FROM public.audience a WHERE a.kind = 'lead' AND a.object_id = l.id
      AND a.principal = ANY (current_setting('peers.principals')::text[]) AND a.valid_until > 1800000000000000)
    AND NOT EXISTS (SELECT 1 FROM public.wall w WHERE w.root_id = l.id
      AND w.organization_id = current_setting('peers.organization')::uuid)
$$;
