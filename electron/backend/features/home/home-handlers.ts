import type { homeContract } from '../../../../shared/features/home/contract.ts'
import { readBackupNotes } from '../../bundle/backup-notes.ts'
import type { Handlers } from '../../scope.ts'
import { readFollowUps } from '../alumni/read-follow-ups.ts'
import { getCentre } from '../centre/centre-store.ts'
import { firstSteps } from './home-store.ts'
import { readOverview } from './read-overview.ts'
import { search } from './search-store.ts'

const callsShown = 8

export const homeHandlers: Handlers<typeof homeContract> = {
  overview: readOverview,

  overdueCalls({ db, today }) {
    const { rows, total } = readFollowUps(db, today, { view: 'due', trade: null, month: null, limit: callsShown })
    return { count: total, rows, centre: getCentre(db).name }
  },

  firstSteps: async ({ read, workspace, today }) => ({
    ...read(({ db }) => firstSteps(db, today)),
    backup: readBackupNotes(workspace.folder).places.filter(place => place.lastAt !== null).length,
  }),

  search: ({ db }, { text }) => search(db, text),
}
