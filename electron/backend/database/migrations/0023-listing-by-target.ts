/** The list of everybody who is poor, in its order: without these indexes all people were walked past to count them. */
export const listingByTarget = /* sql */ `
CREATE INDEX listing_by_poor ON trainee_listing (words, trainee_id, state, birth_date) WHERE newest = 1 AND poor = 1;
CREATE INDEX listing_by_extreme_poor ON trainee_listing (words, trainee_id, state, birth_date) WHERE newest = 1 AND extreme_poor = 1;
`
