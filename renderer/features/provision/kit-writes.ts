import type { KitRow } from '../../../shared/features/provision/contract.ts'
import { clothingSizes, insuranceCard, readClothingSize } from '../../../shared/features/provision/provision.ts'
import type { CellWrite } from './list-rows.ts'

type KitWrite = Pick<KitRow, 'enrolmentId'> & Partial<Pick<KitRow, 'clothingSize' | 'insuranceCard'>>

/** Parses typed or pasted cells into one entry a person, with the present values, and the texts that are no size or number. */
export function kitWrites(
  changes: readonly CellWrite[],
  rows: readonly KitRow[],
): { entries: KitWrite[]; before: KitWrite[]; rejected: string[] } {
  const kits = new Map<number, KitWrite>()
  const before = new Map<number, KitWrite>()
  const rejected: string[] = []
  for (const { rowKey, columnKey, text } of changes) {
    const row = rows.find(one => one.enrolmentId === rowKey)
    if (!row) continue
    const { enrolmentId } = row
    const old = before.get(enrolmentId) ?? { enrolmentId }
    const kit = kits.get(enrolmentId) ?? { enrolmentId }
    if (columnKey === 'size') {
      const size = readClothingSize(text)
      if (size === null && text.trim() !== '') {
        rejected.push(`“${text}” untuk ${row.name}: tulis ${clothingSizes.join(', ')}`)
        continue
      }
      kit.clothingSize = size
      old.clothingSize = row.clothingSize
    } else {
      const card = insuranceCard.safeParse(text)
      if (!card.success) {
        rejected.push(`“${text}” untuk ${row.name}: nomor kartu terdiri dari 8 sampai 16 angka`)
        continue
      }
      kit.insuranceCard = card.data
      old.insuranceCard = row.insuranceCard
    }
    kits.set(enrolmentId, kit)
    before.set(enrolmentId, old)
  }
  return { entries: [...kits.values()], before: [...before.values()], rejected }
}
