import type { programContract } from '../../../../shared/features/program/contract.ts'
import { programId, roomId } from '../../../../shared/ids.ts'
import { DomainError, found, foundIn } from '../../domain-error.ts'
import type { Handlers } from '../../scope.ts'
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

  save({ db, record }, { id, program }) {
    const taken = listPrograms(db).find(row => row.title === program.title && row.id !== id)
    if (taken) throw new DomainError({ code: 'name_taken', entity: 'program', name: program.title })
    if (id === null) {
      const created = programId.parse(insertProgram(db, program))
      record('program', created, null, program)
      return { id: created }
    }
    const before = found(findProgram(db, id), 'program')
    updateProgram(db, id, program)
    record('program', id, before, program)
    return { id }
  },

  rooms: ({ db }) => listRooms(db),

  saveRoom({ db, record }, { id, room }) {
    const rooms = listRooms(db)
    if (rooms.some(row => row.name === room.name && row.id !== id)) {
      throw new DomainError({ code: 'name_taken', entity: 'room', name: room.name })
    }
    if (id === null) {
      const created = roomId.parse(insertRoom(db, room))
      record('room', created, null, room)
      return { id: created }
    }
    const before = foundIn(rooms, candidate => candidate.id === id, 'room')
    updateRoom(db, id, room)
    record('room', id, before, room)
    return { id }
  },
}
