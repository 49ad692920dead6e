import type { SampleSession } from '../../../electron/backend/sample/sample-session.ts'
import { usualAid } from '../../../shared/features/alumni/aid.ts'
import { followUpMonths } from '../../../shared/features/alumni/follow-up.ts'
import type { Mark } from '../../../shared/features/attendance/mark.ts'
import type { ActivityId, InstructorId, OfficerId, ProgramId, RoomId } from '../../../shared/ids.ts'
import { traineeId } from '../../../shared/ids.ts'
import { addDays, type PlainDate, yearOf } from '../../../shared/kernel/plain-date.ts'
import { type ClassPlace, perClass, perReserve, personOf } from './class-places.ts'

export type ClassSetting = {
  people: number
  today: PlainDate
  officerId: OfficerId
  programId: ProgramId
  roomId: RoomId
  instructorId: InstructorId
  activityId: ActivityId
}

/** Seat → day → mark; everybody else is present. */
const absences: Record<number, Record<number, Mark>> = {
  1: { 2: 'A', 5: 'S' },
  4: { 7: 'I' },
  9: { 3: 'T' },
  12: { 9: 'S' },
}
/** The person in this seat does not pass. */
const weakSeat = 7
const followUp = { place: '', work: '', income: null, relevant: null, note: '' }

/** Plays one class from registration to the last follow-up of its graduates, through the operations that a person would use. */
export async function playClass(session: SampleSession, place: ClassPlace, setting: ClassSetting): Promise<void> {
  const { client } = session
  const { start } = place
  const { people, programId, roomId, instructorId, activityId } = setting
  const traineeIds = seats(people, place.index, perClass)
  const registration = place.registration ? await playRegistration(session, place, setting) : null

  session.setToday(addDays(start, -10))
  const { code } = await client.cohort.create({
    programId,
    start,
    week: 5,
    jointLeave: 'off',
    hours: 8,
    startTime: '08:00',
    endTime: '15:15',
    number: place.number,
    roomId,
    instructorId,
    traineeIds: registration === null ? traineeIds : [],
    decreeIssuer: 'Kepala Dinas',
    decreeNumber: `800/${place.index}`,
    decreeDate: addDays(start, -11),
    decreeSubject: 'Penetapan peserta',
    activity: '',
    fundingSource: '',
    activityId,
  })
  if (registration !== null) await client.registration.enrol({ id: registration, code })

  const { days } = await client.cohort.get({ code })
  const members = await client.cohort.trainees({ code })
  for (const { n, date } of days) {
    session.setToday(date)
    const exceptions = members.flatMap(({ enrolmentId, position }) => {
      const mark = absences[position - 1]?.[n]
      return mark ? [{ enrolmentId, mark, arrivedAt: mark === 'T' ? '08:40' : null, note: '' }] : []
    })
    await client.attendance.fillDay({ code, n, exceptions })
    await client.attendance.closeDay({ code, n, instructorId, teaching: true })
  }

  const end = days.at(-1)?.date ?? start
  session.setToday(addDays(end, 3))
  const { units, rows } = await client.score.grid({ code })
  await client.score.save({
    code,
    entries: rows.map(({ enrolmentId, position }) => ({
      enrolmentId,
      theory: position - 1 === weakSeat ? 5000 : 7800 + position * 10,
      practice: position - 1 === weakSeat ? 5200 : 8200,
      units: units.map(unit => ({ unitId: unit.id, result: 'K' as const })),
    })),
  })
  await client.score.close({ code })
  const decidedOn = addDays(end, 4)
  session.setToday(decidedOn)
  await client.graduation.decide({
    code,
    heldOn: decidedOn,
    place: 'Ruang Rapat',
    members: [{ name: 'Endah Kurniasih, S.E.', role: 'Ketua' }],
    overrides: [],
  })
  await playPapers(session, code, decidedOn, setting)
  await playYearAfter(session, place, code, decidedOn, setting)
}

function seats(people: number, index: number, count: number) {
  return Array.from({ length: count }, (_, seat) => traineeId.parse(personOf(people, index, seat)))
}

