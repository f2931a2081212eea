-- The same page found without audience rows, by asking of each lead, latest first, whether one of the reasons to see it
-- holds: $1 the viewer's principals (unused), $2 its organisation, $3 the moment, $4 the person.
WITH page AS (
  SELECT l.id AS object_id, l.created_at
  FROM lead l
  WHERE (
      l.created_by = $4
      OR EXISTS (SELECT 1 FROM lead_grant g WHERE g.lead_id = l.id AND g.person_id = $4 AND g.revoked_at IS NULL
        AND g.expires_at > $3)
      OR (l.tlp <> 'RED' AND l.handling_code IN ('H0', 'H1') AND (
        l.owner_id = $2
        OR EXISTS (SELECT 1 FROM lead_grant g WHERE g.lead_id = l.id AND g.organization_id = $2 AND g.revoked_at IS NULL
          AND g.expires_at > $3)
        OR (l.tlp IN ('GREEN', 'CLEAR') AND l.community AND l.shared_at IS NOT NULL)
      ))
    )
    AND NOT EXISTS (SELECT 1 FROM wall w WHERE w.root_id = l.id AND w.organization_id = $2)
  ORDER BY l.created_at DESC, l.id DESC
  LIMIT 51
)
SELECT l.id, l.reference, l.title, l.state, l.tlp, l.priority, l.created_at, o.id AS owner_id, o.name AS owner,
  (SELECT COUNT(*) FROM comment c WHERE c.lead_id = l.id
    AND (c.for_all_viewers OR c.organization_id = $2 OR l.owner_id = $2)) AS comments,
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
    WHERE i.lead_id = l.id AND (l.items_open OR l.owner_id = $2 OR b.organization_id = $2)
    ORDER BY i.position
    LIMIT 3
  ) AS t
) AS i
ORDER BY page.created_at DESC, page.object_id DESC
