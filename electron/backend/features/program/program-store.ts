import type {
  Program,
  ProgramDraft,
  ProgramRow,
  Room,
  RoomDraft,
  UnitDraft,
} from '../../../../shared/features/program/contract.ts'
import type { TradeCode } from '../../../../shared/features/program/trades.ts'
import type { ReadDatabase, WriteDatabase } from '../../database/connection.ts'

export function listPrograms(db: ReadDatabase): ProgramRow[] {
  return db.all<ProgramRow>(
    `SELECT program.id, trade, program.title, active AS "active?", count(program_unit.code) AS units,
       coalesce(sum(theory_hours), 0) AS theoryHours, coalesce(sum(practice_hours), 0) AS practiceHours
     FROM program LEFT JOIN program_unit ON program_unit.program_id = program.id
     GROUP BY program.id ORDER BY trade, program.title`,
  )
}

export function findProgram(db: ReadDatabase, id: number): Program | undefined {
  const row = db.get<Omit<Program, 'units'>>(
    'SELECT id, trade, title, standard, active AS "active?" FROM program WHERE id = ?',
    [id],
  )
  return row && { ...row, units: programUnits(db, id) }
}

export function programUnits(db: ReadDatabase, programId: number): UnitDraft[] {
  const rows = db.all<Omit<UnitDraft, 'elements'> & { elements: string }>(
    `SELECT code, title, theory_hours AS theoryHours, practice_hours AS practiceHours, compulsory AS "compulsory?",
       (SELECT json_group_array(element.title ORDER BY element.position) FROM program_element AS element
        WHERE element.program_id = program_unit.program_id AND unit_position = program_unit.position) AS elements
     FROM program_unit WHERE program_id = ? ORDER BY position`,
    [programId],
  )
  return rows.map(row => ({ ...row, elements: JSON.parse(row.elements) as string[] }))
}

export function insertProgram(db: WriteDatabase, { units, ...program }: ProgramDraft): number {
  const id = db.insert('program', 'trade, title, standard, active', program)
  insertUnits(db, id, units)
  return id
}

/** Classes have their own copy of the units, so the list can be replaced. */
export function updateProgram(db: WriteDatabase, id: number, { units, ...program }: ProgramDraft): void {
  db.update('program', 'trade, title, standard, active', { ...program, id })
  db.run('DELETE FROM program_unit WHERE program_id = ?', [id])
  insertUnits(db, id, units)
}

function insertUnits(db: WriteDatabase, programId: number, units: UnitDraft[]): void {
  units.forEach(({ elements, ...unit }, index) => {
    db.insert('program_unit', 'program_id, position, code, title, theory_hours, practice_hours, compulsory', {
      ...unit,
      programId,
      position: index + 1,
    })
    elements.forEach((title, at) => {
      db.insert('program_element', 'program_id, unit_position, position, title', {
        programId,
        unitPosition: index + 1,
        position: at + 1,
        title,
      })
    })
  })
}

export function listRooms(db: ReadDatabase): Room[] {
  const rows = db.all<Omit<Room, 'trades'> & { trades: string | null }>(
    `SELECT id, name, capacity, note, active AS "active?", (SELECT group_concat(trade) FROM room_trade WHERE room_id = room.id) AS trades
     FROM room ORDER BY name`,
  )
  return rows.map(row => ({ ...row, trades: (row.trades?.split(',') ?? []) as TradeCode[] }))
}

export function insertRoom(db: WriteDatabase, { trades, ...room }: RoomDraft): number {
  const id = db.insert('room', 'name, capacity, note, active', room)
  writeRoomTrades(db, id, trades)
  return id
}

export function updateRoom(db: WriteDatabase, id: number, { trades, ...room }: RoomDraft): void {
  db.update('room', 'name, capacity, note, active', { ...room, id })
  db.run('DELETE FROM room_trade WHERE room_id = ?', [id])
  writeRoomTrades(db, id, trades)
}

function writeRoomTrades(db: WriteDatabase, id: number, trades: readonly TradeCode[]): void {
  for (const trade of new Set(trades)) db.insert('room_trade', 'room_id, trade', { roomId: id, trade })
}
