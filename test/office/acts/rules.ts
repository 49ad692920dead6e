import { defaultRules } from '../../../shared/features/centre/centre.ts'
import { addDays } from '../../../shared/kernel/plain-date.ts'
import type { Act } from '../act.ts'
import type { Office } from '../office.ts'
import { instructors } from './classes.ts'

type Room = { id: number; name: string; capacity: number; note: string }

const firstRooms = (office: Office) =>
  office.rows<Room>('SELECT id, name, capacity, note FROM room ORDER BY id DESC LIMIT 4')

/** What the centre decides itself: rules, officials, rooms, the calendar (except a late holiday). */
export const ruleActs: Act[] = [
  {
    name: 'changes the rules of the centre',
    weight: 1,
    plan(_office, choose) {
      const theoryWeight = choose.of(30, 40, 50)
      return {
        operation: 'centre.updateRules',
        input: {
          ...defaultRules,
          theoryWeight,
          practiceWeight: 100 - theoryWeight,
          minimumAttendance: choose.of(80, 75, 90),
          passMark: choose.of(7000, 6500),
          unitsRequired: choose.of(true, false),
          minutesPerHour: choose.of(45, 40),
          reserveUntilDay: choose.of(3, 0, 15),
          trainedWithin: choose.of('year', 'ever'),
          printPhoto: false,
        },
        must: true,
      }
    },
  },
  {
    name: 'has a new head',
    weight: 1,
    plan: (office, choose) => ({
      operation: 'centre.saveOfficer',
      input: {
        id: null,
        officer: {
          role: 'HEAD',
          prefix: '',
          title: 'Kepala UPT',
          name: choose.of('Endah Wulandari, S.E.', 'Drs. Hasan Basri'),
          rank: '',
          nip: '',
          validFrom: addDays(office.today, choose.of(0, 10)),
          validUntil: choose.chance(2) ? addDays(office.today, 200) : null,
        },
      },
    }),
  },
  {
    name: 'changes a room',
    weight: 1,
    plan(office, choose) {
      const room = choose.one(firstRooms(office))
      if (!room) return null
      const { id, ...facts } = room
      const changes = {
        capacity: choose.of(20, 16, 2),
        active: !choose.chance(4),
        trades: choose.of([], ['TR'], ['TB']),
      }
      return { operation: 'program.saveRoom', input: { id, room: { ...facts, ...changes } } }
    },
  },
  {
    name: 'strikes a day off the calendar, which moves nobody',
    weight: 1,
    plan(office, choose) {
      const day = choose.one(
        office.rows<{ id: number }>('SELECT id FROM day_off WHERE date BETWEEN @from AND @until ORDER BY date DESC', {
          from: addDays(office.today, -20),
          until: addDays(office.today, 60),
        }),
      )
      return day ? { operation: 'calendar.removeDay', input: day } : null
    },
  },
  {
    name: 'lets an instructor go, or come back',
    weight: 1,
    plan(office, choose) {
      const row = choose.one(
        office.rows<{ id: number; name: string; nip: string; institution: string; phone: string; active: number }>(
          'SELECT id, name, nip, institution, phone, active FROM instructor ORDER BY id DESC',
        ),
      )
      // Keep enough instructors to close a day.
      if (!row || (row.active === 1 && instructors(office).length < 3)) return null
      const { id, active, ...facts } = row
      return { operation: 'instructor.save', input: { id, instructor: { ...facts, active: active === 0 } } }
    },
  },
]
