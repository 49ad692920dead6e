import { addDays } from '../../../shared/kernel/plain-date.ts'
import type { Act } from '../act.ts'
import { cohorts, instructors, soon } from './classes.ts'
import { reason } from './people.ts'

const credential = { registration: '', lsp: 'LSP Contoh', licence: '', scheme: 'Penata Rias' }

export const centreActs: Act[] = [
  {
    name: 'takes an instructor in',
    weight: 3,
    plan: (_office, choose) => ({
      operation: 'instructor.save',
      input: {
        id: null,
        instructor: { name: choose.of('Rina', 'Dian', 'Sri'), nip: '', institution: '', phone: '', active: true },
      },
    }),
  },
  {
    name: 'enters a credential',
    weight: 5,
    plan(office, choose) {
      const owner = choose.one(instructors(office))
      if (!owner) return null
      const issued = addDays(office.today, choose.of(-400, -30, 5, 20))
      return {
        operation: 'instructor.saveCredential',
        input: {
          instructorId: owner.id,
          id: null,
          credential: {
            ...credential,
            kind: choose.of('TEKNIS', 'TEKNIS', 'METODOLOGI'),
            number: `${choose.number(100_000)} 1 2026`,
            trades: choose.of(['TR', 'TB'], ['TR'], ['TB']),
            issued,
            validUntil: addDays(issued, choose.of(1095, 420, 60)),
          },
        },
      }
    },
  },
  {
    name: 'corrects a credential',
    weight: 3,
    plan(office, choose) {
      const row = choose.one(
        office.rows<{ id: number; instructorId: number; kind: string; number: string }>(
          'SELECT id, instructor_id AS instructorId, kind, number FROM credential ORDER BY id DESC',
        ),
      )
      if (!row) return null
      const issued = addDays(office.today, choose.of(-400, -30, 5, 20))
      const { id, instructorId, kind, number } = row
      return {
        operation: 'instructor.saveCredential',
        input: {
          instructorId,
          id,
          credential: {
            ...credential,
            kind,
            number,
            trades: choose.of(['TR', 'TB'], ['TR'], ['TB']),
            issued,
            validUntil: addDays(issued, choose.of(1095, 420, 60)),
          },
        },
      }
    },
  },
  {
    name: 'removes a credential',
    weight: 1,
    plan(office, choose) {
      const row = choose.one(office.rows<{ id: number }>('SELECT id FROM credential ORDER BY id DESC'))
      return row ? { operation: 'instructor.removeCredential', input: row } : null
    },
  },
  {
    name: 'enters a leave',
    weight: 3,
    plan(office, choose) {
      const owner = choose.one(instructors(office))
      const from = soon(office, choose)
      return owner
        ? {
            operation: 'instructor.saveLeave',
            input: {
              instructorId: owner.id,
              id: null,
              leave: { from, until: addDays(from, choose.number(4)), reason },
            },
          }
        : null
    },
  },
  {
    name: 'removes a leave',
    weight: 1,
    plan(office, choose) {
      const row = choose.one(office.rows<{ id: number }>('SELECT id FROM instructor_leave ORDER BY id DESC'))
      return row ? { operation: 'instructor.removeLeave', input: row } : null
    },
  },
  {
    name: 'adds an activity',
    weight: 1,
    plan: (office, choose) => ({
      operation: 'activity.save',
      input: {
        id: null,
        activity: {
          budgetYear: Number(office.today.slice(0, 4)) + choose.number(2),
          number: 1 + choose.number(24),
          fundingSource: 'APBD',
          title: 'Pelatihan',
          trade: choose.of('TR', 'TB'),
          budgetActivity: '',
          budgetSubActivity: '',
          accountCode: '',
          budget: 1_000_000,
        },
      },
    }),
  },
  {
    name: 'gives a class to an activity',
    weight: 2,
    plan(office, choose) {
      const cohort = choose.one(cohorts(office))
      const activity = choose.one(office.rows<{ id: number }>('SELECT id FROM activity ORDER BY id DESC'))
      return cohort && activity
        ? {
            operation: 'activity.assign',
            input: { code: cohort.code, activityId: choose.chance(5) ? null : activity.id },
          }
        : null
    },
  },
  {
    name: 'spends money',
    weight: 2,
    plan(office, choose) {
      const activity = choose.one(office.rows<{ id: number }>('SELECT id FROM activity ORDER BY id DESC'))
      const spending = {
        date: office.today,
        description: 'Bahan',
        amount: 1 + choose.number(700_000),
        evidence: 'SP2D',
      }
      return activity ? { operation: 'activity.saveSpending', input: { activityId: activity.id, spending } } : null
    },
  },
  {
    name: 'takes a spending back',
    weight: 1,
    plan(office, choose) {
      const row = choose.one(office.rows<{ id: number }>('SELECT id FROM spending ORDER BY id DESC'))
      return row ? { operation: 'activity.reverseSpending', input: { id: row.id, reason } } : null
    },
  },
  {
    name: 'enters a day off that moves nobody',
    weight: 1,
    plan: (office, choose) => ({
      operation: 'calendar.saveDay',
      input: {
        id: null,
        day: {
          date: soon(office, choose),
          kind: choose.of('national_holiday', 'joint_leave', 'centre_closure'),
          name: 'Libur',
          source: '',
          certain: true,
        },
      },
    }),
  },
  {
    name: 'adds a room',
    weight: 1,
    plan: (office, choose) =>
      office.rows('SELECT 1 FROM room').length > 8
        ? null
        : {
            operation: 'program.saveRoom',
            input: {
              id: null,
              room: { name: `Ruang ${choose.number(500)}`, capacity: 20, note: '', trades: [], active: true },
            },
          },
  },
]