async function playRegistration({ client, setToday }: SampleSession, place: ClassPlace, setting: ClassSetting) {
  const opens = addDays(place.start, -28)
  setToday(opens)
  const { id } = await client.registration.save({
    id: null,
    registration: {
      title: `Pendaftaran ${place.index + 1}`,
      programId: setting.programId,
      cohortCode: null,
      year: yearOf(opens),
      opens,
      closes: addDays(opens, 7),
      quota: perClass,
      reserves: perReserve,
      keptPlaces: 0,
      keptActivityId: null,
      stages: [
        { kind: 'ADMINISTRATION', weight: 0, passLimit: null },
        { kind: 'TEST', weight: 60, passLimit: null },
        { kind: 'INTERVIEW', weight: 40, passLimit: null },
      ],
      meetings: [{ occasion: 'TEST', date: addDays(opens, 9), time: '08:30', place: 'Aula' }],
    },
  })
  await client.registration.apply({
    id,
    on: opens,
    traineeIds: seats(setting.people, place.index, perClass + perReserve),
  })
  setToday(addDays(opens, 10))
  const numbered = (await client.registration.get({ id })).applicants.toSorted((a, b) => a.number - b.number)
  await client.registration.saveResults({
    id,
    entries: numbered.map(one => ({
      applicantId: one.id,
      priority: one.priority,
      administration: true,
      test: 9000 - one.number * 100,
      interview: 8000,
    })),
  })
  const stipulation = {
    decreeNumber: `801/${place.index}`,
    decreeDate: addDays(opens, 10),
    officerId: setting.officerId,
  }
  await client.registration.stipulate({ id, stipulation })
  setToday(addDays(opens, 14))
  for (const one of numbered.slice(0, perClass))
    await client.registration.record({ applicantId: one.id, kind: 'RE_REGISTERED', reason: '' })
  return id
}

async function playPapers(
  { client, setToday }: SampleSession,
  code: string,
  decidedOn: PlainDate,
  setting: ClassSetting,
) {
  const issuedOn = addDays(decidedOn, 1)
  setToday(issuedOn)
  const { officerId } = setting
  for (const kind of ['certificate', 'statement'] as const) {
    const { candidates } = await client.certificate.prepare({ code, kind, issuedOn, officerId })
    const enrolmentIds = candidates.map(row => row.enrolmentId)
    await client.certificate.issue({ code, kind, issuedOn, officerId, enrolmentIds })
    await client.book.recordCohortPrint({ code, kind, how: 'printed' })
  }
  setToday(addDays(issuedOn, 6))
  const papers = await client.alumni.papers({ code, kind: 'certificate' })
  await client.alumni.collect({
    certificateIds: papers.slice(0, 10).map(paper => paper.certificateId),
    collectedOn: addDays(issuedOn, 6),
    collector: 'SELF',
    deputyName: '',
    deputyRelation: '',
  })
}

/** Weeks after the panel in which graduates are asked; never before they are due. */
const askedAfter = { 3: 14, 6: 27, 12: 53 } as const

/** Six graduates of each class answer; in some classes one gets the aid. */
async function playYearAfter(
  { client, setToday }: SampleSession,
  place: ClassPlace,
  code: string,
  decidedOn: PlainDate,
  setting: ClassSetting,
) {
  const members = (await client.cohort.trainees({ code })).filter(one => one.position - 1 !== weakSeat)
  const proposedOn = addDays(decidedOn, 14)
  const aided = members.find(one => one.village !== null)
  if (place.aid && aided && proposedOn <= setting.today) {
    setToday(proposedOn)
    const { enrolmentId } = aided
    const budgetYear = yearOf(proposedOn)
    await client.aid.propose({ budgetYear, enrolmentId, amount: usualAid, proposedOn })
  }
  for (const [nth, month] of followUpMonths.entries()) {
    const askedOn = addDays(decidedOn, askedAfter[month] * 7)
    if (askedOn > setting.today) return
    setToday(askedOn)
    for (const [index, { enrolmentId }] of members.slice(0, 6).entries()) {
      const working = (index + nth) % 3 === 0
      await client.alumni.saveFollowUp({
        enrolmentId,
        month,
        answer: working
          ? {
              ...followUp,
              status: 'EMPLOYED',
              place: 'Salon Melati',
              work: 'Staf',
              income: 3_000_000,
              relevant: true,
              askedOn,
            }
          : { ...followUp, status: index === 5 ? 'UNREACHED' : 'NOT_WORKING', askedOn },
      })
    }
  }
}
