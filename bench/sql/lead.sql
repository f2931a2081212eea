-- A lead with its first ten comments by one statement: $1 the viewer's principals, $2 its organisation, $3 the moment,
-- $4 the lead.
SELECT l.id, l.reference, l.title, l.state, l.tlp, l.priority, l.created_at, o.id AS owner_id, o.name AS owner,
  c.id AS comment_id, c.body, c.created_at AS said_at, p.id AS author_id, p.name AS author, h.name AS home
FROM lead l
JOIN organization o ON o.id = l.owner_id
CROSS JOIN LATERAL (
  SELECT c.id, c.body, c.created_at, c.author_id, c.organization_id
  FROM comment c
  WHERE c.lead_id = l.id AND EXISTS (
    SELECT 1 FROM audience a WHERE a.kind = 'comment' AND a.object_id = c.id AND a.principal = ANY ($1)
      AND a.valid_until > $3)
  ORDER BY c.created_at, c.id
  LIMIT 10
) AS c
JOIN person p ON p.id = c.author_id
JOIN organization h ON h.id = c.organization_id
WHERE l.id = $4
  AND EXISTS (
    SELECT 1 FROM audience a WHERE a.kind = 'lead' AND a.object_id = l.id AND a.principal = ANY ($1)
      AND a.valid_until > $3)
  AND NOT EXISTS (SELECT 1 FROM wall w WHERE w.root_id = l.id AND w.organization_id = $2)
ORDER BY c.created_at, c.id
