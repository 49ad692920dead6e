import type {
  DuplicateCounts,
  DuplicatePair,
  DuplicateSide,
  DuplicateView,
  MergeRow,
} from '../../../../shared/features/duplicate/contract.ts'
import { likelyFrom, likenessReasons } from '../../../../shared/features/trainee/name/likeness.ts'
import { maskNik } from '../../../../shared/features/trainee/nik/nik.ts'
import type { MergeId, TraineeId } from '../../../../shared/ids.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase, WriteDatabase } from '../../database/connection.ts'
import { findVillage } from '../../region/villages.ts'

type Decision = { at: string; by: string }
type Pair = { first: TraineeId; second: TraineeId; at: string | null; by: string | null }
type Person = { id: TraineeId; nik: string; name: string; birthDate: PlainDate; familyCard: string; phone: string }
type PersonRow = Person & { villageCode: string | null; classes: number }

const undecided = `NOT EXISTS (SELECT 1 FROM different_people AS decided
  WHERE decided.first_id = possible_double.first_id AND decided.second_id = possible_double.second_id)`

const pairsOf: Record<DuplicateView, string> = {
  likely: `SELECT first_id AS first, second_id AS second, NULL AS at, NULL AS by FROM possible_double
    WHERE likeness >= ${likelyFrom} AND ${undecided} ORDER BY likeness DESC, first_id, second_id`,
  near: `SELECT first_id AS first, second_id AS second, NULL AS at, NULL AS by FROM possible_double
    WHERE likeness < ${likelyFrom} AND ${undecided} ORDER BY likeness DESC, first_id, second_id`,
  different: `SELECT first_id AS first, second_id AS second, decided_at AS at, decided_by AS by FROM different_people
    ORDER BY decided_at DESC, first_id, second_id`,
}

export function countDuplicates(db: ReadDatabase): DuplicateCounts {
  const count = (rows: string) => db.value<number>(`SELECT count(*) FROM (${rows})`)
  // Counted by subtraction, because of hundreds of thousands of pairs few are decided.
  const waiting = (which: string) =>
    count(`SELECT 1 FROM possible_double WHERE ${which}`) -
    count(`SELECT 1 FROM different_people CROSS JOIN possible_double USING (first_id, second_id) WHERE ${which}`)
  return {
    likely: waiting(`likeness >= ${likelyFrom}`),
    near: waiting(`likeness < ${likelyFrom}`),
    different: count('SELECT 1 FROM different_people'),
    merged: count('SELECT 1 FROM trainee_merge'),
  }
}

export function listDuplicates(db: ReadDatabase, view: DuplicateView, limit: number, offset: number): DuplicatePair[] {
  return db.all<Pair>(`${pairsOf[view]} LIMIT ? OFFSET ?`, [limit, offset]).map(({ first, second, at, by }) => {
    const [one, other] = [personOf(db, first), personOf(db, second)]
    return {
      first: sideOf(one),
      second: sideOf(other),
      reasons: likenessReasons(one, other),
      decided: at === null || by === null ? null : { at, by },
    }
  })
}

function personOf(db: ReadDatabase, id: TraineeId): PersonRow {
  const row = db.get<PersonRow>(
    `SELECT id, nik, name, birth_date AS birthDate, family_card AS familyCard, phone, village_code AS villageCode,
       (SELECT count(*) FROM enrolment WHERE trainee_id = trainee.id) AS classes
     FROM trainee WHERE id = ?`,
    [id],
  )
  if (!row) throw new Error(`a pair names trainee ${id}, who is not there`)
  return row
}

function sideOf({ id, name, nik, birthDate, villageCode, classes }: PersonRow): DuplicateSide {
  return { id, name, maskedNik: maskNik(nik), birthDate, village: findVillage(villageCode)?.village ?? null, classes }
}

/** Lower id first, as pairs are stored. */
export function inOrder(a: number, b: number): [number, number] {
  return a < b ? [a, b] : [b, a]
}

export function findDecision(db: ReadDatabase, a: number, b: number): Decision | null {
  return (
    db.get<Decision>(
      'SELECT decided_at AS at, decided_by AS by FROM different_people WHERE first_id = ? AND second_id = ?',
      inOrder(a, b),
    ) ?? null
  )
}

/** The first decision stays: repeating "bukan orang yang sama" changes neither author nor time. */
export function saveDecision(db: WriteDatabase, a: number, b: number, { at, by }: Decision): void {
  db.run('INSERT OR IGNORE INTO different_people (first_id, second_id, decided_at, decided_by) VALUES (?, ?, ?, ?)', [
    ...inOrder(a, b),
    at,
    by,
  ])
}

export function removeDecision(db: WriteDatabase, a: number, b: number): void {
  db.run('DELETE FROM different_people WHERE first_id = ? AND second_id = ?', inOrder(a, b))
}

/** People decided to be different from this one. */
export function decisionsAbout(db: ReadDatabase, id: number): (Decision & { other: number })[] {
  return db.all(
    `SELECT iif(first_id = @id, second_id, first_id) AS other, decided_at AS at, decided_by AS by
     FROM different_people WHERE first_id = @id OR second_id = @id`,
    { id },
  )
}

export function listMerges(db: ReadDatabase, limit: number, offset: number): MergeRow[] {
  type Row = {
    id: MergeId
    survivorId: TraineeId
    name: string
    nik: string
    awayName: string
    otherNik: string
    at: string
    by: string
  }
  return db
    .all<Row>(
      `SELECT trainee_merge.id, survivor_id AS survivorId, trainee.name, trainee.nik, away ->> 'name' AS awayName,
         other_nik AS otherNik, merged_at AS at, merged_by AS by
       FROM trainee_merge JOIN trainee ON trainee.id = survivor_id ORDER BY trainee_merge.id DESC LIMIT ? OFFSET ?`,
      [limit, offset],
    )
    .map(({ id, survivorId, name, nik, awayName, otherNik, at, by }) => ({
      id,
      survivor: { id: survivorId, name, maskedNik: maskNik(nik) },
      away: { name: awayName },
      otherNik: maskNik(otherNik),
      at,
      by,
    }))
}
