// SQL shared by several areas of the schema.

export const trades = `('TR', 'TB', 'PR', 'LP', 'HK', 'LS', 'CT', 'SM')`

/** Kinds of days off, without weekends. */
export const dayOffKinds = `('national_holiday', 'joint_leave', 'regional_holiday', 'centre_closure')`

export const targetSources = `('DTSEN', 'DTKS', 'P3KE', 'SKTM', 'SURAT')`

/** Default predicates of final scores, in hundredths. */
export const usualPredicates = `'[{"from":9000,"label":"Sangat Baik"},{"from":8000,"label":"Baik"},{"from":7000,"label":"Cukup"},{"from":0,"label":"Kurang"}]'`

/** Rows can be inserted, but never changed or deleted. */
export function appendOnly(table: string): string {
  return `
CREATE TRIGGER ${table}_kept BEFORE UPDATE ON ${table} BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER ${table}_stays BEFORE DELETE ON ${table} BEGIN SELECT RAISE(ABORT, 'append_only'); END;`
}

/** For a table with trainee_id: no writes while the person's data is closed. */
export function closedWithPerson(table: string): string {
  return closed(table, 'trainee_closed', row => `SELECT 1 FROM closed_trainee WHERE trainee_id = ${row}.trainee_id`)
}

/** For a table with enrolment_id. */
export function closedWithEnrolment(table: string): string {
  return closed(
    table,
    'trainee_closed',
    row => `SELECT 1 FROM enrolment JOIN closed_trainee USING (trainee_id) WHERE enrolment.id = ${row}.enrolment_id`,
  )
}

/** Three triggers that refuse every write with this message if the query about the new or old row returns a row. */
export function closed(table: string, message: string, query: (row: 'NEW' | 'OLD') => string): string {
  return (['INSERT', 'UPDATE', 'DELETE'] as const)
    .map(
      event => `
CREATE TRIGGER ${table}_closed_to_${event.toLowerCase()} BEFORE ${event} ON ${table}
WHEN EXISTS (${query(event === 'INSERT' ? 'NEW' : 'OLD')})
BEGIN SELECT RAISE(ABORT, '${message}'); END;`,
    )
    .join('')
}

/** INSERT OR REPLACE deletes rows without firing DELETE triggers, so it is refused too. */
export function neverReplaced(table: string): string {
  return `${appendOnly(table)}
CREATE TRIGGER ${table}_not_replaced BEFORE INSERT ON ${table}
WHEN EXISTS (SELECT 1 FROM ${table} WHERE rowid = NEW.rowid)
BEGIN SELECT RAISE(ABORT, 'append_only'); END;`
}
