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
    if (id === null) {
      const created = programId.parse(insertProgram(db, program))
      record('program', created, null, program)
      return { id: created, joined }
    }
    updateProgram(db, id, program)
    record('program', id, stored, program)
    return { id, joined }
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
    if (id === null) {
      const created = roomId.parse(insertRoom(db, room))
      record('room', created, null, room)
      return { id: created, joined }
    }
    updateRoom(db, id, room)
    record('room', id, stored, room)
    return { id, joined }
  },
}
