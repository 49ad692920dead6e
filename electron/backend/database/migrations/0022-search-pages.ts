/**
 * Smaller pages of the search indexes. SQLite reads a list of rows backwards, the newest first, by noting every row of a page in a table
 * that it enlarges eight entries at a time: of 4,000 rows that takes longer than the search itself, of 500 it is not felt. Lists over
 * many pages can be skipped through besides.
 */
export const searchPages = /* sql */ `
INSERT INTO trainee_search (trainee_search, rank) VALUES ('pgsz', 512);
INSERT INTO trainee_search (trainee_search) VALUES ('delete-all');
INSERT INTO trainee_search (rowid, words) SELECT trainee_id, words FROM trainee_listing WHERE newest = 1 ORDER BY trainee_id;
INSERT INTO trainee_search (trainee_search) VALUES ('optimize');
INSERT INTO certificate_search (certificate_search, rank) VALUES ('pgsz', 512);
INSERT INTO certificate_search (certificate_search) VALUES ('delete-all');
INSERT INTO certificate_search (rowid, number) SELECT id, number || ' ' || sequence FROM certificate ORDER BY id;
INSERT INTO certificate_search (certificate_search) VALUES ('optimize');
`
