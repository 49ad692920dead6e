import { z } from 'zod'
import { type ProgramId, programId, type RoomId, roomId } from '../../ids.ts'
import { line, nothing, whole } from '../../kernel/schema.ts'
import { output, query, saving } from '../../operation.ts'
import { type TradeCode, tradeCodes } from './trades.ts'

const unitDraft = z
  .strictObject({
    code: line(24, 1),
    title: line(200, 1),
    theoryHours: whole(0, 200),
    practiceHours: whole(0, 200),
    compulsory: z.boolean(),
    /** Elements of the unit in order; empty if it is judged as a whole. */
    elements: z.array(line(200, 1)).max(20, { error: 'Paling banyak 20 elemen.' }).default([]),
  })
  .refine(unit => unit.theoryHours + unit.practiceHours > 0, {
    path: ['practiceHours'],
    error: 'Isi JP teori atau praktik.',
  })
export type UnitDraft = z.infer<typeof unitDraft>

export const programDraft = z
  .strictObject({
    trade: z.enum(tradeCodes),
    title: line(120, 1),
    /** Number and year of the SKKNI decree, free text. */
    standard: line(200),
    active: z.boolean(),
    units: z.array(unitDraft).max(60),
  })
  .refine(program => new Set(program.units.map(unit => unit.code)).size === program.units.length, {
    path: ['units'],
    error: 'Kode unit tidak boleh sama.',
  })
export type ProgramDraft = z.infer<typeof programDraft>

export type ProgramRow = {
  id: ProgramId
  trade: TradeCode
  title: string
  active: boolean
  units: number
  theoryHours: number
  practiceHours: number
}
export type Program = ProgramDraft & { id: ProgramId }

export const roomDraft = z.strictObject({
  name: line(60, 1),
  capacity: whole(1, 500),
  note: line(120),
  /** Trades that the room is equipped for; empty means all. */
  trades: z.array(z.enum(tradeCodes)).default([]),
  active: z.boolean(),
})
export type RoomDraft = z.infer<typeof roomDraft>
export type Room = RoomDraft & { id: RoomId }

export const programContract = {
  list: query('everyone', nothing, output<ProgramRow[]>()),
  get: query('everyone', { id: programId }, output<Program>()),
  save: saving('setting.change', 'Menyimpan program pelatihan', programId, { program: programDraft }),
  rooms: query('everyone', nothing, output<Room[]>()),
  saveRoom: saving('setting.change', 'Menyimpan ruang', roomId, { room: roomDraft }),
}
