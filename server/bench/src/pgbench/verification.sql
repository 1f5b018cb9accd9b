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

SELECT "attempt"."key", "attempt"."count", "attempt"."resets_at" FROM "attempt" WHERE "attempt"."key" = :account
    AND "attempt"."resets_at" > :now LIMIT 1;
BEGIN;
UPDATE "account" SET "version" = "version" + 1 WHERE "account"."id" = :account;
SELECT "application"."id", "application"."number", "application"."kind", "application"."account_id",
    "application"."status", "application"."status_at", "application"."submitted_at", "application"."due_at",
    "application"."due_is_provisional", "application"."was_submitted", "application"."entity_id",
    "application"."website_id", "application"."access_id", "application"."server_id", "application"."code_id",
    "application"."public_ip", "application"."domain", "application"."entity_name",
    "application"."form_encrypted", "application"."license_password_encrypted",
    "application"."password_accepted_at", "application"."checks", "application"."rejection_encrypted",
    "application"."hold_reason", "application"."claimed_by", "application"."claimed_at",
    "application"."reminded_days", "application"."request_key", "application"."created_at",
    "application"."updated_at", "application"."version" FROM "application" WHERE "application"."account_id" =
    :account AND "application"."request_key" = :request_key LIMIT 1;
SELECT "entity"."id", "entity"."account_id", "entity"."state", "entity"."name", "entity"."license_number",
    "entity"."authority_id", "entity"."detail_encrypted", "entity"."created_at", "entity"."version" FROM
    "entity" WHERE "entity"."account_id" = :account AND "entity"."state" = 'licensed' ORDER BY "entity"."id" ASC
    LIMIT 1;
INSERT INTO "application_number" ("prefix", "day", "last") VALUES ('NA', '20261123', 1) ON CONFLICT ("prefix",
    "day") DO UPDATE SET "last" = "application_number"."last" + 1;
SELECT "application_number"."prefix", "application_number"."day", "application_number"."last" FROM
    "application_number" WHERE "application_number"."prefix" = 'NA' AND "application_number"."day" = '20261123'
    LIMIT 1 \gset
INSERT INTO "application" ("number", "kind", "account_id", "status", "status_at", "entity_name",
    "form_encrypted", "request_key", "created_at", "updated_at") VALUES (:last, 'new_access', :account, 'draft',
    :now, '', decode(repeat('a5', 562), 'hex'), :request_key, :now, :now) RETURNING "id" \gset application_
SELECT "application"."id", "application"."number", "application"."kind", "application"."account_id",
    "application"."status", "application"."status_at", "application"."submitted_at", "application"."due_at",
    "application"."due_is_provisional", "application"."was_submitted", "application"."entity_id",
    "application"."website_id", "application"."access_id", "application"."server_id", "application"."code_id",
    "application"."public_ip", "application"."domain", "application"."entity_name",
    "application"."form_encrypted", "application"."license_password_encrypted",
    "application"."password_accepted_at", "application"."checks", "application"."rejection_encrypted",
    "application"."hold_reason", "application"."claimed_by", "application"."claimed_at",
    "application"."reminded_days", "application"."request_key", "application"."created_at",
    "application"."updated_at", "application"."version" FROM "application" WHERE "application"."id" =
    :application_id LIMIT 1;
INSERT INTO "audit_event" ("at", "actor", "actor_account_id", "kind", "subject", "subject_id", "application_id",
    "account_id", "detail", "note_encrypted") VALUES (:now, 'account', :account, 'application.created',
    'application', :application_id, :application_id, :account, '{}', NULL);
SELECT "authorization_code"."id", "authorization_code"."server_id", "authorization_code"."account_id",
    "authorization_code"."code_hash", "authorization_code"."code_encrypted", "authorization_code"."status",
    "authorization_code"."reason", "authorization_code"."status_at", "authorization_code"."disabled_by",
    "authorization_code"."holder_application_id", "authorization_code"."holder_account_id",
    "authorization_code"."held_since_at", "authorization_code"."applied_at", "authorization_code"."expires_at",
    "authorization_code"."version" FROM "authorization_code" WHERE "authorization_code"."code_hash" = :code
    LIMIT 1 \gset code_
SELECT "cloud_server"."id", "cloud_server"."account_id", "cloud_server"."external_id", "cloud_server"."name",
    "cloud_server"."region", "cloud_server"."mainland", "cloud_server"."billing", "cloud_server"."state",
    "cloud_server"."term_starts_on", "cloud_server"."term_ends_on", "cloud_server"."public_ip",
    "cloud_server"."codes_issued", "cloud_server"."updated_at", "cloud_server"."version" FROM "cloud_server"
    WHERE "cloud_server"."id" = :code_server_id LIMIT 1 \gset server_
SELECT "cloud_server"."id", "cloud_server"."account_id", "cloud_server"."external_id", "cloud_server"."name",
    "cloud_server"."region", "cloud_server"."mainland", "cloud_server"."billing", "cloud_server"."state",
    "cloud_server"."term_starts_on", "cloud_server"."term_ends_on", "cloud_server"."public_ip",
    "cloud_server"."codes_issued", "cloud_server"."updated_at", "cloud_server"."version" FROM "cloud_server"
    WHERE "cloud_server"."id" = :code_server_id LIMIT 1 \gset server_
UPDATE "authorization_code" SET "status" = 'licensing', "reason" = NULL, "status_at" = :now, "disabled_by" =
    NULL, "holder_application_id" = :application_id, "holder_account_id" = :account, "held_since_at" = :now,
    "version" = :code_version + 1 WHERE "authorization_code"."id" = :code_id AND "authorization_code"."version"
    = :code_version;
INSERT INTO "audit_event" ("at", "actor", "actor_account_id", "kind", "subject", "subject_id", "application_id",
    "account_id", "detail", "note_encrypted") VALUES (:now, 'account', :account, 'code.reserved',
    'authorization_code', :code_id, :application_id, :code_account_id, '{"from": "unused","to": "licensing"}',
    NULL);
UPDATE "application" SET "server_id" = :code_server_id, "code_id" = :code_id, "public_ip" = :server_public_ip,
    "updated_at" = :now, "version" = 2 WHERE "application"."id" = :application_id AND "application"."version" =
    1;
INSERT INTO "audit_event" ("at", "actor", "actor_account_id", "kind", "subject", "subject_id", "application_id",
    "account_id", "detail", "note_encrypted") VALUES (:now, 'account', :account, 'application.product_verified',
    'application', :application_id, :application_id, :account, '{"by_code": true,"server": "vm-00000"}', NULL);
COMMIT;
