-- One product verification, as commands/applications/verify_product.rs does it: the statements
-- are those that PostgreSQL logged for it (log_statement = 'all'), in order, with pgbench's
-- variables in place of the values. To renew it, log one verification again.
--
-- From outside: turn (0 at first), clients, first_account. The hash of a code is its number here.
\set turn :turn + 1
\set unused (:turn - 1) * :clients + :client_id
\set code :unused / 7 * 10 + :unused % 7 + 1
\set account :first_account + :client_id
\set request_key :turn
\set now 1795399200000

BEGIN;
UPDATE "account" SET "version" = "version" + 1 WHERE "account"."id" = :account;
SELECT "application"."id", "application"."number", "application"."kind", "application"."account_id",
    "application"."status", "application"."status_at", "application"."submitted_at", "application"."due_at",
    "application"."due_is_provisional", "application"."was_submitted", "application"."entity_id",
    "application"."website_id", "application"."access_id", "application"."server_id",
    "application"."code_id", "application"."public_ip", "application"."domain", "application"."entity_name",
    "application"."form_encrypted", "application"."license_password_encrypted",
    "application"."password_accepted_at", "application"."checks", "application"."rejection_encrypted",
    "application"."reviewed_encrypted", "application"."hold_reason", "application"."claimed_by",
    "application"."claimed_at", "application"."reminded_days", "application"."request_key",
    "application"."created_at", "application"."updated_at", "application"."version" FROM "application" WHERE
    "application"."account_id" = :account AND "application"."request_key" = :request_key LIMIT 1;
SELECT "attempt"."key", "attempt"."count", "attempt"."resets_at" FROM "attempt" WHERE "attempt"."key" =
    :account AND "attempt"."resets_at" > :now LIMIT 1;
SELECT "authorization_code"."id" AS "A_id", "authorization_code"."server_id" AS "A_server_id",
    "authorization_code"."account_id" AS "A_account_id", "authorization_code"."code_hash" AS "A_code_hash",
    "authorization_code"."code_encrypted" AS "A_code_encrypted", "authorization_code"."status" AS
    "A_status", "authorization_code"."reason" AS "A_reason", "authorization_code"."status_at" AS
    "A_status_at", "authorization_code"."disabled_by" AS "A_disabled_by",
    "authorization_code"."holder_application_id" AS "A_holder_application_id",
    "authorization_code"."holder_account_id" AS "A_holder_account_id", "authorization_code"."held_since_at"
    AS "A_held_since_at", "authorization_code"."applied_at" AS "A_applied_at",
    "authorization_code"."expires_at" AS "A_expires_at", "authorization_code"."note" AS "A_note",
    "authorization_code"."note_encrypted" AS "A_note_encrypted", "authorization_code"."version" AS
    "A_version", "cloud_server"."id" AS "B_id", "cloud_server"."account_id" AS "B_account_id",
    "cloud_server"."external_id" AS "B_external_id", "cloud_server"."name" AS "B_name",
    "cloud_server"."region" AS "B_region", "cloud_server"."mainland" AS "B_mainland",
    "cloud_server"."billing" AS "B_billing", "cloud_server"."state" AS "B_state",
    "cloud_server"."term_starts_on" AS "B_term_starts_on", "cloud_server"."term_ends_on" AS
    "B_term_ends_on", "cloud_server"."public_ip" AS "B_public_ip", "cloud_server"."codes_issued" AS
    "B_codes_issued", "cloud_server"."updated_at" AS "B_updated_at", "cloud_server"."version" AS "B_version"
    FROM "authorization_code" INNER JOIN "cloud_server" ON "authorization_code"."server_id" =
    "cloud_server"."id" WHERE "authorization_code"."code_hash" = :code LIMIT 1 \gset
SELECT "entity"."id", "entity"."account_id", "entity"."state", "entity"."name", "entity"."license_number",
    "entity"."authority_id", "entity"."detail_encrypted", "entity"."created_at", "entity"."version" FROM
    "entity" WHERE "entity"."account_id" = :account AND "entity"."state" = 'licensed' ORDER BY "entity"."id"
    ASC LIMIT 1;
INSERT INTO "application_number" ("prefix", "day", "last") VALUES ('NA', '20261123', 1) ON CONFLICT
    ("prefix", "day") DO UPDATE SET "last" = "application_number"."last" + 1 RETURNING "last" \gset
INSERT INTO "application" ("number", "kind", "account_id", "status", "status_at", "server_id", "code_id",
    "public_ip", "entity_name", "form_encrypted", "request_key", "created_at", "updated_at") VALUES (:last,
    'new_access', :account, 'draft', :now, :A_server_id, :A_id, :B_public_ip, '', decode(repeat('a5',
    562), 'hex'), :request_key, :now, :now) RETURNING "id", "number", "kind", "account_id", "status",
    "status_at", "submitted_at", "due_at", "due_is_provisional", "was_submitted", "entity_id", "website_id",
    "access_id", "server_id", "code_id", "public_ip", "domain", "entity_name", "form_encrypted",
    "license_password_encrypted", "password_accepted_at", "checks", "rejection_encrypted",
    "reviewed_encrypted", "hold_reason", "claimed_by", "claimed_at", "reminded_days", "request_key",
    "created_at", "updated_at", "version" \gset application_
UPDATE "authorization_code" SET "status" = 'licensing', "reason" = NULL, "status_at" = :now, "disabled_by" =
    NULL, "holder_application_id" = :application_id, "holder_account_id" = :account, "held_since_at" = :now,
    "version" = :A_version + 1 WHERE "authorization_code"."id" = :A_id AND "authorization_code"."version" =
    :A_version;
INSERT INTO "audit_event" ("at", "actor", "actor_account_id", "kind", "subject", "subject_id",
    "application_id", "account_id", "detail", "note_encrypted") VALUES (:now, 'account', :account,
    'application.created', 'application', :application_id, :application_id, :account, '{}', NULL), (:now,
    'account', :account, 'code.reserved', 'authorization_code', :A_id, :application_id, :A_account_id,
    '{"from": "unused","to": "licensing"}', NULL), (:now, 'account', :account,
    'application.product_verified', 'application', :application_id, :application_id, :account, '{"by_code":
    true,"server": "vm-00000"}', NULL);
COMMIT;
