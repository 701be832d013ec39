CREATE TABLE region (
    vault_id TEXT NOT NULL,
    account  TEXT NOT NULL,
    region   TEXT NOT NULL
) STRICT;

CREATE TABLE keys (
    id              TEXT PRIMARY KEY,
    spec            TEXT    NOT NULL,
    usage           TEXT    NOT NULL,
    origin          TEXT    NOT NULL,
    manager         TEXT    NOT NULL,
    created         INTEGER NOT NULL,
    state           TEXT    NOT NULL,
    description     TEXT    NOT NULL,
    deletion_date   INTEGER,
    rotation_next   INTEGER,
    rotation_period INTEGER NOT NULL,
    rotation_count  INTEGER NOT NULL,
    policy          TEXT    NOT NULL,
    tags            BLOB    NOT NULL,
    multi_region    BLOB,
    custom_store    TEXT,
    -- when the first of its materials does; which it is stands with the materials
    expires         INTEGER,
    changed_by      INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX keys_by_rotation ON keys (rotation_next) WHERE rotation_next IS NOT NULL;
CREATE INDEX keys_by_deletion ON keys (deletion_date) WHERE deletion_date IS NOT NULL;
CREATE INDEX keys_by_expiry ON keys (expires) WHERE expires IS NOT NULL;
CREATE INDEX keys_by_store ON keys (custom_store) WHERE custom_store IS NOT NULL;

-- how many keys each manager has, so that the quota costs the same whatever their number
CREATE TABLE key_counts (
    manager TEXT PRIMARY KEY,
    count   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE materials (
    key_id      TEXT    NOT NULL REFERENCES keys (id),
    id          TEXT    NOT NULL,
    position    INTEGER NOT NULL,
    pending     INTEGER NOT NULL,
    substance   BLOB    NOT NULL,
    public_key  BLOB,
    created     INTEGER NOT NULL,
    rotation    TEXT,
    -- of imported material alone
    description TEXT,
    valid_to    INTEGER,
    changed_by  INTEGER NOT NULL,
    PRIMARY KEY (key_id, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE import_parameters (
    id         TEXT PRIMARY KEY,
    key_id     TEXT    NOT NULL REFERENCES keys (id),
    algorithm  TEXT    NOT NULL,
    spec       TEXT    NOT NULL,
    expires    INTEGER NOT NULL,
    wrapped    BLOB    NOT NULL,
    changed_by INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX import_parameters_by_key ON import_parameters (key_id);

CREATE TABLE aliases (
    name       TEXT PRIMARY KEY,
    key_id     TEXT    NOT NULL REFERENCES keys (id),
    created    INTEGER NOT NULL,
    updated    INTEGER NOT NULL,
    changed_by INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX aliases_by_key ON aliases (key_id);

-- anchor: derived from the constraints, for finding the grant that allows a request
CREATE TABLE grants (
    key_id      TEXT    NOT NULL REFERENCES keys (id),
    id          TEXT    NOT NULL,
    name        TEXT,
    created     INTEGER NOT NULL,
    grantee     TEXT    NOT NULL,
    grantee_id  TEXT    NOT NULL,
    retiring    TEXT,
    retiring_id TEXT,
    issuer      TEXT    NOT NULL,
    operations  INTEGER NOT NULL,
    constraints BLOB    NOT NULL,
    anchor      TEXT    NOT NULL,
    changed_by  INTEGER NOT NULL,
    PRIMARY KEY (key_id, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX grants_by_grantee ON grants (key_id, grantee, id, operations);
CREATE INDEX grants_by_anchor ON grants (key_id, grantee, anchor, id, operations);
CREATE INDEX grants_by_retiring ON grants (retiring, retiring_id, key_id, id) WHERE retiring IS NOT NULL;

CREATE TABLE grant_counts (
    key_id TEXT PRIMARY KEY REFERENCES keys (id),
    count  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE custom_key_stores (
    id         TEXT PRIMARY KEY,
    name       TEXT    NOT NULL,
    created    INTEGER NOT NULL,
    state      TEXT    NOT NULL,
    -- why connecting failed
    error      TEXT,
    backing    BLOB    NOT NULL,
    changed_by INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX custom_key_stores_by_name ON custom_key_stores (name);

-- what custom key stores may stand on
CREATE TABLE tokens (
    cluster_id   TEXT PRIMARY KEY,
    address      BLOB    NOT NULL,
    manufacturer TEXT    NOT NULL,
    model        TEXT    NOT NULL,
    trust_anchor TEXT,
    added        INTEGER NOT NULL,
    changed_by   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE identities (
    arn        TEXT PRIMARY KEY,
    principal  BLOB    NOT NULL,
    unique_id  TEXT    NOT NULL,
    policies   BLOB    NOT NULL,
    boundary   TEXT,
    role       BLOB,
    enabled    INTEGER NOT NULL,
    slot_id    TEXT,
    created    INTEGER NOT NULL,
    changed_by INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- user_id decides whose it is: the ARN is only a name
CREATE TABLE access_keys (
    id         TEXT PRIMARY KEY,
    user_arn   TEXT    NOT NULL REFERENCES identities (arn),
    user_id    TEXT    NOT NULL,
    status     TEXT    NOT NULL,
    created    INTEGER NOT NULL,
    secret     BLOB    NOT NULL,
    changed_by INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX access_keys_by_user ON access_keys (user_arn);

CREATE TABLE settings (
    name       TEXT PRIMARY KEY,
    value      TEXT    NOT NULL,
    changed_by INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- what other Regions still have to do for this one; one row for each thing, whose id is new with every change
CREATE TABLE outbox (
    target     TEXT    NOT NULL,
    kind       TEXT    NOT NULL,
    subject    TEXT    NOT NULL,
    id         TEXT    NOT NULL,
    payload    BLOB    NOT NULL,
    since      INTEGER NOT NULL,
    changed_by INTEGER NOT NULL,
    PRIMARY KEY (target, kind, subject)
) STRICT, WITHOUT ROWID;

-- what this Region has done for others and may be asked for again
CREATE TABLE applied (
    id         TEXT PRIMARY KEY,
    source     TEXT    NOT NULL,
    time       INTEGER NOT NULL,
    changed_by INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- what was encrypted here, as the files room tells it, for each key that opens it; a row outlives its key, to say what
-- can't be opened any more. In the order they became known, because message ids are random: whatever lies by them writes a
-- page for each of thousands of files
CREATE TABLE files (
    number      INTEGER PRIMARY KEY,
    -- the first eight bytes of message_id, to find it by: hardly two share them, and four times as many fit on a page
    tag         INTEGER NOT NULL,
    message_id  BLOB    NOT NULL,
    key_id      TEXT    NOT NULL,
    material_id TEXT    NOT NULL,
    size        INTEGER NOT NULL,
    encrypted   INTEGER NOT NULL,
    -- only if the person wants it remembered
    path        TEXT,
    salt        BLOB,
    changed_by  INTEGER NOT NULL
) STRICT;
CREATE INDEX files_by_tag ON files (tag);
CREATE INDEX files_by_material ON files (key_id, material_id);
CREATE INDEX files_by_path ON files (path) WHERE path IS NOT NULL;

CREATE TABLE row_digests (
    bucket   INTEGER NOT NULL,
    kind     TEXT    NOT NULL,
    identity TEXT    NOT NULL,
    digest   BLOB    NOT NULL,
    PRIMARY KEY (bucket, kind, identity)
) STRICT, WITHOUT ROWID;

-- NULL until the next checkpoint computes it anew
CREATE TABLE state_buckets (
    bucket INTEGER PRIMARY KEY,
    digest BLOB
) STRICT;

-- what rows have in common that searches go by, each once
CREATE TABLE audit_kinds (
    id        INTEGER PRIMARY KEY,
    name      TEXT    NOT NULL,
    source    TEXT    NOT NULL,
    principal TEXT    NOT NULL,
    effect    INTEGER NOT NULL,
    result    INTEGER NOT NULL,
    error     TEXT    NOT NULL,
    resources TEXT    NOT NULL
) STRICT;
CREATE UNIQUE INDEX audit_kinds_by_content ON audit_kinds (name, principal, resources, source, effect, result, error);

CREATE TABLE audit_resources (
    resource TEXT    NOT NULL,
    kind     INTEGER NOT NULL REFERENCES audit_kinds (id),
    PRIMARY KEY (resource, kind)
) STRICT, WITHOUT ROWID;

CREATE TABLE audit (
    number  INTEGER PRIMARY KEY,
    time    INTEGER NOT NULL,
    kind    INTEGER NOT NULL,
    changes INTEGER NOT NULL,
    hash    BLOB    NOT NULL,
    body    BLOB    NOT NULL
) STRICT;
CREATE INDEX audit_by_kind ON audit (kind);
CREATE INDEX audit_by_change ON audit (number) WHERE changes > 0;

-- how often what happened in each day, hour and minute, and between which rows; a kind below 0 is everything of one
-- effect and result
CREATE TABLE audit_days (
    kind  INTEGER NOT NULL,
    slot  INTEGER NOT NULL,
    count INTEGER NOT NULL,
    first INTEGER NOT NULL,
    last  INTEGER NOT NULL,
    PRIMARY KEY (kind, slot)
) STRICT, WITHOUT ROWID;
CREATE TABLE audit_hours (
    kind  INTEGER NOT NULL,
    slot  INTEGER NOT NULL,
    count INTEGER NOT NULL,
    first INTEGER NOT NULL,
    last  INTEGER NOT NULL,
    PRIMARY KEY (kind, slot)
) STRICT, WITHOUT ROWID;
CREATE TABLE audit_minutes (
    kind  INTEGER NOT NULL,
    slot  INTEGER NOT NULL,
    count INTEGER NOT NULL,
    first INTEGER NOT NULL,
    last  INTEGER NOT NULL,
    PRIMARY KEY (kind, slot)
) STRICT, WITHOUT ROWID;

-- several may stand at one row: at a thousand, at lock, at backup
CREATE TABLE checkpoints (
    id         INTEGER PRIMARY KEY,
    number     INTEGER NOT NULL,
    checkpoint BLOB    NOT NULL
) STRICT;
