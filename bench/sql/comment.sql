-- A comment with everything that is written with one, by one statement: $1 the viewer's principals, $2 its organisation,
-- $3 the moment, $4 the lead, $5 the person, $6 the body, $7 the key, $8 the new ids of comment, entry, event and audit
-- entry.
WITH found AS (
  SELECT l.id, l.priority
  FROM lead l
  WHERE l.id = $4
    AND EXISTS (
      SELECT 1 FROM audience a WHERE a.kind = 'lead' AND a.object_id = l.id AND a.principal = ANY ($1)
        AND a.valid_until > $3)
    AND NOT EXISTS (SELECT 1 FROM wall w WHERE w.root_id = l.id AND w.organization_id = $2)
  FOR UPDATE
), readers AS (
  SELECT a.principal, a.valid_until, f.id, f.priority
  FROM found f
  JOIN audience a ON a.kind = 'lead' AND a.object_id = f.id
  WHERE a.principal = 'user:' || replace($5::uuid::text, '-', '')
    OR a.principal LIKE 'own:' || replace($2::uuid::text, '-', '') || '%'
    OR a.principal = 'svc:' || replace($2::uuid::text, '-', '')
), once AS (
  INSERT INTO idempotency_key (person_id, mutation, key, input_hash, result_ids, created_at)
  SELECT $5, 'addComment', $7, encode(sha256(($4::uuid::text || $6)::bytea), 'hex'), '["' || ($8::uuid[])[1] || '"]', $3 FROM found
), said AS (
  INSERT INTO comment (id, lead_id, author_id, organization_id, body, for_all_viewers, attribution_allowed, created_at)
  SELECT ($8::uuid[])[1], f.id, $5, $2, $6, false, false, $3 FROM found f
), entry AS (
  INSERT INTO timeline_entry (id, lead_id, kind, at, actor_id, organization_id, visibility, comment_id)
  SELECT ($8::uuid[])[2], f.id, 'COMMENTED', $3, $5, $2, 'COMMENT', ($8::uuid[])[1] FROM found f
), seen AS (
  INSERT INTO audience (kind, object_id, root_id, principal, valid_until, open, created_at, due_at, priority)
  SELECT k.kind, ($8::uuid[])[k.place], r.id, r.principal, r.valid_until, false, $3, 9223372036854775807, r.priority
  FROM readers r, (VALUES ('comment', 1), ('entry', 2)) AS k(kind, place)
), words AS (
  INSERT INTO search_document (kind, object_id, root_id, tokens)
  SELECT 'comment', ($8::uuid[])[1], f.id, to_tsvector('simple', $6) FROM found f
), event AS (
  INSERT INTO outbox (id, kind, root_id, object_id, principals, payload, created_at)
  SELECT ($8::uuid[])[3], 'COMMENTED', f.id, ($8::uuid[])[2],
    (SELECT json_agg(r.principal)::text FROM readers r), json_build_object('comment', ($8::uuid[])[1])::text, $3
  FROM found f
), audited AS (
  INSERT INTO audit_entry (id, at, actor_id, organization_id, category, action, object_kind, object_id, root_id, detail)
  SELECT ($8::uuid[])[4], $3, $5, $2, 'CONTENT', 'addComment', 'comment', ($8::uuid[])[1], f.id, '{}' FROM found f
), pending AS (
  INSERT INTO audit_pending (entry_id) SELECT ($8::uuid[])[4] FROM found
)
SELECT p.name AS author, o.name AS home
FROM found, person p JOIN organization o ON o.id = p.organization_id
WHERE p.id = $5
