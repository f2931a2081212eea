-- The inbox page by one statement: $1 the viewer's principals, $2 its organisation, $3 the moment.
WITH page AS (
  SELECT DISTINCT x.object_id, x.created_at
  FROM unnest($1::text[]) AS p(principal)
  CROSS JOIN LATERAL (
    SELECT a.object_id, a.created_at
    FROM audience a
    WHERE a.kind = 'lead' AND a.principal = p.principal AND a.valid_until > $3
      AND NOT EXISTS (SELECT 1 FROM wall w WHERE w.root_id = a.root_id AND w.organization_id = $2)
    ORDER BY a.created_at DESC, a.object_id DESC
    LIMIT 51
  ) AS x
  ORDER BY x.created_at DESC, x.object_id DESC
  LIMIT 51
)
SELECT l.id, l.reference, l.title, l.state, l.tlp, l.priority, l.created_at, o.id AS owner_id, o.name AS owner,
  (SELECT COUNT(*) FROM comment c WHERE c.lead_id = l.id AND EXISTS (
    SELECT 1 FROM audience a WHERE a.kind = 'comment' AND a.object_id = c.id AND a.principal = ANY ($1)
      AND a.valid_until > $3)) AS comments,
  i.titles, i.brand_ids, i.brands
FROM page
JOIN lead l ON l.id = page.object_id
JOIN organization o ON o.id = l.owner_id
CROSS JOIN LATERAL (
  SELECT array_agg(t.title ORDER BY t.position) AS titles, array_agg(t.brand_id ORDER BY t.position) AS brand_ids,
    array_agg(t.brand ORDER BY t.position) AS brands
  FROM (
    SELECT i.title, i.position, b.id AS brand_id, b.name AS brand
    FROM lead_item i JOIN brand b ON b.id = i.brand_id
    WHERE i.lead_id = l.id AND EXISTS (
      SELECT 1 FROM audience a WHERE a.kind = 'item' AND a.object_id = i.id AND a.principal = ANY ($1)
        AND a.valid_until > $3)
    ORDER BY i.position
    LIMIT 3
  ) AS t
) AS i
ORDER BY page.created_at DESC, page.object_id DESC
