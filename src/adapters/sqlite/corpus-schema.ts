/** Tables of a generation's `corpus.sqlite`. Ordinals and rows are dense from 0; offsets count UTF-16 units. Articles of which nothing was drawn out have no facts. */
export const corpusSchema = `
  CREATE TABLE documents (
    document_ordinal INTEGER PRIMARY KEY,
    document_id TEXT NOT NULL UNIQUE,
    file TEXT NOT NULL,
    source_file TEXT NOT NULL,
    digest_sha256 TEXT NOT NULL,
    first_article INTEGER NOT NULL,
    end_article INTEGER NOT NULL,
    passages INTEGER NOT NULL
  );
  CREATE TABLE source_files (
    path TEXT PRIMARY KEY,
    file TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    reader TEXT NOT NULL,
    is_complete INTEGER NOT NULL,
    skipped_json TEXT NOT NULL
  );
  CREATE TABLE articles (
    article_ordinal INTEGER PRIMARY KEY,
    article_id TEXT NOT NULL,
    document_id TEXT NOT NULL,
    ordinal_in_document INTEGER NOT NULL,
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    meeting TEXT NOT NULL,
    date_iso TEXT,
    kind TEXT NOT NULL,
    source TEXT NOT NULL,
    file TEXT NOT NULL,
    first_row INTEGER NOT NULL,
    end_row INTEGER NOT NULL
  );
  CREATE TABLE article_texts (
    article_ordinal INTEGER PRIMARY KEY,
    text TEXT NOT NULL,
    lines_json TEXT NOT NULL
  );
  CREATE TABLE article_facts (
    article_ordinal INTEGER PRIMARY KEY,
    people_json TEXT NOT NULL,
    figures_json TEXT NOT NULL
  );
  CREATE TABLE passages (
    row INTEGER PRIMARY KEY,
    passage_id TEXT NOT NULL UNIQUE,
    article_ordinal INTEGER NOT NULL,
    ordinal_in_article INTEGER NOT NULL,
    start_offset INTEGER NOT NULL,
    end_offset INTEGER NOT NULL,
    heading TEXT NOT NULL,
    text TEXT NOT NULL,
    place_file TEXT NOT NULL,
    place_page INTEGER,
    place_start_line INTEGER NOT NULL,
    place_end_line INTEGER NOT NULL
  );
`;

/** Written to `PRAGMA user_version`. */
export const corpusSchemaVersion = 3;
