import type { programContract } from '../../../../shared/features/program/contract.ts'
import { programDraft, roomDraft } from '../../../../shared/features/program/contract.ts'
import { programId, roomId } from '../../../../shared/ids.ts'
import { DomainError, found, foundIn } from '../../domain-error.ts'
import type { Handlers } from '../../scope.ts'
import { joinForm } from '../desk/join-record.ts'
import {
  findProgram,
  insertProgram,
  insertRoom,
  listPrograms,
  listRooms,
  updateProgram,
  updateRoom,
} from './program-store.ts'

export const programHandlers: Handlers<typeof programContract> = {
  list: ({ db }) => listPrograms(db),

  get: ({ db }, { id }) => found(findProgram(db, id), 'program'),

  save({ db, record }, { id, program: mine, seen }) {
    const stored = id === null ? null : found(findProgram(db, id), 'program')
    const form = { entity: 'program', id, schema: programDraft, seen, stored, mine }
    const { values: program, joined } = joinForm(db, form)
    const taken = listPrograms(db).find(row => row.title === program.title && row.id !== id)
    if (taken) throw new DomainError({ code: 'name_taken', entity: 'program', name: program.title })
    const saved = id ?? programId.parse(insertProgram(db, program))
    if (id !== null) updateProgram(db, id, program)
    record('program', saved, stored, program)
    return { id: saved, joined }
  },

  rooms: ({ db }) => listRooms(db),

  saveRoom({ db, record }, { id, room: mine, seen }) {
    const rooms = listRooms(db)
    const stored = id === null ? null : foundIn(rooms, candidate => candidate.id === id, 'room')
    const form = { entity: 'room', id, schema: roomDraft, seen, stored, mine }
    const { values: room, joined } = joinForm(db, form)
    if (rooms.some(row => row.name === room.name && row.id !== id)) {
      throw new DomainError({ code: 'name_taken', entity: 'room', name: room.name })
    }
    const saved = id ?? roomId.parse(insertRoom(db, room))
    if (id !== null) updateRoom(db, id, room)
    record('room', saved, stored, room)
    return { id: saved, joined }
  },
}
