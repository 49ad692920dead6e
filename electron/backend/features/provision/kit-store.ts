import type { KitRow } from '../../../../shared/features/provision/contract.ts'
import { type ItemDraft, type ItemKind, itemKinds } from '../../../../shared/features/provision/provision.ts'
import type { ReadDatabase, WriteDatabase } from '../../database/connection.ts'

export function itemsOfCohort(db: ReadDatabase, cohortId: number): Record<ItemKind, ItemDraft[]> {
  const rows = db.all<ItemDraft & { kind: ItemKind }>(
    'SELECT kind, name, unit, amount FROM cohort_item WHERE cohort_id = ? ORDER BY kind, position',
    [cohortId],
  )
  const of = (wanted: ItemKind) => rows.filter(row => row.kind === wanted).map(({ kind: _, ...item }) => item)
  return Object.fromEntries(itemKinds.map(kind => [kind, of(kind)])) as Record<ItemKind, ItemDraft[]>
}

/** Replaces the items of that kind. */
export function writeItems(db: WriteDatabase, cohortId: number, kind: ItemKind, items: readonly ItemDraft[]): void {
  db.run('DELETE FROM cohort_item WHERE cohort_id = ? AND kind = ?', [cohortId, kind])
  items.forEach((item, index) => {
    db.insert('cohort_item', 'cohort_id, kind, position, name, unit, amount', {
      ...item,
      cohortId,
      kind,
      position: index + 1,
    })
  })
}

/** Members of the class in list order. */
export function kitsOfCohort(db: ReadDatabase, cohortId: number): KitRow[] {
  return db.all(
    `SELECT enrolment.id AS enrolmentId, enrolment.position, trainee.name, left_kind IS NOT NULL AS "left?",
         EXISTS (SELECT 1 FROM closed_trainee WHERE closed_trainee.trainee_id = trainee.id) AS "closed?",
         clothing_size AS clothingSize, shirt_size AS usualSize, coalesce(insurance_card, '') AS insuranceCard
       FROM enrolment JOIN trainee ON trainee.id = enrolment.trainee_id
       LEFT JOIN enrolment_kit ON enrolment_kit.enrolment_id = enrolment.id
       WHERE cohort_id = ? ORDER BY enrolment.position`,
    [cohortId],
  )
}

export function writeKit(
  db: WriteDatabase,
  { enrolmentId, clothingSize, insuranceCard }: Pick<KitRow, 'enrolmentId' | 'clothingSize' | 'insuranceCard'>,
): void {
  if (clothingSize === null && insuranceCard === '') {
    db.run('DELETE FROM enrolment_kit WHERE enrolment_id = ?', [enrolmentId])
    return
  }
  db.upsert('enrolment_kit', 'enrolment_id', 'clothing_size, insurance_card', {
    enrolmentId,
    clothingSize,
    insuranceCard,
  })
}
