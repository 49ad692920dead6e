import ICAL from 'ical.js'
import type { Credential } from '../../../../shared/features/instructor/contract.ts'
import { amberDays, redDays, validity } from '../../../../shared/features/instructor/credential.ts'
import { credentialKindName } from '../../../../shared/features/instructor/credential-format.ts'
import { lastingCredentials } from '../../../../shared/features/instructor/standing.ts'
import type { InstructorId } from '../../../../shared/ids.ts'
import { addDays, type PlainDate } from '../../../../shared/kernel/plain-date.ts'
import type { Teacher } from './instructor-store.ts'

/** Credentials of active instructors that end within 180 days and were not renewed, soonest first. */
export function endingCredentials(
  instructors: readonly Teacher[],
  today: PlainDate,
): { instructorId: InstructorId; name: string; credential: Credential; daysLeft: number }[] {
  return instructors
    .filter(instructor => instructor.active)
    .flatMap(({ id, name, credentials }) =>
      [...Map.groupBy(credentials, credential => credential.kind).values()]
        .flatMap(lastingCredentials)
        .map(credential => ({ instructorId: id, name, credential, ...validity(credential, today) })),
    )
    .filter(({ daysLeft }) => daysLeft >= 0 && daysLeft <= amberDays)
    .toSorted((a, b) => a.daysLeft - b.daysLeft)
}

/** One all-day event for each credential on its last day, with a reminder sixty days before, enough for a recertification. */
export function expiryCalendar(instructors: readonly Teacher[], today: PlainDate): string {
  const calendar = new ICAL.Component('vcalendar')
  calendar.addPropertyWithValue('version', '2.0')
  calendar.addPropertyWithValue('prodid', '-//Balai//Sertifikat BNSP//ID')
  calendar.addPropertyWithValue('x-wr-calname', 'Sertifikat BNSP yang berakhir')
  for (const { name, credential, daysLeft } of endingCredentials(instructors, today)) {
    const component = new ICAL.Component('vevent')
    const event = new ICAL.Event(component)
    // The uid depends on the credential only, so importing the file again changes the event and adds none.
    event.uid = `sertifikat-${credential.id}@instruktur.balai`
    event.summary = `Sertifikat BNSP ${credentialKindName(credential.kind)} ${name} berakhir`
    event.description = [credential.scheme, credential.number, credential.lsp].filter(Boolean).join(' · ')
    event.startDate = ICAL.Time.fromDateString(credential.validUntil)
    event.endDate = ICAL.Time.fromDateString(addDays(credential.validUntil, 1))
    component.addPropertyWithValue('categories', daysLeft <= redDays ? `${redDays} hari` : `${amberDays} hari`)
    component.addPropertyWithValue('dtstamp', ICAL.Time.fromDateTimeString(`${today}T00:00:00`))
    component.addSubcomponent(reminder(event.summary))
    calendar.addSubcomponent(component)
  }
  return `${calendar.toString()}\r\n`
}

function reminder(words: string): ICAL.Component {
  const alarm = new ICAL.Component('valarm')
  alarm.addPropertyWithValue('action', 'DISPLAY')
  alarm.addPropertyWithValue('description', words)
  alarm.addPropertyWithValue('trigger', ICAL.Duration.fromString(`-P${redDays}D`))
  return alarm
}
