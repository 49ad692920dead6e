import ICAL from 'ical.js'
import { type DayOffDraft, dayOffLabel } from '../../../../shared/features/calendar/day-off.ts'
import { certainLabels, type NumberedCells } from '../../../../shared/features/calendar/year-table.ts'
import { addDays, type PlainDate } from '../../../../shared/kernel/plain-date.ts'

/** A longer event is no holiday. */
const longest = 31
/** Suffix of the uid of events written by this program, whose text is used unchanged. */
const ownEvents = '@libur.balai'
/** Marks in public calendars: in a name for an uncertain date, in the description for what is no day off. */
const tentative = /\s*\((tentative|tentatif|belum pasti)\)/i
const observance = /^(observance|perayaan)\b/i
const commonplace = /^(public holiday|hari libur( nasional)?|libur nasional)\b/i

/**
 * Days of a calendar file; an event of several days gives a line for each. Of the many years of a public calendar only the requested one, unless it
 * has none, so that the preview can show what is there. Throws for a broken file.
 */
export function readCalendarFile(text: string, year: number): NumberedCells[] {
  const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent')
  const lines = events.flatMap((component, index) => linesOf(component, index + 1, year))
  const own = lines.filter(({ cells: [date] }) => date === '' || date.startsWith(`${year}-`))
  return own.length > 0 ? own : lines
}

function linesOf(component: ICAL.Component, row: number, year: number): NumberedCells[] {
  const event = new ICAL.Event(component)
  const value = (name: string) =>
    String(component.getFirstPropertyValue(name) ?? '')
      .replace(/\s+/g, ' ')
      .trim()
  const name = value('summary')
  const description = value('description')
  const own = value('uid').endsWith(ownEvents)
  const uncertain = value('status').toUpperCase() === 'TENTATIVE' || (!own && tentative.test(name))
  const cells = (date: string): NumberedCells['cells'] => [
    date,
    value('categories'),
    own ? name : name.replace(tentative, ''),
    !own && commonplace.test(description) ? '' : description.slice(0, 200),
    uncertain ? certainLabels.uncertain : '',
  ]
  if (!component.hasProperty('dtstart')) return [{ row, cells: cells(''), problem: 'Tanggal kosong.' }]
  const problem = !own && observance.test(description) ? { problem: 'Perayaan, bukan hari libur.' } : {}
  const days = daysBetweenTimes(event.startDate, event.endDate)
  return startsOf(event, year).flatMap(first =>
    Array.from({ length: days }, (_, index) => ({ row, cells: cells(addDays(first, index)), ...problem })),
  )
}

/** First days of the event; for a yearly event that of the year. */
function startsOf(event: ICAL.Event, year: number): PlainDate[] {
  const first = dateOf(event.startDate)
  if (!event.isRecurring()) return [first]
  const iterator = event.iterator()
  const starts: PlainDate[] = []
  for (let count = 0; count < 4000; count += 1) {
    const next: ICAL.Time | undefined = iterator.next()
    if (!next || next.year > year) break
    if (next.year === year) starts.push(dateOf(next))
  }
  return starts
}

/** Number of days of an event; its end is exclusive. */
function daysBetweenTimes(start: ICAL.Time, end: ICAL.Time): number {
  const first = dateOf(start)
  const until = dateOf(end)
  let days = 1
  while (days < longest && addDays(first, days) < until) days += 1
  return days
}

function dateOf(time: ICAL.Time): PlainDate {
  return time.toString().slice(0, 10) as PlainDate
}

export function writeCalendarFile(year: number, days: readonly DayOffDraft[]): string {
  const calendar = new ICAL.Component('vcalendar')
  calendar.addPropertyWithValue('version', '2.0')
  calendar.addPropertyWithValue('prodid', '-//Balai//Kalender//ID')
  calendar.addPropertyWithValue('x-wr-calname', `Hari libur ${year}`)
  for (const day of days) {
    const component = new ICAL.Component('vevent')
    const event = new ICAL.Event(component)
    // The uid depends on the day only, so importing the file again adds nothing.
    event.uid = `${day.date}${ownEvents}`
    event.summary = day.name
    event.description = day.source
    event.startDate = ICAL.Time.fromDateString(day.date)
    event.endDate = ICAL.Time.fromDateString(addDays(day.date, 1))
    component.addPropertyWithValue('categories', dayOffLabel(day.kind))
    component.addPropertyWithValue('status', day.certain ? 'CONFIRMED' : 'TENTATIVE')
    component.addPropertyWithValue('dtstamp', ICAL.Time.fromDateTimeString(`${year}-01-01T00:00:00`))
    calendar.addSubcomponent(component)
  }
  return `${calendar.toString()}\r\n`
}
